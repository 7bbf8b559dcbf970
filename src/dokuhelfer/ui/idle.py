"""What the window will need next is made ready while nothing happens, a little at a time.

Qt looks a font up and dresses a page when they are first painted. Made ready beforehand, none of
that falls into the turn of the event loop in which somebody sees the page for the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role

_EVERY_MS = 10
"""Whatever else waits has its turn between two pieces."""

_WIDGETS = 8
"""So many are dressed in one piece, which takes a millisecond or two."""

_LETTERS = "Ab gü 0,5"


class Idle(QObject):
    """Does pieces of work one by one, once the window stands."""

    def __init__(self, shell: Shell, pieces: Iterator[Callable[[], object]]) -> None:
        super().__init__(shell)
        self._pieces = pieces
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._next)
        shell.stands.connect(self._timer.start)

    def _next(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
        else:
            piece()


def ahead(shell: Shell, look: Look, pages: Iterable[QWidget]) -> Iterator[Callable[[], object]]:
    """The pieces: every font, then every page that was not in front yet."""
    for role in Role:
        for strong in (False, True):
            yield partial(_look_up, look, role, strong=strong)
    for page in pages:
        if page.parentWidget() is not None:
            continue
        page.setParent(shell.pages)  # where it will stand: its dress depends on that
        widgets = [page, *page.findChildren(QWidget)]
        for first in range(0, len(widgets), _WIDGETS):
            yield partial(_dress, widgets[first : first + _WIDGETS])


def _look_up(look: Look, role: Role, *, strong: bool) -> None:
    QFontMetricsF(look.font(role, strong=strong)).horizontalAdvance(_LETTERS)


def _dress(widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        if isValid(widget):  # some are made anew with what they show
            widget.ensurePolished()
