"""What kind of mishap with a drug it was, where the words of the event leave one answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.earlier import is_past
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mishap import HAPPENED, REFUSES, TAKEN, meant, of_a_drug
from dokuhelfer.draft.rules.parts import part_at
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field


def fill_mishap_kind(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """„statt 10 Einheiten 18 gespritzt“, „hat die Morgenmedikation verweigert“."""
    field = next((field for field in fields if _WRONG_DOSE in _values(field)), None)
    if field is None or field.id in fill.fields:
        return
    counters = compile_cues(field.counters)
    told = [
        item
        for item in items
        if item.modality is not Modality.PLANNED and not item.view.has(counters)
    ]
    other = _other_than_ordered(told)
    if other is not None:
        given, place = other
        fill.note(field.id, _WRONG_DOSE, given.view.span(place, place + 1))
        return
    kinds = (
        (_WRONG_DOSE, _wrong_dose),
        (_WRONG_DRUG, _wrong_drug),
        (_WRONG_TIME, _wrong_time),
        (_NOT_GIVEN, _forgotten),
        (_WRONG_WAY, _wrong_way),
        (_REFUSED, _refused),
    )
    for kind, finder in kinds:
        for item in told:
            at = finder(item)
            if at is not None and not is_past(item.view, at):
                fill.note(field.id, kind, item.view.span(at, at + 1))
                return


def _other_than_ordered(items: Sequence[Item]) -> tuple[Item, int] | None:
    """„16 Einheiten gespritzt, verordnet sind morgens 6“: two amounts of the one drug named."""
    for given, ordered in pairwise(items):
        same = given.clause.sentence == ordered.clause.sentence
        low = {*ordered.view.low}
        if not (same and low & _ORDERED and {*given.view.low} & _GIVEN) or low & _NOT:
            continue
        if _drugs(given) != 1 or _drugs(ordered) or given.has(FactKind.NEGATION):
            continue
        one, other = _amounts(given), _amounts(ordered)
        if len(one) == len(other) == 1 and one[0][1] != other[0][1]:
            return given, one[0][0]
    return None


def _amounts(item: Item) -> list[tuple[int, Decimal]]:
    """Numbers of a clause that are no time of day, by their token."""
    clocks = {index for time in item.of(FactKind.TIME) for index in range(*time.tokens)}
    return [
        (index, number.value)
        for index in range(len(item.view))
        if index not in clocks and (number := item.view.number(index)) is not None
    ]


_GIVEN = words("gegeben gespritzt verabreicht bekommen gekriegt erhalten genommen injiziert")
_NOT = words("nicht kein keine mehr")


def _wrong_dose(item: Item) -> int | None:
    """„statt 10 Einheiten 18“, „zwei Metformin statt einer“: two amounts of one drug."""
    at = next((i for i, word in item.words if word in _INSTEAD), None)
    ordered = bool(_ORDERED & set(item.view.low))
    if at is None or (item.view.word(at) == "obwohl") != ordered:
        return None
    if _drugs(item) > 1 or any(meant(item, t) for t in item.of(FactKind.TIME)):
        return None
    clocks = {index for time in item.of(FactKind.TIME) for index in range(*time.tokens)}
    amounts = {
        number.value
        for index in range(len(item.view))
        if index not in clocks and (number := item.view.number(index)) is not None
    }
    ones = item.view.word(at + 1) in _ONE and Decimal(1) not in amounts
    return at if len(amounts) + ones > 1 else None


def _wrong_drug(item: Item) -> int | None:
    """„Pantoprazol statt Pentoxifyllin gegeben“."""
    at = next((i for i, word in item.words if word in _SWAPPED), None)
    given = bool(HAPPENED & set(item.view.low)) and not _ORDERED & set(item.view.low)
    return at if given and _drugs(item) > 1 else None


def _forgotten(item: Item) -> int | None:
    """„Das Antibiotikum wurde vergessen“: a drug, and that it was not thought of."""
    low = {word for _, word in item.words}
    at = next((at for at, word in item.words if word in _FORGOT), None)
    if at is None or not of_a_drug(item) or item.has(FactKind.NEGATION) or low & _NOTED:
        return None
    part = part_at(item, at)
    drugs = {index for fact in item.of(FactKind.MEDICATION) for index in range(*fact.tokens)}
    beside = any(index in drugs or word.endswith(TAKEN) for index, word in part)
    to_do = any(index > at and "zu" in word for index, word in part)
    return at if beside and not to_do else None


_SWAPPED = words("statt anstatt vertauscht verwechselt")
_FORGOT = words("vergessen versäumt unterblieben ausgelassen ausgefallen entfallen")
_NOTED = words("abzeichnen abgezeichnet eintragen eingetragen dokumentieren dokumentiert bestellen")
"""What else may be forgotten about a drug."""
_NOT_GIVEN = "nicht gegeben"


def _wrong_time(item: Item) -> int | None:
    """„um 5 Uhr gegeben statt um 7“: given at another time than it should have been."""
    at = next((i for i, word in item.words if word in {"statt", "anstatt"}), None)
    given = bool(HAPPENED & set(item.view.low)) and not _ORDERED & set(item.view.low)
    times = item.of(FactKind.TIME)
    ought = [time for time in times if meant(item, time)]
    return at if given and ought and len(times) > len(ought) else None


def _wrong_way(item: Item) -> int | None:
    """„Augentropfen ins Ohr“, „intramuskulär statt subkutan“: not where or how it belongs."""
    low = [word for _, word in item.words]
    given = bool(HAPPENED & set(low)) and not _ORDERED & set(low)
    if not given or item.has(FactKind.NEGATION):
        return None
    for start, places in _PLACES_OF:
        drug = next((at for at, word in item.words if word.startswith(start)), None)
        into = any(word in _INTO and low[at + 1] in places for at, word in enumerate(low[:-1]))
        if drug is not None and into:
            return drug
    ways = [at for at, word in item.words if word in _WAYS]
    return ways[0] if len(ways) > 1 and {"statt", "anstatt"} & set(low) else None


_INTO = words("ins in im aufs auf")
_PLACES_OF = (
    ("augentropfen", words("ohr ohren nase mund")),
    ("augensalbe", words("ohr nase mund lippe lippen")),
    ("ohrentropfen", words("auge augen nase mund")),
    ("nasentropfen", words("auge augen ohr ohren")),
    ("nasenspray", words("auge augen ohr ohren mund")),
)
"""Beginnings of a drug's name and where it does not belong."""
_WAYS = words(
    """
    oral sublingual rektal vaginal subkutan subcutan intramuskulär intravenös transdermal inhalativ
    s.c. i.m. i.v. p.o. peroral geschluckt gelutscht gekaut inhaliert
    """
)
"""Ways in which a drug is given."""
_WRONG_TIME = "falsche Zeit"
_WRONG_WAY = "falsche Applikation"
_ORDERED = words("angeordnet verordnet besprochen umgestellt arzt ärztin hausarzt hausärztin")
_WRONG_DOSE = "falsche Dosis"
_WRONG_DRUG = "falsches Medikament"
_INSTEAD = words("statt anstatt obwohl")
_ONE = words("einer einem eine einen ein")


def _refused(item: Item) -> int | None:
    """„hat die Morgenmedikation verweigert“: where a drug was refused, and not given after all."""
    low = {word for _, word in item.words}
    if not of_a_drug(item) or low & _TAKEN_AFTER_ALL:
        return None
    return next((at for at, word in item.words if word in REFUSES), None)


_TAKEN_AFTER_ALL = words("dann doch später schließlich")
_REFUSED = "Einnahme abgelehnt"


def _values(field: Field) -> set[str]:
    return {choice.value for choice in field.choices}


def _drugs(item: Item) -> int:
    return len({fact.text.lower() for fact in item.of(FactKind.MEDICATION)})
