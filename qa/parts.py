"""Several questions asked in one breath, and their answers in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.citation import Answer, Citation

__all__ = ["joined", "parts_of"]

_BETWEEN = re.compile(r"(?<=\?)\s+(?=\w)")
# "Tiền hoàn cho doanh nghiệp: sở nào thẩm định hồ sơ, sở nào bố trí kinh phí?": who does the one,
# and who the other; who only helps with it is told with who leads.
_WHO = (
    r"(?:(?:bộ|sở|cục|ban|phòng|cơ quan|đơn vị|bên|ngành|nơi|cấp|lực lượng|công ty|doanh nghiệp|"
    r"phó thủ tướng|lãnh đạo|bo|so|co quan|don vi|ben|nganh|noi|cap|luc luong|cong ty|"
    r"pho thu tuong|lanh dao|pttg|cq|đv|dv)(?: \w+){0,2}? (?:nào|nao)|ai)(?!\w)"
)
_AND_WHO = re.compile(
    rf"(?:,(?: còn| và| con| va)?|(?:,)? (?:và|còn|va)) (?={_WHO})", re.IGNORECASE
)
_HELPS = re.compile(
    r"(?<!\w)(?:phối hợp|cùng|giúp|hỗ trợ|phụ|phoi hop|cung|giup|ho tro)(?!\w)", re.IGNORECASE
)
_DEED = 2  # words behind "sở nào" at least
_MARK = re.compile(r"\[(\d+)\]")
_WORDS = 2  # fewer are no question of their own


def parts_of(question: str) -> list[str]:
    """The questions in a text, each once: one behind each question mark, and one for each of
    several deeds whose doers are asked for."""
    parts = list(dict.fromkeys(part.strip() for part in _BETWEEN.split(question.strip())))
    parts = [_AND_BY_WHEN.sub(r"\1?", part) for part in parts]
    if not all(len(part.split()) >= _WORDS for part in parts):
        return [question]
    return [one for part in parts for half in _with_signer(part) for one in _each_deed(half)]


# "Xã phải làm gì về ma túy, hạn khi nào?", "Sở Tài chính phải tham mưu gì và trình ai?": each of
# what is listed says by when and to whom.
_AND_BY_WHEN = re.compile(
    r"^((?!(?:ai|cơ quan|đơn vị|co quan|don vi) )[^?]{3,80} (?:phải|cần|phai|can) "
    r"(?:làm|thực hiện|triển khai|tham mưu|lam|thuc hien|trien khai|tham muu) "
    r"(?:những |nhung |việc |viec )?(?:gì|gi)(?!\w)[^?,]{0,60}?)(?:,(?: và| va)?| và| va) "
    r"(?:(?:thời |thoi )?(?:hạn|han)(?: (?:là |la )?(?:khi nào|khi nao|bao giờ|bao gio|nào|nao))?|"
    r"(?:khi nào|khi nao|bao giờ|bao gio)(?: (?:phải |phai )?(?:xong|hoàn thành|hoan thanh))?|"
    r"(?:trình|trinh|gửi|gui) ai)\s*\??$",
    re.IGNORECASE,
)
# "Bộ Xây dựng phải bàn giao khi nào và ai ký thông báo 634/TB-VPCP?": two, of one document.
_AND_SIGNER = re.compile(
    r"(?:,| và|, và| va|, va) (?P<signer>ai (?:đã |da )?(?:ký|ky)(?!\w)[^,]*)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:[^\W\d]+ (?:[^\W\d]+ )?)?(?:số |so )?\d+(?:\.\d+)?(?:/\d{4})?/[\w-]+")
_OF_ITSELF = re.compile(
    r"(?<!\w)(?:(?<!căn cứ )ban hành|(?<!can cu )ban hanh|ngày nào|ngay nao|số (?:mấy|bao nhiêu)|"
    r"so (?:may|bao nhieu)|hiệu lực|hieu luc|gửi|gui|ở đâu)(?!\w)"
)


def _with_signer(question: str) -> list[str]:
    """A question that also asks who signed the document it names, as two; else alone."""
    asked = question.rstrip("? ")
    found = _AND_SIGNER.search(asked)
    named = _NUMBERED.search(asked)
    if found is None or named is None or _OF_ITSELF.search(asked[: found.start()].lower()):
        return [question]
    first, signer = asked[: found.start()], found["signer"]
    if not _NUMBERED.search(first):
        first = f"{first} theo {named.group()}"
    if not _NUMBERED.search(signer):
        signer = f"{signer} {named.group()}"
    return [f"{first}?", f"{signer}?"]


def _each_deed(question: str) -> list[str]:
    """What a question is about, with each deed whose doer it asks for; or the question alone."""
    about, _, asked = question.rstrip("? ").partition(": ")
    deeds = _AND_WHO.split(asked)
    if len(deeds) < 2 or re.match(_WHO, asked, re.IGNORECASE) is None:
        return [question]
    said = [re.sub(rf"^{_WHO}", "", deed, flags=re.IGNORECASE).split() for deed in deeds]
    if any(len(words) < _DEED for words in said) or any(map(_HELPS.search, deeds)):
        return [question]
    return [f"{about}: {deed}?" for deed in deeds]


def joined(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer of several, marks counted through; it abstains only when all of them do."""
    first = answers[0]
    asked = replace(first.query, text=question)
    if len(answers) == 1:
        return replace(first, query=asked)
    citations: list[Citation] = []
    texts: list[str] = []
    for answer in answers:
        offset = len(citations)
        texts.append(_MARK.sub(lambda mark, by=offset: f"[{int(mark[1]) + by}]", answer.text))  # type: ignore[misc]
        citations += answer.citations
    return replace(
        first,
        query=asked,
        text="\n\n".join(texts),
        citations=tuple(citations),
        abstained=all(answer.abstained for answer in answers),
        nearest=first.nearest if all(answer.abstained for answer in answers) else (),
        values=tuple(value for answer in answers for value in answer.values),
        left_out=sum(answer.left_out for answer in answers),
        confidence=min(answer.confidence for answer in answers),
        notices=tuple(notice for answer in answers for notice in answer.notices),
    )
