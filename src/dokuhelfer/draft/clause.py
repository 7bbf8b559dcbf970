"""The numbered clause: the unit of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, join


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the dictation that says one thing.

    Attributes:
        number: 0, 1, 2 … through the whole dictation.
        sentence: number of the sentence it belongs to; clauses of one sentence share it.
        tokens: normalised tokens, closing punctuation included.
        span: from the first to the last token in the original (one segment).
    """

    number: int
    sentence: int
    tokens: tuple[Token, ...]
    span: Span

    @property
    def text(self) -> str:
        """The clause as written text."""
        return join(self.tokens)
