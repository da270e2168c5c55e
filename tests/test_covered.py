"""Signatures that a stamp half covers: made out where only one thing can have stood there."""

from __future__ import annotations

import pytest

from corpus.covered import covered_capacity, deputy, uncover
from tests.test_header import MOTTO, reading

SURNAMES = frozenset(["nguyễn", "trần", "hồng", "khổng", "phùng", "lê"])
BODY = "Phó Thủ tướng Chính phủ Trần Hồng Hà có ý kiến như sau; Vụ trưởng Lê Minh Hà dự họp."


@pytest.mark.parametrize(
    ("lines", "name", "position"),
    [
        (["KT. BỘ TRƯỞNG", "…HỨ TRƯỞNG", "guyền Sinh Nhật Tân :"], "Nguyễn Sinh Nhật Tân", "Thứ trưởng"),
        (["…TRƯỞNG, CHỦ NHIỆM", "ÓCHỦ NHIỆM", "Nguyên Sỹ Hiệp"], "Nguyễn Sỹ Hiệp", "Phó Chủ nhiệm"),
        # "CHỦ NHIỆM" below another office may have been a deputy's.
        (["…TRƯỞNG, CHỦ NHIỆM", "CHỦ NHIỆM", "…uyễn Sỹ Hiệp"], "Nguyễn Sỹ Hiệp", None),
        (["THỦ TƯỚNG", "…TƯỚNG", "…Hồng Hà"], "Trần Hồng Hà", None),
        (["CHỦ TỊCH", "Trần Văn An"], "Trần Văn An", "Chủ tịch"),
    ],
)  # fmt: skip
def test_what_is_covered_is_given_back_where_it_is_certain(lines, name, position):
    """By the only surname that ends so, by the text that names the signer, by the only office."""
    found = uncover(lines, SURNAMES, BODY)
    assert found is not None
    assert (found.name, found.position) == (name, position)


@pytest.mark.parametrize(
    "lines",
    [
        ["KT. THỦ TƯỚNG", "Quang"],  # a given name alone
        ["KT. THỦ TƯỚNG", "…Văn Quang"],  # named nowhere
        ["KT. THỦ TƯỚNG", "Phùng Thị … Hà"],  # a gap within: not "Phùng Thị Hà"
        ["KT. THỦ TƯỚNG", "…Hà"],  # two in the text
        ["1. Sở Y tế", "Nguyễn Văn An"],  # no office above
        [],
    ],
)
def test_no_name_is_invented(lines):
    """What could have been another is no name."""
    assert uncover(lines, SURNAMES, BODY) is None


def test_a_covered_signature_is_a_doubt_of_the_document():
    """The signer is given, and that he was only half legible is told."""
    found = reading(
        f"BỘ CÔNG THƯƠNG\n\n{MOTTO}Số: 6/TT-BCT\n\nHà Nội, ngày 1 tháng 2 năm 2025\n\nTHÔNG TƯ\n"
        "Về việc nhập khẩu\n\nĐiều 1. Phạm vi\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "KT. BỘ TRƯỞNG\n…HỨ TRƯỞNG\n…guyền Sinh Nhật Tân\n"
    )
    assert found.header.signer is not None
    assert found.header.signer.name == "Nguyễn Sinh Nhật Tân"
    assert any("dấu che" in doubt for doubt in found.doubts)
    assert found.header.recipients == ("Như trên", "Lưu: VT")


@pytest.mark.parametrize(
    ("tail", "position", "authority"),
    [
        ("CỤC TRƯỞNG\nKT. TRƯỞNG BAN …\n…PHÓ … TRƯỞNG BAN\nNguyễn Văn An\n", None, None),
        ("KT. CHỦ TỊCH\n…CHỦ TỊCH\nNguyễn Văn An\n", None, "KT. CHỦ TỊCH"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n", "Phó Chủ tịch", "KT. CHỦ TỊCH"),
        ("…CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n", "Phó Chủ tịch", "KT. CHỦ TỊCH"),
        ("KT. BỘ TRƯỞNG\nXà SN Nguyễn Văn An\n", None, None),  # strokes beside the name
    ],
)
def test_an_office_that_is_covered_is_none(tail, position, authority):
    """Not the office of whom it is signed for, nor what is left of a longer one."""
    found = reading(
        f"SỞ Y TẾ\n\n{MOTTO}Số: 6/QĐ-SYT\n\nHà Nội, ngày 1 tháng 2 năm 2025\n\nQUYẾT ĐỊNH\n"
        f"Về việc kiểm tra\n\nĐiều 1. Phạm vi\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{tail}"
    ).header.signer
    assert found is not None
    assert (found.name, found.position, found.authority) == ("Nguyễn Văn An", position, authority)


@pytest.mark.parametrize(
    ("line", "position", "capacity"),
    [
        ("…CHỦ TỊCH", "Phó Chủ tịch", "KT. CHỦ TỊCH"),
        ("… BỘ TRƯỞNG, CHỦ NHIỆM", "Phó Chủ nhiệm", "KT. BỘ TRƯỞNG, CHỦ NHIỆM"),
        ("…BỘ TRƯỞNG", "Thứ trưởng", "KT. BỘ TRƯỞNG"),
        ("…ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch", "TM. ỦY BAN NHÂN DÂN TỈNH"),
        ("…CHỦ TỊCH", "Chánh Văn phòng", None),  # TL. or TUQ.
        ("…CHỦ TỊCH", None, None),
        ("…TRƯỞNG", "Phó Trưởng phòng", None),  # of what, is covered
    ],
)
def test_whom_a_deputy_signs_for_is_certain(line, position, capacity):
    """By the decree; where another capacity could have stood there, it is none."""
    assert covered_capacity(line, position) == capacity


@pytest.mark.parametrize(
    ("above", "line", "office"),
    [
        ("KT. THỦ TƯỚNG", "PH THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("KT. CHỦ TỊCH", ": HÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", None),  # nothing is missing
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", None),
        ("KT. GIÁM ĐỐC", "P. GIÁM ĐỐC", None),
        ("TL. CHỦ TỊCH", "PH CHỦ TỊCH", None),
    ],
)
def test_what_is_left_of_a_deputys_office(above, line, office):
    """Only below the office that he signs in place of."""
    assert deputy(above, line) == office


def test_a_covered_capacity_is_no_recipient():
    """The line above the office belongs to the signature, and what it was is told as a doubt."""
    found = reading(
        f"SỞ Y TẾ\n\n{MOTTO}Số: 6/QĐ-SYT\n\nHà Nội, ngày 1 tháng 2 năm 2025\n\nQUYẾT ĐỊNH\n"
        "Về việc kiểm tra\n\nĐiều 1. Phạm vi\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "…GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn An\n"
    )
    signer = found.header.signer
    assert signer is not None
    assert (signer.position, signer.authority) == ("Phó Giám đốc", "KT. GIÁM ĐỐC")
    assert found.header.recipients == ("Như trên", "Lưu: VT")
    assert any("KT. GIÁM ĐỐC" in doubt for doubt in found.doubts)
