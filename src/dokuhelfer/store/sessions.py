"""Folders of stores whose key lives in memory only."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from dokuhelfer.errors import DokuError
from dokuhelfer.security.private import FolderLock, make_private

_SESSION = "session-"


def new_session(folder: Path) -> Path:
    """A folder of its own for a session, beside the store in ``folder``.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
    """
    own = folder / f"{_SESSION}{secrets.token_hex(16)}"
    make_private(own)
    return own


def remove_sessions(folder: Path) -> None:
    """Remove what ended sessions left: nobody has their keys."""
    for own in folder.glob(_SESSION + "*"):
        with suppress(DokuError):
            lock = FolderLock.take(own)
            lock.release()
            remove_session(own)


def remove_session(own: Path) -> None:
    """Remove a session's folder with all that is in it, as far as that may be."""
    with suppress(OSError):
        for path in sorted(own.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        own.rmdir()
