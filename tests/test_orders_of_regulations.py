"""Orders as regulations give them: classes by their trade, passages amended, steps of a procedure."""

from __future__ import annotations

import pytest

from tests.test_orders import GENERAL, JOINT, LEAD, PROCEDURE, SUPPORT, told

OF_TRADE = "quản lý ngành, lĩnh vực"
EITHER = "Phòng Kinh tế xã/Phòng Kinh tế, Hạ tầng và Đô thị phường"
SLASHED = "Cục Xe máy - Vận tải/Tổng cục Hậu cần - Kỹ thuật"
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
            f"1. Sửa đổi điểm a như sau:\n\n“a) {TERM}, Cục trưởng {SLASHED} quyết định phê duyệt hoặc công nhận hồ sơ thiết kế;",
            [(SLASHED, LEAD, TERM)],
            id="a point as it is to read, behind a term",
        ),
        pytest.param(
            "1. Sửa đổi điểm a như sau:\n\n“a) Ủy ban nhân dân cấp tỉnh có trách nhiệm quy định cụ thể chức năng, nhiệm vụ của Sở Tư pháp”.",
            [("Ủy ban nhân dân cấp tỉnh", GENERAL, None)],
            id="a point as it is to read",
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
