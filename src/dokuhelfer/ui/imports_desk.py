"""The page „Aufnahmen einlesen“, and every way by which a file gets there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from dokuhelfer.config.schema import Settings
from dokuhelfer.imports.looking import MOST_FILES, SUFFIXES, Found, files_of
from dokuhelfer.imports.model import ImportItem, ImportState
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.file_dialogs import choose_files, choose_folder
from dokuhelfer.ui.import_page import ImportRow, Offer, Result, row_of
from dokuhelfer.ui.import_watch import ImportWatch
from dokuhelfer.ui.import_work import ImportWork
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate

_READY = (Phase.READ, Phase.CUT)
_SHOWS_PAGE = (Mode.HOME, Mode.ASIDE, Mode.IMPORTS, Mode.SIGNED)
"""Where nobody speaks or reads: files that are dropped there bring their page to the front."""


class ImportsDesk(QObject):
    """Shows what is on its way in; `import_work` brings it in.

    Signals:
        open_asked: id of a dictation to be read.
        asked: how many files wait for their question.
    """

    open_asked = Signal(str)
    asked = Signal(int)

    def __init__(
        self, room: Room, settings: Settings, catalogue: Catalogue, may_begin: Callable[[], bool]
    ) -> None:
        super().__init__(room.shell)
        self._room = room
        self._screen = screen = room.stage.imports
        self._catalogue = catalogue
        self._may_begin = may_begin
        self._keeper = keeper = room.dictating.keeper
        self._early: tuple[Path, ...] = ()
        self._rows: dict[str, tuple[ImportItem, Result, ImportRow]] = {}
        """What was shown of each file, for as long as it stands so."""
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.timeout.connect(self._refresh)
        self.work = ImportWork(room)
        self.work.changed.connect(self._changed)
        self.work.landed.connect(self._landed)
        self._watch = ImportWatch(settings.import_folders, lambda: keeper.ledger, self)
        self._watch.found.connect(lambda files: self.offer(files, quietly=True))
        self._watch.plugged.connect(self._tell_plugged)
        keeper.opened.connect(lambda _: self._take_up())
        room.shell.files_dropped.connect(self._chosen)
        screen.offered.connect(self._act)
        screen.remove_chosen.connect(lambda id, on: self.work.choose_remove(id, remove=on))
        screen.cleared.connect(self.work.clear)
        screen.all_given_up.connect(lambda: self._do_all(self.work.cancel_all))
        screen.all_resumed.connect(lambda: self._do_all(self.work.resume_all))
        screen.files_asked.connect(self.choose_files)
        screen.folder_asked.connect(self._choose_folder)

    def close(self) -> None:
        """End what runs; what is not copied yet is offered by the next window."""
        self._painting.stop()
        self._watch.close()
        self.work.close()

    # --- ways in ---------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Strg+O. The dialog takes all keys: nobody is recorded who could not stop it."""
        kinds = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(SUFFIXES))
        title = translate("Imports", "Aufnahmen einlesen")
        self._room.dictating.hush()
        choose_files(self._room.shell, title, f"Audio ({kinds})", self._chosen)

    def _choose_folder(self) -> None:
        self._room.dictating.hush()
        title = translate("Imports", "Ordner oder Rekorder einlesen")
        choose_folder(self._room.shell, title, self._chosen)

    def _chosen(self, names: list[str]) -> None:
        self.offer([Path(name) for name in names])

    def offer(self, paths: Sequence[Path], *, quietly: bool = False) -> None:
        """Files and folders that somebody chose, dropped or plugged in.

        Args:
            quietly: nobody asked for the page; the message line says that there is something.
        """
        refused = self._keeper.is_refused if quietly else not self._may_begin()
        if not paths or refused:
            return
        if not quietly and self._room.mode in _SHOWS_PAGE:
            self.show(coming=True)
        self.work.beside(lambda: files_of(paths), self._found)

    def _found(self, found: object) -> None:
        assert isinstance(found, Found)  # noqa: S101 - narrows the type only
        if found.cut:
            text = translate(
                "Imports",
                "In einem Ordner sind mehr als {count} Aufnahmen. Angeboten werden die neuesten,"
                " ältere über „Dateien wählen …“.",
            )
            note = Note("too_many", "info", text.format(count=MOST_FILES))
            self._room.shell.messages.post(note)
        self._take(found.files)

    def _take(self, found: tuple[Path, ...]) -> None:
        if not self.work.is_ready:  # the store is still being opened
            self._early += found
            return
        new = self.work.take(found)
        if not found:
            text = translate("Imports", "In diesem Ordner ist keine Aufnahme.")
            self._room.shell.messages.post(Note("imports", "info", text))
        elif new:
            self._tell(translate("Imports", "Aufnahmen zum Einlesen: {count}."), new)

    def _tell_plugged(self, volumes: tuple[Path, ...]) -> None:
        text = translate("Imports", "Ein Datenträger mit Aufnahmen ist angeschlossen.")
        look = (translate("Imports", "Ansehen"), lambda: self._look_into(volumes))
        self._room.shell.messages.post(Note("imports", "info", text, (look,)))

    def _look_into(self, volumes: tuple[Path, ...]) -> None:
        self.show(coming=True)
        self.offer(volumes)

    def _take_up(self) -> None:
        left = self.work.take_up()
        early, self._early = self._early, ()
        if left:
            self._tell(translate("Imports", "Noch nicht eingelesene Aufnahmen: {count}."), left)
        if early:
            self._take(early)

    def _tell(self, text: str, count: int) -> None:
        if self._room.mode is not Mode.IMPORTS:
            look = (translate("Imports", "Ansehen"), lambda: self.show())
            note = Note("imports", "info", text.format(count=count), (look,))
            self._room.shell.messages.post(note)

    # --- the page --------------------------------------------------------------------------

    def show(self, *, coming: bool = False) -> None:
        """Bring the page to the front; a sheet that was read waits.

        Args:
            coming: files are on their way to it.
        """
        self._room.shell.messages.withdraw("imports")
        self._room.show_beside(Mode.IMPORTS, self._screen)
        self.work.let_go()
        self._refresh()
        self._screen.take_focus(otherwise=True, coming=coming or self._is_looking)

    @property
    def _is_looking(self) -> bool:
        return any(one.state is ImportState.WAITING for one in self.work.items)

    def _changed(self) -> None:
        self._painting.start(0)  # many at once are painted once

    def _refresh(self) -> None:
        items = self.work.items
        self.asked.emit(sum(one.state is ImportState.ASKED for one in items))
        if self._room.mode is Mode.IMPORTS:
            self._rows = {one.id: self._row(one) for one in items}
            rows = tuple(row for _, _, row in self._rows.values())
            self._screen.show_rows(rows, has_over=any(one.is_over for one in items))

    def _row(self, item: ImportItem) -> tuple[ImportItem, Result, ImportRow]:
        result = self._result_of(item)
        before = self._rows.get(item.id)
        if before is not None and before[0] is item and before[1] is result:
            return before
        return item, result, row_of(item, self._catalogue, result)

    def _result_of(self, item: ImportItem) -> Result:
        entry = self.work.entry_of(item)
        if entry is None:
            return Result.NONE
        return Result.READABLE if entry.phase in _READY else Result.UNREAD

    def _landed(self) -> None:
        if self._room.mode is Mode.HOME:
            self._room.show_waiting()

    # --- what is pressed -------------------------------------------------------------------

    def _act(self, id: str, offer: str) -> None:
        item = next((one for one in self.work.items if one.id == id), None)
        if item is None:
            return
        match Offer(offer):
            case Offer.OWN:
                self.work.answer(item, own=True)
            case Offer.NOT_OWN:
                self.work.answer(item, own=False)
            case Offer.RETRY:
                self.work.retry(id)
            case Offer.CANCEL:
                self.work.cancel(item)
            case Offer.OPEN:
                self._open(item)
                return
        self._refresh()
        if Offer(offer) in (Offer.OWN, Offer.NOT_OWN):
            # Who answers faster than files are looked at goes on with the next that stands.
            self._screen.take_focus(coming=self._is_looking)

    def _do_all(self, act: Callable[[], None]) -> None:
        act()
        self._refresh()
        self._screen.take_focus(otherwise=True)

    def _open(self, item: ImportItem) -> None:
        entry = self.work.entry_of(item)
        if entry is not None:
            self.open_asked.emit(entry.work.id)
