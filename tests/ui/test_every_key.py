"""Every key in every state, by real events: nothing is signed unread, nothing is lost, the window
never shows another state of the microphone than it has, and nothing breaks."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QRadioButton, QWidget

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.dictaphone import DictaphoneState
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.store.model import Document, State
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.ui.app import make_window
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.keys import KEYS
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.screens.overview import DestroyDialog
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets import stop as stop_widget
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.editor import StatementEditor
from dokutest.clerk import Clerk
from dokutest.dropping import drop_files, make_dropped
from dokutest.speakers import stand_in
from dokutest.turning import turn
from dokutest.window import Window

PATIENCE = 20.0
OWN_KEYS = [spelling for key in KEYS for spelling in (key.key, key.other) if spelling]
OTHER_KEYS = [
    "1", "2", "3", "4", "Up", "Down", "Home", "End", "Tab", "Shift+Tab", "Return", "Shift+Return",
    "Alt+1", "Alt+2", "Alt+3", "Alt+6", "Space", "Space", "Esc", "Backspace", "PgDown", "F1", "F5",
    "Ctrl+R", "Ctrl+P", "Ctrl+V", "Ctrl+A", "Ctrl+X", "Alt+D", "Ctrl+L",
]  # fmt: skip
OFTEN = ("F9", "F9", "F10", "F12", "Return", "Ctrl+Return", "Space", "Space")
SAID = (
    "Frau Lindemann, 7 Uhr 30. Beim Waschen Schmerzen im linken Knie. Kein Fieber. ",
    "Kühlpack aufgelegt, zwanzig Minuten. Die Tochter rufe ich morgen an. ",
    "Puls 88. Blutdruck 130 zu 80. ",
    "Hat gut geschlafen. Hat zweihundert Milliliter Tee getrunken. ",
    "Herr Berg hat schlecht gegessen. Dann Frau Kern, die hat Fieber, 38 Komma 5. ",
)
SIZES = ((1280, 800), (1024, 640), (640, 400), (1600, 900))
DECIDING = frozenset({"Space", "1", "2", "3", "4", "Del"})
DROPPED = ("REC1.WAV", "REC2.WAV", "alt.wma", "notiz.txt", "leer", "fort.wav", "")
"""Names in the folder of dropped files; the last one is the folder itself."""


def _memory() -> str | None:
    """A folder that needs no disk, where there is one: each key is kept at once."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


class Hands(RuleBasedStateMachine):
    """Somebody who presses everything, and a clerk who notes what was really read."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.broken: list[str] = []
        self.clerk = Clerk()
        self.number = 0
        self.said: set[str] = set()
        self.window: Window | None = None

    # --- one window, or the next ------------------------------------------------------------

    @initialize(known=st.booleans(), size=st.sampled_from(SIZES))
    def begin(self, known: bool, size: tuple[int, int]) -> None:
        home = self.home = tempfile.TemporaryDirectory(dir=_memory())
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            self.patch.setenv(name, str(Path(home.name, name)))
        self.files = Path(home.name, "rekorder")
        make_dropped(self.files)
        self.patch.setattr(sys, "excepthook", self._note_broken)
        self.patch.setattr(QFileDialog, "open", QFileDialog.reject)
        self.patch.setattr(stop_widget, "SETTLE_MS", 0)
        self.speakers = stand_in(self.patch)
        if known:
            save_profile(Profile("MK", "Maria Kessler"))
        self._open()
        self.threads = threading.active_count()
        self.here.shell.resize(*size)

    def _open(self) -> None:
        shell = make_window(load(machine_places()), Catalogue("de"))
        shell.show()
        shell.activateWindow()
        self.window = Window(shell, self._wait)
        self.here.desk.stage.reading.calm = True
        opened: list[object] = []
        self.here.desk._dictating.keeper.opened.connect(opened.append)
        self._wait(lambda: opened)
        self._settle()

    def _close(self) -> None:
        shell = self.here.shell
        shell.close()
        shell.deleteLater()
        self.window = None
        QCoreApplication.processEvents()

    @property
    def here(self) -> Window:
        assert self.window is not None
        return self.window

    def _note_broken(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        where = trace
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        line = "" if where is None else f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}"
        self.broken.append(f"{kind.__name__}: {error} ({line})")

    def _wait(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "it did not come to that"
            turn(1)

    def _settle(self) -> None:
        desk = self.here.desk
        for _ in range(2):
            imports = desk.imports.work
            keeper = desk._dictating.keeper
            for lane in (
                desk._lane, keeper._lane, keeper._copies._lane, imports._lane, imports._copies
            ):  # fmt: skip
                done: list[object] = []
                lane.run(lambda: None, done.append)
                self._wait(lambda done=done: done)
        for _ in range(3):
            QCoreApplication.processEvents()

    # --- what hands can do ------------------------------------------------------------------

    @rule(keys=st.lists(st.sampled_from(OWN_KEYS + OTHER_KEYS), min_size=1, max_size=3))
    def press(self, keys: list[str]) -> None:
        for key in keys:
            self._press(key)

    @rule(key=st.sampled_from(OFTEN))
    def press_often(self, key: str) -> None:
        self._press(key)

    @rule(keys=st.lists(st.sampled_from(("F9", "F10", "F12", "Esc", "F7")), min_size=2, max_size=4))
    def press_at_once(self, keys: list[str]) -> None:
        """Faster than the window can follow."""
        self._do(lambda: [self._send(key) for key in keys], "at once")

    @rule(text=st.sampled_from(("ruhig geschlafen", "730", "Frau Kern", "kein Fieber")))
    def type(self, text: str) -> None:
        target = self._target()
        if isinstance(target, StatementEditor | QLineEdit):
            self.number += 1
            self._do(lambda: QTest.keyClicks(target, f"{text} W{self.number}w"), "type")

    @rule(number=st.integers(0, 30))
    def click(self, number: int) -> None:
        buttons = [
            one
            for one in QApplication.allWidgets()
            if isinstance(one, Button | QRadioButton) and one.isVisible() and one.isEnabled()
        ]  # fmt: skip
        if buttons and QApplication.activePopupWidget() is None:
            button = buttons[number % len(buttons)]
            left = Qt.MouseButton.LeftButton
            self._do(lambda: QTest.mouseClick(button, left), "click", deciding=True)

    @rule(size=st.sampled_from(SIZES))
    def resize(self, size: tuple[int, int]) -> None:
        self._do(lambda: self.here.shell.resize(*size), "resize")

    @rule(names=st.lists(st.sampled_from(DROPPED), min_size=1, max_size=3, unique=True))
    def drop(self, names: list[str]) -> None:
        """Files are dragged into the window: sound, no sound, a folder, what is not there."""
        self._do(lambda: drop_files(self.here.shell, [self.files / name for name in names]), "drop")

    @rule(text=st.sampled_from(SAID), back=st.booleans())
    def dictate(self, text: str, back: bool) -> None:
        """From the home page to the sheet."""
        if self.here.desk._cover.is_on:
            self._press("F12")
        for key in ("Esc", "F9", "F9"):
            self._press(key)
        if self.speakers.ended:
            self.hear(text)
        if back:
            self._press("F7")

    @rule(
        keys=st.lists(st.sampled_from(("Left", "Right", "Right", "Tab")), min_size=1, max_size=4),
        sure=st.booleans(),
    )
    def end_shift(self, keys: list[str], sure: bool) -> None:
        """Something is chosen for some, the shift ends, and perhaps something is destroyed."""
        if self.here.desk._cover.is_on:
            self._press("F12")
        for key in ("Esc", "Esc"):
            self._press(key)
        if not self._click_on("Schichtende"):
            return
        for key in keys:
            self._press(key)
        self._click_on("Schicht beenden")
        if isinstance(QApplication.activeModalWidget(), DestroyDialog):
            for key in ("Tab", "Return") if sure else ("Return",):
                self._press(key)

    def _click_on(self, text: str) -> bool:
        """The button of these words, where there is one."""
        buttons = self.here.shell.findChildren(Button)
        found = next((one for one in buttons if one.isVisible() and one.text() == text), None)
        if found is not None:
            self._do(lambda: QTest.mouseClick(found, Qt.MouseButton.LeftButton), text)
        return found is not None

    @rule()
    def read_and_sign(self) -> None:
        for _ in range(25):
            if self.here.mode is not Mode.READING or self.here.desk._cover.is_on:
                return
            page = self.here.page
            if page.all_read:
                self._press("Ctrl+Return")
                event("all read")
                return
            issue = page.stops[page.cursor].issue if page.cursor < len(page.stops) else None
            possible = [c.digit for c in issue.choices if not c.why_not] if issue else []
            self._press("3" if possible and 3 in possible else "Space")

    # --- what is heard ----------------------------------------------------------------------

    @rule(text=st.sampled_from(SAID))
    def hear_a_little(self, text: str) -> None:
        if self.speakers.unheard:
            self._do(lambda: self.speakers.half_heard(text), "half heard")

    @rule(text=st.sampled_from(SAID))
    def hear(self, text: str) -> None:
        if not self.speakers.ended:
            return
        self.number += 1
        mark = f"W{self.number}w"
        text = f"{text}Lied {mark} gehört."
        if self._is_wanted(self.speakers.ended[0].name):
            self.said.add(mark)
        self._do(lambda: self.speakers.hear(text), "heard")

    def _is_wanted(self, name: str) -> bool:
        """Whether its dictation is still there, and nobody pressed Esc while it was spoken."""
        entries, fields = self.here.desk._entries, self.here.desk._dictating.fields
        entry = fields.entry_of(name) or entries.of(name)
        is_there = entry is not None and entries.of(entry.work.id) is entry
        return is_there and not fields.is_dropped(name)

    @rule(nothing=st.booleans())
    def hear_nothing(self, nothing: bool) -> None:
        do = self.speakers.fail if not nothing else lambda: self.speakers.hear("")
        if self.speakers.ended:
            self._do(do, "not heard")

    @rule()
    def close_and_open_again(self) -> None:
        if self.speakers.unheard:
            return
        self._settle()
        self._close()
        self._open()
        self._check()

    # --- events -----------------------------------------------------------------------------

    def _target(self) -> QWidget:
        return (
            QApplication.activePopupWidget() or QApplication.focusWidget()
            or QApplication.activeModalWidget() or self.here.shell
        )  # fmt: skip

    def _send(self, spelling: str) -> None:
        combination = QKeySequence(spelling)[0]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _press(self, spelling: str) -> None:
        self._do(lambda: self._send(spelling), spelling, deciding=spelling in DECIDING)

    def _do(self, act: Callable[[], object], name: str, *, deciding: bool = False) -> None:
        """One event, what came of it, and whether that may be."""
        desk = self.here.desk
        before, shown = self.here.page, self.clerk.look(desk)
        hidden, draft = desk._cover.is_on, self._open_text()
        signed = {entry.work.id for entry in desk._entries.signed}
        entries = desk._entries.all
        asked = isinstance(QApplication.activeModalWidget(), DestroyDialog)
        marks = {entry.work.id: self._marks_of(entry) for entry in entries} if asked else {}
        act()
        if deciding:
            self.clerk.agree(shown, before)
        self._settle()
        if deciding and shown is not None:
            self.clerk.decided_by_key(before, self.here.page)
        if asked:
            self._note_destroyed(marks, signed)
        else:
            self._check_signed(signed)
            self._check_gone(entries)
        if hidden and desk._cover.is_on and name not in ("heard", "not heard", "half heard"):
            assert desk.reading.page == before, f"{name} did something while all was hidden"
        if draft is not None and name not in ("Esc", "type", "Backspace", "Ctrl+X", "Ctrl+A"):
            self._check_typed(*draft, name)
        self.clerk.look(desk)
        self._check()

    def _open_text(self) -> tuple[str, object] | None:
        """What stands in an open editor, and of which draft."""
        work = self.here.desk.reading.work
        editors = self.here.shell.findChildren(StatementEditor)
        visible = [one for one in editors if one.isVisibleTo(self.here.shell)]
        return (visible[0].toPlainText(), work) if visible and work is not None else None

    # --- what must be so --------------------------------------------------------------------

    def _check_typed(self, text: str, work: object, name: str) -> None:
        """What stood in an editor is there still, or in the draft."""
        marks = [word for word in text.split() if word.startswith("W") and word.endswith("w")]
        still = self._open_text()
        if still is not None and (still[0] == text or name in OTHER_KEYS):
            return
        session = getattr(work, "session", None)
        kept = "" if session is None else repr(session.draft.fields)
        assert all(mark in kept for mark in marks), f"{name} lost what was typed"

    def _check_signed(self, before: set[str]) -> None:
        for entry in self.here.desk._entries.signed:
            if entry.work.id not in before:
                event("signed")
                shown = self.here.desk.reading.page
                objections = self.clerk.objections(shown)
                assert not objections, objections
                self.said -= self._marks_of(entry)

    def _marks_of(self, entry: Entry) -> set[str]:
        """What was said in it."""
        session = entry.work.session
        words = repr(entry.work.transcript if session is None else session.draft.transcript)
        return {mark for mark in self.said if mark in words}

    def _note_destroyed(self, marks: dict[str, set[str]], signed: set[str]) -> None:
        """A question about it was answered; of what was signed once, a further version is gone."""
        left = {entry.work.id: entry.phase for entry in self.here.desk._entries.all}
        for id, said in marks.items():
            ended = left.get(id) is Phase.SIGNED and id not in signed
            if ended or id not in left:
                event("destroyed")
                self.said -= said

    def _check_gone(self, before: tuple[Entry, ...]) -> None:
        """Nothing goes unasked but what nothing was said in."""
        entries = self.here.desk._entries
        for entry in before:
            if entries.of(entry.work.id) is None:
                assert not self._marks_of(entry), "it went without a question"

    def _check(self) -> None:
        # A file that is looked at has a decoder with threads of its own, which end.
        self._wait(lambda: threading.active_count() == self.threads)
        assert self.broken == []
        desk, shell = self.here.desk, self.here.shell
        state = self.speakers.microphone.state
        hidden = desk._cover.is_on
        assert not (hidden and state is DictaphoneState.RECORDING), "hidden and recording"
        assert not hidden or desk.stage.hidden.isVisible(), "hidden, but something is shown"
        if not hidden:
            runs = state is not DictaphoneState.IDLE
            assert shell._bar.isVisible() == runs, f"bar and microphone ({state}) disagree"
            assert ("beenden" in shell.foot.record.text().lower()) == runs
            if runs:
                paused = state is DictaphoneState.PAUSED
                assert (shell._bar.objectName() == "paused") == paused
                assert shell.foot._state.paused == paused
        filled = [
            one.text()
            for one in shell.findChildren(Button)
            if one.isVisible() and one.kind is Kind.FILLED
        ]
        assert len(filled) <= 1, f"more than one next step: {filled}"

    def teardown(self) -> None:
        try:
            if self.window is not None:
                self._finish()
        finally:
            if self.window is not None:
                self._close()
            self.patch.undo()
            if hasattr(self, "home"):
                self.home.cleanup()

    def _finish(self) -> None:
        """Everything that was heard and not signed is in the store."""
        self._settle()
        self._close()
        with Store.open(store_folder(), self.speakers.unlock) as store:
            kept = b"".join(
                store.case(info.id).load(kind) or b""
                for kind in (Document.TRANSCRIPT, Document.REVIEW)
                for info in store.cases().cases
                if info.state is State.OPEN
            )
        assert [mark for mark in self.said if mark.encode() not in kept] == []


def _tries(examples: int) -> settings:
    """Found states are not made smaller: each takes seconds, and the steps are told anyway."""
    return settings(
        max_examples=examples, stateful_step_count=25, deadline=None,
        phases=(Stage.explicit, Stage.generate), suppress_health_check=list(HealthCheck),
    )  # fmt: skip


class TestEveryKey(Hands.TestCase):  # type: ignore[name-defined,misc]
    """In every run of the tests."""

    settings = _tries(6)


@pytest.mark.long
class TestEveryKeyForLong(Hands.TestCase):  # type: ignore[name-defined,misc]
    """A quarter of an hour of it."""

    settings = _tries(150)
