"""Where one is: the page in front, the dictation it belongs to, and what was chosen for it.

All desks share one `Room`. A desk with a page of its own brings it to the front with `show`;
what belongs to head and foot follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from dokuhelfer.draft.context import Context
from dokuhelfer.ui import clock
from dokuhelfer.ui.dictating import Dictating
from dokuhelfer.ui.entries import Entries, Entry
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.profile_desk import ProfileDesk
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.stage import Stage
from dokuhelfer.ui.surroundings import Mode, Surroundings
from dokuhelfer.ui.work import Plan


@dataclass
class Room:
    """See the module.

    Attributes:
        plan: chosen for the dictation that is in front.
        home_plan: chosen on the home page, for the next one.
    """

    shell: Shell
    stage: Stage
    lane: Lane
    entries: Entries
    dictating: Dictating
    reading: ReadingDesk
    profiles: ProfileDesk
    plan: Plan
    home_plan: Plan

    def __post_init__(self) -> None:
        self._around = Surroundings(
            self.shell, self.entries, lambda: self.dictating.is_recording
        )  # fmt: skip

    @property
    def mode(self) -> Mode:
        """What the window is doing."""
        return self._around.mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._around.mode = mode

    def show(self, mode: Mode, screen: QWidget) -> None:
        """Bring a page to the front."""
        self.dictating.stop()  # nobody is recorded who sees another page
        self.shell.show_page(screen)
        self._around.show(mode, self.plan, self.profiles.profile, self.reading.page)

    def show_beside(self, mode: Mode, screen: QWidget) -> None:
        """Bring a page of no dictation to the front; the sheet that was read waits."""
        self.reading.close()
        self.entries.current = None
        self.plan = self.home_plan
        self.show(mode, screen)

    def refresh(self) -> None:
        """Head and foot say what is so now."""
        self._around.follow(self.dictating.speaking)
        self._around.editing = self.reading.is_editing
        self._around.refresh(self.plan, self.profiles.profile, self.reading.page)

    def go_home(self) -> None:
        """To the home page; the sheet that was read waits."""
        self.show_beside(Mode.HOME, self.stage.home)
        self.show_waiting()
        self.shell.foot.record.setFocus()

    def choose_for_next(self, plan: Plan) -> None:
        """For the next dictation; the field of the home page says whose it will be."""
        self.home_plan = plan
        person = plan.context.person or ""
        if self.stage.home.person.text().strip() != person:
            self.stage.home.person.setText(person)

    def forget_person(self) -> None:
        """A person was chosen for one dictation, never for the one after it."""
        plan = self.home_plan
        self.choose_for_next(replace(plan, context=replace(plan.context, person=None)))

    def show_waiting(self) -> None:
        """The list of the home page, as it is now."""
        self.stage.home.show_waiting(self.entries.rows(clock.now()))

    def open(self, entry: Entry) -> None:
        """Read a draft."""
        self.entries.current = entry
        self.plan = entry.work.plan
        self.show(Mode.READING, self.stage.reading)
        self.reading.open(entry.work)
        self.stage.reading.stops.setFocus()

    def ask_profile(self) -> None:
        """Who documents? Then back to where one was."""
        self._around.remember()
        self.show(Mode.PROFILE, self.stage.profile)
        self.profiles.ask()

    def come_back(self) -> None:
        """Where one was."""
        screen = self._around.forget()
        if screen is self.stage.reading:
            self.show(Mode.READING, screen)
            QTimer.singleShot(0, self.stage.reading.stops.setFocus)
        elif screen is self.stage.signed:
            self.show(Mode.SIGNED, screen)
        else:
            self.go_home()


def first_plan(template: str) -> Plan:
    """Before anything is chosen."""
    return Plan(template, Context())
