"""What the child takes from itself before it touches anything that came from outside."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

from dokuhelfer.engine.worker.seccomp import forbid_network

_NICE = 5
"""Below normal: the person's other programs come first (inference.md §2.3)."""

_NICER = 10
"""On top of `_NICE`: what somebody speaks now comes first."""

# winbase.h
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000
_IDLE_PRIORITY_CLASS = 0x40

# linux/prctl.h
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38

_DECODER_CPU_SECONDS = 1200
"""Four hours of MP3 take about two minutes; a file that takes longer is hostile."""

_DECODER_FILES = 64


SILENCED = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "TQDM_DISABLE": "1",
}
"""Environment under which libraries keep to themselves; onnxruntime 1.31 reports to its maker by
default. It has to be set before they are imported."""


def every_job() -> None:
    """No network, no core dump (it would hold what was said), no life after the parent's."""
    os.environ.update(SILENCED)
    if sys.platform == "win32":
        _step_back(_BELOW_NORMAL_PRIORITY_CLASS)
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with contextlib.suppress(OSError):
            os.nice(_NICE)
        _limit_core()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        forbid_network()


def give_way() -> None:
    """For sound nobody waits beside: other jobs of the program come first too."""
    if sys.platform == "win32":
        _step_back(_IDLE_PRIORITY_CLASS)
    else:
        with contextlib.suppress(OSError):
            os.nice(_NICER)


def decoder(max_memory_mb: int) -> None:
    """Bounds for a decoder of files from anywhere (deployment.md §5.3).

    Memory and processor time are bounded, no file can be written. Does nothing on Windows,
    where the parent's wall-clock limit is all there is so far.
    """
    if sys.platform != "win32":
        import resource

        size = max_memory_mb * 1024 * 1024
        _lower(resource.RLIMIT_AS, size)
        _lower(resource.RLIMIT_CPU, _DECODER_CPU_SECONDS)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_NOFILE, _DECODER_FILES)
        sys.dont_write_bytecode = True


def _step_back(priority: int) -> None:
    """What `os.nice` does elsewhere."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        this = ctypes.c_void_p(kernel.GetCurrentProcess())
        kernel.SetPriorityClass(this, priority)


def _limit_core() -> None:
    if sys.platform != "win32":
        import resource

        _lower(resource.RLIMIT_CORE, 0)


def _lower(which: int, value: int) -> None:
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(which)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(which, (bound, bound))
