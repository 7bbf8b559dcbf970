"""Clock phrases → TIME tokens with both readings of the day; `settle` picks later.

The hour ``h`` of a twelve-hour clock reads as two minutes of the day; what was said beyond twelve,
as „null Uhr“ or with a leading zero has one. Source: domain.md §4, row "Uhrzeit".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise.dial import on_dial
from dokuhelfer.draft.normalise.hours import clock_hit, hour_at, is_counted, is_hedged, is_noun
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Clock, Token, TokenKind
from dokuhelfer.draft.normalise.quarters import match_fraction, match_half, match_minutes_around
from dokuhelfer.draft.normalise.runs import (
    Hit,
    clause_bounds,
    ends_clause,
    is_kind,
    is_number,
    low,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import clock as table


def clock(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Every clock phrase as one TIME token, with a UNIT „Uhr“ behind it if that was said."""
    single = rewrite(
        tokens,
        match_fraction,
        match_half,
        match_minutes_around,
        _match_oclock,
        _match_hour_and_minutes,
        _match_range,
        _match_bare,
        _match_midnight,
        starts=_may_start,
    )
    return rewrite(_forward_series(single), _match_before_time, starts=is_number)


def _may_start(token: Token) -> bool:
    return token.kind is TokenKind.NUMBER or token.text.lower() in table.OPENERS


def _match_oclock(tokens: Sequence[Token], at: int) -> Hit | None:
    """„acht Uhr“, „acht Uhr dreißig“; in „acht Uhr dreißig Tropfen“ the thirty is counted."""
    hour = hour_at(tokens, at)
    if hour is None or low(tokens, at + 1) != "uhr" or not same_segment(tokens, at, at + 2):
        return None
    if on_dial(tokens, at):
        return None
    minute, width = _minutes_after(tokens, at + 2)
    whole_day = hour > 12 or hour == 0 or tokens[at].text.startswith("0")
    if hour == 24 and minute:
        minute, width = 0, 0
    total = hour * 60 + minute
    return clock_hit(tokens, at, 2 + width, total, whole_day, oclock=True, minutes_apart=width > 0)


def _match_hour_and_minutes(tokens: Sequence[Token], at: int) -> Hit | None:
    """„um siebzehn dreißig“; in „um acht dreißig Tropfen“ the thirty is counted."""
    hour, minute = hour_at(tokens, at, 23), integer(tokens, at + 1)
    if hour is None or minute is None or not 10 <= minute <= 59 or not _introduced(tokens, at):
        return None
    if not same_segment(tokens, at, at + 2) or is_kind(tokens, at + 2, TokenKind.NUMBER):
        return None
    counts = is_counted(tokens, at + 2) or is_noun(tokens, at + 2)
    odd = minute % 5 != 0 or low(tokens, at + 2) in _SHARES
    if counts or odd or _counts_with_um(tokens, at):
        return None
    oclock = low(tokens, at + 2) == "uhr" and same_segment(tokens, at, at + 3)
    whole_day = hour > 12 or hour == 0
    return clock_hit(tokens, at, 2 + oclock, hour * 60 + minute, whole_day, oclock=oclock)


_SHARES = frozenset({"%", "prozent", "zu", "auf", "/", "von", "bis", "und", "oder"})


def _minutes_after(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Minutes and how many tokens they take; „null fünf“ is five."""
    if not same_segment(tokens, at - 1, at + 1):
        return 0, 0
    minute, width = integer(tokens, at), 1
    if minute == 0 and (low_digit := integer(tokens, at + 1)) is not None and low_digit < 10:
        minute, width = low_digit, 2
    if minute is None or minute > 59 or not same_segment(tokens, at, at + width):
        return 0, 0
    if is_counted(tokens, at + width) or (width == 1 and minute < 10 and is_noun(tokens, at + 1)):
        return 0, 0
    return minute, width


def _match_range(tokens: Sequence[Token], at: int) -> Hit | None:
    """The first hour of „acht bis zehn Uhr“ and „zwischen acht und neun Uhr“."""
    hour = hour_at(tokens, at)
    if hour is None or low(tokens, at + 1) not in ("bis", "und", "–", "oder"):
        return None
    if hour_at(tokens, at + 2) is None or low(tokens, at + 3) != "uhr" or on_dial(tokens, at):
        return None
    return clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0)


def _match_bare(tokens: Sequence[Token], at: int) -> Hit | None:
    """„um acht“, „gegen elf“, „kurz nach acht“, „bis um elf“."""
    hour = hour_at(tokens, at)
    if hour is None or not _introduced(tokens, at) or is_counted(tokens, at + 1):
        return None
    goes_on = low(tokens, at + 1) in ("bis", "oder") and integer(tokens, at + 2) is not None
    if goes_on and is_counted(tokens, at + 3):
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
        if (low(tokens, place) not in table.GOING or at - place <= table.GOING_REACH)
        and not (low(tokens, place).startswith("dreh") and is_noun(tokens, place))
    )
    return changed and (is_noun(tokens, at + 1) or at + 2 >= end)


def _match_midnight(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Mitternacht“ keeps its word and has the value 00:00."""
    if word(tokens, at) != "mitternacht":
        return None
    value = Clock((0,), hedged=is_hedged(tokens, at))
    return Hit(1, (replace(tokens[at], kind=TokenKind.TIME, value=value),))


def _match_before_time(tokens: Sequence[Token], at: int) -> Hit | None:
    """The first hour of „von zwei bis halb vier“ and „zwischen eins und halb zwei“."""
    hour = hour_at(tokens, at)
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
            hour = hour_at(tokens, at) or 0
            result.extend(clock_hit(tokens, at, 1, hour * 60, hour > 12 or hour == 0).tokens)
        else:
            result.append(token)
    return tuple(result)


def _continues(result: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    if hour_at(tokens, at) is None or not is_kind(result, len(result) - 2, TokenKind.TIME):
        return False
    link = result[-1].text.lower()
    if is_counted(tokens, at + 1) or link not in ("oder", "bis", "und", ","):
        return False
    if link in ("oder", "bis"):
        return True
    ends = at + 1 >= len(tokens) or ends_clause(tokens[at + 1])
    return ends or low(tokens, at + 1) in ("und", "oder")
