"""What the disk did not take is tried again until it does, the newest of each place."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.model import Document
from dokuhelfer.ui.lane import Lane

_AGAIN_MS = 2000
_PASSING = frozenset({Code.DISK_FULL, Code.STORE_NOT_WRITABLE})

Place = tuple[str, Document]
Write = Callable[[], object]


class Unkept(QObject):
    """Writes through the store's lane.

    Signals:
        failed: an `Exception`: something is not kept.
        all_kept: nothing waits any more.
    """

    failed = Signal(object)
    all_kept = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._lock = threading.Lock()
        self._newest: dict[Place, Write] = {}
        self._waiting: dict[Place, Write] = {}
        self._tried: set[Place] = set()
        """What a try of is on its way through the lane."""
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._try_again)

    def write(self, place: Place, write: Write) -> None:
        """Write this now, or else later. May be called in any thread."""
        with self._lock:
            self._newest[place] = write
        self._lane.run(
            write,
            lambda _: self._written(place, write),
            lambda error: self._not_written(place, write, error),
        )

    def forget(self, id: str) -> None:
        """A dictation is gone."""
        for place in [one for one in self._waiting if one[0] == id]:
            self._settle(place)

    def try_last(self) -> None:
        """In the lane, before the store is closed: what waits gets its last try."""
        for write in tuple(self._waiting.values()):
            try:
                write()
            except Exception:  # noqa: BLE001, S112 - said when it failed first
                continue

    def _try_again(self) -> None:
        for place, write in tuple(self._waiting.items()):
            if place in self._tried:
                continue
            self._tried.add(place)
            self._lane.run(
                partial(self._if_newest, place, write),
                partial(self._rewritten, place, write),
                partial(self._missed, place, write),
            )

    def _rewritten(self, place: Place, write: Write, _: object) -> None:
        self._tried.discard(place)
        self._written(place, write)

    def _if_newest(self, place: Place, write: Write) -> None:
        with self._lock:
            newest = self._newest.get(place) is write
        if newest:
            write()

    def _written(self, place: Place, write: Write) -> None:
        with self._lock:
            if self._newest.get(place) is write:
                del self._newest[place]
        if place in self._waiting:
            self._settle(place)

    def _not_written(self, place: Place, write: Write, error: Exception) -> None:
        if _passes(error):
            self._waiting[place] = write
            self._timer.start()
        self.failed.emit(error)

    def _missed(self, place: Place, write: Write, error: Exception) -> None:
        self._tried.discard(place)
        if not _passes(error) and self._waiting.get(place) is write:
            self._settle(place)

    def _settle(self, place: Place) -> None:
        del self._waiting[place]
        if not self._waiting:
            self._timer.stop()
            self.all_kept.emit()


def _passes(error: Exception) -> bool:
    return isinstance(error, DokuError) and error.code in _PASSING
