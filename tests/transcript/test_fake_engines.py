"""Children that misbehave, each a real program: the right end in bounded time, nothing lost.

That no process and no thread is left is checked after every test (tests/conftest.py).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from dokuhelfer.engine import memory
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.options import EngineOptions, Timeouts
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Skipped, SkipReason
from dokuhelfer.transcript.transcribe import transcribe
from dokutest.engines import MemorySource, Notes, fake_engine, fake_model

SECONDS = 8
GOOD_BLOCKS = 3
BOUND = 20.0
"""Seconds in which every one of these has to end, on a busy machine."""

needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="needs RLIMIT_AS")

LOST_MIDWAY = [
    *("abort", "exit_137", pytest.param("exhaust_memory", marks=needs_limits)),
    *("say_out_of_memory", "hang", "hang_and_ignore_terminate", "garbage", "half_a_line"),
    *("endless_line", "flood_of_progress", "words_from_nowhere", "close_output_and_live"),
    *("with_grandchild", "kill_self"),
]


def texts(notes: Notes) -> list[str]:
    return [segment.text for segment in notes.segments]


def words(count: int) -> list[str]:
    return [f"Wort{second * 16000}" for second in range(count)]


@pytest.mark.parametrize(("lost", "listed"), [(5.5, True), (0.0, False), (5 * 3600.0, False)])
def test_sound_that_a_file_has_lost_is_listed(lost: float, listed: bool, tmp_path: Path) -> None:
    source = MemorySource(SECONDS, damaged=lost > 0, lost=lost)

    transcript = transcribe(source, fake_model(tmp_path), engine=fake_engine("obey"))

    gap = Skipped(SECONDS, SECONDS + lost, SkipReason.NOISE)
    assert transcript.complete
    assert transcript.duration == (SECONDS + lost if listed else SECONDS)
    assert (transcript.skipped[-1:] == (gap,)) is listed


@pytest.mark.parametrize("behaviour", ["obey", "crash_after_result", "hang_after_result"])
def test_a_result_counts_whatever_the_child_does_afterwards(behaviour: str, tmp_path: Path) -> None:
    notes = Notes()
    options = fake_engine(behaviour)

    transcript = transcribe(
        MemorySource(SECONDS), fake_model(tmp_path), listener=notes, engine=options
    )

    assert transcript.complete
    assert transcript.duration == SECONDS
    assert [segment.id for segment in transcript.segments] == list(range(SECONDS))
    assert texts(notes) == words(SECONDS)
    assert notes.done[-1] == SECONDS
    assert notes.restarts == 0


@pytest.mark.parametrize("behaviour", LOST_MIDWAY)
def test_another_child_goes_on_where_one_was_lost(behaviour: str, tmp_path: Path) -> None:
    notes = Notes()
    options = fake_engine(behaviour, first_only=tmp_path)
    began = time.monotonic()

    transcript = transcribe(
        MemorySource(SECONDS), fake_model(tmp_path), listener=notes, engine=options
    )

    assert time.monotonic() - began < BOUND
    assert transcript.complete
    assert texts(notes) == words(SECONDS)
    assert notes.restarts == 1


@pytest.mark.parametrize("behaviour", ["abort", "exit_137", "hang", "garbage", "kill_self"])
def test_what_arrived_is_kept_when_no_child_gets_further(behaviour: str, tmp_path: Path) -> None:
    notes = Notes()
    options = fake_engine(behaviour, restarts=1)
    began = time.monotonic()

    transcript = transcribe(
        MemorySource(SECONDS), fake_model(tmp_path), listener=notes, engine=options
    )

    assert time.monotonic() - began < BOUND
    assert not transcript.complete
    # Each child answers three blocks before it goes wrong, and there are two of them.
    assert texts(notes) == words(2 * GOOD_BLOCKS)
    assert list(transcript.segments) == notes.segments


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        ("crash_at_load", Code.WORKER_LOST),
        ("hang_at_load", Code.WORKER_UNRESPONSIVE),
        pytest.param(
            "memory_at_load",
            Code.OUT_OF_MEMORY,
            marks=needs_limits,
        ),
        ("say_model_defect", Code.MODEL_DEFECT),
    ],
)
def test_a_child_that_does_nothing_at_all_is_an_error(
    behaviour: str, code: Code, tmp_path: Path
) -> None:
    options = EngineOptions(
        command=fake_engine(behaviour).command,
        timeouts=Timeouts(start=2.0, progress=2.0, exit=0.5, terminate=0.2),
        restarts=1,
    )

    with pytest.raises(DokuError) as raised:
        transcribe(MemorySource(SECONDS), fake_model(tmp_path), engine=options)

    assert raised.value.code is code


def test_a_talkative_log_is_drained(tmp_path: Path) -> None:
    options = fake_engine("noisy_log")

    transcript = transcribe(MemorySource(SECONDS), fake_model(tmp_path), engine=options)

    assert len(transcript.segments) == SECONDS


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    options = EngineOptions(command=(str(tmp_path / "fehlt"),))

    with pytest.raises(DokuError) as raised:
        transcribe(MemorySource(1), fake_model(tmp_path), engine=options)

    assert raised.value.code is Code.ENGINE_MISSING


def test_too_little_memory_is_said_before_a_child_starts(tmp_path: Path) -> None:
    model = SpeechModel("riese", tmp_path, 80, memory_mb=10**9, is_demo=False, sha256=None)

    with pytest.raises(DokuError) as raised:
        transcribe(MemorySource(1), model, engine=fake_engine("obey", first_only=tmp_path))

    assert raised.value.code is Code.TOO_LITTLE_MEMORY
    assert not (tmp_path / "started").exists()


def test_a_restart_needs_room_for_the_model_of_live_text_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(memory, "suffices", lambda needed: asked.append(needed) or len(asked) < 2)
    live = SpeechModel("klein", tmp_path / "live", 80, memory_mb=7, is_demo=False, sha256=None)
    notes = Notes()

    transcript = transcribe(
        MemorySource(SECONDS),
        fake_model(tmp_path),
        live=live,
        listener=notes,
        engine=fake_engine("abort", first_only=tmp_path),
    )

    assert asked == [8, 8]
    assert notes.restarts == 0
    assert not transcript.complete


@pytest.mark.parametrize("behaviour", ["hang", "hang_and_ignore_terminate"])
def test_cancel_ends_a_hanging_child_at_once(behaviour: str, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancelled_at = 0.0

    def cancel_soon() -> None:
        nonlocal cancelled_at
        if len(notes.segments) == GOOD_BLOCKS:
            cancelled_at = time.monotonic()
            cancel.set()

    notes = Notes(on_segment=cancel_soon)

    with pytest.raises(DokuError) as raised:
        transcribe(
            MemorySource(SECONDS),
            fake_model(tmp_path),
            listener=notes,
            cancel=cancel,
            engine=fake_engine(behaviour),
        )

    assert raised.value.code is Code.CANCELLED
    assert time.monotonic() - cancelled_at < 2.0
    assert texts(notes) == words(GOOD_BLOCKS)


def test_the_child_of_a_child_does_not_outlive_it(tmp_path: Path) -> None:
    transcribe(
        MemorySource(SECONDS),
        fake_model(tmp_path),
        engine=fake_engine("with_grandchild", restarts=0),
    )

    # With our own number: another test process may have one of its own right now.
    own = ["import time; time.sleep(600)", str(os.getpid())]
    sleepers = [
        process
        for process in psutil.process_iter(["cmdline"])
        if (process.info["cmdline"] or [])[-2:] == own
    ]
    assert sleepers == []


class BrokenSource(MemorySource):
    """Sound that ends in an error of its own."""

    def __init__(self, error: Exception) -> None:
        super().__init__(seconds=2)
        self._error = error

    def blocks(self, stop: threading.Event, from_sample: int = 0):  # type: ignore[no-untyped-def]
        yield from super().blocks(stop, from_sample)
        raise self._error


@pytest.mark.parametrize("error", [DokuError(Code.AUDIO_TOO_LONG, hours=4), KeyError("fehlt")])
def test_an_error_of_the_source_is_raised_in_the_callers_thread(
    error: Exception, tmp_path: Path
) -> None:
    with pytest.raises(type(error)) as raised:
        transcribe(BrokenSource(error), fake_model(tmp_path), engine=fake_engine("obey"))

    assert raised.value is error


def test_no_sound_at_all_is_an_empty_transcript(tmp_path: Path) -> None:
    transcript = transcribe(MemorySource(0), fake_model(tmp_path), engine=fake_engine("obey"))

    assert transcript.complete
    assert transcript.segments == ()
