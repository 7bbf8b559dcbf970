"""„Schichtende“: each open dictation is read now, kept or destroyed; nothing unnamed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.fate_row import Fate, FateRow, OpenItem
from dokuhelfer.ui.widgets.rows_in_view import RowsInView
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_KEEPS = 5
"""The buttons stay in view where the page is so many times as high as they are."""


class ShiftEndScreen(QWidget):
    """The list and what is to become of each; all are kept unless somebody says otherwise.

    Signals:
        ended: the button.
        left: Esc, or the other button.

    Attributes:
        open: the rows.
    """

    ended = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self._fates: dict[str, Fate] = {}
        self._scroll = scrolling()
        self.open = RowsInView(look, self._scroll, self._make_row)
        self._title = Text(look, translate("ShiftEnd", "Schichtende"), Role.SCREEN_TITLE)
        self._count = Text(look, "", Role.SECTION, wraps=True)
        self._others = Text(look, _others_stay(), tone="quiet", wraps=True)
        self._after = Text(look, _after(), tone="quiet", wraps=True)
        self._back = Button(look, translate("Overview", "Zurück"), key=cap(Action.LEAVE))
        self._back.clicked.connect(self.left)
        self._end = Button(look, "", kind=Kind.FILLED)
        self._end.clicked.connect(self.ended)
        self._build()
        look.changed.connect(self._restyle)
        self._restyle()
        self._name_end()

    def _build(self) -> None:
        self._card = QFrame()
        self._card.setObjectName("card")
        self._inner = QVBoxLayout(self._card)
        self._inner.addWidget(self.open)
        holder = QWidget()
        holder.setObjectName("column")
        self._column = QVBoxLayout(holder)
        for widget in (self._title, self._count, self._card, self._others, self._after):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(holder)
        self._bar = QWidget()
        self._buttons = QHBoxLayout(self._bar)
        self._buttons.addWidget(self._back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._end)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll)
        self._outer.addWidget(self._bar)

    def _make_row(self, parent: QWidget) -> FateRow:
        made = FateRow(self._look, parent, self.fate_of)
        made.chosen.connect(self._choose)
        return made

    def _restyle(self) -> None:
        look = self._look
        side = max(look.px(Size.STEP6), (self.window().width() - look.px(Size.SHEET)) // 2)
        self._column.setContentsMargins(side, look.px(Size.STEP8), side, look.px(Size.STEP3))
        self._column.setSpacing(look.px(Size.STEP3))
        hair = look.px(Size.HAIR)
        self._inner.setContentsMargins(hair, hair, hair, hair)
        keeps = self.height() >= _KEEPS * self._bar.sizeHint().height()
        if keeps != (self._outer.indexOf(self._bar) >= 0):
            place = self._outer if keeps else self._column
            place.insertWidget(1 if keeps else self._column.count() - 1, self._bar)
        high = look.px(Size.STEP3)
        self._buttons.setContentsMargins(side if keeps else 0, high, side if keeps else 0, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        super().resizeEvent(event)
        self._restyle()

    # --- contents --------------------------------------------------------------------------

    def fate_of(self, id: str) -> Fate:
        """What is chosen for it."""
        return self._fates.get(id, Fate.KEEP)

    def begin(self, items: tuple[OpenItem, ...], *, others: bool) -> None:
        """Show these, nothing chosen yet; the focus is on the first.

        Args:
            others: there is more that is open, and not one's own.
        """
        self._fates.clear()
        self.open.show_rows(())  # also the same rows show again what is preset
        self.show_items(items, others=others)
        self._scroll.verticalScrollBar().setValue(0)
        self._take_focus()

    def show_items(self, items: tuple[OpenItem, ...], *, others: bool) -> None:
        """Show how they stand now; what was chosen stays, where it may still be."""
        holder = self.open.holding(self.window().focusWidget())
        may = {item.id: item.fates for item in items}
        self._fates = {
            id: fate for id, fate in self._fates.items() if fate in may.get(id, frozenset())
        }
        self._count.setText(_before_going(len(items)))
        self._card.setVisible(bool(items))
        self._others.setVisible(others)
        self.open.show_rows(items)
        self._name_end()
        if holder and self.open.holding(self.window().focusWidget()) != holder:
            self._take_focus()

    def rest(self, *, on: bool) -> None:
        """Whether a question stands before it: the next step is there then."""
        self._end.dress(kind=Kind.OUTLINED if on else Kind.FILLED)

    def _take_focus(self) -> None:
        rows = self.open.rows
        row = self.open.reach(rows[0].id) if rows else None
        if isinstance(row, FateRow):
            row.stop.setFocus()
            QTimer.singleShot(0, self, self._show_focus)  # once it has its place
        else:
            self._end.setFocus()

    def _show_focus(self) -> None:
        if id := self.open.holding(self.window().focusWidget()):
            self.open.reach(id)

    def _choose(self, id: str, fate: str) -> None:
        self._fates[id] = Fate(fate)
        self._name_end()

    def _name_end(self) -> None:
        """The button says what it does now."""
        reads = Fate.READ in self._fates.values()
        text = translate("ShiftEnd", "Schicht beenden")
        if reads:
            text = translate("ShiftEnd", "Zuerst lesen")
        self._end.dress(text, icon="arrow-right" if reads else "log-out")


def _before_going(count: int) -> str:
    if not count:
        return translate("ShiftEnd", "Nichts ist offen.")
    if count == 1:
        return translate("ShiftEnd", "Vor dem Gehen: 1 offener Entwurf")
    return translate("ShiftEnd", "Vor dem Gehen: {count} offene Entwürfe").format(count=count)


def _others_stay() -> str:
    return translate(
        "ShiftEnd",
        "Was unter anderem Kürzel diktiert wurde oder nicht lesbar ist, bleibt, wie es ist. Es"
        " steht in der Übersicht.",
    )


def _after() -> str:
    return translate(
        "ShiftEnd",
        "Was Sie behalten, bleibt verschlüsselt auf diesem Gerät. Die Zwischenablage wird geleert."
        " Danach ist das Fenster verborgen, bis jemand {key} drückt.",
    ).format(key=cap(Action.HIDE))
