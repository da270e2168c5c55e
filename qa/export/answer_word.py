"""An answer as a Word document: question, statement, then every citation in official form."""

from __future__ import annotations

import re
from pathlib import Path

from qa.citation import Answer
from qa.messages import say
from qa.view.citation import official

__all__ = ["write_answer"]

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML 1.0


def write_answer(answer: Answer, path: Path, lang: str) -> None:
    """Write the answer; page and type follow Decree 30/2020/NĐ-CP, Annex I."""
    from docx import Document
    from docx.shared import Cm, Pt

    book = Document()
    section = book.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3.0), Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.0)
    style = book.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.paragraph_format.space_after = Pt(4)

    def line(words: str, *, bold: bool = False, italic: bool = False) -> None:
        run = book.add_paragraph().add_run(_ILLEGAL.sub(" ", words))
        run.bold, run.italic = bold, italic

    line(answer.question, bold=True)
    if answer.abstained:
        line(say("ask.abstained", lang))
    for words in answer.text.splitlines():
        if words.strip():
            line(words.strip())
    heading = "ask.nearest_heading" if answer.abstained else "ask.evidence"
    cited = answer.nearest if answer.abstained else answer.citations
    if cited:
        line(say(heading, lang, count=len(cited)), bold=True)
    for number, citation in enumerate(cited, start=1):
        line(f"[{number}] {official(citation.head, citation.locator, lang)}", bold=True)
        line(f"“{citation.quote}”")
    line(say("copy.made", lang), italic=True)
    book.save(str(path))
