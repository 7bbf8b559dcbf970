"""Where models may lie on this machine (deployment.md §4)."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from dokuhelfer.resources import data_path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def model_roots(configured: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Folders searched for models, first wins; each holds one folder per model id.

    Configured ones, the machine's, the user's, and the one shipped with the program.
    Machine-wide folders that somebody other than the administrator may change are left
    out: models are native-parser input, and such a folder would hand one user's files to all.
    """
    roots = [path for path in configured if path.is_absolute()]
    roots += [path for path in machine_roots() if is_administrators(path)]
    roots += [user_root(), data_path("models").absolute()]
    return tuple(dict.fromkeys(roots))


def machine_roots() -> tuple[Path, ...]:
    """Folders an administrator fills for all users of the machine."""
    if sys.platform == "win32":
        program_data = os.environ.get("PROGRAMDATA")
        return (Path(program_data, "Dokuhelfer", "models"),) if program_data else ()
    return (Path("/usr/share/dokuhelfer/models"), Path("/opt/dokuhelfer/models"))


def user_root() -> Path:
    """The user's own model folder; not roaming, models are gigabytes."""
    name = "Dokuhelfer" if sys.platform == "win32" else "dokuhelfer"
    return platformdirs.user_data_path(name, appauthor=False, roaming=False) / "models"


def is_administrators(root: Path, administrator: int = 0) -> bool:
    """Whether ``root`` is a folder that only the administrator may change.

    On Windows the owner and access list are not looked at yet: the installer creates the
    folder with the right one.
    """
    try:
        about = root.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return about.st_uid == administrator and not about.st_mode & _OTHERS_MAY_WRITE
