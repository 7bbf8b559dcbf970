"""The institution's list of persons, for all lines a person is typed into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from dokuhelfer.persons import Persons, read_persons
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate

_AGAIN_MS = 60 * 60 * 1000
"""Somebody moves in while the window stays open for days."""


class PersonList(QObject):
    """Reads the list in a lane of its own: the folder may be far away, or gone.

    Signals:
        changed: there is another list.

    Attributes:
        persons: as last read.
    """

    changed = Signal()

    def __init__(self, folders: tuple[Path, ...], messages: MessageLine) -> None:
        super().__init__(messages)
        self.persons = Persons()
        self._folders = folders
        self._messages = messages
        self._lane = Lane("persons", self) if folders else None
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.read)
        if self._lane is not None:
            self.read()
            self._again.start()

    def read(self) -> None:
        """Read it as it stands now; a list that cannot be read any more leaves the old one."""
        if self._lane is not None:
            self._lane.run(lambda: read_persons(self._folders), self._take)

    def close(self) -> None:
        """Forget it."""
        self._again.stop()
        if self._lane is not None:
            self._lane.close()
        self.persons = Persons()

    def _take(self, found: Persons) -> None:
        if found.unread:
            text = translate(
                "Persons",
                "Die Personenliste lässt sich nicht lesen. Namen können Sie eintippen.",
            )
            self._messages.post(Note("persons", "info", text))
            if not found.all:
                return
        self.persons = found
        self.changed.emit()
