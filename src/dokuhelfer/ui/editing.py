"""The editor of the sheet: what is typed belongs to the work it was opened for, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from dokuhelfer.review.stops import Part
from dokuhelfer.ui.cover import let_hide
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.work import Work


@dataclass(frozen=True, slots=True)
class Typed:
    """Text for a part of a work."""

    work: Work
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Open:
    work: Work
    path: str
    stop: str
    """Where the editor stands; a stop that is painted anew gets it back."""
    blank: str
    """Label of an empty field, which is no stop."""


class Editing(QObject):
    """One part that is typed into, or chosen from a list.

    Signals:
        toggled: an editor was opened or closed.
        given: `Typed`: chosen from a list, or left for another part.
        held: `Typed`: what stands in the editor by now; it is to be kept, not applied.
        hide_asked: F12 in a menu of the sheet.
    """

    given = Signal(object)
    held = Signal(object)
    toggled = Signal()
    hide_asked = Signal()

    def __init__(self, screen: ReadingScreen, is_read: Callable[[Work], bool]) -> None:
        super().__init__(screen)
        self._screen = screen
        self._is_read = is_read
        self._open: _Open | None = None
        screen.stops.typed.connect(lambda _: self._hold())

    @property
    def is_open(self) -> bool:
        """Whether an editor is open."""
        return self._open is not None

    def begin(self, work: Work, stop: str, parts: tuple[Part, ...], *, blank: bool = False) -> None:
        """Edit one of these; which one is asked where there are several.

        Args:
            blank: it is an empty field, and no part of the stop.
        """
        if len(parts) == 1:
            self._begin(work, stop, parts[0], blank=blank)
        elif parts:
            menu = self._menu()
            for part in parts:
                text = f"{part.label}: {part.editable}" if part.editable else part.label
                action = menu.addAction(text)
                action.triggered.connect(lambda _=False, part=part: self._begin(work, stop, part))
            menu.popup(QCursor.pos())

    def _begin(self, work: Work, stop: str, part: Part, *, blank: bool = False) -> None:
        if not self._is_read(work):
            return
        if part.values:
            self._ask_value(work, part)
            return
        if (before := self.typed()) is not None:  # another part was being typed into
            self.close()
            self.given.emit(before)
        self._open = _Open(work, part.path, stop, part.label if blank else "")
        self._screen.stops.open_editor(part.editable, stop, self._open.blank)
        self.toggled.emit()

    def _ask_value(self, work: Work, part: Part) -> None:
        menu = self._menu()
        for value in part.values:
            action = menu.addAction(value)
            typed = Typed(work, part.path, value)
            action.triggered.connect(lambda _=False, typed=typed: self.given.emit(typed))
        menu.popup(QCursor.pos())

    def _menu(self) -> QMenu:
        menu = QMenu(self._screen)
        let_hide(menu, self.hide_asked.emit)  # it says what was dictated, and takes the keys
        return menu

    def typed(self) -> Typed | None:
        """What stands in the editor now; None without one."""
        text = self._screen.stops.editor_text()
        if self._open is None or text is None:
            return None
        return Typed(self._open.work, self._open.path, text)

    def is_at(self, typed: Typed) -> bool:
        """Whether that part is still the one that is typed into."""
        here = self._open
        return here is not None and (here.work, here.path) == (typed.work, typed.path)

    def restore(self, typed: Typed | None) -> None:
        """The stop was painted anew: its editor is there again."""
        if typed is None or self._open is None or self._screen.stops.editor_text() is not None:
            return
        self._screen.stops.open_editor(typed.text, self._open.stop, self._open.blank)
        self._hold()  # the editor that is gone may have been about to tell

    def _hold(self) -> None:
        typed = self.typed()
        if typed is not None:
            self.held.emit(typed)

    def close(self) -> None:
        """No stop is edited any more."""
        was_open, self._open = self._open is not None, None
        self._screen.stops.close_editor()
        if was_open:
            self.toggled.emit()
