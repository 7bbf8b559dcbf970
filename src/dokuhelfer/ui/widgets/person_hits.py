"""Persons that fit what is typed, below the line it is typed into."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dokuhelfer.persons import Person, Persons
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.row_list import Index, RowModel

translate = QCoreApplication.translate


class PersonHits(QListView):
    """The list; the keys stay in the line, which moves it.

    Signals:
        picked: a `Person`.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(look, self._model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Persons", "Gefundene Personen"))
        self.clicked.connect(lambda index: self._pick(index.row()))
        self.show_hits(())

    @property
    def shown(self) -> tuple[Person, ...]:
        """Who is offered."""
        return self._model.rows

    @property
    def here(self) -> Person | None:
        """Who Enter takes."""
        row = self.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def show_hits(self, persons: tuple[Person, ...]) -> None:
        """Offer these; the only one is what Enter takes, of several one is chosen first."""
        self._model.show_rows(persons)
        if len(persons) == 1:
            self.setCurrentIndex(self._model.index(0, 0))
        self.setFixedHeight(len(persons) * max(self.sizeHintForRow(0), 0))
        self.setVisible(bool(persons))

    def step(self, by: int) -> None:
        """To the next (1) or previous (−1) one."""
        row, count = self.currentIndex().row(), len(self.shown)
        if count:
            first = 0 if by > 0 else count - 1
            to = first if row < 0 else max(0, min(count - 1, row + by))
            self.setCurrentIndex(self._model.index(to, 0))

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.shown):
            self.picked.emit(self.shown[row])


class PersonSearch(QObject):
    """Puts line and list together: ↑↓ choose, Enter takes, Esc closes the list.

    Signals:
        chosen: what is written of the person who was taken; the line says it by then.

    Args:
        persons: the list as it is now.
    """

    chosen = Signal(str)

    def __init__(self, line: QLineEdit, hits: PersonHits, persons: Callable[[], Persons]) -> None:
        super().__init__(line)
        self._line = line
        self._hits = hits
        self._persons = persons
        line.textEdited.connect(self._search)
        line.textChanged.connect(self._forget)
        hits.picked.connect(self._take)
        line.installEventFilter(self)

    def _search(self, typed: str) -> None:
        found = self._persons().find(typed)
        self._hits.show_hits(found)
        if found:
            text = translate("Persons", "{count} gefunden").format(count=len(found))
            self._say(_spoken(found[0]) if len(found) == 1 else text)

    def _forget(self, text: str) -> None:
        """What the line says was not typed, or is nothing any more."""
        if not text or not self._line.isModified():
            self._hits.show_hits(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that mean its list."""
        if not self._hits.shown or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key not in _KEYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # Esc closes the list, and not the page
            return True
        return event.type() is QEvent.Type.KeyPress and self._press(key)

    def _press(self, key: Qt.Key) -> bool:
        here = self._hits.here
        if key is Qt.Key.Key_Escape:
            self._hits.show_hits(())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._hits.step(1 if key is Qt.Key.Key_Down else -1)
            if self._hits.here is not None:
                self._say(_spoken(self._hits.here))
        elif here is None:
            return False
        else:
            self._take(here)
        return True

    def _take(self, person: Person) -> None:
        text = self._persons().chosen(person)
        self._hits.show_hits(())
        self._line.setText(text)
        self.chosen.emit(text)

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, text))


_KEYS = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)


class _Model(RowModel):
    def words(self, row: Person, role: int) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look
        return QSize(0, max(look.px(Size.TARGET), look.line(Role.STRONG) + look.px(Size.STEP2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, person = self._look, self._model.rows[index.row()]
        area = option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look.colour("cursor"))
        if here:
            bar = look.px(Size.BAR)
            painter.fillRect(area.x(), area.y(), bar, area.height(), look.colour("accent"))
        inner = QRectF(area).adjusted(look.px(Size.STEP4), 0, -look.px(Size.STEP4), 0)
        beside = "  ".join(_beside(person))
        taken = look.metrics(Role.SECONDARY).horizontalAdvance(beside) + look.px(Size.STEP4)
        name = look.metrics(Role.STRONG).elidedText(
            person.name, Qt.TextElideMode.ElideMiddle, inner.width() - taken
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(Role.STRONG))
        painter.setPen(look.colour("ink"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        painter.setFont(look.font(Role.SECONDARY))
        painter.setPen(look.colour("ink2"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), beside)


def _beside(person: Person) -> list[str]:
    room = person.room
    if room and not room[0].isalpha():
        room = translate("Persons", "Zimmer {room}").format(room=room)
    born = translate("Persons", "geb. {day}").format(day=person.born) if person.born else ""
    return [part for part in (room, born) if part]


def _spoken(person: Person) -> str:
    return ", ".join((person.name, *_beside(person)))
