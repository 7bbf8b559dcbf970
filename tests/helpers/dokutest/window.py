"""The whole window in a test: real keys go in, what it shows is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button, Kind

Wait = Callable[[Callable[[], object]], None]


class Window:
    """The window and what a test wants to know of it."""

    def __init__(self, shell: Shell, wait: Wait) -> None:
        self.shell = shell
        self.wait = wait
        found = shell.findChild(QObject, "desk")
        assert isinstance(found, Desk)
        self.desk = found

    @property
    def mode(self) -> Mode:
        return self.desk.mode

    @property
    def page(self) -> Page:
        return self.desk.reading.page

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, modifier)

    def sign(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def read_to_the_end(self) -> int:
        """Space (or 1) until all is read; how many keys that took."""
        keys = 0
        while not self.page.all_read:
            before = self.page
            stop = before.stops[before.cursor]
            self.wait(self._is_settled)
            self.press(Qt.Key.Key_1 if stop.issue and stop.issue.choices else Qt.Key.Key_Space)
            keys += 1
            self.wait(lambda before=before: self.page != before)
        return keys

    def _is_settled(self) -> bool:
        """Whether a key is taken at the cursor: a busy machine paints late."""
        stop = self.desk.stage.reading.stops.stop_at_cursor()
        return stop is None or stop.has_settled()

    def filled(self) -> list[str]:
        return [
            one.text()
            for one in self.shell.findChildren(Button)
            if one.isVisible() and one.kind is Kind.FILLED
        ]

    def buttons(self) -> list[str]:
        """The words on all buttons that can be seen."""
        return [one.text() for one in self.shell.findChildren(Button) if one.isVisible()]

    def read_in(self, *files: Path) -> None:
        """Drop files, say of each that it is one's own, read the first that is done; by keys."""
        self.shell.files_dropped.emit([str(file) for file in files])
        for _ in files:
            self.wait(lambda: self._is_focused("Ja, mein Diktat"))
            self.press(Qt.Key.Key_Return)
        self.wait(lambda: "Lesen" in self.filled())
        QTest.keyClick(self.button("Lesen"), Qt.Key.Key_Return)
        self.wait(lambda: self.mode is Mode.READING and self.page.stops)

    def _is_focused(self, text: str) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, Button) and focus.text() == text

    def button(self, text: str) -> Button:
        """The first button of these words that can be seen."""
        found = self.shell.findChildren(Button)
        return next(one for one in found if one.isVisible() and one.text() == text)

    def type_instead(self) -> None:
        """An empty sheet, by the button of the foot."""
        QTest.mouseClick(self.shell.foot._type, Qt.MouseButton.LeftButton)
        self.wait(lambda: self.mode is Mode.READING and self.page.stops)
