"""A recorder that dies in the moment of the pause is not replaced by an open microphone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer import dictaphone as module
from dokuhelfer.audio.pcm import Block
from dokuhelfer.audio.recorder import Ended, RecorderEvent
from dokuhelfer.dictaphone import Dictaphone, DictaphoneState
from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.engine.outcome import Crashed, Failed
from dokuhelfer.engine.recorder_messages import Paused
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, Recording, RecordingId
from dokuhelfer.store.store import Store

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class DeafRecorder:
    """Does nothing; a test says what it reports."""

    made: list[DeafRecorder]

    def __init__(self, _: int, hear: Callable[[RecorderEvent], None], __: object) -> None:
        self.report = hear
        self.started = False
        self.made.append(self)

    def start(self, *_: object, **__: object) -> None:
        self.started = True

    def pause(self) -> None:
        pass

    close = resume = stop = pause


def test_lost_between_the_key_and_the_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DeafRecorder, "made", [], raising=False)
    monkeypatch.setattr(module, "Recorder", DeafRecorder)
    heard: list[object] = []
    with Store.for_session(tmp_path) as store:
        dictaphone = Dictaphone(store, heard.append)
        dictaphone.start(store.create(About("", "pflegebericht"), NOW), NOW)
        dictaphone.pause()
        (first,) = DeafRecorder.made
        first.report(Ended(Failed(Code.INTERNAL)))
        assert [one.started for one in DeafRecorder.made] == [True]
        assert dictaphone.state is DictaphoneState.PAUSED
        assert heard == [Paused(by_silence=False)]
        dictaphone.resume()
        assert [one.started for one in DeafRecorder.made] == [True, True]
        dictaphone.close()


class Losing:
    """A dictaphone in one case, with recorders that are told to be lost in a bad moment."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(DeafRecorder, "made", [], raising=False)
        patch.setattr(module, "Recorder", DeafRecorder)
        self.patch = patch
        self.heard: list[object] = []
        self.store = Store.for_session(folder)
        self.case = self.store.create(About("", "pflegebericht"), NOW)
        self.dictaphone = Dictaphone(self.store, self.heard.append)
        self.losing: list[threading.Thread] = []

    def __enter__(self) -> Losing:
        return self

    def __exit__(self, *_: object) -> None:
        for thread in self.losing:
            thread.join(10)
        self.dictaphone.close()
        self.store.close()

    def lose(self, recorder: DeafRecorder) -> None:
        """In the recorder's thread; goes on as far as it can."""
        ended = Ended(Crashed("SIGKILL"))
        thread = threading.Thread(target=recorder.report, args=(ended,))
        thread.start()
        thread.join(0.2)
        self.losing.append(thread)

    def lose_the_spare_around(self, *, before: bool) -> None:
        """It is gone in the moment in which the recording is begun with it."""
        begin, (spare,) = Case.start_recording, DeafRecorder.made

        def beginning(case: Case, *arguments: Any) -> object:
            self.patch.setattr(Case, "start_recording", begin)
            if before:
                self.lose(spare)
            new = begin(case, *arguments)
            if not before:
                self.lose(spare)
            return new

        self.patch.setattr(Case, "start_recording", beginning)

    def hold_counting(self) -> threading.Event:
        """What a lost recorder left is not counted before the event is set."""
        end, going_on = Case.end_recording, threading.Event()

        def ending(case: Case, id: RecordingId) -> Recording:
            assert going_on.wait(10)
            return end(case, id)

        self.patch.setattr(Case, "end_recording", ending)
        return going_on

    def ended(self) -> list[object]:
        return [one for one in self.heard if isinstance(one, RecordingEnded)]


@pytest.mark.parametrize("before", [True, False])
def test_a_recorder_lost_in_the_moment_it_is_begun_with_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    with Losing(tmp_path, monkeypatch) as losing:
        losing.dictaphone.prepare()
        losing.lose_the_spare_around(before=before)
        losing.dictaphone.start(losing.case, NOW)
        for thread in losing.losing:
            thread.join(10)
        assert [one.started for one in DeafRecorder.made] == [True, True]
        assert losing.dictaphone.state is DictaphoneState.RECORDING
        assert losing.ended() == []


def test_a_recorder_lost_in_the_moment_of_the_stop_ends_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Losing(tmp_path, monkeypatch) as losing:
        losing.dictaphone.start(losing.case, NOW)
        going_on = losing.hold_counting()
        losing.lose(DeafRecorder.made[0])
        losing.dictaphone.stop()
        going_on.set()
        for thread in losing.losing:
            thread.join(10)
        assert len(losing.ended()) == 1


def test_a_recorder_lost_in_the_moment_a_pause_ends_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Losing(tmp_path, monkeypatch) as losing:
        sound = losing.dictaphone.start(losing.case, NOW)
        losing.dictaphone.pause()
        (first,) = DeafRecorder.made
        first.report(Paused(by_silence=False))
        going_on = losing.hold_counting()
        losing.lose(first)
        losing.dictaphone.resume()
        going_on.set()
        for thread in losing.losing:
            thread.join(10)
        assert [one.started for one in DeafRecorder.made] == [True, True]
        assert losing.ended() == []
        assert losing.dictaphone.state is DictaphoneState.RECORDING
        sound.put(Block(0, b"\0\0"))
        assert sound.end == 1  # nothing has closed it


def test_a_recording_that_could_not_go_on_can_be_gone_on_with_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Losing(tmp_path, monkeypatch) as losing:
        losing.dictaphone.start(losing.case, NOW)
        losing.dictaphone.pause()
        (first,) = DeafRecorder.made
        first.report(Paused(by_silence=False))
        losing.lose(first)
        for thread in losing.losing:
            thread.join(10)
        begin = Case.start_recording

        def refuse(*_: object) -> object:
            raise DokuError(Code.DISK_FULL)

        monkeypatch.setattr(Case, "start_recording", refuse)
        with pytest.raises(DokuError):
            losing.dictaphone.resume()
        assert losing.dictaphone.state is DictaphoneState.PAUSED
        monkeypatch.setattr(Case, "start_recording", begin)
        losing.dictaphone.resume()
        assert losing.dictaphone.state is DictaphoneState.RECORDING
