"""Processor: can it run the native libraries at all, and how many threads do they get.

A missing instruction ends a process without a word (peers.md §7, case 14), so the flags
are looked at before the first native import, by the parent and by the child.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from dokuhelfer.errors import Code, DokuError

SPEECH_FLAGS = frozenset({"sse4_2", "popcnt", "ssse3", "cx16"})
"""x86-64-v2, the baseline of the numpy 2.4 wheels (``numpy.show_config``: "X86_V2").

Everything above it the libraries choose at run time: on qemu's Nehalem (no AVX) a sentence
was recognised with int8, on its Core 2 the import ended in an illegal instruction
(numpy 2.4.6, ctranslate2 4.8.5, onnxruntime 1.31.1, faster-whisper 1.2.1).
"""

LANGUAGE_FLAGS = frozenset({"avx2", "fma", "f16c", "bmi2"})
"""What our own build of llama.cpp is compiled for (issue 2, "Two commands")."""

_CPUINFO = Path("/proc/cpuinfo")

# Names of IsProcessorFeaturePresent (winnt.h) for the flags above; the ones Windows does
# not tell are implied: every processor with AVX2 that was ever sold has FMA, F16C and BMI2.
_WINDOWS_FEATURES = {"cx16": 14, "ssse3": 36, "sse4_2": 38, "avx2": 40}


def flags(cpuinfo: str | None = None) -> frozenset[str] | None:
    """The processor's flags in Linux's spelling; None where they cannot be told.

    ``cpuinfo`` replaces the text of /proc/cpuinfo (for tests).
    """
    if cpuinfo is None and sys.platform == "win32":
        return _windows_flags()
    text = cpuinfo if cpuinfo is not None else _read_cpuinfo()
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "flags":
            return frozenset(value.split())
    return None


def name(cpuinfo: str | None = None) -> str:
    """What the maker calls the processor; empty where it cannot be told."""
    text = cpuinfo if cpuinfo is not None else _read_cpuinfo()
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.processor()


def missing(needed: frozenset[str], cpuinfo: str | None = None) -> tuple[str, ...]:
    """Which of ``needed`` the processor lacks. None on another architecture than x86-64,
    whose wheels have a baseline every such machine meets, nor where flags are unknown."""
    if cpuinfo is None and platform.machine().lower() not in ("x86_64", "amd64"):
        return ()
    present = flags(cpuinfo)
    return () if present is None else tuple(sorted(needed - present))


def require(needed: frozenset[str], cpuinfo: str | None = None) -> None:
    """Refuse to start what would die of an illegal instruction.

    Raises:
        DokuError: `CPU_TOO_OLD` with the missing flags.
    """
    lacking = missing(needed, cpuinfo)
    if lacking:
        raise DokuError(Code.CPU_TOO_OLD, flags=" ".join(lacking))


def worker_threads(physical: int | None) -> int:
    """Threads of an inference: one core stays free for the person's other programs.

    Threads that wait for each other collapse when something else wants their cores
    (inference.md §2.3). On two busy cores the demo model took 2.5 s with one thread and
    3.1 s with two.
    """
    return max(1, (physical or os.cpu_count() or 1) - 1)


def _read_cpuinfo() -> str:
    try:
        return _CPUINFO.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _windows_flags() -> frozenset[str] | None:
    if sys.platform == "win32":
        import ctypes

        present = ctypes.windll.kernel32.IsProcessorFeaturePresent
        found = {name for name, number in _WINDOWS_FEATURES.items() if present(number)}
        if "sse4_2" in found:
            found.add("popcnt")
        if "avx2" in found:
            found |= LANGUAGE_FLAGS
        return frozenset(found)
    return None
