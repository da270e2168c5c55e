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
    "AND_CITIES",
    "AND_ISLANDS",
    "ANNOUNCED",
    "AN_OFFICE",
    "BARE_GROUP",
    "BARE_HEADS",
    "BEFORE_PLACES",
    "BRANCH",
    "CAPITALS_BEFORE",
    "CITY_LAST",
    "COMMUNE",
    "COMMUNES",
    "COMRADES",
    "DANGLING",
    "DELEGATION",
    "EITHER_KIND",
    "EVERYWHERE",
    "EVERY_LEVEL",
    "GROUP",
    "GROUP_GOES_ON",
    "GROUP_NOUN",
    "GROUP_TAIL",
    "GROUP_TITLES",
    "HEADS",
    "HEAD_ALONE",
    "HOLDER_OFFICE",
    "IN_AREA",
    "IN_PROVINCES_ABOVE",
    "LANDS",
    "LEVELS",
    "LISTED",
    "LOWER_BEHIND",
    "MANAGED",
    "MANY",
    "MINISTERS",
    "MINISTERS_AND",
    "MORE_CAPITALS",
    "NAME_GOES_ON",
    "NARROWS",
    "NEW_ITEM",
    "NEXT_COMMUNE",
    "OF_BODY",
    "OF_COMMUNES",
    "OF_COUNCIL",
    "OF_SEVERAL",
    "OF_THREE",
    "OPEN",
    "OWN_OFFICE",
    "PAIRED",
    "PARENTHESIS",
    "PART",
    "PARTY",
    "PEOPLES",
    "PHRASE_COMMA",
    "PHRASE_MORE",
    "PHRASE_REST",
    "PHRASE_WORD",
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
    "WHOEVER",
    "WITHIN",
    "WITH_COMMA",
    "WORD",
    "WORD_GAP",
]

# What tells one of a class from others, and what nobody is ordered ("khẩn trương sơ tán" is an order).
_DOES = (
    r"(?:(?:trực tiếp )?(?:sử dụng|quản lý)|vận hành|sản xuất|kinh doanh|cung (?:cấp|ứng)|nhận|có|được|tham gia|đang|hoạt động|nuôi|trồng|khai thác|"
    r"chế biến|quy định tại|nơi|lưu thông|sở hữu|thuê|thi công|lập|hoặc|giáo dục|công lập|y tế|điện lực|vận tải|viễn thông|là|đầu tư)(?!\w)"
)

# Those who look after a trade, whichever it is: "Sở quản lý ngành, lĩnh vực".
_OF_TRADE = r"quản lý (?:(?:nhà nước (?:về )?)?(?:chuyên )?ngành, lĩnh vực(?: cấp (?:tỉnh|xã))?|nhà nước chuyên ngành)(?!\w)"

# Office-holders: the title is dropped and the body remains.
TITLE = re.compile(
    r"(?:(?:các )?đồng chí |đ/c )?"
    r"(?:(?:chủ tịch hội đồng thành viên|chủ tịch hội đồng quản trị|thứ trưởng(?: thường trực)?|bộ trưởng(?:, thủ trưởng)?|phó giám đốc|giám đốc(?: \(thủ trưởng\))?|thủ trưởng|phó chủ tịch|chủ tịch|(?:chi )?cục trưởng|"
    r"tổng cục trưởng|vụ trưởng|viện trưởng|chánh án|hiệu trưởng|tổng giám đốc|chủ nhiệm|trưởng(?= (?:ban (?:chỉ đạo|chỉ huy|quản lý|tổ chức|điều hành)|thuế|bảo hiểm xã hội|thống kê)(?!\w))|trưởng ban|trưởng các ban|"
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
    r"\s+(?:trực thuộc trung ương|ven biển(?: từ .+? đến [^,;.:]+?)?(?=\s+(?:tổ chức|chủ|khẩn|theo|rà|tiếp|chỉ|tập|triển|$)|[,;.:]|$)|ven biển(?!\w| từ)|"
    r"(?:nêu|quy định) tại (?:khoản \d+ )?điều \d+|có [^,;.:]{3,30} đi qua|khu vực [ivx]+(?!\w)|"
    r"miền núi(?:, trung du)?(?: (?:bắc|trung|nam) bộ| phía (?:bắc|nam))?|"
    r"khu vực (?:bắc|trung|nam|đông|tây)[\w ]{0,20}?(?: và (?:bắc|trung|nam|đông|tây)[\w ]{0,20}?)?"
    r"(?=\s+(?:rà|tổ|chủ|chỉ|khẩn|theo|tiếp|tập|triển|phối)|[,;.:]|$)|biên giới|nêu trên|có liên quan|liên quan|bị ảnh hưởng(?: bởi (?:thiên tai|bão, lũ|bão|mưa lũ|mưa, lũ|lũ lụt|dịch bệnh))?|bị (?:ngập|cô lập|chia cắt|thiệt hại)(?: \w+){0,2}?(?=\s*(?:[,;.:]|$))|trên địa bàn(?: tỉnh| thành phố)?|trong tỉnh|"
    r"miền núi|thuộc tỉnh|thuộc thành phố|vùng [a-zà-ỹđ ]+?(?=\s+(?:giao|rà|tổ|chủ|chỉ|khẩn|theo|tiếp|tập|triển|phối|căn)(?!\w)|[,;.:]|$))"
)
HEADS = re.compile(
    r"(?:ban quản lý|ban chỉ huy|ban chỉ đạo|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|ban thường vụ|"
    r"thường trực|văn phòng|tổng cục|chi cục|cục|vụ|viện|học viện|đại học|trung tâm|trường|bệnh viện|báo(?! cáo)|đài|tạp chí|cổng|bảo tàng|thư viện|"
    r"chi nhánh|phòng|hợp tác xã|hội đồng|hiệp hội|hội(?! chủ nghĩa)|liên đoàn|liên minh|đoàn|quỹ|kho bạc|ngân hàng|bảo hiểm xã hội|thanh tra(?! (?:viên|lần|việc|các|trách nhiệm|công tác|đột xuất|chuyên đề|toàn diện))|"
    r"tòa án nhân dân|tòa án|viện kiểm sát nhân dân|tập đoàn|tổng công ty|công ty|quân khu|bộ tư lệnh|bộ chỉ huy|"
    r"bộ đội biên phòng|tiểu ban|tổ công tác|tổ giúp việc|hạt kiểm lâm|kiểm lâm|thuế|hải quan|điện lực|bưu điện|chủ đầu tư|đảng ủy|"
    r"huyện ủy|quận ủy|thành ủy|tỉnh ủy|ủy ban|công an|nhà xuất bản|quân chủng|quân đoàn|bộ(?! (?:máy|phận))|sở|ban(?! hành)|kiểm dịch y tế|cơ quan|"
    r"vnpt|viettel|mobifone|vinaphone|viễn thông|truyền tải điện|vườn quốc gia|khu bảo tồn|nhà máy|ngành|khu quản lý|cảng vụ|thống kê|thi hành án dân sự|trạm|đồn biên phòng|sư đoàn|lữ đoàn|mặt trận tổ quốc|tỉnh đoàn|thành đoàn)(?!\w)"
)
BARE_HEADS = re.compile(
    r"(?:chủ đầu tư|tổ công tác|tổ giúp việc|bộ đội biên phòng|tỉnh đoàn|thành đoàn)$"
)
GROUP = re.compile(
    r"(?:(?:các|những|tất cả các|toàn thể các|mỗi|từng)\s+)(?=(?:sở|bộ|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|chủ|"
    r"trường(?! hợp)|đại học|học viện|cơ sở|huyện|xã|phường|tỉnh|thành phố|tổ|đoàn thể|hội|bệnh viện|cục|vụ|viện|tập đoàn|tổng công ty|tổng cục|"
    r"trung tâm|phòng|chi cục|ngân hàng|công ty|nhà|lực lượng|đại biểu|khu(?! vực)|báo|thành viên|hạt|vườn|chi nhánh|ủy ban|công an|đồng chí|"
    r"trang trại|hợp tác xã|trạm (?:y tế|kiểm dịch|cấp nước)|cảng|chợ|bến|đồn|đội|hộ|hãng|sàn|siêu thị|khách sạn|tổng đội|câu lạc bộ|thương nhân|đoàn công tác)(?!\w))"
)
BARE_GROUP = re.compile(
    rf"(?:(?:sở|bộ|cơ quan|đơn vị)(?= {_OF_TRADE})|cơ quan chuyên môn(?= {_OF_TRADE})|tổ đại biểu(?= (?:hội đồng nhân dân|hđnd)(?!\w)|,| và )|(?:sở, )?(?:cơ quan, )?ban, ngành|sở, ngành|sở(?=, (?:thủ trưởng|cơ quan|giám đốc))|bộ, ngành|cơ quan(?:, tổ chức)?, (?:tổ chức|đơn vị|cá nhân)|cơ quan (?:thanh tra|thi hành án dân sự)|cơ quan chuyên môn(?= (?:thuộc|cấp|của) |, (?:tổ chức|đơn vị) )|"
    r"đại biểu (?:quốc hội|hội đồng nhân dân|hđnd)|ngành (?:y tế|tài chính|công an|công thương|xây dựng|nông nghiệp|ngân hàng|thuế|hải quan|kiểm lâm)(?!, (?!các ))|chính quyền địa phương (?:các|ở các|ở) (?:đơn vị hành chính|cấp|địa phương)|"
    r"cơ quan ngang bộ|cơ quan thuộc chính phủ|cơ quan trực thuộc chính phủ|cơ quan thông tấn|cơ quan, đơn vị|đơn vị, địa phương|"
    r"(?:cơ quan|đơn vị)(?: có)? liên quan|hệ thống (?:chính trị|(?:loa )?truyền thanh(?: cơ sở)?)|"
    r"cấp ủy(?: đảng)?, chính quyền(?: (?:địa phương|cơ sở|các cấp|các địa phương|(?:các |cấp )?xã(?:, phường(?:, đặc khu)?)?))?|"
    r"trưởng thôn(?:, (?:trưởng bản|bản|ấp|khu phố|buôn|tổ trưởng tổ dân phố|tổ dân phố))*|"
    r"đơn vị sự nghiệp(?: công lập)?|tổ chức, cá nhân|cá nhân, tổ chức(?=(?: có)? liên quan)|lực lượng|thành viên|chủ rừng|doanh nghiệp|"
    r"chủ (?:bến|tàu|thuyền|phương tiện|nuôi|trại|hộ|cơ sở|vật nuôi|trang trại)(?: (?!\w+ trách nhiệm)\w+){0,3}(?=\s*[,:]|\s*$))(?!\w)"
)
# A class in the singular, as regulations name it: "Đơn vị vận hành hệ thống … có trách nhiệm".
WHOEVER = re.compile(
    rf"(?:đơn vị|cơ quan|cơ sở|doanh nghiệp|tổ chức|chủ đầu tư|chủ dự án)(?= {_DOES})(?:,? \w+){{1,14}}?(?<! và)(?= (?:có trách nhiệm|phải) )"
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
SEPARATOR = re.compile(r"\s*(?:;|,|&)\s*(?:và |cùng )?|\s+và\s+|\s+cùng(?: với)?\s+|\s+cùng\s+")
OPEN = re.compile(
    r"liên quan|^(?:doanh nghiệp|lực lượng(?! (?:quản lý thị trường|kiểm lâm|công an|quân đội|biên phòng|cảnh sát))|thành viên|tổ chức, cá nhân)|chức năng|khác$|^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|bên)(?:,? (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))*(?: và (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))?$"
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
GROUP_TAIL = re.compile(
    # "quy định tại Điều 1 Quy chế này" (có trách nhiệm …), "được giao nhiệm vụ báo cáo tại khoản 1 Điều này"
    r"(?= (?:quy định|nêu|được giao nhiệm vụ) )(?: (?!có |và )\w+){1,8}? tại (?:(?:điểm \w+ )?khoản \d+ )?điều (?:\d+(?: (?:quy chế|quy định|quyết định|nghị quyết|thông tư|kế hoạch))? )?này(?!\w)|"
    # "tổ chức quản lý trực tiếp" (có văn bản …), "Các cơ quan theo thẩm quyền" (khẩn trương …)
    r"\s+quản lý trực tiếp(?= (?:có|phải|chỉ đạo|chịu|thực hiện|tổ chức|lập|gửi|báo cáo)(?!\w))|(?<=cơ quan) theo thẩm quyền(?= (?:khẩn trương|có trách nhiệm|tổ chức|thực hiện)(?!\w))|"
    r"\s+(?:có )?liên quan(?: đến(?: (?!phải |nêu )\w+){1,14}(?=(?: nêu tại [^,;:.]{4,60})?,? (?:có|chịu) trách nhiệm:| và các (?:cơ quan|tổ chức|đơn vị)(?!\w)))?(?!\w)|\s+(?:nêu|nói|kể) trên(?!\w)|\s+khác(?!\w)|\s+ở (?:trung ương|địa phương|cơ sở|thôn|ấp|bản|khu dân cư)(?!\w)|"
    r"\s+đóng trên địa bàn(?: tỉnh| thành phố| xã, phường)?(?!\w)|\s+trên địa bàn(?=\s*(?:[:;.]|$))|"
    r"\s+đang hoạt động (?:trong|tại|ở|trên địa bàn)(?: (?:khu công nghiệp|kcn|tỉnh|thành phố|địa bàn))?(?!\w)|"
    r"\s+(?:(?:thuộc, )?trực thuộc|thuộc|tại|trên địa bàn|của)\s+(?:ủy ban nhân dân|ubnd|phạm vi quản lý|quyền|tỉnh|thành phố|chính phủ|bộ|"
    r"sở|địa bàn|trung ương)(?: (?:tỉnh|thành phố|huyện|xã|quản lý))?(?:\s+[a-zđ]\w+(?=,))?(?!\w)|"
    # "được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch" (này có trách nhiệm …)
    r"\s+được (?:giao|phân công|chỉ định)(?:(?: \w+){1,10}?(?=(?: này)? (?:có|chịu) trách nhiệm)|"
    r"(?: (?:nhiệm vụ|chủ trì|quản lý|thực hiện|phối hợp))*(?: tại (?:phụ lục|danh mục)(?: kèm theo| \w{1,4}(?= ))?)?)(?!\w)|"
    r"\s+trực thuộc(?= (?:và|sở|thực|triển|tổ chức|có|phải|chủ|nghiêm|khẩn|hỗ trợ|tham|rà|phối|báo|cử|thẩm)|\s*[.;:,]|\s*$)|"
    # "quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ" (có trách nhiệm …)
    rf"\s+{_OF_TRADE}(?: (?:đối với|về) \w+(?:,? \w+){{1,8}}?(?=(?: \([^()]*\))? (?:có|chịu) trách nhiệm))?|"
    # "sử dụng điện cho sản xuất" (phải tuân thủ …)
    rf"(?= {_DOES})(?:(?: |, (?=sản xuất |kinh doanh |dịch vụ |chế biến |cung (?:cấp|ứng) |xuất khẩu |nhập khẩu ))(?!này )\w+){{1,14}}?(?<! và)(?= (?:này )?(?:có trách nhiệm|phải|căn cứ) )|"
    # "Trách nhiệm của tổ chức, cá nhân khai thác khoáng sản"
    rf"(?= {_DOES})(?! (?:có|chịu) trách nhiệm)(?:,? \w+){{1,10}}(?<! triển khai)(?<! thực hiện)(?<! yêu cầu)(?<! đề nghị)(?=\s*:?\s*$)|"
    # "sử dụng vốn ngân sách nhà nước để thuê, mua sắm sản phẩm, dịch vụ công nghệ số" (có trách nhiệm …)
    r"(?= sử dụng (?:vốn|ngân sách|kinh phí|nguồn) )(?:,? (?!này |và )\w+){3,24}?(?= có trách nhiệm )|"
    # "Đối với các đơn vị thực hiện sắp xếp tổ chức bộ máy" (, thì tiếp tục rà soát)
    r"(?: (?!thì )\w+){1,14}(?=, thì \w)|"
    r"\s+nêu tại (?:chương|phụ lục|mục|danh mục|bảng)(?: [^,;:.]{1,30}?)?(?= (?:có|cử|chịu|phải|thực|tổ|báo|phối|chủ|kịp)|\s*[:,]|\s*$)|"
    r"\s+cho thuê (?:(?:nhà|phòng|căn hộ)(?: ở| trọ)?|trọ|lưu trú|xe|kho|mặt bằng)(?!\w)|"
    # "doanh nghiệp chăn nuôi quy mô từ 300 con trở lên"
    r"\s+quy mô từ \d[\d.,]* \w+ trở lên(?!\w)|"
    r"\s+là (?:tổ chức|cá nhân|hộ gia đình)(?!\w)|\s+phối hợp(?= có trách nhiệm)"
)
# The place of a class where an order follows: "các công ty thủy lợi trên địa bàn | thông báo lịch".
IN_AREA = re.compile(r"\s+trên địa bàn (?:(?:tỉnh|thành phố|xã|phường) )?(?=\w)")
# What narrows a class of bodies down: "các tỉnh có rừng", "các xã, phường ven sông".
NARROWS = re.compile(
    r"\s+(?P<word>có(?! (?:thẩm quyền|nhu cầu|thành tích|chức năng|tên|đủ))|nơi có|thuộc vùng|còn lại(?= (?:trong|của|thuộc|ở)(?!\w))|trong vùng|vùng|khu vực|giáp|(?P<whole>còn lại(?! (?:trong|của|thuộc|ở)(?!\w))|(?:ven|dọc) (?:sông|biển|đê|tuyến|hồ|kênh)))(?!\w)"
)
PHRASE_WORD = re.compile(r"\s+(?:- )?(?!và các )([\w/%-]+)")
PHRASE_COMMA = re.compile(r",\s+([\w/%-]+)")
PHRASE_MORE = re.compile(
    r"(?:, (?!các |những |sở |bộ |ủy ban |ubnd |công an |chủ |cơ quan |đơn vị |tổ chức |doanh nghiệp |cá nhân )\w+(?: \w+){0,3}?){1,3} (?=kiểm|rà|tổ chức|chủ động|khẩn trương|bố trí|tập trung|tăng cường|chỉ đạo|thực hiện|triển khai|báo cáo|phối hợp|xây dựng|tiếp tục|theo dõi)"
)
PHRASE_REST = re.compile(r"(?:, \w+(?: \w+){0,5}){1,2}(?=\s*:?\s*$)")
LANDS = re.compile(r"(?:miền núi|trung du|đồng bằng|ven biển|hải đảo|biên giới|vùng)(?!\w)")
# A class of a council's, whose place is said behind: "các Ban của Hội đồng nhân dân | , các Tổ đại biểu".
OF_COUNCIL = re.compile(r"\s+của (?:hội đồng nhân dân|hđnd|quốc hội)(?=\s*[,;]|\s+và )")
OF_BODY = compiled(r"\s+(?:của|(?:thuộc, )?trực thuộc|thuộc)\s+(?=[⇧])")
GROUP_GOES_ON = re.compile(
    r"(?:\s+-)?\s+(?=\w)|,\s+(?:và\s+)?(?=(?:ban|ngành|sở|đoàn thể|đơn vị|cơ quan|địa phương|tổ chức|thành phố|xã|phường|đặc khu|thị trấn|"
    r"huyện|quận|thị xã|báo chí|đài|hội|hiệp hội|tập đoàn|tổng công ty|chủ|doanh nghiệp|cá nhân|lực lượng|trường|cơ sở|nhà (?:thầu|đầu tư|mạng|trường)|người đại diện|"
    r"bệnh viện|phòng khám|trạm y tế|trung tâm y tế|nhà hát|bảo tàng|thư viện|dịch vụ|đại biểu|cán bộ|công chức|viên chức|người lao động|công nhân|hộ|hợp tác xã|cộng đồng|phương tiện|phát thanh|truyền hình|truyền thông|xuất khẩu|nhập khẩu|tiêu thụ|cơ quan ngang bộ|rừng|vườn|trang trại|thủy lợi|thủy điện|cao đẳng|trung cấp|trung học|tiểu học|mầm non|ngoài công lập|tư nhân|(?:cục|vụ)(?=(?:,| và) (?:các |cơ quan|đơn vị|viện)))(?!\w))"
)
# Further nouns of a class, up to the colon of a heading.
LISTED = re.compile(
    r"(?:,(?: và)? (?!(?:các|những|sở|ủy ban|ubnd|công an|bộ) )\w+(?: \w+){0,6}){1,5}(?=\s*:)"
)
# Nouns of bodies that hold a verb, or what would end a name.
GROUP_NOUN = re.compile(
    r"(?:ngoài công lập|chủ đầu tư(?: xây dựng)?(?: và kinh doanh)?(?: hạ tầng)?|cơ quan quản lý (?:cấp trên|nhà nước|chuyên ngành)|nhà đầu tư|nhà thầu(?: thi công| xây dựng| tư vấn)*|đơn vị tư vấn|"
    r"đơn vị chủ trì(?= nêu tại )|thành viên (?:của )?ban (?:chỉ đạo|chỉ huy)|ban (?:chỉ đạo|chỉ huy|quản lý)|chủ dự án|cơ quan chủ quản|cơ quan chủ trì|cơ quan phối hợp|đơn vị phối hợp|doanh nghiệp thứ cấp|cơ sở sản xuất(?:,? kinh doanh)?|cơ sở đào tạo|cơ sở (?:trông )?giữ trẻ|cơ sở khám(?: bệnh)?, chữa bệnh|cơ sở cai nghiện|"
    r"đơn vị cung cấp dịch vụ|doanh nghiệp đầu tư hạ tầng)(?!\w)"
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
    (re.compile(r"(?<=sở )GD&?ĐT(?!\w)"), "giáo dục và đào tạo"),
)
PUNCTUATION = re.compile(r"[^\w]+")
# Bodies whose names every document writes alike; places are written with their rank.
UNIFORM = re.compile(r"(?:sở|bộ(?!chỉhuy|tưlệnh|đội)|ủybannhândân|côngan)")
ABBREVIATION = compiled(r"(?<!\w)(?![IVX]+(?!\w))[⇧&]{2,}(?!\w)")
GROUP_TITLES = re.compile(
    r"(?:(?<=^)|(?<=[;,] )|(?<= và ))(?:[Cc]ác đồng chí |[Đđ]ồng chí )?(?:Thủ trưởng|thủ trưởng|Chủ tịch|chủ tịch|Giám đốc|giám đốc|Hiệu trưởng|hiệu trưởng|Lãnh đạo|"
    r"lãnh đạo|Người đứng đầu|người đứng đầu|Bí thư|Trưởng)\s+"
)

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
NEXT_COMMUNE = compiled(
    r"(?:, | và |, và )(?P<commune>(?:xã|phường|đặc khu|thị trấn) [⇧][\wÀ-ỹ']*(?: [⇧\d][\wÀ-ỹ']*)*)"
)
# "Đoàn đại biểu Quốc hội và đại biểu Quốc hội thành phố Cần Thơ": the place is of both.
DELEGATION = re.compile(
    r"đoàn đại biểu quốc hội(?=(?:,| và) (?:các )?đại biểu quốc hội (?P<place>tỉnh|thành phố)\s)"
)
IN_PROVINCES_ABOVE = re.compile(r" các (?:tỉnh|thành phố)(?:, thành phố)? nêu trên$")
PROVINCE_BEHIND = re.compile(r" ((?:tỉnh|[Tt]hành phố) [^\W\d_].+)$")
# A capital in a list of communes that is the next body's, or its head's.
_NO_PLACE = (
    r"(?!Tỉnh|Sở|Bộ|Ủy|UBND|(?:Chủ tịch|Thủ trưởng|Giám đốc|Bí thư|Trưởng (?:ban|phòng|Ban)|Chánh [Vv]ăn phòng|"
    r"Công an|Công ty|Văn phòng|Trung tâm|Chi cục|Thanh tra|Mặt trận|Ban (?:[Qq]uản lý|[Cc]hỉ (?:huy|đạo))|Kho bạc)(?!\w))"
)
COMMUNES = compiled(
    rf"\s*:?\s+{_NO_PLACE}((?:[⇧][\wÀ-ỹ']*|\d{{1,2}})(?: (?:[⇧][\wÀ-ỹ']*|\d{{1,2}}))*"
    rf"(?:(?:,| và)\s+(?:(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố)\s+)?{_NO_PLACE}[⇧][\wÀ-ỹ']*(?: (?:[⇧][\wÀ-ỹ']*|\d{{1,2}}))*)+)"
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
# A name with a comma in it, which ends in whose it is, or with the heading that it is: "Ban Quản lý Cảng
# cá, bến cá tỉnh", "Trung tâm Xúc tiến đầu tư, thương mại và du lịch".
WITH_COMMA = re.compile(
    r"(?:ban quản lý|trung tâm|chi cục|cục|vụ|văn phòng|hội|liên hiệp)(?: [\w-]+){1,5}, (?!các )"
    r"(?P<rest>[\w-]+(?: [\w-]+){0,6}? (?:tỉnh|thành phố)(?!\w)|[\w-]+(?: [\w-]+){0,4} và [\w-]+(?: [\w-]+){0,4}(?=\s*:?$)|(?!cục |vụ |sở )[\w-]+(?: [\w-]+){0,3}?(?= (?:chủ trì|làm đầu mối)(?!\w)))"
)
# Three trades in one name: "Chi cục Chăn nuôi, Thú y và Thủy sản".
OF_THREE = compiled(
    r"(?:Chi cục|Trung tâm|Phòng|Cục|Sở|Ban) [⇧][\wÀ-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*){0,3}, (?P<second>[⇧][\wÀ-ỹ]*)(?: [a-zà-ỹđ][\wà-ỹ]*){0,2} và [⇧][\wÀ-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*)?(?=\s*[,;.:]|\s+(?:tỉnh|thành phố|chủ trì|phối hợp|tổ chức|thực hiện|báo cáo|tham mưu)|\s*$)"
)
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
# A bank's: "Ngân hàng Chính sách xã hội Chi nhánh tỉnh".
BRANCH = re.compile(r"(?:\s*[-–])?\s+chi nhánh (?:tỉnh|thành phố)(?!\w)")
# A party organ is named with its committee behind: "Ban Tuyên giáo và Dân vận Thành ủy".
PARTY = re.compile(r"(?:tỉnh|thành|huyện|quận|đảng) ủy(?!\w)")
# "Văn phòng Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn" has a comma in its committee's name.
STANDING = compiled(
    r"(?:Ban (?:Thường trực|thường trực|Thường vụ|thường vụ)|Văn phòng(?= Ủy ban [Qq]uốc gia))\s+(?=[⇧])"
)
# Bodies that every place of a level has: "Đảng ủy các xã, phường", "Trạm Y tế cấp xã".
EVERYWHERE = re.compile(
    r"(?:đảng ủy|cấp ủy|trạm y tế|trung tâm y tế|ban chỉ đạo|ban chỉ huy quân sự|công an|hạt kiểm lâm|mặt trận tổ quốc|đoàn thanh niên)"
    r"\s+(?=(?:các|cấp|từng)\s|(?:xã|phường)(?:, (?:phường|xã|đặc khu|thị trấn))+(?!\w)|(?<=trạm y tế )(?:xã|phường)(?= \w))"
)
MINISTERS_AND = re.compile(
    r"(?:,| và)? (?:các )?thủ trưởng (?:các )?(cơ quan ngang bộ(?:(?:, | và )(?:thủ trưởng )?(?:các )?cơ quan (?:trực )?thuộc chính phủ)?"
    r"(?:,? (?:và )?(?:các )?cơ quan khác ở trung ương)?)"
)
# What a class cannot end with: "các thương nhân | tự trang bị", "các đơn vị | phối hợp, chỉ đạo".
DANGLING = re.compile(r"(?:\s+(?:tự|phối hợp|đều|(?<!chứng )(?<!địa )chỉ))+$")
PLACE_LAST = re.compile(r"(?<!các)(?<!cấp)(?<!tác) (?:tỉnh|xã|(?<=nhân dân )thành phố)$")
# What goes on with a name behind a place: "Ban Quản lý Khu kinh tế tỉnh và các khu công nghiệp".
NAME_GOES_ON = re.compile(
    r"(?:hội|tịch|cấp|nghĩa|luận|và|các|khu vực|cơ sở|mở rộng|số|tỉnh|thành phố|việt nam|trung ương)(?!\w)"
)
CAPITALS_BEFORE = compiled(r"(?<!\w)[⇧]\w*")
