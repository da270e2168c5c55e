"""The words that agencies are named with: titles, head nouns, groups, units, what may follow.

All patterns but PARENTHESIS, WORD and the spelled-out forms are matched against folded text
(see `corpus.text.fold`). The lists read better whole than wrapped.
"""

from __future__ import annotations

import re

from corpus.text import compiled

__all__ = [
    "ABBREVIATION",
    "ABOVE",
    "ALSO_HEADS",
    "AND_CITIES",
    "AND_ISLANDS",
    "ANNOUNCED",
    "AN_OFFICE",
    "BARE_HEADS",
    "BEFORE_PLACES",
    "BRANCH",
    "CAPITALS_BEFORE",
    "CITY_LAST",
    "COMMUNE",
    "COMMUNES",
    "COMRADES",
    "DELEGATION",
    "DEPUTY",
    "EITHER_KIND",
    "EVERY_LEVEL",
    "EVERY_UNIT",
    "HEADS",
    "HEAD_ALONE",
    "HOLDER_OFFICE",
    "IN_PROVINCES_ABOVE",
    "LED_PART",
    "LEVELS",
    "LOWER_BEHIND",
    "MANAGED",
    "MANY",
    "MINISTERS",
    "MINISTERS_AND",
    "MORE_CAPITALS",
    "NAME_GOES_ON",
    "NEW_ITEM",
    "NEXT_COMMUNE",
    "NEXT_DISTRICT",
    "OF_COMMUNES",
    "OF_SEVERAL",
    "OF_THREE",
    "OWN_OFFICE",
    "PAIRED",
    "PARENTHESIS",
    "PART",
    "PARTY",
    "PART_OF",
    "PEOPLES",
    "PLACE",
    "PLACE_LAST",
    "PROJECT_BOARD",
    "PROVINCES",
    "PROVINCE_BEHIND",
    "PUNCTUATION",
    "RANK",
    "RANKS_BEHIND",
    "RANK_BEHIND",
    "REGION",
    "REGION_LAST",
    "SEPARATOR",
    "SERIES",
    "SERIES_BARE",
    "SERIES_NAMED",
    "SPELLED_OUT",
    "SPOKEN_TO",
    "STANDING",
    "TITLE",
    "UNIFORM",
    "UNITS",
    "UNIT_TAIL",
    "WHOLE",
    "WITHIN",
    "WITH_COMMA",
    "WORD",
    "WORD_GAP",
    "ZONES",
]


# Office-holders: the title is dropped and the body remains.
TITLE = re.compile(
    r"(?:(?:các )?đồng chí |đ/c )?"
    r"(?:(?:chủ tịch hội đồng thành viên|chủ tịch hội đồng quản trị|thứ trưởng(?: thường trực)?|bộ trưởng(?:, thủ trưởng)?|phó giám đốc|giám đốc(?: \(thủ trưởng\))?|thủ trưởng|phó chủ tịch|chủ tịch|(?:chi )?cục trưởng|"
    r"tổng cục trưởng|vụ trưởng|viện trưởng|chánh án|hiệu trưởng|tổng giám đốc|chủ nhiệm|trưởng(?= (?:ban (?:chỉ đạo|chỉ huy|quản lý|tổ chức|điều hành)|thuế|bảo hiểm xã hội|thống kê|công an|các (?:thôn|bản|ấp|khu phố|buôn|tổ dân phố|trạm y tế|ban quản lý|phòng|khoa|trạm|đơn vị|bộ phận))(?!\w))|trưởng ban|trưởng các ban|"
    r"người đứng đầu|lãnh đạo|chỉ huy trưởng|tư lệnh|chánh thanh tra|thanh tra viên|trưởng phòng|bí thư|tổng biên tập|"
    r"cơ quan thường trực|đại diện)(?:, | và )?)+:?\s*"
)
COMRADES = re.compile(r"(?:các )?(?:đồng chí|đ/c):?\s+")
# A part in a work, which is no name: whoever has it may stand in parentheses.
PART = re.compile(r"(?:chủ đầu tư|nhà (?:đầu tư|thầu(?: thi công)?)|đơn vị thi công) \(")
# What only announces the bodies behind its colon: "Các cơ quan: Đài Truyền hình Việt Nam, …", "Thủ trưởng
# các cơ quan: Văn phòng UBND tỉnh, …".
ANNOUNCED = re.compile(
    r"(?:thủ trưởng |giám đốc |lãnh đạo |người đứng đầu )?các (?:cơ quan|đơn vị|tổ chức|doanh nghiệp|bộ, ngành|sở, ngành)(?:,? (?:và )?(?:cơ quan|đơn vị|tổ chức|địa phương))*:\s+"
)
# The issuer's own office, which needs no more of a name: "Chánh Văn phòng, Vụ trưởng Vụ …".
OWN_OFFICE = re.compile(r"chánh (?P<office>văn phòng(?: bộ)?)(?=[,;])")
# Who heads a part of a body, which is named in one with the title: "Trưởng phòng Tài chính kế toán".
LED_PART = re.compile(r"(?:phó )?trưởng (?P<head>phòng|khoa) (?!(?:phòng|khoa)(?!\w))")
HOLDER_OFFICE = re.compile(r"chánh (?=văn phòng|thanh tra)")
PEOPLES = re.compile(
    r"(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?!\w)"
    r"(?:\s*\((?:sau đây (?:viết|gọi) (?:tắt )?là )?(?:ubnd|hđnd)\))?\s*"
)
UNITS = re.compile(
    r"(?:các |cấp |từng )?(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:(?:(?:,| và|, và) (?:các )?| ?/ ?)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))*(?!\w)"
)
MANY = re.compile(r"(?:các|cấp|từng|những)\s")
UNIT_TAIL = re.compile(
    r"\s+(?:trực thuộc trung ương|ven biển(?: từ .+? đến [^,;.:]+?)?(?=\s+(?:tổ chức|chủ|khẩn|theo|rà|tiếp|chỉ|tập|triển|huy động|bố trí|bảo đảm|đảm bảo|sẵn sàng|phối hợp|kiểm đếm|kiểm tra|thông báo|hướng dẫn|thực hiện|sơ tán|duy trì|quyết liệt|phải|cần|căn cứ|thường xuyên|khắc phục|ứng phó|$)|[,;.:]|$)|ven biển(?!\w| từ)|"
    r"(?:nêu|quy định) tại (?:khoản \d+ )?điều \d+|được (?:giao|phân công)(?: [^,;.:]{2,80}?)?(?= (?:có|chịu) trách nhiệm(?!\w))|có [^,;.:]{3,30} đi qua|khu vực [ivx]+(?!\w)|"
    r"miền núi(?:, trung du)?(?: (?:bắc|trung|nam) bộ| phía (?:bắc|nam))?|biên giới (?:phía )?(?:(?:đông |tây )?(?:bắc|nam)|tây)(?!\w)|"
    r"khu vực (?:bắc|trung|nam|đông|tây)[\w ]{0,20}?(?: và (?:bắc|trung|nam|đông|tây)[\w ]{0,20}?)?"
    r"(?=\s+(?:rà|tổ|chủ|chỉ|khẩn|theo|tiếp|tập|triển|phối)|[,;.:]|$)|biên giới|nêu trên|có liên quan|liên quan|bị ảnh hưởng(?: bởi (?:thiên tai|bão, lũ|bão|mưa lũ|mưa, lũ|lũ lụt|dịch bệnh))?|bị (?:ngập|cô lập|chia cắt|thiệt hại)(?: \w+){0,2}?(?=\s*(?:[,;.:]|$))|trên địa bàn(?: tỉnh| thành phố)?|trong tỉnh|"
    r"miền núi|thuộc tỉnh|thuộc thành phố|vùng [a-zà-ỹđ ]+?(?=\s+(?:giao|rà|tổ|chủ|chỉ|khẩn|theo|tiếp|tập|triển|phối|căn)(?!\w)|[,;.:]|$))"
)
HEADS = re.compile(
    r"(?:ban quản lý|ban chỉ huy|ban chỉ đạo|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|ban thường vụ|"
    r"thường trực(?! \d)|văn phòng|tổng cục|chi cục|cục|vụ|viện|học viện|đại học|trung tâm|trường|bệnh viện|báo(?! cáo)|đài|tạp chí|cổng|bảo tàng|thư viện|"
    r"chi nhánh|phòng|khoa(?! (?:học|giáo(?! dục))(?!\w))|công đoàn|tổ(?! (?:chức|trưởng|quốc|viên|phó|hợp|dân phố|đại biểu|công nghệ số|an ninh trật tự)(?!\w))|hợp tác xã|hội đồng|hiệp hội|hội(?! chủ nghĩa)|liên đoàn|liên minh|đoàn|quỹ|kho bạc|ngân hàng|bảo hiểm xã hội|thanh tra(?! (?:viên|lần|việc|các|trách nhiệm|công tác|đột xuất|chuyên đề|toàn diện))|"
    r"tòa án nhân dân|tòa án|viện kiểm sát nhân dân|tập đoàn|tổng công ty|công ty|quân khu|bộ tư lệnh|bộ chỉ huy|"
    r"bộ đội biên phòng|tiểu ban|tổ công tác|tổ giúp việc|hạt kiểm lâm|kiểm lâm|thuế|hải quan|điện lực|bưu điện|chủ đầu tư|đảng ủy|"
    r"huyện ủy|quận ủy|thành ủy|tỉnh ủy|ủy ban|công an|nhà xuất bản|quân chủng|quân đoàn|bộ(?! (?:máy|phận))|sở|ban(?! hành)|kiểm dịch y tế|cơ quan|"
    r"vnpt|viettel|mobifone|vinaphone|viễn thông|truyền tải điện|vườn quốc gia|khu bảo tồn|khu di tích|nhà máy|ngành|khu quản lý|cảng vụ|thống kê|thi hành án dân sự|trạm|đồn biên phòng|sư đoàn|lữ đoàn|mặt trận tổ quốc|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|chi bộ|đảng bộ)(?!\w)"
)
BARE_HEADS = re.compile(
    r"(?:chủ đầu tư|tổ công tác|tổ giúp việc|bộ đội biên phòng|(?:tỉnh|thành|huyện|quận) đoàn)$"
)
MINISTERS = re.compile(r"(?:các )?(?:đồng chí )?bộ trưởng(?=,? (?:và )?(?:thủ trưởng|các)|;|,|:| )")
SERIES = re.compile(
    r"(?:bộ trưởng |giám đốc |cục trưởng |thủ trưởng )?(?:các\s+)?(bộ|sở|cục|vụ|ban|báo|đài|tập đoàn|tổng công ty|viện|phòng|chi cục|trung tâm)"
    r"(?:, (?:ban, )?(?:ngành|cơ quan|cơ quan ngang bộ|đơn vị)(?:, đơn vị)?)?\s*:\s*"
)
# "Giám đốc các Công ty cổ phần Đường sắt: Thanh Hóa, Nghệ Tĩnh": what they share stands before the colon.
SERIES_NAMED = re.compile(
    r"(?:giám đốc |thủ trưởng |trưởng )?các\s+(?P<head>(?:công ty|chi cục|bệnh viện|trường|ban quản lý|quân khu|trung tâm|hạt)(?: \w+){0,5})\s*:\s+"
)
SERIES_BARE = compiled(
    r"(?i:bộ trưởng |giám đốc |cục trưởng )?(?i:các)\s+((?i:bộ|sở|cục))\s+(?=[⇧])"
)
SEPARATOR = re.compile(
    r"(?:\[\d{1,2}\])?\s*(?:;|,|&)\s*(?:và |cùng )?|\s+và\s+|\s+cùng(?: với)?\s+|\s+cùng\s+"
)
WITHIN = re.compile(
    r"\s+theo (?:quyết định|kế hoạch|chỉ thị|nghị quyết) số \S+(?: ngày [\d/]+)?|\s+(?:theo|trong phạm vi) (?:chức năng|nhiệm vụ|thẩm quyền)(?:, (?:nhiệm vụ|quyền hạn))*(?: của mình| được giao| được phân công)?"
)
WORD = re.compile(r"[\wÀ-ỹ&/]+")
PARENTHESIS = re.compile(r"(?:,(?= \(sau đây ))?\s*\([^()]{0,160}\)")
ABOVE = re.compile(r"\s+(?:nêu trên|nói trên|kể trên|có tên trên|trên đây)(?!\w)")
# One addressee spoken to by the bare noun: "Đề nghị Công ty nghiên cứu", "đề nghị Quý Sở cung cấp".
SPOKEN_TO = re.compile(
    r"(?:quý )?(công ty|chi nhánh|tổng công ty|tập đoàn|doanh nghiệp|ngân hàng|bệnh viện|trường)"
    r"(?= (?!(?:có liên quan|này|khác)(?!\w))\w)|quý (?:cơ quan|đơn vị|bộ|sở|cục|ủy ban)(?= \w)"
)
NEW_ITEM = re.compile(r"(?:và )?(?:các|những) |bộ trưởng|chủ tịch|thủ trưởng|giám đốc")
SPELLED_OUT = (
    (re.compile(r"(?<!\w)UBND(?!\w)"), "Ủy ban nhân dân"),
    (re.compile(r"(?<!\w)HĐND(?!\w)"), "Hội đồng nhân dân"),
    (re.compile(r"(?<!\w)KCN(?!\w)"), "Khu công nghiệp"),
    (re.compile(r"(?<!\w)MTTQ(?!\w)"), "Mặt trận Tổ quốc"),
    (re.compile(r"(?<!\w)KKT(?!\w)"), "Khu kinh tế"),
    (re.compile(r"(?<!\w)HTX(?!\w)"), "Hợp tác xã"),
    (re.compile(r"(?<!\w)Uỷ ban"), "Ủy ban"),
    (re.compile(r"(?<!\w)TNCS(?!\w)"), "Thanh niên Cộng sản"),
    (re.compile(r"(?<!\w)LHPN(?!\w)"), "Liên hiệp Phụ nữ"),
    (re.compile(r"(?<!\w)LĐLĐ(?!\w)"), "Liên đoàn Lao động"),
    (re.compile(r"(?<!\w)CCB(?!\w)"), "Cựu chiến binh"),
    (re.compile(r"(?<=sở )GD&?ĐT(?!\w)"), "giáo dục và đào tạo"),
)
PUNCTUATION = re.compile(r"[^\w]+")
# Bodies whose names every document writes alike; places are written with their rank.
UNIFORM = re.compile(r"(?:sở|bộ(?!chỉhuy|tưlệnh|đội)|ủybannhândân|côngan)")
ABBREVIATION = compiled(r"(?<!\w)(?![IVX]+(?!\w))[⇧&]{2,}(?!\w)")

BEFORE_PLACES = re.compile(r"\s*:?\s+")
REGION = compiled(r"\s+(?:[Kk]hu vực\s+)?(?<=hu vực )(?:[IVX]+|\d{1,2})(?!\w)")
REGION_LAST = compiled(r"\s[Kk]hu vực (?:[IVX]+|\d{1,2})$")
AND_CITIES = compiled(
    r", thành phố(?!\s+[⇧])"
)  # "Thuế tỉnh, thành phố", but not "…, thành phố Huế"
RANK = re.compile(r"(?:tỉnh|thành phố|tp\.?)\s+")
RANK_BEHIND = re.compile(r"\s+(?:Tỉnh|Thành phố|TP)")
RANKS_BEHIND = re.compile(r"\s+(?:các\s+)?(tỉnh|thành phố|tp\.?)(?:, (?:thành phố|tp\.?))?(?!\w)")
CITY_LAST = re.compile(r"(?<= )TP$")
PROVINCES = re.compile(r"(?:các\s+)?(?:tỉnh|thành phố)(?:, thành phố)?(?=\s*:?\s)")
PLACE = compiled(
    r"\s+(?!Quyết định|Nghị quyết|Kế hoạch|Thông báo|Chỉ thị)[⇧][\wÀ-ỹ']*(?:[ -]+[⇧\d][\wÀ-ỹ']*)*"
)
MORE_CAPITALS = compiled(r"(?:\s*[-–]\s*|\s+(?:và\s+)?)(?=[⇧])")
OF_COMMUNES = re.compile(r"Ủy ban nhân dân các (xã|phường)(?!\w)")
# "UBND xã Tân Thủy, xã Bảo Thạnh và phường Trường Long Hòa": the head word goes with each.
_NEXT = r"(?:, | và |, và )(?P<unit>(?:{}) [⇧][\wÀ-ỹ']*(?: [⇧\d][\wÀ-ỹ']*)*)"
NEXT_COMMUNE = compiled(_NEXT.format("xã|phường|đặc khu|thị trấn"))
# "UBND thành phố Bến Tre, huyện Mỏ Cày Nam": behind a district; behind a commune it is where that lies.
NEXT_DISTRICT = compiled(_NEXT.format("huyện|quận|thị xã|thành phố"))
# "Đoàn đại biểu Quốc hội và đại biểu Quốc hội thành phố Cần Thơ": the place is of both.
DELEGATION = re.compile(
    r"đoàn đại biểu quốc hội(?=(?:,| và) (?:các )?đại biểu quốc hội (?P<place>tỉnh|thành phố)\s)"
)
IN_PROVINCES_ABOVE = re.compile(r" các (?:tỉnh|thành phố)(?:, thành phố)? nêu trên$")
PROVINCE_BEHIND = re.compile(r" ((?:tỉnh|[Tt]hành phố) [^\W\d_].+)$")
# A capital in a list of communes that is the next body's, or its head's.
_NO_PLACE = (
    r"(?!Tỉnh|Sở|Bộ|Ủy|UBND|(?:Chủ tịch|Thủ trưởng|Giám đốc|Bí thư|Trưởng (?:ban|phòng|Ban)|Chánh [Vv]ăn phòng|"
    r"Công an|Công ty|Đảng ủy|Văn phòng|Trung tâm|Chi cục|Thanh tra|Mặt trận|Ban (?:[Qq]uản lý|[Cc]hỉ (?:huy|đạo))|Kho bạc)(?!\w))"
)
_PLACE_NAME = r"(?:[⇧][\wÀ-ỹ']*|\d{1,2})(?:(?: | - (?=[⇧]))(?:[⇧][\wÀ-ỹ']*|\d{1,2}))*"
COMMUNES = compiled(
    rf"\s*:?\s+{_NO_PLACE}({_PLACE_NAME}"
    rf"(?:(?:,| và)\s+(?:(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố)\s+)?{_NO_PLACE}{_PLACE_NAME})+)"
)
AND_ISLANDS = compiled(
    r"(?:,| và|, và) (?:các )?đặc khu(?: [⇧][\wÀ-ỹ']*)+(?:(?:,| và) (?!Sở|Bộ|Ủy|UBND|Công|Ban)[⇧][\wÀ-ỹ']*(?: [⇧][\wÀ-ỹ']*)*)*"
)
COMMUNE = compiled(
    r"(?:(xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố)\s+)?([⇧][^,]*?)(?=,| và |$)"
)
LEVELS = re.compile(
    r" (?:(?:địa phương|các cấp(?: (?:tỉnh|thành phố))?|cấp (?:huyện|xã|cơ sở)|cấp (?:tỉnh|thành phố)(?=(?:,| và) cấp))(?:(?:,| và) cấp (?:tỉnh|huyện|xã|cơ sở))*)(?!\w)"
)
# A board of many words: "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh".
PROJECT_BOARD = re.compile(
    r"ban quản lý (?:các )?dự án(?: (?:đầu tư|xây dựng|và|các|khu vực|công trình|giao thông|dân dụng|công nghiệp|nông nghiệp|"
    r"phát triển nông thôn|môi trường|văn hóa|thể thao|hạ tầng|kỹ thuật|đô thị|thủy lợi|chuyên ngành|trọng điểm)(?!\w),?){1,14}(?: (?:tỉnh|thành phố|huyện|quận|xã|phường))?(?!\w)"
)
# A lower unit behind an office that every one has: "Văn phòng HĐND và UBND huyện".
LOWER_BEHIND = re.compile(
    r"\s+(?:huyện|quận|thị xã|xã|phường|thị trấn)(?!\w|/|, (?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố))"
)
# The office of that kind of every unit: "Phòng Y tế các huyện, thành phố".
EVERY_UNIT = re.compile(
    r"\s+các (?:huyện|quận|thị xã|thành phố|xã|phường)(?:(?:,| và) (?:huyện|quận|thị xã|thành phố|xã|phường|đặc khu))*(?!\w)"
)
# The same office of every commune, whose kinds name it unlike: "Phòng Kinh tế xã/Phòng Kinh tế, Hạ tầng
# và Đô thị phường", "Phòng Văn hóa - Xã hội xã/phường".
EITHER_KIND = compiled(
    r"\s+(?:xã/phường|xã, phường(?:, đặc khu)?)(?!\w|, |\s+[⇧])|\s+xã/(?P<other>)(?=Phòng )"
)
# What a body is called besides its name: "Cơ quan Bảo hiểm xã hội thành phố Huế".
AN_OFFICE = re.compile(
    r"cơ quan (?=(?:bảo hiểm xã hội|thuế|hải quan|thống kê) (?:tỉnh|thành phố)(?!\w))"
)
# Two things of one field, which a name has in small letters: "Trung tâm Truyền thông tài nguyên và môi trường".
PAIRED = re.compile(
    r"(?:tài nguyên|nông nghiệp|khoa học|giáo dục|lao động|văn hóa|thể thao|thông tin) và "
    r"(?:môi trường|công nghệ|đào tạo|xã hội|du lịch|truyền thông|thể thao)(?!\w)"
)
# What a "Ban Quản lý" manages belongs to its name.
MANAGED = re.compile(r"các (?:khu|cụm|dự án|công trình)(?!\w)")
# "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi" is one board.
ZONES = compiled(
    r"Ban [Qq]uản lý (?:[Kk]hu kinh tế|KKT)(?: [⇧]\w+(?: [⇧]\w+){0,3})? và (?:các )?(?:[Kk]hu công nghiệp|KCN)"
    r"(?: tỉnh(?: [⇧]\w+(?: [⇧]\w+)?)?| [⇧]\w+(?: [⇧]\w+)?)?(?!\w)"
)
# A name with a comma in it, which ends in whose it is, or with the heading that it is: "Ban Quản lý Cảng
# cá, bến cá tỉnh", "Trung tâm Xúc tiến đầu tư, thương mại và du lịch".
WITH_COMMA = re.compile(
    r"(?:ban quản lý|trung tâm|chi cục|cục|vụ|văn phòng|hội|liên hiệp)(?: [\w-]+){1,5}, (?!các )"
    r"(?P<rest>[\w-]+(?: [\w-]+){0,6}? (?:tỉnh|thành phố)(?!\w)|[\w-]+(?: [\w-]+){0,4} và [\w-]+(?: [\w-]+){0,4}(?=\s*:?$)|(?!cục |vụ |sở )[\w-]+(?: [\w-]+){0,3}?(?= (?:chủ trì|làm đầu mối)(?!\w)))"
)
# Three trades or four in one name: "Chi cục Chăn nuôi, Thú y và Thủy sản", "Sở Văn hóa, Thông tin, Thể thao và Du lịch".
OF_THREE = compiled(
    r"(?:Chi cục|Trung tâm|Phòng|Cục|Sở|Ban) [⇧][\wÀ-ỹ]*(?: (?!(?:tỉnh|thành|huyện|xã)(?!\w))[\wÀ-ỹ]+){0,3}, (?P<second>[⇧][\wÀ-ỹ]*)(?: [a-zà-ỹđ][\wà-ỹ]*){0,2}(?:, [⇧][\wÀ-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*){0,2})? và [⇧][\wÀ-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*)?(?=\s*[,;.:]|\s+(?:tỉnh|thành phố|chủ trì|phối hợp|tổ chức|thực hiện|báo cáo|tham mưu|xây dựng|hướng dẫn|rà soát|kiểm tra|có trách nhiệm|chịu trách nhiệm|lắp|cung cấp|phát hành|làm đầu mối)|\s*$)"
)
# An office named with the body that it is part of: "Phòng Kinh tế thuộc Văn phòng UBND tỉnh", "Phòng Cảnh
# sát hình sự - Công an thành phố".
PART_OF = re.compile(r"(?:phòng|đội|trạm) ")
WHOLE = compiled(r" (?P<how>thuộc|-) (?=(?:Văn phòng|Sở|Công an|Chi cục|Cục|Bộ) [\wÀ-ỹ])")
OF_SEVERAL = re.compile(r"chủ đầu tư (?:của )?(?:các|những)(?!\w)")
EVERY_LEVEL = re.compile(r"các cấp(?!\w)")
WORD_GAP = re.compile(r"(?:\s*[-–]\s*|\s+)(?=\w)")
HEAD_ALONE = re.compile(
    r"chủ đầu tư|văn phòng|thanh tra|công an|tiểu ban|hạt kiểm lâm|trung tâm|ban quản lý dự án|"
    r"(?:viện kiểm sát nhân dân|tòa án nhân dân|thi hành án dân sự|bảo hiểm xã hội|bộ đội biên phòng|thống kê|thuế|"
    r"hải quan|bưu điện|điện lực|mặt trận tổ quốc|đài|liên minh|liên đoàn|bảo tàng|thư viện|trung tâm kiểm soát bệnh tật|"
    r"bệnh viện (?:đa khoa|sản nhi|phụ sản|nhi|y học cổ truyền|phổi|lao và bệnh phổi|tâm thần|mắt|da liễu|ung bướu|"
    r"phục hồi chức năng)) (?:tỉnh|thành phố|khu vực)(?!\w)"
)
# A person in office, named, and what such a person heads besides.
DEPUTY = compiled(r"Phó Thủ tướng (?:Chính phủ )?(?:Thường trực )?[⇧][\wÀ-ỹ]* [⇧]")
ALSO_HEADS = re.compile(
    r"(?:Chủ tịch (?:Hội đồng|Ủy ban(?! nhân dân))|Trưởng (?:Ban|ban|Tiểu ban)|Tổ trưởng) "
)
# A bank's: "Ngân hàng Chính sách xã hội Chi nhánh tỉnh".
BRANCH = re.compile(r"(?:\s*[-–])?\s+chi nhánh(?P<rank> (?:tỉnh|thành phố))?(?!\w)")
# A party organ is named with its committee behind: "Ban Tuyên giáo và Dân vận Thành ủy".
PARTY = re.compile(r"(?:tỉnh|thành|huyện|quận|đảng) ủy(?!\w)")
# "Văn phòng Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn" has a comma in its committee's name.
STANDING = compiled(
    r"(?:Ban (?:Thường trực|thường trực|Thường vụ|thường vụ)|Văn phòng(?= Ủy ban [Qq]uốc gia))\s+(?=[⇧])"
)
MINISTERS_AND = re.compile(
    r"(?:,| và)? (?:các )?thủ trưởng (?:các )?(cơ quan ngang bộ(?:(?:, | và )(?:thủ trưởng )?(?:các )?cơ quan (?:trực )?thuộc chính phủ)?"
    r"(?:,? (?:và )?(?:các )?cơ quan khác ở trung ương)?)"
)
PLACE_LAST = re.compile(r"(?<!các)(?<!cấp)(?<!tác) (?:tỉnh|xã|(?<=nhân dân )thành phố)$")
# What goes on with a name behind a place: "Ban Quản lý Khu kinh tế tỉnh và các khu công nghiệp", "Đoàn
# Thanh niên Cộng sản Hồ Chí Minh xã".
NAME_GOES_ON = re.compile(
    r"(?:hội|tịch|cấp|nghĩa|luận|và|các|khu vực|cơ sở|mở rộng|số|tỉnh|thành phố|xã|phường|việt nam|trung ương)(?!\w)"
)
CAPITALS_BEFORE = compiled(r"(?<!\w)[⇧]\w*")
