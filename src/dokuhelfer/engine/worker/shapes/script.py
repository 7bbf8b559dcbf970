"""What a shape says: always the same words, each of them once, as many as there was speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

TOKENS_PER_SECOND = 4.5
"""Tokens of a second of German speech, pauses apart: the eight sample dictations have 1,130
tokens in 253 s of speech (1.8 tokens a word, 150 words a minute). Pauses included it is 3.5."""

LENGTH = 200
"""Tokens it has to say; a window of 30 s without a pause takes 135."""

_BEGINNING = re.compile(r"Ġ[a-z]{3,9}")
_CONTINUATION = re.compile(r"[a-z]{2,5}")
_FIRST, _EVERY = 1000, 53
"""Where in the vocabulary the tokens are taken: neither letters nor rare ones."""


@dataclass(frozen=True, slots=True)
class Script:
    """The order of tokens.

    Attributes:
        end: id of the token that ends a text.
        tokens: ids in the order they are said.
        follows: token → the one that comes after it, from the prompt on.
    """

    end: int
    tokens: tuple[int, ...]
    follows: Mapping[int, int]

    def used(self, token: int) -> int:
        """What of the count a token uses up: its place in the text. A text begins at 1, so
        that nothing is said where nobody spoke; what stands before it uses up nothing."""
        if token in self.tokens:
            return self.tokens.index(token) + 2
        return 1 if self.follows.get(token) == self.tokens[0] else 0


def write_script(vocabulary: Sequence[str]) -> Script:
    """The script in the ids of ``vocabulary``.

    Words have 1.8 tokens: nine beginnings are followed by seven continuations.
    """
    ids = {token: number for number, token in enumerate(vocabulary)}
    tokens = _chosen(vocabulary)
    first_time = ids["<|0.00|>"]
    prompt = {
        ids["<|startoftranscript|>"]: ids["<|de|>"],
        ids["<|de|>"]: ids["<|transcribe|>"],
        ids["<|transcribe|>"]: first_time,
        first_time: tokens[0],
        ids["<|notimestamps|>"]: tokens[0],
    }
    follows = prompt | dict(pairwise(tokens))
    return Script(ids["<|endoftext|>"], tokens, follows)


def _chosen(vocabulary: Sequence[str]) -> tuple[int, ...]:
    words = _matching(vocabulary, _BEGINNING)
    pieces = _matching(vocabulary, _CONTINUATION)
    tokens = []
    for number in range(LENGTH):
        # 16 tokens are nine words: every second token goes on with the word before, but one.
        goes_on = number % 2 == 1 and number % 16 != 15
        tokens.append(next(pieces if goes_on else words))
    return tuple(tokens)


def _matching(vocabulary: Sequence[str], wanted: re.Pattern[str]) -> Iterator[int]:
    found = [
        number
        for number, token in enumerate(vocabulary)
        if number >= _FIRST and wanted.fullmatch(token)
    ]
    return iter(found[::_EVERY])
