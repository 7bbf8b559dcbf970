"""Where signed texts go: a lane for each place, so that one that hangs holds up no other."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.ui.lane import Lane


@dataclass(slots=True, eq=False)
class _Way:
    """To one place, while something is on its way there.

    Attributes:
        hint: what is said while it does not answer.
        running: so many pieces of work are not ended.
    """

    lane: Lane
    timer: QTimer
    hint: str = ""
    running: int = 0
    is_slow: bool = False


class WaysOut(QObject):
    """Works in one lane a place, in order; a lane ends when nothing is left to be done there.

    Signals:
        slow: a place does not answer (its hint).

    Args:
        patience: milliseconds after which a place is said to be slow.
    """

    slow = Signal(str)

    def __init__(self, patience: int, parent: QObject) -> None:
        super().__init__(parent)
        self._patience = patience
        self._ways: dict[str, _Way] = {}

    @property
    def hint(self) -> str:
        """Of a place that still does not answer; "" where all do."""
        return next((way.hint for way in self._ways.values() if way.is_slow), "")

    def run(
        self,
        place: str,
        hint: str,
        work: Callable[[], object],
        done: Callable[[bool], None],
        failed: Callable[[Exception, bool], None],
    ) -> None:
        """Do this behind what is done for the same place.

        Args:
            hint: "" for work that nobody waits for.
            place: what may hang as one: a folder, the printer.
            done, failed: in the window's thread; told whether the place was slow.
        """
        way = self._ways.get(place)
        if way is None:
            way = self._ways[place] = self._opened(place)
        way.hint = hint or way.hint
        way.running += 1
        if way.running == 1:
            way.timer.start()
        way.lane.run(
            work,
            lambda _: done(self._ended(place, way)),
            lambda error: failed(error, self._ended(place, way)),
        )

    def close(self, patience: float) -> None:
        """Finish what can be finished in so many seconds, all places together."""
        end = time.monotonic() + patience
        for way in self._ways.values():
            way.timer.stop()
            way.lane.close(max(0.0, end - time.monotonic()))
        self._ways.clear()

    def _opened(self, place: str) -> _Way:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(self._patience)
        way = _Way(Lane("export", self), timer)
        timer.timeout.connect(lambda: self._wait_on(way))
        return way

    def _wait_on(self, way: _Way) -> None:
        way.is_slow = bool(way.hint)
        if way.hint:
            self.slow.emit(way.hint)

    def _ended(self, place: str, way: _Way) -> bool:
        """One piece is. Tells whether its place was slow."""
        was_slow, way.is_slow = way.is_slow, False
        way.running -= 1
        way.timer.stop()
        if way.running:
            way.timer.start()
        else:
            del self._ways[place]
            way.lane.close()
            way.lane.deleteLater()
            way.timer.deleteLater()
        return was_slow
