"""Word errors of a recognised dictation against what was said."""

from __future__ import annotations

import re

from dokuhelfer.evaluation.score import Ratio

_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_NO_WORD = re.compile(r"[^\w.]|_|\.(?!\d)|(?<!\d)\.")


def words(text: str) -> list[str]:
    """The words compared: lower case, no punctuation; „36,8“ is one word."""
    return _NO_WORD.sub(" ", _DECIMAL.sub(".", text.lower())).split()


def word_errors(said: str, heard: str) -> Ratio:
    """Wrong, missing and added words (Levenshtein distance) of how many that were said."""
    reference, hypothesis = words(said), words(heard)
    row = list(range(len(hypothesis) + 1))
    for number, expected in enumerate(reference, 1):
        diagonal, row[0] = row[0], number
        for column, got in enumerate(hypothesis, 1):
            best = min(row[column] + 1, row[column - 1] + 1, diagonal + (expected != got))
            diagonal, row[column] = row[column], best
    return Ratio(row[-1], len(reference))
