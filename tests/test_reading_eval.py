"""Measuring how well headers are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.document import Header
from corpus.errors import UsageError
from eval.reading import catalogue_names, evaluate_reading, report
from eval.run import Request, run

HEADERS = Path(__file__).parent.parent / "eval" / "gold" / "directives" / "headers.jsonl"


@pytest.mark.parametrize(
    ("issuer", "superior", "name"),
    [
        ("Ủy ban nhân dân tỉnh Bắc Ninh", None, "Tỉnh Bắc Ninh"),
        ("Hội đồng nhân dân thành phố Hà Nội", None, "Thành phố Hà Nội"),
        ("Sở Giáo dục và Đào tạo", "Ủy ban nhân dân thành phố Hà Nội", "Thành phố Hà Nội"),
        ("Cục Thuế", "Bộ Tài chính", "Cục Thuế"),
        ("Thuế tỉnh Tây Ninh", "Cục Thuế", "Tỉnh Tây Ninh"),
    ],
)
def test_issuers_map_to_the_catalogues_short_form(issuer: str, superior: str | None, name: str):
    """A body is filed under its place or its own name."""
    assert name in catalogue_names(Header(issuer=issuer, superior=superior))


def test_a_wrong_or_missing_field_is_a_miss(tmp_path):
    """A field of the gold that was not read counts against the accuracy, and is listed."""
    (tmp_path / "a.txt").write_text(
        "SỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 12/SYT-NV\nV/v kiểm tra\n\nKính gửi: Các bệnh viện.\n\nĐề nghị thực hiện./.\n",
        encoding="utf-8",
    )
    gold = {"file": "a.txt", "number": "12/SYT-NV", "kind": "Công văn", "issued": "2025-01-02"}
    (tmp_path / "metadata.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    result = evaluate_reading(tmp_path)
    assert (result.fields["number"].right, result.fields["number"].total) == (1, 1)
    assert (result.fields["issued"].right, result.fields["issued"].total) == (0, 1)
    assert result.fields["signer"].total == 0
    assert result.misses == [("a.txt", "issued", None, "2025-01-02")]
    assert "12/SYT-NV" not in report(result)
    assert "issued read as nothing" in report(result)


def test_a_folder_without_gold_is_refused(tmp_path):
    """Without a catalogue there is nothing to measure against."""
    with pytest.raises(UsageError, match="metadata"):
        evaluate_reading(tmp_path)


def test_another_gold_can_be_named(tmp_path, capsys):
    """The command takes a gold that does not lie beside the documents."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("Số: 12/SYT-NV\n\nĐề nghị thực hiện./.\n", "utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"file": "a.txt", "number": "12/SYT-NV"}), encoding="utf-8")
    run("reading", Request(path=tmp_path / "docs", library=None, other=gold), as_json=True)
    assert json.loads(capsys.readouterr().out)["documents"] == 1


@pytest.mark.parametrize("gold", [None, HEADERS])
def test_headers_of_the_real_documents(shared_data, gold):
    """The aims: number, kind and date at least 99 %, signer 98 %, issuer 97 %; of those with gold of
    their own, and of those that the project annotated."""
    fields = evaluate_reading(shared_data / "directives", gold).fields
    for name, aim in (("number", 0.99), ("kind", 0.99), ("issued", 0.99), ("signer", 0.98)):
        assert fields[name].accuracy >= aim, name
    assert fields["issuer"].accuracy >= 0.97
