"""Times of a transcript that continues another one."""

from __future__ import annotations

from dataclasses import replace

from dokuhelfer.transcript.model import Segment, Transcript


def later(transcript: Transcript, seconds: float) -> Transcript:
    """The same words, said so many seconds later."""
    return replace(
        transcript,
        segments=tuple(_later(segment, seconds) for segment in transcript.segments),
        skipped=tuple(
            replace(one, start=one.start + seconds, end=one.end + seconds)
            for one in transcript.skipped
        ),
    )


def _later(segment: Segment, seconds: float) -> Segment:
    if segment.start is None or segment.end is None:
        return segment
    return replace(
        segment,
        start=segment.start + seconds,
        end=segment.end + seconds,
        words=tuple(
            replace(word, start=word.start + seconds, end=word.end + seconds)
            for word in segment.words
        ),
    )
