"""Which of several values is the one of now and of this person.

„gestern 160 zu 90, um drei dann 134 zu 78“, „bei Aufnahme 71, heute 68,2“: the first value
that is not of another time, of another person, a condition or a question. Where there is no
other value, one is left out only where its own words plainly say that it is of another time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dokuhelfer.draft.facts.bare import COUNTED
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.measures import MEASURES, Measure
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.rules.acts import measures_again
from dokuhelfer.draft.rules.earlier import NOW, of_before, of_then
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.of_kin import of_kin

_LATER = words("dann danach jetzt inzwischen später nochmal wieder")
"""Behind a second measurement: with one of these a value is a second one too."""
_YESTERDAY = words("gestern vorgestern hätte")
_CONDITIONS = words("wenn falls sobald")
_AIMS = words(
    "soll sollen sollte sollten bitte anrufen rufen geben melden informieren verständigen "
    "benachrichtigen verabreichen spritzen"
)
"""With one of these a condition tells what is to be done, not what was measured."""
_PLAINLY = words("war waren lag lagen betrug betrugen")
"""Beside „gestern“ they say that the value itself is of yesterday."""
_OTHERS = ("zimmernachbar", "tischnachbar", "bettnachbar", "mitbewohner", "nachbar")
_ACCORDING = words("laut lt lt. gemäß stand steht")
_PAPERS = (
    "überleitungsbogen", "überleitung", "arztbrief", "brief", "akte", "bericht",
    "verlegungsbericht", "aufnahmebogen", "entlassbrief", "pass", "kurve", "ausweis",
)  # fmt: skip
"""„Gewicht laut Überleitungsbogen 64“: what others wrote was not measured here."""
_ANEW = NOW | words("selbst selber gemessen gerade nur dann")
"""With one of these a number goes on about a value that was set aside."""
_ITEMS_BEHIND = 3

_Found = tuple[Item, Fact]
_MEASURES = {measure.fact: measure for measure in MEASURES}


def first_named(name: FactName, items: Sequence[Item]) -> _Found | None:
    """The value of a named measurement that is of now; no second measurement of it."""
    aside: list[tuple[int, Fact]] = []
    doubtful: list[tuple[int, Fact]] = []
    loose: list[_Found] = []
    for place, fact in _of_first_round(name, items):
        following = items[place + 1].view if place + 1 < len(items) else None
        item = items[place]
        if _of_nobody_here(item, fact) or _plainly_of_yesterday(item, fact):
            aside.append((place, fact))
        elif of_before(item.view, fact, following):
            aside.append((place, fact))
            if not of_then(item.view, fact, following):
                loose.append((item, fact))
        elif _elsewhere(_part_before(item, fact)):
            doubtful.append((place, fact))
        else:
            return item, fact
    if doubtful:
        place, fact = doubtful[0]
        return _restated(name, items, place, fact) or _unless_withheld(items, place, fact)
    again = _restated(name, items, *aside[-1]) if aside else None
    return again or next(iter(loose), None)


def _elsewhere(said: list[str]) -> bool:
    """Of yesterday, of hearsay, or of home: nothing of now as long as there is another value."""
    return bool(_YESTERDAY & {*said}) or "daheim" in said or ("zu", "hause") in pairwise(said)


def _unless_withheld(items: Sequence[Item], place: int, fact: Fact) -> _Found | None:
    """„gestern NRS 6, heute will er keine Zahl sagen“: for now there is no value."""
    item = items[place]
    rest = [
        item.view.low[fact.tokens[1] :],
        *(o.view.low for o in items[place + 1 :] if o.clause.sentence == item.clause.sentence),
    ]
    withheld = any(NOW & {*low} and _WITHHELD & {*low} for low in rest)
    return None if withheld else (item, fact)


_WITHHELD = words("nicht kein keine keinen nichts")


def _plainly_of_yesterday(item: Item, fact: Fact) -> bool:
    """„Gestern war der Blutdruck 160 zu 90“."""
    said = _part_before(item, fact)
    pairs = {frozenset(pair) for pair in zip(said, said[1:], strict=False)}
    return any(frozenset((day, verb)) in pairs for day in _DAYS for verb in _PLAINLY)


_DAYS = words("gestern vorgestern")


def _of_first_round(name: FactName, items: Sequence[Item]) -> Iterator[tuple[int, Fact]]:
    """Facts of that name before anybody measures a second time."""
    again = -1
    for place, item in enumerate(items):
        if measures_again(item):
            until = _before_again(item)
            for fact in item.facts:
                if fact.name is name and fact.tokens[1] <= until:
                    yield place, fact
            if any(fact.name is name for fact in item.facts):
                return
            again = item.clause.sentence
        if item.clause.sentence == again or (again >= 0 and _LATER & set(item.view.low)):
            continue
        for fact in item.facts:
            if fact.name is name:
                yield place, fact


def _before_again(item: Item) -> int:
    """Where a run-on clause turns to the second measurement; 0 where all of it is that.

    „Temperatur 38,9 … um vier nachgemessen 38,4“: what stands before the word is the first.
    """
    low = item.view.low
    at = next((at for at, word in enumerate(low) if word in _MEASURED_AGAIN), 0)
    behind = any(item.view.number(index) is not None for index in range(at, len(low)))
    return at if at > _RUN_ON and behind else 0


_MEASURED_AGAIN = words("nachgemessen nachkontrolliert kontrollmessung nachmessung")
_RUN_ON = 8
"""Words before it, and the clause tells something else first."""


def _part_before(item: Item, fact: Fact) -> list[str]:
    """Words of the fact's part, from its comma to the fact's end."""
    low = item.view.low[: fact.tokens[1]]
    commas = [at for at in range(fact.tokens[0]) if low[at] == ","]
    return list(low[commas[-1] + 1 :] if commas else low)


def _of_nobody_here(item: Item, fact: Fact) -> bool:
    """A condition, a question, or a neighbour's value."""
    said = _part_before(item, fact)
    if any(word.startswith(_OTHERS) for word in said) or of_kin(item, fact.tokens[1] - 1):
        return True
    if _ACCORDING & {*said} and any(word.endswith(_PAPERS) for word in said):
        return True
    if _CONDITIONS & {*said} and _AIMS & {*item.view.low}:
        return True
    asked = said[said.index("ob") :] if "ob" in said else []
    goes_on = item.view.word(fact.tokens[1]) not in {"", ",", ".", ";"}
    return bool(asked) and goes_on and not FINITE & {*asked}


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
