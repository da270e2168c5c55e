"""A run of `chidao eval answers` as one HTML page, and two runs side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from corpus.errors import UsageError

__all__ = ["compare", "html_page", "read_run", "risk_coverage"]

Run = Mapping[str, Any]

_COLUMNS = (
    ("questions", "câu hỏi"),
    ("right_first", "đúng đoạn trong 3 dẫn chứng đầu"),
    ("recall", "độ phủ"),
    ("precision", "độ chính xác"),
    ("typed_right", "đúng giá trị"),
    ("refused_wrongly", "từ chối sai"),
    ("refused_rightly", "từ chối đúng"),
    ("exact", "trích nguyên văn"),
    ("ms_median", "ms (trung vị)"),
    ("ms_worst", "ms (lâu nhất)"),
)
_WIDTH, _HEIGHT, _EDGE = 520, 300, 40
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
    "color-scheme:light dark}table{border-collapse:collapse;margin:1rem 0}"
    "td,th{border:1px solid #8886;padding:.3rem .6rem;text-align:right}"
    "td:first-child,th:first-child{text-align:left}article{border-top:1px solid "
    "#8886;padding:.6rem 0}"
    "pre{white-space:pre-wrap;margin:.3rem 0}svg{max-width:100%}"
)


def risk_coverage(questions: Sequence[Run]) -> list[tuple[float, float, float]]:
    """(confidence, coverage, risk) as the threshold falls past each question.

    Coverage is the share of all questions that are answered, risk the share of those answered
    that are wrong; answering what has no answer is wrong. Both in [0, 1].
    """
    ranked = sorted(questions, key=lambda one: -float(one["confidence"]))
    points, wrong = [], 0
    for answered, one in enumerate(ranked, start=1):
        wrong += not one["right_if_answered"]
        points.append((float(one["confidence"]), answered / len(ranked), wrong / answered))
    return points


def html_page(run: Run) -> str:
    """The page: tables, the risk–coverage curve, every question that failed."""
    tables = [_table("Tất cả", {"": run["all"]}), _table("Theo loại", run["by_type"])]
    tables.append(_table("Theo dạng", run["by_form"]))
    failing = [one for one in run["questions"] if _failed(one)]
    articles = "".join(_article(one) for one in failing)
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>chidao eval answers</title>'
        f"<style>{_STYLE}</style><h1>Chất lượng trả lời</h1>{''.join(tables)}"
        f"<h2>Rủi ro theo độ bao phủ</h2>{_curve(run)}"
        f"<h2>Câu chưa đạt ({len(failing)}/{len(run['questions'])})</h2>{articles}</html>\n"
    )


def _failed(one: Run) -> bool:
    if one["right_first"] is None:
        return not one["abstained"]
    return not one["right_first"] or one["typed"] is False or not one["exact"]


def _table(title: str, rows: Mapping[str, Run]) -> str:
    head = "".join(f"<th>{escape(label)}</th>" for _, label in _COLUMNS)
    body = "".join(
        f"<tr><td>{escape(name)}</td>"
        + "".join(f"<td>{_figure(row.get(column))}</td>" for column, _ in _COLUMNS)
        + "</tr>"
        for name, row in rows.items()
    )
    return f"<h2>{escape(title)}</h2><table><tr><th></th>{head}</tr>{body}</table>"


def _figure(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) and value <= 1 else f"{value:g}"


def _curve(run: Run) -> str:
    """The curve as a drawing; the circle is where the threshold in use stands."""
    points = risk_coverage(run["questions"])
    if not points:
        return ""
    answered = sum(not one["abstained"] for one in run["questions"]) / len(run["questions"])

    def place(coverage: float, risk: float) -> tuple[float, float]:
        return _EDGE + coverage * (_WIDTH - 2 * _EDGE), _HEIGHT - _EDGE - risk * (
            _HEIGHT - 2 * _EDGE
        )

    line = " ".join("{:.1f},{:.1f}".format(*place(c, r)) for _, c, r in points)
    near = min(points, key=lambda point: abs(point[1] - answered))
    x, y = place(near[1], near[2])
    axes = (
        f'<path d="M{_EDGE},{_EDGE} V{_HEIGHT - _EDGE} H{_WIDTH - _EDGE}"'
        ' fill="none" stroke="currentColor"/>'
    )
    labels = (
        f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 8}" text-anchor="middle">bao phủ 0–1</text>'
        f'<text x="12" y="{_EDGE - 12}">rủi ro 0–1</text>'
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" role="img"'
        ' aria-label="rủi ro theo bao phủ"'
        f' font-size="13" fill="currentColor">{axes}{labels}'
        f'<polyline points="{line}" fill="none" stroke="#2563eb" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#dc2626"/></svg>'
        f"<p>Điểm vận hành: trả lời {answered:.0%} số câu, sai {near[2]:.0%} trong số đó.</p>"
    )


def _article(one: Run) -> str:
    def block(label: str, lines: Sequence[str]) -> str:
        return f"<b>{label}</b><pre>{escape(chr(10).join(lines))}</pre>"

    return (
        f"<article><h3>{escape(one['qid'])} · {escape(one['type'])} · {escape(one['form'])} · "
        f"{one['confidence']:.2f}</h3><p>{escape(one['question'])}</p>"
        f"{block('Trả lời', [one['text']])}{block('Dẫn chứng', one['cited'])}"
        f"{block('Cần có', one['expected'])}</article>"
    )


def read_run(path: Path) -> Run:
    """A run kept as JSON.

    Raises:
        UsageError: the file is not one.
    """
    try:
        run: Run = json.loads(path.read_text(encoding="utf-8"))
        run["all"], run["questions"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"“{path}” không phải kết quả của chidao eval answers --json.") from error
    return run


def compare(before: Run, after: Run) -> dict[str, Any]:
    """What changed from one run to another: the measures, and the questions won and lost."""
    measures = {
        name: {"before": before["all"].get(name), "after": after["all"].get(name)}
        for name, _ in _COLUMNS
        if before["all"].get(name) != after["all"].get(name)
    }
    earlier = {one["qid"]: one for one in before["questions"]}
    won: list[str] = []
    lost: list[str] = []
    for one in after["questions"]:
        old = earlier.get(one["qid"])
        if old is None or _failed(old) == _failed(one):
            continue
        (lost if _failed(one) else won).append(f"{one['qid']} {one['question']}")
    return {"changed": measures, "won": won, "lost": lost}
