"""The 8-bit Vietnamese encodings of the years before Unicode, recognised and converted.

TCVN3 ("ABC", fonts named .Vn…) gives every letter one byte; VNI-Windows writes a letter and its
mark as two; Windows-1258 writes base letters and combining tones. Text in the first two also
travels inside Unicode files, as the Western letters those bytes would be ("Céng hßa x· héi"):
so they are recognised in text, not in bytes.

Tables: TCVN 5712:1993 (VN3) and the VNI-Windows layout, as in the Unikey documentation.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["from_tcvn3", "from_vni", "repair", "vietnamese_share"]

# One TCVN3 byte (as its Latin-1 letter) → one letter. Capitals with tones have no code of their
# own: the fonts whose names end in H draw small letters as capitals, so they come out small.
_TCVN3_CODES = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"
_TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_LETTERS)

_VNI_BASES = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}


def _vni_table() -> dict[str, str]:
    pairs = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    for code, letter in _VNI_BASES.items():
        pairs |= {code + mark: letter + tone for mark, tone in _TONES.items()}
    for letter in "aeo":
        pairs |= {letter + mark: letter + "\u0302" + tone for mark, tone in _CIRCUMFLEX.items()}
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVE.items()}
    table = {code: unicodedata.normalize("NFC", letter) for code, letter in pairs.items()}
    table |= {code.upper(): letter.upper() for code, letter in list(table.items())}
    # A capital with a small mark occurs too ("Aù"): typed with the shift key let go early.
    return table | {
        code[0].upper() + code[1]: letter.upper()
        for code, letter in list(table.items())
        if len(code) == 2 and code.islower()
    }


_VNI = _vni_table()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

# Frequent syllables of administrative Vietnamese that no other encoding's bytes spell.
_COMMON_SYLLABLES = (
    "và của các được cho với không thực hiện nhân dân ủy tỉnh thành phố định nghị quyết số ngày "
    "tháng năm về việc theo tại cơ quan đơn vị quản lý nhà nước công tác chỉ đạo tổ chức phối hợp "
    "báo cáo chủ tịch thủ tướng chính phủ bộ sở trưởng đề ban hành cộng hòa xã hội nghĩa việt độc "
    "lập tự hạnh phúc những người trên để có từ đến này điều khoản một đã là phải nội bảo đảm"
)
_COMMON = frozenset(_COMMON_SYLLABLES.split())
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTED = re.compile(r"[^\x00-\x7f]")


def vietnamese_share(text: str) -> float:
    """Returns the share, 0 to 1, of words with a mark that are frequent Vietnamese syllables."""
    words = [w for w in _WORD.findall(text[:200_000].lower()) if _ACCENTED.search(w)]
    if not words:
        return 0.0
    return sum(w in _COMMON for w in words) / len(words)


def from_tcvn3(text: str) -> str:
    """Returns the Unicode text of TCVN3 codes read as Latin-1."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Returns the Unicode text of VNI-Windows codes read as Latin-1."""
    return _VNI_CODE.sub(lambda match: _VNI[match[0]], text)


def repair(text: str) -> tuple[str, str | None]:
    """Returns the text, converted if it is TCVN3 or VNI in Western letters, and that name.

    Text that is Vietnamese already, or in which neither conversion makes clear sense, comes back
    as it was: a short foreign text must not be "mended" into nonsense.
    """
    best, name, score = text, None, vietnamese_share(text)
    for candidate, label in ((from_tcvn3, "TCVN3"), (from_vni, "VNI")):
        converted = candidate(text)
        share = vietnamese_share(converted)
        if share > max(2 * score, 0.2):
            best, name, score = converted, label, share
    return best, name
