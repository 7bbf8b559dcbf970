"""Whose a clause is: in a handover every person's clauses belong to that person's entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.template.model import FieldType, Template

_GENERAL = frozenset({"allgemein", "allgemeines", "ansonsten", "organisatorisch", "sonstiges"})
_ALL = frozenset({"alle", "allen", "aller", "beide", "beiden", "samtliche", "jedem", "jeder"})
"""„Bei allen dreien bitte …“: of everybody."""
_TITLES = frozenset({"frau", "herr", "herrn", "dr", "doktor", "zimmer", "familie"})
_LEADING = 6
"""A name opens a person's part when it stands among the first words of a sentence."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The persons of a group and the clauses that are theirs.

    Attributes:
        names: per entry the folded family names and „zimmer 7“ it goes by.
        clauses: per entry positions of its clauses; empty before `assigned`.
        main: folded names of the one person that a draft without a group is about.
        group: id of the group field, None in templates about one person.
    """

    group: str | None = None
    names: tuple[frozenset[str], ...] = ()
    labels: tuple[str, ...] = ()
    clauses: tuple[frozenset[int], ...] = ()
    main: frozenset[str] = frozenset()

    def assigned(self, pieces: Sequence[Piece]) -> Owners:
        """The same with every clause given to its person; general clauses to all."""
        if not self.names:
            return self
        given: list[set[int]] = [set() for _ in self.names]
        current: frozenset[int] = frozenset()
        sentence = -1
        for position, piece in enumerate(pieces):
            named = self._named(piece)
            if piece.clause.sentence != sentence:
                sentence = piece.clause.sentence
                if piece.words & (_GENERAL | _ALL):
                    current = frozenset()
            if named:
                current = named
            for entry in current or range(len(given)):
                given[entry].add(position)
        return replace(self, clauses=tuple(frozenset(item) for item in given))

    def of_entry(self, entry: int) -> frozenset[int]:
        """Positions that may be evidence for an entry; empty when nothing is known."""
        return self.clauses[entry] if entry < len(self.clauses) else frozenset()

    def owner(self, position: int) -> int | None:
        """The one entry a clause belongs to, None when it is nobody's or several people's."""
        owners = [entry for entry, own in enumerate(self.clauses) if position in own]
        return owners[0] if len(owners) == 1 else None

    def _named(self, piece: Piece) -> frozenset[int]:
        """Entries whose person this clause names."""
        mentioned = {part for word in piece.words for part in (word, *word.split("-"))}
        for fact in piece.of_kind(FactKind.PERSON):
            mentioned.add(fold(fact.text))
        return frozenset(
            entry
            for entry, names in enumerate(self.names)
            if names & mentioned or any(_opens(name, mentioned) for name in names if " " in name)
        )


def _opens(name: str, mentioned: Iterable[str]) -> bool:
    """„Herr Hà 20“ names „Herr Hà“."""
    return any(other.startswith(f"{name} ") for other in mentioned)


def owners_of(template: Template, fields: Mapping[str, object]) -> Owners:
    """The persons a draft keeps apart: the entries of a group that has a member `person`."""
    for field in template.fields:
        if field.type is not FieldType.GROUP:
            continue
        if not any(member.id == "person" for member in field.members):
            continue
        entries = fields.get(field.id)
        if not isinstance(entries, list | tuple):
            continue
        rows = [entry if isinstance(entry, Mapping) else {} for entry in entries]
        labels = tuple(_label(row) for row in rows)
        return Owners(field.id, tuple(_names(row) or _short_name(row) for row in rows), labels)
    return Owners(main=_names(fields))


def _label(row: Mapping[Any, object]) -> str:
    value = row.get("person")
    return value if isinstance(value, str) else ""


def _names(row: Mapping[Any, object]) -> frozenset[str]:
    words = _words(_label(row))
    found = {w for w in words if w not in _TITLES and len(w) > 2 and not w.isdecimal()}
    found -= lexicon().stop
    room = row.get("zimmer")
    if isinstance(room, str):
        found.update(f"zimmer {w}" for w in _words(room) if w[:1].isdecimal())
    return frozenset(found)


def _short_name(row: Mapping[Any, object]) -> frozenset[str]:
    """„Herr Hà“: too short to stand for itself, known with its title."""
    return frozenset({fold(_label(row))} - {""})


def _words(text: str) -> Iterable[str]:
    cleaned = "".join(c if c.isalnum() else " " for c in text)
    return fold(cleaned).split()
