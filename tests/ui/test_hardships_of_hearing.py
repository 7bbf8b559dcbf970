"""Recognition that is killed or has no model: whoever speaks is recorded, and all of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.model import ImportState
from dokuhelfer.resources import data_path
from dokuhelfer.store.model import RecordingState
from dokuhelfer.ui import intake
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.surroundings import Mode
from dokutest.hardships import Hardships, kept_cases, kill_workers, workers
from dokutest.pulse import Pulse
from dokutest.sounds import ffmpeg
from dokutest.turning import turn
from dokutest.window import Window

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
SECONDS = 12
NO_MODEL = "Auf diesem Gerät ist kein passendes Modell vorhanden."
LOST = "Die Spracherkennung ist mehrmals abgebrochen."
GO_ON = "Sprechen Sie weiter: Die Aufnahme läuft"


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """The beginning of a sample."""
    wav = tmp_path / "sample.wav"
    ffmpeg("-i", str(SAMPLE), "-t", str(SECONDS), "-ar", "16000", "-ac", "1", str(wav))
    return wav


def start(window: Window) -> None:
    """F9, and the microphone is open."""
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.desk._dictating.speaking._elapsed.isValid())


def no_model(*_: object) -> SpeechModel:
    raise DokuError(Code.MODEL_MISSING)


def test_without_a_model_all_that_is_said_is_recorded_and_heard_later(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    window = hardships.open()
    with monkeypatch.context() as without:
        without.setattr(intake, "find_speech_model", no_model)
        start(window)
        player = pulse.play(speech)
        window.wait(lambda: hardships.sentence == f"{NO_MODEL} {GO_ON} und bleibt gesichert.")
        turn(2000)
        assert (window.mode, window.desk._dictating.is_recording) == (Mode.RECORDING, True)
        assert hardships.answers()
        window.wait(lambda: player.poll() is not None)
        window.press(Qt.Key.Key_F9)
        window.wait(lambda: window.mode is Mode.HOME)
        assert hardships.sentence.startswith(f"{NO_MODEL} Die Aufnahme ist gesichert. Bitte das")
        (entry,) = window.desk._entries.waiting
        assert entry.phase is Phase.FAILED
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.recordings[0].state is RecordingState.FINISHED
    assert info.recordings[0].seconds >= SECONDS
    assert words == b""
    window = hardships.open()
    window.wait(lambda: [one.phase for one in window.desk._entries.waiting] == [Phase.READ])
    hardships.close()
    ((_, words),) = kept_cases().items()
    assert "geschlafen" in words.decode()


def test_a_worker_that_is_killed_while_somebody_speaks_is_replaced(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path
) -> None:
    window = hardships.open()
    start(window)
    player = pulse.play(speech)
    window.wait(workers)
    turn(3000)
    assert kill_workers() == 1
    window.wait(lambda: hardships.sentence.startswith("Das Erkennen ist abgebrochen und macht"))
    assert hardships.answers()
    window.wait(lambda: player.poll() is not None)
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    assert hardships.sentence == ""
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.recordings[0].seconds >= SECONDS
    assert "geschlafen" in words.decode()


def test_workers_that_are_always_killed_leave_the_recording_to_be_heard_again(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path
) -> None:
    window = hardships.open()
    start(window)
    player = pulse.play(speech)
    for _ in range(4):
        window.wait(kill_workers)
        turn(200)
    window.wait(lambda: hardships.sentence == f"{LOST} {GO_ON} und wird danach noch einmal gehört.")
    assert (window.mode, window.desk._dictating.is_recording) == (Mode.RECORDING, True)
    window.wait(lambda: player.poll() is not None)
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    assert hardships.sentence == ""
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.recordings[0].seconds >= SECONDS
    assert "geschlafen" in words.decode()


def hear_file(window: Window) -> None:
    """Until its copy is safe and it is being heard."""
    window.shell.files_dropped.emit([str(SAMPLE)])
    window.wait(lambda: window._is_focused("Ja, mein Diktat"))
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: state_of_file(window) is ImportState.TRANSCRIBING)


def state_of_file(window: Window) -> ImportState:
    return window.desk.imports.work.items[0].state


def test_a_worker_that_is_killed_while_a_file_is_heard_is_replaced(hardships: Hardships) -> None:
    window = hardships.open()
    hear_file(window)
    window.wait(kill_workers)
    window.wait(lambda: hardships.sentence.endswith("macht ab 0:00 weiter; es fehlt nichts."))
    assert hardships.answers()
    window.wait(lambda: state_of_file(window) is ImportState.DONE)
    assert hardships.sentence == ""
    hardships.close()
    ((_, words),) = kept_cases().items()
    assert "geschlafen" in words.decode()


def test_a_file_whose_workers_are_always_killed_is_kept_and_heard_again_on_demand(
    hardships: Hardships,
) -> None:
    window = hardships.open()
    hear_file(window)
    for _ in range(4):
        window.wait(kill_workers)
    window.wait(lambda: state_of_file(window) is ImportState.FAILED)
    assert hardships.sentence.startswith(f"{LOST} Die Aufnahme ist gesichert. Bitte das Diktat")
    assert hardships.answers()
    QTest.keyClick(window.button("Erneut versuchen"), Qt.Key.Key_Return)
    window.wait(lambda: state_of_file(window) is ImportState.DONE)
    hardships.close()
    ((_, words),) = kept_cases().items()
    assert "geschlafen" in words.decode()


def test_what_workers_that_are_always_killed_did_not_get_to_stands_at_the_end(
    hardships: Hardships,
) -> None:
    window = hardships.open()
    done: list[float] = []
    window.desk._dictating.progressed.connect(lambda *told: done.append(told[1]))
    hear_file(window)
    window.wait(lambda: any(done))
    for _ in range(4):
        window.wait(kill_workers)
    window.wait(lambda: state_of_file(window) is ImportState.DONE)
    assert hardships.sentence.startswith("Ab 0:0")
    assert hardships.sentence.endswith(
        " ist das Erkennen abgebrochen. Der Ton ist gesichert und steht am Ende des Blattes zum"
        " Anhören."
    )
    assert hardships.answers()
    QTest.keyClick(window.button("Lesen"), Qt.Key.Key_Return)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    assert "Ohne Text: " in window.page.stops[-1].passage.text
