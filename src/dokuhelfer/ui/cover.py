"""F12: while it is on, nothing of a dictation is shown and no key reaches what lies below."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

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

    def toggle(self) -> None:
        """Hide, or show again."""
        self.is_on = not self.is_on
        while self.is_on and (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        # What is only painted over, or only hidden, could still be given the focus.
        ground = self._shell.pages.parentWidget()
        if ground is not None:
            ground.setEnabled(not self.is_on)
            ground.setVisible(not self.is_on)
        self._shell.setAcceptDrops(not self.is_on)
        self._screen.setGeometry(self._shell.rect())
        self._screen.setVisible(self.is_on)
        self._screen.raise_()
        target = self._screen if self.is_on else self._shell.pages.currentWidget()
        if target is not None:
            target.setFocus()
