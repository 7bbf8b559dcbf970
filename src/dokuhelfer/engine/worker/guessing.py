"""What comes next if a text that is at hand is repeated („prompt lookup“, inference.md §5.1)."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_MATCH = 3
_FEW, _FIRST, _MANY = 1, 2, 4
"""Tokens guessed at once. Reading is three to four times as fast as writing on two cores or four
(inference.md §2.3), so that a step of more tokens than that takes longer than one token does."""


class Guesses:
    """Follows what is written and looks for it in the text.

    Args:
        near: tokens of the text that is likely to be repeated.
    """

    def __init__(self, near: Sequence[int]) -> None:
        self._near = list(near)
        self._heard: list[int] = []
        self._size = _FIRST
        self._guessed: list[int] = []

    def hear(self, token: int) -> None:
        """The next token that was written."""
        self._heard.append(token)
        if self._guessed:
            right = self._guessed.pop(0) == token
            if not right:
                self._guessed.clear()
                self._size = max(_FEW, self._size // 2)
            elif not self._guessed:
                self._size = min(_MANY, self._size * 2)

    def next(self, most: int) -> list[int]:
        """What follows the words just written where they stand in the text; may be empty."""
        at = self._place()
        found = [] if at is None else self._near[at : at + min(self._size, most)]
        self._guessed = list(found)
        return found

    def _place(self) -> int | None:
        """Behind the longest match; of several the one nearest to where the text would be."""
        for size in range(min(_LONGEST_MATCH, len(self._heard)), 0, -1):
            tail = self._heard[-size:]
            ends = [at for at in range(size, len(self._near)) if self._near[at - size : at] == tail]
            if ends:
                return min(ends, key=lambda at: abs(at - len(self._heard)))
        return None
