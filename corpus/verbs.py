"""The words that orders are made of, and the words that never belong to an agency's name.

All in folded form (lower case, old tone placement); syllables separated by one space.
"""

from __future__ import annotations

import re

__all__ = ["HEAD_WORDS", "ends_name", "opens_order", "surely_opens_order", "verb_length"]

_ORDERS = """
chủ trì|phối hợp|chỉ đạo|tham mưu|triển khai|thực hiện|tiếp tục|khẩn trương|chủ động|tăng cường|rà soát|theo dõi|
đôn đốc|báo cáo|tổng hợp|tập trung|có trách nhiệm|chịu trách nhiệm|căn cứ|theo chức năng|trên cơ sở|kịp thời|
nghiêm túc|đẩy mạnh|hoàn thiện|hoàn thành|nghiên cứu|đề xuất|trình|ban hành|xem xét|xử lý|giải quyết|bố trí|cân đối|
cấp phát|phân bổ|thành lập|công bố|công khai|cập nhật|cung cấp|chuẩn bị|bảo đảm|đảm bảo|huy động|sử dụng|tiếp nhận|
phân công|giao|đề nghị|yêu cầu|thường xuyên|định kỳ|quán triệt|phổ biến|vận động|khuyến khích|thẩm định|phê duyệt|
phát huy|nâng cao|đổi mới|khắc phục|ngăn chặn|duy trì|mở rộng|siết chặt|sẵn sàng|trực tiếp|chấp hành|ưu tiên|lồng ghép|
làm việc với|làm đầu mối|là đầu mối|là cơ quan đầu mối|là cơ quan chủ trì|phải|cần|có phương án|có giải pháp|
có kế hoạch|có biện pháp|có văn bản|phát động|đánh giá|điều phối|phát hiện|lựa chọn|xác định|chi trả|thanh toán|
quyết liệt|nhanh chóng|sớm|tích cực|linh hoạt|bám sát|đề cao|nắm chắc|nắm tình hình|nắm bắt|quan tâm|chú trọng|chú ý|
bổ sung|sửa đổi|đàm phán|đăng tải|phát sóng|kết nối|tích hợp|số hóa|khen thưởng|thông báo|tiến hành|thu hồi|bàn giao|
di dời|sơ tán|hướng dẫn|rút kinh nghiệm|tạo điều kiện|tuyệt đối|nghiêm cấm|thống nhất|chỉ huy|lãnh đạo|kiến nghị|
phản ánh|phản hồi|đồng thời|thường trực phòng|tối ưu|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|trước mắt|
trong phạm vi|trong quá trình|theo thẩm quyền|theo nhiệm vụ|theo phân công|dựa trên|tùy theo|ngoài việc|
tiếp thu|lập|cử|bố trí|giữ|đưa|gửi|cấp|rút ngắn|cắt giảm|kiện toàn|sắp xếp|xóa|chấn chỉnh|xem|ký kết|khởi công|
đẩy nhanh|làm việc|trao đổi|xuất cấp|trên tinh thần|nỗ lực|quyết tâm|phấn đấu|tham gia|chăm lo|rà|đề cao|tuân thủ|
chuyển|lấy|thu|chi|mở|tạo|khôi phục|cải thiện|thúc đẩy|kiểm điểm|chia sẻ|hoàn tất|thu hút|góp phần|nhận diện|tận dụng|
tăng|giảm|lắp đặt|đăng ký|tự rà soát|thi đua|gương mẫu|thông tin kịp thời|
biên soạn|biên tập|đăng (?:công văn|văn bản|chỉ thị|kế hoạch|quyết định|thông báo)|phát hành|niêm yết|kêu gọi|phúc tra|cắt cử|đối chiếu|truy vết|truy quét|tiêu hủy|thu gom|ứng trực|tuần tra|
nghiêm túc|có ý kiến bằng văn bản|cho ý kiến|có ý kiến về|nêu cao|quyết định (?:cho|việc|thành lập|phê duyệt|công nhận)|nộp|ký (?:quy chế|cam kết|hợp đồng|kết)|giải trình|làm rõ|hoàn trả|
thiết lập|tổng vệ sinh|nạo vét|phát quang|tháo dỡ|cưỡng chế|niêm phong|phân luồng|thu dung|khoanh vùng|cách ly|dừng|tạm dừng|
tổ chức thực hiện|tổ chức triển khai|tổ chức quán triệt|tổ chức theo dõi|tổ chức rà soát|tổ chức kiểm tra|
có nhiệm vụ|tổ chức trực|tổ chức tuyên truyền|tổ chức tập huấn|tổ chức thông tin|ngừng|giao ban|nhắn tin|khóa|cải tạo|nâng cấp|trả kết quả|
là cơ quan thường trực|chịu toàn bộ|kích hoạt|xác minh|đình chỉ|làm thủ tục|làm chủ đầu tư|làm cầu nối|chốt chặn|lưu mẫu|vận hành lại|thí điểm|thay mặt|tháo gỡ|bám|coi|điều tiết|dự trữ|chọn|phụ trách|tạm ứng|dành|đảm nhiệm|không để|
kiên quyết|điều chuyển|trang bị|xử phạt|ủy quyền|chấm dứt|áp dụng|đấu tranh|hủy bỏ|nhân rộng|cấu hình|cắm biển|cắm mốc|tổng rà soát|tổng kiểm tra|
sơ kết|tổng kết|khuyến cáo|khuyến nghị|khởi tố|lưu giữ|tiêm phòng|cảnh giới|khử khuẩn|thẩm duyệt|sàng lọc|thăm hỏi|từ chối|tranh thủ|
lưu ý|củng cố|khơi thông|gia cố|phong tỏa|cấm|phun|quyên góp|trao quà|trao tặng|điều động|ứng trước|canh gác|gác trực|túc trực|
trực 24|san lấp|đốc thu|biệt phái|cắt điện|đóng cửa|đóng cống|che chắn|nâng thời lượng|nâng mức|nâng tần suất|nâng dung lượng|nâng công suất|khởi động|cụ thể hóa|nhận đỡ đầu|
giúp ủy ban|giúp ubnd|giúp chủ tịch|giúp chính phủ|giúp bộ trưởng|giúp các|giúp doanh nghiệp|giúp người dân|giúp nhân dân|tăng ca|
phát tin|phát bản tin|ghi hình|làm điểm|phát thông báo|đấu nối|gia hạn|đo đạc|hội chẩn|dự phòng|bắt đầu ca trực|bắt đầu trực|báo cáo nhanh|báo nhanh|bán vé|lắp|quy hoạch lại|rào chắn|báo ngay|báo về|theo sát|đăng lại|đăng phát|đăng tin|đăng bài|tự đánh giá|tự kiểm tra|tự tổ chức|tự bảo đảm|tự trang bị|tự đăng ký|làm ngay|làm tốt|kiểm đếm|san nền|tách thửa|
ra quyết định|trả lời bằng văn bản|không triển khai|là đơn vị đầu mối|là đơn vị chủ trì|là đơn vị thường trực|là cơ quan tham mưu|
đặt|ký xong|theo lĩnh vực được|làm (?:tổ trưởng|trưởng đoàn|trưởng ban)|không cắt|không chủ quan|không tổ chức|không cho|không bố trí|không sử dụng|không ban hành|không thực hiện|không đưa|không gây|không yêu cầu|không làm|
dỡ bỏ|sửa (?:xong|lại|cống|đường|cầu|ngay)|không tiếp|không gia hạn|rút gọn|vá lại|cấy (?:phục hồi|ghép)|nhắc nhở (?:học sinh|người|nhân dân|cán bộ|đoàn viên|hội viên|các)|thường trực đường dây|thay (?:toàn bộ|mới)|xuất trình|nêu gương|thụ lý|không được|miễn phí|gắn (?:thiết bị|biển|chip|mã|camera|cảm biến|nhãn|thẻ|phù hiệu|bảng|định vị|máy)|dán (?:nhãn|mã|tem|phản quang|thông báo)|không thu mua|không tiếp nhận|không cấp
"""
# Verbs that are also parts of names ("Cục Kết cấu hạ tầng xây dựng", "Ban Quản lý"): a verb only
# where an object follows.
_DOUBTFUL = """
xây dựng|quản lý|đầu tư|phát triển|thông tin|kiểm soát|kiểm tra|giám sát|tuyên truyền|phục vụ|bảo vệ|thống kê|điều hành|
hỗ trợ|ứng phó|phòng ngừa|phòng, chống|phòng chống|tổ chức|truyền thông|đào tạo|bồi dưỡng|tập huấn|vận hành|khai thác|
điều chỉnh|giải ngân|nghiệm thu|thẩm tra|xét duyệt|kiểm kê|khảo sát|giám định|sửa chữa|quyết toán|bồi thường|thanh lý|diễn tập|điều tra|
xét nghiệm|cấp cứu|điều trị|bảo quản|bảo mật|bảo trì|bảo dưỡng|phản biện|ứng dụng|phân tích|chăm sóc|định hướng|
tiếp công dân|khám|phân loại|dự báo|cảnh báo|tư vấn|đấu thầu|kiểm định|chuyển đổi số|sưu tầm
"""
_STOPS = """
của|có|là|được|đã|đang|sẽ|để|trong|tại|theo|về|với|cho|từ|đến|khi|nếu|thì|do|nêu|liên quan|này|đó|như|bằng|qua|trên|
dưới|sau|trước|ngoài|cùng|biết|thuộc|nhằm|vào|hoặc|bởi|gồm|không|chưa|nói|chậm nhất|chủ trương|khác|ở|đứng|mà|kính|trân trọng|mỗi|từng|xin|xét|trả lời|nhận được|quyết định|ban hành|biểu dương|ghi nhận|hoan nghênh|phê bình|nhắc nhở|làm
"""


def _words(listed: str) -> list[str]:
    """The words of a list; "quyết định (?:cho|việc)" stands for one with each."""
    found: list[str] = []
    for head, choice, plain in re.findall(r"([^|(]*)\(\?:([^)]*)\)|([^|(]+)", listed):
        found += [f"{head}{word}" for word in choice.split("|")] if choice else [plain.strip()]
    return [word for word in found if word]


def _compile(words: str) -> re.Pattern[str]:
    parts = sorted(_words(words.replace("\n", "")), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, parts)) + r")(?!\w)")


_ORDER = _compile(_ORDERS)
# "cấp tỉnh" is a level, "thu nhập", "giao thông" and "tổ chức xã hội" are nouns: not the verbs "cấp",
# "thu", "giao", "tổ chức".
_LEVEL = re.compile(
    r"cấp (?:tỉnh|huyện|xã|thành phố|trung ương|cơ sở|trên|dưới|trưởng|phòng|vụ|ủy|có thẩm quyền)(?!\w)|"
    r"thu nhập|chi phí|làm việc (?:tại|trong|ở)(?!\w)|chuyển đổi số (?:tỉnh|thành phố|quốc gia|ngành)|cấp (?:nước|điện)|giao (?:thông|dịch|lưu|thương)|quản lý thị trường|ngoài công lập|tổ chức (?:chính trị|hành chính|sự nghiệp|xã hội|đoàn thể|cá nhân|tín dụng|kinh tế|quốc tế|phi chính phủ|hành nghề|hội(?! nghị))(?!\w)"
)
_DOUBT = _compile(_DOUBTFUL)
_STOP = _compile(_STOPS)
_NAME_GOES_ON = re.compile(
    r"\s+(?:tỉnh|thành phố|việt nam|quốc gia|khu vực|trung ương|số \d|và [^\W\d])"
)
# The second syllable of another word: "chương trình", "công lập".
_COMPOUND = re.compile(
    r"(?:(?<=đội )|(?<=đoàn )|(?<=phòng ))khám(?!\w)|(?:(?<=phòng kế hoạch )|(?<=phòng hành chính )|(?<=phòng nghiệp vụ )|(?<=khoa nội )|(?<=khoa ngoại )|(?<=dịch vụ ))tổng hợp(?!\w)|(?<=hồi sức )tích cực(?!\w)|(?<=đầu tư )phát triển(?!\w)|(?<=y tế )dự phòng(?!\w)|(?<=vắc )xin(?!\w)|(?<=công nghệ )(?<!và công nghệ )thông tin(?!\w)|(?<=hàng )không(?!\w)|(?<=hậu )cần(?!\w)|(?<=cảng )hàng không|(?<=lao động )ngoài(?= nước)|(?<=quản lý )khai thác(?= công trình)|(?<=văn phòng )đăng ký(?= đất)|(?:(?<=tái )|(?<=cải )|(?<=sáng )|(?<=đào ))tạo(?!\w)|(?:(?<=chương )|(?<=công )|(?<=lộ )|(?<=quy )|(?<=giáo ))trình|(?:(?<=công )|(?<=độc )|(?<=dân ))lập(?!\w)|(?<=giáo dục )thường xuyên(?!\w)|(?<=mua sắm )tập trung(?!\w)|(?<=viện )nghiên cứu(?!\w)|(?<=việc )làm(?!\w)"
)

HEAD_WORDS = re.compile(
    r"(?<!\w)(?:ủy ban|uỷ ban|ubnd|hđnd|hội đồng nhân dân|bộ|sở|cục|tổng cục|công an|chủ tịch|giám đốc|thủ trưởng|"
    r"văn phòng|chánh văn phòng|thanh tra|ban|bí thư|các|thống đốc|phó thủ tướng|tập đoàn|tổng công ty|ngân hàng|đài|báo|"
    r"trung tâm|tỉnh ủy|thành ủy|thuế|chi cục|mặt trận|kho bạc|bảo hiểm xã hội|hội|liên đoàn|đơn vị)(?!\w)"
)
"""Words with which the naming of an agency can begin."""


def verb_length(folded: str, at: int) -> int:
    """The length of the directive verb at `at`, or 0."""
    match = _ORDER.match(folded, at) or _DOUBT.match(folded, at)
    return match.end() - at if match and not _LEVEL.match(folded, at) else 0


def surely_opens_order(folded: str, at: int) -> bool:
    """The same as `opens_order`, for verbs that are no part of names."""
    return bool(_ORDER.match(folded, at)) and not _LEVEL.match(folded, at)


def opens_order(folded: str, at: int) -> bool:
    """Whether what an agency is told to do begins at `at`."""
    return verb_length(folded, at) > 0


def ends_name(folded: str, at: int) -> bool:
    """Whether the name of an agency is over before the word at `at`."""
    if _LEVEL.match(folded, at) or _COMPOUND.match(folded, at):
        return False
    if _ORDER.match(folded, at) or _STOP.match(folded, at):
        return True
    doubtful = _DOUBT.match(folded, at)
    if doubtful is None:
        return False
    then = doubtful.end()
    rest = folded[then:].lstrip()
    if rest[:1] == "," and (_ORDER.match(rest[1:].lstrip()) or _DOUBT.match(rest[1:].lstrip())):
        return True  # "kiểm tra, giám sát …"
    if not rest or rest[0] in ".,;:()/" or _NAME_GOES_ON.match(folded, then):
        return False
    # "… hạ tầng xây dựng tham mưu": what follows is the verb, so this is still the name.
    return not (_ORDER.match(folded, then + 1) or _STOP.match(folded, then + 1))
