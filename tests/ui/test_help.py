"""F1: the keys of the page that is shown, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.ui.help_rows import help_rows
from dokuhelfer.ui.keys import KEYS, sequences, spelled
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks


@pytest.mark.parametrize("mode", Mode)
def test_no_key_is_named_twice_on_a_page(mode: Mode) -> None:
    rows = help_rows(mode)
    keys = [key for row in rows for key in row.keys]
    assert len(keys) == len(set(keys))
    assert all(row.words for row in rows)


def test_every_key_of_the_table_is_named_somewhere() -> None:
    named = {key for mode in Mode for row in help_rows(mode) for key in row.keys}
    of_the_table = {spelled(one) for key in KEYS for one in sequences(key)}
    assert of_the_table - named <= {spelled("Return")}  # of the editor: its foot says so


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def words(desks: Desks) -> dict[str, str]:
    assert desks.shell is not None
    return {key: row.words for row in desks.shell.help.rows for key in row.keys}


def test_f1_shows_them_and_esc_leads_back_to_where_one_was(desks: Desks) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Hat gut geschlafen. Kühlpack aufgelegt.")
    assert desks.shell is not None
    shell, stops = desks.shell, desk.stage.reading.stops
    stops.setFocus()
    press(Qt.Key.Key_F1)
    assert shell.help.isVisible()
    assert not stops.isVisible()  # nothing of it counts as read
    assert words(desks)["F9"] == "In dieses Feld sprechen"
    assert words(desks)["Strg+Leertaste"] == "In dieses Feld sprechen"
    assert words(desks)["1"] == "Antwort an der Stelle"
    before = desk.reading.page
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        press(key)
    desks.settle(desk)
    assert desk.reading.page == before
    press(Qt.Key.Key_Escape)
    assert not shell.help.isVisible()
    assert QApplication.focusWidget() is stops
    assert desk.mode is Mode.READING
    assert desk._entries.current is entry


def test_a_key_that_does_something_closes_it(desks: Desks) -> None:
    desk = desks.open()
    assert desks.shell is not None
    shell = desks.shell
    desk.stage.home.person.setFocus()
    press(Qt.Key.Key_F1)
    assert words(desks)["F9"] == "Diktat starten"
    press(Qt.Key.Key_F9)
    desks.settle(desk)
    assert desk.mode is Mode.RECORDING
    assert shell.help.isHidden()
    assert desk.stage.recording.isVisible()
    press(Qt.Key.Key_F1)
    assert words(desks)["Leertaste"] == "Pause, weiter"
    press(Qt.Key.Key_F1)
    assert shell.help.isHidden()


def test_f12_hides_it_and_what_is_typed_stays(desks: Desks) -> None:
    desk = desks.open()
    desks.dictate(desk, "Hat gut geschlafen.")
    assert desks.shell is not None
    shell = desks.shell
    desk.stage.reading.stops.setFocus()
    press(Qt.Key.Key_F2)
    desks.settle(desk)
    QTest.keyClicks(QApplication.focusWidget(), "Und gelacht. ")
    typed = desk.stage.reading.stops.editor_text()
    press(Qt.Key.Key_F1)
    assert shell.help.isVisible()
    press(Qt.Key.Key_F12)
    assert not shell.help.isVisible()
    press(Qt.Key.Key_F12)
    assert shell.help.isVisible()
    press(Qt.Key.Key_Escape)
    assert desk.stage.reading.stops.editor_text() == typed
