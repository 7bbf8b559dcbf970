"""Where dictations are kept: what is said of it, and what can be done where that is nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.left_open import LeftOpen
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.widgets.secret_popup import SecretPopup

translate = QCoreApplication.translate

_ASKS = frozenset({Code.KEY_OTHERWISE, Code.KEY_WRONG})
"""A passphrase is wanted, or another one."""


class StoreDesk(QObject):
    """Nothing is begun while nothing would be kept; who wants to can work without keeping."""

    def __init__(self, room: Room, look: Look, catalogue: Catalogue) -> None:
        super().__init__(room.shell)
        self._room = room
        self._look = look
        self._catalogue = catalogue
        self._keeper = room.dictating.keeper
        self._told = Note("store", "info", "")
        self._keeper.opened.connect(self._opened)
        self._keeper.refused.connect(self._refused)

    def may_begin(self) -> bool:
        """Whether a dictation would be kept; says why not."""
        if self._keeper.is_refused:
            self._room.shell.messages.post(self._told)
            self._room.shell.messages.take_focus()
        return not self._keeper.is_refused

    def _opened(self, left: LeftOpen) -> None:
        self._room.shell.messages.withdraw("store")
        if not left.lasting:
            text = translate("Store", "Entwürfe bleiben nur, bis Sie das Programm schließen.")
            buttons = ((translate("Store", "Passphrase …"), lambda: self._ask(new=True)),)
            self._say(Note("session", "info", text, buttons, standing=True))
        else:
            self._room.shell.messages.withdraw("session")
        for entry in self._room.entries.all:
            if entry.phase is Phase.READ:  # written while nothing could be kept
                self._room.dictating.drafting.put_away(entry.work)

    def _refused(self, error: DokuError) -> None:
        line = error_line(self._catalogue, error)
        if not self._keeper.is_refused:  # the one that is open stays
            self._say(Note("passphrase", "block", line))
            return
        self._told = Note("store", "block", line, self._ways_out(error), pending=True)
        self._say(self._told)

    def _ways_out(self, error: DokuError) -> tuple[tuple[str, Callable[[], None]], ...]:
        first = (translate("Store", "Erneut versuchen"), lambda: self._keeper.open())
        if error.code is Code.STORE_IN_USE:
            return (first,)
        if error.code in _ASKS:
            first = (translate("Store", "Passphrase …"), lambda: self._ask(new=False))
        without = translate("Store", "Ohne Speichern arbeiten")
        return (first, (without, self._keeper.open_for_session))

    def _ask(self, *, new: bool) -> None:
        if new and self._keeper.has_dictations:
            text = translate("Store", "Eine Passphrase lässt sich vor dem ersten Diktat festlegen.")
            self._say(Note("passphrase", "info", text))
            return
        shell = self._room.shell
        popup = SecretPopup(self._look, shell, new=new)
        popup.taken.connect(self._keeper.open)
        popup.move(shell.messages.mapToGlobal(shell.messages.rect().bottomLeft()))
        popup.begin()

    def _say(self, note: Note) -> None:
        self._room.shell.messages.post(note)
