"""Running sound is cut into utterances at its pauses, in constant memory.

Every cut starts afresh: detector and buffer know nothing of the sound before it. So a job
that goes on after a lost child cuts exactly as it would have done undisturbed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.worker import crowd
from dokuhelfer.engine.worker.vad import FRAME, Samples, SpeechDetector

SPEECH = 0.35
"""Probability from which a frame is speech. 0.5 drops quiet speech (inference.md §1.6). 0.3 lets
21 of 27 telephoned syllables pass instead of 19, but takes hiss for speech once in ten minutes."""

STILL_SPEECH = 0.2
"""Probability down to which an utterance goes on; 0.15 below, as Silero has it."""

_GROUP = 16
"""Frames looked at together; a fixed number, so that results do not depend on block sizes."""

_ONSET = 2
"""Frames of speech in a row that open an utterance: a click is shorter than 64 ms."""

_LEAST_SPEECH = 3
"""Speech frames below which an utterance is none (a "ja" has eight)."""


def _frames(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE / FRAME)


_PAD = _frames(0.3)
_LONGEST = _frames(25.0)
"""Longest utterance; Whisper's window holds 30 s."""

_SEARCH = _frames(10.0)
"""How far back from the longest length the quietest place is looked for."""

_CUT_WIDTH = _frames(0.16)
_QUIET_SPAN = _frames(10.0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sound from sample ``start`` on."""

    start: int
    samples: Samples

    @property
    def end(self) -> int:
        """The first sample after it."""
        return self.start + len(self.samples)


@dataclass(frozen=True, slots=True)
class Voice:
    """How much of an utterance the detector took for speech.

    Attributes:
        seconds: how long.
        clearest: the highest probability of a frame.
        crowd: whether it sounds like many people at once (see `crowd`).
        speech: when it was, start and end in seconds from the utterance's start.
    """

    seconds: float = 0.0
    clearest: float = 0.0
    crowd: bool = False
    speech: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """What was found up to a cut: a stretch without speech, an utterance, or both in this
    order. Together they reach to sample ``through`` without a gap."""

    through: int
    quiet: Stretch | None
    utterance: Stretch | None
    voice: Voice = field(default_factory=Voice)


class UtteranceCutter:
    """Takes sound as it comes and gives cuts as they are certain.

    Args:
        detector: tells speech from the rest.
        pause: seconds without speech that end an utterance.
        start: the number of the first sample.
    """

    def __init__(self, detector: SpeechDetector, pause: float, start: int = 0) -> None:
        self._detector = detector
        self._pause = _frames(pause)
        self._tail = min(_PAD, self._pause // 2)
        self._sound = bytearray()
        self._end: int | None = None
        self._spoken_to = start
        self._start_afresh(start)

    def push(self, pcm: bytes) -> Iterator[Cut]:
        """Add the sound that follows."""
        self._sound += pcm
        yield from self._cuts()

    def finish(self) -> Iterator[Cut]:
        """No sound comes for now: give what is left. What comes later starts afresh."""
        length = len(self._sound) // 2
        self._end = self._base + length
        # One group more than is missing: a cut on the way shifts the groups behind it.
        self._sound += bytes(2 * (-length % (_GROUP * FRAME) + _GROUP * FRAME))
        yield from self._cuts()
        if self._base < self._end:
            yield self._cut(self._opened is not None, self._end)
        self._sound.clear()
        self._start_afresh(self._base)
        self._end = None

    def open_utterance(self) -> Stretch | None:
        """What somebody is saying right now, to the last sample that came; None if nobody is."""
        if self._opened is None:
            return None
        first = max(0, self._opened - _PAD)
        return self._stretch(self._base + first * FRAME, self._base + len(self._sound) // 2)

    def quiet_for(self) -> float:
        """Seconds of sound since the last utterance, or since the first sample; 0 while somebody
        speaks."""
        if self._opened is not None:
            return 0.0
        return (self._base + self._seen * FRAME - self._spoken_to) / SAMPLE_RATE

    # --- frames --------------------------------------------------------------------------

    def _start_afresh(self, base: int) -> None:
        self._base = base
        self._scores: list[float] = []
        self._seen = 0
        self._opened: int | None = None
        self._last_speech = 0
        self._detector.reset()

    def _cuts(self) -> Iterator[Cut]:
        while self._score_group() or self._seen < len(self._scores):
            while self._seen < len(self._scores):
                cut = self._look_at(self._seen)
                if cut is not None:
                    yield cut
                    break
                self._seen += 1

    def _score_group(self) -> bool:
        """Score the next group of frames if its sound is there."""
        if self._seen < len(self._scores):
            return False
        first = len(self._scores) * FRAME
        if (first + _GROUP * FRAME) * 2 > len(self._sound):
            return False
        group = self._samples(first, first + _GROUP * FRAME)
        self._scores += self._detector.probabilities(group)
        return True

    def _look_at(self, frame: int) -> Cut | None:
        score = self._scores[frame]
        if self._opened is None:
            return self._look_for_onset(frame)
        if score >= STILL_SPEECH:
            self._last_speech = frame
        if frame - self._last_speech >= self._pause:
            return self._cut(True, self._base + (self._last_speech + 1 + self._tail) * FRAME)
        if frame - max(0, self._opened - _PAD) >= _LONGEST:
            return self._cut(True, self._base + self._quietest_before(frame) * FRAME)
        return None

    def _look_for_onset(self, frame: int) -> Cut | None:
        recent = self._scores[max(0, frame + 1 - _ONSET) : frame + 1]
        if len(recent) == _ONSET and min(recent) >= SPEECH:
            self._opened = frame + 1 - _ONSET
            self._last_speech = frame
        elif frame >= _QUIET_SPAN:
            return self._cut(False, self._base + (frame - _PAD) * FRAME)
        return None

    def _quietest_before(self, frame: int) -> int:
        """The frame after the start of the quietest place in the last seconds."""
        first = frame - _SEARCH
        sound = self._samples(first * FRAME, frame * FRAME).astype(np.float64)
        energy = (sound.reshape(-1, FRAME) ** 2).mean(axis=1)
        smooth = np.convolve(energy, np.ones(_CUT_WIDTH), mode="valid")
        return first + int(smooth.argmin()) + _CUT_WIDTH // 2

    # --- cutting -------------------------------------------------------------------------

    def _cut(self, spoken: bool, through: int) -> Cut:
        """Cut at sample ``through``, or where the sound ends, and start afresh there."""
        through = through if self._end is None else min(through, self._end)
        base, opened = self._base, self._opened
        voice = self._voice(through)
        if not spoken or opened is None or voice.seconds * SAMPLE_RATE < _LEAST_SPEECH * FRAME:
            cut = Cut(through, self._stretch(base, through), None)
        else:
            start = min(base + max(0, opened - _PAD) * FRAME, through)
            quiet = self._stretch(base, start) if start > base else None
            cut = Cut(through, quiet, self._stretch(start, through), voice)
            self._spoken_to = through
        del self._sound[: (through - base) * 2]
        self._start_afresh(through)
        return cut

    def _voice(self, through: int) -> Voice:
        """What was heard of the open utterance before sample ``through``."""
        last = -(-(through - self._base) // FRAME)
        opened = self._opened or 0
        scores = self._scores[opened:last]
        speech = [score for score in scores if score >= SPEECH]
        sound = self._samples(opened * FRAME, (last - self._tail) * FRAME)
        return Voice(
            len(speech) * FRAME / SAMPLE_RATE,
            max(speech, default=0.0),
            crowd.is_crowd(sound),
            tuple(_spans(scores, min(opened, _PAD))),
        )

    def _stretch(self, start: int, end: int) -> Stretch:
        return Stretch(start, self._samples(start - self._base, end - self._base))

    def _samples(self, first: int, last: int) -> Samples:
        return np.frombuffer(bytes(self._sound[first * 2 : last * 2]), dtype="<i2")


def _spans(scores: Sequence[float], before: int) -> Iterator[tuple[float, float]]:
    """The stretches of speech in ``scores``, in seconds; ``before`` frames go before them."""
    first = before
    for spoken, group in groupby(scores, key=lambda score: score >= SPEECH):
        end = first + sum(1 for _ in group)
        if spoken:
            yield first * FRAME / SAMPLE_RATE, end * FRAME / SAMPLE_RATE
        first = end
