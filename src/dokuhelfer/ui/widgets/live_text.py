"""What is being said: stable words, and behind them some that may still change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.page import Passage
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import LIVE_ANCHOR, Role, Size
from dokuhelfer.ui.widgets.prose import Laid

_MEASURE = 44.7
"""em of the column: 68 letters of this size."""


class LiveText(QWidget):
    """Append-only text whose newest line stands at 55 % of the height; older ones leave upward.

    ↑ holds the view, ↓ or Ende lets it go on.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stable = ""
        self._tail = ""
        self._before = ""
        self._held = 0
        self._legend = ("", "")
        self._laid = Laid(look, most=2)  # the words and the note; earlier words are never back
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def show_words(self, stable: str, tail: str) -> None:
        """Show the stable words so far and the provisional ones behind them."""
        words = (stable.strip(), tail.strip())
        if words == (self._stable, self._tail):
            return
        self._stable, self._tail = words
        self.setAccessibleName(self._stable)
        self.update()

    def show_invitation(self, before: str, legend: str, note: str) -> None:
        """What stands there before the first word, and the two notes below the text."""
        self._before, self._legend = before, (legend, note)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll back and on."""
        if event.key() == Qt.Key.Key_Up:
            self._held += 1
        elif event.key() == Qt.Key.Key_Down:
            self._held = max(0, self._held - 1)
        elif event.key() == Qt.Key.Key_End:
            self._held = 0
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, anchored at its newest line, and the legend below it."""
        painter = QPainter(self)
        look = self._look
        wide = min(self.width() - 2 * look.px(Size.STEP6), round(look.em() * _MEASURE))
        left = (self.width() - wide) // 2
        words = f"{self._stable} {self._tail}".strip() or self._before
        tail = (len(words) - len(self._tail), len(words))
        if not self._stable and not self._tail:
            tail = (0, len(words))
        prose = self._laid.out(Role.LIVE, Passage(words, quiet=(tail,)), wide)
        newest = self.height() * LIVE_ANCHOR + look.line(Role.LIVE) * self._held
        top = newest - prose.height + look.line(Role.LIVE)
        prose.draw(painter, left, top)
        if self._tail:
            thin = look.px(Size.HAIR)
            for start, end, base in prose.stretches(tail):
                line = QRectF(left + start, top + base + 3 * thin, end - start, thin)
                painter.fillRect(line, look.colour("ink2"))
        self._paint_legend(painter, left, wide, top + prose.height + look.px(Size.STEP6))
        painter.end()

    def _paint_legend(self, painter: QPainter, left: int, wide: int, top: float) -> None:
        look = self._look
        legend, note = self._legend
        painter.setFont(look.font(Role.SECONDARY))
        painter.setPen(look.colour("ink2"))
        high = look.line(Role.SECONDARY)
        stroke = look.px(Size.STEP6)
        gap = look.px(Size.STEP2)
        metrics = look.metrics(Role.SECONDARY)
        middle = top + high / 2 - look.px(Size.UNDERLINE) / 2
        thick = look.px(Size.UNDERLINE)
        painter.fillRect(QRectF(left, middle, stroke, thick), look.colour("ink2"))
        align = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left + stroke + gap, top, wide, high), align, legend)
        note_wide = metrics.horizontalAdvance(note) + 1
        taken = stroke + 2 * gap + metrics.horizontalAdvance(legend)
        if taken + note_wide > wide:
            wrapped = self._laid.out(Role.SECONDARY, Passage(note), wide, ink="ink2")
            wrapped.draw(painter, left, top + high + gap)
            return
        painter.drawText(QRectF(left + wide - note_wide, top, note_wide, high), align, note)
