"""The page beside the path: what is open, what was signed, what was overdue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entries, Phase
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.left_open import LeftOpen
from dokuhelfer.ui.overdue import Overdue
from dokuhelfer.ui.screens.overview import DestroyDialog, OverviewScreen
from dokuhelfer.ui.style.look import Look


class AsideDesk(QObject):
    """Shows what is open and what was signed; destroys only what is named and confirmed.

    Signals:
        open_asked: id of a dictation to be read.
    """

    open_asked = Signal(str)

    def __init__(
        self, screen: OverviewScreen, look: Look, entries: Entries, keeper: Keeper
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._look = look
        self._entries = entries
        self._keeper = keeper
        self._overdue: Overdue | None = None
        keeper.opened.connect(self._note_overdue)
        screen.open_asked.connect(self.open_asked)
        screen.destroy_asked.connect(self._destroy)

    def show(self, then: Callable[[], None]) -> None:
        """Fill the page; ``then`` brings it to the front."""
        then()
        self._fill()

    def _fill(self) -> None:
        moment = clock.now()
        self._screen.show_rows(
            self._entries.rows(moment),
            self._entries.signed_rows(moment),
        )
        self._tell_overdue()

    def _destroy(self, id: str) -> None:
        entry = self._entries.of(id)
        told = () if entry is None else (self._entries.row_of(entry, clock.now()).line,)
        dialog = DestroyDialog(self._look, self._screen.window(), told)
        dialog.accepted.connect(lambda: self._keeper.destroy(id, lambda: self._gone(id)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _gone(self, id: str) -> None:
        destroyed(self._entries, id)
        self._fill()

    def _note_overdue(self, left: LeftOpen) -> None:
        if left.overdue is not None:
            self._overdue = left.overdue

    def _tell_overdue(self) -> None:
        overdue = self._overdue
        if overdue is None:
            self._screen.tell_overdue("", ())
            return
        lines = ((self._entries.title(one.template), one.begun) for one in overdue.gone)
        self._screen.tell_overdue(
            overdue.sentence,
            tuple(
                " · ".join(filter(None, (title, f"{begun.astimezone():%d.%m.%Y}")))
                for title, begun in lines
            ),
        )


def destroyed(entries: Entries, id: str) -> None:
    """It is gone; what was signed of it before stays, also where the disk took that just now."""
    entry = entries.of(id)
    if entry is None or entry.phase is Phase.SIGNED:
        return
    if entry.work.before:
        entries.give_up(entry)
    else:
        entries.remove(entry)
