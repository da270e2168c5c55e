"""When something is due."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.days import read_date
from corpus.deadlines import find_deadlines, joined
from corpus.stated_times import stated_time

ISSUED = date(2025, 11, 23)

CASES = [
    (
        "Chấm dứt hợp đồng thuê ao, không để muộn hơn ngày 31/3/2026.",
        "không để muộn hơn ngày 31/3/2026",
        "2026-03-31",
        False,
    ),
    ("Tham mưu sơ kết vào tháng 6 hằng năm.", "vào tháng 6 hằng năm", None, True),
    (
        "công bố danh sách vào dịp Tháng Công nhân hằng năm.",
        "vào dịp Tháng Công nhân hằng năm",
        None,
        True,
    ),
    ("kiểm tra liên ngành ít nhất mỗi quý một lần;", "ít nhất mỗi quý một lần", None, True),
    ("nhân viên gác chắn, mỗi năm ít nhất 02 lần.", "mỗi năm ít nhất 02 lần", None, True),
    (
        "tuần sinh hoạt trước ngày khai giảng năm học mới.",
        "trước ngày khai giảng năm học mới",
        None,
        False,
    ),
    (
        "tạm dừng đóng cọc từ ngày rằm đến hết ngày 20 tháng Chạp.",
        "từ ngày rằm đến hết ngày 20 tháng Chạp",
        None,
        False,
    ),
    (
        "cung ứng 50 tấn giống trước vụ chính tháng 9/2021.",
        "trước vụ chính tháng 9/2021",
        None,
        False,
    ),
    (
        "báo cáo tại kỳ họp thường lệ giữa năm và cuối năm của Hội đồng nhân dân tỉnh.",
        "tại kỳ họp thường lệ giữa năm và cuối năm của Hội đồng nhân dân tỉnh",
        None,
        False,
    ),
    (
        "Trong thời gian 02 (hai) ngày làm việc, Ủy ban nhân dân cấp xã tiếp nhận hồ sơ.",
        "Trong thời gian 02 (hai) ngày làm việc",
        None,
        False,
    ),
    (
        "tổ chức bốc thăm chỗ bán, hoàn thành trước khi thí điểm 07 ngày.",
        "trước khi thí điểm 07 ngày",
        None,
        False,
    ),
    ("và thu gom rác sau 22 giờ 30 phút hằng ngày.", "sau 22 giờ 30 phút hằng ngày", None, True),
    ("khử khuẩn khu vực lấy máu ngay sau mỗi buổi; chuẩn bị", "ngay sau mỗi buổi", None, True),
    ("gửi tin nhắn kết quả cho người hiến máu sau 05 ngày; bảo mật", "sau 05 ngày", None, False),
    ("đưa tàu về cảng sửa chữa trong 10 ngày.", "trong 10 ngày", None, False),
    (
        "trình Quốc hội cho ý kiến tại Kỳ họp thứ nhất, Quốc hội khóa XVI.",
        "tại Kỳ họp thứ nhất, Quốc hội khóa XVI",
        None,
        False,
    ),
    (
        "tổ chức lễ giỗ tổ Ca trù, lần đầu vào ngày 11 tháng Chạp năm Canh Tý.",
        "vào ngày 11 tháng Chạp năm Canh Tý",
        None,
        False,
    ),
    (
        "hướng dẫn dạy trực tuyến liên trường, kịp khai giảng năm học 2022 - 2023.",
        "kịp khai giảng năm học 2022 - 2023",
        None,
        False,
    ),
    (
        "hoàn thành 100 trường trước ngày 30 tháng 8 năm 2026 để kịp khai giảng năm học 2026 - 2027.",
        "trước ngày 30 tháng 8 năm 2026",
        "2026-08-30",
        False,
    ),
    (
        "Trả lời phiếu xác minh của công chứng viên không quá 03 ngày làm việc.",
        "không quá 03 ngày làm việc",
        None,
        False,
    ),
    ("thời gian lập hồ sơ không quá 07 ngày làm việc.", "không quá 07 ngày làm việc", None, False),
    (
        "công bố công khai thời điểm đóng cửa trước ít nhất 06 tháng để Nhân dân biết",
        "trước ít nhất 06 tháng",
        None,
        False,
    ),
    (
        "kết nối trong vòng 60 ngày sau khi Bộ Văn hóa, Thể thao và Du lịch công bố chuẩn kết nối.",
        "trong vòng 60 ngày sau khi Bộ Văn hóa, Thể thao và Du lịch công bố chuẩn kết nối",
        None,
        False,
    ),
    (
        "báo cáo Hội đồng nghĩa vụ quân sự xã trước ngày giao quân 05 ngày.",
        "trước ngày giao quân 05 ngày",
        None,
        False,
    ),
    ("báo cáo Ban Thường vụ Đảng ủy sau mỗi cuộc kiểm tra.", "sau mỗi cuộc kiểm tra", None, True),
    (
        "quán triệt đến toàn thể đảng viên trong kỳ sinh hoạt tháng 3/2026; ký cam kết",
        "trong kỳ sinh hoạt tháng 3/2026",
        None,
        False,
    ),
    (
        "xây dựng phương hướng hằng tháng, quý, 6 tháng và đột xuất việc thực hiện kế hoạch",
        "hằng tháng, quý, 6 tháng và đột xuất",
        None,
        True,
    ),
    (
        "bảo đảm tỷ lệ tiêm đạt tối thiểu 80% trước khi thu hoạch lúa Hè Thu năm 2026.",
        "trước khi thu hoạch lúa Hè Thu năm 2026",
        None,
        False,
    ),
    (
        "đào tạo cộng tác viên, cấp chứng nhận trước khi phòng đọc đi vào hoạt động.",
        "trước khi phòng đọc đi vào hoạt động",
        None,
        False,
    ),
    ("Hằng năm, trước ngày 15 tháng 8, UBND tỉnh", "Hằng năm, trước ngày 15 tháng 8", None, True),
    ("trình phương án đóng cửa mỏ trước mùa mưa hằng năm.", "trước mùa mưa hằng năm", None, True),
    (
        "gửi danh sách trong tuần đầu tháng 10 hằng năm.",
        "trong tuần đầu tháng 10 hằng năm",
        None,
        True,
    ),
    ("báo cáo vào thứ Sáu tuần cuối hằng tháng./.", "vào thứ Sáu tuần cuối hằng tháng", None, True),
    (
        "kiểm tra cơ sở pha trộn, mỗi quý không dưới 01 lần.",
        "mỗi quý không dưới 01 lần",
        None,
        True,
    ),
    ("kiểm tra đồng hồ áp lực vào đầu mỗi ca trực và ký", "vào đầu mỗi ca trực", None, True),
    (
        "gửi Sở Tài chính cùng thời điểm lập dự toán năm.",
        "cùng thời điểm lập dự toán năm",
        None,
        False,
    ),
    (
        "báo cáo Đảng ủy ngay trong ngày xảy ra vụ việc.",
        "ngay trong ngày xảy ra vụ việc",
        None,
        False,
    ),
    ("nạo vét, giải tỏa vật lấn chiếm trong Quý I năm 2026.", "trong Quý I năm 2026", None, False),
    ("phát sóng tối thứ Ba hằng tuần, phê bình", "tối thứ Ba hằng tuần", None, True),
    (
        "bố trí thêm 04 kíp xe thường trực trong đêm 16/02/2026 (đêm Giao thừa)",
        "trong đêm 16/02/2026",
        "2026-02-16",
        False,
    ),
    (
        "phối hợp với Trung tâm Cấp cứu 115 trong đêm bắn pháo hoa 16/02/2026 tại 05 điểm.",
        "trong đêm bắn pháo hoa 16/02/2026",
        "2026-02-16",
        False,
    ),
    ("báo cáo tổng kết hoàn thành ngày 24/02/2026.", "ngày 24/02/2026", "2026-02-24", False),
    (
        "đăng danh sách trong ngày nhận được thông báo của Sở Y tế.",
        "trong ngày nhận được thông báo của Sở Y tế",
        None,
        False,
    ),
    (
        "trình Hội đồng nhân dân tại kỳ họp thường lệ giữa năm 2026 chính sách hỗ trợ",
        "tại kỳ họp thường lệ giữa năm 2026",
        None,
        False,
    ),
    (
        "theo phương châm “Một sức khỏe”, trình UBND tỉnh ban hành trước ngày 15/5/2026.",
        "trước ngày 15/5/2026",
        "2026-05-15",
        False,
    ),
    (
        "bổ sung Quy chế, trình ban hành trước ngày 31/10/2026.",
        "trước ngày 31/10/2026",
        "2026-10-31",
        False,
    ),
    ("trình Chính phủ trước ngày 26/11/2025.", "trước ngày 26/11/2025", "2025-11-26", False),
    (
        "gửi trước ngày 05 tháng 12 năm 2025.",
        "trước ngày 05 tháng 12 năm 2025",
        "2025-12-05",
        False,
    ),
    (
        "xong trước 17 giờ 00 ngày 13/12/2025",
        "trước 17 giờ 00 ngày 13/12/2025",
        "2025-12-13",
        False,
    ),
    ("chậm nhất ngày 10/12", "chậm nhất ngày 10/12", "2025-12-10", False),
    ("báo cáo trước 15h00 hàng ngày và khi", "trước 15h00 hàng ngày", None, True),
    ("báo cáo trước ngày 20 hằng tháng lên", "trước ngày 20 hằng tháng", None, True),
    ("tổng hợp trước ngày 25/12 hàng năm.", "trước ngày 25/12 hàng năm", None, True),
    ("báo cáo các cấp hàng ngày theo quy định", "hàng ngày", None, True),
    ("hoàn thành trong Quý I/2026", "trong Quý I/2026", None, False),
    ("ký hợp đồng trong tháng 12/2025", "trong tháng 12/2025", None, False),
    ("trước Tết Nguyên đán năm 2026", "trước Tết Nguyên đán năm 2026", None, False),
    (
        "trước ngày 10 tháng 6 và ngày 10 tháng 12 hằng năm",
        "trước ngày 10 tháng 6 và ngày 10 tháng 12 hằng năm",
        None,
        True,
    ),
    ("xong trước Tết Trung thu;", "trước Tết Trung thu", None, False),
    (
        "gửi về Sở hạn cuối ngày 15 tháng 12 hàng năm (Lưu ý: không gửi bản giấy)",
        "hạn cuối ngày 15 tháng 12 hàng năm",
        None,
        True,
    ),
    ("xây dựng Kế hoạch quan trắc môi trường hàng năm.", "hàng năm", None, True),
    ("Hằng năm, tổ chức đánh giá tình hình thực hiện", "Hằng năm", None, True),
    (
        "báo cáo 02 lần/ngày (trước 9h00’ và 16h00’) về",
        "02 lần/ngày (trước 9h00’ và 16h00’)",
        None,
        True,
    ),
    ("gửi trước ngày 15/6 và 15/12 hằng năm", "trước ngày 15/6 và 15/12 hằng năm", None, True),
    (
        "kiểm tra trong ngày 06 tháng 12 năm 2025.",
        "trong ngày 06 tháng 12 năm 2025",
        "2025-12-06",
        False,
    ),
    (
        "công bố. Hạn công bố: ngày 28 tháng 02 năm 2026.",
        "Hạn công bố: ngày 28 tháng 02 năm 2026",
        "2026-02-28",
        False,
    ),
    ("ban hành quy chuẩn riêng (tháng 3/2026); trong khi chờ", "tháng 3/2026", None, False),
    (
        "Chuẩn chương trình phải ban hành trong Quý I năm 2026",
        "trong Quý I năm 2026",
        None,
        False,
    ),
    ("trình Hội đồng tại kỳ họp gần nhất", "tại kỳ họp gần nhất", None, False),
    ("sơ kết vào cuối năm 2026", "vào cuối năm 2026", None, False),
    ("tổ chức trong tuần đầu tháng 12/2025", "trong tuần đầu tháng 12/2025", None, False),
    ("xong trước khi bão đổ bộ ít nhất 06 giờ", "trước khi bão đổ bộ ít nhất 06 giờ", None, False),
    ("diễn tập ít nhất 01 lần trong năm.", "ít nhất 01 lần trong năm", None, True),
    (
        "mở cao điểm từ ngày 28/12/2025 đến hết ngày 04/01/2026;",
        "từ ngày 28/12/2025 đến hết ngày 04/01/2026",
        None,
        False,
    ),
    (
        "cấp nước từ ngày 25/01/2026 cho đến khi kết thúc đợt hạn mặn.",
        "từ ngày 25/01/2026 cho đến khi kết thúc đợt hạn mặn",
        None,
        False,
    ),
    (
        "tấn công, trấn áp từ ngày 05 tháng 01 năm 2026.",
        "từ ngày 05 tháng 01 năm 2026",
        "2026-01-05",
        False,
    ),
    (
        "nhật ký khai thác điện tử thay nhật ký giấy kể từ ngày 01/5/2026.",
        "kể từ ngày 01/5/2026",
        None,
        False,
    ),
    ("trả lời trong 05 ngày làm việc.", "trong 05 ngày làm việc", None, False),
    (
        "công khai trước 08 giờ và trước 16 giờ hằng ngày",
        "trước 08 giờ và trước 16 giờ hằng ngày",
        None,
        True,
    ),
    ("báo cáo vào tháng 6 và tháng 12 hằng năm.", "tháng 6 và tháng 12 hằng năm", None, True),
    ("Định kỳ mỗi quý, Sở Y tế kiểm tra", "Định kỳ mỗi quý", None, True),
    ("họp giao ban định kỳ hai tuần một lần;", "định kỳ hai tuần một lần", None, True),
    ("báo cáo kết quả tuần trước 10 giờ thứ Năm;", "trước 10 giờ thứ Năm", None, True),
    ("phát nước trước mùa khô năm 2027;", "trước mùa khô năm 2027", None, False),
    (
        "báo cáo Chính phủ tại phiên họp thường kỳ hằng tháng.",
        "tại phiên họp thường kỳ hằng tháng",
        None,
        True,
    ),
    ("gửi trước ngày 05 của tháng đầu quý sau.", "trước ngày 05 của tháng đầu quý sau", None, True),
    ("thông báo vào thứ Hai và thứ Năm hằng tuần", "vào thứ Hai và thứ Năm hằng tuần", None, True),
    ("báo cáo trước ngày 05 tháng sau.", "trước ngày 05 tháng sau", None, True),
    ("gửi trước ngày 25 tháng cuối của quý", "trước ngày 25 tháng cuối của quý", None, True),
    ("hoàn thành rà soát trong tháng 12.", "trong tháng 12", None, False),
    ("đề xuất hướng khắc phục trong tuần này.", "trong tuần này", None, False),
    ("báo cáo trước 14 giờ 00 cùng ngày", "trước 14 giờ 00 cùng ngày", None, False),
    ("họp vào tuần cuối hằng tháng", "vào tuần cuối hằng tháng", None, True),
    ("báo cáo vào ngày 15 và ngày cuối tháng.", "vào ngày 15 và ngày cuối tháng", None, True),
    ("diễn tập ít nhất 02 năm một lần", "ít nhất 02 năm một lần", None, True),
    ("kiểm tra định kỳ 6 tháng/lần", "định kỳ 6 tháng/lần", None, True),
    ("xong trước Tết Nguyên đán Bính Ngọ", "trước Tết Nguyên đán Bính Ngọ", None, False),
    (
        "gửi trước 11 giờ 00 và 17 giờ 00 hằng ngày",
        "trước 11 giờ 00 và 17 giờ 00 hằng ngày",
        None,
        True,
    ),
    (
        "trình Quốc hội tại Kỳ họp thứ 8, Quốc hội khóa XV",
        "tại Kỳ họp thứ 8, Quốc hội khóa XV",
        None,
        False,
    ),
    ("lắp đặt thiết bị trong Quý III/2026", "trong Quý III/2026", None, False),
    ("họp giao ban vào tháng cuối mỗi quý.", "vào tháng cuối mỗi quý", None, True),
    ("đối chiếu sản lượng mỗi quý một lần.", "mỗi quý một lần", None, True),
    ("phát sóng ít nhất 02 kỳ/tháng, nêu", "ít nhất 02 kỳ/tháng", None, True),
    ("gửi trước ngày 15 của tháng đầu mỗi quý", "trước ngày 15 của tháng đầu mỗi quý", None, True),
    (
        "xong trước khai giảng năm học 2026 - 2027",
        "trước khai giảng năm học 2026 - 2027",
        None,
        False,
    ),
    ("xuất phát trong vòng 30 phút.", "trong vòng 30 phút", None, False),
    ("thủ tục giải quyết không quá 03 ngày làm việc.", "không quá 03 ngày làm việc", None, False),
    ("Đưa kỹ năng vào ngoại khóa, mỗi học kỳ ít nhất 02 tiết.", "mỗi học kỳ", None, True),
    (
        "kiểm tra 10% số trường trong học kỳ II năm học 2025 - 2026.",
        "trong học kỳ II năm học 2025 - 2026",
        None,
        False,
    ),
    ("mở chuyên mục hằng tuần, nêu đích danh cơ sở.", "hằng tuần", None, True),
    ("Thông tin cấp cháy 03 lần mỗi ngày bằng tiếng Việt.", "03 lần mỗi ngày", None, True),
    ("Đưa phần mềm vào sử dụng từ Quý II/2026, kết nối dữ liệu.", "từ Quý II/2026", None, False),
    ("Triển khai bữa ăn học đường từ năm học 2026 - 2027.", "từ năm học 2026 - 2027", None, False),
    ("định kỳ 06 tháng, năm tổng hợp báo cáo.", "định kỳ 06 tháng, năm", None, True),
    ("trình HĐND Thành phố tại kỳ họp giữa năm 2026.", "tại kỳ họp giữa năm 2026", None, False),
    (
        "lắp trụ sạc; đến ngày 30/9/2026 có ít nhất 45 cửa hàng.",
        "đến ngày 30/9/2026",
        "2026-09-30",
        False,
    ),
    (
        "cả hai ban hành chậm nhất ngày 28 tháng 02 năm 2026.",
        "chậm nhất ngày 28 tháng 02 năm 2026",
        "2026-02-28",
        False,
    ),
    (
        "tổ chức đợt truyền thông, cao điểm từ tháng 4 đến tháng 7.",
        "từ tháng 4 đến tháng 7",
        None,
        False,
    ),
    (
        "phát hành tài liệu bằng tiếng Mông trong tuần cuối tháng 01 năm 2026.",
        "trong tuần cuối tháng 01 năm 2026",
        None,
        False,
    ),
    ("làm việc với Binh đoàn 18 trong tuần này.", "trong tuần này", None, False),
    ("phấn đấu trong năm 2026 có 200.000 lượt.", "trong năm 2026", None, False),
    (
        "kiểm tra trong 03 ngày làm việc đầu tiên sau Tết.",
        "trong 03 ngày làm việc đầu tiên sau Tết",
        None,
        False,
    ),
    ("thông báo khu vực nguy cơ cao vào ngày 01 hằng tháng.", "vào ngày 01 hằng tháng", None, True),
    ("cập nhật ít nhất 02 lần mỗi ngày; tiếp nhận tin", "ít nhất 02 lần mỗi ngày", None, True),
    (
        "Chủ trì giao ban 02 tuần một lần vào sáng thứ Hai",
        "02 tuần một lần vào sáng thứ Hai",
        None,
        True,
    ),
    ("báo cáo Bộ Xây dựng tiến độ hằng tuần vào thứ Sáu.", "hằng tuần vào thứ Sáu", None, True),
    ("diễn tập xử lý cháy pin ít nhất 01 lần mỗi năm.", "ít nhất 01 lần mỗi năm", None, True),
    (
        "phát bản tin hai lần mỗi ngày, vào 6 giờ và 16 giờ.",
        "hai lần mỗi ngày, vào 6 giờ và 16 giờ",
        None,
        True,
    ),
    (
        "Cung ứng vắc xin ít nhất 10 ngày trước mỗi đợt tiêm.",
        "ít nhất 10 ngày trước mỗi đợt tiêm",
        None,
        True,
    ),
    (
        "gửi Hội đồng chậm nhất 02 ngày trước phiên họp thường kỳ",
        "chậm nhất 02 ngày trước phiên họp thường kỳ",
        None,
        False,
    ),
    (
        "hoàn trả đường dân sinh bị hư hỏng ngay sau khi kết thúc thi công từng đoạn tuyến.",
        "ngay sau khi kết thúc thi công từng đoạn tuyến",
        None,
        False,
    ),
    ("bàn giao học sinh cho gia đình trước kỳ nghỉ hè, có", "trước kỳ nghỉ hè", None, False),
    (
        "thông báo phụ huynh trước 06 giờ sáng cùng ngày;",
        "trước 06 giờ sáng cùng ngày",
        None,
        False,
    ),
    (
        "Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo",
        "Định kỳ hằng năm (trước ngày 15 tháng 12)",
        None,
        True,
    ),
    ("tập huấn nhân viên nuôi dưỡng trong dịp hè năm 2026.", "trong dịp hè năm 2026", None, False),
    (
        "tiêu hủy lợn có kết quả dương tính trong vòng 24 giờ kể từ khi có kết quả xét nghiệm; cấm",
        "trong vòng 24 giờ kể từ khi có kết quả xét nghiệm",
        None,
        False,
    ),
    (
        "Chi trả chậm nhất 30 ngày kể từ ngày tiêu hủy với mức 40.000 đồng/kg hơi",
        "chậm nhất 30 ngày kể từ ngày tiêu hủy",
        None,
        False,
    ),
    ("Chi cục Chăn nuôi và Thú y trả kết quả xét nghiệm trong ngày.", "trong ngày", None, False),
    ("cho doanh nghiệp thuê kho tại chợ mới trong Quý II/2026.", "trong Quý II/2026", None, False),
    ("bàn giao các tuyến còn lại trong Quý III năm 2026.", "trong Quý III năm 2026", None, False),
    (
        "cử 05 công chức giúp các địa phương trong tối đa 45 ngày;",
        "trong tối đa 45 ngày",
        None,
        False,
    ),
    (
        "mở mã ngành kỹ thuật xạ trị trong năm học 2026 - 2027.",
        "trong năm học 2026 - 2027",
        None,
        False,
    ),
    ("trình HĐND cùng cấp mức chi, kỳ họp gần nhất.", "kỳ họp gần nhất", None, False),
    (
        "cấp phép xây dựng trong thời hạn không quá 12 ngày làm việc;",
        "trong thời hạn không quá 12 ngày làm việc",
        None,
        False,
    ),
    (
        "tổ chức sơ kết sau 06 tháng chợ mới hoạt động.",
        "sau 06 tháng chợ mới hoạt động",
        None,
        False,
    ),
    (
        "báo cáo trước ngày làm việc cuối cùng của tháng 6/2026;",
        "trước ngày làm việc cuối cùng của tháng 6/2026",
        None,
        False,
    ),
    (
        "ra quân vào Chủ nhật đầu tiên của tháng 4 hằng năm, gắn với chấm điểm.",
        "vào Chủ nhật đầu tiên của tháng 4 hằng năm",
        None,
        True,
    ),
    (
        "tạm ứng bồi thường không chậm hơn 05 ngày làm việc kể từ khi nhận đủ hồ sơ.",
        "không chậm hơn 05 ngày làm việc kể từ khi nhận đủ hồ sơ",
        None,
        False,
    ),
    (
        "thu hồi phù hiệu trong vòng 03 ngày làm việc kể từ khi nhận danh sách và đăng trên trang tin.",
        "trong vòng 03 ngày làm việc kể từ khi nhận danh sách",
        None,
        False,
    ),
    (
        "chôn cất trong vòng 48 giờ kể từ khi qua đời (nếu do bệnh truyền nhiễm, không quá 24 giờ).",
        "trong vòng 48 giờ kể từ khi qua đời",
        None,
        False,
    ),
    ("quán triệt tại kỳ sinh hoạt tháng 3/2026;", "tại kỳ sinh hoạt tháng 3/2026", None, False),
    ("tổ chức tổng kết sau khi kết thúc Đề án.", "sau khi kết thúc Đề án", None, False),
    (
        "báo cáo Sở Du lịch vào thứ Sáu tuần cuối của tháng;",
        "vào thứ Sáu tuần cuối của tháng",
        None,
        True,
    ),
    (
        "tuần tra từ 15 giờ 30 đến 21 giờ 00 hằng ngày;",
        "từ 15 giờ 30 đến 21 giờ 00 hằng ngày",
        None,
        True,
    ),
    (
        "phát loa vào 5 giờ 30 và 17 giờ 30 các ngày thứ Hai, thứ Năm hằng tuần;",
        "vào 5 giờ 30 và 17 giờ 30 các ngày thứ Hai, thứ Năm hằng tuần",
        None,
        True,
    ),
    (
        "cử học sinh trực vào các ngày thứ Bảy, Chủ nhật trong tháng 3 và tháng 4.",
        "vào các ngày thứ Bảy, Chủ nhật trong tháng 3 và tháng 4",
        None,
        False,
    ),
    (
        "mở đợt cao điểm 45 ngày kể từ ngày ban hành Thông báo này.",
        "45 ngày kể từ ngày ban hành Thông báo này",
        None,
        False,
    ),
    ("thanh tra 06 địa phương từ nay đến hết năm 2026.", "từ nay đến hết năm 2026", None, False),
    ("thu gom 02 ca mỗi ngày, không để rác.", "02 ca mỗi ngày", None, True),
    (
        "họp dân mỗi năm 02 lần, vào tháng 3 và tháng 10.",
        "mỗi năm 02 lần, vào tháng 3 và tháng 10",
        None,
        True,
    ),
    (
        "phổ biến bảng giá trong tuần từ ngày 16 đến ngày 20/3/2026;",
        "trong tuần từ ngày 16 đến ngày 20/3/2026",
        None,
        False,
    ),
    (
        "lớp thứ nhất khai giảng ngày 06/4/2026, lớp thứ hai sau.",
        "ngày 06/4/2026",
        "2026-04-06",
        False,
    ),
    ("sinh hoạt dưới cờ tuần đầu tháng 10/2026;", "tuần đầu tháng 10/2026", None, False),
    ("sơ kết phong trào vào dịp 26/3/2026.", "vào dịp 26/3/2026", "2026-03-26", False),
    ("bình chọn dịp Lễ hội Óc Om Bóc hằng năm.", "dịp Lễ hội Óc Om Bóc hằng năm", None, True),
    ("lấy phiếu hài lòng vào cuối mỗi năm.", "vào cuối mỗi năm", None, True),
    ("nạo vét bãi chứa bùn sau mỗi vụ.", "sau mỗi vụ", None, True),
    ("phát tin mỗi tuần một kỳ đến hết năm 2026.", "mỗi tuần một kỳ đến hết năm 2026", None, True),
    (
        "chuyển tiền đến tay hộ dân sau nghiệm thu không quá 07 ngày.",
        "sau nghiệm thu không quá 07 ngày",
        None,
        False,
    ),
    ("chạy thử máy phát trước ngày tổng duyệt.", "trước ngày tổng duyệt", None, False),
    ("nộp trước ngày 10 tháng sau khi kết thúc quý.", "trước ngày 10 tháng sau", None, True),
    (
        "tổ chức hội nghị phổ biến Luật Đất đai ngày 20/12/2025.",
        "ngày 20/12/2025",
        "2025-12-20",
        False,
    ),
    ("tổ chức sơ kết sau 06 tháng thực hiện và biểu dương.", "sau 06 tháng thực hiện", None, False),
    (
        "có mặt trước thời điểm vận hành thử 06 tháng.",
        "trước thời điểm vận hành thử 06 tháng",
        None,
        False,
    ),
    (
        "trình UBND tỉnh trước ngày 15/12 của năm trước năm kế hoạch.",
        "trước ngày 15/12 của năm trước năm kế hoạch",
        None,
        True,
    ),
    (
        "gia hạn các giấy đăng ký còn tồn đọng trước ngày 30 tháng 4 năm 2026.",
        "trước ngày 30 tháng 4 năm 2026",
        "2026-04-30",
        False,
    ),
]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("hoàn thành rà soát trong tháng 12.", date(2025, 12, 31)),
        ("hoàn thành rà soát trong tháng 02.", date(2026, 2, 28)),
        ("hoàn thành trước năm 2030", date(2029, 12, 31)),
        ("hoàn thành trước tháng 3 năm 2026", date(2026, 2, 28)),
        ("hoàn thành trước quý II/2026", date(2026, 3, 31)),
        ("hoàn thành trong tháng 11 - 12/2025", date(2025, 12, 31)),
        ("hoàn thành trong quý III, IV/2026", date(2026, 12, 31)),
        ("hoàn thành trong năm 2026 - 2027", date(2027, 12, 31)),
    ],
)
def test_a_period_is_kept_until_its_last_day(text: str, last: date) -> None:
    """A month without a year is the next of that name; "trước" ends the day before."""
    (found,) = find_deadlines(text, issued=ISSUED)
    assert (found.date, found.due) == (None, last)


@pytest.mark.parametrize(("text", "words", "day", "recurring"), CASES)
def test_a_deadline_is_found_and_normalised(
    text: str, words: str, day: str | None, recurring: bool
) -> None:
    """The words as written, the exact day only where they name one, whether it returns."""
    (found,) = find_deadlines(text, issued=ISSUED)
    assert (found.text, found.recurring) == (words, recurring)
    assert (found.date.isoformat() if found.date else None) == day
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Công điện số 225/CĐ-TTg ngày 20/11/2025",
        "tính đến hết ngày 17/11/2025, Hệ thống ghi nhận",
        "Quyết định này có hiệu lực từ ngày 05 tháng 01 năm 2026.",
        "Quy định này thay thế quy định cũ từ ngày 05 tháng 01 năm 2026.",
        "rà soát các vụ việc từ ngày 01/01/2024.",
        "bố trí trong dự toán chi ngân sách hàng năm.",
        "đối với các nhiệm vụ được giao trong năm 2025, tiếp tục rà soát",
        "đạt mục tiêu 50% xã không có ma túy vào năm 2030.",
        "Đối với các nhiệm vụ triển khai trong năm 2025, các sở chủ động cân đối",
        "giải quyết hồ sơ tồn đọng trước ngày 01/7/2025.",
        "trực bảo đảm thông tin 24/24 giờ trong ngày.",
        "ngay sau khi nhận được Công điện này, các địa phương rà soát",
        "thu ngân sách mới được 60% trong tháng 12/2025",
        "đôn đốc, kiểm tra, định kỳ sơ kết, tổng kết việc thực hiện Chương trình",
        "Thực hiện Kế hoạch tổ chức hội nghị số 12/KH-UBND ngày 06/4/2026 của Ủy ban nhân dân tỉnh",
        "tổ chức hội nghị ngày 06/4/2025 thành công",
        "phân công công chức phụ trách phòng đọc; mở cửa ít nhất 20 giờ mỗi tuần, có buổi tối.",
    ],
)
def test_other_dates_are_no_deadlines(text: str) -> None:
    """A date that only identifies or describes binds nobody."""
    assert find_deadlines(text, issued=ISSUED) == []


def test_how_many_a_month_is_an_amount() -> None:
    """So many samples a month say how much is done."""
    assert find_deadlines("lấy mẫu kiểm nghiệm ít nhất 30 mẫu mỗi tháng.", issued=ISSUED) == []


def test_a_term_counted_from_the_issue_date_has_its_last_day() -> None:
    """Five working days after Sunday 23 November 2025 end on Friday the 28th."""
    (found,) = find_deadlines("trong 05 ngày làm việc kể từ ngày ký Công điện", issued=ISSUED)
    assert (found.date, found.due) == (None, date(2025, 11, 28))


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("Thời gian thực hiện: Hoàn thành trong năm 2025.", "trong năm 2025", date(2025, 12, 31)),
        ("Thời gian: Thực hiện thường xuyên .", "thường xuyên", None),
        ("Thời gian thực hiện: Quý IV năm 2025.", "Quý IV năm 2025", date(2025, 12, 31)),
        ("Thời gian hoàn thành: 15/12/2025", "15/12/2025", date(2025, 12, 15)),
        ("Thời gian: Tháng 9/2026", "Tháng 9/2026", date(2026, 9, 30)),
        ("Thời gian: Tháng 11 - 12/2025", "Tháng 11 - 12/2025", date(2025, 12, 31)),
        ("Thời gian hoàn thành: Năm 2025-2030", "Năm 2025-2030", date(2030, 12, 31)),
        ("Thời gian: Giai đoạn 2026 - 2030", "Giai đoạn 2026 - 2030", date(2030, 12, 31)),
        ("Thời gian: Trước năm 2030.", "Trước năm 2030", date(2029, 12, 31)),
        ("Thời gian: từ quý IV/2025 đến quý II/2026", "từ quý IV/2025 đến quý II/2026", date(2026, 6, 30)),
        ("Thời gian: Năm 2025 và các năm tiếp theo.", "Năm 2025 và các năm tiếp theo", None),
    ],
)  # fmt: skip
def test_the_time_line_of_a_plan_is_read(text: str, words: str, due: date | None) -> None:
    """Everything behind the colon but the verbs is the time."""
    found = stated_time(text, issued=ISSUED)
    assert found is not None
    assert (found.text, found.due) == (words, due)


@pytest.mark.parametrize("text", ["ngày 31/02/2025", "ngày 99/99/2025", "2025", ""])
def test_impossible_dates_are_none(text: str) -> None:
    """What is no day of the calendar is not read as one."""
    assert read_date(text) is None


def test_many_deadlines_in_one_line_cost_no_more_each() -> None:
    """A line of two thousand sentences is read in time that grows with its length only."""
    sentence = "Sở Y tế báo cáo trước ngày 15/12/2025. "
    found = find_deadlines(sentence * 2000, issued=ISSUED)
    assert len(found) == 2000
    assert {deadline.text for deadline in found} == {"trước ngày 15/12/2025"}


@pytest.mark.parametrize(
    ("line", "words", "day"),
    [
        ("Thời gian thực hiện: trình Chính phủ trước ngày 15 tháng 4 năm 2024.", "trước ngày 15 tháng 4 năm 2024", "2024-04-15"),
        ("Thời gian: hoàn thành trước ngày 20/3/2024; gửi kết quả trước ngày 31/3/2024", "trước ngày 20/3/2024; trước ngày 31/3/2024", None),
        ("Thời gian: đợt 1 xong trước ngày 30/4/2026, đợt 2 xong trước ngày 30/9/2026.", "trước ngày 30/4/2026; trước ngày 30/9/2026", None),
        ("Thời gian: hoàn thành trước ngày 30/6/2026, sau đó cập nhật 02 lần/năm.", "trước ngày 30/6/2026; 02 lần/năm", None),
        ("Thời gian thực hiện: giai đoạn 1 xong trước ngày 31 tháng 12 năm 2025; các năm tiếp theo cập nhật thường xuyên.",
         "trước ngày 31 tháng 12 năm 2025; thường xuyên", None),
        ("Thời gian hoàn thành: Tập huấn xong trước ngày 30/4/2026; luân phiên bác sĩ thực hiện cả năm.",
         "trước ngày 30/4/2026; cả năm", None),
        ("Thời gian: Hằng năm, trước 30/11", "Hằng năm, trước 30/11", None),
        ("Thời gian: Tháng 4 - 6/2026", "Tháng 4 - 6/2026", None),
    ],
)  # fmt: skip
def test_the_time_that_a_line_of_a_plan_states(line: str, words: str, day: str | None) -> None:
    """Without what is done by then; two months of a year are no day."""
    found = stated_time(line, issued=ISSUED)
    assert found is not None
    assert (found.text, found.date and found.date.isoformat()) == (words, day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (("Bước 3: Trong vòng 30 ngày làm việc kể từ ngày nhận đủ báo cáo về số liệu tổng dân số, tổng số hộ, số hộ "
         "nghèo của các tỉnh, Bộ trưởng Bộ Dân tộc và Tôn giáo ban hành Quyết định."),
         ("Trong vòng 30 ngày làm việc kể từ ngày nhận đủ báo cáo về số liệu tổng dân số, tổng số hộ, số hộ nghèo của "
         "các tỉnh")),
        (("Trường hợp có khiếu nại, trong thời hạn 07 ngày làm việc, kể từ ngày nhận được ý kiến phản ánh, khiếu nại, "
         "Chủ tịch Ủy ban nhân dân xã tổ chức xem xét;"),
         "trong thời hạn 07 ngày làm việc, kể từ ngày nhận được ý kiến phản ánh, khiếu nại"),
        ("Trong 05 ngày kể từ ngày nhận hồ sơ, trường hợp cần thiết, Sở Y tế kiểm tra.",
         "Trong 05 ngày kể từ ngày nhận hồ sơ"),
        (("gửi hồ sơ trong thời hạn 15 ngày làm việc kể từ ngày Ủy ban nhân dân tỉnh chỉ đạo triển khai, tổ chức thực "
         "hiện. Trong đó:"),
         "trong thời hạn 15 ngày làm việc kể từ ngày Ủy ban nhân dân tỉnh chỉ đạo triển khai, tổ chức thực hiện"),
        ("báo cáo trong 05 ngày kể từ ngày nhận được văn bản, tổng hợp, Sở Y tế theo dõi.",
         "trong 05 ngày kể từ ngày nhận được văn bản"),
        (("trong thời gian 05 ngày làm việc kể từ khi dịch vụ công được hiển thị công khai theo quy định tại Điều 20 "
         "Thông tư số 01/2023/TT-VPCP."),
         "trong thời gian 05 ngày làm việc kể từ khi dịch vụ công được hiển thị công khai"),
        ("dừng hoạt động đối với cơ sở thuộc nhóm phải dừng sau 30 ngày kể từ ngày lập biên bản mà không khắc phục.",
         "sau 30 ngày kể từ ngày lập biên bản"),
        ("xét nghiệm trong thời hạn 07 ngày làm việc kể từ ngày nhận mẫu và gửi kết quả cho Đoàn kiểm tra.",
         "trong thời hạn 07 ngày làm việc kể từ ngày nhận mẫu"),
        ("kiểm đếm thiệt hại trong vòng 05 ngày kể từ khi nhận tin báo theo chỉ đạo của Ủy ban nhân dân tỉnh.",
         "trong vòng 05 ngày kể từ khi nhận tin báo"),
        ("gửi ý kiến trước thời hạn yêu cầu.", "trước thời hạn yêu cầu"),
        ("gửi đến cơ quan cần xin ý kiến ít nhất 03 ngày làm việc trước thời hạn quy định (trừ khẩn cấp).",
         "ít nhất 03 ngày làm việc trước thời hạn quy định"),
        ("khởi công khu nhà lưu trú 2.400 chỗ ở, hoàn thành năm 2026.", "năm 2026"),
        ("gửi báo cáo tháng về Sở Tài chính trước ngày 03 của tháng tiếp theo sau tháng cuối cùng của kỳ báo cáo.",
         "trước ngày 03 của tháng tiếp theo sau tháng cuối cùng của kỳ báo cáo"),
        ("không để người dân ở lại trên lồng bè kể từ 08 giờ 00 ngày 06/11/2025 cho đến khi bão tan.",
         "kể từ 08 giờ 00 ngày 06/11/2025 cho đến khi bão tan"),
        ("theo dõi việc thực hiện Kế hoạch này; định kỳ báo cáo kết quả về Bộ Công an.", "định kỳ"),
        ("Định kỳ hoặc đột xuất báo cáo Ủy ban nhân dân Tỉnh.", "Định kỳ hoặc đột xuất"),
        ("giám sát việc thực hiện và định kỳ hoặc đột xuất báo cáo Ủy ban nhân dân tỉnh.", "định kỳ hoặc đột xuất"),
        ("phân bổ kinh phí; định kỳ báo cáo Sở Y tế trước ngày 25 hàng tháng.", "trước ngày 25 hàng tháng"),
        ("làm rõ việc xuất hóa đơn khống; định kỳ ngày 05 hằng tháng gửi số liệu.", "định kỳ ngày 05 hằng tháng"),
        ("đôn đốc thực hiện; định kỳ chiều thứ Năm hằng tuần tổng hợp.", "định kỳ chiều thứ Năm hằng tuần"),
        ("trình mức thu tiền sử dụng khu vực biển trước kỳ họp HĐND tỉnh tháng 12/2026.",
         "trước kỳ họp HĐND tỉnh tháng 12/2026"),
        ("thông báo biểu đồ chạy tàu điều chỉnh cho Sở Xây dựng sở tại trước 05 ngày làm việc.",
         "trước 05 ngày làm việc"),
        ("trường hợp buộc phải cắt điện phải báo cho Khu Bảo tồn trước 24 giờ.", "trước 24 giờ"),
        ("thông báo kết quả dò tìm bom mìn cho địa phương ít nhất 07 ngày trước ngày ra quân;",
         "ít nhất 07 ngày trước ngày ra quân"),
        ("gỡ bỏ các hội nhóm rao bán chim trời, lưới mờ, thực hiện thường xuyên.", "thường xuyên"),
        ("phát tờ rơi cho chủ nhà nghỉ, homestay trước dịp nghỉ lễ 30/4.", "trước dịp nghỉ lễ 30/4"),
        ("thí điểm bán vé điện tử cho dịch vụ mô tô nước trong 06 tháng cuối năm 2026.",
         "trong 06 tháng cuối năm 2026"),
        ("Định kỳ 03 năm một lần hoặc khi cần thiết, Bộ Nông nghiệp và Môi trường thực hiện điều tra.",
         "Định kỳ 03 năm một lần hoặc khi cần thiết"),
        ("Định kỳ hằng quý, hằng năm công bố kết quả đánh giá.", "Định kỳ hằng quý, hằng năm"),
        ("bốc xếp Gành Hào, đưa vào sử dụng trước vụ muối 2025 - 2026;", "trước vụ muối 2025 - 2026"),
        ("nâng cấp lưới điện 3 pha trước mùa thả giống tháng 5 năm 2026;", "trước mùa thả giống tháng 5 năm 2026"),
    ],
)  # fmt: skip
def test_a_term_is_read_to_its_end(text: str, words: str) -> None:
    """What it is counted from may have commas, up to whom it binds, and many words."""
    assert [found.text for found in find_deadlines(text, issued=ISSUED)] == [words]


def test_what_began_before_the_document_is_no_deadline() -> None:
    """A quarter or school year that is past says since when things are so."""
    assert (
        find_deadlines("thực hiện từ Quý II/2024 và từ năm học 2023 - 2024.", issued=ISSUED) == []
    )


def test_a_day_without_its_year_returns_with_what_is_done_every_year() -> None:
    """The day of a yearly report is never overdue: after it comes the next."""
    text = "định kỳ hằng năm gửi báo cáo Bộ Khoa học và Công nghệ trước ngày 15 tháng 12"
    assert [
        (found.recurring, found.date, found.due) for found in find_deadlines(text, issued=ISSUED)
    ] == [
        (True, None, None),
        (True, None, None),
    ]
    (once,) = find_deadlines("gửi báo cáo trước ngày 15 tháng 12", issued=ISSUED)
    assert (once.recurring, once.date) == (False, date(2025, 12, 15))
    (going_on,) = find_deadlines("hoàn thành trong quý I/2026 và các năm tiếp theo", issued=ISSUED)
    assert (going_on.recurring, going_on.due) == (True, None)


def test_how_things_stood_is_no_deadline() -> None:
    """A month that a figure is of is past, and so are months that were over when it was issued."""
    assert find_deadlines("mất mùa do mưa từ tháng 3 đến tháng 5 năm 2025", issued=ISSUED) == []
    assert find_deadlines("thu ngân sách đạt 60% trong tháng 9/2025", issued=ISSUED) == []


def test_a_time_said_twice_is_one() -> None:
    """A leaf that repeats its own term has that term once."""
    text = "xong trước ngày 26/11/2025; báo cáo trước ngày 26/11/2025; gửi trước ngày 05/12/2025."
    found = find_deadlines(text, issued=ISSUED)
    assert joined(found[:2]).text == "trước ngày 26/11/2025"
    assert joined(found[:2]).date == date(2025, 11, 26)
    assert joined(found).text == "trước ngày 26/11/2025; trước ngày 05/12/2025"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "mở các lớp bồi dưỡng cho tối thiểu 600 ngư dân trong năm 2026. Kinh phí do Sở Nội vụ trình "
                "UBND tỉnh trước ngày 15/02/2026."
            ),
            ["trong năm 2026", "trước ngày 15/02/2026"],
        ),
        (
            "mở các lớp bồi dưỡng cho 600 ngư dân trong năm 2026, bắt đầu trước ngày 15/02/2026.",
            ["trước ngày 15/02/2026"],
        ),
        (
            (
                "báo cáo xử lý các vướng mắc, trong đó phân loại: đã xử lý xong; tiếp tục được xử lý trong năm "
                "2026; gửi Bộ Tư pháp trước ngày 05 tháng 12 năm 2025."
            ),
            ["trước ngày 05 tháng 12 năm 2025"],
        ),
    ],
)
def test_the_year_of_the_work_is_a_term_of_its_own_part(text: str, words: list[str]) -> None:
    """Beside a term in the same part of a sentence it says no more; nor what a report tells of it."""
    assert [found.text for found in find_deadlines(text, issued=ISSUED)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Theo Tờ trình số 12/TTr-SXD ngày 05/12/2025 của Sở Xây dựng, giao Sở Tài chính bố trí vốn.",
        "Tổ chức thực hiện Kết luận của Thường trực ngày 05/12/2025.",
        "Tổ chức tuyên truyền kỷ niệm ngày 22/12/2025.",
    ],
)
def test_the_day_of_a_paper_or_an_anniversary_is_no_term(text: str) -> None:
    assert find_deadlines(text, issued=ISSUED) == []
