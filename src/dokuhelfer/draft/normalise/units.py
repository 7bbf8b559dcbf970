"""Units behind a number → their written form; only what was spoken, never converted (R08)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.idioms import integer, near
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    Hit,
    clause_bounds,
    cover,
    is_kind,
    is_number,
    low,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import numerals as numeral_table
from dokuhelfer.draft.normalise.tables import units as table

BODY_HEAT = (34, 43)
"""Degrees Celsius, half-open: what „Grad“ after such a number means."""
_ONE_LETTER = frozenset({"g", "l", "m", "h"})


def units(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Unit words as UNIT tokens, „eine“ before a dose or a duration as the number it is."""
    ones = rewrite(tokens, _match_one)
    pairs = rewrite(ones, _match_price, _match_degree_and_tenth, starts=is_number)
    return rewrite(pairs, _match_unit)


def _match_one(tokens: Sequence[Token], at: int) -> Hit | None:
    """„eine Stunde“ keeps its article and gets the value 1."""
    if word(tokens, at) not in numeral_table.INDEFINITE:
        return None
    if word(tokens, at + 1) not in table.DURATIONS or word(tokens, at) == "eines":
        return None
    token = tokens[at]
    return Hit(1, (Token(token.text, TokenKind.NUMBER, token.span, Number(Decimal(1), True)),))


def _match_price(tokens: Sequence[Token], at: int) -> Hit | None:
    """„drei Euro fünfzig“, „drei Euro und fünf Cent“ = 3,50 €, 3,05 €."""
    last = at + 2 + (low(tokens, at + 2) == "und")
    whole, cents = integer(tokens, at), integer(tokens, last)
    if whole is None or cents is None or table.MEASURES.get(low(tokens, at + 1)) != "€":
        return None
    named = low(tokens, last + 1) in _CENTS
    end = last + (2 if named else 1)
    counts = _is_unit(tokens, last + 1) or low(tokens, last + 1) in _COUNTED
    bare = last == at + 2 and 10 <= cents <= 99 and not counts
    if not (bare or (named and 1 <= cents <= 99)) or not same_segment(tokens, at, end):
        return None
    span = cover(tokens[at:end])
    value = Decimal(whole) + Decimal(cents) / 100
    text = f"{numerals.written(Decimal(whole))},{cents:02d}"
    behind = Span(span.segment, span.end, span.end)
    number = Token(text, TokenKind.NUMBER, span, Number(value, spoken=True))
    return Hit(end - at, (number, Token("€", TokenKind.UNIT, behind)))


_COUNTED = frozenset(
    {"gläubiger", "gläubigern", "kinder", "raten", "mahnungen", "monate", "briefe", "forderungen",
     "personen", "jahre", "tage", "wochen"}
)  # fmt: skip
"""„31.750 Euro elf Gläubiger“, said without a mark: they are no cents."""
_CENTS = frozenset({"cent", "cents", "ct"})


def _match_degree_and_tenth(tokens: Sequence[Token], at: int) -> Hit | None:
    """„achtunddreißig Grad fünf“ = 38,5 °C."""
    whole, tenth = integer(tokens, at), integer(tokens, at + 2)
    if whole is None or tenth is None or low(tokens, at + 1) != "grad":
        return None
    body = BODY_HEAT[0] <= whole < BODY_HEAT[1] and tenth < 10
    if not body or not same_segment(tokens, at, at + 3) or _counts(tokens, at + 3):
        return None
    span = cover(tokens[at : at + 3])
    value = Number(Decimal(f"{whole}.{tenth}"), spoken=True)
    unit = Token("°C", TokenKind.UNIT, Span(span.segment, span.end, span.end))
    return Hit(3, (Token(f"{whole},{tenth}", TokenKind.NUMBER, span, value), unit))


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether something countable follows, so that the number before it is an amount."""
    return _is_unit(tokens, at) or (bool(word(tokens, at)) and tokens[at].text[:1].isupper())


def _is_unit(tokens: Sequence[Token], at: int) -> bool:
    text = low(tokens, at)
    return text in table.MEASURES or text in table.DOSES or text in table.DURATIONS


def _match_unit(tokens: Sequence[Token], at: int) -> Hit | None:
    number = is_kind(tokens, at - 1, TokenKind.NUMBER)
    if not word(tokens, at) or not number:
        return None
    return (
        _match_degrees(tokens, at)
        or _match_two_words(tokens, at)
        or _match_per(tokens, at)
        or _match_single(tokens, at)
    )


def _unit(tokens: Sequence[Token], at: int, width: int, text: str) -> Hit | None:
    if not same_segment(tokens, at, at + width):
        return None
    return Hit(width, (Token(text, TokenKind.UNIT, cover(tokens[at : at + width])),))


def _match_two_words(tokens: Sequence[Token], at: int) -> Hit | None:
    first, second = word(tokens, at), word(tokens, at + 1)
    if first in ("millimeter", "mm") and second in ("quecksilber", "quecksilbersäule", "hg"):
        return _unit(tokens, at, 2, "mmHg")
    if first.startswith("international") and second in ("einheiten", "einheit"):
        return _unit(tokens, at, 2, "IE")
    return None


def _match_per(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Liter pro Minute“ → l/min."""
    above = table.MEASURES.get(word(tokens, at))
    below = table.PER.get(word(tokens, at + 2))
    if word(tokens, at + 1) not in ("pro", "je", "/") or above is None or below is None:
        return None
    return _unit(tokens, at, 3, f"{above}/{below}")


def _match_single(tokens: Sequence[Token], at: int) -> Hit | None:
    text = word(tokens, at)
    if text in _ONE_LETTER and tokens[at].text != text:
        return None
    if text.startswith("einheit") and word(tokens, at + 1) in table.NOT_INTERNATIONAL:
        return _unit(tokens, at, 1, tokens[at].text)
    if text in table.MEASURES:
        return _unit(tokens, at, 1, table.MEASURES[text])
    written = table.DOSES.get(text) or table.DURATIONS.get(text)
    return _unit(tokens, at, 1, written) if written else None


def _match_degrees(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Grad“ is °C with Celsius, a temperature word or a body temperature; else it stays."""
    if word(tokens, at) not in ("grad", "°"):
        return None
    if word(tokens, at + 1) in ("celsius", "c"):
        return _unit(tokens, at, 2, "°C")
    start, end = clause_bounds(tokens, at)
    if any(low(tokens, place) in table.ANGLE_CUES for place in range(start, end)):
        return _unit(tokens, at, 1, "Grad")
    value = tokens[at - 1].value
    body = isinstance(value, Number) and BODY_HEAT[0] <= value.value < BODY_HEAT[1]
    if body or near(tokens, at, table.TEMPERATURE_CUES):
        return _unit(tokens, at, 1, "°C")
    return _unit(tokens, at, 1, "Grad")
