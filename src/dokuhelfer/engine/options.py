"""How a child program is started and how long it is waited for."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds the parent waits, each for one named thing.

    Attributes:
        start: until the child is ready; a 1.6 GB model from a slow disk takes about a minute.
        progress: without any progress while there is work. A 25 s utterance on a large
            model and two slow cores, decoded twice, takes up to three minutes.
        sound: until the decoder delivers its next block.
        exit: after the result, or after the pipe closed, until the child is gone by itself.
        terminate: after asking it to end, until it is killed.
        kill: after killing it, until the system has taken it away.
    """

    start: float = 120.0
    progress: float = 240.0
    sound: float = 60.0
    exit: float = 2.0
    terminate: float = 0.2
    kill: float = 5.0


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What the caller may set about the engine.

    Attributes:
        command: the child program; its first argument is the executable.
        timeouts: see `Timeouts`.
        restarts: how often a lost child is replaced before the job ends incomplete
            (design, "Exit status").
        backlog: seconds of sound the parent keeps and sends ahead. Has to be more than the
            sound of a window's utterances (`engine.worker.packing`) with the longest cut.
        decoder_memory_mb: address space of the decoder; FFmpeg itself maps about 300 MB.
        max_seconds: the longest file that is decoded.
    """

    command: tuple[str, ...] = field(default_factory=lambda: worker_command())
    timeouts: Timeouts = field(default_factory=Timeouts)
    restarts: int = 3
    backlog: float = 120.0
    decoder_memory_mb: int = 1536
    max_seconds: int = 4 * 3600


def worker_command() -> tuple[str, ...]:
    """The command that starts the child program for inference; see `recorder_command`."""
    return _command("dokuhelfer-worker", "dokuhelfer.engine.worker")


def recorder_command() -> tuple[str, ...]:
    """The command that starts the child program that owns the microphone."""
    return _command("dokuhelfer-recorder", "dokuhelfer.recorder")


def _command(program: str, module: str) -> tuple[str, ...]:
    """The command of a child program.

    In a frozen tree that is the executable beside ours. Otherwise it is this Python:
    ``-P`` keeps the current directory off the import path, so that no file lying about
    where the program was called becomes code.
    """
    if getattr(sys, "frozen", False):
        suffix = ".exe" if sys.platform == "win32" else ""
        return (str(Path(sys.executable).with_name(f"{program}{suffix}")),)
    return (sys.executable, "-P", "-X", "utf8", "-m", module)
