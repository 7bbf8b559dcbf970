"""Calendar dates, written and spoken → DATE tokens; „am 3. Tag“ → one ordinal word.

Relative days („heute“, „Donnerstag in einer Woche“) stay words (domain.md §3 R09).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Day, Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, cover, has_digit, low, rewrite, same_segment, word
from dokuhelfer.draft.normalise.tables import calendar as table

_FULL = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})\.(\d{1,2})")
_DAY = re.compile(r"\d{1,2}")
CENTURY_PIVOT = 30
"""Two-digit years up to this are 20xx, beyond it 19xx (birth years)."""


def written_dates(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„17.11.2026“, „17.11.“, „17. November“; before numbers are read."""
    return rewrite(
        tokens, _match_full, _match_short, _match_day_month, _match_ordinal, starts=has_digit
    )


def spoken_dates(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„siebzehnter November“, „am siebzehnten elften“; after numbers are read."""
    return rewrite(tokens, _match_spoken)


def day_text(day: Day) -> str:
    """As it is written: „17.11.2026“, without a year „17.11.“ (R09)."""
    return f"{day.day:02d}.{day.month:02d}." + (f"{day.year:04d}" if day.year else "")


def is_day(day: int, month: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= table.DAYS_IN_MONTH[month - 1]


def date_token(covered: Sequence[Token], day: Day) -> Token:
    """One DATE token over these tokens."""
    return Token(day_text(day), TokenKind.DATE, cover(covered), day)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= CENTURY_PIVOT else 1900)


def _match_full(tokens: Sequence[Token], at: int) -> Hit | None:
    found = _FULL.fullmatch(word(tokens, at))
    if found is None or not is_day(int(found[1]), int(found[2])):
        return None
    day = Day(int(found[1]), int(found[2]), _year(found[3]))
    return Hit(1, (date_token(tokens[at : at + 1], day),))


def _match_short(tokens: Sequence[Token], at: int) -> Hit | None:
    found = _SHORT.fullmatch(word(tokens, at))
    if found is None or low(tokens, at + 1) != "." or not same_segment(tokens, at, at + 2):
        return None
    if tokens[at].span.end != tokens[at + 1].span.start or word(tokens, at - 1) in ("um", "gegen"):
        return None
    if not is_day(int(found[1]), int(found[2])):
        return None
    covered = tokens[at : at + 2]
    date = date_token(covered, Day(int(found[1]), int(found[2])))
    if not (_ends_here(tokens, at + 2) or _opens_sentence(tokens, at + 2)):
        return Hit(2, (date,))
    # The dot ends the sentence as well: the mark gets an empty place behind the date.
    stop = replace(tokens[at + 1], span=replace(date.span, start=date.span.end))
    return Hit(2, (date, stop))


def _ends_here(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind is TokenKind.BREAK


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """„… bis 20.11. Frau Nguyen war …“: a word that has a capital only when it opens."""
    text = tokens[at].text if word(tokens, at) else ""
    return text.istitle() and text.lower() in table.SENTENCE_OPENERS


def _match_day_month(tokens: Sequence[Token], at: int) -> Hit | None:
    """„17. November 2026“."""
    if _DAY.fullmatch(word(tokens, at)) is None or low(tokens, at + 1) != ".":
        return None
    month = table.MONTHS.get(word(tokens, at + 2), 0)
    if not is_day(int(word(tokens, at)), month) or not same_segment(tokens, at, at + 3):
        return None
    year, width = _written_year(tokens, at + 3)
    if not same_segment(tokens, at, at + 3 + width):
        year, width = None, 0
    day = Day(int(word(tokens, at)), month, year)
    return Hit(3 + width, (date_token(tokens[at : at + 3 + width], day),))


def _written_year(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    text = word(tokens, at)
    if re.fullmatch(r"(?:19|20)\d\d", text) is None:
        return None, 0
    return int(text), 1


def _match_ordinal(tokens: Sequence[Token], at: int) -> Hit | None:
    """„am 3. Tag“: the dot belongs to the number."""
    if _DAY.fullmatch(word(tokens, at)) is None or low(tokens, at + 1) != ".":
        return None
    follows = word(tokens, at + 2)
    if not follows or follows[0].isdigit() or word(tokens, at - 1) not in table.ORDINAL_CUES:
        return None
    if not same_segment(tokens, at, at + 2):
        return None
    if word(tokens, at - 1) == "bis" and _DAY.fullmatch(word(tokens, at - 2)):
        return None  # „Puls 80 bis 90. Temperatur …“: the dot ends the sentence
    covered = tokens[at : at + 2]
    return Hit(2, (replace(tokens[at], text=tokens[at].text + ".", span=cover(covered)),))


def _match_spoken(tokens: Sequence[Token], at: int) -> Hit | None:
    day = numerals.ordinal(word(tokens, at)) if word(tokens, at) else integer(tokens, at)
    if day is None:
        return None
    month = table.MONTHS.get(word(tokens, at + 1))
    if month is None:
        month = _ordinal_month(tokens, at)
    if month is None or not is_day(day, month) or not same_segment(tokens, at, at + 2):
        return None
    width = 2
    year = integer(tokens, at + 2)
    if year is not None and 1900 <= year <= 2099 and same_segment(tokens, at, at + 3):
        width = 3
    else:
        year = None
    return Hit(width, (date_token(tokens[at : at + width], Day(day, month, year)),))


def _ordinal_month(tokens: Sequence[Token], at: int) -> int | None:
    if word(tokens, at - 1) not in table.DATE_PREPOSITIONS or not word(tokens, at):
        return None
    month = numerals.ordinal(word(tokens, at + 1)) if word(tokens, at + 1) else None
    return month if month is not None and month <= 12 else None
