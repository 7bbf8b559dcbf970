"""The entries of a Sammeldiktat, one row each; single letters act only while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from dokuhelfer.ui.cut_page import CutKind, CutPage, CutRow
from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.page import Passage
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.prose import Laid, Prose
from dokuhelfer.ui.widgets.row_list import Index, RowDelegate, RowList, RowModel

translate = QCoreApplication.translate

_LETTERS = (Action.JOIN, Action.SPLIT, Action.OWNER, Action.KIND)
_ROWS = 64
"""Their words stay laid out; a round has fewer."""


class _Model(RowModel):
    def __init__(self) -> None:
        super().__init__()
        self.opened: frozenset[int] = frozenset()

    def words(self, row: CutRow, role: int) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (_title(row), row.template, row.words) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _state(row)
        return None


class _Delegate(RowDelegate):
    """A row: mark, number, whose and what, when; below it the words."""

    def __init__(self, look: Look, model: _Model, view: QListView) -> None:
        super().__init__(look, view)
        self._model = model
        self._view = view
        self._laid = Laid(look, most=_ROWS)

    def _words(self, index: Index, width: float) -> Prose:
        opened = index.row() in self._model.opened
        text = f"„{self._model.rows[index.row()].words}“"
        if not opened:
            metrics = self._look.metrics(Role.BASE)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._laid.out(Role.BASE, Passage(text), width, ink="ink2")

    def _inner(self, area: QRectF) -> QRectF:
        look = self._look
        left = look.px(Size.STEP6) + 2 * look.px(Size.ICON_SMALL) + look.px(Size.STEP3)
        return area.adjusted(left, look.px(Size.STEP3), -look.px(Size.STEP6), -look.px(Size.STEP3))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look
        wide = self._view.viewport().width()
        words = self._words(index, self._inner(QRectF(0, 0, wide, 0)).width())
        high = look.line(Role.STRONG) + look.px(Size.STEP1) + round(words.height)
        return QSize(0, high + 2 * look.px(Size.STEP3) + look.px(Size.HAIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self._look, self._model.rows[index.row()]
        area = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_ground(painter, area, index, here=here)
        inner = self._inner(area)
        self._paint_mark(painter, row, inner)
        self._paint_title(painter, row, inner)
        below = inner.y() + look.line(Role.STRONG) + look.px(Size.STEP1)
        self._words(index, inner.width()).draw(painter, inner.x(), below)

    def _paint_mark(self, painter: QPainter, row: CutRow, inner: QRectF) -> None:
        look = self._look
        side, high = look.px(Size.ICON_SMALL), look.line(Role.STRONG)
        x = inner.x() - look.px(Size.STEP3) - 2 * side
        if row.decided:
            icon = look.icon("check", "accent", side)
            painter.drawPixmap(round(x), round(inner.y() + (high - side) / 2), icon)
        elif row.kind is CutKind.LOOSE:
            icon = look.icon("octagon-alert", "block", side)
            painter.drawPixmap(round(x), round(inner.y() + (high - side) / 2), icon)
        number = {CutKind.ADDED: "+", CutKind.LOOSE: "?"}.get(row.kind, str(row.entry))
        place = QRectF(x + side, inner.y(), side, high)
        self.write(painter, place, number, Role.STRONG, "ink", Qt.AlignmentFlag.AlignHCenter)

    def _paint_title(self, painter: QPainter, row: CutRow, inner: QRectF) -> None:
        look = self._look
        line = QRectF(inner.x(), inner.y(), inner.width(), look.line(Role.STRONG))
        right = Qt.AlignmentFlag.AlignRight
        self.write(painter, line, row.place, Role.SECONDARY, "ink2", right)
        taken = look.metrics(Role.SECONDARY).horizontalAdvance(row.place) + look.px(Size.STEP4)
        metrics = look.metrics(Role.STRONG)
        title = _title(row)
        if row.kind is CutKind.LOOSE and row.decided:
            title = _state(row)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, inner.width() - taken)
        self.write(painter, line, title, Role.STRONG, "ink")
        x = metrics.horizontalAdvance(title)
        rest = line.adjusted(x, 0, -taken, 0)
        if row.kind is CutKind.ENTRY and rest.width() > 0:
            kind = look.metrics(Role.BASE).elidedText(
                f" · {row.template}", Qt.TextElideMode.ElideRight, rest.width()
            )
            self.write(painter, rest, kind, Role.BASE, "ink2")


class CutList(RowList):
    """The list itself.

    Signals:
        confirmed: Space at a row.
        acted: a letter key (`Action`) at the current row.
        shifted: ← or → at the current row; whether its end moves later, and by a word: by a whole
            clause with Strg.
        moved: another row is the current one.

    Every key acts on `current`.
    """

    confirmed = Signal()
    acted = Signal(Action)
    shifted = Signal(bool, bool)
    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._model = _Model()
        super().__init__(look, self._model, parent)
        self.setItemDelegate(_Delegate(look, self._model, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        look.changed.connect(self._model.layoutChanged)

    @property
    def current(self) -> int:
        """The row that keys act on; −1 without rows."""
        return self.currentIndex().row()

    def show_page(self, page: CutPage, row: int) -> None:
        """Show these rows with the cursor on one of them."""
        if len(page.rows) != len(self._model.rows):
            self._model.opened = frozenset()
        self._model.show_rows(page.rows)
        if page.rows:
            self.setCurrentIndex(self._model.index(min(row, len(page.rows) - 1), 0))

    def toggle_words(self) -> None:
        """All words of the current row, or their beginning."""
        self._model.opened ^= {self.current}
        self._model.layoutChanged.emit()
        self.scrollTo(self.currentIndex())

    def open_words(self) -> None:
        """All words of the current row and of the one below: a border between them moves."""
        self._model.opened |= {self.current, self.current + 1}
        self._model.layoutChanged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the signals; Enter opens the words. A held key does nothing but move."""
        key = event.key()
        letter = next((one for one in _LETTERS if event.text().upper() == cap(one)), None)
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.isAutoRepeat() and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return
        if key == Qt.Key.Key_Space and plain:
            self.confirmed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.toggle_words()
        elif sideways and (plain or event.modifiers() == Qt.KeyboardModifier.ControlModifier):
            self.shifted.emit(key == Qt.Key.Key_Right, plain)
        elif letter is not None and plain:
            self.acted.emit(letter)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break anew."""
        super().resizeEvent(event)
        self._model.layoutChanged.emit()


def _title(row: CutRow) -> str:
    if row.kind is CutKind.LOOSE:
        return translate("Cuts", "Wohin mit diesem Stück?")
    if row.kind is CutKind.ADDED:
        return translate("Cuts", "zu {number}").format(number=row.entry)
    return row.person or translate("Head", "Ohne Person")


def _state(row: CutRow) -> str:
    if row.kind is CutKind.LOOSE:
        return translate("Cuts", "bleibt draußen") if row.decided else translate("Cuts", "offen")
    return translate("Cuts", "passt") if row.decided else translate("Cuts", "offen")
