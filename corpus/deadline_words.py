"""The words that say when something is due: what a deadline looks like, told apart by its form.

Each rule has the group `text`, the words of the deadline, and what it counts or names. All are
matched against folded text (see `corpus.text.fold`), the first that fits wins.
"""

from __future__ import annotations

import re

from corpus.spans import PERIOD

__all__ = ["DAILY", "DAY", "EVERY", "NEXT", "ON_DAY", "OTHER_YEAR", "RULES", "START", "START_OF"]

DAY = r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4}))?"
_HOUR = r"(?:\d{1,2}\s*(?:h|giờ)\s*(?:\d{1,2}(?:'|’| phút)?)?\s*(?:,|phút)?\s*)"
_DAY_MONTH = r"\d{1,2}(?:/| tháng )\d{1,2}"
EVERY = r"(?:hàng|hằng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm|tháng, quý, năm)"
NEXT = r"(?:tháng tiếp theo sau tháng (?:cuối cùng )?(?:của )?kỳ báo cáo|tháng đầu quý (?:sau|tiếp theo)|tháng (?:sau(?! khi)|tiếp theo|kế tiếp|liền kề)|(?:(?<=ngày \d )|(?<=ngày \d\d )|(?<=của ))tháng sau(?= khi)|tháng (?:cuối|đầu)(?: của)? (?:mỗi |hằng )?(?:quý|kỳ)(?: trước)?)(?!\w)"
# A day of a year told by another, so that it comes again: "15/12 của năm trước năm kế hoạch".
OTHER_YEAR = r"\d{1,2} (?:của )?năm (?:trước|liền trước|sau|kế tiếp|tiếp theo)(?: (?:liền kề|năm kế hoạch))?(?!\w)"
_BOUND = (
    r"(?:từ nay đến hết|từ nay đến trước|từ nay đến|không (?:được |để )?(?:trễ|chậm|muộn) hơn|trước|chậm nhất(?: là)?(?: vào| đến| trong| trước)?|muộn nhất(?: là)?(?: vào| trước)?|đến hết|đến trước|hết|"
    r"hạn (?:cuối|chót|công bố|hoàn thành|gửi|nộp|báo cáo|trình)(?: là)?:?|không (?:để )?quá|không muộn hơn|thời hạn(?: hoàn thành| báo cáo| gửi| nộp)?(?: là| đến|:)?(?: trước)?(?: ngày)?|"
    r"xong trong|xong vào|hoàn thành(?: \w+){0,3} (?:vào|trong|đến)|trong)"
)
# On which day what returns is due: "hằng tuần | vào sáng thứ Hai".
_ON_DAY = r"(?: vào (?:(?:sáng|chiều|tối) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật))?"
RULES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # "Hằng năm, trước ngày 15 tháng 8": the day and how often, in one
        rf"(?P<text>(?:định kỳ )?{EVERY}, (?:trước|chậm nhất(?: là)?(?: vào)?) ngày \d{{1,2}}(?:/| tháng )\d{{1,2}})(?![\d/]|\s*năm)",
        # "bình chọn dịp Lễ hội Óc Om Bóc hằng năm"
        rf"(?P<text>(?:vào )?dịp (?!cuối|đầu)[^,.;]{{3,40}} {EVERY})(?!\w)",
        # "trước mùa mưa hằng năm", "trong tuần đầu tháng 10 hằng năm", "vào sáng và chiều mỗi ngày"
        rf"(?P<text>(?:trong|trước|vào|sau) (?:(?:kỳ nghỉ|mùa|vụ|dịp)(?: [^\W\d]+){{1,3}}|(?:(?<!vào )|tuần (?:đầu|cuối) (?:của )?)tháng \d{{1,2}}(?: (?:và|đến) tháng \d{{1,2}})?|sáng và chiều|(?:thứ \w+|chủ nhật) tuần (?:đầu|cuối)) {EVERY})",
        # "phát sóng mỗi tháng 02 kỳ", "mỗi quý không dưới 01 lần"
        r"(?<!\w)(?P<text>(?:(?:ít nhất|tối thiểu) )?mỗi (?:ngày|tuần|tháng|quý|năm học|năm|học kỳ) (?:(?:ít nhất|tối thiểu|không dưới) )?(?:\d{1,2}|một|hai) (?:lần(?:, vào tháng \d{1,2}(?:(?:,| và) tháng \d{1,2})*)?|kỳ|số|đợt|buổi|bản tin|phóng sự|tin(?:, bài)?)(?: đến hết (?:năm \d{4}|tháng \d{1,2}/\d{4}|ngày \d{1,2}/\d{1,2}/\d{4})| trong (?:mùa|đợt|thời gian) [^,.;]{2,20}(?=[,.;]))?)(?!\w)",
        # "trước ngày làm việc cuối cùng của tháng 6/2023", "vào thứ Sáu tuần cuối của tháng"
        r"(?P<text>(?:trước|vào|chậm nhất(?: là)?(?: vào)?) ngày làm việc (?:cuối cùng|đầu tiên) của (?:các )?tháng \d{1,2}(?:(?:,| và) \d{1,2})*(?:(?:/| năm )\d{4})?)(?!\d)",
        r"(?P<text>vào (?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) (?:của )?tuần (?:đầu|cuối) (?:của )?(?:tháng|quý))(?!\w| \d)",
        # "vào các ngày thứ Bảy, Chủ nhật trong tháng 3 và tháng 4"
        r"(?P<text>vào (?:các )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?:(?:,| và) (?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật))* trong (?:các )?tháng \d{1,2}(?:(?:,| và) (?:tháng )?\d{1,2})*(?:(?:/| năm )\d{4})?)(?!\d)",
        # "vào Chủ nhật đầu tiên của tháng 4 hằng năm", "vào sáng thứ Năm tuần đầu hằng tháng"
        rf"(?P<text>vào (?:(?:sáng|chiều|tối) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) (?:(?:tuần )?(?:đầu|cuối)(?: tiên| cùng)?|tuần thứ \w+) (?:của )?(?:tháng \d{{1,2}} )?{EVERY})",
        # "tại kỳ sinh hoạt tháng 3/2026"
        rf"(?P<text>tại (?:kỳ|buổi) sinh hoạt (?:[^,.;\d]{{0,20}} )?{PERIOD})",
        # "từ 15 giờ 30 đến 21 giờ 00 hằng ngày", "vào 5 giờ 30 và 17 giờ 30 các ngày thứ Hai, thứ Năm hằng tuần"
        rf"(?P<text>từ {_HOUR}đến {_HOUR}{EVERY})",
        rf"(?P<text>vào {_HOUR}(?:(?:,|và) {_HOUR})*(?:các )?ngày thứ (?:hai|ba|tư|năm|sáu|bảy)(?:(?:,| và) thứ (?:hai|ba|tư|năm|sáu|bảy))* {EVERY})",
        # "trước 11 giờ 00 và 17 giờ 00 hằng ngày"
        rf"(?P<text>trước {_HOUR}(?:(?:,|và) (?:trước )?{_HOUR})+{EVERY})",
        # "trong tuần từ ngày 15/11 đến ngày 20/12/2025", "từ 0 giờ ngày 22 tháng 01 đến …": a time to act
        rf"(?P<text>(?:trong\s+)?(?:tuần\s+)?từ\s+(?:{_HOUR})?(?:ngày\s+)?\d{{1,2}}(?:(?:/|\s+tháng\s+)\d{{1,2}})?(?:(?:/|\s+năm\s+)\d{{4}})?\s+(?:cho\s+)?đến\s+(?:hết\s+)?(?:{_HOUR})?(?:ngày\s+)?{DAY}(?![\d/]))",
        rf"(?P<text>từ\s+tháng\s+\d{{1,2}}(?:(?:/|\s+năm\s+)\d{{4}})?\s+đến\s+(?:hết\s+)?{PERIOD})",
        r"(?P<text>từ\s+tháng\s+\d{1,2}\s+đến\s+(?:hết\s+)?tháng\s+(?P<near>\d{1,2}))(?!\d|\s*[/.-]\s*\d|\s*năm)",
        # "từ ngày 25/01/2026 cho đến khi kết thúc đợt hạn mặn": an end that no calendar names
        rf"(?P<text>(?:kể\s+)?từ\s+(?:{_HOUR})?(?:ngày\s+\d{{1,2}}(?:/|\s+tháng\s+)|tháng\s+)\d{{1,2}}(?:(?:/|\s+năm\s+)\d{{4}})?\s+(?:cho\s+)?đến khi [^,.;]{{5,60}})",
        # "nhân ra diện rộng ngay sau đợt rét.": at the end of what is told; in front it says what comes first
        r"(?P<text>ngay sau (?:khi |mỗi |đợt |kỳ |tết)[^,.;()]{0,50})(?=\s*[.;]|\s*$)",
        rf"thời gian\s+(?P<text>(?:trong tuần\s+)?(?:từ\s+)?ngày\s+\d{{1,2}}(?:/\d{{1,2}})?\s+đến\s+(?:hết\s+)?ngày\s+{DAY})",
        # "trước ngày 20 hằng tháng", "trước ngày 25/12 hằng năm", "trước 15h00 hàng ngày"
        rf"(?P<text>(?:{_BOUND}|vào|từ)\s+(?:{_HOUR})?(?:ngày\s+)?(?:\d{{1,2}}(?:\s*(?:/|tháng)\s*\d{{1,2}})?(?:\s+của)?)?\s*(?:{_HOUR})?\s*(?:(?:sáng|chiều|tối)\s+)?(?:(?:thứ \w+(?:(?:,| và) thứ \w+)*|chủ nhật|cuối tuần|ngày cuối \w+)\s*,?\s*)?{EVERY}(?!\s+trên\b)(?:\s*\((?:trước|vào|ngày|\d)[^)]{{0,60}}\))?)",
        # "trước ngày 15/6 và 15/12 hằng năm"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:ngày\s+)?{_DAY_MONTH}(?:(?:,| và)\s+(?:trước\s+)?(?:ngày\s+)?{_DAY_MONTH}){{1,3}}\s+{EVERY})",
        # a day in parentheses: "Định kỳ hằng năm (trước ngày 15 tháng 12)"
        rf"(?P<text>(?:định kỳ )?(?:{EVERY}|(?<=định kỳ )(?:0?6|sáu) tháng)\s*\((?:trước|vào) [^()]{{3,60}}\))",
        # "định kỳ ngày 05 tháng đầu mỗi quý"
        r"(?P<text>định kỳ ngày \d{1,2} (?:của )?tháng (?:đầu|cuối) (?:mỗi |hằng )?quý)",
        # "trước ngày 25 tháng Chạp năm Ất Tỵ", "trước rằm tháng Giêng", "trong tháng Giêng"
        r"(?P<text>(?:trước|vào) (?:ngày )?(?:\d{1,2}|rằm|mùng \d{1,2}) tháng (?:chạp|giêng)(?: năm \w+ \w+)?)(?!\w)",
        r"(?P<text>trong tháng (?:giêng|chạp))(?!\w)",
        # "trước ngày 05 tháng sau", "trước ngày 20 của tháng cuối quý"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:{_HOUR})?ngày\s+(?:làm việc )?(?:\d{{1,2}}|cuối cùng|đầu tiên)\s+(?:của\s+)?{NEXT})",
        # "…; đến ngày 30/9/2026 có ít nhất 45 cửa hàng": by when so much must be reached
        rf"(?:(?<=[;,.] )|(?<=phấn đấu )|(?<=bảo đảm ))(?P<text>đến (?:cuối )?ngày {DAY})(?![\d/])(?= (?:có|đạt|hoàn thành|phải|bảo đảm|đảm bảo)(?!\w))",
        # "trước ngày 15/12 của năm trước năm kế hoạch"
        rf"(?P<text>{_BOUND} ngày \d{{1,2}}(?:/| tháng ){OTHER_YEAR})",
        # "trước 17h00 ngày 30/11/2025", "chậm nhất là ngày 05 tháng 12 năm 2025"
        rf"(?P<text>{_BOUND}\s+(?:{_HOUR})?\s*(?:ngày|hết ngày)?\s*{DAY}(?![\d/]))",
        # "khánh thành vào ngày 19/12/2025": a day to act on, behind a verb of doing
        rf"(?P<text>vào\s+(?:{_HOUR})?\s*ngày\s+{DAY}(?![\d/]))",
        # "trong đêm 16/02/2026", "hoàn thành ngày 24/02/2026"
        rf"(?P<text>(?:trong|vào) (?:đêm|sáng|chiều|tối) (?:bắn pháo hoa |giao thừa )?(?:ngày )?{DAY}(?![\d/]))",
        rf"(?<=hoàn thành )(?P<text>ngày {DAY}(?![\d/]))",
        # "hoàn thành trong quý I/2026", "trong tháng 12/2025"; a bare year only behind "hoàn thành"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:cuối |đầu |giữa |(?:trung|thượng|hạ) tuần |nửa (?:đầu|cuối) |tuần (?:đầu|cuối|thứ \w+) )?(?:của )?{PERIOD})",
        rf"(?<=[;,.] )(?P<text>(?:trung|thượng|hạ) tuần {PERIOD})",
        # a month in parentheses: "ban hành quy chuẩn riêng (tháng 3/2026)"
        rf"(?<= \()(?P<text>{PERIOD})(?=\))",
        # "5 giờ 30 và 18 giờ 30 hằng ngày"
        rf"(?P<text>{_HOUR}(?:(?:,|và) {_HOUR})+{EVERY})",
        # "hoàn thành trong tháng 12": of the year it was written in, or the next
        rf"(?P<text>{_BOUND}\s+(?:cuối |đầu )?tháng\s+(?P<near>\d{{1,2}})(?!\d|\s*[/.-]\s*\d|\s*năm))",
        # "sơ kết vào dịp kỷ niệm ngày thành lập Đảng 03/02/2027", "mở đợt cao điểm 45 ngày kể từ ngày ban hành"
        rf"(?P<text>vào dịp (?:kỷ niệm )?[^,.;\d]{{3,60}} \(?{DAY}\)?(?: {EVERY})?)(?![\d/])",
        r"(?<=cao điểm )(?P<text>(?P<count>\d{1,3}) (?P<unit>ngày|tháng) kể từ (?:khi |ngày )[^,.;]{2,40})",
        # "trong 05 ngày làm việc kể từ ngày ký"
        r"(?P<text>(?:trong(?: thời hạn| thời gian| vòng)?|chậm nhất(?: là)?(?: sau)?|sau|không quá|không (?:chậm|muộn) hơn)\s+(?P<count>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?(?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?:,)?\s+(?:kể\s+)?(?:từ|sau)\s+(?:khi|ngày|thời điểm)(?:(?! phải | thì | với mức | mà | để (?!nghị)| theo (?:chỉ đạo|hướng dẫn|quy định tại) | và (?:gửi|thông báo|báo cáo|công bố|đăng|niêm yết|trả|chuyển|cập nhật|lưu) )(?:[^,.;]|(?<=triển khai), (?=tổ chức thực hiện(?!\w))|(?<=văn hóa), (?=thể thao|thông tin))){0,120})(?!\w)",
        r"(?P<text>trong (?:vòng|thời hạn|thời gian|tối đa)\s+(?P<count>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?(?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?!\s+(?:kể|từ)))",
        r"(?P<text>trong (?P<count>\d{1,3}) (?P<unit>giờ|phút|ngày làm việc)(?!\w| (?:kể|từ|qua|tới|liên|đầu)))",
        # "chậm nhất 02 ngày trước phiên họp", "ít nhất 10 ngày trước mỗi đợt tiêm"
        r"(?P<text>(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)(?: là)? \d{1,3} (?:giờ|ngày làm việc|ngày|tuần|tháng) trước (?:khi|mỗi|phiên|kỳ|ngày(?! \d)|đợt|thời hạn) [^,.;()]{3,40}(?<! ))",
        # "gửi ý kiến trước thời hạn yêu cầu"
        r"(?P<text>trước thời hạn (?:yêu cầu|quy định))(?!\w)",
        # "…, hoàn thành năm 2026."
        rf"hoàn thành (?<=[,;] hoàn thành )(?P<text>{PERIOD})(?=\s*[.;]|\s*$)",
        # "chậm nhất 24 giờ"
        r"(?P<text>(?:chậm nhất|muộn nhất)(?: là)?(?: sau)? (?P<count>\d{1,3}) (?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?: sau khi [^,.;]{3,50})?(?!\w| (?:kể|từ|tháng|năm|ngày)))",
        # "thủ tục giải quyết không quá 03 ngày làm việc"
        r"(?:khắc phục|giải quyết|xử lý|trả kết quả|trả lời|thời gian|thủ tục|thẩm định|cấp phép|cấp giấy)[^.;,]{0,40}? (?P<text>(?:trong thời hạn )?không quá (?P<count>\d{1,3}) (?P<unit>ngày làm việc|ngày|giờ))(?!\w| (?:kể|từ))",
        # "trong 03 ngày làm việc đầu tiên sau Tết", "trong tuần này"
        r"(?P<text>trong (?:vòng )?\d{1,2} ngày(?: làm việc)? đầu(?: tiên)?(?: (?:(?:sau|của) [^,.;]{2,40}|tháng \d{1,2}(?:/\d{4})?))?)",
        r"(?P<text>trong (?:0?6|0?9|0?3|sáu|chín|ba) tháng (?:đầu|cuối) năm(?: \d{4})?)(?!\d)",
        rf"(?P<text>(?:trong|vào) (?:các |hai |ba )?ngày (?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) )?\d{{1,2}}(?:/\d{{1,2}})?(?:(?:,| và) (?:ngày )?\d{{1,2}})* và (?:ngày )?{DAY}(?![\d/]))",
        r"(?P<text>trong (?:tuần|tháng|quý|ngày) (?:này|tới|hôm nay)(?!\w))",
        r"(?P<text>trong ngày nhận được [^,.;]{3,50})",
        r"(?P<text>ngay trong ngày)(?= (?:trên|tại|ở) )",
        r"(?P<text>ngay trong ngày(?: nhận(?: đủ)? [^,.;]{3,20}| làm việc| (?:ký|tiếp nhận|xảy ra)(?: [^\W\d]+){0,3})?)(?=\s*[.,;]|\s*$)",
        # "gửi Sở Tài chính cùng thời điểm lập dự toán năm"
        r"(?P<text>cùng thời điểm (?:lập|xây dựng|giao|trình|nộp) [^,.;]{3,50})",
        # "kiểm tra đồng hồ áp lực vào đầu mỗi ca trực"
        r"(?P<text>vào (?:đầu|cuối) mỗi (?:vụ|ca|lứa|đợt|phiên|buổi|học kỳ|năm học)(?: (?!và |để )[^\W\d]+)?)(?!\w)",
        # "trả kết quả xét nghiệm trong ngày", and no "24/24 giờ trong ngày"
        r"(?<!giờ )(?<!buổi )(?<!điểm )(?<!lần )(?P<text>trong ngày)(?=\s*[.;]|\s*$)",
        # "trước ít nhất 03 ngày", "tối đa 30 ngày kể từ ngày nhận đủ hồ sơ", "trong vòng một tuần kể từ …"
        r"(?P<text>trước ít nhất \d{1,3} (?:giờ|ngày làm việc|ngày|tuần|tháng)(?: trước [^,.;]{3,30})?)(?!\w)",
        r"(?:thông báo|báo cho)(?!\w)[^.;]{0,90} (?P<text>trước \d{1,3} (?:giờ|ngày làm việc|ngày))(?=\s*[,.;]|\s*$)",
        r"(?P<text>tối đa \d{1,3} (?:giờ|ngày làm việc|ngày) kể từ (?:khi|ngày) [^,.;]{3,40})",
        r"(?P<text>trong vòng (?:một|hai|ba) (?:giờ|ngày|tuần|tháng)(?: kể từ (?:khi|ngày) (?:(?! để | phải | thì )[^,.;]){3,40})?)",
        # "xong trước khi kết thúc học kỳ II", "trước khi bước vào mùa khô"
        r"(?:(?<=xong )|(?<=hoàn thành )|(?<=kết thúc ))(?P<text>trước khi [^,.;]{3,60})",
        # "gửi tin nhắn kết quả xét nghiệm cho người hiến máu sau 05 ngày;"
        r"(?:gửi|trả|thông báo|trả lời|cung cấp)(?!\w)[^.;]{0,90} (?P<text>sau \d{1,3} (?:giờ|ngày làm việc|ngày))(?=\s*[.;]|\s*$)",
        # "đưa tàu về cảng sửa chữa trong 10 ngày."
        r"(?:sửa chữa|khắc phục|hoàn thành|trả lời|giải quyết|xử lý|hoàn trả)(?: [^\W\d]\w*){0,6} (?P<text>trong (?P<count>\d{1,2}) (?P<unit>ngày|tuần|tháng))(?=\s*[.;]|\s*$)",
        # "thu gom rác sau 22 giờ 30 phút hằng ngày"
        rf"(?P<text>sau {_HOUR}{EVERY})",
        r"(?P<text>trước khi (?:(?:[^\W\d]+ ){1,6}đi vào (?:hoạt động|vận hành)|thu hoạch|bước vào|vào (?:mùa|cao điểm|vụ|năm học)|trình (?:hđnd|hội đồng|quốc hội|chính phủ|chủ tịch)|kết thúc|khởi công|vận hành chính thức|nắng nóng|học sinh|hội đồng nhân dân|nhà thầu|bắt đầu|khai giảng|khai mạc)(?!\w)[^,.;]{0,60})",
        # "trước vụ muối 2020 - 2021", "trước mùa thả giống tháng 5 năm 2026"
        r"(?P<text>trước (?:vụ|mùa)(?: (?!mưa|khô|lũ|hè|nắng)[^\W\d]+){1,3} (?:tháng \d{1,2}(?: năm |/)|năm )?\d{4}(?:\s*[-–]\s*\d{4})?)(?![\d/])",
        # "trong các ngày nghỉ Tết", "trong mùa khô 2023 - 2024"
        r"(?P<text>trong (?:những|các) ngày nghỉ(?: tết| lễ)*)(?!\w)",
        r"(?P<text>trong (?:mùa (?:khô|mưa|lũ|bão|hè)|dịp hè|dịp tết)(?: năm)? \d{4}(?:\s*-\s*\d{4})?)(?!\d)",
        # "trước 14 giờ 00 cùng ngày", "vào tuần cuối hằng tháng", "vào ngày 15 và ngày cuối tháng"
        rf"(?P<text>trước {_HOUR}(?:(?:sáng|chiều) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?! {EVERY}))",
        rf"(?P<text>trước {_HOUR}(?:(?:sáng|chiều|tối) )?(?:cùng ngày|trong ngày|ngày hôm sau))",
        rf"(?P<text>(?:vào|trong) (?:tuần|ngày)(?: làm việc)? (?:đầu|cuối)(?: tiên| cùng)? (?:của )?{EVERY})",
        r"(?P<text>(?:vào )?(?:(?:sáng|chiều|tối) )?thứ (?:hai|ba|tư|năm|sáu|bảy) (?:tuần )?(?:đầu|cuối) (?:tháng|tuần|quý))(?!\w)",
        r"(?<!tháng )(?P<text>(?:vào )?(?:đầu|cuối) mỗi (?:ngày|tuần|tháng|quý))(?!\w)",
        rf"(?P<text>vào (?:các )?ngày \d{{1,2}}(?:(?:,| và) (?:ngày )?(?:\d{{1,2}}|cuối))+ (?:của )?(?:{EVERY}|tháng)(?!\s*\d))",
        # "tháng 6 và tháng 12 hằng năm", "ngày 25 hằng tháng"
        rf"(?P<text>tháng \d{{1,2}}(?:(?:,| và) tháng \d{{1,2}})+ {EVERY})",
        rf"(?P<text>(?:vào )?ngày \d{{1,2}}(?:(?:,| và) (?:ngày )?\d{{1,2}})* {EVERY})",
        rf"(?P<text>(?:vào )?(?:(?:sáng|chiều|tối) )?thứ (?:hai|ba|tư|năm|sáu|bảy)(?:(?:,| và) thứ (?:hai|ba|tư|năm|sáu|bảy))* {EVERY})",
        # "mỗi tuần kiểm tra thực địa", "; mỗi quý ít nhất một lượt", "trong học kỳ II năm học 2025 - 2026"
        r"(?<=[,;] )(?P<text>mỗi (?:tuần|tháng|quý|học kỳ|năm))(?! (?:ít nhất|tối thiểu) (?:0?[1-3]|một|hai) lần)(?= (?:ít nhất|tối thiểu|kiểm tra|tập dượt|diễn tập|sinh hoạt|họp|tổ chức|phát hành|gửi|công bố|rà soát|đánh giá|báo cáo|giao ban))",
        r"(?P<text>trong năm học \d{4}\s*[-–]\s*\d{4})(?!\d)",
        r"(?P<text>(?:ngay )?trong (?:mỗi học kỳ|học kỳ (?:[iv]+|[12])(?: (?:của )?năm học \d{4}\s*-\s*\d{4})?))(?!\w)",
        # "vào tháng cuối mỗi quý", "mỗi quý một lần", "ít nhất 02 kỳ/tháng", "trước khai giảng năm học …"
        r"(?P<text>vào tháng (?:cuối|đầu) (?:mỗi|hằng|của) quý)",
        r"(?P<text>(?:ít nhất |tối thiểu )?(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm) (?:(?:ít nhất|tối thiểu) )?(?:một|1|01|hai|02|2|03|3) lần)(?!\w)",
        # "sơ kết vào tháng 6 hằng năm", "vào dịp Tháng Công nhân hằng năm"
        rf"(?P<text>(?:{_BOUND}|vào) tháng \d{{1,2}}(?:(?:,| và) (?:tháng )?\d{{1,2}})* {EVERY})",
        rf"(?P<text>(?:vào|nhân) (?:dịp|ngày|tuần lễ) [^,.;\d]{{3,40}}? {EVERY})",
        # "từ ngày rằm đến hết ngày 20 tháng Chạp"
        r"(?P<text>từ (?:ngày )?(?:\d{1,2}|rằm|mùng \d{1,2})(?: tháng chạp)? đến (?:hết )?(?:ngày )?(?:\d{1,2}|rằm|mùng \d{1,2}) tháng (?:chạp|giêng))(?!\w)",
        r"(?P<text>(?:ít nhất |tối thiểu )?(?:\d{1,2} (?:kỳ|lượt|buổi|tin|phiên)|định kỳ \d{1,2} số)/(?:ngày|tuần|tháng|quý|năm))",
        rf"(?P<text>(?:ít nhất |tối thiểu )?(?:\d{{1,2}}|một|hai|ba|bốn) (?:lần|kỳ|ca|tin|phiên) mỗi (?:ngày(?:,? vào {_HOUR}(?:(?:,|và) {_HOUR})*| \([^()]{{4,40}}\))?|tuần|tháng|quý|năm(?: học)?|học kỳ))",
        r"(?P<text>(?:ít nhất |tối thiểu )\d{1,2} (?:lớp|đợt|cuộc|buổi|hội nghị) (?:mỗi|một) (?:năm|quý|tháng))",
        r"(?P<text>(?:trước|đến) (?:ngày )?khai giảng(?: năm học(?: mới| \d{4}\s*-\s*\d{4}))?)",
        # "báo cáo sau mỗi cuộc kiểm tra"
        r"(?:báo cáo|tổng hợp|gửi|rút kinh nghiệm)[^.;]{0,60}? (?P<text>sau mỗi (?:cuộc|đợt|kỳ|phiên|chuyến|buổi) [^,.;]{2,30})(?=\s*[,.;]|\s*$)",
        # "quán triệt trong kỳ sinh hoạt tháng 3/2026"
        rf"(?P<text>trong (?:kỳ|phiên) (?:sinh hoạt|họp)(?: \w+){{0,4}}? {PERIOD})",
        # "đánh giá hằng tháng, quý, 6 tháng và đột xuất"
        rf"(?P<text>(?:định kỳ )?{EVERY}(?:, (?:quý|năm|(?:0?6|sáu) tháng))* (?:và|hoặc) đột xuất)(?!\w)",
        # "trước khi bão đổ bộ ít nhất 06 giờ"
        r"(?P<text>trước (?:khi |mỗi |ngày (?:khai hội|khai mạc|khai giảng) ?)[^,.;]{0,40}(?<= )(?:ít nhất|tối thiểu) \d{1,3} (?:giờ|ngày|tuần))",
        # "trước thời điểm vận hành thử 06 tháng", "sơ kết sau 06 tháng thực hiện"
        r"(?P<text>trước (?:thời điểm|ngày) [^,.;\d]{3,40} (?:(?:ít nhất|tối thiểu) )?\d{1,3} (?:giờ|ngày|tuần|tháng))(?!\w)",
        r"(?:sơ kết|tổng kết|đánh giá|báo cáo)[^,.;]{0,60} (?P<text>(?:sau \d{1,2} (?:tháng|năm) (?:(?! và )[^,.;\d]){3,40}|\d{1,2} (?:tháng|năm) sau khi (?:(?! và )[^,.;\d]){3,40}))(?=\s*[,.;]|\s*$| và )",
        rf"(?P<text>(?:ít nhất |định kỳ )?(?:\d{{1,2}}|hai|ba|sáu) (?:phút|giờ|ngày|tuần|tháng|năm) ?(?:một lần|1 lần|01 lần|/ ?lần){_ON_DAY}(?: hoặc (?:khi cần thiết|đột xuất|theo yêu cầu)(?!\w))?)",
        r"(?P<text>(?:ít nhất |tối thiểu )?(?:\d{1,2}|một) lần trong (?:ngày|tuần|tháng|quý|năm)(?! \d))",
        r"(?P<text>(?:ít nhất |tối thiểu |định kỳ )?\d{1,2} lần/(?:ngày|tuần|tháng|quý|năm)(?:\s*\([^)]{0,40}\))?)",
        r"(?P<text>định kỳ (?:0?6|sáu|0?3|ba|nửa) tháng(?:(?:,| và) (?:hằng |hàng )?năm)?)(?!\w)",
        # "…, kịp khai giảng năm học 2022 - 2023"; "để kịp khai giảng" says why
        r"(?P<text>kịp (?:(?:báo cáo|trình|ban hành)[^,.;]{0,60}kỳ họp[^,.;]{0,60}|(?<!để kịp )(?:khai giảng(?: năm học)?|năm học(?: mới)?)(?: \d{4}\s*[-–]\s*\d{4})?(?!\w)))",
        r"(?<=[,;] )(?P<text>(?:kỳ họp|phiên họp) (?:gần nhất|tiếp theo))(?=\s*[.;]?\s*$)",
        # "trình trước kỳ họp HĐND tỉnh tháng 12/2023"
        r"(?P<text>trước (?:kỳ họp|phiên họp) (?!thứ|thường kỳ|gần)[^,.;]{3,50})(?=\s*[,.;]|\s*$)",
        r"(?P<text>tại (?:kỳ họp|phiên họp) (?:thường kỳ|thường lệ|gần nhất|tiếp theo|thứ (?:\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:, quốc hội khóa [ivx]+)?|chuyên đề|(?:giữa|cuối) năm)(?:(?! thông qua| để | chính sách| nghị quyết| đề án| dự thảo| việc | về )[^,.;]){0,60})(?!\w)",
        # "Hằng năm, tổng hợp …": what a sentence opens with holds for all of it
        r"(?:^|(?<=[.;,] )|(?<= và ))(?P<text>(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày)(?: hoặc đột xuất|, (?:hằng|hàng) năm(?= (?:công bố|báo cáo|tổng hợp|đánh giá|rà soát|gửi)(?!\w)))?)(?=,|\s+công bố|\s+(?:rà soát|tổng hợp|báo cáo|tổ chức|xây dựng|đánh giá|kiểm tra|gửi|công khai|cập nhật|cung cấp|tham mưu|giao ban|họp))",
        # "; định kỳ báo cáo kết quả": what returns, however often
        r"(?P<text>định kỳ(?:(?<!.định kỳ)|(?<=[.;,] định kỳ)|(?<= và định kỳ)(?= hoặc)|(?<=trách nhiệm định kỳ))(?:(?: hoặc|,| và) đột xuất)?)(?= báo cáo(?!\w))",
        # "tổ chức giao ban, đưa tin hằng tuần, …": what returns so soon is no budget's year
        r"(?P<text>(?:định kỳ )?(?:hằng|hàng) tuần)(?=,| theo | cho | kiểm tra| về )",
        rf"(?P<text>(?:định kỳ )?(?:hằng|hàng|mỗi) (?:tuần|tháng){_ON_DAY}(?<!tuần)(?<!tháng))",
        # "từ tháng 5 đến tháng 8 hằng năm"
        rf"(?P<text>(?:từ )?tháng \d{{1,2}} đến (?:hết )?tháng \d{{1,2}} {EVERY})",
        rf"(?P<text>(?:vào )?(?:các )?ngày \d{{1,2}} và ngày cuối cùng (?:của )?{EVERY})",
        # what returns so soon is no budget's year
        r"(?<!nghỉ )(?<!ngày )(?P<text>(?:định kỳ )?(?:hằng|hàng|mỗi) (?:tuần|tháng|quý))(?!\w)(?! (?:của|một lần|hoặc)(?!\w)| \()",
        # "…, thực hiện thường xuyên."
        r"(?<=[,;] thực hiện )(?P<text>thường xuyên)(?=\s*[.;]|\s*$)",
        # "… trên địa bàn thành phố hằng năm.": what a clause ends with too, but for a yearly budget
        r"(?P<text>(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày))(?=\s*[.;]?\s*$)",
        # "tổng kết sau khi kết thúc Đề án"
        r"(?:báo cáo|tổng hợp|tổng kết|sơ kết|đánh giá)[^.;]{0,80} (?<!ngay )(?P<text>sau khi kết thúc [^,.;]{3,40})(?=\s*[.;]|\s*$)",
        r"(?P<text>trước\s+(?:dịp\s+|kỳ nghỉ\s+|khi bước vào\s+)?(?:năm học|tết (?:nguyên đán|dương lịch|trung thu)|tết|hè|(?:nghỉ )?lễ \d{1,2}/\d{1,2}|năm học mới|mùa (?:mưa|khô|lũ|hè|nắng nóng)(?:, bão| bão| lũ)?|kỳ họp thứ \d+|ngày khai giảng|ngày khai mạc|ngày tổng duyệt|ngày khánh thành|ngày bầu cử|ngày đầu tiên [^,.;]{3,30})(?:\s+(?:năm\s+)?\d{4}(?:\s*-\s*\d{4})?| \w+ \w+ (?:năm )?\d{4}| (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)| (?:hằng|hàng) năm)?)(?!\w)",
        # "trong tuần đầu tháng 10/2025", "vào dịp 26/3/2026", "vào cuối mỗi năm", "sau mỗi vụ"
        rf"(?P<text>(?:(?:vào|trong) )?tuần (?:đầu|cuối)(?: của)? {PERIOD})(?!\d)",
        rf"(?P<text>(?:vào |nhân )?dịp (?:ngày )?{DAY})(?![\d/])",
        r"(?<!\w)(?P<text>(?:vào )?(?:đầu|giữa|cuối) mỗi (?:năm|quý|tháng|tuần|học kỳ|vụ))(?!\w)",
        r"(?<!\w)(?P<text>(?:ngay )?sau mỗi (?:vụ|kỳ|đợt|buổi|ca|chuyến|trận)(?: [^\W\d]+){0,3})(?=\s*[,.;]|\s*$)",
        # "tiền đến tay hộ dân sau nghiệm thu không quá 07 ngày"
        r"(?P<text>sau (?:khi )?[^\W\d]+(?: [^\W\d]+){0,5} không quá \d{1,3} (?:ngày(?: làm việc)?|giờ|tháng))(?!\w)",
    )
)
DAILY = re.compile(
    rf"(?:báo cáo|tổng hợp|gửi|cập nhật|thống kê|theo dõi|kiểm tra|giám sát|phát động|giao ban|công khai|rà soát|đánh giá)[^.;]{{0,60}}?\s(?P<text>(?:định kỳ\s+)?{EVERY})(?!\w)(?!\s+của)"
)
# "từ ngày 05/01/2026": when to begin. What is in force or was counted since a day tells nobody so.
START = re.compile(
    rf"(?P<text>(?:kể )?từ (?:{_HOUR})?(?:(?:sáng|trưa|chiều|tối) )?ngày {DAY})(?![\d/])(?!\s*(?:cho )?đến(?!\w))"
)
# "lớp thứ nhất khai giảng ngày 06/4/2026": a day still to come on which something is done.
ON_DAY = re.compile(
    r"(?<!\w)(?<!tờ )(?<!chương )(?<!tiến )(?:tổ chức|hội nghị|trình|khai giảng|khai mạc|khánh thành|khởi công|thông xe|ra quân|phát động|diễn tập|bàn giao|tập huấn|sơ duyệt|tổng duyệt)(?!\w)"
    # Of a paper, an anniversary or an accident it is no day to come.
    r"(?:(?!(?<!\w)(?:(?:số|kỷ niệm|tai nạn)(?!\w)|kết luận của|(?:kết luận|thông báo|nghị quyết|quyết định|chỉ thị|công văn|tờ trình|luật) (?:số )?\d))[^.;,()]){0,80}"
    rf" (?<!từ )(?<!sau )(?<!mừng )(?<!đến )(?<!tức )(?<!kiến )(?<!vào )(?<!trước )(?P<text>(?:vào )?ngày {DAY})(?![\d/])"
)
START_OF = re.compile(
    r"(?P<text>(?:kể )?từ (?:(?:quý (?:[iv]{1,3}|[1-4])|tháng \d{1,2}|vụ(?: (?:nuôi|mùa|đông xuân|hè thu|sản xuất))?)(?:\s*/\s*|\s+năm\s+|\s+)(?P<year>\d{4})|năm học (?P<school>\d{4})\s*-\s*\d{4}))(?![\d/])(?!\s*(?:cho )?(?:đến|[-–])(?!\w))"
)
