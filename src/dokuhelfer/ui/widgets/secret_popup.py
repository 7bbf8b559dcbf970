"""A passphrase, typed in place; twice where it is a new one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SIZES, Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

SHORTEST = 12
"""Characters of a new passphrase; an Argon2 guess costs a second, a short one is guessed still."""


class SecretPopup(QFrame):
    """Enter takes it, Esc leaves.

    Signals:
        taken: the passphrase.

    Args:
        new: it is asked for twice and has to be long.
    """

    taken = Signal(str)

    def __init__(self, look: Look, parent: QWidget, *, new: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._new = new
        title = translate("Store", "Passphrase")
        if new:
            title = translate("Store", "Neue Passphrase, mindestens {count} Zeichen")
        column = QVBoxLayout(self)
        column.addWidget(Text(look, title.format(count=SHORTEST), Role.STRONG))
        self._lines = [self._line() for _ in range(2 if new else 1)]
        for line in self._lines:
            column.addWidget(line)
        if new:
            self._lines[1].setPlaceholderText(translate("Store", "noch einmal"))
            warning = translate("Store", "Ohne sie sind offene Entwürfe verloren.")
            column.addWidget(Text(look, warning, Role.SECONDARY, "quiet"))
        self._trouble = Text(look, "", Role.SECONDARY, "block")
        column.addWidget(self._trouble)
        self._take = Button(look, translate("Store", "Übernehmen"), kind=Kind.FILLED)
        self._take.clicked.connect(self._check)
        column.addWidget(self._take)

    def _line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMinimumWidth(SIZES[Size.WAITING])
        line.returnPressed.connect(self._check)
        return line

    def begin(self) -> None:
        """Show it, ready to be typed into."""
        self.show()
        self._lines[0].setFocus()

    def _check(self) -> None:
        first = self._lines[0].text()
        if self._new and len(first) < SHORTEST:
            self._trouble.setText(translate("Store", "Das ist zu kurz."))
        elif any(line.text() != first for line in self._lines):
            self._trouble.setText(translate("Store", "Die beiden sind nicht gleich."))
        elif first:
            self.close()
            self.taken.emit(first)
