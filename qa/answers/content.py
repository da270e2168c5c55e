"""Anything else that is asked: the sentence that answers, inside its clause."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from corpus.document import Clause, ClauseKind
from corpus.text import plain
from index.library import Library
from qa.citation import Answer, Citation, cite
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Query
from qa.values import find_values

__all__ = [
    "CITED",
    "answer_content",
    "answering_sentence",
    "citations_of",
    "likelihood",
    "listed_below",
    "sentence_at",
]

CITED = 3
_SAYS_LITTLE = 45  # characters
_LISTED = 12  # items shown of a list that answers
_CLOSE = 3.0  # below the best score (a logit): a clause that may be the answer is cited too
_PART = re.compile(r";\s")  # parts of one sentence, which a full stop ends
# A report to "các Bộ: | Tài chính, Nông nghiệp và Môi trường trước 17 giờ …" is one sentence.
_OF_SEVERAL = re.compile(
    r"(?<!\w)các (?:bộ|sở|tỉnh|xã|huyện|phường|ban|cục):\s*$|đơn vị tính:\s*$", re.IGNORECASE
)
_SHOWN_WHOLE = 300  # characters of a clause that is quoted whole, where one word decides
_YES_OR_NO = re.compile(
    r"^(?![^?]*(?<!\w)(?:nao|gi|bao nhieu|ai)(?!\w))"
    r"[^?]*(?<!\w)(?:co|duoc|phai|bi|can|nen)(?!\w)[^?]* (?:(?<!hang )khong|chua|ko)\W*$"
)
_YES_OR_NO_ENGLISH = re.compile(r"^(?:is|are|was|were|does|do|did|can|may|must|should|will) ")
_SENTENCE = re.compile(r"[^.;:]+(?:[.;:](?!\s|$)[^.;:]*)*[.;:]?")


def answer_content(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer:
    """The best clauses, the sentence that answers marked in each, with its footnotes; of a clause
    that leads over to a list, what it lists too."""
    evidence = _with_reply(query, evidence)
    cited = citations_of(library, query, evidence)
    listed = [
        *_notes(library, query, cited[0]),
        *_heading(library, query, cited[0]),
        *_listed_below(library, query, cited[0], evidence),
    ]
    known = {citation.clause.index for citation in listed}
    others = [
        one for one in cited[1:] if one.head != cited[0].head or one.clause.index not in known
    ]
    citations = [cited[0], *listed, *others]
    best = citations[0]
    start, end = best.marked[0] if best.marked else (0, len(best.quote))
    sentence = best.quote[start:end]
    statement = say("answer.content", query.language, quote=sentence.strip(), n=1)
    for at, one in sorted(enumerate(listed, start=2), key=lambda item: item[1].start):
        begin, stop = one.marked[0] if one.marked else (0, len(one.quote))
        said = one.quote[begin:stop].strip()
        statement += "\n" + say("answer.content", query.language, quote=said, n=at)
    values = [
        sentence[begin:stop] for kind in query.kinds for begin, stop in find_values(kind, sentence)
    ]
    return Answer(query=query, text=statement, citations=tuple(citations), values=tuple(values))


# What a reply opens with is what was asked of it.
_RECEIVED = re.compile(
    r"(?:\w+ ){1,6}(?:da )?nhan duoc (?:cong van|van ban|cau hoi|phieu|don|kien nghi|to trinh|"
    r"y kien)"
)
_REPLY = re.compile(
    r"(?<!\w)(?:tra loi|huong dan|y kien|xu ly|giai dap|phan hoi)(?!\w)"
    r"[^?]*(?<!\w)(?:sao|the nao|gi|kieu gi)(?!\w)|(?<!\w)(?:reply|answer|say|respond)(?!\w)"
)


def _with_reply(query: Query, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence with what a reply says first, where the best is only what it replies to."""
    best = evidence[0]
    asks = _REPLY.search(plain(query.opened))
    if asks is None or not _RECEIVED.match(plain(best.clause.text)):
        return evidence
    says = next(
        (
            found
            for found in evidence[1:]
            if found.head == best.head and not _RECEIVED.match(plain(found.clause.text))
        ),
        None,
    )
    return evidence if says is None else [says, *(one for one in evidence if one is not says)]


def citations_of(
    library: Library, query: Query, evidence: Sequence[Evidence], limit: int = CITED
) -> list[Citation]:
    """The best clause and those nearly as good, each with its answering sentence marked."""
    top = evidence[0].score
    return [
        cite(
            found.head,
            found.clause,
            score=likelihood(found, evidence),
            marked=(answering_sentence(library, query, found.clause.text),),
        )
        for found in evidence[:limit]
        if found.score >= top - _CLOSE
    ]


# What a footnote may tell: which ones, who, what exactly.
_NAMED_BELOW = re.compile(r"(?<!\w)(?:nao|ai|cu the|gom|la gi|which|who|what)(?!\w)")


def _notes(library: Library, query: Query, best: Citation) -> list[Citation]:
    """The footnotes to the sentence that answers, where it is asked which: "7 địa phương[1]"."""
    if _NAMED_BELOW.search(plain(query.opened)) is None:
        return []
    sentence = best.quote[slice(*best.marked[0])] if best.marked else best.quote
    notes = (
        clause
        for clause in library.document(best.head.id).clauses
        if clause.kind is ClauseKind.NOTE and clause.parent == best.clause.index and clause.marker
    )
    return [
        cite(best.head, note, score=best.score)
        for note in notes
        if re.search(rf"(?<=[^\W\d]){re.escape(note.marker or '')}(?!\d)", sentence)
    ]


_WHICH = re.compile(r"(?<!\w)(?P<sort>\w+ \w+) (?:nao|gi)(?!\w)")


def _heading(library: Library, query: Query, best: Citation) -> list[Citation]:
    """What stands over the best clause, where that alone has what is asked which it is: of "độ mật
    nào?" the item says what is secret, and its article how much."""
    asked = _WHICH.search(plain(query.opened))
    clauses = library.document(best.head.id).clauses
    above = best.clause.parent
    if asked is None or above is None:
        return []
    # "độ mật" may be "độ Tuyệt mật".
    said = re.compile(r"(?<!\w)" + r" (?:\w+ )?".join(asked["sort"].split()) + r"(?!\w)")
    over = clauses[above]
    if said.search(plain(best.quote)) or not said.search(plain(over.text)):
        return []
    return [cite(best.head, over, score=best.score)]


def _listed_below(
    library: Library, query: Query, leading: Citation, evidence: Sequence[Evidence]
) -> list[Citation]:
    """What stands below a clause that ends in a colon, or below a heading, nearest to the question
    first, then in order; nothing for any other clause."""
    ranks = {
        found.clause.index: rank
        for rank, found in enumerate(evidence)
        if found.head == leading.head
    }
    items = listed_below(library.document(leading.head.id).clauses, leading.clause.index)
    items.sort(key=lambda clause: ranks.get(clause.index, len(evidence)))
    return [
        cite(
            leading.head,
            clause,
            score=leading.score,
            marked=(answering_sentence(library, query, clause.text),),
        )
        for clause in items
    ]


def likelihood(found: Evidence, evidence: Sequence[Evidence]) -> float:
    """The probability in [0, 1] that the ranking gives a candidate among all."""
    top = evidence[0].score
    among = sum(math.exp(other.score - top) for other in evidence)
    return math.exp(found.score - top) / among


def answering_sentence(library: Library, query: Query, text: str) -> tuple[int, int]:
    """Where the sentence stands that has most of the question, half-open, without outer spaces;
    with what it leads to, if it ends in a colon or within brackets, and with the part beside it
    that has the sum, the day … that is asked for: "ký cam kết tại các trường; kinh phí 350 triệu
    đồng"."""
    asked = _YES_OR_NO_ENGLISH if query.language == "en" else _YES_OR_NO
    if len(text) <= _SHOWN_WHOLE and asked.search(plain(query.opened)):
        return 0, len(text.rstrip())  # "chỉ được tặng một lần; | không áp dụng hình thức truy tặng"
    words = weigh(library, query.search, query.text)
    best = (0.0, 0, len(text))
    sentences = list(_SENTENCE.finditer(text))
    for match in sentences:
        sentence = match.group()
        score = words.share(covered(words, sentence)) + 0.3 * words.share_of_pairs(
            covered(words, sentence)
        )
        score += 0.3 * _has_wanted(query, sentence)
        if score > best[0] + 1e-9:
            lead = len(sentence) - len(sentence.lstrip())
            best = (score, match.start() + lead, match.start() + len(sentence.rstrip()))
    _, start, end = best
    if query.kinds and not _has_wanted(query, text[start:end]):
        beside = (
            one
            for one in sentences
            if (one.start() == end or one.end() in (start, start - 1))
            and _PART.search(text, min(start, one.start()), max(end, one.end()) - 1)
            and _has_wanted(query, one.group())
        )
        if wanted := next(beside, None):
            start, end = min(start, wanted.start()), max(end, wanted.end())
            start += len(text[start:end]) - len(text[start:end].lstrip())
    for one in sentences:
        if one.end() > end and _goes_on(text[start:end].rstrip()):
            end = one.end()
    for one in reversed(sentences):
        if one.end() <= start and _OF_SEVERAL.search(text[one.start() : start]):
            start = one.start() + len(one.group()) - len(one.group().lstrip())
    return start, start + len(text[start:end].rstrip())


def listed_below(clauses: Sequence[Clause], index: int) -> list[Clause]:
    """What stands below a clause that leads over or heads, or beside it in items where it is a
    paragraph: at most `_LISTED`; nothing for any other clause."""
    leading = clauses[index]
    if not (leading.heading or leading.text.rstrip().endswith(":")):
        return []
    items: list[Clause] = []
    for clause in clauses[index + 1 :]:
        if len(items) == _LISTED:
            break
        below = clause.parent == index
        # The parts of a document that its preamble leads over to are nothing that it lists.
        part = clause.heading and clause.parent is None
        beside = leading.marker is None and clause.parent == leading.parent and not part
        if below or (beside and clause.marker is not None):
            items.append(clause)
        elif clause.parent == leading.parent:
            break
    return items


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Where the sentence stands that has the character at `at`, half-open, without outer spaces;
    from where a bracket opens that it closes, and with what stands before it where it says hardly
    more than a day."""
    spans = [one.span() for one in _SENTENCE.finditer(text)]
    start, end = next((span for span in spans if span[0] <= at < span[1]), (0, len(text)))
    for before, _ in reversed(spans):
        closes = text.count(")", start, end) > text.count("(", start, end)
        among = _OF_SEVERAL.search(text[max(before, start - 20) : start]) is not None
        if before < start and (closes or among or end - start < _SAYS_LITTLE):
            start = before
    said = text[start:end]
    return start + len(said) - len(said.lstrip()), start + len(said.rstrip())


def _goes_on(words: str) -> bool:
    """Whether what answers is still to come: "Đầu tư mới: | 35 trạm (trong đó: | A 9, B 26)"."""
    return words.endswith(":") or words.count("(") > words.count(")")


def _has_wanted(query: Query, words: str) -> bool:
    """Whether they have a value of a kind that is asked for."""
    return any(find_values(kind, words) for kind in query.kinds)
