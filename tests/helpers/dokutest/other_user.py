"""Run a command as another, ordinary user: CI is root, whom no permission stops."""

from __future__ import annotations

import os
import pwd
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
PATIENCE = 30.0
"""Seconds that what the user ran may take to end after its test."""


@contextmanager
def made() -> Iterator[str]:
    """The name of another user, made for this test process alone.

    Two test processes never share one: whoever ended first would take it from the other.

    Raises:
        AssertionError: a process of the user still runs when all its tests are over.
    """
    name = f"dokuhelfer-test-{os.getpid()}"
    subprocess.run(["useradd", "--system", "--no-create-home", name], check=True)
    try:
        yield name
        assert not _running_after(pwd.getpwnam(name).pw_uid, PATIENCE)
    finally:
        # By force: a process that ended unreaped, of a container whose first process reaps
        # none, counts as "used".
        subprocess.run(["userdel", "--force", name], check=True, capture_output=True)


def _running_after(user: int, patience: float) -> list[str]:
    limit = time.monotonic() + patience
    while (running := _running(user)) and time.monotonic() < limit:
        time.sleep(0.1)
    return running


def _running(user: int) -> list[str]:
    """Names of the user's processes that are not mere remains (zombies)."""
    names = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines())
        except (OSError, ValueError):
            continue
        if int(lines["Uid"].split()[0]) == user and not lines["State"].startswith("Z"):
            names.append(lines["Name"])
    return names


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
