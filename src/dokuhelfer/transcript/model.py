"""The transcript: what was said, where, how certain; format ``dokuhelfer.transcript/1``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FORMAT = "dokuhelfer.transcript/1"


class SkipReason(StrEnum):
    """Why a stretch of audio became no text."""

    SILENCE = "silence"
    NOISE = "noise"
    REPETITION = "repetition"
    LOW_CONFIDENCE = "low_confidence"
    STOCK_PHRASE = "stock_phrase"


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word; ``start``/``end`` in seconds, ``p`` its probability (0–1)."""

    text: str
    start: float
    end: float
    p: float


@dataclass(frozen=True, slots=True)
class Segment:
    """One utterance as recognised. Typed text has no times: ``start``/``end`` are None."""

    id: int
    start: float | None
    end: float | None
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of audio (seconds) that became no text, and why."""

    start: float
    end: float
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class LiveText:
    """What is being said, before it is final; replaced by a `Segment` when it is.

    ``start`` and ``through`` (seconds) bound the sound that was read. ``stable`` words stay
    until then, those in ``tail`` may change.
    """

    start: float
    through: float
    stable: tuple[str, ...]
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place where a listed word may have been said; the text keeps what was heard.

    Attributes:
        segment: id of the segment.
        start, end: code points of its text, half-open.
        heard: the text there.
        offered: the listed word, with the ending it has there.
        closeness: how alike the two sound; 1 is the same sound.
    """

    segment: int
    start: int
    end: int
    heard: str
    offered: str
    closeness: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole dictation. ``complete`` is False when recognition ended before the audio did.

    ``model`` is the id of the speech model and ``duration`` the audio's length in
    seconds; both are None for typed text.
    """

    segments: tuple[Segment, ...]
    language: str = "de"
    model: str | None = None
    duration: float | None = None
    complete: bool = True
    skipped: tuple[Skipped, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether anything was said at all."""
        return any(segment.text.strip() for segment in self.segments)
