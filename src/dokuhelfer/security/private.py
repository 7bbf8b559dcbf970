"""Files and folders that are nobody else's business: 0700 and 0600, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from dokuhelfer.errors import Code, DokuError

_TEMPORARY = ".part"
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_PATIENCE = 2.0 if os.name == "nt" else 0.0
"""Seconds a virus scanner may hold a file that is to be replaced (Windows)."""


def store_error(error: OSError) -> DokuError:
    """What a person is told of a failure to write into the store."""
    return DokuError(Code.DISK_FULL if error.errno in _FULL else Code.STORE_NOT_WRITABLE)


def make_private(folder: Path) -> None:
    """Make ``folder`` (with its parents), or close the one that stands there to others.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; also where something else stands there,
            such as a link to a place of somebody else's choice.
    """
    try:
        for missing in reversed([folder, *folder.parents]):
            with suppress(FileExistsError):
                if not missing.exists():
                    missing.mkdir(mode=0o700)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode):
            raise DokuError(Code.STORE_NOT_WRITABLE)
        if sys.platform != "win32" and stat.S_IMODE(status.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise store_error(error) from None


def create_new(path: Path) -> int:
    """The descriptor of a new file of 0600, open for reading and writing.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
    """
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY, 0o600)
    except OSError as error:
        raise store_error(error) from None


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of ``data`` and make the system put it on the disk.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
    """
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError as error:
        raise store_error(error) from None


def replace(path: Path, data: bytes) -> None:
    """Put a file of 0600 with ``data`` at ``path``, whole or not at all.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; the old file then still stands.
    """
    temporary = path.with_name(secrets.token_hex(16) + _TEMPORARY)
    descriptor = create_new(temporary)
    try:
        try:
            write_all(descriptor, data)
        finally:
            os.close(descriptor)
        _rename(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise store_error(error) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def destroy_key_file(path: Path) -> None:
    """Remove a file whose beginning holds a sealed key, so that not even that is left there.

    Overwriting means little on flash and journalling file systems (deployment.md §5.1);
    it costs nothing either. A file that is not there is destroyed.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`.
    """
    if not os.path.lexists(path):
        return
    with suppress(OSError):
        descriptor = os.open(path, os.O_WRONLY | _NO_LINK | _BINARY)
        try:
            os.write(descriptor, bytes(min(os.fstat(descriptor).st_size, 4096)))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise store_error(error) from None


def remove_temporaries(folder: Path) -> None:
    """Remove what a crash left of `replace`."""
    for path in folder.glob("*" + _TEMPORARY):
        with suppress(OSError):
            path.unlink()


def sync_folder(folder: Path) -> None:
    """Make names in ``folder`` last through a power cut (not needed on Windows)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _rename(temporary: Path, path: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            os.replace(temporary, path)
        except PermissionError:
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.05)
        else:
            return


class FolderLock:
    """One process at a time: held from `take` until `release` or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Lock ``folder``.

        Raises:
            DokuError: `STORE_IN_USE`, `STORE_NOT_WRITABLE`.
        """
        try:
            descriptor = os.open(
                folder / "lock", os.O_RDWR | os.O_CREAT | _NO_LINK | _BINARY, 0o600
            )
        except OSError as error:
            raise store_error(error) from None
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise DokuError(Code.STORE_IN_USE) from None
        return cls(descriptor)

    def release(self) -> None:
        """Let others in; once more does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
