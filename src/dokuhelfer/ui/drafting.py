"""From what was heard to drafts that can be read; every step is kept before the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from dokuhelfer import jsonio
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.signing import Signed
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.cutting import Cutting
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.work import Work


class Drafting(QObject):
    """Makes drafts in the lane and keeps what a person does to them.

    Signals:
        drafted: an `Entry` whose draft can be read.
        cut: an `Entry` about several persons: where each begins is to be confirmed.
        made: an `Entry` that was drafted just now, not taken up.
        failed: an `Entry` that became no draft, and a `DokuError`.
    """

    drafted = Signal(object)
    cut = Signal(object)
    made = Signal(object)
    failed = Signal(object, object)

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

    def draft(self, entry: Entry, transcript: Transcript, models: object) -> None:
        """Make a draft of what was heard."""
        entry.phase = Phase.DRAFTED
        work = entry.work

        def make() -> Cutting | None:
            work.transcript = transcript
            work.models = dict(models) if isinstance(models, Mapping) else {}
            return work.draft(self._templates)

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
        """The cuts are right: each entry becomes a dictation of its own."""
        entry.phase = Phase.DRAFTED
        work = entry.work

        def make() -> list[tuple[Work, bytes]]:
            others = work.divide(cutting.drafts(), self._templates)
            return [(one, one.put_away()) for one in (*others, work)]

        self._lane.run(
            make,
            lambda parts: self._part(entry, parts),
            lambda error: self.failed.emit(entry, _known(error)),
        )

    def _part(self, entry: Entry, parts: list[tuple[Work, bytes]]) -> None:
        """Several persons: each has a case of its own before anybody reads or signs one.

        The dictation's own draft comes last: after a crash before that all are made again.
        """
        entry.cutting = None
        entry.person = entry.work.person
        for work, review in parts:
            self._keeper.keep_plan(work.id, work.plan, entry.begun)
            if work.transcript is not None:
                self._keeper.keep_transcript(work.id, work.plan, work.transcript, entry.begun)
            self._keeper.keep_review(work.id, work.plan, review, entry.begun)
        for work, _ in parts:
            if work is not entry.work:
                self._give_sound(entry, work)
                self._fresh(self._entries.add(work, entry.begun))
        self._fresh(entry)

    def _give_sound(self, entry: Entry, work: Work) -> None:
        def own() -> None:
            work.sound_id = work.id

        self._keeper.copy_sound(entry.work.id, work.id, work.plan, entry.begun, own)

    def take_up(self, entry: Entry, review: object) -> None:
        """Go on with a draft that was read in an earlier window."""
        entry.phase = Phase.DRAFTED
        self._lane.run(
            lambda: entry.work.take_up(review, self._templates),
            lambda _: self.ready(entry),
            lambda error: self.failed.emit(entry, _known(error)),
        )

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
                if work.signed is None:
                    self._keeper.keep_review(work.id, work.plan, work.put_away(), begun)

            self._lane.run(keep)

    def keep_signed(self, entry: Entry, signed: Signed, done: Callable[[bool], None]) -> None:
        """Keep what was signed; what it was made from is destroyed. Tells whether it is kept."""
        released = jsonio.dump(draft_to_json(signed.draft))
        release = signed.release
        self._keeper.sign(entry.work.id, release.when, release.initials, released, done)


def _known(error: Exception) -> DokuError:
    return error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="draft")
