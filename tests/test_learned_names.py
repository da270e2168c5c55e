"""Where names begin and end that no rule knows, as learned from annotated names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import learned
from corpus.actors import Reader
from corpus.extents import EXTENTS, chances, likeliest, likely_end, steps
from corpus.openings import OPENINGS, opened
from corpus.text import fold
from corpus.verbs import opens_order
from eval import fit_names
from eval.fit_names import fit, places_in

HOLDS_A_VERB = "Các đơn vị cung cấp nước sạch trên đảo khẩn trương khôi phục cấp nước trước 18 giờ."


def test_a_name_reaches_up_to_the_order() -> None:
    """It may hold a verb; the chances of all its ends together are no more than one."""
    folded = fold(HOLDS_A_VERB)
    likely = chances(HOLDS_A_VERB, folded, 0)
    assert 0.85 < sum(likely.values()) <= 1.0
    end, sure = likeliest(likely)
    assert HOLDS_A_VERB[:end] == "Các đơn vị cung cấp nước sạch trên đảo"
    assert sure > 0.5
    assert likely_end(HOLDS_A_VERB, folded, 0, len("Các đơn vị")) == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("các sở, Thủ trưởng các ban, ngành; Chủ tịch UBND các xã", "các sở"),
        (
            "các tổ chức, cá nhân đã nhận khoán năm 2025 nhưng chưa nhận được kinh phí hỗ trợ thì hưởng",
            "các tổ chức, cá nhân",
        ),
        ("Các xã cấp nước sạch cho dân, có bồn chứa của doanh nghiệp; nếu", "Các xã"),
    ],
)  # fmt: skip
def test_what_rules_know_better_stays(text: str, end: str) -> None:
    """Titles in a list, a case that some are in, a sentence that orders nothing."""
    assert likely_end(text, fold(text), 0, len(end)) == len(end)


@pytest.mark.parametrize(
    ("text", "named", "group"),
    [
        ("Đại đội Thông tin bảo đảm liên lạc.", "Đại đội Thông tin", False),
        ("Các hiệu thuốc có trách nhiệm niêm yết giá.", "Các hiệu thuốc", True),
        ("Công chứng viên phải trực tiếp chứng kiến việc ký.", "Công chứng viên", True),
        ("Huấn luyện viên có trách nhiệm lập giáo án.", "Huấn luyện viên", True),
    ],
)
def test_whoever_no_rule_knows_is_read(text: str, named: str, *, group: bool) -> None:
    """Without a capital of its own it is a class; without what was learned nobody is named."""
    found = Reader(text).actors(0)
    assert found is not None
    assert [(actor.name, actor.group) for actor in found.members] == [(named, group)]
    assert Reader(text, learned=False).actors(0) is None


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung Công an tỉnh có trách nhiệm chủ trì",
        "Người dân không được tự ý mở cửa cống.",
        "Nhà sản xuất: Kester.",
        "Sở trực tiếp kiểm tra hiện trạng.",
        "Thời gian thực hiện: quý II năm 2026.",
        "Tổ chức tuyên truyền đến từng hộ dân.",
    ],
)
def test_what_is_no_name_of_whoever_is_told(text: str) -> None:
    """Words before a known body, people at large, a field, an office without its name, a time, a verb."""
    assert Reader(text).actors(0) is None


def test_a_name_opens_only_where_somebody_may_be_told() -> None:
    """Behind a word of order, and not behind any word."""
    told = "Yêu cầu các khoa, phòng nghiêm túc thực hiện."
    assert opened(told, fold(told), len("Yêu cầu ")) == len("Yêu cầu các khoa, phòng")
    among = "Có ít nhất 90% các khoa, phòng nghiêm túc thực hiện."
    assert opened(among, fold(among), among.index("các khoa")) is None
    traffic = (
        "Phương tiện giao thông đã được cơ quan Công an cấp giấy."  # "giao" gives nothing here
    )
    assert opened(traffic, fold(traffic), traffic.index("thông")) is None


def test_places_of_gold_are_found_and_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names in the clauses of tasks, places that readers marked, places without any; weights are
    written, and what they say of the names they are of is right."""
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n\nSố: 12/CT-UBND\n\nSơn Hà, ngày 3 tháng 3 năm 2025\n\nCHỈ THỊ\n"
        "Về nước sạch\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n"
        "1. Các đơn vị cấp nước, Sở Xây dựng khôi phục mạng lưới.\n"
        "2. Sở Y tế lấy mẫu nước hằng tuần.\n"
    )
    (tmp_path / "12-CT-UBND.txt").write_text(text, "utf-8")
    quote = "Các đơn vị cấp nước, Sở Xây dựng khôi phục mạng lưới."
    told = {"doc": "12-CT-UBND", "role": "general", "quote": quote, "deadline": None}
    lines = [{**told, "agency": name} for name in ("Các đơn vị cấp nước", "Sở Xây dựng")]
    gold = tmp_path / "tasks.jsonl"
    gold.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    found = places_in(gold)
    names = {place.text[place.at : place.end] for place in found if place.end is not None}
    assert names == {"Các đơn vị cấp nước", "Sở Xây dựng"}
    whole = " ".join(text.split())
    begin = whole.index("Sở Y tế lấy")
    marks = [(begin, begin + len("Sở Y tế")), (begin + len("Sở Y tế "), begin + len("Sở Y tế "))]
    entries = [{"doc": "12-CT-UBND", "within": [begin, len(whole)], "at": list(at)} for at in marks]
    marked = tmp_path / "names.jsonl"
    marked.write_text("\n".join(map(json.dumps, entries)), "utf-8")
    begins, nothing = places_in(marked)
    assert begins.text[begins.at : begins.end] == "Sở Y tế"
    assert nothing.end is None
    known = dict(learned.weights(EXTENTS)), dict(learned.weights(OPENINGS))
    monkeypatch.setattr(fit_names, "_CORPUS", tmp_path)
    monkeypatch.setattr(fit_names, "_RARE", 1)
    fit([*found, begins, nothing] * 3)
    learned.weights.cache_clear()
    assert known == (learned.weights(EXTENTS), learned.weights(OPENINGS))
    lines = (tmp_path / EXTENTS).read_text("utf-8").splitlines()
    learnt = {seen: float(weight) for seen, weight in (line.split("\t") for line in lines)}
    reading = list(steps(begins.text, fold(begins.text), begins.at))
    likely = [learned.chance(learnt, seen) for _, seen in reading[:2]]
    assert likely[1] > likely[0]  # behind "Sở Y tế" rather than behind "Sở Y"


def test_where_somebody_works_is_no_order() -> None:
    """Whom one works with may be."""
    assert not opens_order("làm việc tại các quận ủy", 0)
    assert opens_order("làm việc với các hộ dân", 0)
