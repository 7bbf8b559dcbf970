"""Wall time and peak memory of a process with all its children."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import psutil

_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One run, from start to end of the process.

    Attributes:
        processor: seconds of all cores together; hardly changes when others use them as well.
        megabytes: memory, shared pages divided among those who share them.
    """

    seconds: float
    processor: float
    megabytes: float
    output: str


def measured(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run ``command`` to its end; it has to succeed."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        began = time.perf_counter()
        process = subprocess.Popen(list(command), stdout=output, env=dict(environment))
        peak, ended, usage = 0.0, 0, None
        while not ended:
            peak = max(peak, _memory(process.pid))
            time.sleep(_LOOK_EVERY)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command[0]} ended with {process.returncode}")
        output.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, peak, output.read())


def _memory(pid: int) -> float:
    """MB of private memory and a fair share of the shared, of the whole family."""
    total = 0
    with suppress(psutil.Error):
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        for process in family:
            with suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total / 1024**2
