"""A recorder that dies in the moment of the pause is not replaced by an open microphone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dokuhelfer import dictaphone as module
from dokuhelfer.audio.recorder import Ended, RecorderEvent
from dokuhelfer.dictaphone import Dictaphone, DictaphoneState
from dokuhelfer.engine.outcome import Failed
from dokuhelfer.engine.recorder_messages import Paused
from dokuhelfer.errors import Code
from dokuhelfer.store.model import About
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

    close = resume = pause


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
