"""From what was heard to drafts that can be read; every step is kept before the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dokuhelfer import jsonio
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.signed import Signed
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.dividing import Part
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_troubles import Trouble
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.work import Work

if TYPE_CHECKING:
    from dokuhelfer.ui.cutting import Cutting


class Drafting(QObject):
    """Makes drafts in the lane and keeps what a person does to them.

    Signals:
        drafted: an `Entry` whose draft can be read.
        cut: an `Entry` about several persons: where each begins is to be confirmed.
        made: an `Entry` that was drafted just now, not taken up.
        outdated: an `Entry` that fits its template no more.
        failed: an `Entry` that became no draft, and a `DokuError`.
    """

    drafted = Signal(object)
    cut = Signal(object)
    made = Signal(object)
    failed = Signal(object, object)
    outdated = Signal(object)

    def __init__(
        self,
        templates: Mapping[str, Template],
        entries: Entries,
        lane: Lane,
        keeper: Keeper,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._templates = templates
        self._entries = entries
        self._lane = lane
        self._keeper = keeper

    def draft(
        self, entry: Entry, transcript: Transcript, models: object, cuts: object = None
    ) -> None:
        """Make a draft of what was heard.

        Args:
            cuts: of several persons, as far as they were looked at in an earlier window.
        """
        entry.phase = Phase.DRAFTED
        work = entry.work

        def make() -> Cutting | None:
            work.transcript = transcript
            work.models = dict(models) if isinstance(models, Mapping) else {}
            cutting = work.draft(self._templates)
            if cutting is not None and cuts is not None:
                cutting.take_up(cuts)
            return cutting

        self._lane.run(
            make,
            lambda cutting: self._made(entry, cutting),
            lambda error: self.failed.emit(entry, _known(error)),
        )

    def _made(self, entry: Entry, cutting: Cutting | None) -> None:
        if cutting is None:
            self._fresh(entry)
            return
        entry.cutting, entry.phase = cutting, Phase.CUT
        self.cut.emit(entry)

    def divide(self, entry: Entry, cutting: Cutting) -> None:
        """The cuts are right: each entry becomes a dictation of its own, before anybody reads one.

        Where that cannot be kept, the cuts are shown again.
        """
        entry.phase = Phase.DRAFTED
        work, before = entry.work, (entry.work.transcript, entry.work.plan)

        def make() -> list[tuple[Work, Part]]:
            others = work.divide(cutting.drafts(), self._templates)
            return [(one, _part_of(one)) for one in (work, *others)]

        def keep(made: list[tuple[Work, Part]]) -> None:
            own, *others = (part for _, part in made)
            works = [one for one, _ in made[1:]]
            self._keeper.keep_divided(
                own, others, entry.begun, lambda: self._divided(entry, works), undo
            )

        def undo(error: DokuError) -> None:
            def again() -> None:
                work.undivide(*before)
                cutting.undo()

            self._lane.run(again, lambda _: self._made(entry, cutting))
            self._keeper.troubled.emit(Trouble.DIVIDING, error)

        self._lane.run(make, keep, lambda error: self.failed.emit(entry, _known(error)))

    def _divided(self, entry: Entry, others: Sequence[Work]) -> None:
        entry.cutting = None
        entry.person = entry.work.person
        for work in others:
            self._give_sound(entry, work)
            self._fresh(self._entries.add(work, entry.begun))
        self._fresh(entry)

    def _give_sound(self, entry: Entry, work: Work) -> None:
        def own() -> None:
            work.sound_id = work.id

        self._keeper.copy_sound(entry.work.id, work.id, work.plan, entry.begun, own)

    def take_up(self, entry: Entry, review: object, opened: Callable[[], None]) -> None:
        """Go on with a draft that was read in an earlier window.

        Where it cannot be opened, it is kept as it is: what hands did to it is nowhere else.
        """
        entry.phase = Phase.DRAFTED

        def go_on(_: object) -> None:
            self.ready(entry)
            opened()

        def keep(_: Exception) -> None:
            entry.phase = Phase.OUTDATED
            self.outdated.emit(entry)

        self._lane.run(lambda: entry.work.take_up(review, self._templates), go_on, keep)

    def _fresh(self, entry: Entry) -> None:
        self.ready(entry)
        self.made.emit(entry)

    def ready(self, entry: Entry) -> None:
        """It can be read."""
        entry.phase = Phase.READ
        self.drafted.emit(entry)

    # --- keeping ---------------------------------------------------------------------------

    def put_away(self, work: Work) -> None:
        """Keep how far the reading is, once all that was asked for before is done.

        The lane gives it to the store itself: the window may be gone by then.
        """
        entry = self._entries.of(work.id)
        if entry is not None and work.session is not None and entry.phase is not Phase.SIGNED:
            begun = entry.begun

            def keep() -> None:
                # A further version that was given up meanwhile must not get into the next one.
                if work.signed is None and entry.work is work:
                    self._keeper.keep_review(work.id, work.plan, work.put_away(), begun)

            self._lane.run(keep)

    def keep_signed(self, entry: Entry, signed: Signed, done: Callable[[bool], None]) -> None:
        """Keep what was signed; what it was made from is destroyed. Tells whether it is kept."""

        def released() -> bytes:
            return jsonio.dump(draft_to_json(signed.draft))

        release = signed.release
        self._keeper.sign(entry.work.id, release.when, release.initials, released, done)


def _part_of(work: Work) -> Part:
    assert work.transcript is not None  # noqa: S101 - it was divided
    return Part(work.id, work.plan, work.transcript, work.put_away())


def _known(error: Exception) -> DokuError:
    return error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="draft")
