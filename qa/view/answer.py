"""An answer as the page shows it: the statement, then the evidence, each clause one click away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from qa.citation import Answer, Citation
from qa.courtesy import greets
from qa.messages import say
from qa.view.citation import clause_id, official, render_badges, render_head
from qa.view.markup import Html, attributes, element, join, marked, phrase_spans, word_spans

__all__ = ["SHOWN", "render_answer", "render_examples", "render_history", "with_footnotes"]

SHOWN = 60
"""Citations put on the page at once; the rest come with one more click."""

_MARK = re.compile(r"\[(\d+)\]")
_WORD = re.compile(r"[^\W_]+")

_REPEATED = 2  # quotes that a statement may repeat

_Numbered = tuple[int, Citation]


def render_answer(answer: Answer, lang: str, *, every: bool = False, word: str = "") -> Html:
    """The answer with at most `SHOWN` citations unless `every`; `word` is where Word has all."""
    numbered = list(enumerate(answer.citations, start=1))
    shown = numbered if every else numbered[:SHOWN]
    parts: list[object] = [
        element("p", answer.question, class_="cd-asked"),
        _statement(answer, lang, word),
    ]
    if shown:
        parts += [
            _heading(say("ask.evidence", lang, count=len(numbered))),
            _cards(shown, answer, lang),
        ]
    if len(shown) < len(numbered):
        parts.append(_more(len(shown), len(numbered), lang))
    if answer.abstained and answer.nearest:
        parts += [
            _heading(say("ask.nearest_heading", lang)),
            _cards([(0, citation) for citation in answer.nearest], answer, lang),
        ]
    if not greets(answer.question):
        parts.append(_rating(lang))
    return element("div", *parts, class_="cd-answer", data_every=every)


def _heading(words: str) -> Html:
    return element("h2", words, class_="cd-heading")


def _more(shown: int, count: int, lang: str) -> Html:
    return element(
        "p",
        say("ask.shown", lang, shown=shown, count=count),
        " ",
        element("button", say("ask.show_all", lang), type="button", data_event="more"),
        class_="cd-more",
    )


def _statement(answer: Answer, lang: str, word: str) -> Html:
    """What is answered, in short, with its marks [n] as buttons that open the evidence."""
    notices = [element("p", notice, class_="cd-notice") for notice in answer.notices]
    if greets(answer.question):  # nothing was asked that the library could not answer
        return element("div", element("p", answer.text), class_="cd-statement", role="status")
    if answer.abstained:
        return element(
            "div",
            element("h2", say("ask.abstained", lang)),
            element("p", answer.text or say("ask.abstained_why", lang)),
            *notices,
            class_="cd-statement cd-abstained",
            role="status",
        )
    lines = [element("p", _linked(line, answer, lang)) for line in _brief(answer)]
    download = [
        element("a", say("copy.word", lang), href=where, download=True, class_="cd-quiet")
        for where in ([word] if word else [])
    ]
    copy = element(
        "button", say("copy.answer", lang), type="button", class_="cd-quiet",
        data_copy=with_footnotes(answer, lang), data_copied=say("card.copied", lang),
    )  # fmt: skip
    return element(
        "div",
        element("h2", say("ask.answer", lang), class_="cd-hidden"),
        *lines,
        *notices,
        element("p", copy, *download, class_="cd-tools"),
        class_="cd-statement",
        role="status",
    )


def _brief(answer: Answer) -> list[str]:
    """The lines of the statement that say more than the cards below do.

    A list of tasks repeats every quote under the name of its document: of it the first lines
    stay. An answer of one or two sentences stays whole.
    """
    lines = [line.strip() for line in answer.text.splitlines() if line.strip()]
    repeats = [_repeats(line, answer) for line in lines]
    if sum(repeats) <= _REPEATED:
        return lines
    return [
        line
        for line, repeated, following in zip(lines, repeats, [*repeats[1:], False], strict=True)
        if not repeated and not (following and line.endswith(":"))
    ]


def _repeats(line: str, answer: Answer) -> bool:
    """Whether a line quotes whole the clauses that it marks."""
    cited = [int(mark[1]) for mark in _marks(line, answer)]
    quotes = [answer.citations[n - 1].quote for n in cited if 0 < n <= len(answer.citations)]
    return bool(quotes) and all(quote in line for quote in quotes)


def _marks(line: str, answer: Answer) -> list[re.Match[str]]:
    """The marks [n] of a line; what a document itself has in brackets, a footnote, is none."""
    found = list(_MARK.finditer(line))
    cited = {int(mark[1]) for mark in found if 0 < int(mark[1]) <= len(answer.citations)}
    quotes = [answer.citations[number - 1].quote for number in cited]
    quoted = [(at, at + len(quote)) for quote in quotes if (at := line.find(quote)) >= 0]
    return [mark for mark in found if not any(start <= mark.start() < end for start, end in quoted)]


def _linked(line: str, answer: Answer, lang: str) -> Html:
    known = dict(enumerate(answer.citations, start=1))
    parts: list[object] = []
    at = 0
    for match in _marks(line, answer):
        number = int(match[1])
        if number in known:
            parts += [line[at : match.start()], _number(number, known[number], lang)]
            at = match.end()
    return join([*parts, line[at:]])


def _number(number: int, citation: Citation, lang: str) -> Html:
    """The mark [n]: a button that opens the clause in its document."""
    return element(
        "button", str(number), type="button", class_="cd-n",
        data_event="cite", data_clause=_target(citation),
        aria_label=say("card.open_n", lang, n=number, locator=citation.locator),
    )  # fmt: skip


def _target(citation: Citation) -> str:
    return clause_id(citation.head.id, citation.clause.index)


def with_footnotes(answer: Answer, lang: str) -> str:
    """The answer as plain text with its first citations as numbered notes."""
    notes = [
        f"[{number}] {official(citation.head, citation.locator, lang)}: “{citation.quote}”"
        for number, citation in enumerate(answer.citations[:SHOWN], start=1)
    ]
    if len(answer.citations) > SHOWN:
        notes.append(say("copy.rest", lang, count=len(answer.citations) - SHOWN))
    return "\n".join([answer.question, "", *_brief(answer), "", *notes]).strip()


def _cards(numbered: Sequence[_Numbered], answer: Answer, lang: str) -> Html:
    """Citations under the documents they stand in, in the order given; number 0 is not shown."""
    words = _WORD.findall(answer.question)
    sections = []
    for _, group in groupby(numbered, key=lambda pair: pair[1].head.id):
        cited = list(group)
        cards = [_card(number, citation, words, answer.agency, lang) for number, citation in cited]
        sections.append(
            element(
                "section",
                render_head(cited[0][1].head, lang),
                element("ol", *cards),
                class_="cd-source",
            )
        )
    return element("div", *sections, class_="cd-cards")


def _card(
    number: int, citation: Citation, words: Sequence[str], agency: str | None, lang: str
) -> Html:
    named_as = ""
    if citation.named_as:
        said = say("card.named_as", lang, words=citation.named_as)
        if agency is None:  # a list of everybody's tasks
            said = say("card.formerly", lang, agency=citation.named_as)
        named_as = element("span", said, class_="cd-badge")
    return element(
        "li",
        element(
            "p",
            _number(number, citation, lang) if number else "",
            element("span", citation.locator, class_="cd-locator"),
            render_badges(citation.role, [citation.deadline], lang),
            named_as,
            _card_tools(citation, lang),
            class_="cd-top",
        ),
        element("blockquote", marked(citation.quote, _spans(citation, words, agency))),
        class_="cd-card",
    )


def _spans(citation: Citation, words: Sequence[str], agency: str | None) -> list[tuple[int, int]]:
    """The words of the quote that answer: as the answer says, else body, deadline, and question."""
    if citation.marked:
        return list(citation.marked)
    names = [name for name in (agency, citation.named_as) if name]
    spans = [*phrase_spans(citation.quote, names), *word_spans(citation.quote, words)]
    deadline = citation.deadline
    if deadline and citation.start <= deadline.start < deadline.end <= citation.end:
        spans.append((deadline.start - citation.start, deadline.end - citation.start))
    return spans


def _card_tools(citation: Citation, lang: str) -> Html:
    name = official(citation.head, citation.locator, lang)
    return element(
        "span",
        element(
            "button", say("card.open", lang), type="button", class_="cd-quiet",
            data_event="cite", data_clause=_target(citation),
        ),
        element(
            "button", say("card.copy", lang), type="button", class_="cd-quiet",
            data_copy=name, data_copied=say("card.copied", lang), title=name,
        ),
        class_="cd-tools",
    )  # fmt: skip


def _rating(lang: str) -> Html:
    buttons = [
        element(
            "button", say(f"rate.{verdict}", lang), type="button", class_="cd-quiet",
            data_event="rate", data_verdict=verdict,
        )
        for verdict in ("right", "wrong", "missing")
    ]  # fmt: skip
    note = element(
        "input", class_="cd-note", type="text", maxlength=500, name="note",
        aria_label=say("rate.note", lang), placeholder=say("rate.note", lang),
    )  # fmt: skip
    return element(
        "div", element("span", say("rate.question", lang)), *buttons, note,
        class_="cd-rating", role="group", aria_label=say("rate.question", lang),
    )  # fmt: skip


def render_examples(questions: Sequence[str], suggested: Iterable[str], lang: str) -> Html:
    """Questions that a click asks, and those that the box suggests while somebody types."""
    if not questions:
        return Html("")
    return element(
        "div",
        element("span", say("ask.examples", lang), class_="cd-label"),
        *(_question(question) for question in questions),
        element(
            "datalist",
            *(Html(f"<option{attributes(value=words)}>") for words in suggested),
            id="cd-suggest",
        ),
        class_="cd-examples",
    )


def render_history(questions: Sequence[str], lang: str) -> Html:
    """What was asked before in this session, newest first; a click asks it again."""
    if not questions:
        return Html("")
    return element(
        "details",
        element("summary", say("ask.history", lang), f" ({len(questions)})"),
        element("ol", *(element("li", _question(asked)) for asked in reversed(questions))),
        class_="cd-history",
    )


def _question(question: str) -> Html:
    return element("button", question, type="button", data_event="pick", data_question=question)
