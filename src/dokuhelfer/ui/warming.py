"""What drafts and checks is loaded beside the window, once that stands.

It takes as long as the window itself. In the lane, as whoever needs it is there: two threads
that load the same packages could each meet them half loaded.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.ui.lane import Lane

_SOON_MS = 100
"""After the first picture."""

_MODULES = (
    "dokuhelfer.review.session",
    "dokuhelfer.review.saved",
    "dokuhelfer.pipeline",
    "dokuhelfer.ui.cutting",
)


class Warming(QObject):
    """Loads it once.

    Signals:
        done: all of it is there.
    """

    done = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        QTimer.singleShot(_SOON_MS, self, lambda: lane.run(_load, lambda _: self.done.emit()))


def _load() -> None:
    for module in _MODULES:
        import_module(module)
