"""A transcript that ends before its sound does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Transcript

_SHORTEST = 0.3
"""Seconds in which nothing is said."""

_SAME = 0.5
"""Seconds by which the ends of one utterance may differ, heard twice."""


def with_rest_listed(transcript: Transcript, duration: float) -> Transcript:
    """The transcript with the sound nobody heard listed as such, to be listened to.

    Args:
        duration: seconds of the whole sound.
    """
    ends = [one.end for one in transcript.skipped]
    ends += [one.end for one in transcript.segments if one.end is not None]
    heard = max(ends, default=0.0)
    if duration - heard < _SHORTEST:
        return transcript
    rest = Skipped(heard, duration, SkipReason.LOW_CONFIDENCE)
    return replace(transcript, skipped=(*transcript.skipped, rest))


def outlasting(shown: Sequence[Segment], duration: float) -> bool:
    """Whether words were shown of sound that is gone.

    Args:
        shown: in their order, as they were heard while somebody spoke.
        duration: seconds of the sound that is left.
    """
    return bool(shown) and _end(shown[-1]) > duration + _SAME


def with_shown(transcript: Transcript, shown: Sequence[Segment], duration: float) -> Transcript:
    """The transcript with the words that were shown of sound that is gone.

    Nothing that was heard is left out for it, and nothing stands there twice: where an utterance
    reaches into what was shown, that is taken from where it begins.

    Args:
        transcript: of the sound that is left; ``shown``, ``duration``: see `outlasting`.
    """
    if not outlasting(shown, duration):
        return transcript
    begin = min(_begin(one) for one in shown if _end(one) > duration + _SAME)
    heard = transcript.segments
    while (first := _first_across(begin, (*heard, *shown))) < begin:
        begin = first
    before = [one for one in heard if _begin(one) < begin]
    behind = [one for one in shown if _begin(one) >= begin]
    segments = tuple(replace(one, id=id) for id, one in enumerate((*before, *behind)))
    ids = {one.id: number for number, one in enumerate(before)}
    return replace(
        transcript,
        segments=segments,
        duration=_end(shown[-1]),
        skipped=tuple(one for one in transcript.skipped if one.start < begin),
        suggestions=tuple(
            replace(one, segment=ids[one.segment])
            for one in transcript.suggestions
            if one.segment in ids
        ),
    )


def _first_across(at: float, segments: Sequence[Segment]) -> float:
    """Where the first utterance begins that has that second in its midst."""
    across = (_begin(one) for one in segments if _begin(one) < at < _end(one) - _SAME)
    return min(across, default=at)


def _begin(segment: Segment) -> float:
    return segment.start or 0.0


def _end(segment: Segment) -> float:
    return segment.end or 0.0
