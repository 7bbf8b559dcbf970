"""One line for a message: icon and word, one sentence, at most two buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.stop_detail import MARKS
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate

_WEIGHT = {"block": 0, "warn": 1, "info": 2}


@dataclass(frozen=True)
class Note:
    """A message.

    Attributes:
        key: what it is about; a new note with the same key takes its place.
        severity: ``block`` „Geht gerade nicht“, ``warn`` „Bitte ansehen“, ``info`` „Hinweis“.
        buttons: text and what it does.
        pending: it has no ✕ and goes when the matter is settled.
        standing: so it is, and stays; shown whenever nothing else is to be said.
    """

    key: str
    severity: str
    text: str
    buttons: tuple[tuple[str, Callable[[], None]], ...] = ()
    pending: bool = field(default=False)
    standing: bool = False


class MessageLine(QWidget):
    """Shows the most severe of the notes that are there; hidden without any.

    Where the window is narrow the buttons stand below the sentence.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._notes: dict[str, Note] = {}
        self._shown: Note | None = None
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._word = Text(look, "", Role.STRONG)
        self._text = Text(look, "", Role.BASE, wraps=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._count = Text(look, "", Role.SECONDARY, "quiet")
        self._said = QHBoxLayout()
        for widget in (self._icon, self._word):
            self._said.addWidget(widget)
        self._said.addWidget(self._text, 1)
        self._said.addWidget(self._count)
        self._answers = QWidget()
        self._answer_row = FlowRow(self._answers)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.addLayout(self._said, 1)
        self._whole.addWidget(self._answers)
        self._is_narrow = False
        self._buttons: list[Button] = []
        self.hide()
        look.changed.connect(self._show)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that are there, the most severe first; among equals what waits for an answer."""
        return tuple(sorted(self._notes.values(), key=_rank))

    def post(self, note: Note) -> None:
        """Show a note, or another wording of it."""
        self._notes.pop(note.key, None)
        self._notes[note.key] = note
        self._show()
        self._announce(note)

    def withdraw(self, key: str) -> None:
        """The matter is settled."""
        if self._notes.pop(key, None) is not None:
            self._show()

    def clear(self) -> None:
        """Nothing is to be said."""
        self._notes.clear()
        self._show()

    def tell_saved(self) -> None:
        """Strg+S: there is nothing to be done."""
        self.post(Note("saved", "info", translate("Desk", "Alles ist schon gesichert.")))

    def tell_proof(self) -> None:
        """What „Alles bleibt auf diesem Gerät“ rests on."""
        text = translate(
            "Desk", "Kein Teil öffnet eine Netzverbindung. Nachweis: dokuhelfer doctor"
        )
        self.post(Note("proof", "info", text))

    def take_focus(self) -> None:
        """A question waits: its first button gets the focus."""
        if self._buttons:
            self._buttons[0].setFocus()

    def _announce(self, note: Note) -> None:
        if self.isVisible():
            event = QAccessibleAnnouncementEvent(self, f"{_word(note.severity)}: {note.text}")
            if note.severity == "block":
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def _show(self) -> None:
        for button in self._buttons:
            self._answer_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        notes = self.notes
        self._shown = notes[0] if notes else None
        self.setVisible(bool(notes))
        if self._shown is None:
            return
        note, look = self._shown, self._look
        self._icon.setPixmap(look.icon(MARKS[note.severity], note.severity, look.px(Size.ICON)))
        self._word.setText(_word(note.severity) + ":")
        self._word.retone(note.severity)
        self._text.setText(note.text)
        self._answers.setVisible(bool(note.buttons) or not (note.pending or note.standing))
        many = translate("Message", "1 von {count}").format(count=len(notes))
        self._count.setText(many if len(notes) > 1 else "")
        for text, act in note.buttons[:2]:
            self._add(Button(look, text, size=Size.TARGET), act)
        if not (note.pending or note.standing):
            close = Button(look, "", icon="x", kind=Kind.BARE, size=Size.TARGET)
            close.setAccessibleName(translate("Message", "Schließen"))
            self._add(close, lambda: self.withdraw(note.key))
        side = look.px(Size.STEP6)
        self._whole.setContentsMargins(side, look.px(Size.STEP1), side, look.px(Size.STEP1))
        for layout in (self._said, self._answer_row, self._whole):
            layout.setSpacing(look.px(Size.STEP3))
        self._fold()

    def _add(self, button: Button, act: Callable[[], None]) -> None:
        button.clicked.connect(lambda _=False: act())
        self._answer_row.addWidget(button)
        button.show()
        self._buttons.append(button)

    def _fold(self) -> None:
        """The buttons beside the sentence, or below it."""
        self._is_narrow = self._look.width_class(self.window().width()) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom
        # Beside it they stay in one row, and the sentence gives way.
        across = QSizePolicy.Policy.Preferred
        if not self._is_narrow:
            way, across = QBoxLayout.Direction.LeftToRight, QSizePolicy.Policy.Fixed
        self._whole.setDirection(way)
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._answers.setSizePolicy(policy)
        self._word.setVisible(not self._is_narrow)
        if self._shown is not None and self._is_narrow:
            self._text.setText(f"{_word(self._shown.severity)}: {self._shown.text}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width class takes another layout."""
        super().resizeEvent(event)
        narrow = self._look.width_class(self.window().width()) is Width.NARROW
        if self._shown is not None and narrow is not self._is_narrow:
            self._text.setText(self._shown.text)
            self._fold()


def _rank(note: Note) -> tuple[bool, int, bool]:
    return note.standing, _WEIGHT[note.severity], not note.pending


def _word(severity: str) -> str:
    return {
        "block": translate("Message", "Geht gerade nicht"),
        "warn": translate("Message", "Bitte ansehen"),
        "info": translate("Message", "Hinweis"),
    }[severity]
