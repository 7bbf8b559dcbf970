"""No microphone, or one that is pulled out while somebody speaks: said, gone on, all of it kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dokuhelfer.store.model import RecordingState
from dokuhelfer.ui.surroundings import Mode
from dokutest.hardships import Hardships, kept_cases
from dokutest.pulse import Pulse
from dokutest.turning import turn
from dokutest.window import Window

pytestmark = pytest.mark.program

OTHERWISE = "Sie können tippen oder eine Aufnahme einlesen."
GONE = (
    "„{}“ ist weg, ein anderes wird gesucht. Bisher Gesagtes ist gesichert; bitte kurz warten oder"
    " ein Mikrofon einstecken."
)


def is_open(window: Window) -> bool:
    return window.desk._dictating.speaking._elapsed.isValid()


def start(window: Window) -> None:
    """F9, and the microphone is open."""
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: is_open(window))


def test_without_a_microphone_typing_is_offered_and_no_empty_dictation_is_left(
    hardships: Hardships, pulse: Pulse
) -> None:
    window = hardships.open()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: hardships.sentence)
    turn(1000)
    window.wait(lambda: window.mode is Mode.HOME)
    assert hardships.sentence == f"Kein Mikrofon gefunden. {OTHERWISE}"
    assert hardships.answers()
    assert not window.desk._dictating.is_recording
    assert window.mode is Mode.HOME
    assert window.desk._entries.waiting == ()
    window.type_instead()
    hardships.close()
    assert [info.recordings for info in kept_cases()] == [()]


def test_a_microphone_that_is_plugged_in_after_that_is_used(
    hardships: Hardships, pulse: Pulse
) -> None:
    window = hardships.open()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: hardships.sentence)
    window.wait(lambda: window.mode is Mode.HOME)
    number = pulse.plug_in("dock", "Dock")
    try:
        start(window)
        assert hardships.sentence == ""
        window.press(Qt.Key.Key_F9)
    finally:
        hardships.close()
        pulse.unplug(number)


def test_a_microphone_that_is_pulled_out_is_replaced_by_another(
    hardships: Hardships, pulse: Pulse, microphone: str
) -> None:
    headset = pulse.plug_in("kopf", "Headset")
    window = hardships.open()
    window.desk._dictating.keeper.use("Headset")
    start(window)
    turn(1500)
    pulse.unplug(headset)
    window.wait(lambda: hardships.sentence == GONE.format("Headset"))
    window.wait(lambda: is_open(window))
    assert hardships.sentence.startswith("Es geht mit „Tischmikrofon“ weiter. Bitte wiederholen")
    assert (window.mode, hardships.answers()) == (Mode.RECORDING, True)
    turn(1500)
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: not window.desk._dictating.is_recording)
    turn(1500)
    told = {note.key for note in window.shell.messages.notes}  # that nobody spoke may be told
    assert not told & {"microphone", "signal"}
    hardships.close()
    (info,) = kept_cases()
    assert info.recordings[0].state is RecordingState.FINISHED
    assert info.recordings[0].seconds >= 2.5


def test_where_no_other_is_there_what_was_said_is_kept_and_the_same_one_goes_on(
    hardships: Hardships, pulse: Pulse, microphone: str
) -> None:
    window = hardships.open()
    start(window)
    turn(1500)
    pulse.unplug(microphone)
    window.wait(lambda: hardships.sentence)
    turn(3000)
    assert hardships.sentence == GONE.format("Tischmikrofon")
    assert (window.mode, hardships.answers()) == (Mode.RECORDING, True)
    again = pulse.plug_in("tisch", "Tischmikrofon")
    try:
        window.wait(lambda: is_open(window))
        turn(1500)
        window.press(Qt.Key.Key_F9)
        window.wait(lambda: not window.desk._dictating.is_recording)
        turn(1500)
    finally:
        pulse.unplug(again)
    hardships.close()
    (info,) = kept_cases()
    assert info.recordings[0].state is RecordingState.FINISHED
    assert info.recordings[0].seconds >= 2.5


def test_a_dictation_is_ended_without_any_microphone(
    hardships: Hardships, pulse: Pulse, microphone: str
) -> None:
    window = hardships.open()
    start(window)
    turn(1500)
    pulse.unplug(microphone)
    window.wait(lambda: hardships.sentence)
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is not Mode.RECORDING)
    turn(4000)
    assert hardships.answers()
    hardships.close()
    (info,) = kept_cases()
    assert info.recordings[0].state is RecordingState.FINISHED
    assert info.recordings[0].seconds >= 1.0
