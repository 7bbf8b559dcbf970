"""A small disk of the test's own, that really fills up and can be write-protected; needs root."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_BLOCK = bytes(4096)


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """One that is mounted."""

    place: Path

    def fill(self) -> None:
        """Take all room there is."""
        with suppress(OSError), self._filler.open("ab", buffering=0) as stream:
            while True:
                stream.write(_BLOCK)

    def free(self) -> None:
        """Give the room back."""
        self._filler.unlink()

    def protect(self) -> None:
        """Nothing can be written any more.

        Whoever has a file open for writing keeps a disk from becoming read-only, so another
        view of it is put in front.
        """
        _run("mount", "--bind", str(self.place), str(self.place))
        _run("mount", "-o", "remount,bind,ro", str(self.place))

    def release(self) -> None:
        """It can be written again."""
        _run("umount", "--lazy", str(self.place))

    @property
    def _filler(self) -> Path:
        return self.place / "voll"


@contextmanager
def small_disk(place: Path, size: str = "4m") -> Iterator[SmallDisk]:
    """A disk at that folder."""
    place.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place))
    try:
        yield SmallDisk(place)
    finally:
        while place.is_mount():
            _run("umount", "--lazy", str(place))


def may_mount() -> bool:
    """Whether tests may have one."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
