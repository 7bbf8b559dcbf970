"""„Übersicht“: what is open, what was signed, what was overdue."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.rows_in_view import Row, RowsInView
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import ShortText, Text
from dokuhelfer.ui.widgets.waiting_list import WaitingRow

translate = QCoreApplication.translate

_DOT = " · "
_LISTED = 8
"""So many lines stand in the question about destroying without scrolling."""


class OverviewScreen(QWidget):
    """Open and signed dictations, each open one with what can be done about it.

    Signals:
        open_asked, destroy_asked: id of a row.
        left: Esc, or the button.

    Attributes:
        open, signed: the rows.
    """

    open_asked = Signal(str)
    destroy_asked = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self._scroll = scrolling()
        title = translate("Overview", "Übersicht")
        self._title = Text(look, title, Role.SCREEN_TITLE, wraps=True)
        self.open = RowsInView(look, self._scroll, self._make_open)
        self.signed = RowsInView(look, self._scroll, lambda parent: OverviewRow(look, parent))
        self._sections = (
            _Section(look, translate("Overview", "Offen"), self.open),
            _Section(look, translate("Overview", "Heute abgezeichnet"), self.signed),
        )
        self._overdue = Text(look, "", Role.SECTION, wraps=True)
        self._gone = Text(look, "", tone="quiet", wraps=True)
        self.tell_overdue("", ())
        self._back = Button(look, translate("Overview", "Zurück"), key="Esc")
        self._back.clicked.connect(self.left)
        holder = QWidget()
        holder.setObjectName("column")
        self._column = QVBoxLayout(holder)
        for widget in (self._title, *self._sections, self._overdue, self._gone, self._back):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        look.changed.connect(self._restyle)
        self._restyle()

    def _make_open(self, parent: QWidget) -> OverviewRow:
        made = OverviewRow(self._look, parent)
        made.offer(self.open_asked, self.destroy_asked)
        return made

    def _restyle(self) -> None:
        look = self._look
        window = self.window().width()
        narrow = look.width_class(window) is Width.NARROW
        least = look.px(Size.STEP6 if narrow else Size.STEP8)
        side = max(least, (window - look.px(Size.SHEET)) // 2)
        self._column.setContentsMargins(side, look.px(Size.STEP8), side, look.px(Size.STEP6))
        self._column.setSpacing(look.px(Size.STEP3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        super().resizeEvent(event)
        self._restyle()

    def show_rows(
        self,
        waiting: tuple[WaitingRow, ...],
        signed: tuple[WaitingRow, ...],
    ) -> None:
        """Show what there is."""
        for section, rows in zip(self._sections, (waiting, signed), strict=True):
            section.show_rows(rows)
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setFocus()

    def tell_overdue(self, sentence: str, gone: tuple[str, ...]) -> None:
        """What was destroyed when the window was opened; "" where nothing was."""
        self._overdue.setText(sentence)
        self._gone.setText("\n".join(gone))
        for text in (self._overdue, self._gone):
            text.setVisible(bool(sentence))


class _Section(QWidget):
    """A heading, and what stands below it."""

    def __init__(self, look: Look, title: str, rows: RowsInView) -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self._nothing = Text(look, translate("Overview", "Nichts."), tone="quiet")
        self._card = QFrame()
        self._card.setObjectName("card")
        self._inner = QVBoxLayout(self._card)
        self._inner.addWidget(rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (Text(look, title, Role.SECTION), self._nothing, self._card):
            self._column.addWidget(widget)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.px(Size.STEP3))
        hair, high = look.px(Size.HAIR), look.px(Size.STEP1)
        self._inner.setContentsMargins(hair, high, hair, high)

    def show_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        """Show these."""
        self._card.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._rows.show_rows(rows)


class OverviewRow(Row):
    """A dictation: whose, what and when, and buttons; in a narrow window below the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._id = ""
        self._person = ShortText(look, Role.STRONG)
        self._said = Text(look, tone="quiet", wraps=True)
        small = Size.TARGET
        self.read = Button(look, translate("Overview", "Lesen"), size=small)
        text = translate("Overview", "Vernichten …")
        self.end = Button(look, text, kind=Kind.BARE, size=small)
        self._buttons = QWidget()
        self._flow = FlowRow(self._buttons)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for button in (self.read, self.end):
            self._flow.addWidget(button)
        # The name has a share of its own: how the words break must not hang on it (`measure`).
        self._person.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sides.addWidget(self._person, 2)
        self._sides.addWidget(self._said, 3)
        self._sides.addWidget(self._buttons)
        self._buttons.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    def offer(self, read: SignalInstance, destroy: SignalInstance) -> None:
        """It can be read and destroyed: these get its id."""
        self.read.clicked.connect(lambda: read.emit(self._id))
        self.end.clicked.connect(lambda: destroy.emit(self._id))
        self.stations = (self.read, self.end)
        self._buttons.show()

    def show_row(self, row: WaitingRow, *, filled: bool) -> None:
        """See `Row`."""
        self._id = row.id
        self._person.show_text(row.person)
        said = _DOT.join(filter(None, (row.template, row.when, row.state)))
        if said != self._said.text():
            self._said.setText(said)
        self.read.setVisible(row.readable)
        for button in (self.read, self.end):
            button.setAccessibleDescription(row.spoken)

    def high(self, width: int) -> int:
        """See `Row`; the window may be of another class of width by now."""
        self._restyle()
        return super().high(width)

    def _restyle(self) -> None:
        look = self._look
        narrow = look.width_class(self.window().width()) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        side, high = look.px(Size.STEP3), look.px(Size.STEP3 if narrow else Size.STEP1)
        self._sides.setContentsMargins(side, high, look.px(Size.STEP2), high)
        self._sides.setSpacing(look.px(Size.STEP2))
        self._flow.setSpacing(look.px(Size.STEP2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below where there is less room."""
        super().resizeEvent(event)
        self._restyle()


class DestroyDialog(QDialog):
    """The only question of two steps: destroying cannot be undone. The focus is on „Behalten“.

    Args:
        told: each dictation that is to be destroyed, in words.
    """

    def __init__(self, look: Look, parent: QWidget, told: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle("Dokuhelfer")
        column = QVBoxLayout(self)
        pad = look.px(Size.STEP6)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(pad)
        text = translate(
            "Overview",
            "Diesen Entwurf mit Aufnahme und Mitschrift vernichten? Das lässt sich nicht"
            " zurücknehmen.",
        )
        if len(told) > 1:
            text = translate(
                "Overview",
                "Diese {count} Entwürfe mit Aufnahmen und Mitschriften vernichten? Das lässt sich"
                " nicht zurücknehmen.",
            ).format(count=len(told))
        sentence = Text(look, text, wraps=True)
        sentence.setMinimumWidth(look.px(Size.WAITING))
        column.addWidget(sentence)
        column.addWidget(self._listed(told))
        row = QHBoxLayout()
        keep = Button(look, translate("Overview", "Behalten"), key="Esc", kind=Kind.FILLED)
        keep.clicked.connect(self.reject)
        destroy = Button(look, translate("Overview", "Vernichten"), icon="trash-2")
        destroy.clicked.connect(self.accept)
        row.addWidget(keep)
        row.addStretch(1)
        row.addWidget(destroy)
        column.addLayout(row)
        keep.setFocus()

    def _listed(self, told: tuple[str, ...]) -> QWidget:
        """Each of them by name; many in a place of their own that scrolls."""
        look = self._look
        text = Text(look, "\n".join(told), Role.STRONG, wraps=True)
        if not told:
            text.hide()
        if len(told) <= _LISTED:
            return text
        text.setObjectName("column")
        scroll = scrolling()
        scroll.setWidget(text)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        scroll.setAccessibleName(text.text())
        scroll.setFixedHeight(_LISTED * look.line(Role.STRONG))
        return scroll
