"""A model reads along while somebody speaks: the real llama.cpp, random weights, forced answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dokuhelfer import pipeline
from dokuhelfer.audio.live import LiveSound
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine import language_speeds, memory
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.engine.language_speeds import LanguageSpeed, LanguageSpeeds
from dokuhelfer.engine.models import LanguageModel, SpeechModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.transcribe import TranscriptionListener
from dokuhelfer.ui import hearing, second_wording
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.intake import Intake, _Job
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.orders import By, Order
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.widgets.message_line import Note
from dokuhelfer.ui.work import AUTO
from dokutest.desks import Desks, Wait
from dokutest.languages import ROOMY, fake_language

UTTERANCES = (
    "Sie hat schlecht geschlafen und war oft wach.",
    "Ich habe ihr einen Tee gebracht.",
    "Sie hat danach geschlafen.",
    "Am Morgen wirkte sie müde und wollte nicht aufstehen.",
    "Beim Waschen hat sie gut mitgeholfen.",
    "Die Haut am Steiß ist gerötet.",
)
SAID = tuple(Segment(number, None, None, text, ()) for number, text in enumerate(UTTERANCES))
WHOLE = " ".join(UTTERANCES)
FOLLOWS = "weiteres_vorgehen"
PER_QUESTION = 16
PER_TURN = 80
"""Tokens of a question and of a turn of the conversation: the random model's tokens are bytes."""


class Counting(LanguageWorker):
    """The model computes all it is asked; what it answers is written here, and it is counted."""

    letter = ""
    """Chosen wherever it is offered."""
    computed = 0
    """Tokens behind the fixed prompt."""
    begun: list[str]
    """The fixed prompts."""
    started = 0
    gate = threading.Event()
    """Closed: no answer is given."""
    held = 0

    def begin(self, pieces: Sequence[Piece]) -> int:
        Counting.begun.append(pieces[0].text)
        self.held = super().begin(pieces)
        return self.held

    def append(self, pieces: Sequence[Piece]) -> int:
        before, self.held = self.held, super().append(pieces)
        Counting.computed += self.held - before
        return self.held

    def rewind(self, tokens: int) -> None:
        super().rewind(tokens)
        self.held = tokens

    def choose(self, options: Sequence[str]) -> int:
        answer = super().choose(options)
        Counting.computed += 1
        while not self.gate.wait(0.01):
            if self._cancel.is_set():
                raise DokuError(Code.CANCELLED)
        wanted = [number for number, one in enumerate(options) if one.strip() == self.letter]
        return wanted[0] if wanted else answer


Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, random_language: LanguageModel) -> Iterator[Install]:
    """Put a model where the window looks for one, on a machine that holds both."""

    def put(behaviour: str = "", memory_mb: int = 1, *, insists: bool = True) -> None:
        model, options, worker = random_language, replace(ROOMY), Counting
        if behaviour:
            model, options = fake_language(behaviour)
            worker = LanguageWorker  # type: ignore[assignment]
        model = replace(model, memory_mb=memory_mb)

        def make(
            model: LanguageModel,
            cancel: threading.Event | None = None,
            turns: Turns | None = None,
        ) -> LanguageWorker:
            Counting.started += 1
            return worker(model, options, cancel, turns)

        monkeypatch.setattr(second_wording, "find_language_model", lambda *_: model)
        monkeypatch.setattr(second_wording, "language_models", lambda *_: (model,))
        monkeypatch.setattr(pipeline, "LanguageWorker", make)
        if insists:
            monkeypatch.setattr(SecondWording, "insists", True)

    monkeypatch.setattr(memory, "keeps_both", lambda: True)
    Counting.letter = letter_of("pflegebericht", FOLLOWS)
    Counting.computed = Counting.started = 0
    Counting.begun = []
    Counting.gate = threading.Event()
    Counting.gate.set()
    yield put
    Counting.gate.set()


def letter_of(template: str, field: str) -> str:
    """What the model says for a field."""
    letters = prompt.letters(load_template(template))
    return next(letter for one, letter in letters.items() if one.id == field)


def begin(desk: Desk, desks: Desks) -> Entry:
    """F9; the first words are heard."""
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    say(desk, desks, entry, 0)
    return entry


def say(desk: Desk, desks: Desks, entry: Entry, many: int) -> None:
    """So many utterances are closed by now, and read as far as they can be."""
    desk._dictating._intake.closed.emit(entry.work.id, SAID[:many])
    desks.settle(desk)


def has_read(desk: Desk, desks: Desks) -> None:
    """The model is through with what was said."""
    wording = desk._wording
    desks.wait(lambda: not wording._read and not any(one.due for one in wording._spoken.values()))


def end(desk: Desk, desks: Desks, entry: Entry, many: int = len(SAID)) -> None:
    """F9; what was said becomes a draft by rules."""
    desk.speaking.record()
    heard_out(desk, desks, entry, many)


def heard_out(desk: Desk, desks: Desks, entry: Entry, many: int = len(SAID)) -> None:
    desk._dictating._intake.closed.emit(entry.work.id, SAID[:many])
    desk._dictating._heard_out(entry.work.id, Transcript(SAID[:many]), {})
    desks.settle(desk)
    desks.wait(lambda: entry.work.session is not None)


def notes(desk: Desk) -> list[Note]:
    return [one for one in desk._shell.messages.notes if not one.standing]


def is_offered(desk: Desk) -> bool:
    return any(len(note.buttons) == 2 for note in notes(desk))


def values(entry: Entry) -> dict[str, object]:
    session = entry.work.session
    assert session is not None
    return {id: field.value for id, field in session.draft.fields.items() if field.value}


def take_offer(desk: Desk, desks: Desks) -> None:
    desks.wait(lambda: is_offered(desk))
    note = next(one for one in notes(desk) if len(one.buttons) == 2)
    note.buttons[0][1]()
    desks.settle(desk)


def settled(desk: Desk, desks: Desks) -> None:
    wording = desk._wording
    desks.wait(lambda: not (wording._read or wording._running or wording._waiting))
    desks.settle(desk)


def bytes_of(*utterances: str) -> int:
    return sum(len(f"\n[100] {one}".encode()) for one in utterances)


# --- at the end only what was said last ------------------------------------------------------


@pytest.mark.llama
def test_after_the_last_word_only_the_last_clause_is_read(
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
    desk = desks.open()
    begin(desk, desks)
    desks.wait(lambda: len(Counting.begun) == 1)
    has_read(desk, desks)
    assert Counting.computed == 0


@pytest.mark.llama
def test_nothing_is_computed_while_a_recognition_computes(
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install, behaviour: str
) -> None:
    install(behaviour)
    by_rules_alone(desks.open(), desks, [f"{LOST[behaviour]} Der Entwurf bleibt, wie er ist."])
    assert Counting.started == 2  # once while it was spoken, not with each utterance


def test_too_little_memory_leaves_the_rules_draft(
    application: QApplication, desks: Desks, install: Install
) -> None:
    install("obey", memory_mb=10**9)
    desk = desks.open()
    entry = begin(desk, desks)
    say(desk, desks, entry, 5)
    end(desk, desks, entry)
    settled(desk, desks)
    (note,) = notes(desk)
    assert note.text.startswith("Für das Modell sind ")


@pytest.mark.llama
def test_a_model_lost_after_the_last_word_is_asked_anew(
    application: QApplication, desks: Desks, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install()
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
    install: Install,
    random_language: LanguageModel,
    tokens_a_second: float,
) -> None:
    install(insists=False)
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
    application: QApplication, desks: Desks, install: Install, why: str
) -> None:
    """That no thread and no child is left is asked of every test."""
    install()
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
    application: QApplication, desks: Desks, install: Install, children: Callable[[], list[object]]
) -> None:
    install()
    desk = desks.open()
    before = len(children())
    entry = begin(desk, desks)
    Counting.gate.clear()
    say(desk, desks, entry, 2)
    desks.wait(lambda: len(children()) > before)
    desk.speaking.record()
    desk._dictating._intake.failed.emit(entry.work.id, DokuError(Code.WORKER_LOST))
    desks.wait(lambda: len(children()) == before)
    assert not desk._wording._spoken
    settled(desk, desks)


@pytest.mark.llama
def test_hidden_it_waits_and_goes_on(
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    install()
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
    application: QApplication, desks: Desks, install: Install
) -> None:
    """One model at a time: what was read ahead is let go, and read again after that."""
    install()
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
    monkeypatch.setattr(Intake, "_model", lambda _: model)
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
        intake._begin(_Job("a", sound, False, ExitStack()))
    wait_for(lambda: ended)
    assert closed == ([(), SAID[:1], SAID[:2]] if live else [])
    intake.close()
