"""All stops of the sheet, one below the other; owns the cursor on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.page import Page, Passage, Stop
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.editor import StatementEditor
from dokuhelfer.ui.widgets.field_choice import FieldChoice
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.stop import StopWidget
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_FEW = 6
"""So many empty fields are named at once."""
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in (1, 2, 3, 4)}


class StopList(QWidget):
    """Builds a `StopWidget` for each stop of a `Page` and passes keys on; one Tab stop.

    Signals:
        confirmed, answered, change_asked, play_asked: of the cursor stop.
        moved: the reader went to another stop, by index.
        blank_chosen: a name of the line „Nicht diktiert“, by field id.
        edited, edit_left, typed: of the editor.
        blank_opened: an empty field is typed into, in a place of its own.
        replaces: whether what is being said stands instead of what stood there.
        dropped: what is being said is to be dropped.
        grown: its height changed.

    Attributes:
        choice: what is to become of what is being said; in the stop it is said into.
    """

    confirmed = Signal()
    answered = Signal(int)
    change_asked = Signal()
    play_asked = Signal()
    moved = Signal(int)
    blank_chosen = Signal(str)
    edited = Signal(str)
    edit_left = Signal()
    blank_opened = Signal()
    typed = Signal(str)
    replaces = Signal(bool)
    dropped = Signal()
    grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page = Page("", ())
        self._stops: list[StopWidget] = []
        self._blank: StopWidget | None = None
        """An empty field that is typed into; it has no stop."""
        self._stacked = False
        self._all_blanks = False
        self._leads = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("bare_focus", True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._asked = ""
        """The stop somebody speaks into."""
        self.choice = FieldChoice(look, self)
        self.choice.hide()
        self.choice.replaces.connect(self.replaces)
        self.choice.dropped.connect(self.dropped)
        self._blanks = QWidget(self)
        self._blank_row = FlowRow(self._blanks)
        self._blank_label = Text(
            look, translate("Sheet", "Nicht diktiert"), Role.LABEL, "quiet", parent=self
        )
        self._all_read = Text(look, "", Role.LABEL_HERE, parent=self)
        self._high = 0

    # --- contents --------------------------------------------------------------------------

    def show_page(self, page: Page, *, stacked: bool) -> None:
        """Show a page; stops that stay keep their widget."""
        same = [stop.id for stop in page.stops] == [one.stop.id for one in self._stops]
        if not same:
            self._replace(page.stops)
        blanks_changed = page.blanks != self._page.blanks or not same
        self._page, self._stacked = page, stacked
        for number, (widget, stop) in enumerate(zip(self._stops, page.stops, strict=True)):
            widget.show_stop(stop, cursor=number == page.cursor, stacked=stacked)
            widget.place(number + 1, len(page.stops))
        if self._blank is not None:
            self._blank.show_stop(self._blank.stop, cursor=False, stacked=stacked)
        if blanks_changed:
            self._show_blanks()
        text = translate("Sheet", "Alles gelesen – Abzeichnen mit {key}")
        self._all_read.setText(text.format(key=cap(Action.SIGN)))
        self._all_read.setVisible(page.all_read)
        self.relayout()

    def _replace(self, stops: tuple[Stop, ...]) -> None:
        for old in self._stops:
            old.hide()
            old.deleteLater()
        self._stops = [StopWidget(self._look, stop, self) for stop in stops]
        for number, widget in enumerate(self._stops):
            widget.pressed.connect(lambda number=number: self.moved.emit(number))
            widget.edited.connect(self.edited)
            widget.edit_left.connect(self.edit_left)
            widget.typed.connect(self.typed)
            widget.show()
        self.choice.raise_()

    def _show_blanks(self) -> None:
        while (item := self._blank_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        blanks = self._page.blanks
        many = len(blanks) > _FEW and not self._all_blanks
        if many:
            text = translate("Sheet", "{count} Felder … zeigen").format(count=len(blanks))
            button = self._blank_button(text)
            button.clicked.connect(self._unfold_blanks)
        for blank in () if many else blanks:
            button = self._blank_button(blank.label)
            button.clicked.connect(lambda _=False, id=blank.id: self.blank_chosen.emit(id))
        self._blanks.setVisible(bool(blanks))
        self._blank_label.setVisible(bool(blanks))

    def _blank_button(self, text: str) -> Button:
        button = Button(self._look, text, kind=Kind.BARE, size=Size.TARGET, quiet=True)
        button.dress(role=Role.BASE)
        self._blank_row.addWidget(button)
        button.show()  # what Qt has yet to show takes no room
        return button

    def _unfold_blanks(self) -> None:
        self._all_blanks = True
        self._show_blanks()
        self.relayout()

    # --- layout ----------------------------------------------------------------------------

    def relayout(self) -> None:
        """Place everything for the width there is; nothing above the cursor moves by itself."""
        look, width = self._look, self.width()
        y = 0
        self._show_choice()
        for widget in self._placed():
            high = widget.height_for(width)
            widget.setGeometry(0, y, width, high)
            if widget.choice is not None:
                self.choice.setGeometry(widget.choice_place.translated(0, y))
            if widget.detail is not None:
                widget.detail.set_focus_policy_for_buttons(Qt.FocusPolicy.TabFocus)
                widget.detail.lead(on=self._leads and self._blank is None)
                self._wire(widget)
            y += high
        y += self._place_blanks(y, width)
        if self._page.all_read:
            left = self._label_left()
            high = look.line(Role.LABEL) + 2 * look.px(Size.STEP3)
            self._all_read.setGeometry(left, y, width - left, high)
            y += high
        y += look.px(Size.STEP2)
        if y != self._high:
            self._high = y
            self.setFixedHeight(y)
        self.grown.emit()

    def _placed(self) -> list[StopWidget]:
        """All that stands below each other: a field that is typed into below the cursor stop."""
        if self._blank is None:
            return self._stops
        above = self._page.cursor + 1
        return [*self._stops[:above], self._blank, *self._stops[above:]]

    def _place_blanks(self, y: int, width: int) -> int:
        if not self._page.blanks:
            return 0
        look = self._look
        label = self._label_left()
        left = label + look.px(Size.LABEL_COLUMN) - look.px(Size.STEP1)
        if self._stacked:
            left = label - look.px(Size.STEP4)
        room = width - left - look.px(Size.STEP6)
        high = self._blank_row.heightForWidth(room)
        line = look.px(Size.TARGET)
        below = line if self._stacked else 0
        self._blank_label.setGeometry(label, y, look.px(Size.LABEL_COLUMN), line)
        self._blanks.setGeometry(left, y + below, room, high)
        return high + below

    def _label_left(self) -> int:
        """Left edge of the labels."""
        look = self._look
        if self._stacked:
            return look.px(Size.SHEET_PADDING) - look.px(Size.STEP1)
        return look.px(Size.STEP12) + look.px(Size.STEP1)

    def _wire(self, widget: StopWidget) -> None:
        detail = widget.detail
        if detail is None or detail.property("wired"):
            return
        detail.setProperty("wired", True)
        detail.confirmed.connect(self.confirmed)
        detail.answered.connect(self.answered)
        detail.change_asked.connect(self.change_asked)
        detail.play_asked.connect(self.play_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.relayout()

    def sizeHint(self) -> QSize:
        """As high as its stops."""
        return QSize(self.width(), self._high)

    # --- the cursor ------------------------------------------------------------------------

    def stop_at_cursor(self) -> StopWidget | None:
        """The widget of the cursor stop; None behind the last."""
        if self._page.cursor < len(self._stops):
            return self._stops[self._page.cursor]
        return None

    def in_hand(self) -> StopWidget | None:
        """What has to be in view: an empty field that is typed into, or else the cursor stop."""
        return self._blank or self.stop_at_cursor()

    def _stop(self, id: str) -> StopWidget | None:
        return next((one for one in self._stops if one.stop.id == id), None)

    def show_live(self, id: str, passage: Passage) -> None:
        """What is being dictated into the stop of that id."""
        stop = self._stop(id)
        if stop is not None:
            stop.show_live(passage)
            self.relayout()

    def end_live(self) -> None:
        """It was said. Where somebody speaks by now, the words to come are shown."""
        for stop in self._stops:
            if not self._asked or stop.stop.id != self._asked:
                stop.show_live(None)
        self.relayout()

    def ask_how(self, id: str, *, replaceable: bool = False) -> None:
        """Somebody speaks into the stop of that id; "" when nobody does any more.

        Args:
            replaceable: something stands there that could be replaced.
        """
        self._asked, found = id, self._stop(id)
        self.choice.ask(found.stop.label if found is not None else "", replaceable=replaceable)
        self.relayout()

    def _show_choice(self) -> None:
        """In the stop somebody speaks into, whichever widget that is by now."""
        found = self._stop(self._asked) if self._asked else None
        for stop in self._stops:
            stop.choice = self.choice if stop is found else None
        if found is None and self.choice.isAncestorOf(self.window().focusWidget()):
            self.setFocus()
        self.choice.setVisible(found is not None)

    def lead(self, *, on: bool) -> None:
        """Whether the next step is at the cursor; while somebody speaks it is at the foot."""
        self._leads = on
        self.relayout()

    def open_editor(self, text: str, id: str = "", blank: str = "") -> None:
        """Edit the stop of that id, or the cursor stop where there is none.

        Args:
            blank: label of an empty field: it is edited in a place of its own, as words for it
                must not stand beside the label of another.
        """
        stop = self._stop(id) or self.stop_at_cursor()
        if blank:
            stop = self._add_blank(blank)
        if stop is not None:
            editor = stop.open_editor(text)
            editor.textChanged.connect(self.relayout)
            self.relayout()
        if blank:
            self.blank_opened.emit()

    def _add_blank(self, label: str) -> StopWidget:
        self._drop_blank()
        self._blank = made = StopWidget(self._look, Stop("", label, Passage("")), self)
        made.show_stop(made.stop, cursor=False, stacked=self._stacked)
        made.edited.connect(self.edited)
        made.edit_left.connect(self.edit_left)
        made.typed.connect(self.typed)
        made.show()
        return made

    def _drop_blank(self) -> None:
        if self._blank is not None:
            self._blank.hide()
            self._blank.deleteLater()
            self._blank = None

    @property
    def editor(self) -> StatementEditor | None:
        """The open editor; None without one."""
        editors = (stop.editor for stop in self._placed())
        return next((one for one in editors if one is not None), None)

    def editor_text(self) -> str | None:
        """What stands in the open editor; None without one."""
        editor = self.editor
        return editor.toPlainText() if editor is not None else None

    def close_editor(self) -> None:
        """Nothing is edited any more."""
        for stop in self._stops:
            stop.close_editor()
        self._drop_blank()
        self.relayout()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keys that are decided here must not be taken for shortcuts first."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and (event.key() in _DIGITS or event.key() in (Qt.Key.Key_Space,)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, digits, arrows; a held key never decides anything."""
        key = event.key()
        stop = self.stop_at_cursor()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat() and stop is not None and stop.has_settled():
                self.confirmed.emit()
        elif key in _DIGITS:
            if not event.isAutoRepeat():
                self.answered.emit(_DIGITS[key])
        elif key == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.answered.emit(3)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_asked.emit()
        elif (target := self._target(key)) is not None:
            self.moved.emit(target)
        else:
            super().keyPressEvent(event)

    def _target(self, key: int) -> int | None:
        last = len(self._stops) - 1
        targets = {
            Qt.Key.Key_Up: self._page.cursor - 1,
            Qt.Key.Key_Down: self._page.cursor + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key not in targets or not self._stops:
            return None
        return max(0, min(targets[Qt.Key(key)], last))
