"""Sentences the model has learnt from subtitles and writes where nobody speaks.

A list misses what it does not hold, so it is the last net, behind the gates (peers.md §4).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_BREAK = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”“»)]*$")
_YEAR = re.compile(r"(.+) (?:19|20)\d\d")

_LONGEST_CREDIT = 14
"""Words; a longer sentence that begins like a credit says something else."""


@dataclass(frozen=True, slots=True)
class StockPhrases:
    """The lists of ``stock_phrases.toml``."""

    credits: tuple[str, ...]
    credits_with_year: frozenset[str]
    farewells: frozenset[str]

    def is_credit(self, sentence: str) -> bool:
        """Whether nobody who dictates says this."""
        plain = plainly(sentence)
        if len(plain.split()) > _LONGEST_CREDIT:
            return False
        dated = _YEAR.fullmatch(plain)
        if dated is not None and dated[1] in self.credits_with_year:
            return True
        return f"{plain} ".startswith(self.credits)

    def is_farewell(self, text: str) -> bool:
        """Whether this is nothing but what may be said or made up alike."""
        return plainly(text) in self.farewells

    def has_credit(self, text: str) -> bool:
        """Whether one of the text's sentences is a credit."""
        words = text.split()
        return any(self.is_credit(" ".join(words[a:b])) for a, b in sentences(words))


@lru_cache(maxsize=1)
def stock_phrases() -> StockPhrases:
    """The shipped lists."""
    text = resources.files(__package__).joinpath("stock_phrases.toml").read_text("utf-8")
    lists = tomllib.loads(text)
    return StockPhrases(
        tuple(lists["credits"]),
        frozenset(lists["credits_with_year"]),
        frozenset(lists["farewells"]),
    )


def sentences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The sentences among ``words``: each the first word's number and the one after its last."""
    first = 0
    for number, word in enumerate(words, start=1):
        if number == len(words) or _SENTENCE_END.search(word):
            yield first, number
            first = number


def plainly(text: str) -> str:
    """Lower case, letters and digits only, one space between words."""
    return _BREAK.sub(" ", text.casefold()).strip()
