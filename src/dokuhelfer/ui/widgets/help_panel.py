"""The keys of a page, in its place: one line each, key caps left, what they do right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.row_list import Index, RowModel
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One line.

    Attributes:
        keys: as they stand on caps, those without function keys last.
    """

    keys: tuple[str, ...]
    words: str

    @property
    def spoken(self) -> str:
        """The line for whoever listens."""
        return f"{', '.join(self.keys)}: {self.words}"


class HelpPanel(QWidget):
    """Title, list, and the way back.

    Signals:
        left: the button.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self._model = _Model()
        self._list = QListView()
        self.setFocusProxy(self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(look, self._model, self._list))
        self._list.setAccessibleName(_title())
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        head = QHBoxLayout()
        head.addWidget(Text(look, _title(), Role.SHEET_TITLE), 1)
        back = Button(look, translate("Help", "Schließen"), key=cap(Action.LEAVE))
        back.clicked.connect(self.left)
        head.addWidget(back)
        inner.addLayout(head)
        inner.addWidget(self._list, 1)
        card.setMaximumWidth(look.px(Size.SHEET))
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(card, 1000)
        outer.addStretch(1)
        self.hide()

    @property
    def rows(self) -> tuple[HelpRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[HelpRow, ...]) -> None:
        """Show these, the first at the top."""
        self._model.show_rows(rows)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self.show()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _title() -> str:
    return translate("Help", "Tasten auf dieser Seite")


class _Model(RowModel):
    def words(self, row: HelpRow, role: int) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.words if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look
        return QSize(0, max(look.px(Size.TARGET), look.line(Role.BASE) + look.px(Size.STEP2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, self._model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, look.colour("cursor"))
        x = area.x() + look.px(Size.STEP3)
        for key in row.keys:
            x = self._paint_cap(painter, key, x, area) + look.px(Size.STEP2)
        left = max(x + look.px(Size.STEP2), area.x() + self._column())
        room = area.right() - left
        painter.setFont(look.font(Role.BASE))
        painter.setPen(look.colour("ink"))
        words = look.metrics(Role.BASE).elidedText(row.words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, area.y(), room, area.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _column(self) -> float:
        """Where the words begin: behind the longest caps."""
        return max((self._caps(row) for row in self._model.rows), default=0.0)

    def _caps(self, row: HelpRow) -> float:
        gap = self._look.px(Size.STEP2)
        return sum(self._cap(key) + gap for key in row.keys) + self._look.px(Size.STEP6)

    def _cap(self, key: str) -> float:
        look = self._look
        wide = look.metrics(Role.CAP).horizontalAdvance(key) + 2 * look.px(Size.CAP_PADDING)
        return max(wide, look.px(Size.STEP8))

    def _paint_cap(self, painter: QPainter, key: str, x: float, area: QRectF) -> float:
        look, width = self._look, self._cap(key)
        high = look.line(Role.CAP) + look.px(Size.STEP1)
        box = QRectF(x, area.center().y() - high / 2, width, high)
        painter.setPen(QPen(look.colour("edge"), look.px(Size.HAIR)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = look.px(Size.CAP_RADIUS)
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(look.font(Role.CAP))
        painter.setPen(look.colour("ink"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
        return x + width
