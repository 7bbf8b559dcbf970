"""Numbers, times and dates of a clause in one form, however they were said or written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.number_words import (
    in_word,
    is_ordinal,
    is_to_heed,
    number_word,
    span_of_time,
)
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.normalise.model import Clock, Day, Number, Token, TokenKind

_BEFORE_HOURS = frozenset({"um", "gegen", "ab", "bis", "von", "zwischen", "nach", "vor", "seit"})
_HEDGE_REACH = 3
"""How many tokens may stand between „ca.“ and its number („ca. noch 3“)."""


class QuantityKind(Enum):
    """What a quantity is."""

    NUMBER = auto()
    TIME = auto()
    DATE = auto()
    WEEKDAY = auto()
    """``value`` 0 (Monday) to 6."""
    MONTH = auto()
    """A month without a day; ``value`` 1 to 12."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, time or date.

    Attributes:
        text: as written, for the sentence a person reads.
        index: of its token.
        value: the number; minutes after midnight of the first reading for a time.
        unit: written unit beside it, None when there is none.
        asserted: False for „ein“, which may be an article.
        hedged: an estimate stands with it.
        of: the measurement it belongs to.
        fraction: a share such as 1/2.
        hour: a bare number that may be a time of day („um acht“).
        counts: a word that is nothing but its place in a row („dritten“, „3.“).
    """

    kind: QuantityKind
    text: str
    index: int
    value: Decimal
    unit: str | None = None
    readings: tuple[int, ...] = ()
    day: Day | None = None
    asserted: bool = True
    hedged: bool = False
    of: FactName | None = None
    fraction: bool = False
    hour: bool = False
    counts: bool = False


def quantities(tokens: Sequence[Token], facts: Sequence[Fact]) -> tuple[Quantity, ...]:
    """All quantities among ``tokens``; ``facts`` tell measurements and estimates."""
    names = {
        (index, fact.value): fact.name
        for fact in facts
        if fact.kind is FactKind.VITAL
        for index in range(*fact.tokens)
    }
    hedges = [fact.tokens for fact in facts if fact.kind is FactKind.ESTIMATE]
    found: list[Quantity] = []
    for index, token in enumerate(tokens):
        for quantity in _at(tokens, index, token):
            hedged = quantity.hedged or any(
                (start <= index <= end + _HEDGE_REACH and not _value_between(tokens, end, index))
                or _closes(tokens, index, start, end)
                for start, end in hedges
            )
            hedged = not quantity.counts and (hedged or _so(tokens, index))
            name = names.get((index, quantity.value))
            found.append(replace(quantity, hedged=hedged, of=name))
    return tuple(found)


def numbers_in(label: str) -> tuple[Quantity, ...]:
    """The numbers in a short text that is no speech, such as the label of a field („§ 305“)."""
    found = enumerate(_DIGITS.findall(label))
    return tuple(Quantity(QuantityKind.NUMBER, text, n, Decimal(text)) for n, text in found)


_DIGITS = re.compile(r"\d+")


def _value_between(tokens: Sequence[Token], end: int, index: int) -> bool:
    """„rund 18.000 € bei 5 Gläubigern“: the estimate is of the first value."""
    between = tokens[end:index]
    ranged = any(fold(token.text) in _RANGE for token in between)
    return not ranged and any(isinstance(token.value, Number) for token in between)


def _closes(tokens: Sequence[Token], index: int, start: int, end: int) -> bool:
    """„um 15:00 Uhr ungefähr“: an estimate that ends its part is of the value before it."""
    between = [fold(token.text) for token in tokens[index + 1 : start]]
    ends = end == len(tokens) or tokens[end].text in {",", ".", ";", ")"}
    return index < start and ends and len(between) < 2 and "," not in between


def _so(tokens: Sequence[Token], index: int) -> bool:
    """„so drei Zentimeter“, but not „so 1 Tablette“, which is an article."""
    before = [fold(token.text) for token in tokens[max(0, index - 3) : index]][::-1]
    number = isinstance(tokens[index].value, Number)
    if before[:1] == ["so"]:
        return number
    if before[1:2] == ["so"]:
        return before[0] in _AROUND
    return number and before[2:] == ["so"] and before[0] in _RANGE


_AROUND = frozenset({"um", "gegen", "anfang", "mitte", "ende"})
"""„so um halb drei“, „so Mitte März“."""


_RANGE = frozenset({"bis", "oder", "und", "x", "zu", "/", "-"})


def _at(tokens: Sequence[Token], index: int, token: Token) -> Iterator[Quantity]:
    if isinstance(token.value, Number):
        yield from _numbers(tokens, index, token, token.value)
    elif isinstance(token.value, Clock):
        yield Quantity(
            QuantityKind.TIME,
            token.value.text(),
            index,
            Decimal(token.value.readings[0]),
            readings=token.value.readings,
            hedged=token.value.hedged,
        )
    elif isinstance(token.value, Day):
        value = Decimal(token.value.day)
        yield Quantity(QuantityKind.DATE, token.text, index, value, day=token.value)
    elif token.kind is TokenKind.WORD:
        yield from _worded(tokens, index, token.text)


def _numbers(
    tokens: Sequence[Token], index: int, token: Token, number: Number
) -> Iterator[Quantity]:
    unit = _unit_after(tokens, index)
    if _of_hour(tokens, index):
        return
    minutes = _minutes_behind(tokens, index) if unit == "h" else None
    if minutes is not None and not number.fraction and not number.pair:
        value = number.value * _HOUR + minutes
        yield Quantity(QuantityKind.NUMBER, shown(value), index, value, "min")
        return
    values = (number.value, *number.pair)
    if unit == "h" and (number.fraction or number.value % 1):
        yield Quantity(QuantityKind.NUMBER, token.text, index, number.value * 60, "min")
        return
    if number.fraction:
        yield Quantity(
            QuantityKind.NUMBER, number.fraction, index, number.value, unit, fraction=True
        )
        return
    before = fold(tokens[index - 1].text) if index else ""
    opens = before in _BEFORE_HOURS or _between(tokens, index)
    hour = unit in {None, "Uhr"} and opens and len(values) == 1
    everybody = before in {"alle", "allen", "aller"}  # „alle drei“ counts nothing
    for value in values:
        yield Quantity(
            QuantityKind.NUMBER,
            shown(value),
            index,
            value,
            unit,
            hour=hour,
            asserted=not everybody,
        )


def _between(tokens: Sequence[Token], index: int) -> bool:
    """The second hour of „zwischen neun und zehn“."""
    before = [fold(token.text) for token in tokens[max(0, index - 3) : index]]
    return len(before) == _RANGE_LENGTH and before[0] == "zwischen" and before[2] in {"und", "bis"}


_RANGE_LENGTH = 3
_HOUR = Decimal(60)


def _minutes_behind(tokens: Sequence[Token], index: int) -> Decimal | None:
    """The minutes of „eine Stunde zehn“, „2 Stunden und 40 Minuten“; ``index`` is of the hours."""
    at = index + 2
    if at < len(tokens) and fold(tokens[at].text) == "und":
        at += 1
    value = tokens[at].value if at < len(tokens) else None
    if not isinstance(value, Number) or value.fraction or value.pair:
        return None
    last = at + 1 == len(tokens) or tokens[at + 1].kind is not TokenKind.WORD
    said = _unit_after(tokens, at) == "min" or (last and _unit_after(tokens, at) is None)
    return value.value if said and 0 < value.value < _HOUR else None


def _of_hour(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is the minutes of the hours before it, told with them."""
    for hours in (index - 2, index - 3):
        if hours >= 0 and _unit_after(tokens, hours) == "h" and _counts(tokens[hours]):
            return _minutes_behind(tokens, hours) is not None and hours + 2 <= index
    return False


def _counts(token: Token) -> bool:
    whole = isinstance(token.value, Number) and not token.value.fraction and not token.value.pair
    return whole or fold(token.text) in lexicon().one_words


def shown(value: Decimal | float | int) -> str:
    """A number as it is written in German: „37,2“."""
    text = format(Decimal(str(value)).normalize(), "f")
    return text.replace(".", ",")


def _unit_after(tokens: Sequence[Token], index: int) -> str | None:
    if index + 1 >= len(tokens):
        return None
    token = tokens[index + 1]
    if token.kind not in {TokenKind.UNIT, TokenKind.WORD}:
        return None
    units, written = lexicon().units, token.text.casefold()
    known = units.get(written) or units.get(written.removesuffix("."))
    if known is None and token.kind is TokenKind.UNIT:
        return token.text
    return known


def _worded(tokens: Sequence[Token], index: int, text: str) -> Iterator[Quantity]:
    lists = lexicon()
    word = fold(text)
    if word in lists.one_words:
        unit = _unit_after(tokens, index)
        minutes = _minutes_behind(tokens, index) if unit == "h" else None
        if minutes is not None:
            length = _HOUR + minutes
            yield Quantity(QuantityKind.NUMBER, shown(length), index, length, "min")
            return
        yield Quantity(QuantityKind.NUMBER, text, index, Decimal(1), unit, asserted=False)
        return
    value = None if is_to_heed(tokens, index, word) else number_word(word) or in_word(text.lower())
    if value is not None:
        unit, counts = _unit_after(tokens, index), is_ordinal(text)
        yield Quantity(QuantityKind.NUMBER, text, index, Decimal(value), unit, counts=counts)
        return
    span = span_of_time(tokens, index, word)
    if span is not None:
        yield Quantity(QuantityKind.NUMBER, text, index, Decimal(span), "min")
        return
    yield from _calendar(index, text, word)


def _calendar(index: int, text: str, word: str) -> Iterator[Quantity]:
    lists = lexicon()
    base = word[:-1] if word.endswith("s") and word != "samstags"[:-1] else word
    for form in (word, base):
        if form == "sonnabend":
            form = "samstag"
        if form in lists.weekdays:
            value = Decimal(lists.weekdays.index(form))
            yield Quantity(QuantityKind.WEEKDAY, text, index, value)
            return
    if word in lists.months:
        yield Quantity(QuantityKind.MONTH, text, index, Decimal(lists.months.index(word) + 1))
