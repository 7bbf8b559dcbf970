"""F4: the dictation beside the sheet, or in its place where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.said import Said
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.widgets.line_popup import ask_line
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


class PaneDesk(QObject):
    """Keeps the pane in step with the sheet."""

    def __init__(
        self, reading: ReadingDesk, screen: ReadingScreen, lane: Lane, messages: MessageLine
    ) -> None:
        super().__init__(reading)
        self._reading = reading
        self._screen = screen
        self._lane = lane
        self._messages = messages
        self._said = Said()
        screen.transcript_asked.connect(self._toggle)
        screen.pane.left.connect(self._close)
        screen.pane.jump_asked.connect(self._jump)
        screen.pane.right_asked.connect(self._ask_right)
        reading.shown.connect(self._follow)

    def _follow(self) -> None:
        """The words behind the stops change with the sheet."""
        work = self._reading.work
        if work is not None:
            self._lane.run(work.said, self._show)

    def _show(self, said: Said) -> None:
        self._said = said
        self._screen.offer_dictation(there=bool(said.text.strip()))
        if not said.text.strip():
            self._screen.show_pane(shown=False)
        self._screen.pane.show_said(said, self._reading.page.cursor)

    def _toggle(self) -> None:
        if self._screen.pane.isVisible():
            self._close()
        elif self._said.text.strip():
            self._screen.show_pane(shown=True)
            self._screen.pane.show_said(self._said, self._reading.page.cursor)
            self._screen.pane.text.setFocus()
        else:
            text = translate("Pane", "Hier wurde getippt; es gibt kein Diktat.")
            self._messages.post(Note("refused", "info", text))

    def _close(self) -> None:
        self._screen.show_pane(shown=False)
        self._screen.stops.setFocus()

    def _ask_right(self, start: int, end: int) -> None:
        """What was said there instead?"""
        said = self._said
        if said.span_of(start, end) is None:
            text = translate("Pane", "Bitte Wörter aus einer Zeile wählen.")
            self._messages.post(Note("refused", "info", text))
            return
        place = self._screen.pane.text.place_below(start)
        words = said.text[start:end]
        hint = translate("Pane", "Was wurde gesagt?")

        def put(text: str) -> None:
            self._reading.put_right(said, (start, end), text)

        ask_line(self._screen.window(), place, words, put, hint).selectAll()

    def _jump(self, stop: int) -> None:
        self._reading.go_to(stop)
        if self._screen.pane_covers:
            self._screen.show_pane(shown=False)
        self._screen.stops.setFocus()
