"""Running text with its own line height and semi-bold facts; never markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from dokuhelfer.ui.page import Passage, Range
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size


class Prose:
    """A passage laid out in a width; paint it with `draw`.

    Args:
        width: in px; the passage breaks at blanks only.
        disputed: token of the colour of disputed words.
        ink: token of the colour of the rest.
        most_lines: the rest is left out; 0 for all.
    """

    def __init__(
        self,
        look: Look,
        role: Role,
        passage: Passage,
        width: float,
        *,
        disputed: str = "ink",
        ink: str = "ink",
        most_lines: int = 0,
    ) -> None:
        self._look = look
        self._passage = passage
        self._ink = ink
        self._disputed = disputed
        self._font = look.font(role)
        self._layout = QTextLayout(passage.text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(role))
        self._step = float(look.line(role))
        metrics = QFontMetricsF(self._font)
        self._above = (self._step - metrics.height()) / 2
        self.baseline = self._above + metrics.ascent()
        self.height = self._break(width, most_lines)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max(
            (self._layout.lineAt(i).naturalTextWidth() for i in range(self.lines)), default=0.0
        )

    def _formats(self, role: Role) -> list[QTextLayout.FormatRange]:
        formats = []
        strong = self._look.font(role, strong=True)
        for ranges, token, font in (
            (self._passage.facts, self._ink, strong),
            (self._passage.quiet, "ink2", self._font),
            (self._passage.disputed, self._disputed, strong),
        ):
            for start, end in ranges:
                one = QTextLayout.FormatRange()
                one.start, one.length = self._units(start, end)
                style = QTextCharFormat()
                style.setFont(font)
                style.setForeground(self._look.colour(token))
                one.format = style
                formats.append(one)
        return formats

    def _units(self, start: int, end: int) -> Range:
        """Code points → Qt's UTF-16 units: first, length."""
        text = self._passage.text
        first = len(text[:start].encode("utf-16-le")) // 2
        return first, len(text[start:end].encode("utf-16-le")) // 2

    def _break(self, width: float, most_lines: int) -> float:
        self._layout.beginLayout()
        count = 0
        while not most_lines or count < most_lines:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, count * self._step + self._above))
            count += 1
        self._layout.endLayout()
        return count * self._step

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner at (x, y)."""
        painter.setPen(self._look.colour(self._ink))
        self._layout.draw(painter, QPointF(x, y))
        thick = self._look.px(Size.UNDERLINE)
        for start, end in self._passage.disputed:
            for left, right, base in self.stretches((start, end)):
                painter.fillRect(
                    QRectF(x + left, y + base + thick, right - left, thick),
                    self._look.colour(self._disputed),
                )

    def stretches(self, part: Range) -> list[tuple[float, float, float]]:
        """Where a part stands: left, right and baseline on each line it touches."""
        first, length = self._units(*part)
        found = []
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            begin = max(first, line.textStart())
            end = min(first + length, line.textStart() + line.textLength())
            if begin < end:
                left, right = _x_of(line, begin), _x_of(line, end)
                found.append((left, right, number * self._step + self.baseline))
        return found


class Laid:
    """Passages of one widget, laid out once for measuring and all paintings, and gone with it.

    Args:
        most: so many are kept; the one that was made first makes way.
    """

    def __init__(self, look: Look, most: int = 8) -> None:
        self._look = look
        self._most = most
        self._kept: dict[tuple[object, ...], Prose] = {}

    def out(
        self,
        role: Role,
        passage: Passage,
        width: float,
        *,
        disputed: str = "ink",
        ink: str = "ink",
        most_lines: int = 0,
    ) -> Prose:
        """The passage as `Prose` makes it."""
        key = (self._look.age, role, passage, width, disputed, ink, most_lines)
        if key not in self._kept:
            if len(self._kept) == self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = Prose(
                self._look, role, passage, width, disputed=disputed, ink=ink, most_lines=most_lines
            )
        return self._kept[key]


def _x_of(line: QTextLine, position: int) -> float:
    """Where a cursor position stands; the binding gives it together with the position."""
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
