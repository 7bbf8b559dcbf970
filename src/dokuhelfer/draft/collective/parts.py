"""From clauses with their persons to cuts: visits to a person, joined by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dokuhelfer.draft.collective import kinds
from dokuhelfer.draft.collective.headings import LISTS, measures
from dokuhelfer.draft.collective.model import Correction, Cut, Person, Piece
from dokuhelfer.draft.collective.whose import repeats
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.template.model import Area

Owners = Sequence[tuple[int, ...]]


@dataclass(slots=True)
class Part:
    """What is said of one person in one go.

    Attributes:
        announced: kind said for this part itself.
        list_kind: kind of the list the part stands in, said for several persons.
        head: number of that list's heading when it carries a time, for all in the list.
    """

    person: int | None
    announced: str | None = None
    list_kind: str | None = None
    head: int | None = None
    adds: bool = False
    numbers: list[int] = field(default_factory=list)
    kind: str | None = None


class Gatherer:
    """Walks through the clauses and gathers parts."""

    def __init__(self, pieces: Sequence[Piece], owners: Owners, common: frozenset[str]) -> None:
        self.parts: list[Part] = []
        self.shared: dict[int, list[int]] = {}
        self.headings: set[int] = set()
        self._pieces = pieces
        self._owners = owners
        self._common = common
        self._list: tuple[str, int | None] | None = None
        self._announced: str | None = None
        self._part: Part | None = None
        self._handover: Part | None = None

    def run(self) -> Gatherer:
        """Gather everything."""
        for number, piece in enumerate(self._pieces):
            if piece.kind is not None:
                self._hear(piece, number)
            if self._ends_common(piece):
                self._handover = None
            if self._handover is not None:
                self._handover.numbers.append(number)
            elif piece.corrects is Correction.ONLY:
                self._turn(piece, number)
            elif not piece.heading_only or piece.turn:
                self._give(piece, number)
        return self

    def _hear(self, piece: Piece, number: int) -> None:
        kind = piece.kind
        if kind in self._common:
            self._handover = Part(None, announced=kind)
            self.parts.append(self._handover)
            return
        if self._handover is not None and kind in LISTS:
            return
        self._handover = None
        if piece.heading_only:
            self.headings.add(number)
        if self._before_person(piece, number):
            self._announced = kind
            if kind in LISTS or kind == kinds.REPORT:
                carried = piece.item.has(FactKind.TIME) or measures(piece.item.text)
                self._list = (kind, number if carried and not piece.turn else None)
                self._announced = None if not piece.turn else kind
        elif self._part is not None or piece.turn:
            self._announced = kind
            if not piece.turn and self._part is not None:
                self._open(self._part.person, number)

    def _ends_common(self, piece: Piece) -> bool:
        """A record of an event amid a round ends where the next room is named."""
        if self._handover is None or self._handover.announced == kinds.HANDOVER:
            return False
        amid = any(own for own in self._owners[: (self._handover.numbers or [0])[0]])
        return amid and any(mention.room for mention in piece.turn)

    def _before_person(self, piece: Piece, number: int) -> bool:
        if piece.turn:
            return piece.kind_at < piece.turn[0].fact.tokens[0]
        following = self._pieces[number + 1] if number + 1 < len(self._pieces) else None
        return self._part is None or (following is not None and bool(following.turn))

    def _open(self, person: int | None, number: int) -> None:
        listed, head = self._list or (None, None)
        self._part = Part(person, self._announced, listed, head, self._pieces[number].adds)
        self._announced = None
        self.parts.append(self._part)

    def _give(self, piece: Piece, number: int) -> None:
        owners = self._owners[number]
        if piece.turn and owners and not self._continues(piece, owners):
            self._turn(piece, number)
        if not owners:
            self._nobody(piece, number)
            return
        for person in owners:
            if self._part is not None and self._part.person == person:
                self._part.numbers.append(number)
            else:
                self.shared.setdefault(person, []).append(number)

    def _continues(self, piece: Piece, owners: Sequence[int]) -> bool:
        """Whether a person only is named again while being spoken of."""
        if self._part is None or self._part.person != owners[0] or len(piece.turn) > 1:
            return False
        return self._announced is None and not repeats(piece)

    def _turn(self, piece: Piece, number: int) -> None:
        """A new part; not for several persons at once, who share what is said of them."""
        if len(piece.turn) > 1 or repeats(piece) or not self._owners[number]:
            self._part = None
        else:
            self._open(self._owners[number][0], number)

    def _nobody(self, piece: Piece, number: int) -> None:
        if any(self._owners):
            return
        if self._part is None or self._announced is not None:
            self._open(None, number)
        if self._part is not None:
            self._part.numbers.append(number)


def cuts_of(
    gathered: Gatherer,
    pieces: Sequence[Piece],
    persons: Sequence[Person],
    area: Area,
    available: frozenset[str],
) -> tuple[Cut, ...]:
    """The cuts, in the order in which persons and kinds come up."""
    parts = [part for part in gathered.parts if part.numbers]
    _decide(parts, pieces, area, available)
    found: dict[tuple[int | None, str], set[int]] = {}
    for part in parts:
        own = found.setdefault((part.person, part.kind or ""), set())
        own.update(part.numbers)
        if part.head is not None and part.kind == part.list_kind and not _timed(part, pieces):
            own.add(part.head)
    for person, shared in gathered.shared.items():
        said = [pieces[number] for number in shared]
        key = _home(person, list(found), said) or (person, kinds.kind_of(said, area, available))
        found.setdefault(key, set()).update(shared)
    made = [
        Cut(None if person is None else persons[person].label, kind, tuple(sorted(clauses)))
        for (person, kind), clauses in found.items()
    ]
    telling = [cut for cut in made if not set(cut.clauses) <= gathered.headings]
    return tuple(sorted(telling or made, key=lambda cut: _first(cut, gathered)))


def _first(cut: Cut, gathered: Gatherer) -> int:
    return next((n for n in cut.clauses if n not in gathered.headings), cut.clauses[0])


def _timed(part: Part, pieces: Sequence[Piece]) -> bool:
    """Whether a part has a time of its own and needs none of its list's heading."""
    if part.head is not None and measures(pieces[part.head].item.text):
        return False
    return any(pieces[number].item.has(FactKind.TIME) for number in part.numbers)


def _home(
    person: int, known: Sequence[tuple[int | None, str]], shared: Sequence[Piece]
) -> tuple[int | None, str] | None:
    """Where a statement shared with others belongs: a person's narrative before their lists."""
    own = [key for key in known if key[0] == person]
    narrative = next((key for key in own if key[1] not in LISTS), None)
    return narrative or next((key for key in own if kinds.belongs(key[1], shared)), None)


def _decide(
    parts: Sequence[Part], pieces: Sequence[Piece], area: Area, available: frozenset[str]
) -> None:
    for part in parts:
        own = [pieces[number] for number in part.numbers]
        if part.announced is not None and part.announced in available:
            part.kind = part.announced
        elif part.list_kind in available and kinds.fits(part.list_kind or "", own):
            part.kind = part.list_kind
    for at, part in enumerate(parts):
        own = [pieces[number] for number in part.numbers]
        if part.kind is None and (part.adds or area is Area.BERATUNG):
            part.kind = _earlier(part, parts[:at], own)
        if part.kind is None:
            part.kind = kinds.kind_of(own, area, available)
    _settle_single_values(parts)


def _earlier(part: Part, before: Sequence[Part], own: Sequence[Piece]) -> str | None:
    """The kind an addition joins: that of what was said of the person before, if it fits."""
    known = [other.kind for other in reversed(before) if other.person == part.person]
    return next((kind for kind in known if kind and kinds.belongs(kind, own)), None)


def _settle_single_values(parts: Sequence[Part]) -> None:
    """Measurements of one person beside a narrative stay in it, unless several have lists."""
    bare = [part for part in parts if part.kind == kinds.VITALS and _unannounced(part)]
    if len({part.person for part in bare}) > 1:
        return
    for part in bare:
        told = next(
            (
                other.kind
                for other in parts
                if other.person == part.person and other.kind not in LISTS
            ),
            None,
        )
        part.kind = told or part.kind


def _unannounced(part: Part) -> bool:
    return part.announced is None and part.list_kind is None
