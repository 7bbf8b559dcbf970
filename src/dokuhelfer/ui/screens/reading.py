"""The reading pass: one sheet with the draft, read stop by stop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEasingCurve, QEvent, QPropertyAnimation, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SCROLL_MS, Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.pane import Pane
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.stop_list import StopList
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


_UPPER = 0.72
_BEFORE = 0.25
"""Shares of the view: where the cursor stop has to end, and what stays above it."""


class ReadingScreen(QWidget):
    """The sheet with its title; keeps the cursor in the upper half.

    Signals:
        transcript_asked: „Diktat zeigen“.
        redraft_asked: „Neu entwerfen …“.

    Attributes:
        stops: the list that takes the keys.
        pane: the dictation, beside the sheet or in its place.
        redraft: its menu hangs below it.
        calm: no movement while scrolling.
    """

    transcript_asked = Signal()
    redraft_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = Page("", ())
        self.calm = False
        self._has_dictation = False
        self.setObjectName("page")
        self.stops = StopList(look)
        self.stops.blank_opened.connect(self._bring_cursor)
        self.pane = Pane(look)
        self.pane.hide()
        self._pane_shown = False
        self._title = Text(look, "", Role.SHEET_TITLE)
        self._place = Text(look, "", Role.SECONDARY, "quiet")
        self._show_dictation = Button(
            look, translate("Sheet", "Diktat zeigen"), icon="message-square-quote",
            key=cap(Action.TRANSCRIPT), kind=Kind.BARE, size=Size.TARGET,
        )  # fmt: skip
        self._show_dictation.dress(role=Role.SECONDARY_STRONG)
        self._show_dictation.clicked.connect(self.transcript_asked)
        self.redraft = Button(
            look, translate("Sheet", "Neu entwerfen …"), key=cap(Action.REDRAFT),
            kind=Kind.BARE, size=Size.TARGET,
        )  # fmt: skip
        self.redraft.dress(role=Role.SECONDARY_STRONG)
        self.redraft.clicked.connect(self.redraft_asked)
        self.redraft.hide()
        self.setFocusProxy(self.stops)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._scroll = scrolling()
        self._moving = QPropertyAnimation(self._scroll.verticalScrollBar(), b"value", self)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._build()
        look.changed.connect(self._restyle)

    def _build(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self.redraft)
        row.addWidget(self._show_dictation)
        column = QVBoxLayout(self._card)
        column.addWidget(self._head)
        holder = QWidget()
        holder.setObjectName("column")
        inner = self._column = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.stops)
        inner.addStretch(1)
        self._scroll.setWidget(holder)
        column.addWidget(self._scroll, 1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._card, 1000)
        outer.addStretch(1)
        outer.addWidget(self.pane)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        edge = look.px(Size.HAIR)
        column = self._card.layout()
        if column is not None:
            column.setContentsMargins(edge, look.px(Size.STEP2), edge, look.px(Size.STEP1))
            column.setSpacing(look.px(Size.STEP1))
        head = self._head.layout()
        if head is not None:
            head.setContentsMargins(
                look.px(Size.SHEET_PADDING), look.px(Size.STEP2), look.px(Size.STEP4), 0
            )
            head.setSpacing(look.px(Size.STEP2))
        outer = self.layout()
        if outer is not None:
            side = look.px(Size.STEP4)
            above = look.px(Size.STEP4) if look.percent <= 100 else look.px(Size.STEP2)
            outer.setContentsMargins(side, above, side, above)
            outer.setSpacing(0)
        self._card.setMaximumWidth(look.px(Size.SHEET))

    # --- contents --------------------------------------------------------------------------

    def show_page(self, page: Page) -> None:
        """Show the draft as it stands."""
        self._page = page
        stacked = self._is_narrow()
        if page.title != self._title.text():
            self.redraft.hide()  # a longer one must not widen the window first
        self._title.setText(page.title)
        number = min(page.cursor + 1, len(page.stops))
        text = translate("Sheet", "Stelle {number} von {count}")
        self._place.setText(text.format(number=number, count=len(page.stops)))
        self._head.setVisible(not stacked)
        self._offer()
        self.stops.show_page(page, stacked=stacked)
        self._bring_cursor()

    def offer_dictation(self, *, there: bool) -> None:
        """Whether there is a dictation to show."""
        self._has_dictation = there
        self._offer()

    def _offer(self) -> None:
        offered = self._has_dictation and not self._pane_shown
        self._show_dictation.setVisible(offered)
        self.redraft.setVisible(offered and self._has_room())

    def _has_room(self) -> bool:
        """Whether „Neu entwerfen …“ fits beside a title; the key works without it."""
        look = self._look
        row = (self._title, self._place, self.redraft, self._show_dictation)
        around = look.px(Size.SHEET_PADDING) + look.px(Size.STEP4) + 4 * look.px(Size.STEP2)
        wide = min(self.width() - 2 * look.px(Size.STEP4), look.px(Size.SHEET))
        return sum(one.sizeHint().width() for one in row) + around <= wide

    def show_pane(self, *, shown: bool) -> None:
        """The dictation beside the sheet, or in its place where the sheet needs the room."""
        self._pane_shown = shown
        self._place_pane()
        if self._page.stops and not self.pane_covers:
            self.show_page(self._page)

    @property
    def pane_covers(self) -> bool:
        """Whether the sheet is covered while the dictation is shown."""
        room = self.width() - self._pane_width() - 3 * self._look.px(Size.STEP4)
        return self._is_narrow() or room < self._look.px(Size.PANE_KEEPS)

    def _pane_width(self) -> int:
        wide = self._look.width_class(self.window().width()) is Width.WIDE
        return self._look.px(Size.PANE_WIDE if wide else Size.PANE)

    def _place_pane(self) -> None:
        covers = self.pane_covers
        outer = self.layout()
        if isinstance(outer, QHBoxLayout):
            outer.setStretchFactor(self.pane, 1000 if covers else 0)
            outer.setSpacing(self._look.px(Size.STEP4) if self._pane_shown and not covers else 0)
        self.pane.setMinimumWidth(0 if covers else self._pane_width())
        self.pane.setMaximumWidth(self._look.px(Size.SHEET) if covers else self._pane_width())
        self.pane.setVisible(self._pane_shown)
        self._card.setVisible(not (self._pane_shown and covers))

    def _is_narrow(self) -> bool:
        return self._look.width_class(self.window().width()) is Width.NARROW

    def _bring_cursor(self) -> None:
        """The cursor stop into the upper half, wholly visible if it fits."""
        stop = self.stops.in_hand()
        bar = self._scroll.verticalScrollBar()
        high = self._scroll.viewport().height()
        self._settle()
        if stop is None:
            self._scroll_to(bar.maximum())
            return
        top, bottom = stop.y(), stop.y() + stop.height()
        now = bar.value()
        if top >= now and bottom <= now + high * _UPPER:
            return
        # A quarter of the view stays for what was read before, if the stop leaves it room.
        above = max(0, min(round(high * _BEFORE), high - stop.height()))
        self._scroll_to(top - above)

    def _settle(self) -> None:
        """Lay the sheet out now: how far the view reaches is known one turn later otherwise."""
        self._column.activate()
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))

    def _scroll_to(self, value: int) -> None:
        bar = self._scroll.verticalScrollBar()
        value = max(0, min(value, bar.maximum()))
        self._moving.stop()
        if self.calm or not self.isVisible():
            bar.setValue(value)
            return
        self._moving.setDuration(SCROLL_MS)
        self._moving.setStartValue(bar.value())
        self._moving.setEndValue(value)
        self._moving.start()

    def scroll_on(self) -> bool:
        """Scroll down where the cursor stop reaches below the view; False if it is all seen."""
        stop = self.stops.stop_at_cursor()
        bar = self._scroll.verticalScrollBar()
        high = self._scroll.viewport().height()
        if stop is None or stop.y() + stop.height() <= bar.value() + high or stop.height() <= high:
            return False
        self._scroll_to(bar.value() + high - self._look.line(Role.STATEMENT))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width class takes another layout."""
        super().resizeEvent(event)
        self._place_pane()
        if self._page.stops:
            self.show_page(self._page)
