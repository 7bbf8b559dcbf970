"""BESD: the scale's two values, at rest and in activity, each by the circumstance beside it.

„in Ruhe 2, beim Waschen 5“, „4 in Bewegung, 1 in Ruhe“ (domain.md §6, `vitalwerte`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.facts.lexicon.measures import BESD_ACTIVE, BESD_ACTIVE_ENDINGS, BESD_REST
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View, unit_at
from dokuhelfer.draft.normalise.model import TokenKind

_HIGHEST = 10
_BEFORE = 4
"""Tokens before the scale's name in which its value may stand: „in Ruhe 2 nach BESD“."""
_POINTS = frozenset({"punkt", "punkte", "punkten", "von", "pkt", "pkt."})

_Circumstance = tuple[int, FactName]


def besd_values(
    view: View, name: tuple[int, int], stop: int, used: set[int], *, told: bool = False
) -> list[Fact]:
    """Facts for the values around the scale's name, which the first of them covers.

    Args:
        name: half-open token range of the name; an empty one where the clause has none.
        stop: where the next measurement begins.
        told: whether one value was told in the clause before: a further one has to name its
            circumstance.
    """
    found: dict[FactName, Fact] = {}
    bare: list[int] = []
    for low, high in _pieces(view, max(0, name[0] - _BEFORE), stop):
        numbers = [at for at in range(low, high) if _is_value(view, at, used)]
        if any(view.in_range(at) for at in numbers):
            return []
        for at, circumstance in _paired(numbers, list(_circumstances(view, low, high))):
            if circumstance is None:
                bare.append(at)
                continue
            place, which = circumstance
            found.setdefault(which, _fact(view, at, (min(at, place), max(at, place) + 1), which))
    facts = list(found.values())
    bare = _of_now(view, bare)
    if len(bare) == 1 and FactName.BESD_RUHE not in found and not told:
        facts.append(_fact(view, bare[0], (bare[0], bare[0] + 1), FactName.BESD_RUHE))
    return _with_name(view, sorted(facts, key=lambda fact: fact.tokens), name)


def _of_now(view: View, bare: list[int]) -> list[int]:
    """Of two values without a circumstance the first, unless it is of yesterday."""
    if len(bare) != _TWO:
        return bare
    first, second = bare
    if {"gestern", "vorgestern"} & {view.word(first - 1), view.word(first - 2)}:
        return [second]
    return [first] if _LATER & {*view.low[first + 1 : second]} else bare


_TWO = 2
_LATER = frozenset({"nach", "danach", "nachher", "später", "dann"})


def _with_name(view: View, facts: list[Fact], name: tuple[int, int]) -> list[Fact]:
    if not facts or name[0] == name[1]:
        return facts
    near = min(facts, key=lambda fact: abs(fact.tokens[0] - name[0]))
    low, high = min(near.tokens[0], name[0]), max(near.tokens[1], name[1])
    tokens = (low, high)
    whole = replace(near, tokens=tokens, span=view.span(*tokens), text=view.text(*tokens))
    return [whole if fact is near else fact for fact in facts]


def _fact(view: View, at: int, tokens: tuple[int, int], name: FactName) -> Fact:
    number = view.number(at)
    value = number.value if number is not None else None
    return view.fact(FactKind.VITAL, *tokens, name=name, value=value)


def _is_value(view: View, at: int, used: set[int]) -> bool:
    number = view.number(at)
    if number is None or at in used or number.pair or not 0 <= number.value <= _HIGHEST:
        return False
    if view.word(at - 1) == "von" and view.number(at - 2) is not None:
        return False
    unit, _ = unit_at(view, at + 1)
    behind = view.word(at + 1)
    return unit is None and (behind in _POINTS or not view.capital(at + 1))


def _pieces(view: View, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The parts between commas; „BESD 3, …“ and „BESD, in Ruhe 3“ alike."""
    low = start
    for index in range(start, stop):
        if view.kind(index) is TokenKind.PUNCT:
            yield low, index
            low = index + 1
    yield low, stop


def _circumstances(view: View, low: int, high: int) -> Iterator[_Circumstance]:
    for index in range(low, high):
        word = view.word(index)
        if word in BESD_REST:
            yield index, FactName.BESD_RUHE
        elif _is_active(word):
            before = {view.word(index - 1), view.word(index - 2)}
            rests = bool(before & {"vor", "vorm"})  # „vor der Pflege 1“
            yield index, FactName.BESD_RUHE if rests else FactName.BESD_AKTIVITAET


def _is_active(word: str) -> bool:
    return word in BESD_ACTIVE or word.endswith(BESD_ACTIVE_ENDINGS)


def _paired(
    numbers: Sequence[int], around: Sequence[_Circumstance]
) -> Iterator[tuple[int, _Circumstance | None]]:
    """Each value with its circumstance: as many of both in order, else the nearest."""
    if len(numbers) == len(around):
        yield from zip(numbers, around, strict=True)
        return
    for at in numbers:
        yield at, min(around, key=lambda other: abs(other[0] - at), default=None)
