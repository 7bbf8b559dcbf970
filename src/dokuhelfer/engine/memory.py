"""Memory: is there enough before a model is loaded, and did the kernel take a child's."""

from __future__ import annotations

from pathlib import Path

import psutil

from dokuhelfer.errors import Code, DokuError

_MEGABYTE = 1024 * 1024
_RESERVE_MB = 256
"""Kept free for the window and the rest of the machine."""

_BOTH_FROM_MB = 15_000
"""What a machine sold with 16 GB has left for programs, less a little."""

_CGROUP = Path("/sys/fs/cgroup")
_VMSTAT = Path("/proc/vmstat")


def available_mb(cgroup: Path = _CGROUP) -> int:
    """Megabytes that can be used without swapping: the machine's, or less where a
    container's limit (cgroup v2) is nearer."""
    available = psutil.virtual_memory().available // _MEGABYTE
    limit = _number(cgroup / "memory.max")
    used = _number(cgroup / "memory.current")
    if limit is not None and used is not None:
        available = min(available, max(0, limit - used) // _MEGABYTE)
    return int(available)


def suffices(needed_mb: int) -> bool:
    """Whether a model that needs ``needed_mb`` may be loaded now."""
    return available_mb() >= needed_mb + _RESERVE_MB


def keeps_both(total_mb: int | None = None) -> bool:
    """Whether recognition and language model may stay loaded side by side.

    Below 16 GB one is ended before the other is loaded; the system and the firmware keep some of
    what was bought (inference.md §5.2). ``total_mb`` replaces the machine's memory (for tests).
    """
    total = total_mb or psutil.virtual_memory().total // _MEGABYTE
    return total >= _BOTH_FROM_MB


def require(needed_mb: int) -> None:
    """Refuse a model before it is loaded rather than be killed while loading.

    Raises:
        DokuError: `TOO_LITTLE_MEMORY` with needed_mb and available_mb.
    """
    if not suffices(needed_mb):
        raise DokuError(
            Code.TOO_LITTLE_MEMORY,
            needed_mb=needed_mb + _RESERVE_MB,
            available_mb=available_mb(),
        )


def kernel_kills(vmstat: Path = _VMSTAT) -> int:
    """How often the kernel's out-of-memory killer has struck since the start; 0 if unknown."""
    try:
        lines = vmstat.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    for line in lines:
        name, _, value = line.partition(" ")
        if name == "oom_kill" and value.isdigit():
            return int(value)
    return 0


def _number(file: Path) -> int | None:
    try:
        text = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return int(text) if text.isdigit() else None
