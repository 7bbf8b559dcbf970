"""Looks every other second whether recordings turned up: in a watched folder, on a recorder."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.errors import DokuError
from dokuhelfer.imports.copying import Reins, digest_of
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.looking import sounds_in
from dokuhelfer.imports.watching import FolderWatch, VolumeWatch
from dokuhelfer.ui.lane import Lane

_EVERY_MS = 2000


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look found."""

    files: tuple[Path, ...]
    volumes: tuple[Path, ...]


class ImportWatch(QObject):
    """In a lane of its own: a network drive may take as long as it likes to answer.

    Signals:
        found: files of watched folders that are neither read in nor refused (tuple of `Path`).
        plugged: volumes with recordings (tuple of `Path`).

    Args:
        ledger: what is known by now; None while nothing is.
    """

    found = Signal(object)
    plugged = Signal(object)

    def __init__(
        self, folders: tuple[Path, ...], ledger: Callable[[], Ledger | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folders = tuple(FolderWatch(folder) for folder in folders)
        self._volumes = VolumeWatch()
        self._ledger = ledger
        self._reins = Reins()
        self._busy = False
        self._lane = Lane("watch", self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._reins.stop.set()
        self._lane.close()

    def look(self) -> None:
        """Once, unless the look before is still going on."""
        ledger = self._ledger()
        if self._busy or ledger is None:
            return
        self._busy = True
        self._lane.run(lambda: self._look(ledger), self._tell, self._rest)

    def _look(self, ledger: Ledger) -> _Found:
        moment = time.monotonic()
        settled = [path for watch in self._folders for path in watch.poll(moment)]
        files = tuple(path for path in settled if self._is_new(path, ledger))
        return _Found(files, tuple(one for one in self._volumes.poll() if sounds_in(one)))

    def _is_new(self, path: Path, ledger: Ledger) -> bool:
        with suppress(DokuError):
            return not ledger.is_settled(digest_of(path, self._reins))
        return False

    def _tell(self, found: _Found) -> None:
        self._busy = False
        if found.files:
            self.found.emit(found.files)
        if found.volumes:
            self.plugged.emit(found.volumes)

    def _rest(self, _: Exception) -> None:
        self._busy = False
