"""One file on its way in: name, length, state, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dokuhelfer.ui.import_page import ImportRow, Offer
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.rows_in_view import Row
from dokuhelfer.ui.widgets.text import ShortText, Text
from dokuhelfer.ui.widgets.tick_box import TickBox

translate = QCoreApplication.translate


_NOTHING = ImportRow("", "", "", "", "", False, False, ())


class ImportRowWidget(Row):
    """The row. Enter does what most people do next.

    Signals:
        offered: id, `Offer` of a button that was pressed.
        remove_chosen: id, whether the original is to go.
    """

    offered = Signal(str, str)
    remove_chosen = Signal(str, bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._row = _NOTHING
        self._filled: bool | None = None
        """Nothing was shown yet."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = ShortText(look, Role.STRONG)
        self._length = Text(look, "", Role.SECONDARY, "quiet")
        self._icon = QLabel()
        self._state = Text(look, "", wraps=True)
        self._state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons = {offer: self._button(offer) for offer in Offer}
        text = translate("Imports", "Original nach sicherer Kopie löschen")
        self.remove = TickBox(look, text)
        self.remove.toggled.connect(lambda on: self.remove_chosen.emit(self._row.id, on))
        self.stations = (self, *self.buttons.values(), self.remove)
        self._build()
        look.changed.connect(self._restyle)

    def _button(self, offer: Offer) -> Button:
        words = {
            Offer.OWN: translate("Imports", "Ja, mein Diktat"),
            Offer.NOT_OWN: translate("Imports", "Nein, nicht einlesen"),
            Offer.OPEN: translate("Imports", "Lesen"),
            Offer.RETRY: translate("Imports", "Erneut versuchen"),
            Offer.CANCEL: translate("Imports", "Abbrechen"),
        }
        bare = Kind.BARE if offer is Offer.CANCEL else Kind.OUTLINED
        button = Button(self._look, words[offer], kind=bare, size=Size.TARGET)
        button.clicked.connect(lambda: self.offered.emit(self._row.id, offer))
        return button

    def _build(self) -> None:
        facts, self._buttons = QWidget(), QWidget()
        self._about, self._said = QHBoxLayout(), QHBoxLayout()
        self._about.addWidget(self._name)
        self._about.addWidget(self._length)
        self._about.addStretch(1)
        self._said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(self._state, 1)
        self._column = QVBoxLayout(facts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._about)
        self._column.addLayout(self._said)
        self._column.addWidget(self.remove)
        self._flow = FlowRow(self._buttons)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.addWidget(facts, 1)
        self._sides.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        narrow = look.width_class(self.window().width()) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        side, high = look.px(Size.STEP3 if narrow else Size.STEP6), look.px(Size.STEP3)
        self._sides.setContentsMargins(side, high, side, high)
        self._sides.setSpacing(look.px(Size.STEP2 if narrow else Size.STEP6))
        self._column.setSpacing(look.px(Size.STEP1))
        self._about.setSpacing(look.px(Size.STEP4))
        self._said.setSpacing(look.px(Size.STEP2))
        self._flow.setSpacing(look.px(Size.STEP2))
        self._icon.setPixmap(look.icon("triangle-alert", "warn", look.px(Size.ICON_SMALL)))

    def high(self, width: int) -> int:
        """See `Row`; the window may be of another class of width by now."""
        self._restyle()
        return super().high(width)

    @property
    def row(self) -> ImportRow:
        """What it shows."""
        return self._row

    @property
    def next(self) -> Button | None:
        """What most people press next."""
        return self.buttons[self._row.offers[0]] if self._row.offers else None

    def show_row(self, row: ImportRow, *, filled: bool) -> None:
        """Show how it stands.

        Args:
            filled: its first button is the next step of the whole page.
        """
        if (row, filled) == (self._row, self._filled):
            return
        self._row, self._filled = row, filled
        self.setAccessibleName(row.spoken)
        self._name.show_text(row.name)
        self._length.setText(" · ".join(part for part in (row.length, row.when) if part))
        self._state.setText(row.state)
        self._state.retone("" if row.failed or Offer.OWN in row.offers else "quiet")
        self._icon.setVisible(row.failed)
        again = translate("Imports", "Noch einmal einlesen")
        once_more = translate("Imports", "Erneut versuchen")
        self.buttons[Offer.RETRY].dress(again if row.known else once_more)
        give_up, leave = translate("Imports", "Abbrechen"), translate("Imports", "Nicht einlesen")
        self.buttons[Offer.CANCEL].dress(leave if row.failed else give_up)
        for offer, button in self.buttons.items():
            first = filled and bool(row.offers) and offer is row.offers[0]
            usual = Kind.BARE if offer is Offer.CANCEL else Kind.OUTLINED
            button.dress(kind=Kind.FILLED if first else usual)
            button.setAccessibleDescription(row.name)
            button.setVisible(offer in row.offers)
        self.remove.setVisible(row.can_remove)
        self.remove.setAccessibleDescription(row.name)
        if self.remove.isChecked() != row.remove:
            self.remove.blockSignals(True)
            self.remove.setChecked(row.remove)
            self.remove.blockSignals(False)
        self._buttons.setVisible(bool(row.offers) or row.can_remove)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below where there is less room."""
        super().resizeEvent(event)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next step."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        harmless = self.next is not None and self._row.offers[0] is not Offer.CANCEL
        if enter and harmless and self.next is not None:
            self.next.click()
        else:
            super().keyPressEvent(event)
