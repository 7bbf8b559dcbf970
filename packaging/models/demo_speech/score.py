"""Word error rate: lower-cased, without punctuation, numbers as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dokuhelfer.evaluation.words import word_errors

_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
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


def numbers(text: str) -> list[str]:
    """The numbers in the order they were said."""
    return _NUMBER.findall(_DECIMAL.sub(".", text))


def compare(said: str, heard: str) -> Score:
    """Levenshtein distance over words, as ``dokuhelfer eval`` counts it."""
    found = word_errors(said, heard)
    return Score(found.hit, found.of)
