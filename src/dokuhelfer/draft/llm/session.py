"""Drafting while somebody still speaks: what was said is read, placed and phrased in the pauses.

The prompt only grows; answers and sentences are remembered by the clauses' places and words. So at
the end of speech the model has to deal with what was said last, and no more; clauses that a later
correction changed are asked for again. Until then `DraftingSession.so_far` is the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import hear, make_draft
from dokuhelfer.draft.llm.engine import LlmEngine
from dokuhelfer.draft.llm.interview import Interview, Paused, Progress
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.phrasing import Phrasing, Writing, phrase_ahead
from dokuhelfer.draft.llm.placing import PlacingByModel
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript

_TOGETHER = 2
"""Utterances that are read and placed before the next sentence is written. One alone costs a turn
of its own, some 25 tokens: with two at a time a 4B model whose machine only just keeps up with the
speaker has a third less left to do behind the last word."""


class DraftingSession:
    """One dictation, drafted with a language model as it grows.

    Errors of the model (`DokuError`) may come from any call; the rules can still draft then.

    Args:
        language: the model; nobody else asks it anything until the session is over.
        models: as for `make_draft`.
        phrases, writing: as for `LlmEngine`.

    Attributes:
        context: may be another from the next call on, as when a person is chosen late; what the
            model has answered stays.
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
        self._quoting = LlmEngine(language, interview=self._interview)
        self._engine = LlmEngine(
            language, phrases=phrases, writing=writing, interview=self._interview
        )
        self._phrases = phrases
        self._template = template
        self.context = context
        self._models = models

    def prepare(self) -> None:
        """Load the model and read the template; best before anybody speaks."""
        self._interview.prepare()

    def add(
        self,
        transcript: Transcript,
        go_on: Callable[[], bool] = lambda: True,
        more_said: Callable[[], int] = lambda: 0,
    ) -> None:
        """Read, place and, if asked for, phrase what was said so far.

        Args:
            transcript: of the closed utterances; a last clause without its end waits.
            go_on: asked before each question to the model and while it writes, a second's
                work apart at most; False ends the call, and what was answered by then is
                kept. So the recogniser never waits for the draft.
            more_said: asked behind each sentence, how many utterances came since. Some of them
                end the call, as they are to be placed before more is phrased. A sentence is
                not given up for it.
        """
        if not transcript.has_words:
            return
        prepared = hear(transcript, self._template, self.context).drafted
        interview = self._interview
        interview.go_on = go_on
        interview.hear(prepared.clauses, growing=True)
        placing = PlacingByModel(interview)
        with suppress(Paused):
            fields = draft_rules(
                prepared.clauses, prepared.facts, self._template, self.context, placing
            )
            if self._phrases:
                work = Phrasing(interview, self._template, self.context, prepared)
                phrase_ahead(fields, work, lambda: more_said() >= _TOGETHER)

    def so_far(self, transcript: Transcript) -> Draft:
        """The checked draft of the whole dictation in quotes, at once: nothing more is asked.

        What the model has not been asked for yet stands where the rules put it; `finish` may
        put that elsewhere. All typed fields, persons and times are final.
        """
        self._interview.asks = False
        try:
            return self._made(transcript, self._quoting)
        finally:
            self._interview.asks = True

    def finish(self, transcript: Transcript) -> Draft:
        """The checked draft of the whole dictation."""
        self._interview.go_on = lambda: True
        return self._made(transcript, self._engine)

    def _made(self, transcript: Transcript, engine: LlmEngine) -> Draft:
        return make_draft(transcript, self._template, self.context, engine, self._models)
