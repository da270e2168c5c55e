"""What asks, and what everyday questions are made of, typed without diacritics → with them.

The restorer (index/diacritics.py) learned from articles of law, in which hardly anything is asked:
it took "ngay may" for "ngày máy" and "do ai" for "đổ ải". Here is what those words are where only
one reading makes a question of it; all else is left to the restorer.
"""

from __future__ import annotations

import re

__all__ = ["KEPT", "asking_marked"]

_COUNTED = (
    "phan|diem|nguoi|con|cay|chiec|ho|nha|vu|ca|ngay|thang|nam|gio|tieng|lan|dot|ty|trieu|nghin|"
    "dong|km|ha|xa|phuong|huyen|tinh|truong|lop|benh|tan|khoi|lit|met|cap|buoc|loai|nhom|"
    "thanh vien|can bo|pho|du an|cong trinh|van ban|thu tuc|tiet|suat|luot|chuyen|can|ngoi|mau|o|"
    "ap|thon|ban|tram|dau viec|nhiem vu|cua song|noi|dia phuong|hec ta|cot|co so|khau|khoan|"
    "dieu(?! hoa| khien)|chuong|em|mon|cay so|phieu|hinh thuc|buoi|cuoc|mui|lieu"
)
_PLACES = "tp|tinh|thanh pho|xa|phuong|huyen|cac|nhung|noi|cho|khu|vung"
_NOT_AN_EXAMINATION = "".join(
    f"(?<!{word} )"
    for word in ("kỳ", "ky", "de", "phong", "cuoc", "mon", "buoi", "coi", "cham", "truong")
)
_NOT_A_BRAIN = "".join(f"(?<!{word} )" for word in ("viem", "mang", "chet", "mau", "benh", "vung"))
_NO_MACHINE = "".join(
    f"(?<!{word} )" for word in ("xe", "nha", "tau", "phong", "bang", "chay", "thang", "tho")
)
_EXAMINED = "sinh|truong(?! (?:duoc|phai|hoc))|cong|xa|tran|dua|hanh"  # "bao nhiêu thí sinh"
_SINCE = r"(?! (?:nam|thang|tuan|quy|mua|dot|den|vu|nhiem ky|gio)(?!\w))"  # "từ đầu năm"
# In this order: what stands behind a word may have its marks already. What has none is kept below.
_MEANT = {
    r"bao nhieu": "bao nhiêu",
    rf"(?<=bao nhiêu )thi(?! (?:{_EXAMINED})(?!\w))": "thì",
    r"(?<=la )may(?=\W*$)": "mấy",
    r"(?<=ngay )may|(?<=thang )may|(?<=nam )may|(?<=gio )may|(?<=so )may|(?<=cap )may": "mấy",
    r"(?<=quy )may|(?<=thu )may|(?<=lan )may|(?<=khoan )may|(?<=dieu )may": "mấy",
    rf"{_NO_MACHINE}may(?= (?:{_COUNTED})(?!\w))": "mấy",
    rf"{_NOT_A_BRAIN}nao(?! (?:vet|thai|mo cau|nung|lo|bo|nhat ban)(?!\w))": "nào",
    r"^luc(?= (?!luong(?!\w)))": "lúc",
    r"phai(?! (?:mau|nhat))": "phải",
    r"nhung(?! (?:chua|khong|van|lai|da|phải|chang|sao|con|thi|do)(?!\w))": "những",
    r"(?<=ai )ky": "ký",
    r"vi(?= (?:sao|dau|the nào)(?!\w))": "vì",
    r"(?<=vi )dau|(?<=o )dau|(?<=tai )dau": "đâu",
    rf"(?<=tu )dau{_SINCE}|(?<=toi )dau{_SINCE}|(?<=den )dau{_SINCE}": "đâu",
    rf"o(?= (?:đâu|{_PLACES})(?!\w))|o(?= (?-i:[A-ZĐ]))": "ở",
    r"nam(?= (?:19|20)\d\d(?!\d))": "năm",
    r"bao so(?= \d)": "bão số",
    r"thang(?= \d)": "tháng",
    r"ngay(?= \d)": "ngày",
    r"dot(?= \d)": "đợt",
    r"so(?= \d)|(?<=mang )so(?= (?:hieu|bao|mấy|nào|gi)(?!\w))": "số",
    r"tong cong(?! ty)": "tổng cộng",
    r"dau viec": "đầu việc",
    r"hoi(?= (?:thang|tháng|giua|cuoi|dau|nam) )": "hồi",
    r"hang(?= (?:ngay|thang|nam|quy|tuan)(?!\w))": "hằng",
    r"moi(?= (?:nam|thang|ngay|tuan|quy|nguoi|ho|ha|hec ta|em|xa|noi|thu tuc)(?!\w))": "mỗi",
    r"(?<=cac )noi|(?<=mỗi )noi": "nơi",
    r"tinh(?= nào)|(?<=cac )tinh(?! (?:toan|trang|huong))|(?<=những )tinh": "tỉnh",
    r"(?<=bao nhiêu )ho|(?<=mấy )ho": "hộ",
    r"(?<=bao nhiêu )dong|(?<=mấy )dong": "đồng",
    r"cho(?= nào)|(?<=mấy )cho": "chỗ",
    r"pho(?= (?:thu tuong|chu tich|giam doc|truong ban|thuong truc)(?!\w))": "phó",
    r"dua(?= vao (?:quyet|thong tu|nghi|van ban|ke hoach|luat|chi thi|những|dau|can cu))": "dựa",
    r"(?<!ai )ky thi(?! hanh)": "kỳ thi",
    rf"{_NOT_AN_EXAMINATION}thi(?= (?:ai|phải|duoc|bi|goi|bao|nop|lam|co the|bo|so|co quan|"
    r"don vi|cap|muc|xu ly|sao|dung|theo|trung tam|cong dien)(?!\w))": "thì",
    r"^chuyen(?= (?!doi|giao|tien|muc dich|cong tac|nhuong|vien|tuyen|ho so|den|sang|ve|nganh|mon|"
    r"de|du|bay|tau|xe)\w)": "chuyện",
}
_WORDS = [
    (re.compile(rf"(?<!\w)(?:{bare})(?!\w)", re.IGNORECASE), meant)
    for bare, meant in _MEANT.items()
]
KEPT = re.compile(
    r"(?<!\w)(?:do ai|cho ai|ai(?= (?:ký|lam|phải|duoc|chiu|la|se|co)(?!\w))|mang(?= số)|"
    r"lo(?= (?:khau|những|viec|gi|cac|cho|chuyen|phan)(?!\w))|"
    r"hai(?= (?:thu tuc|quyet dinh|nha may|xa|tinh|van ban|nghi dinh|bo|so|lan|phuong)(?!\w)))"
    r"(?!\w)",
    re.IGNORECASE,
)
"""What stays as it was typed: it has no marks."""


def asking_marked(question: str) -> str:
    """A question typed without diacritics, with those of the words that make it one."""
    for bare, meant in _WORDS:
        question = bare.sub(meant, question)
    return question
