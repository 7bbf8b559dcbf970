"""Two persons a round turns to at once: „Herr Baumann und Frau Baumann, Zimmer 9, beide …“."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.rules.entries import Entry
from dokuhelfer.draft.rules.item import Item

_HE = words("er ihm ihn")
_SHE = words("sie ihr")
_BOTH = words("beide beiden")
_MANY = words("sind haben waren wurden hatten werden wollen möchten gehen schlafen")
"""Behind „sie“ one of these tells of both."""
_FIRST_WORDS = 3


def of_couple(item: Item, couple: Sequence[Entry]) -> tuple[Entry, ...]:
    """Whom of the two a clause is about by its first words; nobody where they say neither."""
    low = [word for _, word in item.words]
    if _BOTH & set(low[:_FIRST_WORDS]):
        return tuple(couple)
    for place, word in enumerate(low[:_FIRST_WORDS]):
        beside = {*low[max(0, place - 1) : place], *low[place + 1 : place + 2]}
        if word in _SHE and beside & _MANY:
            return tuple(couple)
        title = "Herr" if word in _HE else "Frau" if word in _SHE else ""
        if title:
            return tuple(entry for entry in couple if entry.person.startswith(title))
    return ()


def follows_at_once(before: Entry, item: Item) -> bool:
    """„Herr Baumann“ – „und Frau Baumann …“: of the first nothing was told yet."""
    last = before.items[-1] if before.items else None
    if last is None or last.clause.number + 1 != item.clause.number or item.view.word(0) != "und":
        return False
    return last is before.evidence[0] and before.evidence[1].tokens[1] == len(last.view)


def are_couple(entries: Sequence[Entry]) -> bool:
    """Whether „er“ and „sie“ tell the two apart."""
    return {entry.person.split()[0] for entry in entries} == {"Herr", "Frau"}


def room_of_both(item: Item, entries: Sequence[Entry]) -> None:
    """Give the room of the clause to each who has none."""
    for fact in item.of(FactKind.PERSON):
        if fact.name is FactName.ZIMMER:
            for entry in entries:
                entry.room = entry.room or (fact.text.removeprefix("Zimmer "), item, fact)
