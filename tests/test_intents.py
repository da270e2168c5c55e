"""What a question asks for is told by all its words, and by cues where these are plain."""

from __future__ import annotations

import pytest

from eval.answers import Gold
from eval.fit_intents import fit_intents, written_down
from qa import intents
from qa.intents import chances, ngrams
from qa.question import Intent, read_question

REFERENCE = Intent.REFERENCE
TOLD = ("Sở Y tế", "Quốc hội", "Bộ Xây dựng")


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        # Nobody's cue: "ra về với".
        ("Sau cuộc họp bàn chống dịch, Sở Y tế ra về với những nhiệm vụ nào?", Intent.TASKS),
        # A signature, but not that of the document.
        ("Ở Thanh Hóa ai ký cấp thẻ kiểm định viên đo lường thay tỉnh?", Intent.OWNER),
        ("Ai được ủy quyền đứng tên ký bản giải trình gửi Quốc hội?", Intent.OWNER),
        ("Ai ký công văn 12/UBND-VX?", Intent.METADATA),
        ("Công văn 12/UBND-VX có hiệu lực từ khi nào?", Intent.METADATA),
        ("Ai là người đã ký kế hoạch trồng rừng?", Intent.METADATA),
        (
            "Which legal instruments is the department's letter on forged papers based on?",
            REFERENCE,
        ),
        ("so y te phai lam gi ve xet nghiem", Intent.TASKS),
        (
            "Vì lý do gì mà Bộ Xây dựng để Ban Quản lý Dự án 85 sửa đèo chứ không giao nơi khác?",
            Intent.CONTENT,
        ),
    ],
)
def test_the_words_of_the_whole_question_count(asked: str, intent: Intent) -> None:
    """Beside the cues, which know only what was asked before."""
    assert read_question(asked, (), TOLD).intent is intent


def test_of_nobody_there_is_no_list_of_tasks() -> None:
    """However much a question sounds like one."""
    assert read_question("Những nhiệm vụ nào được giao?", (), TOLD).intent is not Intent.TASKS


def test_chances_add_up_and_know_no_comparison() -> None:
    """Of comparisons too few were asked to learn from."""
    found = chances("Sở Y tế phải làm gì?")
    assert set(found) == {kind.value for kind in Intent} - {"comparison"}
    assert sum(2.718281828**chance for chance in found.values()) == pytest.approx(1)


def test_ngrams_are_bare_and_numbers_are_one() -> None:
    """A day and a year say only that a number stands there."""
    assert ngrams("Hạn 15/3/2025?") == ngrams("hạn 2025 ?")
    assert "han 0 ?" in ngrams("Hạn 15/3/2025?")


def test_a_fitted_model_tells_what_it_was_taught() -> None:
    """And what is written down has a line of kinds, one of their bases, and one for each n-gram."""
    golds = [Gold(f"T-{n}", f"Ai lo việc {n}?", "vi", "owner", None, (), "") for n in range(9)]
    golds += [Gold(f"T-{n}", f"Có gì mới {n}?", "vi", "content", None, (), "") for n in range(9)]
    golds += [
        Gold(f"T-{n}", f"Khi nào xong {n}?", "vi", "deadline", None, (), "") for n in range(9)
    ]
    kinds, base, *rows = written_down(fit_intents(golds)).splitlines()
    assert kinds.split("\t") == ["", "content", "deadline", "owner"]
    assert base.startswith("\t")
    assert any(row.startswith("khi nao\t") for row in rows)


def test_chances_are_the_same_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets have another order in every run; a tie must not be broken by it."""
    asked = "Đường cao tốc qua Hưng Yên đang trễ bao lâu?"
    found = sorted(ngrams(asked))
    told = []
    for order in (found, found[::-1], found[1::2] + found[::2]):
        monkeypatch.setattr(intents, "ngrams", lambda _, order=order: order)
        told.append(chances(asked))
    assert told[0] == told[1] == told[2]
