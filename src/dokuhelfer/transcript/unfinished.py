"""A transcript that ends before its sound does."""

from __future__ import annotations

from dataclasses import replace

from dokuhelfer.transcript.model import Skipped, SkipReason, Transcript

_SHORTEST = 0.3
"""Seconds in which nothing is said."""


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
