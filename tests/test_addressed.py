"""Whom headings speak to, and sentences that give their order in another way than "Sở A làm …"."""

from __future__ import annotations

import pytest

from corpus.document import SourceLine
from corpus.parse import parse

HEAD = """ỦY BAN NHÂN DÂN
TỈNH PHÚ THỌ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 15/CĐ-UBND
Phú Thọ, ngày 12 tháng 11 năm 2025

CÔNG ĐIỆN
Về việc chủ động ứng phó với mưa lũ

Chủ tịch UBND tỉnh yêu cầu:

"""
ITEM = "Kiểm tra lại toàn bộ phương tiện."


def told(body: str, about: str) -> list[str]:
    """Whom the clause that opens with `about` tells, each with its role, in reading order."""
    lines = [SourceLine(line, 1, at) for at, line in enumerate((HEAD + body).split("\n"), 1)]
    document = parse(lines, "a.txt", "0" * 64)
    return [
        f"{task.agency} | {task.role}"
        for task in document.tasks
        if document.clauses[task.clause].text.startswith(about)
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Nhiệm vụ cụ thể của Sở Y tế",
        "Các nhiệm vụ giao Sở Y tế:",
        "Những việc Sở Y tế cần làm ngay:",
        "Nhóm nhiệm vụ do Sở Y tế chủ trì",
        "Nội dung thuộc trách nhiệm của Sở Y tế:",
        "Sở Y tế với vai trò là cơ quan đầu mối:",
        "Sở Y tế trước ngày 20/11/2025:",
        "Sở Y tế được giao các nhiệm vụ sau:",
        "Sở Y tế làm ngay các việc sau:",
        "Về công tác khám chữa bệnh, Sở Y tế:",
        "Về công tác khám chữa bệnh, giao Sở Y tế:",
        "Để bảo đảm khám chữa bệnh, Sở Y tế có trách nhiệm:",
        "Trước mắt, Sở Y tế tập trung:",
        "Ngoài các nhiệm vụ trên, Sở Y tế:",
        "Cùng với Sở Nội vụ, Sở Y tế:",
        "Thừa lệnh Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh đề nghị Sở Y tế:",
        "Đối với Sở Y tế, UBND tỉnh yêu cầu:",
        "Công tác y tế (Sở Y tế chủ trì):",
        "Về y tế (giao Sở Y tế)",
        "Công tác y tế - Sở Y tế thực hiện:",
        "SỞ Y TẾ CÓ TRÁCH NHIỆM:",
    ],
)
def test_a_heading_speaks_to_one_body(heading: str) -> None:
    """However it says so; the phrase around the name is no body of its own."""
    assert told(f"1. {heading}\na) {ITEM}", ITEM) == ["Sở Y tế | lead"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Đơn vị thi công:", "Đơn vị thi công"),
        ("Người dân vùng ven sông:", "Người dân vùng ven sông"),
        ("Chủ các hồ chứa:", "Chủ các hồ chứa"),
        ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội:",
         "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
        ("Cấp ủy, chính quyền các xã, phường:", "Cấp ủy, chính quyền các xã, phường"),
        ("Các chủ cơ sở cho thuê trọ (hộ gia đình, doanh nghiệp…)", "Các chủ cơ sở cho thuê trọ"),
        ("Chủ đầu tư các dự án kè biển:", "Chủ đầu tư các dự án kè biển"),
    ],
)  # fmt: skip
def test_a_heading_speaks_to_a_class(heading: str, name: str) -> None:
    """Of people or bodies that no register has; the items are theirs, not everybody's."""
    assert told(f"1. {heading}\na) {ITEM}", ITEM) == [f"{name} | general"]


@pytest.mark.parametrize("topic", ["Về kinh phí:", "Công tác tuyên truyền:", "Tổ chức thực hiện:"])
def test_a_topic_is_nobody(topic: str) -> None:
    """Its items speak to those whom the document addresses."""
    assert all(topic.rstrip(":") not in whom for whom in told(f"1. {topic}\na) {ITEM}", ITEM))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sở Y tế trong thời hạn 05 ngày kể từ ngày nhận được văn bản này phải báo cáo UBND tỉnh.",
         ["Sở Y tế | lead"]),
        ("Việc thống kê thiệt hại được giao cho Sở Tài chính; kết quả gửi về Văn phòng UBND tỉnh.",
         ["Sở Tài chính | lead"]),
        ("Trách nhiệm rà soát các điểm ngập úng thuộc về Sở Xây dựng.", ["Sở Xây dựng | lead"]),
        ("Nghiệm thu hệ thống cấp nước là trách nhiệm của Sở Xây dựng, Sở Y tế phối hợp.",
         ["Sở Xây dựng | lead", "Sở Y tế | support"]),
        ("Kinh phí thực hiện do Sở Tài chính cân đối, bố trí từ ngân sách tỉnh.",
         ["Sở Tài chính | lead"]),
        ("Hồ sơ phải được Sở Xây dựng thẩm định trước khi trình.", ["Sở Xây dựng | lead"]),
        ("Xác định giá đất đợt 3 (Sở Tài chính chủ trì, Thuế tỉnh phối hợp) trong tháng 12/2025.",
         ["Sở Tài chính | lead", "Thuế tỉnh | support"]),
        ("Kiểm tra tàu hết niên hạn - Công an tỉnh chủ trì, Sở Xây dựng phối hợp.",
         ["Công an tỉnh | lead", "Sở Xây dựng | support"]),
        ("Nhà thầu nào chạy quá tải thì Sở Xây dựng xử phạt theo hợp đồng.",
         ["Sở Xây dựng | lead"]),
        ("Những kiến nghị vượt thẩm quyền, Sở Tài chính tổng hợp thành một báo cáo.",
         ["Sở Tài chính | lead"]),
        ("Đồng ý để Sở Y tế biệt phái 15 viên chức giúp hai xã.", ["Sở Y tế | lead"]),
        ("Sở Y tế có văn bản hướng dẫn; UBND các xã, phường niêm yết danh sách.",
         ["Sở Y tế | lead", "Ủy ban nhân dân các xã, phường | general"]),
        ("Công ty Điện lực Phú Thọ cắt điện tại các khu vực ngập.",
         ["Công ty Điện lực Phú Thọ | lead"]),
        ("Đài Khí tượng Thủy văn tỉnh đưa bản tin về từng xã.",
         ["Đài Khí tượng Thủy văn tỉnh | lead"]),
        ("Các xã Hợp Kim, Kim Bôi tăng dày chốt gác.",
         ["Ủy ban nhân dân xã Hợp Kim | joint", "Ủy ban nhân dân xã Kim Bôi | joint"]),
        ("UBND xã Hợp Kim, phường Hòa Bình kiểm kê thiệt hại.",
         ["Ủy ban nhân dân xã Hợp Kim | joint", "Ủy ban nhân dân phường Hòa Bình | joint"]),
        ("Sở Nội vụ chủ trì, Liên đoàn Lao động tỉnh phối hợp khảo sát, giới thiệu việc làm.",
         ["Sở Nội vụ | lead", "Liên đoàn Lao động tỉnh | support"]),
        ("Kinh phí đào tạo do Sở Nội vụ chủ trì, Sở Tài chính phối hợp thẩm định, trình UBND tỉnh.",
         ["Sở Nội vụ | lead", "Sở Tài chính | support"]),
        ("Tòa án nhân dân tỉnh được đề nghị sớm đưa ra xét xử lưu động ít nhất 01 vụ.",
         ["Tòa án nhân dân tỉnh | lead"]),
        ("Giao Phó Thủ tướng Trần Hồng Hà kiểm tra Lào Cai và Phó Thủ tướng Lê Thành Long kiểm tra Huế.",
         ["Phó Thủ tướng Chính phủ Trần Hồng Hà | joint",
          "Phó Thủ tướng Chính phủ Lê Thành Long | joint"]),
        ("Đồng chí Trần Quốc Nam - Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo tỉnh chủ trì họp.",
         ["Phó Chủ tịch Ủy ban nhân dân tỉnh Trần Quốc Nam | lead"]),
        ("Chủ tịch UBND đặc khu Phú Quốc, Kiên Hải kiểm kê thiệt hại.",
         ["Ủy ban nhân dân đặc khu Phú Quốc | joint", "Ủy ban nhân dân đặc khu Kiên Hải | joint"]),
        ("UBND các xã, phường ven biển, đặc khu Vân Đồn, Cô Tô kiểm kê thiệt hại.",
         ["Ủy ban nhân dân các xã, phường ven biển, đặc khu Vân Đồn, Cô Tô | general"]),
        ("Sở Xây dựng, Sở Y tế: Sở Xây dựng rải muối; Sở Y tế chuẩn bị thuốc.",
         ["Sở Xây dựng | lead", "Sở Y tế | lead"]),
        ("Chủ đầu tư (Công ty Cổ phần Nông sản Mekong Xanh) hoàn thành ki-ốt, kho lạnh.",
         ["Công ty Cổ phần Nông sản Mekong Xanh | lead"]),
        ("UBND các tỉnh: Huế, Cà Mau là các địa phương đã hoàn thành sớm, cử tổ hỗ trợ các địa phương.",
         ["Ủy ban nhân dân thành phố Huế | joint", "Ủy ban nhân dân tỉnh Cà Mau | joint"]),
        ("Giám đốc Sở Tài chính cân đối vốn để mua 14 xe chữa cháy mini giao Công an cấp huyện quản lý.",
         ["Sở Tài chính | lead"]),
        ("Giám đốc Sở Tài chính cân đối vốn mua 14 xe chữa cháy, giao Công an cấp huyện quản lý.",
         ["Sở Tài chính | lead", "Công an cấp huyện | general"]),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_order(sentence: str, expected: list[str]) -> None:
    """Passive, behind a topic, in parentheses, behind a dash, to a place's body with any verb."""
    assert told(f"1. {sentence}", sentence[:20]) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Danh mục do Bộ Y tế ban hành gồm 12 nhóm thuốc.",
        "Bộ máy chính quyền địa phương 02 cấp hoạt động thông suốt.",
        "Dự án đã được Sở Xây dựng thẩm định năm 2024.",
        "Đến hết năm 2026, hình thành 06 trung tâm tại Hà Nội, Thành phố Hồ Chí Minh, Cần Thơ và Đắk Lắk.",
    ],
)
def test_what_a_thing_is_orders_nothing(sentence: str) -> None:
    """Who made a list, and what was done, is told to nobody."""
    assert told(f"1. {sentence}", sentence[:20]) == []


def test_items_take_the_term_of_a_heading_that_only_announces() -> None:
    """An item's own term goes before it."""
    body = f"1. Sở Y tế trước ngày 20/11/2025:\na) {ITEM}\nb) Rà soát thuốc, xong trước ngày 18/11/2025."
    lines = [SourceLine(line, 1, at) for at, line in enumerate((HEAD + body).split("\n"), 1)]
    terms = [task.deadline.text for task in parse(lines, "a.txt", "0" * 64).tasks if task.deadline]
    assert terms == ["trước ngày 20/11/2025", "trước ngày 18/11/2025"]


def test_several_orders_to_one_body_are_one_task() -> None:
    """With the terms of all its sentences."""
    body = (
        "1. Việc cho học sinh nghỉ học do Bộ Giáo dục và Đào tạo hướng dẫn thống nhất, các trường "
        "thực hiện; riêng đối với trường nội trú, Bộ Giáo dục và Đào tạo báo cáo trước ngày "
        "31/01/2026."
    )
    lines = [SourceLine(line, 1, at) for at, line in enumerate((HEAD + body).split("\n"), 1)]
    tasks = [t for t in parse(lines, "a.txt", "0" * 64).tasks if t.agency.startswith("Bộ")]
    assert [t.deadline.text if t.deadline else None for t in tasks] == ["trước ngày 31/01/2026"]


def test_who_leads_keeps_the_term_behind_who_helps() -> None:
    """Who helps in the same breath has no order, and no sentence, of its own."""
    body = (
        "1. Sở Nội vụ chủ trì, Liên đoàn Lao động tỉnh phối hợp khảo sát việc làm, xong trước ngày "
        "20/11/2025."
    )
    lines = [SourceLine(line, 1, at) for at, line in enumerate((HEAD + body).split("\n"), 1)]
    terms = {
        t.agency: t.deadline and t.deadline.text for t in parse(lines, "a.txt", "0" * 64).tasks
    }
    assert terms == dict.fromkeys(("Sở Nội vụ", "Liên đoàn Lao động tỉnh"), "trước ngày 20/11/2025")
