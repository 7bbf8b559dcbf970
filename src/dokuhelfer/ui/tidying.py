"""Garbage is collected in the window's thread only, and not before the window stands.

Python may collect in any thread that makes objects. A widget that is part of a cycle would
then be destroyed outside its own thread, which ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from dokuhelfer.ui.warming import Warming

_INTERVAL_MS = 1000


class Tidying(QObject):
    """Takes automatic collection over for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.settle()
        for warming in parent.findChildren(Warming):
            warming.done.connect(self.settle)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()

    def settle(self) -> None:
        """What is there now stays; looking through it would take long each time."""
        gc.freeze()

    def _tidy(self) -> None:
        """As the interpreter would: the younger, the more often."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
