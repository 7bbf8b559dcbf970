"""Head and foot: they say what the page says, whatever the page is."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.entries import Entries, Phase
from dokuhelfer.ui.moments import Moment, in_head
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.speaking import Speaking
from dokuhelfer.ui.widgets.foot import FootMode, FootState
from dokuhelfer.ui.widgets.head import HeadState
from dokuhelfer.ui.work import Plan

translate = QCoreApplication.translate


class Mode(Enum):
    """What the window is doing."""

    HOME = auto()
    RECORDING = auto()
    FIELD = auto()
    """Dictating into a field."""
    HEARING = auto()
    """What was said is becoming text."""
    CUTS = auto()
    """Where the entries of a Sammeldiktat begin."""
    IMPORTS = auto()
    """Files on their way in; Esc leads back."""
    READING = auto()
    SIGNED = auto()
    PROFILE = auto()
    ASIDE = auto()
    """A page such as the overview; Esc leads back."""


_WITHOUT_DICTATION = frozenset({Mode.HOME, Mode.CUTS, Mode.IMPORTS, Mode.PROFILE, Mode.ASIDE})
"""What shows no person in the head."""

_FEET = {
    Mode.HOME: FootMode.HOME,
    Mode.RECORDING: FootMode.RECORDING,
    Mode.FIELD: FootMode.FIELD,
    Mode.READING: FootMode.READING,
    Mode.SIGNED: FootMode.SIGNED,
}


class Surroundings:
    """Keeps head and foot in step with the page.

    Attributes:
        mode: what the window is doing.
        microphone: the name of the one in use.
        clock: recorded time as text.
        paused: nothing is recorded now.
        editing: a stop is being typed into.

    Args:
        records: whether the microphone is in use; bar, head and foot say so on every page.
    """

    def __init__(self, shell: Shell, entries: Entries, records: Callable[[], bool]) -> None:
        self._shell = shell
        self._records = records
        self._entries = entries
        self._before: QWidget | None = None
        self.mode = Mode.HOME
        self.microphone = ""
        self.clock = "0:00"
        self.paused = False
        self.editing = False

    def show(self, mode: Mode, plan: Plan, profile: Profile, page: Page) -> None:
        """The window does something else now."""
        self.mode = mode
        self.refresh(plan, profile, page)

    def follow(self, speaking: Speaking) -> None:
        """What is so while somebody speaks."""
        self.clock = speaking.clock
        self.paused = speaking.paused
        self.microphone = speaking.microphone

    def remember(self) -> None:
        """Where to come back to."""
        self._before = self._shell.pages.currentWidget()

    def forget(self) -> QWidget | None:
        """Where one was."""
        before, self._before = self._before, None
        return before

    def refresh(self, plan: Plan, profile: Profile, page: Page) -> None:
        """Show what is so now."""
        self._shell.head.show_state(self._head(plan, profile, page))
        self._shell.foot.show_state(self._foot(profile, page))
        self._shell.show_recording(on=self._records(), paused=self.paused)

    def _head(self, plan: Plan, profile: Profile, page: Page) -> HeadState:
        entry = self._entries.current
        if self.mode in _WITHOUT_DICTATION or entry is None:
            return HeadState(profile=profile.initials)
        begun = plan.context.recorded or entry.begun
        when, short = in_head(Moment(begun, plan.context.shift))
        place = ""
        if self.mode is Mode.READING and page.day_open:
            when = short = translate("Head", "Datum offen")
        if self.mode is Mode.READING and page.stops:
            text = translate("Head", "{number} von {count}")
            place = text.format(number=min(page.cursor + 1, len(page.stops)), count=len(page.stops))
        return HeadState(
            at_home=False,
            person=plan.context.person or entry.person,
            template=entry.template,
            when=when,
            when_short=short,
            waiting=len(self._entries.waiting),
            profile=profile.initials,
            recording=self._records(),
            place=place,
        )

    def _foot_mode(self) -> FootMode:
        usual = _FEET.get(self.mode, FootMode.PLAIN)
        if self._records() and usual is not FootMode.FIELD:
            return FootMode.RECORDING
        return usual

    def _foot(self, profile: Profile, page: Page) -> FootState:
        following = next((one for one in self._entries.waiting if one.phase is Phase.READ), None)
        who = following.person or translate("Head", "Ohne Person") if following else ""
        ready = page.all_read and self.mode is Mode.READING
        signer = f"{profile.line} · " if profile.initials else ""
        return FootState(
            mode=self._foot_mode(),
            microphone=self.microphone,
            clock=self.clock,
            paused=self.paused,
            left=page.left,
            blocked=page.blocked,
            ready=ready,
            signer=signer + translate("Foot", "in die Zwischenablage"),
            files=self._entries.is_filed(self._entries.current),
            next_draft=who,
            editing=self.editing and self.mode is Mode.READING,
        )
