"""Digits and number words → NUMBER tokens: cardinals, decimals, halves, „zweimal“."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.joined import match_joined
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, cover, low, rewrite, same_segment, word
from dokuhelfer.draft.normalise.tables import numerals as table
from dokuhelfer.draft.normalise.tables import units

LONGEST_RUN = 8
"""A number below a million, torn apart by the recogniser, has at most this many words."""

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_PLAIN = re.compile(r"0|[1-9]\d{0,17}|0\d")
_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)")


def numbers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Every number as one NUMBER token; „ein“ only where a unit of measure follows."""
    return rewrite(
        tokens, _match_times, _match_halves, _match_number, match_joined, starts=_may_be_number
    )


def _may_be_number(token: Token) -> bool:
    if token.kind is not TokenKind.WORD:
        return False
    return (
        numerals.may_begin(token.text)
        or token.text[0].isdigit()
        or token.text.lower() in table.INDEFINITE
    )


def _match_number(tokens: Sequence[Token], at: int) -> Hit | None:
    found = _base(tokens, at)
    if found is None:
        return None
    width, value, spoken = found
    width, value = _with_decimals(tokens, at, width, value, spoken)
    width, value = _with_scale(tokens, at, width, value)
    value *= _shared_scale(tokens, at + width, value) if spoken else 1
    if not same_segment(tokens, at, at + width):
        return None
    text = _text(tokens, at, width, value, spoken)
    number = Number(value, spoken=spoken, fraction=text if "/" in text else "")
    covered = tokens[at : at + width]
    return Hit(
        width, (Token(text, TokenKind.NUMBER, cover(covered), number, glue=tokens[at].glue),)
    )


def _base(tokens: Sequence[Token], at: int) -> tuple[int, Decimal, bool] | None:
    """Width, value and whether it was said in words."""
    text = word(tokens, at)
    if not text:
        return None
    if text[0].isdigit():
        value = digits(text)
        return None if value is None else (1, value, False)
    run = spoken_run(tokens, at)
    if run is None:
        decimal = _in_one_word(text)
        return None if decimal is None else (1, decimal, True)
    return run[0], Decimal(run[1]), True


def _in_one_word(text: str) -> Decimal | None:
    """„siebenunddreißigkommazwei“, as some recognisers write it."""
    whole, comma, tenth = text.partition("komma")
    if not comma:
        return None
    values = (numerals.cardinal(whole), numerals.cardinal(tenth))
    return None if None in values else Decimal(f"{values[0]}.{values[1]}")


def digits(text: str) -> Decimal | None:
    """The value of a number written in digits; None for codes such as „0171“ or „1.2.3“."""
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    fraction = _FRACTION.fullmatch(text)
    if fraction and int(fraction[1]) < int(fraction[2]):
        return _quotient(int(fraction[1]), int(fraction[2]))
    return None


def _quotient(numerator: int, denominator: int) -> Decimal:
    return (Decimal(numerator) / Decimal(denominator)).quantize(Decimal("0.0001")).normalize()


def spoken_run(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The longest run of words that is one cardinal: „tausend fünfhundert“, „fünf und zwanzig“.

    „drei zehn“ stays two numbers, and „ein“ alone is none unless a unit of measure or „Komma“
    follows.
    """
    if not _may_start(tokens, at):
        return None
    best: tuple[int, int] | None = None
    joined = ""
    for step in range(LONGEST_RUN):
        part = word(tokens, at + step)
        if not part or not numerals.is_numeral_part(part) or _breaks_run(joined, part):
            break
        if step == 1 and _hundreds_anew(tokens, at):
            break
        joined += numerals.fold(part)
        value = numerals.cardinal(joined)
        if value is not None and same_segment(tokens, at, at + step + 1):
            best = (step + 1, value)
    if best == (1, 1) and word(tokens, at) != "eins":
        return best if _article_is_one(tokens, at) else None
    if best is None and word(tokens, at) in table.INDEFINITE and _article_is_one(tokens, at):
        return 1, 1
    return best


def _may_start(tokens: Sequence[Token], at: int) -> bool:
    text = word(tokens, at)
    if not (text in table.INDEFINITE or numerals.is_numeral_part(text)):
        return False
    if word(tokens, at - 1) in table.NAME_TITLES:
        return False
    if word(tokens, at - 1) in table.NOT_A_NUMBER_AFTER.get(text, ()):
        return False
    return word(tokens, at + 1) not in table.NOT_A_NUMBER_BEFORE.get(text, ())


def _breaks_run(joined: str, part: str) -> bool:
    """„drei zehn“ and „vier zig“ are not one number, though written together they would be."""
    return bool(joined) and part == "zehn" and not joined.endswith(("hundert", "tausend", "und"))


def _hundreds_anew(tokens: Sequence[Token], at: int) -> bool:
    """„um neun hundertzehn zu sechzig“: an hour, and a value that begins anew."""
    following = word(tokens, at + 1)
    whole = following.startswith("hundert") and following != "hundert"
    return whole and word(tokens, at - 1) in _BEFORE_HOURS


_BEFORE_HOURS = frozenset({"um", "nach", "vor", "gegen", "ab", "halb", "viertel", "seit"})


def _article_is_one(tokens: Sequence[Token], at: int) -> bool:
    following = word(tokens, at + 1)
    if following in units.ARTICLE_IS_ONE or following in units.DOSES:
        return True
    return following == "komma" and numerals.is_numeral_part(word(tokens, at + 2))


def _with_decimals(
    tokens: Sequence[Token], at: int, width: int, value: Decimal, spoken: bool
) -> tuple[int, Decimal]:
    """„zwei Komma drei“, „drei Komma vierzehn“, „zwei Komma null fünf“."""
    if word(tokens, at + width) != "komma" or value != value.to_integral_value():
        return width, value
    decimals = ""
    end = at + width + 1
    while len(decimals) < 3:
        part = _decimal_part(tokens, end)
        if part is None or (decimals and not _is_next_digit(tokens, end, decimals, part)):
            break
        decimals += part
        end += 1
    if not decimals:
        return width, value
    return end - at, Decimal(f"{value}.{decimals}")


def _is_next_digit(tokens: Sequence[Token], at: int, decimals: str, part: str) -> bool:
    """„Komma null fünf“, „Komma fünf null“, „eins Komma zwei fünf Milligramm“."""
    if len(part) > 1 or len(decimals) > 2:
        return False
    return "0" in (decimals[-1], part) or word(tokens, at + 1) in units.MEASURES


def _decimal_part(tokens: Sequence[Token], at: int) -> str | None:
    text = word(tokens, at)
    if text.isdecimal() and text.isascii():
        return text[:3]
    value = numerals.cardinal(text) if text else None
    return str(value) if value is not None and value < 1000 else None


def _with_scale(
    tokens: Sequence[Token], at: int, width: int, value: Decimal
) -> tuple[int, Decimal]:
    """„zwei Millionen“, „1.500 Tausend“ is left alone."""
    scale = table.SCALES.get(word(tokens, at + width))
    if scale is None or value > 10**9:
        return width, value
    scaled = value * scale
    return width + 1, scaled.to_integral_value() if scaled == scaled.to_integral_value() else scaled


def _shared_scale(tokens: Sequence[Token], joint: int, value: Decimal) -> int:
    """„zwölf bis fünfzehntausend“: what the first number of a range leaves to the second."""
    end = spoken_run(tokens, joint + 1) if word(tokens, joint) == "bis" else None
    if end is None or not same_segment(tokens, joint, joint + 1 + end[0]):
        return 1
    for scale in (1000, 100):
        count, rest = divmod(end[1], scale)
        if not rest:
            return scale if 0 < value < count < 1000 else 1
    return 1


def _text(tokens: Sequence[Token], at: int, width: int, value: Decimal, spoken: bool) -> str:
    said = tokens[at].text
    if not spoken and width == 1:
        return said if "/" in said or not _DECIMAL.fullmatch(said) else _decimal_text(said)
    if _is_year(tokens, at, width, value):
        return str(value)
    return numerals.written(value)


def _decimal_text(said: str) -> str:
    return said if _THOUSANDS.fullmatch(said) else said.replace(".", ",")


def _is_year(tokens: Sequence[Token], at: int, width: int, value: Decimal) -> bool:
    if not 1900 <= value <= 2099 or value != value.to_integral_value():
        return False
    following = low(tokens, at + width)
    if following in units.MEASURES or following in units.DOSES:
        return False
    if low(tokens, at - 1) in table.YEAR_CUES or following in ("geboren", "geb", "geb."):
        return True
    return value in table.RECENT_YEARS and not _counts(tokens, at + width)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun stands here, which a number before it counts."""
    return bool(word(tokens, at)) and tokens[at].text[:1].isupper()


def _match_halves(tokens: Sequence[Token], at: int) -> Hit | None:
    """„anderthalb“, „zweieinhalb“, „zwei einhalb“."""
    text = word(tokens, at)
    width, value = 1, numerals.half(text) if text else None
    if value is None and word(tokens, at + 1) in ("einhalb", "einhalbe"):
        whole = numerals.cardinal(text) if text else None
        if whole is not None and same_segment(tokens, at, at + 2):
            width, value = 2, Decimal(whole) + Decimal("0.5")
    if value is None:
        return None
    covered = tokens[at : at + width]
    number = Number(value, spoken=True)
    return Hit(width, (Token(numerals.written(value), TokenKind.NUMBER, cover(covered), number),))


def _is_amount(text: str) -> bool:
    """Whether a number word stands behind „mal“: „drei mal zweieinhalb“ is a size."""
    return bool(text) and (numerals.is_numeral_part(text) or numerals.half(text) is not None)


def _match_times(tokens: Sequence[Token], at: int) -> Hit | None:
    """„zwei Mal“ → „zweimal“; „zwei mal drei“ is a size and none of this."""
    if word(tokens, at + 1) != "mal" or not same_segment(tokens, at, at + 2):
        return None
    text = word(tokens, at)
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None
    if count is None and text and text != "ein":
        count = numerals.cardinal(text)
    after = word(tokens, at + 2)
    if count is None or after[:1].isdigit() or _is_amount(after):
        return None
    if after in table.INDEFINITE and word(tokens, at + 3) in units.MEASURES:
        return None  # „drei mal einen Zentimeter“ is a size
    value = Number(Decimal(count), spoken=not text.isdigit())
    covered = cover(tokens[at : at + 2])
    return Hit(2, (Token(numerals.times_word(count), TokenKind.WORD, covered, value),))
