"""Drafts that wait: one row each, person, time, template and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size

_Index = QModelIndex | QPersistentModelIndex


class Urgency(StrEnum):
    """How a waiting draft stands; the word says it, the shape repeats it."""

    NONE = "none"
    FIRST = "first"
    TO_CLARIFY = "to_clarify"


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One row.

    Attributes:
        state: a word such as „bereit zum Lesen“.
        readable: it can be opened; a damaged one can only be destroyed.
    """

    id: str
    person: str
    template: str
    when: str
    state: str
    urgency: Urgency = Urgency.NONE
    readable: bool = True

    @property
    def spoken(self) -> str:
        """The row for whoever listens."""
        said = (self.person, self.template, self.when, self.state)
        return ", ".join(part for part in said if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[WaitingRow, ...] = ()

    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.person
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.state
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = self._look
        lines = look.line(Role.STRONG) + look.line(Role.SECONDARY)
        return QSize(0, lines + 2 * look.px(Size.STEP3) + look.px(Size.STEP1) + look.px(Size.HAIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, row = self._look, self._model.rows[index.row()]
        area: QRect = option.rect
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look.colour("cursor"))
        if focused:
            painter.fillRect(area.x(), area.y(), look.px(Size.BAR), area.height(),
                             look.colour("accent"))  # fmt: skip
        if index.row():
            painter.fillRect(area.x(), area.y(), area.width(), look.px(Size.HAIR),
                             look.colour("line"))  # fmt: skip
        pad = look.px(Size.ICON_SMALL)
        inner = QRectF(area).adjusted(pad, look.px(Size.STEP3), -pad, -look.px(Size.STEP3))
        first = QRectF(inner.x(), inner.y(), inner.width(), look.line(Role.STRONG))
        self._write(painter, first, row.when, Role.SECONDARY, "ink2", Qt.AlignmentFlag.AlignRight)
        taken = look.metrics(Role.SECONDARY).horizontalAdvance(row.when) + look.px(Size.STEP4)
        name = look.metrics(Role.STRONG).elidedText(
            row.person, Qt.TextElideMode.ElideMiddle, inner.width() - taken
        )
        self._write(painter, first, name, Role.STRONG, "ink")
        self._paint_state(painter, row, inner)

    def _paint_state(self, painter: QPainter, row: WaitingRow, inner: QRectF) -> None:
        look = self._look
        high = look.line(Role.SECONDARY)
        line = QRectF(inner.x(), inner.bottom() - high, inner.width(), high)
        head = f"{row.template} · "
        self._write(painter, line, head, Role.SECONDARY, "ink2")
        x = inner.x() + look.metrics(Role.SECONDARY).horizontalAdvance(head)
        role, token = Role.SECONDARY, "ink2"
        if row.urgency is not Urgency.NONE:
            first = row.urgency is Urgency.FIRST
            role, token = Role.SECONDARY_STRONG, "warn" if first else "block"
            side = look.px(Size.ICON_SMALL) - look.px(Size.HAIR)
            icon = look.icon("clock" if first else "octagon-alert", token, side)
            painter.drawPixmap(round(x), round(line.y() + (high - side) / 2), icon)
            x += side + look.px(Size.STEP1)
        rest = QRectF(x, line.y(), line.right() - x, high)
        self._write(painter, rest, row.state, role, token)

    def _write(
        self, painter: QPainter, area: QRectF, text: str, role: Role, token: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(token))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)


class WaitingList(QListView):
    """The list itself.

    Signals:
        chosen: a row was opened, by its id.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(look, self._model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda index: self._open(index.row()))
        look.changed.connect(lambda: self.show_rows(self._model.rows))

    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        """Show these rows; the row that had the focus keeps it."""
        here = self.currentIndex().row()
        self._model.show_rows(rows)
        if rows and here >= 0:
            self.setCurrentIndex(self._model.index(min(here, len(rows) - 1), 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = len(self._model.rows)
        return QSize(self._look.px(Size.WAITING), rows * max(self.sizeHintForRow(0), 0) + 2)

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(0, max(self.sizeHintForRow(0), 0) + 2)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._model.rows):
            self.chosen.emit(self._model.rows[row].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
