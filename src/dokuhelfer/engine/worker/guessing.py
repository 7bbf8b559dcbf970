"""What comes next if a text that is at hand is repeated („prompt lookup“, inference.md §5.1)."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_MATCH = 3
_AT_FIRST = 0.7
_NEW = 0.15
"""How much one guess changes the chance of the next."""


class Guesses:
    """Follows what is written and looks for it in the text.

    Args:
        near: tokens of the text that is likely to be repeated.

    Attributes:
        chance: of a guess to be right, by those made so far.
    """

    def __init__(self, near: Sequence[int]) -> None:
        self._near = list(near)
        self._heard: list[int] = []
        self._guessed: list[int] = []
        self.chance = _AT_FIRST

    def hear(self, token: int) -> None:
        """The next token that was written."""
        self._heard.append(token)
        if not self._guessed:
            return
        right = self._guessed.pop(0) == token
        self.chance += _NEW * (right - self.chance)
        if not right:
            self._guessed.clear()

    def next(self, most: int) -> list[int]:
        """What follows the words just written where they stand in the text; may be empty."""
        at = self._place() if most > 0 else None
        found = [] if at is None else self._near[at : at + most]
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
