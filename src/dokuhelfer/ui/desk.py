"""What happens when: from the home page through speaking and reading to the signed text.

The desk knows the screens and the order; what is done to a draft is `reading_desk`, what
is done with a signed one `signing_desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.choosers import Choosers
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.profile import Profile, load_profile, save_profile
from dokuhelfer.ui.questions import FileQuestions
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.screens.hidden import HiddenScreen
from dokuhelfer.ui.screens.home import HomeScreen, Offered
from dokuhelfer.ui.screens.profile import ProfileScreen
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.screens.recording import RecordingScreen
from dokuhelfer.ui.screens.signed_off import SignedOffScreen
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.signing_desk import SigningDesk
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import TEXT_SIZES
from dokuhelfer.ui.surroundings import Mode, Surroundings
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.work import Plan, Shown, Work

translate = QCoreApplication.translate


class Desk(QObject):
    """The window's course of events."""

    def __init__(
        self,
        shell: Shell,
        look: Look,
        settings: Settings,
        templates: Mapping[str, Template],
        catalogue: Catalogue,
    ) -> None:
        super().__init__(shell)
        self.setObjectName("desk")
        self._shell = shell
        self._look = look
        self._templates = templates
        self._catalogue = catalogue
        self._lane = Lane("reviews", self)
        self._entries = Entries(templates)
        self._profile = load_profile()
        self._home = HomeScreen(look, tuple(Offered(t.id, t.title) for t in templates.values()))
        self._recording = RecordingScreen(look)
        self._reading_screen = ReadingScreen(look)
        self._signed_screen = SignedOffScreen(look)
        self._profile_screen = ProfileScreen(look)
        self._hidden = HiddenScreen(look, shell)
        self.reading = ReadingDesk(self._reading_screen, self._lane, shell.messages)
        self.signing = SigningDesk(self._signed_screen, self._lane, shell.messages, catalogue)
        self._intake = Intake(settings, self)
        self._choosers = Choosers(shell, templates)
        self._questions = FileQuestions(shell)
        self._plan = Plan(next(iter(templates)), Context())
        self._around = Surroundings(shell, self._entries)
        self._connect()
        self.go_home()

    def _connect(self) -> None:
        shell, home = self._shell, self._home
        shell.acted.connect(self.act)
        shell.tile_pressed.connect(lambda n: home.choose_tile(n) if self._is(Mode.HOME) else None)
        self._questions.accepted.connect(self.take_file)
        shell.closing.connect(self.close)
        home.template_chosen.connect(self._choose_template)
        home.person_changed.connect(self._choose_person)
        home.draft_chosen.connect(self._open_id)
        foot, head = shell.foot, shell.head
        for signal, action in (
            (foot.record_asked, Action.RECORD), (foot.next_person_asked, Action.NEXT_PERSON),
            (foot.sign_asked, Action.SIGN), (foot.next_draft_asked, Action.NEXT_DRAFT),
            (head.hide_asked, Action.HIDE), (head.person_asked, Action.PERSON),
            (head.template_asked, Action.TEMPLATE),
        ):  # fmt: skip
            signal.connect(lambda action=action: self.act(action))
        foot.type_asked.connect(self._type_instead)
        head.profile_asked.connect(self._ask_profile)
        self._profile_screen.entered.connect(self._take_profile)
        self._profile_screen.left.connect(self._return)
        self._choosers.template_chosen.connect(self._choose_template)
        self._choosers.person_chosen.connect(self._choose_person)
        self.reading.shown.connect(self._note_page)
        self._intake.heard.connect(self._show_words)
        self._intake.finished.connect(self._draft)
        self._intake.failed.connect(self._not_heard)
        self._intake.warned.connect(shell.messages.post)

    @property
    def mode(self) -> Mode:
        """What the window is doing."""
        return self._around.mode

    @property
    def home(self) -> HomeScreen:
        """The home page."""
        return self._home

    @property
    def is_hidden(self) -> bool:
        """Whether everything is covered."""
        return self._hidden.isVisible()

    def reload_profile(self) -> None:
        """Take the profile as it is kept now."""
        self._profile = load_profile()
        self._around.refresh(self._plan, self._profile, self.reading.page)

    def close(self) -> None:
        """End what runs; nothing is left behind in the clipboard."""
        self._intake.close()
        self.signing.clipboard.clear()
        self._lane.close()

    # --- keys ------------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """A key of the window, or its button."""
        if action is Action.HIDE:
            self._hide()
            return
        if self._hidden.isVisible():
            return
        if self._is(Mode.READING) and self.reading.act(action):
            return
        commands: dict[Action, Callable[[], None]] = {
            Action.RECORD: self._record,
            Action.NEXT_PERSON: self._next_person,
            Action.SIGN: self._sign,
            Action.NEXT_DRAFT: lambda: self._beside(1),
            Action.PREVIOUS_DRAFT: lambda: self._beside(-1),
            Action.COPY: self.signing.copy if self._is(Mode.SIGNED) else lambda: None,
            Action.IMPORT: self._questions.choose,
            Action.SAVED: self._say_saved,
            Action.LARGER: lambda: self._resize_text(1),
            Action.SMALLER: lambda: self._resize_text(-1),
            Action.NORMAL: lambda: self._look.choose(percent=100),
            Action.LEAVE: self._leave,
            Action.PERSON: lambda: self._choosers.ask_person(self._plan.context.person or ""),
            Action.TEMPLATE: self._choosers.ask_template,
        }
        if action in commands:
            commands[action]()

    def _is(self, mode: Mode) -> bool:
        return self._around.mode is mode

    def _leave(self) -> None:
        if self._is(Mode.PROFILE):
            self._return()
        elif self._is(Mode.READING) and not self.reading.is_editing:
            self.go_home()

    def _hide(self) -> None:
        hidden = not self._hidden.isVisible()
        if hidden:
            self._hidden.setGeometry(self._shell.rect())
        self._hidden.setVisible(hidden)
        self._hidden.raise_()
        target = self._hidden if hidden else self._shell.pages.currentWidget()
        if target is not None:
            target.setFocus()

    def _resize_text(self, step: int) -> None:
        here = TEXT_SIZES.index(self._look.percent)
        self._look.choose(percent=TEXT_SIZES[max(0, min(here + step, len(TEXT_SIZES) - 1))])

    def _say_saved(self) -> None:
        text = translate("Desk", "Alles ist schon gesichert.")
        self._shell.messages.post(Note("saved", "info", text))

    # --- home ------------------------------------------------------------------------------

    def go_home(self) -> None:
        """To the home page; the sheet that was read waits."""
        self.reading.close()
        self._entries.current = None
        self._show(Mode.HOME, self._home)
        self._home.show_waiting(self._entries.rows(now()))
        self._shell.foot.record.setFocus()

    def _show(self, mode: Mode, screen: object) -> None:
        self._shell.show_page(screen)  # type: ignore[arg-type]
        self._around.show(mode, self._plan, self._profile, self.reading.page)

    def _choose_template(self, id: str) -> None:
        self._change_plan(Plan(id, self._plan.context))

    def _choose_person(self, person: str) -> None:
        context = self._plan.context
        changed = Context(
            person.strip() or None, context.shift, context.recorded, context.unit, context.case,
            context.author, context.role,
        )  # fmt: skip
        self._change_plan(Plan(self._plan.template, changed))

    def _change_plan(self, plan: Plan) -> None:
        """Before, while or after speaking; a draft that is there is made anew, hands' work kept."""
        self._plan = plan
        entry = self._entries.current
        if entry is not None:
            entry.person = plan.context.person or entry.person
            work = entry.work
            if entry.phase is Phase.READ:
                self._lane.run(
                    lambda: _replanned(work, plan, self._templates),
                    lambda shown: self.reading.take(work, shown),
                )
            else:
                self._lane.run(lambda: setattr(work, "plan", plan))
        self._around.refresh(plan, self._profile, self.reading.page)

    # --- a dictation begins ----------------------------------------------------------------

    def _new_entry(self, phase: Phase) -> Entry:
        began = now()
        context = self._plan.context
        with_time = Context(
            context.person, context.shift, began, context.unit, context.case,
            self._profile.initials or None, self._profile.role or None,
        )  # fmt: skip
        entry = self._entries.add(Work(Plan(self._plan.template, with_time)), began)
        entry.phase = phase
        self._entries.current = entry
        return entry

    def _record(self) -> None:
        if self._is(Mode.RECORDING):
            return
        text = translate(
            "Desk", "Kein Mikrofon gefunden. Sie können tippen oder eine Aufnahme einlesen."
        )
        buttons = ((translate("Desk", "Einlesen …"), self._questions.choose),)
        self._shell.messages.post(Note("microphone", "block", text, buttons))

    def _next_person(self) -> None:
        self._choosers.person_chosen.emit("")
        self.go_home()
        self._record()

    def take_file(self, path: Path) -> None:
        """Read a sound file in, as if it was spoken now."""
        entry = self._new_entry(Phase.HEARD)
        self._recording.begin(ready=False)
        self._show(Mode.HEARING, self._recording)
        self._intake.hear_file(path, entry.work.id)

    def _type_instead(self) -> None:
        entry = self._new_entry(Phase.DRAFTED)
        work = entry.work
        self._lane.run(
            lambda: work.type_instead(self._templates), lambda _: self._open_if_current(entry)
        )

    # --- from sound to a draft -------------------------------------------------------------

    def _show_words(self, id: str, stable: str, tail: str) -> None:
        current = self._entries.current
        if current is not None and current.work.id == id:
            self._recording.live.show_words(stable, tail)

    def _draft(self, id: str, transcript: object, models: object) -> None:
        entry = self._entries.of(id)
        if entry is None:
            return
        entry.phase = Phase.DRAFTED
        work = entry.work

        def make() -> list[Work]:
            work.transcript = transcript  # type: ignore[assignment]
            work.models = models  # type: ignore[assignment]
            return work.draft(self._templates)

        self._lane.run(make, lambda more: self._drafted(entry, more), self._not_drafted(entry))

    def _drafted(self, entry: Entry, more: list[Work]) -> None:
        for work in more:
            self._look_at(self._entries.add(work, entry.begun))
        self._open_if_current(entry)

    def _not_drafted(self, entry: Entry) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            self._not_heard(entry.work.id, error)

        return tell

    def _not_heard(self, id: str, error: object) -> None:
        entry = self._entries.of(id)
        known = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="window")
        if entry is not None:
            entry.phase = Phase.FAILED
        self._shell.messages.post(Note("hearing", "block", error_line(self._catalogue, known)))
        if entry is not None and self._entries.current is entry:
            self.go_home()

    def _look_at(self, entry: Entry) -> None:
        """Ask a sheet in the background how it stands."""
        self._lane.run(entry.work.show, lambda shown: self._note(entry, shown))

    def _note(self, entry: Entry, shown: Shown) -> None:
        self._entries.note(entry.work, shown.page, entry.work.person)
        if self._is(Mode.HOME):
            self._home.show_waiting(self._entries.rows(now()))

    def _open_if_current(self, entry: Entry) -> None:
        entry.phase = Phase.READ
        if self._entries.current is entry:
            self.open(entry)
        else:
            self._look_at(entry)

    # --- reading and signing ---------------------------------------------------------------

    def open(self, entry: Entry) -> None:
        """Read a draft."""
        self._entries.current = entry
        self._plan = entry.work.plan
        self._show(Mode.READING, self._reading_screen)
        self.reading.open(entry.work)
        self._reading_screen.stops.setFocus()

    def _open_id(self, id: str) -> None:
        entry = self._entries.of(id)
        if entry is not None and entry.phase is Phase.READ:
            self.open(entry)

    def _beside(self, step: int) -> None:
        entry = self._entries.beside(step)
        if entry is not None:
            self.open(entry)

    def _note_page(self, page: Page) -> None:
        work = self.reading.work
        if work is not None:
            self._entries.note(work, page, work.person)
        self._around.refresh(self._plan, self._profile, page)

    def _sign(self) -> None:
        work = self.reading.work
        if not self._is(Mode.READING) or work is None or self.reading.is_editing:
            return
        if self.reading.page.all_read and not self._profile.initials:
            self._ask_profile()
            return
        initials = self._profile.initials
        self._lane.run(
            lambda: work.sign(initials or "–", now()), lambda shown: self._signed(work, shown)
        )

    def _signed(self, work: Work, shown: Shown) -> None:
        if work.signed is None or work.session is None:
            self.reading.take(work, shown)
            return
        entry = self._entries.of(work.id)
        if entry is not None:
            entry.phase = Phase.SIGNED
        self.reading.close()
        self._show(Mode.SIGNED, self._signed_screen)
        self.signing.show(work, work.signed, work.session.template, self._profile)
        self._shell.foot.record.setFocus()

    # --- profile ---------------------------------------------------------------------------

    def _ask_profile(self) -> None:
        self._around.remember()
        self._show(Mode.PROFILE, self._profile_screen)
        self._profile_screen.show_profile(self._profile)

    def _take_profile(self, profile: Profile) -> None:
        self._profile = profile
        try:
            save_profile(profile)
        except (DokuError, OSError):
            text = translate("Desk", "Das Profil gilt bis zum Ende; es ließ sich nicht sichern.")
            self._shell.messages.post(Note("profile", "warn", text))
        self._return()

    def _return(self) -> None:
        """Where one was."""
        screen = self._around.forget()
        if screen is self._reading_screen:
            self._show(Mode.READING, screen)
            QTimer.singleShot(0, self._reading_screen.stops.setFocus)
        elif screen is self._signed_screen:
            self._show(Mode.SIGNED, screen)
        else:
            self.go_home()


def _replanned(work: Work, plan: Plan, templates: Mapping[str, Template]) -> Shown:
    work.plan = Plan(plan.template, plan.context)
    return work.redraft(templates)


def now() -> datetime:
    """The moment, with the offset of this place."""
    return datetime.now().astimezone()
