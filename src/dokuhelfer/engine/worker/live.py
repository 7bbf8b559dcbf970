"""Live text: an open utterance is read again and again, as often as the machine allows."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE, seconds
from dokuhelfer.engine.messages import Provisional
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.agreement import Agreement, common
from dokuhelfer.engine.worker.recogniser import Glimpse, Sound
from dokuhelfer.engine.worker.utterances import Stretch
from dokuhelfer.engine.worker.vad import Samples

LEAST_INTERVAL = 0.6
"""Seconds from one reading to the next, at least: what is new in less is half a word."""

SHARE = 1.5
"""An interval is at least so many times the last reading, so that a third of the time is
left for what is final (issue 4, "Live text")."""

TOO_SLOW = 6.0
"""Seconds of one reading from which the text comes too late to be of use."""

_MOST_SLOW = 2
"""Slow readings in a row that end live text: one may be another program's fault."""

_LEAST_NEW = round(0.4 * SAMPLE_RATE)

_LONG = 10 * SAMPLE_RATE
"""Samples of a reading from which on its stable words are left behind, as in whisper_streaming: a
reading that grows with the utterance comes too late."""

_KEPT = 4
"""Stable words that are read again, so that those which follow them are not without a sentence."""


class Reader(Protocol):
    """Reads the beginning of an utterance quickly."""

    def glimpse(self, sound: Sound, timed: bool) -> Glimpse | None:
        """The words, with their times if ``timed`` (None: nothing worth showing)."""
        ...


class LiveText:
    """Decides when the open utterance is read, and what of it is shown.

    Args:
        reader: reads sound as text.
        clock: seconds that only grow.
    """

    def __init__(self, reader: Reader, clock: Callable[[], float] = time.monotonic) -> None:
        self._reader = reader
        self._clock = clock
        self._next = clock()
        self._slow = 0
        self._start: int | None = None
        self._read_to = 0
        self._cost = 0.0
        self._begin_at(0)

    @property
    def cost(self) -> float:
        """Seconds that the last reading took; 0 before there was one."""
        return self._cost

    @property
    def is_over(self) -> bool:
        """Whether this machine has turned out too slow for it."""
        return self._slow >= _MOST_SLOW

    def look_at(self, utterance: Stretch | None) -> Provisional | None:
        """Read ``utterance`` (None: nobody speaks) if it is time to."""
        if utterance is None or self.is_over or self._clock() < self._next:
            return None
        if utterance.start != self._start:
            self._start, self._read_to = utterance.start, utterance.start
            self._begin_at(utterance.start)
        if utterance.end - self._read_to < _LEAST_NEW:
            return None
        return self._read(utterance)

    def _read(self, utterance: Stretch) -> Provisional | None:
        self._read_to = utterance.end
        if judge.before(utterance.samples) is not None:
            return None
        seen = self._glimpse(utterance.samples[self._from - utterance.start :])
        if seen is None:
            return None
        reading = self._agreement.add(seen.words)
        shown = Provisional(
            start=seconds(utterance.start),
            through=seconds(utterance.end),
            stable=self._behind + reading.stable,
            tail=reading.tail,
        )
        if seen.starts:
            self._leave_behind(common(reading.stable, seen.words), seen.starts)
        return shown

    def _glimpse(self, samples: Samples) -> Glimpse | None:
        """Read, and see how long it takes."""
        begun = self._clock()
        sound = samples.astype(np.float32) / 32768.0
        seen = self._reader.glimpse(sound, timed=len(samples) > _LONG)
        self._cost = self._clock() - begun
        self._next = begun + max(LEAST_INTERVAL, SHARE * self._cost)
        self._slow = self._slow + 1 if self._cost > TOO_SLOW else 0
        return seen

    def _begin_at(self, sample: int) -> None:
        """Read from ``sample`` on; nothing lies behind."""
        self._from = sample
        self._behind: tuple[str, ...] = ()
        self._agreement = Agreement()

    def _leave_behind(self, agreed: int, starts: Sequence[float]) -> None:
        """Read the ``agreed`` words no more, but for the last: with these the next one begins."""
        count = agreed - _KEPT
        if count <= 0:
            return
        self._from += round(starts[count] * SAMPLE_RATE)
        self._behind += self._agreement.forget(count)
