"""Who of the institution's list fits is offered while a person is typed; by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dokuhelfer.config.load import machine_places
from dokuhelfer.persons import FILE
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.widgets.person_hits import PersonHits
from dokutest.desks import Desks

ALT = Qt.KeyboardModifier.AltModifier
WARD = """name;zimmer;geburtsdatum
Frau Helga Lindemann;12;3.4.1941
Frau Berta Lindner;7;
Herr Jürgen Müller;3;
"""


@pytest.fixture
def desk(desks: Desks, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / FILE).write_text(WARD, "utf-8")
    settings = machine_places().user
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[persons]\nfolders = ['{tmp_path}']\n", "utf-8")
    found = desks.open()
    desks.wait(lambda: found.stage.home.persons.all)
    yield found
    settings.unlink()


def offered(hits: PersonHits) -> list[str]:
    return [one.name for one in hits.shown]


def test_from_the_third_letter_and_enter_takes_the_only_one(desks: Desks, desk: Desk) -> None:
    home = desk.stage.home
    home.person.setFocus()
    QTest.keyClicks(home.person, "mu")
    assert not home.hits.isVisible()
    QTest.keyClicks(home.person, "l")
    assert offered(home.hits) == ["Herr Jürgen Müller"]
    assert home.hits.isVisible()
    QTest.keyClick(home.person, Qt.Key.Key_Return)
    assert home.person.text() == "Herr Jürgen Müller"
    assert not home.hits.isVisible()
    assert desk.room.home_plan.context.person == "Herr Jürgen Müller"
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    assert entry.person == "Herr Jürgen Müller"
    assert home.person.text() == ""


def test_of_several_one_is_chosen_with_the_arrows(desk: Desk) -> None:
    home = desk.stage.home
    home.person.setFocus()
    QTest.keyClicks(home.person, "lind")
    assert offered(home.hits) == ["Frau Helga Lindemann", "Frau Berta Lindner"]
    QTest.keyClick(home.person, Qt.Key.Key_Return)
    assert desk.room.home_plan.context.person == "lind"  # nobody was chosen
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(home.person, key)
    assert desk.room.home_plan.context.person == "Frau Berta Lindner"


def test_esc_closes_the_list_and_leaves_what_was_typed(desk: Desk) -> None:
    home = desk.stage.home
    home.person.setFocus()
    QTest.keyClicks(home.person, "Frau Lind")
    QTest.keyClick(home.person, Qt.Key.Key_Escape)
    assert not home.hits.isVisible()
    QTest.keyClick(home.person, Qt.Key.Key_Return)
    assert desk.room.home_plan.context.person == "Frau Lind"


def test_a_click_takes_one(desk: Desk) -> None:
    home = desk.stage.home
    home.person.setFocus()
    QTest.keyClicks(home.person, "lind")
    place = home.hits.visualRect(home.hits.model().index(1, 0)).center()
    QTest.mouseClick(home.hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert home.person.text() == "Frau Berta Lindner"


def test_the_head_offers_them_too(desks: Desks, desk: Desk) -> None:
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_P, ALT)
    desks.wait(QApplication.activePopupWidget)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line, hits = popup.findChild(QLineEdit), popup.findChild(PersonHits)
    assert line is not None
    assert hits is not None
    QTest.keyClicks(line, "linde")
    assert hits.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    desks.settle(desk)
    assert QApplication.activePopupWidget() is None
    assert entry.person == "Frau Helga Lindemann"
    desk.act(Action.PERSON)
    QTest.keyClicks(QApplication.activePopupWidget().findChild(QLineEdit), "x")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    desks.settle(desk)
    assert entry.person == "Frau Helga Lindemann"


def test_a_list_that_cannot_be_read_is_told_and_names_are_typed(
    desks: Desks, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(b"kasse;nummer\n")
    again = desks.open()
    assert desks.shell is not None
    shell = desks.shell
    desks.wait(lambda: "persons" in [note.key for note in shell.messages.notes])
    QTest.keyClicks(again.stage.home.person, "Frau Lind")
    assert again.room.home_plan.context.person == "Frau Lind"
