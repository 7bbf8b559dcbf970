"""Keys on the sheet: what they say, and that none of them slips."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import SETTLE_MS
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.stop_list import StopList
from dokutest import window_sample as sample
from dokutest.turning import turn


class Sheet:
    """A list on the screen and what it said."""

    def __init__(self, look: Look) -> None:
        self.list = StopList(look)
        self.said: list[object] = []
        self.list.confirmed.connect(lambda: self.said.append("confirmed"))
        self.list.answered.connect(self.said.append)
        self.list.moved.connect(lambda to: self.said.append(("moved", to)))
        self.list.change_asked.connect(lambda: self.said.append("change"))
        self.list.blank_chosen.connect(lambda id: self.said.append(("blank", id)))
        self.list.resize(998, 700)
        self.list.show()

    def show(self, cursor: int, *, stacked: bool = False) -> None:
        self.list.show_page(sample.page(cursor), stacked=stacked)
        self.list.setFocus()
        end = time.monotonic() + 10
        while not self._settled() and time.monotonic() < end:
            turn(SETTLE_MS // 5)

    def _settled(self) -> bool:
        stop = self.list.stop_at_cursor()
        return stop is not None and stop.has_settled()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.list, key)


@pytest.fixture
def sheet(application: QApplication, look: Look) -> Iterator[Sheet]:
    made = Sheet(look)
    yield made
    made.list.close()
    made.list.deleteLater()


def test_space_confirms_what_was_seen(sheet: Sheet) -> None:
    sheet.show(3)
    sheet.press(Qt.Key.Key_Space)
    assert sheet.said == ["confirmed"]


def test_space_right_after_a_change_is_not_heard(sheet: Sheet, application: QApplication) -> None:
    sheet.list.show_page(sample.page(3), stacked=False)
    application.processEvents()
    sheet.press(Qt.Key.Key_Space)
    assert sheet.said == []


def test_a_held_key_decides_nothing(sheet: Sheet, application: QApplication) -> None:
    sheet.show(3)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Delete):
        event = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True
        )
        application.sendEvent(sheet.list, event)
    assert sheet.said == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_1, 1),
        (Qt.Key.Key_4, 4),
        (Qt.Key.Key_Delete, 3),
        (Qt.Key.Key_F2, "change"),
        (Qt.Key.Key_Return, "change"),
        (Qt.Key.Key_Up, ("moved", 0)),
        (Qt.Key.Key_Down, ("moved", 2)),
        (Qt.Key.Key_Home, ("moved", 0)),
        (Qt.Key.Key_End, ("moved", 5)),
    ],
)
def test_keys_of_the_sheet(sheet: Sheet, key: Qt.Key, said: object) -> None:
    sheet.show(1)
    sheet.press(key)
    assert sheet.said == [said]


def test_only_the_stop_at_the_cursor_has_buttons(sheet: Sheet) -> None:
    sheet.show(3)
    with_buttons = [one for one in sheet.list._stops if one.findChildren(Button)]
    assert with_buttons == [sheet.list.stop_at_cursor()]


@pytest.mark.parametrize("cursor", [1, 2, 3, 4, 5])
def test_at_most_one_button_of_a_stop_is_filled(sheet: Sheet, cursor: int) -> None:
    sheet.show(cursor)
    stop = sheet.list.stop_at_cursor()
    assert stop is not None
    filled = [one for one in stop.findChildren(Button) if one.kind is Kind.FILLED]
    assert len(filled) <= 1


def test_stops_below_one_another_and_none_cut(sheet: Sheet) -> None:
    sheet.show(1)
    bottom = 0
    for stop in sheet.list._stops:
        assert stop.y() == bottom
        assert stop.height() >= stop.height_for(stop.width())
        bottom += stop.height()
    assert sheet.list.height() >= bottom


@pytest.mark.parametrize("stacked", [True, False])
def test_buttons_stay_inside_their_stop(sheet: Sheet, stacked: bool) -> None:
    sheet.list.resize(520 if stacked else 998, 700)
    sheet.show(1, stacked=stacked)
    stop = sheet.list.stop_at_cursor()
    assert stop is not None
    for button in stop.findChildren(Button):
        corner = button.mapTo(stop, button.rect().bottomRight())
        assert stop.rect().contains(corner), button.text()


def test_a_listener_hears_label_value_finding_and_evidence(sheet: Sheet) -> None:
    sheet.show(3)
    stop = sheet.list.stop_at_cursor()
    assert stop is not None
    assert stop.accessibleName() == "Maßnahme: Kühlpack aufgelegt, 20 Minuten."
    assert "Stelle 4 von 6" in stop.accessibleDescription()
    assert "zwanzig Minuten" in stop.accessibleDescription()
    sheet.show(1)
    stop = sheet.list.stop_at_cursor()
    assert stop is not None
    assert "Die Seite stimmt nicht überein" in stop.accessibleDescription()


def test_a_name_of_an_empty_field_is_a_button(sheet: Sheet) -> None:
    sheet.show(3)
    button = next(
        one for one in sheet.list.findChildren(Button) if one.text() == "Reaktion / Wirkung"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sheet.said == [("blank", "reaktion")]
