"""A value the speaker took back, put where the one he kept stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dokuhelfer.draft.normalise.model import (
    Clock,
    DropReason,
    Normalised,
    Number,
    Token,
    TokenKind,
)
from dokuhelfer.evaluation.mutate.model import Change, Fault

_VALUES = frozenset({TokenKind.NUMBER, TokenKind.TIME})


@dataclass(frozen=True, slots=True)
class Correction:
    """What was said first and what was said instead, both as written in a document."""

    old: Token
    new: Token


def corrections(normalised: Normalised) -> tuple[Correction, ...]:
    """Every value taken back for one of its kind, as the normaliser understood it.

    One that was said once more elsewhere, or is the same value, is none.
    """
    found: list[Correction] = []
    said = {token.text for token in normalised.tokens}
    for piece in normalised.dropped:
        if piece.reason is not DropReason.WITHDRAWN:
            continue
        old = [token for token in piece.tokens if token.kind in _VALUES]
        if len(old) != 1 or old[0].text in said:
            continue
        new = _next_value(normalised, old[0], piece.span.segment, piece.span.end)
        if new is not None:
            found.append(Correction(old[0], new))
    return tuple(found)


def _next_value(normalised: Normalised, old: Token, segment: int, end: int) -> Token | None:
    for token in normalised.tokens:
        span = token.span
        if span.segment == segment and span.start >= end and token.kind is old.kind:
            return token
    return None


def withdrawn(value: str | int | float, known: tuple[Correction, ...]) -> Iterator[Change]:
    """The value with one correction undone, where it holds the corrected value once."""
    for correction in known:
        old, new = correction.old, correction.new
        if isinstance(value, str):
            pattern = rf"(?<![\w:.,]){re.escape(new.text)}(?![\w:]|[.,]\d)"
            if len(re.findall(pattern, value)) == 1:
                yield Change(Fault.WITHDRAWN, re.sub(pattern, old.text, value))
        elif _number(new) == value and (back := _number(old)) is not None:
            yield Change(Fault.WITHDRAWN, int(back) if isinstance(value, int) else back)


def _number(token: Token) -> float | None:
    value = token.value
    if isinstance(value, Clock) or not isinstance(value, Number) or value.pair:
        return None
    return float(value.value)
