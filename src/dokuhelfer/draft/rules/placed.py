"""Where a clause goes, and the interface of whoever decides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from dokuhelfer.draft.model import Origin
from dokuhelfer.draft.rules.hints import Hints
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.template.model import Field


class Ground(Enum):
    """Why a clause is where it is."""

    CUES = auto()
    ANNOUNCED = auto()
    """The speaker named the field."""
    TAG = auto()
    """„…, sagt er“: goes with the clause before it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause in a field; ``skip`` tokens at its beginning announce the field.

    ``origin`` is the engine that decided.
    """

    item: Item
    field: str | None
    skip: int = 0
    ground: Ground = Ground.CUES
    origin: Origin = Origin.RULES


class Placing(Protocol):
    """Decides which field each clause goes to."""

    def place_all(self, items: Sequence[Item]) -> list[Placed]:
        """Every clause's place, in the order given."""


class MakePlacing(Protocol):
    """Makes a `Placing` for fields that belong together: a template's, or a group entry's."""

    def __call__(
        self, fields: Sequence[Field], default: str | None, hints: Hints | None = None
    ) -> Placing:
        """``default`` is the id of the field for what has no other place, see `hints_for`."""
