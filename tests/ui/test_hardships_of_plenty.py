"""Very much at once: 500 open drafts, a recording of three hours."""

from __future__ import annotations

import os
import tempfile
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest

from dokuhelfer import jsonio
from dokuhelfer.config.load import load, machine_places
from dokuhelfer.draft.context import Context
from dokuhelfer.imports.model import ImportState
from dokuhelfer.resources import data_path
from dokuhelfer.store.model import About, Document
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import clock
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.left_open import plan_to_json
from dokuhelfer.ui.shelf import offered_templates
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.work import Plan, Work
from dokutest.desks import how_kept
from dokutest.hardships import Hardships, kept_cases
from dokutest.sounds import ffmpeg, write_wav
from dokutest.turning import turn
from dokutest.window import Window

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
MANY = 500
MOST_MEMORY = 200_000
"""Bytes of one open draft; 72 kB were measured."""

MOST_MORE = 60 * 2**20
"""Bytes the window may take more for a file, however long it is."""

STALL = 2.0
"""Seconds an event loop may stand still on a busy machine; the window's own figure is measured
by `tests/benchmarks/window_loop.py`."""


@pytest.fixture
def pulse_of_window() -> Iterator[list[float]]:
    """Seconds between two turns of the event loop, while the test runs."""
    turns: list[float] = []
    clock = QElapsedTimer()
    clock.start()
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(clock.restart() / 1000))
    timer.start(10)
    yield turns
    timer.stop()


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A place in memory, where there is one: each of many things is kept at once."""
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else str(tmp_path)
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def leave_open(count: int) -> None:
    """So many dictations that were read in part in an earlier window."""
    templates = offered_templates(load(machine_places()).settings)
    with Store.open(store_folder(), how_kept()) as store:
        for number in range(count):
            name = f"Frau Nummer {number}"
            plan = Plan("pflegebericht", Context(person=name))
            said = f"{name} hat gut geschlafen. Kühlpack aufgelegt, zwanzig Minuten."
            work = Work(plan, transcript=Transcript((Segment(0, None, None, said, ()),)))
            work.draft(templates)
            case = store.create(About(name, "pflegebericht"), clock.now())
            case.save(Document.CONTEXT, jsonio.dump(plan_to_json(plan)))
            case.save(Document.REVIEW, work.put_away())


def all_can_be_read(window: Window) -> bool:
    return all(one.phase is Phase.READ for one in window.desk._entries.waiting)


def test_five_hundred_open_drafts_are_listed_and_the_last_one_is_read(
    hardships: Hardships, pulse_of_window: list[float], quick_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_DATA_HOME", str(quick_disk))
    leave_open(MANY)
    turn(50)
    before = psutil.Process().memory_info().rss
    pulse_of_window.clear()
    window = hardships.open()
    assert len(window.desk._entries.waiting) == MANY
    for _ in range(20):
        window.wait(lambda: len(pulse_of_window) % 5 == 0)
    waiting = window.desk.stage.home.waiting
    assert waiting.model().rowCount() == MANY
    waiting.setFocus()
    QTest.keyClick(waiting, Qt.Key.Key_End)
    assert waiting.currentIndex().row() == MANY - 1
    for _ in range(20):
        if all_can_be_read(window):
            break
        turn(3000)
    grown = (psutil.Process().memory_info().rss - before) / MANY
    assert grown < MOST_MEMORY
    waiting.setFocus()
    QTest.keyClick(waiting, Qt.Key.Key_End)
    assert waiting.currentIndex().row() == MANY - 1
    place = waiting.visualRect(waiting.currentIndex())
    assert waiting.viewport().visibleRegion().boundingRect().contains(place)
    the_overview_lists_all(window)
    window.press(Qt.Key.Key_Escape)
    waiting.setFocus()
    QTest.keyClick(waiting, Qt.Key.Key_Return)
    window.wait(lambda: window.mode is Mode.READING and window.page.stops)
    assert "gut geschlafen" in repr(window.page)
    assert hardships.sentence == ""
    assert max(pulse_of_window) < STALL
    hardships.close()
    assert len(kept_cases()) == MANY


def the_overview_lists_all(window: Window) -> None:
    """Every draft has its row; few of them are widgets."""
    window.desk.stage.home.overview_asked.emit()
    window.wait(lambda: window.mode is Mode.ASIDE)
    listed = window.desk.stage.overview.open
    window.wait(lambda: listed.made)
    assert len(listed.rows) == MANY
    assert len(listed.made) < MANY / 10


def speech_at_the_end(path: Path, seconds: int) -> Path:
    """A file of that length, silent but for its last 12 seconds; it takes no room on the disk."""
    spoken = path.with_suffix(".end.wav")
    ffmpeg("-i", str(SAMPLE), "-t", "12", "-ar", "16000", "-ac", "1", str(spoken))
    with wave.open(str(spoken)) as stream:
        samples = stream.readframes(stream.getnframes())
    spoken.unlink()
    write_wav(path, bytes(2))
    size = seconds * 32_000
    with path.open("r+b") as stream:
        header = stream.read(44)
        lengths = ((size + 36).to_bytes(4, "little"), size.to_bytes(4, "little"))
        stream.seek(0)
        stream.write(header[:4] + lengths[0] + header[8:40] + lengths[1])
        stream.truncate(44 + size)
        stream.seek(44 + size - len(samples))
        stream.write(samples)
    return path


def own_memory(process: psutil.Process) -> int:
    """Bytes that are nobody else's: the store's files are mapped while they are read, and the
    system takes those pages back when it needs them."""
    held = process.memory_info()
    return held.rss - held.shared


@pytest.fixture
def heaviest() -> Iterator[list[int]]:
    """Bytes of this process's own, each second while the test runs."""
    seen: list[int] = []
    process = psutil.Process()
    timer = QTimer()
    timer.timeout.connect(lambda: seen.append(own_memory(process)))
    timer.start(1000)
    yield seen
    timer.stop()


@pytest.mark.parametrize(
    "seconds", [300, pytest.param(3 * 3600, marks=pytest.mark.long)], ids=["5 min", "3 h"]
)
def test_a_long_file_is_read_in_while_the_window_answers(
    hardships: Hardships, tmp_path: Path, pulse_of_window: list[float], heaviest: list[int],
    seconds: int,
) -> None:  # fmt: skip
    window = hardships.open()
    window.shell.files_dropped.emit([str(speech_at_the_end(tmp_path / "lang.wav", seconds))])
    window.wait(lambda: window._is_focused("Ja, mein Diktat"))
    pulse_of_window.clear()
    heaviest.clear()
    before = own_memory(psutil.Process())
    window.press(Qt.Key.Key_Return)
    states = [ImportState.DONE, ImportState.FAILED]
    give_up = time.monotonic() + max(90, seconds / 6)
    while window.desk.imports.work.items[0].state not in states:
        assert time.monotonic() < give_up, window.desk.imports.work.items[0].state
        turn(500)
    assert window.desk.imports.work.items[0].state is ImportState.DONE
    assert hardships.sentence == ""
    assert max(pulse_of_window) < STALL
    assert max(heaviest, default=before) - before < MOST_MORE
    hardships.close()
    ((info, words),) = kept_cases().items()
    assert info.recordings[0].seconds == pytest.approx(seconds)
    assert "geschlafen" in words.decode()
