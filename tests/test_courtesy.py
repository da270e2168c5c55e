"""What is said for politeness is no part of a question."""

from __future__ import annotations

import pytest

from qa.courtesy import greets, without_courtesy


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Xin chào, Sở Y tế phải làm gì?", "Sở Y tế phải làm gì?"),
        ("Chào bạn, cho mình hỏi Sở Y tế phải làm gì ạ?", "Sở Y tế phải làm gì?"),
        (
            "Anh chị cho em hỏi là Sở Y tế cần làm những gì với ạ, em cảm ơn",
            "Sở Y tế cần làm những gì",
        ),
        ("so y te phai lam gi a, cam on", "so y te phai lam gi"),
        ("Làm ơn cho biết ai ký công văn 12? Em cảm ơn ạ", "ai ký công văn 12?"),
        (
            (
                "Kính gửi phòng tổng hợp, tôi đang soạn báo cáo nên cần biết Nghị quyết 380 áp dụng đến "
                "hết ngày nào ạ?"
            ),
            "Nghị quyết 380 áp dụng đến hết ngày nào?",
        ),
        ("Ad ơi, hạn nộp báo cáo là khi nào thế?", "hạn nộp báo cáo là khi nào?"),
        ("Could you please tell me what Sở Y tế must do? Thanks", "what Sở Y tế must do?"),
    ],
)
def test_politeness_is_taken_off(typed: str, asked: str) -> None:
    assert without_courtesy(typed) == asked
    assert not greets(typed)


@pytest.mark.parametrize(
    "question",
    [
        "Xin phép xây dựng mất bao lâu?",
        "Xin cấp giấy phép ở đâu?",
        "Cho Sở Y tế thêm bao nhiêu tiền?",
        "Thủ tướng gửi lời cảm ơn ai?",
        "Chào mừng ngày 30/4 thì Sở Văn hóa làm gì?",
        "ho tro lai suat vay",
        "ho tro sua nha",
        "Cơ quan nào cần biết trước khi phun thuốc?",
        "Ai muốn hỏi về hồ sơ thì gọi số nào?",
        "Văn bản nào bị Quyết định 301/QĐ-UBND thay thế?",
    ],
)
def test_what_only_looks_like_it_stays(question: str) -> None:
    """The same words with another sense, and words that may be others without their marks."""
    assert without_courtesy(question) == question


@pytest.mark.parametrize(
    "said", ["xin chào", "Cảm ơn bạn nhiều nhé!", "alo", "hello", "bạn giúp được gì?", "em chào ạ"]
)
def test_a_greeting_asks_for_nothing(said: str) -> None:
    assert greets(said)
