"""What was typed stands somewhere, whatever key or choice ends it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dokuhelfer.draft.model import Origin
from dokuhelfer.review.stops import StopKind
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keys import Action
from dokutest.desks import Desks, read_all

NOON = "kurz vor dem Mittagessen"


def type_into(desks: Desks, desk: Desk, field: str, text: str) -> None:
    desk.reading._fill_blank(field)
    desks.settle(desk)
    editor = desk.stage.reading.stops.editor
    assert editor is not None
    editor.setPlainText(text)


def press_enter(desk: Desk) -> None:
    editor = desk.stage.reading.stops.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)


def at_the_end(entry: Entry) -> list[str]:
    session = entry.work.session
    assert session is not None
    stops = [stop for stop in session.stops if stop.id.kind is StopKind.LEFT_OVER]
    return [line.text for stop in stops for line in stop.lines]


def notes(desks: Desks) -> list[str]:
    assert desks.shell is not None
    return [note.key for note in desks.shell.messages.notes]


@pytest.mark.parametrize("key", [None, Action.NEXT_DRAFT, Action.NEXT_PERSON])
def test_what_is_no_value_of_its_field_stands_at_the_end_when_the_page_is_left(
    desks: Desks, key: Action | None
) -> None:
    desk = desks.open()
    desks.dictate(desk, "Hat wenig getrunken.")
    desk.go_home()
    entry = desks.dictate(desk, "Kühlpack aufgelegt.")
    type_into(desks, desk, "uhrzeit", NOON)
    if key is not None:
        desk.act(key)
        desks.settle(desk)
        assert at_the_end(entry) == [NOON]
        assert "typed" in notes(desks)
    desk = desks.open()
    assert [NOON] in [at_the_end(one) for one in desk._entries.waiting]


def test_after_enter_it_stays_in_the_editor_and_is_not_listed_twice_when_left(
    desks: Desks,
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Kühlpack aufgelegt.")
    type_into(desks, desk, "uhrzeit", NOON)
    press_enter(desk)
    desks.settle(desk)
    assert desk.stage.reading.stops.editor_text() == NOON
    assert at_the_end(entry) == []
    press_enter(desk)
    desk.go_home()
    desks.settle(desk)
    assert at_the_end(entry) == [NOON]


def test_an_empty_field_is_typed_into_when_all_is_read(desks: Desks) -> None:
    """Nobody is at a stop then, whose place it could take."""
    desk = desks.open()
    entry = desks.dictate(desk, "Kühlpack aufgelegt.")
    session = read_all(entry)
    entry.work.cursor = len(session.stops)
    desk.room.open(entry)
    desks.settle(desk)
    assert desk.reading.page.all_read
    type_into(desks, desk, "weiteres_vorgehen", "Tochter angerufen.")
    press_enter(desk)
    desks.settle(desk)
    assert not desk.reading.is_editing
    assert session.draft.fields["weiteres_vorgehen"].value == "Tochter angerufen."


def test_its_field_is_gone_when_another_template_was_chosen_meanwhile(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Hat wenig getrunken. Kühlpack aufgelegt.")
    type_into(desks, desk, "weiteres_vorgehen", "Tochter angerufen.")
    desk.planning.choose_template("vitalwerte")
    press_enter(desk)
    desks.settle(desk)
    assert "Tochter angerufen." in at_the_end(entry)
    assert "typed" in notes(desks)
    session = entry.work.session
    assert session is not None
    desk.planning.choose_person("Frau Kern")
    desks.settle(desk)
    assert "Tochter angerufen." in at_the_end(entry)
    typed = [one for one in session.draft.fields["nicht_zugeordnet"].statements]
    assert [one.origin for one in typed if one.text == "Tochter angerufen."] == [Origin.HUMAN]
