"""The head of the window: the facts of this dictation, each a button; and the ways aside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from dokuhelfer.ui.keys import Action, cap
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SHORT_BELOW, Role, Size, Width
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HeadState:
    """What the head shows.

    Attributes:
        at_home: proof and settings instead of the dictation's facts.
        when, when_short: day and time; the time alone.
        waiting: how many drafts wait.
        profile: initials of who documents; "" before they are known.
        recording: hiding is offered instead of the list.
        place: „4 von 7“ in narrow windows.
    """

    at_home: bool = True
    person: str = ""
    template: str = ""
    when: str = ""
    when_short: str = ""
    waiting: int = 0
    profile: str = ""
    recording: bool = False
    place: str = ""


class Head(QWidget):
    """The line of buttons.

    Signals:
        proof_asked, person_asked, template_asked, when_asked, waiting_asked, hide_asked,
        profile_asked: the buttons.
    """

    proof_asked = Signal()
    person_asked = Signal()
    template_asked = Signal()
    when_asked = Signal()
    waiting_asked = Signal()
    hide_asked = Signal()
    profile_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = HeadState()
        self.setObjectName("head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._proof = self._add(
            translate("Head", "Alles bleibt auf diesem Gerät"), "shield-check", quiet=True
        )
        self._proof.dress(role=Role.BASE)
        self._person = self._add("", "user", chevron=True, role=Role.STRONG)
        self._template = self._add("", "file-text", chevron=True)
        self._when = self._add("", "clock", chevron=True, role=Role.BASE)
        self._row.addStretch(1)
        self._place = Text(look, "", Role.BASE, "quiet")
        self._row.addWidget(self._place)
        self._waiting = self._add("", "list")
        self._hide = self._add(translate("Head", "Verbergen"), "eye-off", key=cap(Action.HIDE))
        self._profile = self._add("", "user-check")
        self._more = self._add(translate("Head", "Mehr"), "menu")
        for button, signal in (
            (self._proof, self.proof_asked), (self._person, self.person_asked),
            (self._template, self.template_asked), (self._when, self.when_asked),
            (self._waiting, self.waiting_asked), (self._hide, self.hide_asked),
            (self._profile, self.profile_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self._more.clicked.connect(self._open_more)
        self._restyle()
        look.changed.connect(self._restyle)

    def _add(
        self, text: str, icon: str, *, key: str = "", quiet: bool = False, chevron: bool = False,
        role: Role | None = None,
    ) -> Button:  # fmt: skip
        button = Button(
            self._look, text, icon=icon, key=key, kind=Kind.BARE, size=Size.TARGET,
            quiet=quiet, chevron=chevron,
        )  # fmt: skip
        button.dress(role=role)
        self._row.addWidget(button)
        return button

    def _restyle(self) -> None:
        look = self._look
        self.setMinimumHeight(look.px(Size.HEAD))
        side = look.px(Size.STEP2)
        self._row.setContentsMargins(side, 0, side + look.px(Size.STEP1), look.px(Size.HAIR))
        self._row.setSpacing(0)
        self.show_state(self._state)

    def show_state(self, state: HeadState) -> None:
        """Show these facts."""
        self._state = state
        width = self.window().width()
        narrow = self._look.width_class(width) is Width.NARROW
        short = width / self._look.em() < SHORT_BELOW
        home = state.at_home
        person = state.person or translate("Head", "Ohne Person")
        self._fit(self._person, person, width, narrow=narrow)
        self._template.dress(state.template)
        self._when.dress(state.when_short if short else state.when)
        for button, action in (
            (self._person, Action.PERSON), (self._template, Action.TEMPLATE),
            (self._when, Action.WHEN),
        ):  # fmt: skip
            button.setAccessibleDescription(cap(action))
        self._profile.dress(state.profile or translate("Head", "Profil"))
        waiting = translate("Head", "{count} warten")
        if not short:
            waiting = translate("Head", "{count} Entwürfe warten")
            if state.waiting == 1:
                waiting = translate("Head", "1 Entwurf wartet")
        self._waiting.dress(waiting.format(count=state.waiting))
        self._place.setText(state.place)
        shown = {
            self._proof: home,
            self._person: not home,
            self._template: not home and not narrow,
            self._when: not home and not narrow and bool(state.when),
            self._place: narrow and bool(state.place),
            self._waiting: not home and not narrow and not state.recording and state.waiting > 0,
            self._hide: state.recording and not narrow,
            self._profile: not narrow,
            self._more: narrow,
        }
        for widget, visible in shown.items():
            widget.setVisible(visible)

    def _fit(self, button: Button, text: str, width: int, *, narrow: bool) -> None:
        room = width * (0.42 if narrow else 0.3)
        if narrow:
            text = text.split(" · ")[0]
        fitted = self._look.metrics(Role.STRONG).elidedText(
            text, Qt.TextElideMode.ElideMiddle, room
        )
        button.dress(fitted, icon="" if narrow else "user")
        button.setToolTip("" if fitted == text else text)
        button.setAccessibleName(text)

    def _open_more(self) -> None:
        menu = QMenu(self)
        for text, signal in (
            (self._state.template, self.template_asked), (self._state.when, self.when_asked),
            (self._waiting.text() if self._state.waiting else "", self.waiting_asked),
            (translate("Head", "Verbergen"), self.hide_asked),
            (self._profile.text(), self.profile_asked),
        ):  # fmt: skip
            if text:
                menu.addAction(text).triggered.connect(lambda _=False, signal=signal: signal.emit())
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def button_of(self, action: Action) -> Button:
        """The button below which a chooser opens; „Mehr“ where its own is not shown."""
        own = {
            Action.PERSON: self._person,
            Action.TEMPLATE: self._template,
            Action.WHEN: self._when,
        }[action]
        return own if own.isVisible() or not self._more.isVisible() else self._more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter words where there is less room."""
        super().resizeEvent(event)
        self.show_state(self._state)
