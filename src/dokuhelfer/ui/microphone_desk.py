"""Which microphone: chosen by name, remembered, and changed at any time, also while recording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from dokuhelfer.audio.recorder import microphones
from dokuhelfer.config.load import user_folder
from dokuhelfer.engine.recorder_messages import Microphone
from dokuhelfer.errors import DokuError
from dokuhelfer.files import replacing
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.speaking import Speaking
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate

_FILE = "microphone.txt"
_MOST = 200


class MicrophoneDesk(QObject):
    """The button at the foot and „Anderes Mikrofon …“ in a message.

    Args:
        declared: name from the settings; then none may be chosen here.
    """

    def __init__(
        self,
        shell: Shell,
        keeper: Keeper,
        speaking: Speaking,
        catalogue: Catalogue,
        declared: str | None,
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._keeper = keeper
        self._speaking = speaking
        self._catalogue = catalogue
        self._declared = declared
        self._lane = Lane("microphones", self)
        self._use(declared or remembered_microphone())
        shell.foot.microphone_asked.connect(self.ask)
        speaking.other_asked.connect(self.ask)

    def close(self) -> None:
        """Nothing is looked for any more."""
        self._lane.close()

    def ask(self) -> None:
        """Look which there are, and let one be chosen."""
        if self._declared is not None:
            text = translate("Microphone", "Das Mikrofon ist in den Einstellungen festgelegt.")
            self._shell.messages.post(Note("microphones", "info", text))
            return
        self._lane.run(microphones, self._offer, self._tell)

    def choose(self, name: str) -> None:
        """Record with that one from now on; "" for the system's own choice."""
        self._use(name)
        self._shell.messages.withdraw("signal")
        try:
            remember_microphone(name)
        except (OSError, DokuError):
            text = translate("Microphone", "Diese Wahl gilt nur, bis Sie schließen.")
            self._shell.messages.post(Note("microphones", "info", text))

    def _use(self, name: str) -> None:
        self._keeper.use(name)
        self._speaking.microphone = name or translate("Microphone", "Mikrofon des Systems")
        self._speaking.changed.emit()

    def _offer(self, found: tuple[Microphone, ...]) -> None:
        if not found:
            text = translate(
                "Microphone",
                "Kein Mikrofon gefunden. Sie können tippen oder eine Aufnahme einlesen.",
            )
            again = (translate("Microphone", "Erneut suchen"), self.ask)
            self._shell.messages.post(Note("microphones", "block", text, (again,)))
            return
        self._shell.messages.withdraw("microphones")
        menu = QMenu(self._shell)
        menu.aboutToHide.connect(menu.deleteLater)
        choices = [(translate("Microphone", "Mikrofon des Systems"), "")]
        choices += [(one.name, one.name) for one in found]
        here = self._keeper.microphone
        for text, name in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == here)
            action.triggered.connect(lambda _=False, name=name: self.choose(name))
        foot = self._shell.foot
        corner = foot.mapToGlobal(foot.rect().topRight())
        size = menu.sizeHint()
        corner.setX(corner.x() - size.width())
        corner.setY(corner.y() - size.height())
        menu.popup(corner)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DokuError):
            text = error_line(self._catalogue, error)
            self._shell.messages.post(Note("microphones", "block", text))


def remembered_microphone(folder: Path | None = None) -> str:
    """The one chosen last on this account; "" where there is none to be read."""
    try:
        text = ((folder or user_folder()) / _FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return text.strip()[:_MOST]


def remember_microphone(name: str, folder: Path | None = None) -> None:
    """Keep the name for the next time.

    Raises:
        DokuError: the folder cannot be written.
        OSError: it cannot be made.
    """
    place = folder or user_folder()
    place.mkdir(parents=True, exist_ok=True)
    with replacing(place / _FILE) as stream:
        stream.write(name.encode())
