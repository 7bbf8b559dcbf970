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


class Tidying(QObject):
    """Takes automatic collection over for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._tidy)
        warming = parent.findChild(Warming)
        if warming is None:
            self.settle()
        else:
            warming.done.connect(self.settle)

    def settle(self) -> None:
        """What is there now stays, as looking through it would take long; tidy from now on."""
        gc.freeze()
        self._timer.start()

    def _tidy(self) -> None:
        """As the interpreter would: the younger, the more often."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
