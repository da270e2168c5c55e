"""How many documents of a kind or a body the library has, which, and the newest: its catalogue.

Only a question that asks for nothing else: "Có bao nhiêu công điện trong thư viện?", "liệt kê các
quyết định của UBND tỉnh Lâm Đồng". What documents say about documents is told by their clauses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.document import Clause, ClauseKind, Document
from corpus.text import has_words, plain
from index.filters import Filters, conditions
from index.library import Library
from index.rows import Head, key
from qa.answers.asks_only import asks_only
from qa.answers.metadata import is_of_kind
from qa.answers.task_words import describe
from qa.citation import Answer, cite
from qa.messages import say
from qa.named_documents import KINDS, kind_named
from qa.question import Query

__all__ = ["answer_catalogue"]

_COUNTS = re.compile(
    r"(?<!\w)(?:(?:co|ra|ban hanh) (?:tat ca )?(?:bao nhieu|may)|liet ke|danh sach|how many|list)"
    r"(?!\w)|^bao nhieu(?!\w)"
)
# "Thư viện có những chỉ thị nào của UBND tỉnh Gia Lai?"
_WHICH = re.compile(rf"(?<!\w)(?:nhung|cac|may|co|ban hanh|ra) (?P<kind>{KINDS}) (?:nao|gi)(?!\w)")
_NEWEST = re.compile(
    r"(?<!\w)(?:moi(?: ban hanh)? nhat|moi ban hanh|gan day(?: nhat)?|gan nhat|latest|newest|"
    r"most recent)(?!\w)"
)
_SEVERAL = re.compile(r"(?<!\w)(?:nhung|cac|danh sach|liet ke)(?!\w)")
# "Các quyết định ngày 18/11/2025", "thông tư nào của Bộ Công Thương", "thư viện có gì?"
_BARE_LIST = re.compile(
    rf"^(?:(?:cho |liet ke |xem |tim )?(?:toi |minh )?)?(?:cac|nhung|tat ca|toan bo|moi)(?: cac)? "
    rf"(?:{KINDS})(?!\w)|^(?:{KINDS}) (?:nao|gi)(?!\w)|"
    r"^(?:thu vien|kho|he thong) co (?:nhung )?gi(?!\w)"
)
# "Thủ tướng ban hành công điện nào về mưa lũ?", "Chỉ thị nào nói về cúm gia cầm?"
_ON = (
    r"(?:(?:noi|quy dinh|huong dan|chi dao|ban hanh) )?(?:ve|lien quan (?:den|toi))|quy dinh|"
    r"huong dan"
)
_ABOUT = re.compile(
    r"(?P<by>.{2,60}? (?:da |vua |moi )?(?:ban hanh|ra|co) |co )?(?P<several>nhung |cac )?"
    rf"(?P<kind>{KINDS})(?P<which> (?:nao|gi))?(?: (?:moi|gan(?: day)?) nhat)?"
    rf"(?P<of> cua .{{2,50}}?)? (?:{_ON}) (?:viec )?(?P<topic>[^;:?]{{2,80}}?)(?: khong)?\??\s*$"
)
_HERE = re.compile(r"(?<!\w)(?:trong )?(?:kho|thu vien|he thong|in the library|here)(?!\w)")
_FILLERS = re.compile(
    rf"(?<!\w)(?:{KINDS}|bao nhieu|tat ca|liet ke|danh sach|ban hanh|thu vien|he thong|ket luan|"
    r"co|may|cac|nhung|cua|do|boi|trong|kho|nay|hien|dang|da|ra|nam|thang|quy|ngay|o|tai|nao|gi|la|"
    r"duoc|luu|giu|tinh|thanh pho|khong|documents?|cham nhat|issued|by|of|the)(?!\w)"
)
_PLURAL = re.compile(r"(?<=\w{3}[a-rt-z])s(?!\w)")
_ASKS_MORE = re.compile(r"(?<!\w)(?:nao|gi|ai|bao gio|bao nhieu|may)(?!\w)")
_BY = re.compile(
    r"(?<!\w)(?:tinh|thanh pho|uy ban nhan dan|hoi dong nhan dan|chu tich|cua|do|da|vua|moi|"
    r"ban hanh|ra|co)(?!\w)"
)
_LONG = 4  # words of a topic
_LISTED = 200  # documents, the newest: each has to be opened; the page's list has them all
_RECENT = 10  # of "các văn bản mới nhất"
_ANY = re.compile(r"(?<!\w)(?:van ban|documents?)(?!\w)")


def answer_catalogue(library: Library, query: Query, where: Filters) -> Answer | None:
    """The documents of that kind, body and time, newest first, each by its own line, all of them
    counted, or only the newest; None where something else is asked."""
    if query.documents:
        return None
    opened = plain(query.opened)
    several = _SEVERAL.search(opened) is not None
    if query.language == "en":
        opened, plurals = _PLURAL.subn("", opened)
        several = plurals > 0
    whose = query.agencies or tuple(place.full for place in query.places)
    if about := _ABOUT.match(opened):
        return _on_topic(library, query, where, about, whose)
    newest = _NEWEST.search(opened) is not None
    asked = _kind_asked(opened, newest=newest)
    if asked is None or not (whose or newest or _HERE.search(opened) or query.periods):
        return None
    names = (*whose, *(place.name for place in query.places))
    if not asks_only(query, (_NEWEST, _HERE, _FILLERS), names):
        return None
    (kind,) = asked
    heads = [head for head in _let_through(library, where) if _fits(head, kind, whose, query)]
    of = f" – {'; '.join(whose)}" if whose else ""
    if not heads:
        name = (kind or say("answer.documents", query.language)).lower()
        text = say("answer.catalogue_none", query.language, kind=name, of=of)
        return Answer(query=query, text=text, abstained=True)
    return _listing(
        library, query, heads, kind, of, (_RECENT if several else 1) if newest else None
    )


def _kind_asked(opened: str, *, newest: bool) -> tuple[str | None] | None:
    """The kind of documents that a list or a number of is asked for, (None,) for any; None where
    none is."""
    which, bare = _WHICH.search(opened), _BARE_LIST.search(opened)
    meant = which["kind"] if which else opened
    # Beside "gần đây nhất" a kind that is asked for is as good as one that is named.
    kind = kind_named(re.sub(r" (?:nao|gi)(?!\w)", "", meant) if newest or bare else meant)
    listed = which or newest or bare or _COUNTS.search(opened)
    known = kind or _ANY.search(meant) or (bare and _HERE.search(bare.group()))
    return (kind,) if listed and known else None


def _on_topic(
    library: Library, query: Query, where: Filters, about: re.Match[str], whose: Sequence[str]
) -> Answer | None:
    """The documents of that kind, and of the body that issued them, titled so. Where no title is,
    other documents' words are no answer to what one body issued."""
    by = f"{about['by'] or ''}{about['of'] or ''}".removeprefix("co ")
    by = by if by.strip() and not _HERE.search(by) else ""
    names = [*whose, *(place.name for place in query.places)]
    if not (about["several"] or about["which"]) or _ASKS_MORE.search(about["topic"]):
        return None
    if by and not (whose and _names_only(by, names)):
        return None
    kind, topic = kind_named(about["kind"]), _topic(query, about)
    before, behind, last = topic.rpartition(" của ")  # "… về đất đai của Phú Thọ"
    if whose and behind and _names_only(plain(last), names):
        by, topic = last, before
    issuers = whose if by else ()
    fitting = [head for head in _let_through(library, where) if _fits(head, kind, issuers, query)]
    titled = [head for head in fitting if _named_so(head, topic)]
    if not titled:  # all its words but one: "nhà ở vùng lũ"
        words = topic.split()
        shorter = [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))]
        shorter = shorter if len(words) >= _LONG else []
        titled = [head for head in fitting if any(_named_so(head, less) for less in shorter)]
    of = say("answer.about", query.language, topic=topic)
    of += f" – {'; '.join(issuers)}" if issuers else ""
    if titled or not issuers:
        newest = 1 if _NEWEST.search(plain(query.opened)) else None
        return _listing(library, query, titled, kind, of, newest) if titled else None
    name = (kind or say("answer.documents", query.language)).lower()
    text = say("answer.titled_none", query.language, kind=name, of=of)
    return Answer(query=query, text=text, abstained=True)


def _names_only(words: str, names: Sequence[str]) -> bool:
    """Whether words say no more than who issued something."""
    for name in sorted(map(plain, names), key=len, reverse=True):
        words = words.replace(name, " ")
    return not _BY.sub(" ", words).strip()


def _named_so(head: Head, topic: str) -> bool:
    return head.title is not None and has_words(head.title, topic, typing=False)


def _topic(query: Query, about: re.Match[str]) -> str:
    """The words of the topic as they were typed."""
    return query.opened[slice(*about.span("topic"))].strip()


def _listing(
    library: Library,
    query: Query,
    heads: Sequence[Head],
    kind: str | None,
    of: str,
    newest: int | None = None,
) -> Answer:
    """Those documents counted and listed; of the `newest` only so many."""
    said = "answer.newest" if newest else "answer.catalogue"
    name = (kind or say("answer.documents", query.language)).lower()
    text = say(said, query.language, count=len(heads), kind=name, of=of)
    kinds = Counter(head.kind or say("answer.document", query.language) for head in heads)
    if not kind and not newest and len(kinds) > 1:
        text += "\n" + "; ".join(f"{each}: {count}" for each, count in kinds.most_common())
    ordered = sorted(
        heads, key=lambda head: (head.issued is not None, head.issued, -head.row), reverse=True
    )
    shown = ordered[: newest or _LISTED]
    lines = [
        f"[{n}] {describe(head, query.language)}" + (f": {head.title}" if head.title else "")
        for n, head in enumerate(shown, start=1)
    ]
    if len(shown) < len(heads) and newest is None:
        lines.append(say("shelf.shown", query.language, shown=len(shown), count=len(heads)))
    cited = tuple(cite(head, _line(head, library.document(head.id))) for head in shown)
    return Answer(
        query=query,
        text="\n".join([text, *lines]),
        citations=cited,
        values=tuple(head.number or head.id for head in shown) if newest else (str(len(heads)),),
    )


def _let_through(library: Library, where: Filters) -> list[Head]:
    """The documents that the filters let through."""
    wanted, values = conditions(where)
    found = library.store.rows(
        f"SELECT d.document FROM documents d WHERE {' AND '.join(wanted) or '1'}",  # noqa: S608 - our own words
        values,
    )
    rows = {row for (row,) in found}
    return [head for head in library.heads() if head.row in rows]


def _fits(head: Head, kind: str | None, whose: Sequence[str], query: Query) -> bool:
    """Whether a document is of that kind, one of these bodies or places, and that time."""
    if kind is not None and not is_of_kind(head, kind):
        return False
    origin = key(head.origin)
    if whose and not any(key(name) in origin for name in whose):
        return False
    if not query.periods:
        return True
    return head.issued is not None and any(p.first <= head.issued <= p.last for p in query.periods)


def _line(head: Head, document: Document) -> Clause:
    """The line that bears the document's number; of one without a number its first."""
    wanted = "".join(plain(head.number or "").split())
    lines = [clause for clause in document.clauses if clause.kind is ClauseKind.HEADER]
    numbered = (clause for clause in lines if wanted in "".join(plain(clause.text).split()))
    return next(numbered, (lines or document.clauses)[0])
