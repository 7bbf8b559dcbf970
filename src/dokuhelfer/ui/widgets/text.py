"""Labels: plain text only, with a role and a tone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dokuhelfer.ui.page import Passage
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.prose import Laid, Prose


class Text(QLabel):
    """One text of the window. Never reads its words as markup.

    Args:
        tone: ``quiet`` or a severity; "" for the ink.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Role = Role.BASE,
        tone: str = "",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone)
        self.setProperty("role", str(role))
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))

    def retone(self, tone: str) -> None:
        """Change the tone."""
        if tone == self.property("tone"):
            return
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ShortText(Text):
    """One line, shortened in the middle where there is no room; all of it is its tooltip."""

    def __init__(self, look: Look, role: Role = Role.BASE, tone: str = "") -> None:
        super().__init__(look, "", role, tone)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show these words."""
        if text != self._whole:
            self._whole = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of it as fits."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        metrics = self._look.metrics(self._role)
        self.setText(metrics.elidedText(self._whole, middle, self.width()))

    def sizeHint(self) -> QSize:
        """All of it."""
        wide = self._look.metrics(self._role).horizontalAdvance(self._whole)
        return QSize(round(wide) + 1, self._look.line(self._role))

    def minimumSizeHint(self) -> QSize:
        """Some letters."""
        return QSize(self._look.px(Size.EVIDENCE_COLUMN), self._look.line(self._role))


class ProseLabel(QWidget):
    """A paragraph with its own line height."""

    def __init__(
        self, look: Look, role: Role, ink: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._ink = ink
        self._passage = Passage("")
        self._laid = Laid(look)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show these words."""
        self._passage = Passage(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _prose(self, width: int) -> Prose:
        return self._laid.out(self._role, self._passage, width, ink=self._ink)

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all its lines."""
        return round(self._prose(width).height)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return QSize(self.width(), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All lines."""
        painter = QPainter(self)
        self._prose(self.width()).draw(painter, 0, 0)
        painter.end()
