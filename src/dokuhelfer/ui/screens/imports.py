"""„Aufnahmen einlesen“: the files on their way in, each with its question and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dokuhelfer.ui.import_page import ImportRow, Offer
from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.screens.recording import own_dictation_only
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.import_row import ImportRowWidget
from dokuhelfer.ui.widgets.rows_in_view import RowsInView
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_NEXT = (Offer.OWN, Offer.OPEN)
"""What the one filled button may be, the more urgent first."""

_MANY = 10
"""From so many files on, one line says how they stand."""


class ImportScreen(QWidget):
    """The list. A row stays where it is and keeps the focus whatever becomes of its file.

    Signals:
        offered: id, `Offer` of a button that was pressed.
        remove_chosen: id, whether the original is to go.
        files_asked, folder_asked: dialogs.
        cleared: what is over is to go from the list.
        all_given_up: nothing that is not copied yet is to be read in.
        all_resumed: what an earlier window did not finish is to be read in after all.
        left: Esc, or the button.
    """

    offered = Signal(str, str)
    remove_chosen = Signal(str, bool)
    files_asked = Signal()
    folder_asked = Signal()
    cleared = Signal()
    all_given_up = Signal()
    all_resumed = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("bare_focus", True)
        title = translate("Imports", "Aufnahmen einlesen")
        self._title = Text(look, title, Role.SCREEN_TITLE, wraps=True)
        self._note = Text(look, own_dictation_only(), tone="quiet", wraps=True)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._scroll = scrolling()
        self.list = RowsInView(look, self._scroll, self._make_row)
        self._count = Text(look, "", wraps=True)
        self._first_asked = ""
        empty = translate("Imports", "Dateien oder Ordner in das Fenster ziehen, oder:")
        self._hint = Text(look, empty, tone="quiet", wraps=True)
        text = translate("Imports", "Dateien wählen …")
        self._files = Button(look, text, icon="upload", key=cap(Action.IMPORT))
        self._files.clicked.connect(self.files_asked)
        text = translate("Imports", "Ordner oder Rekorder …")
        self._folder = Button(look, text)
        self._folder.clicked.connect(self.folder_asked)
        self._clear = Button(look, translate("Imports", "Liste leeren"), kind=Kind.BARE)
        self._clear.clicked.connect(self.cleared)
        self._resume = Button(look, translate("Imports", "Alle fortsetzen"))
        self._resume.clicked.connect(self.all_resumed)
        self._give_up = Button(look, translate("Imports", "Alle abbrechen"), kind=Kind.BARE)
        self._give_up.clicked.connect(self.all_given_up)
        self._back = Button(look, translate("Imports", "Zurück"), key=cap(Action.LEAVE))
        self._back.clicked.connect(self.left)
        self._build()
        look.changed.connect(self._restyle)
        self.show_rows(())

    def _build(self) -> None:
        holder, self._above, buttons = QWidget(), QWidget(), QWidget()
        holder.setObjectName("column")
        self._flow = FlowRow(buttons)
        for button in (self._files, self._folder, self._back):
            self._flow.addWidget(button)
        self._all = FlowRow(self._above)
        for button in (self._resume, self._give_up, self._clear):
            self._all.addWidget(button)
        self._inner = QVBoxLayout(self._card)
        self._inner.addWidget(self.list)
        self._column = QVBoxLayout(holder)
        for widget in (
            self._title, self._note, self._count, self._above, self._card, self._hint, buttons
        ):  # fmt: skip
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        side = max(look.px(Size.STEP6), (self.window().width() - look.px(Size.SHEET)) // 2)
        self._column.setContentsMargins(side, look.px(Size.STEP8), side, look.px(Size.STEP6))
        self._column.setSpacing(look.px(Size.STEP4))
        for flow in (self._flow, self._all):
            flow.setSpacing(look.px(Size.STEP3))
        self._above.setMinimumHeight(self._clear.sizeHint().height())
        hair = look.px(Size.HAIR)
        self._inner.setContentsMargins(hair, hair, hair, hair)

    # --- contents --------------------------------------------------------------------------

    def show_rows(self, rows: tuple[ImportRow, ...], *, has_over: bool = False) -> None:
        """Show all files as they stand.

        Args:
            has_over: there is something to clear.
        """
        holder = self.list.holding(self.window().focusWidget())
        filled = _next_of(rows)
        asked = [row.id for row in rows if row.offers[:1] == (Offer.OWN,)]
        self._first_asked = asked[0] if asked else ""
        self._card.setVisible(bool(rows))
        self.list.show_rows(rows, filled)
        self._show_above(rows, asked, has_over=has_over)
        self._files.dress(kind=Kind.OUTLINED if filled else Kind.FILLED)
        hint = translate("Imports", "Dateien oder Ordner in das Fenster ziehen, oder:")
        if rows:
            hint = translate("Imports", "Weitere Dateien hierher ziehen, oder:")
        self._hint.setText(hint)
        if self.hasFocus() and filled:
            self.take_focus()  # it waited for the first question
        if holder and self.list.holding(self.window().focusWidget()) != holder:
            (self.list.made.get(holder) or self._files).setFocus()

    def _show_above(self, rows: tuple[ImportRow, ...], asked: list[str], *, has_over: bool) -> None:
        """How all of them stand, and what can be done to many at once."""
        text = translate(
            "Imports", "Dateien: {count}. Zu beantworten: {asked}. Gesichert: {copied}."
        )
        self._count.setText(
            text.format(
                count=len(rows),
                asked=len(asked),
                copied=sum(row.copied for row in rows),
            )
        )
        self._count.setVisible(len(rows) >= _MANY)
        self._above.setVisible(bool(rows))
        self._clear.setVisible(has_over)
        self._give_up.setVisible(sum(row.pending for row in rows) > 1)
        self._resume.setVisible(sum(row.interrupted for row in rows) > 1)

    def _make_row(self, parent: QWidget) -> ImportRowWidget:
        made = ImportRowWidget(self._look, parent)
        made.offered.connect(self.offered)
        made.remove_chosen.connect(self.remove_chosen)
        return made

    def take_focus(self, *, otherwise: bool = False, coming: bool = False) -> None:
        """To the first question that stands.

        Args:
            otherwise: to the dialog's button where there is none.
            coming: files are on their way; the first question gets the focus when it stands,
                unless somebody took it elsewhere.
        """
        row = self.list.reach(self._first_asked)
        if isinstance(row, ImportRowWidget):
            row.buttons[Offer.OWN].setFocus()
            QTimer.singleShot(0, self, self._show_focus)  # once it has its place
        elif coming:
            self.setFocus()
        elif otherwise:
            self._files.setFocus()

    def _show_focus(self) -> None:
        if id := self.list.holding(self.window().focusWidget()):
            self.list.reach(id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        super().resizeEvent(event)
        self._restyle()


def _next_of(rows: tuple[ImportRow, ...]) -> str:
    """The row whose first button is the next step; "" where none is."""
    for offer in _NEXT:
        for row in rows:
            if row.offers[:1] == (offer,):
                return row.id
    return ""
