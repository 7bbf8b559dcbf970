"""Limits: „höchstens 500 €“ is neither „500 €“ nor „mindestens 500 €“ (domain.md §3 R05)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.model import Finding, Kind

_LIMITS = (
    words("höchstens maximal max max. allerhöchstens längstens"),
    words("mindestens wenigstens mind mind. zumindest"),
    words("spätestens"),
    words("frühestens"),
)
"""Words that say nothing but one limit a row."""
_ALSO = (
    words("bis unter weniger kein keine keinen kaum"),
    words("minimal ab über mehr"),
    words("bis vor"),
    words("ab nach"),
)
"""Words by which a statement may keep the limit of the same row."""
_BOUND_REACH = 3
"""Tokens before a value in which its limit stands („höchstens noch so 500“)."""


def bound_lost(
    checked: Checked, quantity: Quantity, held: Sequence[tuple[Piece, Quantity]]
) -> Iterator[Finding]:
    """„höchstens 500 €“ as „500 €“, or as „mindestens 500 €“."""
    rows = [_limit(piece, other) for piece, other in held]
    first = rows[0] if rows else None
    if first is None or any(row != first for row in rows):
        return
    number, said = first
    written = next(piece for piece in checked.pieces if quantity in piece.quantities)
    around = {token.text.lower() for token in written.clause.tokens}
    if not around & (_LIMITS[number] | _ALSO[number]):
        yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=said)


def _limit(piece: Piece, quantity: Quantity) -> tuple[int, str] | None:
    """Row and word of the limit that stands right before a value."""
    start = max(0, quantity.index - _BOUND_REACH)
    for token in reversed(piece.clause.tokens[start : quantity.index]):
        for number, row in enumerate(_LIMITS):
            if token.text.lower() in row:
                return number, token.text.lower()
    return None


def limited_alike(fact: Fact, written: Piece) -> bool:
    """„höchstens einmal“ as „maximal 1x“: another word of the same row of limits."""
    word = fact.text.lower()
    own = {token.text.lower() for token in written.clause.tokens}
    return any(word in row and own & row for row in _LIMITS)
