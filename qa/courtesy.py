"""What people say before and after a question: greetings, "cho em hỏi", thanks.

They tell nothing of what is asked, and to a search they are words like others.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.text import plain
from qa.cues import is_bare

__all__ = ["greets", "without_courtesy"]

_WHOM = (
    r"(?:cac )?(?:ban|anh chi|anh|chi|em|ad|admin|bot|chidao|moi nguoi|ca nha|bac|thay|co|sep|"
    r"quy co quan)"
)
_ME = r"(?:toi|minh|em|tui|chung toi|chung minh|chung em)"
_GREETING = (
    rf"(?:(?:xin |em |toi |minh )?(?:kinh )?(?:chao|thua)(?: {_WHOM})*(?: a)?|"
    rf"{_WHOM} oi|a ?lo|hello(?: there)?|hi(?: there)?|hey|dear [\w ]{{2,20}}|"
    r"good (?:morning|afternoon|evening))\s*[,.!:;\n–-]+\s*"
)
_MAY_I = (
    rf"(?:(?:{_WHOM} )?(?:lam on |vui long |xin |nho )?(?:cho|giup)(?: {_ME})? (?:duoc )?(?:xin )?"
    rf"(?:hoi|biet)|(?:{_ME} )?(?:xin(?: phep)?|muon|can|dang can) (?:duoc )?(?:hoi|biet)|"
    rf"(?:{_WHOM} )?(?:co the )?(?:lam on|vui long)(?: cho(?: {_ME})? biet)?|"
    r"(?:please|could you|can you|would you)(?: please)?(?: tell me| let me know)?|"
    r"i(?: would|.d) like to (?:know|ask)|i want to know|tell me)"
    r"(?: (?:la|rang|chut|mot chut|ti|mot ti|xiu|voi|if|that))*\s*[,:]?\s+(?=\w)"
)
# "Kính gửi phòng tổng hợp, tôi đang soạn báo cáo nên cần biết …": what somebody writes, no more;
# behind "về", "ở" it may be the matter itself.
_WRITING = (
    r"(?:(?:dang|phai|can|duoc giao|vua) )*(?:soan(?: thao)?|viet|lam|chuan bi|hoan thien|tong hop|"
    r"xay dung|tham muu) (?:(?:mot|ban|cai) )*(?:bao cao|cong van|van ban|to trinh|ke hoach|ho so|"
    r"du thao|tai lieu|bai)"
)
_REASON = (
    rf"(?:kinh gui [^,.?]{{2,60}}[,.]\s*)?{_ME} {_WRITING}"
    r"(?:(?!(?<!\w)(?:nao|gi|ai|ve|o|tai|cho|theo)(?!\w))[^?]){0,40}?"
    r"(?<!\w)(?:can|muon|xin)(?: duoc)? (?:biet|hoi)(?: (?:la|rang))*,?\s+"
)
_BEFORE = re.compile(rf"\s*(?:{_GREETING})?(?:(?:{_REASON})|(?:{_MAY_I}))?")
_THANKS = (
    rf"(?:(?:xin |em |{_ME} )?(?:chan thanh )?cam on(?: {_WHOM})*(?: (?:nhieu|rat nhieu|truoc))*"
    r"(?: (?:nhe|nha|a))*|thanks?(?: you)?(?: (?:very|so) much| in advance)?|tks|please)"
)
_ALSO = r"(?:voi a|the a|vay a|duoc khong a|voi nhe)"
# With its marks a word like "ạ" is no other; without them it may be any.
_MARKED = r"(?:(?:với )?(?:ạ|nhé|nhỉ))"
# "làm gì thế?" but not "thay thế?".
_AFTER_ASKING = (
    r"(?:(?<=gì)|(?<=nào)|(?<=ai)|(?<=đâu)|(?<=sao)|(?<=không)|(?<=chưa)|(?<=bao giờ)|(?<=mấy)|"
    r"(?<=bao lâu)|(?<=bao nhiêu))\s+(?:thế|vậy|hả|nha)"
)
_BEHIND = re.compile(rf"(?: a)?(?:[\s,.;!?]*\s(?:{_ALSO}|{_THANKS}))+\s*[?.!]*\s*$")
_SOFTENED = re.compile(rf"(?:{_AFTER_ASKING})?(?:\s+{_MARKED})*(?=\s*[?.!]*\s*$)", re.IGNORECASE)
_ONLY = re.compile(
    rf"(?:{_GREETING}|{_THANKS})(?:{_THANKS}|{_GREETING})?|"
    r"(?:ban|may|chidao) (?:la (?:ai|gi)|(?:co the )?(?:lam|giup)(?: (?:toi|minh|em))? "
    r"(?:duoc )?(?:nhung )?(?:gi|viec gi))|(?:giup|huong dan)(?: (?:toi|minh|em))?(?: voi)?|"
    r"(?:can you )?help(?: me)?|who are you|what can you do"
)

# Words of politeness that are others with other marks: "hội", "ổn", "thừa", "thẻ", "ban".
_AS_MARKED = {
    "hoi": {"hoi", "hỏi"}, "biet": {"biet", "biết"}, "on": {"on", "ơn"}, "thua": {"thua", "thưa"},
    "chao": {"chao", "chào"}, "oi": {"oi", "ơi"}, "the": {"the", "thế"}, "voi": {"voi", "với"},
    "vay": {"vay", "vậy"}, "nho": {"nho", "nhờ"}, "ban": {"bạn"}, "may": {"mày"},
}  # fmt: skip


def _polite(said: str, question: str) -> bool:
    """Whether these words of the question are such with the marks that they have there."""
    if is_bare(question):
        return True
    words = re.findall(r"\w+", said.lower())
    return all(word in _AS_MARKED.get(plain(word), {word}) for word in words)


def greets(question: str) -> bool:
    """Whether it is a greeting, thanks or "what can you do?", and asks the library nothing."""
    said = " ".join(re.sub(r"[^\w\s]+", " ", plain(question)).split())
    whole = _ONLY.fullmatch(said) or _ONLY.fullmatch(f"{said},")
    return whole is not None and _polite(unicodedata.normalize("NFC", question), question)


# "Mấy ông doanh nghiệp bảo hiểm", "anh em biên phòng": how one speaks of them, and no part of it.
_FOLK = re.compile(
    r"(?<!\w)(?:(?:(?:may|cac|nhung) (?:ong|anh|chi|bac)(?: em)?|anh em)|ba con)\s+"
    r"(?=(?:ben|nganh|doanh nghiep|cong ty|bien phong|cong an|bo doi|kiem lam|dan quan|quan su|"
    r"hai quan|thue|dien luc|ngan hang|nha mang|nha thau|lanh dao)(?!\w))"
)
# "Mấy nhà mạng … được giao làm gì": several, and not how many.
_SEVERAL = re.compile(
    r"may(?= (?:nha|doanh nghiep|cong ty|xa|huyen|so|don vi|co quan|truong|benh vien|ho|chu)(?!\w)"
    r"[^?]*(?:lam|viec|nhiem vu|nhung) gi(?!\w))"
)
# "Số ca sốt xuất huyết tháng 11": how many. "Mức đóng bảo hiểm y tế": how much.
_NOT_ASKED = r"(?![^?]*(?<!\w)(?:bao nhieu|may|nao|gi|ai|sao|dau|khi|khong)(?!\w))"
_NUMBER_OF = re.compile(
    r"(?:tong )?so(?= (?:ca|vu|nguoi(?! ky)|ho(?! (?:chieu|khau|so|tich|ten))|truong hop|"
    r"hoc sinh|can nha|ngoi nha|cong trinh|du an)"
    rf"(?!\w)[^?]*\??$){_NOT_ASKED}"
)
_AMOUNT_OF = re.compile(
    rf"(?:muc (?:thu|chi|dong|phat|ho tro|luong|gia|phi|boi duong|hoc phi|le phi))"
    rf"(?! (?:tieu|hut|nhap|tri|dinh))(?!\w){_NOT_ASKED}(?!.*(?<!\w)(?:hay|va)(?!\w))"
    r"[^?.,;:]{4,80}$"
)
# Words that ask, as they are often written wrong: no other words are written so.
_SLIPS = {
    "phãi": "phải", "nhửng": "những", "cũa": "của", "đễ": "để", "ỡ": "ở", "sữa chữa": "sửa chữa",
    "ngị": "nghị", "ngiệp": "nghiệp", "ngiên cứu": "nghiên cứu", "nghành": "ngành", "quãn": "quản",
    "chuẫn": "chuẩn", "bảo hiễm": "bảo hiểm", "kiễm": "kiểm", "hổ trợ": "hỗ trợ",
    "xữ": "xử",
}  # fmt: skip
_SLIP = re.compile(rf"(?<!\w)(?:{'|'.join(_SLIPS)})(?!\w)")
_FOLK_MARKED = {"mấy", "các", "những", "ông", "anh", "chị", "bác", "em", "bà", "con"}


def _of_them(asked: str) -> str:
    """The question with bodies called by what they are, and not as people."""
    bare = plain(asked)
    several = _SEVERAL.match(bare)
    number = _NUMBER_OF.match(bare)
    if number and (is_bare(asked) or "số" in asked[: number.end()].lower()):
        how_many = "bao nhieu" if is_bare(asked) else "bao nhiêu"
        asked = f"{how_many}{asked[number.end() :]}"
        bare = plain(asked)
    amount = _AMOUNT_OF.match(bare.rstrip("? "))
    if amount and (is_bare(asked) or asked.lower().startswith("mức")):
        much = "la bao nhieu" if is_bare(asked) else "là bao nhiêu"
        asked = f"{asked.rstrip('? ')} {much}?"
        bare = plain(asked)
    if several and (is_bare(asked) or asked[: several.end()].lower() == "mấy"):
        asked = ("cac" if is_bare(asked) else "các") + asked[several.end() :]
        bare = plain(asked)
    folk = _FOLK.search(bare)
    if folk is None:
        return asked
    said = asked[folk.start() : folk.end()].lower().split()
    if not is_bare(asked) and not _FOLK_MARKED.issuperset(said):
        return asked
    return asked[: folk.start()] + asked[folk.end() :]


def without_courtesy(question: str) -> str:
    """The question without what is said before and behind it for politeness; as it is where
    nothing would be left."""
    asked = re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFC", question))
    asked = re.sub(r" ?\n\s*", "\n", asked)  # long runs would be tried from each of their places
    behind = _BEHIND.search(plain(asked))
    if behind and _polite(asked[behind.start() :], asked):
        marks = "?" if "?" in asked[behind.start() :] else ""
        asked = asked[: behind.start()] + marks
    if not is_bare(asked):
        asked = _SOFTENED.sub("", asked)
        asked = _SLIP.sub(lambda slip: _SLIPS[slip[0]], asked)
    before = _BEFORE.match(plain(asked))
    if before and _polite(asked[: before.end()], asked):
        asked = asked[before.end() :]
    asked = _of_them(asked)
    return asked if any(character.isalnum() for character in asked) else question
