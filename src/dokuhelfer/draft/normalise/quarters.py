"""Clock phrases around an hour: halves, quarters as either region says them, minutes."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.hours import hour_at, is_counted, with_oclock
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import Hit, low, word
from dokuhelfer.draft.normalise.tables import numerals as numeral_table

_AHEAD, _BACK = ("nach", "über"), ("vor",)


def match_half(tokens: Sequence[Token], at: int) -> Hit | None:
    """„halb acht“ = 07:30."""
    hour = hour_at(tokens, at + 1, 12) if word(tokens, at) == "halb" else None
    return with_oclock(tokens, at, 2, hour * 60 - 30, hour) if hour else None


def match_fraction(tokens: Sequence[Token], at: int) -> Hit | None:
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
        hour = hour_at(tokens, at + 2)
        offset = 15 if direction in _AHEAD else -15
        width += 2
    else:
        hour = hour_at(tokens, at + 1, 12) or None
        offset = 15 * quarters - 60
        width += 1
    if hour is None or is_counted(tokens, start + width):
        return None
    return with_oclock(tokens, start, width, hour * 60 + offset, hour)


def match_minutes_around(tokens: Sequence[Token], at: int) -> Hit | None:
    """„zehn vor halb vier“ = 03:20, „fünf nach acht“ = 08:05."""
    minutes = integer(tokens, at)
    if minutes is None or not 1 <= minutes <= 29:
        return None
    place = at + 1 + (low(tokens, at + 1) in ("minuten", "min", "min."))
    direction = word(tokens, place)
    if direction not in (*_AHEAD, *_BACK):
        return None
    width, before = _part(tokens, place + 1)
    hour = hour_at(tokens, place + 1 + width, 12 if before else 24)
    end = place + 2 + width
    if hour is None or is_counted(tokens, end):
        return None
    if not before and place == at + 1 and not _names_a_time(tokens, at, minutes):
        return None
    offset = minutes if direction in _AHEAD else -minutes
    minute = hour * 60 - before + offset
    return with_oclock(tokens, at, end - at, minute, hour)


def _part(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """„fünf vor halb acht“, „fünf nach drei viertel acht“: tokens and minutes before the hour."""
    said = word(tokens, at)
    if said == "halb":
        return 1, 30
    if said == "dreiviertel":
        return 1, 15
    if integer(tokens, at) == 3 and word(tokens, at + 1) == "viertel":
        return 2, 15
    regional = said == "viertel" and word(tokens, at + 1) not in (*_AHEAD, *_BACK)
    return (1, 45) if regional else (0, 0)


def _names_a_time(tokens: Sequence[Token], at: int, minutes: int) -> bool:
    """„NRS 4 nach 2 …“ is none: round minutes, or a preposition, or „Minuten“ make it one."""
    if word(tokens, at - 1) in ("um", "gegen", "ab", "bis", "seit"):
        return True
    return minutes % 5 == 0 and not (tokens[at - 1].text.isupper() if at else False)
