"""What a question wants that hardly has another name: a deed, a payment, a country, an address.

A clause that does not say it does not answer, however near it is. The words that ask for each stand
under [wanted] and [sums] in cues.toml, what says it here, under the same name.
"""

from __future__ import annotations

import re

from corpus.text import fold, plain
from qa.asked_body import asked_of
from qa.cues import cues
from qa.in_text import sentences
from qa.question import Form, Kind, Query
from qa.values import find_values

__all__ = ["SUMS", "WANTED", "says_wanted"]

_WHOLE = 6  # words: a question by itself
# The short names are common words too: "ý kiến", "pháp luật".
_COUNTRIES = (
    "trung quốc|đài loan|lào(?! cai)|campuchia|căm-?pu-?chia|thái lan|myanmar|malaysia|singapore|"
    "indonesia|in-?đô-?nê-?xi-?a|philippines|phi-?líp-?pin|brunei|nhật bản|hàn quốc|triều tiên|"
    "ấn độ|hoa kỳ|canada|italia|tây ban nha|bồ đào nha|hà lan|thụy điển|thụy sĩ|na uy|đan mạch|"
    "phần lan|ba lan|hungary|ukraine|australia|new zealand|cuba|brazil|israel|iran|ả rập xê út|"
    "thổ nhĩ kỳ|ai cập|nam phi|eu|châu âu|nước (?:nga|mỹ|anh|pháp|đức|ý|bỉ|séc|úc)"
)
# "/giờ", "một giờ", "/01 giờ", "mỗi 01 ha".
_PER = (
    r"(?:/ ?(?:0?1 ?)?|(?<!\w)(?:mỗi|một|theo|trong|trên|hằng|hàng)(?: một)?(?: 0?1)? |(?<!\d)0?1 )"
)
WANTED = {
    "fined": r"phạt|chế tài|xử lý",
    "prosecuted": r"khởi tố|truy tố|hình sự|(?<!\w)tội(?!\w)",
    "form_of_discipline": r"khiển trách|cảnh cáo|cách chức|giáng chức|hạ bậc|thôi việc|khai trừ",
    "disciplined": r"kỷ luật|xử lý (?:nghiêm|trách nhiệm)",
    "dealt_with": r"xử lý|phạt|đình chỉ|kỷ luật|thu hồi|khởi tố|truy tố",
    "evicted": r"cưỡng chế",
    "salary": r"(?<!\w)lương(?!\w)",
    "rent": r"(?<!\w)thuê(?!\w)",
    "compensated": r"(?<!\w)đền(?!\w)|bồi thường|hỗ trợ|chi trả",
    "won": r"(?<!\w)trúng(?!\w)|thắng thầu|thi công|ký hợp đồng|liên danh|được (?:lựa )?chọn",
    "caused": r"(?<!\w)(?:do|bởi)(?!\w)[^.;]{0,60} gây|thủ phạm|đối tượng gây",
    "arrested": r"(?<!\w)bắt(?! (?:buộc|đầu|kịp|nguồn|ngờ))(?!\w)|tạm giữ|khởi tố",
    "criticised": r"phê bình|kiểm điểm|nhắc nhở|khiển trách",
    "inaugurated": r"khánh thành|cắt băng|đưa vào (?:khai thác|sử dụng|vận hành)",
    "launched": r"phát động",
    "agreed": r"(?<!\w)ký(?! (?:thuật|niệm|năng|luật|duyệt|túc))(?!\w)",
    "landfall": r"đổ bộ|vào bờ|đất liền|tâm bão",
    "made_up_for": r"dạy bù|học bù|(?<!\w)bù(?!\w)|trực tuyến",
    "imported": r"nhập khẩu",
    "interest": r"(?<!\w)lãi(?!\w)",
    "built": r"(?<!sở )(?<!bộ )(?:xây(?: dựng)?|dựng|thành lập)(?: (?:từ|vào|hồi))? "
    r"(?:năm|thời|đời|\d)|có từ|niên đại",
    "tuition": r"học phí",
    "dish": r"món|thịt|(?<!\w)cá(?! (?:nhân|thể))|trứng|sữa|cơm|bánh|canh|xôi|nấm|tôm|suất ăn",
    "meals": r"(?<!\w)ăn(?!\w)",
    "treatment": r"viện phí|điều trị|khám|chữa bệnh",
    "storage": r"trông giữ|lưu kho|lưu bãi|bảo quản|(?<!\w)phí(?!\w)",
    "tickets": r"(?<!\w)(?:vé|phí|cước)(?!\w)",
    "revenue": r"doanh thu|lợi nhuận",
    "imprisoned": r"(?<!\w)(?:tù|án|xét xử)(?!\w)",
    "age": r"(?<!\w)tuổi(?!\w)|sinh năm",
    "votes": r"phiếu|biểu quyết|tán thành",
    "speed": r"km/h|km/giờ|m/s|tốc độ",
    "country": rf"(?<!\w)(?:{_COUNTRIES})(?!\w)",
    "address": r"địa chỉ|(?<!\w)số \d+\w?,? (?:đường|phố|ngõ)|https?:|www\.|\.vn(?!\w)",
    "concentration": r"\d\s*(?:mg|µg|g/|gam|ppm|‰|%|độ)|[≥≤<>]|(?<!\w)(?:trên|dưới|vượt|quá) \d",
    "substance": r"hoạt chất|hóa chất|thuốc|vôi|clo",
    "session": r"kỳ họp|phiên (?:họp|thứ)|cuộc họp|hội nghị",
    "tonnes": r"\d\s*(?:nghìn |vạn |triệu )?(?:tấn|tạ|kg)(?!\w)",
    "cubic_metres": r"\d\s*(?:nghìn |triệu |tỷ )?(?:m3|m³|mét khối|khối)",
    "working_days": r"\d+\)? ngày",
    "per_hour": rf"{_PER}(?:giờ|h)(?!\w)",
    "per_week": rf"{_PER}tuần(?!\w)",
    "per_kilometre": rf"{_PER}(?:km|ki[- ]?lô[- ]?mét|cây số)(?!\w)",
    "per_square_metre": rf"{_PER}(?:m2|m²|mét vuông)",
    "per_kilogram": rf"{_PER}(?:kg|ki[- ]?lô(?:[- ]?gam)?|cân)(?!\w)",
    "per_tonne": rf"{_PER}tấn(?!\w)",
    "per_hectare": rf"{_PER}(?:ha|héc[- ]?ta|hecta)(?!\w)",
}
# Of what a sum is: said in the sentence that has the sum, or in a heading.
SUMS = {
    "cost": r"kinh phí|chi phí|(?<!\w)chi(?!\w)|dự toán|hỗ trợ|trích|bố trí|(?<!\w)phí(?!\w)",
    "invested": r"(?<!\w)vốn(?!\w)|đầu tư|trị giá|giải ngân",
    "collected": r"(?<!\w)thu(?! (?:hút|thập|hồi đất))(?!\w)|nộp",
    "price": r"(?<!\w)giá(?! (?:trị|lạnh|rét))(?!\w)|đồng/|(?<!kinh )(?<!chi )phí",
    "asked_for": r"(?<!\w)xin(?!\w)|đề nghị|đề xuất|kiến nghị",
}


def _asking_part(query: Query) -> str:
    """What of a question asks, where its first part only says what it is about ("Danh mục mật về
    tiền lương, lao động: bộ nào hướng dẫn"), or whom ("cơ sở bị phê bình phải làm gì")."""
    question = query.opened
    if query.duties and (whom := asked_of(question)) != question:
        return question.replace(whom, " ")
    _, _, behind = question.partition(": ")
    asks = cues("other")["asking"].search(behind) is not None
    return behind if asks and len(behind.split()) >= _WHOLE else question


def says_wanted(query: Query, text: str, heading: str = "") -> bool:
    """Whether a text with its heading says all that the question wants by a name of its own."""
    # Typed without marks, "thuê" may be "thuế": then both are let through.
    same = plain if query.form is Form.BARE else fold

    def says(words: str, where: str) -> bool:
        return re.search(same(words), same(where)) is not None

    whole = f"{heading} . {text}"
    opened = _asking_part(query)
    asked = [words for name, words in WANTED.items() if cues("wanted")[name].search(opened)]
    if not all(says(words, whole) for words in asked):
        return False
    if query.kinds != (Kind.MONEY,):
        return True
    sums = [words for name, words in SUMS.items() if cues("sums")[name].search(opened)]
    having = [part for part in sentences(text) if find_values(Kind.MONEY, part)]
    return all(says(words, " . ".join((heading, *having))) for words in sums)
