"""What an answer that was found lacks, so that it is none after all.

Here the clause that is quoted first is held against the question once more, with all that only the
answer shows: whether a day is the one on which something begins or ends, whether the document that
the question names is the one quoted, whether a place is named where one is asked for.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.text import plain
from qa.citation import Answer, Citation
from qa.cues import cues
from qa.named_documents import serial
from qa.named_things import names_thing, notes_thing
from qa.question import Intent, Kind, Query
from qa.values import holds_office, names_person
from qa.wanted import says_wanted

__all__ = ["lacks"]

_LACKING = cues("lacking")
_FOUND = (Intent.CONTENT, Intent.OWNER, Intent.DEADLINE)  # what clauses answer, and no register
_STARTS = re.compile(r"(?:ke )?tu (?!.* den)")
_DUE = re.compile(r"truoc|cham nhat|muon nhat|tre nhat|khong qua|khong muon hon")
# What is to begin by a day: "điểm đầu tiên đi vào hoạt động trước ngày 01/3/2021".
_BEGINS = re.compile(r"(?:hoat dong|van hanh|khoi cong|bat dau|su dung|khai truong|mo cua)\s*$")
_NOT_HELD = re.compile(
    r"(?:thong nhat|dong y|quyet dinh|chap thuan) (?:chua|khong)(?!\w)|"
    r"(?<!\w)(?:chua|khong) (?:to chuc|dong y|thong nhat|chap thuan)"
)
_NTH = re.compile(
    r"(?<!\w)(?:lan thu|phien (?:hop )?(?:lan )?thu|ky hop thu|dot|giai doan|phase|session) "
    r"(?P<nth>\d{1,2}|[ivx]{1,5})(?![\w/]|\s*[-–]\s*\d)"
)
_NUMERAL = re.compile(r"(?<![\w.,])0*(\d+|[ivx]+)(?!\w)")
_GOAL = re.compile(r"muc tieu|phan dau|chi tieu|du kien")
_DONE = re.compile(r"(?<!\w)(?:da|hien|uoc|dat)(?!\w)")
_KINDS = re.compile(
    r"(?<!\w)(nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|cong van|ke hoach|luat) nao(?!\w)"
)
_LISTED = re.compile(
    r"(?P<subject>[^?,;]+?) co (?:nam trong|thuoc|duoc (?:dua|xep) vao)(?!\w)[^?]* khong\s*\??$"
)
_OFFICE = re.compile(r"pho |thu truong|bo truong|chu tich|giam doc|truong |dong chi|ong |ba ")


def lacks(query: Query, given: Answer) -> bool:
    """Whether what the answer quotes first cannot be what is asked for."""
    if given.abstained or not given.citations:
        return False
    if query.intent is Intent.REFERENCE:
        return _no_such_document(query, given)
    if query.intent not in _FOUND:
        return False
    first = given.citations[0]
    if not says_wanted(query, first.clause.text, " . ".join(first.clause.context)):
        return True
    if query.intent is Intent.DEADLINE and _another_day(query, first):
        return True
    return any(
        check(query, given)
        for check in (_no_place, _another_time, _another_document, _a_goal, _not_listed, _no_person)
    )


def _whole(cited: Citation) -> str:
    """The clause with its headings."""
    return " . ".join((*cited.clause.context, cited.clause.text))


def _framed(cited: Citation) -> str:
    """The clause with its headings and its document's, without diacritics."""
    head = cited.head
    return plain(" . ".join((head.title or "", head.number or "", head.origin, _whole(cited))))


def _another_day(query: Query, first: Citation) -> bool:
    """Whether the days told are those on which something begins, and its end is asked for, or the
    other way round; or it is said that what is asked for is not held then."""
    if first.deadline is None:
        return False
    marked = [first.quote[start:end] for start, end in first.marked] or [first.deadline.text]
    told = [plain(text) for text in marked]
    ends, begins = (_LACKING[name].search(query.opened) for name in ("by_when", "from_when"))
    if ends and begins:  # both are asked for
        return False
    if ends and all(_STARTS.match(text) for text in told):
        return True
    before = plain(first.quote)[: first.marked[0][0] if first.marked else 0]
    if begins and all(_DUE.match(text) for text in told) and not _BEGINS.search(before):
        return True
    return _NOT_HELD.search(re.split(r"[.;]\s", before)[-1]) is not None


def _no_place(query: Query, given: Answer) -> bool:
    """Whether it is asked where, or which places, and none is named, nor may be in a footnote."""
    if _LACKING["in_which_place"].search(query.opened) is None:
        return False
    return not any(
        names_thing(place, text) or notes_thing(place, text)
        for text in map(_whole, given.citations[:1])
        for place in ("tỉnh", "xã")
    )


def _another_time(query: Query, given: Answer) -> bool:
    """Whether the twenty-second session is asked about, the second phase, and neither the clause
    nor its document has that number."""
    asked = [match["nth"].lstrip("0") for match in _NTH.finditer(plain(query.opened))]
    return bool(asked) and set(asked).isdisjoint(_NUMERAL.findall(_framed(given.citations[0])))


def _another_document(query: Query, given: Answer) -> bool:
    """Whether the question names a document of the library, and what is quoted is of another that
    does not name it."""
    named = [one for one in query.documents if one.heads]
    if not named or any(given.citations[0].head in one.heads for one in named):
        return False
    quoted = _framed(given.citations[0])
    numbers = (re.escape(serial(one.number)) for one in named)
    return not any(re.search(rf"(?<!\d)0*{number}(?!\d)", quoted) for number in numbers)


def _a_goal(query: Query, given: Answer) -> bool:
    """Whether it is asked how much is done, and the sentence quoted tells what is to be reached."""
    if query.intent is not Intent.CONTENT or not query.kinds:
        return False
    if not _LACKING["so_far"].search(query.opened) or _LACKING["goal"].search(query.opened):
        return False
    first = given.citations[0]
    start, end = first.marked[0] if first.marked else (0, len(first.quote))
    sentence = plain(first.quote[start:end])
    aimed = _GOAL.search(sentence) or _GOAL.search(plain(" . ".join(first.clause.context)))
    return aimed is not None and _DONE.search(sentence) is None


def _not_listed(query: Query, given: Answer) -> bool:
    """Whether it is asked if something is on a list, and not two words of it are said together."""
    asked = _LISTED.match(plain(query.opened))
    if asked is None:
        return False
    words = asked["subject"].split()
    said = " ".join(_framed(cited) for cited in given.citations)
    return not any(f"{one} {next_}" in said for one, next_ in pairwise(words))


def _no_person(query: Query, given: Answer) -> bool:
    """Whether it is asked who heads something, or which people, and no such name stands there."""
    text = _whole(given.citations[0])
    if Kind.HOLDER in query.kinds and given.agency and query.intent is Intent.OWNER:
        return not (_OFFICE.match(plain(given.agency)) or holds_office(text))
    return _LACKING["which_people"].search(query.opened) is not None and not names_person(text)


def _no_such_document(query: Query, given: Answer) -> bool:
    """Whether a document of some kind is asked for, and none of it is told or quoted. Letters and
    plans are often called by their number alone."""
    kinds = {match[1] for match in _KINDS.finditer(plain(query.opened))}
    if not kinds or not kinds.isdisjoint(("cong van", "ke hoach")):
        return False
    told = plain(" ".join((*given.values, *(cited.quote for cited in given.citations))))
    return not any(re.search(rf"{kind}[^.;]{{0,90}}?\d", told) for kind in kinds)
