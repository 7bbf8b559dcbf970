"""What happens when: puts the desks together and gives each key to the one it means.

Where one is stands in `room`; speaking is `speaking_desk`, what is done to a draft
`reading_desk`, signing `sign_off`, what is done with a signed text `signing_desk`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.turns import Turns
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.again_desk import AgainDesk
from dokuhelfer.ui.ahead_desk import AheadDesk
from dokuhelfer.ui.aside_desk import AsideDesk
from dokuhelfer.ui.cover import Cover
from dokuhelfer.ui.cuts_desk import CutsDesk
from dokuhelfer.ui.dictating import Dictating
from dokuhelfer.ui.entries import Entries, Phase
from dokuhelfer.ui.help_desk import HelpDesk
from dokuhelfer.ui.imports_desk import ImportsDesk
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.listening import Listening
from dokuhelfer.ui.microphone_desk import MicrophoneDesk
from dokuhelfer.ui.orders import By
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.pane_desk import PaneDesk
from dokuhelfer.ui.person_list import PersonList
from dokuhelfer.ui.planning import Planning
from dokuhelfer.ui.profile_desk import ProfileDesk
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.remembering import Remembering
from dokuhelfer.ui.room import Room, first_plan
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.shift_end_desk import ShiftEndDesk
from dokuhelfer.ui.sign_off import SignOff
from dokuhelfer.ui.signing_desk import SigningDesk
from dokuhelfer.ui.speaking_desk import SpeakingDesk
from dokuhelfer.ui.stage import Stage
from dokuhelfer.ui.store_desk import StoreDesk
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.versions_desk import VersionsDesk
from dokuhelfer.ui.warming import Warming
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate


class Desk(QObject):
    """The window's course of events.

    Attributes:
        look: the appearance of all of it.
        stage: its screens.
    """

    def __init__(
        self,
        shell: Shell,
        look: Look,
        settings: Settings,
        templates: Mapping[str, Template],
        catalogue: Catalogue,
        engines: frozenset[By] = frozenset(By),
    ) -> None:
        super().__init__(shell)
        self.setObjectName("desk")
        self._shell = shell
        self.look = look
        self._lane = lane = Lane("reviews", self)
        self._stands = threading.Event()
        turns = Turns()
        self._entries = Entries(templates)
        self.stage = Stage(shell, look, templates)
        self.profiles = ProfileDesk(self.stage.profile, shell.messages)
        self.reading = ReadingDesk(self.stage.reading, lane, shell.messages)
        self.signing = SigningDesk(self.stage.signed, look, shell.messages, catalogue)
        self._dictating = Dictating(
            settings, templates, self._entries, lane, shell.messages, catalogue, turns
        )
        plan = first_plan(next(iter(templates)))
        self.room = Room(
            shell, self.stage, lane, self._entries, self._dictating, self.reading, self.profiles,
            plan, plan,
        )  # fmt: skip
        self._cover = Cover(shell, self.stage.hidden)
        self._help = HelpDesk(shell, lambda: self.mode)
        self.persons = PersonList(settings.person_folders, shell.messages)
        self.planning = Planning(self.room, look, templates, self.persons)
        self._wording = SecondWording(settings, turns, self)
        self.again = AgainDesk(self.room, self._wording, catalogue, engines)
        AheadDesk(self.room, self._wording, templates, engines)
        self.store = StoreDesk(self.room, look, catalogue)
        self.speaking = SpeakingDesk(
            self.room, templates, lambda: self._cover.is_on, self.store.may_begin
        )
        self.sign_off = SignOff(self.room, self.signing)
        self.cuts = CutsDesk(self.room, look, templates, catalogue, self.persons)
        self._remembering = Remembering(lane, shell.messages, catalogue)
        keeper = self._dictating.keeper
        self._listening = Listening(self.reading, keeper, lane, shell.messages, catalogue)
        self.microphones = MicrophoneDesk(
            shell, keeper, self._dictating.speaking, catalogue, settings.microphone
        )
        PaneDesk(self.reading, self.stage.reading, lane, shell.messages)
        VersionsDesk(self.room)
        self._aside = AsideDesk(self.stage.overview, look, self._entries, keeper)
        self._shift_end = ShiftEndDesk(self.room, look, settings.draft_days)
        self.imports = ImportsDesk(self.room, settings, catalogue, self.store.may_begin)
        self._commands = self._make_commands()
        self._connect()
        Warming(lane, templates, self, [self._dictating.find_model])
        self.go_home()
        # Finding the keyring takes as long as the first picture, and would take it from that.
        shell.stands.connect(self._stands.set)
        self._dictating.keeper.hold(self._stands)
        self._dictating.open()

    def _connect(self) -> None:
        shell, home, foot, head = self._shell, self.stage.home, self._shell.foot, self._shell.head
        shell.acted.connect(self.act)
        shell.tile_pressed.connect(home.choose_tile)
        shell.closing.connect(self.close)
        self.imports.open_asked.connect(self.open_id)
        self.imports.asked.connect(home.show_imports)
        self.stage.imports.left.connect(self.go_home)
        home.imports_asked.connect(lambda: self.imports.show())
        home.draft_chosen.connect(self.open_id)
        home.overview_asked.connect(lambda: self._show_aside())
        home.shift_end_asked.connect(self._shift_end.show)
        self._shift_end.open_asked.connect(self.open_id)
        self._shift_end.over.connect(self._shift_over)
        self.stage.shift_end.left.connect(self.go_home)
        self._aside.open_asked.connect(self.open_id)
        self.stage.overview.left.connect(self.go_home)
        for signal, action in (
            (foot.record_asked, Action.RECORD), (foot.next_person_asked, Action.NEXT_PERSON),
            (foot.sign_asked, Action.SIGN), (foot.next_draft_asked, Action.NEXT_DRAFT),
            (head.hide_asked, Action.HIDE), (head.person_asked, Action.PERSON),
            (head.template_asked, Action.TEMPLATE), (head.when_asked, Action.WHEN),
        ):  # fmt: skip
            signal.connect(lambda action=action: self.act(action))
        head.proof_asked.connect(shell.messages.tell_proof)
        head.profile_asked.connect(self.room.ask_profile)
        head.waiting_asked.connect(lambda: self._show_aside())
        self.profiles.closed.connect(self.room.come_back)
        self.reading.shown.connect(self._note_page)
        self.reading.edit_toggled.connect(self.room.refresh)
        self.reading.hide_asked.connect(lambda: self.act(Action.HIDE))
        self.reading.corrected.connect(self._remembering.ask)
        self.reading.left.connect(self._part_from)
        self.reading.typing.connect(self._dictating.drafting.put_away)

    @property
    def mode(self) -> Mode:
        """What the window is doing."""
        return self.room.mode

    def close(self) -> None:
        """End what runs; nothing is left behind in the clipboard."""
        self._stands.set()
        self._listening.close()
        self.cuts.close()
        self.microphones.close()
        self.persons.close()
        self._wording.close()
        self.reading.close()
        self.imports.close()
        self._lane.close()  # the last keys are still carried out, and kept by what closes next
        self._dictating.close()
        self.signing.clipboard.clear()
        self.signing.exports.close()

    # --- keys ------------------------------------------------------------------------------

    def _make_commands(self) -> dict[Action, Callable[[], None]]:
        return {
            Action.RECORD: self.speaking.record,
            Action.NEXT_PERSON: self.speaking.next_person,
            Action.SIGN: self.sign_off.ask,
            Action.NEXT_DRAFT: lambda: self._beside(1),
            Action.PREVIOUS_DRAFT: lambda: self._beside(-1),
            Action.COPY: self._copy,
            Action.IMPORT: self.imports.choose_files,
            Action.PRINT: self._print,
            Action.SAVED: self._shell.messages.tell_saved,
            Action.NEXT_REGION: lambda: self._shell.go_to_region(1),
            Action.PREVIOUS_REGION: lambda: self._shell.go_to_region(-1),
            Action.LARGER: lambda: self.look.resize(1),
            Action.SMALLER: lambda: self.look.resize(-1),
            Action.NORMAL: lambda: self.look.choose(percent=100),
            Action.LEAVE: self._leave,
            Action.REDRAFT: self.again.ask,
            Action.PERSON: self.planning.ask_person,
            Action.TEMPLATE: self.planning.ask_template,
            Action.WHEN: self.planning.ask_when,
        }

    def act(self, action: Action) -> None:
        """A key of the window, or its button."""
        if action is Action.HIDE:
            self._hide()
        elif self._cover.is_on or self._help.takes(action) or self._act_here(action):
            return
        elif action in self._commands:
            self._commands[action]()

    def _act_here(self, action: Action) -> bool:
        """Whether the key means something of its own on this page."""
        if self.mode is Mode.CUTS:
            return self.cuts.act(action)
        if action is Action.LEAVE and self.speaking.drop_field():
            return True
        if self.mode is not Mode.READING:
            return False
        again = action is Action.UNDO and not self.reading.is_editing and self.speaking.want_again()
        return again or self.reading.act(action)

    def _copy(self) -> None:
        if self.mode is Mode.SIGNED:
            self.signing.copy()

    def _print(self) -> None:
        if self.mode is Mode.SIGNED:
            self.signing.exports.print_it()

    def _leave(self) -> None:
        if self.mode is Mode.PROFILE:
            self.room.come_back()
        elif self.mode is Mode.READING and not self.reading.is_editing and self.again.cancel():
            return
        elif self.mode is not Mode.RECORDING and not self.reading.is_editing:
            self.go_home()

    def _hide(self) -> None:
        self._cover.toggle()
        if self._cover.is_on:
            self._dictating.hush()
            self.signing.close_strip()

    # --- pages -----------------------------------------------------------------------------

    def go_home(self) -> None:
        """To the home page; the sheet that was read waits."""
        self.room.go_home()

    def open_id(self, id: str) -> None:
        """Read a draft; hear again what became none."""
        entry = self._entries.of(id)
        if entry is not None and entry.phase is Phase.READ:
            self.room.open(entry)
        elif entry is not None and entry.phase is Phase.CUT:
            self.cuts.open(entry)
        elif entry is not None and entry.phase is Phase.FAILED:
            self._dictating.hear_again(entry)
            self.go_home()
        elif entry is not None and entry.phase is Phase.DAMAGED:
            self._tell_damaged()
        elif entry is not None and entry.phase is Phase.OUTDATED:
            self._tell_outdated()

    def _tell_outdated(self) -> None:
        text = translate(
            "Desk",
            "Dieses Blatt passt nicht mehr zu seiner Vorlage und lässt sich nicht öffnen. Es bleibt"
            " aufgehoben, aber nicht länger als jeder Entwurf. Bitte geben Sie Ihrer IT bald"
            " Bescheid.",
        )
        self._shell.messages.post(Note("damaged", "warn", text))

    def _tell_damaged(self) -> None:
        text = translate(
            "Desk",
            "Dieses Diktat ist beschädigt und lässt sich nicht öffnen. Die anderen sind"
            " unversehrt. In der Übersicht lässt es sich vernichten.",
        )
        overview = (translate("Home", "Übersicht"), self._show_aside)
        self._shell.messages.post(Note("damaged", "warn", text, (overview,)))

    def _beside(self, step: int) -> None:
        entry = self._entries.beside(step)
        if entry is not None:
            self.room.open(entry)

    def _show_aside(self) -> None:
        self._aside.show(lambda: self.room.show(Mode.ASIDE, self.stage.overview))

    def _shift_over(self) -> None:
        self.signing.clipboard.clear()
        self.go_home()
        if not self._cover.is_on:
            self._hide()

    def _part_from(self, work: Work) -> None:
        """A sheet that is left is kept as its last key made it."""
        entry = self._entries.of(work.id)
        if entry is not None and entry.phase is Phase.READ:
            self._dictating.drafting.put_away(work)
            self._lane.run(work.show, lambda shown: self.speaking.note(entry, shown))

    def _note_page(self, page: Page) -> None:
        work = self.reading.work
        if work is not None:
            self._entries.note(work, page, work.person)
            self._dictating.drafting.put_away(work)
        self.room.refresh()
