"""Orders as their sentences give them: classes narrowed down, who leads "do …", who helps, offices."""

from __future__ import annotations

import pytest

from corpus.document import Document, SourceLine
from corpus.parse import parse


def told(text: str) -> list[tuple[str, str, str | None]]:
    """(agency, role, deadline) of all tasks."""
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    parsed: Document = parse(lines, "a.txt", "0" * 64)
    return [
        (task.agency, str(task.role), task.deadline.text if task.deadline else None)
        for task in parsed.tasks
    ]


LEAD, JOINT, SUPPORT, GENERAL = "lead", "joint", "support", "general"
FRUIT = "Ủy ban nhân dân các tỉnh, thành phố có vùng trồng cây ăn quả xuất khẩu"
BOTH = (
    "Tỉnh ủy Vĩnh Long", "Ủy ban nhân dân tỉnh Vĩnh Long",
    "Tỉnh ủy Cà Mau", "Ủy ban nhân dân tỉnh Cà Mau",
)  # fmt: skip
COUNCIL = "Hội đồng nhân dân"
UNITS_MERGED = "các đơn vị hành chính liên quan đến việc thực hiện sắp xếp"
SIX = ("Xây dựng", "Công Thương", "Tài chính")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Ủy ban nhân dân các huyện, thành phố Cà Mau kiểm tra chợ.",
            [("Ủy ban nhân dân các huyện, thành phố Cà Mau", GENERAL, None)],
            id="the one city of a province is named among its districts",
        ),
        pytest.param(
            "1. Giám đốc Vườn quốc gia Mũi Cà Mau, Trưởng các Ban Quản lý rừng phòng hộ:\n- Lắp camera.",
            [
                ("Vườn quốc gia Mũi Cà Mau", JOINT, None),
                ("Các Ban Quản lý rừng phòng hộ", GENERAL, None),
            ],
            id="heads of a class behind the head of one body",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương khác có bến phà, bến khách"
            " ngang sông chủ động tự kiểm tra bến.",
            [
                (
                    "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương khác có bến phà, bến khách ngang sông",
                    GENERAL,
                    None,
                )
            ],
            id="the others of a class, and what they have",
        ),
        pytest.param(
            "1. Ban Quản lý KKT Dung Quất và các KCN Quảng Ngãi rà soát bãi thải.",
            [("Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi", LEAD, None)],
            id="the board of several zones",
        ),
        pytest.param(
            "1. Trung tâm Dịch vụ tổng hợp xã tuyên truyền trên loa.",
            [("Trung tâm Dịch vụ tổng hợp xã", LEAD, None)],
            id="of general services",
        ),
        pytest.param(
            "1. Bệnh viện Đa khoa tỉnh:\n- Thường trực 02 máy lọc máu, dự trữ đủ than hoạt.",
            [("Bệnh viện Đa khoa tỉnh", LEAD, None)],
            id="to hold two machines ready is no standing body",
        ),
        pytest.param(
            "1. Phòng Hành chính quản trị, Tổ Bảo vệ:\n- Lắp camera.",
            [("Phòng Hành chính quản trị", JOINT, None), ("Tổ Bảo vệ", JOINT, None)],
            id="a comma and another head word part two offices",
        ),
        pytest.param(
            "1. Phòng Công nghệ thông tin gắn thiết bị định vị trên xe.",
            [("Phòng Công nghệ thông tin", LEAD, None)],
            id="to fit a device is an order",
        ),
        pytest.param(
            "1. Sở Du lịch chủ trì cùng Bệnh viện Phong Da liễu Văn Môn sưu tầm hiện vật của khu nhà cũ.",
            [("Sở Du lịch", LEAD, None), ("Bệnh viện Phong Da liễu Văn Môn", SUPPORT, None)],
            id="a name ends before what is collected",
        ),
        pytest.param(
            "Nguyên nhân: Sở Y tế chậm ban hành quy hoạch chi tiết.",
            [],
            id="who was late is told nothing",
        ),
        pytest.param(
            "Điều 1. Đánh giá\nHội đồng nhân dân tỉnh cơ bản tán thành nội dung báo cáo, nhấn mạnh các nội dung sau:\n"
            "1. Kết quả: đã bố trí 41,7 tỷ đồng nạo vét kênh.",
            [],
            id="what a council agrees to is no order",
        ),
        pytest.param(
            "SỞ Y TẾ LẠNG SƠN\nBỆNH VIỆN ĐA KHOA TỈNH\nSố: 318/BVĐK-KHTH\nLạng Sơn, ngày 09 tháng 3 năm 2026\n"
            "Kính gửi: Các khoa, phòng\n\nGiám đốc Bệnh viện yêu cầu:\n\n"
            "1. Giao Phó Giám đốc Hoàng Thị Nhàn phụ trách, trực tiếp nhận phản ánh.",
            [("Phó Giám đốc Hoàng Thị Nhàn", LEAD, None)],
            id="a hospital's deputy by name",
        ),
        pytest.param(
            "1. Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư chịu trách nhiệm lắp bảng mã QR tại mỗi nhà.",
            [("Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư", LEAD, None)],
            id="three trades in one name, two words each",
        ),
        pytest.param(
            "1. Trung tâm Phục vụ hành chính công xã hội hóa việc trả kết quả tại nhà.",
            [("Trung tâm Phục vụ hành chính công", LEAD, None)],
            id="no commune in what it does",
        ),
        pytest.param(
            "1. Đề nghị Khu di tích Kim Liên hỗ trợ cây giống, cho phép dùng nguồn nước hồ điều hòa.",
            [("Khu di tích Kim Liên", LEAD, None)],
            id="a site",
        ),
        pytest.param(
            "1. Các đồng chí Ủy viên Ban Thường vụ được phân công phụ trách xóm trực tiếp dự sinh hoạt chi bộ.",
            [("Các đồng chí Ủy viên Ban Thường vụ được phân công phụ trách xóm", GENERAL, None)],
            id="whoever is in charge of a hamlet",
        ),
        pytest.param(
            "1. Trung tâm Y tế huyện Tiền Hải và Trung tâm Y tế huyện Thái Thụy lắp thiết bị bảo quản lạnh.",
            [
                ("Trung tâm Y tế huyện Tiền Hải", JOINT, None),
                ("Trung tâm Y tế huyện Thái Thụy", JOINT, None),
            ],
            id="two bodies that begin alike",
        ),
        pytest.param(
            "1. Trung tâm Y tế dự phòng tỉnh chủ trì, phối hợp với Phòng Y tế các huyện, thành phố quan trắc nước thải.",
            [
                ("Trung tâm Y tế dự phòng tỉnh", LEAD, None),
                ("Phòng Y tế các huyện, thành phố", SUPPORT, None),
            ],
            id="an office of every district",
        ),
        pytest.param(
            "1. Ủy ban nhân dân các huyện Ninh Hải, Thuận Nam và thành phố Phan Rang - Tháp Chàm thống kê thiệt hại.",
            [
                ("Ủy ban nhân dân huyện Ninh Hải", JOINT, None),
                ("Ủy ban nhân dân huyện Thuận Nam", JOINT, None),
                ("Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm", JOINT, None),
            ],
            id="a city with a dash in its name",
        ),
        pytest.param(
            "1. UBND các huyện, thành phố Long Khánh, Biên Hòa\n\n- Xây dựng kế hoạch chi tiết của địa phương.",
            [
                ("Ủy ban nhân dân thành phố Long Khánh", JOINT, None),
                ("Ủy ban nhân dân thành phố Biên Hòa", JOINT, None),
                ("Ủy ban nhân dân các huyện", GENERAL, None),
            ],
            id="all districts, and the cities by name",
        ),
        pytest.param(
            "1. Giao Phó Thủ tướng Chính phủ Trần Lưu Quang, Chủ tịch Ủy ban An toàn giao thông Quốc gia trực tiếp chỉ đạo.",
            [("Phó Thủ tướng Chính phủ Trần Lưu Quang", LEAD, None)],
            id="what a person heads besides",
        ),
        pytest.param(
            "1. Bệnh viện Nhi cử cán bộ hỗ trợ kỹ thuật cho các trạm y tế trên địa bàn.\n"
            "2. Bệnh viện Đa khoa Hưng Hà\nDừng ngay việc đốt thủ công, ký hợp đồng vận chuyển chất thải về cụm.",
            [("Bệnh viện Nhi", LEAD, None), ("Bệnh viện Đa khoa Hưng Hà", LEAD, None)],
            id="a hospital's heading above its orders",
        ),
        pytest.param(
            "1. Các chi ủy, chi bộ trực thuộc đưa nội dung giải quyết hồ sơ vào sinh hoạt.\n\n"
            "2. Các đơn vị trong toàn ngành xuất trình hợp đồng.",
            [
                ("Các chi ủy, chi bộ trực thuộc", GENERAL, None),
                ("Các đơn vị trong toàn ngành", GENERAL, None),
            ],
            id="all cells of a party, all of a trade",
        ),
        pytest.param(
            "a) Chi trả hỗ trợ cho trẻ học tại trường dân lập, tư thục, thời gian không quá 09 tháng.\n"
            "Chủ trì: UBND các huyện, thành phố.\nPhối hợp: Liên đoàn Lao động tỉnh.",
            [
                ("Ủy ban nhân dân các huyện, thành phố", GENERAL, None),
                ("Liên đoàn Lao động tỉnh", SUPPORT, None),
            ],
            id="a line of its own says who leads, below a full line",
        ),
        pytest.param(
            "1. Giám đốc các bệnh viện: Bạch Mai, Nhi Trung ương mỗi đơn vị lập một đội hồi sức cơ động gồm 06 người.",
            [("Bệnh viện Bạch Mai", JOINT, None), ("Bệnh viện Nhi Trung ương", JOINT, None)],
            id="each of them",
        ),
        pytest.param(
            "1. Sở Tài chính chủ trì, phối hợp với Quỹ Bảo vệ và phát triển rừng tỉnh đề xuất mức bồi dưỡng.\n\n"
            "2. Trong khi chờ hỗ trợ, Quỹ Phòng, chống thiên tai tỉnh tạm ứng 2 tỷ đồng.",
            [
                ("Sở Tài chính", LEAD, None),
                ("Quỹ Bảo vệ và phát triển rừng tỉnh", SUPPORT, None),
                ("Quỹ Phòng, chống thiên tai tỉnh", LEAD, None),
            ],
            id="a province's funds",
        ),
        pytest.param(
            "4. Ủy ban nhân dân các xã, phường và các chủ rừng\n\n- Ký cam kết với từng hộ có rẫy giáp rừng.",
            [("Ủy ban nhân dân các xã, phường", GENERAL, None), ("Các chủ rừng", GENERAL, None)],
            id="owners beside authorities",
        ),
        pytest.param(
            "3. UBND các huyện, thành phố, thị xã, các chủ rừng báo cáo tình hình trước 16 giờ 00 hàng ngày.",
            [
                (
                    "Ủy ban nhân dân các huyện, thành phố, thị xã, các chủ rừng",
                    GENERAL,
                    "trước 16 giờ 00 hàng ngày",
                )
            ],
            id="owners in one list with authorities",
        ),
        pytest.param(
            "1. Các đội khám lưu động báo cáo kết quả về Sở Y tế.",
            [("Các đội khám lưu động", GENERAL, None)],
            id="a team that examines",
        ),
        pytest.param(
            "b) Các Cục quản lý nhà nước chuyên ngành: theo chức năng, nhiệm vụ được giao có trách nhiệm phối hợp.",
            [("Các Cục quản lý nhà nước chuyên ngành", GENERAL, None)],
            id="departments by their trades",
        ),
        pytest.param(
            "1. Cơ quan, tổ chức quản lý trực tiếp có văn bản đề nghị khôi phục thiết bị lưu khóa bí mật.",
            [("Cơ quan, tổ chức quản lý trực tiếp", GENERAL, None)],
            id="what tells a class from others ends with no verb",
        ),
        pytest.param(
            "1. Các cơ quan theo thẩm quyền khẩn trương thực hiện các công tác chuẩn bị cần thiết.",
            [("Các cơ quan theo thẩm quyền", GENERAL, None)],
            id="bodies by what they are in charge of",
        ),
        pytest.param(
            "1. Phối hợp với Viện Y học Hải quân khám, phân loại sức khỏe cho toàn bộ thợ lặn.\n\n"
            "2. Sở Y tế phối hợp với Viện Y học Hải quân khám, phân loại sức khỏe.",
            [("Sở Y tế", LEAD, None), ("Viện Y học Hải quân", SUPPORT, None)],
            id="to examine is no part of a name",
        ),
        pytest.param(
            "1. Giao Chánh Văn phòng Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn tổng hợp tình hình.",
            [
                (
                    "Văn phòng Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn",
                    LEAD,
                    None,
                )
            ],
            id="the office of a committee with a comma in its name",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân các tỉnh: Nghệ An, Thừa Thiên Huế chuẩn bị sẵn phao quây.",
            [
                ("Ủy ban nhân dân tỉnh Nghệ An", JOINT, None),
                ("Ủy ban nhân dân tỉnh Thừa Thiên Huế", JOINT, None),
            ],
            id="a province that is a city now",
        ),
        pytest.param(
            "4. Chi cục trưởng Chi cục Kiểm lâm, Giám đốc Sở Nội vụ báo cáo kết quả.",
            [("Chi cục Kiểm lâm", JOINT, None), ("Sở Nội vụ", JOINT, None)],
            id="the head of a department's branch",
        ),
        pytest.param(
            "1. Cơ quan tiếp nhận hồ sơ:\n\na) Sở Khoa học và Công nghệ đối với thủ tục gia hạn.",
            [],
            id="for what a body is, and no order",
        ),
        pytest.param(
            "Điều 3. Giao Giám đốc Công an tỉnh thực hiện các nhiệm vụ sau:\n\n"
            "b) Chủ trì, phối hợp với Giám đốc Sở Khoa học và Công nghệ\n\n- Đồng bộ đầy đủ danh mục.",
            [("Công an tỉnh", LEAD, None), ("Sở Khoa học và Công nghệ", SUPPORT, None)],
            id="a heading that says whom to work with",
        ),
        pytest.param(
            "Điều 2. Nội dung phân cấp\n\n1. Sở Tài chính\n\na) Thu hồi tài sản công tại các cơ quan.\n\n"
            "b) Điều chuyển tài sản công; có trách nhiệm báo cáo kết quả.",
            [("Sở Tài chính", LEAD, None)],
            id="what a body may decide is no order",
        ),
        pytest.param(
            "8. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố có vùng trồng cây ăn quả xuất khẩu\n\n"
            "- Rà soát sản lượng.",
            [(FRUIT, GENERAL, None)],
            id="a class with a phrase, in a heading",
        ),
        pytest.param(
            "1. Các địa phương có xã biên giới đất liền tập trung nguồn lực cao nhất.",
            [("Các địa phương có xã biên giới đất liền", GENERAL, None)],
            id="a class with a phrase, before its order",
        ),
        pytest.param(
            "1. Ủy ban nhân dân các xã, phường ven sông kiểm tra bến bãi.",
            [("Ủy ban nhân dân các xã, phường ven sông", GENERAL, None)],
            id="along a river",
        ),
        pytest.param(
            "Điều 34. Nhiệm vụ, quyền hạn của Bộ Nội vụ\n\n1. Ban hành và quản lý các chương trình bồi dưỡng.",
            [("Bộ Nội vụ", LEAD, None)],
            id="duties and powers, in a heading",
        ),
        pytest.param(
            "Điều 17. Trách nhiệm của Văn thư cơ quan\n\n1. Tiếp nhận, quản lý chữ ký số.",
            [("Văn thư cơ quan", GENERAL, None)],
            id="a charge of whoever they are",
        ),
        pytest.param(
            "Điều 6. Trách nhiệm của thuê bao trong việc bảo mật\n\n1. Giữ bí mật mật khẩu.",
            [("Thuê bao", GENERAL, None)],
            id="what a charge is about is no name",
        ),
        pytest.param(
            "Điều 7. Nội dung Sở Xây dựng có trách nhiệm phối hợp\n\n1. Tham mưu chỉ đạo công tác cấp phép.",
            [("Sở Xây dựng", LEAD, None)],
            id="what a body is responsible for, in a heading",
        ),
        pytest.param(
            "1. Cán bộ kỹ thuật vận hành trạm thu dữ liệu có trách nhiệm tiếp nhận kế hoạch thu hằng ngày.",
            [("Cán bộ kỹ thuật vận hành trạm thu dữ liệu", GENERAL, "hằng ngày")],
            id="a duty of whoever the sentence names",
        ),
        pytest.param(
            "1. Ủy ban nhân dân cấp xã được giao vốn thực hiện dự án có trách nhiệm thông báo rộng rãi.",
            [("Ủy ban nhân dân cấp xã được giao vốn thực hiện dự án", GENERAL, None)],
            id="a class by what it was given",
        ),
        pytest.param(
            "1. Sở Công Thương có nhiệm vụ phối hợp với Sở Xây dựng tổ chức kiểm tra.",
            [("Sở Công Thương", LEAD, None), ("Sở Xây dựng", SUPPORT, None)],
            id="has the task",
        ),
        pytest.param(
            "2. Bộ Nội vụ[6] chịu trách nhiệm chỉ đạo tiếp nhận, quản lý chế độ trợ cấp.",
            [("Bộ Nội vụ", LEAD, None)],
            id="a footnote's mark behind a name",
        ),
        pytest.param(
            "2. Tổ trưởng Tổ Kiểm tra có trách nhiệm lập hồ sơ. Hồ sơ gồm có các văn bản sau đây:\n\n"
            "a) Biên bản kiểm tra;",
            [],
            id="papers are told nobody",
        ),
        pytest.param(
            "1. Thực hiện có trách nhiệm cam kết quốc tế.",
            [],
            id="responsibly is no duty",
        ),
        pytest.param(
            "2. Người không có nhiệm vụ không được vào chợ ngoài giờ mở cửa.",
            [],
            id="who has no task",
        ),
        pytest.param(
            "2. Cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân thành phố\n\n"
            "a) Thu hồi tài sản công.",
            [
                (
                    "Cơ quan chuyên môn, tổ chức hành chính khác thuộc Ủy ban nhân dân thành phố",
                    GENERAL,
                    None,
                )
            ],
            id="specialised bodies and other administrations",
        ),
        pytest.param(
            "7. Trung tâm Xúc tiến đầu tư, thương mại và du lịch\n\n- Tổ chức tuần hàng.",
            [("Trung tâm Xúc tiến đầu tư, thương mại và du lịch", LEAD, None)],
            id="a comma in the name that a heading is",
        ),
        pytest.param(
            "1. Ủy ban nhân dân các xã, phường có trách nhiệm rà soát.",
            [("Ủy ban nhân dân các xã, phường", GENERAL, None)],
            id="to be responsible narrows nothing",
        ),
        pytest.param(
            "1. Rà soát giấy phép. Sở Nông nghiệp và Môi trường chủ trì, Thuế tỉnh và Công an tỉnh "
            "phối hợp; báo cáo trước ngày 15/4/2026.",
            [
                ("Sở Nông nghiệp và Môi trường", LEAD, "trước ngày 15/4/2026"),
                ("Thuế tỉnh", SUPPORT, "trước ngày 15/4/2026"),
                ("Công an tỉnh", SUPPORT, "trước ngày 15/4/2026"),
            ],
            id="who helps stands before the verb",
        ),
        pytest.param(
            "1. Thử nghiệm cát biển (Sở Xây dựng chủ trì; Sở Khoa học và Công nghệ, Sở Tài chính phối hợp).",
            [
                ("Sở Xây dựng", LEAD, None),
                ("Sở Khoa học và Công nghệ", SUPPORT, None),
                ("Sở Tài chính", SUPPORT, None),
            ],
            id="who helps, in parentheses behind a semicolon",
        ),
        pytest.param(
            "1. Việc lập danh mục do Sở Nội vụ chủ trì, Bảo tàng tỉnh và Sở Tài chính phối hợp, hoàn "
            "thành trong Quý I năm 2026.",
            [
                ("Sở Nội vụ", LEAD, "trong Quý I năm 2026"),
                ("Bảo tàng tỉnh", SUPPORT, "trong Quý I năm 2026"),
                ("Sở Tài chính", SUPPORT, "trong Quý I năm 2026"),
            ],
            id="by whom it is led",
        ),
        pytest.param(
            "1. Sở Tài chính\n\n- Đầu tư hệ thống kết nối với dự án do Bộ Công an chủ trì theo chức năng.",
            [("Sở Tài chính", LEAD, None)],
            id="whose project it is gives them no task",
        ),
        pytest.param(
            "1. Sở Tài chính tham mưu bổ sung kinh phí. Sở Ngoại vụ liên hệ cơ quan đại diện Việt Nam.",
            [("Sở Tài chính", LEAD, None), ("Sở Ngoại vụ", LEAD, None)],
            id="a verb that is not listed, beside an order",
        ),
        pytest.param(
            "Sở Ngoại vụ liên hệ cơ quan đại diện Việt Nam năm 2024.\n\n1. Sở Y tế rà soát.",
            [("Sở Y tế", LEAD, None)],
            id="the same in a preamble is no order",
        ),
        pytest.param(
            "1. Giao đồng chí Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên kiểm tra thực địa.",
            [("Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên", LEAD, None)],
            id="a deputy by office and name",
        ),
        pytest.param(
            "1. Phân công Phó Thủ tướng Chính phủ Trần Hồng Hà chỉ đạo chung, Phó Thủ tướng Chính phủ "
            "Mai Văn Chính kiểm tra tại Cao Bằng.",
            [
                ("Phó Thủ tướng Chính phủ Trần Hồng Hà", JOINT, None),
                ("Phó Thủ tướng Chính phủ Mai Văn Chính", JOINT, None),
            ],
            id="two persons in one order",
        ),
        pytest.param(
            "1. Giám đốc các Công ty cổ phần Đường sắt: Thanh Hóa, Nghệ Tĩnh cử người phối hợp.",
            [
                ("Công ty cổ phần Đường sắt Thanh Hóa", JOINT, None),
                ("Công ty cổ phần Đường sắt Nghệ Tĩnh", JOINT, None),
            ],
            id="companies that share the first half of their name",
        ),
        pytest.param(
            "1. Ban Quản lý Cảng cá, bến cá tỉnh giám sát sản lượng.",
            [("Ban Quản lý Cảng cá, bến cá tỉnh", LEAD, None)],
            id="a name with a comma",
        ),
        pytest.param(
            "1. Trung tâm Y tế, Công an tỉnh rà soát.",
            [("Trung tâm Y tế", JOINT, None), ("Công an tỉnh", JOINT, None)],
            id="a comma between two bodies",
        ),
        pytest.param(
            "a) Nội dung: Xây dựng chuỗi cung cấp rau.\n\n"
            "b) Cơ quan chủ trì: Sở Công Thương. Cơ quan phối hợp: Hội Nông dân tỉnh. Thời gian: Tháng 10/2026.",
            [
                ("Sở Công Thương", LEAD, "Tháng 10/2026"),
                ("Hội Nông dân tỉnh", SUPPORT, "Tháng 10/2026"),
            ],
            id="three fields in one line of a plan",
        ),
        pytest.param(
            "1. Nhiệm vụ của thành viên Ban Chỉ đạo\n\n1.1. Trưởng Ban Chỉ đạo\n\n- Phụ trách chung.",
            [("Trưởng Ban Chỉ đạo", LEAD, None)],
            id="an office of a committee",
        ),
        pytest.param(
            "1. Sở Tài chính\n\n1.1. Trách nhiệm của đối tượng thực hiện kiểm kê:\n\n- Chuẩn bị hồ sơ.",
            [("Đối tượng thực hiện kiểm kê", GENERAL, None)],
            id="a charge to others ends the one above",
        ),
        pytest.param(
            "1. Các cơ quan tham mưu (gồm các Sở: Xây dựng, Công Thương, Tài chính)\n\n- Hướng dẫn kiểm kê.",
            [(f"Sở {name}", JOINT, None) for name in SIX],
            id="a class spelled out in parentheses",
        ),
        pytest.param(
            "1. Cục Thuế\n\n- Tham mưu sửa đổi Thông tư quy định về đường ngang và cấp giấy phép xây dựng "
            "công trình, trong đó:\n\n+ Bổ sung tiêu chí.",
            [("Cục Thuế", LEAD, None), ("Cục Thuế", LEAD, None)],
            id="an order that leads over to its parts",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố khu vực Bắc Bộ và Bắc Trung Bộ căn cứ tình hình, rà soát.",
            [
                (
                    "Ủy ban nhân dân các tỉnh, thành phố khu vực Bắc Bộ và Bắc Trung Bộ",
                    GENERAL,
                    None,
                )
            ],
            id="a class of a region",
        ),
        pytest.param(
            "1. Đề nghị Hội Nghề cá tỉnh làm cầu nối với chủ nậu vựa.",
            [("Hội Nghề cá tỉnh", LEAD, None)],
            id="a name ends before làm",
        ),
        pytest.param(
            "1. Trường hợp tàu đủ điều kiện thì Sở Nông nghiệp và Môi trường làm thủ tục đăng ký.",
            [("Sở Nông nghiệp và Môi trường", LEAD, None)],
            id="behind thì",
        ),
        pytest.param(
            "1. Các doanh nghiệp chế biến, xuất khẩu thủy sản không thu mua hải sản không rõ nguồn gốc.",
            [("Các doanh nghiệp chế biến, xuất khẩu thủy sản", GENERAL, None)],
            id="what must not be done",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân các tỉnh còn lại trong khu vực trung du, miền núi phía Bắc chỉ đạo che chắn chuồng trại.",
            [
                (
                    "Ủy ban nhân dân các tỉnh còn lại trong khu vực trung du, miền núi phía Bắc",
                    GENERAL,
                    None,
                )
            ],
            id="the rest of a region of two lands",
        ),
        pytest.param(
            "6. Ngoài nhiệm vụ nêu tại khoản 5, Sở Y tế và Công an tỉnh còn có trách nhiệm:\n- Bảo vệ các hang yến.",
            [("Sở Y tế", JOINT, None), ("Công an tỉnh", JOINT, None)],
            id="besides what else they are told",
        ),
        pytest.param(
            "1. Ủy ban nhân dân các xã giáp ranh tỉnh Đắk Lắk, Khánh Hòa trao đổi quy chế phối hợp.",
            [("Ủy ban nhân dân các xã giáp ranh tỉnh Đắk Lắk, Khánh Hòa", GENERAL, None)],
            id="bordering on two provinces",
        ),
        pytest.param(
            "1. Sở Xây dựng\n\na) Thanh tra việc cấp giấy phép các công trình nhà trọ.",
            [("Sở Xây dựng", LEAD, None)],
            id="to inspect is no inspectorate",
        ),
        pytest.param(
            "2. Các Sở Giáo dục và Đào tạo phối hợp với Sở Y tế thành lập đoàn kiểm tra.",
            [("Các Sở Giáo dục và Đào tạo", GENERAL, None), ("Sở Y tế", SUPPORT, None)],
            id="training is no creating",
        ),
        pytest.param(
            "7. Các chủ vật nuôi, cơ sở kinh doanh, phòng khám thú y, trạm cứu hộ động vật: Khai báo số lượng chó, mèo.",
            [
                (
                    "Các chủ vật nuôi, cơ sở kinh doanh, phòng khám thú y, trạm cứu hộ động vật",
                    GENERAL,
                    None,
                )
            ],
            id="a class of several nouns up to a colon",
        ),
        pytest.param(
            "8. Công ty Điện lực Lâm Đồng, Truyền tải điện Lâm Đồng: Kiểm tra hành lang đường dây.",
            [("Công ty Điện lực Lâm Đồng", JOINT, None), ("Truyền tải điện Lâm Đồng", JOINT, None)],
            id="who carries the current",
        ),
        pytest.param(
            "6. Đối với các đơn vị thuộc Bộ: Vụ Học sinh, sinh viên chủ trì, cùng Vụ Giáo dục Phổ thông "
            "xây dựng bộ tiêu chí; Viện Khoa học Giáo dục Việt Nam nghiên cứu khung thực đơn.",
            [
                ("Vụ Học sinh, sinh viên", LEAD, None),
                ("Vụ Giáo dục Phổ thông", SUPPORT, None),
                ("Viện Khoa học Giáo dục Việt Nam", LEAD, None),
            ],
            id="those of a class, right behind the colon",
        ),
        pytest.param(
            "9. Bộ trưởng Bộ Tài chính:\n\n(2) Cùng Bộ Nông nghiệp và Môi trường rà soát mức hỗ trợ.",
            [("Bộ Tài chính", LEAD, None), ("Bộ Nông nghiệp và Môi trường", SUPPORT, None)],
            id="together with",
        ),
        pytest.param(
            "- Nội dung: Duy trì phần mềm báo cáo ca bệnh chung. Cơ quan chủ trì: Sở Nông nghiệp và Môi trường; "
            "cơ quan phối hợp: Sở Y tế. Thời gian hoàn thành: trước ngày 15/02/2026.",
            [
                ("Sở Nông nghiệp và Môi trường", LEAD, "trước ngày 15/02/2026"),
                ("Sở Y tế", SUPPORT, "trước ngày 15/02/2026"),
            ],
            id="the fields of a plan behind its content",
        ),
        pytest.param(
            "8. Các sở, ban, ngành; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n\n"
            "a) Đề nghị Hội Liên hiệp Phụ nữ tỉnh, Tỉnh Đoàn vận động mỗi gia đình.",
            [("Hội Liên hiệp Phụ nữ tỉnh", JOINT, None), ("Tỉnh Đoàn", JOINT, None)],
            id="some of a heading that names a class too",
        ),
        pytest.param(
            "2. Bí thư Tỉnh ủy các tỉnh: Lào Cai, Cao Bằng chỉ đạo các đoàn thể quyên góp chăn ấm.",
            [("Tỉnh ủy Lào Cai", JOINT, None), ("Tỉnh ủy Cao Bằng", JOINT, None)],
            id="the party's committees of places",
        ),
        pytest.param(
            "9. Giao Phó Chủ tịch Ủy ban nhân dân tỉnh Cà Mau Huỳnh Quốc Toàn trực tiếp phụ trách, không để quá ngày 15/3/2026.",
            [
                (
                    "Phó Chủ tịch Ủy ban nhân dân tỉnh Cà Mau Huỳnh Quốc Toàn",
                    LEAD,
                    "không để quá ngày 15/3/2026",
                )
            ],
            id="a deputy of a province that is named, by name",
        ),
        pytest.param(
            "1.2. Nguồn thủy điện\n\nBộ Nông nghiệp và Môi trường:\n\na) Rà soát quy trình vận hành.\n\nb) Bố trí lịch lấy nước.",
            [("Bộ Nông nghiệp và Môi trường", LEAD, None)] * 2,
            id="a line that only names whom the items speak to",
        ),
        pytest.param(
            "6. Các doanh nghiệp đầu tư trạm sạc\n\n- Bảo đảm trụ sạc hoạt động.\n\n"
            "7. Các đơn vị kinh doanh vận tải bằng xe buýt, xe taxi\n\n- Đào tạo lại lái xe.",
            [
                ("Các doanh nghiệp đầu tư trạm sạc", GENERAL, None),
                ("Các đơn vị kinh doanh vận tải bằng xe buýt, xe taxi", GENERAL, None),
            ],
            id="a class by what it does, with a comma",
        ),
        pytest.param(
            "1. Phó Thủ tướng Chính phủ Nguyễn Bá Lộc thay mặt Thủ tướng Chính phủ chỉ đạo cung ứng điện.",
            [("Phó Thủ tướng Chính phủ Nguyễn Bá Lộc", LEAD, None)],
            id="on behalf of",
        ),
        pytest.param(
            "a) Bộ Công Thương trình cơ chế giá điện trong tháng 3 năm 2026, Bộ Tài chính cho ý kiến bằng văn bản "
            "trước ngày 15/02/2026.",
            [
                ("Bộ Công Thương", LEAD, "trong tháng 3 năm 2026"),
                ("Bộ Tài chính", LEAD, "trước ngày 15/02/2026"),
            ],
            id="another body behind a comma, each with its own deadline",
        ),
        pytest.param(
            "a) Bộ Công Thương gửi báo cáo về Bộ Nội vụ, Bộ Tài chính thẩm định.",
            [("Bộ Công Thương", LEAD, None)],
            id="one of those who receive",
        ),
        pytest.param(
            "5. Xây dựng hệ thống\n\n- Nội dung: kết nối dữ liệu tiêm chủng.\n\n"
            "- Cơ quan thực hiện: Bộ Y tế chủ trì, Bộ Công an phối hợp về định danh, an ninh dữ liệu.\n\n"
            "- Thời hạn trình Chính phủ: trước ngày 15 tháng 5 năm 2026.",
            [
                ("Bộ Y tế", LEAD, "trước ngày 15 tháng 5 năm 2026"),
                ("Bộ Công an", SUPPORT, "trước ngày 15 tháng 5 năm 2026"),
            ],
            id="a line of a plan that says who leads and who helps with what",
        ),
        pytest.param(
            "Thủ tướng yêu cầu Bộ Y tế, Bộ Công an:\n\n1. Bí thư tỉnh ủy và Chủ tịch Ủy ban nhân dân các tỉnh: Vĩnh Long "
            "và Cà Mau coi việc cấp nước là nhiệm vụ cấp bách, trong đó:\n\na) Lập danh sách từng hộ.",
            [(name, JOINT, None) for name in BOTH],
            id="a heading with a verb nobody listed still speaks to those it names",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân tỉnh An Giang, Chủ tịch Ủy ban nhân dân thành phố Cần Thơ điều tiết việc bơm tưới.",
            [
                ("Ủy ban nhân dân tỉnh An Giang", JOINT, None),
                ("Ủy ban nhân dân thành phố Cần Thơ", JOINT, None),
            ],
            id="two committees",
        ),
        pytest.param(
            "2. Đối với khu tái định cư xã Hạ Hòa: Ủy ban nhân dân tỉnh Phú Thọ chọn lại nhà thầu.",
            [("Ủy ban nhân dân tỉnh Phú Thọ", LEAD, None)],
            id="what it is about before the colon",
        ),
        pytest.param(
            "2. Đối với đường vào bản Hạ: Ủy ban nhân dân tỉnh Phú Thọ tráng lại mặt đường.",
            [("Ủy ban nhân dân tỉnh Phú Thọ", LEAD, None)],
            id="what it is about, and a verb nobody listed",
        ),
        pytest.param(
            "Thủ tướng yêu cầu Bộ Y tế, Bộ Công an:\n\n1. Sở Xây dựng đã xong phần việc, gồm:\n\na) Lập danh sách từng hộ.",
            [],
            id="items below a line on somebody else fall to nobody",
        ),
        pytest.param(
            "Họ và tên:\n\nCơ quan, tổ chức, đơn vị công tác:\n\nNgày sinh:\n\n1. Rà soát ưu điểm.\n\n2. Rà soát hạn chế.",
            [],
            id="the field of a form",
        ),
        pytest.param(
            "1. Việc hạ ngầm cáp do Tập đoàn Bưu chính Viễn thông Việt Nam thực hiện, Ban Quản lý dự án cung cấp mốc giới.",
            [("Tập đoàn Bưu chính Viễn thông Việt Nam", LEAD, None)],
            id="by whom it is done",
        ),
        pytest.param(
            "2. Ủy ban nhân dân các xã, phường có bến khách ngang sông, bến đò du lịch\n\n- Dừng ngay bến không phép.",
            [
                (
                    "Ủy ban nhân dân các xã, phường có bến khách ngang sông, bến đò du lịch",
                    GENERAL,
                    None,
                )
            ],
            id="two things they have",
        ),
        pytest.param(
            "9. Chủ bến, chủ phương tiện, hợp tác xã vận tải thủy\n\n- Trang bị đủ áo phao.",
            [("Chủ bến, chủ phương tiện, hợp tác xã vận tải thủy", GENERAL, None)],
            id="owners",
        ),
        pytest.param(
            "3. Chi cục Chăn nuôi, Thú y và Thủy sản chủ trì, Trung tâm Kiểm soát bệnh tật tỉnh phối hợp.",
            [
                ("Chi cục Chăn nuôi, Thú y và Thủy sản", LEAD, None),
                ("Trung tâm Kiểm soát bệnh tật tỉnh", SUPPORT, None),
            ],
            id="three trades in one name",
        ),
        pytest.param(
            "1. Sở Nội vụ trình danh mục tài liệu hết giá trị. Thời gian hoàn thành: Quý III/2026.",
            [("Sở Nội vụ", LEAD, "Quý III/2026")],
            id="a term of its own at the end",
        ),
        pytest.param(
            "Chủ tịch yêu cầu:\n\n1. Sở Y tế rà soát.\n\nNhận được Công điện này, các cơ quan, đơn vị, địa phương tổ chức thực hiện ngay.",
            [("Sở Y tế", LEAD, None), ("Các cơ quan, đơn vị, địa phương", GENERAL, None)],
            id="everybody, on receipt",
        ),
        pytest.param(
            "1. Chủ tịch Ủy ban nhân dân các tỉnh trực tiếp chỉ đạo, trong đó:\n\n"
            "(1) Phân công lực lượng trực, nhắc nhở tại các bãi tắm, bến sông.",
            [("Ủy ban nhân dân các tỉnh", GENERAL, None)],
            id="whom to post",
        ),
        pytest.param(
            "d) Nhà thầu nhập liệu phải nhập hai lần độc lập.",
            [("Nhà thầu nhập liệu", GENERAL, None)],
            id="what a contractor must do",
        ),
        pytest.param(
            "d) Người đứng đầu phải chịu trách nhiệm.",
            [],
            id="who must answer for it is told nothing",
        ),
        pytest.param(
            "1. Bộ Xây dựng hướng dẫn kết cấu chịu lực; Bộ Công an hướng dẫn phòng cháy, cả hai văn bản "
            "ban hành chậm nhất ngày 28 tháng 02 năm 2026.",
            [
                ("Bộ Xây dựng", LEAD, "chậm nhất ngày 28 tháng 02 năm 2026"),
                ("Bộ Công an", LEAD, "chậm nhất ngày 28 tháng 02 năm 2026"),
            ],
            id="a term of both",
        ),
        pytest.param(
            "1. Phân công Phó Thủ tướng Chính phủ Trần Hồng Hà chỉ đạo chung, Phó Thủ tướng Chính phủ Mai "
            "Văn Chính kiểm tra tại các tỉnh, báo cáo trước ngày 14/01/2026.",
            [
                ("Phó Thủ tướng Chính phủ Trần Hồng Hà", JOINT, "trước ngày 14/01/2026"),
                ("Phó Thủ tướng Chính phủ Mai Văn Chính", JOINT, "trước ngày 14/01/2026"),
            ],
            id="a term of persons sent out together",
        ),
        pytest.param(
            "3. Bộ trưởng Bộ Khoa học và Công nghệ chỉ đạo:\n\n"
            "- Các doanh nghiệp viễn thông xử lý dứt điểm SIM không chính chủ;\n\n"
            "- Chặn lọc tên miền lừa đảo.",
            [("Bộ Khoa học và Công nghệ", LEAD, None)] * 2,
            id="whom to direct",
        ),
        pytest.param(
            "Điều 11. Tổ chức thực hiện\n\n2. Giao Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân, "
            "các Tổ đại biểu và đại biểu Hội đồng nhân dân thành phố Hà Nội giám sát việc thực hiện Nghị quyết.",
            [
                ("Thường trực Hội đồng nhân dân", JOINT, None),
                (
                    f"Các Ban của {COUNCIL}, các Tổ đại biểu và đại biểu {COUNCIL} thành phố Hà Nội",
                    GENERAL,
                    None,
                ),
            ],
            id="who watches a council's resolution",
        ),
        pytest.param(
            "3. Hội đồng Dân tộc, các Ủy ban của Quốc hội, Đoàn đại biểu Quốc hội và đại biểu Quốc hội thành phố "
            "Cần Thơ, trong phạm vi nhiệm vụ, quyền hạn của mình, giám sát việc thực hiện Nghị quyết này.",
            [
                ("Hội đồng Dân tộc", JOINT, None),
                ("Đoàn đại biểu Quốc hội thành phố Cần Thơ", JOINT, None),
                ("Các Ủy ban của Quốc hội", GENERAL, None),
                ("Đại biểu Quốc hội thành phố Cần Thơ", GENERAL, None),
            ],
            id="a delegation and its members share the place behind",
        ),
        pytest.param(
            "1. Chính phủ, Hội đồng nhân dân, Ủy ban nhân dân thành phố Cần Thơ, chính quyền địa phương các đơn "
            "vị hành chính liên quan đến việc thực hiện sắp xếp và các cơ quan, tổ chức khác có liên quan có "
            "trách nhiệm tổ chức thi hành Nghị quyết này.",
            [
                ("Chính phủ", JOINT, None),
                ("Hội đồng nhân dân thành phố Cần Thơ", JOINT, None),
                ("Ủy ban nhân dân thành phố Cần Thơ", JOINT, None),
                (
                    f"Chính quyền địa phương {UNITS_MERGED} và các cơ quan, tổ chức khác có liên quan",
                    GENERAL,
                    None,
                ),
            ],
            id="a council and a committee share the place behind",
        ),
        pytest.param(
            "Điều 5. Thực hiện quyền, trách nhiệm quản lý cán bộ\n\n2. UBND tỉnh ủy quyền cho Giám đốc Sở Nội vụ:"
            "\n\na) Thông báo và quyết định nghỉ hưu.",
            [("Sở Nội vụ", LEAD, None)],
            id="whom the issuer lets act in its stead",
        ),
        pytest.param(
            "Điều 7. Thẩm quyền, trách nhiệm của doanh nghiệp\n\n1. Quản lý hồ sơ cán bộ các trường hợp thuộc "
            "thẩm quyền quản lý.",
            [("Doanh nghiệp", GENERAL, None)],
            id="powers and charge, in a title",
        ),
        pytest.param(
            "Điều 5. Quyền và trách nhiệm của thuê bao\n\n1. Giữ bí mật mật khẩu.",
            [("Thuê bao", GENERAL, None)],
            id="rights and charge, in a title",
        ),
        pytest.param(
            "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng\n\n2. Đối tượng áp dụng:\n\nb) Các cơ sở giáo dục "
            "mầm non, giáo dục phổ thông công lập chất lượng cao của thành phố Hà Nội;\n\nc) Cơ quan, tổ chức khác.",
            [],
            id="whom a regulation covers is told nothing there",
        ),
        pytest.param(
            "1. Lịch bảo trì được Công ty Điện lực Cà Mau báo tới hộ sử dụng chậm nhất 03 ngày trước khi ngừng cấp điện.",
            [("Công ty Điện lực Cà Mau", LEAD, "chậm nhất 03 ngày trước khi ngừng cấp điện")],
            id="a body that a thing is told by",
        ),
        pytest.param(
            "- Mùa khô năm trước đã xử lý 11 vụ găm hàng; năm nay Sở Công Thương tiếp tục kiểm soát giá.",
            [("Sở Công Thương", LEAD, None)],
            id="behind what was done the year before",
        ),
        pytest.param(
            "1. Sở Y tế phát tin cảnh báo, đồng thời Sở Xây dựng nhắn tin đến từng trưởng ấp.",
            [("Sở Y tế", LEAD, None), ("Sở Xây dựng", LEAD, None)],
            id="and at the same time another",
        ),
        pytest.param(
            "1. Giữ an toàn cho khu vực bỏ phiếu là yêu cầu đặt ra với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh.",
            [("Công an tỉnh", JOINT, None), ("Bộ Chỉ huy Quân sự tỉnh", JOINT, None)],
            id="what is demanded of bodies",
        ),
        pytest.param(
            "1. Nghiên cứu cảm biến đo mặn là việc của Sở Khoa học và Công nghệ, có Trường Đại học Trà Vinh cùng tham gia; kết quả công bố sau.",
            [("Sở Khoa học và Công nghệ", LEAD, None), ("Trường Đại học Trà Vinh", SUPPORT, None)],
            id="whose work it is, and who is there to help",
        ),
        pytest.param(
            "1. Vận động nhà đầu tư đăng ký sớm - trách nhiệm này thuộc Sở Công Thương.",
            [("Sở Công Thương", LEAD, None)],
            id="with whom a responsibility lies",
        ),
        pytest.param(
            "1. Sở Tài chính tổng hợp thành một báo cáo chung và cùng với Sở Xây dựng làm việc với bộ chuyên ngành.",
            [("Sở Tài chính", LEAD, None), ("Sở Xây dựng", SUPPORT, None)],
            id="and together with a helper",
        ),
        pytest.param(
            "8. Ở địa phương, người đứng đầu Ủy ban nhân dân cấp tỉnh:\n\n8.1. Kiện toàn Ban Chỉ đạo hai cấp.",
            [("Ủy ban nhân dân cấp tỉnh", GENERAL, None)],
            id="an office in small letters behind a phrase",
        ),
        pytest.param(
            "6. Ủy ban nhân dân xã Tân Thủy, xã Bảo Thạnh là hai địa bàn cửa sông cần đi trước một bước: kiểm kê bồn trữ nước.",
            [
                ("Ủy ban nhân dân xã Tân Thủy", JOINT, None),
                ("Ủy ban nhân dân xã Bảo Thạnh", JOINT, None),
            ],
            id="what the places are stands between",
        ),
        pytest.param(
            "4. Chủ tịch Ủy ban nhân dân thành phố Bến Tre, huyện Mỏ Cày Nam và huyện Ba Tri tổ chức tuần tra tại bến phà.",
            [
                ("Ủy ban nhân dân thành phố Bến Tre", JOINT, None),
                ("Ủy ban nhân dân huyện Mỏ Cày Nam", JOINT, None),
                ("Ủy ban nhân dân huyện Ba Tri", JOINT, None),
            ],
            id="districts, each with its rank",
        ),
        pytest.param(
            "5. Ủy ban nhân dân xã An Bình, huyện Ba Tri tổ chức tuần tra.",
            [("Ủy ban nhân dân xã An Bình", LEAD, None)],
            id="a commune of a district",
        ),
        *(
            pytest.param(
                f"5. Ủy ban nhân dân huyện {place} tổ chức tuần tra.",
                [(f"Ủy ban nhân dân huyện {place.partition(',')[0]}", LEAD, None)],
                id=place,
            )
            for place in ("Sóc Sơn, thành phố Hà Nội", "Ba Tri, tỉnh Bến Tre")
        ),
        pytest.param(
            "7. Giao Văn phòng Sở đăng Công văn này trên Trang thông tin điện tử.",
            [("Văn phòng Sở", LEAD, None)],
            id="what is posted",
        ),
        pytest.param(
            "6. Giao Phòng Nghiệp vụ Y chủ trì, Phòng Quản lý hành nghề và Văn phòng Sở phối hợp phúc tra 30% phòng khám.",
            [
                ("Phòng Nghiệp vụ Y", LEAD, None),
                ("Phòng Quản lý hành nghề", SUPPORT, None),
                ("Văn phòng Sở", SUPPORT, None),
            ],
            id="an office behind and",
        ),
        pytest.param(
            "8. Ban Xây dựng Đảng phối hợp với Trung tâm Chính trị liên xã số 3 biên tập tài liệu tuyên truyền.",
            [
                ("Ban Xây dựng Đảng", LEAD, None),
                ("Trung tâm Chính trị liên xã số 3", SUPPORT, None),
            ],
            id="what is edited",
        ),
        pytest.param(
            "1. Căn cứ Kế hoạch này, Thủ trưởng các sở, ngành; Chủ tịch Ủy ban nhân dân các xã, phường cụ thể hóa thành kế hoạch riêng.",
            [("Các sở, ngành; Ủy ban nhân dân các xã, phường", GENERAL, None)],
            id="a list with semicolons behind a phrase",
        ),
        pytest.param(
            "2. Lực lượng vũ trang tỉnh giúp dân chở nước; riêng Bộ đội Biên phòng bảo đảm mỗi đồn có bồn chứa.",
            [("Lực lượng vũ trang tỉnh", GENERAL, None), ("Bộ đội Biên phòng", LEAD, None)],
            id="one of several has an order of its own",
        ),
        pytest.param(
            "1. Sở Xây dựng địa phương thẩm định giá, xử lý cò mồi thì có Công an địa phương phối hợp, hỗ trợ.",
            [("Sở Xây dựng địa phương", GENERAL, None), ("Công an địa phương", SUPPORT, None)],
            id="the bodies of every place",
        ),
        pytest.param(
            "2. Thành lập đội khám lưu động\n\n- Công việc: Thành lập 45 đội.\n\n- Giao cho: Sở Y tế (chủ trì); Bệnh viện Đa khoa tỉnh (tham gia).",
            [("Sở Y tế", LEAD, None), ("Bệnh viện Đa khoa tỉnh", SUPPORT, None)],
            id="the roles of a plan in parentheses",
        ),
        pytest.param(
            "5. Truyền thông\n\n- Đầu việc: Xây dựng phóng sự.\n\n- Phụ trách: Sở Y tế.\n\n- Cùng tham gia: Đài Truyền hình Việt Nam.",
            [("Sở Y tế", LEAD, None), ("Đài Truyền hình Việt Nam", SUPPORT, None)],
            id="a plan in other words",
        ),
        pytest.param(
            "2. Trong thời hạn 30 ngày kể từ khi nhận được hồ sơ, Ủy ban nhân dân thành phố Hà Nội gửi Thường trực Hội đồng nhân dân Thành phố để xem xét, giao các Ban của Hội đồng nhân dân Thành phố thực hiện thẩm tra.",
            [
                (
                    "Ủy ban nhân dân thành phố Hà Nội",
                    LEAD,
                    "Trong thời hạn 30 ngày kể từ khi nhận được hồ sơ",
                )
            ],
            id="who acts, and lets others be charged",
        ),
        pytest.param(
            "1. Đồng ý về nguyên tắc. Công an tỉnh cập nhật hồ sơ, Sở Xây dựng chịu trách nhiệm bàn giao mặt bằng.",
            [("Công an tỉnh", LEAD, None), ("Sở Xây dựng", LEAD, None)],
            id="another in the same breath, in a later sentence",
        ),
        pytest.param(
            "1. Phát hành tờ rơi; Sở Y tế chủ trì, Sở Xây dựng cung cấp nội dung trước ngày 25/02/2026.",
            [
                ("Sở Y tế", LEAD, "trước ngày 25/02/2026"),
                ("Sở Xây dựng", SUPPORT, "trước ngày 25/02/2026"),
            ],
            id="a part of the work beside who leads it",
        ),
        pytest.param(
            "2. Sở Y tế\n\n- Phối hợp chặt chẽ với ngành Tài chính, các đơn vị liên quan; phối hợp với lực lượng Kiểm lâm tuần tra.",
            [
                ("Sở Y tế", LEAD, None),
                ("Ngành Tài chính", SUPPORT, None),
                ("Lực lượng Kiểm lâm", SUPPORT, None),
            ],
            id="a trade and a force help",
        ),
        pytest.param(
            "2. Sở Y tế\n\n- Phối hợp với các tổ chức chính trị - xã hội, các cơ quan báo chí triển khai.",
            [
                ("Sở Y tế", LEAD, None),
                ("Các tổ chức chính trị - xã hội", SUPPORT, None),
                ("Các cơ quan báo chí", SUPPORT, None),
            ],
            id="unions and the press help",
        ),
        pytest.param(
            "1. Giao Bộ Xây dựng chủ trì, làm việc với Bộ Tài chính để thống nhất.",
            [("Bộ Xây dựng", LEAD, None), ("Bộ Tài chính", SUPPORT, None)],
            id="who leads works with others",
        ),
        pytest.param(
            "1.2. Hỗ trợ về nhà ở\n\nỦy ban nhân dân các tỉnh, thành phố:\n\na) Huy động các nguồn lực.\n\nb) Rà soát quỹ đất.",
            [("Ủy ban nhân dân các tỉnh, thành phố", GENERAL, None)] * 2,
            id="a class named in a paragraph above the items",
        ),
        pytest.param(
            "1. Nội dung giám sát\n\n- Nội dung giám sát của chủ dự án thành phần\n\n+ Theo dõi, kiểm tra kết quả thực hiện.",
            [("Chủ dự án thành phần", GENERAL, None)],
            id="whose part the items are, in a heading",
        ),
        pytest.param(
            "2. Các bước giám sát\n\n- Cấp xã\n\n+ Thu thập các tài liệu liên quan.",
            [("Cấp xã", GENERAL, None)],
            id="a level, in a heading",
        ),
        pytest.param(
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: 71/BGDĐT-QLCL\n\nHà Nội, ngày 30 tháng 10 năm 2025\n\nCÔNG VĂN\n\n"
            "1. Thi thử\n\nĐối với các sở giáo dục và đào tạo, Bộ GDĐT yêu cầu:\n\na) Tổ chức cho học sinh đăng ký thử.",
            [("Các sở giáo dục và đào tạo", GENERAL, None)],
            id="whom the issuer asks is named without it",
        ),
        pytest.param(
            "1. Với tư cách thành viên, đề nghị Ủy ban MTTQ Việt Nam xã nhận và phân phối 300 suất quà.",
            [("Ủy ban Mặt trận Tổ quốc Việt Nam xã", LEAD, None)],
            id="abbreviations within a name are spelled out",
        ),
        pytest.param(
            "4. Cục Trồng trọt công bố khung thời vụ; lượng giống lúa dự phòng do Trung tâm Khuyến nông Quốc gia cân đối, cung ứng.",
            [("Cục Trồng trọt", LEAD, None), ("Trung tâm Khuyến nông Quốc gia", LEAD, None)],
            id="a thing done by others than those told before",
        ),
        pytest.param(
            "1. Lập danh sách\n\n- Việc phải làm: Đối chiếu dữ liệu.\n\n- Đơn vị chủ trì: Sở Y tế.\n\n- Hạn hoàn thành: trước ngày 15/02/2026.",
            [("Sở Y tế", LEAD, "trước ngày 15/02/2026")],
            id="a term in the line below",
        ),
        pytest.param(
            "1. Trưởng Ban Chỉ đạo Nhà nước các chương trình, công trình, dự án quan trọng quốc gia, trọng điểm ngành năng lượng và Bộ trưởng Bộ Công Thương chịu trách nhiệm thi hành.",
            [
                (
                    "Ban Chỉ đạo Nhà nước các chương trình, công trình, dự án quan trọng quốc gia, trọng điểm ngành năng lượng",
                    JOINT,
                    None,
                ),
                ("Bộ Công Thương", JOINT, None),
            ],
            id="a board whose name is a list",
        ),
        pytest.param(
            "1. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh chỉ đạo lực lượng công an xã, dân quân tự vệ tham gia cảnh giới, sơ tán người dân. "
            "Riêng Công an tỉnh thu hồi pháo, vật liệu nổ tự chế tại các xã ven rừng, báo cáo kết quả trước ngày 20/9/2019.",
            [
                ("Công an tỉnh", JOINT, "trước ngày 20/9/2019"),
                ("Bộ Chỉ huy Quân sự tỉnh", JOINT, None),
            ],
            id="a term of one of several",
        ),
        pytest.param(
            "1. Bộ Công an, Bộ Xây dựng mở làn ưu tiên trong vòng 30 phút; Bộ Xây dựng chủ trì xây dựng quy trình phối hợp, hoàn thành trước ngày 30 tháng 5 năm 2026.",
            [
                ("Bộ Công an", JOINT, "trong vòng 30 phút"),
                ("Bộ Xây dựng", JOINT, "trong vòng 30 phút; trước ngày 30 tháng 5 năm 2026"),
            ],
            id="a term of all and one of one of them",
        ),
        pytest.param(
            "1. Giao Bộ Y tế thẩm định. Bộ Tài chính có ý kiến bằng văn bản về nguồn kinh phí, gửi Bộ Y tế trước ngày 05 tháng 3 năm 2026.",
            [
                ("Bộ Y tế", LEAD, None),
                ("Bộ Tài chính", LEAD, "trước ngày 05 tháng 3 năm 2026"),
            ],
            id="an opinion in writing",
        ),
        pytest.param(
            "1. UBND các huyện: Định Quán, Tân Phú hỗ trợ giống cho người dân. UBND huyện Định Quán làm điểm tại xã Thanh Sơn, sơ kết trong Quý II/2020.",
            [
                ("Ủy ban nhân dân huyện Định Quán", JOINT, "trong Quý II/2020"),
                ("Ủy ban nhân dân huyện Tân Phú", JOINT, None),
            ],
            id="one of several goes first",
        ),
        pytest.param(
            "1. Báo Hà Tĩnh mở chuyên mục định kỳ 02 số/tháng; Đài Phát thanh và Truyền hình tỉnh ghi hình các nghệ nhân trước ngày 31/8/2020.",
            [
                ("Báo Hà Tĩnh", LEAD, "định kỳ 02 số/tháng"),
                ("Đài Phát thanh và Truyền hình tỉnh", LEAD, "trước ngày 31/8/2020"),
            ],
            id="a body that films",
        ),
        pytest.param(
            "1. Các bộ, ngành khác chủ động phối hợp, hỗ trợ các địa phương; Chủ tịch Ủy ban nhân dân các tỉnh giáp ranh: Lào Cai, Yên Bái tổng kiểm tra rượu lưu thông trên địa bàn.",
            [
                ("Các bộ, ngành khác", GENERAL, None),
                ("Ủy ban nhân dân tỉnh Lào Cai", JOINT, None),
                ("Ủy ban nhân dân tỉnh Yên Bái", JOINT, None),
            ],
            id="places behind what narrows them, who act for themselves",
        ),
        pytest.param(
            "1. Sở Công Thương chủ trì, phối hợp với các Sở, ban, ngành của tỉnh; Ủy ban nhân dân các xã, phường; các đơn vị có liên quan triển khai thực hiện Kế hoạch này.",
            [
                ("Sở Công Thương", LEAD, None),
                ("Các Sở, ban, ngành của tỉnh", SUPPORT, None),
                ("Ủy ban nhân dân các xã, phường", SUPPORT, None),
            ],
            id="helpers in a list with semicolons",
        ),
        pytest.param(
            "1. Đài Truyền hình Việt Nam, Thông tấn xã Việt Nam, Điện ảnh Quân đội nhân dân chia sẻ danh mục tư liệu đã số hóa để tránh làm trùng.",
            [
                ("Đài Truyền hình Việt Nam", JOINT, None),
                ("Thông tấn xã Việt Nam", JOINT, None),
                ("Điện ảnh Quân đội nhân dân", JOINT, None),
            ],
            id="a list that ends in a name not known",
        ),
        pytest.param(
            "1. Đề nghị Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam, Giáo hội Phật giáo Việt Nam và Hội đồng Giám mục Việt Nam phối hợp với Bộ Y tế vận động đồng bào.",
            [
                ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", JOINT, None),
                ("Giáo hội Phật giáo Việt Nam", JOINT, None),
                ("Hội đồng Giám mục Việt Nam", JOINT, None),
                ("Bộ Y tế", SUPPORT, None),
            ],
            id="churches",
        ),
        pytest.param(
            "1. Cục Điện ảnh chủ trì, phối hợp với Vụ Kế hoạch, Tài chính, Viện Phim Việt Nam tổng hợp danh mục, dự toán.",
            [
                ("Cục Điện ảnh", LEAD, None),
                ("Vụ Kế hoạch, Tài chính", SUPPORT, None),
                ("Viện Phim Việt Nam", SUPPORT, None),
            ],
            id="a comma in a name, and a helper behind it",
        ),
        pytest.param(
            "3. Khu Bảo tồn thiên nhiên - Văn hóa Đồng Nai; Vườn quốc gia Cát Tiên; Công ty TNHH MTV Lâm nghiệp La Ngà\n\n"
            "- Ký kết quy chế thông tin giáp ranh trước ngày 31/8/2019.",
            [
                ("Khu Bảo tồn thiên nhiên - Văn hóa Đồng Nai", JOINT, "trước ngày 31/8/2019"),
                ("Vườn quốc gia Cát Tiên", JOINT, "trước ngày 31/8/2019"),
                ("Công ty TNHH MTV Lâm nghiệp La Ngà", JOINT, "trước ngày 31/8/2019"),
            ],
            id="reserves and parks",
        ),
        pytest.param(
            "1. Các hộ kinh doanh tại chợ: Đưa cân đến kiểm định đúng đợt; không tự tháo niêm phong.",
            [("Các hộ kinh doanh tại chợ", GENERAL, None)],
            id="a class in other words, with its order behind the colon",
        ),
        pytest.param(
            "1. Các nhà hát, bảo tàng trực thuộc Bộ kiểm kê băng ghi hình vở diễn, hiện vật.",
            [("Các nhà hát, bảo tàng trực thuộc Bộ", GENERAL, None)],
            id="theatres and museums",
        ),
        pytest.param(
            "1. VASEP vận động hội viên không thu mua nguyên liệu không rõ nguồn gốc.",
            [("Hiệp hội Chế biến và Xuất khẩu Thủy sản Việt Nam", LEAD, None)],
            id="an association by its initials",
        ),
        pytest.param(
            "1. Về khen thưởng: Bộ Xây dựng với vai trò là cơ quan thường trực Ban Chỉ đạo, chủ động phối hợp với Bộ Nội vụ đề xuất khen thưởng.",
            [("Bộ Xây dựng", LEAD, None), ("Bộ Nội vụ", SUPPORT, None)],
            id="in the part that a body has",
        ),
        pytest.param(
            "1. Bộ Xây dựng chỉ đạo các hãng hàng không, Tổng công ty Cảng hàng không Việt Nam bố trí luồng kiểm soát riêng.",
            [("Bộ Xây dựng", LEAD, None)],
            id="a body in a list of those who are directed",
        ),
        pytest.param(
            "1. Ủy ban nhân dân các thành phố: Hà Nội, Huế bảo đảm mỗi địa bàn có ít nhất 01 đơn vị tư vấn; "
            "Ủy ban nhân dân các tỉnh, thành phố còn lại bố trí cán bộ đầu mối trước ngày 01 tháng 7 năm 2026.",
            [
                ("Ủy ban nhân dân thành phố Hà Nội", JOINT, None),
                ("Ủy ban nhân dân thành phố Huế", JOINT, None),
                (
                    "Ủy ban nhân dân các tỉnh, thành phố còn lại",
                    GENERAL,
                    "trước ngày 01 tháng 7 năm 2026",
                ),
            ],
            id="what is left of their kind",
        ),
        pytest.param(
            "1. Cục Cơ sở vật chất và Vụ Kế hoạch - Tài chính mở phần mềm nhập liệu.",
            [("Cục Cơ sở vật chất", JOINT, None), ("Vụ Kế hoạch - Tài chính", JOINT, None)],
            id="two departments of a ministry",
        ),
        pytest.param(
            "1. Đoàn TNCS Hồ Chí Minh tỉnh, Hội CCB tỉnh, LĐLĐ tỉnh tuyên truyền.",
            [
                ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", JOINT, None),
                ("Hội Cựu chiến binh tỉnh", JOINT, None),
                ("Liên đoàn Lao động tỉnh", JOINT, None),
            ],
            id="unions by their initials",
        ),
        pytest.param(
            "1. Đồng chí Trưởng Công an xã chỉ đạo lực lượng công an:\n\n- Tuần tra dọc hàng rào.\n\n"
            "2. Trưởng các thôn còn lại căn cứ điều kiện cụ thể để bổ sung quy ước.\n\n"
            "3. Hiệu trưởng các trường học trên địa bàn nhắc nhở học sinh không dắt trâu.",
            [
                ("Công an xã", LEAD, None),
                ("Các thôn còn lại", GENERAL, None),
                ("Các trường học trên địa bàn", GENERAL, None),
            ],
            id="who heads the police, the villages and the schools",
        ),
        pytest.param(
            "1. Giao Chi cục Kiểm lâm thường trực đường dây nóng.\n\n"
            "2. Công ty Thủy lợi Xuân Thủy thay toàn bộ cánh phai gỗ.",
            [("Chi cục Kiểm lâm", LEAD, None), ("Công ty Thủy lợi Xuân Thủy", LEAD, None)],
            id="verbs that names could go on with",
        ),
        pytest.param(
            "Điều 2. Để khắc phục hạn chế, Hội đồng nhân dân tỉnh yêu cầu và đề nghị:\n\n"
            "1. Đề nghị Tỉnh đoàn phát động phong trào đọc sách.",
            [("Tỉnh Đoàn", LEAD, None)],
            id="whoever asks below a heading is told nothing",
        ),
        pytest.param(
            "1. Bộ Công an chủ trì, phối hợp với cơ quan thi hành án dân sự xử lý tang vật.",
            [("Bộ Công an", LEAD, None), ("Cơ quan thi hành án dân sự", SUPPORT, None)],
            id="who enforces judgments",
        ),
        pytest.param(
            "1. Đề nghị các cơ quan hỗ trợ như sau:\n\na) Cục Thủy lợi cấp 5.000 bút đo mặn.\n\nBộ gửi kèm bộ Sổ tay gồm:\n\n- Sổ tay trữ nước ngọt hộ gia đình;\n\n- Tranh gấp, áp phích.",
            [("Cục Thủy lợi", LEAD, None)],
            id="a handbook's parts",
        ),
        pytest.param(
            "1. Sở Y tế báo cáo kết quả.\n\nĐể hỗ trợ các địa phương, Bộ phân công các đơn vị trực thuộc và đề nghị các cơ quan như sau:\n\na) Cục Thủy lợi cấp 5.000 bút đo mặn cho cấp xã.",
            [("Sở Y tế", LEAD, None), ("Cục Thủy lợi", LEAD, None)],
            id="whom the items name",
        ),
        pytest.param(
            "1. Thành phố Sóc Trăng: Lắp 09 cân gồm:\n\n- 04 cân tại Chợ Trung tâm Sóc Trăng;\n\n- Hướng dẫn khách cân lại.",
            [("Tỉnh Sóc Trăng", LEAD, None)],
            id="how much there is of a thing",
        ),
        pytest.param(
            "CHÍNH PHỦ\n\nSố: 58/NQ-CP\n\nNGHỊ QUYẾT\n\nVề dự án Luật\n\nĐiều 2. Chính phủ thống nhất hướng chỉnh lý một số nội dung lớn của dự án Luật như sau:\n\n"
            "1. Cho phép người từ đủ 16 tuổi đăng ký hiến sau khi chết.",
            [],
            id="what the Government agrees on",
        ),
    ],
)
def test_an_order_is_read_as_its_sentence_gives_it(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """Those it is given to, in their roles, and nobody else."""
    assert told(text) == expected


def test_a_ministry_lets_committees_give_the_work_to_their_departments() -> None:
    """Below their heading it is they who are told to; a province's own letter tells the department."""
    order = "1. Ủy ban nhân dân các tỉnh, thành phố:\n\na) Giao Sở Giáo dục và Đào tạo làm đầu mối."
    head = "Số: 74/{0}-HSSV\n\nHà Nội, ngày 30 tháng 10 năm 2025\n\nCÔNG VĂN\n\n" + order
    ministry = told("BỘ GIÁO DỤC VÀ ĐÀO TẠO\n\n" + head.format("BGDĐT"))
    assert [name for name, _, _ in ministry] == ["Ủy ban nhân dân các tỉnh, thành phố"]
    province = told("ỦY BAN NHÂN DÂN TỈNH BẮC NINH\n\n" + head.format("UBND"))
    assert [name for name, _, _ in province] == ["Sở Giáo dục và Đào tạo"]


def test_a_ministry_that_asks_others_is_told_to_ask() -> None:
    """In another's resolution: in a letter of its own it would be the others who are told."""
    order = "1. Bộ Công Thương yêu cầu Tập đoàn Điện lực Việt Nam cung cấp tro xỉ."
    resolution = (
        f"CHÍNH PHỦ\n\nSố: 58/NQ-CP\n\nHà Nội, ngày 01 tháng 3 năm 2026\n\nNGHỊ QUYẾT\n\n{order}"
    )
    assert told(resolution) == [("Bộ Công Thương", LEAD, None)]
    board = (
        "1. Trưởng ban Ban Quản lý các khu công nghiệp tỉnh yêu cầu doanh nghiệp tổ chức thực tập."
    )
    assert told(resolution.replace(order, board)) == [
        ("Ban Quản lý các khu công nghiệp tỉnh", LEAD, None)
    ]
    letter = f"BỘ CÔNG THƯƠNG\n\nSố: 58/BCT-TKNL\n\nHà Nội, ngày 01 tháng 3 năm 2026\n\n{order}"
    assert told(letter) == [("Tập đoàn Điện lực Việt Nam", LEAD, None)]


PROCEDURE = (
    "Điều 1. Công bố kèm theo Quyết định này thủ tục hành chính.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    "Nguyễn Văn A\n\nDANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ LĨNH VỰC DÂN TỘC\n\n"
    "1. Phê duyệt danh sách xã\n\na) Trình tự thực hiện\n\n- Cấp xã (Ủy ban nhân dân cấp xã):\n\n"
    "Bước 1: Căn cứ các tiêu chí để xác định thôn;\n\nBước 2: Lập báo cáo kết quả gửi Ủy ban nhân dân tỉnh.\n\n"
    "- Cấp tỉnh:\n\n"
    "Bước 1: Sau khi nhận được đủ báo cáo của các xã, Ủy ban nhân dân cấp tỉnh tổ chức rà soát, công bố.\n\n"
    "b) Cơ quan giải quyết: Bộ Dân tộc và Tôn giáo tổ chức rà soát."
)


def test_committees_of_communes_that_ask_the_province_are_told_to_ask() -> None:
    """The issuer gives nothing to itself by what others ask it; the comma behind "khi cần thiết" is missing."""
    decision = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nSố: 213/2025/QĐ-UBND\n\nHải Phòng, ngày 18 tháng 11 năm 2025\n\n"
        "QUYẾT ĐỊNH\nQuy định cấp dự báo cháy rừng\n\nĐiều 2. Biện pháp\n\n"
        "Khi cần thiết Chủ tịch Ủy ban nhân dân cấp xã đề nghị Chủ tịch Ủy ban nhân dân thành phố tăng cường lực lượng."
    )
    assert told(decision) == [("Ủy ban nhân dân cấp xã", GENERAL, None)]


def test_the_steps_of_a_procedure_within_the_administration_are_told() -> None:
    """To the level that the heading names, or the body of the step; what citizens go through is not,
    and nothing else of the form is."""
    assert told(PROCEDURE) == [
        ("Ủy ban nhân dân cấp xã", GENERAL, None),
        ("Ủy ban nhân dân cấp xã", GENERAL, None),
        ("Ủy ban nhân dân cấp tỉnh", GENERAL, None),
    ]
    assert told(PROCEDURE.replace(" NỘI BỘ", "")) == []


def test_a_form_below_the_title_of_an_annex_tells_nobody() -> None:
    """The request that is printed for others to sign is no order."""
    form = (
        "Điều 1. Ban hành.\n\nTM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\nPhụ lục I\n\n"
        "Mẫu số 01: Sử dụng cho các cơ quan Trung ương.\n\n"
        "(Tên cơ quan) đề nghị UBND thành phố Hà Nội xét, tặng thưởng danh hiệu."
    )
    assert told(form) == []
    assert len(told(form.replace("Mẫu số 01: Sử", "Sử"))) == 1


def test_a_table_behind_a_letter_tells_its_addressees_nothing() -> None:
    """The ward "Cấp cứu" could be an order, and is none."""
    letter = (
        "BỆNH VIỆN ĐA KHOA TỈNH\n\nSố: 412/BV-VTTB\n\nTiền Giang, ngày 19 tháng 5 năm 2023\n\n"
        "Kính gửi: Các khoa, phòng.\n\nGiám đốc yêu cầu:\n\n1. Kiểm tra bình ôxy.\n\n"
        "GIÁM ĐỐC\nVõ Thành Lộc\n\nBẢNG TỔNG HỢP KẾT QUẢ KIỂM TRA BÌNH ÔXY\n\n"
        "Khoa\n\nTổng số bình\n\nCấp cứu\n\n24\n\nNhi\n\n12"
    )
    assert told(letter) == [("Các khoa, phòng", GENERAL, None)]
    form = letter.replace("BẢNG TỔNG HỢP KẾT QUẢ", "PHỤ LỤC\n\nMẪU\nPHIẾU TỰ KIỂM TRA, KẾT QUẢ")
    assert told(form) == [("Các khoa, phòng", GENERAL, None)]


def test_an_opening_that_orders_before_its_items_is_told_too() -> None:
    """Reads "… thực hiện nghiêm túc. Cụ thể:": the sentence before it is an order of its own."""
    letter = (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: 5095/SGDĐT-CTTT\n\nHà Nội, ngày 02 tháng 12 năm 2025\n\nCÔNG VĂN\n\n"
        "Nhằm đảm bảo sức khỏe cho học sinh, Sở Giáo dục và Đào tạo đề nghị UBND các xã, phường thực hiện "
        "nghiêm túc, điều chỉnh lịch học. Cụ thể:\n\n- Cập nhật chất lượng không khí."
    )
    assert told(letter) == [("Ủy ban nhân dân các xã, phường", GENERAL, None)] * 2
    assert len(told(letter.replace(". Cụ thể:", ", cụ thể:"))) == 1
