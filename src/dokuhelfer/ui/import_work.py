"""Files become dictations while the window does other things: looked at, copied and heard.

`imports.queue` keeps count. Two lanes work, one looks at files, the other copies them one by one;
what is spoken meanwhile waits for neither.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.copying import (
    Copied,
    Order,
    Reins,
    copy_in,
    digest_of,
    examine,
    remove_original,
)
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.looking import Look
from dokuhelfer.imports.model import ImportItem, ImportState, Original
from dokuhelfer.imports.queue import ImportQueue
from dokuhelfer.store.model import Document
from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.left_open import plan_to_json
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.sounds import known
from dokuhelfer.ui.work import Plan, Work

_BELIEVED = timedelta(days=7)
"""A file's own time is believed if it is no older: recorders forget what day it is."""

_STEP = 0.01


class ImportWork(QObject):
    """See the module.

    Signals:
        changed: some file stands otherwise.
        landed: a file is a dictation of its own now.
    """

    changed = Signal()
    landed = Signal()
    _told = Signal(str, float)

    def __init__(self, room: Room) -> None:
        super().__init__(room.shell)
        self._room = room
        self._queue = ImportQueue(self._note)
        self._lane = Lane("files", self)
        self._copies = Lane("imports", self)
        self._reins = Reins()
        self._ending = Reins()
        self._items_of: dict[str, str] = {}
        self._wanted: dict[str, ImportItem] = {}
        """What an earlier window would leave to a later one, as the ledger is to know it."""
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.timeout.connect(self._write_wanted)
        self._looking = False
        self._taken_up = False
        self._told.connect(self._queue.progressed)
        dictating = room.dictating
        dictating.progressed.connect(self._heard_so_far)
        dictating.not_heard.connect(self._not_heard)
        dictating.speaking.changed.connect(self._make_way)
        dictating.stopped.connect(self._make_way)
        dictating.drafting.drafted.connect(self._drafted)
        dictating.drafting.cut.connect(self._drafted)

    def close(self) -> None:
        """End what runs; what is not copied yet is offered by the next window."""
        self._ending.stop.set()
        self._reins.stop.set()
        if self._writing.isActive():
            self._write_wanted()
        self._copies.close()
        self._lane.close()

    @property
    def items(self) -> tuple[ImportItem, ...]:
        """All files, in the order they came."""
        return self._queue.items

    @property
    def is_ready(self) -> bool:
        """Whether there is a store to copy into, and what an earlier window left is taken up."""
        return self._taken_up and self._room.dictating.keeper.ledger is not None

    def entry_of(self, item: ImportItem) -> Entry | None:
        """What became of a file."""
        return self._room.entries.of(item.case.hex) if item.case is not None else None

    # --- what a person does ----------------------------------------------------------------

    def beside(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        """Do what may take long with files, beside the window."""
        self._lane.run(work, done)

    def take(self, files: tuple[Path, ...]) -> int:
        """These are to be read in; how many of them are new."""
        new = self._queue.offer(files)
        self._write_wanted()  # before they are looked at, which may take minutes
        self._look_on()
        return len(new)

    def take_up(self) -> int:
        """Offer what an earlier window did not finish; how many there are."""
        ledger = self._room.dictating.keeper.ledger
        back = self._queue.bring_back(ledger.left) if ledger is not None else ()
        self._taken_up = True
        self._look_on()
        return len(back)

    def answer(self, item: ImportItem, *, own: bool) -> None:
        """„Ist das Ihr eigenes Diktat?“"""
        self._queue.answer(item.id, own=own)
        if not own:
            path = item.path
            self._write(lambda ledger: ledger.refuse(digest_of(path, self._ending)))
        self._go_on()

    def choose_remove(self, id: str, *, remove: bool) -> None:
        """Whether the original is to go."""
        self._queue.choose_remove(id, remove=remove)

    def retry(self, id: str) -> None:
        """Once more."""
        self._queue.retry(id)
        item = self._queue.of(id)
        entry = self.entry_of(item) if item is not None else None
        if entry is not None:
            self._room.dictating.hear_again(entry)
        self._look_on()
        self._go_on()

    def resume_all(self) -> None:
        """Go on with all that an earlier window did not finish: they had their answer."""
        for item in self._queue.items:
            if item.error is not None and item.error.code is Code.IMPORT_INTERRUPTED:
                self.retry(item.id)

    def cancel(self, item: ImportItem) -> None:
        """Give it up; a copy that is verified stays."""
        self._queue.cancel(item.id)
        if item.state is ImportState.COPYING:
            self._reins.stop.set()
        elif item.state is ImportState.TRANSCRIBING and item.case is not None:
            self._room.dictating.give_up_hearing(item.case.hex)

    def cancel_all(self) -> None:
        """Give up all that are not copied yet; no original is touched."""
        for item in self._queue.items:
            if item.is_pending and not item.ending:
                self.cancel(item)

    def let_go(self) -> None:
        """What was destroyed meanwhile is not heard any further."""
        for item in self._queue.items:
            if item.state is ImportState.TRANSCRIBING and self.entry_of(item) is None:
                self.cancel(item)

    def clear(self) -> None:
        """Forget what is over."""
        self._queue.clear()
        self.changed.emit()

    def _note(self, item: ImportItem) -> None:
        """Called for each file of hundreds: what concerns all of them is done once, soon."""
        self.changed.emit()
        wanted = ImportItem(item.path, item.id, own=item.own, remove=item.remove)
        if not item.is_pending:
            gone = self._wanted.pop(item.id, None)
            if gone is not None:
                self._writing.start(0)
        elif wanted != self._wanted.get(item.id):
            self._wanted[item.id] = wanted
            self._writing.start(0)

    def _write_wanted(self) -> None:
        self._writing.stop()
        wanted = tuple(self._wanted.values())
        self._write(lambda ledger: ledger.want(wanted))

    def _write(self, act: Callable[[Ledger], None]) -> None:
        """Into the ledger; a full disk is told where a copy needs it."""
        keeper = self._room.dictating.keeper

        def write() -> None:
            with suppress(DokuError):
                if keeper.ledger is not None:
                    act(keeper.ledger)

        self._lane.run(write, failed=lambda _: None)

    # --- looking ---------------------------------------------------------------------------

    def _look_on(self) -> None:
        """Look at what is next, if nothing is looked at: one by one, so that what is written in
        the lane meanwhile waits for one file and not for hundreds."""
        item = None if self._looking else self._queue.next_look()
        if item is None:
            return
        self._looking = True
        keeper, path, again, id = self._room.dictating.keeper, item.path, item.again, item.id

        def looked(seen: Look) -> None:
            self._looking = False
            self._queue.looked(id, seen)
            self._look_on()

        def failed(error: Exception) -> None:
            self._looking = False
            self._failed(id, error)
            self._look_on()

        self._lane.run(
            lambda: examine(path, keeper.ledger or Ledger(keeper.lent()), self._ending,
                            again=again),
            looked, failed,
        )  # fmt: skip

    def _failed(self, id: str, error: Exception) -> None:
        self._queue.failed(id, known(error))
        self._go_on()

    # --- copying ---------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Copy what is next, if nothing is being copied."""
        item = self._queue.next_copy()
        if item is None:
            return
        keeper, id = self._room.dictating.keeper, item.id
        reins = self._reins = Reins(_in_steps(lambda share: self._told.emit(id, share)))
        self._make_way()
        plan = self._plan_of(item)
        documents = {Document.CONTEXT: jsonio.dump(plan_to_json(plan))}
        order = Order(id, item.path, item.again, plan.about, clock.now(), documents)
        remove = item.remove

        def copy() -> tuple[Copied, Original]:
            store = keeper.lent()
            copied = copy_in(order, store, keeper.ledger or Ledger(store), reins)
            return copied, _original(order.path, copied, self._ending) if remove else Original.KEPT

        self._copies.run(
            copy,
            lambda made: self._copied(id, plan, order.when, *made),
            lambda error: self._failed(id, error),
        )

    def _plan_of(self, item: ImportItem) -> Plan:
        """What was chosen for the next dictation, but for the person: a file is anybody's."""
        room, moment = self._room, clock.now()
        profile = room.profiles.profile
        chosen = room.home_plan
        context = replace(
            chosen.context, person=None, recorded=_recorded(item.written, moment),
            author=profile.initials or None, role=profile.role or None,
        )  # fmt: skip
        return Plan(chosen.template, context)

    def _copied(
        self, id: str, plan: Plan, when: datetime, copied: Copied, original: Original
    ) -> None:
        room, case = self._room, copied.case
        item = self._queue.of(id)
        ending = item is not None and item.ending
        entry = room.entries.add(Work(plan, id=case.hex), when)
        room.dictating.keeper.adopt(case.hex, case)
        self._items_of[case.hex] = id
        self._queue.copied(id, copied)
        self._queue.removed(id, original)
        if ending:  # too late to have no copy; it waits in the list
            entry.phase = Phase.FAILED
            self._queue.failed(id, DokuError(Code.CANCELLED))
        else:
            self._queue.heard(id)
            room.dictating.hear_again(entry)
        self.landed.emit()
        self._go_on()

    def _make_way(self) -> None:
        """While somebody dictates, copying steps aside."""
        if self._room.dictating.is_recording:
            self._reins.aside.set()
        else:
            self._reins.aside.clear()

    # --- hearing ---------------------------------------------------------------------------

    def _heard_so_far(self, name: str, done: float, whole: float) -> None:
        if whole:
            self._queue.progressed(self._items_of.get(name, ""), done / whole)

    def _not_heard(self, name: str, error: DokuError) -> None:
        self._queue.failed(self._items_of.get(name, ""), error)

    def _drafted(self, entry: Entry) -> None:
        id = self._items_of.get(entry.work.id, "")
        item = self._queue.of(id)
        if item is None:
            return
        if item.state is ImportState.FAILED:  # heard again from the list
            self._queue.retry(id)
        self._queue.done(id)


def _in_steps(tell: Callable[[float], None]) -> Callable[[float], None]:
    """Tell each hundredth only: a block is half a second of three hours."""
    last = -1.0

    def step(share: float) -> None:
        nonlocal last
        if share - last >= _STEP:
            last = share
            tell(share)

    return step


def _original(path: Path, copied: Copied, reins: Reins) -> Original:
    if copied.damaged:
        return Original.INCOMPLETE
    return remove_original(path, copied.digest, reins)


def _recorded(written: datetime | None, moment: datetime) -> datetime:
    """When it was spoken, as far as the file knows."""
    believed = written is not None and moment - _BELIEVED <= written <= moment
    return written if written is not None and believed else moment
