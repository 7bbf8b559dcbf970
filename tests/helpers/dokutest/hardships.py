"""The real window, recorder and recognition on a store that lasts; only the keyring stands in."""

from __future__ import annotations

import time

import psutil
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.store.model import CaseInfo, Document
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui.app import make_window
from dokuhelfer.ui.profile import Profile, save_profile
from dokutest.desks import how_kept
from dokutest.turning import turn
from dokutest.window import Wait, Window

_WORKER = "dokuhelfer.engine.worker"
_TURN = 2.0
"""Seconds an event loop may take for its next turn on a busy machine."""


class Hardships:
    """Opens windows, one after the other, and says what is left when they are closed."""

    def __init__(
        self, application: QApplication, wait: Wait, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._application = application
        self._wait = wait
        self._window: Window | None = None
        monkeypatch.setattr(keeping, "ByKeyring", how_kept)
        save_profile(Profile("MK", "Maria Kessler"))

    def open(self) -> Window:
        """A window whose store was asked for; the one before is closed."""
        self.close()
        told: list[object] = []
        shell = make_window(load(machine_places()), Catalogue("de"))
        window = self._window = Window(shell, self._wait)
        keeper = window.desk._dictating.keeper
        keeper.opened.connect(told.append)
        keeper.refused.connect(told.append)
        # That there is the demo model only is said at each start, and no hardship here.
        window.desk._dictating._intake.warned.connect(lambda _: shell.messages.withdraw("demo"))
        shell.show()
        shell.activateWindow()
        self._wait(lambda: told)
        self.settle()
        return window

    def settle(self) -> None:
        """Wait until store and reviews have done what they were given."""
        desk = self.window.desk
        for _ in range(2):
            for lane in (desk._lane, desk._dictating.keeper._lane):
                done: list[object] = []
                lane.run(lambda: None, done.append)
                self._wait(lambda done=done: done)

    def close(self) -> None:
        """Close the window that is open."""
        if self._window is not None:
            self._window.shell.close()
            self._window.shell.deleteLater()
            self._window = None
            self._application.processEvents()

    @property
    def window(self) -> Window:
        """The one that is open."""
        assert self._window is not None
        return self._window

    # --- what the window says ---------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """What the message line shows; "" where it shows nothing."""
        line = self.window.shell.messages
        return line._text.text() if line.isVisible() else ""

    def answers(self) -> bool:
        """Whether the event loop turns."""
        turned: list[float] = []
        begun = time.monotonic()
        QTimer.singleShot(0, lambda: turned.append(time.monotonic()))
        turn(20)
        return bool(turned) and turned[0] - begun < _TURN


def workers() -> list[psutil.Process]:
    """The processes that recognise speech now."""
    children = psutil.Process().children(recursive=True)
    return [one for one in children if _runs(one, _WORKER)]


def kill_workers() -> int:
    """Kill them; how many there were. They are dead then: the next ones are others."""
    found = workers()
    for one in found:
        one.kill()
    for one in found:
        while _runs(one, _WORKER):
            time.sleep(0.001)
    return len(found)


def _runs(process: psutil.Process, module: str) -> bool:
    try:
        return module in process.cmdline()
    except psutil.NoSuchProcess:
        return False


def kept_cases() -> dict[CaseInfo, bytes]:
    """Every case of the closed store with all its words, as another instance reads it."""
    with Store.open(store_folder(), how_kept()) as store:
        listing = store.cases()
        assert not listing.damaged
        return {
            info: b"".join(
                store.case(info.id).load(kind) or b""
                for kind in (Document.TRANSCRIPT, Document.REVIEW, Document.RELEASED)
            )
            for info in listing.cases
        }
