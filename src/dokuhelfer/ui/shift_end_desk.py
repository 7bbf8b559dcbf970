"""The end of a shift: what is open is read now, kept for its days, or destroyed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.ui import clock
from dokuhelfer.ui.aside_desk import destroyed
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.overdue import kept_until
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.screens.overview import DestroyDialog
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.fate_row import Fate, OpenItem

_UNDER_WAY = frozenset({Phase.HEARD, Phase.DRAFTED})
"""It is becoming text or a draft."""

_READABLE = frozenset({Phase.READ, Phase.CUT, Phase.FAILED})
_WORDED = frozenset({Phase.READ, Phase.CUT, Phase.DRAFTED, Phase.OUTDATED})
"""There are words of it: what nobody signs of that goes after its days."""


class ShiftEndDesk(QObject):
    """Carries out what was chosen for each; destroys only what is named and confirmed.

    It knows nothing of what another profile dictated, and destroys nothing that is still becoming
    text, nor what the disk did not take yet.

    Signals:
        open_asked: id of a dictation to be read.
        over: the shift is.

    Args:
        days: for which what nobody signs is kept.
    """

    open_asked = Signal(str)
    over = Signal()

    def __init__(self, room: Room, look: Look, days: int) -> None:
        super().__init__(room.shell)
        self._room = room
        self._look = look
        self._days = days
        self._screen = room.stage.shift_end
        self._screen.ended.connect(self._ended)
        self._follow()

    def _follow(self) -> None:
        """What becomes of a dictation meanwhile changes what may become of it."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)  # many at once are listed once
        self._again.timeout.connect(self._fill)
        dictating = self._room.dictating
        drafting, keeper = dictating.drafting, dictating.keeper
        for signal in (
            drafting.drafted, drafting.cut, drafting.outdated, dictating.failed, dictating.dropped,
            dictating.fields.placed, keeper.not_kept, keeper.all_kept,
        ):  # fmt: skip
            signal.connect(lambda *_: self._again.start())

    def show(self) -> None:
        """What is open, now."""
        self._room.show_beside(Mode.ASIDE, self._screen)
        self._screen.begin(self._items(), others=self._has_others())

    def _fill(self) -> None:
        if self._screen.isVisible():
            self._screen.show_items(self._items(), others=self._has_others())

    def _items(self) -> tuple[OpenItem, ...]:
        moment, entries = clock.now(), self._room.entries
        listed = (entries.of(row.id) for row in entries.rows(moment))
        return tuple(
            OpenItem(entries.row_of(one, moment), self._until(one), self._fates(one))
            for one in listed
            if one is not None and self._is_own(one)
        )

    def _has_others(self) -> bool:
        return not all(self._is_own(one) for one in self._room.entries.waiting)

    def _is_own(self, entry: Entry) -> bool:
        """Of this profile, or of nobody; whose it is where it cannot be read, is not known."""
        author = entry.work.plan.context.author or ""
        mine = author in ("", self._room.profiles.profile.initials)
        return mine and entry.phase is not Phase.DAMAGED

    def _until(self, entry: Entry) -> str:
        """The day it is kept to; "" where that is over, or where it is kept without one."""
        if entry.phase not in _WORDED or entry.work.before or not entry.dated:
            return ""
        until = kept_until(entry.begun.astimezone(), self._days)
        return f"{until:%d.%m.}" if until >= clock.now() else ""

    def _fates(self, entry: Entry) -> frozenset[Fate]:
        dictating = self._room.dictating
        found = {Fate.KEEP}
        if entry.phase in _READABLE:
            found.add(Fate.READ)
        under_way = (
            entry.phase in _UNDER_WAY
            or entry.work.signed is not None  # the disk is about to take it as signed
            or dictating.fields.is_unheard(entry)
        )
        if not under_way and not dictating.keeper.is_late(entry.work.id):
            found.add(Fate.DESTROY)
        return frozenset(found)

    # --- carrying out ----------------------------------------------------------------------

    def _ended(self) -> None:
        items = self._items()
        doomed = [one for one in items if self._becomes(one, Fate.DESTROY)]
        to_read = next((one.id for one in items if self._becomes(one, Fate.READ)), "")

        def go_on() -> None:
            if to_read:
                self.open_asked.emit(to_read)
            else:
                self.over.emit()

        if doomed:
            self._ask(doomed, go_on)
        else:
            go_on()

    def _becomes(self, item: OpenItem, fate: Fate) -> bool:
        """Whether that is chosen, and may still be."""
        return self._screen.fate_of(item.id) is fate and fate in item.fates

    def _ask(self, doomed: Sequence[OpenItem], then: Callable[[], None]) -> None:
        told = tuple(one.row.line for one in doomed)
        dialog = DestroyDialog(self._look, self._screen.window(), told)
        self._screen.rest(on=True)
        dialog.accepted.connect(lambda: self._destroy([one.id for one in doomed], then))
        dialog.finished.connect(lambda _: self._screen.rest(on=False))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _destroy(self, doomed: Sequence[str], then: Callable[[], None]) -> None:
        """``then`` when all are gone; where one is not, the page stays and a sentence says why.

        While the question stood there, something may have come of one: it is on the page still.
        """
        left = set(doomed)
        may = {one.id for one in self._items() if Fate.DESTROY in one.fates}

        def gone(id: str) -> None:
            destroyed(self._room.entries, id)
            left.discard(id)
            self._again.start()
            if not left and self._screen.isVisible():
                then()

        for id in doomed:
            if id in may:
                self._room.dictating.keeper.destroy(id, partial(gone, id))
