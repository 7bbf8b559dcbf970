"""Named measurements: the value beside its name, with where and how it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dokuhelfer.draft.facts.bare import (
    COUNTED,
    bare_temperature,
    bare_weight,
    pain_of_ten,
)
from dokuhelfer.draft.facts.besd import besd_values
from dokuhelfer.draft.facts.lexicon.measures import MEASURES, Measure
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.facts.pressure import pressure_halves
from dokuhelfer.draft.facts.view import View, unit_at
from dokuhelfer.draft.normalise.model import Number, TokenKind

_REACH = 9
"""How many tokens may stand between a measurement's name and its value."""
_BESD_VALUES = 2

_BY_NAME = {name: measure for measure in MEASURES for name in measure.names}
_NAMES = Phrases.of(_BY_NAME)
_BY_FACT = {measure.fact: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class Pending:
    """A measurement named without its value, to be given in the next clause.

    Attributes:
        told: one of its two values was given; the other needs its circumstance.
    """

    measure: Measure
    told: bool = False


def find_vitals(view: View, pending: Pending | None) -> tuple[list[Fact], Pending | None]:
    """Measurements of a clause, and the one it names without a value.

    ``pending`` is what the clause before named („Blutzucker.“ – „Der liegt bei 112.“).
    """
    facts: list[Fact] = []
    used: set[int] = set()
    left: Pending | None = None
    facts.extend(pressure_halves(view, used))
    names = list(_names(view))
    for position, (start, end, measure) in enumerate(names):
        stop = names[position + 1][0] if position + 1 < len(names) else len(view)
        if measure.fact is FactName.BESD_RUHE:
            values = besd_values(view, (start, end), stop, used)
            left = Pending(measure, told=bool(values)) if len(values) < _BESD_VALUES else None
            facts.extend(values)
            used.update(index for fact in values for index in range(*fact.tokens))
            continue
        found = (
            (_value_before(view, measure, start, used) if _closes_off(view, end) else None)
            or _value_after(view, measure, start, end, stop, used)
            or _value_before(view, measure, start, used)
        )
        if found is None:
            left = Pending(measure)
            continue
        left = None
        facts.extend(found)
        used.update(index for fact in found for index in range(*fact.tokens))
    facts.extend(_bare_pressure(view, used))
    facts.extend(bare_temperature(view, used))
    facts.extend(bare_weight(view, facts, used))
    facts.extend(pain_of_ten(view, used))
    if pending is not None and not names and not facts:
        facts.extend(_carried(view, pending))
    return facts, left


def _names(view: View) -> Iterator[tuple[int, int, Measure]]:
    for start, end, phrase in view.find(_NAMES):
        measure = _BY_NAME[phrase]
        if measure.fact is FactName.GEWICHT and phrase == ("kg",):
            continue
        yield start, end, measure


def _value_after(
    view: View, measure: Measure, start: int, end: int, stop: int, used: set[int]
) -> list[Fact] | None:
    for index in range(end, min(stop, end + _REACH)):
        if _closes(view, index):
            return None
        if index in used:
            continue
        if view.in_range(index):
            return None
        found = _measured(view, measure, start, index, stop)
        if found is not None:
            return found
    return None


def _closes(view: View, index: int) -> bool:
    """Whether the search for a value ends here: a sentence end or a withheld value."""
    kind = view.kind(index)
    if kind is TokenKind.PUNCT:
        return view.word(index) in {".", ";", "?", "!"}
    return kind in {TokenKind.QUOTE_OPEN, TokenKind.BREAK}


def _measured(view: View, measure: Measure, start: int, index: int, stop: int) -> list[Fact] | None:
    number = view.number(index)
    if number is None:
        return None
    unit, after = unit_at(view, index + 1)
    if unit is not None and unit.lower() not in measure.units:
        return None
    if unit is None and _counts_something(view, index + 1, measure):
        return None
    if measure.fact is FactName.GROESSE and view.word(after) in _EXTENTS:
        return None  # „Größe 2,8 lang und 1,9 breit“ is that of a wound
    if measure.fact is FactName.RR_SYSTOLISCH:
        return _pressure(view, number, min(start, index), max(after, index + 1), unit)
    if number.pair or not measure.low <= number.value <= measure.high:
        return None
    end = after if unit is not None else index + 1
    name = measure.fact
    low, high = min(start, index), max(end, start + 1)
    return [view.fact(FactKind.VITAL, low, high, name=name, value=number.value, unit=unit)]


_EXTENTS = frozenset({"lang", "breit", "tief", "lange", "mal", "x"})


def _pressure(view: View, number: Number, start: int, end: int, unit: str | None) -> list[Fact]:
    if len(number.pair) != 1:
        return []
    pairs = (
        (FactName.RR_SYSTOLISCH, number.value),
        (FactName.RR_DIASTOLISCH, number.pair[0]),
    )
    return [
        view.fact(FactKind.VITAL, start, end, name=name, value=value, unit=unit)
        for name, value in pairs
    ]


def _counts_something(view: View, index: int, measure: Measure) -> bool:
    word = view.word(index)
    return word in COUNTED and word not in measure.units


def _closes_off(view: View, end: int) -> bool:
    """„98 Sättigung, 72 Puls“: behind a name that ends its piece the next value is another's."""
    return end >= len(view) or (view.kind(end) is TokenKind.PUNCT and view.word(end) != ":")


def _value_before(view: View, measure: Measure, start: int, used: set[int]) -> list[Fact] | None:
    """„97 % Sättigung“, „16 Atemzüge“: the value stands directly before the name."""
    index = start - 1
    if view.kind(index) is TokenKind.UNIT:
        index -= 1
    if index < 0 or index in used or view.number(index) is None:
        return None
    if measure.fact is FactName.RR_SYSTOLISCH or view.in_range(index):
        return None
    return _measured(view, measure, start, index, len(view))


def _bare_pressure(view: View, used: set[int]) -> list[Fact]:
    """A pair that can only be a blood pressure: „da 152 zu 88“."""
    facts: list[Fact] = []
    measure = _BY_FACT[FactName.RR_SYSTOLISCH]
    for index in range(len(view)):
        number = view.number(index)
        if index in used or number is None or number.joiner.strip() != "/" or not number.pair:
            continue
        if (
            number.fraction
            or view.in_range(index)
            or not measure.low <= number.value <= measure.high
        ):
            continue
        if not 20 <= number.pair[0] <= 160 or number.pair[0] >= number.value:
            continue
        unit, end = unit_at(view, index + 1)
        used.add(index)
        facts.extend(_pressure(view, number, index, end, unit))
    return facts


def _carried(view: View, pending: Pending) -> list[Fact]:
    """The value of a measurement that the clause before named."""
    if pending.measure.fact is FactName.BESD_RUHE:
        return besd_values(view, (0, 0), len(view), set(), told=pending.told)
    for index in range(min(len(view), _REACH)):
        if _closes(view, index) or view.in_range(index):
            break
        found = _measured(view, pending.measure, index, index, len(view))
        if found:
            return found
    return []
