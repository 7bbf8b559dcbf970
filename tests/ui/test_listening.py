"""F8 in the whole window: the seconds of the stop that is read are heard, again F8 is quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dokuhelfer.resources import data_path
from dokutest.pulse import Pulse, pulse_audio
from dokutest.window import Window

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
pytestmark = pytest.mark.program


@pytest.fixture
def pulse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with pulse_audio(tmp_path / "pulse") as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


def players(pulse: Pulse) -> int:
    """How many programs play, the test's own silence apart."""
    return len(pulse.control("list", "short", "sink-inputs").splitlines()) - 1


def read_sample(window: Window) -> None:
    window.read_in(SAMPLE)


def can_be_heard(window: Window) -> bool:
    return window.page.stops[window.page.cursor].playable


def test_f8_plays_and_again_f8_stops(pulse: Pulse, window: Window) -> None:
    read_sample(window)
    window.wait(lambda: can_be_heard(window))
    assert "Anhören" in window.buttons()
    window.press(Qt.Key.Key_F8)
    window.wait(lambda: players(pulse) == 1)
    window.press(Qt.Key.Key_F8)
    window.wait(lambda: players(pulse) == 0)
    window.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    window.wait(lambda: players(pulse) == 1)
    window.press(Qt.Key.Key_Down)
    window.wait(lambda: players(pulse) == 0)
    assert not any(note.key == "sound" for note in window.shell.messages.notes)


def test_without_any_output_one_sentence_says_so(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/native")
    read_sample(window)
    window.wait(lambda: can_be_heard(window))
    window.press(Qt.Key.Key_F8)
    window.wait(lambda: any(note.key == "sound" for note in window.shell.messages.notes))
    said = next(note.text for note in window.shell.messages.notes if note.key == "sound")
    assert said.startswith("Keine Tonausgabe gefunden.")


def test_what_is_typed_cannot_be_heard(window: Window) -> None:
    window.type_instead()
    assert not any(stop.playable for stop in window.page.stops)
    assert "Anhören" not in window.buttons()


def test_where_the_recording_is_gone_the_button_goes_too(window: Window) -> None:
    read_sample(window)
    window.wait(lambda: can_be_heard(window))
    work = window.desk.reading.work
    assert work is not None
    keeper = window.desk._dictating.keeper
    gone: list[bool] = []
    keeper.destroy(work.id, lambda: gone.append(True))
    window.wait(lambda: gone)
    window.press(Qt.Key.Key_F8)
    window.wait(lambda: not can_be_heard(window))
    assert "Anhören" not in window.buttons()
