"""Putting a finished file where the user wants it: whole, and never over another one."""

from __future__ import annotations

import os
from pathlib import Path

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import replacing


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse a target that is there already, a dangling link included.

    Raises:
        DokuError: `TARGET_EXISTS`.
    """
    if not force and os.path.lexists(target):
        raise DokuError(Code.TARGET_EXISTS)


def save(content: bytes, target: Path, *, force: bool) -> None:
    """Write the file beside its target and rename it.

    Raises:
        DokuError: `TARGET_EXISTS` unless ``force``; `TARGET_NOT_WRITABLE`, `DISK_FULL`.
    """
    refuse_existing(target, force=force)
    with replacing(target) as stream:
        stream.write(content)
        # Again, for what came there while writing: the rename would replace it.
        refuse_existing(target, force=force)
