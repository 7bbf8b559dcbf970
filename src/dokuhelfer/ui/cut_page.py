"""What the page of a Sammeldiktat shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CutKind(StrEnum):
    """What a row is."""

    ENTRY = "entry"
    ADDED = "added"
    """Something said later that belongs to an entry above."""
    LOOSE = "loose"
    """In no entry: where it belongs is asked, never guessed."""


@dataclass(frozen=True, slots=True)
class CutPiece:
    """The smallest part of a row that can begin another entry."""

    clause: int
    text: str


@dataclass(frozen=True, slots=True)
class CutRow:
    """One row.

    Attributes:
        entry: number of its entry, from 1; 0 for what is in none.
        person: "" for nobody.
        template: title of the template.
        place: „0:08–0:41“; "" for typed text.
        decided: its borders were confirmed, or it stays out.
    """

    kind: CutKind
    entry: int
    person: str
    template: str
    pieces: tuple[CutPiece, ...]
    place: str
    decided: bool

    @property
    def words(self) -> str:
        """What was said."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class CutPage:
    """The whole page.

    Attributes:
        persons: everybody named, to choose from.
        refused: why the last move was not made; "" where it was.
        ready: nothing is left to decide.
    """

    rows: tuple[CutRow, ...] = ()
    persons: tuple[str, ...] = ()
    refused: str = ""
    ready: bool = False

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return max((row.entry for row in self.rows), default=0)

    def next_open(self, after: int) -> int:
        """The next row that is not decided, the first again behind the last."""
        count = len(self.rows)
        places = ((after + step) % count for step in range(1, count + 1))
        return next((at for at in places if not self.rows[at].decided), max(0, count - 1))
