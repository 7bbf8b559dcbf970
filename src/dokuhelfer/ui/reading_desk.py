"""The reading pass: keys of the sheet become commands of the review, in the lane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from dokuhelfer.ui.editing import Editing, Typed
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.page import Choice, Page, Passage
from dokuhelfer.ui.page import Stop as ShownStop
from dokuhelfer.ui.reasons import reason_in_words
from dokuhelfer.ui.rows import Spot
from dokuhelfer.ui.said import Said
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.style.tokens import SETTLE_MS
from dokuhelfer.ui.widgets.message_line import MessageLine, Note
from dokuhelfer.ui.work import Shown, Work

translate = QCoreApplication.translate


class ReadingDesk(QObject):
    """One sheet being read.

    What is shown, typed and spoken belongs to the `Work` it was asked for: while another one is
    on its way nothing is shown, and an answer that comes after that is for nobody.

    Signals:
        shown: the page changed (`Page`); head and foot follow it.
        opened: another `Work` is read.
        left: this `Work` is read no more; what was asked for it is in the lane.
        typing: what stands in the editor of this `Work` is another text now.
        play_asked: F8; the second of sound of the cursor stop is to be heard, or no more.
        replanned: person or template of this `Work` are others now.
        corrected: a name or drug was put right (`Remember`).
        edit_toggled: an editor was opened or closed.
        hide_asked: F12 in a menu of the sheet.
        hushed: nothing may be heard now: the sheet is left, or somebody speaks.
    """

    shown = Signal(object)
    opened = Signal(object)
    left = Signal(object)
    typing = Signal(object)
    play_asked = Signal()
    hushed = Signal()
    replanned = Signal(object)
    corrected = Signal(object)
    edit_toggled = Signal()
    hide_asked = Signal()

    def __init__(self, screen: ReadingScreen, lane: Lane, messages: MessageLine) -> None:
        super().__init__(screen)
        self._screen = screen
        self._lane = lane
        self._messages = messages
        self._work: Work | None = None
        self._page = Page("", ())
        self._asked = 0
        self._editing = Editing(screen, lambda work: work is self._work)
        self._editing.given.connect(self._take_over)
        self._editing.held.connect(self._hold)
        self._editing.toggled.connect(self.edit_toggled)
        self._editing.hide_asked.connect(self.hide_asked)
        stops = screen.stops
        stops.confirmed.connect(self._confirm)
        stops.answered.connect(self._answer)
        stops.change_asked.connect(self._change)
        stops.moved.connect(self.go_to)
        stops.blank_chosen.connect(self._fill_blank)
        stops.edited.connect(self._apply)
        stops.edit_left.connect(self._discard)
        stops.play_asked.connect(self._play)
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(SETTLE_MS)
        self._look_again.timeout.connect(self._note_seen)

    @property
    def page(self) -> Page:
        """What is shown."""
        return self._page

    @property
    def work(self) -> Work | None:
        """What is read."""
        return self._work

    def open(self, work: Work) -> None:
        """Read another one; where it was left."""
        self._part_from()
        self._work = work
        self._page = Page("", ())  # no key is for the sheet that was here before
        self._screen.show_page(self._page)
        self._command(Work.open_up)
        self.opened.emit(work)

    def close(self) -> None:
        """Nothing is read; what is being typed is taken over."""
        self._part_from()
        self.hushed.emit()

    def _part_from(self) -> None:
        typed, work = self._editing.typed(), self._work
        if typed is not None:
            self._take_over(typed)
        self._editing.close()
        self._work = None
        if work is not None:
            self.left.emit(work)

    def act(self, action: Action) -> bool:
        """A key of the window; False if it means nothing here."""
        commands: dict[Action, Callable[[Work], Shown]] = {
            Action.NEXT_OPEN: lambda work: work.move_to_open(1),
            Action.PREVIOUS_OPEN: lambda work: work.move_to_open(-1),
            Action.UNDO: Work.undo,
            Action.REDO: Work.redo,
        }
        if self._editing.is_open and action in (Action.UNDO, Action.REDO):
            return False
        if action is Action.PLAY:
            self._play()
        elif action is Action.TRANSCRIPT:
            self._screen.transcript_asked.emit()
        elif action in commands:
            self._command(commands[action])
        else:
            return False
        return True

    def go_to(self, stop: int) -> None:
        """To the stop of that index."""
        self._command(lambda work: work.move(stop))

    def put_right(self, said: Said, words: tuple[int, int], text: str) -> None:
        """Words of the dictation were heard wrongly; all is drafted anew from them."""
        self._command(lambda work: work.put_right(said, words, text))

    # --- commands --------------------------------------------------------------------------

    def _command(self, do: Callable[[Work], Shown]) -> None:
        work = self._work
        if work is not None:
            self._asked = asked = self._asked + 1
            self._lane.run(lambda: do(work), lambda result: self._answered(work, result, asked))

    def _answered(self, work: Work, result: Shown, asked: int) -> None:
        if result.replanned:
            self.replanned.emit(work)
        # Who went on meanwhile does not want to type there any more, but what was typed stays.
        if asked == self._asked or result.refused == "unfinished":
            self.take_and_edit(work, result)
        else:
            self.take(work, result)

    def take_and_edit(self, work: Work, result: Shown) -> None:
        """Show what came of a command, and an editor where it wants one."""
        self.take(work, result)
        stop = self._cursor_stop()
        if work is self._work:
            here = stop.id if stop is not None else ""
            self._editing.begin(work, here, result.edit, blank=result.blank)

    def take(self, work: Work, result: Shown) -> None:
        """Show what came of a command."""
        if work is not self._work:
            return
        self._page = result.page
        typed = self._editing.typed()
        self._screen.show_page(result.page)
        self._editing.restore(typed)
        self.shown.emit(result.page)
        if result.refused:
            self.explain(result.refused)
        else:
            self._messages.withdraw("refused")
        if result.remember is not None:
            self.corrected.emit(result.remember)
        self._look_again.start()
        self._announce()

    def _cursor_stop(self) -> ShownStop | None:
        if self._page.cursor < len(self._page.stops):
            return self._page.stops[self._page.cursor]
        return None

    def _note_seen(self) -> None:
        """What stood there long enough, painted whole, has been seen."""
        widget = self._screen.stops.stop_at_cursor()
        work, stop = self._work, self._cursor_stop()
        if work is None or stop is None or widget is None or not widget.was_seen_whole():
            return
        self._lane.run(lambda: work.seen(stop))

    def _confirm(self) -> None:
        widget, stop = self._screen.stops.stop_at_cursor(), self._cursor_stop()
        if widget is None or stop is None:
            return
        if stop.issue is not None and stop.issue.severity == "block" and stop.issue.choices:
            self.explain("block_open")
            return
        if not widget.was_seen_whole():
            if self._screen.scroll_on():
                self._look_again.start()
            return
        self._command(lambda work: _seen_then(work, stop, lambda: work.confirm(stop)))

    def _answer(self, digit: int) -> None:
        widget, stop = self._screen.stops.stop_at_cursor(), self._cursor_stop()
        if widget is None or stop is None or not widget.was_seen_whole():
            return
        choice = next((c for c in _choices(stop) if c.digit == digit), None)
        if choice is not None and choice.why_not:
            self._messages.post(Note("refused", "info", choice.why_not))
            return
        self._command(lambda work: _seen_then(work, stop, lambda: work.answer(stop, digit)))

    def _play(self) -> None:
        stop = self._cursor_stop()
        if stop is not None and stop.playable:
            self.play_asked.emit()

    # --- speaking into a field -------------------------------------------------------------

    def find_spot(self, take: Callable[[Spot], None]) -> None:
        """Which part F9 speaks into: where the keys before it lead to."""
        work = self._work
        if work is not None:
            self.hushed.emit()
            self._lane.run(work.spot, take)

    def show_spoken(self, stop: str, stable: str, tail: str = "") -> None:
        """What is being said into a part of that stop, wherever the cursor is by now."""
        text = f"{stable} {tail}".strip()
        quiet = ((len(text) - len(tail), len(text)),) if tail else ()
        self._screen.stops.show_live(stop, Passage(text, quiet=quiet))

    def take_spoken(self, work: Work, shown: Shown) -> None:
        """It was said; the stop is to be read again."""
        if work is self._work:
            self._screen.stops.end_live()
            self.take(work, shown)

    # --- changing by hand ------------------------------------------------------------------

    def _change(self) -> None:
        if not self._editing.is_open:
            self._command(Work.change_here)

    def _fill_blank(self, field: str) -> None:
        self._command(lambda work: work.fill(field))

    def _hold(self, typed: Typed) -> None:
        """Kept as it stands: a window that is killed gives it back."""
        self._lane.run(lambda: typed.work.hold(typed.path, typed.text))
        self.typing.emit(typed.work)

    def _discard(self) -> None:
        """Esc: what was typed is wanted no more, nor by the next window."""
        typed = self._editing.typed()
        self._leave()
        if typed is not None:
            self._lane.run(typed.work.let_go)
            self.typing.emit(typed.work)

    def _apply(self, text: str) -> None:
        typed = self._editing.typed()
        if typed is not None:
            self._lane.run(
                lambda: typed.work.edit(typed.path, text),
                lambda result: self._applied(typed, result),
            )

    def _take_over(self, typed: Typed) -> None:
        """The editor is left without Enter."""
        self._lane.run(
            lambda: typed.work.take_over(typed.path, typed.text),
            lambda result: self._taken_over(typed.work, result),
        )

    def _taken_over(self, work: Work, result: Shown) -> None:
        if result.refused == "typed_at_end":
            self._messages.post(Note("typed", "warn", reason_in_words(result.refused)))
        self.take(work, Shown(result.page, remember=result.remember))

    def _applied(self, typed: Typed, result: Shown) -> None:
        if not self._editing.is_at(typed):
            return  # it was left meanwhile, and taken over then
        if result.refused == "no_value":
            self.explain(result.refused)
            return
        self._leave()
        if result.refused in ("", "same_words"):
            self._lane.run(typed.work.let_go)  # it may have been held after Enter
            self.take(typed.work, Shown(result.page, remember=result.remember))
        else:
            self._take_over(typed)

    def _leave(self) -> None:
        self._editing.close()
        self._screen.show_page(self._page)

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self._editing.is_open

    # --- words -----------------------------------------------------------------------------

    def explain(self, reason: str) -> None:
        """Why nothing was done."""
        text = reason_in_words(reason)
        self._messages.post(Note("refused", "info", text))

    def _announce(self) -> None:
        """The new stop, for whoever listens."""
        widget = self._screen.stops.stop_at_cursor()
        if widget is None or not self._screen.isVisible():
            return
        text = f"{widget.accessibleName()}. {widget.accessibleDescription()}"
        if self._page.all_read:
            text = translate("Reading", "Alles gelesen. Abzeichnen mit Strg+Enter.")
        event = QAccessibleAnnouncementEvent(self._screen, text)
        QAccessible.updateAccessibility(event)


def _choices(stop: ShownStop) -> tuple[Choice, ...]:
    return stop.issue.choices if stop.issue is not None else ()


def _seen_then(work: Work, stop: ShownStop, command: Callable[[], Shown]) -> Shown:
    """What the reader had before the eyes is noted before it is decided on."""
    work.seen(stop)
    return command()
