"""Drafts that wait: one row each, person, time, template and how it stands."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.row_list import Index, RowDelegate, RowList, RowModel


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
    def measure(self) -> Hashable:
        """What the height of its words depends on: digits are of one width, a name stands in
        one line."""
        return re.sub(r"\d", "0", f"{self.template} {self.when} {self.state}"), self.readable

    @property
    def line(self) -> str:
        """„Frau Özdemir · Vitalwerte · heute, 07:52“."""
        return " · ".join(part for part in (self.person, self.template, self.when) if part)

    @property
    def spoken(self) -> str:
        """The row for whoever listens."""
        said = (self.person, self.template, self.when, self.state)
        return ", ".join(part for part in said if part)


class _Model(RowModel):
    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        """Where the same dictations are listed, only what stands otherwise is another."""
        if [one.id for one in rows] != [one.id for one in self.rows]:
            super().show_rows(rows)
            return
        others = [at for at, row in enumerate(rows) if row != self.rows[at]]
        self.rows = rows
        for at in others:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def words(self, row: WaitingRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.person
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.state
        return None


class _Delegate(RowDelegate):
    def __init__(self, look: Look, model: _Model, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look
        lines = look.line(Role.STRONG) + look.line(Role.SECONDARY)
        return QSize(0, lines + 2 * look.px(Size.STEP3) + look.px(Size.STEP1) + look.px(Size.HAIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, self._model.rows[index.row()]
        area, state = QRectF(option.rect), option.state
        self.paint_ground(
            painter, area, index,
            here=bool(state & QStyle.StateFlag.State_HasFocus),
            under_mouse=bool(state & QStyle.StateFlag.State_MouseOver),
        )  # fmt: skip
        pad = look.px(Size.ICON_SMALL)
        inner = area.adjusted(pad, look.px(Size.STEP3), -pad, -look.px(Size.STEP3))
        first = QRectF(inner.x(), inner.y(), inner.width(), look.line(Role.STRONG))
        self.write(painter, first, row.when, Role.SECONDARY, "ink2", Qt.AlignmentFlag.AlignRight)
        taken = look.metrics(Role.SECONDARY).horizontalAdvance(row.when) + look.px(Size.STEP4)
        name = look.metrics(Role.STRONG).elidedText(
            row.person, Qt.TextElideMode.ElideMiddle, inner.width() - taken
        )
        self.write(painter, first, name, Role.STRONG, "ink")
        self._paint_state(painter, row, inner)

    def _paint_state(self, painter: QPainter, row: WaitingRow, inner: QRectF) -> None:
        look = self._look
        high = look.line(Role.SECONDARY)
        line = QRectF(inner.x(), inner.bottom() - high, inner.width(), high)
        head = f"{row.template} · "
        self.write(painter, line, head, Role.SECONDARY, "ink2")
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
        self.write(painter, rest, row.state, role, token)


class WaitingList(RowList):
    """The list itself.

    Signals:
        chosen: a row was opened, by its id.
        reached: where in the list the row stands that keys act on from now on.
    """

    chosen = Signal(str)
    reached = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._model = _Model()
        super().__init__(look, self._model, parent)
        self.setItemDelegate(_Delegate(look, self._model, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda index: self._open(index.row()))
        look.changed.connect(self._restyle)

    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        """Show these rows; the dictation that had the focus keeps it, wherever it stands now."""
        here = self.currentIndex().row()
        before = self._model.rows[here].id if here >= 0 else ""
        many = len(self._model.rows)
        self._model.show_rows(rows)
        if rows and here >= 0 and self.currentIndex().row() < 0:
            there = (at for at, row in enumerate(rows) if row.id == before)
            at = next(there, min(here, len(rows) - 1))
            self.setCurrentIndex(self._model.index(at, 0))
        if many != len(rows):
            self.updateGeometry()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page scrolls, as the list itself is as high as all its rows."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.reached.emit(self.visualRect(current))

    def _restyle(self) -> None:
        """Rows are of another height."""
        self._model.layoutChanged.emit()
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
