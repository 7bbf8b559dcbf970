"""What drafts and checks is loaded beside the window, once that stands.

It takes as long as the window itself. In the lane, as whoever needs it is there: two threads
that load the same packages could each meet them half loaded. Piece by piece, so that what a
person wants of the lane meanwhile comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui.lane import Lane

_SOON_MS = 100
"""After the first picture."""

_MODULES = (
    "dokuhelfer.review.session",
    "dokuhelfer.review.saved",
    "dokuhelfer.pipeline",
    "dokuhelfer.ui.cutting",
    "dokuhelfer.document.render",
    "dokuhelfer.transcript.suggestions",
)


class Warming(QObject):
    """Loads it once.

    Args:
        last: what else takes its time the first time; done when all is loaded.

    Signals:
        done: all of it is there.

    Attributes:
        is_done: whether it is.
    """

    done = Signal()

    def __init__(
        self,
        lane: Lane,
        templates: Mapping[str, Template],
        parent: QObject,
        last: Sequence[Callable[[], object]] = (),
    ) -> None:
        super().__init__(parent)
        self.is_done = False
        self._lane = lane
        self._pieces: list[Callable[[], object]] = [
            *(partial(import_module, name) for name in _MODULES),
            *(partial(templates.__getitem__, id) for id in templates),
            *last,
        ]
        QTimer.singleShot(_SOON_MS, self, self._next)

    def _next(self, _: object = None) -> None:
        if not self._pieces:
            self.is_done = True
            self.done.emit()
            return
        # What cannot be loaded is told to whoever needs it.
        self._lane.run(self._pieces.pop(0), self._next, self._next)


def load() -> None:
    """Have the modules loaded now; in the lane, where others shall find them whole."""
    for module in _MODULES:
        import_module(module)
