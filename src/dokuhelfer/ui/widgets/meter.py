"""The level of the microphone in 22 bars; the word beside it is what counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import METER_BARS, Size


class Meter(QWidget):
    """Bars from a level; its accessible description is the word."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lit = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_level(self, level: float, word: str) -> None:
        """Show a level (0–1) and its word."""
        lit = round(min(max(level, 0.0), 1.0) * METER_BARS)
        self.setAccessibleDescription(word)
        if lit != self._lit:
            self._lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        """Fixed at a text size."""
        return QSize(self._look.px(Size.METER), self._look.px(Size.METER_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lit bars are high, the others low: it reads without colour."""
        painter = QPainter(self)
        step = self.width() / METER_BARS
        wide = step * 0.64
        for bar in range(METER_BARS):
            lit = bar < self._lit
            high = self.height() * (1.0 if lit else 0.44)
            area = QRectF(bar * step, (self.height() - high) / 2, wide, high)
            painter.fillRect(area, self._look.colour("ink" if lit else "edge"))
        painter.end()
