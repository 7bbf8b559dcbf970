"""The cuts of a Sammeldiktat: keys of its page become moves, in the lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.outcome import Cancelled, Finished, Outcome, error_of
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.review.sounding import Sound
from dokuhelfer.ui.cut_page import CutKind, CutPage, CutRow
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.person_list import PersonList
from dokuhelfer.ui.playing import Playing
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.line_popup import ask_person
from dokuhelfer.ui.widgets.message_line import Note

if TYPE_CHECKING:
    from dokuhelfer.ui.cutting import Cutting

translate = QCoreApplication.translate

_Value = TypeVar("_Value")

_OPENING = 60
"""Letters of a part's beginning in the list where it is split."""


class CutsDesk(QObject):
    """Shows where the entries begin, and drafts them once a person says that it is so."""

    def __init__(
        self,
        room: Room,
        look: Look,
        templates: Mapping[str, Template],
        catalogue: Catalogue,
        persons: PersonList,
    ) -> None:
        super().__init__(room.shell)
        self._room = room
        self._look = look
        self._persons = persons
        self._templates = templates
        self._catalogue = catalogue
        self._screen = screen = room.stage.cuts
        self._playing = Playing(self)
        self._playing.ended.connect(self._tell_sound)
        self._entry: Entry | None = None
        self._page = CutPage()
        room.dictating.drafting.cut.connect(self._found)
        screen.list.confirmed.connect(self._fits)
        screen.list.acted.connect(self._choose)
        screen.list.shifted.connect(self._shift)
        screen.list.moved.connect(self._playing.hush)
        screen.all_asked.connect(self._fits_all)
        screen.play_asked.connect(self._play)

    def close(self) -> None:
        """Be quiet."""
        self._playing.close()

    def open(self, entry: Entry) -> None:
        """Show the cuts of a dictation."""
        cutting = entry.cutting
        if cutting is None:
            return
        room = self._room
        self._entry, self._page = entry, CutPage()
        room.entries.current = entry
        room.show(Mode.CUTS, self._screen)
        self._screen.offer_sound(there=False)
        room.dictating.keeper.find_sound(
            entry.work.sound_id, lambda found: self._screen.offer_sound(there=found)
        )
        room.lane.run(cutting.page, lambda page: self._take(entry, page, page.next_open(-1)))

    def act(self, action: Action) -> bool:
        """A key of the window; False if it means nothing here."""
        commands: dict[Action, Callable[[], None]] = {
            Action.SIGN: self._fits_all,
            Action.PLAY: self._play,
            Action.UNDO: lambda: self._run(lambda cutting: cutting.undo()),
            Action.REDO: lambda: self._run(lambda cutting: cutting.redo()),
            Action.PERSON: lambda: self._choose(Action.OWNER),
            Action.TEMPLATE: lambda: self._choose(Action.KIND),
        }
        if action not in commands:
            self._playing.hush()
            return False
        commands[action]()
        return True

    def _found(self, entry: Entry) -> None:
        room = self._room
        if room.entries.current is entry:
            self.open(entry)
        elif room.mode is Mode.HOME:
            room.show_waiting()

    # --- commands --------------------------------------------------------------------------

    def _run(self, move: Callable[[Cutting], CutPage], *, onward: bool = False) -> None:
        entry, row = self._entry, self._screen.list.current
        if entry is None or entry.cutting is None or entry.phase is not Phase.CUT:
            return
        cutting = entry.cutting

        def take(page: CutPage) -> None:
            goes_on = onward and not page.refused
            self._take(entry, page, page.next_open(row) if goes_on else row)

        work, keeper = entry.work, self._room.dictating.keeper

        def do() -> CutPage:
            page = move(cutting)
            keeper.keep_cuts(work.id, work.plan, cutting.put_away(), entry.begun)
            return page

        self._room.lane.run(do, take)

    def _take(self, entry: Entry, page: CutPage, row: int) -> None:
        room = self._room
        if entry is not self._entry or room.mode is not Mode.CUTS:
            return
        self._page = page
        self._screen.show_page(page, row)
        self._screen.list.setFocus()
        if page.refused:
            room.shell.messages.post(Note("refused", "info", page.refused))
        else:
            room.shell.messages.withdraw("refused")
        if page.ready and entry.cutting is not None and entry.phase is Phase.CUT:
            self._playing.hush()
            room.dictating.drafting.divide(entry, entry.cutting)

    def _row(self) -> CutRow | None:
        at = self._screen.list.current
        return self._page.rows[at] if 0 <= at < len(self._page.rows) else None

    def _fits(self) -> None:
        at, row = self._screen.list.current, self._row()
        if row is not None and row.decided:
            self._screen.show_page(self._page, self._page.next_open(at))
        elif row is not None:
            self._run(lambda cutting: cutting.fits(row), onward=True)

    def _fits_all(self) -> None:
        rows = self._page.rows
        self._run(lambda cutting: cutting.fits_all(rows), onward=True)

    def _shift(self, later: bool, by_word: bool) -> None:
        row = self._row()
        if row is None or row.kind is not CutKind.ENTRY:
            return
        self._screen.list.open_words()
        if by_word:
            self._run(lambda cutting: cutting.shift_by_word(row, later=later))
        else:
            self._run(lambda cutting: cutting.shift_border(row, later=later))

    def _choose(self, action: Action) -> None:
        row = self._row()
        if row is None:
            return
        if action is Action.OWNER:
            self._choose_person(row)
        elif row.kind is CutKind.LOOSE:
            return
        elif action is Action.JOIN:
            self._run(lambda cutting: cutting.join(row))
        elif action is Action.SPLIT:
            self._choose_place(row)
        else:
            self._choose_template(row)

    # --- choosers --------------------------------------------------------------------------

    def _menu(
        self, action: Action, choices: Sequence[tuple[str, _Value]], take: Callable[[_Value], None]
    ) -> None:
        menu = QMenu(self._screen)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, value in choices:
            chosen = menu.addAction(text.replace("&", "&&"))
            chosen.triggered.connect(lambda _=False, value=value: take(value))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._screen.menu_place(action))

    def _choose_person(self, row: CutRow) -> None:
        others = [one for one in self._page.persons if one != row.person or not row.entry]
        choices: list[tuple[str, str | None]] = [(one, one) for one in others]
        if row.person:
            choices.append((translate("Head", "Ohne Person"), ""))
        choices.append((translate("Cuts", "Andere Person …"), None))
        self._menu(Action.OWNER, choices, lambda person: self._give(row, person))

    def _give(self, row: CutRow, person: str | None) -> None:
        """To a person, to nobody (""), or to one who is asked for (None)."""
        if person is None:
            self._ask_person(row)
            return
        self._run(lambda cutting: cutting.give_to(row, person.strip() or None))

    def _ask_person(self, row: CutRow) -> None:
        def give(name: str) -> None:
            if name.strip():
                self._give(row, name)

        place, persons = self._screen.menu_place(Action.OWNER), self._persons.persons
        ask_person(self._room.shell, self._look, place, "", give, persons)

    def _choose_place(self, row: CutRow) -> None:
        pieces = row.pieces if row.kind is CutKind.ADDED else row.pieces[1:]
        if not pieces:
            text = translate("Cuts", "Dieser Eintrag ist ein einziges Stück.")
            self._room.shell.messages.post(Note("refused", "info", text))
            return
        words = translate("Cuts", "Neuer Eintrag ab „{words}“")
        choices = [(words.format(words=_opening(one.text)), one.clause) for one in pieces]
        self._menu(
            Action.SPLIT,
            choices,
            lambda clause: self._run(lambda cutting: cutting.split(row, clause)),
        )

    def _choose_template(self, row: CutRow) -> None:
        choices = [(template.title, id) for id, template in self._templates.items()]
        self._menu(
            Action.KIND, choices, lambda id: self._run(lambda cutting: cutting.make_kind(row, id))
        )

    # --- sound -----------------------------------------------------------------------------

    def _play(self) -> None:
        entry, row = self._entry, self._row()
        if self._playing.is_on:
            self._playing.hush()
        elif entry is not None and entry.cutting is not None and row is not None:
            cutting = entry.cutting
            self._room.lane.run(
                lambda: cutting.sounds_at(row), lambda places: self._fetch(entry, places)
            )

    def _fetch(self, entry: Entry, places: tuple[Sound, ...]) -> None:
        keeper = self._room.dictating.keeper
        keeper.fetch_sound(entry.work.sound_id, places, lambda pcm: self._hear(entry, pcm))

    def _hear(self, entry: Entry, pcm: bytes) -> None:
        if pcm and entry is self._entry and self._room.mode is Mode.CUTS:
            self._playing.play(pcm)

    def _tell_sound(self, outcome: Outcome) -> None:
        if not isinstance(outcome, Finished | Cancelled):
            text = error_line(self._catalogue, error_of(outcome))
            self._room.shell.messages.post(Note("sound", "info", text))


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING else f"{text[:_OPENING].rstrip()} …"
