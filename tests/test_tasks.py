"""Who must do what: complete, and nothing that is not theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document, Role, SourceLine, Task
from corpus.home import home_of
from corpus.parse import parse
from eval.tasks import GoldTask, documents_of, evaluate, read_gold, score


def document(text: str) -> Document:
    return parse(
        [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)], "a.txt", "0" * 64
    )


def told(parsed: Document) -> list[tuple[str, str, str]]:
    return [
        (task.agency, str(task.role), parsed.clauses[task.clause].text.split(" ", 3)[0])
        for task in parsed.tasks
    ]


LEAD, JOINT, SUPPORT, GENERAL = "lead", "joint", "support", "general"

CASES = [
    pytest.param(
        "2. Sở Y tế\n\n- Nâng cao năng lực xét nghiệm.\n\n- Rà soát trang thiết bị.",
        [("Sở Y tế", LEAD, "Nâng"), ("Sở Y tế", LEAD, "Rà")],
        id="inherited from a heading",
    ),
    pytest.param(
        "1. Sở Y tế báo cáo.\n\nCHỦ TỊCH\nLê Ngọc Châu\n\nPhụ lục 03\n\nNăm ......\n\n"
        "Cơ quan, tổ chức, đơn vị công tác:\n\nA. KẾT QUẢ ĐÁNH GIÁ\n\nChấp hành sự phân công của tổ chức",
        [("Sở Y tế", LEAD, "Sở")],
        id="a field of a form gives a part of it nothing",
    ),
    pytest.param(
        "1- Văn phòng Đảng ủy theo dõi, đôn đốc.\n\n2- Hội Nông dân xã\n\n- Lập danh sách hộ vay.\n\n- Xét duyệt.",
        [("Văn phòng Đảng ủy", LEAD, "Văn"), ("Hội Nông dân xã", LEAD, "Lập"), ("Hội Nông dân xã", LEAD, "Xét")],
        id="items as the party's bodies number them",
    ),
    pytest.param(
        "6. Đề nghị Hội Nông dân tỉnh chủ trì, cùng Sở Y tế thực hiện:\n\na) Duy trì mô hình.\n\nb) Vận động già làng.",
        [("Hội Nông dân tỉnh", LEAD, "Duy"), ("Sở Y tế", SUPPORT, "Duy"), ("Hội Nông dân tỉnh", LEAD, "Vận"),
         ("Sở Y tế", SUPPORT, "Vận")],
        id="a heading says who leads together with whom, and no more",
    ),
    pytest.param(
        "4. Công an tỉnh: Giám sát việc đeo khẩu trang.",
        [("Công an tỉnh", LEAD, "Công")],
        id="heading and task in one",
    ),
    pytest.param(
        "5. Bộ trưởng Bộ Tài chính chủ trì:\n\n(1) Phối hợp với Bộ Nội vụ rà soát.\n\n(2) Khẩn trương trình.",
        [("Bộ Tài chính", LEAD, "Phối"), ("Bộ Nội vụ", SUPPORT, "Phối"), ("Bộ Tài chính", LEAD, "Khẩn")],
        id="supporter inside",
    ),
    pytest.param(
        "1. Giám đốc Sở Công Thương, Giám đốc Sở Khoa học và Công nghệ Giám đốc Sở Tư pháp và các tổ chức, cá nhân có liên "
        "quan chịu trách nhiệm thi hành Quyết định này.",
        [("Sở Công Thương", JOINT, "Giám"), ("Sở Khoa học và Công nghệ", JOINT, "Giám"), ("Sở Tư pháp", JOINT, "Giám"),
         ("Các tổ chức, cá nhân có liên quan", GENERAL, "Giám")],
        id="a missing comma before a title",
    ),
    pytest.param(
        "1. Cục Hóa chất, Vụ Dầu khí và Than theo lĩnh vực được giao hướng dẫn các cơ sở lập kịch bản ứng phó.",
        [("Cục Hóa chất", JOINT, "Cục"), ("Vụ Dầu khí và Than", JOINT, "Cục")],
        id="in the field that each is given",
    ),
    pytest.param(
        "1. Trung tâm Y tế các huyện, thành phố tập huấn cho nhân viên y tế thôn cách gây nôn, sơ cứu co giật.",
        [("Trung tâm Y tế các huyện, thành phố", GENERAL, "Trung")],
        id="the same body of every district, and a verb with those for whom it is done",
    ),
    pytest.param(
        "1. Các bệnh viện, phòng khám ngoài công lập và các cơ sở khác tiếp nhận người bệnh có trách nhiệm báo cáo.",
        [("Các bệnh viện, phòng khám ngoài công lập và các cơ sở khác", GENERAL, "Các")],
        id="clinics are of a class",
    ),
    pytest.param(
        "1. Sở Nông nghiệp và Môi trường:\n\n- Phối hợp với Công ty TNHH MTV Lâm nghiệp La Ngà đặt 40 bẫy ảnh.",
        [("Sở Nông nghiệp và Môi trường", LEAD, "Phối"), ("Công ty TNHH MTV Lâm nghiệp La Ngà", SUPPORT, "Phối")],
        id="a name ends before what is set up",
    ),
    pytest.param(
        "1. Thứ trưởng Bộ Y tế Lưu Hạnh Nguyên làm Tổ trưởng Tổ công tác, họp giao ban hiện trường.",
        [("Thứ trưởng Bộ Y tế Lưu Hạnh Nguyên", LEAD, "Thứ")],
        id="who is to head a working group",
    ),
    pytest.param(
        "1. Ủy ban nhân dân các xã, phường:\n\n- Tại khu vực giáp ranh, các xã, phường ký quy chế phối hợp; Ủy ban nhân dân "
        "xã Bát Xát và Ủy ban nhân dân xã Bản Xèo ký xong trước ngày 31/3.",
        [("Các xã, phường", GENERAL, "Tại"), ("Ủy ban nhân dân xã Bát Xát", JOINT, "Tại"),
         ("Ủy ban nhân dân xã Bản Xèo", JOINT, "Tại")],
        id="who is to have signed",
    ),
    pytest.param(
        "1. Giao Sở Công Thương chủ trì, phối hợp với cơ quan, đơn vị có liên quan căn cứ Danh mục thủ tục hành chính được công "
        "bố tại Điều 1 Quyết định này có trách nhiệm:\n\na) Cung cấp đúng nội dung.\n\nb) Rà soát quy trình nội bộ.",
        [("Sở Công Thương", LEAD, "Cung"), ("Sở Công Thương", LEAD, "Rà")],
        id="a heading that only charges",
    ),
    pytest.param(
        "- 100% nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao cho các bộ, ngành, địa phương được theo dõi, giám sát, đánh giá "
        "trên môi trường điện tử.",
        [],
        id="which work it is, by who gives it",
    ),
    pytest.param(
        "1. Bộ Công Thương bảo đảm nguồn điện. Tập đoàn Điện lực Việt Nam không cắt điện sửa chữa theo kế hoạch.",
        [("Bộ Công Thương", LEAD, "Bộ"), ("Tập đoàn Điện lực Việt Nam", LEAD, "Bộ")],
        id="what is not to be cut",
    ),
    pytest.param(
        "1. Văn phòng Chính phủ theo dõi; các địa phương báo cáo kết quả về Sở Nông nghiệp và Môi trường trước 15 giờ hàng "
        "ngày, Sở Nông nghiệp và Môi trường tổng hợp, báo cáo trước 17 giờ hàng ngày.",
        [("Văn phòng Chính phủ", LEAD, "Văn"), ("Các địa phương", GENERAL, "Văn"),
         ("Sở Nông nghiệp và Môi trường", LEAD, "Văn")],
        id="another told behind what all report to it",
    ),
    pytest.param(
        "1. Giao Trung tâm Lao động ngoài nước là đơn vị duy nhất tổ chức tuyển chọn.",
        [("Trung tâm Lao động ngoài nước", LEAD, "Giao")],
        id="the part that a body is given, and a name with ngoài in it",
    ),
    pytest.param(
        "1. Trên cơ sở đề nghị của các địa phương, Bộ Xây dựng chủ trì cùng Bộ Tài chính rà soát, trình cấp có thẩm quyền "
        "bổ sung 1.940 tỷ đồng. Giao Bộ Tài chính hướng dẫn sử dụng kinh phí bảo trì.",
        [("Bộ Xây dựng", LEAD, "Trên"), ("Bộ Tài chính", LEAD, "Trên")],
        id="a helper that is told to act in another sentence",
    ),
    pytest.param(
        "1. Bộ Xây dựng hoàn thiện dự thảo Nghị định theo hướng giao Ủy ban nhân dân cấp xã xác nhận điều kiện thu nhập.",
        [("Bộ Xây dựng", LEAD, "Bộ")],
        id="whom a draft will give something to is told nothing",
    ),
    pytest.param(
        "1. Sở Y tế và Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan thực hiện.",
        [("Sở Y tế", JOINT, "Sở"), ("Sở Tài chính", JOINT, "Sở")],
        id="joint, and a catch-all is nobody",
    ),
    pytest.param(
        "1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường nghiêm túc thực hiện.",
        [("Các sở, ban, ngành; Ủy ban nhân dân các xã, phường", GENERAL, "Thủ")],
        id="groups in one breath",
    ),
    pytest.param(
        "1. Các Sở, ban, ngành\n\n- Gửi báo cáo trước ngày 05/12/2025. Trên cơ sở đó, Sở Nội vụ tổng hợp trước ngày 10/12/2025.",
        [("Các Sở, ban, ngành", GENERAL, "Gửi"), ("Sở Nội vụ", LEAD, "Gửi")],
        id="named inside a sentence",
    ),
    pytest.param(
        "1. Xây dựng chiến lược:\n\na) Nhiệm vụ: Hoàn thiện chiến lược dữ liệu.\n\nb) Cơ quan thực hiện:\n\n"
        "- Đơn vị chủ trì: Sở Khoa học và Công nghệ.\n\n- Đơn vị phối hợp: Sở Tài chính.\n\n"
        "c) Thời gian thực hiện: Hoàn thành trong năm 2025.",
        [("Sở Khoa học và Công nghệ", LEAD, "Nhiệm"), ("Sở Tài chính", SUPPORT, "Nhiệm")],
        id="the lines of a plan",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị:\n\n1. Quán triệt nghiêm chỉ đạo.\n\n2. Sở Y tế chủ động.",
        [("Các cơ quan, đơn vị", GENERAL, "Quán"), ("Sở Y tế", LEAD, "Sở")],
        id="the sentence before the items",
    ),
    pytest.param(
        "4. Sở Du lịch\n\n- Yêu cầu các cơ sở lưu trú khai báo ngay.",
        [("Sở Du lịch", LEAD, "Yêu")],
        id="what the addressee must ask of others is its own task",
    ),
    pytest.param(
        "1. Sở Y tế chủ động.\n\nVăn phòng Chính phủ thông báo để Bộ Y tế và các cơ quan liên quan biết, thực hiện./.",
        [("Sở Y tế", LEAD, "Sở")],
        id="the closing formula is no task",
    ),
    pytest.param(
        "1. Về đường ven biển: giao Bộ Xây dựng chủ trì xử lý.",
        [("Bộ Xây dựng", LEAD, "Về")],
        id="behind a topic",
    ),
    pytest.param(
        "1. Sở Y tế đã hoàn thành việc xét nghiệm.\n\n2. Trường hợp của Sở Y tế được xem xét.",
        [],
        id="what was done or is described binds nobody",
    ),
    pytest.param(
        "2. Sở Y tế hướng dẫn các đơn vị thực hiện các nội dung sau:\n\n- Khử khuẩn trường học.",
        [("Sở Y tế", LEAD, "Khử")],
        id="a body that is told to guide others",
    ),
    pytest.param(
        "1. Tại Phiên họp trước, Thủ tướng Chính phủ - Trưởng Ban Chỉ đạo đã giao 33 nhiệm vụ.\n\n"
        "2. Giao Bộ Tài chính - Cơ quan Thường trực Ban Chỉ đạo đôn đốc các địa phương.",
        [("Bộ Tài chính", LEAD, "Giao")],
        id="an office behind a dash",
    ),
    pytest.param(
        "1. Giao Công an tỉnh chủ trì, phối hợp với:\n\n- Sở Tài chính bố trí kinh phí.",
        [("Công an tỉnh", LEAD, "Sở"), ("Sở Tài chính", SUPPORT, "Sở")],
        id="helpers listed below whom they help",
    ),
    pytest.param(
        "1. Các sở, ban, ngành:\n\n- Yêu cầu Sở Y tế rà soát giường bệnh.\n\n- Báo cáo kết quả.",
        [("Sở Y tế", LEAD, "Yêu"), ("Các sở, ban, ngành", GENERAL, "Báo")],
        id="below a group a request narrows it down",
    ),
    pytest.param(
        "1. Về kho dự trữ: để xác định vị trí, Ủy ban nhân dân tỉnh Thanh Hóa rà soát quy hoạch; phối hợp với Bộ Công Thương bố trí quỹ đất.",
        [("Ủy ban nhân dân tỉnh Thanh Hóa", LEAD, "Về"), ("Bộ Công Thương", SUPPORT, "Về")],
        id="helpers behind a semicolon",
    ),
    pytest.param(
        "Kính gửi: Thuế tỉnh Sơn Hải.\n\nVề vấn đề này, Cục Thuế có ý kiến như sau:\n\n1. Thực hiện theo Nghị định số 70/2025/NĐ-CP.",
        [],
        id="an answer orders nothing",
    ),
    pytest.param(
        "Kính gửi: Thuế tỉnh Sơn Hải.\n\nCục Thuế hướng dẫn một số nội dung như sau:\n\n1. Rà soát hồ sơ tồn đọng.",
        [("Thuế tỉnh Sơn Hải", LEAD, "Rà")],
        id="guidance orders those it is sent to",
    ),
    pytest.param(
        "1. Sở Y tế\n\na) “Điều 5. Thực hiện kiểm dịch”.\n\nb) Rà soát quy trình.",
        [("Sở Y tế", LEAD, "Rà")],
        id="an article that is quoted",
    ),
    pytest.param(
        "1. Giao Sở Y tế thực hiện các nhiệm vụ gồm:\n\n- Rà soát quy trình.",
        [("Sở Y tế", LEAD, "Rà")],
        id="tasks that are listed are orders",
    ),
    pytest.param(
        "1. Thủ trưởng các cơ quan ngang Bộ; Giám đốc các Sở, Thủ trưởng các ngành thực hiện.",
        [("Các cơ quan ngang Bộ; các Sở, ngành", GENERAL, "Thủ")],
        id="titles between groups take their plural along",
    ),
    pytest.param(
        "1. Đối với kinh phí năm 2026, các sở, ban, ngành chủ động bố trí trong dự toán.",
        [("Các sở, ban, ngành", GENERAL, "Đối")],
        id="a group behind a circumstance",
    ),
    pytest.param(
        "1. Sở Y tế\n\n- Chủ trì, phối hợp với các doanh nghiệp viễn thông và các đơn vị khác nhắn tin cảnh báo.",
        [("Sở Y tế", LEAD, "Chủ"), ("Các doanh nghiệp viễn thông", SUPPORT, "Chủ")],
        id="bodies of one trade can help, others cannot",
    ),
    pytest.param(
        "1. Rà soát văn bản:\n\na) Nội dung: Rà soát văn bản về dữ liệu.\n\n"
        "b) Cơ quan thực hiện: Bộ Công an tổng hợp; các bộ, ngành và các doanh nghiệp nhà nước rà soát.",
        [("Bộ Công an", JOINT, "Nội"), ("Các bộ, ngành và các doanh nghiệp nhà nước", GENERAL, "Nội"),
         ("Bộ Công an", JOINT, "Cơ"), ("Các bộ, ngành và các doanh nghiệp nhà nước", GENERAL, "Cơ")],
        id="groups of one order in a plan are one addressee",
    ),
    pytest.param(
        "1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế, Ủy ban nhân dân các xã/phường:\n\n"
        "- Tập huấn cho giáo viên.",
        [("Sở Giáo dục và Đào tạo", LEAD, "Tập"), ("Sở Y tế", SUPPORT, "Tập"),
         ("Ủy ban nhân dân các xã/phường", SUPPORT, "Tập")],
        id="a heading that only says who leads and who helps",
    ),
    pytest.param(
        "1. Các cơ sở sản xuất giống, nuôi trồng thủy sản thương phẩm:\n\n- Theo dõi chất lượng nước.",
        [("Các cơ sở sản xuất giống, nuôi trồng thủy sản thương phẩm", GENERAL, "Theo")],
        id="a heading that is a class of bodies in words of its own",
    ),
    pytest.param(
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc các cấp thành phố Hà Nội tham gia giám sát.",
        [("Ủy ban Mặt trận Tổ quốc các cấp thành phố Hà Nội", GENERAL, "Đề")],
        id="the bodies of one kind at all levels",
    ),
    pytest.param(
        "1. Các sở, ngành, tổ chức chính trị - xã hội (sau đây gọi là cơ quan) và mọi người dân triển khai.",
        [("Các sở, ngành, tổ chức chính trị - xã hội", GENERAL, "Các")],
        id="organisations are no verb, and the people no body",
    ),
    pytest.param(
        "1. Ban Quản lý các Khu chế xuất và công nghiệp Thành phố tổ chức tập huấn.",
        [("Ban Quản lý các Khu chế xuất và công nghiệp Thành phố", LEAD, "Ban")],
        id="what a board manages belongs to its name",
    ),
    pytest.param(
        "1. Các doanh nghiệp đang hoạt động trong KCN tuân thủ quy định.",
        [("Các doanh nghiệp đang hoạt động trong Khu công nghiệp", GENERAL, "Các")],
        id="abbreviations in the name of a class",
    ),
    pytest.param(
        "1. Chánh Văn phòng UBND tỉnh, Giám đốc: Sở Y tế, Sở Nội vụ; Thủ trưởng các sở, ban, ngành; "
        "Chủ tịch UBND các xã, phường, đặc khu Lý Sơn và Thủ trưởng các đơn vị sự nghiệp công lập "
        "chịu trách nhiệm thi hành Quyết định này.",
        [("Văn phòng Ủy ban nhân dân tỉnh", JOINT, "Chánh"), ("Sở Y tế", JOINT, "Chánh"),
         ("Sở Nội vụ", JOINT, "Chánh"),
         ("Các sở, ban, ngành; Ủy ban nhân dân các xã, phường, đặc khu Lý Sơn và các đơn vị sự nghiệp công lập",
          GENERAL, "Chánh")],
        id="groups named one after the other are one addressee",
    ),
    pytest.param(
        "1. Tổ chức, cá nhân sử dụng điện cho sản xuất phải tuân thủ Luật Điện lực.\n\n"
        "2. Đơn vị quản lý, vận hành hệ thống chiếu sáng có trách nhiệm bảo vệ nguồn sáng.",
        [("Tổ chức, cá nhân sử dụng điện cho sản xuất", GENERAL, "Tổ"),
         ("Đơn vị quản lý, vận hành hệ thống chiếu sáng", GENERAL, "Đơn")],
        id="a class described by what it does",
    ),
    pytest.param(
        "1. Các địa phương khẩn trương sơ tán dân khi cần thiết phải cưỡng chế.",
        [("Các địa phương", GENERAL, "Các")],
        id="an order does not describe whom it is given to",
    ),
    pytest.param(
        "1.2. Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo\n\n- Tổng hợp kết quả kiểm kê.",
        [("Sở Tài chính", LEAD, "Tổng")],
        id="a heading that adds the office held",
    ),
    pytest.param(
        "1. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc các đơn vị, địa phương phản ánh về Sở Y tế.",
        [("Các đơn vị, địa phương", GENERAL, "Trong")],
        id="a comma that is missing behind difficulties",
    ),
    pytest.param(
        "1. Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huy động các nguồn lực.",
        [("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", LEAD, "Trung")],
        id="continuing education is no adverb",
    ),
    pytest.param(
        "1. Quỹ đầu tư phát triển Thành phố có trách nhiệm hạch toán, theo dõi riêng nguồn vốn.",
        [("Quỹ đầu tư phát triển Thành phố", LEAD, "Quỹ")],
        id="a fund is called by what it does",
    ),
    pytest.param(
        "1. Khuyến khích các doanh nghiệp thực hiện trách nhiệm xã hội.",
        [],
        id="what is encouraged is no duty",
    ),
    pytest.param(
        "1. Tổ chức kiểm tra việc thi hành Luật\n\n- Cơ quan thực hiện: Sở Nội vụ.\n\n- Thời gian thực hiện: Năm 2026.",
        [("Sở Nội vụ", LEAD, "Tổ")],
        id="a plan whose content is the heading",
    ),
    pytest.param(
        "4. Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình tỉnh\n\nChỉ đạo các cơ quan báo chí tăng thời lượng tuyên truyền.",
        [("Sở Văn hóa, Thể thao và Du lịch", JOINT, "Chỉ"),
         ("Báo và Phát thanh, Truyền hình tỉnh", JOINT, "Chỉ")],
        id="a paragraph below a line that only names bodies",
    ),
    pytest.param(
        "1. Trên đây là Kế hoạch. Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các cơ quan, đơn vị phản ánh kịp thời.",
        [("Các cơ quan, đơn vị", GENERAL, "Trên")],
        id="a request to everyone inside a sentence",
    ),
    pytest.param(
        "1. Sở Y tế gửi kèm bộ tài liệu gồm:\n\n- Cẩm nang phòng dịch;\n\n- Bảng tra cứu.",
        [],
        id="things that are listed are no orders",
    ),
    pytest.param(
        "III. TIÊU CHÍ THI ĐUA\n\n1. Đối với doanh nghiệp\n\n- Hoàn thành nghĩa vụ nộp thuế.",
        [],
        id="criteria are no orders",
    ),
    pytest.param(
        "1. Bộ Nội vụ đã có Văn bản số 80/BNV đề nghị các Bộ, ngành báo cáo thực trạng biên chế.",
        [],
        id="what was asked for before",
    ),
    pytest.param(
        "1. Chế độ báo cáo: UBND các xã, phường, các chủ rừng báo cáo trước 15h00 hàng ngày.",
        [("Ủy ban nhân dân các xã, phường, các chủ rừng", GENERAL, "Chế")],
        id="behind a colon",
    ),
    pytest.param(
        "1. Chủ tịch UBND các huyện: Nam Đàn, Nghi Lộc, ngoài các nhiệm vụ tại điểm 1, tổ chức diễn tập.",
        [("Ủy ban nhân dân huyện Nam Đàn", JOINT, "Chủ"), ("Ủy ban nhân dân huyện Nghi Lộc", JOINT, "Chủ")],
        id="besides what was told above",
    ),
    pytest.param(
        "1. Sở Y tế, Công an tỉnh duy trì lực lượng. Riêng Công an tỉnh phối hợp với Sở Nội vụ kiểm soát.",
        [("Sở Y tế", JOINT, "Sở"), ("Công an tỉnh", JOINT, "Sở"), ("Sở Nội vụ", SUPPORT, "Sở")],
        id="one of them again, with a helper",
    ),
    pytest.param(
        "1. Giao Văn phòng UBND tỉnh theo dõi. Nhận được Công điện, yêu cầu các đơn vị, địa phương tổ chức thực hiện.",
        [("Văn phòng Ủy ban nhân dân tỉnh", LEAD, "Giao"), ("Các đơn vị, địa phương", GENERAL, "Giao")],
        id="the issuer goes on",
    ),
    pytest.param(
        "1. Bộ Y tế giao các đơn vị trực thuộc hỗ trợ như sau: Viện Vệ sinh dịch tễ Trung ương là đầu mối; Cục Quản lý Khám, chữa bệnh cập nhật hướng dẫn.",
        [("Viện Vệ sinh dịch tễ Trung ương", LEAD, "Bộ"), ("Cục Quản lý Khám, chữa bệnh", LEAD, "Bộ")],
        id="dealt out behind a colon",
    ),
    pytest.param(
        "1. Các Sở, ban, ngành\n\n- Đối với dự án ven biển, yêu cầu UBND huyện Tiền Hải bàn giao mặt bằng.",
        [("Ủy ban nhân dân huyện Tiền Hải", LEAD, "Đối")],
        id="others than the class above",
    ),
    pytest.param(
        "1. Sở Y tế, UBND cấp xã có trách nhiệm:\n\na) Đối với thủ tục cấp tỉnh, Sở Y tế tham mưu.\n\nb) Thường xuyên theo dõi.",
        [
            ("Sở Y tế", LEAD, "Đối"),
            ("Sở Y tế", JOINT, "Thường"),
            ("Ủy ban nhân dân cấp xã", GENERAL, "Thường"),
        ],
        id="one of those above",
    ),
    pytest.param(
        "I. NHIỆM VỤ\n\n1. Xây dựng chuyên mục (Sở Y tế chủ trì, phối hợp với Sở Tài chính).\n\n2. Nâng cấp phần mềm (Đơn vị chủ trì: Sở Nội vụ; thời gian: Quý I/2026).",
        [("Sở Y tế", LEAD, "Xây"), ("Sở Tài chính", SUPPORT, "Xây"), ("Sở Nội vụ", LEAD, "Nâng")],
        id="in parentheses",
    ),
    pytest.param(
        "II. NỘI DUNG\n\n1. Nghị định về tài nguyên nước\nĐơn vị chủ trì: Vụ Pháp chế.\nĐơn vị phối hợp: Văn phòng Bộ.\nThời gian thực hiện: năm 2025.",
        [("Vụ Pháp chế", LEAD, "Nghị"), ("Văn phòng Bộ", SUPPORT, "Nghị")],
        id="lines of a plan without blank lines",
    ),
    pytest.param(
        "1. Công an thành phố Thái Bình, Chủ tịch UBND thành phố Thái Bình tổ chức tuần tra.",
        [("Công an thành phố Thái Bình", JOINT, "Công"), ("Ủy ban nhân dân thành phố Thái Bình", JOINT, "Công")],
        id="the city in the province of its name",
    ),
    pytest.param(
        "1. Giao Phòng Cảnh sát giao thông tuần tra; VNPT Tuyên Quang bảo đảm thông tin.",
        [("Phòng Cảnh sát giao thông", LEAD, "Giao"), ("VNPT Tuyên Quang", LEAD, "Giao")],
        id="names with a verb in them, and branches",
    ),
    pytest.param(
        "1. Phân công đồng chí Nguyễn Văn Đệ, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo.",
        [("Phó Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn Đệ", LEAD, "Phân")],
        id="a person by name and office",
    ),
    pytest.param(
        "1. Ban Thường vụ Tỉnh ủy, Thành ủy, Ủy ban nhân dân các tỉnh ven biển kiểm tra, rà soát tàu cá.",
        [("Ban Thường vụ Tỉnh ủy, Thành ủy, Ủy ban nhân dân các tỉnh ven biển", GENERAL, "Ban")],
        id="party and people's committees as one class",
    ),
    pytest.param(
        "1. Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh bố trí đủ máy móc.",
        [("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh", LEAD, "Ban")],
        id="a board of many words",
    ),
    pytest.param(
        "1. Văn phòng HĐND và UBND huyện, Phòng Giáo dục và Đào tạo theo dõi, đôn đốc.",
        [
            ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", JOINT, "Văn"),
            ("Phòng Giáo dục và Đào tạo", JOINT, "Văn"),
        ],
        id="offices of a district",
    ),
    pytest.param(
        "1. Sở Y tế, các doanh nghiệp viễn thông (VNPT Hà Tĩnh, Viettel Hà Tĩnh) bảo đảm thông tin.",
        [("Sở Y tế", JOINT, "Sở"), ("VNPT Hà Tĩnh", JOINT, "Sở"), ("Viettel Hà Tĩnh", JOINT, "Sở")],
        id="a class spelled out in parentheses",
    ),
    pytest.param(
        "1. Phó Chủ tịch UBND tỉnh Bùi Hải Nam trực tiếp chỉ đạo các dự án giao thông.",
        [("Phó Chủ tịch Ủy ban nhân dân tỉnh Bùi Hải Nam", LEAD, "Phó")],
        id="a deputy by name is no province",
    ),
    pytest.param(
        "1. Các bệnh viện công lập, ngoài công lập\n\na) Thực hiện phân luồng.\n\n2. Các đơn vị cấp nước rà soát mạng lưới.",
        [("Các bệnh viện công lập, ngoài công lập", GENERAL, "Thực"), ("Các đơn vị cấp nước", GENERAL, "Các")],
        id="classes told apart by what is no verb",
    ),
    pytest.param(
        "Điều 3. Trách nhiệm của tổ chức, cá nhân khai thác khoáng sản\n\n1. Lắp đặt trạm cân.",
        [("Tổ chức, cá nhân khai thác khoáng sản", GENERAL, "Lắp")],
        id="a class by what it does",
    ),
    pytest.param(
        "I. VIỆC\n\n1. Xây dựng dữ liệu (Sở Y tế và Công an tỉnh đồng chủ trì; phối hợp: Sở Tài chính).",
        [("Sở Y tế", JOINT, "Xây"), ("Công an tỉnh", JOINT, "Xây"), ("Sở Tài chính", SUPPORT, "Xây")],
        id="two who lead, in parentheses",
    ),
    pytest.param(
        "1. Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ, cơ quan khác ở Trung ương tập trung giải ngân.",
        [("Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ, cơ quan khác ở Trung ương", GENERAL, "Các")],
        id="every central body",
    ),
    pytest.param(
        "1. Bộ Công an, Cơ quan thường trực Đề án 06, chủ trì kiểm tra thực tế.",
        [("Bộ Công an", LEAD, "Bộ")],
        id="an office held is no other body",
    ),
    pytest.param(
        "1. Trưởng Ban Chỉ đạo biểu dương Bộ Công an, Bộ Tư pháp.\n\n2. Chính phủ thống nhất đánh giá: Kinh tế tiếp tục phục hồi.",
        [],
        id="praise and a view are no orders",
    ),
    pytest.param(
        "1. Tập đoàn Xăng dầu Việt Nam và các thương nhân đầu mối kinh doanh xăng dầu duy trì mức dự trữ.",
        [
            ("Tập đoàn Xăng dầu Việt Nam", JOINT, "Tập"),
            ("Các thương nhân đầu mối kinh doanh xăng dầu", GENERAL, "Tập"),
        ],
        id="a body and a class of traders",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("Viện kiểm sát nhân dân thành phố", ["Viện kiểm sát nhân dân thành phố"]),
        (
            "Đề nghị Viện kiểm sát nhân dân thành phố, Tòa án nhân dân thành phố",
            ["Viện kiểm sát nhân dân thành phố", "Tòa án nhân dân thành phố"],
        ),
        ("Đề nghị Ban Tuyên giáo và Dân vận Thành ủy", ["Ban Tuyên giáo và Dân vận Thành ủy"]),
        ("Ban Tổ chức Tỉnh ủy; Tỉnh Đoàn", ["Ban Tổ chức Tỉnh ủy", "Tỉnh Đoàn"]),
        (
            "Ban Thường trực Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Lai Châu",
            ["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lai Châu"],
        ),
        ("Ngân hàng Nhà nước chi nhánh Khu vực 14", ["Ngân hàng Nhà nước chi nhánh Khu vực 14"]),
        (
            "Ngân hàng Chính sách xã hội Chi nhánh tỉnh",
            ["Ngân hàng Chính sách xã hội Chi nhánh tỉnh"],
        ),
        (
            "Ủy ban nhân dân các tỉnh miền núi, trung du Bắc Bộ",
            ["Ủy ban nhân dân các tỉnh miền núi, trung du Bắc Bộ"],
        ),
        (
            "Các bệnh viện đa khoa, bệnh viện quận, huyện",
            ["Các bệnh viện đa khoa, bệnh viện quận, huyện"],
        ),
        ("Thi hành án dân sự thành phố", ["Thi hành án dân sự thành phố"]),
        ("Đảng ủy các xã, phường", ["Đảng ủy các xã, phường"]),
        ("Trạm Y tế các xã, phường", ["Trạm Y tế các xã, phường"]),
        ("Cấp ủy, chính quyền địa phương", ["Cấp ủy, chính quyền địa phương"]),
        ("Các tổ chức tín dụng trên địa bàn", ["Các tổ chức tín dụng trên địa bàn"]),
    ],
)
def test_a_heading_names_whom_the_lines_below_it_tell(heading: str, bodies: list[str]) -> None:
    """Bodies of a city, organs of the party, bodies that every commune has."""
    found = document(f"IV. PHÂN CÔNG\n\n1. {heading}\n\n- Tuyên truyền trên địa bàn.")
    assert sorted(task.agency for task in found.tasks) == sorted(bodies)


def test_rieng_takes_one_of_several_out() -> None:
    """What "Riêng A" must do, the others named in the heading need not."""
    found = document(
        "5. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh\n\n- Tuần tra, kiểm soát.\n\n"
        "- Riêng Bộ Chỉ huy Quân sự tỉnh chủ động trao đổi với lực lượng nước bạn."
    )
    assert told(found) == [
        ("Công an tỉnh", JOINT, "Tuần"),
        ("Bộ Chỉ huy Quân sự tỉnh", JOINT, "Tuần"),
        ("Bộ Chỉ huy Quân sự tỉnh", LEAD, "Riêng"),
    ]


def test_closing_articles_name_those_who_carry_the_decision_out() -> None:
    """Behind the day it takes effect, in a list with semicolons, of provinces named elsewhere; an
    article cut short by its converter is one sentence."""
    found = document(
        "Điều 2. Ủy quyền cho Lãnh đạo\nBộ Xây dựng thay mặt Chính phủ ký Hiệp định.\n\n"
        "Điều 3. Bộ trưởng các Bộ:\nXây dựng, Tư pháp chịu trách nhiệm thi hành Nghị quyết này./.\n\n"
        "Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám "
        "đốc Sở Nội vụ; Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này./.\n\n"
        "Điều 5. Bộ trưởng Bộ Y tế; Chủ tịch Ủy ban nhân dân các tỉnh, thành phố nêu tại Điều 1 chịu "
        "trách nhiệm thi hành Quyết định này./."
    )
    assert told(found) == [
        ("Bộ Xây dựng", LEAD, "Ủy"),
        ("Bộ Xây dựng", JOINT, "Bộ"),
        ("Bộ Tư pháp", JOINT, "Bộ"),
        ("Văn phòng Ủy ban nhân dân tỉnh", JOINT, "Quyết"),
        ("Sở Nội vụ", JOINT, "Quyết"),
        ("Các sở, ban, ngành", GENERAL, "Quyết"),
        ("Bộ Y tế", JOINT, "Bộ"),
        ("Ủy ban nhân dân các tỉnh, thành phố nêu tại Điều 1", GENERAL, "Bộ"),
    ]


def test_the_cells_of_an_assignment_table_say_who_leads() -> None:
    """A cell a line, as text taken out of a page has them: by column, a cell may be missing."""
    cells = (
        "TT / Nhiệm vụ, giải pháp / Cơ quan chủ trì / Cơ quan phối hợp / Kết quả / Thời gian",
        "I / Hoàn thiện thể chế",
        (
            "1 / Xây dựng Luật Chuyển đổi số / Bộ Khoa học và Công nghệ / Bộ Công an, Bộ Nội vụ / "
            "Trình Quốc hội / Tháng 12/2025"
        ),
        "2 / Đào tạo cán bộ chuyên trách / Các bộ, ngành, địa phương / Bộ Nội vụ / Báo cáo / Năm 2026",
        "3 / Rà soát các quy định hiện hành / Bộ Tư pháp / Báo cáo / Năm 2027",  # a cell is missing
    )
    found = document(
        "Điều 1. Phê duyệt Chương trình.\n\nPHỤ LỤC\n\nDANH MỤC NHIỆM VỤ\n\n"
        + "\n\n".join(cell for row in cells for cell in row.split(" / "))
    )
    assert told(found) == [
        ("Bộ Khoa học và Công nghệ", LEAD, "Xây"),
        ("Bộ Công an", SUPPORT, "Xây"),
        ("Bộ Nội vụ", SUPPORT, "Xây"),
        ("Các bộ, ngành, địa phương", GENERAL, "Đào"),
        ("Bộ Nội vụ", SUPPORT, "Đào"),
        ("Bộ Tư pháp", LEAD, "Rà"),
    ]
    assert {task.deadline.text for task in found.tasks if task.deadline} == {
        "Tháng 12/2025",
        "Năm 2026",
        "Năm 2027",
    }


def test_who_leads_stands_once_for_the_rows_it_spans() -> None:
    """A release calendar: a row without bodies goes on with the row above, while the count does."""
    cells = (
        "STT / Tên thông tin thống kê / Mức độ hoàn chỉnh / Thời gian phổ biến / Đơn vị chịu trách nhiệm phổ biến",
        "A / B / 1 / 2 / 3",
        "1 / Số đơn vị hành chính / Chính thức / Tháng 6/2026 / Vụ Chính quyền địa phương",
        "2 / Số đại biểu Hội đồng nhân dân / Chính thức",
        "3 / Số lượng văn bản đi",
        "4 / Số vụ tai nạn lao động / Chính thức / Tháng 3/2026 / Cục Việc làm",
        "7 / Số người bị tai nạn lao động / Chính thức",  # rows are missing: whose is not known
    )
    found = document(
        "Điều 1. Ban hành Lịch.\n\nPHỤ LỤC\n\nLỊCH PHỔ BIẾN THÔNG TIN\n\n"
        + "\n\n".join(cell for row in cells for cell in row.split(" / "))
    )
    assert [(task.agency, task.deadline and task.deadline.text) for task in found.tasks] == [
        *[("Vụ Chính quyền địa phương", "Tháng 6/2026")] * 3,
        ("Cục Việc làm", "Tháng 3/2026"),
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_order_reaches_those_it_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Inherited, opened, named inside or assigned: each agency and leaf once, in its role."""
    assert told(document(text)) == expected


def test_each_addressee_keeps_the_deadline_of_its_own_sentence() -> None:
    """Of two dates in one bullet each belongs to those its sentence speaks to."""
    parsed = document(
        "1. Các Sở, ban, ngành\n\n- Gửi báo cáo trước ngày 05/12/2025. Trên cơ sở đó, Sở Nội vụ "
        "tổng hợp trước ngày 10/12/2025."
    )
    terms = {task.agency: task.deadline and task.deadline.text for task in parsed.tasks}
    assert terms == {
        "Các Sở, ban, ngành": "trước ngày 05/12/2025",
        "Sở Nội vụ": "trước ngày 10/12/2025",
    }


@pytest.mark.parametrize(
    ("issuer", "place"), [("ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", " tỉnh Đắk Lắk"), ("BỘ Y TẾ", " tỉnh")]
)
def test_the_committee_of_the_province_is_its_own(issuer: str, place: str) -> None:
    """The bare committee is the issuing province's own; in other documents it stays as named."""
    parsed = document(
        f"{issuer}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nVề việc cứu trợ\n\n"
        "1. Sở Y tế phối hợp với UBND tỉnh và Công an tỉnh tiếp nhận hàng cứu trợ."
    )
    agencies = ["Sở Y tế", f"Ủy ban nhân dân{place}", "Công an tỉnh"]
    assert [task.agency for task in parsed.tasks] == agencies
    named = [(m.agency, str(m.role)) for m in parsed.mentions if m.role]
    assert named == [(agencies[0], LEAD), (agencies[1], SUPPORT), (agencies[2], SUPPORT)]


def test_a_council_hands_on_and_its_standing_body_watches() -> None:
    """Who "thống nhất giao" is not told; the standing body is that of the council that speaks."""
    parsed = document(
        "HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n\nSố: 70/2025/NQ-HĐND\n\nNGHỊ QUYẾT\nVề nhà ở xã hội\n\n"
        "1. Hội đồng nhân dân Thành phố thống nhất giao Ủy ban nhân dân Thành phố bố trí nguồn vốn.\n\n"
        "2. Giao Thường trực Hội đồng nhân dân, Sở Nội vụ giám sát việc thực hiện Nghị quyết."
    )
    assert told(parsed) == [
        ("Ủy ban nhân dân thành phố Hà Nội", LEAD, "Hội"),
        ("Thường trực Hội đồng nhân dân thành phố Hà Nội", JOINT, "Giao"),
        ("Sở Nội vụ", JOINT, "Giao"),
    ]


def test_who_issues_a_plan_is_not_told_to_carry_it_out() -> None:
    """The issuer's sentence above the contents hands nothing down; another body's does."""
    plan = (
        "ỦY BAN NHÂN DÂN\nTỈNH {issuer}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 12/KH-UBND\n\n"
        "KẾ HOẠCH\nVề việc thi hành Luật\n\n1. Sự cần thiết\n\nĐể triển khai kịp thời Luật, Ủy ban nhân dân tỉnh Gia Lai "
        "ban hành Kế hoạch thực hiện như sau:\n\n- Rà soát văn bản.\n\n2. Sở Tư pháp chủ trì tập huấn."
    )
    assert told(document(plan.format(issuer="GIA LAI"))) == [("Sở Tư pháp", LEAD, "Sở")]
    other = told(document(plan.format(issuer="ĐẮK LẮK")))
    assert ("Ủy ban nhân dân tỉnh Gia Lai", LEAD) in [(agency, role) for agency, role, _ in other]


def test_helpers_keep_the_deadline_of_their_clause() -> None:
    """Listed below "phối hợp với:", a clause has the day it states."""
    parsed = document(
        "1. Giao Công an tỉnh chủ trì, phối hợp với:\n\n- Sở Tài chính bố trí kinh phí trước ngày 05/12/2025."
    )
    assert {task.deadline and task.deadline.text for task in parsed.tasks} == {
        "trước ngày 05/12/2025"
    }


def test_a_body_keeps_its_deadline_behind_a_semicolon() -> None:
    """What follows a semicolon without another subject is still the same body's."""
    parsed = document(
        "1. Về kho dự trữ: Tập đoàn Điện lực Việt Nam chủ động làm việc. Để xác định vị trí, Ủy ban "
        "nhân dân tỉnh Thanh Hóa rà soát quy hoạch; đồng thời bố trí quỹ đất, báo cáo kết quả thực "
        "hiện trong tháng 12 năm 2025."
    )
    terms = {task.agency: task.deadline and task.deadline.text for task in parsed.tasks}
    assert terms["Ủy ban nhân dân tỉnh Thanh Hóa"] == "trong tháng 12 năm 2025"


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        (
            ("1. Văn phòng Ủy ban nhân dân tỉnh theo dõi việc thực hiện Công điện này; các địa phương, đơn vị báo cáo kết quả "
            "về Sở Nông nghiệp và Môi trường trước 15 giờ hàng ngày."),
            {"Văn phòng Ủy ban nhân dân tỉnh": None, "Các địa phương, đơn vị": "trước 15 giờ hàng ngày"},
        ),
        (
            ("1. Ban Quản lý Khu du lịch hồ Hòa Bình ký hợp đồng thu gom. Các chủ tàu, chủ nhà bè phải lắp thùng chứa chất thải, "
            "xong trước ngày 30 tháng 4 năm 2026."),
            {"Ban Quản lý Khu du lịch hồ Hòa Bình": None, "Các chủ tàu, chủ nhà bè": "trước ngày 30 tháng 4 năm 2026"},
        ),
        (
            ("1. Ban Quản lý Cảng cá tỉnh lưu hồ sơ truy xuất phục vụ Đoàn EC. Các doanh nghiệp chế biến thủy sản không thu mua "
            "nguyên liệu không rõ nguồn gốc."),
            {"Ban Quản lý Cảng cá tỉnh": None, "Các doanh nghiệp chế biến thủy sản": None},
        ),
        (
            ("1. Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp các sở, ban ngành tỉnh; Ủy ban nhân dân các xã, phường và các "
            "đơn vị có liên quan đến các nội dung đơn giản hóa thủ tục hành chính cấp xã nêu tại Điều 1 của Quyết định này, có "
            "trách nhiệm: thường xuyên theo dõi, cập nhật các quy định có liên quan."),
            {"Sở Nông nghiệp và Môi trường": None, "Các sở, ban ngành tỉnh": None, "Ủy ban nhân dân các xã, phường": None},
        ),
    ],
)  # fmt: skip
def test_a_class_may_take_over_from_a_body(line: str, terms: dict[str, str | None]) -> None:
    """Behind a full stop or a semicolon, with what is due there; who goes on a list of helpers helps."""
    tasks = document(line).tasks
    assert {task.agency: task.deadline and task.deadline.text for task in tasks} == terms
    assert (tasks[-1].role is Role.SUPPORT) == ("phối hợp" in line)


def of(parsed: Document, agency: str, role: Role) -> list[Task]:
    return [task for task in parsed.tasks if (task.agency, task.role) == (agency, role)]


def test_the_directive_of_2020_is_right_in_every_detail(
    real_documents: dict[str, Document],
) -> None:
    """Five duties of Sở Y tế, the lifted footnote, the blank number and date."""
    parsed = real_documents["kontum-2020"]
    assert (parsed.header.number, parsed.header.issued) == (None, None)
    assert len(of(parsed, "Sở Y tế", Role.LEAD)) == 5
    assert [
        parsed.clauses[task.clause].locator for task in of(parsed, "Công an tỉnh", Role.LEAD)
    ] == ["mục 4 (Công an tỉnh)"]
    assert of(parsed, "Sở Ngoại vụ", Role.SUPPORT)
    assert len(of(parsed, "Các sở, ban, ngành, đơn vị, địa phương", Role.GENERAL)) == 4
    (note,) = [clause for clause in parsed.clauses if clause.kind == "note"]
    assert note.text.startswith("Thông báo số 309/TB-VPCP")
    assert "Các cơ sở sản xuất phải có phương án" in parsed.text


def test_the_conclusions_of_2021_are_right_in_every_detail(
    real_documents: dict[str, Document],
) -> None:
    """Four duties of Sở Y tế, five joint ones, two items 3 told apart, the report at 15h00."""
    parsed = real_documents["kontum-2021"]
    leads = of(parsed, "Sở Y tế", Role.LEAD)
    under_its_heading = [
        task for task in leads if parsed.clauses[task.clause].locator.startswith("mục 3 (Sở Y tế)")
    ]
    assert len(under_its_heading) == 4
    (daily,) = [task for task in leads if task not in under_its_heading]
    assert daily.deadline is not None
    assert (daily.deadline.text, daily.deadline.recurring) == ("trước 15h00 hàng ngày", True)
    assert len(of(parsed, "Sở Y tế", Role.JOINT)) == 5
    threes = [
        clause.locator
        for clause in parsed.clauses
        if clause.marker == "3." and clause.parent is None
    ]
    assert threes == ["mục 3 (Sở Y tế)", "mục 3 (Sở Giao thông vận tải)"]
    assert [clause.marker for clause in parsed.clauses if clause.kind == "note"] == ["1", "2", "3"]


@pytest.mark.parametrize("gold", ["shared", "samples"])
def test_the_register_keeps_its_promise_on_gold(
    gold: str, samples: Path, request: pytest.FixtureRequest
) -> None:
    """Recall, precision, roles and addressees hold what was promised on every gold set we have."""
    if gold == "shared":
        folder = request.getfixturevalue("shared_data") / "directives"
        path = folder / "tasks.jsonl"
    else:
        folder = samples
        path = Path(__file__).parent.parent / "eval" / "gold" / "samples" / "tasks.jsonl"
    golds = read_gold(path)
    overall = evaluate(golds, documents_of(golds, folder, None))["overall"]
    assert overall["recall_lead_joint"] >= 0.97
    assert overall["precision"] >= 0.95
    assert overall["role_accuracy"] >= 0.95
    assert overall["wrong_addressee_rate"] <= 0.01


def test_a_time_line_below_a_leaf_is_its_deadline() -> None:
    """The line "Thời gian hoàn thành: …" says when, also where a heading said who."""
    parsed = document(
        "1. Sở Tài chính\n\n- Tổ chức tập huấn.\n\nThời gian hoàn thành: Trước ngày 15/11/2025.\n\n"
        "- Tổng hợp kết quả."
    )
    terms = [task.deadline and task.deadline.text for task in parsed.tasks]
    assert terms == ["Trước ngày 15/11/2025", None]


def test_a_paragraph_that_only_states_a_term_is_that_of_the_work_above() -> None:
    """Reads "Thời hạn chậm nhất 05 ngày …" below the work: its deadline, and no task."""
    term = "chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định"
    parsed = document(
        "1. Giao Thanh tra tỉnh chủ trì, phối hợp Văn phòng UBND tỉnh và UBND các xã, phường:\n\n"
        "Rà soát, xây dựng quy trình thực hiện thủ tục hành chính.\n\n"
        f"Thời hạn {term}.\n\n2. Sở Tài chính niêm yết công khai danh mục."
    )
    terms = [(task.agency, task.deadline and task.deadline.text) for task in parsed.tasks]
    assert terms == [
        ("Thanh tra tỉnh", term),
        ("Văn phòng Ủy ban nhân dân tỉnh", term),
        ("Ủy ban nhân dân các xã, phường", term),
        ("Sở Tài chính", None),
    ]


def test_one_text_told_to_one_body_twice_counts_twice() -> None:
    """Where two leaves read alike, each gold record has its own."""
    parsed = document(
        "1. Sở Y tế\n\n- Tuân thủ quy định về an toàn.\n\n2. Sở Y tế, Sở Tài chính\n\n- Tuân thủ quy định về an toàn."
    )
    golds = [
        GoldTask("a", agency, role, "Tuân thủ quy định về an toàn", None, None)
        for agency, role in (("Sở Y tế", LEAD), ("Sở Y tế", JOINT), ("Sở Tài chính", JOINT))
    ]
    result = score(parsed, golds)
    assert (result.right, result.found, result.missed) == (3, 3, [])


def test_the_party_of_the_only_province_named_is_meant() -> None:
    """The Government names no place in a document about one province; a province's own need none."""
    title = "Kết luận tại buổi làm việc với Thường trực Tỉnh ủy Thanh Hóa"
    home = home_of("Văn phòng Chính phủ", title)
    assert home.complete("Thường trực Tỉnh ủy") == "Thường trực Tỉnh ủy Thanh Hóa"
    own = home_of("Ủy ban nhân dân tỉnh Thanh Hóa", title)
    assert own.complete("Thường trực Tỉnh ủy") == "Thường trực Tỉnh ủy"
    below = home_of("Sở Y tế", None, "Ủy ban nhân dân tỉnh Gia Lai")
    assert below.complete("Ủy ban nhân dân tỉnh") == "Ủy ban nhân dân tỉnh Gia Lai"
    two = home_of("Văn phòng Chính phủ", "Về cao tốc Ninh Bình - Hải Phòng")
    assert two.complete("Ủy ban nhân dân tỉnh") == "Ủy ban nhân dân tỉnh"


def test_the_health_station_of_a_commune_is_one_where_its_own_body_speaks() -> None:
    """A province means every station by "Trạm Y tế xã", a commune or its party committee its own."""
    order = "1. Giao Trạm Y tế xã xác định tình trạng nghiện trong ngày."
    assert [task.role for task in document(order).tasks] == [GENERAL]
    head = "ĐẢNG BỘ TỈNH SƠN LA\nĐẢNG ỦY XÃ NÀ PHEO\n*\nSố 07-CT/ĐU\n\nNà Pheo, ngày 06 tháng 02 năm 2026\n\n"
    own = document(f"{head}CHỈ THỊ\nvề cai nghiện ma túy\n\n{order}")
    assert (own.header.superior, own.header.issuer) == ("Đảng bộ tỉnh Sơn La", "Đảng ủy xã Nà Pheo")
    assert [(task.agency, task.role) for task in own.tasks] == [("Trạm Y tế xã", LEAD)]


def test_to_notify_others_is_a_task_of_whoever_is_not_the_issuer() -> None:
    """The formula at the end is the issuer's own; a department told to pass word on must do it."""
    plan = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI\n\nSố: 12/KH-UBND\n\nSơn Hải, ngày 02 tháng 11 năm 2025\n\n"
        "KẾ HOẠCH\nTổng kiểm kê tài sản\n\n1. Sở Nội vụ thông báo để các đơn vị biết, thực hiện.\n\n"
        "Ủy ban nhân dân tỉnh thông báo để các đơn vị biết, thực hiện./."
    )
    assert [(task.agency, task.role) for task in document(plan).tasks] == [("Sở Nội vụ", LEAD)]
    notice = (
        "BỘ TÀI CHÍNH\nCỤC HẢI QUAN\n\nSố: 37700/TB-CHQ\n\nHà Nội, ngày 21 tháng 11 năm 2025\n\nTHÔNG BÁO\n"
        "Về kết quả xác định trước mã số\n\nCục Hải quan thông báo kết quả như sau:\n\n1. Thông báo này có hiệu lực từ ngày ký.\n\n"
        "Cục trưởng Cục Hải quan báo để Công ty TNHH Thương mại Dịch vụ NMT biết và thực hiện./."
    )
    assert not document(notice).tasks
    below = plan.replace("SƠN HẢI", "VĨNH LONG").replace("1. Sở", "I. KẾT LUẬN\n\n1. Sở")[:-3]
    more = below + ". Thông báo này thay thế Thông báo số 9/TB-UBND./."
    assert [task.agency for task in document(more).tasks] == ["Sở Nội vụ"]
    told_behind = below + ". Giao Sở Tài chính tổng hợp kết quả./."
    assert [task.agency for task in document(told_behind).tasks] == ["Sở Nội vụ", "Sở Tài chính"]


def test_a_letter_to_one_company_speaks_to_it() -> None:
    """By the bare noun, as letters of the customs do; who only announces is told nothing."""
    letter = (
        "BỘ TÀI CHÍNH\nCỤC HẢI QUAN\n\nSố: 38162/CHQ-GSQL\n\nHà Nội, ngày 25 tháng 11 năm 2025\n\n"
        "Kính gửi: Công ty TNHH Minebea AccessSolutions Việt Nam.\n\n"
        "Trả lời công văn của Công ty, Cục Hải quan có ý kiến như sau:\n\n"
        "Đề nghị Công ty nghiên cứu quy định tại các văn bản nêu trên để thực hiện.\n\n"
        "Công văn này có hiệu lực từ ngày ký. Cục trưởng Cục Hải quan thông báo để Công ty biết và "
        "thực hiện./."
    )
    told = [(task.agency, task.role) for task in document(letter).tasks]
    assert told == [("Công ty TNHH Minebea AccessSolutions Việt Nam", LEAD)]
    both = letter.replace("Việt Nam.\n", "Việt Nam; Công ty Cổ phần Hòa Phát.\n", 1)
    assert document(both).tasks == ()  # which of them is not said


def test_what_a_work_counts_from_an_event_stands_before_the_time_of_its_line() -> None:
    """Both bind; how often something returns within the work does not."""
    (counted, yearly) = document(
        "II. NỘI DUNG\n\n1. Xử lý cáp đứt trong thời hạn 04 giờ kể từ khi tiếp nhận phản ánh.\n\n"
        "- Đơn vị chủ trì: Sở Y tế.\n\n- Thời gian thực hiện: thường xuyên.\n\n"
        "2. Khám sàng lọc mỗi năm một lần cho người cao tuổi.\n\n- Đơn vị chủ trì: Sở Y tế.\n\n"
        "- Thời gian thực hiện: Quý IV năm 2026."
    ).tasks
    assert counted.deadline is not None
    assert counted.deadline.text == (
        "trong thời hạn 04 giờ kể từ khi tiếp nhận phản ánh; thường xuyên"
    )
    assert yearly.deadline is not None
    assert yearly.deadline.text == "Quý IV năm 2026"


def test_each_body_is_due_by_the_time_that_the_lines_below_the_time_of_a_plan_give_it() -> None:
    """Its content has no other time; a line below "Thời gian thực hiện:" is a task of its own too."""
    parsed = document(
        "II. NỘI DUNG\n\n1. Rà soát văn bản quy phạm pháp luật\n\n- Nội dung: rà soát các văn bản có liên quan.\n\n"
        "- Cơ quan thực hiện: Bộ Công an; các bộ, cơ quan ngang bộ.\n\n- Thời gian thực hiện:\n\n"
        "+ Các bộ, cơ quan ngang bộ gửi kết quả rà soát về Bộ Công an trước ngày 15 tháng 12 năm 2025.\n\n"
        "+ Bộ Công an tổng hợp kết quả rà soát, báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 12 năm 2025."
    )
    content = next(one.index for one in parsed.clauses if one.text.startswith("Nội dung"))
    due = {task.agency: task.deadline for task in parsed.tasks if task.clause == content}
    assert {agency: term and str(term.date) for agency, term in due.items()} == {
        "Bộ Công an": "2025-12-31",
        "Các bộ, cơ quan ngang bộ": "2025-12-15",
    }


def test_who_sees_that_a_measure_is_reached_leads_it() -> None:
    """A table of measures has no column of what to do; beside one that has, they are what comes of it."""
    table = (
        "PHỤ LỤC I\nDANH MỤC CÁC CHỈ TIÊU CỤ THỂ\n\nTT\n\n{columns}Đơn vị\n\nKết quả\n\nCơ quan chủ trì theo dõi, đánh giá\n\n"
        "1\n\n{work}Tỉ lệ hồ sơ công việc được xử lý trên môi trường điện tử.\n\n%\n\n100%\n\nVăn phòng Chính phủ\n\n"
        "2\n\n{work}Tỉ lệ cơ quan nhà nước cung cấp dữ liệu mở đúng chuẩn.\n\n%\n\n100%\n\nBộ Công an"
    )
    measures = document("Điều 1. Ban hành.\n\n" + table.format(columns="Chỉ tiêu\n\n", work=""))
    assert told(measures) == [("Văn phòng Chính phủ", LEAD, "Tỉ"), ("Bộ Công an", LEAD, "Tỉ")]
    both = table.format(
        columns="Nhiệm vụ\n\nChỉ tiêu\n\n", work="Xây dựng hệ thống thông tin dùng chung.\n\n"
    )
    assert told(document("Điều 1. Ban hành.\n\n" + both)) == [
        ("Văn phòng Chính phủ", LEAD, "Xây"),
        ("Bộ Công an", LEAD, "Xây"),
    ]


def test_rows_without_a_time_of_their_own_are_due_with_their_group() -> None:
    """The heading of a group of rows may be a time, until the next group."""
    row = "{n}\n\nTỉ lệ hồ sơ công việc được xử lý trên môi trường điện tử.\n\n100%\n\nVăn phòng Chính phủ\n\n"
    parsed = document(
        "Điều 1. Ban hành.\n\nPHỤ LỤC I\nDANH MỤC CÁC CHỈ TIÊU CỤ THỂ\n\nTT\n\nChỉ tiêu\n\nKết quả\n\nCơ quan chủ trì\n\n"
        f"I\n\nGiai đoạn 2025-2027\n\n{row.format(n=1)}II\n\nHạ tầng số\n\n{row.format(n=1)}"
    )
    due = [task.deadline and (task.deadline.text, str(task.deadline.due)) for task in parsed.tasks]
    assert due == [("Giai đoạn 2025-2027", "2027-12-31"), None]


def test_each_body_of_a_line_in_prose_is_due_when_its_sentence_says() -> None:
    """And whoever has no time there has none."""
    parsed = document(
        "II. NỘI DUNG\n\n1. Rà soát văn bản\n\n- Nội dung: Rà soát 27 văn bản có liên quan đến nhà giáo.\n\n"
        "- Cơ quan thực hiện: Sở Giáo dục và Đào tạo rà soát các văn bản thuộc lĩnh vực giáo dục; các sở, ngành liên quan "
        "và Ủy ban nhân dân các xã, phường rà soát, gửi Sở Tư pháp trước ngày 28 tháng 02 năm 2026. Sở Tư pháp tổng hợp, báo cáo trong tháng 3 năm 2026."
    )
    line = next(one.index for one in parsed.clauses if one.text.startswith("Cơ quan"))
    due = {
        task.agency: task.deadline and task.deadline.text
        for task in parsed.tasks
        if task.clause == line
    }
    assert due == {
        "Sở Giáo dục và Đào tạo": None,
        "Các sở, ngành liên quan và Ủy ban nhân dân các xã, phường": "trước ngày 28 tháng 02 năm 2026",
        "Sở Tư pháp": "trong tháng 3 năm 2026",
    }


def test_the_motto_names_no_association() -> None:
    """The country's name has "hội" in it."""
    parsed = document(
        "HỘI NÔNG DÂN TỈNH SƠN HÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "1. Hội Nông dân tỉnh vận động hội viên."
    )
    named = [mention.agency for mention in parsed.mentions]
    assert "Hội Nông dân tỉnh" in named
    assert not any("CHỦ NGHĨA" in name for name in named)


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("ĐẢNG BỘ TỈNH SƠN LA\nHUYỆN ỦY MAI SƠN", "Ủy ban nhân dân huyện Mai Sơn"),
        ("ĐẢNG BỘ TỈNH SƠN LA\nĐẢNG ỦY XÃ CHIỀNG MUNG", "Ủy ban nhân dân xã Chiềng Mung"),
        ("ĐẢNG BỘ TỈNH SƠN LA\nTHỊ ỦY MỘC CHÂU", "Ủy ban nhân dân huyện"),
    ],
)
def test_the_committee_of_a_unit_is_that_of_whoever_writes(head: str, named: str) -> None:
    """Named without its place; of a town's party committee no district's is meant."""
    unit = named.split()[4]
    text = (
        f"{head}\n*\nSố 19-CT/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nMai Sơn, ngày 17 tháng 9 năm 2020\n\n"
        f"CHỈ THỊ\nvề cai nghiện ma túy\n\n1. Ủy ban nhân dân {unit} xây dựng Đề án cai nghiện.\n"
    )
    found = document(text)
    assert (found.header.superior or "").endswith("Đảng bộ tỉnh Sơn La")
    assert [task.agency for task in found.tasks] == [named]
    assert found.tasks[0].role == ("general" if named.endswith(unit) else "lead")


def test_firms_are_named_by_what_all_call_them() -> None:
    """Also where another is told to direct them; other abbreviations may mean other things."""
    parsed = document(
        "1. Sở Công Thương chỉ đạo EVN khôi phục cấp điện, lập bản đồ QH sử dụng đất theo "
        "Nghị định 272/2025/NĐ- CP."
    )
    named = {mention.agency for mention in parsed.mentions}
    assert named == {"Sở Công Thương", "Tập đoàn Điện lực Việt Nam"}
