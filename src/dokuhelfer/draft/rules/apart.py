"""Clauses that belong into somebody else's record: „… das schreib ich bei ihr extra“ (R13).

Whoever is told about beside the record's person is known here by what is said of it: that it is
kept elsewhere, that they are to come themselves, or that a value is theirs. What is told so goes
to the list of unassigned statements as it was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.of_kin import kin_leads, of_kin
from dokuhelfer.draft.rules.offices import by_office

REACH = 4
"""So many clauses back somebody else was brought up."""
OPENING = 4
"""Among so many words at its beginning a clause names whom it is about."""

NEIGHBOURS = words(
    """
    nachbarin nachbar zimmernachbarin zimmernachbar bettnachbarin bettnachbar tischnachbarin
    tischnachbar mitbewohnerin mitbewohner
    """
)
SWITCH_BEFORE = frozenset(
    {"und", "ach", "so", "also", "ja", "dann", "übrigens", "bei", "noch", "die", "der", "auch",
     "beim", "zu", "zur", "zum", "mit", "von", "für"}
)  # fmt: skip
"""May stand before the one a clause turns to."""
SAYS = frozenset({"sagt", "sagte", "meint", "meinte", "berichtet", "behauptet", "erzählt"})
SAID = frozenset(
    {"gesagt", "gemeint", "berichtet", "erzählt", "gesehen", "beobachtet", "mitbekommen",
     "mitgekriegt", "gehört", "gerufen", "geholt", "geklingelt", "alarmiert", "angerufen",
     "gefunden", "gemeldet", "bemerkt", "geholfen", "hochgeholfen", "aufgeholfen"}
)  # fmt: skip
"""Who tells about the person is a source, not somebody else's record."""
_POSSESSIVES = words("ihre ihr seine sein eine ein")
_APART = words("extra gesondert separat getrennt")
_ANOTHER = words("eigene eigenen eigener eigenes andere anderen anderer anderes")
_WRITES = words(
    """
    schreib schreibe schreiben schreibt dokumentiere dokumentier dokumentieren dokumentiert
    eingetragen eintragen trage trag notiere notier notieren notiert vermerkt erfasst aufgeschrieben
    """
)
_RECORDS = (
    "akte", "eintrag", "bericht", "doku", "dokumentation", "bogen", "blatt", "protokoll", "kurve",
    "mappe", "vermerk",
)  # fmt: skip
_TAKEN_UP = words("das dies es alles s")
"""What was just told, and nothing the clause names itself: „das schreib ich extra“."""
_OF_THEM = words("ihr ihm ihnen sie ihn")
_THEIR_PLACE = words("bei zu für")
_THE_SAME = words("auch ebenfalls ebenso")
_ON_THEIR_OWN = words("selber selbst")
_TURN_UP = words("kommen vorbeikommen melden anrufen vorsprechen")
_DUE = words("soll sollen sollte muss müsste kann")
_POINTS_BACK = words("der die dieser diese")


def told_apart(
    items: Sequence[Item], strangers: Sequence[str | None], main: str | None, *, strict: bool
) -> tuple[str | None, ...]:
    """The strangers with those added whose clauses are said to belong elsewhere.

    Args:
        strangers: for each item the stranger it is about already, or None.
        main: canonical name of the record's person.
        strict: whether only what is said to be another's is (counselling tells of relatives).
    """
    found = list(strangers)
    for at, item in enumerate(items):
        told = _kept_elsewhere(item) or (
            _comes_alone(items, at) if strict else _measured_on_other(items, at)
        )
        start = _brought_up(items, at, main) if told else None
        if start is None:
            continue
        name = items[start].view.tokens[items[start].words[0][0]].text
        for place in range(start, at + 1):
            found[place] = found[place] or name
    return tuple(found)


def neighbour(item: Item) -> str | None:
    """„Die Nachbarin von nebenan hat sich beschwert“: about somebody else who lives here.

    „Sein Mitbewohner hat ihn geschubst“ tells what happened to the person.
    """
    low = {*item.view.low}
    if low & SAID or low & SAYS:
        return None
    owned = False
    for index, word in item.words[:OPENING]:
        if word in NEIGHBOURS:
            done_to = owned and _OF_THEM & {*item.view.low[index:]}
            return None if done_to else item.view.tokens[index].text
        if word not in SWITCH_BEFORE | _POSSESSIVES:
            return None
        owned = owned or word in _POSSESSIVES
    return None


def _kept_elsewhere(item: Item) -> bool:
    """„das kommt aber extra in seine Akte“, „schreib ich bei ihr“, „hat einen eigenen Eintrag“."""
    low = item.text
    record = any(word.endswith(_RECORDS) for word in low)
    own = any(
        word in _ANOTHER and any(behind.endswith(_RECORDS) for behind in low[at + 1 : at + 3])
        for at, word in enumerate(low)
    )
    apart = bool(_APART & {*low}) and (record or bool(_WRITES & {*low}))
    theirs = any(
        word in _OF_THEM and low[at - 1] in _THEIR_PLACE for at, word in enumerate(low) if at
    )
    if not (own or apart or (theirs and _WRITES & {*low})):
        return False
    return (theirs or bool(_TAKEN_UP & {*low})) and not _names_a_thing(item)


def _names_a_thing(item: Item) -> bool:
    """„das Sturzprotokoll schreib ich extra“: that is another paper, nobody else's."""
    return any(
        item.view.capital(index) and not (word.endswith(_RECORDS) and _is_theirs(item, index))
        for index, word in item.words
        if index > item.words[0][0] and not _is_named(item, index)
    )


def _is_theirs(item: Item, index: int) -> bool:
    before = item.view.word(index - 1)
    return before.startswith(("sein", "ihr", "eigen", "ander")) or before in {"deren", "dessen"}


def _is_named(item: Item, index: int) -> bool:
    persons = item.of(FactKind.PERSON)
    return any(fact.tokens[0] <= index < fact.tokens[1] for fact in persons)


def _comes_alone(items: Sequence[Item], at: int) -> bool:
    """„Sein Kumpel hat auch gefragt, der soll selber kommen“: a case of its own."""
    low = {*items[at].text}
    if not (low & _ON_THEIR_OWN and low & _TURN_UP and low & _DUE):
        return False
    back = items[at].text[0] in _POINTS_BACK
    said = {word for item in items[max(0, at - 1) : at + 1] for word in item.text}
    return bool(said & _THE_SAME) and (back or leads_other(items[at], None))


def _measured_on_other(items: Sequence[Item], at: int) -> bool:
    """„Ihr Mann wollte auch noch, der hatte 151 zu 82“."""
    item = items[at]
    values = item.of(FactKind.VITAL)
    if not values:
        return False
    if all(of_kin(item, fact.tokens[1] - 1) for fact in values):
        return True
    before = items[at - 1] if at else None
    return (
        before is not None
        and before.clause.sentence == item.clause.sentence
        and item.text[0] in _POINTS_BACK
        and not before.has(FactKind.VITAL)
        and _near_leads(before)
    )


def _brought_up(items: Sequence[Item], at: int, main: str | None) -> int | None:
    """The clause that turned to somebody else, this one or one shortly before."""
    for place in range(at, max(-1, at - REACH), -1):
        if leads_other(items[place], main):
            return place
        if main is not None and any(
            fact.name is FactName.PERSON and fact.text == main
            for fact in items[place].of(FactKind.PERSON)
        ):
            return None
    return None


def leads_other(item: Item, main: str | None) -> bool:
    """Whether a clause opens with a neighbour, a relative, or a name that is not ``main``."""
    if _near_leads(item):
        return True
    opening = {index for index, _ in item.words[:OPENING]}
    return any(
        fact.name is FactName.PERSON
        and fact.tokens[0] in opening
        and fact.text != main
        and not by_office(item, fact)
        for fact in item.of(FactKind.PERSON)
    )


def _near_leads(item: Item) -> bool:
    opening = item.words[:OPENING]
    if any(word in NEIGHBOURS for _, word in opening):
        return True
    return bool(opening) and any(kin_leads(item, index) for index, _ in opening[:1])
