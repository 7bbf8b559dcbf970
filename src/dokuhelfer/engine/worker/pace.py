"""How many guessed tokens a step is worth on this machine, told by the steps it has made."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

SIZES: Sequence[int] = (1, 2, 4)
"""Guesses tried in one step."""

_TRY_AGAIN = 256
"""Steps after which the sizes are tried once more: another program may have held the machine."""
_KEPT = 4


class Pace:
    """Seconds of steps by their tokens, and what follows for guessing.

    Where memory limits a step, several tokens take hardly longer than one (inference.md §5.1);
    where computing does, each takes its own time: shape of 4B, two threads of one old core, 111 ms
    for one token and 528 ms for five. Which it is cannot be told from the number of threads.
    """

    def __init__(self) -> None:
        self._seconds: dict[int, deque[float]] = {}
        self._steps = 0

    def took(self, tokens: int, seconds: float) -> None:
        """A step of so many tokens took so long."""
        self._steps += 1
        if self._steps % _TRY_AGAIN == 0:
            self._seconds = {1: self._seconds[1]} if 1 in self._seconds else {}
        self._seconds.setdefault(tokens, deque(maxlen=_KEPT)).append(seconds)

    def guesses(self, chance: float) -> int:
        """How many are worth making where each is right with this ``chance``; 0: none."""
        if 1 not in self._seconds:
            return 0
        for size in SIZES:
            if size + 1 not in self._seconds:
                return size
        return max((0, *SIZES), key=lambda size: _written(size, chance) / self._least(size + 1))

    def _least(self, tokens: int) -> float:
        """What disturbs a step makes it longer, never shorter."""
        return max(min(self._seconds[tokens]), 1e-9)


def _written(size: int, chance: float) -> float:
    """Tokens that a step with so many guesses writes, on the average."""
    return sum(chance**right for right in range(size + 1))
