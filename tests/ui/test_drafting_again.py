"""„Neu entwerfen …“ with the real llama.cpp and random weights; its answers are forced."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from dokuhelfer import pipeline
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.language_messages import Written
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.ui import second_wording
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.orders import By, Order
from dokuhelfer.ui.page import Standing
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.message_line import Note
from dokutest.desks import Desks
from dokutest.languages import ROOMY, fake_language
from dokutest.turning import turn

SAID = "Sie war heute blass. Ich habe ihr einen Tee gebracht. Sie hat danach geschlafen."
FOLLOWS = "weiteres_vorgehen"
QUOTED = "Ganzes Blatt: mit Sprach-KI, wörtlich"
PHRASED = "Ganzes Blatt: mit Sprach-KI, ausformuliert"


class Forced(LanguageWorker):
    """The model computes all it is asked; what it answers is written here."""

    letter = ""
    """Chosen wherever it is offered."""
    swapped = ("", "")
    """Written: the quote, one part of it in other words."""
    gate = threading.Event()
    """Closed: the first answer is not given."""

    def choose(self, options: Sequence[str]) -> int:
        answer = super().choose(options)
        while not self.gate.wait(0.01):
            if self._cancel.is_set():
                raise DokuError(Code.CANCELLED)
        wanted = [number for number, one in enumerate(options) if one.strip() == self.letter]
        return wanted[0] if wanted else answer

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, Written]:
        if not self.swapped[0]:
            return super().write(most, stops, letters, near)
        return super().recite(near.replace(*self.swapped).strip() + "\n", near)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, random_language: LanguageModel) -> Callable[..., None]:
    """Put a model where the window looks for one."""

    def put(behaviour: str = "", memory_mb: int = 1) -> None:
        model, options, worker = random_language, replace(ROOMY), Forced
        if behaviour:
            model, options = fake_language(behaviour)
            worker = LanguageWorker  # type: ignore[assignment]
        model = replace(model, memory_mb=memory_mb)

        def make(
            model: LanguageModel, cancel: threading.Event | None = None, turns: object = None
        ) -> LanguageWorker:
            return worker(model, options, cancel)

        monkeypatch.setattr(second_wording, "find_language_model", lambda *_: model)
        monkeypatch.setattr(pipeline, "LanguageWorker", make)

    Forced.letter, Forced.swapped = "", ("", "")
    Forced.gate = threading.Event()
    Forced.gate.set()
    return put


@pytest.fixture
def desk(application: QApplication, desks: Desks) -> Iterator[Desk]:
    found = desks.open()
    desks.dictate(found, SAID)
    yield found
    Forced.gate.set()


def menu_of(desk: Desk, desks: Desks) -> dict[str, QAction]:
    """Strg+R, and what the menu offers."""
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    desks.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def choose(desk: Desk, desks: Desks, text: str) -> None:
    action = menu_of(desk, desks)[text]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    action.trigger()


def settled(desk: Desk, desks: Desks) -> None:
    desks.wait(lambda: desk.again._running is None)
    desks.settle(desk)


def values(desk: Desk) -> dict[str, object]:
    session = desk._entries.all[0].work.session
    assert session is not None
    return {id: field.value for id, field in session.draft.fields.items() if field.value}


def engine(desk: Desk) -> str:
    session = desk._entries.all[0].work.session
    assert session is not None
    return session.draft.engine


def notes(desk: Desk) -> list[Note]:
    return [one for one in desk._shell.messages.notes if not one.standing]


def said(desk: Desk) -> str:
    return " ".join(note.text for note in notes(desk))


def press(desk: Desk, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    QTest.keyClick(desk.stage.reading.stops, key, *more)


def undo(desk: Desk, desks: Desks) -> None:
    desk.act(Action.UNDO)
    desks.settle(desk)


def at(desk: Desk, desks: Desks, label: str) -> None:
    """The cursor goes there, and what stands there is seen."""
    stops = desk.reading.page.stops
    desk.reading.go_to(next(n for n, stop in enumerate(stops) if stop.label == label))
    desks.settle(desk)
    turn(300)
    desks.settle(desk)
    desk.stage.reading.stops.setFocus()


def confirm(desk: Desk, desks: Desks, label: str) -> None:
    at(desk, desks, label)
    press(desk, Qt.Key.Key_Space)
    desks.settle(desk)


def take_what_waits(desk: Desk, desks: Desks) -> None:
    """When it is there: all of it, where the program asks."""
    settled(desk, desks)
    for note in notes(desk):
        for text, act in note.buttons:
            if text == "Übernehmen":
                act()
    desks.settle(desk)


def letter_of(field: str) -> str:
    """What the model says for a field of the Pflegebericht."""
    letters = prompt.letters(load_template("pflegebericht"))
    return next(letter for one, letter in letters.items() if one.id == field)


def words(values: dict[str, object]) -> list[str]:
    return " ".join(map(str, values.values())).split()


# --- the whole sheet -------------------------------------------------------------------------


@pytest.mark.llama
def test_the_sheet_is_drafted_by_a_model_and_strg_z_brings_the_rules_back(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    Forced.letter = letter_of(FOLLOWS)
    before = values(desk)
    desk.reading.go_to(99)
    desks.settle(desk)
    choose(desk, desks, QUOTED)
    assert "Wird neu entworfen" in said(desk)
    take_what_waits(desk, desks)
    assert values(desk) == {FOLLOWS: SAID}
    assert engine(desk) == "llm"
    undo(desk, desks)
    assert values(desk) == before
    assert engine(desk) == "rules"


@pytest.mark.llama
def test_what_was_confirmed_stays_and_no_word_moves_out_of_it(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    Forced.letter = letter_of(FOLLOWS)
    before = values(desk)
    confirm(desk, desks, "Maßnahme und Wirkung")
    choose(desk, desks, QUOTED)
    take_what_waits(desk, desks)
    assert values(desk)["massnahme"] == before["massnahme"]
    assert [stop.label for stop in desk.reading.page.stops if stop.standing is Standing.DECIDED]
    assert sorted(words(values(desk))) == sorted(words(before))


@pytest.mark.llama
def test_while_it_is_drafted_the_sheet_is_read_and_esc_ends_it(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    before = values(desk)
    Forced.gate.clear()
    choose(desk, desks, QUOTED)
    confirm(desk, desks, "Maßnahme und Wirkung")
    assert [stop.label for stop in desk.reading.page.stops if stop.standing is Standing.DECIDED]
    press(desk, Qt.Key.Key_Escape)
    settled(desk, desks)
    assert desk.mode is Mode.READING
    assert values(desk) == before
    assert notes(desk) == []
    press(desk, Qt.Key.Key_Escape)
    assert desk.mode is Mode.HOME


def test_without_a_model_one_sentence_says_so_and_the_draft_stays(desk: Desk, desks: Desks) -> None:
    before = values(desk)
    choose(desk, desks, PHRASED)
    settled(desk, desks)
    assert values(desk) == before
    assert [note.text for note in notes(desk)] == [
        "Ohne Sprach-KI: Es ist keine installiert. Der Entwurf bleibt, wie er ist."
    ]


LOST = {
    "abort": "Das Sprachmodell ist abgebrochen.",
    "out_of_memory": "Der Arbeitsspeicher hat nicht gereicht.",
    "defect": "Die Dateien des Modells sind beschädigt oder verändert.",
}


@pytest.mark.parametrize("behaviour", LOST)
def test_a_model_that_is_lost_leaves_the_draft_and_can_be_tried_again(
    desk: Desk, desks: Desks, install: Callable[..., None], behaviour: str
) -> None:
    install(behaviour)
    before = values(desk)
    choose(desk, desks, QUOTED)
    settled(desk, desks)
    assert values(desk) == before
    (note,) = notes(desk)
    assert note.text == f"{LOST[behaviour]} Der Entwurf bleibt, wie er ist."
    assert [text for text, _ in note.buttons] == ["Erneut versuchen"]
    note.buttons[0][1]()
    settled(desk, desks)
    assert [one.text for one in notes(desk)] == [note.text]


def test_too_little_memory_is_said_before_anything_is_loaded(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install("obey", memory_mb=10**9)
    choose(desk, desks, QUOTED)
    settled(desk, desks)
    (note,) = notes(desk)
    assert note.text.startswith("Für das Modell sind ")
    assert note.text.endswith("Der Entwurf bleibt, wie er ist.")


def test_by_rules_the_same_comes_out_and_that_is_said(desk: Desk, desks: Desks) -> None:
    choose(desk, desks, "Ganzes Blatt: ohne Sprach-KI")
    settled(desk, desks)
    assert said(desk) == "Für das, was noch offen ist, kommt nichts anderes heraus."


def test_what_the_organisation_forbids_cannot_be_chosen(desk: Desk, desks: Desks) -> None:
    desk.again._allowed = frozenset({By.RULES})
    actions = menu_of(desk, desks)
    open_ = {text for text, action in actions.items() if action.isEnabled()}
    assert {text for text in open_ if text.startswith("Ganzes")} == {"Ganzes Blatt: ohne Sprach-KI"}
    assert f"{PHRASED} – von Ihrer IT gesperrt" in actions
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


# --- one field -------------------------------------------------------------------------------


@pytest.mark.llama
def test_a_field_in_other_words_is_offered_taken_and_put_back(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    Forced.swapped = ("Ich habe ihr einen", "Ihr wurde ein")
    before = values(desk)
    at(desk, desks, "Maßnahme und Wirkung")
    choose(desk, desks, "Maßnahme: ausformuliert")
    settled(desk, desks)
    assert values(desk) == before
    turn(300)
    press(desk, Qt.Key.Key_1)
    desks.settle(desk)
    assert values(desk) == {**before, "massnahme": "Ihr wurde ein Tee gebracht."}
    assert engine(desk) == "llm"
    choose(desk, desks, "Maßnahme: wörtlich wie diktiert")
    settled(desk, desks)
    turn(300)
    press(desk, Qt.Key.Key_1)
    desks.settle(desk)
    assert values(desk) == before


@pytest.mark.llama
def test_a_wish_for_what_nobody_said_changes_nothing(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    Forced.swapped = ("Tee", "Tee mit Honig")
    before = values(desk)
    at(desk, desks, "Maßnahme und Wirkung")
    choose(desk, desks, "Maßnahme: mit Bemerkung …")
    desks.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "mit Honig")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settled(desk, desks)
    assert values(desk) == before
    assert not any(stop.issue and stop.issue.other for stop in desk.reading.page.stops)


@pytest.mark.llama
def test_what_is_typed_meanwhile_is_not_overwritten(
    desk: Desk, desks: Desks, install: Callable[..., None]
) -> None:
    install()
    Forced.swapped = ("Ich habe ihr einen", "Ihr wurde ein")
    desks.settle(desk)
    at(desk, desks, "Maßnahme und Wirkung")
    work = desk.reading.work
    assert work is not None
    found = work.redoable()
    assert found is not None
    order = Order(found.source, By.PHRASED, "massnahme", "", found.draft)
    work.edit("/massnahme", "Ich habe ihr einen warmen Tee gebracht.")
    desk.again.start(work, order)
    settled(desk, desks)
    assert values(desk)["massnahme"] == "Ich habe ihr einen warmen Tee gebracht."
    assert "Inzwischen steht hier etwas anderes" in said(desk)


def test_a_field_that_is_confirmed_is_not_in_the_menu(desk: Desk, desks: Desks) -> None:
    at(desk, desks, "Maßnahme und Wirkung")
    actions = menu_of(desk, desks)
    assert "Maßnahme: ausformuliert" in actions
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    confirm(desk, desks, "Maßnahme und Wirkung")
    at(desk, desks, "Maßnahme und Wirkung")
    assert not any(text.startswith("Maßnahme") for text in menu_of(desk, desks))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


# --- the first draft -------------------------------------------------------------------------


@pytest.mark.llama
def test_beside_the_first_draft_the_model_s_is_offered_when_it_is_there(
    application: QApplication, desks: Desks, install: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    install()
    monkeypatch.setattr(SecondWording, "insists", True)
    Forced.letter = letter_of(FOLLOWS)
    Forced.gate.clear()
    desk = desks.open()
    desks.dictate(desk, SAID)
    before = values(desk)
    assert before["massnahme"] == "Ich habe ihr einen Tee gebracht."
    Forced.gate.set()
    desks.wait(lambda: any(len(note.buttons) == 2 for note in notes(desk)))
    assert values(desk) == before
    take_what_waits(desk, desks)
    assert values(desk) == {FOLLOWS: SAID}
    assert said(desk) == "Neu entworfen. Strg+Z nimmt es zurück."
    undo(desk, desks)
    assert values(desk) == before


@pytest.mark.llama
def test_a_draft_that_waits_is_told_again_when_the_sheet_is_opened_and_can_be_left(
    application: QApplication, desks: Desks, install: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    install()
    monkeypatch.setattr(SecondWording, "insists", True)
    Forced.letter = letter_of(FOLLOWS)
    desk = desks.open()
    entry = desks.dictate(desk, SAID)
    before = values(desk)
    desks.wait(lambda: any(len(note.buttons) == 2 for note in notes(desk)))
    desk.go_home()
    assert notes(desk) == []
    desk.open_id(entry.work.id)
    desks.settle(desk)
    (note,) = notes(desk)
    note.buttons[1][1]()
    assert notes(desk) == []
    assert values(desk) == before


@pytest.mark.llama
def test_a_person_who_asks_does_not_wait_for_what_nobody_asked_for(
    application: QApplication, desks: Desks, install: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    install()
    monkeypatch.setattr(SecondWording, "insists", True)
    Forced.gate.clear()
    desk = desks.open()
    desks.dictate(desk, SAID)
    desks.wait(lambda: desk._wording._running is not None)
    choose(desk, desks, "Ganzes Blatt: ohne Sprach-KI")
    settled(desk, desks)
    assert "nichts anderes" in said(desk)
    running = desk._wording._running
    assert running is not None
    assert not running.order.asked
