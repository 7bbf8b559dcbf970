"""A disk that is full or may not be written: said once, nothing lost, and kept when it can be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from dokuhelfer.resources import data_path
from dokuhelfer.store.model import RecordingState, State
from dokuhelfer.ui.surroundings import Mode
from dokutest.hardships import Hardships, kept_cases, kill_workers
from dokutest.pulse import Pulse
from dokutest.small_disk import SmallDisk, may_mount, small_disk
from dokutest.sounds import ffmpeg
from dokutest.turning import turn
from dokutest.window import Window

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not may_mount(), reason="needs root"),
]

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
FULL = "Der Datenträger ist voll: "
UNKEPT = (
    f"{FULL}Ihre letzten Eingaben stehen nur in diesem Fenster. Bitte Platz schaffen und das"
    " Fenster bis dahin offen lassen."
)
CANNOT_WRITE = "In den Ordner für Ihre Diktate lässt sich nicht schreiben: "


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    """Where the store is."""
    with small_disk(Path(os.environ["XDG_DATA_HOME"])) as made:
        yield made


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    """Twelve seconds of a sample."""
    wav = tmp_path / "sample.wav"
    ffmpeg("-i", str(SAMPLE), "-t", "12", "-ar", "16000", "-ac", "1", str(wav))
    return wav


def write(hardships: Hardships, text: str) -> Window:
    """A sheet that is written by hand up to its signature."""
    window = hardships.window
    window.type_instead()
    for _ in range(20):
        if window.page.all_read:
            break
        read_on(window, text)
    return window


def read_on(window: Window, text: str) -> None:
    """One stop further."""
    stop, before = window.page.stops[window.page.cursor], window.page
    turn(200)
    window.wait(window._is_settled)
    if stop.issue is not None and stop.issue.choices:
        window.press(Qt.Key.Key_2)
        window.wait(lambda: isinstance(window.focus, QPlainTextEdit))
        QTest.keyClicks(window.focus, text)
        QTest.keyClick(window.focus, Qt.Key.Key_Return)
    else:
        window.press(Qt.Key.Key_Space)
    window.wait(lambda: window.page != before)


def speak(hardships: Hardships, pulse: Pulse, speech: Path, disk: SmallDisk) -> Window:
    """Say all of it; the disk fills up in the middle."""
    window = hardships.open()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.desk._dictating.speaking._elapsed.isValid())
    player = pulse.play(speech)
    turn(3000)
    disk.fill()
    window.wait(lambda: hardships.sentence.startswith(f"{FULL}Bisher Gesagtes ist gesichert"))
    assert (window.mode, hardships.answers()) == (Mode.RECORDING, True)
    window.wait(lambda: player.poll() is not None)
    return window


def test_a_disk_that_is_full_for_a_while_costs_nothing_of_a_recording(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path, disk: SmallDisk
) -> None:
    window = speak(hardships, pulse, speech, disk)
    disk.free()
    window.wait(lambda: hardships.sentence == "")
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.recordings[0].state is RecordingState.FINISHED
    assert info.recordings[0].seconds >= 12
    assert "geschlafen" in words.decode()


def test_a_recording_that_ends_on_a_full_disk_is_text_that_is_kept_and_signed_later(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path, disk: SmallDisk
) -> None:
    window = speak(hardships, pulse, speech, disk)
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    window.wait(lambda: hardships.sentence.startswith(f"{FULL}Der letzte Teil der Aufnahme"))
    assert hardships.answers()
    disk.free()
    window.wait(lambda: not [one for one in window.shell.messages.notes if one.key == "kept"])
    window.read_to_the_end()
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.state is State.SIGNED
    assert "geschlafen" in words.decode()


def test_nothing_is_begun_on_a_full_disk(
    hardships: Hardships, pulse: Pulse, microphone: str, disk: SmallDisk
) -> None:
    window = hardships.open()
    disk.fill()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: hardships.sentence.startswith(f"{FULL}Die Aufnahme hat nicht begonnen"))
    window.wait(lambda: window.mode is Mode.HOME)
    assert hardships.answers()
    assert window.desk._entries.waiting == ()
    disk.free()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.desk._dictating.speaking._elapsed.isValid())
    assert hardships.sentence == ""
    window.press(Qt.Key.Key_F9)


def test_what_is_written_and_signed_on_a_full_disk_is_kept_and_signed_once_there_is_room(
    hardships: Hardships, disk: SmallDisk
) -> None:
    window = hardships.open()
    window.type_instead()
    disk.fill()
    while not window.page.all_read:
        read_on(window, "Frau Lenz hat gut geschlafen.")
    window.wait(lambda: hardships.sentence == UNKEPT)
    window.sign()
    window.wait(lambda: hardships.sentence.startswith(f"{FULL}Das Blatt ist nicht abgezeichnet"))
    window.wait(lambda: window.mode is Mode.READING and window.page.all_read)
    assert hardships.answers()
    disk.free()
    window.wait(lambda: not [one for one in window.shell.messages.notes if one.key == "kept"])
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    assert hardships.sentence == ""
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.state is State.SIGNED
    assert "gut geschlafen" in words.decode()


@pytest.mark.parametrize("back_before_the_end", [True, False])
def test_what_is_written_while_the_store_is_write_protected_is_kept_afterwards(
    hardships: Hardships, disk: SmallDisk, back_before_the_end: bool
) -> None:
    window = hardships.open()
    window.type_instead()
    hardships.settle()
    disk.protect()
    while not window.page.all_read:
        read_on(window, "Frau Lenz hat gut geschlafen.")
    window.wait(lambda: hardships.sentence.startswith(f"{CANNOT_WRITE}Ihre letzten Eingaben"))
    assert hardships.answers()
    disk.release()
    if back_before_the_end:
        window.wait(lambda: hardships.sentence == "")
    hardships.close()
    ((_, words),) = kept_cases().items()
    assert "gut geschlafen" in words.decode()


def test_a_write_protected_store_is_said_at_the_start_and_opened_once_it_can_be(
    hardships: Hardships, disk: SmallDisk
) -> None:
    disk.protect()
    window = hardships.open()
    assert hardships.sentence == (
        "In den Ordner für Ihre Diktate darf oder kann nicht geschrieben werden. Bitte die"
        " Schreibrechte prüfen oder sich an Ihre IT wenden."
    )
    window.press(Qt.Key.Key_F9)
    assert (window.mode, hardships.answers()) == (Mode.HOME, True)
    disk.release()
    QTest.mouseClick(window.button("Erneut versuchen"), Qt.MouseButton.LeftButton)
    window.wait(lambda: hardships.sentence == "")
    write(hardships, "Frau Lenz hat gut geschlafen.")
    hardships.close()
    ((_, words),) = kept_cases().items()
    assert "gut geschlafen" in words.decode()


def test_on_a_full_disk_a_nachtrag_is_not_destroyed_yet_and_an_untouched_one_no_damage(
    hardships: Hardships, disk: SmallDisk
) -> None:
    window = hardships.open()
    write(hardships, "Frau Lenz hat gut geschlafen.")
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    hardships.settle()
    (entry,) = window.desk._entries.signed
    begun: list[bool] = []
    keeper = window.desk._dictating.keeper
    keeper.begin(entry.work.id, "addendum", begun.append)
    window.wait(lambda: begun == [True])
    disk.fill()
    gone: list[int] = []
    keeper.destroy(entry.work.id, lambda: gone.append(1))
    window.wait(lambda: hardships.sentence.startswith("Das Diktat ist noch nicht vernichtet"))
    assert hardships.sentence.endswith("Der Datenträger ist voll, bitte Platz schaffen.")
    assert (gone, hardships.answers()) == ([], True)
    window = hardships.open()  # killed in between, as it were: nothing was typed
    assert hardships.sentence == ""
    assert window.desk._entries.all == ()
    disk.free()
    hardships.open()
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.state is State.SIGNED
    assert "gut geschlafen" in words.decode()


def test_a_document_goes_nowhere_where_there_is_no_room_and_the_signed_text_stays(
    hardships: Hardships, tmp_path: Path
) -> None:
    window = hardships.open()
    write(hardships, "Frau Lenz hat gut geschlafen.")
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    exports = window.desk.signing.exports
    with small_disk(tmp_path / "stick") as stick:
        target = stick.place / "bericht.docx"
        exports.write_word(target)
        window.wait(lambda: hardships.sentence == "Die Word-Datei ist gesichert.")
        before = target.read_bytes()
        for way in (exports.write_word, exports.write_pdf):
            stick.fill()
            way(target)
            window.wait(lambda: hardships.sentence.startswith("Der Datenträger am Ziel ist voll"))
            assert hardships.sentence.endswith("Der abgezeichnete Text ist weiter gesichert.")
            assert target.read_bytes() == before
            stick.free()
        stick.protect()
        exports.write_word(target)
        window.wait(lambda: hardships.sentence.startswith("Am Ziel darf nicht"))
        assert hardships.answers()
        assert sorted(one.name for one in stick.place.iterdir()) == ["bericht.docx"]
        assert docx.Document(str(target)).paragraphs
    exports.write_word(tmp_path / "fort" / "bericht.docx")
    window.wait(lambda: hardships.sentence.startswith("Den Ordner am Ziel gibt es nicht mehr"))
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.state is State.SIGNED
    assert "gut geschlafen" in words.decode()


@pytest.mark.long
def test_words_that_were_shown_are_kept_when_recognition_and_disk_fail_together(
    hardships: Hardships, pulse: Pulse, microphone: str, speech: Path, disk: SmallDisk
) -> None:
    window = hardships.open()
    shown: list[str] = []
    window.desk._dictating.heard.connect(lambda _, stable, tail: shown.append(f"{stable} {tail}"))
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.desk._dictating.speaking._elapsed.isValid())
    player = pulse.play(speech)
    disk.fill()
    window.wait(lambda: player.poll() is not None and "geschlafen" in shown[-1])
    turn(1000)
    for _ in range(4):
        window.wait(kill_workers)
        turn(200)
    words = shown[-1].split()
    window.press(Qt.Key.Key_F9)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    disk.free()
    window.wait(lambda: not [one for one in window.shell.messages.notes if one.key == "kept"])
    hardships.close()
    ((_, kept),) = kept_cases().items()
    assert [word for word in words if word not in kept.decode()] == []
