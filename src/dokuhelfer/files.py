"""Reading what a user names and writing so that never half a file stands there."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dokuhelfer.errors import Code, DokuError

MAX_TEXT_BYTES = 16 * 1024 * 1024
"""A text or JSON input above this is refused: an hour of speech is about 60 kB of text."""


def open_input(path: Path) -> BinaryIO:
    """Open a user's file for reading; what cannot be an input becomes a `DokuError`.

    Pipes and devices are refused before they are opened for good, because reading
    them may never end.
    """
    try:
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError:
        raise DokuError(Code.INPUT_NOT_FOUND) from None
    except NotADirectoryError:
        raise DokuError(Code.INPUT_NOT_FOUND) from None
    except IsADirectoryError:
        raise DokuError(Code.INPUT_IS_DIRECTORY) from None
    except PermissionError:
        # Windows reports a directory as a permission error.
        code = Code.INPUT_IS_DIRECTORY if os.path.isdir(path) else Code.INPUT_NO_PERMISSION
        raise DokuError(code) from None
    except (OSError, ValueError):
        raise DokuError(Code.INPUT_NOT_FOUND) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise DokuError(Code.INPUT_IS_DIRECTORY if stat.S_ISDIR(mode) else Code.INPUT_NOT_REGULAR)
    return os.fdopen(descriptor, "rb")


def read_input(path: Path, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The whole of a user's (small) file; above ``limit`` bytes it is `INPUT_TOO_LARGE`."""
    with open_input(path) as stream:
        if os.fstat(stream.fileno()).st_size > limit:
            raise DokuError(Code.INPUT_TOO_LARGE, megabytes=limit // 1024 // 1024)
        try:
            return stream.read()
        except OSError:
            raise DokuError(Code.INPUT_UNREADABLE) from None


def stands(path: Path) -> bool:
    """Whether something of that name is there, as far as can be told; never raises.

    `Path.exists` raises in a folder that may not be entered.
    """
    return os.path.lexists(path)


def require_writable(target: Path) -> None:
    """Find out before long work that nothing could be written to ``target`` after it.

    Raises:
        DokuError: `TARGET_NOT_WRITABLE`.
    """
    folder = _real_target(target).parent
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise DokuError(Code.TARGET_NOT_WRITABLE)


def refuse_inputs(inputs: Iterable[Path], targets: Iterable[Path]) -> None:
    """Refuse to write over what is being read: a recording is the only one of its kind.

    Raises:
        DokuError: `TARGET_IS_INPUT`.
    """
    read = list(inputs)
    for target in targets:
        for path in read:
            with suppress(OSError, ValueError):
                if os.path.samefile(path, target):
                    raise DokuError(Code.TARGET_IS_INPUT)


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Write ``target`` whole or not at all: a sibling is written, flushed and renamed.

    A link is followed, so that its target is replaced and the link stays. Whatever is
    not a regular file (a folder, a device) or write-protected is never replaced.

    Raises:
        DokuError: `TARGET_NOT_WRITABLE` or `DISK_FULL`; the old file then still stands.
    """
    target = _real_target(target)
    temporary = target.parent / f".dokuhelfer-{secrets.token_hex(8)}.part"
    try:
        descriptor = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
        )
    except OSError as error:
        raise _target_error(error) from None
    try:
        with os.fdopen(descriptor, "wb") as stream:
            _keep_mode(stream.fileno(), target)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except OSError as error:
        raise _target_error(error) from None
    finally:
        with suppress(OSError):  # the folder may be gone, or protected by now
            temporary.unlink(missing_ok=True)


def _keep_mode(descriptor: int, target: Path) -> None:
    """A file that was private stays private when it is replaced."""
    if hasattr(os, "fchmod") and target.exists():
        os.fchmod(descriptor, stat.S_IMODE(target.stat().st_mode))


def _real_target(target: Path) -> Path:
    try:
        real = target.resolve()
        ordinary = not real.exists() or (real.is_file() and os.access(real, os.W_OK))
    except (OSError, RuntimeError, ValueError):
        ordinary = False
    if not ordinary:
        raise DokuError(Code.TARGET_NOT_WRITABLE)
    return real


def is_disk_full(error: OSError) -> bool:
    """Whether it says that there is no room, on the disk or in somebody's share of it."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def _target_error(error: OSError) -> DokuError:
    return DokuError(Code.DISK_FULL if is_disk_full(error) else Code.TARGET_NOT_WRITABLE)
