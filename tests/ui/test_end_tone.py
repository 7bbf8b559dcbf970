"""The end of a recording is heard, and in no other recording."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.engine.recorder_messages import Opened
from dokuhelfer.store.model import CaseId, Recording, RecordingId, RecordingState
from dokuhelfer.ui.end_tone import EndTone
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.playing import Playing
from dokutest.stores import NOW

SOUND = Recording(RecordingId(uuid4()), NOW, RecordingState.FINISHED, 2.0)


@pytest.mark.parametrize(
    ("recording", "may", "played"),
    [(SOUND, True, ["play"]), (SOUND, False, []), (None, True, [])],
)
def test_it_is_heard_where_something_was_recorded_and_nobody_listens(
    application: QApplication, monkeypatch: pytest.MonkeyPatch,
    recording: Recording | None, may: bool, played: list[str],
) -> None:  # fmt: skip
    done: list[str] = []
    monkeypatch.setattr(Playing, "play", lambda *_: done.append("play"))
    monkeypatch.setattr(Playing, "hush", lambda _: done.append("hush"))
    keeper = Keeper()
    tone = EndTone(keeper, lambda: may)
    keeper.told.emit(RecordingEnded(CaseId(uuid4()), recording, None))
    assert done == played
    keeper.told.emit(Opened("Mikrofon", wanted=True, gap=0.0))
    assert done == [*played, "hush"]
    tone.close()
    keeper.close()
