"""What of a dictation is written beside its sound: what was chosen, heard, cut and read.

Each is written in the order in which it was asked for; what the disk does not take is tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from dokuhelfer import jsonio
from dokuhelfer.errors import DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, Document
from dokuhelfer.transcript.json import to_json
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.dividing import Part, keep_divided, settle_divided
from dokuhelfer.ui.keeping_troubles import Trouble
from dokuhelfer.ui.left_open import plan_to_json
from dokuhelfer.ui.recording import Recordings
from dokuhelfer.ui.sounds import known
from dokuhelfer.ui.spoken import Spoken, keep_placed
from dokuhelfer.ui.unkept import Unkept
from dokuhelfer.ui.work import Plan

_OF_A_PART = (Document.TRANSCRIPT, Document.REVIEW, Document.CONTEXT)


class Writing(Recordings):
    """Keeps dictations; `keeper.Keeper` opens and ends what they are kept in.

    Signals:
        not_kept: a `DokuError`: what was put in last is in the window only; `all_kept` follows.
        all_kept: what `not_kept` told of is kept now.
    """

    not_kept = Signal(object)
    all_kept = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unkept = Unkept(self._lane, self)
        self._unkept.failed.connect(lambda error: self.not_kept.emit(known(error)))
        self._unkept.lost.connect(self._tells(Trouble.KEEPING))
        self._unkept.all_kept.connect(self.all_kept)
        self._gone: set[str] = set()
        """What was destroyed; nothing is written of it any more. In the lane."""
        self._placed: dict[str, set[Spoken]] = {}
        """What stands in the newest review, and is not kept with one yet. In the lane."""

    def keep_plan(self, id: str, plan: Plan, when: datetime) -> None:
        """Keep what was chosen beside speaking."""
        content = jsonio.dump(plan_to_json(plan))
        self._keep(id, plan.about, when, Document.CONTEXT, content)

    def keep_transcript(self, id: str, plan: Plan, transcript: Transcript, when: datetime) -> None:
        """Keep what was heard."""

        def save(case: Case) -> None:  # an hour of words is long to write down: in the lane
            case.save(Document.TRANSCRIPT, jsonio.dump(to_json(transcript)))

        self._write(id, plan.about, when, Document.TRANSCRIPT, save)

    def keep_cuts(self, id: str, plan: Plan, content: bytes, when: datetime) -> None:
        """Keep how far the cuts of a round were looked at (`review.cuts_saved`)."""
        self._keep(id, plan.about, when, Document.CUTS, content)

    def keep_review(
        self, id: str, plan: Plan, content: bytes, when: datetime, heard: Spoken | None = None
    ) -> None:
        """Keep how far the reading is (`review.saved`).

        Args:
            heard: what was spoken into a field and is in ``content`` now, and in what follows.
        """

        def save(case: Case) -> None:
            placed = self._placed.setdefault(id, set())
            if heard is not None:
                placed.add(heard)
            if placed:
                keep_placed(case, placed, content)
                placed.clear()
            else:
                case.save(Document.REVIEW, content)

        self._write(id, plan.about, when, Document.REVIEW, save)

    def drop_if_empty(self, id: str, done: Callable[[bool], None]) -> None:
        """As `Recordings.drop_if_empty`; words that the disk has not taken yet count too."""
        if {(id, Document.TRANSCRIPT), (id, Document.REVIEW)} & self._unkept.waiting:
            self._lane.run(lambda: False, done)
            return

        def dropped(is_gone: bool) -> None:
            if is_gone:
                self._unkept.forget(id)
            done(is_gone)

        super().drop_if_empty(id, dropped)

    def keep_divided(
        self,
        own: Part,
        others: Sequence[Part],
        when: datetime,
        done: Callable[[], None],
        failed: Callable[[DokuError], None],
    ) -> None:
        """Keep the parts of a round in a case each, ``own`` in the round's: all or none."""

        def keep() -> None:
            source = self._case(own.id, own.plan.about, when)
            made = [(self._case(part.id, part.plan.about, when), part) for part in others]
            try:
                keep_divided(source, own, made)
            except DokuError:
                self._undivide(source)
                raise
            self._unkept.supersede((own.id, document) for document in _OF_A_PART)

        def undone(error: Exception) -> None:
            for part in others:
                self._cases.pop(part.id, None)
            failed(known(error))

        self._lane.run(keep, lambda _: done(), undone)

    def _undivide(self, source: Case) -> None:
        if self._store is not None:
            with suppress(DokuError):  # or else at the next start
                settle_divided(self._store, source)

    def _keep(
        self, id: str, about: About, when: datetime, document: Document, content: bytes
    ) -> None:
        self._write(id, about, when, document, lambda case: case.save(document, content))

    def _write(
        self, id: str, about: About, when: datetime, document: Document,
        save: Callable[[Case], None],
    ) -> None:  # fmt: skip
        def write() -> None:
            if id in self._gone:
                return
            case = self._case(id, about, when)
            case.describe(about)
            save(case)

        self._unkept.write((id, document), write)
