"""Files to be read in: chosen or dropped, and asked for once each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.ui.file_dialogs import choose_files
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate

_KINDS = "*.wav *.mp3 *.m4a *.ogg *.opus *.flac *.webm"


class FileQuestions(QObject):
    """Only one's own dictation may be read in (§ 201 StGB), so each file is asked for.

    Signals:
        accepted: a path.
    """

    accepted = Signal(Path)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._waiting: list[str] = []
        shell.files_dropped.connect(self.ask)

    def choose(self) -> None:
        """Let files be chosen."""
        title = translate("Desk", "Aufnahmen einlesen")
        choose_files(self._shell, title, f"Audio ({_KINDS})", self.ask)

    def ask(self, names: list[str]) -> None:
        """Ask for each, one after the other; those that come meanwhile wait."""
        asked = any(note.key == "own" for note in self._shell.messages.notes)
        self._waiting += names
        if not asked:
            self._ask_next()

    def _ask_next(self) -> None:
        if not self._waiting:
            return
        name = self._waiting.pop(0)

        def answered(own: bool) -> None:
            self._shell.messages.withdraw("own")
            if own:
                self.accepted.emit(Path(name))
            self._ask_next()

        text = translate("Desk", "„{name}“: Ist das Ihr eigenes Diktat?")
        buttons = (
            (translate("Desk", "Ja, mein Diktat"), lambda: answered(True)),
            (translate("Desk", "Nein, nicht einlesen"), lambda: answered(False)),
        )
        note = Note("own", "info", text.format(name=Path(name).name), buttons, pending=True)
        self._shell.messages.post(note)
        self._shell.messages.take_focus()
