"""What is done to one draft while it is read; `work.Work` adds how it comes about.

Used in the lane only (`ui.lane`); what leaves it are values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from dokuhelfer.draft.model import Draft
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.effects import Effect, Result
from dokuhelfer.review.parts import Address
from dokuhelfer.review.renewing import Renewed
from dokuhelfer.review.signed import Signed, VersionKind
from dokuhelfer.review.sounding import Sound, sounds_at
from dokuhelfer.review.stops import Part, Stop, StopKind
from dokuhelfer.review.vocabulary import Remember
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui import redrafts
from dokuhelfer.ui.orders import Order, Source
from dokuhelfer.ui.page import Page, words_of
from dokuhelfer.ui.page import Stop as ShownStop
from dokuhelfer.ui.redrafts import Redoable, redoable, source_of
from dokuhelfer.ui.rows import Spot, found_again, replaceable, row_mark, text_member
from dokuhelfer.ui.said import Said, said_of
from dokuhelfer.ui.showing import page_of
from dokuhelfer.ui.unfinished import Unfinished, place_of
from dokuhelfer.ui.versions import title_of

if TYPE_CHECKING:
    from dokuhelfer.review.session import ReviewSession

_NOTHING_LOST = frozenset({"", "same_words"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a command.

    Attributes:
        page: the sheet as it stands now.
        refused: why nothing was done; "" where it was.
        edit: what is to be edited now, at the cursor of ``page``; one of these, if there are any.
        blank: ``edit`` is an empty field that is no stop.
        remember: a name or drug that was corrected, and may be expected from now on.
        replanned: person or template are others now.
    """

    page: Page
    refused: str = ""
    edit: tuple[Part, ...] = ()
    blank: bool = False
    remember: Remember | None = None
    replanned: bool = False


@dataclass(frozen=True, slots=True)
class Redone:
    """What came of drafting again; ``refused`` says why nothing."""

    shown: Shown
    result: Renewed = Renewed()
    refused: str = ""


@dataclass(kw_only=True)
class ReadWork:
    """A draft with its review.

    Attributes:
        session: None while there is no draft yet.
        signed: what was signed; it may still have to be kept.
        cursor: index of the stop that is read.
        audible: there is a recording to listen to.
        before: the versions signed so far, where this is a further one; ``kind`` says which.
        unfinished: what stands in its editor; kept with it, and no part of it yet.
    """

    session: ReviewSession | None = None
    signed: Signed | None = None
    cursor: int = 0
    audible: bool = False
    before: tuple[Signed, ...] = ()
    kind: VersionKind = VersionKind.FIRST
    unfinished: Unfinished | None = None

    # --- reading ---------------------------------------------------------------------------

    @property
    def _session(self) -> ReviewSession:
        assert self.session is not None  # noqa: S101 - nothing is read before it is drafted
        return self.session

    def page(self) -> Page:
        """The sheet as it stands."""
        page = page_of(self._session, self.cursor, audible=self.audible)
        if not self.before:
            return page
        return replace(page, title=title_of(self.kind, page.title, self.before[-1].release.when))

    def show(self) -> Shown:
        """The sheet, nothing done."""
        return Shown(self.page())

    def hear(self, *, audible: bool) -> Shown:
        """There is a recording, or there is none any more."""
        self.audible = audible
        return self.show()

    def said(self) -> Said:
        """The dictation behind it, and where its words went."""
        return said_of(self._session)

    def sounds_at(self, index: int) -> tuple[Sound, ...]:
        """Where a stop's words can be heard."""
        stops = self._session.stops
        if index >= len(stops):
            return ()
        return sounds_at(self._session.draft.transcript, stops[index])

    def move(self, to: int) -> Shown:
        """The reader went to another stop."""
        self.cursor = max(0, min(to, len(self._session.stops) - 1))
        return self.show()

    def move_to_open(self, step: int) -> Shown:
        """To the next (1) or previous (−1) stop that is not decided."""
        stops = self._session.stops
        count = len(stops)
        for distance in range(1, count + 1):
            index = (self.cursor + step * distance) % count
            if not stops[index].decided:
                return self.move(index)
        return self.show()

    def seen(self, shown: ShownStop) -> None:
        """It was painted whole at the cursor in this wording."""
        stop = self._here(shown)
        if stop is not None and not stop.decided:
            self._session.seen(stop.id)

    def confirm(self, shown: ShownStop) -> Shown:
        """Space; goes to the next open stop."""
        stop = self._here(shown)
        if stop is None:
            return self.show()
        if stop.decided:
            return self.move_to_open(1)
        result = self._done(lambda: self._session.confirm(stop.id))
        return result if result.refused else self._onward()

    def answer(self, shown: ShownStop, digit: int) -> Shown:
        """A digit at the finding; 3 also where there is none, to strike."""
        stop = self._here(shown)
        if stop is None or stop.decided:
            return self.show()
        if stop.dispute is None and stop.offer is not None and digit in (1, 2):
            take = self._session.take_offer if digit == 1 else self._session.decline_offer
            return self._done(lambda: take(stop.id))
        if stop.dispute is None or not stop.dispute.choices:
            if digit != 3:
                return self.show()
            struck = self._done(lambda: self._session.strike(stop.id))
            return struck if struck.refused else self._onward()
        try:
            result = self._session.answer(stop.id, digit)
        except Refused as refused:
            return Shown(self.page(), refused=refused.reason.value)
        if result.effect is Effect.EDIT:
            return Shown(self.page(), edit=self._to_edit(stop, result))
        self.cursor = min(self.cursor, len(self._session.stops) - 1)
        after = next((one for one in self._session.stops if one.id == stop.id), None)
        return self._onward() if after is None or after.decided else self.show()

    def hold(self, path: str, text: str) -> None:
        """This stands in the editor of a part."""
        self.unfinished = Unfinished.of(self._session.draft, path, text)

    def let_go(self) -> None:
        """What stood in the editor is discarded."""
        self.unfinished = None

    def open_up(self) -> Shown:
        """The sheet; what an earlier window had in its editor is there again, to be applied.

        What belongs nowhere any more is listed by the last stop.
        """
        held = self.unfinished
        if held is None or self.signed is not None:
            return self.show()
        number, part, field = place_of(held, self._session.draft, self._session.stops)
        if part is None and not field:
            return self._listed(held.text)
        if part is None:
            number = self._required(field)
        if number is not None:
            self.cursor = number
        part = replace(part or self._empty_part(field), editable=held.text, values=())
        return Shown(self.page(), refused="unfinished", edit=(part,), blank=number is None)

    def _required(self, field: str) -> int | None:
        """The stop of a required field that is empty; others have none."""
        for number, stop in enumerate(self._session.stops):
            if stop.id.kind is StopKind.MISSING and stop.id.field == field:
                return number
        return None

    def edit(self, path: str, text: str) -> Shown:
        """What was typed into a part."""
        before = {stop.id for stop in self._session.stops}
        result = self._done(lambda: self._session.edit(path, text))
        if result.refused in _NOTHING_LOST:
            self._applied(path)
        new = [n for n, stop in enumerate(self._session.stops) if stop.id not in before]
        if new:  # an empty field was entered
            return replace(self.move(new[0]), remember=result.remember)
        return result

    def take_over(self, path: str, text: str) -> Shown:
        """What was typed into a part that is left; what does not fit there is listed by the
        last stop."""
        result = self.edit(path, text)
        if result.refused in _NOTHING_LOST or not text.strip():
            self._applied(path)
            return result
        return self._listed(text)

    def _applied(self, path: str) -> None:
        if self.unfinished is not None and self.unfinished.path == path:
            self.unfinished = None

    def _listed(self, text: str) -> Shown:
        shown = self._done(lambda: self._session.add_typed(text))
        if not shown.refused:
            self.unfinished = None
        return replace(shown, refused=shown.refused or "typed_at_end")

    def dictate(
        self, path: str, said: Transcript, row: str = "", *, instead: bool = False
    ) -> Shown:
        """What was spoken into a part; what does not fit there is listed by the last stop.

        Args:
            row: mark of the entry it was spoken into; where it is gone the words fit nowhere.
            instead: of what stands there, where that is a text; a value is replaced anyhow.
        """
        if said.has_words:
            now = found_again(self._session.draft, path, row)
            if now is not None:
                shown = self._done(lambda: self._session.dictate(now, said, instead=instead))
                if not shown.refused:
                    return shown
        elif not said.skipped:
            return Shown(self.page(), refused="nothing_heard")
        shown = self._done(lambda: self._session.add_said(said))
        return replace(shown, refused=shown.refused or "said_at_end")

    def dictate_in_vain(
        self, path: str, said: Transcript, row: str = "", *, instead: bool = False
    ) -> Shown:
        """What was spoken and dropped: all is as before, one step back it stands there."""
        before = self._session.state
        if self.dictate(path, said, row, instead=instead).refused == "nothing_heard":
            return self.show()
        shown = self._done(lambda: self._session.set_back(before))
        return replace(shown, refused=shown.refused or "dropped")

    def spot(self) -> Spot:
        """What is spoken into at the cursor."""
        stops = self._session.stops
        if self.cursor >= len(stops):
            return Spot()
        stop, shown = stops[self.cursor], self.page().stops[self.cursor].id
        if stop.id.kind is StopKind.MISSING:
            return Spot(f"/{stop.id.field}", shown)
        if not stop.parts:
            return Spot()
        path = self._spoken_part(stop)
        draft, template = self._session.draft, self._session.template
        can_be = stop.id.kind is not StopKind.LEFT_OVER and replaceable(draft, template, path)
        return Spot(path, shown, row_mark(draft, path), can_be)

    def _spoken_part(self, stop: Stop) -> str:
        """The first part; of an entry its text, never whose entry it is."""
        session, first = self._session, Address.of(stop.parts[0].path)
        if first.member is None:
            return first.path
        member = text_member(session.template, first.field) or first.member
        return replace(first, member=member).path

    def source(self) -> Source | None:
        """What it was drafted from; None where nothing was said."""
        return source_of(self._session)

    def redoable(self) -> Redoable | None:
        """What can be drafted again; None where nothing was said, or it is signed."""
        return None if self.signed is not None else redoable(self._session, self.cursor)

    def renew(self, order: Order, made: Draft, *, at_all: bool = False) -> Redone:
        """Another engine's draft is there: see `redrafts.renew`."""
        try:
            if self.signed is not None:
                raise Refused(Refusal.SIGNED)
            result = redrafts.renew(self._session, self.cursor, order, made, at_all=at_all)
        except Refused as refused:
            return Redone(self.show(), refused=refused.reason.value)
        self.cursor = min(self.cursor, max(0, len(self._session.stops) - 1))
        return Redone(self.show(), result)

    def sign(self, initials: str, when: datetime) -> Shown:
        """Sign off what stands there; goes to what is open where that cannot be."""
        if self.unfinished is not None:
            return self.open_up()
        try:
            self.signed = self._session.sign_off(initials, when)
        except Refused as refused:
            if not self._session.progress.ready:
                self.cursor = self._first_open()
            return Shown(self.page(), refused=refused.reason.value)
        return self.show()

    def not_signed(self) -> None:
        """The signature could not be kept: the sheet is open as before."""
        self.signed = None
        self._session.take_back()

    def change_here(self) -> Shown:
        """F2: what stands at the cursor is to be edited."""
        stops = self._session.stops
        parts = stops[self.cursor].parts if self.cursor < len(stops) else ()
        return Shown(self.page(), edit=parts)

    def fill(self, field: str) -> Shown:
        """An empty field is typed into where the cursor stands."""
        return Shown(self.page(), edit=(self._empty_part(field),), blank=True)

    # --- inside ----------------------------------------------------------------------------

    def _here(self, shown: ShownStop) -> Stop | None:
        """The stop that was shown, if it still stands as it was painted."""
        for number, one in enumerate(self.page().stops):
            if one.id == shown.id and words_of(one) == words_of(shown):
                return self._session.stops[number]
        return None

    def _done(self, command: Callable[[], object]) -> Shown:
        try:
            done = command()
        except Refused as refused:
            return Shown(self.page(), refused=refused.reason.value)
        self.cursor = min(self.cursor, max(0, len(self._session.stops) - 1))
        remember = done.remember if isinstance(done, Result) else None
        return Shown(self.page(), remember=remember)

    def _stepping(self, command: Callable[[], object]) -> Shown:
        """A step back, or the same again; the cursor goes where it was taken."""
        before = self._session.stops
        result = self._done(command)
        after = self._session.stops
        for number, (old, new) in enumerate(zip(before, after, strict=False)):
            if old != new:
                return self.move(number)
        return result

    def _onward(self) -> Shown:
        if self._session.progress.ready:
            self.cursor = len(self._session.stops)
            return self.show()
        return self.move_to_open(1)

    def _first_open(self) -> int:
        stops = self._session.stops
        return next((n for n, stop in enumerate(stops) if not stop.decided), 0)

    def _to_edit(self, stop: Stop, result: Result) -> tuple[Part, ...]:
        for part in stop.parts:
            if part.path == result.path:
                return (part,)
        if stop.id.kind is StopKind.MISSING:
            return (self._empty_part(stop.id.field),)
        return stop.parts[:1]

    def _empty_part(self, field_id: str) -> Part:
        """An empty field, to be typed into."""
        declared = self._session.template.field(field_id)
        values = tuple(choice.value for choice in declared.choices)
        return Part(f"/{field_id}", declared.label, declared.type, "", "", (), values)
