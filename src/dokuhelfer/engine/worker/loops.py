"""Where a text goes round in circles: the model's best-known way to fail."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 30
"""Words of the longest phrase that is looked for; two of them fill a window."""

_ROUNDS = 3
_MOST_REPEATED = 6
"""A phrase is a loop from three times on, and if its repetitions have six words at least:
"nein, nein, nein" is none, nor is a pair of figures said twice."""

_LEAST_ECHO = 3
"""Words."""


def loops(words: Sequence[str]) -> list[tuple[int, int]]:
    """The repetitions behind each phrase that loops: the number of the first word and the one
    after the last. The phrase itself, once, is not among them: it may have been said."""
    found = []
    position = 0
    while position < len(words):
        end, length = _loop_at(words, position)
        if length:
            found.append((position + length, end))
        position = max(end, position + 1)
    return found


def echoes(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a text says nothing but what was said just before it: a short "ja" may."""
    return len(words) >= _LEAST_ECHO and list(before[-len(words) :]) == list(words)


def _loop_at(words: Sequence[str], first: int) -> tuple[int, int]:
    """Where the loop that begins here ends, and the length of its phrase; 0 for none."""
    for length in range(1, min(_LONGEST, (len(words) - first) // _ROUNDS) + 1):
        end = first + length
        while end < len(words) and words[end] == words[end - length]:
            end += 1
        repeated = end - first - length
        if repeated >= max(_MOST_REPEATED, (_ROUNDS - 1) * length):
            return end, length
    return first, 0
