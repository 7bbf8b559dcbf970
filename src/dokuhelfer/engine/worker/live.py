"""Live text: an open utterance is read again and again, as often as the machine allows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE, seconds
from dokuhelfer.engine.messages import Provisional
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.agreement import Agreement
from dokuhelfer.engine.worker.recogniser import Sound
from dokuhelfer.engine.worker.utterances import Stretch

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


class Reader(Protocol):
    """Reads the beginning of an utterance quickly."""

    def glimpse(self, sound: Sound) -> tuple[str, ...] | None:
        """The words (None: nothing worth showing)."""
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
        self._agreement = Agreement()

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
            self._agreement = Agreement()
        if utterance.end - self._read_to < _LEAST_NEW:
            return None
        return self._read(utterance)

    def _read(self, utterance: Stretch) -> Provisional | None:
        self._read_to = utterance.end
        if judge.before(utterance.samples) is not None:
            return None
        begun = self._clock()
        words = self._reader.glimpse(utterance.samples.astype(np.float32) / 32768.0)
        taken = self._clock() - begun
        self._next = begun + max(LEAST_INTERVAL, SHARE * taken)
        self._slow = self._slow + 1 if taken > TOO_SLOW else 0
        if words is None:
            return None
        reading = self._agreement.add(words)
        return Provisional(
            start=seconds(utterance.start),
            through=seconds(utterance.end),
            stable=reading.stable,
            tail=reading.tail,
        )
