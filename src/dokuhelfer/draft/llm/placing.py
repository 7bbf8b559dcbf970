"""Clauses into fields as the model points, with the rules' placement behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.llm.interview import Interview
from dokuhelfer.draft.model import Origin
from dokuhelfer.draft.rules.hints import Hints
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.place import Placer, takes_clauses
from dokuhelfer.draft.rules.placed import Ground, Placed
from dokuhelfer.draft.template.model import Field


@dataclass(frozen=True, slots=True)
class PlacingByModel:
    """Makes placings that ask the model (`rules.placed.MakePlacing`)."""

    interview: Interview

    def __call__(
        self, fields: Sequence[Field], default: str | None, hints: Hints | None = None
    ) -> _Placing:
        """A placing for these fields."""
        offered = tuple(field for field in fields if takes_clauses(field))
        return _Placing(self.interview, Placer(fields, default, hints), offered)


@dataclass(frozen=True, slots=True)
class _Placing:
    interview: Interview
    rules: Placer
    fields: tuple[Field, ...]

    def place_all(self, items: Sequence[Item]) -> list[Placed]:
        """Where the speaker named the field the model is not asked; where it names none the
        rules decide."""
        placed: list[Placed] = []
        for entry in self.rules.place_all(items):
            placed.append(self._second(entry, placed[-1] if placed else None))
        return placed

    def _second(self, entry: Placed, before: Placed | None) -> Placed:
        if entry.ground is Ground.ANNOUNCED:
            return entry
        if entry.ground is Ground.TAG and before is not None:
            return replace(entry, field=before.field, origin=before.origin)
        chosen = self.interview.field_of(entry.item.clause.number, self.fields)
        if chosen is None:
            return entry
        return replace(entry, field=chosen.id, origin=Origin.LLM)
