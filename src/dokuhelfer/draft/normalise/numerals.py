"""German number words as values: cardinals 0–999,999, ordinals, halves (no tokens here)."""

from __future__ import annotations

import re
from decimal import Decimal

from dokuhelfer.draft.normalise.tables import numerals as table

_SMALL = {**table.ONES, **table.TEENS, **table.TENS}
_ATOM = "|".join(sorted([*_SMALL, "null", "und", "hundert", "tausend"], key=len, reverse=True))
_COMPOUND = re.compile(f"(?:{_ATOM})+")


_BEGINNINGS = frozenset(
    said[:2] for said in (*_SMALL, "null", "und", "hundert", "tausend", *table.HALVES, "fuffzig")
)


def may_begin(word: str) -> bool:
    """Whether a word begins as a number word does: a cheap look before it is taken apart."""
    return word[:2].lower() in _BEGINNINGS


_COLOURED = re.compile("|".join(re.escape(said) for said, _ in table.COLLOQUIAL))


def fold(word: str) -> str:
    """Lower case, colloquial endings made standard („vierzich“ → „vierzig“)."""
    folded = word.lower()
    if _COLOURED.search(folded) is None:
        return folded
    for said, standard in table.COLLOQUIAL:
        folded = folded.replace(said, standard)
    return folded


def is_numeral_part(word: str) -> bool:
    """Whether a word is made of number words only, such as „hundert“ or „zweiund“."""
    return may_begin(word) and _COMPOUND.fullmatch(fold(word)) is not None


def cardinal(word: str) -> int | None:
    """The value of a cardinal written as one word, 0–999,999; None when it is none."""
    folded = fold(word)
    if folded == "null":
        return 0
    if folded == "und" or not _COMPOUND.fullmatch(folded):
        return None
    head, thousand, tail = folded.partition("tausend")
    if not thousand:
        return _below_ten_thousand(folded)
    thousands = 1 if not head else _below_thousand(head)
    rest = 0 if not tail else _below_thousand(tail.removeprefix("und"))
    if thousands is None or rest is None:
        return None
    return thousands * 1000 + rest


def _below_ten_thousand(word: str) -> int | None:
    """„zwölfhundert“ and „neunzehnhundertfünfzig“ count in hundreds beyond 999."""
    head, hundred, tail = word.partition("hundert")
    if not hundred:
        return _below_hundred(word)
    hundreds = 1 if not head else _below_hundred(head)
    rest = 0 if not tail else _below_hundred(tail.removeprefix("und"))
    if hundreds is None or rest is None:
        return None
    return hundreds * 100 + rest


def _below_thousand(word: str) -> int | None:
    value = _below_ten_thousand(word)
    return value if value is not None and value < 1000 else None


def _below_hundred(word: str) -> int | None:
    if word in _SMALL:
        return _SMALL[word]
    one, joined, ten = word.partition("und")
    if joined and one in table.ONES and ten in table.TENS:
        return table.TENS[ten] + table.ONES[one]
    return None


_ORDINAL_ENDINGS = ("te", "ter", "ten", "tes", "tem")


def ordinal(word: str) -> int | None:
    """The value of an inflected ordinal 1–999 („siebzehnten“); None when it is none."""
    lowered = word.lower()
    if not lowered.endswith(_ORDINAL_ENDINGS):
        return None
    stem = fold(lowered if lowered.endswith("e") else lowered[:-1])
    if stem in table.IRREGULAR_ORDINALS:
        return table.IRREGULAR_ORDINALS[stem]
    for ending, fits in (("ste", range(20, 1000)), ("te", range(1, 20))):
        value = cardinal(stem.removesuffix(ending)) if stem.endswith(ending) else None
        if value is not None and value in fits:
            return value
    return None


def half(word: str) -> Decimal | None:
    """The value of „anderthalb“, „zweieinhalb“, „eindreiviertel“ …; None when it is none."""
    folded = fold(word)
    scaled = folded.removesuffix("tausend")
    if scaled and scaled != folded:
        thousands = half(scaled)
        return None if thousands is None else (thousands * 1000).quantize(Decimal(1))
    for ending, part in table.QUARTERS.items():
        if folded.endswith(ending):
            whole = cardinal(folded.removesuffix(ending).removesuffix("und"))
            return None if whole is None else Decimal(whole) + Decimal(part)
    if folded in table.HALVES:
        return Decimal(table.HALVES[folded])
    stem = folded.removesuffix("e").removesuffix("einhalb").removesuffix("und")
    if stem == folded or not folded.removesuffix("e").endswith("einhalb"):
        return None
    value = cardinal(stem)
    return None if value is None else Decimal(value) + Decimal("0.5")


def times_word(count: int) -> str:
    """„zweimal“, from thirteen on „13-mal“."""
    return table.TIMES_WORDS[count] if count < len(table.TIMES_WORDS) else f"{count}-mal"


def written(value: Decimal) -> str:
    """German notation: decimal comma, thousands dots from four digits on."""
    sign, digits, exponent = value.as_tuple()
    text = f"{abs(value):f}"
    whole, _, decimals = text.partition(".")
    whole = f"{int(whole):,}".replace(",", ".")
    minus = "-" if sign and any(digits) else ""
    return minus + whole + ("," + decimals if decimals else "")
