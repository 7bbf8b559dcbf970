"""From words of a draft to their second of sound, and from words of the dictation to a stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.model import Span
from dokuhelfer.review.stops import Stop, StopId
from dokuhelfer.transcript.model import Segment, Transcript


@dataclass(frozen=True, slots=True)
class Sound:
    """A stretch of the recording in seconds."""

    start: float
    end: float


def sounds_of(transcript: Transcript, spans: Sequence[Span]) -> tuple[Sound, ...]:
    """Where these words can be heard, in the order of speaking, each stretch once.

    By word times where there are any, else the whole utterance; typed text has no sound.
    """
    segments = {segment.id: segment for segment in transcript.segments}
    found: list[Sound] = []
    for span in sorted(spans):
        segment = segments.get(span.segment)
        sound = None if segment is None else _sound(segment, span)
        if sound is None:
            continue
        if found and sound.start <= found[-1].end:
            found[-1] = Sound(found[-1].start, max(found[-1].end, sound.end))
        else:
            found.append(sound)
    return tuple(found)


def sounds_at(transcript: Transcript, stop: Stop) -> tuple[Sound, ...]:
    """Where the words behind a stop can be heard, sound without text included."""
    without_text = (Sound(*line.seconds) for line in stop.lines if line.seconds is not None)
    return (*sounds_of(transcript, tuple(spans_of(stop))), *without_text)


def stop_at(stops: Sequence[Stop], segment: int, offset: int) -> StopId | None:
    """The stop a word of the dictation went to; None for words in no stop.

    Args:
        offset: code point of the segment's text.
    """
    for stop in stops:
        if any(_holds(span, segment, offset) for span in spans_of(stop)):
            return stop.id
    return None


def _sound(segment: Segment, span: Span) -> Sound | None:
    times = [
        (start, end)
        for at, behind, start, end in _placed(segment)
        if at < span.end and span.start < behind
    ]
    if times:
        return Sound(min(start for start, _ in times), max(end for _, end in times))
    if segment.start is None or segment.end is None:
        return None
    return Sound(segment.start, segment.end)


def _placed(segment: Segment) -> Iterator[tuple[int, int, float, float]]:
    """The words of an utterance with their place in its text."""
    at = 0
    for word in segment.words:
        text = word.text.strip()
        found = segment.text.find(text, at) if text else -1
        if found >= 0:
            at = found + len(text)
            yield found, at, word.start, word.end


def spans_of(stop: Stop) -> Iterator[Span]:
    """All places of the dictation behind a stop."""
    if stop.evidence is not None:
        yield from stop.evidence.spans
    for line in stop.lines:
        yield from line.spans


def _holds(span: Span, segment: int, offset: int) -> bool:
    return span.segment == segment and span.start <= offset < span.end
