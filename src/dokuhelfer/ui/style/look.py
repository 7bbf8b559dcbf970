"""The look in force: colours, type, distances and icons of the chosen theme and text size."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dokuhelfer.ui.style.tokens import (
    COLOURS,
    FAMILIES,
    FIXED,
    GROWING,
    REGULAR_FROM,
    SIZES,
    TEXT_SIZES,
    TYPES,
    WIDE_FROM,
    Role,
    Size,
    Theme,
    Weight,
    Width,
)

_ASSETS = Path(__file__).resolve().parent.parent / "assets"
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
}


class Look(QObject):
    """What every widget asks for its appearance; one object for the whole window.

    Fonts, measures and colours are made once and given to all who ask, as painting asks for them
    again and again: they are not to be changed.

    Signals:
        changed: theme or text size are others now.

    Attributes:
        age: another number after each change; what was laid out at another age is to be made anew.
    """

    changed = Signal()

    def __init__(self, theme: Theme = Theme.LIGHT, percent: int = 100) -> None:
        super().__init__()
        self._theme = theme
        self._percent = percent
        self._drawings: dict[str, str] = {}
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._metrics: dict[Role, QFontMetricsF] = {}
        self._colours: dict[str, QColor] = {}
        self._pixels: dict[Size, int] = {}
        self.age = 0
        for weight in Weight:
            QFontDatabase.addApplicationFont(str(_ASSETS / "fonts" / f"IBMPlexSans-{weight}.ttf"))

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def percent(self) -> int:
        """The text size in per cent."""
        return self._percent

    def choose(self, theme: Theme | None = None, percent: int | None = None) -> None:
        """Take another theme or text size."""
        self._theme = theme or self._theme
        self._percent = percent or self._percent
        for kept in (self._icons, self._fonts, self._metrics, self._colours, self._pixels):
            kept.clear()
        self.age += 1
        self.changed.emit()

    def resize(self, step: int) -> None:
        """The next larger (1) or smaller (−1) text size."""
        here = TEXT_SIZES.index(self._percent)
        self.choose(percent=TEXT_SIZES[max(0, min(here + step, len(TEXT_SIZES) - 1))])

    def value(self, token: str) -> str:
        """A colour as ``#RRGGBB``."""
        return str(getattr(COLOURS[self._theme], token))

    def colour(self, token: str) -> QColor:
        """A colour to paint with."""
        if token not in self._colours:
            self._colours[token] = QColor(self.value(token))
        return self._colours[token]

    @property
    def frame(self) -> int:
        """Width of a border that carries structure."""
        return COLOURS[self._theme].frame

    def px(self, size: Size) -> int:
        """A distance or an extent at this text size."""
        if size not in self._pixels:
            self._pixels[size] = self._scaled(size)
        return self._pixels[size]

    def _scaled(self, size: Size) -> int:
        pixels = SIZES[size]
        if size in FIXED:
            return pixels
        scale = self._percent / 100
        return round(pixels * (scale if size in GROWING else math.sqrt(scale)))

    def text_px(self, role: Role) -> int:
        """Height of the letters of a role."""
        return round(TYPES[role].px * self._percent / 100)

    def line(self, role: Role) -> int:
        """Height of a line of a role."""
        return round(TYPES[role].line * self._percent / 100)

    def em(self) -> float:
        """One em: the base text size."""
        return TYPES[Role.BASE].px * self._percent / 100

    def width_class(self, pixels: int) -> Width:
        """How much room so many pixels are."""
        em = pixels / self.em()
        if em < REGULAR_FROM:
            return Width.NARROW
        return Width.WIDE if em >= WIDE_FROM else Width.REGULAR

    def font(self, role: Role, *, strong: bool = False) -> QFont:
        """The font of a role; ``strong`` for the words in it that carry facts."""
        if (role, strong) not in self._fonts:
            font = QFont()
            font.setFamilies(list(FAMILIES))
            font.setPixelSize(self.text_px(role))
            font.setWeight(_WEIGHTS[Weight.SEMIBOLD if strong else TYPES[role].weight])
            self._fonts[role, strong] = font
        return self._fonts[role, strong]

    def weight(self, role: Role) -> int:
        """How heavy the letters of a role are, as Qt counts (400, 500, 600)."""
        return _WEIGHTS[TYPES[role].weight].value

    def metrics(self, role: Role) -> QFontMetricsF:
        """Measures of a role's font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def icon(self, name: str, token: str, pixels: int, ratio: float = 1.0) -> QPixmap:
        """A drawing in a colour; ``pixels`` wide and high, sharp at this device ratio."""
        key = (name, self.value(token), pixels, ratio)
        if key not in self._icons:
            self._icons[key] = self._drawn(name, self.value(token), pixels, ratio)
        return self._icons[key]

    def _drawn(self, name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
        if name not in self._drawings:
            name_only, _, filled = name.partition(":")
            text = (_ASSETS / "icons" / f"{name_only}.svg").read_text("utf-8")
            if filled:
                text = text.replace('fill="none"', 'fill="currentColor"')
            self._drawings[name] = text
        text = self._drawings[name].replace("currentColor", colour)
        pixmap = QPixmap(round(pixels * ratio), round(pixels * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        side = pixels * ratio
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
