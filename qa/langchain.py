"""The doors to LangChain: a retriever, a runnable chain, and the optional chat model.

The chat model is off unless CHIDAO_LLM names one as `init_chat_model` does ("ollama:qwen3"). It
never decides what is true: what it writes is checked sentence by sentence (see `prose.py`).
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict, Field

from corpus.errors import UsageError
from index.filters import Filters
from index.finding import clauses_among
from index.library import Library
from qa.citation import Answer
from qa.messages import say
from qa.present import answer_json, clause_id
from qa.prose import borne_out, prompt, sources_of, split_off
from qa.question import Intent

__all__ = ["ClauseRetriever", "answer_chain", "chat_model", "phrase", "stream_phrased"]

_SECONDS = 30.0  # without a word from the model before its answer is given up
# A complete list must stay complete: these answers are never put into other words.
_LISTS = frozenset({Intent.TASKS, Intent.COMPARISON, Intent.METADATA})


class ClauseRetriever(BaseRetriever):
    """The clauses nearest to a query; `metadata` is the citation of each."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    k: int = Field(default=5, ge=1)
    filters: Filters = Filters()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **kwargs: Any
    ) -> list[Document]:
        del run_manager  # nothing below reports to it
        hits = self.library.search(query, self.filters, int(kwargs.get("k", self.k)))
        found = clauses_among(self.library.store, [hit.clause for hit in hits])
        documents = []
        for hit in hits:
            if hit.clause not in found:
                continue
            head, clause = found[hit.clause]
            citation = {
                "document": head.id, "number": head.number, "kind": head.kind, "title": head.title,
                "issuer": head.issuer, "issued": head.issued.isoformat() if head.issued else None,
                "path": head.path, "clause": clause_id(head.id, clause.index),
                "locator": clause.locator, "start": clause.start, "end": clause.end,
                "score": hit.score,
            }  # fmt: skip
            documents.append(
                Document(page_content=clause.text, metadata=citation, id=citation["clause"])
            )
        return documents


def answer_chain(library: Library, filters: Filters | None = None) -> Runnable[str, dict[str, Any]]:
    """A runnable from a question to the JSON of `chidao ask`."""

    def ask(question: str) -> dict[str, Any]:
        from qa.answer import answer  # answer.py reaches for the model in this file

        return answer_json(answer(library, question, filters=filters))

    return RunnableLambda(ask)


@cache
def chat_model(name: str | None = None) -> BaseChatModel | None:
    """The chat model of that name, else of $CHIDAO_LLM; None when none is named.

    Raises:
        UsageError: langchain or the provider's package is not installed, or knows no such model.
    """
    name = name or os.environ.get("CHIDAO_LLM")
    if not name:
        return None
    try:
        from langchain.chat_models import init_chat_model

        return init_chat_model(name, temperature=0)
    except Exception as error:  # whatever a provider's package may raise
        reason = str(error).partition("\n")[0][:200]
        raise UsageError(
            f"Không dùng được mô hình ngôn ngữ “{name}” (CHIDAO_LLM): {reason}. Hãy cài "
            f"langchain và "
            "gói của nhà cung cấp, hoặc bỏ CHIDAO_LLM."
        ) from error


def phrase(answer: Answer, model: BaseChatModel, seconds: float = _SECONDS) -> Answer:
    """The answer in the model's words, as far as the clauses bear them out; else as it was."""
    *_, last = stream_phrased(answer, model, seconds)
    return last


def stream_phrased(
    answer: Answer, model: BaseChatModel, seconds: float = _SECONDS
) -> Iterator[Answer]:
    """The answer growing by one proved sentence at a time; the last one is final."""
    sources = sources_of(answer.citations)
    if answer.abstained or answer.intent in _LISTS or not sources:
        yield answer
        return
    rules, asked = prompt(answer.question, answer.language, sources)
    messages = [SystemMessage(rules), HumanMessage(asked)]
    kept: list[str] = []
    dropped = 0
    pending = ""
    try:
        for chunk in _chunks(model, messages, seconds):
            pending += chunk
            whole, pending = split_off(pending)
            for sentence in whole:
                if borne_out(sentence, sources):
                    kept.append(sentence)
                    yield replace(answer, text=" ".join(kept))
                else:
                    dropped += 1
    except _ModelDownError:
        yield replace(answer, notices=(*answer.notices, say("answer.llm_down", answer.language)))
        return
    if pending.strip():
        if borne_out(pending.strip(), sources):
            kept.append(pending.strip())
        else:
            dropped += 1
    notices = answer.notices
    if dropped:
        notices = (*notices, say("answer.llm_dropped", answer.language, count=dropped))
    yield replace(answer, text=" ".join(kept) or answer.text, notices=notices)


class _ModelDownError(Exception):
    """The model failed, or was silent for too long."""


def _chunks(model: BaseChatModel, messages: list[Any], seconds: float) -> Iterator[str]:
    """The model's words as they come; a thread waits for them, so that one that hangs is left."""
    arrived: queue.Queue[str | Exception | None] = queue.Queue()

    def listen() -> None:
        try:
            for chunk in model.stream(messages):
                arrived.put(str(chunk.text))
            arrived.put(None)
        except Exception as error:  # noqa: BLE001 - whatever a provider raises means it is down
            arrived.put(error)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            item = arrived.get(timeout=seconds)
        except queue.Empty:
            raise _ModelDownError(f"{seconds:g} s") from None
        if isinstance(item, Exception):
            raise _ModelDownError(str(item)) from item
        if item is None:
            return
        yield item
