"""Which of several values is the one of now and of this person.

„gestern 160 zu 90, um drei dann 134 zu 78“, „bei Aufnahme 71, heute 68,2“: the first value
that is not of another time, of another person, a condition or a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.facts.bare import COUNTED
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.measures import MEASURES, Measure
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.rules.acts import measures_again
from dokuhelfer.draft.rules.earlier import NOW, of_before
from dokuhelfer.draft.rules.item import Item

_LATER = words("dann danach jetzt inzwischen später nochmal wieder")
"""Behind a second measurement: with one of these a value is a second one too."""
_YESTERDAY = words("gestern vorgestern hätte")
_CONDITIONS = words("wenn falls sobald ob")
_OTHERS = ("zimmernachbar", "tischnachbar", "bettnachbar", "mitbewohner", "nachbar")
_ANEW = NOW | words("selbst selber gemessen gerade nur dann")
"""With one of these a number goes on about a value that was set aside."""
_ITEMS_BEHIND = 3

_Found = tuple[Item, Fact]
_MEASURES = {measure.fact: measure for measure in MEASURES}


def first_named(name: FactName, items: Sequence[Item]) -> _Found | None:
    """The value of a named measurement that is of now; no second measurement of it."""
    aside: list[tuple[int, Fact]] = []
    doubtful: _Found | None = None
    for place, fact in _of_first_round(name, items):
        following = items[place + 1].view if place + 1 < len(items) else None
        if of_before(items[place].view, fact, following) or _of_nobody_here(items[place], fact):
            aside.append((place, fact))
        elif _YESTERDAY & _part_before(items[place], fact):
            doubtful = doubtful or (items[place], fact)
        else:
            return items[place], fact
    if doubtful is not None:
        return doubtful
    return _restated(name, items, *aside[-1]) if aside else None


def _of_first_round(name: FactName, items: Sequence[Item]) -> Iterator[tuple[int, Fact]]:
    """Facts of that name before anybody measures a second time."""
    again = -1
    for place, item in enumerate(items):
        if measures_again(item):
            if any(fact.name is name for fact in item.facts):
                return
            again = item.clause.sentence
        if item.clause.sentence == again or (again >= 0 and _LATER & set(item.view.low)):
            continue
        for fact in item.facts:
            if fact.name is name:
                yield place, fact


def _part_before(item: Item, fact: Fact) -> set[str]:
    """Words of the fact's part, from its comma to the fact's end."""
    low = item.view.low[: fact.tokens[1]]
    commas = [at for at in range(fact.tokens[0]) if low[at] == ","]
    return set(low[commas[-1] + 1 :] if commas else low)


def _of_nobody_here(item: Item, fact: Fact) -> bool:
    """A condition, a question, or a neighbour's value."""
    said = _part_before(item, fact)
    return bool(_CONDITIONS & said) or any(word.startswith(_OTHERS) for word in said)


def _restated(name: FactName, items: Sequence[Item], place: int, fact: Fact) -> _Found | None:
    """„Der Puls soll unter 90 sein, jetzt 84“: a bare number goes on about what was named."""
    measure = _MEASURES.get(name)
    if measure is None or name is FactName.RR_SYSTOLISCH:
        return None
    for number, item in enumerate(items[place : place + _ITEMS_BEHIND]):
        for other in item.of(FactKind.NUMBER):
            behind = number > 0 or other.tokens[0] >= fact.tokens[1]
            if behind and _fits(item, other, measure) and not of_before(item.view, other):
                return item, replace(other, kind=FactKind.VITAL, name=name)
        if number and any(other.kind is FactKind.VITAL for other in item.facts):
            return None
    return None


def _fits(item: Item, fact: Fact, measure: Measure) -> bool:
    view, end = item.view, fact.tokens[1]
    if fact.name is not None or fact.value is None or view.in_range(fact.tokens[0]):
        return False
    if fact.unit is not None and fact.unit.lower() not in measure.units:
        return False
    counts = view.capital(end) or view.word(end) in COUNTED
    return (
        measure.low <= fact.value <= measure.high
        and not counts
        and bool(_ANEW & {*_part_before(item, fact), *view.low[end : end + 3]})
    )
