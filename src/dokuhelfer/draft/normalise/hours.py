"""What every clock phrase is made of: an hour, its readings, the TIME token.

The hour ``h`` of a twelve-hour clock reads as two minutes of the day; what was said beyond twelve,
as „null Uhr“ or with a leading zero has one. Source: domain.md §4, row "Uhrzeit".
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Clock, Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, cover, is_kind, low, same_segment, word
from dokuhelfer.draft.normalise.tables import clock as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table
from dokuhelfer.draft.normalise.tables import units

HALF_DAY, DAY = 720, 1440
DAYTIME = range(420, 1140)
"""07:00–18:59: the likelier reading when nothing else is known."""


def readings(minute: int, *, whole_day: bool) -> tuple[int, ...]:
    """Minutes after midnight a phrase can mean, likelier first."""
    if whole_day:
        return (minute % DAY,)
    first = minute % HALF_DAY
    both = (first, first + HALF_DAY)
    return both if both[0] in DAYTIME else (both[1], both[0])


def hour_at(tokens: Sequence[Token], at: int, most: int = 24) -> int | None:
    """The hour a number can name, up to ``most``."""
    value = integer(tokens, at)
    return value if value is not None and value <= most else None


def clock_hit(
    tokens: Sequence[Token],
    at: int,
    width: int,
    minute: int,
    whole_day: bool,
    *,
    oclock: bool = False,
    minutes_apart: bool = False,
) -> Hit:
    """A TIME over ``width`` tokens; ``minute`` after midnight, ``whole_day`` if beyond doubt."""
    covered = tokens[at : at + width]
    value = Clock(readings(minute, whole_day=whole_day), is_hedged(tokens, at), minutes_apart)
    time = Token(value.text(), TokenKind.TIME, cover(covered), value)
    if not oclock:
        return Hit(width, (time,))
    # The word lies inside the time's span, so its own span is empty and stands at the end.
    end = time.span.end
    return Hit(width, (time, Token("Uhr", TokenKind.UNIT, Span(time.span.segment, end, end))))


def is_hedged(tokens: Sequence[Token], at: int) -> bool:
    """Whether words before a time say that it is roughly meant."""
    before = at - 1
    if word(tokens, before) in ("um", "vor", "nach", "bis", "ab", "seit") and word(
        tokens, before - 1
    ):
        return word(tokens, before) == "gegen" or word(tokens, before - 1) in table.HEDGES
    return word(tokens, before) in table.HEDGES


def with_oclock(tokens: Sequence[Token], at: int, width: int, minute: int, hour: int) -> Hit | None:
    """A phrase that ends in its hour, „Uhr“ behind it or not."""
    oclock = low(tokens, at + width) == "uhr" and same_segment(tokens, at, at + width + 1)
    width += oclock
    if not same_segment(tokens, at, at + width):
        return None
    return clock_hit(tokens, at, width, minute, hour > 12 or hour == 0, oclock=oclock)


def is_noun(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word that is no title: what a number before it counts."""
    if not is_kind(tokens, at, TokenKind.WORD) or not tokens[at].text[:1].isupper():
        return False
    return low(tokens, at) not in numeral_table.NAME_TITLES


def is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit follows, so that the number before it is an amount."""
    following = low(tokens, at)
    return (
        following in units.MEASURES
        or following in units.DOSES
        or following in units.DURATIONS
        or following in ("mal", "x", "komma", "grad", "bewohner", "personen", "leute")
    )
