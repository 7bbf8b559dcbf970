"""The bar at the foot: the record button left, what is going on, sign-off right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.screens.recording import own_dictation_only
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SHORT_BELOW, Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.meter import Meter
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


class FootMode(StrEnum):
    """What the foot is for now; its record button always says what F9 does."""

    HOME = "home"
    RECORDING = "recording"
    FIELD = "field"
    """Dictating into a field."""
    READING = "reading"
    SIGNED = "signed"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class FootState:
    """What the foot shows.

    Attributes:
        microphone: its name; "" where none is known.
        clock: recorded time.
        paused: nothing is recorded now.
        left, blocked: stops to read, of which to clarify.
        ready: sign-off is possible and the filled button.
        signer: who, when, where to.
        files: the button reads „Zur Akte geben“.
        next_draft: whose draft F7 opens.
        into_field: F9 speaks into the stop at the cursor.
        editing: a stop is being typed into; the keys for that are said.
    """

    mode: FootMode = FootMode.HOME
    microphone: str = ""
    clock: str = "0:00"
    paused: bool = False
    left: int = 0
    blocked: int = 0
    ready: bool = False
    signer: str = ""
    files: bool = False
    next_draft: str = ""
    into_field: bool = True
    editing: bool = False


class _Dot(QWidget):
    """The red dot; two bars while pausing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.paused = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._look.px(Size.DOT)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("disabled" if self.paused else "record"))
        if self.paused:
            third = self.width() / 3
            painter.drawRect(0, 0, round(third), self.height())
            painter.drawRect(round(2 * third), 0, round(third), self.height())
        else:
            painter.drawEllipse(self.rect())
        painter.end()


class Foot(QWidget):
    """The bar.

    Signals:
        record_asked, pause_asked, next_person_asked, sign_asked, type_asked,
        microphone_asked, next_draft_asked: the buttons.
    """

    record_asked = Signal()
    pause_asked = Signal()
    next_person_asked = Signal()
    sign_asked = Signal()
    type_asked = Signal()
    microphone_asked = Signal()
    next_draft_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = FootState()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.record = Button(look, "", icon="mic", key=cap(Action.RECORD), size=Size.BIG)
        self._clock = Text(look, "0:00", Role.CLOCK)
        self._dot = _Dot(look)
        self._doing = Text(look, "", Role.STRONG)
        self.meter = Meter(look)
        self._level = Text(look, "", Role.SECONDARY, "quiet")
        self._note = Text(look, own_dictation_only(), Role.SECONDARY, "quiet", wraps=True)
        self._pause = Button(look, "", icon="pause", key=cap(Action.PAUSE))
        text = translate("Foot", "Nächste Person")
        self._next_person = Button(look, text, icon="user-plus", key=cap(Action.NEXT_PERSON))
        self._microphone = Button(look, "", icon="headphones", kind=Kind.BARE)
        text = translate("Foot", "Stattdessen tippen")
        self._type = Button(look, text, icon="keyboard")
        self._signer = Text(look, "", Role.SECONDARY, "quiet", wraps=True)
        self._signer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sign = Button(look, "", icon="pen-line", key=cap(Action.SIGN), size=Size.BIG)
        self.sign.takes_space = False
        self._next_draft = Button(look, "", icon="arrow-right", key=cap(Action.NEXT_DRAFT))
        self._build()
        self._restyle()
        look.changed.connect(self._restyle)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.record)
        self._row.addWidget(self._clock)
        self._speaking = QWidget()
        lines = QVBoxLayout(self._speaking)
        lines.setContentsMargins(0, 0, 0, 0)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._dot)
        first.addWidget(self._doing)
        first.addStretch(1)
        second.addWidget(self.meter)
        second.addWidget(self._level)
        second.addStretch(1)
        lines.addStretch(1)
        lines.addLayout(first)
        lines.addLayout(second)
        lines.addStretch(1)
        self._row.addWidget(self._speaking)
        self._row.addWidget(self._note)
        self._before, self._behind = _stretch(), _stretch()
        for widget in (
            self._before, self._microphone, self._type, self._pause, self._next_person,
            self._behind, self._signer, self.sign, self._next_draft,
        ):  # fmt: skip
            self._row.addWidget(widget)
        for button, signal in (
            (self.record, self.record_asked), (self._pause, self.pause_asked),
            (self._next_person, self.next_person_asked), (self.sign, self.sign_asked),
            (self._type, self.type_asked), (self._microphone, self.microphone_asked),
            (self._next_draft, self.next_draft_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def _restyle(self) -> None:
        look = self._look
        high = look.px(Size.FOOT)
        if look.percent > 100:
            high = look.px(Size.BIG) + look.px(Size.STEP3)
        self.setFixedHeight(high)
        side = look.px(Size.STEP6)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(look.px(Size.STEP4))
        self._note.setMaximumWidth(round(look.em() * 19.6))
        self.show_state(self._state)

    # --- contents --------------------------------------------------------------------------

    def show_level(self, level: float, word: str) -> None:
        """The level and its word, twenty times a second."""
        self.meter.show_level(level, word)
        if not self._state.paused and word != self._level.text():
            self._level.setText(word)

    def show_state(self, state: FootState) -> None:
        """Show this; exactly what the page says."""
        self._state = state
        mode = state.mode
        narrow = self._look.width_class(self.window().width()) is Width.NARROW
        short = self.window().width() / self._look.em() < SHORT_BELOW
        self._show_record(short=narrow or (short and state.ready))
        speaking = mode in (FootMode.RECORDING, FootMode.FIELD)
        self._clock.setText(state.clock)
        self._dot.paused = state.paused
        self._dot.update()
        self._doing.setText(state.clock if narrow else self._doing_now(short=short))
        if state.paused:
            rests = translate("Foot", "Aufnahme ruht")
            self._level.setText(translate("Foot", "Pause") if narrow else rests)
        pause = translate("Foot", "Pause")
        self._pause.dress(
            translate("Foot", "Weiter") if state.paused else pause,
            icon="play" if state.paused else "pause",
            key="" if narrow else cap(Action.PAUSE),
        )
        self._note.setMinimumWidth(round(self._look.em() * (12 if short else 19.6)))
        bare = Kind.BARE if mode is FootMode.READING else Kind.OUTLINED
        name = text = translate("Foot", "Nächste Person")
        if short and (state.ready or speaking):
            text = translate("Foot", "Nächste")
        self._next_person.dress(text, kind=bare)
        self._next_person.setAccessibleName(name)
        self._next_person.setToolTip(name if text != name else "")
        self._microphone.dress(state.microphone)
        text = translate("Foot", "Nächster Entwurf: {person}").format(person=state.next_draft)
        self._next_draft.dress(translate("Foot", "Nächster") if narrow else text)
        self._show_sign(narrow=narrow, short=short)
        shown = {
            self._clock: speaking and not short,
            self._speaking: speaking,
            self.meter: speaking and not narrow and not state.paused,
            self._level: speaking,
            self._note: mode in (FootMode.HOME, FootMode.SIGNED) and not narrow,
            self._pause: mode is FootMode.RECORDING,
            self._next_person: mode in (FootMode.RECORDING, FootMode.READING) and not narrow,
            self._type: mode is FootMode.HOME,
            self._microphone: mode is FootMode.HOME and bool(state.microphone) and not short,
            self._before: mode is not FootMode.READING or narrow,
            self._behind: mode is FootMode.READING and not narrow and not state.ready,
            self._signer: mode is FootMode.READING and not narrow,
            self.sign: mode is FootMode.READING,
            self._next_draft: mode is FootMode.SIGNED and bool(state.next_draft),
        }
        for widget, visible in shown.items():
            widget.setVisible(visible)

    def _show_record(self, *, short: bool) -> None:
        state = self._state
        kind, icon = Kind.FILLED, "mic"
        if state.mode in (FootMode.RECORDING, FootMode.FIELD):
            text, icon = translate("Foot", "Diktat beenden"), "square:filled"
            if state.mode is FootMode.FIELD:
                text = translate("Foot", "Diktat ins Feld beenden")
            if short:
                text = translate("Foot", "Beenden")
        elif state.mode is FootMode.READING:
            kind = Kind.OUTLINED
            text = translate("Foot", "In dieses Feld sprechen")
            if not state.into_field:
                text = translate("Foot", "Neues Diktat")
            text = translate("Foot", "Sprechen") if short else text
        elif state.mode is FootMode.HOME:
            text = translate("Foot", "Diktat starten")
        else:
            text = translate("Foot", "Neues Diktat")
            kind = Kind.FILLED if state.mode is FootMode.SIGNED else Kind.OUTLINED
        role = Role.CONTROL if state.mode is FootMode.READING else Role.BIG_BUTTON
        self.record.dress(text, icon=icon, kind=kind, role=role)

    def _doing_now(self, *, short: bool) -> str:
        state = self._state
        text = translate("Foot", "Aufnahme läuft")
        if state.paused:
            text = translate("Foot", "Pause")
        return f"{state.clock}  {text}" if short else text

    def _show_sign(self, *, narrow: bool, short: bool) -> None:
        state = self._state
        text = translate("Foot", "Abzeichnen")
        if state.files:
            text = translate("Foot", "Zur Akte geben")
        words = state.signer if state.ready else left_words(state, short=short)
        self._signer.setText(editing_words() if state.editing else words)
        room = self._look.px(Size.SIGNER)
        # Who, when and where to is read whole before it is signed: it takes what room there is.
        self._signer.setMaximumWidth(2 * room if state.ready else room * 3 // 5)
        self._signer.setMinimumWidth(room * 3 // 8 if short else room * 3 // 5)
        self._row.setStretchFactor(self._signer, 1 if state.ready else 0)
        if narrow and not state.ready:
            text = left_words(FootState(left=state.left))
        key = "" if narrow and not state.ready else cap(Action.SIGN)
        kind = Kind.FILLED if state.ready else Kind.OUTLINED
        self.sign.dress(text, kind=kind, key=key, dashed=not state.ready)
        self.sign.setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter words where there is less room."""
        super().resizeEvent(event)
        self.show_state(self._state)


def _stretch() -> QWidget:
    """Empty room that takes what is left."""
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return room


def editing_words() -> str:
    """„Übernehmen Enter · Verwerfen Esc“."""
    text = translate("Foot", "Übernehmen {apply} · Verwerfen {leave}")
    return text.format(apply=cap(Action.APPLY), leave=cap(Action.LEAVE))


def left_words(state: FootState, *, short: bool = False) -> str:
    """„Noch 6 Stellen, davon 2 zu klären“; where there is little room „…, 2 zu klären“."""
    if state.left == 1:
        text = translate("Foot", "Noch 1 Stelle")
        return text + (", " + translate("Foot", "zu klären") if state.blocked else "")
    text = translate("Foot", "Noch {left} Stellen").format(left=state.left)
    if state.blocked:
        blocked = translate("Foot", "davon {count} zu klären")
        if short:
            blocked = translate("Foot", "{count} zu klären")
        text += ", " + blocked.format(count=state.blocked)
    return text
