"""„Hier ablegen“: lies over the page while files are dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size

translate = QCoreApplication.translate


class DropCover(QWidget):
    """Covers the page, its focus ring too; takes neither mouse nor focus.

    Args:
        page: a part of the window ``parent``.
    """

    def __init__(self, look: Look, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_words())
        self.hide()

    def cover(self, *, on: bool) -> None:
        """Lie over the page, or go."""
        if on:
            corner = self._page.mapTo(self.window(), QPoint(0, 0))
            self.setGeometry(QRect(corner, self._page.size()))
            self.raise_()
        self.setVisible(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plain ground, a dashed frame, the words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("ground"))
        inset, radius = look.px(Size.STEP6), look.px(Size.SHEET_RADIUS)
        pen = QPen(look.colour("accent"), look.px(Size.RING))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.colour("cursor"))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Role.SCREEN_TITLE))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _words())
        painter.end()


def _words() -> str:
    return translate("Imports", "Hier ablegen")
