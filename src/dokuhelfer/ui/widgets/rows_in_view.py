"""A long column of rows with real buttons in them, of which only those in view are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Size


class Shown(Protocol):
    """What a row shows."""

    @property
    def id(self) -> str:
        """Which one it is."""

    @property
    def measure(self) -> Hashable:
        """Rows in which this is the same are of the same height."""


class Row(QFrame):
    """A row that can become another one.

    Attributes:
        stations: what takes the focus in it, in the order of Tab.
    """

    stations: tuple[QWidget, ...] = ()

    def show_row(self, row: Any, *, filled: bool) -> None:
        """Show this now.

        Args:
            filled: its first button is the next step of the whole page.
        """
        raise NotImplementedError

    def high(self, width: int) -> int:
        """Pixels it needs in that width."""
        for part in reversed((self, *self.findChildren(QWidget))):
            part.ensurePolished()  # its letters have no size before
            if (inner := part.layout()) is not None:
                inner.invalidate()
                inner.activate()
        layout = self.layout()
        assert layout is not None  # noqa: S101 - narrows the type only
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()


class RowsInView(QWidget):
    """The column. It is as high as all its rows; those out of view are numbers only.

    The row with the focus stays made wherever it is, and one more above and below what is in view,
    so that Tab finds its way.

    Args:
        scroll: what the column is in.
        make: makes an empty row, a child of the column; it is used for one row after the other.
    """

    def __init__(self, look: Look, scroll: QScrollArea, make: Callable[[QWidget], Row]) -> None:
        super().__init__()
        self._look = look
        self._scroll = scroll
        self._make = make
        self._rows: tuple[Shown, ...] = ()
        self._places: dict[str, int] = {}
        self._filled = ""
        self._tops = [0]
        self._measured: dict[Hashable, int] = {}
        self._gauge: Row | None = None
        self._reached = ""
        self.made: dict[str, Row] = {}
        """Rows that are widgets now, by id."""
        self._spare: list[Row] = []
        self._filling = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(self._fill)
        bar.rangeChanged.connect(self._fill_soon)
        # Behind the rows, which hear of it too.
        look.changed.connect(lambda: QTimer.singleShot(0, self, self._measure_anew))

    # --- contents --------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Shown, ...]:
        """All of them, made or not."""
        return self._rows

    def show_rows(self, rows: Sequence[Shown], filled: str = "") -> None:
        """Show these.

        Args:
            filled: id of the row whose first button is the next step of the page.
        """
        rows = tuple(rows)
        if (rows, filled) == (self._rows, self._filled):
            return
        self._rows, self._filled = rows, filled
        self._places = {one.id: place for place, one in enumerate(rows)}
        self._lay_out()

    def reach(self, id: str) -> Row | None:
        """Bring a row into view; None where there is none of that id."""
        place = self._places.get(id)
        if place is None:
            return None
        self._reached = id
        if id not in self.made:
            self._bind(id)
            self._chain()
        bar, viewport = self._scroll.verticalScrollBar(), self._scroll.viewport()
        top = self.mapTo(viewport, self.rect().topLeft()).y() + bar.value() + self._tops[place]
        high = self._tops[place + 1] - self._tops[place]
        margin = self._look.px(Size.STEP6)
        room = viewport.height()
        if top < bar.value() + margin:
            bar.setValue(top - margin)
        elif top + high > bar.value() + room - margin:
            bar.setValue(top + high + margin - room)
        return self.made[id]

    def holding(self, widget: QWidget | None) -> str:
        """Id of the row that widget is in; "" where it is in none."""
        if widget is None or not self.isAncestorOf(widget):
            return ""
        held = (id for id, row in self.made.items() if row is widget or row.isAncestorOf(widget))
        return next(held, "")

    # --- heights ---------------------------------------------------------------------------

    def _measure_anew(self) -> None:
        self._measured.clear()
        self._lay_out()

    def _high(self, row: Shown) -> int:
        if row.measure not in self._measured:
            if self._gauge is None:
                self._gauge = self._make(self)
                self._gauge.hide()
            self._gauge.show_row(row, filled=False)
            self._measured[row.measure] = self._gauge.high(self.width())
        return self._measured[row.measure]

    def _lay_out(self) -> None:
        hair = self._look.px(Size.HAIR)
        heights = (self._high(row) + hair for row in self._rows)
        self._tops = list(accumulate(heights, initial=0))
        self.setFixedHeight(max(self._tops[-1] - hair, 0))
        self._fill()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_anew()
        else:
            self._fill_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """What is in view is made now."""
        super().showEvent(event)
        self._fill_soon()

    # --- rows that are made ----------------------------------------------------------------

    def _in_view(self) -> range:
        """The places in view, and one more on each side."""
        viewport = self._scroll.viewport()
        if not self._rows or not self.isVisible():
            return range(0)
        top = -self.mapTo(viewport, self.rect().topLeft()).y()
        first = bisect_right(self._tops, top) - 2
        behind = bisect_left(self._tops, top + viewport.height()) + 1
        return range(max(first, 0), min(max(behind, 0), len(self._rows)))

    def _fill_soon(self) -> None:
        """Once everything has its place."""
        QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if self._filling:  # a row that went took the focus along, and the page scrolled
            self._fill_soon()
            return
        self._filling = True
        try:
            self._make_kept()
        finally:
            self._filling = False

    def _make_kept(self) -> None:
        kept = {self._rows[place].id for place in self._in_view()}
        held = self.holding(self.window().focusWidget())
        kept.update({held, self._reached} & self._places.keys())
        for id in self.made.keys() - kept:
            self._put_aside(id)
        new = [id for id in kept if id not in self.made]
        for id in new:
            self._bind(id)
        for id, row in self.made.items():
            place = self._places[id]
            row.show_row(self._rows[place], filled=id == self._filled)
            self._put(row, place)
        if new:
            self._chain()

    def _bind(self, id: str) -> None:
        place = self._places[id]
        row = self._spare.pop() if self._spare else self._make(self)
        row.show_row(self._rows[place], filled=id == self._filled)
        self._put(row, place)
        row.show()
        self.made[id] = row

    def _put(self, row: Row, place: int) -> None:
        high = self._tops[place + 1] - self._tops[place] - self._look.px(Size.HAIR)
        row.setGeometry(0, self._tops[place], self.width(), high)

    def _put_aside(self, id: str) -> None:
        row = self.made.pop(id)
        row.hide()
        self._spare.append(row)

    def _chain(self) -> None:
        """Tab goes from row to row as they stand."""
        last = self._before_all()
        for id in sorted(self.made, key=self._places.__getitem__):
            for one in self.made[id].stations:
                if last is not None:
                    QWidget.setTabOrder(last, one)
                last = one

    def _before_all(self) -> QWidget | None:
        """What Tab leaves for the first row."""
        one = self.previousInFocusChain()
        while one is not None and one is not self:
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(one):
                return one
            one = one.previousInFocusChain()
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hair between two rows."""
        painter = QPainter(self)
        hair, line = self._look.px(Size.HAIR), self._look.colour("line")
        first = max(bisect_right(self._tops, event.rect().top()) - 1, 0)
        behind = bisect_left(self._tops, event.rect().bottom() + hair)
        for top in self._tops[max(first, 1) : min(behind + 1, len(self._rows))]:
            painter.fillRect(0, top - hair, self.width(), hair, line)
        painter.end()
