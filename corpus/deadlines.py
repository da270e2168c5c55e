"""When something is due: dates, spans, returning times, and times counted from the issue date.

A date alone is no deadline (most dates belong to the numbers of cited documents): a word that
bounds it must stand before it ("trước ngày", "chậm nhất", "hoàn thành trong quý").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from corpus.document import Deadline
from corpus.order_words import TIME_FIELD
from corpus.spans import ON, PERIOD, YEARS, month_end, period_due, period_end, period_start
from corpus.text import fold

__all__ = ["find_deadlines", "first_day", "joined", "read_date", "stated_time"]

_DAY = r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4}))?"
_HOUR = r"(?:\d{1,2}\s*(?:h|giờ)\s*(?:\d{1,2}(?:'|’| phút)?)?\s*(?:,|phút)?\s*)"
_EVERY = r"(?:hàng|hằng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm|tháng, quý, năm)"
_NEXT = r"(?:tháng đầu quý (?:sau|tiếp theo)|tháng (?:sau|tiếp theo|kế tiếp|liền kề)|tháng (?:cuối|đầu)(?: của)? (?:mỗi |hằng )?(?:quý|kỳ))(?!\w)"
_BOUND = (
    r"(?:từ nay đến hết|từ nay đến trước|từ nay đến|không (?:được )?(?:trễ|chậm|muộn) hơn|trước|chậm nhất(?: là)?(?: vào| đến| trong| trước)?|muộn nhất(?: là)?(?: vào| trước)?|đến hết|đến trước|hết|"
    r"hạn (?:cuối|chót)(?: là)?:?|không (?:để )?quá|không muộn hơn|thời hạn(?: hoàn thành| báo cáo| gửi| nộp)?(?: là| đến|:)?(?: trước)?(?: ngày)?|"
    r"xong trong|xong vào|hoàn thành(?: \w+){0,3} (?:vào|trong|đến)|trong)"
)
_RULES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # "trước 11 giờ 00 và 17 giờ 00 hằng ngày"
        rf"(?P<text>trước {_HOUR}(?:(?:,|và) (?:trước )?{_HOUR})+{_EVERY})",
        # "trong tuần từ ngày 15/11 đến ngày 20/12/2025", "từ 0 giờ ngày 22 tháng 01 đến …": a time to act
        rf"(?P<text>(?:trong\s+)?(?:tuần\s+)?từ\s+(?:{_HOUR})?(?:ngày\s+)?\d{{1,2}}(?:(?:/|\s+tháng\s+)\d{{1,2}})?(?:(?:/|\s+năm\s+)\d{{4}})?\s+(?:cho\s+)?đến\s+(?:hết\s+)?(?:{_HOUR})?(?:ngày\s+)?{_DAY}(?![\d/]))",
        rf"(?P<text>từ\s+tháng\s+\d{{1,2}}(?:(?:/|\s+năm\s+)\d{{4}})?\s+đến\s+(?:hết\s+)?{PERIOD})",
        r"(?P<text>từ\s+tháng\s+\d{1,2}\s+đến\s+(?:hết\s+)?tháng\s+(?P<near>\d{1,2}))(?!\d|\s*[/.-]\s*\d|\s*năm)",
        # "từ ngày 25/01/2026 cho đến khi kết thúc đợt hạn mặn": an end that no calendar names
        r"(?P<text>(?:kể\s+)?từ\s+(?:ngày\s+\d{1,2}(?:/|\s+tháng\s+)|tháng\s+)\d{1,2}(?:(?:/|\s+năm\s+)\d{4})?\s+(?:cho\s+)?đến khi [^,.;]{5,60})",
        rf"thời gian\s+(?P<text>(?:trong tuần\s+)?(?:từ\s+)?ngày\s+\d{{1,2}}(?:/\d{{1,2}})?\s+đến\s+(?:hết\s+)?ngày\s+{_DAY})",
        # "trước ngày 20 hằng tháng", "trước ngày 25/12 hằng năm", "trước 15h00 hàng ngày"
        rf"(?P<text>(?:{_BOUND}|vào|từ)\s+(?:{_HOUR})?(?:ngày\s+)?(?:\d{{1,2}}(?:\s*(?:/|tháng)\s*\d{{1,2}})?(?:\s+của)?)?\s*(?:{_HOUR})?\s*(?:(?:sáng|chiều|tối)\s+)?(?:(?:thứ \w+(?:(?:,| và) thứ \w+)*|chủ nhật|cuối tuần|ngày cuối \w+)\s*,?\s*)?{_EVERY}(?!\s+trên\b)(?:\s*\((?:trước|vào|ngày|\d)[^)]{{0,60}}\))?)",
        # "trước ngày 15/6 và 15/12 hằng năm"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?:(?:,| và)\s+(?:trước\s+)?(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}){{1,3}}\s+{_EVERY})",
        # "định kỳ ngày 05 tháng đầu mỗi quý"
        r"(?P<text>định kỳ ngày \d{1,2} (?:của )?tháng (?:đầu|cuối) (?:mỗi |hằng )?quý)",
        # "trước ngày 25 tháng Chạp năm Ất Tỵ", "trước rằm tháng Giêng", "trong tháng Giêng"
        r"(?P<text>trước (?:ngày )?(?:\d{1,2}|rằm|mùng \d{1,2}) tháng (?:chạp|giêng)(?: năm \w+ \w+)?)(?!\w)",
        r"(?P<text>trong tháng (?:giêng|chạp))(?!\w)",
        # "trước ngày 05 tháng sau", "trước ngày 20 của tháng cuối quý"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:{_HOUR})?ngày\s+(?:làm việc )?(?:\d{{1,2}}|cuối cùng|đầu tiên)\s+(?:của\s+)?{_NEXT})",
        # "…; đến ngày 30/9/2026 có ít nhất 45 cửa hàng": by when so much must be reached
        rf"(?<=[;,.] )(?P<text>đến (?:cuối )?ngày {_DAY})(?![\d/])(?= (?:có|đạt|hoàn thành|phải|bảo đảm|đảm bảo)(?!\w))",
        # "trước 17h00 ngày 30/11/2025", "chậm nhất là ngày 05 tháng 12 năm 2025"
        rf"(?P<text>{_BOUND}\s+(?:{_HOUR})?\s*(?:ngày|hết ngày)?\s*{_DAY}(?![\d/]))",
        # "khánh thành vào ngày 19/12/2025": a day to act on, behind a verb of doing
        rf"(?P<text>vào\s+(?:{_HOUR})?\s*ngày\s+{_DAY}(?![\d/]))",
        # "trong đêm 16/02/2026", "hoàn thành ngày 24/02/2026"
        rf"(?P<text>(?:trong|vào) (?:đêm|sáng|chiều|tối) (?:ngày )?{_DAY}(?![\d/]))",
        rf"(?<=hoàn thành )(?P<text>ngày {_DAY}(?![\d/]))",
        # "hoàn thành trong quý I/2026", "trong tháng 12/2025"; a bare year only behind "hoàn thành"
        rf"(?P<text>(?:{_BOUND}|vào)\s+(?:cuối |đầu |giữa |(?:trung|thượng|hạ) tuần |nửa (?:đầu|cuối) |tuần (?:đầu|cuối|thứ \w+) )?(?:của )?{PERIOD})",
        rf"(?<=[;,.] )(?P<text>(?:trung|thượng|hạ) tuần {PERIOD})",
        # "5 giờ 30 và 18 giờ 30 hằng ngày"
        rf"(?P<text>{_HOUR}(?:(?:,|và) {_HOUR})+{_EVERY})",
        # "hoàn thành trong tháng 12": of the year it was written in, or the next
        rf"(?P<text>{_BOUND}\s+(?:cuối |đầu )?tháng\s+(?P<near>\d{{1,2}})(?!\d|\s*[/.-]\s*\d|\s*năm))",
        # "trong 05 ngày làm việc kể từ ngày ký"
        r"(?P<text>(?:trong(?: thời hạn| thời gian| vòng)?|chậm nhất(?: là)?(?: sau)?|sau|không quá)\s+(?P<count>\d{1,3})\s*(?:\([^)]{1,20}\)\s*)?(?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?:,)?\s+(?:kể\s+)?(?:từ|sau)\s+(?:khi|ngày|thời điểm)(?:(?! phải | thì )[^,.;]){0,60})",
        r"(?P<text>trong (?:vòng|thời hạn|thời gian)\s+(?P<count>\d{1,3})\s*(?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?!\s+(?:kể|từ)))",
        r"(?P<text>trong (?P<count>\d{1,3}) (?P<unit>giờ|phút|ngày làm việc)(?!\w| (?:kể|từ|qua|tới|liên|đầu)))",
        # "chậm nhất 24 giờ"
        r"(?P<text>(?:chậm nhất|muộn nhất)(?: là)?(?: sau)? (?P<count>\d{1,3}) (?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng)(?: sau khi [^,.;]{3,50})?(?!\w| (?:kể|từ|tháng|năm|ngày)))",
        # "thủ tục giải quyết không quá 03 ngày làm việc"
        r"(?:khắc phục|giải quyết|xử lý|trả kết quả|thủ tục)[^.;,]{0,40}? (?P<text>(?:trong thời hạn )?không quá (?P<count>\d{1,3}) (?P<unit>ngày làm việc|ngày|giờ))(?!\w| (?:kể|từ))",
        # "trong 03 ngày làm việc đầu tiên sau Tết", "trong tuần này"
        r"(?P<text>trong (?:vòng )?\d{1,2} ngày(?: làm việc)? đầu(?: tiên)?(?: (?:(?:sau|của) [^,.;]{2,40}|tháng \d{1,2}(?:/\d{4})?))?)",
        r"(?P<text>trong (?:0?6|0?9|0?3|sáu|chín|ba) tháng (?:đầu|cuối) năm(?: \d{4})?)(?!\d)",
        rf"(?P<text>(?:trong|vào) (?:các |hai |ba )?ngày \d{{1,2}}(?:(?:,| và) (?:ngày )?\d{{1,2}})* và (?:ngày )?{_DAY}(?![\d/]))",
        r"(?P<text>trong (?:tuần|tháng|quý|ngày) (?:này|tới|hôm nay)(?!\w))",
        r"(?P<text>trong ngày nhận được [^,.;]{3,50})",
        r"(?P<text>ngay trong ngày(?: nhận(?: đủ)? [^,.;]{3,20})?)(?=\s*[.,;]|\s*$)",
        # "trước ít nhất 03 ngày", "tối đa 30 ngày kể từ ngày nhận đủ hồ sơ", "trong vòng một tuần kể từ …"
        r"(?P<text>trước ít nhất \d{1,3} (?:giờ|ngày làm việc|ngày|tuần)(?: trước [^,.;]{3,30})?)(?!\w)",
        r"(?P<text>tối đa \d{1,3} (?:giờ|ngày làm việc|ngày) kể từ (?:khi|ngày) [^,.;]{3,40})",
        r"(?P<text>trong vòng (?:một|hai|ba) (?:giờ|ngày|tuần|tháng)(?: kể từ (?:khi|ngày) (?:(?! để | phải | thì )[^,.;]){3,40})?)",
        # "xong trước khi kết thúc học kỳ II", "trước khi bước vào mùa khô"
        r"(?<=xong )(?P<text>trước khi [^,.;]{3,60})",
        r"(?P<text>trước khi (?:bước vào|vào (?:mùa|cao điểm|vụ|năm học)|trình (?:hđnd|hội đồng|quốc hội|chính phủ|chủ tịch)|kết thúc|khởi công|vận hành chính thức|nắng nóng|học sinh|hội đồng nhân dân|nhà thầu|bắt đầu|khai giảng|khai mạc)(?!\w)[^,.;]{0,60})",
        # "trong các ngày nghỉ Tết", "trong mùa khô 2023 - 2024"
        r"(?P<text>trong (?:những|các) ngày nghỉ(?: tết| lễ)*)(?!\w)",
        r"(?P<text>trong (?:mùa (?:khô|mưa|lũ|bão|hè)|dịp hè|dịp tết)(?: năm)? \d{4}(?:\s*-\s*\d{4})?)(?!\d)",
        # "trước 14 giờ 00 cùng ngày", "vào tuần cuối hằng tháng", "vào ngày 15 và ngày cuối tháng"
        rf"(?P<text>trước {_HOUR}(?:(?:sáng|chiều) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?! {_EVERY}))",
        rf"(?P<text>trước {_HOUR}(?:cùng ngày|trong ngày|ngày hôm sau))",
        rf"(?P<text>(?:vào|trong) (?:tuần|ngày)(?: làm việc)? (?:đầu|cuối)(?: tiên| cùng)? (?:của )?{_EVERY})",
        r"(?P<text>(?:vào )?(?:(?:sáng|chiều|tối) )?thứ (?:hai|ba|tư|năm|sáu|bảy) (?:tuần )?(?:đầu|cuối) (?:tháng|tuần|quý))(?!\w)",
        r"(?<!tháng )(?P<text>(?:vào )?(?:đầu|cuối) mỗi (?:ngày|tuần|tháng|quý))(?!\w)",
        rf"(?P<text>vào (?:các )?ngày \d{{1,2}}(?:(?:,| và) (?:ngày )?(?:\d{{1,2}}|cuối))+ (?:của )?(?:{_EVERY}|tháng)(?!\s*\d))",
        # "tháng 6 và tháng 12 hằng năm", "ngày 25 hằng tháng"
        rf"(?P<text>tháng \d{{1,2}}(?:(?:,| và) tháng \d{{1,2}})+ {_EVERY})",
        rf"(?P<text>(?:vào )?ngày \d{{1,2}}(?:(?:,| và) (?:ngày )?\d{{1,2}})* {_EVERY})",
        rf"(?P<text>(?:vào )?(?:(?:sáng|chiều|tối) )?thứ (?:hai|ba|tư|năm|sáu|bảy)(?:(?:,| và) thứ (?:hai|ba|tư|năm|sáu|bảy))* {_EVERY})",
        # "mỗi tuần kiểm tra thực địa", "; mỗi quý ít nhất một lượt", "trong học kỳ II năm học 2025 - 2026"
        r"(?<=[,;] )(?P<text>mỗi (?:tuần|tháng|quý|học kỳ|năm))(?= (?:ít nhất|tối thiểu|kiểm tra|tập dượt|diễn tập|sinh hoạt|họp|tổ chức|phát hành|gửi|công bố|rà soát|đánh giá|báo cáo|giao ban))",
        r"(?P<text>(?:ngay )?trong (?:mỗi học kỳ|học kỳ (?:[iv]+|[12])(?: (?:của )?năm học \d{4}\s*-\s*\d{4})?))(?!\w)",
        # "vào tháng cuối mỗi quý", "mỗi quý một lần", "ít nhất 02 kỳ/tháng", "trước khai giảng năm học …"
        r"(?P<text>vào tháng (?:cuối|đầu) (?:mỗi|hằng|của) quý)",
        r"(?P<text>(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm) (?:một|1|01|hai|02|2) lần)",
        r"(?P<text>(?:ít nhất |tối thiểu )?\d{1,2} (?:kỳ|lượt|buổi|tin|phiên)/(?:ngày|tuần|tháng|quý|năm))",
        r"(?P<text>(?:\d{1,2}|một|hai|ba|bốn) lần mỗi ngày)",
        r"(?P<text>(?:ít nhất |tối thiểu )\d{1,2} (?:lớp|đợt|cuộc|buổi|hội nghị) (?:mỗi|một) (?:năm|quý|tháng))",
        r"(?P<text>(?:trước|đến) (?:ngày )?khai giảng(?: năm học \d{4}\s*-\s*\d{4})?)",
        # "trước khi bão đổ bộ ít nhất 06 giờ"
        r"(?P<text>trước (?:khi |mỗi |ngày (?:khai hội|khai mạc|khai giảng) ?)[^,.;]{0,40}(?<= )(?:ít nhất|tối thiểu) \d{1,3} (?:giờ|ngày|tuần))",
        r"(?P<text>(?:ít nhất |định kỳ )?(?:\d{1,2}|hai|ba|sáu) (?:giờ|ngày|tuần|tháng|năm) ?(?:một lần|1 lần|01 lần|/ ?lần))",
        r"(?P<text>(?:ít nhất |tối thiểu )?(?:\d{1,2}|một) lần trong (?:ngày|tuần|tháng|quý|năm)(?! \d))",
        r"(?P<text>(?:ít nhất |tối thiểu |định kỳ )?\d{1,2} lần/(?:ngày|tuần|tháng|quý|năm)(?:\s*\([^)]{0,40}\))?)",
        r"(?P<text>định kỳ (?:0?6|sáu|0?3|ba|nửa) tháng(?:(?:,| và) (?:hằng |hàng )?năm)?)(?!\w)",
        r"(?P<text>kịp (?:báo cáo|trình|ban hành)[^,.;]{0,60}kỳ họp[^,.;]{0,60})",
        r"(?P<text>tại (?:kỳ họp|phiên họp) (?:thường kỳ|thường lệ|thứ \d+|chuyên đề|(?:giữa|cuối) năm)(?:(?! thông qua| để | chính sách| nghị quyết| đề án| dự thảo| việc | về )[^,.;]){0,40})",
        # "Hằng năm, tổng hợp …": what a sentence opens with holds for all of it
        r"(?:^|(?<=[.;,] )|(?<= và ))(?P<text>(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày)(?: hoặc đột xuất)?)(?=,|\s+(?:rà soát|tổng hợp|báo cáo|tổ chức|xây dựng|đánh giá|kiểm tra|gửi|công khai|cập nhật|cung cấp|tham mưu|giao ban|họp))",
        # "tổ chức giao ban, đưa tin hằng tuần, …": what returns so soon is no budget's year
        r"(?P<text>(?:định kỳ )?(?:hằng|hàng) tuần)(?=,| theo | cho | kiểm tra| về )",
        # "từ tháng 5 đến tháng 8 hằng năm"
        rf"(?P<text>(?:từ )?tháng \d{{1,2}} đến (?:hết )?tháng \d{{1,2}} {_EVERY})",
        rf"(?P<text>(?:vào )?(?:các )?ngày \d{{1,2}} và ngày cuối cùng (?:của )?{_EVERY})",
        # what returns so soon is no budget's year
        r"(?<!nghỉ )(?<!ngày )(?P<text>(?:định kỳ )?(?:hằng|hàng|mỗi) (?:tuần|tháng|quý))(?!\w)(?! (?:của|một lần|hoặc)(?!\w)| \()",
        # "… trên địa bàn thành phố hằng năm.": what a clause ends with too, but for a yearly budget
        r"(?P<text>(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày))(?=\s*[.;]?\s*$)",
        r"(?P<text>trước\s+(?:dịp\s+|kỳ nghỉ\s+|khi bước vào\s+)?(?:năm học|tết nguyên đán|tết dương lịch|tết|năm học mới|mùa (?:mưa|khô|lũ|nắng nóng)(?:, bão| bão| lũ)?|kỳ họp thứ \d+|ngày khai giảng|ngày khai mạc|ngày bầu cử|ngày đầu tiên [^,.;]{3,30})(?:\s+(?:năm\s+)?\d{4}(?:\s*-\s*\d{4})?| \w+ \w+ (?:năm )?\d{4}| (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi))?)",
    )
)
_DAILY = re.compile(
    rf"(?:báo cáo|tổng hợp|gửi|cập nhật|thống kê|theo dõi|kiểm tra|giám sát|phát động|giao ban|công khai|rà soát|đánh giá)[^.;]{{0,60}}?\s(?P<text>(?:định kỳ\s+)?{_EVERY})(?!\w)(?!\s+của)"
)
# "từ ngày 05/01/2026": when to begin. What is in force or was counted since a day tells nobody so.
_START = re.compile(
    rf"(?P<text>(?:kể )?từ (?:{_HOUR})?(?:(?:sáng|trưa|chiều|tối) )?ngày {_DAY})(?![\d/])(?!\s*(?:cho )?đến(?!\w))"
)
_START_OF = re.compile(
    r"(?P<text>(?:kể )?từ (?:(?:quý (?:[iv]{1,3}|[1-4])|tháng \d{1,2})(?:\s*/\s*|\s+năm\s+|\s+)(?P<year>\d{4})|năm học (?P<school>\d{4})\s*-\s*\d{4}))(?![\d/])(?!\s*(?:cho )?(?:đến|[-–])(?!\w))"
)
_IN_FORCE = re.compile(r"(?:hiệu lực|áp dụng|thay thế|bãi bỏ|tính|thi hành)[^.;]{0,60}$")
_COUNTED_FROM_ISSUE = re.compile(
    r"(?:từ|sau)\s+(?:khi |ngày |thời điểm )(?:ký|ban hành|ký ban hành|có hiệu lực)(?!\w)"
)
_LEAD = re.compile(r"(?:hoàn thành|xong)(?: \w+){0,3}? (?=vào|trong|đến)|thời hạn[^:]{0,30}:\s*")
_NOT_DUE = re.compile(
    r"(?:tính|kể từ|từ trước|phát sinh|xảy ra|tồn đọng|ban hành|có hiệu lực|được giao|đã|"
    r"(?:các|những) (?:nhiệm vụ|nội dung|hoạt động|dự án|công việc)(?: \w+){0,2})\s*$"
)
_DONE_BY = re.compile(
    r"(?<!được )(?<!được giao )(?:hoàn thành|xong|xin ý kiến|lấy ý kiến|tham mưu|đề xuất|khắc phục|trình|báo cáo|gửi|ban hành|công bố|cập nhật|kiểm tra|rà soát|sơ kết|tổng kết|khởi công|khánh thành|thông xe|khai mạc|thực hiện|triển khai|tổ chức|ký|phê duyệt|xử lý|giải quyết|nghiệm thu|bàn giao|phấn đấu)[^.;]*$"
)
# Days from one to another, which name no single day; "chậm nhất đến hết ngày …" does.
_SPAN = re.compile(
    r"(?:trong )?(?:tuần )?(?:từ )?(?:[\dh’' ]+(?:giờ)?(?: \d+)? )?(?:ngày |từ )?\d[^,;]* đến "
)
_SUMMED_UP = re.compile(r"(?:sơ kết|tổng kết|hoàn thành|nhân rộng|xong)[^,.;]{0,40}$")
# What belongs to a time in front of it: "ngay trong tuần này", "từ nay đến trước ngày 30/11".
_AHEAD = re.compile(r"(?:ngay (?=trong (?:tuần|ngày|mùa|học))|từ nay (?=đến))")
_LONGEST_AHEAD = len("từ nay ")
_TIME_VERBS = re.compile(
    r"(?:(?:hoàn thành|thực hiện|triển khai|tổ chức|đảm bảo|bảo đảm|xong|dự kiến|vào|ban hành|trình(?= kỳ))\s+)+|"
    r"(?!sau |từ |khi )[^\d.;:,]{0,40}(?:xong|hoàn thành|hoàn tất)\s+(?=trước|trong|chậm nhất)"
)
_YEARLY = re.compile(r"(?:định kỳ )?(?:hằng|hàng) \w+")
# What a month or quarter tells of how things stood, not when something is due.
_STOOD = re.compile(
    r"(?<!\w)(?:đạt|ước|so với|cùng kỳ|tăng|giảm|xảy ra|ghi nhận|đã|vừa qua|chiếm|bằng \d\S*|còn|mới)(?!\w)[^.;]*$"
)
_BUDGET = re.compile(
    r"(?:trợ cấp|phụ cấp|lương|ngân sách|dự toán|kinh phí|nguồn|vốn|chi thường xuyên|định mức)[^,;.]{0,60}$"
)
_GOES_ON = re.compile(rf"{_EVERY}|thường xuyên|{ON}")
# "hằng năm gửi báo cáo … trước ngày 15 tháng 12": the day comes again, in the same sentence.
_RETURNS = re.compile(rf"(?:{_EVERY}|định kỳ)(?!\w)[^.;]*$")
_LOOK_BACK = 1000  # characters before a bound that may say what it is a bound of
_ONLY_LAST = re.compile(r"(?:từ nay|trước|chậm|muộn|đến|hết|hạn|không|xong trước)")
_FROM_TO = re.compile(
    r"(?:từ|ngày)\s+(?:ngày\s+)?(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?(?:/(?P<year>\d{4}))?\s+đến\s"
)
_ANY_DATE = re.compile(rf"(?:ngày\s+)?{_DAY}(?!\d)")  # and not the "9/20" of "9/2023"


def find_deadlines(
    text: str, *, issued: date | None = None, offset: int = 0, past: bool = False
) -> list[Deadline]:
    """The deadlines stated in `text`, in order, none inside another.

    `offset` is added to their positions. `issued` gives a year to "trước ngày 15/12" and a start to
    "trong 05 ngày kể từ ngày ký"; without it such a deadline has no date. A time of a year before
    it is none ("nhà xây dựng trước năm 1990"), unless `past`.
    """
    folded = fold(text)
    found: list[Deadline] = []
    taken = bytearray(len(folded))  # 1 where a deadline stands
    for pattern in (*_RULES, _DAILY, _START, _START_OF):
        for match in pattern.finditer(folded):
            start, end = match.span("text")
            if 1 in taken[start:end]:
                continue
            before = folded[max(0, start - _LOOK_BACK) : start]
            if _tells_past(match, before, issued) or not _binds(match, before):
                continue
            begins = pattern in (_START, _START_OF)
            if begins and (_IN_FORCE.search(before) or not _lies_ahead(match, issued)):
                continue
            while end > start and text[end - 1] in " ,;":
                end -= 1
            if lead := _LEAD.match(folded, start):
                start = lead.end()
            start = _ahead(folded, start)
            exact, due, recurring = (None, None, False) if begins else _when(match, issued)
            if due and issued and due.year < issued.year and not past:
                continue
            if _lacks_year(match) and _RETURNS.search(before):
                exact, due, recurring = None, None, True
            taken[start:end] = b"\1" * (end - start)
            found.append(
                Deadline(text[start:end], exact, recurring, offset + start, offset + end, due)
            )
    found.sort(key=lambda deadline: deadline.start)
    # The year of the work is no term beside one that is set.
    set_terms = [
        term
        for term in found
        if not _is_year(fold(term.text))
        or _DONE_BY.search(folded[max(0, term.start - offset - _LOOK_BACK) : term.start - offset])
    ]
    return set_terms or found


def _is_year(words: str) -> bool:
    return re.fullmatch(r"trong năm \d{4}", words) is not None


def _ahead(folded: str, start: int) -> int:
    """Where a time begins with the word in front of it that belongs to it."""
    for at in range(max(0, start - _LONGEST_AHEAD), start):
        word = _AHEAD.match(folded, at)
        if word is not None and word.end() == start and not folded[at - 1 : at].strip():
            return at
    return start


def stated_time(text: str, *, issued: date | None = None, offset: int = 0) -> Deadline | None:
    """The time in a line like "Thời gian thực hiện: Hoàn thành trong năm 2025.", or None."""
    folded = fold(text)
    field = TIME_FIELD.search(folded)
    if field is None:
        return None
    start = field.end()
    if verbs := _TIME_VERBS.match(folded, start):
        start = verbs.end()
    end = len(text.rstrip(" .;"))
    if start >= end:
        return None
    inner = find_deadlines(text[start:end], issued=issued, past=True)
    if inner and inner[0].start and _WHAT.fullmatch(folded[start : start + inner[0].start]):
        said = find_deadlines(text[start:end], issued=issued, offset=offset + start, past=True)
        return joined(said)  # "trình Chính phủ trước ngày 15/4; gửi kết quả trước ngày 30/4"
    exact = inner[0].date if len(inner) == 1 else None
    due = inner[0].due if len(inner) == 1 else None
    if not inner:
        periods = list(re.finditer(PERIOD, folded[start:end]))
        day = _ANY_DATE.search(_MONTHS.sub(lambda span: " " * len(span[0]), folded), start, end)
        if day is not None:
            exact = _day_of(day, issued)
            due = exact
        elif periods:  # "từ quý IV/2025 đến quý II/2026" is kept until the last
            ends = [period_due(period, folded[start:end]) for period in periods]
            due = max((end for end in ends if end is not None), default=None)
        elif years := YEARS.search(folded, start, end):
            due = date(int(years["last"]), 12, 31)
    recurring = _GOES_ON.search(folded, start, end) is not None
    return Deadline(
        text[start:end],
        exact if not recurring else None,
        recurring,
        offset + start,
        offset + end,
        due,
    )


def joined(found: Sequence[Deadline]) -> Deadline | None:
    """Several deadlines of one leaf as one: the words joined, no exact day. None for none."""
    words = list(dict.fromkeys(deadline.text for deadline in found))
    if len(words) < 2:
        return found[0] if found else None
    due = [deadline.due for deadline in found if deadline.due is not None]
    return Deadline(
        text="; ".join(words),
        date=None,
        recurring=any(deadline.recurring for deadline in found),
        start=found[0].start,
        end=found[-1].end,
        due=max(due) if due else None,
    )


_WHAT = re.compile(r"(?:trình|gửi|báo cáo|ban hành|hoàn thiện|phê duyệt)[^\d.;]{0,50}")
_MONTHS = re.compile(r"tháng \d{1,2}\s*[-–]\s*\d{1,2}(?=/)")  # "tháng 4 - 6/2026" names no day


def read_date(text: str) -> date | None:
    """The first full date written in `text` ("17 tháng 11 năm 2025", "17/11/2025"), or None."""
    match = _ANY_DATE.search(fold(text))
    return _day_of(match, None) if match else None


def first_day(deadline: Deadline) -> date | None:
    """The first day of the span that the words name ("trong Quý I/2026" → 2026-01-01).

    None where they name only a last day ("trước", "đến hết"), a day that returns, or none at all.
    """
    words = fold(deadline.text)
    if deadline.due is None or deadline.recurring or _ONLY_LAST.match(words):
        return None
    if span := _FROM_TO.search(words):
        month, year = span["month"] or deadline.due.month, span["year"] or deadline.due.year
        return _before(deadline.due, int(year), int(month), int(span["day"]))
    periods = list(re.finditer(PERIOD, words))
    if periods and period_end(periods[-1]) == deadline.due:
        return period_start(periods[0])
    years = YEARS.search(words)
    return date(int(years["first"]), 1, 1) if years else None


def _before(due: date, year: int, month: int, day: int) -> date | None:
    """That day, if there is one and it lies before `due`."""
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    return first if first < due else None


def _tells_past(match: re.Match[str], before: str, issued: date | None) -> bool:
    """Whether the words `before` a bound tell what was, and not what is due: "phát sinh trước ngày …",
    "các văn bản ban hành trước ngày …", but not "…; ban hành trước ngày …" of a day to come."""
    if match.group("text").startswith(("chậm nhất", "muộn nhất", "không quá")):
        return False
    told = _NOT_DUE.search(before)
    if told is None:
        return False
    due = _when(match, issued)[1] if issued else None
    ahead = due is not None and issued is not None and due >= issued
    return not (ahead and re.search(r"[,;.] ban hành\s*$", before))


def _binds(match: re.Match[str], before: str) -> bool:
    """Whether the words `before` a weak bound ("trong quý", "trước") make it a time to have acted by."""
    words = match.group("text")
    groups = match.groupdict()
    weak = (
        groups.get("only") is not None
        or groups.get("near") is not None
        or (words.startswith(("trong ", "vào ")) and not words.startswith("trong ngày "))
    )
    if groups.get("only") is not None and words.startswith("vào năm"):
        return _SUMMED_UP.search(before) is not None  # else a target
    if groups.get("count") is not None or words.startswith("trong vòng "):
        return True
    if _YEARLY.fullmatch(words):
        return _BUDGET.search(before) is None
    if re.search(rf"(?:thứ |(?:tuần|tháng) (?:đầu|cuối) ).*?{_EVERY}", words):
        return True  # a day of the week, or a week
    if "tại " in words[:4]:
        return re.search(r"(?:trình|báo cáo)[^.;]*$", before) is not None
    soon = re.fullmatch(r"trong (?:tuần|tháng|quý|ngày) (?:này|tới|giêng|chạp)", words)
    definite = soon or groups.get("quarter") or groups.get("pmonth")
    if weak and (definite or _is_year(words)) and not _STOOD.search(before):
        return True
    if weak:
        return bool(_DONE_BY.search(before)) or words.startswith(("hoàn thành", "xong", "thời hạn"))
    return True


def _lacks_year(match: re.Match[str]) -> bool:
    """Whether a day or month is named, and no year."""
    groups = match.groupdict()
    return bool(groups.get("near") or (groups.get("day") and not groups.get("year")))


def _lies_ahead(match: re.Match[str], issued: date | None) -> bool:
    """Whether a day is printed whole and is none before the document's own; whether the year of a
    month, quarter or school year is none before it."""
    if issued is None:
        return False
    groups = match.groupdict()
    if "day" not in groups:
        return int(groups["year"] or groups["school"]) >= issued.year
    day = _day_of(match, None)
    return day is not None and day >= issued


def _when(match: re.Match[str], issued: date | None) -> tuple[date | None, date | None, bool]:
    """The exact day, the last day that keeps the deadline, and whether it returns."""
    groups = match.groupdict()
    words = match.group("text")
    if re.search(
        rf"{_EVERY}|{_NEXT}|^định kỳ|thứ (?:hai|ba|tư|năm|sáu|bảy)$|chủ nhật$", words
    ) or re.search(
        r" ?lần(?:$|/| trong )|ngày cuối tháng$|(?<!\w)mỗi |/(?:ngày|tuần|tháng|quý|năm)$", words
    ):
        return None, None, True
    if groups.get("day"):
        day = _day_of(match, issued)
        return (None if _SPAN.match(words) else day), day, False
    if groups.get("count"):
        if issued is None or not _COUNTED_FROM_ISSUE.search(words):
            return None, None, False
        # Counted, not printed: the words name no day, so only the end of the term is given.
        return None, _after(issued, int(groups["count"]), groups["unit"]), False
    if groups.get("near"):
        month = int(groups["near"])
        if issued is None:
            return None, None, False
        due = month_end(issued.year + (month < issued.month), month)
        if due and words.startswith("trước"):
            due = due.replace(day=1) - timedelta(days=1)
        return None, due, False
    if any(groups.get(key) for key in ("quarter", "pmonth", "only", "half")):
        return None, period_due(match, words), groups["on"] is not None
    return None, None, False


def _day_of(match: re.Match[str], issued: date | None) -> date | None:
    year = match.group("year")
    day, month = int(match.group("day")), int(match.group("month"))
    try:
        if year:
            return date(int(year), month, day)
        if issued is None:
            return None
        same = date(issued.year, month, day)
        return same if same >= issued else date(issued.year + 1, month, day)
    except ValueError:
        return None


def _after(start: date, count: int, unit: str) -> date:
    """The day `count` units after `start`; working days pass over Saturdays and Sundays."""
    if unit == "ngày làm việc":
        day = start
        while count > 0:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit == "giờ":
        return start + timedelta(days=-(-count // 24))
    if unit == "tuần":
        return start + timedelta(weeks=count)
    if unit == "tháng":
        months = start.month - 1 + count
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return start + timedelta(days=count)
