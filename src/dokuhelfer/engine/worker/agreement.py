"""Which words of an open utterance may be shown as stable: those that two hypotheses share.

LocalAgreement-2 of Macháček et al. (arXiv 2307.14743), on whole utterances: the longest
common beginning of two successive hypotheses stands from then on. The last words of a
hypothesis never count, since there the model completes what it has only half heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

HELD_BACK = 2
"""Words at a hypothesis' end that agree with nothing yet. With one, the demo model changed 11
of the 536 words it had called stable in the eight samples, with two 6 of 458."""


class Reading(NamedTuple):
    """An utterance so far; ``stable`` only ever grows while it is open."""

    stable: tuple[str, ...]
    tail: tuple[str, ...]


class Agreement:
    """Takes one hypothesis after the other of the same growing utterance."""

    def __init__(self) -> None:
        self._stable: tuple[str, ...] = ()
        self._before: Sequence[str] = ()

    def add(self, words: Sequence[str]) -> Reading:
        """Take the newest hypothesis.

        Where it contradicts a stable word, that one stays until the utterance is closed:
        text that flickers cannot be read.
        """
        agreed = common(self._before[:-HELD_BACK], words[:-HELD_BACK])
        if agreed > len(self._stable):
            self._stable += tuple(words[len(self._stable) : agreed])
        self._before = words
        return Reading(self._stable, tuple(words[len(self._stable) :]))

    def forget(self, count: int) -> tuple[str, ...]:
        """The first ``count`` words, all of them stable, will not be read again: give them."""
        forgotten, self._stable = self._stable[:count], self._stable[count:]
        self._before = self._before[count:]
        return forgotten


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words from the beginning are the same, however written."""
    pairs = takewhile(lambda pair: _bare(pair[0]) == _bare(pair[1]), zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _bare(word: str) -> str:
    """Case and punctuation change with what follows; the word does not."""
    return "".join(filter(str.isalnum, word)).casefold() or word
