"""What a group says of each person: the entries while gathered, and as a field's value."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from dokuhelfer.draft.facts.model import Fact, FactName
from dokuhelfer.draft.model import DraftField, Origin, Scalar, Statement
from dokuhelfer.draft.rules.compose import statements
from dokuhelfer.draft.rules.frame import is_frame
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.placed import MakePlacing
from dokuhelfer.draft.template.model import Field


@dataclass(slots=True)
class Entry:
    """One person of a group while it is being gathered."""

    person: str
    evidence: tuple[Item, Fact]
    room: tuple[str, Item, Fact] | None = None
    items: list[Item] = dataclass_field(default_factory=list)


@dataclass(slots=True)
class Sorted:
    """Clauses by entry, and those about nobody in particular."""

    entries: list[Entry] = dataclass_field(default_factory=list)
    general: list[Item] = dataclass_field(default_factory=list)
    used: dict[int, set[int]] = dataclass_field(default_factory=dict)

    def use(self, item: Item, fact: Fact) -> None:
        """Note that a fact's tokens stand in a member of their own."""
        self.used.setdefault(item.clause.number, set()).update(range(*fact.tokens))


def group_field(
    field: Field, found: Sorted, titles: frozenset[str], placing: MakePlacing
) -> tuple[DraftField, set[int]]:
    """The group's value and statements, and the numbers of the clauses it takes."""
    values: list[dict[str, Scalar | None]] = []
    notes: list[Statement] = []
    taken: set[int] = set()
    for number, entry in enumerate(found.entries):
        prefix = f"/{field.id}/{number}/"
        value: dict[str, Scalar | None] = {member.id: None for member in field.members}
        for note in _fixed(field, entry, prefix):
            value[note.path.removeprefix(prefix)] = note.text
            notes.append(note)
        placer = placing(field.members, field.default_member)
        content = [item for item in entry.items if not _is_heading(item, found, titles)]
        placed = placer.place_all(content)
        taken.update(item.clause.number for item in entry.items)
        for id, made in statements(placed, entry.person, prefix).items():
            value[id] = " ".join(note.text for note in made)
            notes.extend(made)
        values.append(value)
    if not values:
        return DraftField(), taken
    return DraftField(tuple(values), tuple(notes)), taken


def _is_heading(item: Item, found: Sorted, titles: frozenset[str]) -> bool:
    return is_frame(item, found.used.get(item.clause.number, set()), titles)


def _fixed(field: Field, entry: Entry, prefix: str) -> list[Statement]:
    """Statements of the members that facts fill: person and room."""
    notes: list[Statement] = []
    for member in field.members:
        if member.fact == FactName.PERSON:
            span = entry.evidence[1].span
            notes.append(Statement(entry.person, (span,), Origin.RULES, path=prefix + member.id))
        elif member.fact == FactName.ZIMMER and entry.room is not None:
            label, _, fact = entry.room
            notes.append(Statement(label, (fact.span,), Origin.RULES, path=prefix + member.id))
    return notes
