"""Another resident's name stays out of a medication event's fields (domain.md §6.2).

„die Tabletten von Frau B. bekommen“ becomes „die Tabletten von [andere Person] bekommen“; the
clause as it was said goes to the list of unassigned statements, so that nothing disappears.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import RELATIVES
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.model import DraftField, Origin, Statement
from dokuhelfer.draft.rules.compose import list_field
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.passing import passes_on
from dokuhelfer.draft.rules.people import Cast, names, same_person
from dokuhelfer.draft.rules.phrasing import statement
from dokuhelfer.draft.rules.purpose import Purpose, purpose_of
from dokuhelfer.draft.template.model import Field

_GUARDED = frozenset({"hergang", "verordnet", "gegeben", "zustand_person", "massnahmen"})
_OTHER = "[andere Person]"
_KIN = frozenset(RELATIVES)
_NEIGHBOURS = words(
    """
    tischnachbar tischnachbarn tischnachbarin zimmernachbar zimmernachbarn zimmernachbarin
    bettnachbar bettnachbarn bettnachbarin nachbar nachbarn nachbarin mitbewohner mitbewohners
    mitbewohnerin bewohner bewohners bewohnerin mitpatient mitpatientin mitpatienten
    """
)
_BEFORE = words("für statt anstatt bei der des dem den")
_MIXED_UP = words("verwechselt vertauscht verwechslung")
_DRUGS = (
    "tablette", "tabletten", "medikament", "medikamente", "medikamenten", "tropfen", "becher",
    "schälchen", "insulin", "dispenser", "dosett", "pillen", "spritze", "pflaster", "blister",
)  # fmt: skip
_REACH = 4
"""Words before „von Frau B.“ within which the drugs are named; else a colleague may be meant."""


def keep_neighbours_apart(
    fields: Sequence[Field], items: Sequence[Item], cast: Cast, filled: dict[str, DraftField]
) -> None:
    """Replace other residents' names in the fields of a medication event."""
    target = next((field for field in fields if purpose_of(field) is Purpose.UNASSIGNED), None)
    if target is None or cast.main is None or "ereignisart" not in {field.id for field in fields}:
        return
    kept: list[Statement] = []
    for item in items:
        for fact in _neighbours(item, cast):
            if _replaced(item.view.text(*fact.tokens), fact.text, filled):
                note = statement([item])
                kept += [note] if note is not None and note not in kept else []
    if kept:
        before = filled[target.id].statements if target.id in filled else ()
        filled[target.id] = list_field([*before, *kept])


def _neighbours(item: Item, cast: Cast) -> Iterator[Fact]:
    if passes_on(item):
        return
    for fact in names(item):
        own = cast.main is not None and same_person(fact.text, cast.main)
        before = item.view.word(fact.tokens[0] - 1)
        if own or fact.text in cast.staff or before in _KIN or fact.text.startswith("Dr."):
            continue
        if before in _NEIGHBOURS | _BEFORE or _theirs(item, fact):
            yield fact


def _theirs(item: Item, fact: Fact) -> bool:
    """„die Tabletten von Frau B.“, „mit Frau B. verwechselt“; not „gegeben von Frau B.“."""
    start = fact.tokens[0]
    if item.view.word(start - 1) in {"von", "vom"}:
        return any(word.endswith(_DRUGS) for word in item.view.low[max(0, start - _REACH) : start])
    return bool(_MIXED_UP & set(item.view.low))


def _replaced(said: str, name: str, filled: dict[str, DraftField]) -> bool:
    changed = False
    for id in _GUARDED & filled.keys():
        notes = tuple(_without(_without(note, said), name) for note in filled[id].statements)
        if notes != filled[id].statements:
            filled[id] = DraftField(" ".join(note.text for note in notes), notes)
            changed = True
    return changed


def _without(note: Statement, name: str) -> Statement:
    if name not in note.text:
        return note
    return Statement(note.text.replace(name, _OTHER), note.evidence, Origin.RULES)
