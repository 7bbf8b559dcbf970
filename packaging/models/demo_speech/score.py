"""Word error rate: lower-cased, without punctuation, numbers as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_NO_WORD = re.compile(r"[^\w.]|_|\.(?!\d)|(?<!\d)\.")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Score:
    """Errors (wrong, missing and added words) and how many words were said."""

    errors: int
    words: int

    @property
    def rate(self) -> float:
        """Errors per word said; 0 for silence that stayed empty."""
        return self.errors / self.words if self.words else float(self.errors)

    def __add__(self, other: Score) -> Score:
        return Score(self.errors + other.errors, self.words + other.words)


def words(text: str) -> list[str]:
    """The words compared; „36,8“ stays one word (36.8), „3-Zimmer-Wohnung“ is three."""
    return _NO_WORD.sub(" ", _DECIMAL.sub(".", text.lower())).split()


def numbers(text: str) -> list[str]:
    """The numbers in the order they were said."""
    return _NUMBER.findall(_DECIMAL.sub(".", text))


def compare(said: str, heard: str) -> Score:
    """Levenshtein distance over words."""
    reference, hypothesis = words(said), words(heard)
    row = list(range(len(hypothesis) + 1))
    for i, expected in enumerate(reference, 1):
        diagonal, row[0] = row[0], i
        for j, got in enumerate(hypothesis, 1):
            best = min(row[j] + 1, row[j - 1] + 1, diagonal + (expected != got))
            diagonal, row[j] = row[j], best
    return Score(row[-1], len(reference))
