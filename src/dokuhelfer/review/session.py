"""The review of one draft: stops in reading order, commands, undo, and the way to a release.

`ReviewSession` is the one object a front end talks to. It refuses what is not allowed now
with `Refused` and a reason; nothing else is ever raised for what a person does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review import answering, redrafting, signing, speaking
from dokuhelfer.review.answering import Effect, Result
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.edits import retyped
from dokuhelfer.review.emphasis import fact_ranges
from dokuhelfer.review.layout import DATE, Place
from dokuhelfer.review.left_over import assigned, decided_line
from dokuhelfer.review.parts import Address, value_of
from dokuhelfer.review.redrafting import Redraft
from dokuhelfer.review.signing import Signed, VersionKind
from dokuhelfer.review.state import State, settled, touching, with_mark
from dokuhelfer.review.stops import (
    Action,
    Answer,
    EmptyField,
    Fate,
    Progress,
    Range,
    Stop,
    StopId,
    StopKind,
)
from dokuhelfer.review.view import View
from dokuhelfer.review.vocabulary import Remember, remembered
from dokuhelfer.transcript.model import Transcript


class ReviewSession:
    """One draft under review.

    Args:
        draft: checked, of this template.
        before: the versions signed so far, when this becomes a further one.
        kind: what signing makes: the first version, a correction or a Nachtrag.
    """

    def __init__(
        self,
        draft: Draft,
        template: Template,
        context: Context,
        *,
        before: Sequence[Signed] = (),
        kind: VersionKind = VersionKind.FIRST,
    ) -> None:
        self._before = tuple(before)
        self._kind = kind
        self._signed: Signed | None = None
        self._state = signing.opened(State(draft, template, context), self._before, kind)
        self._past: list[State] = []
        self._future: list[State] = []
        self._dictation = Dictation(draft.transcript, template, context)
        self._facts: dict[str, tuple[Range, ...]] = {}
        self._stops: tuple[Stop, ...] | None = None

    # --- what is shown ----------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the review stands, as a value."""
        return self._state

    @property
    def draft(self) -> Draft:
        """The draft as it stands, with what is decided of each field."""
        return self._state.draft

    @property
    def template(self) -> Template:
        """The template it is read by."""
        return self._state.template

    @property
    def signed(self) -> Signed | None:
        """The version that was signed; None while it is read."""
        return self._signed

    @property
    def versions(self) -> tuple[Signed, ...]:
        """All versions signed so far, the oldest first."""
        return self._before if self._signed is None else (*self._before, self._signed)

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops in reading order."""
        if self._stops is None:
            self._stops = View(self._state, self.dictation, self._facts_of).stops()
        return self._stops

    @property
    def dictation(self) -> Dictation:
        """The dictation behind the draft as it now stands."""
        state, known = self._state, self._dictation
        wanted = (state.draft.transcript, state.template, state.context)
        if wanted != (known.transcript, known.template, known.context):
            self._dictation = Dictation(*wanted)
        return self._dictation

    @property
    def not_dictated(self) -> tuple[EmptyField, ...]:
        """The fields of which nothing was said, those that are stops of their own apart."""
        return tuple(
            EmptyField(field.id, field.label)
            for field in self.template.fields
            if self.draft.fields[field.id].value is None
            and not field.required
            and field.id != UNPLACED
        )

    @property
    def progress(self) -> Progress:
        """How far the reading is."""
        left = [stop for stop in self.stops if not stop.decided]
        blocked = sum(stop.blocked for stop in left)
        first = left[0].id if left else None
        return Progress(len(self.stops), len(left), blocked, first)

    def stop(self, id: StopId) -> Stop:
        """The stop of that id.

        Raises:
            Refused: `UNKNOWN_STOP`.
        """
        for stop in self.stops:
            if stop.id == id:
                return stop
        raise Refused(Refusal.UNKNOWN_STOP)

    # --- reading ----------------------------------------------------------------------------

    def seen(self, id: StopId) -> None:
        """The stop was painted whole at the cursor as it stands. No step to undo."""
        place = self._place(id)
        if not self._state.is_seen(id):
            self._become(with_mark(self._state, place, decided=False))

    def confirm(self, id: StopId) -> None:
        """Space: what stands there fits.

        Raises:
            Refused: `NOT_SEEN`, `BLOCK_OPEN`, `ALREADY_DECIDED`, `UNKNOWN_STOP`.
        """
        stop = self._undecided(id)
        if not stop.seen:
            raise Refused(Refusal.NOT_SEEN)
        if stop.blocked:
            raise Refused(Refusal.BLOCK_OPEN)
        self._step(with_mark(self._state, self._place(id), decided=True))

    def reopen(self, id: StopId) -> None:
        """A decided stop is open again; a struck field comes back.

        Raises:
            Refused: `NOT_DECIDED`, `UNKNOWN_STOP`.
        """
        if not self.stop(id).decided:
            raise Refused(Refusal.NOT_DECIDED)
        self._step(redrafting.reopened(self._state, self._place(id)))

    def answer(self, id: StopId, digit: int) -> Result:
        """A digit at the first open finding of a stop.

        Raises:
            Refused: `NO_SUCH_CHOICE`, `NOT_HERE`, `NOT_SEEN`, `NO_VALUE`, `ALREADY_DECIDED`.
        """
        stop = self._undecided(id)
        dispute = stop.dispute
        choices = dispute.choices if dispute is not None else ()
        choice = next((one for one in choices if one.digit == digit), None)
        if dispute is None or choice is None:
            raise Refused(Refusal.NO_SUCH_CHOICE)
        if choice.answer is Answer.LEAVE_EMPTY:
            self.confirm(id)
            return Result()
        if id == DATE:
            self.choose_date(self.draft.head.date_choices[digit - 1])
            return Result()
        if choice.answer in (Answer.STRIKE, Answer.OWN_ENTRY) and not stop.seen:
            raise Refused(Refusal.NOT_SEEN)
        state, result = answering.carried_out(self._state, dispute, choice, self.dictation)
        if result.effect is not Effect.EDIT:
            self._rewrite(state, self._place(id))
        return result

    def strike(self, id: StopId) -> None:
        """All of a stop is struck; it goes into no document.

        Raises:
            Refused: `NOT_SEEN`, `NOT_HERE`, `ALREADY_DECIDED`.
        """
        stop = self._undecided(id)
        if Action.STRIKE not in stop.actions:
            raise Refused(Refusal.NOT_HERE if stop.seen else Refusal.NOT_SEEN)
        place = self._place(id)
        if id.kind is StopKind.ROW:
            state = answering.without_entry(self._state, id.field, id.row or 0)
        else:
            state = answering.rejected(self._state, *place.fields)
        self._rewrite(state, place)

    def choose_date(self, day: str) -> None:
        """The day of the event, ISO.

        Raises:
            Refused: `NO_VALUE` for what is no day.
        """
        self._refuse_signed()
        try:
            date.fromisoformat(day)
        except ValueError:
            raise Refused(Refusal.NO_VALUE) from None
        head = replace(self.draft.head, date=day)
        self._step(replace(self._state, draft=replace(self.draft, head=head)))

    # --- changing ---------------------------------------------------------------------------

    def edit(self, path: str, text: str) -> Result:
        """What a person typed in a part; an empty field's path enters it, blank text empties.

        Raises:
            Refused: `NOT_HERE`, `NO_VALUE`, `SAME_WORDS` where nothing changed.
        """
        self._refuse_signed()
        before = self._text(path)
        draft = retyped(self.draft, self.template, path, text, self._today())
        field = Address.of(path).field
        if draft.fields[field].value == self.draft.fields[field].value:
            raise Refused(Refusal.SAME_WORDS, field)
        self._rewrite(touching(self._state, draft, field))
        return Result(path=path, remember=self._remember(before, text))

    def dictate(self, path: str, said: Transcript, *, instead: bool = False) -> None:
        """What was spoken into a part: behind what stands there, or instead of it.

        Args:
            said: of the second recording; its times continue those of the first.

        Raises:
            Refused: `NOT_HERE`, `NO_VALUE` where nothing was said that fits.
        """
        self._refuse_signed()
        self._rewrite(speaking.spoken_into(self._state, path, said, instead=instead))

    def assign(self, line: int, path: str) -> None:
        """A line of the last stop goes into a text field.

        Raises:
            Refused: `NOT_HERE` where there is no such line or no such text.
        """
        self._refuse_signed()
        self._rewrite(assigned(self._state, self.dictation, line, path))

    def leave_out(self, line: int) -> None:
        """A line of the last stop is not taken over. Raises `Refused`: `NOT_HERE`."""
        self._refuse_signed()
        self._step(decided_line(self._state, self.dictation, line, Fate.LEFT_OUT)[0])

    def own_entry(self, line: int) -> Result:
        """A line of the last stop becomes an entry of its own. Raises `Refused`: `NOT_HERE`."""
        self._refuse_signed()
        state, found = decided_line(self._state, self.dictation, line, Fate.OWN_ENTRY)
        self._step(state)
        return Result(Effect.OWN_ENTRY, text=found.text, spans=found.spans)

    # --- drafting again ---------------------------------------------------------------------

    def redraft(self, make: Redraft, field: str | None = None) -> None:
        """One field or all drafted again; what differs is offered, never put in its place.

        Raises:
            Refused: `NOTHING_OFFERED` where nothing came out differently.
        """
        self._refuse_signed()
        self._rewrite(redrafting.offered(self._state, make, field))

    def take_offer(self, id: StopId) -> None:
        """The other wording of a stop takes its place and is to be read. Raises `Refused`."""
        self._rewrite(redrafting.taken(self._state, self._offered(id)))

    def decline_offer(self, id: StopId) -> None:
        """What stands stays. Raises `Refused`: `NOTHING_OFFERED`."""
        self._step(redrafting.declined(self._state, self._offered(id)))

    def change(
        self, make: Redraft, *, template: Template | None = None, context: Context | None = None
    ) -> None:
        """Another template, person or shift: drafted again, what was changed by hand kept."""
        self._refuse_signed()
        self._rewrite(redrafting.changed(self._state, make, template, context))

    # --- undo -------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past) and self._signed is None

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was done since."""
        return bool(self._future) and self._signed is None

    def undo(self) -> None:
        """The last step is taken back, a confirmation too. Raises `Refused`."""
        self._back_and_forth(self._past, self._future)

    def redo(self) -> None:
        """The step taken back last is done again. Raises `Refused`."""
        self._back_and_forth(self._future, self._past)

    # --- signing off ------------------------------------------------------------------------

    def sign_off(self, initials: str, when: datetime) -> Signed:
        """Release what stands there.

        Raises:
            Refused: `UNDECIDED_LEFT` while a stop is open, and what `decision.release` does.
        """
        self._refuse_signed()
        if not self.progress.ready:
            blocked = self.progress.to_clarify
            raise Refused(Refusal.BLOCK_OPEN if blocked else Refusal.UNDECIDED_LEFT)
        self._signed = signing.signed(self._state, self._kind, self._before, initials, when)
        return self._signed

    # --- inside -----------------------------------------------------------------------------

    def _place(self, id: StopId) -> Place:
        self._refuse_signed()
        for place in self._state.places():
            if place.id == id:
                return place
        raise Refused(Refusal.UNKNOWN_STOP)

    def _undecided(self, id: StopId) -> Stop:
        self._refuse_signed()
        stop = self.stop(id)
        if stop.decided:
            raise Refused(Refusal.ALREADY_DECIDED)
        return stop

    def _offered(self, id: StopId) -> Place:
        place = self._place(id)
        if self.stop(id).offer is None:
            raise Refused(Refusal.NOTHING_OFFERED)
        return place

    def _refuse_signed(self) -> None:
        if self._signed is not None:
            raise Refused(Refusal.SIGNED)

    def _rewrite(self, state: State, struck: Place | None = None) -> None:
        """A step that changed words: checked again at once.

        ``struck``: a stop with nothing left when its last words were taken is decided.
        """
        dictation = Dictation(state.draft.transcript, state.template, state.context)
        if dictation != self.dictation:
            self._dictation = dictation
        state = settled(replace(state, draft=self._dictation.checked(state.draft)))
        if struck is not None:
            state = answering.with_struck_decided(state, struck.id)
        self._step(state)

    def _step(self, state: State) -> None:
        self._past.append(self._state)
        self._future.clear()
        self._become(settled(state))

    def _back_and_forth(self, source: list[State], target: list[State]) -> None:
        self._refuse_signed()
        if not source:
            raise Refused(Refusal.NOTHING_TO_UNDO)
        target.append(self._state)
        self._become(source.pop())

    def _become(self, state: State) -> None:
        self._state = state
        self._stops = None

    def _facts_of(self, text: str) -> tuple[Range, ...]:
        if text not in self._facts:
            self._facts[text] = fact_ranges(text, self._state.context)
        return self._facts[text]

    def _today(self) -> date | None:
        recorded = self._state.context.recorded
        return None if recorded is None else recorded.date()

    def _text(self, path: str) -> str:
        address = Address.of(path)
        if address.field not in self.draft.fields:
            return ""
        value = value_of(self.draft, path)
        return "" if value is None else str(value)

    def _remember(self, before: str, after: str) -> Remember | None:
        return remembered(before, after, self._facts_of(after)) if before else None
