"""The button: icon, text and the cap of its key."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size


class Kind(StrEnum):
    """How much a button asks to be pressed; exactly one on the screen is filled."""

    FILLED = "filled"
    OUTLINED = "outlined"
    BARE = "bare"


class Button(QPushButton):
    """A push button that paints icon, text and key cap; its description is the key.

    Attributes:
        dashed: it cannot act now, but says why when pressed.

    Args:
        key: as it stands on the cap.
        cap_first: the cap stands before the text (digits).
        size: its height.
        quiet: secondary colour for icon and text.
        chevron: it opens a choice.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        icon: str = "",
        key: str = "",
        kind: Kind = Kind.OUTLINED,
        size: Size = Size.BUTTON,
        cap_first: bool = False,
        quiet: bool = False,
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon_name = icon
        self._key = key
        self._kind = kind
        self._size = size
        self._cap_first = cap_first
        self._quiet = quiet
        self._chevron = chevron
        self._role = Role.BIG_BUTTON if size is Size.BIG else Role.CONTROL
        self.dashed = False
        self.takes_space = True
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()
        look.changed.connect(self._restyle)

    @property
    def kind(self) -> Kind:
        """See `Kind`."""
        return self._kind

    def dress(
        self,
        text: str | None = None,
        *,
        icon: str | None = None,
        key: str | None = None,
        kind: Kind | None = None,
        dashed: bool | None = None,
        role: Role | None = None,
    ) -> None:
        """Change what it says and how it looks; None leaves as it is.

        Head and foot dress all their buttons at every step: what stays is not laid out anew.
        """
        before = self._dressed()
        if text is not None and text != self.text():
            self.setText(text)
        self._icon_name = self._icon_name if icon is None else icon
        self._key = self._key if key is None else key
        self._kind = kind or self._kind
        self.dashed = self.dashed if dashed is None else dashed
        self._role = role or self._role
        if self._dressed() != before:
            self._describe()
            self._restyle()

    def _dressed(self) -> tuple[object, ...]:
        return (self.text(), self._icon_name, self._key, self._kind, self.dashed, self._role)

    def _describe(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._key)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # --- extent ----------------------------------------------------------------------------

    def _gap(self) -> int:
        return self._look.px(Size.STEP2) + self._look.px(Size.STEP1) // 2

    def _padding(self) -> int:
        return self._look.px(Size.STEP3 if self._cap_first else Size.STEP4)

    def _cap_width(self) -> float:
        width = self._look.metrics(Role.CAP).horizontalAdvance(self._key)
        return max(width + 2 * self._look.px(Size.CAP_PADDING), self._look.px(Size.STEP8))

    def _parts(self) -> list[tuple[str, float]]:
        """What stands in it from left to right, with the width of each."""
        parts: list[tuple[str, float]] = []
        if self._icon_name:
            parts.append(("icon", self._look.px(Size.ICON)))
        if self.text():
            advance = self._look.metrics(self._text_role()).horizontalAdvance(self.text())
            parts.append(("text", advance + 1))
        if self._key:
            parts.insert(0 if self._cap_first else len(parts), ("cap", self._cap_width()))
        if self._chevron:
            parts.append(("chevron", self._look.px(Size.ICON_SMALL)))
        return parts

    def _text_role(self) -> Role:
        if self._role is Role.CONTROL and self._kind is Kind.FILLED:
            return Role.STRONG
        if self._role is Role.BIG_BUTTON and self.dashed:
            return Role.BIG_QUIET
        return self._role

    def sizeHint(self) -> QSize:
        """Room for all of it; never less than a target."""
        parts = self._parts()
        inner = sum(width for _, width in parts) + self._gap() * (len(parts) - 1)
        high = max(self._look.px(self._size), self._look.line(self._role) + self._padding())
        return QSize(max(round(inner + 2 * self._padding() + 1), high), high)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, then the parts from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        parts = self._parts()
        inner = sum(width for _, width in parts) + self._gap() * (len(parts) - 1)
        x = (self.width() - inner) / 2
        for part, width in parts:
            self._paint_part(painter, part, x, width)
            x += width + self._gap()
        painter.end()

    def _ink(self) -> str:
        if self._kind is Kind.FILLED:
            return "on_accent"
        if self.dashed or not self.isEnabled():
            return "disabled"
        return "ink2" if self._quiet else "ink"

    def _paint_box(self, painter: QPainter) -> None:
        look, frame = self._look, self._look.frame
        inset = frame / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = look.px(Size.RADIUS)
        pressed = self.isDown() or self.underMouse()
        if self._kind is Kind.FILLED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_press" if self.isDown() else "accent"))
        elif self._kind is Kind.OUTLINED:
            idle = self.dashed or not self.isEnabled()
            pen = QPen(look.colour("disabled" if idle else "edge"), frame)
            pen.setStyle(Qt.PenStyle.DashLine if idle else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            plain = "ground" if idle else "sheet"
            painter.setBrush(look.colour("cursor" if pressed and not idle else plain))
        elif pressed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("cursor"))
        else:
            return
        painter.drawRoundedRect(box, radius, radius)

    def _paint_part(self, painter: QPainter, part: str, x: float, width: float) -> None:
        middle = self.height() / 2
        if part in ("icon", "chevron"):
            name = self._icon_name if part == "icon" else "chevron-down"
            side = self._look.px(Size.ICON) if part == "icon" else self._look.px(Size.ICON_SMALL)
            ink = "ink2" if self._chevron and self._kind is Kind.BARE else self._ink()
            icon = self._look.icon(name, ink, round(side), self.devicePixelRatioF())
            painter.drawPixmap(round(x), round(middle - side / 2), icon)
        elif part == "text":
            painter.setFont(self._look.font(self._text_role()))
            painter.setPen(self._look.colour(self._ink()))
            area = QRectF(x, 0, width, self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        else:
            self._paint_cap(painter, x, width)

    def _paint_cap(self, painter: QPainter, x: float, width: float) -> None:
        high = self._look.line(Role.CAP) + self._look.px(Size.STEP1)
        box = QRectF(round(x) + 0.5, round((self.height() - high) / 2) + 0.5, width - 1, high)
        token = self._ink() if self._kind is Kind.FILLED or self.dashed else "edge"
        painter.setPen(QPen(self._look.colour(token), self._look.px(Size.HAIR)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._look.px(Size.CAP_RADIUS)
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(self._look.font(Role.CAP))
        painter.setPen(self._look.colour(self._ink()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as well; a held key never does; Space only where it may."""
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Space and not self.takes_space:
            event.ignore()
        else:
            super().keyPressEvent(event)
