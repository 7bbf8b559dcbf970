"""Named measurements: the value beside its name, with where and how it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dokuhelfer.draft.facts.bare import (
    COUNTED,
    bare_temperature,
    bare_weight,
    pain_of_ten,
)
from dokuhelfer.draft.facts.lexicon.measures import (
    BESD_ACTIVE,
    BESD_REST,
    MEASURES,
    Measure,
)
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.facts.pressure import pressure_halves
from dokuhelfer.draft.facts.view import View, unit_at
from dokuhelfer.draft.normalise.model import Number, TokenKind

_REACH = 9
"""How many tokens may stand between a measurement's name and its value."""

_BY_NAME = {name: measure for measure in MEASURES for name in measure.names}
_NAMES = Phrases.of(_BY_NAME)
_BY_FACT = {measure.fact: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class Pending:
    """A measurement named without its value, to be given in the next clause."""

    measure: Measure
    name: FactName


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
        found = (
            (_value_before(view, measure, start, used) if _closes_off(view, end) else None)
            or _value_after(view, measure, start, end, stop, used)
            or _value_before(view, measure, start, used)
        )
        if found is None:
            left = Pending(measure, _name_of(view, measure, start, stop))
            continue
        left = None
        facts.extend(found)
        used.update(index for fact in found for index in range(*fact.tokens))
    facts.extend(_bare_pressure(view, used))
    facts.extend(bare_temperature(view, used))
    facts.extend(bare_weight(view, facts, used))
    facts.extend(_besd_second(view, facts, used))
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


def _name_of(view: View, measure: Measure, start: int, stop: int) -> FactName:
    if measure.fact is FactName.BESD_RUHE and BESD_ACTIVE & set(view.low[start:stop]):
        return FactName.BESD_AKTIVITAET
    return measure.fact


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
    if measure.fact is FactName.RR_SYSTOLISCH:
        return _pressure(view, number, min(start, index), max(after, index + 1), unit)
    if number.pair or not measure.low <= number.value <= measure.high:
        return None
    end = after if unit is not None else index + 1
    name = _name_of(view, measure, start, index if index > start else stop)
    low, high = min(start, index), max(end, start + 1)
    return [view.fact(FactKind.VITAL, low, high, name=name, value=number.value, unit=unit)]


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


def _besd_second(view: View, facts: list[Fact], used: set[int]) -> list[Fact]:
    """„BESD in Ruhe 1, beim Mobilisieren 4“: the second value has no name of its own."""
    first = next((fact for fact in facts if fact.name in _BESD_PAIR), None)
    if first is None or first.name is None:
        return []
    other = _BESD_PAIR[first.name]
    words = BESD_ACTIVE if other is FactName.BESD_AKTIVITAET else BESD_REST
    for index in range(first.tokens[1], len(view)):
        if view.word(index) not in words:
            continue
        for at in (*range(index + 1, min(index + 5, len(view))), *_just_before(view, index)):
            number = view.number(at)
            if number is not None and view.in_range(at):
                return []
            if number is not None and at not in used and 0 <= number.value <= 10:
                used.add(at)
                low, high = min(index, at), max(index, at) + 1
                return [view.fact(FactKind.VITAL, low, high, name=other, value=number.value)]
    return []


def _just_before(view: View, index: int) -> range:
    """„BESD 3 in Ruhe, 5 bei der Pflege“: the value before its circumstance, up to the comma."""
    start = index
    while start > 0 and index - start < 4 and view.kind(start - 1) is not TokenKind.PUNCT:
        start -= 1
    return range(start, index)


_BESD_PAIR = {
    FactName.BESD_RUHE: FactName.BESD_AKTIVITAET,
    FactName.BESD_AKTIVITAET: FactName.BESD_RUHE,
}


def _carried(view: View, pending: Pending) -> list[Fact]:
    """The value of a measurement that the clause before named."""
    for index in range(min(len(view), _REACH)):
        if _closes(view, index) or view.in_range(index):
            break
        found = _measured(view, pending.measure, index, index, len(view))
        if found:
            if pending.name is FactName.BESD_AKTIVITAET:
                return [replace(fact, name=pending.name) for fact in found]
            return found
    return []
