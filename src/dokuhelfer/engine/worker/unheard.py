"""Speech that no word stands for: the model has left out a sentence, or half of one.

A word's time comes from where the decoder looks. Where a sentence is left out, the word before it
seems to go on for as long.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.engine.messages import SpokenWord
from dokuhelfer.engine.worker.letters import spoken_letters

Span = tuple[float, float]

_LEAST = 1.5
"""Seconds of speech beyond what a word takes. Clear speech has 0.8 at most with the demo model and
0.3 with Whisper base, telephoned speech 1.2; what is left out has 2 and more."""

_LETTERS_A_SECOND = 8
"""Of slow speech; ordinary speech has 13."""


def unheard(words: Sequence[SpokenWord], speech: Sequence[Span], end: float) -> tuple[Span, ...]:
    """Where somebody spoke much longer than what is written there takes.

    Args:
        words: of an utterance; times in seconds from its start.
        speech: when somebody spoke in it.
        end: how long it is.
    """
    if not words:
        return ()
    edges = [0.0, *(word.start for word in words[1:]), end]
    found = []
    for word, start, stop in zip(words, edges, edges[1:], strict=False):
        needed = spoken_letters(word.text) / _LETTERS_A_SECOND
        if _overlap(speech, start, stop) - needed > _LEAST:
            found.append((start, stop))
    return tuple(found)


def _overlap(spans: Sequence[Span], start: float, stop: float) -> float:
    return sum(max(0.0, min(stop, end) - max(start, begin)) for begin, end in spans)
