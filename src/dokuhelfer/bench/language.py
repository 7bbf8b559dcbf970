"""The path from clauses to a draft with a language model, as a person waits for it.

All but the last utterance is read while somebody speaks; what is measured begins with the end of
speech. What the model says is given: which place it names is not taken (the rules' stands), and
its sentences are texts it is made to write, so that figures do not depend on what it knows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.memory import PeakMemory
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.llm import DraftingSession
from dokuhelfer.draft.llm.prompt import task
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_messages import Piece, Turn
from dokuhelfer.engine.language_speeds import LanguageSpeed
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.selftest import measure
from dokuhelfer.transcript.model import Segment, Transcript

WORDS = 360
"""Three minutes of dictation."""
_UTTERANCE = 12
"""Words of an utterance."""
_OTHER_WORD, _EACH = "dabei", 6
"""What one word in six of a quote becomes in the sentence that the model is made to write."""

Clock = Callable[[int | None], float]
"""Seconds, of the wall or of the processor; gets the child's process id."""

Texts = Callable[[str], str]
"""What the model is made to write for a quote."""


@dataclass(frozen=True, slots=True)
class LanguageFigures:
    """What was measured of one model, in seconds where nothing is said.

    Attributes:
        speed: the self-test.
        prefix_computed, prefix_restored: until the fixed part of the prompt is held.
        speaking: work while somebody speaks, all utterances but the last together.
        quoted: from the end of speech to the complete checked draft in quotes; its fields
            are there at once, so this is also the time to the first one.
        first_sentence: until the first sentence of running text is written.
        phrased: until the complete checked draft in sentences.
        tokens, steps: written as sentences, and in how many computations.
        megabytes: the most that the child took.
    """

    model: LanguageModel
    speed: LanguageSpeed
    prefix_computed: float
    prefix_restored: float
    speaking: float
    quoted: float
    first_sentence: float
    phrased: float
    tokens: int
    steps: int
    megabytes: int


def language_path(
    model: LanguageModel,
    template: Template,
    spoken: Transcript | None = None,
    texts: Texts | None = None,
    options: LanguageOptions | None = None,
    clock: Clock = lambda pid: time.perf_counter(),
) -> LanguageFigures:
    """Measure one model.

    Args:
        spoken: an utterance a segment; None: a dictation of `WORDS` words.
        texts: None: the quotes with one word in six another one.
        clock: `processor_seconds` where others use the machine as well.

    Raises:
        DokuError: as `LanguageWorker`.
    """
    said = spoken or in_utterances(dictation(WORDS))
    base = options or LanguageOptions()
    speed = measure(model, base)
    with TemporaryDirectory(prefix="dokuhelfer-bench-") as folder, PeakMemory() as memory:
        kept = replace(base, kept=Path(folder))
        computed = _prefix(model, template, kept, clock)
        restored = _prefix(model, template, kept, clock)
        work = _dictate(model, template, said, texts or _otherwise, kept, clock)
    return LanguageFigures(
        model=model,
        speed=speed,
        prefix_computed=computed,
        prefix_restored=restored,
        speaking=work.speaking,
        quoted=work.quoted,
        first_sentence=work.first_sentence,
        phrased=work.phrased,
        tokens=work.tokens,
        steps=work.steps,
        megabytes=memory.megabytes,
    )


def in_utterances(spoken: Transcript) -> Transcript:
    """The same words, cut every few."""
    words = " ".join(one.text for one in spoken.segments).split()
    cuts = [words[at : at + _UTTERANCE] for at in range(0, len(words), _UTTERANCE)]
    segments = (Segment(number, None, None, " ".join(cut)) for number, cut in enumerate(cuts))
    return replace(spoken, segments=tuple(segments))


def _otherwise(quote: str) -> str:
    words = quote.split()
    words[_EACH - 1 :: _EACH] = [_OTHER_WORD] * len(words[_EACH - 1 :: _EACH])
    return " ".join(words)


def processor_seconds(pid: int | None) -> float:
    """Work of this process and the child so far."""
    child = 0.0 if pid is None else sum(psutil.Process(pid).cpu_times()[:2])
    return time.process_time() + child


def _prefix(
    model: LanguageModel, template: Template, options: LanguageOptions, clock: Clock
) -> float:
    with LanguageWorker(model, options) as worker:
        worker.begin((Piece("Bereit?", Turn.SYSTEM),))
        began = clock(worker.pid)
        worker.begin(task(template))
        return clock(worker.pid) - began


@dataclass
class _Forced:
    """A worker whose answers are given; it does all the work of finding them."""

    worker: LanguageWorker
    texts: Texts
    clock: Clock
    quoted: float = 0.0
    first_sentence: float = 0.0
    steps: int = 0
    tokens: int = 0
    _held: int = field(default=0, repr=False)

    def begin(self, pieces: Sequence[Piece]) -> int:
        self._held = self.worker.begin(pieces)
        return self._held

    def append(self, pieces: Sequence[Piece]) -> int:
        self._held = self.worker.append(pieces)
        return self._held

    def rewind(self, tokens: int) -> None:
        self.worker.rewind(tokens)
        self._held = tokens

    def choose(self, options: Sequence[str]) -> int:
        self.worker.choose(options)
        return len(options) - 1

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, None]:
        """The first question for a sentence comes when the draft in quotes is done."""
        self.quoted = self.quoted or self.clock(self.worker.pid)
        written = yield from self.worker.recite(f" {self.texts(near.strip())}", near)
        self.first_sentence = self.first_sentence or self.clock(self.worker.pid)
        self.steps += written.steps
        self.tokens += written.tokens - self._held
        self._held = written.tokens


@dataclass(frozen=True, slots=True)
class _Work:
    speaking: float
    quoted: float
    first_sentence: float
    phrased: float
    tokens: int
    steps: int


def _dictate(
    model: LanguageModel,
    template: Template,
    said: Transcript,
    texts: Texts,
    options: LanguageOptions,
    clock: Clock,
) -> _Work:
    with LanguageWorker(model, options) as worker:
        forced = _Forced(worker, texts, clock)
        session = DraftingSession(forced, template, Context(), phrases=True)
        forced.begin(task(template))
        began = clock(worker.pid)
        for many in range(1, len(said.segments)):
            session.add(replace(said, segments=said.segments[:many]))
        ended = clock(worker.pid)
        session.finish(said)
        done = clock(worker.pid)
    quoted = forced.quoted or done
    return _Work(
        speaking=ended - began,
        quoted=quoted - ended,
        first_sentence=(forced.first_sentence or done) - ended,
        phrased=done - ended,
        tokens=forced.tokens,
        steps=forced.steps,
    )
