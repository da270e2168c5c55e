"""Abbreviations of offices that are no agency of the registry, written out.

`expand` runs before anything else reads a question. Agencies ("SYT", "BXD") are not here: the
registry knows them.
"""

from __future__ import annotations

import re

from corpus.agencies import default_registry
from corpus.naming import COMMUNE, COMMUNES
from corpus.text import compiled, fold
from index.diacritics import Counted
from index.terms import PAIR

__all__ = ["expand", "of_two_places"]

# Compared in capitals as written, or in small letters where the question has no capitals at all.
_WORDS = {
    "ĐDN": "đường dây nóng", "KKT": "Khu kinh tế", "CCN": "cụm công nghiệp", "TĐC": "tái định cư",
    "TMĐT": "tổng mức đầu tư", "TTr tỉnh": "Thanh tra tỉnh", "TTr TP": "Thanh tra thành phố",
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "HDND": "Hội đồng nhân dân",
    "CT UBND": "Chủ tịch Ủy ban nhân dân", "PCT UBND": "Phó Chủ tịch Ủy ban nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "BCĐ": "Ban Chỉ đạo", "BCD": "Ban Chỉ đạo", "BCH": "Ban Chỉ huy", "BQL": "Ban Quản lý",
    "QLDA": "quản lý dự án", "BQLDA": "Ban Quản lý dự án", "VP": "Văn phòng",
    "PTDS": "phòng thủ dân sự", "PCTT": "phòng, chống thiên tai", "TKCN": "tìm kiếm cứu nạn",
    "PCMT": "phòng, chống ma túy", "PCCC": "phòng cháy, chữa cháy",
    "CNCH": "cứu nạn, cứu hộ", "BĐBP": "Bộ đội Biên phòng",
    "VPCC": "văn phòng công chứng", "BCHQS": "Bộ Chỉ huy quân sự", "BCH QS": "Bộ Chỉ huy quân sự",
    "BCH BĐBP": "Bộ Chỉ huy Bộ đội Biên phòng", "CA": "Công an",
    "TTg": "Thủ tướng", "TTgCP": "Thủ tướng Chính phủ", "PTTg": "Phó Thủ tướng",
    "PTT": "Phó Thủ tướng", "CP": "Chính phủ", "QH": "Quốc hội", "TW": "Trung ương",
    "TƯ": "Trung ương", "VPUB": "Văn phòng Ủy ban",
    "NQ": "Nghị quyết", "NĐ": "Nghị định", "QĐ": "Quyết định", "CĐ": "Công điện",
    "CV": "Công văn", "TB": "Thông báo", "KH": "Kế hoạch", "CT": "Chỉ thị", "TT": "Thông tư",
    "CQ": "cơ quan", "ĐV": "đơn vị", "GĐ": "Giám đốc", "PGĐ": "Phó Giám đốc",
    "VB": "văn bản", "VBQPPL": "văn bản quy phạm pháp luật", "QPPL": "quy phạm pháp luật",
    "TTHC": "thủ tục hành chính", "DVC": "dịch vụ công", "DVCTT": "dịch vụ công trực tuyến",
    "CCHC": "cải cách hành chính", "CSDL": "cơ sở dữ liệu", "CNTT": "công nghệ thông tin",
    "CĐS": "chuyển đổi số", "ATTT": "an toàn thông tin", "KHCN": "khoa học công nghệ",
    "KCB": "khám bệnh, chữa bệnh", "BHYT": "bảo hiểm y tế", "BHXH": "bảo hiểm xã hội",
    "BHTN": "bảo hiểm thất nghiệp", "NLĐ": "người lao động", "NSDLĐ": "người sử dụng lao động",
    "CBCC": "cán bộ, công chức", "CBCCVC": "cán bộ, công chức, viên chức",
    "CCVC": "công chức, viên chức", "CCV": "công chứng viên",
    "NSNN": "ngân sách nhà nước", "NSTW": "ngân sách trung ương",
    "ĐTC": "đầu tư công", "GPMB": "giải phóng mặt bằng", "KTXH": "kinh tế - xã hội",
    "KT-XH": "kinh tế - xã hội", "QPAN": "quốc phòng, an ninh", "ANTT": "an ninh trật tự",
    "ATGT": "an toàn giao thông", "GTVT": "giao thông vận tải", "GDĐT": "giáo dục và đào tạo",
    "GD&ĐT": "giáo dục và đào tạo", "NN&MT": "nông nghiệp và môi trường",
    "ATTP": "an toàn thực phẩm", "ATVSTP": "an toàn vệ sinh thực phẩm", "VLXD": "vật liệu xây dựng",
    "BVMT": "bảo vệ môi trường", "BĐKH": "biến đổi khí hậu", "QLTT": "quản lý thị trường",
    "TTPVHCC": "Trung tâm Phục vụ hành chính công", "NCC": "người có công",
    "GCN": "giấy chứng nhận", "QSDĐ": "quyền sử dụng đất", "SDĐ": "sử dụng đất",
    "XD": "xây dựng", "DN": "doanh nghiệp", "HS": "hồ sơ", "HSSV": "học sinh, sinh viên",
    "THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "GV": "giáo viên",
    "CSGT": "cảnh sát giao thông", "TNMT": "tài nguyên và môi trường", "KSTTHC":
    "kiểm soát thủ tục hành chính", "ĐBQH": "đại biểu Quốc hội", "TP": "thành phố",
    "HU": "Huyện ủy", "ĐU": "Đảng ủy", "HCM": "Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh", "HN": "Hà Nội", "HP": "Hải Phòng",
}  # fmt: skip
_SMALL = {  # typed in small letters too: no Vietnamese syllable looks like them
    word.lower(): full for word, full in _WORDS.items()
    if word == "TP" or (len(word) > 2 and not set(word.lower()) & set("aeiouyơưăâêô"))
} | {
    "đc": "được", "dc": "được", "ko": "không", "vs": "với", "ntn": "như thế nào", "trc": "trước",
    "j": "gì", "cq": "cơ quan", "đv": "đơn vị", "gđ": "giám đốc", "pgđ": "phó giám đốc",
}  # fmt: skip
_OF_TWO = re.compile(  # "CT UBND", which is no "Chỉ thị"
    rf"(?<![\w/\-])(?:{'|'.join(word for word in _WORDS if ' ' in word)})(?![\w/\-])"
)
_TOKEN = re.compile(r"(?<![\w/\-])[^\W\d_]+(?:[&-][^\W\d_]+)?(?![\w/\-])")
# Ranks of places, with a full stop before a name: "UBND H. Mai Sơn", "TX. Bình Long".
_RANKS = {"H": "huyện", "Q": "quận", "TX": "thị xã", "X": "xã", "P": "phường", "TT": "thị trấn"}
# … and no deputy or acting head: "P. Giám đốc".
_RANK = compiled(
    r"(?<![\w/\-.])(?!P\.\s*[B-DĐF-HJ-NP-TV-XZ]{2,}(?!\w))(H|Q|TX|X|P|TT)\.\s*(?=[⇧])"
    r"(?!Giám đốc|Chủ tịch|(?:Cục |Vụ |Viện |Hiệu )?[Tt]rưởng|Tổng|Chánh|Bí thư)"
)
# "P.KHTH" is an office of a house, an abbreviation having no vowels; "P. TÂN BÌNH" is a ward.
_DESK = compiled(r"(?<![\w/\-.])P\.\s*(?=[B-DĐF-HJ-NP-TV-XZ]{2,}(?!\w))")
_SELDOM = 0.2  # a province that the library names so much less than another is hardly meant
_HUE = re.compile(r"(?<!\w)TT[.\s-]*Huế(?!\w)")
# One committee a place: "UBND 3 huyện Trấn Yên, Văn Chấn, Văn Yên".
_COMMITTEES = re.compile(
    r"(?:UBND|Ủy ban nhân dân) (?:các|\d+|hai|ba|bốn|năm) "
    r"(?P<rank>huyện|quận|thị xã|xã|phường|tỉnh)(?!\w)"
)
# Numbers of documents, and the tariff's "mã HS", which is no "hồ sơ".
_KEPT = re.compile(
    r"\d+\s*/\s*[\w&/.\-]+|\b\d+[-–][A-ZĐ][\w/\-]*|"
    r"(?<=[Mm]ã )HS\b|(?<=[Mm]ã số )HS\b|\bHS(?= codes?\b)"
)


def expand(question: str, known: frozenset[str] = frozenset()) -> str:
    """The question with its abbreviations written out; those in `known` and numbers of documents
    ("659/TB-VPCP") stay as they are."""
    question = re.sub(r"(?i)\bTP\.\s*(?=\w)", "TP ", question)
    question = _HUE.sub("Thừa Thiên Huế", question)
    question = _DESK.sub("Phòng ", question)
    question = _RANK.sub(lambda match: f"{_RANKS[match.group(1)]} ", question)
    question = _one_by_one(question)
    question = _OF_TWO.sub(lambda match: _WORDS[match.group()], question)
    kept = [match.span() for match in _KEPT.finditer(question)]

    def full(match: re.Match[str]) -> str:
        word = match.group()
        if word in known or any(start <= match.start() < end for start, end in kept):
            return word
        return _WORDS.get(word) or _SMALL.get(word) or word

    return _TOKEN.sub(full, question)


def _one_by_one(question: str) -> str:
    named = _COMMITTEES.search(question)
    places = COMMUNES.match(question, named.end()) if named else None
    if named is None or places is None:
        return question
    each = [
        f"Ủy ban nhân dân {place[1] or named['rank']} {place[2]}"
        for place in COMMUNE.finditer(places[1])
    ]
    return f"{question[: named.start()]}{', '.join(each)}{question[places.end() :]}"


def of_two_places(short: str, counted: Counted) -> bool:
    """Whether initials may stand for two provinces that the library speaks of: "ĐN" is Đà Nẵng and
    Đồng Nai."""
    often = sorted(
        counted(PAIR.join(fold(province.name).split()))
        for province in default_registry().provinces
        if "".join(word[0] for word in province.name.split()).upper() == short
    )
    return len(often) > 1 and often[-2] > _SELDOM * often[-1]
