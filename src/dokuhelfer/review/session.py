"""The review of one draft: stops in reading order, commands, undo, and the way to a release.

`ReviewSession` is the one object a front end talks to. It refuses what is not allowed now
with `Refused` and a reason; nothing else is ever raised for what a person does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, Scalar, Span
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review import answering, mishearing, redrafting, renewing, signing, speaking
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.edits import known_field, retyped
from dokuhelfer.review.effects import Effect, Result
from dokuhelfer.review.layout import DATE
from dokuhelfer.review.left_over import assigned, decided_line, typed_beside
from dokuhelfer.review.parts import Address, value_of
from dokuhelfer.review.redrafting import Redraft
from dokuhelfer.review.renewing import Renewed
from dokuhelfer.review.sheet import Sheet
from dokuhelfer.review.signed import Signed
from dokuhelfer.review.state import State, touching, with_mark
from dokuhelfer.review.stops import (
    Action,
    Answer,
    Fate,
    StopId,
    StopKind,
)
from dokuhelfer.review.vocabulary import Remember, remembered
from dokuhelfer.transcript.model import Transcript


class ReviewSession(Sheet):
    """One draft under review, with everything a person may do with it."""

    # --- reading ----------------------------------------------------------------------------

    def seen(self, id: StopId) -> None:
        """The stop was painted whole at the cursor as it stands. No step to undo."""
        place = self._place(id)
        if not self.state.is_seen(id):
            self._history.amend(with_mark(self.state, place, decided=False))
            self._paint()

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
        self._step(with_mark(self.state, self._place(id), decided=True))

    def reopen(self, id: StopId) -> None:
        """A decided stop is open again; a struck field comes back.

        Raises:
            Refused: `NOT_DECIDED`, `UNKNOWN_STOP`.
        """
        if not self.stop(id).decided:
            raise Refused(Refusal.NOT_DECIDED)
        self._step(redrafting.reopened(self.state, self._place(id)))

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
        state, result = answering.carried_out(self.state, dispute, choice, self.dictation)
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
            state = answering.without_entry(self.state, id.field, id.row or 0)
        else:
            state = answering.rejected(self.state, *place.fields)
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
        self._step(replace(self.state, draft=replace(self.draft, head=head)))

    # --- changing ---------------------------------------------------------------------------

    def edit(self, path: str, text: str) -> Result:
        """What a person typed in a part; an empty field's path enters it, blank text empties.

        Raises:
            Refused: `NOT_HERE`, `NO_VALUE`, `SAME_WORDS` where nothing changed.
        """
        self._refuse_signed()
        known_field(self.template, path)
        before = value_of(self.draft, path)
        draft = retyped(self.draft, self.template, path, text, self._today())
        field = Address.of(path).field
        if draft.fields[field].value == self.draft.fields[field].value:
            raise Refused(Refusal.SAME_WORDS, field)
        self._rewrite(touching(self.state, draft, field))
        return Result(path=path, remember=self._remember(before, text))

    def dictate(self, path: str, said: Transcript, *, instead: bool = False) -> None:
        """What was spoken into a part: behind what stands there, or instead of it.

        Args:
            said: of the second recording; its times continue those of the first.

        Raises:
            Refused: `NOT_HERE`, `NO_VALUE` where nothing was said that fits.
        """
        self._refuse_signed()
        self._rewrite(speaking.spoken_into(self.state, path, said, instead=instead))

    def set_back(self, to: State) -> None:
        """As it stood before, as a step of its own: one step back is what was done since.

        Args:
            to: a state this session had.
        """
        self._refuse_signed()
        self._step(to)

    def add_said(self, said: Transcript) -> None:
        """Words, or sound without words, that go into no part: the last stop lists them.

        Args:
            said: as in `dictate`.
        """
        self._refuse_signed()
        self._rewrite(speaking.said_beside(self.state, said))

    def add_typed(self, text: str) -> None:
        """Words typed for a part they do not fit: the last stop lists them."""
        self._refuse_signed()
        self._rewrite(typed_beside(self.state, text))

    def assign(self, line: int, path: str) -> None:
        """A line of the last stop goes into a text field.

        Raises:
            Refused: `NOT_HERE` where there is no such line or no such text.
        """
        self._refuse_signed()
        self._rewrite(assigned(self.state, self.dictation, line, path))

    def leave_out(self, line: int) -> None:
        """A line of the last stop is not taken over. Raises `Refused`: `NOT_HERE`."""
        self._refuse_signed()
        self._step(decided_line(self.state, self.dictation, line, Fate.LEFT_OUT)[0])

    def own_entry(self, line: int) -> Result:
        """A line of the last stop becomes an entry of its own. Raises `Refused`: `NOT_HERE`."""
        self._refuse_signed()
        state, found = decided_line(self.state, self.dictation, line, Fate.OWN_ENTRY)
        self._step(state)
        return Result(Effect.OWN_ENTRY, text=found.text, spans=found.spans)

    # --- drafting again ---------------------------------------------------------------------

    def redraft(self, make: Redraft, field: str | None = None) -> None:
        """One field or all drafted again; what differs is offered, never put in its place.

        Raises:
            Refused: `NOTHING_OFFERED` where nothing came out differently.
        """
        self._refuse_signed()
        self._rewrite(redrafting.offered(self.state, make, field))

    def renew(self, fresh: Draft, spared: Collection[str] = ()) -> Renewed:
        """The whole sheet as another engine drafted it, one step: see `renewing.renewed`.

        Args:
            fresh: of this transcript, template and context.
            spared: fields somebody is reading.

        Raises:
            Refused: `NOTHING_OFFERED` where nothing came out differently.
        """
        self._refuse_signed()
        state, result = renewing.renewed(self.state, fresh, spared)
        if result.replaced or result.offered:
            self._rewrite(state)
        return result

    def take_offer(self, id: StopId) -> None:
        """The other wording of a stop takes its place and is to be read. Raises `Refused`."""
        self._rewrite(redrafting.taken(self.state, self._offered(id)))

    def decline_offer(self, id: StopId) -> None:
        """What stands stays. Raises `Refused`: `NOTHING_OFFERED`."""
        self._step(redrafting.declined(self.state, self._offered(id)))

    def change(
        self, make: Redraft, *, template: Template | None = None, context: Context | None = None
    ) -> None:
        """Another template, person or shift: drafted again, what was changed by hand kept."""
        self._refuse_signed()
        self._rewrite(redrafting.changed(self.state, make, template, context))

    def put_right(self, span: Span, text: str, make: Redraft) -> Result:
        """Words of the dictation that were heard wrongly; what was drafted from them is new.

        Raises:
            Refused: `NOT_HERE`, `NO_VALUE`, `SAME_WORDS`.
        """
        self._refuse_signed()
        heard = self._utterance(span)
        self._rewrite(mishearing.put_right(self.state, span, text, make))
        return Result(remember=self._remember(heard, self._utterance(span)))

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
        self._signed = signing.signed(self.state, self._kind, self._before, initials, when)
        return self._signed

    def take_back(self) -> None:
        """What was signed could not be kept: it counts as never signed."""
        self._signed = None

    # --- inside ---------------------------------------------------------------------------

    def _today(self) -> date | None:
        recorded = self.state.context.recorded
        return None if recorded is None else recorded.date()

    def _utterance(self, span: Span) -> str:
        """The whole of it: „Frau“ before it is what makes a word a name."""
        segments = self.draft.transcript.segments
        return next((one.text for one in segments if one.id == span.segment), "")

    def _remember(self, before: Scalar | None, after: str) -> Remember | None:
        if not isinstance(before, str):
            return None
        return remembered(before, after, self._facts_of(after))
