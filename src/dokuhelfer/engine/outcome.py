"""How a child's job ended: one closed set of values, and the rules that find the right one."""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from dokuhelfer.errors import Code, DokuError


@dataclass(frozen=True, slots=True)
class Finished:
    """The result is complete. What the child did afterwards does not matter."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The child said that it cannot do the job, and why."""

    code: Code
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """We ended it, because somebody asked us to."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """It ended without a result. ``cause`` names signal or status, for a log."""

    cause: str
    illegal_instruction: bool = False


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """It ended without a result, and the signs say that memory was the reason."""


@dataclass(frozen=True, slots=True)
class Unresponsive:
    """It lived, but a named timeout passed without the thing waited for."""

    waited_for: str


Outcome = Finished | Failed | Cancelled | Crashed | OutOfMemory | Unresponsive


class Ending(Enum):
    """How the conversation with the child ended, as seen from the parent."""

    RESULT = auto()
    FAILURE = auto()
    CANCELLED = auto()
    TIMEOUT = auto()
    BROKEN_PROTOCOL = auto()
    LOST = auto()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a child that is gone.

    Attributes:
        ending: see `Ending`.
        status: as `subprocess.Popen.returncode` gives it; None if it could not be removed.
        failure: what it reported, for `Ending.FAILURE`.
        waited_for: the name of the timeout, for `Ending.TIMEOUT`.
        log_tail: the last of its standard error, looked at here only and never kept.
        kernel_killed: the kernel's out-of-memory killer struck while it ran.
    """

    ending: Ending
    status: int | None
    failure: Failed | None = None
    waited_for: str = ""
    log_tail: bytes = b""
    kernel_killed: bool = False


_MEMORY_WORDS = (b"bad_alloc", b"MemoryError", b"Cannot allocate memory", b"out of memory")

_KILLED_BY_SHELL_RULE = 137
"""128 + SIGKILL: what a wrapper or container reports for a child it lost to a kill -9."""

_NTSTATUS_FLOOR = 0xC000_0000
_NT_MEMORY = {0xC000_0017, 0xC000_012D}  # STATUS_NO_MEMORY, STATUS_COMMITMENT_LIMIT
_NT_ILLEGAL_INSTRUCTION = 0xC000_001D


def classify(evidence: Evidence) -> Outcome:
    """The outcome for what is known.

    A crash after the result is no crash (faster-whisper issues 71 and 1293: the process
    dies while the model is unloaded). Only what we asked for counts as cancelled.
    """
    said = _from_conversation(evidence)
    return said if said is not None else _from_status(evidence)


def _from_conversation(evidence: Evidence) -> Outcome | None:
    match evidence.ending:
        case Ending.RESULT:
            return Finished()
        case Ending.FAILURE if evidence.failure is not None:
            memory = evidence.failure.code is Code.OUT_OF_MEMORY
            return OutOfMemory() if memory else evidence.failure
        case Ending.CANCELLED:
            return Cancelled()
        case Ending.TIMEOUT:
            return Unresponsive(evidence.waited_for)
        case Ending.BROKEN_PROTOCOL:
            return Crashed("protocol")
        case _:
            return None


def _from_status(evidence: Evidence) -> Outcome:
    status = evidence.status
    if status is None:
        return Unresponsive("exit")
    if evidence.kernel_killed and status in (-9, _KILLED_BY_SHELL_RULE):
        return OutOfMemory()
    if status == _KILLED_BY_SHELL_RULE or any(w in evidence.log_tail for w in _MEMORY_WORDS):
        return OutOfMemory()
    if status < 0:
        return Crashed(_signal_name(-status), illegal_instruction=-status == _SIGILL)
    if status >= _NTSTATUS_FLOOR:
        if status in _NT_MEMORY:
            return OutOfMemory()
        return Crashed(f"0x{status:08X}", illegal_instruction=status == _NT_ILLEGAL_INSTRUCTION)
    return Crashed(f"exit {status}")


_SIGILL = 4


def _signal_name(number: int) -> str:
    if sys.platform == "win32":
        return f"0x{number:X}"
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def error_of(outcome: Outcome) -> DokuError:
    """The error a person gets for an outcome that is not `Finished`."""
    match outcome:
        case Failed(code, params):
            return DokuError(code, **params)
        case Cancelled():
            return DokuError(Code.CANCELLED)
        case OutOfMemory():
            return DokuError(Code.OUT_OF_MEMORY)
        case Unresponsive():
            return DokuError(Code.WORKER_UNRESPONSIVE)
        case Crashed(illegal_instruction=True):
            return DokuError(Code.CPU_TOO_OLD, flags="SIGILL")
        case _:
            return DokuError(Code.WORKER_LOST)
