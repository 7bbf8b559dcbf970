"""The editor that a statement turns into: same place, same type size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import TYPING_MS, Role, Size


class StatementEditor(QPlainTextEdit):
    """Plain text; Enter applies, Umschalt+Enter breaks the line, Esc leaves.

    Signals:
        applied: Enter, with the text.
        left: Esc.
        typed: what stands there, a moment after it changed, and again while it goes on changing.
    """

    applied = Signal(str)
    left = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        self._restyle()
        look.changed.connect(self._restyle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self.toPlainText()))
        self.textChanged.connect(self._note_change)

    def _restyle(self) -> None:
        self.setFont(self._look.font(Role.STATEMENT))
        # A style sheet on an ancestor wins over the font, so the size is said here too.
        self.setStyleSheet(f"font-size: {self._look.text_px(Role.STATEMENT)}px;")

    def _note_change(self) -> None:
        """Whoever types without a pause is noted all the same."""
        if not self._pause.isActive():
            self._pause.start()

    def height_for(self, width: int) -> int:
        """Room for all its lines."""
        self.resize(width, self.height())
        lines = max(1, round(self.document().size().height()))
        return (lines * self._look.line(Role.STATEMENT)) + self._look.px(Size.STEP6)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste takes plain text."""
        self.insertPlainText(source.text())

    def event(self, event: QEvent) -> bool:
        """Esc is the editor's own here, not the window's way back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Umschalt+Enter and Esc as above; the rest is typing."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self._pause.stop()
            self.applied.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self._pause.stop()
            self.left.emit()
        else:
            super().keyPressEvent(event)
