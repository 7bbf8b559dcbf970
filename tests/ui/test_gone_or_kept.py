"""What is destroyed by the window itself, and what is left of a dictation that is gone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast
from uuid import uuid4

import pytest

from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.recorder_messages import Level, SignalChanged
from dokuhelfer.engine.recorder_messages import Signal as Quality
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.model import CaseId
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import clock
from dokuhelfer.ui.ahead import Ahead, _Begun
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.orders import By, Order, Source
from dokuhelfer.ui.second_wording import SecondWording
from dokutest.desks import Desks

SECOND = b"\1\0" * 16_000
SAID = (Segment(0, None, None, "Frau Meier hat gut geschlafen.", ()),)
UNOPENED = DokuError(Code.MICROPHONE_MISSING)


def speak(desks: Desks, desk: Desk) -> tuple[Entry, CaseId]:
    """F9, and its case is there."""
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    return entry, desk._dictating.keeper._cases[entry.work.id]


def end(desks: Desks, desk: Desk, case: CaseId, error: DokuError | None) -> None:
    """The recorder that ran last has nothing."""
    desk._dictating.keeper.told.emit(RecordingEnded(case, None, error))
    desks.settle(desk)


def cases(desk: Desk) -> list[CaseId]:
    store = desk._dictating.keeper._store
    assert store is not None
    return [one.id for one in store.cases().cases]


def texts(desk: Desk) -> list[str]:
    return [note.text for note in desk._shell.messages.notes]


def test_where_nothing_at_all_was_recorded_there_is_no_dictation(desks: Desks) -> None:
    desk = desks.open()
    entry, case = speak(desks, desk)
    end(desks, desk, case, UNOPENED)
    assert desk._entries.of(entry.work.id) is None
    assert case not in cases(desk)


def test_what_a_recorder_before_the_last_one_has_is_never_destroyed(desks: Desks) -> None:
    desk = desks.open()
    entry, case = speak(desks, desk)
    store = desk._dictating.keeper._store
    assert store is not None
    store.case(case).add_recording(clock.now(), [SECOND])
    end(desks, desk, case, UNOPENED)
    assert desk._entries.of(entry.work.id) is entry
    assert entry.phase is Phase.HEARD
    assert store.case(case).info.recordings[0].seconds == 1


def test_sound_that_could_not_be_counted_is_never_destroyed(desks: Desks) -> None:
    desk = desks.open()
    entry, case = speak(desks, desk)
    store = desk._dictating.keeper._store
    assert store is not None
    store.case(case).start_recording(clock.now())
    end(desks, desk, case, UNOPENED)
    assert desk._entries.of(entry.work.id) is entry
    assert case in cases(desk)


def test_words_that_are_kept_are_never_destroyed(desks: Desks) -> None:
    desk = desks.open()
    entry, case = speak(desks, desk)
    keeper = desk._dictating.keeper
    keeper.keep_transcript(entry.work.id, entry.work.plan, Transcript(SAID), entry.begun)
    end(desks, desk, case, UNOPENED)
    assert case in cases(desk)


def test_that_nothing_safe_is_there_is_not_called_safe(desks: Desks) -> None:
    desk = desks.open()
    entry, case = speak(desks, desk)
    desk._dictating._not_heard(entry.work.id, DokuError(Code.MODEL_MISSING))
    assert any("Die Aufnahme läuft" in text for text in texts(desk))
    desk.speaking.record()
    end(desks, desk, case, None)
    assert desk._entries.of(entry.work.id) is None
    assert not any("gesichert" in text or "läuft" in text for text in texts(desk))
    assert any("kein passendes Modell" in text for text in texts(desk))


@pytest.mark.parametrize("how", ["ended", "paused"])
def test_nobody_who_does_not_speak_is_asked_to_go_on(desks: Desks, how: str) -> None:
    desk = desks.open()
    entry, _ = speak(desks, desk)
    if how == "ended":
        desk.speaking.record()
    else:
        desk._dictating.speaking.paused = True
    desk._dictating._not_heard(entry.work.id, DokuError(Code.MODEL_MISSING))
    assert not any("Sprechen Sie weiter" in text for text in texts(desk))


def test_sound_the_store_does_not_give_back_is_not_called_safe(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    entry, _ = speak(desks, desk)
    desk.speaking.record()
    desk._dictating._late.forget(entry.work.id)
    keeper = desk._dictating.keeper
    monkeypatch.setattr(
        keeper, "fetch_all", lambda _, __, failed: failed(DokuError(Code.INTERNAL, where="keeper"))
    )
    desk._dictating.hear_again(entry)
    assert entry.phase is Phase.FAILED
    assert texts(desk)
    assert not any("gesichert" in text for text in texts(desk))


def test_what_the_microphone_tells_after_its_end_is_not_shown(desks: Desks) -> None:
    desk = desks.open()
    speak(desks, desk)
    silent = SignalChanged(Quality.NONE)
    desk._dictating.keeper.told.emit(silent)
    assert any("Kein Signal" in text for text in texts(desk))
    desk.speaking.record()
    levels: list[float] = []
    desk._dictating.speaking.level.connect(lambda level, _: levels.append(level))
    for late in (silent, Level(-20.0, -20.0)):
        desk._dictating.keeper.told.emit(late)
    assert texts(desk) == []
    assert levels == []


def test_nothing_of_a_destroyed_dictation_is_held_or_drafted(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ahead, "add", lambda *_: True)
    monkeypatch.setattr(SecondWording, "is_wanted", True)
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    entry, _ = speak(desks, desk)
    id, dictating, wording = entry.work.id, desk._dictating, desk._wording
    dictating._intake.closed.emit(id, SAID)
    desks.settle(desk)
    assert wording._in_front() == id
    desk.speaking.record()
    desk.go_home()
    dictating.keeper.destroy(id, lambda: desk._aside._gone(id))
    desks.settle(desk)
    dictating._heard_out(id, Transcript(SAID), {})
    desks.settle(desk)
    assert desk._entries.of(id) is None
    assert wording._in_front() == ""
    assert not wording._spoken


def test_a_job_for_a_destroyed_dictation_is_not_begun(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    wording = desk._wording
    monkeypatch.setattr(wording, "_next", lambda: None)
    order = Order(cast(Source, SimpleNamespace()), By.QUOTED, asked=False, work=uuid4().hex)
    other = Order(cast(Source, SimpleNamespace()), By.QUOTED, asked=False, work=uuid4().hex)
    for one in (order, other):
        wording.make(one, lambda _: None, lambda _: None)
    wording.drop(order.work)
    assert [job.order for job in wording._waiting] == [other]
    wording._waiting.clear()


def test_a_field_whose_recognition_is_lost_is_asked_for_where_it_stands(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    desk.speaking.record()
    desks.settle(desk)
    (name,) = desk._dictating.fields._open
    assert desk._dictating.recording is entry
    desk._dictating._not_heard(name, DokuError(Code.WORKER_LOST))
    assert any("bleibt gesichert" in text for text in texts(desk))
    assert not any("in der Liste" in text or "noch einmal gehört" in text for text in texts(desk))
    desk.speaking.record()
    desks.settle(desk)
    (text,) = texts(desk)
    assert text.startswith("Was Sie in das Feld gesprochen haben, ist noch kein Text.")


class Broken:
    """A session whose model answers with something nobody expected."""

    context: object = None

    def finish(self, _: Transcript) -> None:
        raise ValueError


def test_whatever_goes_wrong_ahead_it_is_drafted_from_nothing() -> None:
    template = cast(Template, SimpleNamespace())
    ahead = Ahead(lambda: pytest.fail("no model is wanted"), Turns(), phrases=False)
    ahead._begun = _Begun("a", template, Broken())  # type: ignore[arg-type]
    assert ahead.finish("a", Source(Transcript(SAID), template, Context())) is None
    assert ahead._begun is None
