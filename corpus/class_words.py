"""The words that classes of bodies are named with: what opens them, what goes on with them, and what
tells some of a class from others.

All patterns but OF_BODY and GROUP_TITLES are matched against folded text (see `corpus.text.fold`).
The lists read better whole than wrapped.
"""

from __future__ import annotations

import re

from corpus.text import compiled

__all__ = [
    "BARE_GROUP",
    "DANGLING",
    "EVERYWHERE",
    "GROUP",
    "GROUP_GOES_ON",
    "GROUP_NOUN",
    "GROUP_TAIL",
    "GROUP_TITLES",
    "IN_AREA",
    "LANDS",
    "NARROWS",
    "OF_BODY",
    "OF_COUNCIL",
    "OPEN",
    "PHRASE_COMMA",
    "PHRASE_MORE",
    "PHRASE_REST",
    "PHRASE_WORD",
    "WHOEVER",
]

# Those who look after a trade, whichever it is: "Sở quản lý ngành, lĩnh vực".
_OF_TRADE = r"quản lý (?:(?:nhà nước (?:về )?)?(?:chuyên )?ngành, lĩnh vực(?: cấp (?:tỉnh|xã))?|nhà nước chuyên ngành)(?!\w)"
GROUP = re.compile(
    r"(?:(?:các|những|tất cả các|toàn thể các|mỗi|từng)\s+)(?=(?:sở|bộ|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|chủ|"
    r"trường(?! hợp)|đại học|học viện|cơ sở|huyện|xã|phường|tỉnh|thành phố|tổ|đoàn thể|hội|bệnh viện|cục|vụ|viện|tập đoàn|tổng công ty|tổng cục|"
    r"trung tâm|phòng|khoa(?! học)|chi cục|ngân hàng|công ty|nhà|lực lượng|đại biểu|khu(?! vực)|báo|thành viên|hạt|vườn|chi nhánh|ủy ban|công an|đồng chí|"
    r"trang trại|hợp tác xã|trạm (?:y tế|kiểm dịch|cấp nước)|cảng|chợ|bến|đồn|đội|hộ|hãng|sàn|siêu thị|khách sạn|tổng đội|câu lạc bộ|thương nhân|đoàn công tác|chi bộ|chi ủy|cấp ủy|đảng bộ|(?<=các )(?<!chi bộ các )(?:thôn|ấp|khu phố|buôn|bản(?=,| và)))(?!\w))"
)
BARE_GROUP = re.compile(
    rf"(?:(?:sở|bộ|cơ quan|đơn vị)(?= {_OF_TRADE})|cơ quan chuyên môn(?= {_OF_TRADE})|tổ đại biểu(?= (?:hội đồng nhân dân|hđnd)(?!\w)|,| và )|(?:sở, )?(?:cơ quan, )?ban, ngành|sở, ngành|sở(?=, (?:thủ trưởng|cơ quan|giám đốc))|bộ, ngành|cơ quan(?:, tổ chức)?, (?:tổ chức|đơn vị|cá nhân)|cơ quan (?:thanh tra|thi hành án dân sự)|cơ quan chuyên môn(?= (?:thuộc|cấp|của) |, (?:tổ chức|đơn vị) )|"
    r"đại biểu (?:quốc hội|hội đồng nhân dân|hđnd)|ngành (?:y tế|tài chính|công an|công thương|xây dựng|nông nghiệp|ngân hàng|thuế|hải quan|kiểm lâm)(?!, (?!các ))|chính quyền địa phương (?:các|ở các|ở) (?:đơn vị hành chính|cấp|địa phương)|"
    r"cơ quan ngang bộ|cơ quan thuộc chính phủ|cơ quan trực thuộc chính phủ|cơ quan thông tấn|cơ quan, đơn vị|đơn vị, địa phương|"
    r"(?:cơ quan|đơn vị)(?: có)? liên quan|hệ thống (?:chính trị|(?:loa )?truyền thanh(?: cơ sở)?)|"
    r"cấp ủy(?: đảng)?, chính quyền(?: (?:địa phương|cơ sở|các cấp|các địa phương|(?:các |cấp )?xã(?:, phường(?:, đặc khu)?)?))?|"
    r"bí thư chi bộ, trưởng (?:thôn|bản|ấp|khu phố|buôn)|trưởng thôn(?:, (?:trưởng bản|bản|ấp|khu phố|buôn|tổ trưởng tổ dân phố|tổ dân phố))*|"
    r"đơn vị sự nghiệp(?: công lập)?|tổ chức, cá nhân|cá nhân, tổ chức(?=(?: có)? liên quan)|lực lượng|thành viên|chủ rừng|doanh nghiệp|"
    r"chủ (?:bến|tàu|thuyền|phương tiện|nuôi|trại|hộ|cơ sở|vật nuôi|trang trại)(?: (?!\w+ trách nhiệm)\w+){0,3}(?=\s*[,:]|\s*$))(?!\w)"
)
# A body by what it does, which opens with a verb too: "Tổ chức quản lý chợ có trách nhiệm".
WHOEVER = re.compile(
    r"tổ chức (?:quản lý|sử dụng|vận hành|khai thác|kinh doanh|cung (?:cấp|ứng)|nhận|tham gia|sở hữu|thuê)(?:,? \w+){1,14}?(?<! và)(?= (?:có trách nhiệm|phải|căn cứ) )"
)
OPEN = re.compile(
    r"liên quan|^(?:doanh nghiệp|lực lượng(?! (?:quản lý thị trường|kiểm lâm|công an|quân đội|biên phòng|cảnh sát))|thành viên|tổ chức, cá nhân)|chức năng|khác$|^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|bên)(?:,? (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))*(?: và (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))?$"
)
GROUP_TAIL = re.compile(
    # "quy định tại Điều 1 Quy chế này" (có trách nhiệm …), "được giao nhiệm vụ báo cáo tại khoản 1 Điều này"
    r"(?= (?:quy định|nêu|được giao nhiệm vụ) )(?: (?!có |và )\w+){1,8}? tại (?:(?:điểm \w+ )?khoản \d+ )?điều (?:\d+(?: (?:quy chế|quy định|quyết định|nghị quyết|thông tư|kế hoạch))? )?này(?!\w)|"
    r"\s+(?:có )?liên quan(?: đến(?: (?!phải |nêu )\w+){1,14}(?=(?: nêu tại [^,;:.]{4,60})?,? (?:có|chịu) trách nhiệm:| và các (?:cơ quan|tổ chức|đơn vị)(?!\w)))?(?!\w)|\s+(?:nêu|nói|kể) trên(?!\w)|\s+khác(?!\w)|\s+ở (?:trung ương|địa phương|cơ sở|thôn|ấp|bản|khu dân cư)(?!\w)|"
    r"\s+đóng trên địa bàn(?: tỉnh| thành phố| xã, phường)?(?!\w)|\s+trên địa bàn(?=\s*(?:[:;.]|$))|"
    r"\s+(?:(?:thuộc, )?trực thuộc|thuộc|tại|trên địa bàn|của)\s+(?:ủy ban nhân dân|ubnd|phạm vi quản lý|quyền|tỉnh|thành phố|chính phủ|bộ|"
    r"sở|địa bàn|trung ương)(?: (?:tỉnh|thành phố|huyện|xã|quản lý))?(?:\s+[a-zđ]\w+(?=,))?(?!\w)|"
    r"\s+được (?:giao|phân công|chỉ định)"
    r"(?: (?:nhiệm vụ|chủ trì|quản lý|thực hiện|phối hợp))*(?: phụ trách (?:xóm|thôn|ấp|bản|khu phố|xã|phường|cơ sở)(?!\w))?(?: tại (?:phụ lục|danh mục)(?: kèm theo| \w{1,4}(?= ))?)?|"
    r"\s+trực thuộc(?= (?:và|sở|thực|triển|quán triệt|tổ chức|có|phải|chủ|nghiêm|khẩn|hỗ trợ|tham|rà|phối|báo|cử|thẩm)|\s*[.;:,]|\s*$)|"
    # "Các sở, ngành khác không nêu ở trên", "các đoàn thể chưa nêu tại Kế hoạch này"
    r"\s+(?:không|chưa)(?: được)? (?:nêu|kể|có)(?: tên)?(?: (?:ở |phía )?trên|(?: ở đây)? (?:tại|trong) "
    r"(?:kế hoạch|chỉ thị|công điện|công văn|quyết định|văn bản|thông báo|nghị quyết|phụ lục) này)(?!\w)|"
    r"\s+còn lại(?= (?:trong phạm vi|theo|căn cứ|tham gia|chủ động|phối hợp|triển khai|thực hiện|tổ chức)(?!\w)|\s*(?:[:;.]|$))|"
    # "Các cơ quan theo thẩm quyền" (khẩn trương …)
    r"(?<=cơ quan) theo thẩm quyền(?= (?:khẩn trương|có trách nhiệm|tổ chức|thực hiện)(?!\w))|"
    # "quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ" (có trách nhiệm …)
    rf"\s+{_OF_TRADE}(?: (?:đối với|về) \w+(?:,? \w+){{1,8}}?(?=(?: \([^()]*\))? (?:có|chịu) trách nhiệm))?|"
    # "Đối với các đơn vị thực hiện sắp xếp tổ chức bộ máy" (, thì tiếp tục rà soát)
    r"(?: (?!thì )\w+){1,14}(?=, thì \w)|"
    r"\s+nêu tại (?:chương|phụ lục|mục|danh mục|bảng)(?: [^,;:.]{1,30}?)?(?= (?:có|cử|chịu|phải|thực|tổ|báo|phối|chủ|kịp)|\s*[:,]|\s*$)|"
    r"\s+là (?:tổ chức|cá nhân|hộ gia đình)(?!\w)|\s+trong toàn ngành(?!\w)"
)
# The place of a class where an order follows: "các công ty thủy lợi trên địa bàn | thông báo lịch".
IN_AREA = re.compile(r"\s+trên địa bàn (?:(?:tỉnh|thành phố|xã|phường) )?(?=\w)")
# What narrows a class of bodies down: "các tỉnh có rừng", "các xã, phường ven sông".
NARROWS = re.compile(
    r"\s+(?P<word>(?:đang |khác )?có(?! (?:thẩm quyền|nhu cầu|thành tích|chức năng|tên|đủ))|nơi có|thuộc vùng|còn lại(?= (?:trong(?! phạm vi)|của|thuộc|ở|có(?! (?:trách nhiệm|nhiệm vụ)))(?!\w))|trong vùng|vùng|khu vực|giáp|(?P<whole>còn lại(?! (?:trong(?! phạm vi)|của|thuộc|ở|có(?! (?:trách nhiệm|nhiệm vụ)))(?!\w))|(?:ven|dọc) (?:sông|biển|đê|tuyến|hồ|kênh)))(?!\w)"
)
PHRASE_WORD = re.compile(r"\s+(?:- )?(?!và các )([\w/%-]+)")
PHRASE_COMMA = re.compile(r",\s+([\w/%-]+)")
PHRASE_MORE = re.compile(
    r", (?!các |những |sở |bộ |ủy ban |ubnd |công an |chủ |cơ quan |đơn vị |tổ chức |doanh nghiệp |cá nhân )"
    r"(?P<words>\w+(?: \w+){1,4})"
)
PHRASE_REST = re.compile(r"(?:, \w+(?: \w+){0,5}){1,2}(?=\s*:?\s*$)")
LANDS = re.compile(r"(?:miền núi|trung du|đồng bằng|ven biển|hải đảo|biên giới|vùng)(?!\w)")
# A class of a council's, whose place is said behind: "các Ban của Hội đồng nhân dân | , các Tổ đại biểu".
OF_COUNCIL = re.compile(r"\s+của (?:hội đồng nhân dân|hđnd|quốc hội)(?=\s*[,;]|\s+và )")
OF_BODY = compiled(r"\s+(?:của|(?:thuộc, )?trực thuộc|thuộc)\s+(?=[⇧])")
GROUP_GOES_ON = re.compile(
    r"(?:\s+-)?\s+(?=\w)|,\s+(?:và\s+)?(?=(?:ban|ngành|sở|đoàn thể|đơn vị|cơ quan|địa phương|tổ chức|chi bộ|đảng bộ|thành phố|xã|phường|đặc khu|thị trấn|"
    r"huyện|quận|thị xã|báo chí|đài|hội|hiệp hội|tập đoàn|tổng công ty|chủ|doanh nghiệp|cá nhân|lực lượng|trường|cơ sở|nhà (?:thầu|đầu tư|mạng|trường)|người đại diện|"
    r"bệnh viện|phòng(?! (?:chống|ngừa|cháy)(?!\w))|khoa(?! học)|trạm y tế|trung tâm y tế|nhà hát|bảo tàng|thư viện|dịch vụ|đại biểu|cán bộ|công chức|viên chức|người lao động|công nhân|hộ|hợp tác xã|cộng đồng|phương tiện|thuyền (?:trưởng|viên)|máy trưởng|lái xe|phát thanh|truyền hình|truyền thông|xuất khẩu|nhập khẩu|tiêu thụ|cơ quan ngang bộ|rừng|vườn|trang trại|thủy lợi|thủy điện|cao đẳng|trung cấp|trung học|tiểu học|mầm non|ngoài công lập|tư nhân|(?:cục|vụ)(?=(?:,| và) (?:các |cơ quan|đơn vị|viện)))(?!\w))"
)
# Nouns of bodies that hold a verb, or what would end a name.
GROUP_NOUN = re.compile(
    r"(?:ngoài công lập|đơn vị truyền thông(?! (?:về|đến|tới|các|những|rộng|để|trong|trên|nội dung)(?!\w))|chủ đầu tư(?: xây dựng)?(?: và kinh doanh)?(?: hạ tầng)?|cơ quan quản lý (?:cấp trên|nhà nước|chuyên ngành)|nhà đầu tư|nhà thầu(?: thi công| xây dựng| tư vấn)*|đơn vị tư vấn|"
    r"đơn vị chủ trì(?= nêu tại )|thành viên (?:của )?ban (?:chỉ đạo|chỉ huy)|ban (?:chỉ đạo|chỉ huy|quản lý)|chủ dự án|cơ quan chủ quản|cơ quan chủ trì|cơ quan phối hợp|đơn vị phối hợp|doanh nghiệp thứ cấp|cơ sở sản xuất(?:,? kinh doanh)?|cơ sở đào tạo|cơ sở (?:trông )?giữ trẻ|cơ sở khám(?: bệnh)?, chữa bệnh|cơ sở cai nghiện|"
    r"đơn vị cung cấp dịch vụ|doanh nghiệp đầu tư hạ tầng)(?!\w)"
)
GROUP_TITLES = re.compile(
    r"(?:(?<=^)|(?<=[;,] )|(?<= và ))(?:[Cc]ác đồng chí |[Đđ]ồng chí )?(?:Thủ trưởng|thủ trưởng|Chủ tịch|chủ tịch|Giám đốc|giám đốc|Hiệu trưởng|hiệu trưởng|Lãnh đạo|"
    r"lãnh đạo|Người đứng đầu|người đứng đầu|Bí thư(?! chi bộ, trưởng)|Trưởng)\s+"
)
# Bodies that every place of a level has: "Đảng ủy các xã, phường", "Trạm Y tế cấp xã".
EVERYWHERE = re.compile(
    r"(?:chi bộ|đảng bộ|đảng ủy|cấp ủy|thuế(?= các (?:tỉnh|thành phố)(?!\w))|trạm y tế|trung tâm y tế|ban chỉ đạo|ban chỉ huy quân sự|công an|hạt kiểm lâm|mặt trận tổ quốc|đoàn thanh niên)"
    r"\s+(?=(?:các|cấp|từng)\s|(?:xã|phường)(?:, (?:phường|xã|đặc khu|thị trấn))+(?!\w)|(?<=trạm y tế )(?:xã|phường)(?= \w))"
)
# What a class cannot end with: "các thương nhân | tự trang bị", "các đơn vị | phối hợp, chỉ đạo".
DANGLING = re.compile(r"(?:\s+(?:tự|phối hợp|đều|(?<!chứng )(?<!địa )chỉ))+$")
