"""A Sammeldiktat before its drafts: are the cuts right? Join, split, re-assign, with undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dokuhelfer.draft.collective import edit
from dokuhelfer.draft.collective.apart import OwnDraft, apart
from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.collective.edit import Refusal, Refused
from dokuhelfer.draft.collective.finer import parted, places_in, pushed
from dokuhelfer.draft.collective.model import Cut, Cutting
from dokuhelfer.draft.model import Drafts, Span
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.review.history import History


@dataclass(frozen=True, slots=True)
class CutPiece:
    """One clause of an entry. ``number`` is what `split` and `place` take."""

    number: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the round, as it will become a draft.

    Attributes:
        person: None for an entry about nobody or everybody.
        kind: id of the template.
        pieces: its clauses in the order of speaking; a gap in their numbers is something
            said later that belongs here.
        confirmed: a person said that its borders are right.
    """

    person: str | None
    kind: str
    pieces: tuple[CutPiece, ...]
    confirmed: bool

    @property
    def text(self) -> str:
        """Its words as written."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class CutState:
    """One moment: the cuts and what somebody decided about them.

    Attributes:
        confirmed: cuts whose borders are right.
        left_out: clauses in no cut that a person leaves there.
    """

    cutting: Cutting
    confirmed: frozenset[Cut] = frozenset()
    left_out: frozenset[int] = frozenset()


class CutSession:
    """The proposed cuts of one dictation, changed by a person.

    Every move may raise `Refused` (of `draft.collective.edit`) with its reason and then
    changes nothing.
    """

    def __init__(self, collective: Collective) -> None:
        self._collective = collective
        cutting, self._prepared = collective.propose()
        self._history = History(CutState(cutting))

    @property
    def state(self) -> CutState:
        """Where it stands, as a value."""
        return self._history.now

    def take_up(self, state: CutState) -> None:
        """Go on where the cuts were left (`cuts_saved`); that is no move to be taken back."""
        self._history.amend(state)

    @property
    def prepared(self) -> Prepared:
        """The prepared dictation the cuts are made of."""
        return self._prepared

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in the order of speaking."""
        return tuple(
            Entry(cut.person, cut.kind, self._pieces(cut.clauses), cut in self.state.confirmed)
            for cut in self.state.cutting.cuts
        )

    @property
    def nowhere(self) -> tuple[CutPiece, ...]:
        """Clauses in no entry: „Wohin mit diesem Stück?“ is asked, never guessed."""
        return self._pieces(self.state.cutting.unassigned())

    @property
    def persons(self) -> tuple[str, ...]:
        """Everybody named, in the order of naming."""
        return tuple(person.label for person in self.state.cutting.persons)

    @property
    def ready(self) -> bool:
        """Whether every entry's borders were confirmed, and every clause beside them decided."""
        confirmed = all(cut in self.state.confirmed for cut in self.state.cutting.cuts)
        return confirmed and not self.undecided

    @property
    def undecided(self) -> tuple[int, ...]:
        """Clauses in no entry that nobody has decided about yet."""
        left_out = self.state.left_out
        return tuple(n for n in self.state.cutting.unassigned() if n not in left_out)

    def fits(self, index: int) -> None:
        """The borders of one entry are right."""
        cut = self._cut(index)
        self._step(replace(self.state, confirmed=self.state.confirmed | {cut}))

    def fits_all(self) -> None:
        """All borders are right."""
        self._step(replace(self.state, confirmed=frozenset(self.state.cutting.cuts)))

    def leave_out(self, clause: int) -> None:
        """A clause in no entry stays in none."""
        if clause not in self.state.cutting.unassigned():
            raise Refused(Refusal.NO_SUCH_CLAUSE)
        self._step(replace(self.state, left_out=self.state.left_out | {clause}))

    def join(self, first: int, second: int) -> None:
        """Two entries become one, of the first one's kind."""
        self._move(lambda cutting: edit.join(cutting, first, second))

    def split(self, index: int, clause: int) -> None:
        """One entry becomes two; the second begins with that clause."""
        self._move(lambda cutting: edit.split(cutting, index, clause))

    def place(self, clauses: tuple[int, ...], person: str | None, kind: str) -> None:
        """Clauses in no entry go to the entry of that person and kind, in one step."""
        self._known_kind(kind)

        def move(cutting: Cutting) -> Cutting:
            for clause in clauses:
                cutting = edit.reassign(cutting, clause, person, kind)
            return cutting

        self._move(move)

    def take_out(self, index: int, clauses: tuple[int, ...], person: str | None, kind: str) -> None:
        """Some clauses of an entry go to the entry of that person and kind, in one step."""
        self._known_kind(kind)
        self._move(lambda cutting: edit.hand_over(cutting, index, clauses, person, kind))

    def give_to(self, index: int, person: str | None) -> None:
        """A whole entry is about somebody else."""
        cut = self._cut(index)
        self.take_out(index, cut.clauses, person, cut.kind)

    def make_kind(self, index: int, kind: str) -> None:
        """A whole entry is of another kind."""
        cut = self._cut(index)
        self.take_out(index, cut.clauses, cut.person, kind)

    def shift_border(self, index: int, *, later: bool) -> None:
        """The border between an entry and the next one moves by one clause."""
        before, after = self._cut(index), self._cut(index + 1)
        giver, taker = (after, before) if later else (before, after)
        clause = giver.clauses[0] if later else giver.clauses[-1]
        self.take_out(index + later, (clause,), taker.person, taker.kind)

    def shift_border_by_word(self, index: int, *, later: bool) -> None:
        """The same by one word; a name, a time or a value moves as one."""
        giver = index + 1 if later else index
        clauses = (self._cut(index), self._cut(index + 1))[later].clauses
        number = clauses[0] if later else clauses[-1]
        places = places_in(self.state.cutting.pieces[number])
        if not places:
            self.shift_border(index, later=later)
            return
        at = places[0] if later else places[-1]
        state, taker = _parted(self.state, number, at), index if later else index + 1
        cut = state.cutting.cuts[taker]
        moved = number if later else number + 1
        self._move(
            lambda cutting: edit.hand_over(cutting, giver, (moved,), cut.person, cut.kind), state
        )

    def undo(self) -> None:
        """The last move is taken back; nothing happens where there is none."""
        self._history.undo()

    def redo(self) -> None:
        """The move taken back last is made again; nothing happens where there is none."""
        self._history.redo()

    def drafts(self) -> Drafts:
        """One checked draft for each entry, and what stands in none."""
        return self._collective.draft(self.state.cutting, self._prepared)

    def drafts_apart(self) -> tuple[OwnDraft, ...]:
        """The same, each from the words of its entry alone, for a case of its own."""
        return apart(self._collective, self.state.cutting, self._prepared)

    def _pieces(self, numbers: tuple[int, ...]) -> tuple[CutPiece, ...]:
        pieces = self.state.cutting.pieces
        return tuple(
            CutPiece(number, pieces[number].clause.text, pieces[number].clause.span)
            for number in numbers
        )

    def _cut(self, index: int) -> Cut:
        if not 0 <= index < len(self.state.cutting.cuts):
            raise Refused(Refusal.NO_SUCH_CUT)
        return self.state.cutting.cuts[index]

    def _known_kind(self, kind: str) -> None:
        if kind not in self._collective.templates:
            raise Refused(Refusal.NO_SUCH_KIND)

    def _move(self, move: Callable[[Cutting], Cutting], start: CutState | None = None) -> None:
        before = start or self.state
        cutting = move(before.cutting)
        confirmed = before.confirmed & frozenset(cutting.cuts)
        left_out = before.left_out & frozenset(cutting.unassigned())
        self._step(CutState(cutting, confirmed, left_out))

    def _step(self, state: CutState) -> None:
        if state != self.state:
            self._history.step(state)


def _parted(state: CutState, number: int, at: int) -> CutState:
    """The same with one clause as two; what was decided stays so."""
    left_out = frozenset(
        new
        for old in state.left_out
        for new in ((old, old + 1) if old == number else (old + (old > number),))
    )
    confirmed = frozenset(pushed(cut, number) for cut in state.confirmed)
    return CutState(parted(state.cutting, number, at), confirmed, left_out)
