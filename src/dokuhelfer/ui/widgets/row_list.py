"""What lists of painted rows have in common: rows as values, the ground below them, their words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Rows; a subclass says what is read out of one.

    Attributes:
        rows: as they are shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Any, ...] = ()

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words of one; a screen reader reads them."""
        return self.words(self.rows[index.row()], role)

    def words(self, row: Any, role: int) -> str | None:
        """What is said of a row in that role."""
        raise NotImplementedError


class RowDelegate(QStyledItemDelegate):
    """Paints rows; a subclass says what stands in one."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look = look

    def paint_ground(
        self,
        painter: QPainter,
        area: QRectF,
        index: Index,
        *,
        here: bool,
        under_mouse: bool = False,
    ) -> None:
        """What is below the words.

        Args:
            here: keys act on this row.
        """
        look = self._look
        if here or under_mouse:
            painter.fillRect(area, look.colour("cursor"))
        if here:
            bar = QRectF(area.x(), area.y(), look.px(Size.BAR), area.height())
            painter.fillRect(bar, look.colour("accent"))
        if index.row():
            hair = QRectF(area.x(), area.y(), area.width(), look.px(Size.HAIR))
            painter.fillRect(hair, look.colour("line"))

    def write(
        self, painter: QPainter, area: QRectF, text: str, role: Role, token: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        """One line of words."""
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(token))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)


class RowList(QListView):
    """A list of painted rows."""

    def __init__(self, look: Look, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
