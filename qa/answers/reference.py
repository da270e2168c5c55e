"""Which documents a clause cites, and which clauses cite a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from corpus.document import Reference, Relation
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.references import Cited, cited_in, citing
from index.rows import Head, key, number_key
from qa.answers.changes import Change, asked_change, changes
from qa.answers.content import citations_of
from qa.answers.laws import citing_named_law
from qa.answers.task_words import describe
from qa.citation import Answer, Citation, cite
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.messages import say
from qa.named_documents import NamedDocument
from qa.question import Intent, Query

__all__ = ["answer_citing", "answer_reference"]

# A document is the object of these words, or the subject of those.
_CITING = re.compile(
    r"(?:dan chieu|can cu|vien dan|trich dan|nhac (?:den|toi|lai)?|dan|thuc hien|theo|dua|bam sat|"
    r"(?:cit|invok|quot)(?:e|es|ing)|mention(?:s|ing)?|refers? to|based on|sua doi|bo sung|"
    r"thay the|bai bo|amends?|replaces?|repeals?)\s+(?:(?:vao|tren|den|toi|the)\s+){0,2}"
    r"(?:(?:prime minister|government)['’]s\s+)?$"
)
_CITED = re.compile(
    r"[^?]{0,60}(?:duoc (?:dan|nhac|vien dan|trich dan|can cu|sua doi|thay the)|(?:is|are) cited|"
    r"cited)|(?: cua [^?,]{1,40})? (?:lam|la) (?:can cu|co so)(?! nao)|"
    r"[^?]{0,160} duoc [^?]{0,80} (?:lay|dung|coi|xem) (?:lam|la) (?:can cu|co so)|"
    r"[^?]{0,160} duoc [^?]{0,80} nao (?:da |co )?(?:can cu|vien dan|trich dan|dan|nhac)(?!\w)"
)
# "227/CĐ-TTg nhắc đến văn bản nào", and nothing else about it.
_CITES_WHAT = re.compile(
    r"(?: cua [^?,]{1,40})? (?:da |co )?(?:dan chieu|can cu|vien dan|trich dan|nhac|dan|dua)"
    r"(?: (?:vao|tren|den|toi|lai|ra))? (?:nhung |cac )?(?:\w+ ){1,3}(?:nao|gi)\W*$"
)
_KIND_WORDS = (
    "cong dien|cong van|chi thi|thong bao|ke hoach|quyet dinh|nghi quyet|nghi dinh|thong tu|luat|"
    "to trinh|ket luan|de an|phuong an"
)
_KINDS = re.compile(_KIND_WORDS)
_ENGLISH_KINDS = {
    "telegram": "cong dien", "decision": "quyet dinh", "decree": "nghi dinh",
    "resolution": "nghi quyet", "circular": "thong tu", "directive": "chi thi", "law": "luat",
    "plan": "ke hoach", "notice": "thong bao", "letter": "cong van", "dispatch": "cong van",
    "conclusion": "ket luan",
}  # fmt: skip
_OF_BODY = r"(?: (?:hdnd|ubnd|hoi dong nhan dan|uy ban nhan dan|chinh phu))?"
_WHICH_KIND = re.compile(  # "những luật, kế hoạch, công văn nào", "thông tư của Bộ Y tế nào"
    rf"(?:nhung |cac )?({_KIND_WORDS})(?:{_OF_BODY}(?:, | va |, va )(?:{_KIND_WORDS}))*{_OF_BODY}"
    r"(?: (?:va|hoac) [\w ]{4,12}|"
    r"(?: (?!nao|cua|do|boi|tai|ve|bo|so|tinh|co|don vi|nhung|cac)\w+| cong bo){0,3})? "
    r"(?:nao|so (?:may|nao|bao nhieu))|"
    rf"which (?:\w+ ){{0,3}}?({'|'.join(_ENGLISH_KINDS)})"
)
# What the document that is asked about does to others.
_RELATIONS = (
    (
        Relation.REPEALS,
        re.compile(
            r"(?:bai|xoa|huy) bo|(?:het|mat|thoi) (?:hieu luc|tac dung|gia tri)|"
            r"(?<!sua )(?<!can )bo dieu|repeal|abolish"
        ),
    ),
    (
        Relation.REPLACES,
        re.compile(
            r"thay the|thay cho|the cho|(?:het|mat|thoi) (?:hieu luc|tac dung|gia tri)|replac"
        ),
    ),
    (Relation.AMENDS, re.compile(r"sua doi|amend")),
    (Relation.BASIS, re.compile(r"can cu|co so phap ly|legal basis|based on")),
)
_ENDS = frozenset({Relation.REPEALS, Relation.REPLACES})
# "Thông báo số 88 bị văn bản nào thay?": the one that cites it is asked for.
_ENDED_BY = re.compile(
    rf"(?:bi|duoc) (?:{_KIND_WORDS}|van ban) nao "
    r"(?:thay|the cho|bai bo|sua|huy|cho (?:thoi|het) hieu luc)|"
    r"which \w+ (?:replaces|replaced|amends|amended|repeals|repealed)(?! which)"
)
# More than one is asked for: "hai quyết định cũ nào", "những văn bản nào", "which decisions".
_SEVERAL = re.compile(
    rf"(?:nhung|cac|hai|ba|bon|nam|\d+) (?:{_KIND_WORDS}|van ban)|"
    r"(?:decision|document|resolution|circular|decree|directive)s"
)
# "điều nào, thông tư nào": the article of what is cited is part of the answer.
_WHICH_ARTICLE = re.compile(r"(?:dieu|khoan|diem) (?:nao|may|bao nhieu)|which (?:article|clause)")
_ARTICLE = re.compile(
    r"(?:(?:điểm|khoản|điều)\s[\w.]{1,4}(?:,|\svà)?\s)*điều\s\d+\w?\s(?:của\s)?$", re.IGNORECASE
)
_CITED_AT_MOST = 200  # clauses; more of them are counted
_LOOKED_AT = 4
_FAR = 3.0  # below the best score (a logit): no longer looked at


def answer_reference(library: Library, query: Query, where: Filters) -> Answer | None:
    """What cites, is cited by, changes or is changed by the document that the question names,
    abstained where nothing does; None when it asks nothing of the kind, or names no document of
    which the library knows."""
    asked = asked_change(plain(query.opened), query.documents)
    if asked is not None:
        return _changes(library, query, where, asked)
    kind = next(iter(_asked_kinds(plain(query.opened))), None)
    if (of_law := citing_named_law(library, query, where, kind)) is not None:
        return _citing_law(replace(query, intent=Intent.REFERENCE), of_law)
    return _citations(library, query, where) if query.intent is Intent.REFERENCE else None


def _changes(library: Library, query: Query, where: Filters, asked: Change) -> Answer:
    query = replace(query, intent=Intent.REFERENCE)
    found = [c for c in changes(library, asked) if where.document in (None, c.head.id)]
    if not found:
        return _none(query)
    if asked.by_it:
        return _listing(query, found)
    itself = number_key(asked.document.number)  # whoever says so of it has done so
    citing = [c for c in found if number_key(c.reference.number or "").startswith(itself)]
    return _listing(query, found, citing=citing)


def _citing_law(query: Query, found: Sequence[Cited]) -> Answer:
    """Who cites a law, a document each, all of them counted."""
    if not found:
        return _none(query)
    listed = _listing(query, found, citing=found)
    counted = say("answer.citing", query.language, count=len(found))
    return replace(listed, text=f"{counted}\n{listed.text}")


def _none(query: Query) -> Answer:
    return Answer(query=query, text=say("answer.abstained", query.language), abstained=True)


def _citations(library: Library, query: Query, where: Filters) -> Answer | None:
    bare = plain(query.opened)
    kinds = _asked_kinds(bare)
    asked = kinds[0] if kinds else None
    for document in query.documents:
        if _CITING.search(bare[: document.start]) or _CITED.match(bare, document.end):
            found = _mentions(library, query, where, document, asked)
            if found:
                return _listing(query, found, citing=found)
    for document in query.documents:
        if len(document.heads) == 1 and not _CITING.search(bare[: document.start]):
            found = _outgoing(library, query, document.heads[0], asked)
            if found:
                return _listing(query, found)
            if _CITES_WHAT.match(bare, document.end):
                return _none(query)
    return None


def _asked_kinds(bare: str) -> list[str]:
    """The kinds of document asked for, in order: "thông tư nào … và tờ trình nào"."""
    found = (
        kind
        for m in _WHICH_KIND.finditer(bare)
        for kind in (_KINDS.findall(m.group()) if m.group(1) else [_ENGLISH_KINDS[m.group(2)]])
    )
    return list(dict.fromkeys(found))


def _asked_relations(bare: str) -> frozenset[Relation]:
    """What is asked that a document does to others: "xóa bỏ những quyết định nào"."""
    return frozenset(relation for relation, words in _RELATIONS if words.search(bare))


def _mentions(
    library: Library, query: Query, where: Filters, document: NamedDocument, kind: str | None
) -> list[Cited]:
    """Who cites it, those of the kind of document asked for first (and only, if there are any)."""
    found = [
        cited
        for cited in citing(library.store, document.number, document.kind)
        if where.document in (None, cited.head.id)
    ]
    of_kind = [c for c in found if kind and c.head.kind and kind in key(c.head.kind)]
    bodies = [key(name) for name in query.agencies]
    issued = [
        c for c in of_kind or found if any(body in key(c.head.issuer or "") for body in bodies)
    ]
    return issued or of_kind or found


def _outgoing(library: Library, query: Query, head: Head, kind: str | None) -> list[Cited]:
    """What a document cites, narrowed to the kind and the day that the question names."""
    found = cited_in(library.store, head.row)
    if kind:
        found = [c for c in found if c.reference.kind and kind in key(c.reference.kind)] or found
    days = [
        c
        for c in found
        if c.reference.issued
        and any(p.first <= c.reference.issued <= p.last for p in query.periods)
    ]
    found = days or found
    relations = _asked_relations(plain(query.opened))
    found = [c for c in found if c.relations & relations] or found
    found = _of_issuers(plain(query.opened), found) or found
    words = weigh(library, query.search, query.text)
    return sorted(found, key=lambda c: -words.share(covered(words, c.clause.text)))


# By the end of its number a document tells whose it is.
_CODES = (
    ("thu tuong", ("-ttg",)),
    ("(?:tinh|thanh) uy", ("/tu", "-tu")),
    ("chinh phu", ("-cp",)),
    ("quoc hoi", ("/qh13", "/qh14", "/qh15", "/qh16")),
)


def _of_issuers(bare: str, found: Sequence[Cited]) -> list[Cited]:
    """Those of whom the question asks for documents: "công điện nào của Thủ tướng"."""
    ends = tuple(
        end
        for name, codes in _CODES
        if re.search(rf"nao (?:\w+ )?(?:cua|do) {name}", bare)
        for end in codes
    )
    return [c for c in found if ends and key(c.reference.number or "").endswith(ends)]


def _listing(query: Query, found: Sequence[Cited], citing: Collection[Cited] = ()) -> Answer:
    """What the mentions cite, or of those in `citing` the documents that they stand in."""
    citations: dict[tuple[int, int], Citation] = {}
    lines: dict[tuple[str, str], list[int]] = {}  # what, how → the citations that say so
    values: dict[str, None] = {}
    for cited in found:
        place = (cited.head.row, cited.clause.index)
        span = _span(cited.reference, cited.clause.start)
        if place not in citations:
            if len(citations) == _CITED_AT_MOST:
                continue
            citations[place] = cite(cited.head, cited.clause, marked=(span,))
        number = list(citations).index(place) + 1
        itself = cited in citing
        named = describe(cited.head, query.language) if itself else _named(query, cited)
        values[(cited.head.number if itself else cited.reference.number) or ""] = None
        relation = say(f"relation.{cited.reference.relation.name.lower()}", query.language)
        if cited.reference.relation is Relation.MENTIONS:  # what else is said of it is enough
            relation = next((how for what, how in lines if what == named), relation)
        told = lines.setdefault((named, relation), [])
        told += [number] if number not in told else []
    text = _text(query, lines)
    places = len({(cited.head.row, cited.clause.index) for cited in found})
    if places > len(citations):
        shown = say("ask.shown", query.language, shown=len(citations), count=places)
        text = f"{text}\n{shown}"
    return Answer(
        query=query, text=text, citations=tuple(citations.values()),
        values=tuple(filter(None, values)),
    )  # fmt: skip


def _named(query: Query, cited: Cited) -> str:
    """What is cited in the words of the clause, with its article where that is asked for."""
    said = cited.reference.text
    if _WHICH_ARTICLE.search(plain(query.opened)) is None:
        return said
    before = cited.clause.text[: cited.reference.start - cited.clause.start]
    article = _ARTICLE.search(before)
    return f"{article.group()}{said}" if article else said


def _text(query: Query, lines: Mapping[tuple[str, str], Sequence[int]]) -> str:
    return "\n".join(
        say(
            "answer.cites", query.language, number=named, relation=relation,
            n="][".join(map(str, numbers)),
        )
        for (named, relation), numbers in lines.items()
    )  # fmt: skip


def _span(reference: Reference, start: int) -> tuple[int, int]:
    return reference.start - start, reference.end - start


def answer_citing(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The documents that the best clause cites, or the best for each kind of document asked for;
    None when none of the best cites any."""
    kinds = _asked_kinds(plain(query.opened))
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _FAR]
    near.sort(key=lambda e: not _issued_then(query, e.head))  # "Chỉ thị năm 2022 về …"
    cited = [_cited_by(library, found) for found in near]
    if not any(cited):  # "trả lời công ty …, dẫn luật nào": another clause of the letter does
        near = [found for found in evidence if found.head == evidence[0].head]
        cited = [_cited_by(library, found) for found in near]
    relations = _asked_relations(plain(query.opened))
    ended = _ended(library, relations, near[0])
    one = [c for c in ended if c.clause == near[0].clause]
    only = bool(one) and _SEVERAL.search(plain(query.opened)) is None
    if ended:
        cited = [one if only else ended]
    related = [[c for c in inside if c.relations & relations] for inside in cited]
    cited = related if any(related) else cited
    best = next((inside for inside in _of_kind(cited, kinds[:1]) or cited if inside), None)
    if best is None:
        return None
    for kind in kinds:  # perhaps further down in the same document
        if any(kind in key(c.reference.kind or "") for c in best):
            continue
        beside = [_cited_by(library, e) for e in evidence if e.head == best[0].head]
        more = [c for inside in _of_kind(beside, [kind])[:1] for c in inside]
        best = best + [c for c in more if c not in best]
    asked = [c for inside in _of_kind([best], kinds) for c in inside]
    if all(any(kind in key(c.reference.kind or "") for c in asked) for kind in kinds):
        best = asked or best
    if not only:
        best += _alike(library, query, best, kinds)
    by = _ENDED_BY.search(plain(query.opened)) is not None
    answer = _listing(query, best, citing=best if by else ())
    listed = {(citation.head, citation.start) for citation in answer.citations}
    rest = [c for c in citations_of(library, query, evidence) if (c.head, c.start) not in listed]
    return replace(answer, citations=(*answer.citations, *rest[:2]))


def _issued_then(query: Query, head: Head) -> bool:
    """Whether a document is of a time that the question names."""
    return head.issued is not None and any(
        period.first <= head.issued <= period.last for period in query.periods
    )


def _ended(library: Library, asked: frozenset[Relation], best: Evidence) -> list[Cited]:
    """What the best clause's document repeals or replaces, as is asked; people ask for what is
    replaced where it is repealed."""
    ends = [c for c in cited_in(library.store, best.head.row) if c.reference.relation in _ENDS]
    as_asked = [c for c in ends if c.reference.relation in asked]
    return as_asked or (ends if asked & _ENDS else [])


def _alike(
    library: Library, query: Query, best: Sequence[Cited], kinds: Sequence[str]
) -> list[Cited]:
    """What else the document does the same to, where that is asked: each decision it repeals."""
    wanted = _asked_relations(plain(query.opened)) & {r for c in best for r in c.relations}
    listed = {c.reference.number for c in best}
    return [
        c
        for c in cited_in(library.store, best[0].head.row)
        if c.relations & wanted
        and c.reference.number not in listed
        and (not kinds or any(kind in key(c.reference.kind or "") for kind in kinds))
    ]


def _cited_by(library: Library, found: Evidence) -> list[Cited]:
    return [c for c in cited_in(library.store, found.head.row) if c.clause == found.clause]


def _of_kind(cited: Sequence[list[Cited]], kinds: Sequence[str]) -> list[list[Cited]]:
    """By clause, what it cites of these kinds; clauses that cite none of them left out."""
    narrowed = [
        [c for c in inside if any(kind in key(c.reference.kind or "") for kind in kinds)]
        for inside in cited
    ]
    return [inside for inside in narrowed if inside]
