"""One stretch of sound at a time; the sound is in memory only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from dokuhelfer.audio.player import Player
from dokuhelfer.engine.outcome import Outcome


class Playing(QObject):
    """Plays sound; what was playing before is quiet then.

    Signals:
        ended: an `Outcome`, of what was neither stopped nor replaced.
    """

    ended = Signal(object)
    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player: Player | None = None
        self._leaving: list[Player] = []
        self._number = 0
        self._over.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_on(self) -> bool:
        """Whether something is heard."""
        return self._player is not None

    def play(self, pcm: bytes) -> None:
        """16 kHz mono int16."""
        self.hush()
        number = self._number
        self._player = Player(pcm, lambda outcome: self._over.emit(number, outcome))

    def hush(self) -> None:
        """Be quiet."""
        self._number += 1
        if self._player is not None:
            self._player.stop()
            self._leaving = [one for one in self._leaving if not one.is_over] + [self._player]
            self._player = None

    def close(self) -> None:
        """Be quiet; waits until every player is gone."""
        self.hush()
        for player in self._leaving:
            player.close()

    def _tell(self, number: int, outcome: Outcome) -> None:
        if number == self._number:
            self.hush()
            self.ended.emit(outcome)
