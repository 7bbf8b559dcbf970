"""Where recordings turn up by themselves: a watched folder, a recorder that is plugged in.

Both are looked at again and again; there is nothing to wait for on network drives and recorders.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from dokuhelfer.imports.looking import sounds_in

SETTLED = 2.0
"""Seconds in which a file has to stay as it is: what is still being written is not taken."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was, and since when (seconds of the caller's clock)."""

    size: int
    modified: int
    since: float


class FolderWatch:
    """Finds files in a folder once they are written to the end; each state of a file once.

    Args:
        folder: may come and go.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, _Seen] = {}
        self._given: dict[Path, tuple[int, int]] = {}

    def poll(self, now: float) -> tuple[Path, ...]:
        """The files that are new and settled.

        Args:
            now: seconds of a clock that only goes forward.
        """
        found = {path: state for path in sounds_in(self._folder) if (state := _state(path))}
        settled = []
        for path, (size, modified) in found.items():
            seen = self._seen.get(path)
            if seen is None or (seen.size, seen.modified) != (size, modified):
                self._seen[path] = _Seen(size, modified, now)
            elif now - seen.since >= SETTLED and self._given.get(path) != (size, modified):
                self._given[path] = (size, modified)
                settled.append(path)
        for gone in self._seen.keys() - found.keys():
            del self._seen[gone]
            self._given.pop(gone, None)
        return tuple(settled)


class VolumeWatch:
    """Finds what is plugged in from now on.

    Args:
        mounted: where volumes are mounted at the moment.
    """

    def __init__(self, mounted: Callable[[], frozenset[Path]] | None = None) -> None:
        self._mounted = mounted or mounted_volumes
        self._known: frozenset[Path] | None = None

    def poll(self) -> tuple[Path, ...]:
        """The volumes that came since the last call; none at the first."""
        now = self._mounted()
        new = now - (now if self._known is None else self._known)
        self._known = now
        return tuple(sorted(new))


def mounted_volumes() -> frozenset[Path]:
    """Where disks and recorders are mounted; no network drives."""
    try:
        return frozenset(Path(one.mountpoint) for one in psutil.disk_partitions(all=False))
    except (OSError, RuntimeError):
        return frozenset()


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of writing; None for what is not there, or empty."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if status.st_size else None
