"""Windows on one store that outlives them, with a microphone that a test speaks into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.load import load, machine_places
from dokuhelfer.dictaphone import DictaphoneState
from dokuhelfer.dictation_events import DictaphoneEvent
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.security.keys import ByPassphrase, Protection, Unlock, protection_of
from dokuhelfer.security.passphrase import Cost
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Refusal, Refused
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui.app import make_window
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.intake import Fetch, Intake
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.surroundings import Mode
from dokutest.stores import MemoryBackend, by

PASSPHRASE = ByPassphrase("geheim geheim", Cost(memory_kib=64 * 1024))
"""For windows in a process of their own; the least cost that is taken."""

_KEYRING = by(MemoryBackend())
"""For all others: a key from a passphrase takes its time."""

REAL_HEAR_KEPT = Intake.hear_kept
Wait = Callable[[Callable[[], object]], None]


def how_kept() -> Unlock:
    """How the store of the windows is unlocked, or a new one protected."""
    is_of_another = protection_of(store_folder()) is Protection.PASSPHRASE
    return PASSPHRASE if is_of_another else _KEYRING


class Microphone:
    """In place of the dictaphone: its states, no sound."""

    def __init__(self, store: Store, hear: Callable[[DictaphoneEvent], None]) -> None:
        self.state = DictaphoneState.IDLE
        self.hear = hear
        self.prepared = False
        self.microphone = ""
        self._sound = LiveSound()

    def prepare(self) -> None:
        self.prepared = True

    def start(self, case: Case, when: datetime, microphone: str = "") -> LiveSound:
        if self.state is not DictaphoneState.IDLE:
            raise Refused(Refusal.RECORDING_RUNS)
        self.state = DictaphoneState.RECORDING
        self.microphone = microphone
        self._sound = LiveSound()
        return self._sound

    def use(self, microphone: str) -> None:
        self.microphone = microphone

    def pause(self) -> None:
        self.state = DictaphoneState.PAUSED

    def resume(self) -> None:
        self.state = DictaphoneState.RECORDING

    def stop(self) -> None:
        self.state = DictaphoneState.IDLE
        self._sound.close()

    def close(self) -> None:
        self._sound.close()


def read_all(entry: Entry) -> ReviewSession:
    """Every stop is seen and confirmed."""
    session = entry.work.session
    assert session is not None
    while (stop := next((one for one in session.stops if not one.decided), None)) is not None:
        session.seen(stop.id)
        session.confirm(stop.id)
    return session


class Desks:
    """Opens windows, one after the other, as after a restart."""

    def __init__(
        self, application: QApplication, wait: Wait, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.application = application
        self.wait = wait
        self.shell: Shell | None = None
        self.kept: list[tuple[str, JoinedSound]] = []
        self.live: list[str] = []
        monkeypatch.setattr(keeping, "ByKeyring", how_kept)
        monkeypatch.setattr(keeping, "Dictaphone", Microphone)
        monkeypatch.setattr(Intake, "hear_live", lambda _, name, __: self.live.append(name))
        monkeypatch.setattr(Intake, "hear_kept", lambda *given: self._keep(*given))

    def _keep(self, intake: Intake, name: str, fetch: Fetch) -> None:
        """In place of hearing what the store has: it is fetched, and the test says what it was."""
        fetch(
            lambda sound: self.kept.append((name, sound)),
            lambda error: intake.not_fetched.emit(name, error),
        )

    def open(self) -> Desk:
        """A window; the one before is closed."""
        self.close()
        opened: list[object] = []
        self.shell = make_window(load(machine_places()), Catalogue("de"))
        self.shell.show()
        found = self.shell.findChild(QObject, "desk")
        assert isinstance(found, Desk)
        found._dictating.keeper.opened.connect(lambda *_: opened.append(1))
        found._dictating.keeper.refused.connect(opened.append)
        self.wait(lambda: opened)
        self.settle(found)
        return found

    def close(self) -> None:
        """Close the window that is open."""
        if self.shell is not None:
            self.shell.close()
            self.shell.deleteLater()
            self.shell = None
            self.application.processEvents()

    def press(
        self, desk: Desk, key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:  # fmt: skip
        """A key where the focus is, and what came of it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)
        self.settle(desk)

    def settle(self, desk: Desk) -> None:
        """Wait until all lanes have done what they were given, and what came of it."""
        keeper = desk._dictating.keeper
        for _ in range(3):
            for lane in (desk._lane, keeper._lane, keeper._copies._lane):
                self._pass(lane)

    def _pass(self, lane: Lane) -> None:
        done: list[object] = []
        lane.run(lambda: None, lambda _: done.append(1))
        self.wait(lambda: done)
        QCoreApplication.processEvents()

    def dictate(self, desk: Desk, text: str) -> Entry:
        """Speak this from the home page to its draft, as if it was heard; all cuts are right."""
        desk.speaking.record()
        self.settle(desk)
        entry = desk._entries.current
        assert entry is not None
        desk.speaking.record()
        self.hear(desk, entry, text)
        return entry

    def hear(self, desk: Desk, entry: Entry, text: str) -> None:
        """The recording of a dictation becomes this text, and that a draft."""
        self.settle(desk)
        said = Transcript((Segment(0, None, None, text, ()),))
        desk._dictating._heard_out(entry.work.id, said, {})
        self.settle(desk)
        if desk.mode is Mode.CUTS:
            desk.act(Action.SIGN)
        self.wait(lambda: desk.mode is Mode.READING and desk.reading.page.stops)
        self.settle(desk)


def kept_store() -> Store:
    """The store of the windows, once they are closed."""
    return Store.open(store_folder(), how_kept())
