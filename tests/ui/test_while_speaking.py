"""A model reads along while somebody speaks: the real llama.cpp, random weights, forced answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.transcript.model import LiveText, Transcript
from dokuhelfer.transcript.transcribe import TranscriptionListener
from dokuhelfer.ui import hearing
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.work import AUTO
from dokutest.desks import Desks, Wait
from dokutest.reading_along import (
    FOLLOWS,
    PER_QUESTION,
    PER_TURN,
    SAID,
    UTTERANCES,
    WHOLE,
    Counting,
    PutModel,
    begin,
    bytes_of,
    end,
    has_read,
    is_offered,
    letter_of,
    say,
    settled,
    take_offer,
    values,
)

# --- at the end only what was said last ------------------------------------------------------


@pytest.mark.llama
def test_after_the_last_word_only_the_last_clause_is_read(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    entry = begin(desk, desks)
    for many in range(1, len(SAID)):
        say(desk, desks, entry, many)
        has_read(desk, desks)
    ahead, Counting.computed = Counting.computed, 0
    assert ahead >= bytes_of(*UTTERANCES[:-1])
    end(desk, desks, entry)
    by_rules = values(entry)
    assert set(by_rules) != {FOLLOWS}
    desks.wait(lambda: is_offered(desk))
    left, Counting.computed = Counting.computed, 0
    assert left <= bytes_of(UTTERANCES[-1]) + PER_TURN + PER_QUESTION
    assert values(entry) == by_rules
    take_offer(desk, desks)
    assert values(entry) == {FOLLOWS: WHOLE}
    assert Counting.started == 1

    # The same with nobody reading along.
    desk.go_home()
    other = desks.dictate(desk, WHOLE)
    desks.wait(lambda: is_offered(desk))
    assert Counting.computed > 4 * left
    take_offer(desk, desks)
    assert values(other) == {FOLLOWS: WHOLE}


@pytest.mark.llama
def test_the_model_is_loaded_and_the_template_read_with_the_first_word(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    begin(desk, desks)
    desks.wait(lambda: len(Counting.begun) == 1)
    has_read(desk, desks)
    assert Counting.computed == 0


@pytest.mark.llama
def test_nothing_is_computed_while_a_recognition_computes(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    with desk._wording._turns.recognition() as works:
        entry = begin(desk, desks)
        say(desk, desks, entry, 2)
        assert Counting.computed == 0
        works(False)
        has_read(desk, desks)
        read = Counting.computed
        assert read > 0
        works(True)
        say(desk, desks, entry, 4)
        assert Counting.computed == read
        works(False)
        has_read(desk, desks)
        assert Counting.computed > read
    end(desk, desks, entry)
    take_offer(desk, desks)
    assert values(entry) == {FOLLOWS: WHOLE}


# --- another template or person --------------------------------------------------------------


@pytest.mark.llama
def test_another_template_is_begun_with_anew_and_nothing_said_is_lost(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    has_read(desk, desks)
    Counting.letter, Counting.computed = letter_of("aktenvermerk", "ergebnis"), 0
    desk.planning.choose_template("aktenvermerk")
    desks.settle(desk)
    has_read(desk, desks)
    assert len(set(Counting.begun)) == len(Counting.begun) == 2
    assert Counting.computed >= bytes_of(*UTTERANCES[:5])
    assert Counting.started == 1  # the model stays loaded
    Counting.computed = 0
    end(desk, desks, entry)
    desks.wait(lambda: is_offered(desk))
    assert Counting.computed <= bytes_of(UTTERANCES[-1]) + PER_TURN + PER_QUESTION
    take_offer(desk, desks)
    session = entry.work.session
    assert session is not None
    assert (session.draft.template, session.draft.engine) == ("aktenvermerk", "llm")
    assert WHOLE in str(values(entry))


@pytest.mark.llama
def test_a_person_chosen_late_costs_no_reading(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    has_read(desk, desks)
    Counting.computed = 0
    desk.planning.choose_person("Frau Anders")
    desks.settle(desk)
    has_read(desk, desks)
    end(desk, desks, entry)
    take_offer(desk, desks)
    assert values(entry) == {"person": "Frau Anders", FOLLOWS: WHOLE}
    assert Counting.computed <= bytes_of(UTTERANCES[-1]) + PER_TURN + PER_QUESTION
    assert len(Counting.begun) == 1


@pytest.mark.llama
def test_while_the_template_is_open_nothing_is_read(
    application: QApplication, desks: Desks, put_model: PutModel
) -> None:
    put_model()
    desk = desks.open()
    desk.planning.choose_template(AUTO)
    entry = begin(desk, desks)
    say(desk, desks, entry, 3)
    assert not Counting.started
    desk.planning.choose_template("pflegebericht")
    desks.settle(desk)
    has_read(desk, desks)
    assert Counting.computed >= bytes_of(*UTTERANCES[:3])
    desk.planning.choose_template(AUTO)
    desks.settle(desk)
    settled(desk, desks)
    assert not desk._wording._spoken


# --- what is told of the recognition ---------------------------------------------------------


def recognised(listener: TranscriptionListener) -> Transcript:
    """Two words, then two utterances."""
    listener.live_text(LiveText(0.0, 0.5, ("Sie",), ()))
    listener.live_text(LiveText(0.0, 1.0, ("Sie", "hat"), ()))
    for segment in SAID[:2]:
        listener.segment_received(segment)
    return Transcript(SAID[:2])


@pytest.mark.parametrize("live", [True, False])
def test_what_is_closed_is_told_of_what_is_being_spoken_only(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch, live: bool
) -> None:
    monkeypatch.setattr(hearing, "transcribe", lambda *_, listener, **__: recognised(listener))
    model = SpeechModel("none", Path(), 80, memory_mb=1, is_demo=False, sha256=None)
    monkeypatch.setattr(Intake, "model", lambda _: model)
    parent = QObject()
    intake = Intake(Settings(), Turns(), parent)
    closed: list[object] = []
    ended: list[object] = []
    intake.closed.connect(lambda _, segments: closed.append(segments))
    intake.finished.connect(lambda *_: ended.append(1))
    sound = LiveSound()
    sound.close()
    if live:
        intake.hear_live("a", sound)
    else:
        intake.hear_kept("a", lambda done, _: done(sound))
    wait_for(lambda: ended)
    assert closed == ([(), SAID[:1], SAID[:2]] if live else [])
    intake.close()
