"""Who signed, when issued, which number, sent to whom: from the header, cited by its own lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from corpus.days import read_date
from corpus.document import Clause, ClauseKind, Document, Relation
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.rows import Head, key
from qa.answers.task_words import describe
from qa.citation import Answer, Citation, cite, cite_span
from qa.content_words import covered, weigh
from qa.cues import Cue
from qa.evidence import Evidence
from qa.messages import say
from qa.named_documents import serial
from qa.question import Query, subject_of

__all__ = [
    "answer_metadata",
    "asks_for_head",
    "asks_for_signer",
    "in_force",
    "in_force_from",
    "is_of_kind",
    "kind_meant",
    "rank_documents",
]

_SIGNER = Cue(
    r"(?:ai|người|vị|ông|bà|lãnh đạo)(?: nào)?[^?,]{0,30} ký(?! hiệu)|chữ ký|"
    r"ký(?! (?:hiệu|(?:vào )?(?:ngày|hôm|khi|lúc|bao giờ|tháng)))|sign(?:ed|s|atory|er)?"
)
_ISSUED = Cue(
    r"(?:ban hành|ký|ra|đề) (?:vào )?(?:hôm|ngày|khi|lúc|bao giờ|tháng|năm)[^?]*|(?:hôm|"
    r"ngày) (?:nào|mấy)|khi nào|số(?: hiệu)?(?: và| với| cùng|,) ngày|"
    r"when|date|what day"
)
_EFFECTIVE = Cue(
    r"hiệu lực|áp dụng (?:từ|kể từ|vào)|bắt đầu áp dụng|effect|effective|in(?:to)? force|"
    r"appl(?:y|ies)"
)
_ISSUING = Cue(r"(?:ban hành|ký|ra|đề) (?:vào )?(?:hôm|ngày|khi|lúc|bao giờ)|issued?|signed")
_NUMBER = Cue(
    r"số (?:hiệu|ký hiệu|mấy|bao nhiêu|nào|gì)|mang số|number|"
    r"(?:[:,]|và) số(?=\s*(?:,|và|\?|$))|số(?=(?:,| và| với) (?:ngày|người ký|ai ký))"
)
_ISSUER = Cue(
    r"(?:cơ quan|đơn vị|ai|nơi|bộ|tỉnh|sở) (?:nào )?(?:đã )?ban hành|who issued|"
    r"\d[^ ]*(?: là)? của (?:ai|(?:cơ quan|đơn vị|bộ|tỉnh|sở|thành phố|ủy ban) nào)|"
    r"issued by (?:whom|which)"
)
_ADDRESSED = Cue(
    r"gửi (?:cho |đến |tới )?(?:những )?(?:đâu|ai|(?:nơi|cơ quan|đơn vị|công ty|bộ|sở|tỉnh) nào)|"
    r"kính gửi|addressed|sent to|nơi nhận|recipients?"
)
_REPLIED = Cue(
    r"(?:trả lời|phúc đáp)[^?,]{0,40} (?:số )?(?:mấy|nào|bao nhiêu|gì|của ai)|"
    r"(?:in )?reply to (?:which|what)|which [a-z ]*does it (?:answer|reply to)"
)
_REPLACED = Cue(
    r"(?:thay (?:thế|cho)|bãi bỏ|hết hiệu lực)(?: cho)? (?:những |các )?"
    r"(?:nghị quyết|quyết định|thông tư|nghị định|chỉ thị|công điện|quy định|văn bản)"
    r"(?: \w+){0,2} nào|"
    r"replac(?:e|es|ing) (?:which|what)"
)
_PASSED = Cue(
    r"thông qua(?!\w)[^?]*(?:kỳ họp|ngày|khi|bao giờ)|kỳ họp nào|passed|adopted|which session"
)

_REPLIES = re.compile(
    r"(?:tra loi|phuc dap|nhan duoc) (?:cong van|van ban|don|phieu|de nghi|y kien|to trinh)"
)
_WAS_PASSED = re.compile(r"duoc .{4,120} thong qua (?:tai [^.]{3,80} )?(?:vao )?ngay ")
_IN_FORCE = re.compile(r"nay co hieu luc(?: thi hanh)?(?: ke)? tu ngay (ky|ban hanh)?")
_FRAME = (ClauseKind.HEADER, ClauseKind.GROUND, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)
_ENDS = (Relation.REPEALS, Relation.REPLACES)
_SAME_NUMBER = 4  # documents told of, where a number is that of several
_ENDED_AT_MOST = 6  # clauses cited
_DESCRIBED = 0.3  # the least score of a document that the question describes
_Part = tuple[str, list[Citation], str]  # statement with {marks}, its citations, the value
_Reader = Callable[[Query, Head, Document], _Part | None]


def answer_metadata(
    library: Library,
    query: Query,
    where: Filters,
    evidence: Sequence[Evidence],
    *,
    certain: bool,
) -> Answer | None:
    """What the header of the document asked about says; None when it does not state it.

    `certain`: the best clause is surely about what is asked, so its document is the one meant
    even where its title and number say little ("the reply to Seshin").
    """
    ranked = rank_documents(library, query, where, evidence)
    if not ranked:
        return None
    sure, head = ranked[0]
    if sure < _DESCRIBED:
        if not certain:
            return None
        head = evidence[0].head
    if not _cites_what_is_named(library, query, head):
        return None
    lines: list[str] = []
    citations: list[Citation] = []
    values: list[str] = []
    heads = _of_that_number(query, head, [other for _, other in ranked])
    for each in heads:
        document = library.document(each.id)
        found = [said for part in _asked(query) if (said := part(query, each, document))]
        if len(heads) > 1 and found:
            lines.append(f"{describe(each, query.language)}:")
        for statement, cited, value in found:
            first = len(citations) + 1
            marks = "".join(f"[{n}]" for n in range(first, first + len(cited)))
            lines.append(statement.replace("[@]", marks))
            citations += cited
            values.append(value)
    if not citations:
        return None
    return Answer(
        query=query, text="\n".join(lines), citations=tuple(citations), values=tuple(values),
        confidence=sure,
    )  # fmt: skip


def _cites_what_is_named(library: Library, query: Query, head: Head) -> bool:
    """Whether the document cites those by whose numbers the question describes it ("kế hoạch thực
    hiện Nghị quyết 214")."""
    subject = subject_of(query)
    named = [one for one in query.documents if one is not subject and head not in one.heads]
    if not named:
        return True
    cited = {serial(one.number) for one in library.document(head.id).references if one.number}
    return any(serial(one.number) in cited for one in named)


def _of_that_number(query: Query, head: Head, among: Sequence[Head]) -> list[Head]:
    """The document meant; several of those `among` where the number that is asked about is that of
    several, and no place tells which."""
    subject = subject_of(query)
    if subject is None or head not in subject.heads or query.places:
        return [head]
    others = [other for other in subject.heads if other != head and other in among]
    return [head, *others][:_SAME_NUMBER]


def asks_for_signer(query: Query) -> bool:
    """Whether it is asked who signed."""
    return _asks(query, _SIGNER)


def asks_for_head(query: Query) -> bool:
    """Whether nothing is asked but what only the head of a document can say: its number, its day,
    who signed it."""
    asked = _asked(query)
    return bool(asked) and all(part in (_number, _issued, _signature) for part in asked)


def _asked(query: Query) -> list[_Reader]:
    """What of the header is asked for."""
    asked = [part for cue, part in _PARTS if _asks(query, cue)]
    instead: dict[_Reader, bool] = {
        # "áp dụng từ hôm nào", "thông qua ngày nào"
        _issued: _passed in asked or (_effective in asked and not _asks(query, _ISSUING)),
        _number: _replied in asked,  # "trả lời công văn số mấy"
    }
    return [part for part in asked if not instead.get(part)]


def _asks(query: Query, cue: Cue) -> bool:
    return cue.search(query.text) is not None or cue.search(query.search) is not None


def rank_documents(
    library: Library, query: Query, where: Filters, evidence: Sequence[Evidence]
) -> list[tuple[float, Head]]:
    """The documents that the question may describe, best first, each with a score in [0, 1]."""
    words = weigh(library, query.search, query.text)
    best: dict[Head, float] = {}
    for found in evidence:
        share = found.feature("clause") + found.feature("above")
        best[found.head] = max(best.get(found.head, 0.0), share)
    subject = subject_of(query)
    if subject is not None and subject.heads:  # of no other, however much of the question it has
        best = {
            head: best.get(head, 0.0)
            for head in subject.heads
            if head in best or where == Filters() or where.document == head.id
        }
    named = [head for document in query.documents for head in document.heads]
    for head in named if subject is None else ():
        if where.document in (None, head.id):
            best.setdefault(head, 0.0)
    bodies = {key(name) for name in query.agencies}
    kind = kind_meant(query)

    def score(head: Head) -> float:
        frame = f"{head.title or ''} . {head.origin} . {head.number or ''}"
        total = 0.30 * best[head] + 0.30 * words.share(covered(words, frame))
        total += 0.30 * (head in named)
        total += 0.15 * bool(kind and is_of_kind(head, kind))
        issuer = key(head.origin)
        total += 0.15 * (
            any(body in issuer for body in bodies)
            or any(plain(place.name) in issuer for place in query.places)
        )
        total += 0.10 * bool(
            head.issued and any(p.first <= head.issued <= p.last for p in query.periods)
        )
        return min(1.0, total)

    return sorted(((score(head), head) for head in best), key=lambda item: (-item[0], item[1].row))


def is_of_kind(head: Head, kind: str) -> bool:
    """Whether a document is of the kind meant: what somebody concluded is told in a notice."""
    own = key(head.kind or "")
    return key(kind) in own or (kind == "Kết luận" and "thong bao" in plain(own))


def kind_meant(query: Query) -> str | None:
    """The kind of the document that is described: what the question names without a number, else
    what it names with one."""
    return query.kind_named or next((d.kind for d in query.documents if d.kind), None)


def _signature(query: Query, head: Head, document: Document) -> _Part | None:
    signer = document.header.signer
    block = _last_run(document, ClauseKind.SIGNATURE)
    if signer is None or signer.name is None or not block:
        return None
    held = ", ".join(part for part in (signer.position, signer.authority) if part)
    position = f" ({held})" if held else ""
    citation = cite_span(head, document, block[0], block[-1])
    text = say("answer.signer", query.language, name=signer.name, position=position, n="@")
    return text, [citation], signer.name


def _last_run(document: Document, kind: ClauseKind) -> list[Clause]:
    """The last clauses of that kind that follow each other."""
    run: list[Clause] = []
    for clause in reversed(document.clauses):
        if clause.kind is kind:
            run.insert(0, clause)
        elif run:
            break
    return run


def _line(document: Document, fits: Callable[[str], bool]) -> Clause | None:
    return next((c for c in document.clauses if c.kind is ClauseKind.HEADER and fits(c.text)), None)


def _issued(query: Query, head: Head, document: Document) -> _Part | None:
    day = document.header.issued
    if day is None:
        return None
    written = _line(document, lambda text: "ngay" in plain(text) and str(day.year) in text)
    if written is None:
        return None
    text = say("answer.issued", query.language, day=day.strftime("%d/%m/%Y"), n="@")
    return text, [cite(head, written)], day.isoformat()


def _effective(query: Query, head: Head, document: Document) -> _Part | None:
    """The day it takes effect: printed, or that of its signing."""
    found = in_force(document)
    if found is None:
        return None
    day, clause = found
    text = say("answer.effective", query.language, day=day.strftime("%d/%m/%Y"), n="@")
    return text, [cite(head, clause)], day.isoformat()


def in_force(document: Document) -> tuple[date, Clause] | None:
    """The day from which a document is in force, printed or that of its signing, and the clause
    that says so."""
    for clause in document.clauses:
        if (day := in_force_from(clause, document.header.issued)) is not None:
            return day, clause
    return None


def in_force_from(clause: Clause, issued: date | None) -> date | None:
    """The day from which a clause says that its document, signed then, is in force, if it does."""
    stated = _IN_FORCE.search(plain(clause.text)) if clause.kind not in _FRAME else None
    if stated is None:
        return None
    return issued if stated.group(1) else read_date(clause.text[stated.end() :])


def _number(query: Query, head: Head, document: Document) -> _Part | None:
    number = document.header.number
    if number is None:
        return None
    wanted = "".join(plain(number).split())
    written = _line(document, lambda text: wanted in "".join(plain(text).split()))
    if written is None:
        return None
    text = say("answer.number", query.language, number=number, n="@")
    return text, [cite(head, written)], number


def _issuer(query: Query, head: Head, document: Document) -> _Part | None:
    issuer = document.header.issuer
    if issuer is None:
        return None
    words = set(plain(issuer).split())
    lines = [
        clause
        for clause in document.clauses
        if clause.kind is ClauseKind.HEADER and set(plain(clause.text).split()) <= words
    ]
    if not lines:
        return None
    text = say("answer.issuer", query.language, issuer=issuer, n="@")
    return text, [cite_span(head, document, lines[0], lines[0])], issuer


def _addressed(query: Query, head: Head, document: Document) -> _Part | None:
    header = document.header
    for names, kind, message in (
        (header.addressees, ClauseKind.ADDRESSEE, "answer.addressees"),
        (header.recipients, ClauseKind.RECIPIENT, "answer.recipients"),
    ):
        block = _last_run(document, kind)
        if names and block:
            citation = cite_span(head, document, block[0], block[-1])
            text = say(message, query.language, names="; ".join(names), marks="[@]")
            return text, [citation], "; ".join(names)
    return None


def _replied(query: Query, head: Head, document: Document) -> _Part | None:
    """The letter that this one answers."""
    return _stated(query, head, document, _REPLIES)


def _replaced(query: Query, head: Head, document: Document) -> _Part | None:
    """What it replaces or repeals."""
    clauses = {clause.index: clause for clause in document.clauses}
    ended = [one for one in document.references if one.relation in _ENDS]
    places = list(dict.fromkeys(one.clause for one in ended))[:_ENDED_AT_MOST]
    if not places:
        return None
    names = "; ".join(dict.fromkeys(one.text for one in ended if one.clause in places))
    cited = [cite(head, clauses[place]) for place in places]
    return say("answer.replaced", query.language, names=names, marks="[@]"), cited, names


def _passed(query: Query, head: Head, document: Document) -> _Part | None:
    """When, and in which session, a council passed it; the day of its issue where it passed
    something itself ("nghị quyết thông qua báo cáo … ra ngày nào")."""
    said = _stated(query, head, document, _WAS_PASSED)
    return said or (_issued(query, head, document) if _asks(query, _ISSUED) else None)


def _stated(query: Query, head: Head, document: Document, pattern: re.Pattern[str]) -> _Part | None:
    """The first clause of the body in which the pattern is found, in its own words."""
    for clause in document.clauses:
        if clause.kind not in _FRAME and pattern.search(plain(clause.text)):
            return (
                say("answer.stated", query.language, quote=clause.text, n="@"),
                [cite(head, clause)],
                clause.text,
            )
    return None


_PARTS: tuple[tuple[Cue, _Reader], ...] = (
    (_NUMBER, _number),
    (_ISSUED, _issued),
    (_EFFECTIVE, _effective),
    (_SIGNER, _signature),
    (_ISSUER, _issuer),
    (_ADDRESSED, _addressed),
    (_REPLIED, _replied),
    (_PASSED, _passed),
    (_REPLACED, _replaced),
)
