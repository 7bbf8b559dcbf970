"""F12: while it is on, nothing of a dictation is shown and no key reaches what lies below.

The key works in every window of the program; what is not the window itself is closed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dokuhelfer.ui.keys import Action, key_of
from dokuhelfer.ui.screens.hidden import HiddenScreen
from dokuhelfer.ui.shell import Shell


class Cover(QObject):
    """Takes the window's content away and lays a plain ground in its place."""

    def __init__(self, shell: Shell, screen: HiddenScreen) -> None:
        super().__init__(screen)
        self._shell = shell
        self._screen = screen
        self.is_on = False
        shell.resized.connect(lambda: screen.setGeometry(shell.rect()))
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def _watch(self, focused: QWindow | None) -> None:
        """Another window of the program has the keys: the strip, a dialog."""
        for widget in QApplication.topLevelWidgets():
            if not isinstance(widget, Shell) and widget.windowHandle() is focused is not None:
                let_hide(widget, lambda: self._shell.acted.emit(Action.HIDE))

    def toggle(self) -> None:
        """Hide, or show again."""
        self.is_on = not self.is_on
        if self.is_on:
            self._close_others()
        # What is only painted over, or only hidden, could still be given the focus.
        ground = self._shell.pages.parentWidget()
        if ground is not None:
            ground.setEnabled(not self.is_on)
            ground.setVisible(not self.is_on)
        self._shell.setAcceptDrops(not self.is_on)
        self._screen.setGeometry(self._shell.rect())
        self._screen.setVisible(self.is_on)
        self._screen.raise_()
        target = self._screen if self.is_on else self._shell.front
        if target is not None:
            target.setFocus()

    def _close_others(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Shell) or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()


def let_hide(window: QWidget, hide: Callable[[], None]) -> None:
    """Have F12 work in a window, dialog or popup that takes the keys of the shell's."""
    if window.property("lets_hide"):
        return
    window.setProperty("lets_hide", True)
    key = key_of(Action.HIDE)
    for sequence in (key.key, key.other):
        shortcut = QShortcut(QKeySequence(sequence), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(hide)
