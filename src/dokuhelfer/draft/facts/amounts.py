"""Money and every number that no other extractor has taken."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View, unit_at

_EURO = frozenset({"€", "euro", "eur"})
_MINUTES = frozenset({"min", "minuten", "min."})
_MONEY_BEFORE = words(
    """
    netto brutto miete warmmiete kaltmiete gehalt lohn rente schulden forderung bürgergeld
    kindergeld wohngeld einkommen rate raten rückstand
    """
)
"""Nouns that make a bare number behind them money („netto 1.650“)."""


def find_amounts(view: View, taken: set[int]) -> list[Fact]:
    """NUMBER and MONEY facts over tokens not in ``taken``; pairs give one fact per value."""
    facts: list[Fact] = []
    for index in range(len(view)):
        number = view.number(index)
        if number is None or index in taken:
            continue
        unit, end = unit_at(view, index + 1)
        kind = _kind(view, index, unit)
        name = _duration(view, index, unit)
        for value in (number.value, *number.pair):
            facts.append(view.fact(kind, index, end, value=value, unit=unit, name=name))
    return facts


def _kind(view: View, index: int, unit: str | None) -> FactKind:
    if unit is not None:
        return FactKind.MONEY if unit.lower() in _EURO else FactKind.NUMBER
    if view.word(index + 1) in _EURO:
        return FactKind.MONEY
    before = set(view.low[max(0, index - 2) : index])
    following_counts = view.capital(index + 1)
    if before & _MONEY_BEFORE and not following_counts:
        return FactKind.MONEY
    return FactKind.NUMBER


def _duration(view: View, index: int, unit: str | None) -> FactName | None:
    """„Dauer 50 Minuten“, „50 Minuten Gespräch“: how long a talk took."""
    spoken = (unit or view.word(index + 1)).lower()
    if spoken not in _MINUTES or view.in_range(index):
        return None
    around = set(view.low[max(0, index - 5) : index + 6])
    return FactName.DAUER_MIN if around & _DURATION_WORDS else None


_DURATION_WORDS = words(
    """
    dauer dauerte gedauert gespräch beratung beratungsgespräch telefonat termin gesprächsdauer
    beratungsdauer sitzung lang hausbesuch videoberatung telefonberatung
    """
)
