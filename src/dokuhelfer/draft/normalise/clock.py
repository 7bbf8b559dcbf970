"""Clock phrases → TIME tokens with both readings of the day; `settle` picks later.

The hour ``h`` of a twelve-hour clock reads as two minutes of the day; what was said beyond twelve,
as „null Uhr“ or with a leading zero has one. Source: domain.md §4, row "Uhrzeit".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.dial import on_dial
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Clock, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    Hit,
    clause_bounds,
    cover,
    ends_clause,
    is_kind,
    is_number,
    low,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import clock as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table
from dokuhelfer.draft.normalise.tables import units

HALF_DAY, DAY = 720, 1440
DAYTIME = range(420, 1140)
"""07:00–18:59: the likelier reading when nothing else is known."""

_AHEAD, _BACK = ("nach", "über"), ("vor",)


def readings(minute: int, *, whole_day: bool) -> tuple[int, ...]:
    """Minutes after midnight a phrase can mean, likelier first."""
    if whole_day:
        return (minute % DAY,)
    first = minute % HALF_DAY
    both = (first, first + HALF_DAY)
    return both if both[0] in DAYTIME else (both[1], both[0])


def clock(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Every clock phrase as one TIME token, with a UNIT „Uhr“ behind it if that was said."""
    single = rewrite(
        tokens,
        _match_fraction,
        _match_half,
        _match_minutes_around,
        _match_oclock,
        _match_range,
        _match_bare,
        _match_midnight,
        starts=_may_start,
    )
    return rewrite(_forward_series(single), _match_before_time, starts=is_number)


def _may_start(token: Token) -> bool:
    return token.kind is TokenKind.NUMBER or token.text.lower() in table.OPENERS


def _hour(tokens: Sequence[Token], at: int, most: int = 24) -> int | None:
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
) -> Hit:
    """A TIME over ``width`` tokens; ``minute`` after midnight, ``whole_day`` if beyond doubt."""
    covered = tokens[at : at + width]
    value = Clock(readings(minute, whole_day=whole_day), hedged=_is_hedged(tokens, at))
    time = Token(value.text(), TokenKind.TIME, cover(covered), value)
    if not oclock:
        return Hit(width, (time,))
    # The word lies inside the time's span, so its own span is empty and stands at the end.
    end = time.span.end
    return Hit(width, (time, Token("Uhr", TokenKind.UNIT, Span(time.span.segment, end, end))))


def _is_hedged(tokens: Sequence[Token], at: int) -> bool:
    before = at - 1
    if word(tokens, before) in ("um", "vor", "nach", "bis", "ab", "seit") and word(
        tokens, before - 1
    ):
        return word(tokens, before) == "gegen" or word(tokens, before - 1) in table.HEDGES
    return word(tokens, before) in table.HEDGES


def _with_oclock(
    tokens: Sequence[Token], at: int, width: int, minute: int, hour: int
) -> Hit | None:
    """A phrase that ends in its hour, „Uhr“ behind it or not."""
    oclock = low(tokens, at + width) == "uhr" and same_segment(tokens, at, at + width + 1)
    width += oclock
    if not same_segment(tokens, at, at + width):
        return None
    return clock_hit(tokens, at, width, minute, hour > 12 or hour == 0, oclock=oclock)


def _match_half(tokens: Sequence[Token], at: int) -> Hit | None:
    """„halb acht“ = 07:30."""
    hour = _hour(tokens, at + 1, 12) if word(tokens, at) == "halb" else None
    return _with_oclock(tokens, at, 2, hour * 60 - 30, hour) if hour else None


def _match_fraction(tokens: Sequence[Token], at: int) -> Hit | None:
    """„viertel nach sieben“, „viertel acht“ = 07:15, „drei viertel acht“ = 07:45."""
    start = at
    quarters = 1
    if word(tokens, at) == "dreiviertel":
        quarters = 3
    elif integer(tokens, at) == 3 and word(tokens, at + 1) == "viertel":
        quarters, at = 3, at + 1
    elif word(tokens, at) != "viertel" or word(tokens, at - 1) in numeral_table.INDEFINITE:
        return None
    direction = word(tokens, at + 1)
    width = at + 1 - start
    if quarters == 1 and direction in (*_AHEAD, *_BACK):
        hour = _hour(tokens, at + 2)
        offset = 15 if direction in _AHEAD else -15
        width += 2
    else:
        hour = _hour(tokens, at + 1, 12) or None
        offset = 15 * quarters - 60
        width += 1
    if hour is None or _is_counted(tokens, start + width):
        return None
    return _with_oclock(tokens, start, width, hour * 60 + offset, hour)


def _match_minutes_around(tokens: Sequence[Token], at: int) -> Hit | None:
    """„zehn vor halb vier“ = 03:20, „fünf nach acht“ = 08:05."""
    minutes = integer(tokens, at)
    if minutes is None or not 1 <= minutes <= 29:
        return None
    place = at + 1 + (low(tokens, at + 1) in ("minuten", "min", "min."))
    direction = word(tokens, place)
    if direction not in (*_AHEAD, *_BACK):
        return None
    half = word(tokens, place + 1) == "halb"
    hour = _hour(tokens, place + 1 + half, 12 if half else 24)
    end = place + 2 + half
    if hour is None or _is_counted(tokens, end):
        return None
    if not half and place == at + 1 and not _names_a_time(tokens, at, minutes):
        return None
    offset = minutes if direction in _AHEAD else -minutes
    minute = hour * 60 - (30 if half else 0) + offset
    return _with_oclock(tokens, at, end - at, minute, hour)


def _names_a_time(tokens: Sequence[Token], at: int, minutes: int) -> bool:
    """„NRS 4 nach 2 …“ is none: round minutes, or a preposition, or „Minuten“ make it one."""
    if word(tokens, at - 1) in ("um", "gegen", "ab", "bis", "seit"):
        return True
    return minutes % 5 == 0 and not (tokens[at - 1].text.isupper() if at else False)


def _match_oclock(tokens: Sequence[Token], at: int) -> Hit | None:
    """„acht Uhr“, „acht Uhr dreißig“; in „acht Uhr dreißig Tropfen“ the thirty is counted."""
    hour = _hour(tokens, at)
    if hour is None or low(tokens, at + 1) != "uhr" or not same_segment(tokens, at, at + 2):
        return None
    if on_dial(tokens, at):
        return None
    minute, width = _minutes_after(tokens, at + 2)
    whole_day = hour > 12 or hour == 0 or tokens[at].text.startswith("0")
    if hour == 24 and minute:
        minute, width = 0, 0
    return clock_hit(tokens, at, 2 + width, hour * 60 + minute, whole_day, oclock=True)


def _minutes_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Minutes and how many tokens they take; „null fünf“ is five."""
    if not same_segment(tokens, at - 1, at + 1):
        return 0, 0
    minute, width = integer(tokens, at), 1
    if minute == 0 and (low_digit := integer(tokens, at + 1)) is not None and low_digit < 10:
        minute, width = low_digit, 2
    if minute is None or minute > 59 or not same_segment(tokens, at, at + width):
        return 0, 0
    if _is_counted(tokens, at + width) or (width == 1 and minute < 10 and _noun(tokens, at + 1)):
        return 0, 0
    return minute, width


def _noun(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word that is no title: what a number before it counts."""
    if not is_kind(tokens, at, TokenKind.WORD) or not tokens[at].text[:1].isupper():
        return False
    return low(tokens, at) not in numeral_table.NAME_TITLES


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit follows, so that the number before it is an amount."""
    following = low(tokens, at)
    return (
        following in units.MEASURES
        or following in units.DOSES
        or following in units.DURATIONS
        or following in ("mal", "x", "komma", "grad", "bewohner", "personen", "leute")
    )


def _match_range(tokens: Sequence[Token], at: int) -> Hit | None:
    """The first hour of „acht bis zehn Uhr“ and „zwischen acht und neun Uhr“."""
    hour = _hour(tokens, at)
    if hour is None or low(tokens, at + 1) not in ("bis", "und", "–", "oder"):
        return None
    if _hour(tokens, at + 2) is None or low(tokens, at + 3) != "uhr" or on_dial(tokens, at):
        return None
    return clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0)


def _match_bare(tokens: Sequence[Token], at: int) -> Hit | None:
    """„um acht“, „gegen elf“, „kurz nach acht“, „bis um elf“."""
    hour = _hour(tokens, at)
    if hour is None or not _introduced(tokens, at) or _is_counted(tokens, at + 1):
        return None
    goes_on = low(tokens, at + 1) in ("bis", "oder") and integer(tokens, at + 2) is not None
    if goes_on and _is_counted(tokens, at + 3):
        return None
    if word(tokens, at - 1) == "um" and _counts_with_um(tokens, at):
        return None
    return clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0)


def _introduced(tokens: Sequence[Token], at: int) -> bool:
    before = word(tokens, at - 1)
    if before in table.TIME_PREPOSITIONS:
        return True
    if before in ("nach", "vor") and word(tokens, at - 2) == "kurz":
        return True
    # „um acht und um zehn“ has its own „um“; „um acht, zehn und zwölf“ goes on from the first.
    return before in ("punkt", "pünktlich")


def _counts_with_um(tokens: Sequence[Token], at: int) -> bool:
    start, end = clause_bounds(tokens, at)
    changed = any(
        low(tokens, place).removeprefix("ge").startswith(table.CHANGE_VERBS)
        or low(tokens, place).startswith(table.CHANGE_VERBS)
        for place in range(start, end)
    )
    return changed and (_noun(tokens, at + 1) or at + 2 >= end)


def _match_midnight(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Mitternacht“ keeps its word and has the value 00:00."""
    if word(tokens, at) != "mitternacht":
        return None
    value = Clock((0,), hedged=_is_hedged(tokens, at))
    return Hit(1, (replace(tokens[at], kind=TokenKind.TIME, value=value),))


def _match_before_time(tokens: Sequence[Token], at: int) -> Hit | None:
    """The first hour of „von zwei bis halb vier“ and „zwischen eins und halb zwei“."""
    hour = _hour(tokens, at)
    to_oclock = low(tokens, at + 1) == "bis" and low(tokens, at + 3) == "uhr"
    opens = to_oclock and (at == 0 or ends_clause(tokens[at - 1]))
    if hour is None or not (opens or word(tokens, at - 1) in ("von", "zwischen", "ab")):
        return None
    if low(tokens, at + 1) not in ("bis", "und") or not is_kind(tokens, at + 2, TokenKind.TIME):
        return None
    return clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0)


def _forward_series(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Hours that go on from a time: „um acht oder neun“, „um acht, zwölf und fünf“."""
    result: list[Token] = []
    for at, token in enumerate(tokens):
        if _continues(result, tokens, at):
            hour = _hour(tokens, at) or 0
            result.extend(clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0).tokens)
        else:
            result.append(token)
    return tuple(result)


def _continues(result: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    if _hour(tokens, at) is None or not is_kind(result, len(result) - 2, TokenKind.TIME):
        return False
    link = result[-1].text.lower()
    if _is_counted(tokens, at + 1) or link not in ("oder", "bis", "und", ","):
        return False
    if link in ("oder", "bis"):
        return True
    ends = at + 1 >= len(tokens) or ends_clause(tokens[at + 1])
    return ends or low(tokens, at + 1) in ("und", "oder")
