"""Garbage is collected in the window's thread only, and not before the window stands.

Python may collect in any thread that makes objects. A widget that is part of a cycle would
then be destroyed outside its own thread, which ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from dokuhelfer.ui.warming import Warming

_INTERVAL_MS = 200
"""As often as Python gets a turn anyway; the longer between, the more is looked through at once."""


_AT_THE_LATEST_MS = 60_000
"""Something that never gets loaded must not let garbage grow for as long as the window stands."""


class Tidying(QObject):
    """Takes automatic collection over for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # the modules and the window stay: looking through them would take long
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._tidy)
        warming = parent.findChild(Warming)
        if warming is None or warming.is_done:
            self.settle()
        else:
            warming.done.connect(self.settle)
            QTimer.singleShot(_AT_THE_LATEST_MS, self, self.settle)

    def settle(self) -> None:
        """What was loaded meanwhile stays; tidy from now on.

        It is not looked through first: that kept the window for 25 ms and found 30 objects.
        """
        if self._timer.isActive():
            return
        gc.freeze()
        self._timer.start()

    def _tidy(self) -> None:
        """As the interpreter would: the younger, the more often."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
