"""What reads along is lost, not wanted any more, or has to wait: nothing of that costs a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.engine import language_speeds, memory
from dokuhelfer.engine.language_speeds import LanguageSpeed, LanguageSpeeds
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.orders import By, Order
from dokutest.desks import Desks
from dokutest.reading_along import (
    FOLLOWS,
    PER_QUESTION,
    PER_TURN,
    UTTERANCES,
    WHOLE,
    Counting,
    PutModel,
    begin,
    bytes_of,
    end,
    has_read,
    heard_out,
    is_offered,
    notes,
    say,
    settled,
    take_offer,
    values,
)

# --- what stands in the way ------------------------------------------------------------------


def by_rules_alone(desk: Desk, desks: Desks, texts: Sequence[str]) -> None:
    """Speak; the rules' draft stands, and what is said of the model is ``texts``."""
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    settled(desk, desks)
    assert notes(desk) == []  # nobody is disturbed who speaks
    end(desk, desks, entry)
    settled(desk, desks)
    session = entry.work.session
    assert session is not None
    assert session.draft.engine == "rules"
    assert [note.text for note in notes(desk)] == list(texts)
    assert not desk._wording._spoken


LOST = {
    "abort": "Das Sprachmodell ist abgebrochen.",
    "out_of_memory": "Der Arbeitsspeicher hat nicht gereicht.",
    "defect": "Die Dateien des Modells sind beschädigt oder verändert.",
}


@pytest.mark.parametrize("behaviour", LOST)
def test_a_model_that_is_lost_leaves_the_rules_draft(
    application: QApplication, desks: Desks, put_model: PutModel, behaviour: str
) -> None:
    put_model(behaviour)
    by_rules_alone(desks.open(), desks, [f"{LOST[behaviour]} Der Entwurf bleibt, wie er ist."])
    assert Counting.started == 2  # once while it was spoken, not with each utterance


def test_too_little_memory_leaves_the_rules_draft(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model("obey", memory_mb=10**9)
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    end(desk, desks, entry)
    settled(desk, desks)
    (note,) = notes(desk)
    assert note.text.startswith("Für das Modell sind ")


@pytest.mark.llama
def test_a_model_lost_after_the_last_word_is_asked_anew(
    application: QApplication, desks: Desks, put_model: PutModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_model()
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    has_read(desk, desks)
    begun = desk._wording._ahead._begun
    assert begun is not None

    def lost(_: Transcript) -> None:
        raise DokuError(Code.LANGUAGE_LOST)

    monkeypatch.setattr(type(begun.session), "finish", lambda _, said: lost(said))
    end(desk, desks, entry)
    take_offer(desk, desks)
    assert values(entry) == {FOLLOWS: WHOLE}
    assert Counting.started == 2


@pytest.mark.llama
def test_where_both_do_not_fit_it_is_drafted_afterwards(
    application: QApplication, desks: Desks, put_model: PutModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_model()
    monkeypatch.setattr(memory, "keeps_both", lambda: False)
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    settled(desk, desks)
    assert not Counting.started
    end(desk, desks, entry)
    take_offer(desk, desks)
    assert values(entry) == {FOLLOWS: WHOLE}


@pytest.mark.llama
@pytest.mark.parametrize("tokens_a_second", [5.0, 500.0])
def test_unless_it_is_named_a_model_reads_only_where_it_is_quick(
    application: QApplication,
    desks: Desks,
    put_model: PutModel,
    random_language: LanguageModel,
    tokens_a_second: float,
) -> None:
    put_model(insists=False)
    speed = LanguageSpeed("random", random_language.sha256, 1, tokens_a_second, tokens_a_second)
    language_speeds.save(LanguageSpeeds((speed,)))
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    settled(desk, desks)
    assert Counting.started == (1 if speed.is_enough else 0)
    end(desk, desks, entry)
    settled(desk, desks)
    assert is_offered(desk) is speed.is_enough
    assert len(notes(desk)) == int(speed.is_enough)


# --- it is over before it is through ---------------------------------------------------------


@pytest.mark.llama
@pytest.mark.parametrize("why", ["computing", "waiting for its turn", "idle"])
def test_a_window_is_closed_at_any_moment(
    application: QApplication, desks: Desks, put_model: PutModel, why: str
) -> None:
    """That no thread and no child is left is asked of every test."""
    put_model()
    desk = desks.open()
    if why == "computing":
        Counting.gate.clear()
    entry = begin(desk, desks)
    if why == "waiting for its turn":
        held = desk._wording._turns.recognition()
        held.__enter__()
    say(desk, desks, entry, 2)
    if why == "idle":
        has_read(desk, desks)
    else:
        desks.wait(lambda: desk._wording._read)
    desks.close()


@pytest.mark.llama
def test_a_dictation_that_comes_to_nothing_lets_the_model_go(
    application: QApplication,
    desks: Desks,
    put_model: PutModel,
    children: Callable[[], list[object]],
) -> None:
    put_model()
    desk = desks.open()
    before = len(children())
    entry = begin(desk, desks)
    Counting.gate.clear()
    say(desk, desks, entry, 2)
    desks.wait(lambda: len(children()) > before)
    desk.speaking.record()
    desk._dictating._intake.failed.emit(entry.work.id, DokuError(Code.WORKER_LOST))
    keeper = desk._dictating.keeper
    keeper.told.emit(RecordingEnded(keeper._cases[entry.work.id], None, None))
    desks.wait(lambda: len(children()) == before)
    assert not desk._wording._spoken
    settled(desk, desks)


@pytest.mark.llama
def test_hidden_it_waits_and_goes_on(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 3)
    desk.act(Action.HIDE)
    desks.settle(desk)
    has_read(desk, desks)
    desk.act(Action.HIDE)
    say(desk, desks, entry, 5)
    has_read(desk, desks)
    Counting.computed = 0
    end(desk, desks, entry)
    take_offer(desk, desks)
    assert Counting.computed <= bytes_of(UTTERANCES[-1]) + PER_TURN + PER_QUESTION
    assert values(entry) == {FOLLOWS: WHOLE}


@pytest.mark.llama
def test_the_next_person_is_read_when_the_draft_of_the_first_is_made(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    first = begin(desk, desks)
    say(desk, desks, first, 5)
    has_read(desk, desks)
    desk.speaking.next_person()
    desks.settle(desk)
    second = desk._entries.current
    assert second is not None
    assert second is not first
    Counting.computed = 0
    say(desk, desks, second, 3)
    assert Counting.computed == 0
    heard_out(desk, desks, first)
    desks.wait(lambda: list(desk._wording._spoken) == [second.work.id])
    has_read(desk, desks)
    say(desk, desks, second, 5)
    has_read(desk, desks)
    Counting.computed = 0
    end(desk, desks, second)
    take_offer(desk, desks)
    assert Counting.computed <= bytes_of(UTTERANCES[-1]) + PER_TURN + PER_QUESTION
    assert values(second) == {FOLLOWS: WHOLE}
    desk.open_id(first.work.id)
    desks.settle(desk)
    take_offer(desk, desks)
    assert values(first) == {FOLLOWS: WHOLE}


@pytest.mark.llama
def test_what_a_person_asks_for_comes_before_what_was_spoken(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    """One model at a time: what was read ahead is let go, and read again after that."""
    put_model()
    desk = desks.open()
    old = desks.dictate(desk, WHOLE)
    settled(desk, desks)
    desk.go_home()
    spoken = begin(desk, desks)
    say(desk, desks, spoken, 4)
    has_read(desk, desks)
    desk.speaking.record()
    desk.open_id(old.work.id)
    desks.settle(desk)
    source = old.work.source()
    assert source is not None
    desk.again.start(old.work, Order(source, By.QUOTED))
    desks.wait(lambda: desk.again._running is None)
    has_read(desk, desks)
    desk.go_home()
    Counting.computed = 0
    heard_out(desk, desks, spoken)
    settled(desk, desks)
    assert Counting.computed <= bytes_of(*UTTERANCES[4:]) + 2 * PER_QUESTION + PER_TURN
    desk.open_id(spoken.work.id)
    desks.settle(desk)
    take_offer(desk, desks)
    assert values(spoken) == {FOLLOWS: WHOLE}
