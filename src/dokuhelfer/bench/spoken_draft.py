"""A dictation drafted with a language model while it is spoken, as a person waits for it.

The model has the time until the next utterance for those before it, and no more; what is measured
begins with the end of speech. What the model says is given: which place it names is not taken (the
rules' stands), and its sentences are texts it is made to write, so that figures do not depend on
what it knows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.llm import DraftingSession
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.transcript.model import Transcript

_WORDS_A_SECOND = 2.0
"""As people dictate: 360 words in three minutes (inference.md §5.1)."""

Clock = Callable[[int | None], float]
"""Seconds, of the wall or of the processor; gets the child's process id."""

Texts = Callable[[str], str]
"""What the model is made to write for a quote."""


@dataclass(frozen=True, slots=True)
class SpokenFigures:
    """What was measured of one dictation, in seconds where nothing is said.

    Attributes:
        speech, speaking: how long somebody speaks, and the work done meanwhile.
        first: from the end of speech to the checked draft of what the model was asked by then,
            the rest placed by the rules (`DraftingSession.so_far`).
        fields, standing: its filled fields of text, and how many of them the complete draft in
            quotes has in the same words. Typed fields, which need no model, do not count.
        quoted: from the end of speech to the complete checked draft in quotes.
        phrased: until the complete checked draft in sentences.
        tokens, steps: written as sentences, and in how many computations.
        late: of the tokens those written after the end of speech.
    """

    speech: float
    speaking: float
    first: float
    fields: int
    standing: int
    quoted: float
    phrased: float
    tokens: int
    steps: int
    late: int


class _Forced:
    """A worker whose answers are given; it does all the work of finding them."""

    def __init__(self, worker: LanguageWorker, texts: Texts, clock: Clock) -> None:
        self._worker = worker
        self._texts = texts
        self._clock = clock
        self._held = 0
        self.tokens = self.steps = 0
        self.written: float | None = None
        """When a sentence was first asked for after `watch`."""
        self._watched = False

    def now(self) -> float:
        return self._clock(self._worker.pid)

    def watch(self) -> None:
        self._watched = True

    def begin(self, pieces: Sequence[Piece]) -> int:
        self._held = self._worker.begin(pieces)
        return self._held

    def append(self, pieces: Sequence[Piece]) -> int:
        self._held = self._worker.append(pieces)
        return self._held

    def rewind(self, tokens: int) -> None:
        self._worker.rewind(tokens)
        self._held = tokens

    def choose(self, options: Sequence[str]) -> int:
        self._worker.choose(options)
        return len(options) - 1

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, None]:
        if self._watched and self.written is None:
            self.written = self.now()
        written = yield from self._worker.recite(f" {self._texts(near.strip())}", near)
        self.steps += written.steps
        self.tokens += written.tokens - self._held
        self._held = written.tokens


def dictate(
    model: LanguageModel,
    template: Template,
    said: Transcript,
    texts: Texts,
    options: LanguageOptions,
    clock: Clock,
) -> SpokenFigures:
    """Speak ``said``, a segment an utterance, and have it drafted.

    Raises:
        DokuError: as `LanguageWorker`.
    """
    with LanguageWorker(model, options) as worker:
        forced = _Forced(worker, texts, clock)
        session = DraftingSession(forced, template, Context(), phrases=True)
        session.prepare()
        speaking, behind = _speak(session, said, forced)
        early = forced.tokens
        began = forced.now() - behind
        shown = session.so_far(said)
        first = forced.now() - began
        forced.watch()
        made = session.finish(said)
        phrased = forced.now() - began
    fields = _texts_of(shown, template)
    whole = _texts_of(made, template)
    return SpokenFigures(
        speech=_arrival(said, len(said.segments)),
        speaking=speaking,
        first=first,
        fields=len(fields),
        standing=sum(whole.get(id) == text for id, text in fields.items()),
        quoted=phrased if forced.written is None else forced.written - began,
        phrased=phrased,
        tokens=forced.tokens,
        steps=forced.steps,
        late=forced.tokens - early,
    )


def _speak(session: DraftingSession, said: Transcript, forced: _Forced) -> tuple[float, float]:
    """All utterances but the last; the work done, and how far it is behind the end of speech.

    As in the window, what was said while the model worked is taken together.
    """
    last = len(said.segments)
    arrivals = [_arrival(said, many) for many in range(last + 1)]
    work = free = 0.0
    many = 0
    while many < last - 1:
        begins = max(free, arrivals[many + 1])
        many = min(_closed(arrivals, begins), last - 1)
        zero = forced.now() - begins
        session.add(
            replace(said, segments=said.segments[:many]),
            lambda zero=zero: forced.now() - zero < arrivals[last],  # type: ignore[misc]
            lambda zero=zero, many=many: _closed(arrivals, forced.now() - zero) - many,  # type: ignore[misc]
        )
        free = forced.now() - zero
        work += free - begins
    return work, max(0.0, free - arrivals[last])


def _closed(arrivals: Sequence[float], when: float) -> int:
    """Utterances that are spoken by then."""
    return bisect_right(arrivals, when) - 1


def _arrival(said: Transcript, many: int) -> float:
    """When so many utterances are spoken."""
    words = sum(len(one.text.split()) for one in said.segments[:many])
    return words / _WORDS_A_SECOND


def _texts_of(draft: Draft, template: Template) -> dict[str, tuple[str, ...]]:
    """The quotes of each filled field of text."""
    return {
        field.id: tuple(one.quote or one.text for one in draft.fields[field.id].statements)
        for field in template.fields
        if field.type is FieldType.TEXT and draft.fields[field.id].statements
    }
