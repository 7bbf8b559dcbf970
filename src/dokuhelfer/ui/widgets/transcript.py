"""The dictation as text: read, searched, followed to the sheet; never changed or copied here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from dokuhelfer.ui.page import Range
from dokuhelfer.ui.said import Place, Said
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size


class TranscriptText(QPlainTextEdit):
    """Read-only; the words of the cursor stop are framed, those in no field dotted.

    Signals:
        chosen: the `Place` of the words at the text cursor or the selection; None for none.
        jump_asked: Enter; index of the stop the words went to.
        left: Esc.
        search_asked: Strg+F.
        right_asked: F2; the words chosen, or the one at the text cursor, as a range.
    """

    chosen = Signal(object)
    jump_asked = Signal(int)
    left = Signal()
    search_asked = Signal()
    right_asked = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._said = Said()
        self._framed: tuple[Range, ...] = ()
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.cursorPositionChanged.connect(self._tell)
        self.selectionChanged.connect(self._tell)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(Role.BASE))
        self.viewport().update()

    # --- contents --------------------------------------------------------------------------

    def show_said(self, said: Said, stop: int) -> None:
        """Show a dictation with the words of that stop framed; the view stays with them."""
        if said.text != self._said.text:
            self.setPlainText(said.text)
        words = said.words_of(stop)
        moved = words != self._framed
        self._said, self._framed = said, words
        self.viewport().update()
        if moved and words and not self.hasFocus():
            self.setTextCursor(self._selected(words[0][0], words[0][0]))
            self.ensureCursorVisible()
        self._tell()

    def _selected(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._unit(start))
        cursor.setPosition(self._unit(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _unit(self, point: int) -> int:
        """A code point's place as Qt counts: in units of UTF-16."""
        return len(self._said.text[:point].encode("utf-16-le")) // 2

    def _point(self, unit: int) -> int:
        before = self._said.text.encode("utf-16-le")[: 2 * unit]
        return len(before.decode("utf-16-le", "ignore"))

    def place(self) -> Place | None:
        """Where the words at the text cursor went."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self._said.place_of(self._point(start), self._point(end))

    def ask_right(self) -> None:
        """The words that are chosen were heard wrongly, or the one at the text cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start, end = self._point(cursor.selectionStart()), self._point(cursor.selectionEnd())
        words = self._said.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            self.right_asked.emit(start, end)

    def place_below(self, start: int) -> QPoint:
        """Below these words, on the screen."""
        box = self.cursorRect(self._selected(start, start))
        return self.viewport().mapToGlobal(box.bottomLeft())

    def _tell(self) -> None:
        self.chosen.emit(self.place())

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, dots below words in no field, a frame around those of the cursor stop."""
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self.viewport())
        strong = look.px(Size.UNDERLINE)
        painter.setPen(QPen(look.colour("ink2"), strong, Qt.PenStyle.DotLine))
        for start, end in self._said.nowhere:
            for box in self._boxes(start, end):
                painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QPen(look.colour("accent"), strong))
        for start, end in self._framed:
            for box in self._boxes(start, end):
                painter.drawRect(box)
        painter.end()

    def _boxes(self, first: int, behind: int) -> Iterator[QRectF]:
        """Where these words stand, one box a line."""
        start, end = self._unit(first), self._unit(behind)
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            yield from self._boxes_in(block, start - block.position(), end - block.position())
            block = block.next()

    def _boxes_in(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                box = QRectF(left, line.y(), right - left, line.height())
                yield box.translated(origin).adjusted(-1, 0, 1, 0)

    # --- keys ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the pane while it has the focus, not to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the sheet, Strg+F searches, Esc leaves; nothing is copied from here."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            place = self.place()
            if place is not None:
                self.jump_asked.emit(place.stop)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F and control:
            self.search_asked.emit()
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.ask_right()
        elif not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)

    # Qt's own selecting by mouse would offer the words to other programs, by dragging and by
    # the selection of X11.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the text cursor there."""
        self.setFocus()
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose words."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            there = self.cursorForPosition(event.position().toPoint()).position()
            cursor = self.textCursor()
            cursor.setPosition(there, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)


def _x(line: QTextLine, unit: int) -> float:
    found = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
