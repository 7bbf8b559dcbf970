"""Measurements without their name: a temperature by its site, a weight by its unit, pain of 10."""

from __future__ import annotations

from decimal import Decimal

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.measures import (
    PAIN_ENDINGS,
    PAIN_LEADS,
    PAIN_SCALE_TAIL,
    PAIN_WORDS,
    TEMPERATURE_SITES,
)
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.view import View, unit_at
from dokuhelfer.draft.normalise.model import Number, TokenKind

_REACH = 9
"""How many tokens may stand between a word of pain and its value."""
_SITE_REACH = 3
"""„36,4 im linken Ohr“: where it was taken may stand so far behind a temperature."""
COUNTED = words(
    """
    stunde stunden minute minuten tag tage tagen woche wochen monat monate mal tropfen tablette
    tabletten uhr litern liter ml hub glas gläser becher scheibe scheiben jahre jahren einheiten ie
    """
)
"""Nouns that show that the number before them is no measurement."""


def bare_temperature(view: View, used: set[int]) -> list[Fact]:
    """„Stirn 36,5“, „38,1 im Ohr“: a value that only a temperature can have beside its site."""
    for index in range(len(view)):
        number = view.number(index)
        if number is None or index in used or number.pair or view.in_range(index):
            continue
        unit, end = unit_at(view, index + 1)
        near = view.low[max(0, index - 2) : index] + view.low[end : end + _SITE_REACH]
        decimal = number.value != number.value.to_integral_value()
        told = decimal or (unit is not None and unit.lower() in {"°c", "°", "grad"})
        if told and 34 <= number.value <= 43 and any(word in TEMPERATURE_SITES for word in near):
            used.add(index)
            kind, name = FactKind.VITAL, FactName.TEMPERATUR
            return [view.fact(kind, index, end, name=name, value=number.value, unit=unit)]
    return []


def bare_weight(view: View, facts: list[Fact], used: set[int]) -> list[Fact]:
    """„58,3 Kilo“: kilograms in the range of a person's weight, not a difference."""
    if any(fact.name is FactName.GEWICHT for fact in facts) or _DIFFERENCES & set(view.low):
        return []
    for index in range(len(view)):
        number = view.number(index)
        unit, end = unit_at(view, index + 1)
        if number is None or index in used or number.pair or (unit or "").lower() != "kg":
            continue
        if 30 <= number.value <= 200 and not view.in_range(index):
            used.add(index)
            kind, name = FactKind.VITAL, FactName.GEWICHT
            return [view.fact(kind, index, end, name=name, value=number.value, unit=unit)]
    return []


_DIFFERENCES = words(
    """
    weniger mehr zugenommen abgenommen zunehmen abnimmt zunimmt plus minus zuviel heben gehoben
    tragen trägt schwer letztes letzten letzte zuletzt vorher damals war waren wog zielgewicht
    """
)
"""With one of these kilograms are no weight of today."""


def pain_of_ten(view: View, used: set[int]) -> list[Fact]:
    """„Schmerzen bei 4 von 10“, „weh, eine 4“: a number on the scale without the scale's name."""
    pains = [index for index, word in enumerate(view.low) if is_pain(word)]
    if not pains:
        return []
    for index in range(len(view)):
        number = view.number(index)
        if number is None or index in used or number.pair or view.in_range(index):
            continue
        value = _tenths(number) or number.value
        if not 0 <= value <= 10:
            continue
        place = _on_scale(view, index, pains)
        if place is not None:
            used.update(range(*place))
            return [view.fact(FactKind.VITAL, *place, name=FactName.NRS, value=value)]
    return []


def _tenths(number: Number) -> Decimal | None:
    """„3/10“: the number that was marked on a scale to ten."""
    marked, _, ten = number.fraction.partition("/")
    return Decimal(marked) if ten == PAIN_SCALE_TAIL[1] else None


def is_pain(word: str) -> bool:
    """Whether a lower-case word speaks of pain („Kopfschmerzen“, „weh“)."""
    return word in PAIN_WORDS or word.endswith(PAIN_ENDINGS)


def _on_scale(view: View, index: int, pains: list[int]) -> tuple[int, int] | None:
    """The tokens of a number on the pain scale at ``index``, None where it counts another thing."""
    number = view.number(index)
    slashed = number is not None and _tenths(number) is not None
    if slashed or (view.word(index + 1), view.word(index + 2)) == PAIN_SCALE_TAIL:
        near = any(abs(index - at) < _REACH for at in pains)
        return (index, index + (1 if slashed else 3)) if near else None
    if view.word(index + 1) == "von" or _counts_at_all(view, index + 1):
        return None
    if is_pain(view.word(index - 1)):
        return index - 1, index + 1
    led = view.word(index - 1) in PAIN_LEADS and pains[0] < index
    closes = view.kind(index + 1) in {None, TokenKind.PUNCT} or view.word(index + 1) in _BEHIND_NRS
    return (index, index + 1) if led and closes else None


_BEHIND_NRS = frozenset({"an", "angegeben", "eingestuft", "genannt", "beziffert", "sagt", "am"})


def _counts_at_all(view: View, index: int) -> bool:
    """Whether the number before ``index`` counts or measures something."""
    return (
        view.kind(index) is TokenKind.UNIT
        or view.word(index) in COUNTED
        or view.capital(index)
        or view.word(index) in {"bis", "oder", "und", "mal"}
    )
