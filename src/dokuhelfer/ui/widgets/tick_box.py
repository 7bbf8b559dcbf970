"""A box to tick: the mark is a shape, the colour repeats it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size


class TickBox(QCheckBox):
    """A check box that takes its colours and its extent from the table; all of it is the target."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Box, gap, words."""
        look = self._look
        words = look.metrics(Role.BASE).horizontalAdvance(self.text())
        wide = look.px(Size.ICON_SMALL) + look.px(Size.STEP2) + words + look.px(Size.STEP2)
        return QSize(round(wide), max(look.px(Size.TARGET), look.line(Role.BASE)))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        """A click anywhere on it counts."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, with its tick, then the words."""
        look, side = self._look, self._look.px(Size.ICON_SMALL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - side) / 2
        frame = look.px(Size.FRAME)
        box = QRectF(0, top, side, side).adjusted(frame / 2, frame / 2, -frame / 2, -frame / 2)
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "edge"), frame))
        painter.setBrush(look.colour("accent" if self.isChecked() else "sheet"))
        painter.drawRoundedRect(box, look.px(Size.CAP_RADIUS), look.px(Size.CAP_RADIUS))
        if self.isChecked():
            inset = look.px(Size.STEP1) // 2
            tick = look.icon("check", "on_accent", side - 2 * inset, self.devicePixelRatioF())
            painter.drawPixmap(inset, round(top) + inset, tick)
        painter.setFont(look.font(Role.BASE))
        painter.setPen(look.colour("ink"))
        left = side + look.px(Size.STEP2)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()
