"""What happens when: from the home page through speaking and reading to the signed text.

The desk knows the screens and the order; what is done to a draft is `reading_desk`, what
is done with a signed one `signing_desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.model import Template
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.aside_desk import AsideDesk
from dokuhelfer.ui.choosers import Choosers
from dokuhelfer.ui.cover import Cover
from dokuhelfer.ui.dictating import Dictating
from dokuhelfer.ui.entries import Entries, Entry, Phase, now
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.listening import Listening
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.pane_desk import PaneDesk
from dokuhelfer.ui.profile_desk import ProfileDesk
from dokuhelfer.ui.questions import FileQuestions
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.signing_desk import SigningDesk
from dokuhelfer.ui.stage import Stage
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode, Surroundings
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
        self._lane = Lane("reviews", self)
        self._entries = Entries(templates)
        self.stage = Stage(shell, look, templates)
        self.profiles = ProfileDesk(self.stage.profile, shell.messages)
        self.reading = ReadingDesk(self.stage.reading, self._lane, shell.messages)
        self.signing = SigningDesk(self.stage.signed, look, self._lane, shell.messages, catalogue)
        self._dictating = Dictating(
            settings, templates, self._entries, self._lane, shell.messages, catalogue
        )
        self._listening = Listening(
            self.reading, self._dictating.keeper, self._lane, shell.messages, catalogue
        )
        PaneDesk(self.reading, self.stage.reading, self._lane, shell.messages)
        self._aside = AsideDesk(self.stage.overview, look, self._entries, self._dictating.keeper)
        self._choosers = Choosers(shell, templates)
        self._questions = FileQuestions(shell)
        self._cover = Cover(shell, self.stage.hidden)
        self._plan = self._home_plan = Plan(next(iter(templates)), Context())
        self._around = Surroundings(shell, self._entries, lambda: self._dictating.is_recording)
        self._connect()
        self.go_home()
        self._dictating.open()

    def _connect(self) -> None:
        shell, home, foot, head = self._shell, self.stage.home, self._shell.foot, self._shell.head
        shell.acted.connect(self.act)
        shell.tile_pressed.connect(home.choose_tile)
        self._questions.accepted.connect(self.take_file)
        shell.closing.connect(self.close)
        home.template_chosen.connect(self._choose_template)
        home.person_changed.connect(self._choose_person)
        home.draft_chosen.connect(self._open_id)
        home.overview_asked.connect(lambda: self._show_aside(end_of_shift=False))
        home.shift_end_asked.connect(lambda: self._show_aside(end_of_shift=True))
        self._aside.open_asked.connect(self._open_id)
        self.stage.overview.left.connect(self.go_home)
        for signal, action in (
            (foot.record_asked, Action.RECORD), (foot.next_person_asked, Action.NEXT_PERSON),
            (foot.sign_asked, Action.SIGN), (foot.next_draft_asked, Action.NEXT_DRAFT),
            (head.hide_asked, Action.HIDE), (head.person_asked, Action.PERSON),
            (head.template_asked, Action.TEMPLATE),
        ):  # fmt: skip
            signal.connect(lambda action=action: self.act(action))
        foot.type_asked.connect(self._type_instead)
        head.proof_asked.connect(shell.messages.tell_proof)
        head.profile_asked.connect(self._ask_profile)
        head.waiting_asked.connect(lambda: self._show_aside(end_of_shift=False))
        self.profiles.closed.connect(self._return)
        self._choosers.template_chosen.connect(self._choose_template)
        self._choosers.person_chosen.connect(self._choose_person)
        self.reading.shown.connect(self._note_page)
        dictating = self._dictating
        dictating.heard.connect(self._show_words)
        dictating.drafted.connect(self._drafted)
        dictating.failed.connect(self._failed)
        dictating.stopped.connect(self._stopped)
        dictating.field_said.connect(self._field_said)
        dictating.speaking.changed.connect(self._refresh)
        dictating.speaking.level.connect(foot.show_level)
        self.stage.recording.pause_asked.connect(dictating.pause)
        foot.pause_asked.connect(dictating.pause)

    @property
    def mode(self) -> Mode:
        """What the window is doing."""
        return self._around.mode

    def close(self) -> None:
        """End what runs; nothing is left behind in the clipboard."""
        self._listening.close()
        self._dictating.close()
        self.signing.clipboard.clear()
        self._lane.close()

    # --- keys ------------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """A key of the window, or its button."""
        if action is Action.HIDE:
            self._hide()
            return
        if self._cover.is_on:
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
            Action.SAVED: self._shell.messages.tell_saved,
            Action.NEXT_REGION: lambda: self._shell.go_to_region(1),
            Action.PREVIOUS_REGION: lambda: self._shell.go_to_region(-1),
            Action.LARGER: lambda: self._look.resize(1),
            Action.SMALLER: lambda: self._look.resize(-1),
            Action.NORMAL: lambda: self._look.choose(percent=100),
            Action.LEAVE: self._leave,
            Action.PERSON: lambda: self._choosers.ask_person(self._plan.context.person or ""),
            Action.TEMPLATE: self._choosers.ask_template,
        }
        commands.get(action, lambda: None)()

    def _is(self, mode: Mode) -> bool:
        return self._around.mode is mode

    def _leave(self) -> None:
        if self._is(Mode.PROFILE):
            self._return()
        elif not self._is(Mode.RECORDING) and not self.reading.is_editing:
            self.go_home()

    def _hide(self) -> None:
        self._cover.toggle()
        if self._cover.is_on:
            self._dictating.hush()
            self.signing.close_strip()

    # --- home ------------------------------------------------------------------------------

    def go_home(self) -> None:
        """To the home page; the sheet that was read waits."""
        self.reading.close()
        self._entries.current = None
        self._plan = self._home_plan
        self._show(Mode.HOME, self.stage.home)
        self.stage.home.show_waiting(self._entries.rows(now()))
        self._shell.foot.record.setFocus()

    def _show(self, mode: Mode, screen: object) -> None:
        self._dictating.stop()  # nobody is recorded who sees another page
        self._shell.show_page(screen)  # type: ignore[arg-type]
        self._around.show(mode, self._plan, self.profiles.profile, self.reading.page)

    def _choose_template(self, id: str) -> None:
        self._change_plan(Plan(id, self._plan.context))

    def _choose_person(self, person: str) -> None:
        changed = replace(self._plan.context, person=person.strip() or None)
        self._change_plan(Plan(self._plan.template, changed))

    def _change_plan(self, plan: Plan) -> None:
        """Before, while or after speaking; a draft that is there is made anew, hands' work kept."""
        self._plan = plan
        entry = self._entries.current
        if entry is None or entry.phase is Phase.SIGNED:
            self._home_plan = plan
        else:
            entry.person = plan.context.person or entry.person
            work = entry.work
            self._dictating.keeper.keep_plan(work.id, plan, entry.begun)
            self._lane.run(
                lambda: work.choose(plan, self._templates),
                lambda shown: self.reading.take(work, shown) if shown is not None else None,
            )
        self._refresh()

    def _show_aside(self, *, end_of_shift: bool) -> None:
        if end_of_shift:
            self.signing.clipboard.clear()
        self._aside.show(
            end_of_shift=end_of_shift, then=lambda: self._show(Mode.ASIDE, self.stage.overview)
        )

    # --- speaking --------------------------------------------------------------------------

    def _new_entry(self) -> Entry:
        began = now()
        profile = self.profiles.profile
        chosen = self._home_plan
        context = replace(
            chosen.context, recorded=began, author=profile.initials or None,
            role=profile.role or None,
        )  # fmt: skip
        self._plan = Plan(chosen.template, context)
        entry = self._entries.current = self._entries.add(Work(self._plan), began)
        return entry

    def _record(self) -> None:
        """F9: start, stop, or speak into the field at the cursor."""
        dictating = self._dictating
        if dictating.is_recording:
            dictating.stop()
        elif self._is(Mode.READING) and not self.reading.page.all_read:
            entry = self._entries.current
            self.reading.find_path(lambda path: self._record_field(entry, path))
        elif not self._is(Mode.HEARING):
            self._shell.messages.withdraw("microphone")
            self.stage.recording.begin(ready=False)
            entry = self._new_entry()
            self._show(Mode.RECORDING, self.stage.recording)
            self.stage.recording.live.setFocus()
            dictating.record(entry)

    def _record_field(self, entry: Entry | None, path: str) -> None:
        still = self._is(Mode.READING) and self._entries.current is entry
        if entry is not None and path and still and not self._cover.is_on:
            self._around.mode = Mode.FIELD
            self.reading.show_spoken("")
            self._dictating.record_field(entry, path)

    def _stopped(self) -> None:
        if self._is(Mode.RECORDING):
            self._show(Mode.HEARING, self.stage.recording)
        elif self._is(Mode.FIELD):
            self._around.mode = Mode.READING
        self._refresh()

    def _next_person(self) -> None:
        """Close this dictation, which drafts in the background, and begin the next."""
        self._dictating.stop()
        self.go_home()
        chosen = self._home_plan
        self._home_plan = Plan(chosen.template, replace(chosen.context, person=None))
        self.stage.home.person.clear()
        self._record()

    def take_file(self, path: Path) -> None:
        """Read a sound file in, as if it was spoken now."""
        entry = self._new_entry()
        self.stage.recording.begin(ready=False)
        self._show(Mode.HEARING, self.stage.recording)
        self._dictating.read_in(entry, path)

    def _type_instead(self) -> None:
        entry = self._new_entry()
        work = entry.work
        self._dictating.keeper.keep_plan(work.id, work.plan, entry.begun)
        self._lane.run(lambda: work.type_instead(self._templates), lambda _: self._drafted(entry))

    def _show_words(self, id: str, stable: str, tail: str) -> None:
        current = self._entries.current
        if current is None or current.work.id != id:
            return
        if current.phase is Phase.READ:
            self.reading.show_spoken(stable, tail)
        else:
            self.stage.recording.live.show_words(stable, tail)

    def _field_said(self, entry: Entry, path: str, said: object) -> None:
        if self._entries.current is entry:
            self.reading.take_spoken(path, said)

    def _failed(self, entry: Entry) -> None:
        if self._entries.current is entry:
            self.go_home()

    def _note(self, entry: Entry, shown: Shown) -> None:
        self._entries.note(entry.work, shown.page, entry.work.person)
        if self._is(Mode.HOME):
            self.stage.home.show_waiting(self._entries.rows(now()))

    def _drafted(self, entry: Entry) -> None:
        entry.phase = Phase.READ
        if self._entries.current is entry:
            self.open(entry)
        else:
            self._lane.run(entry.work.show, lambda shown: self._note(entry, shown))

    # --- reading and signing ---------------------------------------------------------------

    def open(self, entry: Entry) -> None:
        """Read a draft."""
        self._entries.current = entry
        self._plan = entry.work.plan
        self._show(Mode.READING, self.stage.reading)
        self.reading.open(entry.work)
        self.stage.reading.stops.setFocus()

    def _open_id(self, id: str) -> None:
        entry = self._entries.of(id)
        if entry is not None and entry.phase is Phase.READ:
            self.open(entry)
        elif entry is not None and entry.phase is Phase.FAILED:
            self._dictating.hear_again(entry)
            self.go_home()

    def _beside(self, step: int) -> None:
        entry = self._entries.beside(step)
        if entry is not None:
            self.open(entry)

    def _note_page(self, page: Page) -> None:
        work = self.reading.work
        if work is not None:
            self._entries.note(work, page, work.person)
            self._dictating.put_away(work)
        self._refresh()

    def _refresh(self) -> None:
        self._around.follow(self._dictating.speaking)
        self._around.refresh(self._plan, self.profiles.profile, self.reading.page)

    def _sign(self) -> None:
        work = self.reading.work
        if not self._is(Mode.READING) or work is None or self.reading.is_editing:
            return
        if self.reading.page.all_read and not self.profiles.profile.initials:
            self._ask_profile()
            return
        initials = self.profiles.profile.initials
        self._lane.run(
            lambda: work.sign(initials or "–", now()), lambda shown: self._signed(work, shown)
        )

    def _signed(self, work: Work, shown: Shown) -> None:
        entry = self._entries.of(work.id)
        if work.signed is None or entry is None:
            self.reading.take(work, shown)
            return
        self.reading.close()  # nothing more is done to it until it is kept
        self._dictating.keep_signed(entry, work.signed, lambda kept: self._kept(entry, kept=kept))

    def _kept(self, entry: Entry, *, kept: bool) -> None:
        work, is_here = entry.work, self._entries.current is entry and self._is(Mode.READING)
        if not kept:
            self._lane.run(work.not_signed, lambda _: self.open(entry) if is_here else None)
        elif work.signed is not None and work.session is not None:
            entry.phase = Phase.SIGNED
            if is_here:
                self._show(Mode.SIGNED, self.stage.signed)
                self._shell.foot.record.setFocus()
            self.signing.show(work, work.signed, work.session.template, self.profiles.profile)

    # --- profile ---------------------------------------------------------------------------

    def _ask_profile(self) -> None:
        self._around.remember()
        self._show(Mode.PROFILE, self.stage.profile)
        self.profiles.ask()

    def _return(self) -> None:
        """Where one was."""
        screen = self._around.forget()
        if screen is self.stage.reading:
            self._show(Mode.READING, screen)
            QTimer.singleShot(0, self.stage.reading.stops.setFocus)
        elif screen is self.stage.signed:
            self._show(Mode.SIGNED, screen)
        else:
            self.go_home()
