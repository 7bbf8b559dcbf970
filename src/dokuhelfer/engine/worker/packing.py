"""Several utterances share one window, and get their words back by the words' times.

Whisper encodes 30 s whatever it is given, so an utterance of 3 s costs as much as one of 28.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE, seconds
from dokuhelfer.engine.messages import Silent, SpokenWord
from dokuhelfer.engine.worker.utterances import Stretch, Voice
from dokuhelfer.engine.worker.vad import Samples

_ROOM = 28 * SAMPLE_RATE
"""Samples of utterances in a window. Whisper's holds 30 s; its end is where it is worst."""

_SPAN = 60 * SAMPLE_RATE
"""Samples from the first cut of a window to its last: the parent keeps this sound, and the
next cut's besides (`EngineOptions.backlog`)."""

_SENTENCE_END = (".", "!", "?")
_FITTING = 0.3
"""Seconds that a border behind the end of a sentence may fit worse than another one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a cut before the model has seen it.

    Attributes:
        through: as in `Cut`.
        silent: its stretches that become no text.
        utterance: what the model shall see, None if nothing.
        voice: how much of it is speech.
    """

    through: int
    silent: tuple[Silent, ...]
    utterance: Stretch | None
    voice: Voice


class Packer:
    """Collects pieces until a window is full.

    Every utterance gets a window of its own if not ``sharing``. What is given depends on the
    pieces alone, so that the same sound always gives the same windows.
    """

    def __init__(self, sharing: bool) -> None:
        self._sharing = sharing
        self._pieces: list[Piece] = []
        self._start = 0
        self._length = 0

    @property
    def held(self) -> int:
        """Samples of utterances that wait for others."""
        return self._length

    def add(self, piece: Piece) -> Iterator[list[Piece]]:
        """Take the next piece; give the pieces of a window that is full."""
        length = 0 if piece.utterance is None else len(piece.utterance.samples)
        fits = self._length + length <= _ROOM and piece.through - self._start <= _SPAN
        if self._pieces and not fits:
            yield self.rest()
        if not self._pieces:
            self._start = piece.through - length
        self._pieces.append(piece)
        self._length += length
        if not self._sharing or not self._length:
            yield self.rest()

    def rest(self) -> list[Piece]:
        """Give what has been collected."""
        pieces, self._pieces, self._length = self._pieces, [], 0
        return pieces


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the utterances of a window stand in it: the first sample of each, and the end."""

    bounds: tuple[int, ...]

    @classmethod
    def of(cls, utterances: Sequence[Stretch]) -> Layout:
        """One utterance after the other; each has its own short pause at either end."""
        lengths = [len(utterance.samples) for utterance in utterances]
        return cls((0, *(int(end) for end in np.cumsum(lengths))))

    def split(self, words: Sequence[SpokenWord]) -> list[tuple[SpokenWord, ...]]:
        """The words of each utterance, times counted from its own start.

        Every word belongs to exactly one. The model's times are off by some tenths of a
        second beside a pause, so the end of a sentence counts, too.
        """
        borders = [0]
        for bound in self.bounds[1:-1]:
            borders.append(_border(words, borders[-1], bound / SAMPLE_RATE))
        borders.append(len(words))
        return [
            tuple(_moved(word, start, end) for word in words[first:last])
            for first, last, start, end in zip(
                borders, borders[1:], self.bounds, self.bounds[1:], strict=False
            )
        ]


def joined(utterances: Sequence[Stretch]) -> Samples:
    """The sound of a window."""
    return np.concatenate([utterance.samples for utterance in utterances])


def _border(words: Sequence[SpokenWord], first: int, time: float) -> int:
    """The number, from ``first`` on, of the first word behind ``time``."""
    middle = first
    while middle < len(words) and (words[middle].start + words[middle].end) / 2 < time:
        middle += 1
    candidates = range(max(first, middle - 1), min(len(words), middle + 1) + 1)
    return min(candidates, key=lambda number: _misfit(words, number, time, middle))


def _misfit(words: Sequence[SpokenWord], number: int, time: float, middle: int) -> float:
    """Seconds by which a border before word ``number`` is wrong."""
    wrong = sum(
        abs((word.start + word.end) / 2 - time)
        for word in words[min(number, middle) : max(number, middle)]
    )
    ends = number == 0 or words[number - 1].text.endswith(_SENTENCE_END)
    return wrong if ends else wrong + _FITTING


def _moved(word: SpokenWord, start: int, end: int) -> SpokenWord:
    """The word, its times counted from sample ``start`` and within the utterance."""
    length = seconds(end - start)
    return replace(
        word,
        start=min(max(0.0, word.start - start / SAMPLE_RATE), length),
        end=min(max(0.0, word.end - start / SAMPLE_RATE), length),
    )
