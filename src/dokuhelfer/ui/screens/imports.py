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
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_NEXT = (Offer.OWN, Offer.OPEN)
"""What the one filled button may be, the more urgent first."""


class ImportScreen(QWidget):
    """The list. A row stays where it is and keeps the focus whatever becomes of its file.

    Signals:
        offered: id, `Offer` of a button that was pressed.
        remove_chosen: id, whether the original is to go.
        files_asked, folder_asked: dialogs.
        cleared: what is over is to go from the list.
        left: Esc, or the button.
    """

    offered = Signal(str, str)
    remove_chosen = Signal(str, bool)
    files_asked = Signal()
    folder_asked = Signal()
    cleared = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, ImportRowWidget] = {}
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("bare_focus", True)
        title = translate("Imports", "Aufnahmen einlesen")
        self._title = Text(look, title, Role.SCREEN_TITLE, wraps=True)
        self._note = Text(look, own_dictation_only(), tone="quiet", wraps=True)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._list = QVBoxLayout(self._card)
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
        self._back = Button(look, translate("Imports", "Zurück"), key=cap(Action.LEAVE))
        self._back.clicked.connect(self.left)
        self._build()
        look.changed.connect(self._restyle)
        self.show_rows(())

    def _build(self) -> None:
        holder, buttons = QWidget(), QWidget()
        holder.setObjectName("column")
        self._flow = FlowRow(buttons)
        for button in (self._files, self._folder, self._clear, self._back):
            self._flow.addWidget(button)
        self._column = QVBoxLayout(holder)
        for widget in (self._title, self._note, self._card, self._hint, buttons):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        scroll = scrolling()
        scroll.setWidget(holder)
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._restyle()

    def _restyle(self) -> None:
        look = self._look
        side = max(look.px(Size.STEP6), (self.window().width() - look.px(Size.SHEET)) // 2)
        self._column.setContentsMargins(side, look.px(Size.STEP8), side, look.px(Size.STEP6))
        self._column.setSpacing(look.px(Size.STEP4))
        self._flow.setSpacing(look.px(Size.STEP3))
        hair = look.px(Size.HAIR)
        self._list.setContentsMargins(hair, hair, hair, hair)
        self._list.setSpacing(0)

    # --- contents --------------------------------------------------------------------------

    def show_rows(self, rows: tuple[ImportRow, ...], *, has_over: bool = False) -> None:
        """Show all files as they stand.

        Args:
            has_over: there is something to clear.
        """
        focused = self.window().focusWidget()
        holder = next((one for one in self._rows.values() if _holds(one, focused)), None)
        for id in self._rows.keys() - {row.id for row in rows}:
            self._remove(id)
        filled = _next_of(rows)
        for row in rows:
            if row.id not in self._rows:
                self._add(row)
            self._rows[row.id].show_row(row, filled=row.id == filled)
        if self.hasFocus() and filled:
            self.take_focus()  # it waited for the first question
        if holder is not None and not _holds(holder, self.window().focusWidget()):
            (holder if holder.row.id in self._rows else self._files).setFocus()
        self._card.setVisible(bool(rows))
        self._clear.setVisible(has_over)
        self._files.dress(kind=Kind.OUTLINED if filled else Kind.FILLED)
        hint = translate("Imports", "Dateien oder Ordner in das Fenster ziehen, oder:")
        if rows:
            hint = translate("Imports", "Weitere Dateien hierher ziehen, oder:")
        self._hint.setText(hint)

    def _add(self, row: ImportRow) -> None:
        if self._rows:
            hair = QFrame()
            hair.setObjectName("hair")
            hair.setFixedHeight(self._look.px(Size.HAIR))
            self._list.addWidget(hair)
        made = ImportRowWidget(self._look, row)
        made.offered.connect(self.offered)
        made.remove_chosen.connect(self.remove_chosen)
        self._rows[row.id] = made
        self._list.addWidget(made)

    def _remove(self, id: str) -> None:
        gone = self._rows.pop(id)
        at = self._list.indexOf(gone)
        beside = self._list.itemAt(at - 1 if at else at + 1)
        hair = beside.widget() if beside is not None else None
        for widget in (gone, hair):
            if widget is not None:
                self._list.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def take_focus(self, *, otherwise: bool = False, coming: bool = False) -> None:
        """To the first question that stands.

        Args:
            otherwise: to the dialog's button where there is none.
            coming: files are on their way; the first question gets the focus when it stands,
                unless somebody took it elsewhere.
        """
        for row in self._rows.values():
            if row.row.offers[:1] == (Offer.OWN,):
                row.buttons[Offer.OWN].setFocus()
                QTimer.singleShot(0, self._show_focus)  # once it has its place
                return
        if coming:
            self.setFocus()
        elif otherwise:
            self._files.setFocus()

    def _show_focus(self) -> None:
        focused = self.window().focusWidget()
        for row in self._rows.values():
            if _holds(row, focused):
                self._scroll.ensureWidgetVisible(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        super().resizeEvent(event)
        self._restyle()


def _holds(row: ImportRowWidget, focused: QWidget | None) -> bool:
    return focused is not None and (row is focused or row.isAncestorOf(focused))


def _next_of(rows: tuple[ImportRow, ...]) -> str:
    """The row whose first button is the next step; "" where none is."""
    for offer in _NEXT:
        for row in rows:
            if row.offers[:1] == (offer,):
                return row.id
    return ""
