"""Whether the evidence is enough to answer: a calibrated probability, and a line to refuse below.

The probability that the library has the answer comes from what the best evidence has of the
question (qa/signals.py, qa/sureness.py). It is fitted by `eval/fit_sureness.py`, as is the
operating point: the confidence below which one in twenty questions that have an answer fall (see
`weights.json`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.agencies import default_registry
from corpus.home import home_of
from corpus.text import compiled, fold, plain
from qa.cues import cues
from qa.evidence import Evidence
from qa.in_text import measures_only, numbered
from qa.named_things import FIRMS, names_thing, notes_thing, thing_asked
from qa.question import Intent, Kind, Query
from qa.signals import signals, vector
from qa.sureness import sureness
from qa.values import find_numbers
from qa.wanted import says_wanted
from qa.weights import fitted

__all__ = ["bears", "confidence", "enough", "names_goods", "says_it_all"]

_BEST = 3
_NUMBERS_AMONG = 6  # of the best clauses, one of which may open with the number asked for
# Kinds that no other words can stand for: without a sum no clause says how much was spent.
_STRICT = frozenset(
    {Kind.MONEY, Kind.AREA, Kind.LENGTH, Kind.POWER, Kind.PHONE, Kind.HOLDER, Kind.REASON}
)
# Kinds that one place has more of than another.
_AMOUNTS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.AREA, Kind.COUNT, Kind.LENGTH, Kind.POWER})
_OTHER = cues("other")
_SIGN = re.compile(r"\d+(?:/\d{4})?/[a-zđ]|(?<!\w)số \d")
_FULL_STOP = re.compile(r"(?<=\.)\s+")
_FROM_TO = compiled(r"(?<!\w)từ (?:tỉnh |thành phố )?[⇧][^.;,]{2,30} (?:đến|tới|trở) ")
_NAMED = 0.35
_ALL = 0.95  # of the words of a question
_LACKING = (
    "missing_count", "missing_place", "missing_year", "missing_number", "missing_fact",
)  # fmt: skip


def confidence(query: Query, evidence: Sequence[Evidence]) -> float:
    """The probability, in [0, 1], that the best of the evidence answers the question."""
    return sureness().chance(vector(query, evidence)) if evidence else 0.0


# "(Ban hành kèm theo Quyết định số …)": what an annex belongs to, and nothing of its matter.
_ATTACHED = re.compile(r"\((?:duoc )?(?:ban hanh )?kem theo [^()]{5,200}\)")


def bears(query: Query, evidence: Sequence[Evidence], charged: Sequence[str] = ()) -> bool:
    """Whether the best of the evidence can answer: where a sum, an area, a person's name, the name
    of a hospital … is asked for, it must hold one, or be charged to one (`charged`: the bodies
    that the best clause tells); where something of one place is asked for, it must be of that."""
    if evidence and (_elsewhere(query, evidence[0]) or _of_another_number(query, evidence)):
        return False
    if evidence and _ATTACHED.fullmatch(plain(evidence[0].clause.text)):
        return query.intent in (Intent.REFERENCE, Intent.METADATA)
    if query.intent is Intent.REFERENCE and _OTHER["which_number"].search(query.opened):
        return any(_SIGN.search(fold(_whole(found))) for found in evidence[:1])
    if query.intent not in (Intent.CONTENT, Intent.OWNER):
        return True
    if not (_tells_number(query, evidence) and _says_wanted(query, evidence[:1])):
        return False
    if _STRICT.intersection(query.kinds) and not (evidence and evidence[0].feature("kind") > 0):
        return False
    if Kind.PERCENT in query.kinds and not any(found.feature("kind") for found in evidence[:_BEST]):
        return False
    thing = thing_asked(query.opened)
    return (
        thing is None
        or _names(thing, evidence)
        or (thing in FIRMS and any(names_thing(thing, body) for body in charged))
    )


def _names(thing: str, evidence: Sequence[Evidence]) -> bool:
    """Whether the best of the evidence names such a thing, or may do so in a footnote. Provinces
    are told in lists, of which the best clause may be only the introduction."""
    looked = evidence[: _BEST if thing.startswith("tỉnh") else 1]
    texts = [_whole(found) for found in looked]
    return any(names_thing(thing, text) or notes_thing(thing, text) for text in texts)


def _whole(found: Evidence) -> str:
    """The clause with its headings."""
    return " . ".join((*found.clause.context, found.clause.text))


def _tells_number(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the best clause counts what is counted in the question. Where that is not said, the
    number may stand in the next clause too, which the best leads over to. A number that measures (a
    share, an age) counts no things."""
    if Kind.COUNT not in query.kinds or query.intent is not Intent.CONTENT:
        return True
    leads = bool(evidence) and evidence[0].clause.text.rstrip().endswith(":")
    looked = evidence[: 2 if leads and not query.counted else 1]
    if not any(numbered(query, _whole(found)) for found in looked):
        return False
    things = query.counted or _OTHER["how_many_things"].search(query.opened)
    return not things or not all(measures_only(query, _whole(found)) for found in looked)


def _says_wanted(query: Query, best: Sequence[Evidence]) -> bool:
    """Whether the best clause, or its heading, says the deed, the payment … that is asked for."""
    return all(
        says_wanted(query, found.clause.text, " . ".join(found.clause.context)) for found in best
    )


def _elsewhere(query: Query, best: Evidence) -> bool:
    """Whether the best clause cannot be about the place that the question names. Neither it nor its
    document names that place, but others, or none where it is asked what happened there; or how
    many, how much is asked and no number stands in one sentence with the place."""
    asked = {n for place in query.places for n in (place.name, place.merged_into) if n}
    head, names = best.head, [plain(name) for name in asked]

    def here(text: str) -> bool:
        bare = plain(text)
        return any(name in bare for name in names)

    if not (names and head.origin) or here(" ".join((head.title or "", *best.clause.context))):
        return False
    home = home_of(head.issuer, head.title, head.superior).province
    if here(head.home) or (home and not asked.isdisjoint((home.name, home.merged_into))):
        return False
    # Semicolons part what one sentence tells of one place.
    parts = [part for part in _FULL_STOP.split(best.clause.text) if here(part)]
    if query.intent is Intent.CONTENT and _AMOUNTS.intersection(query.kinds):
        return not any(find_numbers(part) for part in parts)
    happened = query.past and query.intent in (Intent.CONTENT, Intent.OWNER)
    return not parts and (happened or _names_other(best.clause.text))


# "Vành đai 1 gồm mấy phường?", "Ai chủ trì Dự án 8?": of their kind there are others.
_NUMBERED = re.compile(
    r"(?<!\w)(?P<what>(?:tieu )?du an|hop phan|vanh dai|goi thau|phan khu|quoc lo) "
    r"(?:thanh phan )?(?:so )?0*(?P<number>\d{1,3}|[ivx]{1,4})(?![\w/])"
    r"(?! ?(?:kv|mw|ha(?! (?:noi|tinh|nam|giang|tien|long|dong))|km|ty|trieu|nghin|dong|can)(?!\w))"
)


def _of_another_number(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the question is of a project, a ring road … of some number, and the best clause with
    its document's title names none of that number; or one of another number first, and one of the
    next that number. Of two that are asked about one is enough: the clause may answer half."""
    asked: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(plain(query.opened)):
        number = query.opened[match.start("number") : match.end("number")]
        if number.isdigit() or number.isupper():  # "dự án vi phạm" has no number
            asked.setdefault(match["what"], set()).add(match["number"])
    for what, numbers in asked.items():
        told = [_numbers_of(what, found) for found in evidence[:_NUMBERS_AMONG]]
        first = [not numbers.isdisjoint(those[:1]) for those in told]
        if numbers.isdisjoint(told[0]) or (any(first) and not first[0]):
            return True
    return False


def _numbers_of(what: str, found: Evidence) -> list[str]:
    """The numbers behind such a word, in the order of the text: "Dự án 1, Dự án 2 và 5"."""
    text = plain(f"{_whole(found)} . {found.head.title or ''}")
    series = re.compile(
        rf"(?<!\w){what} (?:thanh phan )?(?:so )?"
        r"((?:\d{1,3}|[ivx]{1,4})(?:(?:,| va| -) (?:\d{1,3}|[ivx]{1,4})(?!\w))*)(?!\w)"
    )
    return [
        number.lstrip("0")
        for match in series.finditer(text)
        for number in re.findall(r"\d+|[ivx]+", match[1])
    ]


def _names_other(text: str) -> bool:
    """Whether a text names a province; "từ Quảng Ninh đến Thanh Hóa" reaches others too."""
    registry, folded = default_registry(), fold(text)
    capitals = compiled(r"(?<!\w)[⇧]").finditer(text)
    named = any(registry.province(text, folded, letter.start()) for letter in capitals)
    return named and not _FROM_TO.search(text)


def enough(sure: float) -> bool:
    """Whether a confidence is at or above the operating point."""
    return sure >= fitted().threshold


def names_goods(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether a code is asked for, and the best clause has the name of the goods: of the words of
    such a question it has little else."""
    return bool(evidence) and Kind.CODE in query.kinds and evidence[0].feature("names") > _NAMED


def says_it_all(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the question is put in the words of the best clause, with its headings and title, and
    what is asked for stands there: then it is answered however few documents there are to tell
    rare words by. Of 1,454 questions that nothing answers 5 are such, of 2,800 that have one 2
    would be refused otherwise."""
    if not evidence:
        return False
    found = signals(query, evidence)
    lacking = any(found[name] for name in _LACKING)
    return found["all"] >= _ALL and not lacking and (not query.kinds or found["kind"] >= 1)
