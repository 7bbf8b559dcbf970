"""Copying sound holds up nobody who opens or closes the microphone, and is whole or nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.audio.pcm import Block
from dokuhelfer.dictaphone import DictaphoneState
from dokuhelfer.store.model import About, RecordingState, State
from dokuhelfer.store.store import store_folder
from dokuhelfer.ui import clock, imports_desk
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keys import Action
from dokutest.desks import Desks, Microphone, Wait, kept_store

SECOND = bytes(32_000)


class SlowFile:
    """Ten seconds of sound, of which the second one takes as long as a test wants."""

    def __init__(self) -> None:
        self.read = threading.Event()
        self.go_on = threading.Event()

    def __enter__(self) -> SlowFile:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Iterator[Block]:
        yield Block(0, SECOND)
        self.read.set()
        while not stop.is_set() and not self.go_on.wait(0.01):
            pass
        for second in range(1, 10):
            if stop.is_set():
                return
            yield Block(second * 16_000, SECOND)


@pytest.fixture
def file() -> Iterator[SlowFile]:
    made = SlowFile()
    yield made
    made.go_on.set()


@pytest.fixture
def desks(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch, file: SlowFile
) -> Iterator[Desks]:
    made = Desks(application, wait_for, monkeypatch)
    yield made
    file.go_on.set()
    made.close()


def read_in(desks: Desks, desk: Desk, file: SlowFile) -> Entry:
    """A dictation whose sound is being copied now."""
    entry, keeper = desk.speaking.new_entry(), desk._dictating.keeper
    id, when = entry.work.id, entry.begun

    def begin() -> None:
        case = keeper._case(id, About(), when)
        keeper._copies.begin(id, case, when, lambda: file, lambda: None, lambda _: None)

    keeper._lane.run(begin)
    desks.wait(file.read.is_set)
    return entry


def microphone(desk: Desk) -> Microphone:
    found = desk._dictating.keeper._dictaphone
    assert isinstance(found, Microphone)
    return found


def test_the_microphone_opens_pauses_and_closes_while_a_file_is_copied(
    desks: Desks, file: SlowFile
) -> None:
    desk = desks.open()
    read_in(desks, desk, file)
    for key, state in (
        (Action.NEXT_PERSON, DictaphoneState.RECORDING),
        (Action.HIDE, DictaphoneState.PAUSED),
        (Action.HIDE, DictaphoneState.PAUSED),
        (Action.RECORD, DictaphoneState.IDLE),
    ):
        desk.act(key)
        desks.wait(lambda state=state: microphone(desk).state is state)
    assert not file.go_on.is_set()


def test_a_window_that_is_closed_finishes_its_copy(desks: Desks, file: SlowFile) -> None:
    desk = desks.open()
    read_in(desks, desk, file)
    threading.Timer(0.3, file.go_on.set).start()
    desks.close()
    with kept_store() as store:
        (case,) = store.cases().cases
        assert [(one.state, one.seconds) for one in case.recordings] == [
            (RecordingState.FINISHED, 10.0)
        ]


def test_nothing_is_left_of_a_dictation_destroyed_while_its_sound_is_copied(
    desks: Desks, file: SlowFile
) -> None:
    desk = desks.open()
    entry = read_in(desks, desk, file)
    desk._dictating.keeper.destroy(entry.work.id, lambda: None)
    desks.settle(desk)
    assert desks.shell is not None
    assert desks.shell.messages.notes == ()
    desks.close()
    assert list((store_folder() / "recordings").iterdir()) == []
    with kept_store() as store:
        assert store.cases().cases == ()


def test_a_dictation_can_be_signed_while_its_sound_is_copied(desks: Desks, file: SlowFile) -> None:
    desk = desks.open()
    entry = read_in(desks, desk, file)
    kept: list[bool] = []
    desk._dictating.keeper.sign(entry.work.id, clock.now(), "MK", lambda: b"{}", kept.append)
    desks.settle(desk)
    assert kept == [True]
    desks.close()
    with kept_store() as store:
        (case,) = store.cases().cases
        assert (case.state, case.recordings, case.sources_destroyed) == (State.SIGNED, (), True)


def test_what_is_copied_is_not_destroyed_before(desks: Desks, file: SlowFile) -> None:
    desk = desks.open()
    keeper = desk._dictating.keeper
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    id, plan = entry.work.id, entry.work.plan
    keeper._lane.run(lambda: keeper._known(id).add_recording(clock.now(), [SECOND] * 4))
    desk.speaking.record()
    desks.settle(desk)
    read_in(desks, desk, file)  # stands before
    other = "f" * 32
    keeper.copy_sound(id, other, plan, clock.now(), lambda: None)
    keeper.sign(id, clock.now(), "MK", lambda: b"{}")
    threading.Timer(0.3, file.go_on.set).start()
    desks.settle(desk)
    assert [one.seconds for one in keeper._known(other).info.recordings] == [4.0]
    assert keeper._known(id).info.sources_destroyed


def test_nobody_is_recorded_behind_the_dialog_of_files(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)

    asked: list[object] = []
    monkeypatch.setattr(imports_desk, "choose_files", lambda *about: asked.append(about))
    desk.act(Action.IMPORT)
    desks.wait(lambda: microphone(desk).state is DictaphoneState.PAUSED)
    assert asked
