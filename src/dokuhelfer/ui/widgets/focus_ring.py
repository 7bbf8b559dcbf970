"""The focus ring: one for the whole window, around whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Size


class FocusRing(QWidget):
    """Lies over the window, takes no events, and paints the ring."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - narrows the type only
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._around is not None and isValid(self._around):  # gone with its window
            self._around.removeEventFilter(self)
        wanted = new is not None and new.window() is self.window() and _wants_ring(new)
        self._around = new if wanted else None
        if self._around is not None:
            self._around.installEventFilter(self)
            self._around.destroyed.connect(self._forget)
        self.refresh()

    def _forget(self, gone: QObject | None = None) -> None:
        self._around = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along where it goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            self.update()
        return False

    def refresh(self) -> None:
        """Cover the window again and paint anew."""
        window = self.window()
        self.setGeometry(window.rect())
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three pixels of colour, two of what lies below in between."""
        around = self._around
        if around is None or not around.isVisible():
            return
        look = self._look
        width, gap = look.px(Size.RING), look.px(Size.RING_GAP)
        area = _visible_part(around, self)
        if area.isEmpty():  # scrolled out of view
            return
        out = gap + width / 2
        box = QRectF(area).adjusted(-out, -out, out, out)
        box = box.intersected(QRectF(self.rect()).adjusted(width, width, -width, -width))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus"), width))
        radius = look.px(Size.RING_ROUND)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


def _wants_ring(widget: QWidget) -> bool:
    """An editor frames itself, and a page that fills the window needs none."""
    return not isinstance(widget, QPlainTextEdit) and not widget.property("bare_focus")


def _visible_part(widget: QWidget, over: QWidget) -> QRect:
    area = QRect(widget.mapTo(over.window(), widget.rect().topLeft()), widget.size())
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            port = parent.viewport()
            corner = port.mapTo(over.window(), port.rect().topLeft())
            area = area.intersected(QRect(corner, port.size()))
        parent = parent.parentWidget()
    return area
