"""Two numbers that a recogniser wrote as one word: „zwodreißig“, „siebenunddreißigfünf“."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, word

LONGEST_WORD = 60
SHORTEST = 3
"""Letters of the shortest number word."""


def match_joined(tokens: Sequence[Token], at: int) -> Hit | None:
    """Both numbers, each with its part of the word; the first takes as much as it can."""
    text, span = word(tokens, at), tokens[at].span
    whole = span.end - span.start == len(text) <= LONGEST_WORD
    if not text or not whole or not numerals.is_numeral_part(text):
        return None
    for middle in range(len(text) - SHORTEST, SHORTEST - 1, -1):
        values = numerals.cardinal(text[:middle]), numerals.cardinal(text[middle:])
        if values[0] is None or values[1] is None:
            continue
        edges = (span.start, span.start + middle, span.end)
        return Hit(
            1,
            tuple(
                Token(
                    numerals.written(Decimal(value)),
                    TokenKind.NUMBER,
                    replace(span, start=start, end=end),
                    Number(Decimal(value), spoken=True),
                )
                for value, start, end in zip(values, edges, edges[1:], strict=False)
                if value is not None
            ),
        )
    return None
