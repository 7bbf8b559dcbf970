"""Two numbers that mean one thing: blood pressure, tenths of a degree, sizes, „2 mal 3“."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    Hit,
    cover,
    ends_sentence,
    has_digit,
    is_number,
    low,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import idioms as table
from dokuhelfer.draft.normalise.tables import units

CODE_LENGTH = 3
"""From so many numbers on, beginning with zero, a row is a code."""

_SLASHED = re.compile(r"(\d{2,3})/(\d{2,3})")


def idioms(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Merge the idioms; each result is one NUMBER token."""
    merged = rewrite(
        rewrite(tokens, _match_slashed, starts=has_digit),
        _match_code,
        _match_emergency,
        _match_pressure,
        _match_split_hundred,
        starts=is_number,
    )
    return rewrite(merged, _match_size, _match_tenths, _match_kilo, starts=is_number)


def integer(tokens: Sequence[Token], at: int) -> int | None:
    """The value of a plain whole NUMBER token."""
    if not 0 <= at < len(tokens):
        return None
    value = tokens[at].value
    if tokens[at].kind is not TokenKind.NUMBER or not isinstance(value, Number):
        return None
    if value.pair or value.fraction or value.value != value.value.to_integral_value():
        return None
    return int(value.value)


def near(tokens: Sequence[Token], at: int, cues: frozenset[str]) -> bool:
    """Whether one of these words stands before, within reach and in the same sentence."""
    for step in range(1, table.CUE_REACH + 1):
        before = at - step
        if before < 0 or ends_sentence(tokens[before]):
            return False
        if low(tokens, before) in cues:
            return True
    return False


def _is_pressure(systolic: int, diastolic: int) -> bool:
    return (
        table.SYSTOLIC[0] <= systolic <= table.SYSTOLIC[1]
        and table.DIASTOLIC[0] <= diastolic <= table.DIASTOLIC[1]
        and diastolic < systolic
    )


def pair_token(covered: Sequence[Token], values: Sequence[Decimal], joiner: str) -> Token:
    """One NUMBER token for several values."""
    spoken = any(isinstance(token.value, Number) and token.value.spoken for token in covered)
    number = Number(values[0], spoken=spoken, pair=tuple(values[1:]), joiner=joiner)
    text = joiner.join(
        str(int(value)) if joiner == "/" else numerals.written(value) for value in values
    )
    return Token(text, TokenKind.NUMBER, cover(covered), number)


def _match_code(tokens: Sequence[Token], at: int) -> Hit | None:
    """„null acht fünfzehn“, a telephone number: digits in a row are a code, no amount."""
    if integer(tokens, at) != 0 or tokens[at].text != "0":
        return None
    end = at
    while (value := integer(tokens, end)) is not None and value < 100 and _is_spoken(tokens[end]):
        end += 1
    counted = low(tokens, end) == "uhr" or _counts(low(tokens, end))
    if end - at < CODE_LENGTH or counted or not same_segment(tokens, at, end):
        return None
    covered = tokens[at:end]
    text = "".join(token.text for token in covered)
    return Hit(end - at, (Token(text, TokenKind.WORD, cover(covered)),))


def _match_emergency(tokens: Sequence[Token], at: int) -> Hit | None:
    """„eins eins zwei“ is the number one calls."""
    for number in table.EMERGENCY:
        end = at + len(number)
        digits = [integer(tokens, place) for place in range(at, end)]
        if digits == [*map(int, number)] and same_segment(tokens, at, end):
            covered = tokens[at:end]
            if all(map(_is_spoken, covered)) and integer(tokens, end) is None:
                value = Number(Decimal(number), spoken=True)
                return Hit(len(number), (Token(number, TokenKind.NUMBER, cover(covered), value),))
    return None


def _is_spoken(token: Token) -> bool:
    return isinstance(token.value, Number) and token.value.spoken


def _match_slashed(tokens: Sequence[Token], at: int) -> Hit | None:
    """„136/85“ as recognisers write it."""
    found = _SLASHED.fullmatch(word(tokens, at))
    if found is None or not _is_pressure(int(found[1]), int(found[2])):
        return None
    values = (Decimal(found[1]), Decimal(found[2]))
    return Hit(1, (pair_token(tokens[at : at + 1], values, "/"),))


def _match_pressure(tokens: Sequence[Token], at: int) -> Hit | None:
    cue = near(tokens, at, table.PRESSURE_CUES)
    upper = _pressure_value(tokens, at, cue)
    if upper is None:
        return None
    middle = at + upper[0]
    joiner = low(tokens, middle)
    joined = joiner in table.PRESSURE_JOINERS
    lower = _pressure_value(tokens, middle + joined, cue)
    if lower is None or not _is_pressure(upper[1], lower[1]):
        return None
    end = middle + joined + lower[0]
    if not same_segment(tokens, at, end) or not _joins(tokens, at, joiner, joined, cue):
        return None
    values = (Decimal(upper[1]), Decimal(lower[1]))
    return Hit(end - at, (pair_token(tokens[at:end], values, "/"),))


def _joins(tokens: Sequence[Token], at: int, joiner: str, joined: bool, cue: bool) -> bool:
    """„von 130 auf 80 gesenkt“ is no pair; without a cue only „zu“ and „/“ make one."""
    if not joined:
        return cue and low(tokens, at - 1) in table.PRESSURE_CUES
    if low(tokens, at - 1) == "von":
        return False
    return cue or joiner in ("zu", "/")


def _pressure_value(tokens: Sequence[Token], at: int, cue: bool) -> tuple[int, int] | None:
    """Width and value of one pressure, also said as „eins sechsunddreißig“ or heard as 1,36."""
    split = split_hundred(tokens, at)
    if split is not None and (cue or low(tokens, at + split[0]) in ("zu", "auf", "über")):
        return split
    whole = integer(tokens, at)
    if whole is not None:
        return 1, whole
    if not cue or at >= len(tokens):
        return None
    value = tokens[at].value
    if isinstance(value, Number) and not value.fraction and Decimal("0.8") < value.value < 3:
        hundredfold = value.value * 100
        if hundredfold == hundredfold.to_integral_value():
            return 1, int(hundredfold)
    return None


def split_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """„eins sechsunddreißig“ = 136, „eins null fünf“ = 105: width and value."""
    hundred, rest = integer(tokens, at), integer(tokens, at + 1)
    if hundred not in (1, 2) or rest is None or not same_segment(tokens, at, at + 2):
        return None
    if 10 <= rest <= 99:
        return 2, hundred * 100 + rest
    last = integer(tokens, at + 2)
    if rest == 0 and last is not None and last < 10 and same_segment(tokens, at, at + 3):
        return 3, hundred * 100 + last
    return None


def _match_split_hundred(tokens: Sequence[Token], at: int) -> Hit | None:
    found = split_hundred(tokens, at)
    if found is None or not near(tokens, at, table.SPLIT_HUNDRED_CUES):
        return None
    width, value = found
    if low(tokens, at + width) in units.DURATIONS:
        return None
    covered = tokens[at : at + width]
    number = Number(Decimal(value), spoken=True)
    return Hit(width, (Token(str(value), TokenKind.NUMBER, cover(covered), number),))


def _match_size(tokens: Sequence[Token], at: int) -> Hit | None:
    """„zwei mal drei“, „2 x 3 x 1“: sizes and doses, joined by " x "."""
    end = at
    values: list[Decimal] = []
    while (value := _plain(tokens, end)) is not None:
        values.append(value)
        joiner = end + 1 + _unit_between(tokens, end)
        joined = low(tokens, joiner) in table.SIZE_JOINERS or _by(tokens, at, joiner)
        if not joined or _plain(tokens, joiner + 1) is None:
            break
        end = joiner + 1
    if len(values) < 2 or not same_segment(tokens, at, end + 1):
        return None
    return Hit(end + 1 - at, (pair_token(tokens[at : end + 1], values, " x "),))


def _by(tokens: Sequence[Token], at: int, joiner: int) -> bool:
    """„2,2 auf 1,4 cm“, „Größe 2 auf 1,4“; „von 2 auf 3 cm gewachsen“ is no size."""
    if low(tokens, joiner) != "auf":
        return False
    length = units.MEASURES.get(low(tokens, joiner + 2)) in {"cm", "mm"}
    before = {low(tokens, at - 1), low(tokens, at - 2)}
    return (length or bool(before & table.SIZE_CUES)) and not before & {"von", "vom"}


def _unit_between(tokens: Sequence[Token], at: int) -> bool:
    """„3 cm x 2 cm“: a length said with each number; „3 cm x 2“: with the first."""
    unit = units.MEASURES.get(low(tokens, at + 1))
    again = units.MEASURES.get(low(tokens, at + 4))
    return unit in {"cm", "mm"} and (unit == again or (unit == "cm" and again is None))


def _plain(tokens: Sequence[Token], at: int) -> Decimal | None:
    if not 0 <= at < len(tokens):
        return None
    value = tokens[at].value
    if tokens[at].kind is not TokenKind.NUMBER or not isinstance(value, Number) or value.pair:
        return None
    return value.value


def _match_tenths(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Temperatur siebenunddreißig zwei“ = 37,2; „Gewicht achtundsechzig vier“ = 68,4."""
    whole, tenth = integer(tokens, at), integer(tokens, at + 1)
    if whole is None or tenth is None or tenth > 9 or not same_segment(tokens, at, at + 2):
        return None
    after = low(tokens, at + 2)
    if not (_is_temperature(tokens, at, whole, after) or _is_weight(tokens, at, whole, after)):
        return None
    number = Number(Decimal(f"{whole}.{tenth}"), spoken=True)
    covered = cover(tokens[at : at + 2])
    return Hit(2, (Token(f"{whole},{tenth}", TokenKind.NUMBER, covered, number),))


def _match_kilo(tokens: Sequence[Token], at: int) -> Hit | None:
    """„vierundfünfzig Kilo achthundert“ = 54,8 kg."""
    whole, grams = integer(tokens, at), integer(tokens, at + 2)
    if whole is None or grams is None or not same_segment(tokens, at, at + 3):
        return None
    round_grams = grams % 50 == 0 and 0 < grams < 1000
    if units.MEASURES.get(low(tokens, at + 1)) != "kg" or not round_grams:
        return None
    if _counts(low(tokens, at + 3)):
        return None
    value = Decimal(whole) + Decimal(grams) / 1000
    number = Number(value.normalize(), spoken=True)
    text = numerals.written(number.value)
    end = tokens[at + 2].span.end
    unit = Token("kg", TokenKind.UNIT, replace(tokens[at].span, start=end, end=end))
    return Hit(3, (Token(text, TokenKind.NUMBER, cover(tokens[at : at + 3]), number), unit))


def _is_temperature(tokens: Sequence[Token], at: int, whole: int, after: str) -> bool:
    if not table.TEMPERATURE[0] <= whole <= table.TEMPERATURE[1] or _counts(after):
        return False
    return after == "grad" or near(tokens, at, units.TEMPERATURE_CUES) or _taken_at(tokens, at + 2)


def _taken_at(tokens: Sequence[Token], at: int) -> bool:
    """„achtunddreißig neun rektal“, „sechsunddreißig acht im rechten Ohr“."""
    for step in range(table.SITE_REACH):
        if at + step >= len(tokens) or tokens[at + step].kind is TokenKind.NUMBER:
            return False
        if low(tokens, at + step) in table.TEMPERATURE_SITES:
            return True
    return False


def _is_weight(tokens: Sequence[Token], at: int, whole: int, after: str) -> bool:
    if not table.WEIGHT[0] <= whole <= table.WEIGHT[1]:
        return False
    kilos = units.MEASURES.get(after) == "kg"
    return (kilos or not _counts(after)) and near(tokens, at, table.WEIGHT_CUES)


def _counts(after: str) -> bool:
    return after in units.MEASURES or after in units.DOSES or after in units.DURATIONS
