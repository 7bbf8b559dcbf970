"""The real program in a process of its own: one dictation is spoken, read, typed into and signed.

    python -m dokutest.real_window [short] [compared]

Says what happens, a line each with the second it happened: ``phase NAME``, ``typed LETTERS``,
``shown DECIDED`` and ``kept DECIDED`` for decided stops, ``recorded SECONDS``, ``said``, ``lost``
and ``doubled WORDS`` (where they are to be compared with those of the sound), ``signed DIGEST`` of
what is in the store then. Window,
keys, lanes, store, recorder and recognition are the real ones, only the keyring stands in; who
starts it speaks. It stays, signed, until its standard input ends.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from dokuhelfer import jsonio
from dokuhelfer.config.load import load, machine_places
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.store.case import Case
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui.app import make_application, make_window
from dokuhelfer.ui.page import Standing, Stop
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import PASSPHRASE
from dokutest.heard_again import compared
from dokutest.turning import turn
from dokutest.window import Window

_PATIENCE = 60.0
SHORT = "short"
COMPARED = "compared"
SPOKEN_MS = {True: 2500, False: 4500}
BREATH_MS = 60
"""Before signing, which is done before anybody who reads of it could kill."""
LETTER_MS = 100
"""Between two letters: ten a second is fast typing."""
TYPED = " Hat danach ruhig gelegen"
"""When it is short, nothing is typed."""


def tell(*words: object) -> None:
    """To the test, at once, with the time."""
    sys.stdout.write(" ".join((f"{time.monotonic():.3f}", *map(str, words))) + "\n")
    sys.stdout.flush()


def wait_for(condition: Callable[[], object]) -> None:
    """Turn the event loop until it is so."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("it did not come to that")
        turn(5)


class User:
    """Somebody at the keyboard."""

    def __init__(self, window: Window, *, short: bool) -> None:
        self.window = window
        self.short = short

    def settle(self) -> None:
        """All that was asked for is done, in both lanes."""
        desk = self.window.desk
        for lane in (desk._lane, desk._dictating.keeper._lane) * 2:
            done: list[object] = []
            lane.run(lambda: None, done.append)
            wait_for(lambda done=done: done)

    def speak(self) -> None:
        """F9, a while, F9; until the draft is there."""
        window = self.window
        window.press(Qt.Key.Key_F9)
        wait_for(lambda: window.desk._dictating.speaking._elapsed.isValid())
        tell("phase", "recording")
        turn(SPOKEN_MS[self.short])
        window.press(Qt.Key.Key_F9)
        tell("phase", "transcription")
        wait_for(lambda: window.mode is Mode.READING and window.page.stops)

    def read(self) -> None:
        """Space to the end; something is typed at the first stop without a question."""
        tell("phase", "review")
        typed = self.short
        while not self.window.page.all_read:
            before = self.window.page
            stop = before.stops[before.cursor]
            turn(200)
            wait_for(self.window._is_settled)
            choices = stop.issue is not None and stop.issue.choices
            if not typed and not choices and before.cursor > 0:
                typed = True
                self.type()
                continue
            self.window.press(_key_for(stop))
            wait_for(lambda before=before: self.window.page != before)
            self.count()

    def type(self) -> None:
        """F2, letter by letter, Enter."""
        window = self.window
        window.press(Qt.Key.Key_F2)
        wait_for(lambda: isinstance(window.focus, QPlainTextEdit))
        editor, before = window.focus, window.page
        for number, letter in enumerate(TYPED, 1):
            QTest.keyClicks(editor, letter)
            tell("typed", number)
            turn(LETTER_MS)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        wait_for(lambda: window.page != before)
        self.count()

    def count(self) -> None:
        """How many stops the window shows as decided; told again once that is written."""
        decided = (Standing.DECIDED, Standing.STRUCK)
        count = sum(stop.standing in decided for stop in self.window.page.stops)
        tell("shown", count)
        self.settle()
        tell("kept", count)

    def sign(self) -> None:
        """Strg+Enter."""
        keeper = self.window.desk._dictating.keeper
        (case,) = keeper._cases.values()
        assert keeper._store is not None
        recordings = keeper._store.case(case).info.recordings
        tell("recorded", sum(one.seconds for one in recordings))
        if COMPARED in sys.argv:
            self.compare(keeper._store.case(case))
        tell("phase", "sign-off")
        turn(BREATH_MS)
        work = self.window.desk.reading.work
        assert work is not None
        self.window.sign()
        wait_for(lambda: self.window.mode is Mode.SIGNED)
        assert work.signed is not None
        tell("signed", digest(jsonio.dump(draft_to_json(work.signed.draft))))

    def compare(self, case: Case) -> None:
        """What was heard while somebody spoke, beside what is heard without a disturbance."""
        desk = self.window.desk
        work = desk.reading.work
        assert work is not None
        assert work.session is not None
        heard = work.session.draft.transcript
        result = compared(case, heard, desk._dictating._intake.model())
        tell("said", result.said)
        tell("lost", result.lost)
        tell("doubled", result.doubled)


def digest(released: bytes) -> str:
    """Of a document."""
    return hashlib.sha256(released).hexdigest()


def _key_for(stop: Stop) -> Qt.Key:
    """Space; at a finding what keeps most of it: „Von mir ergänzt“, or else the first."""
    if stop.issue is None or not stop.issue.choices:
        return Qt.Key.Key_Space
    open_ones = [choice.digit for choice in stop.issue.choices if not choice.why_not]
    digit = 4 if 4 in open_ones else open_ones[0]
    return Qt.Key(Qt.Key.Key_0 + digit)


def main() -> None:
    """One dictation."""
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "ByKeyring", lambda: PASSPHRASE)
        save_profile(Profile("MK", "Maria Kessler"))
        make_application(["dokuhelfer"])
        shell = make_window(load(machine_places()), Catalogue("de"))
        opened: list[object] = []
        window = Window(shell, wait_for)
        window.desk._dictating.keeper.opened.connect(opened.append)
        shell.show()
        shell.activateWindow()
        user = User(window, short=SHORT in sys.argv)
        wait_for(lambda: opened)
        user.settle()  # a recorder waits
        user.speak()
        user.read()
        user.sign()
        while not over.is_set():
            turn(50)
        shell.close()


if __name__ == "__main__":
    main()
