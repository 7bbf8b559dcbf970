"""The pane beside the sheet: the dictation, a line that says where words went, a search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.said import Place, Said
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.text import Text
from dokuhelfer.ui.widgets.transcript import TranscriptText

translate = QCoreApplication.translate


class Search(QLineEdit):
    """Enter goes to the next place, Esc back to the text.

    Signals:
        left: Esc.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the search while it has the focus, not to the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Pane(QFrame):
    """See the module.

    Signals:
        jump_asked: index of the stop to go to.
        left: back to the sheet.
        right_asked: words that were heard wrongly, as a range.

    Attributes:
        text: the dictation.
    """

    jump_asked = Signal(int)
    left = Signal()
    right_asked = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("card")
        self._title = Text(look, translate("Pane", "Diktat"), Role.SECTION)
        self._close = Button(
            look, translate("Pane", "Schließen"), key=cap(Action.TRANSCRIPT), kind=Kind.BARE,
            size=Size.TARGET,
        )  # fmt: skip
        self._close.dress(role=Role.SECONDARY_STRONG)
        self._close.clicked.connect(self.left)
        self._right = Button(
            look, translate("Pane", "Wort berichtigen"), key=cap(Action.CHANGE), kind=Kind.BARE,
            size=Size.TARGET,
        )  # fmt: skip
        self._right.dress(role=Role.SECONDARY_STRONG)
        self.text = TranscriptText(look)
        self._right.clicked.connect(self.text.ask_right)
        self.text.setAccessibleName(translate("Pane", "Diktat"))
        self._where = Text(look, "", Role.SECONDARY, "quiet", wraps=True)
        self.search = Search()
        self.search.setPlaceholderText(translate("Pane", "Im Diktat suchen"))
        self.search.setAccessibleName(translate("Pane", "Im Diktat suchen"))
        self.search.hide()
        self.text.chosen.connect(self._say_where)
        self.text.jump_asked.connect(self.jump_asked)
        self.text.left.connect(self.left)
        self.text.right_asked.connect(self.right_asked)
        self.text.search_asked.connect(self._open_search)
        self.search.returnPressed.connect(self._find)
        self.search.left.connect(self._close_search)
        head = self._head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        column = self._column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.text, 1)
        column.addWidget(self._where)
        column.addWidget(self._right)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        side, gap = self._look.px(Size.STEP4), self._look.px(Size.STEP2)
        self._column.setContentsMargins(side, gap, gap, gap)
        self._column.setSpacing(gap)

    def show_said(self, said: Said, stop: int) -> None:
        """Show a dictation beside that stop of the sheet."""
        self.text.show_said(said, stop)

    def _say_where(self, place: Place | None) -> None:
        if place is None:
            text = translate("Pane", "Diese Wörter gehören zu keiner Stelle.")
        else:
            text = translate("Pane", "→ {label}   Enter: zur Stelle").format(label=place.label)
        self._where.setText(text)

    def _open_search(self) -> None:
        self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def _close_search(self) -> None:
        self.search.hide()
        self.text.setFocus()

    def _find(self) -> None:
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)
