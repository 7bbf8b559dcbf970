"""Pages beside the path: overview and end of shift."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Entries
from dokuhelfer.ui.keeper import Keeper
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
        self._end_of_shift = False
        screen.open_asked.connect(self.open_asked)
        screen.destroy_asked.connect(self._destroy)

    def show(self, *, end_of_shift: bool, then: Callable[[], None]) -> None:
        """Fill the page; ``then`` brings it to the front."""
        self._end_of_shift = end_of_shift
        then()
        self._fill()

    def _fill(self) -> None:
        moment = clock.now()
        self._screen.show_rows(
            self._entries.rows(moment),
            self._entries.signed_rows(moment),
            end_of_shift=self._end_of_shift,
        )

    def _destroy(self, id: str) -> None:
        dialog = DestroyDialog(self._look, self._screen.window())
        dialog.accepted.connect(lambda: self._keeper.destroy(id, lambda: self._gone(id)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _gone(self, id: str) -> None:
        entry = self._entries.of(id)
        if entry is not None and entry.work.before:
            self._entries.give_up(entry)
        elif entry is not None:
            self._entries.remove(entry)
        self._fill()
