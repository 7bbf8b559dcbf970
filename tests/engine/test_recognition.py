"""Every way a child can end, with real child programs, gives its outcome."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from dokuhelfer.audio.backlog import Backlog
from dokuhelfer.engine.messages import Load, Progress
from dokuhelfer.engine.outcome import (
    Cancelled,
    Crashed,
    Failed,
    Finished,
    Outcome,
    OutOfMemory,
    Unresponsive,
)
from dokuhelfer.engine.recognition import Recognition
from dokuhelfer.errors import Code
from dokutest.engines import MemorySource, fake_engine

needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="needs RLIMIT_AS")
posix = pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")


def run(behaviour: str, cancel_after: int = 10**9) -> tuple[Outcome, list[Progress]]:
    """Eight seconds of sound through a fake engine; what it ended with and reported."""
    backlog = Backlog(60.0)
    for block in MemorySource(8).everything():
        backlog.add(block)
    backlog.close()
    reported: list[Progress] = []
    load = Load(folder="/", language="de", beam_size=1, threads=1, pause=0.7)
    job = Recognition(load, backlog, reported.append, fake_engine(behaviour))
    return job.run(lambda: len(reported) >= cancel_after), reported


@pytest.mark.parametrize(
    ("behaviour", "outcome", "arrived"),
    [
        ("obey", Finished(), 8),
        ("noisy_log", Finished(), 8),
        pytest.param("crash_after_result", Finished(), 8),
        ("hang_after_result", Finished(), 8),
        pytest.param("abort", Crashed("SIGABRT"), 3, marks=posix),
        pytest.param("kill_self", Crashed("SIGKILL"), 3, marks=posix),
        ("half_a_line", Crashed("exit 0"), 3),
        ("garbage", Crashed("protocol"), 3),
        ("endless_line", Crashed("protocol"), 3),
        ("flood_of_progress", Crashed("protocol"), 3),
        ("words_from_nowhere", Crashed("protocol"), 3),
        ("exit_137", OutOfMemory(), 3),
        pytest.param("exhaust_memory", OutOfMemory(), 3, marks=needs_limits),
        ("say_out_of_memory", OutOfMemory(), 3),
        ("say_model_defect", Failed(Code.MODEL_DEFECT), 3),
        ("hang", Unresponsive("progress"), 3),
        ("hang_and_ignore_terminate", Unresponsive("progress"), 3),
    ],
)
def test_outcome_of(behaviour: str, outcome: Outcome, arrived: int) -> None:
    began = time.monotonic()

    ended, reported = run(behaviour)

    assert ended == outcome
    assert [progress.through for progress in reported] == [
        16000 * (number + 1) for number in range(arrived)
    ]
    assert time.monotonic() - began < 15


def test_only_what_we_asked_for_is_a_cancel() -> None:
    ended, reported = run("hang", cancel_after=3)

    assert ended == Cancelled()
    assert len(reported) == 3


def test_a_child_that_closes_its_output_and_lives_is_ended() -> None:
    ended, _ = run("close_output_and_live")

    assert isinstance(ended, Crashed | Unresponsive)


def test_the_backlog_forgets_what_is_dealt_with_and_keeps_the_rest(tmp_path: Path) -> None:
    backlog = Backlog(60.0)
    for block in MemorySource(8).everything():
        backlog.add(block)
    backlog.close()
    load = Load(folder="/", language="de", beam_size=1, threads=1, pause=0.7)
    Recognition(load, backlog, lambda _: None, fake_engine("abort")).run(lambda: False)

    assert backlog.first == 3 * 16000
    assert backlog.since(0)[0].start == 3 * 16000
    assert backlog.since(0)[-1].end == 8 * 16000
