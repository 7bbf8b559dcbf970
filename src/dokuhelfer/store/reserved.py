"""Empty files for recordings to come, so that a recorder can wait with one."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from dokuhelfer.security.private import create_new, destroy_key_file
from dokuhelfer.store.files import recordings_folder
from dokuhelfer.store.model import RecordingId


@dataclass(frozen=True, slots=True)
class Reserved:
    """An empty file for one recording and its open descriptor."""

    id: RecordingId
    descriptor: int


class Reservations:
    """All reserved files that no recording has begun in; may be used by several threads.

    Args:
        root: the store's folder.
    """

    def __init__(self, root: Path) -> None:
        self._folder = recordings_folder(root)
        self._open: dict[RecordingId, Reserved] = {}
        self._lock = threading.Lock()

    def make(self) -> Reserved:
        """Reserve a new file.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        id = RecordingId(uuid4())
        reserved = Reserved(id, create_new(self._folder / id.hex))
        with self._lock:
            self._open[id] = reserved
        return reserved

    def take(self, reserved: Reserved) -> None:
        """A recording begins in it; from now on its descriptor is the case's to close."""
        with self._lock:
            self._open.pop(reserved.id, None)

    def release(self, reserved: Reserved) -> None:
        """Close and remove it; nothing happens if a recording has begun in it."""
        with self._lock:
            mine = self._open.pop(reserved.id, None)
        if mine is not None:
            os.close(mine.descriptor)
            destroy_key_file(self._folder / mine.id.hex)

    def release_all(self) -> None:
        """Close and remove all."""
        for reserved in tuple(self._open.values()):
            self.release(reserved)
