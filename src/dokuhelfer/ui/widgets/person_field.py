"""The field for the person: free text, with the icon that says what it searches."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size


class PersonField(QLineEdit):
    """A line with a magnifying glass before the text."""

    def __init__(self, look: Look, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(Role.BASE))
        self.setTextMargins(look.px(Size.ICON) + look.px(Size.STEP2), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glass, then the text."""
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        side = look.px(Size.ICON_SMALL)
        icon = look.icon("search", "ink2", side, self.devicePixelRatioF())
        painter.drawPixmap(look.px(Size.STEP4), (self.height() - side) // 2, icon)
        painter.end()
