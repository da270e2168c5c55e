"""The words orders are given with: who gives, what leads over, who is asked to help, how plans are lined.

All patterns but FOLLOWS, EMPTY_END, SENTENCE and HANDED are matched against folded text (see
`corpus.text.fold`).
"""

from __future__ import annotations

import re

from corpus.text import compiled

__all__ = [
    "ABOUT",
    "ACCOUNTABLE",
    "ASKING",
    "ASKS_THEM",
    "BY_THEM",
    "BY_WHOM",
    "CHARGE",
    "CHARGED_IN",
    "CIRCUMSTANCE",
    "CLASS",
    "CLOSING",
    "CLOSING_END",
    "CONNECTOR",
    "DEFINITE",
    "DONE_WITH",
    "DUTY",
    "EMPTY_END",
    "FIELDS",
    "FOLLOWS",
    "GIVEN_PART",
    "GIVES_ON",
    "GIVING",
    "HANDED",
    "HANDED_ORDER",
    "HELPING",
    "HELPS",
    "ISSUER_ASKS",
    "ISSUING",
    "ITS_SUBJECT",
    "JUDGES",
    "KEEPS",
    "LED",
    "LOOSE",
    "MUST",
    "NAMELY",
    "NO_ORDER",
    "OFFICE_HEADING",
    "ORDINAL",
    "PASSED_ON",
    "PLURAL",
    "QUALIFIED",
    "REQUESTED",
    "REQUESTS",
    "SENTENCE",
    "STEP",
    "SUPPORT",
    "THEIRS",
    "THERE",
    "THERE_HELPS",
    "THING",
    "TIME_BETWEEN",
    "TIME_FIELD",
    "TIME_GOES_ON",
    "TOLD",
    "TOPIC",
    "WAS_DONE",
    "WHOEVER",
]

GIVING = re.compile(
    r"(?:(?:cũng |kính |trân trọng |tiếp tục |đồng thời )?(?:giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|đề nghị|yêu cầu|phân công|(?:ủy quyền|phân cấp)(?: cho)?|mời|"
    r"chỉ đạo|(?:đồng ý|thống nhất|nhất trí|cho phép)(?: (?:về )?chủ trương)?(?: (?:để|cho|giao|đề nghị))*(?<!thống nhất)(?<!đồng ý)(?<!nhất trí)(?<!chủ trương))|(?:(?:quyền|quyền hạn|thẩm quyền)(?:,| và) )?(?:trách nhiệm|nhiệm vụ)(?:(?:,| và) (?:quyền hạn|nghĩa vụ|nhiệm vụ|trách nhiệm))? của|quy định đối với(?= (?:cán bộ|công chức|viên chức|nhân viên)(?!\w))|đối với|về phía|phân công nhiệm vụ cho)\s*:?\s+"
)
# Behind "giao" and a body: "… là đơn vị duy nhất tổ chức tuyển chọn", "… là chủ đầu tư Dự án".
GIVEN_PART = re.compile(r"là (?:cơ quan|đơn vị|đầu mối|chủ đầu tư)(?!\w)")
# Behind a body: it passes the order on to those named next.
GIVES_ON = re.compile(
    r"\s+(?:trân trọng |kính |thống nhất |nhất trí )?(?:đề nghị|yêu cầu|giao|(?:ủy quyền|phân cấp)(?: cho)?)\s+"
)
# A heading that is an office of a committee, and no more: "Trưởng Ban Chỉ đạo:".
OFFICE_HEADING = re.compile(
    r"(?:phó )?(?:trưởng (?:ban|đoàn|tổ|tiểu ban)|chủ tịch hội đồng)(?: (?:chỉ đạo|chỉ huy|tổ chức|công tác|thường trực|giúp việc)(?: \w+){0,5})?\s*:?\s*"
)
CHARGE = re.compile(
    r"(?:(?:quyền|quyền hạn|thẩm quyền)(?:,| và) )?(?:trách nhiệm|nhiệm vụ)(?:(?:,| và) (?:quyền hạn|nghĩa vụ|nhiệm vụ|trách nhiệm))? của |"
    r"quy định đối với (?=(?:cán bộ|công chức|viên chức|nhân viên)(?!\w))"
)
# What a charge is about: "Trách nhiệm của chủ rừng | trong việc phòng cháy".
CHARGED_IN = re.compile(r"\s+(?:trong (?:việc|công tác|quá trình)|khi|đối với)(?!\w)")
# A duty that a regulation lays on whoever it names: "Văn thư cơ quan có trách nhiệm bảo quản …". No duty
# stands behind "người không có trách nhiệm", nor in "dám chịu trách nhiệm".
DUTY = re.compile(
    r"(?:nội dung )?(?P<who>(?!bên |mỗi |quyền |kết thúc |hết )[\w/-]+(?:,? (?!là |không )[\w/“”-]+){1,18}?),? (?:phải )?(?:có trách nhiệm|có nhiệm vụ|có (?:quyền và )?nghĩa vụ)"
    r"(?: (?!nhằm |để |và |trong |với |các |của |đối với |cao |liên quan |quản lý )(?=\w)|:)"
)
# What such a one must do, of people that hold a part: "Nhà thầu nhập liệu phải nhập hai lần độc lập".
MUST = re.compile(
    r"(?P<who>(?:(?:cán bộ|công chức|viên chức|nhân viên|thương nhân), )*(?:viên chức|nhân viên|nhà (?:thầu|đầu tư|mạng)|chủ (?:đầu tư|hộ|xe|tàu|phương tiện|cơ sở|rừng)|đơn vị (?:thi công|tư vấn)|công chức|cán bộ|người đứng đầu|doanh nghiệp)"
    r"(?: (?!không |là |được |có |đã |thì |nếu |khi )\w+){0,12}) (?=phải (?!là |được |có |chịu |bị )\w)"
)
# Giving words that, below an addressee, are what the addressee itself must do.
PASSED_ON = re.compile(r"(?:đề nghị|yêu cầu|chỉ đạo|kính đề nghị|đối với)")
REQUESTS = re.compile(r"(?:kính )?(?:đề nghị|yêu cầu)(?!\w)")
TOLD = re.compile(r"(?<!\w)(?:giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu|phân công)\s+(?=\S)")
# What makes an order to everyone: that it is asked for, or what to do when something is in the way.
REQUESTED = re.compile(
    r"(?:(?:giao|đề nghị|yêu cầu|phân công)\s+|(?:khó khăn|vướng mắc|phát sinh|căn cứ|cần sửa đổi|cần bổ sung|cần điều chỉnh)[^.]{0,80}[,\s]+|nhận được (?:công điện|văn bản|công văn|chỉ thị|thông báo|kế hoạch|quyết định)[^.]{0,40}, )$"
)
# What stands behind whom the issuer asks: "Đối với các sở giáo dục và đào tạo | , Bộ yêu cầu:".
ASKS_THEM = re.compile(r",\s+[^,.;:]{2,80}? (?:yêu cầu|đề nghị|lưu ý|chỉ đạo)\s*:\s*$")
# How the names begin of those that ask others by the order of who issues the document.
ASKING = (
    "bộ ", "sở ", "cục ", "chi cục ", "ban quản lý ", "công an ", "ủy ban nhân dân cấp xã", "ủy ban nhân dân các xã",
    "ủy ban nhân dân xã",
)  # fmt: skip
ISSUER_ASKS = re.compile(r"\s+(?:yêu cầu|đề nghị|giao)\s*:?\s*$")
FOLLOWS = re.compile(
    r"(?:\[\d{1,3}\])?(?: này| nêu tại [^,;:.()]{4,60})?\s*(?:\([^()]{0,200}\)\s*)?"
    r"(?:(?:,|và) (?:mọi |toàn thể )?(?:người dân|[Nn]hân dân) )?"
    r"(?:\s*(?<=\s)là (?:cơ quan|đơn vị|chủ đầu tư)[^,;:.]{0,40}(?=, (?:chịu|có) trách nhiệm))?"
    r"(?:,?\s*(?<=\s)là (?:các |những |\w+ )?(?:địa phương|nơi|địa bàn) [^,;:.]{4,40}(?=, \w|: \w))?"
    r"(?:,?\s*ngoài (?:các |những )?(?:nhiệm vụ|việc|nội dung)[^,;:.]{3,80}(?=,))?"
    r"(?:\s*(?<=\s)mỗi (?:đơn vị|cơ quan|bệnh viện|bên|nơi|địa phương)\s+(?=\w))?"
    r"(?:,?\s*(?<=\s)với (?:vai trò|tư cách) [^,;:.]{4,80}(?=, \w))?"
    r"(?:\s*(?<=\s)được (?:đề nghị|yêu cầu|(?:phân công|giao)(?= (?:chỉ đạo|phụ trách|trực tiếp)(?!\w)))\s+(?=\w))?"
)
EMPTY_END = re.compile(r"\s*[.:;,/]*\s*$")
CONNECTOR = re.compile(
    r"(?:[a-zđ]\)|đồng thời|ngoài ra|bên cạnh đó|trong đó|theo đó|trên cơ sở đó|do đó|vì vậy|riêng|sau đó|cụ thể|năm nay|sau (?:thời hạn|thời điểm|mốc|ngày) (?:này|trên|nêu trên|đó)|song song đó|song song với đó|đặc biệt|việc này|"
    r"định kỳ[^,;.]{0,40}|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|trước mắt|trước ngày [^,;.]{4,40}|từ nay[^,;.]{0,40})\s*[,:]?\s+"
)
CIRCUMSTANCE = re.compile(
    r"(?:trên cơ sở|căn cứ|trong quá trình|trong thời gian|sau khi|khi|nếu|trường hợp|đối với|theo|để|vì vậy|do đó|trong|với|nhằm|"
    r"về|từ|qua|tại|ngoài|bên cạnh|cùng với|song song|không (?:chậm|muộn) hơn|muộn nhất|chậm nhất|đến|cuối|đầu|đặc biệt|do|vì|riêng|mỗi khi|cho đến|những|ở|nơi nào|hễ|một khi|"
    r"đồng thời|trước|định kỳ|hằng|hàng|nhận được)(?!\w)"
)
# What a time between a body and its order opens with, and what tells that it is a report or goes on as one.
TIME_BETWEEN = re.compile(
    r"(?:ngay |phải |cần )?(?:trong (?:thời hạn|vòng|ngày|tuần|tháng|quý|năm)|trong \d+|trước (?:ngày|\d+|tháng|khi)|chậm nhất|muộn nhất|"
    r"sau khi|ngay sau|định kỳ|hằng (?:ngày|tuần|tháng|quý|năm)|hàng (?:ngày|tuần|tháng|quý|năm)|không (?:quá|muộn hơn|chậm hơn)|kể từ|từ (?:ngày|nay|\d+))(?!\w)"
)
TIME_GOES_ON = re.compile(r"(?:đã|vừa|đang|là|có|\S*[.;:]|sẽ)(?!\w)")
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_])|(?<=[.;])\s+(?=[“\"(])")
SUPPORT = re.compile(
    r"(?:phối hợp(?:,? hỗ trợ)?(?: chặt chẽ| đồng bộ| kịp thời| thường xuyên)*(?: cùng| với)*|chủ trì,? cùng(?: với)?|chủ trì,? (?:làm việc|trao đổi) với|với sự (?:phối hợp|tham gia|hỗ trợ)(?: kỹ thuật| chuyên môn)? của|"
    r"có sự phối hợp của|thành viên là(?: đại diện)?(?: lãnh đạo)?|(?<=; )cùng(?: với)?|^cùng với|(?:^|(?<=[.;] )|(?<=\(\d\) ))cùng(?= (?:bộ|sở|ubnd|ủy ban nhân dân|công an) )|(?<= và )cùng với|(?<=, )cùng(?: với)?(?= (?:bộ|sở|ubnd|ủy ban nhân dân|công an) ))\s+(?:(?:các )?(?:cơ quan|đơn vị|lực lượng)(?: chức năng| chuyên môn| liên quan)?(?: của| thuộc) )?"
)
# "Sở A chủ trì, Sở B và Công an tỉnh phối hợp;"
LED = re.compile(r"(?:chủ trì|thực hiện)[,;] (?:và )?")
HELPS = re.compile(
    r"\s+(?:cùng )?(?:phối hợp|tham gia|hỗ trợ kỹ thuật)(?: thực hiện| (?:về|trong) [^.;]{3,60})?\s*(?:[.;)]|$|,(?= (?:hoàn thành|xong)))"
)
# "…, có Trường Đại học Trà Vinh cùng tham gia": who is there to help.
THERE = re.compile(r"(?<!\w)có (?=\S)")
THERE_HELPS = re.compile(r"\s+(?:cùng )?(?:tham gia|phối hợp)\s*(?:[.;]|, hỗ trợ(?!\w)|$)")
HELPING = re.compile(r"\s+(?:cùng )?phối hợp (?!với |cùng |chặt chẽ )")
# Who leads, said of the thing: "việc lập danh mục do Sở A chủ trì".
BY_WHOM = re.compile(
    r"(?<!\w)(?:do |được (?:giao|phân công) cho |(?:(?:cần|phải) )?được (?!giao |phân công )|thuộc về |(?<=trách nhiệm )(?:này )?thuộc |là (?:trách nhiệm|nhiệm vụ)(?: của)? |là (?:việc|phần việc|công việc) của |là yêu cầu (?:đặt ra )?(?:với|đối với|cho) |"
    r"(?:gồm|bao gồm):? |(?:đơn vị|cơ quan|đầu mối)(?: được phân công| chịu trách nhiệm| chủ trì| thực hiện| đầu mối)[^,.;:]{0,60} là |trách nhiệm(?: [^.;:()]{1,25})?: )(?=\S)"
)
# Behind these stands whose it is, with no more to say.
THEIRS = re.compile(
    r"được (?:giao|phân công) cho |thuộc về |(?:này )?thuộc |là .*|(?:đơn vị|cơ quan|đầu mối) .* là |trách nhiệm.*: "
)
# What a sentence is about that goes on with "do Sở Tài chính cân đối": what they must do, and no mark of a thing.
ITS_SUBJECT = re.compile(
    r"(?:và |riêng |phần )?(?:trách nhiệm|kinh phí|việc|công tác|nội dung|nhiệm vụ|hồ sơ|danh sách|dự toán|kết quả|chi phí|thủ tục|khâu|nguồn)(?!\w)[^,.;:]{0,90}"
)
# A thing that a sentence is about, and no order, circumstance or place where something is written down.
THING = re.compile(
    r"(?![^,.;:]*(?<!\w)(?:theo|tại|đã|từng|là|quy định|nếu|khi)(?!\w))[^,.;:]{8,120}"
)
# What others are to do with a thing; else it only tells what the thing is: "danh mục do Bộ Y tế ban hành".
DONE_WITH = re.compile(
    r"(?:thẩm định|thẩm tra|kiểm soát|rà soát|tổng hợp|kiểm tra|cập nhật|hướng dẫn|giám sát|thanh toán|bố trí|cân đối|nghiệm thu|theo dõi|đôn đốc|thương lượng|chi trả|lập, |báo (?:tới|về|cho)|gửi về|nhập vào|phát hành|thông tin công khai)(?!\w)"
)
BY_THEM = re.compile(
    r"\s+(?:làm (?:trưởng đoàn|tổ trưởng|đầu mối)(?!\w)|"
    r"chủ trì(?=\s*(?:[.;]|$|, (?:có thành viên|[^;.]{3,120} phối hợp)))|"
    r"(?:thực hiện|đảm nhiệm|phụ trách|biên soạn|hướng dẫn(?: thống nhất)?)(?=\s*(?:[.;]|$| và chịu trách nhiệm(?!\w)|, (?:sở|bộ|công an|ubnd|ủy ban|ban|trung tâm|cục|chi cục) )))"
)
HANDED = compiled(r"(?<!\w)gửi (?:về )?(?=(?:Bộ|Sở|Ban|Văn phòng|Công an|Cục) [⇧])")
HANDED_ORDER = re.compile(
    r"\s+(?:tổng hợp, (?:chủ trì|báo cáo|trình|tham mưu|thẩm định)|chủ trì|thẩm định, )"
)
# A request that was made before: "đã có Văn bản số … đề nghị".
WAS_DONE = re.compile(r"(?<!\w)đã (?:có|ban hành|gửi|ký)(?!\w)")
# What whoever issues a document does in the sentence above its contents.
ISSUING = re.compile(
    r"(?:đã |vừa )?(?:ban hành|xây dựng|thông báo|hướng dẫn|quyết định|gửi|có ý kiến|trả lời|cung cấp|(?:cơ bản )?thống nhất|thông qua|quyết nghị)(?!\w)"
)
# What whoever issues a document says of how things stand.
JUDGES = re.compile(
    r"(?:cơ bản )?(?:thống nhất (?:đánh giá|với (?:đề nghị|kiến nghị|đề xuất))|đánh giá cao|ghi nhận|biểu dương|hoan nghênh|tán thành)(?!\w)"
)
# What is done with a thing that one is given.
KEEPS = re.compile(r"\s+(?:quản lý|sử dụng|vận hành|khai thác|bảo quản)(?!\w)")
CLOSING = re.compile(
    r"\s*(?:xin )?(?:trân trọng )?(?:kính )?(?:thông báo|báo(?= để)|trả lời|chuyển)(?!\w)"
)
CLOSING_END = re.compile(
    r"(?:biết(?:,| và)? (?:để )?(?:tổ chức |phối hợp )?(?:triển khai )?thực hiện|được biết|để biết|triển khai thực hiện)[^.]{0,60}(?:\./)?\.?\s*$"
)
ACCOUNTABLE = re.compile(r"\s*(?:phải )?(?:hoàn toàn )?chịu trách nhiệm")
TOPIC = re.compile(
    r"(?:về|liên quan đến|liên quan) (?:[^:;.]|\.(?!\s)){4,420}:\s+(?=\w)|"
    r"đối với (?:các |những )?(?:nội dung|nhiệm vụ|dự án|trường hợp|việc|công tác|kiến nghị)(?!\w)[^:;.]{4,200}:\s+(?=giao )"
)
ABOUT = re.compile(r"đối với (?!các |những )(?:[^:;.]|\.(?!\s)){4,200}:\s+")
# What may stand before the first body: "Thứ nhất, ", "Bước 2: ", the mark of a point as it is to read
# from now on (“a) ), and "Riêng " of one named above with others.
ORDINAL = re.compile(
    r"[“\"][a-zđ]\)\s+|riêng (?:đối với )?|(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|bước \d+)\s*[,:]\s+"
)
# All of them, named without "các": "nếu có vướng mắc, tổ chức, cá nhân phản ánh về Bộ Công Thương".
WHOEVER = re.compile(
    r"(?:(?:cơ quan|đơn vị|tổ chức|doanh nghiệp), )+(?:(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương)(?!\w)(?:, )?)+"
)
STEP = re.compile(r"(?:bước \d+\s*:|[“\"][a-zđ]\))\s+")
PLURAL = re.compile(r"(?:các|hệ thống|lực lượng|và các|và hệ thống) ")
# Classes that are definite, though their words are loose ones.
DEFINITE = re.compile(
    r"(?:các )?(?:tổ chức (?:chính trị|đoàn thể)|ban (?:của )?(?:hội đồng nhân dân|hđnd)|(?:tổ )?đại biểu (?:hội đồng nhân dân|hđnd)|cơ quan (?:thông tấn|báo chí|thanh tra|công an|hải quan|thuế|thi hành án)|"
    r"lực lượng (?:công an|hải quan|biên phòng|cảnh sát|quân sự|quân đội|kiểm lâm|quản lý thị trường)|ngành \w+)(?!\w)(?!.*liên quan)"
)
LOOSE = re.compile(r"địa phương|đơn vị|cơ quan|tổ chức|liên quan")
# What an agency named first is not told to do, but does, did or is.
NO_ORDER = re.compile(
    r"(?:của|đã|đang|sẽ|là|được|có ý kiến|nhận được|tại|về|và|hoặc|thì|với|cho rằng|cũng|vừa|trân trọng|xin|trả lời|nêu|khác|"
    r"này|đối với|trong đó|không có|chưa|còn(?! phải)|bị|có(?! (?:trách nhiệm|phương án|giải pháp|kế hoạch|biện pháp|văn bản))|gồm|do|khi|nếu|từ|đến|"
    r"năm|tháng|ngày|số|chậm(?! nhất)|đồng ý|đề xuất tại|trình bày|báo cáo tại|ban hành (?:kèm|quyết định|kế hoạch|nghị quyết|thông tư|chỉ thị)|quy định|thông báo kết quả)(?!\w)"
)
CLASS = re.compile(
    r"(?:các |những )?(?:sở|bộ|ủy ban nhân dân|hội đồng nhân dân|công an|cục|phòng(?! (?:ban|chuyên môn)|,)|ban, ngành|trung tâm|trạm y tế|trạm kiểm lâm|bệnh viện|trường|văn phòng)(?!\w)"
)
# Bodies of one trade are a class, "các đơn vị khác" are not.
QUALIFIED = re.compile(
    r"(?:các |những )?(?:doanh nghiệp|cơ sở|đơn vị|nhà mạng) (?!(?:có|liên quan|chức năng|khác|nêu|trực thuộc|thuộc|được|đang|địa phương|tại|của|trên|và|tham gia)(?!\w))\w+"
)
NAMELY = re.compile(r"(?:cụ thể|gồm|bao gồm)(?: như sau| là)?\s*:\s*|\((?:gồm|bao gồm) (?=các )")
# A line of a plan that states by when, or a paragraph that says no more: "Thời hạn chậm nhất 05 ngày làm
# việc kể từ ngày ban hành Quyết định."
TIME_FIELD = re.compile(
    r"^(?:thời hạn|thời gian)(?: (?:thực hiện|hoàn thành|báo cáo))? (?=(?:chậm nhất|muộn nhất|trước|trong|không quá|đến) [^,;:]{4,90}$)|"
    r"(?:thời gian|thời hạn|hạn|tiến độ|thời điểm)(?: (?:thực hiện|hoàn thành|triển khai|tổ chức|báo cáo|trình|ban hành)(?:,| và)?){0,3}"
    r"(?: (?:chính phủ|thủ tướng(?: chính phủ)?|quốc hội|bộ trưởng|(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố)))?(?: dự kiến)?\s*:\s*"
)
FIELDS = (
    ("lead", re.compile(
        r"(?:(?:đơn vị|cơ quan|bộ phận|sở|ngành|các cơ quan|các đơn vị|phân công)(?:, (?:đơn vị|cơ quan|tổ chức))?(?: được giao| chịu trách nhiệm)? )?"
        r"(?:chủ trì(?: thực hiện| tham mưu| triển khai)?|thực hiện(?: chính)?|chịu trách nhiệm(?: chính)?|phụ trách(?: chính)?)\s*:\s*|giao cho\s*:\s*|phân công(?: thực hiện| nhiệm vụ)?\s*:\s*")),
    ("support", re.compile(
        r"(?:(?:đơn vị|cơ quan|bộ phận|sở|ngành|các cơ quan|các đơn vị)(?:, (?:đơn vị|cơ quan|tổ chức))? )?phối hợp(?: thực hiện)?\s*:\s*|(?:cùng )?tham gia\s*:\s*")),
    ("time", TIME_FIELD),
)  # fmt: skip
