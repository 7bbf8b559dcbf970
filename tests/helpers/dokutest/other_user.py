"""Run a command as another, ordinary user: CI is root, whom no permission stops."""

from __future__ import annotations

import pwd
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

NAME = "dokuhelfer-test"
REPOSITORY = Path(__file__).resolve().parents[3]


@contextmanager
def made() -> Iterator[str]:
    """The other user's name; the user is made for the time being where it is missing."""
    try:
        pwd.getpwnam(NAME)
        own = False
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", NAME], check=True)
        own = True
    try:
        yield NAME
    finally:
        if own:
            subprocess.run(["userdel", NAME], check=True, capture_output=True)


def command(arguments: Sequence[str], user: str) -> list[str]:
    """The command, run as that user.

    Interpreter and checkout may lie below a folder closed to others (root's home). In a
    mount namespace of the command's own they are shown below an open folder of the same
    name; the real folders stay as they are.
    """
    drop = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--", *arguments]
    needed = {
        path: closed
        for path in (Path(sys.base_prefix), Path(sys.prefix), REPOSITORY)
        if (closed := _closed_above(path)) is not None
    }
    if not needed:
        return drop
    return ["unshare", "--mount", "sh", "-ec", _script(needed, drop)]


def _closed_above(path: Path) -> Path | None:
    for folder in reversed((path, *path.parents)):
        if not folder.stat().st_mode & 0o001:
            return folder
    return None


def _script(needed: dict[Path, Path], drop: Sequence[str]) -> str:
    lines = ["mount --make-rprivate /"]
    hold = Path("/mnt")
    lines.append(f"mount -t tmpfs tmpfs {hold}")
    for number, path in enumerate(needed):
        lines.append(
            f"mkdir {hold}/{number} && mount --bind {shlex.quote(str(path))} {hold}/{number}"
        )
    for closed in set(needed.values()):
        lines.append(f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(str(closed))}")
    for number, path in enumerate(needed):
        quoted = shlex.quote(str(path))
        lines.append(f"mkdir -p {quoted} && mount --bind {hold}/{number} {quoted}")
    lines.append("exec " + shlex.join(drop))
    return "\n".join(lines)
