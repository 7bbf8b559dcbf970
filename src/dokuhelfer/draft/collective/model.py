"""Values of the cutting: persons of a round, pieces, cuts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import same_person
from dokuhelfer.draft.template.model import Area


class Gender(Enum):
    """What form of address says; decides which pronoun may mean a person."""

    FEMALE = auto()
    MALE = auto()
    UNKNOWN = auto()


_FEMALE = frozenset({"frau", "klientin", "bewohnerin", "patientin", "kundin", "ratsuchende"})
_MALE = frozenset({"herr", "klient", "bewohner", "patient", "kunde", "ratsuchender"})


class Correction(Enum):
    """„Nein, das war Herr Kolb“: whether a clause says whose the one before is."""

    NONE = auto()
    ONLY = auto()
    """It says nothing else."""
    MORE = auto()
    """It says that and more."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One way somebody is named: by name, by room, or both.

    Attributes:
        name: canonical name („Frau Keller“), None when only a room was said.
        room: „Zimmer 5“, None when it was not said.
        fact: the fact that carries the name, or the room.
    """

    name: str | None
    room: str | None
    fact: Fact

    @property
    def label(self) -> str:
        """How a draft calls this person."""
        return self.name or self.room or ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the round, as known so far."""

    name: str | None
    room: str | None
    first: Fact | None = None
    """The fact of the first mention; None for the person chosen beforehand."""

    @property
    def label(self) -> str:
        """How the drafts call this person."""
        return self.name or self.room or ""

    @property
    def gender(self) -> Gender:
        """By form of address."""
        word = (self.name or "").split(" ")[0].lower()
        if word in _FEMALE:
            return Gender.FEMALE
        return Gender.MALE if word in _MALE else Gender.UNKNOWN

    def may_be(self, mention: Mention) -> bool:
        """Whether a mention can mean this person: same name, no clash of rooms."""
        rooms_clash = bool(self.room and mention.room and self.room != mention.room)
        if mention.name is None or self.name is None:
            return bool(mention.room) and self.room == mention.room
        return same_person(self.name, mention.name) and not rooms_clash

    def known_as(self, mention: Mention) -> Person:
        """The same person with what a further mention adds."""
        return Person(self.name or mention.name, self.room or mention.room, self.first)


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of the cutting; begins anew where another person or kind begins.

    Attributes:
        item: clause and facts; numbers run through the dictation.
        turn: persons this clause turns to, empty when it turns to nobody.
        others: further persons it names who may belong to the round.
        contacts: persons it names as visitors, callers, informed ones.
        kind: template id this clause announces, None when it announces none.
        kind_at: token index of that announcement.
        heading_only: whether the clause says nothing beside announcing and naming.
        adds: whether it opens as an addition („ach so, und …“).
        doubtful: whether ``turn`` may be a caller or somebody informed and no person of
            the round.
        corrects: whether it corrects whom the clause before is about.
    """

    item: Item
    turn: tuple[Mention, ...] = ()
    others: tuple[Mention, ...] = ()
    contacts: tuple[Mention, ...] = ()
    kind: str | None = None
    kind_at: int = 0
    heading_only: bool = False
    adds: bool = False
    corrects: Correction = Correction.NONE
    doubtful: bool = False

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.item.clause


@dataclass(frozen=True, slots=True)
class Cut:
    """What one draft is made of.

    Attributes:
        person: label of the person, None for a draft about nobody or everybody.
        kind: id of the template.
        clauses: numbers of its clauses, ascending; one clause may be in several cuts.
    """

    person: str | None
    kind: str
    clauses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cutting:
    """A dictation, cut: the proposal that a person may join, split or re-assign.

    Attributes:
        pieces: the numbered clauses, finer than those of an ordinary draft.
        persons: the persons of the round in order of first mention.
        owners: for each clause the persons it is about (indices), the leading one first;
            empty when it is about nobody in particular or unclear whom.
        area: care or counselling, decides how another person is called.
        headings: clauses that only announce, and are no content.
        parted: the clauses that a person made two, one after the other (`finer.parted`).
    """

    pieces: tuple[Piece, ...]
    persons: tuple[Person, ...]
    owners: tuple[tuple[int, ...], ...]
    area: Area
    cuts: tuple[Cut, ...]
    headings: frozenset[int] = frozenset()
    parted: tuple[tuple[int, int], ...] = ()

    def corrected(self, number: int) -> bool:
        """Whether the clause behind says that another person was meant in this one."""
        following = number + 1
        return (
            following < len(self.pieces)
            and self.pieces[following].corrects is not Correction.NONE
            and bool(self.owners[following])
        )

    def whose(self, mention: Mention) -> tuple[int, ...]:
        """The persons a mention may mean."""
        return tuple(i for i, one in enumerate(self.persons) if one.may_be(mention))

    def person(self, label: str | None) -> int | None:
        """Index of the person of that label."""
        return next((i for i, one in enumerate(self.persons) if one.label == label), None)

    def unassigned(self) -> tuple[int, ...]:
        """Clauses in no cut, announcements apart."""
        taken = {number for cut in self.cuts for number in cut.clauses}
        return tuple(
            piece.clause.number
            for piece in self.pieces
            if piece.clause.number not in taken | self.headings
        )
