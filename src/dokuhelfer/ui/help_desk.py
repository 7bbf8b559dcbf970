"""F1: the keys of the page in its place; Esc, or any key that does something, leads back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.help_rows import help_rows
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.surroundings import Mode

_BESIDE = frozenset({
    Action.HIDE, Action.SAVED, Action.LARGER, Action.SMALLER, Action.NORMAL, Action.NEXT_REGION,
    Action.PREVIOUS_REGION,
})  # fmt: skip
"""What leaves the help as it is."""


class HelpDesk(QObject):
    """Shows the help and takes it away; the page below is not to be seen meanwhile, so that
    nothing of it counts as read."""

    def __init__(self, shell: Shell, mode: Callable[[], Mode]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._mode = mode
        self._before: QWidget | None = None
        shell.help.left.connect(self.close)
        shell.pages.currentChanged.connect(lambda _: self.close())

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self._shell.help.isHidden()

    def toggle(self) -> None:
        """F1."""
        if self.is_open:
            self.close()
            return
        self._before = self._shell.focusWidget()
        self._shell.pages.hide()
        self._shell.help.show_rows(help_rows(self._mode()))

    def close(self) -> None:
        """Where one was."""
        if not self.is_open:
            return
        before, self._before = self._before, None
        self._shell.help.hide()
        self._shell.pages.show()
        page = self._shell.pages.currentWidget()
        target = before if before is not None and before.isVisible() else page
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def takes(self, action: Action) -> bool:
        """Whether a key is for the help; one that is for the page closes it first."""
        if action is Action.HELP:
            self.toggle()
            return True
        if not self.is_open or action in _BESIDE:
            return False
        self.close()
        return action is Action.LEAVE
