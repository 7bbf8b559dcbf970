from __future__ import annotations

import sys

import pytest

from dokuhelfer.engine.outcome import (
    Cancelled,
    Crashed,
    Ending,
    Evidence,
    Failed,
    Finished,
    Outcome,
    OutOfMemory,
    Unresponsive,
    classify,
    error_of,
)
from dokuhelfer.errors import Code

posix = pytest.mark.skipif(sys.platform == "win32", reason="negative statuses are signals")


@pytest.mark.parametrize("status", [0, 1, 137, -6, -9, -11, 0xC0000005, None])
def test_after_the_result_no_status_matters(status: int | None) -> None:
    assert classify(Evidence(Ending.RESULT, status)) == Finished()


@pytest.mark.parametrize("status", [0, 137, -9, -15, None])
def test_cancelled_is_what_we_cancelled(status: int | None) -> None:
    assert classify(Evidence(Ending.CANCELLED, status)) == Cancelled()


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (0, Crashed("exit 0")),
        (3, Crashed("exit 3")),
        (137, OutOfMemory()),
        pytest.param(-9, Crashed("SIGKILL"), marks=posix),
        pytest.param(-11, Crashed("SIGSEGV"), marks=posix),
        pytest.param(-4, Crashed("SIGILL", illegal_instruction=True), marks=posix),
        pytest.param(-200, Crashed("signal 200"), marks=posix),
        (0xC0000005, Crashed("0xC0000005")),
        (0xC000001D, Crashed("0xC000001D", illegal_instruction=True)),
        (0xC0000017, OutOfMemory()),
        (0xC000012D, OutOfMemory()),
        (None, Unresponsive("exit")),
    ],
)
def test_a_lost_child_is_judged_by_its_status(status: int | None, outcome: Outcome) -> None:
    assert classify(Evidence(Ending.LOST, status)) == outcome


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(Ending.LOST, -9, kernel_killed=True),
        Evidence(Ending.LOST, 137, kernel_killed=True),
        Evidence(Ending.LOST, -6, log_tail=b"terminate called ... 'std::bad_alloc'"),
        Evidence(Ending.LOST, 1, log_tail=b"...\nMemoryError\n"),
        Evidence(Ending.FAILURE, 0, failure=Failed(Code.OUT_OF_MEMORY)),
    ],
)
def test_signs_of_memory_make_it_memory(evidence: Evidence) -> None:
    assert classify(evidence) == OutOfMemory()


def test_another_process_losing_its_memory_is_not_ours() -> None:
    assert isinstance(classify(Evidence(Ending.LOST, 1, kernel_killed=True)), Crashed)


def test_reports_timeouts_and_broken_lines() -> None:
    failed = Failed(Code.MODEL_DEFECT, {"id": "m"})
    assert classify(Evidence(Ending.FAILURE, 0, failure=failed)) == failed
    assert classify(Evidence(Ending.TIMEOUT, -15, waited_for="start")) == Unresponsive("start")
    assert classify(Evidence(Ending.BROKEN_PROTOCOL, 0)) == Crashed("protocol")


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Failed(Code.AUDIO_TOO_LONG, {"hours": 4}), Code.AUDIO_TOO_LONG),
        (Cancelled(), Code.CANCELLED),
        (OutOfMemory(), Code.OUT_OF_MEMORY),
        (Unresponsive("start"), Code.WORKER_UNRESPONSIVE),
        (Crashed("SIGSEGV"), Code.WORKER_LOST),
        (Crashed("SIGILL", illegal_instruction=True), Code.CPU_TOO_OLD),
    ],
)
def test_every_outcome_has_an_error(outcome: Outcome, code: Code) -> None:
    assert error_of(outcome).code is code
    assert error_of(Failed(Code.AUDIO_TOO_LONG, {"hours": 4})).params == {"hours": 4}
