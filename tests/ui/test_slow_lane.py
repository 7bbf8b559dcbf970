"""While another dictation is being drafted every answer comes late; each belongs to its sheet."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.style.tokens import SETTLE_MS
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks
from dokutest.turning import turn


class Busy:
    """The lane has something else to do until this ends."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._go_on = threading.Event()

    def __enter__(self) -> None:
        self._desk._lane.run(self._go_on.wait)

    def __exit__(self, *_: object) -> None:
        self._go_on.set()


def values(entry: Entry) -> dict[str, object]:
    session = entry.work.session
    assert session is not None
    return {id: content.value for id, content in session.draft.fields.items()}


def marks(entry: Entry) -> list[tuple[bool, bool]]:
    session = entry.work.session
    assert session is not None
    return [(stop.seen, stop.decided) for stop in session.stops]


def go_to(desks: Desks, desk: Desk, label: str) -> None:
    page = desk.reading.page
    desk.reading.go_to(next(n for n, stop in enumerate(page.stops) if label in stop.label))
    desks.settle(desk)


def press(desk: Desk, key: Qt.Key) -> None:
    desk.stage.reading.stops.setFocus()
    QTest.keyClick(desk.stage.reading.stops, key)


def two(desks: Desks, desk: Desk, first: str, second: str) -> tuple[Entry, Entry]:
    """Two sheets; the first is read, at the observation."""
    a = desks.dictate(desk, first)
    desk.go_home()
    b = desks.dictate(desk, second)
    desk.room.open(a)
    desks.settle(desk)
    go_to(desks, desk, "Beobachtung")
    return a, b


def test_an_editor_that_comes_late_is_not_for_the_next_sheet(desks: Desks) -> None:
    desk = desks.open()
    first, second = two(desks, desk, "Frau Kern hat wenig getrunken.", "Hat gut geschlafen.")
    before = values(first), values(second)
    with Busy(desk):
        press(desk, Qt.Key.Key_F2)
        desk.act(Action.NEXT_DRAFT)
    desks.settle(desk)
    assert desk.reading.work is second.work
    assert not desk.reading.is_editing
    assert desk.stage.reading.stops.editor_text() is None
    desk.act(Action.NEXT_DRAFT)
    desks.settle(desk)
    assert (values(first), values(second)) == before


def test_an_editor_nobody_waits_for_any_more_does_not_open(desks: Desks) -> None:
    desk = desks.open()
    desks.dictate(desk, "Hat gut geschlafen. Kühlpack aufgelegt.")
    desk.reading.go_to(0)
    desks.settle(desk)
    with Busy(desk):
        press(desk, Qt.Key.Key_F2)
        press(desk, Qt.Key.Key_Down)
    desks.settle(desk)
    assert not desk.reading.is_editing
    assert desk.reading.page.cursor == 1


def test_a_key_behind_another_edits_where_that_led(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Hat gut geschlafen. Kühlpack aufgelegt.")
    desk.reading.go_to(0)
    desks.settle(desk)
    with Busy(desk):
        press(desk, Qt.Key.Key_Down)
        press(desk, Qt.Key.Key_F2)
    desks.settle(desk)
    second = desk.reading.page.stops[1]
    assert desk.stage.reading.stops.editor_text() == second.passage.text
    assert entry.work.cursor == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Delete])
def test_no_key_decides_on_a_sheet_nobody_saw(desks: Desks, key: Qt.Key) -> None:
    desk = desks.open()
    words = "hat gut geschlafen. Keine Besonderheiten."
    _, second = two(desks, desk, f"Frau Kern {words}", f"Herr Wolf {words}")
    turn(SETTLE_MS * 2)
    before = marks(second)
    with Busy(desk):
        desk.act(Action.NEXT_DRAFT)
        press(desk, key)
        assert desk.stage.reading.stops.stop_at_cursor() is None
    turn(0)
    assert marks(second) == before


def speak_behind(desks: Desks, desk: Desk, key: Qt.Key) -> str:
    """That key, then F9, before either is answered."""
    with Busy(desk):
        press(desk, key)
        desk.act(Action.RECORD)
    desks.settle(desk)
    assert desk.mode is Mode.FIELD
    return desks.live[-1]


def live_words(desk: Desk) -> list[tuple[str, str]]:
    """Where words are shown while they are said."""
    stops = desk.stage.reading.stops._stops
    return [(one.stop.label, one._live.text) for one in stops if one._live is not None]


def test_words_go_where_the_key_before_led(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Frau Kern hat gut geschlafen. Kühlpack aufgelegt.")
    person = values(entry)["person"]
    desk.reading.go_to(0)
    desks.settle(desk)
    name = speak_behind(desks, desk, Qt.Key.Key_Down)
    label = desk.reading.page.stops[1].label
    desk._dictating._pass_words(name, "Dazu ein Kissen", "")
    assert live_words(desk) == [(label, "Dazu ein Kissen")]
    press(desk, Qt.Key.Key_Up)  # to read on while speaking is no change of mind
    desks.settle(desk)
    desk._dictating._pass_words(name, "Dazu ein Kissen unter", "")
    assert live_words(desk) == [(label, "Dazu ein Kissen unter")]
    desk.act(Action.RECORD)
    desks.settle(desk)
    said = Transcript((Segment(0, 0.0, 1.5, "Dazu ein Kissen unter das Knie gelegt.", ()),))
    desk._dictating._heard_out(name, said, {})
    desks.settle(desk)
    assert values(entry)["person"] == person
    assert "Kissen" in str(values(entry)["beobachtung"])
    assert live_words(desk) == []
