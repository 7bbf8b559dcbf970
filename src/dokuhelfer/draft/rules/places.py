"""Where something happened: a phrase of place from the clause that tells of the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.facts.event import has_verb
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import FELL, FOUND
from dokuhelfer.draft.facts.lexicon.places import (
    DATIVE,
    NO_PLACES,
    PLACE_ENDINGS,
    PLACES,
    STAYING,
)
from dokuhelfer.draft.facts.model import FactKind, FactName, Modality
from dokuhelfer.draft.model import Origin, Statement
from dokuhelfer.draft.rules.compose import text_field
from dokuhelfer.draft.rules.cues import compile_cues, opens_with
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field

_BETWEEN = 3
"""Words between preposition and noun."""
_MOST = 2
"""Phrases of one clause that make the place: „in Haus 4 … in der Küche“."""
_HEADINGS = 2
"""Sentences from the beginning in which a place without a verb is that of the event."""
_ASIDE = words(
    """
    zuletzt gesehen bringen gebracht begleitet zurück gefahren gelegt hingelegt gesetzt kollegin
    kollege kollegen kolleginnen praktikantin praktikant schülerin wieder
    rollator rollstuhl gehwagen gehstock stock brille klingel hausschuhe schuhe pantoffeln
    """
)
"""Words that show that a clause's place is not that of the event."""
_LAY = words("lag saß kniete hockte liegend sitzend lagen saßen")
_PERSON = words("er sie ihn herr herrn frau bewohner bewohnerin patient patientin klient klientin")


@dataclass(frozen=True, slots=True)
class _Place:
    item: Item
    start: int
    end: int
    weight: int


def fill_place(field: Field, items: Sequence[Item], fill: Fill) -> None:
    """Fill a place field from the clause that says most about the event."""
    announcements = compile_cues(field.announcements)
    if any(opens_with(announcements, item) is not None for item in items):
        return
    found = [place for item in items for place in _places(item)]
    if not found:
        return
    best = max(found, key=lambda place: place.weight)
    notes = []
    for place in [place for place in found if place.item is best.item][:_MOST]:
        span = place.item.view.span(place.start, place.end)
        text = written(place.item.clause.tokens[place.start : place.end])
        notes.append(Statement(text, (span,), Origin.RULES))
        fill.use(place.item, (place.start, place.end))
    fill.fields[field.id] = text_field(notes)


def _places(item: Item) -> Iterator[_Place]:
    weight = _weight(item)
    if weight == 0:
        return
    at = 0
    while at < len(item.view):
        end = _phrase_end(item, at)
        if end is None and (weight == _HEADING or _heads(item)):
            end = _bare_end(item, at)
        if end is None:
            at += 1
            continue
        yield _Place(item, at, end, weight)
        at = end


def _heads(item: Item) -> bool:
    """„Sturz Herr Ott, 17:25 Uhr, Treppe zum Hof“: the heading names the event as well."""
    return item.clause.sentence < _HEADINGS and not has_verb(item.clause)


_HEADING = 4


def _weight(item: Item) -> int:
    """How much a clause tells of where the event was; 0 for other places."""
    low = {word for _, word in item.words}
    if item.modality is Modality.PLANNED or item.has(FactKind.CONDITION):
        return 0
    if low & FELL:
        return 6
    if low & FOUND:
        return 5
    if item.clause.sentence < _HEADINGS and not has_verb(item.clause):
        return _HEADING
    if low & _ASIDE or low & {"ich", "wir"}:
        return 0
    if low & {"es", "das", "passiert", "ereignet", "geschehen"} and low & {"war", "ist", "hat"}:
        return _HEADING
    if low & _LAY:
        return 3 if low & _PERSON else 0
    return 2 if item.clause.sentence < _HEADINGS else 1


def _phrase_end(item: Item, at: int) -> int | None:
    """Index behind „im Flur vor dem Aufzug“ beginning at ``at``."""
    end = _simple_end(item, at)
    while end is not None:
        further = _simple_end(item, end)
        if further is None:
            return end
        end = further
    return None


def _simple_end(item: Item, at: int) -> int | None:
    view = item.view
    if view.word(at) not in STAYING:
        return None
    noun = at + 1
    while noun - at <= _BETWEEN and view.word(noun) in DATIVE:
        noun += 1
    if not _is_place(item, noun):
        return None
    return noun + 2 if view.number(noun + 1) is not None else noun + 1


def _bare_end(item: Item, at: int) -> int | None:
    """„17 Uhr, Gruppenraum im Erdgeschoss“, „Zimmer 32“: a place as a heading."""
    view = item.view
    for fact in item.of(FactKind.PERSON):
        if fact.name is FactName.ZIMMER and fact.tokens[0] == at:
            return None if _names_before(item, at) else fact.tokens[1]
    if not _is_place(item, at) or view.word(at - 1) not in {",", ":", ".", "", "uhr"}:
        return None
    further = _phrase_end(item, at + 1)
    return further if further is not None else at + 1


def _names_before(item: Item, at: int) -> bool:
    """Whether the room belongs to a name said before it („Frau Kern, Zimmer 4“)."""
    return any(
        fact.name is FactName.PERSON and fact.tokens[1] <= at for fact in item.of(FactKind.PERSON)
    )


def _is_place(item: Item, at: int) -> bool:
    word = item.view.word(at)
    if not item.view.capital(at) or word in NO_PLACES:
        return False
    return word in PLACES or (word.endswith(PLACE_ENDINGS) and len(word) > len("haus"))
