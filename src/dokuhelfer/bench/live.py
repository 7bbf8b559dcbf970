"""How soon, and how lastingly, words appear while they are spoken."""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE, Block
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.transcribe import NoListener, transcribe

BLOCK = SAMPLE_RATE // 10
"""Samples of a block: a microphone gives them about so often."""


class PacedSource:
    """Sound that comes as fast as it was spoken, like that of a microphone.

    Args:
        pcm: 16 kHz mono int16.
        clock: seconds that only grow.
    """

    damaged = False
    lost = 0.0

    def __init__(self, pcm: bytes, clock: Callable[[], float] = time.monotonic) -> None:
        self._pcm = pcm
        self._clock = clock
        self.begun: float | None = None
        """When the first sample was spoken."""

    @property
    def duration(self) -> float | None:
        """Nobody knows how long somebody will speak."""
        return None

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`; a block comes when its last sample was spoken."""
        self.begun = self._clock() - from_sample / SAMPLE_RATE
        for first in range(from_sample, len(self._pcm) // BYTES_PER_SAMPLE, BLOCK):
            block = Block(
                first, self._pcm[first * BYTES_PER_SAMPLE : (first + BLOCK) * BYTES_PER_SAMPLE]
            )
            if stop.wait(max(0.0, self.begun + block.end / SAMPLE_RATE - self._clock())):
                return
            yield block


@dataclass(frozen=True, slots=True)
class LiveFigures:
    """What `measure` found.

    Attributes:
        delays: seconds from a word's end to its first appearance, in the order of the words.
        heard: seconds from a word's end to the first text that was made with it heard; says
            how fast a model is that understands nothing.
        stable: words that were shown as stable.
        changed: how many of them the final text has otherwise.
        readings: how often an open utterance was read.
        after_stop: seconds from the last sample to the complete transcript.
        ended: live text was given up as too slow.
        transcript: the final text.
    """

    delays: tuple[float, ...]
    heard: tuple[float, ...]
    stable: int
    changed: int
    readings: int
    after_stop: float
    ended: bool
    transcript: Transcript

    @property
    def delay(self) -> float | None:
        """The median delay; None without a word."""
        return median(self.delays) if self.delays else None

    @property
    def change(self) -> float:
        """The share of stable words that were changed."""
        return self.changed / self.stable if self.stable else 0.0


def measure(pcm: bytes, model: SpeechModel, live: SpeechModel, threads: int = 0) -> LiveFigures:
    """Speak ``pcm`` to the recogniser at its own pace and note when what is shown."""
    source = PacedSource(pcm)
    notes = _Notes()
    transcript = transcribe(source, model, live=live, listener=notes, threads=threads)
    ended_at = time.monotonic()
    begun = source.begun or ended_at
    delays: list[float] = []
    heard: list[float] = []
    stable = changed = 0
    for segment, readings in notes.utterances():
        delays += _delays(segment, readings, begun)
        heard += _heard(segment, readings, begun)
        if readings.texts:
            shown = readings.texts[-1][1].stable
            stable += len(shown)
            changed += len(shown) - _kept(shown, [word.text for word in segment.words])
    return LiveFigures(
        delays=tuple(delays),
        heard=tuple(heard),
        stable=stable,
        changed=changed,
        readings=len(notes.texts),
        after_stop=ended_at - begun - len(pcm) / BYTES_PER_SAMPLE / SAMPLE_RATE,
        ended=notes.ended,
        transcript=transcript,
    )


@dataclass(frozen=True, slots=True)
class _Readings:
    texts: list[tuple[float, LiveText]]
    final_at: float


class _Notes(NoListener):
    def __init__(self) -> None:
        self.texts: list[tuple[float, LiveText]] = []
        self.segments: list[tuple[float, Segment]] = []
        self.ended = False

    def segment_received(self, segment: Segment) -> None:
        self.segments.append((time.monotonic(), segment))

    def live_text(self, text: LiveText) -> None:
        self.texts.append((time.monotonic(), text))

    def live_ended(self) -> None:
        self.ended = True

    def utterances(self) -> list[tuple[Segment, _Readings]]:
        """Each segment with what was shown of it before."""
        return [(segment, _Readings(self._about(segment), at)) for at, segment in self.segments]

    def _about(self, segment: Segment) -> list[tuple[float, LiveText]]:
        start, end = segment.start or 0.0, segment.end or 0.0
        return [(at, text) for at, text in self.texts if text.start < end and text.through > start]


def _delays(segment: Segment, readings: _Readings, begun: float) -> list[float]:
    """For each word of the final text, how long after its end it was first to be read."""
    delays = []
    spoken: Counter[str] = Counter()
    for word in segment.words:
        spoken[_bare(word.text)] += 1
        shown_at = next(
            (
                at
                for at, text in readings.texts
                if text.through >= word.start and _holds(text, word.text, spoken)
            ),
            readings.final_at,
        )
        delays.append(max(0.0, shown_at - begun - word.end))
    return delays


def _heard(segment: Segment, readings: _Readings, begun: float) -> list[float]:
    shown = [(at, text.through) for at, text in readings.texts] + [(readings.final_at, math.inf)]
    return [
        max(0.0, next(at for at, through in shown if through >= word.end) - begun - word.end)
        for word in segment.words
    ]


def _holds(text: LiveText, word: str, spoken: Counter[str]) -> bool:
    bare = _bare(word)
    return sum(_bare(shown) == bare for shown in (*text.stable, *text.tail)) >= spoken[bare]


def _kept(shown: Sequence[str], final: Sequence[str]) -> int:
    """How many of the shown words the final text has, in their order."""
    matcher = SequenceMatcher(None, [*map(_bare, shown)], [*map(_bare, final)], autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word)).casefold() or word
