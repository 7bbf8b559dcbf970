"""Parts of a whole: „eine halbe Tablette“ → 1/2, „drei Viertel“ → 3/4, „eine Viertelstunde“."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.normalise.idioms import integer
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import Hit, cover, is_kind, rewrite, same_segment, word
from dokuhelfer.draft.normalise.tables import numerals as table
from dokuhelfer.draft.normalise.tables import units, words

_HALF = re.compile(r"halbe[nrsm]?")
_PART_OF_HOUR = re.compile(r"(dreiviertel|viertel)(stunden?)")
_ARTICLES = words("der die das dem den des diese dieser dieses seine ihre seiner ihrer")


def fractions(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Fractions as NUMBER tokens; runs after the clock, which has its own quarters."""
    return rewrite(tokens, _match_half, _match_parts, _match_part_of_hour)


def _match_half(tokens: Sequence[Token], at: int) -> Hit | None:
    indefinite = word(tokens, at) in table.INDEFINITE
    place = at + indefinite
    if _HALF.fullmatch(word(tokens, place)) is None or not is_kind(
        tokens, place + 1, TokenKind.WORD
    ):
        return None
    if is_kind(tokens, at - 1, TokenKind.NUMBER) or not same_segment(tokens, at, place + 1):
        return None
    covered = tokens[at : place + 1]
    text = "1/2"
    if word(tokens, place + 1) in units.DURATIONS or word(tokens, at - 1) in _ARTICLES:
        # „eine halbe Stunde“ stays as said; the value is there for the check.
        text = " ".join(token.text for token in covered)
    number = Number(Decimal("0.5"), spoken=True, fraction="1/2")
    return Hit(len(covered), (Token(text, TokenKind.NUMBER, cover(covered), number),))


def _match_parts(tokens: Sequence[Token], at: int) -> Hit | None:
    if word(tokens, at) == "dreiviertel" and is_kind(tokens, at + 1, TokenKind.WORD):
        return _fraction(tokens, at, 1, 3, 4)
    denominator = table.FRACTION_NOUNS.get(word(tokens, at + 1))
    if denominator is None or not same_segment(tokens, at, at + 2):
        return None
    numerator = 1 if word(tokens, at) in ("ein", "einem", "eines") else integer(tokens, at)
    if numerator is None or not 1 <= numerator < denominator:
        return None
    return _fraction(tokens, at, 2, numerator, denominator)


def _fraction(
    tokens: Sequence[Token], at: int, width: int, numerator: int, denominator: int
) -> Hit:
    value = (Decimal(numerator) / denominator).quantize(Decimal("0.0001")).normalize()
    text = f"{numerator}/{denominator}"
    number = Number(value, spoken=True, fraction=text)
    return Hit(width, (Token(text, TokenKind.NUMBER, cover(tokens[at : at + width]), number),))


def _match_part_of_hour(tokens: Sequence[Token], at: int) -> Hit | None:
    """„Viertelstunde“ is a number and a unit in one word: each gets its part of it."""
    found = _PART_OF_HOUR.fullmatch(word(tokens, at))
    if found is None:
        return None
    whole = tokens[at]
    cut = len(found[1])
    quarters = "1/4" if found[1] == "viertel" else "3/4"
    value = Decimal("0.25") if found[1] == "viertel" else Decimal("0.75")
    middle = whole.span.start + cut
    part = replace(
        whole,
        text=whole.text[:cut],
        kind=TokenKind.NUMBER,
        span=replace(whole.span, end=middle),
        value=Number(value, spoken=True, fraction=quarters),
    )
    hour = Token(whole.text[cut:], TokenKind.UNIT, replace(whole.span, start=middle), glue=True)
    return Hit(1, (part, hour))
