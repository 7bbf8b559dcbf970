"""Is a model file the one the catalogue vouches for? Asked before native code reads it.

llama.cpp's parser is written in C++ and gets no content nobody vouched for (deployment.md §5.3).
Hashing 2.5 GB takes seconds, so a file that was found right is remembered: by a mark whose name
covers its place, size, times and number on the disk. What changes the content changes those.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from dokuhelfer.errors import Code, DokuError

_SUFFIX = ".seal"
_MOST_MARKS = 20


def require(file: Path, sha256: str, folder: Path | None) -> None:
    """See that ``file`` has the content of that hash.

    Args:
        folder: where marks are kept; None: it is hashed each time.

    Raises:
        DokuError: `MODEL_DEFECT`, it has another; `MODEL_MISSING`, it cannot be read.
    """
    try:
        mark = None if folder is None else folder / _name(file, sha256)
        if mark is not None and mark.exists():
            return
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        raise DokuError(Code.MODEL_MISSING) from None
    if found != sha256:
        raise DokuError(Code.MODEL_DEFECT)
    if mark is not None:
        # A mark that cannot be kept costs the seconds again, no more.
        with contextlib.suppress(OSError):
            _keep(mark)


def _name(file: Path, sha256: str) -> str:
    about = file.stat()
    times = (about.st_mtime_ns, about.st_ctime_ns)
    known = "\n".join(map(str, (sha256, file, about.st_size, *times, about.st_dev, about.st_ino)))
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest() + _SUFFIX


def _keep(mark: Path) -> None:
    mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark.touch(mode=0o600)
    marks = sorted(mark.parent.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime)
    for old in marks[:-_MOST_MARKS]:
        old.unlink(missing_ok=True)
