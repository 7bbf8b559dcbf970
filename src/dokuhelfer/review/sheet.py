"""A draft under review with all that is around it: history, what is shown of it, versions."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Self

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review import answering, signing
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.emphasis import fact_ranges
from dokuhelfer.review.history import History
from dokuhelfer.review.layout import Place
from dokuhelfer.review.reading import Reading
from dokuhelfer.review.signed import Signed, VersionKind
from dokuhelfer.review.state import State, settled
from dokuhelfer.review.stops import (
    EmptyField,
    Progress,
    Range,
    Stop,
    StopId,
)


class Sheet:
    """One draft with its history. What may be done with it is `session.ReviewSession`.

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
        first = signing.opened(State(draft, template, context), self._before, kind)
        self._history = History(first)
        self._origin: State | None = None
        self._facts: dict[str, tuple[Range, ...]] = {}
        dictation = Dictation(draft.transcript, template, context)
        self._reading = Reading(first, dictation, self._facts_of)

    def take_up(self, state: State) -> None:
        """Go on where a review was put away (`saved.from_json`); there is no step before it."""
        self._refuse_signed()
        self._history = History(state)
        self._paint()

    # --- in another thread ------------------------------------------------------------------

    def fork(self) -> Self:
        """The same review as an object of its own, to carry out a slow command beside a window.

        Ask it for ``stops`` there as well: what was painted comes along with `adopt`.
        """
        other = copy(self)
        other._history = self._history.copy()
        other._facts = dict(self._facts)
        other._reading = Reading(self.state, self.dictation, other._facts_of)
        other._origin = self.state
        return other

    def adopt(self, fork: Self) -> None:
        """Go on where a fork arrived.

        Raises:
            Refused: `CHANGED_MEANWHILE` where something else was done here since; nothing of
                it is lost, the command has to be given again.
        """
        if fork._origin is not self.state or self._signed is not None:
            raise Refused(Refusal.CHANGED_MEANWHILE)
        self._history, self._facts = fork._history, fork._facts
        self._reading, self._signed = fork._reading, fork._signed

    # --- what is shown ----------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the review stands, as a value."""
        return self._history.now

    @property
    def draft(self) -> Draft:
        """The draft as it stands, with what is decided of each field."""
        return self.state.draft

    @property
    def template(self) -> Template:
        """The template it is read by."""
        return self.state.template

    @property
    def signed(self) -> Signed | None:
        """The version that was signed; None while it is read."""
        return self._signed

    @property
    def versions(self) -> tuple[Signed, ...]:
        """All versions signed so far, the oldest first."""
        return self._before if self._signed is None else (*self._before, self._signed)

    @property
    def dictation(self) -> Dictation:
        """The dictation behind the draft as it now stands."""
        return self._reading.dictation

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops in reading order."""
        return self._reading.stops

    @property
    def not_dictated(self) -> tuple[EmptyField, ...]:
        """The fields of which nothing was said, those that are stops of their own apart."""
        return self._reading.not_dictated

    @property
    def progress(self) -> Progress:
        """How far the reading is."""
        return self._reading.progress

    def stop(self, id: StopId) -> Stop:
        """The stop of that id. Raises `Refused`: `UNKNOWN_STOP`."""
        return self._reading.stop(id)

    # --- undo -------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo and self._signed is None

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and nothing was done since."""
        return self._history.can_redo and self._signed is None

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return self._history.steps

    def undo(self) -> None:
        """The last step is taken back, a confirmation too. Raises `Refused`."""
        self._refuse_signed()
        self._moved(self._history.undo())

    def redo(self) -> None:
        """The step taken back last is done again. Raises `Refused`."""
        self._refuse_signed()
        self._moved(self._history.redo())

    # --- inside -----------------------------------------------------------------------------

    def _place(self, id: StopId) -> Place:
        self._refuse_signed()
        return self._reading.place(id)

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
        dictation = self._dictation_of(state)
        state = settled(replace(state, draft=dictation.checked(state.draft)))
        if struck is not None:
            state = answering.with_struck_decided(state, struck.id)
        self._step(state)

    def _step(self, state: State) -> None:
        self._history.step(settled(state))
        self._paint()

    def _moved(self, happened: bool) -> None:
        if not happened:
            raise Refused(Refusal.NOTHING_TO_UNDO)
        self._paint()

    def _paint(self) -> None:
        state = self._history.now
        self._reading = Reading(state, self._dictation_of(state), self._facts_of)

    def _dictation_of(self, state: State) -> Dictation:
        """The dictation of a state; taken apart anew only where it is another one."""
        wanted = Dictation(state.draft.transcript, state.template, state.context)
        return self.dictation if wanted == self.dictation else wanted

    def _facts_of(self, text: str) -> tuple[Range, ...]:
        if text not in self._facts:
            self._facts[text] = fact_ranges(text, self.state.context)
        return self._facts[text]
