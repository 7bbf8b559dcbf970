"""A transcript grows from what recognition reports, stretch by stretch."""

from __future__ import annotations

from dokuhelfer.engine.messages import Progress, Spoken
from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Transcript, Word

_WORTH_LISTING = 1.5
"""Seconds from which a stretch in which nobody spoke is listed (peers.md §7, case 3)."""

_NOBODY_SPOKE = (SkipReason.SILENCE, SkipReason.NOISE)

_TOUCHING = 0.01


class Assembly:
    """Takes progress in its order and gives the transcript so far.

    Stretches in which nobody spoke come in pieces; touching ones are put together, and
    short ones left out. A stretch whose text was withheld is always listed.
    """

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._skipped: list[Skipped] = []
        self._quiet: Skipped | None = None

    def add(self, progress: Progress) -> Segment | None:
        """Take ``progress``; the segment, if an utterance came with it."""
        for silent in progress.silent:
            self._add_silent(Skipped(silent.start, silent.end, SkipReason(silent.reason)))
        if progress.spoken is None:
            return None
        self._settle()
        return self._add_spoken(progress.spoken)

    def add_lost(self, start: float, end: float) -> None:
        """List sound that the file should hold and does not; "noise" comes closest."""
        self._settle()
        self._skipped.append(Skipped(start, end, SkipReason.NOISE))

    def transcript(self, model: str, duration: float | None, complete: bool) -> Transcript:
        """Everything so far."""
        self._settle()
        return Transcript(
            segments=tuple(self._segments),
            model=model,
            duration=duration,
            complete=complete,
            skipped=tuple(self._skipped),
        )

    def _add_spoken(self, spoken: Spoken) -> Segment:
        number = len(self._segments)
        words = tuple(Word(word.text, word.start, word.end, word.p) for word in spoken.words)
        segment = Segment(number, spoken.start, spoken.end, spoken.text, words)
        self._segments.append(segment)
        return segment

    def _add_silent(self, span: Skipped) -> None:
        if span.reason not in _NOBODY_SPOKE:
            self._settle()
            self._skipped.append(span)
            return
        joined = None if self._quiet is None else _joined(self._quiet, span)
        if joined is None:
            self._settle()
        self._quiet = joined or span

    def _settle(self) -> None:
        """The open stretch is complete: list it if it is long enough."""
        span, self._quiet = self._quiet, None
        if span is not None and _length(span) >= _WORTH_LISTING:
            self._skipped.append(span)


def _joined(first: Skipped, second: Skipped) -> Skipped | None:
    """Both as one if they touch and are of one kind; a short one goes with its neighbour."""
    longer = max(first, second, key=_length)
    shorter = second if longer is first else first
    alike = first.reason is second.reason or _length(shorter) < _WORTH_LISTING
    if not alike or second.start - first.end > _TOUCHING:
        return None
    return Skipped(first.start, second.end, longer.reason)


def _length(span: Skipped) -> float:
    return span.end - span.start
