"""What a question asks: its intent, the bodies and documents it names, its topic, its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.agencies import Province
from corpus.text import collapse, plain, written
from index.rows import Head
from index.wording import reword
from qa.abbreviations import expand
from qa.content_words import says_nothing
from qa.cues import Cue, is_bare
from qa.named import Named, NamedAgency, NamedDocument, Period, kind_named, named_in

__all__ = ["Form", "Intent", "Kind", "Query", "follow_up", "read_question"]


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
    AGENCY = "agency"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Query:
    """A question as read. `opened` is the question with its abbreviations written out, which the
    offsets of `documents` are into; `search` is what to search with; `topic` what it is about once the
    bodies, documents and question words are taken out ("" when nothing remains)."""

    text: str
    language: str
    form: Form
    intent: Intent
    opened: str
    search: str
    topic: str
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    documents: tuple[NamedDocument, ...] = ()
    places: tuple[Province, ...] = ()
    periods: tuple[Period, ...] = ()
    kinds: tuple[Kind, ...] = ()
    years: tuple[int, ...] = ()
    kind_named: str | None = None  # of the document asked about, named without its number
    focus: str = ""  # the words around the question word, in Vietnamese: what an answer must be of
    counted: str | None = None  # what "bao nhiêu …" counts, its first words


_ENGLISH = re.compile(
    r"(?<!\w)(?:what|who|whom|which|when|where|how|must|does|do|did|is|are|was|were|the|of|to|for|by|"
    r"has|have|should|that|and|about|responsible|handles?|on|in|with|from)(?!\w)"
)


def _form(question: str) -> Form:
    if not is_bare(question):
        words = re.findall(r"[a-z']+", question.lower())
        english = len(_ENGLISH.findall(question.lower()))
        return Form.ENGLISH if words and english >= max(2, len(words) * 0.25) else Form.ACCENTED
    words = re.findall(r"[a-z']+", question.lower())
    strong = len(
        re.findall(
            r"\b(?:what|who|which|when|where|must|the|does|of|is|was|for)\b", question.lower()
        )
    )
    english = len(_ENGLISH.findall(question.lower()))
    return Form.ENGLISH if strong and english >= max(2, len(words) * 0.2) else Form.BARE


_DOCUMENT_WORD = (
    r"công điện|công văn|chỉ thị|thông báo|kế hoạch|quyết định|nghị quyết|nghị định|thông tư|"
    r"luật|văn bản|kết luận|báo cáo|tờ trình|hướng dẫn|telegram|directive|decision|decree|"
    r"resolution|circular|law|document|plan|notice|letter|dispatch"
)
_BODY_WORD = (
    r"cơ quan|đơn vị|bộ(?: ngành)?|sở(?: ngành)?|ban|cục|vụ|phòng|tổ chức|nơi|ngành|địa phương|"
    r"phó thủ tướng|ủy ban|lực lượng|tỉnh|huyện|xã|tập đoàn|công ty|viện|trung tâm|cấp|chính quyền"
)
# In this order: the first that fits decides.
_INTENTS: tuple[tuple[Intent, Cue], ...] = (
    (Intent.COMPARISON, Cue(r"so với|khác (?:gì|nhau|với)|giống và khác|thêm (?:nhiệm vụ|việc) (?:gì|nào)|"
                            r"compared (?:to|with)|differ(?:s|ence|ent)?")),
    (Intent.METADATA, Cue(
        r"ai (?:là người )?(?:ký|đã ký)|(?:do )?ai (?:đã )?ký|người ký|chữ ký của ai|"
        r"(?:được )?ban hành (?:vào )?(?:hôm nào|ngày nào|khi nào|lúc nào|bao giờ|ngày mấy|ngày bao nhiêu|năm nào)|"
        r"(?:ký|ra) (?:ngày nào|hôm nào|khi nào)(?! hạn)|(?:mang |có )?số (?:hiệu|ký hiệu)(?: là)?(?: gì| nào| bao nhiêu| mấy)|"
        rf"(?:{_DOCUMENT_WORD})[^?]*(?:(?:mang|có) số (?:mấy|bao nhiêu|nào|gì)|,? số (?:mấy|bao nhiêu))|"
        r"gửi (?:cho |đến |tới )?(?:những đâu|những ai|đâu|ai|nơi nào|cơ quan nào|những nơi nào)|nơi nhận|kính gửi ai|"
        rf"(?:{_DOCUMENT_WORD})[^?]*(?:do|của) (?:cơ quan|đơn vị) nào ban hành|(?:cơ quan|đơn vị) nào (?:đã )?ban hành|"
        r"who signed|signed by whom|signatory|who (?:issued|is it addressed to)|when (?:was|were|did)[^?]*(?:issued|signed|issue)|"
        r"(?:what|which) (?:is the )?(?:document )?number (?:of|does)|date of issue|"
        rf"(?:{_DOCUMENT_WORD})[^?]*(?:number|no\.?)$"
    )),
    (Intent.REFERENCE, Cue(
        rf"(?:{_DOCUMENT_WORD})(?: (?:và|hay|hoặc|{_DOCUMENT_WORD}|hướng dẫn|quy phạm pháp luật|pháp luật|liên quan|cụ thể))* (?:nào|gì)|"
        r"được (?:dẫn|nhắc|viện dẫn|dẫn chiếu|trích dẫn)|dẫn ở đâu|dẫn chiếu|viện dẫn|trích dẫn|"
        rf"căn cứ (?:vào |theo )?(?:những |các )?(?:đâu|gì|nào|pháp lý nào|{_DOCUMENT_WORD})|"
        rf"which (?:[\w']+ ){{0,4}}(?:{_DOCUMENT_WORD})s?|what (?:[\w']+ ){{0,2}}(?:{_DOCUMENT_WORD})s? (?:is|are|was|does|do)|"
        r"cites?|cited|refers? to|legal basis|based on (?:which|what)"
    )),
    (Intent.DEADLINE, Cue(
        r"khi nào|bao giờ|hôm nào|ngày nào|ngày mấy|ngày bao nhiêu|mấy giờ|tháng nào|tháng mấy|quý nào|năm nào|lúc nào|"
        r"thời điểm nào|thời hạn|hạn chót|hạn cuối|hạn (?:là|nộp|báo cáo)|chậm nhất|bao lâu|trong mấy ngày|mấy ngày|"
        r"by (?:what|which) (?:date|time|day|month)|by when|before (?:what|which) (?:date|time|day)|deadline|when (?:must|should|do|does|is|are|will)|"
        r"what time|how (?:often|soon|long)|due"
    )),
    (Intent.TASKS, Cue(
        r"(?:phải |cần |sẽ |được giao )?làm (?:những )?(?:gì|việc gì|những gì)|(?:những |các )?(?:nhiệm vụ|công việc|việc|đầu việc|phần việc|trách nhiệm|kiến nghị|nội dung) (?:gì|nào)|"
        r"(?:nhiệm vụ|trách nhiệm|việc) (?:của|được giao)|(?:có|giao|gánh|lo|nợ)[^?]{0,40}(?:những |các )?(?:việc|nhiệm vụ|trách nhiệm|phần việc)[^?]{0,30}(?:gì|nào)|"
        r"giao (?:cho )?[^?]{0,60}(?:gì|nào)|phải (?!do)[^?]{0,80}(?:như thế nào|thế nào|ra sao)|"
        r"what (?:must|should|shall|does|do|did|is|are|was|were|will|has|have)[^?]*(?:do|done|expected|required|asked|tasked|assigned|responsible|need)|"
        r"(?:tasks?|duties|responsibilities|obligations) (?:of|for|does|do|are|is)|what (?:tasks|duties|responsibilities)"
    )),
    (Intent.OWNER, Cue(
        rf"(?:(?:những|các) )?(?:{_BODY_WORD})(?: \w+){{0,4}}? nào(?! bị)|(?<!cho )(?<!những )ai|do đâu|"
        r"who(?:se|m)?|which (?:[\w']+ ){0,3}?(?:ministry|agency|department|body|bodies|unit|province|committee|authority|office|ministries|agencies|deputy prime minister|organi[sz]ations?)|"
        r"responsible for"
    )),
)  # fmt: skip
_MANY = Cue(r"bao nhiêu|mấy|how (?:many|much)|tỷ lệ")
_KINDS: tuple[tuple[Kind, Cue], ...] = (
    (Kind.PHONE, Cue(r"số điện thoại|điện thoại (?:nào|số)|số máy|đường dây nóng (?:nào|số)|hotline|phone number|telephone number")),
    (Kind.PERCENT, Cue(r"(?:bao nhiêu|mấy) (?:phần trăm|%)|phần trăm|tỷ lệ (?:bao nhiêu|là)|what (?:percentage|percent|share|rate)|how many percent|per cent|percent")),
    (Kind.MONEY, Cue(
        r"bao nhiêu (?:tiền|tỷ|triệu|đồng|kinh phí|vốn|nghìn)|chi phí[^?]{0,20}(?:bao nhiêu|mấy)|kinh phí (?:là )?(?:bao nhiêu|mấy)|"
        r"(?:mức (?:hỗ trợ|thưởng|chi|phí|phạt|lương|giá)|(?:tổng )?(?:vốn|kinh phí|số tiền|giá|lệ phí)|học phí|giá cước|giá vé|cước|tiền thuế|thuế)[^?]{0,60}(?:bao nhiêu|mấy|thế nào)|"
        r"how much (?:money|funding|is|was|are|will|does|did)?|what (?:[\w']+ ){0,3}(?:price|cost|amount|fee|fine|budget|loss)(?:es)?")),
    (Kind.AREA, Cue(r"bao nhiêu (?:héc ?-?ta|ha|m2|mét vuông|km2)|diện tích[^?]{0,30}bao nhiêu|how many hectares")),
    (Kind.SIGN, Cue(r"(?:tcvn|tiêu chuẩn|quy chuẩn)[^?]{0,20}số (?:bao nhiêu|mấy|nào)")),
)  # fmt: skip
_WHO_PERSON = Cue(
    r"(?<!cho )ai (?:đã|được|là|sẽ)|người nào|tên (?:là )?gì|who (?:was|is|has been) (?:appointed|chosen|selected|named)"
)
_CONTRACTOR = Cue(r"(?:nhà thầu|doanh nghiệp|công ty|liên danh) nào|which (?:contractor|company)")


def read_question(text: str, heads: Sequence[Head], told: Sequence[str]) -> Query:
    """The question as read against a library: its documents, and the names its clauses carry."""
    asked = collapse(written(text))
    form = _form(asked)
    opened = expand(asked)
    named = named_in(opened, heads, told)
    bare = plain(opened)
    intent = _intent(opened, named.agencies)
    agency = _asked_agency(bare, named.agencies, intent)
    kinds = tuple(kind for kind, cue in _KINDS if cue.search(opened))
    if not kinds and _MANY.search(opened) and intent is Intent.CONTENT:
        kinds = (Kind.COUNT,)
    if _WHO_PERSON.search(opened) and intent is Intent.OWNER:
        kinds = (*kinds, Kind.PERSON)
    if _CONTRACTOR.search(opened):
        kinds = (*kinds, Kind.PERSON)
    issuers = _issuing(bare, named.documents, named.agencies)
    agencies = tuple(dict.fromkeys(a.name for a in named.agencies if a not in issuers))
    spans = [(a.start, a.end) for a in named.agencies]
    spans += [(d.start, d.end) for d in named.documents if d.heads]
    return Query(
        text=text,
        language="en" if form is Form.ENGLISH else "vi",
        form=form,
        intent=intent,
        opened=opened,
        search=_wording(opened, form, named),
        topic="" if says_nothing(topic := _topic(opened, spans)) else reword(topic).text,
        agency=agency.name if agency else None,
        agencies=agencies,
        documents=named.documents,
        places=tuple(dict.fromkeys(place for place, _, _ in named.places)),
        periods=named.periods,
        kinds=kinds,
        kind_named=kind_named(bare),
        focus=reword(focus).text if (focus := _focus(opened)) else "",
        counted=_counted(opened),
        years=tuple(int(year) for year in re.findall(r"(?<![\d/])(20\d\d)(?!\d)", bare)),
    )


def _wording(question: str, form: Form, named: Named) -> str:
    """The question in accented Vietnamese; an English one with the names it means."""
    text = reword(question).text
    if form is not Form.ENGLISH:
        return text
    names = [agency.name for agency in named.agencies]
    names += [place.name for place, _, _ in named.places]
    return ". ".join(dict.fromkeys([text, *(name for name in names if name not in text)]))


def _intent(question: str, agencies: Sequence[NamedAgency]) -> Intent:
    for intent, cue in _INTENTS:
        if cue.search(question) is None:
            continue
        if intent is Intent.COMPARISON and not agencies:
            continue
        if intent is Intent.TASKS and not agencies:
            continue
        if intent is Intent.DEADLINE and _MANY_NOT_TIME.search(question):
            continue
        return intent
    return Intent.CONTENT


_MANY_NOT_TIME = Cue(r"(?:chọn|khai mạc|diễn ra|tổ chức ở đâu)")
_GIVEN_TO = re.compile(
    r"(?:giao(?: rieng| nhiem vu)?(?: cho)?|yeu cau|chuyen cho|doi hoi|phan cong|chi dao|theo do|thi|"
    r"must|should|does|is|are|do|shall|has|the|ask(?:ed)?|require[sd]?|requir)\s+(?:cho\s+|the\s+|luc luong\s+)*$"
)
_ACTS = re.compile(
    r"\s+(?:[\w/]+\s+){0,4}?(?:phai|can|se|duoc giao|co nhung|ganh|chiu|con no|lam gi|lam nhung gi|must|should|expected|has to|do)(?!\w)"
)
_ISSUES = re.compile(r"\s+(?:yeu cau|giao|chuyen cho|chi dao|nhac lai|de nghi|phan cong)(?!\w)")
_OF = re.compile(r"(?:cua|do|by|from|of)\s+(?:the\s+)?$")


def _asked_agency(bare: str, agencies: Sequence[NamedAgency], intent: Intent) -> NamedAgency | None:
    """The body whose duties the question is about: the one told to act, not the one that tells."""

    def weight(agency: NamedAgency) -> float:
        score = 0.0
        if _GIVEN_TO.search(bare[: agency.start]):
            score += 2
        if _ACTS.match(bare, agency.end):
            score += 2
        if _ISSUES.match(bare, agency.end):
            score -= 3
        if _OF.search(bare[: agency.start]):
            score -= 1
        return score

    if not agencies or intent is Intent.METADATA:
        return None
    return max(agencies, key=lambda agency: (weight(agency), -agency.start))


def _issuing(
    bare: str, documents: Sequence[NamedDocument], agencies: Sequence[NamedAgency]
) -> list[NamedAgency]:
    """The bodies named as those who issued a document ("Chỉ thị 06 của UBND tỉnh Quảng Trị")."""
    return [
        agency
        for agency in agencies
        for document in documents
        if re.fullmatch(
            r"\s+(?:cua|do|by|of|from)\s+(?:the\s+)?", bare[document.end : agency.start]
        )
    ]


_QUESTION_WORDS = Cue(
    r"(?:phải |cần |sẽ |được giao |được )?làm (?:những )?(?:gì|việc gì)|(?:những |các )?(?:đầu việc|phần việc|công việc|việc|nhiệm vụ|trách nhiệm|kiến nghị) (?:gì|nào)|"
    r"(?:như )?thế nào|ra sao|giao(?: riêng)?(?: cho)?|chủ trì|phải|cần|theo|về(?: khâu| công tác| việc)?|gì|nào|gánh|"
    r"what (?:must|should|does|do|is|are|will|has|have|shall)|expected to|(?:have|has|need)s? to|must|do|about|regarding"
)  # fmt: skip


def _topic(question: str, spans: Sequence[tuple[int, int]]) -> str:
    cut = [*spans, *_QUESTION_WORDS.spans(question)]
    kept = "".join(
        " " if any(start <= at < end for start, end in cut) else character
        for at, character in enumerate(question)
    )
    return collapse(re.sub(r"[?.,;:!“”\"()]", " ", kept))


_ASKING = Cue(
    r"bao nhiêu|mấy|nào|ai|gì|bao giờ|đâu|thế nào|ra sao|"
    r"how many|how much|what|who|which|when|where|whose"
)
_AROUND = 4  # words on each side
_COUNTED = Cue(
    r"(?:bao nhiêu|mấy)\s+(?!phần trăm|tiền|tỷ|triệu|đồng|giờ|ngày|trong|thì|và|để|để)(\w+(?: \w+)?)"
)


def _focus(question: str) -> str:
    """The words around the question words."""
    words = [(match.start(), match.end()) for match in re.finditer(r"[\w&/.%-]*\w[\w%]*", question)]
    kept: set[int] = set()
    for start, end in _ASKING.spans(question):
        inside = [n for n, (begin, stop) in enumerate(words) if begin < end and stop > start]
        if inside:
            kept |= set(range(inside[0] - _AROUND, inside[0]))
            kept |= set(range(inside[-1] + 1, inside[-1] + 1 + _AROUND))
    return " ".join(question[b:e] for n, (b, e) in enumerate(words) if n in kept)


def _counted(question: str) -> str | None:
    match = _COUNTED.search(question)
    return plain(match.group(1)) if match else None


_THEN = Cue(r"^(?:thế |vậy )?còn|^thế|^and|^what about|^how about")


def follow_up(query: Query, previous: Query) -> Query:
    """A question that leans on the one before ("còn Công an tỉnh?"), completed from it.

    What it names replaces what was named; the intent, topic and documents carry over.
    """
    if not _THEN.search(query.text) or (query.topic and len(query.topic.split()) > 4):
        return query
    return replace(
        previous,
        text=query.text,
        language=query.language,
        form=query.form,
        agency=query.agency or previous.agency,
        agencies=query.agencies or previous.agencies,
        documents=query.documents or previous.documents,
        places=query.places or previous.places,
        search=collapse(f"{query.search.strip(' ?')} {previous.topic}"),
    )
