"""A window whose dictations a counted model reads along: random weights, forced answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dokuhelfer import pipeline
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine import memory
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import second_wording
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.widgets.message_line import Note
from dokutest.desks import Desks
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


PutModel = Callable[..., None]


def stand_in(monkeypatch: pytest.MonkeyPatch, random: LanguageModel) -> PutModel:
    """What puts a model where windows look for one, on a machine that holds both engines.

    A behaviour of ``fake_language.py`` takes the place of the random one.
    """

    def put(behaviour: str = "", memory_mb: int = 1, *, insists: bool = True) -> None:
        model, options, worker = random, replace(ROOMY), Counting
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
    return put


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
