"""What is said for politeness is no part of a question."""

from __future__ import annotations

from time import perf_counter

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
        "Cho hội viên nông dân vay vốn bao nhiêu?",
        "Làm ổn định thị trường là việc của ai?",
        "Xin hồi âm trước ngày nào?",
        "Thừa, thiếu giáo viên thì ai giải quyết?",
        "Ai được cấp thẻ A?",
        "Chúng tôi nuôi lợn ở Bắc Ninh muốn biết mức hỗ trợ bao nhiêu?",
        "Tôi bị mất nhà do bão ở Đắk Lắk, cần biết được hỗ trợ bao nhiêu tiền?",
        "Tôi đang làm báo cáo về dịch tả lợn, cần biết ai chủ trì?",
        "Minh họa phương án cần biết những gì?",
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


@pytest.mark.parametrize("question", ["Ban làm gì?", "Ban làm việc gì?", "Máy là gì?"])
def test_a_board_and_a_machine_are_nobody_greeted(question: str) -> None:
    assert not greets(question)


def test_long_runs_of_spaces_take_no_time() -> None:
    """They took minutes: each place of the run was tried as the beginning of the end."""
    question = "Sở Y tế" + " " * 1_900 + "làm gì b"
    began = perf_counter()
    assert without_courtesy(question) == "Sở Y tế làm gì b"
    assert without_courtesy("Sở Y tế" + " ,\n" * 600 + "làm gì b").endswith("làm gì b")
    assert perf_counter() - began < 5
