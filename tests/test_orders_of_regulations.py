"""Orders as regulations give them: classes by their trade, passages amended, steps of a procedure."""

from __future__ import annotations

import pytest

from corpus.untold import lists_things
from tests.test_orders import GENERAL, JOINT, LEAD, PROCEDURE, SUPPORT, told

OF_TRADE = "quản lý ngành, lĩnh vực"
EITHER = "Phòng Kinh tế xã/Phòng Kinh tế, Hạ tầng và Đô thị phường"
SLASHED = "Cục Xe máy - Vận tải/Tổng cục Hậu cần - Kỹ thuật"
FIXED = "trực tiếp quản lý tài sản cố định"
DEPUTIES = "Tổ đại biểu Hội đồng nhân dân và đại biểu Hội đồng nhân dân"
PAID_BY = "sử dụng vốn ngân sách nhà nước để thuê, mua sắm sản phẩm, dịch vụ công nghệ số"
TRADERS = (
    "Tổ chức, cá nhân tham gia các hoạt động mua bán, trao đổi hàng hóa, dịch vụ trong chợ và các tổ chức, "
    "cá nhân có liên quan"
)
TERM = "Trong thời hạn 07 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "4. Trường hợp cần điều chỉnh Danh mục bình ổn giá: Sở quản lý ngành, lĩnh vực đề xuất điều chỉnh "
            "theo Luật Giá, gửi Bộ Tài chính tổng hợp, trình Chính phủ xem xét.",
            [(f"Sở {OF_TRADE}", GENERAL, None)],
            id="a department of a trade, behind a colon",
        ),
        pytest.param(
            "1. Sở quản lý ngành, lĩnh vực đối với hàng hóa, dịch vụ (quy định tại Phụ lục I) có trách nhiệm "
            "lấy ý kiến của Sở Tài chính trong quá trình thẩm định phương án giá.",
            [(f"Sở {OF_TRADE} đối với hàng hóa, dịch vụ", GENERAL, None)],
            id="of a trade in goods",
        ),
        pytest.param(
            "2. Các cơ quan chuyên môn quản lý ngành, lĩnh vực cấp tỉnh và Ủy ban nhân dân các xã, phường: "
            "Phối hợp với Sở Tài chính tham mưu.",
            [(f"Các cơ quan chuyên môn {OF_TRADE} cấp tỉnh và Ủy ban nhân dân các xã, phường", GENERAL, None),
             ("Sở Tài chính", SUPPORT, None)],
            id="offices of a trade and level",
        ),
        pytest.param(
            "2. Trường hợp kiểm tra theo quy định tại khoản 2, khoản 3 Điều 11 Quyết định này: Sở Tài chính, "
            "các Sở quản lý ngành, lĩnh vực cấp tỉnh và Ủy ban nhân dân xã, phường ban hành kế hoạch kiểm tra.",
            [("Sở Tài chính", JOINT, None),
             (f"Các Sở {OF_TRADE} cấp tỉnh và Ủy ban nhân dân xã, phường", GENERAL, None)],
            id="a case, and all that stand behind its colon",
        ),
        pytest.param(
            "3. Tổ chức, cá nhân sản xuất, kinh doanh hàng hóa, dịch vụ có trách nhiệm chấp hành biện pháp.",
            [("Tổ chức, cá nhân sản xuất, kinh doanh hàng hóa, dịch vụ", GENERAL, None)],
            id="whoever produces and deals",
        ),
        pytest.param(
            "1. Các cơ quan, đơn vị quy định tại Điều 1 Quy chế này có trách nhiệm đảm bảo hạ tầng.",
            [("Các cơ quan, đơn vị quy định tại Điều 1 Quy chế này", GENERAL, None)],
            id="those of an article of this regulation",
        ),
        pytest.param(
            "c) Thời hạn gửi báo cáo: Các cơ quan được giao nhiệm vụ báo cáo tại khoản 1 Điều này định kỳ xây "
            "dựng và gửi báo cáo giá thị trường về Sở Tài chính.",
            [("Các cơ quan được giao nhiệm vụ báo cáo tại khoản 1 Điều này", GENERAL, None)],
            id="those of an item of this article",
        ),
        pytest.param(
            "a) Cơ quan tiếp nhận được quy định tại Phụ lục II. Cơ quan tiếp nhận có quyền yêu cầu các tổ chức "
            "thực hiện kê khai giá bổ sung đầy đủ nội dung.",
            [],
            id="a right to ask tells those asked nothing",
        ),
        pytest.param(
            "2. Giao Thường trực Hội đồng nhân dân, các Ban Hội đồng nhân dân, Tổ đại biểu và các đại biểu Hội "
            "đồng nhân dân thành phố trong phạm vi, nhiệm vụ, quyền hạn giám sát việc triển khai Nghị quyết.",
            [("Thường trực Hội đồng nhân dân", JOINT, None),
             ("Các Ban Hội đồng nhân dân, Tổ đại biểu và các đại biểu Hội đồng nhân dân thành phố", GENERAL, None)],
            id="a council's groups of deputies",
        ),
        pytest.param(
            "2. Giao Thường trực Hội đồng nhân dân, các Ban Hội đồng nhân dân, Tổ đại biểu Hội đồng nhân dân và đại "
            "biểu Hội đồng nhân dân thành phố trong phạm vi, nhiệm vụ, quyền hạn giám sát việc triển khai Nghị quyết.",
            [("Thường trực Hội đồng nhân dân", JOINT, None),
             (f"Các Ban Hội đồng nhân dân, {DEPUTIES} thành phố", GENERAL, None)],
            id="a council's groups, each with its council",
        ),
        pytest.param(
            "3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp với các Ban của Hội đồng nhân dân tỉnh, Tổ đại "
            "biểu Hội đồng nhân dân và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết.",
            [("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", LEAD, None),
             ("Các Ban của Hội đồng nhân dân tỉnh", SUPPORT, None), (f"{DEPUTIES} tỉnh", SUPPORT, None)],
            id="a council's groups help",
        ),
        pytest.param(
            "3. Các cơ quan, tổ chức sử dụng vốn ngân sách nhà nước để thuê, mua sắm sản phẩm, dịch vụ công nghệ số có "
            "trách nhiệm theo dõi, giám sát việc cập nhật thông tin.",
            [(f"Các cơ quan, tổ chức {PAID_BY}", GENERAL, None)],
            id="whoever is paid by the state for it",
        ),
        pytest.param(
            "1. Phòng Kinh tế xã/Phòng Kinh tế, Hạ tầng và Đô thị phường phối hợp với Phòng Văn hóa - Xã hội "
            "xã/phường rà soát, thẩm định.",
            [(EITHER, GENERAL, None), ("Phòng Văn hóa - Xã hội xã/phường", SUPPORT, None)],
            id="the office of communes of either kind",
        ),
        pytest.param(
            "1. Cơ quan Bảo hiểm xã hội thành phố Huế tổng hợp danh sách, kinh phí.",
            [("Bảo hiểm xã hội thành phố Huế", LEAD, None)],
            id="a body called an office",
        ),
        pytest.param(
            "1. Trường hợp đối tượng không đủ điều kiện hưởng, Chủ tịch Ủy ban nhân dân xã/phường trả lời bằng "
            "văn bản và nêu rõ lý do;",
            [("Ủy ban nhân dân xã/phường", GENERAL, None)],
            id="an answer in writing",
        ),
        pytest.param(
            "3. Trường hợp học trực tuyến, các cơ sở giáo dục không triển khai thực hiện các khoản thu.",
            [("Các cơ sở giáo dục", GENERAL, None)],
            id="what not to carry out",
        ),
        pytest.param(
            "4. Nếu phát sinh khó khăn, vướng mắc vượt thẩm quyền các cơ quan, đơn vị kịp thời phản ánh về Sở Khoa "
            "học và Công nghệ.",
            [("Các cơ quan, đơn vị", GENERAL, None)],
            id="what is beyond their powers, without a comma",
        ),
        pytest.param(
            "5. Bộ Tư pháp, Bộ Xây dựng có ý kiến bằng văn bản về việc phạt vi phạm hợp đồng.",
            [("Bộ Tư pháp", JOINT, None), ("Bộ Xây dựng", JOINT, None)],
            id="an opinion in writing",
        ),
        pytest.param(
            "6. Các chủ cơ sở cho thuê trọ không để xe điện sạc qua đêm tại lối đi, cầu thang.",
            [("Các chủ cơ sở cho thuê trọ", GENERAL, None)],
            id="whoever lets rooms",
        ),
        pytest.param(
            f"1. Sửa đổi điểm a như sau:\n\n“a) {TERM}, Cục trưởng {SLASHED} quyết định phê duyệt hoặc công nhận hồ sơ thiết kế;",
            [(SLASHED, LEAD, TERM)],
            id="a point as it is to read, behind a term",
        ),
        pytest.param(
            "1. Sửa đổi điểm a như sau:\n\n“a) Ủy ban nhân dân cấp tỉnh có trách nhiệm quy định cụ thể chức năng, nhiệm vụ của Sở Tư pháp”.",
            [("Ủy ban nhân dân cấp tỉnh", GENERAL, None)],
            id="a point as it is to read",
        ),
        pytest.param(
            f"1. Các cơ quan, tổ chức, đơn vị, doanh nghiệp {FIXED} có trách nhiệm thường xuyên theo dõi, rà soát.\n\n"
            f"2. Các cơ quan, tổ chức, đơn vị, doanh nghiệp {FIXED} căn cứ các nội dung quy định tại Quyết định này "
            "thực hiện việc ghi sổ sách kế toán.",
            [(f"Các cơ quan, tổ chức, đơn vị, doanh nghiệp {FIXED}", GENERAL, None)] * 2,
            id="a class by what it looks after itself",
        ),
        pytest.param(
            "2. Đối với các đơn vị thực hiện sắp xếp tổ chức bộ máy, thì tiếp tục rà soát, sắp xếp số lượng cấp phó.",
            [("Các đơn vị thực hiện sắp xếp tổ chức bộ máy", GENERAL, None)],
            id="a class by what it goes through",
        ),
        pytest.param(
            "2. Trong quá trình thực hiện nếu có phát sinh vướng mắc, tổ chức, cá nhân có trách nhiệm phản ánh về Bộ "
            "Công Thương để xem xét sửa đổi, bổ sung cho phù hợp./.",
            [("Tổ chức, cá nhân", GENERAL, None)],
            id="whoever meets with difficulties",
        ),
        pytest.param(
            "10. Nếu còn trong thời hiệu xử lý kỷ luật thì cơ quan, tổ chức, đơn vị mới thực hiện việc xem xét xử lý.",
            [("Cơ quan, tổ chức, đơn vị mới", GENERAL, None)],
            id="a class without its plural, in a case",
        ),
        pytest.param(
            "a) Lễ tang phải được tổ chức chu đáo, trang nghiêm, tiết kiệm. b) Uỷ ban nhân dân cấp xã có trách nhiệm tạo "
            "điều kiện thuận lợi cho việc tổ chức lễ tang chu đáo.",
            [("Ủy ban nhân dân cấp xã", GENERAL, None)],
            id="a point that goes on in the paragraph of the one before",
        ),
    ],
)  # fmt: skip
def test_a_regulation_is_read_as_it_gives_its_orders(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """Classes keep all their words, and a body is told though a quotation mark opens its passage."""
    assert told(text) == expected


def test_a_procedure_tells_who_asks_and_by_when() -> None:
    """In its steps who asks others has the step; its terms and its cases are told too."""
    head = "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ\n\nSố: 2691/QĐ-UBND\n\nQuảng Trị, ngày 18 tháng 11 năm 2025\n\n"
    head += f"QUYẾT ĐỊNH\n\n{PROCEDURE[: PROCEDURE.index('1. Phê duyệt')]}"
    steps = (
        "1. Trình tự thực hiện:\n\n+ Bước 1: Căn cứ thực tiễn công tác, Sở Tư pháp đề nghị các cơ quan, tổ chức "
        "cấp tỉnh rà soát, giới thiệu nhân sự.\n\n3. Thành phần hồ sơ:\n\n- Văn bản đề nghị công nhận.\n\n"
        "Trường hợp văn bản không có đủ thông tin thì trong thời hạn 02 ngày làm việc kể từ ngày nhận được văn bản, "
        "Sở Tư pháp có văn bản đề nghị cơ quan, tổ chức liên quan bổ sung thông tin.\n\n4. Thời hạn giải quyết:\n\n"
        "- Trong thời hạn 05 ngày làm việc kể từ ngày hết thời hạn giới thiệu, Sở Tư pháp trình Chủ tịch Ủy ban nhân "
        "dân tỉnh.\n\n5. Cơ quan giải quyết:\n\n+ Cơ quan trực tiếp thực hiện: Sở Tư pháp."
    )
    assert told(head + steps) == [
        ("Sở Tư pháp", LEAD, None),
        ("Sở Tư pháp", LEAD, "trong thời hạn 02 ngày làm việc kể từ ngày nhận được văn bản"),
        ("Sở Tư pháp", LEAD,
         "Trong thời hạn 05 ngày làm việc kể từ ngày hết thời hạn giới thiệu"),
    ]  # fmt: skip


MANY = "tổ chức, cá nhân có liên quan"


@pytest.mark.parametrize(
    ("whom", "bodies", "group"),
    [
        (("Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc, Thủ trưởng các sở, ban, ngành tỉnh; Trưởng Bảo hiểm xã hội "
         "tỉnh"),
         ["Văn phòng Ủy ban nhân dân tỉnh", "Bảo hiểm xã hội tỉnh"], "Các sở, ban, ngành tỉnh"),
        ("Chánh Văn phòng Ủy ban nhân dân tỉnh; Trưởng Thuế tỉnh; Chủ tịch Ủy ban nhân dân các xã, phường",
         ["Văn phòng Ủy ban nhân dân tỉnh", "Thuế tỉnh"], "Ủy ban nhân dân các xã, phường"),
        ("Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế, Thủ trưởng các Cục, Vụ và các đơn vị có liên quan",
         ["Văn phòng Bộ", "Vụ Pháp chế"], "Các Cục, Vụ và các đơn vị có liên quan"),
        (f"Chánh Văn phòng, Cục trưởng Cục Công nghiệp công nghệ thông tin và các {MANY}",
         ["Văn phòng", "Cục Công nghiệp công nghệ thông tin"], f"Các {MANY}"),
        ("Chánh văn phòng Bộ, Thủ trưởng các đơn vị có liên quan", ["Văn phòng Bộ"], "Các đơn vị có liên quan"),
        ("Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc (Thủ trưởng) các sở, ban, ngành, đơn vị cấp tỉnh",
         ["Văn phòng Ủy ban nhân dân tỉnh"], "Các sở, ban, ngành, đơn vị cấp tỉnh"),
        (f"Giám đốc các Sở: Xây dựng, Du lịch; Chủ tịch Ủy ban nhân dân các xã, phường có bến thuyền và các {MANY}",
         ["Sở Xây dựng", "Sở Du lịch"], f"Ủy ban nhân dân các xã, phường có bến thuyền và các {MANY}"),
        ("Giám đốc Sở Nội vụ; Chủ tịch Ủy ban nhân dân các xã, phường thuộc vùng đồng bào dân tộc thiểu số và miền núi",
         ["Sở Nội vụ"], "Ủy ban nhân dân các xã, phường thuộc vùng đồng bào dân tộc thiểu số và miền núi"),
        (("Thủ trưởng các cơ quan: Văn phòng UBND tỉnh, Sở Công Thương, Ban Quản lý các khu công nghiệp tỉnh; Chủ tịch "
         "UBND các xã, phường và các tổ chức, cá nhân liên quan"),
         ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Công Thương", "Ban Quản lý các khu công nghiệp tỉnh"],
         "Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân liên quan"),
        (("Giám đốc Sở Tài chính; Thủ trưởng các sở, ban, ngành, đơn vị sự nghiệp; Các Doanh nghiệp được nhà nước giao tài "
         f"sản cố định để quản lý không tính thành phần vốn nhà nước và các {MANY}"),
         ["Sở Tài chính"],
         ("Các sở, ban, ngành, đơn vị sự nghiệp; các Doanh nghiệp được nhà nước giao tài sản cố định để quản lý không tính "
         f"thành phần vốn nhà nước và các {MANY}")),
        (("Thủ trưởng các cơ quan, đơn vị: Văn phòng UBND tỉnh, Sở Tài chính; các đơn vị sự nghiệp công lập có chức năng đào "
         f"tạo, bồi dưỡng thuộc phạm vi quản lý của UBND tỉnh và các {MANY}"),
         ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Tài chính"],
         ("Các đơn vị sự nghiệp công lập có chức năng đào tạo, bồi dưỡng thuộc phạm vi quản lý của Ủy ban nhân dân tỉnh và "
         f"các {MANY}")),
        (("Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương, cá nhân, "
         "tổ chức có liên quan"),
         [], "Các Bộ, cơ quan ngang bộ, Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương, cá nhân, tổ chức có liên quan"),
    ],
)  # fmt: skip
def test_a_closing_article_binds_all_that_it_lists(
    whom: str, bodies: list[str], group: str
) -> None:
    """By whatever title they are listed: one that is not read loses all the others."""
    found = told(f"1. {whom} chịu trách nhiệm thi hành Quyết định này./.")
    assert sorted(found) == sorted(
        [(body, JOINT, None) for body in bodies] + [(group, GENERAL, None)]
    )


def test_a_closing_article_may_end_by_the_decision() -> None:
    """Reads "… căn cứ Quyết định thi hành": a class in its list keeps what tells it from others."""
    whom = (
        "các cơ quan, đơn vị thuộc UBND tỉnh; các doanh nghiệp do Nhà nước nắm giữ 100% vốn điều lệ; "
        "các tổ chức, cá nhân liên quan"
    )
    group = whom[:1].upper() + whom[1:].replace("UBND", "Ủy ban nhân dân")
    found = told(f"2. Thủ trưởng {whom} căn cứ Quyết định thi hành./.")
    assert found == [(group, GENERAL, None)]


@pytest.mark.parametrize(
    "text",
    [
        ("2. Các đơn vị sự nghiệp công lập được quy định tại Nghị định quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ "
        "chức của từng bộ, gồm:\n\na) Các đơn vị nghiên cứu chiến lược, chính sách về ngành, lĩnh vực;"),
        "3. Các phòng chuyên môn, nghiệp vụ gồm:\n\na) Phòng Quản lý, Bảo vệ rừng và Bảo tồn thiên nhiên;",
        "1. Thanh tra Ngân hàng Nhà nước thực hiện theo quy định tại Luật Thanh tra và các văn bản pháp luật có liên quan.",
        ("5. Bảo hiểm xã hội Việt Nam thực hiện nhiệm vụ, quyền hạn theo quy định của pháp luật; cơ cấu tổ chức được áp dụng "
        "quy định của Cục loại 1."),
        ("Điều 13. Đơn vị sự nghiệp công lập thuộc bộ\n\n1. Việc thành lập, tổ chức lại, giải thể đơn vị sự nghiệp công lập "
        "thực hiện theo quy định của Chính phủ.\n\n2. Đơn vị sự nghiệp công lập không có chức năng quản lý nhà nước.\n\n"
        "4. Đơn vị sự nghiệp công lập có tư cách pháp nhân, con dấu và tài khoản riêng."),
        ("6. Ngân hàng Chính sách xã hội:\n\nViệc giảm lãi suất cho vay áp dụng đối với các khoản vay có dư nợ tại Ngân hàng "
         "Chính sách xã hội từ ngày 01 tháng 10 năm 2025 đến hết ngày 31 tháng 12 năm 2025."),
        ("Điều 3. Cơ cấu tổ chức\n\n1. Các đơn vị thuộc Chi cục gồm:\n\na) Đội Kiểm lâm cơ động số 1;\n\n"
        "Các phòng chuyên môn, nghiệp vụ và các đơn vị thuộc Chi cục có cấp trưởng và cấp phó. Số lượng cấp phó thực "
        "hiện theo quy định của pháp luật. Việc bổ nhiệm, bổ nhiệm lại, miễn nhiệm, điều động, luân chuyển, khen thưởng, kỷ "
        "luật, cho từ chức, nghỉ hưu và thực hiện các chế độ, chính sách theo quy định của Đảng và pháp luật."),
    ],
    ids=["kinds of bodies", "their offices", "by a law", "duties by law", "what a body is and has", "what a measure covers",
         "its heads"],
)  # fmt: skip
def test_what_a_body_is_or_does_by_law_is_no_order(text: str) -> None:
    """It tells nobody anything, also below a heading that names the body."""
    assert told(text) == []


def test_duties_by_law_that_are_listed_are_orders() -> None:
    """Reads "Trung tâm thực hiện nhiệm vụ, quyền hạn theo quy định …, cụ thể như sau:": the items are
    the orders, and the line above them only leads over."""
    text = (
        "1. Trung tâm Phục vụ hành chính công thành phố thực hiện nhiệm vụ, quyền hạn theo quy định tại Nghị định số "
        "118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ, cụ thể như sau:\n\na) Công khai kịp thời danh mục thủ tục "
        "hành chính.\n\nb) Thực hiện nhiệm vụ, quyền hạn theo quy định của pháp luật về kiểm soát thủ tục hành chính."
    )
    assert told(text) == [("Trung tâm Phục vụ hành chính công thành phố", LEAD, None)] * 2


def test_a_deputy_of_the_issuers_is_a_person() -> None:
    """Reads "Phó Giám đốc Sở Cầm Văn Ín": the name behind "Sở" is no department's."""
    letter = (
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\n\nSố: 2386/SNNMT-CNTY\n\nSơn La, ngày 18 tháng 8 năm 2025\n\nCÔNG VĂN\n\n"
        "1. Phân công Phó Giám đốc Sở Cầm Văn Ín trực tiếp chỉ đạo, đi kiểm tra tại các xã có ổ dịch."
    )
    assert told(letter) == [("Phó Giám đốc Sở Nông nghiệp và Môi trường Cầm Văn Ín", LEAD, None)]


REGULATION = (
    "Điều 1. Vị trí và chức năng\n\n1. Chi cục Kiểm lâm là tổ chức hành chính thuộc Sở Nông nghiệp và Môi trường tỉnh "
    "Quảng Trị, giúp Sở Nông nghiệp và Môi trường thực hiện chức năng, nhiệm vụ quản lý nhà nước trên các lĩnh vực được "
    "giao.\n\nĐiều 2. {heading}\n\n1. Tham mưu Sở Nông nghiệp và Môi trường trình Ủy ban nhân dân tỉnh:\n\n"
    "a) Dự thảo kế hoạch phát triển ngành, lĩnh vực trên địa bàn tỉnh trong phạm vi quản lý của Chi cục;\n\n"
    "b) Phương án huy động, điều phối và phân công các lực lượng, phương tiện, thiết bị;\n\n"
    "2. Thực hiện đầy đủ chức năng, nhiệm vụ, quyền hạn của kiểm lâm tại địa phương theo quy định của pháp luật;"
)


def test_duties_are_those_of_the_body_described_above_them() -> None:
    """An article "Nhiệm vụ và quyền hạn" that names nobody speaks to the body of which the article before
    says what it is; other articles do not."""
    assert (
        told(REGULATION.format(heading="Nhiệm vụ và quyền hạn"))
        == [("Chi cục Kiểm lâm", LEAD, None)] * 3
    )
    other = told(REGULATION.format(heading="Nguyên tắc hoạt động"))
    assert ("Chi cục Kiểm lâm", LEAD, None) not in other


def test_a_paragraph_leads_over_to_those_beside_it() -> None:
    """Reads "… có trách nhiệm:" above paragraphs without numbers, as far as semicolons go."""
    text = (
        "Điều 4. Tổ chức thực hiện\n\nChi cục trưởng Chi cục Kiểm lâm có trách nhiệm:\n\nQuy định thẩm quyền, trách "
        "nhiệm của người đứng đầu các phòng, đơn vị thuộc Chi cục theo quy định của pháp luật;\n\nBố trí, sử dụng biên "
        "chế, công chức theo Đề án vị trí việc làm.\n\nQuyết định này có hiệu lực kể từ ngày ký."
    )
    assert told(text) == [("Chi cục Kiểm lâm", LEAD, None)] * 2
    assert told(text.replace("việc làm.", "việc làm;").replace("từ ngày ký.", "từ nay:"))[2:] == []


def test_the_office_of_a_ministry_is_named_with_it() -> None:
    """Reads "Chánh Văn phòng, Cục trưởng …" in a ministry's own circular: its "Văn phòng Bộ"."""
    circular = (
        "BỘ KHOA HỌC VÀ CÔNG NGHỆ\n\nSố: 34/2025/TT-BKHCN\n\nHà Nội, ngày 14 tháng 11 năm 2025\n\nTHÔNG TƯ\n\n"
        "5. Chánh Văn phòng, Cục trưởng Cục Công nghiệp công nghệ thông tin chịu trách nhiệm thi hành Thông tư này./."
    )
    assert [agency for agency, _, _ in told(circular)] == [
        "Văn phòng Bộ",
        "Cục Công nghiệp công nghệ thông tin",
    ]


def test_those_in_the_title_of_an_article_are_named_in_full() -> None:
    """Reads "Trách nhiệm của tổ chức, …" however long; a line below that names them again only leads over."""
    name = "ổ chức, doanh nghiệp Việt Nam, cá nhân là người Việt Nam có sản phẩm, dịch vụ công nghệ số được hưởng ưu đãi"
    text = (
        f"Điều 6. Trách nhiệm của t{name}\n\nT{name} phải:\n\n1. Bảo đảm chất lượng sản phẩm như thông tin đã công bố.\n\n"
        "3. Cung cấp và cập nhật thông tin liên quan trên Hệ thống thông tin quốc gia về công nghiệp công nghệ số."
    )
    assert told(text) == [(f"T{name}", GENERAL, None)] * 2


def test_what_some_have_done_already_is_no_order() -> None:
    """Reads "Đối với các tổ chức đã nhận …": it tells which ones are meant."""
    assert not told(
        "2. Đối với các tổ chức, cá nhân đã nhận khoán bảo vệ rừng năm 2025 nhưng chưa nhận được kinh phí hỗ trợ thì được "
        "hưởng mức kinh phí khoán bảo vệ rừng quy định tại khoản 3 Điều 19 Nghị định số 58/2024/NĐ-CP."
    )
    assert not told(
        "3. Đối với các trường đã có trong danh mục nhưng trùng với điểm trường hiện hữu, các địa phương chỉ cải tạo, nâng "
        "cấp, không xây mới gây lãng phí."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "d) Đối với những phản ánh thuộc thẩm quyền của đơn vị khác, đơn vị tiếp nhận phản ánh có trách nhiệm chuyển đi.",
            ["Đơn vị tiếp nhận phản ánh"],
        ),
        (
            "5. Đối với các phản ánh có nội dung khẩn cấp thì cơ quan, đơn vị xử lý phải tiến hành xử lý ngay.",
            ["Cơ quan, đơn vị xử lý"],
        ),
        (
            "b) Trường hợp số tiết dạy thêm vượt quá 200 tiết thì người đứng đầu cơ sở giáo dục phải báo cấp trên.",
            ["Cơ sở giáo dục"],
        ),
        (
            "3. Căn cứ số tiết dạy thêm của từng nhà giáo, người đứng đầu cơ sở giáo dục quyết định số tiết được chi trả.",
            ["Cơ sở giáo dục"],
        ),
        (
            "a) Cơ sở giáo dục nơi nhà giáo đến biệt phái chi trả tiền lương dạy thêm giờ cho nhà giáo biệt phái;",
            ["Cơ sở giáo dục nơi nhà giáo đến biệt phái"],
        ),
        ("a) Đối với các khóa dưới 01 tháng, công chức phải còn đủ tuổi để công tác 18 tháng.", []),
        ("đ) Trong trường hợp không thuộc phạm vi xử lý thì đơn vị đó có trách nhiệm chuyển lên cấp trên.", []),
        (
            "2. Căn cứ các quy định nêu trên, cơ sở kinh doanh phải lập hóa đơn khi bán hàng.",
            [],
        ),
    ],
)  # fmt: skip
def test_a_case_binds_whoever_is_named_behind_it(text: str, expected: list[str]) -> None:
    """Reads "Đối với …, đơn vị … phải": those who hold a part, as they are named; a condition binds nobody."""
    assert [agency for agency, _, _ in told(text)] == expected


def test_the_title_of_an_article_names_a_class_by_what_it_does() -> None:
    """Nothing is ordered in a title; what a class does there is its name, what the title is about is not."""
    duty = "\n\n1. Ban hành quy định xử lý phản ánh của đơn vị mình.\n\n2. Báo cáo kết quả xử lý."
    dealing = "ác cơ quan, đơn vị xử lý phản ánh kiến nghị"
    assert (
        told(f"Điều 18. Trách nhiệm của c{dealing}{duty}") == [(f"C{dealing}", GENERAL, None)] * 2
    )
    whole = told(f"Điều 18. Trách nhiệm của các sở, ban, ngành tổ chức thực hiện Quy chế{duty}")
    assert whole == [("Các sở, ban, ngành", GENERAL, None)] * 2


def test_how_a_duty_is_carried_out_is_no_duty_of_its_own() -> None:
    """Below "… đảm bảo các nguyên tắc:" stand principles."""
    text = (
        "Điều 3. Quy định chung\n\nCác sở, ban, ngành thuộc tỉnh có trách nhiệm thực hiện đầy đủ các quy định của pháp luật về bảo vệ công trình "
        "điện lực, đảm bảo các nguyên tắc:\n\n1. Đề cao sự chủ động trong phát hiện vi phạm.\n\n2. Tuân thủ quy định của pháp luật."
    )
    assert told(text) == [("Các sở, ban, ngành thuộc tỉnh", GENERAL, None)]


def test_a_firm_carries_out_what_it_is_notified_of() -> None:
    """A decision on one firm's request binds it; what an office makes known to all is no order."""
    firm = "Công ty TNHH Brenntag Việt Nam"
    notice = f"Cục trưởng Cục Hải quan thông báo để {firm} biết và thực hiện./."
    assert told(notice) == [(firm, LEAD, None)]
    everyone = "Văn phòng Chính phủ thông báo để các bộ, cơ quan, địa phương biết, thực hiện./."
    assert not told(everyone)


def test_counters_and_blanks_tell_nobody() -> None:
    """Where results are fetched, and the lines of a form, are no work of the body that stands above."""
    assert lists_things("Nơi nhận kết quả.")
    assert not lists_things("Nơi nhận kết quả báo Sở Y tế.")
    assert not told("Điều 5. Biên bản\n\n- Đại diện Ủy ban nhân dân xã: ………………………………")


def test_a_rank_alone_is_that_of_those_above() -> None:
    """Reads "Chủ tịch Ủy ban nhân dân huyện" below the districts by name."""
    text = (
        "5. Ủy ban nhân dân các huyện: Bình Đại, Ba Tri\n\n- Bố trí khu neo đậu riêng.\n\n"
        "- Chủ tịch Ủy ban nhân dân huyện kiểm điểm người đứng đầu xã."
    )
    districts = ["Ủy ban nhân dân huyện Bình Đại", "Ủy ban nhân dân huyện Ba Tri"]
    assert [agency for agency, _, _ in told(text)] == districts * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Tổ chức quản lý chợ căn cứ Nội quy mẫu được ban hành để xây dựng Nội quy chợ.",
            ["Tổ chức quản lý chợ"],
            id="whoever runs a thing acts on the ground of another",
        ),
        pytest.param(
            "a) Đối với các hành vi vi phạm pháp luật, Tổ chức quản lý chợ có trách nhiệm lập biên bản.",
            ["Tổ chức quản lý chợ"],
            id="whoever runs a thing, behind a circumstance",
        ),
        pytest.param(
            "1. Tổ chức các cuộc họp; trao đổi thông tin bằng văn bản. Cơ quan phát hiện vấn đề phát sinh có trách nhiệm kịp "
            "thời báo cáo, thông tin, trao đổi với các cơ quan liên quan.",
            ["Cơ quan phát hiện vấn đề phát sinh"],
            id="whoever finds a thing, in a sentence of its own",
        ),
        pytest.param(
            f"4. {TRADERS} phải chấp hành Nội quy chợ.",
            [TRADERS],
            id="those who take part in several things, and all others",
        ),
        pytest.param(
            "9. Lực lượng bảo vệ chợ trong ca trực có trách nhiệm bảo đảm an toàn hàng hóa gửi lại chợ.",
            ["Lực lượng bảo vệ chợ trong ca trực"],
            id="what a force is for is no order",
        ),
        pytest.param(
            "4. Viên chức, nhân viên cơ quan Nhà nước vào chợ để thi hành nhiệm vụ phải thông báo với Tổ chức quản lý chợ.",
            ["Viên chức, nhân viên cơ quan Nhà nước vào chợ để thi hành nhiệm vụ"],
            id="what staff must do",
        ),
        pytest.param(
            "1. Thương nhân, viên chức, nhân viên quản lý chợ có quyền và nghĩa vụ tham gia các phong trào thi đua.",
            ["Thương nhân, viên chức, nhân viên quản lý chợ"],
            id="a right and duty",
        ),
        pytest.param(
            "Điều 5. Quy định đối với cán bộ, nhân viên quản lý chợ\n\n1. Thu tiền thuê điểm kinh doanh đúng quy định.",
            ["Cán bộ, nhân viên quản lý chợ"],
            id="the title of rules for staff",
        ),
        pytest.param(
            "11. Đơn vị quản lý nghĩa trang, chủ đầu tư cơ sở hỏa táng\n\n- Niêm yết giá dịch vụ tại nơi dễ thấy.",
            ["Đơn vị quản lý nghĩa trang, chủ đầu tư cơ sở hỏa táng"],
            id="a heading names those who run something, without a colon",
        ),
        pytest.param(
            "1.2. Công chứng viên:\n\na) Trực tiếp chứng kiến việc ký, điểm chỉ.",
            ["Công chứng viên"],
            id="notaries",
        ),
        pytest.param(
            "b) Các tổ chức, cá nhân chấp hành tốt Nội quy chợ hoặc có thành tích xuất sắc trong việc bắt kẻ gian được khen "
            "thưởng theo thẩm quyền.",
            [],
            id="who is rewarded is told nothing",
        ),
        pytest.param(
            "1. Tổ chức, cá nhân có thành tích thì được khen thưởng. Sở Công Thương có trách nhiệm định kỳ tổng hợp kết quả, đề "
            "xuất tặng bằng khen, khen thưởng.",
            ["Sở Công Thương"],
            id="who proposes rewards is told to",
        ),
    ],
)  # fmt: skip
def test_rules_of_a_place_bind_those_who_run_and_use_it(text: str, expected: list[str]) -> None:
    """Reads the rules of a market or cemetery: whoever they name, as they name them."""
    assert [agency for agency, _, _ in told(text)] == expected
