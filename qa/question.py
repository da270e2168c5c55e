"""What a question asks: its intent, the bodies and documents it names, its topic, its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.agencies import Province, default_registry
from corpus.text import collapse, plain, written
from index.diacritics import Counted
from index.rows import Head
from index.synonyms import said_in
from index.wording import is_english, reword, spelled_out
from qa.abbreviations import expand, of_two_places
from qa.aliases import aliases
from qa.asked_body import asked_body, choices, issuing, together
from qa.called import called_in
from qa.content_words import says_nothing
from qa.cues import cues, is_bare
from qa.intents import chances
from qa.named import Named, NamedAgency, named_in, places_told, translated
from qa.named_documents import NamedDocument, kind_named
from qa.periods import Period

__all__ = ["Form", "Intent", "Kind", "Query", "read_question", "subject_of"]


class Intent(StrEnum):
    """The kind of thing asked."""

    TASKS = "tasks"
    OWNER = "owner"
    DEADLINE = "deadline"
    REFERENCE = "reference"
    METADATA = "metadata"
    CONTENT = "content"
    COMPARISON = "comparison"


class Form(StrEnum):
    """How a question is typed."""

    ACCENTED = "vi"
    BARE = "nodiac"
    ENGLISH = "en"


class Kind(StrEnum):
    """What an answer must contain to be one: a sum, a share, a person … (see qa/abstain.py)."""

    MONEY = "money"
    PERCENT = "percent"
    AREA = "area"
    COUNT = "count"
    PHONE = "phone"
    PERSON = "person"
    TIME = "time"
    REASON = "reason"
    LENGTH = "length"
    POWER = "power"
    AGENCY = "agency"
    SIGN = "sign"
    CODE = "code"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class Query:
    """A question as read. `opened` is the question with its abbreviations written out, which the
    offsets of `documents` are into; `search` is what to search with; `topic` what it is about
    once bodies, documents and question words are taken out ("" when nothing remains)."""

    text: str
    language: str
    form: Form
    intent: Intent
    opened: str
    search: str
    topic: str
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    together: tuple[str, ...] = ()  # bodies asked about in one breath ("Sở Y tế và Công an tỉnh")
    choices: tuple[str, ...] = ()  # bodies one of which is asked for: "Bộ Y tế hay Bộ Công an"
    documents: tuple[NamedDocument, ...] = ()
    places: tuple[Province, ...] = ()
    periods: tuple[Period, ...] = ()
    kinds: tuple[Kind, ...] = ()
    years: tuple[int, ...] = ()
    kind_named: str | None = None  # of the document asked about, named without its number
    focus: str = ""  # the words around the question word, in Vietnamese: what an answer must be of
    counted: tuple[str, ...] = ()  # what "bao nhiêu …" counts, its first words; what says it too
    asks: int = 1  # how many things are asked in one breath ("bao nhiêu ca, mấy người chết")
    past: bool = False  # what happened or how things stand is asked, not what must be done
    duties: bool = False  # what must be done is asked, of somebody whom it does not name


_OPENING = 5  # words: "Theo", "Ai ký", "Nội dung chính của", "Who signed" may stand before


def subject_of(query: Query) -> NamedDocument | None:
    """The document whose number the question opens with; None where it opens otherwise."""
    first = min(query.documents, key=lambda document: document.start, default=None)
    if first is None or len(query.opened[: first.start].split()) > _OPENING:
        return None
    return first


def _form(question: str) -> Form:
    if is_english(question):
        return Form.ENGLISH
    return Form.BARE if is_bare(question) else Form.ACCENTED


_INTENTS = [(Intent(name), cue) for name, cue in cues("intents").items()]
_KINDS = [(Kind(name), cue) for name, cue in cues("kinds").items()]
_OTHER = cues("other")
_DUTIES = next(cue for intent, cue in _INTENTS if intent is Intent.TASKS)


def read_question(
    text: str, heads: Sequence[Head], told: Sequence[str], counted: Counted | None = None
) -> Query:
    """The question as read against a library: its documents, the names its clauses carry, and what
    words it has (`counted`), which tell what was typed without diacritics."""
    asked = collapse(written(text)).replace("’", "'")
    form = _form(asked)
    english = form is Form.ENGLISH
    # In a question without marks "may" is "mấy" (how many), in an English one a verb.
    opened = _MAY.sub("can", expand(asked)) if english else expand(asked)
    if form is Form.ACCENTED and counted is not None:
        bodies = aliases(default_registry(), tuple(told))
        opened = spelled_out(
            opened, counted, lambda short: plain(short) in bodies or of_two_places(short, counted)
        )
    named = named_in(opened, heads, told)
    bare = plain(opened)
    if not named.agencies and _DUTIES.search(opened):
        named = replace(named, agencies=places_told(bare, named))
    if not named.agencies and not english:
        named = replace(named, agencies=called_in(bare, named, tuple(told)))
    if english and not named.agencies:
        named = replace(named, agencies=translated(reword(opened, english=True).text, told))
    between = choices(bare, named.agencies)
    intent, agency = _meant(opened, bare, named, between=bool(between))
    kinds = _kinds(opened, intent)
    if Kind.CODE in kinds and intent is Intent.OWNER:
        intent = Intent.CONTENT  # which code the customs gave, not who gave it
    issuers = issuing(bare, named.documents, named.agencies)
    agencies = tuple(dict.fromkeys(a.name for a in named.agencies if a not in issuers))
    spans = [(a.start, a.end) for a in named.agencies]
    spans += [(d.start, d.end) for d in named.documents if d.heads]

    wording = _wording(opened, form, named, counted)
    whole = form is Form.ACCENTED and reword(opened, english=False).text == opened

    def meant(words: str) -> str:
        if whole:  # "Gia Lai" alone would be taken for words typed without their marks
            return words
        return reword(_with_marks(words, form, named), english=english, counted=counted).text

    return Query(
        text=text,
        language="en" if english else "vi",
        form=form,
        intent=intent,
        opened=opened,
        search=wording,
        topic="" if says_nothing(topic := _topic(opened, spans, named.places)) else meant(topic),
        agency=agency.name if agency else None,
        agencies=agencies,
        together=together(bare, named.agencies, agency),
        choices=between,
        documents=named.documents,
        places=tuple(dict.fromkeys(place for place, _, _ in named.places)),
        periods=named.periods,
        kinds=kinds,
        kind_named=kind_named(bare),
        focus=meant(focus) if (focus := _focus(opened)) else "",
        counted=_counted(wording if form is Form.BARE else opened),
        asks=max(1, len(_OTHER["asking"].spans(opened))),
        past=_OTHER["past"].search(opened) is not None and _OTHER["ought"].search(opened) is None,
        duties=agency is None and _asks_duties(opened),
        years=tuple(int(year) for year in re.findall(r"(?<![\d/])(20\d\d)(?!\d)", bare)),
    )


# How much a cue adds to the logarithm of a chance. Signatures, dates of issue and citations are
# asked for in few ways, all of them foreseen, and few questions are there to learn from.
_CUED = {
    Intent.METADATA: 3.0,
    Intent.REFERENCE: 3.0,
    Intent.DEADLINE: 2.0,
    Intent.OWNER: 1.2,
    Intent.TASKS: 1.2,
    Intent.CONTENT: 1.0,  # where no cue is found
}


def _meant(
    opened: str, bare: str, named: Named, *, between: bool
) -> tuple[Intent, NamedAgency | None]:
    """What is asked, and of which body; `between` says whether it leaves the choice of some."""
    intent = _likeliest(opened, named)
    if between and intent in (Intent.TASKS, Intent.CONTENT, Intent.COMPARISON):
        return Intent.OWNER, None
    if intent is Intent.METADATA:
        return intent, None
    agency = asked_body(bare, named.agencies, due=intent is Intent.DEADLINE)
    if intent is Intent.TASKS and agency is None:
        intent = _likeliest(opened, replace(named, agencies=()))
    return intent, agency


def _likeliest(opened: str, named: Named) -> Intent:
    """What is asked: what the cues say, unless the words of the whole question say otherwise."""
    if _names_only(opened, named.agencies):
        return Intent.TASKS
    if named.agencies and _OTHER["whole_list"].search(opened):
        return Intent.TASKS
    cued = _intent(opened, named.agencies)
    if cued is Intent.COMPARISON or _asks_why(opened):
        return cued
    if cued is Intent.METADATA and _OF_HEAD.search(plain(opened)):
        return cued
    if cued is Intent.CONTENT and _must_do(opened, plain(opened), named):
        cued = Intent.TASKS
    likely = chances(opened)
    likely[cued] += _CUED[cued]
    # Weights have two digits, so that chances may be the same: then the cues decide.
    likeliest = Intent(max(likely, key=lambda kind: (round(likely[kind], 6), kind == cued)))
    whither = _OTHER["whither"].search(opened) and not _WHO_FIRST.match(plain(opened))
    if likeliest is Intent.OWNER and (whither or _for_whom(plain(opened), named)):
        return Intent.CONTENT
    if likeliest is Intent.TASKS and not named.agencies:
        return Intent.CONTENT  # of nobody there is no list, but the question may describe a body
    return likeliest


def _for_whom(bare: str, named: Named) -> bool:
    """Whether whom a body's deed is for is asked: "Ngân hàng Nhà nước phải giảm lãi cho ai?"."""
    opens = [agency for agency in named.agencies if not bare[: agency.start].strip()]
    return bool(opens) and _FOR_WHOM.match(bare, opens[0].end) is not None


_FOR_WHOM = re.compile(
    r"(?: (?:o |tai )?[^?,]{0,30})? (?:phai|can|duoc|se|da) "
    r"(?!(?:giao|phoi hop|phan cong|chuyen|bao cao|gui|nop|trinh)(?!\w))[^?,]{3,60} cho "
    r"(?:ai|nhung ai|(?:nhung )?(?:doi tuong|nguoi) nao)(?!\w)"
)
# "Cơ quan nào công khai thủ tục tại đâu?" asks who before it asks where.
_WHO_FIRST = re.compile(r"(?:ai|(?:co quan|don vi|so|bo|cuc|phong|ban|to)(?: \w+){0,3}? nao)(?!\w)")
# "Quyết định 5/QĐ-UBND có hiệu lực từ khi nào?": its words are like those of a deadline; and those
# of "Kế hoạch 165 của tỉnh nào?" like those that ask who does something.
_OF_HEAD = re.compile(
    r"^\D{2,30} \d\S*(?:(?! yeu cau | phai )(?: [^?,;]{2,40})?) gui (?:cho |den |toi )?"
    r"(?:nhung |cac )?(?:ai|dau|noi nao|(?:tinh|bo|so|don vi|dia phuong) nao)\W*$|"
    r"^\D{2,30} \d\S*(?: la)? cua (?:ai|co quan|don vi|bo|tinh|so|thanh pho|uy ban)(?!\w)|"
    r"(?<!het )(?<!mat )hieu luc (?:thi hanh )?(?:(?:ke )?tu |vao )?"
    r"(?:khi|ngay|luc|bao gio|hom)(?!\w)"
)


def _asks_duties(opened: str) -> bool:
    """Whether what must be done is asked, of whomever the question may mean: its words as a whole
    say so, since "phải làm gì" asks for a step of a procedure too."""
    likely = chances(opened)
    return max(likely, key=likely.__getitem__) == Intent.TASKS


def _kinds(opened: str, intent: Intent) -> tuple[Kind, ...]:
    """What an answer must contain to be one."""
    kinds = tuple(kind for kind, cue in _KINDS if cue.search(opened))
    if not kinds and _OTHER["many"].search(opened) and intent is Intent.CONTENT:
        kinds = (Kind.COUNT,)
    if _OTHER["who_person"].search(opened) and intent is Intent.OWNER:
        kinds = (*kinds, Kind.PERSON)
    if _OTHER["contractor"].search(opened):
        kinds = (*kinds, Kind.PERSON)
    return kinds


def _wording(question: str, form: Form, named: Named, counted: Counted | None) -> str:
    """The question in accented Vietnamese; an English one with the names it means."""
    english = form is Form.ENGLISH
    text = reword(_with_marks(question, form, named), english=english, counted=counted).text
    if not english:
        return text
    names = [agency.name for agency in named.agencies]
    names += [place.name for place, _, _ in named.places]
    return ". ".join(dict.fromkeys([text, *(name for name in names if name not in text)]))


# "dien bien" is "diễn biến" too, "hai duong" two roads: so only where a place is said to follow.
_DOUBTFUL_PLACES = re.compile(r"(?:dien bien|hai duong|nam dinh|hoa binh|binh duong|an giang)")
_PLACE_FOLLOWS = re.compile(r"(?:^|(?<!\w)(?:o|tai|tinh|cua|ubnd|xa|phuong|uy ban nhan dan)\s)$")


def _with_marks(words: str, form: Form, named: Named) -> str:
    """What a question without diacritics names, written with them: the rest is told by it."""
    if form is not Form.BARE:
        return words
    names = [agency.name for agency in named.agencies]
    names += [place.name for place, _, _ in named.places]
    for name in names:
        bare = plain(name)

        def written_out(match: re.Match[str], name: str = name, bare: str = bare) -> str:
            doubtful = _DOUBTFUL_PLACES.fullmatch(bare)
            before = plain(match.string[: match.start()])
            return match.group() if doubtful and not _PLACE_FOLLOWS.search(before) else name

        words = re.sub(rf"(?<!\w){re.escape(bare)}(?!\w)", written_out, words, flags=re.IGNORECASE)
    return words


def _intent(question: str, agencies: Sequence[NamedAgency]) -> Intent:
    for intent, cue in _INTENTS:
        if cue.search(question) is None:
            continue
        if intent is Intent.COMPARISON and not agencies:
            continue
        if intent is Intent.TASKS and not agencies:
            continue
        if intent is Intent.DEADLINE and _OTHER["many_not_time"].search(question):
            continue
        if intent is Intent.OWNER and _OTHER["what_it_gets"].search(question):
            continue  # "ai làm tốt thì được thưởng những gì": what, not who
        if intent is Intent.METADATA and _OTHER["which_documents"].search(question):
            return Intent.REFERENCE  # not the number of a document, but which documents
        return intent
    return Intent.CONTENT


def _asks_why(opened: str) -> bool:
    return any(kind is Kind.REASON and cue.search(opened) for kind, cue in _KINDS)


_OF_PLACE = re.compile(r"(?:\s+(?:cua |o )?(?:tinh|thanh pho|huyen|xa))?\s+(?:phai|can)(?!\w)")


_IN_PLACE = re.compile(r"\s+(?:(?:cua|o|ngoai|tai)\s+)?")


# "Công điện 227 yêu cầu | Bộ Quốc phòng điều lực lượng gì": whoever is told.
_TOLD = re.compile(r"(?<!\w)(?:yeu cau|giao(?: cho)?|chi dao|de nghi|bat|buoc)\s+$")


_WHAT = re.compile(r"(?<!\w)(?<!vi )(?<!viec )gi(?!\w)")


def _must_do(question: str, bare: str, named: Named) -> bool:
    """Whether it asks what a body must do in words of its own: "Sở Y tế phải báo cáo những gì",
    "yêu cầu Sở Y tế báo cáo những gì"."""
    ends = [agency.end for agency in named.agencies]
    # The place of a body may stand behind its name: "Công an tỉnh An Giang phải …".
    ends += [
        end
        for _, start, end in named.places
        if any(_IN_PLACE.fullmatch(bare, at, max(at, start)) or start <= at < end for at in ends)
    ]
    if any(
        _TOLD.search(bare[: agency.start]) and _WHAT.search(bare, agency.end)
        for agency in named.agencies
    ):
        return True
    asked = _OTHER["what_things"].search(question)
    return asked is not None and any(_OF_PLACE.match(bare, end) for end in ends)


def _names_only(question: str, agencies: Sequence[NamedAgency]) -> bool:
    """Whether it says a body's name and no more ("SYT?"): what the body must do is meant."""
    if len(agencies) != 1:
        return False
    rest = f"{question[: agencies[0].start]} {question[agencies[0].end :]}"
    return not any(character.isalnum() for character in rest)


_MAY = re.compile(r"(?<!\w)may(?!\w)")  # not the month


def _topic(
    question: str, spans: Sequence[tuple[int, int]], places: Sequence[tuple[Province, int, int]]
) -> str:
    asking = (
        (start, end)
        for start, end in _OTHER["question_words"].spans(question)
        if not any(begin <= start and end <= stop for _, begin, stop in places)  # "can tho"
    )
    cut = [*spans, *asking]
    kept = "".join(
        " " if any(start <= at < end for start, end in cut) else character
        for at, character in enumerate(question)
    )
    return collapse(re.sub(r"[?.,;:!“”\"()]", " ", kept))


_AROUND = 4  # words on each side


def _focus(question: str) -> str:
    """The words around the question words."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[\w&/.%-]*\w[\w%]*", question)]
    kept: set[int] = set()
    for start, end in _OTHER["asking"].spans(question):
        inside = [n for n, (begin, stop) in enumerate(words) if begin < end and stop > start]
        if inside:
            kept |= set(range(inside[0] - _AROUND, inside[0]))
            kept |= set(range(inside[-1] + 1, inside[-1] + 1 + _AROUND))
    return " ".join(question[b:e] for n, (b, e) in enumerate(words) if n in kept)


def _counted(question: str) -> tuple[str, ...]:
    found: list[str] = []
    for start, end in _OTHER["counted"].spans(question):
        words = re.sub(r"^\S+(?:\s+nhi\S+)?\s+", "", question[start:end])
        said = [one for one in said_in(words) if one.words.split()[0] == words.split()[0].lower()]
        found += [plain(words), *(plain(other) for one in said for other in one.otherwise)]
    return tuple(dict.fromkeys(found))
