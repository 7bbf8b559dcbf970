"""Parts of a clause between commas and „und“: what is said together belongs together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.terms import Keys, Term

_BETWEEN = frozenset({",", ";", ".", "und", "sowie", "dann", "danach"})


@dataclass(frozen=True, slots=True)
class Part:
    """Words and values said together.

    Attributes:
        terms: its words of full weight, names left out.
        quantities: its values that are asserted.
    """

    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]

    @property
    def keys(self) -> Keys:
        """What its words are matched by."""
        return frozenset(key for term in self.terms for key in term.keys)


def parts_of(piece: Piece) -> Iterator[Part]:
    """The parts of a clause that say anything."""
    tokens = piece.clause.tokens
    start = 0
    for index in range(len(tokens) + 1):
        if index < len(tokens) and tokens[index].text.lower() not in _BETWEEN:
            continue
        part = _part(piece, start, index)
        if part.terms or part.quantities:
            yield part
        start = index + 1


def _part(piece: Piece, start: int, end: int) -> Part:
    return Part(
        tuple(t for t in piece.terms if start <= t.index < end and t.weight >= 1.0 and not t.name),
        tuple(q for q in piece.quantities if start <= q.index < end and q.asserted),
    )
