"""Recognition and disk fail together: the words that were shown while somebody spoke are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.audio.source import AudioSource
from dokuhelfer.config.schema import Settings
from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.transcribe import TranscriptionListener
from dokuhelfer.ui import hearing
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.intake import Intake, _Job, _Kept
from dokutest.desks import Desks, Wait

FIRST = Segment(0, 0.5, 2.0, "Frau Meier hat gut geschlafen.")
OPEN = LiveText(2.5, 6.0, ("Kühlpack",), ("aufgelegt",))
SHOWN = (FIRST, Segment(1, 2.5, 6.0, "Kühlpack aufgelegt"))


class Left(LiveSound):
    """Sound that the store has, of some length."""

    def __init__(self, duration: float) -> None:
        super().__init__()
        self._duration = duration

    @property
    def duration(self) -> float:
        return self._duration


def lost_while_live(
    source: AudioSource, *_: object, listener: TranscriptionListener, **__: object
) -> Transcript:
    """While it is spoken recognition is lost; of what is left it hears the first utterance."""
    if source.duration is None:
        listener.segment_received(FIRST)
        listener.live_text(OPEN)
        raise DokuError(Code.WORKER_LOST)
    if not source.duration:
        raise DokuError(Code.WORKER_LOST)
    return Transcript((FIRST,), duration=source.duration)


@pytest.mark.parametrize(
    ("left", "words"), [(6.0, [FIRST.text]), (2.2, [one.text for one in SHOWN]), (0.0, None)]
)
def test_of_sound_that_is_gone_the_words_that_were_shown_are_taken(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch,
    left: float, words: list[str] | None,
) -> None:  # fmt: skip
    monkeypatch.setattr(hearing, "transcribe", lost_while_live)
    model = SpeechModel("none", Path(), 80, memory_mb=1, is_demo=False, sha256=None)
    monkeypatch.setattr(Intake, "model", lambda _: model)
    parent = QObject()
    intake = Intake(Settings(), Turns(), parent)
    made: list[Transcript] = []
    failed: list[object] = []
    intake.finished.connect(lambda _, transcript, __: made.append(transcript))
    intake.failed.connect(lambda *told: failed.append(told))
    intake.hear_live("a", LiveSound())
    wait_for(lambda: failed)
    intake._begin(_Job("a", Left(left), _Kept("a", lambda *_: None)))
    wait_for(lambda: made)
    assert [one.text for one in made[0].segments] == (words or [one.text for one in SHOWN])
    assert not intake._shown
    intake.close()


def test_sound_that_cannot_be_heard_either_takes_no_shown_word_along(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk took the first seconds only, and hearing them fails as well."""
    monkeypatch.setattr(hearing, "transcribe", lost_while_live)
    monkeypatch.setattr(
        Intake, "model", lambda _: SpeechModel("none", Path(), 80, 1, is_demo=False, sha256=None)
    )
    parent = QObject()
    intake = Intake(Settings(), Turns(), parent)
    made: list[Transcript] = []
    failed: list[object] = []
    intake.finished.connect(lambda _, transcript, __: made.append(transcript))
    intake.failed.connect(lambda *told: failed.append(told))
    intake.hear_live("a", LiveSound())
    wait_for(lambda: failed)
    assert intake.finish_shown("a", 4.0)
    assert [one.text for one in made[0].segments] == [one.text for one in SHOWN]
    intake.close()


def test_a_dictation_of_which_the_disk_took_nothing_is_what_was_shown(desks: Desks) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    dictating = desk._dictating
    dictating._intake._shown[entry.work.id] = SHOWN
    dictating._not_heard(entry.work.id, DokuError(Code.WORKER_LOST))
    case = dictating.keeper._cases[entry.work.id]
    desk.speaking.record()
    dictating.keeper.told.emit(RecordingEnded(case, None, DokuError(Code.DISK_FULL)))
    desks.settle(desk)
    desks.wait(lambda: entry.phase is Phase.READ)
    desks.settle(desk)
    assert entry.work.transcript is not None
    assert entry.work.transcript.segments == SHOWN
    assert desks.shell is not None
    assert any("keinen Ton mehr" in note.text for note in desks.shell.messages.notes)


def test_nothing_is_held_of_what_is_destroyed(desks: Desks) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    desk._dictating._intake._shown[entry.work.id] = SHOWN
    desk._entries.remove(entry)
    assert not desk._dictating._intake._shown
