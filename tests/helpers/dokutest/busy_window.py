"""A window in a process of its own that dictates, reads and signs until it is killed.

    python -m dokutest.busy_window

Says on its standard output what it has been told is kept: ``said MARK`` for words that stand on a
sheet, ``signed CASE`` for a signature that the window showed. Microphone and recognition stand in;
keys, window, lanes and store are the real ones.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui.app import make_application, make_window
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import PASSPHRASE
from dokutest.speakers import Speakers, stand_in
from dokutest.turning import turn
from dokutest.window import Window

_PATIENCE = 60.0
SAID = "Frau Lindemann, 7 Uhr 30. Schmerzen im linken Knie. Kein Fieber. Lied {mark} gehört."


def wait_for(condition: Callable[[], object]) -> None:
    """Turn the event loop until it is so."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("it did not come to that")
        turn(2)


def settle(window: Window) -> None:
    """Everything that was asked for is done, in both lanes."""
    for lane in (window.desk._lane, window.desk._dictating.keeper._lane) * 2:
        done: list[object] = []
        lane.run(lambda: None, done.append)
        wait_for(lambda done=done: done)


def tell(*words: str) -> None:
    """To the test, at once."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def dictate(window: Window, speakers: Speakers, mark: str) -> None:
    """F9, some words, F9."""
    window.press(Qt.Key.Key_F9)
    wait_for(lambda: speakers.unheard)
    speakers.half_heard("Frau Lindemann")
    window.press(Qt.Key.Key_F9)
    wait_for(lambda: speakers.ended)
    speakers.hear(SAID.format(mark=mark))
    wait_for(lambda: window.mode is Mode.READING and window.page.stops)
    settle(window)
    tell("said", mark)


def sign(window: Window) -> None:
    """Read to the end, Strg+Enter."""
    entry = window.desk._entries.current
    window.read_to_the_end()
    window.sign()
    wait_for(lambda: window.mode is Mode.SIGNED)
    if entry is not None:
        tell("signed", window.desk._dictating.keeper._cases[entry.work.id].hex)


def main() -> None:
    """Until somebody ends it."""
    with pytest.MonkeyPatch.context() as patch:
        speakers = stand_in(patch)
        patch.setattr(keeping, "ByKeyring", lambda: PASSPHRASE)
        save_profile(Profile("MK", "Maria Kessler"))
        make_application(["dokuhelfer"])
        shell = make_window(load(machine_places()), Catalogue("de"))
        shell.show()
        shell.activateWindow()
        window = Window(shell, wait_for)
        wait_for(lambda: speakers.microphones)
        tell("ready")
        for number in range(10_000):
            dictate(window, speakers, f"W{number}w")
            if number % 3 == 2:
                window.press(Qt.Key.Key_Escape)  # this one waits
            else:
                sign(window)


if __name__ == "__main__":
    main()
