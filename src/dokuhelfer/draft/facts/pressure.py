"""A blood pressure said in two halves: „128 systolisch, 74 diastolisch“, „oberer Wert 150“."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon.measures import PRESSURE_HALVES
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.facts.view import View, unit_at
from dokuhelfer.draft.normalise.model import TokenKind

_NAMES = Phrases.of(PRESSURE_HALVES)
_LIGHT = frozenset({"bei", "auf", "von", "war", "ist", "mit", "lag", "liegt", "wert", "der"})
"""Words between the name of a half and its value."""
_BOUNDS = frozenset({"unter", "über", "ab", "bis", "mindestens", "höchstens", "kleiner", "größer"})
"""„bei unter 100 systolisch anrufen“ tells of no measurement."""
_REACH = 3


def pressure_halves(view: View, used: set[int]) -> list[Fact]:
    """Each half with its value; a value that stands before one name stands before the other."""
    places = list(view.find(_NAMES))
    if not places:
        return []
    leads = _number_before(view, places[0][0], used) is not None
    facts = []
    for start, end, phrase in places:
        at = _number_before(view, start, used) if leads else _number_behind(view, end, used)
        number = view.number(at) if at is not None else None
        if at is None or number is None or number.pair or not 20 <= number.value <= 280:
            continue
        unit, behind = unit_at(view, at + 1)
        used.update(range(at, behind))
        low, high = min(start, at), max(end, behind)
        name = PRESSURE_HALVES[phrase]
        facts.append(view.fact(FactKind.VITAL, low, high, name=name, value=number.value, unit=unit))
    return facts


def _number_before(view: View, start: int, used: set[int]) -> int | None:
    at = start - 2 if view.kind(start - 1) is TokenKind.UNIT else start - 1
    return at if at >= 0 and _is_free(view, at, used) else None


def _number_behind(view: View, end: int, used: set[int]) -> int | None:
    return next((at for at in _reached(view, end) if _is_free(view, at, used)), None)


def _reached(view: View, end: int) -> Iterator[int]:
    for at in range(end, min(end + _REACH, len(view))):
        yield at
        if view.word(at) not in _LIGHT | {":"}:
            return


def _is_free(view: View, at: int, used: set[int]) -> bool:
    bound = view.word(at - 1) in _BOUNDS or view.in_range(at)
    return view.number(at) is not None and at not in used and not bound
