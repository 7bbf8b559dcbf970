"""Drafting while somebody still speaks: what was said is read and placed in the pauses.

The prompt only grows, and answers are remembered by a clause's place and words. So at the end of
speech the model has to read and decide what was said last, and no more; clauses that a later
correction changed are asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import hear, make_draft
from dokuhelfer.draft.llm.engine import LlmEngine
from dokuhelfer.draft.llm.interview import Interview, Paused, Progress
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.phrasing import Writing
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript

if TYPE_CHECKING:
    from dokuhelfer.draft.prepared import Prepared


class DraftingSession:
    """One dictation, drafted with a language model as it grows.

    Errors of the model (`DokuError`) may come from any call; the rules can still draft then.

    Args:
        language: the model; nobody else asks it anything until the session is over.
        models: as for `make_draft`.
        phrases, writing: as for `LlmEngine`.
    """

    def __init__(
        self,
        language: Language,
        template: Template,
        context: Context,
        models: Mapping[str, str | None] | None = None,
        *,
        phrases: bool = False,
        progress: Progress = lambda done, total: None,
        writing: Writing = lambda field, text: None,
    ) -> None:
        self._interview = Interview(language, template, progress)
        self._engine = _Continuing(self._interview, language, phrases=phrases, writing=writing)
        self._template = template
        self._context = context
        self._models = models

    def add(self, transcript: Transcript, go_on: Callable[[], bool] = lambda: True) -> None:
        """Read and place what was said so far: ``transcript`` of the closed utterances.

        Args:
            go_on: asked before each question to the model, a second's work at most; False
                ends the call, and what was answered by then is kept. So the recogniser
                never waits for the draft.
        """
        if not transcript.has_words:
            return
        heard = hear(transcript, self._template, self._context)
        self._interview.go_on = go_on
        with suppress(Paused):
            self._engine.structure(heard.drafted, self._template, self._context)

    def finish(self, transcript: Transcript) -> Draft:
        """The checked draft of the whole dictation."""
        self._interview.go_on = lambda: True
        return make_draft(transcript, self._template, self._context, self._engine, self._models)


class _Continuing(LlmEngine):
    """Goes on with one interview instead of beginning a new one for each draft."""

    def __init__(
        self, interview: Interview, language: Language, *, phrases: bool, writing: Writing
    ) -> None:
        super().__init__(language, phrases=phrases, writing=writing)
        self._going_on = interview

    def _new(self, template: Template, prepared: Prepared) -> Interview:
        self._going_on.hear(prepared.clauses)
        return self._going_on
