"""Numbers and times that were said digit by digit or without „Uhr“, and stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.normalise.model import Number, Token

_LONGEST = 6
"""Digits; a longer row is a telephone or file number, which is compared as it stands."""
_HOURS, _MINUTES = 24, 60


def said_apart(written: Quantity, near: Sequence[Piece]) -> bool:
    """„Saal zwei null drei“ as 203, „gerufen neunzehn fünfzehn“ as 19:15."""
    rows = (row for piece in near for row in _rows(piece.clause.tokens))
    if written.kind is QuantityKind.TIME:
        return any(_clock(row) in written.readings for row in rows)
    if written.kind is not QuantityKind.NUMBER or written.unit is not None:
        return False
    return any(_digits(row) == written.value for row in rows)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """Numbers of digits alone that follow each other with nothing between them."""
    row: list[str] = []
    for token in tokens:
        if isinstance(token.value, Number) and token.text.isdecimal():
            row.append(token.text)
            continue
        if len(row) > 1:
            yield tuple(row)
        row = []
    if len(row) > 1:
        yield tuple(row)


def _digits(row: tuple[str, ...]) -> Decimal | None:
    single = len(row) <= _LONGEST and all(len(text) == 1 for text in row)
    return Decimal("".join(row)) if single else None


def _clock(row: tuple[str, ...]) -> int | None:
    """Minutes after midnight of an hour and two digits of minutes."""
    if len(row) != 2 or len(row[1]) != 2 or len(row[0]) > 2:
        return None
    hour, minute = int(row[0]), int(row[1])
    return hour * _MINUTES + minute if hour < _HOURS and minute < _MINUTES else None
