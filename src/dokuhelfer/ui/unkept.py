"""What the disk did not take is tried again until it does, the newest of each place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.model import Document
from dokuhelfer.ui.lane import Lane

_AGAIN_MS = 2000
_PASSING = frozenset({Code.DISK_FULL, Code.STORE_NOT_WRITABLE})

Place = tuple[str, Document]
Write = Callable[[], object]


@dataclass(slots=True, eq=False)
class _Write:
    """What is to stand in a place.

    Attributes:
        waits: the disk did not take it, or not yet.
        lost: it was the newest, and the disk will never take it.
        is_tried: another try of it is on its way through the lane.
    """

    write: Write
    waits: bool = False
    lost: bool = False
    is_tried: bool = False


class Unkept(QObject):
    """Writes through the store's lane.

    What is asked for first is done first in the lane, and there it is decided what still counts:
    so nothing older comes behind what is newer, and nothing of a dictation that is gone.

    Signals:
        failed: an `Exception`: something is not kept yet; `all_kept` follows.
        lost: an `Exception`: something is not kept, and would not be at another time.
        all_kept: nothing waits any more.
    """

    failed = Signal(object)
    lost = Signal(object)
    all_kept = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._lock = threading.Lock()
        self._newest: dict[Place, _Write] = {}
        """What is not written yet."""
        self._said = False
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._try_again)

    @property
    def waiting(self) -> frozenset[Place]:
        """Where something is to be written yet."""
        with self._lock:
            return frozenset(self._newest)

    @property
    def late(self) -> frozenset[str]:
        """Of which dictations something is in the window only: the disk did not take it."""
        with self._lock:
            return frozenset(id for (id, _), one in self._newest.items() if one.waits)

    def write(self, place: Place, write: Write) -> None:
        """Write this now, or else later. May be called in any thread."""
        asked = _Write(write)
        with self._lock:
            self._newest[place] = asked
        self._lane.run(
            partial(self._first, place, asked),
            lambda _: self._look(),
            lambda error: self._not_written(place, asked, error),
        )

    def forget(self, id: str) -> None:
        """A dictation is gone, or nothing of it may change any more."""
        with self._lock:
            for place in [one for one in self._newest if one[0] == id]:
                del self._newest[place]
        self._look()

    def supersede(self, places: Iterable[Place]) -> None:
        """In the lane: something newer than what waits has just been written there."""
        with self._lock:
            for place in places:
                if place in self._newest and self._newest[place].waits:
                    del self._newest[place]

    def try_last(self) -> None:
        """In the lane, before the store is closed: what waits gets its last try."""
        with self._lock:
            waiting = tuple(self._newest.items())
        for place, asked in waiting:
            try:
                self._if_newest(place, asked)
            except Exception:  # noqa: BLE001, S112 - said when it failed first
                continue

    # --- in the lane -----------------------------------------------------------------------

    def _first(self, place: Place, asked: _Write) -> None:
        try:
            asked.write()
        except Exception as error:
            asked.waits = _passes(error)
            asked.lost = not asked.waits and self._drop(place, asked)
            raise
        self._drop(place, asked)

    def _if_newest(self, place: Place, asked: _Write) -> None:
        if self._is_newest(place, asked):
            self._first(place, asked)

    def _is_newest(self, place: Place, asked: _Write) -> bool:
        with self._lock:
            return self._newest.get(place) is asked

    def _drop(self, place: Place, asked: _Write) -> bool:
        """Nothing more is to be done with it. Tells whether it was the newest."""
        with self._lock:
            is_newest = self._newest.get(place) is asked
            if is_newest:
                del self._newest[place]
        return is_newest

    # --- in the window's thread ------------------------------------------------------------

    def _not_written(self, place: Place, asked: _Write, error: Exception) -> None:
        if asked.lost:
            self.lost.emit(error)
        elif self._is_newest(place, asked):  # or else what is newer tells of itself
            self._said = True
            self._timer.start()
            self.failed.emit(error)
        self._look()

    def _try_again(self) -> None:
        with self._lock:
            again = [
                (place, one)
                for place, one in self._newest.items()
                if one.waits and not one.is_tried
            ]
        for place, asked in again:
            asked.is_tried = True
            self._lane.run(
                partial(self._if_newest, place, asked),
                partial(self._tried, asked),
                partial(self._missed, asked),
            )
        self._look()

    def _tried(self, asked: _Write, _: object) -> None:
        asked.is_tried = False
        self._look()

    def _missed(self, asked: _Write, error: Exception) -> None:
        if asked.lost:
            self.lost.emit(error)
        self._tried(asked, error)

    def _look(self) -> None:
        """Whether all is kept again."""
        if self._said and not self.waiting:
            self._said = False
            self._timer.stop()
            self.all_kept.emit()


def _passes(error: Exception) -> bool:
    return isinstance(error, DokuError) and error.code in _PASSING
