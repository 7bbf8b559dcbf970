"""What a language model costs on this machine: speed, fixed prompt, a dictation, memory."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.memory import PeakMemory
from dokuhelfer.bench.spoken_draft import Clock, SpokenFigures, Texts, dictate
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


@dataclass(frozen=True, slots=True)
class LanguageFigures:
    """What was measured of one model, in seconds where nothing is said.

    Attributes:
        speed: the self-test.
        prefix_computed, prefix_restored: until the fixed part of the prompt is held.
        spoken: one dictation.
        megabytes: the most that the child took.
    """

    model: LanguageModel
    speed: LanguageSpeed
    prefix_computed: float
    prefix_restored: float
    spoken: SpokenFigures
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
        figures = dictate(model, template, said, texts or _otherwise, kept, clock)
    return LanguageFigures(
        model=model,
        speed=speed,
        prefix_computed=computed,
        prefix_restored=restored,
        spoken=figures,
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
