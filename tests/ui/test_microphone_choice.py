"""The microphone is chosen by name, remembered, and changed while it records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from dokuhelfer.engine.recorder_messages import Microphone, SignalChanged
from dokuhelfer.engine.recorder_messages import Signal as Quality
from dokuhelfer.ui import microphone_desk
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.microphone_desk import remember_microphone, remembered_microphone
from dokuhelfer.ui.widgets.button import Button
from dokutest.desks import Desks, Wait
from dokutest.desks import Microphone as Device

HERE = (Microphone("Eingebautes Mikrofon", is_default=True), Microphone("Headset Jabra", False))


@pytest.fixture
def desks(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desks]:
    made = Desks(application, wait_for, monkeypatch)
    monkeypatch.setattr(microphone_desk, "microphones", lambda: HERE)
    yield made
    made.close()


def device(desk: Desk) -> Device:
    found = desk._dictating.keeper._dictaphone
    assert isinstance(found, Device)
    return found


def choose(desks: Desks, desk: Desk, name: str) -> None:
    """In the menu that opens."""
    desks.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(one for one in menu.actions() if one.text() == name))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desks.settle(desk)


def press(desk: Desk, text: str) -> None:
    (button,) = [
        one for one in desk._shell.findChildren(Button) if one.isVisible() and one.text() == text
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_one_chosen_at_the_foot_records_and_is_remembered(desks: Desks) -> None:
    desk = desks.open()
    press(desk, "Mikrofon des Systems")
    choose(desks, desk, "Headset Jabra")
    assert remembered_microphone() == "Headset Jabra"
    desk.speaking.record()
    desks.settle(desk)
    assert device(desk).microphone == "Headset Jabra"
    desk = desks.open()
    press(desk, "Headset Jabra")
    choose(desks, desk, "Mikrofon des Systems")
    desk.speaking.record()
    desks.settle(desk)
    assert device(desk).microphone == ""


def test_without_a_signal_another_is_offered_and_taken_at_once(desks: Desks) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)
    desk._dictating.keeper.told.emit(SignalChanged(Quality.NONE))
    press(desk, "Anderes Mikrofon …")
    choose(desks, desk, "Headset Jabra")
    assert device(desk).microphone == "Headset Jabra"
    assert desk._dictating.is_recording
    assert [note.key for note in desk._shell.messages.notes if note.key == "signal"] == []


def test_no_microphone_is_said_with_what_can_be_done(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(microphone_desk, "microphones", tuple)
    desk = desks.open()
    desk.microphones.ask()
    desks.wait(lambda: desk._shell.messages.notes)
    (note,) = [one for one in desk._shell.messages.notes if one.key == "microphones"]
    assert note.text.startswith("Kein Mikrofon gefunden.")
    assert [text for text, _ in note.buttons] == ["Erneut suchen"]


def test_what_cannot_be_read_is_no_choice(tmp_path: Path) -> None:
    assert remembered_microphone(tmp_path) == ""
    (tmp_path / "microphone.txt").write_bytes(b"\xff\xfe")
    assert remembered_microphone(tmp_path) == ""
    remember_microphone("Tischmikrofon Büro", tmp_path)
    assert remembered_microphone(tmp_path) == "Tischmikrofon Büro"
