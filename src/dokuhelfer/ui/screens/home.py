"""„Bereit“: choose a template and, if you like, a person; what waits stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dokuhelfer.persons import Persons
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.person_field import PersonField
from dokuhelfer.ui.widgets.person_hits import PersonHits, PersonSearch
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import Text
from dokuhelfer.ui.widgets.waiting_list import WaitingList, WaitingRow

translate = QCoreApplication.translate

_TILES = 4
"""Templates with a tile of their own; „Erkennen lassen“ and „Andere Vorlage …“ follow."""
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Offered:
    """A template that may be chosen."""

    id: str
    title: str


class HomeScreen(QWidget):
    """Template tiles, person, waiting list.

    Attributes:
        persons: who is offered while a person is typed.

    Signals:
        template_chosen: id of a template, or `AUTO`.
        person_changed: what stands in the field.
        draft_chosen: id of a waiting draft.
        overview_asked, shift_end_asked, imports_asked: the links below the list.
    """

    template_chosen = Signal(str)
    person_changed = Signal(str)
    draft_chosen = Signal(str)
    overview_asked = Signal()
    shift_end_asked = Signal()
    imports_asked = Signal()

    def __init__(
        self, look: Look, offered: tuple[Offered, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._offered = offered
        self.setObjectName("page")
        self._title = Text(look, translate("Home", "Bereit"), Role.SCREEN_TITLE)
        self._motto = Text(
            look, translate("Home", "Erst sprechen, dann lesen, dann abzeichnen."),
            tone="quiet", wraps=True,
        )  # fmt: skip
        self._tiles: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self.person = PersonField(look, translate("Home", "Name, Zimmer oder Kürzel"))
        self.person.textEdited.connect(self.person_changed)
        self.persons = Persons()
        self.hits = PersonHits(look)
        self._search = PersonSearch(self.person, self.hits, lambda: self.persons)
        self._search.chosen.connect(self.person_changed)
        self.waiting = WaitingList(look)
        self.waiting.chosen.connect(self.draft_chosen)
        self.waiting.reached.connect(self._show_reached)
        self._waiting_title = Text(look, translate("Home", "Wartet auf Sie"), Role.SECTION)
        self._build()
        self._tiles[0].setChecked(True)
        look.changed.connect(self._restyle)

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(0)
        form.addWidget(self._title)
        self._gap_title = _gap(form)
        form.addWidget(self._motto)
        self._gap_motto = _gap(form)
        form.addWidget(Text(self._look, translate("Home", "Vorlage"), Role.STRONG))
        self._gap_label = _gap(form)
        form.addWidget(self._tile_grid())
        self._gap_tiles = _gap(form)
        form.addWidget(self._person_label())
        self._gap_person = _gap(form)
        form.addWidget(self.person)
        form.addWidget(self.hits)
        form.addStretch(1)
        self._side = self._waiting_side()
        self._page = QWidget()
        self._page.setObjectName("column")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._page)
        self._columns.addStretch(1)
        self._columns.addWidget(self._form)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(1)
        self._scroll = scrolling()
        self._scroll.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._restyle()

    def _tile_grid(self) -> QWidget:
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        known = self._offered[:_TILES]
        titles = [(one.id, one.title) for one in known]
        titles.append((AUTO, translate("Home", "Erkennen lassen")))
        for number, (id, title) in enumerate(titles):
            tile = self._tile(title, number)
            tile.clicked.connect(lambda _=False, id=id: self.template_chosen.emit(id))
        self._other = self._tile(translate("Home", "Andere Vorlage …"), len(titles))
        self._other.clicked.connect(self._choose_other)
        return holder

    def _tile(self, title: str, number: int) -> QRadioButton:
        tile = QRadioButton(title)
        tile.setObjectName("tile")
        tile.toggled.connect(self._embolden)
        tile.setToolTip(f"Alt+{number + 1}")
        tile.setAccessibleDescription(f"Alt+{number + 1}")
        self._group.addButton(tile, number)
        self._tiles.append(tile)
        self._grid.addWidget(tile, number // 2, number % 2)
        return tile

    def _person_label(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(self._look, translate("Home", "Person"), Role.STRONG))
        note = translate("Home", "freiwillig, auch später möglich")
        row.addWidget(Text(self._look, note, Role.SECONDARY, "quiet"), 1)
        return holder

    def _waiting_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = QFrame()
        self._card.setObjectName("card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.waiting)
        column.addWidget(self._waiting_title)
        column.addWidget(self._card)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        end = Button(self._look, translate("Home", "Schichtende"), icon="log-out", kind=Kind.BARE)
        end.clicked.connect(self.shift_end_asked)
        overview = Button(self._look, translate("Home", "Übersicht"), kind=Kind.BARE)
        overview.clicked.connect(self.overview_asked)
        self._imports = Button(self._look, "", icon="upload", kind=Kind.BARE)
        self._imports.clicked.connect(self.imports_asked)
        self.show_imports(0)
        links.addWidget(end)
        links.addStretch(1)
        links.addWidget(overview)
        column.addLayout(links)
        column.addWidget(self._imports)
        return side

    def _restyle(self) -> None:
        look = self._look
        for gap, size in (
            (self._gap_title, Size.STEP4), (self._gap_motto, Size.STEP12),
            (self._gap_label, Size.STEP2), (self._gap_tiles, Size.STEP8),
            (self._gap_person, Size.STEP2),
        ):  # fmt: skip
            gap.setFixedHeight(look.px(size))
        self._grid.setSpacing(look.px(Size.STEP2))
        self._embolden()
        self._columns.setSpacing(look.px(Size.STEP8) * 2 + look.px(Size.STEP2))
        side = self._side.layout()
        if side is not None:
            side.setSpacing(look.px(Size.STEP2))
        self._arrange()

    def _embolden(self) -> None:
        """The chosen tile says so in semi-bold, too."""
        for tile in self._tiles:
            tile.setFont(self._look.font(Role.STRONG if tile.isChecked() else Role.BASE))

    def _arrange(self) -> None:
        look = self._look
        narrow = look.width_class(self.window().width()) is Width.NARROW
        pad = look.px(Size.STEP6)
        short = narrow or self.window().width() < look.px(Size.FORM) + look.px(Size.WAITING) + 200
        top = look.px(Size.STEP6) if short else look.px(Size.STEP12)
        self._columns.setContentsMargins(pad, top, pad, pad)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        wide = self.window().width() - 2 * pad
        if narrow:  # the page is longer than its place
            wide -= self._scroll.verticalScrollBar().sizeHint().width()
        form = wide if narrow else min(look.px(Size.FORM), wide * 55 // 100)
        self._form.setFixedWidth(form)
        self._side.setFixedWidth(wide if narrow else min(look.px(Size.WAITING), wide * 38 // 100))
        self._columns.setSpacing(pad if narrow or short else look.px(Size.STEP8) * 2 + pad // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another order."""
        super().resizeEvent(event)
        self._arrange()

    # --- contents --------------------------------------------------------------------------

    def show_waiting(self, rows: tuple[WaitingRow, ...]) -> None:
        """What waits; an empty list shows nothing but the two links."""
        self.waiting.show_rows(rows)
        self._card.setVisible(bool(rows))
        self._waiting_title.setVisible(bool(rows))

    def _show_reached(self, row: QRect) -> None:
        """The list is as high as all its rows: what is out of view is scrolled to here."""
        middle = self.waiting.viewport().mapTo(self._page, row.center())
        room = row.height() // 2 + self._look.px(Size.STEP2)
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, room)

    def show_imports(self, count: int) -> None:
        """How many files wait for their question."""
        text = translate("Home", "Aufnahmen einlesen")
        self._imports.dress(f"{text} ({count})" if count else text)

    @property
    def chosen(self) -> int:
        """Which tile is chosen, counted from 0."""
        return self._group.checkedId()

    def choose_tile(self, number: int) -> None:
        """Alt+1 … Alt+6; nothing while the page is not to be seen."""
        if self.isVisible() and 0 <= number < len(self._tiles):
            self._tiles[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tiles[number].click()

    def _choose_other(self) -> None:
        menu = QMenu(self)
        for one in self._offered[_TILES:]:
            action = menu.addAction(one.title)
            action.triggered.connect(lambda _=False, one=one: self._take_other(one))
        menu.popup(self._other.mapToGlobal(self._other.rect().bottomLeft()))

    def _take_other(self, one: Offered) -> None:
        self._other.setText(one.title)
        self.template_chosen.emit(one.id)


def _gap(layout: QVBoxLayout) -> QWidget:
    """An empty row whose height follows the text size."""
    gap = QWidget()
    layout.addWidget(gap)
    return gap
