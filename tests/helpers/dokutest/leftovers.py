"""What a test leaves behind: threads that still run, child processes nobody waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

GRACE = 3.0
"""Seconds in which a thread or child may still end by itself."""

Children = Callable[[], list[psutil.Process]]
"""Gives the child processes that a test has started and that still are there."""

_TASKS = Path("/proc/self/task")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The threads and child processes of this process at one moment."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]


def snapshot() -> Snapshot:
    """What runs now."""
    return Snapshot(frozenset(threading.enumerate()), frozenset(_children()))


def left_since(before: Snapshot) -> list[str]:
    """What was started since and is still there after `GRACE`, one line each."""
    deadline = time.monotonic() + GRACE
    while True:
        now = snapshot()
        threads = now.threads - before.threads
        children = now.children - before.children
        if not (threads or children) or time.monotonic() > deadline:
            break
        time.sleep(0.02)
    return [f"thread {thread.name}" for thread in threads] + [
        f"child process {pid} ({_describe(pid)})" for pid in sorted(children)
    ]


def children_since(before: Snapshot) -> list[psutil.Process]:
    """The child processes that were started since, and still are there.

    A test that kills or measures "its children" asks here: servers that belong to a whole run of
    tests (the sound system, a screen) are children of the same process.
    """
    found = []
    for pid in sorted(_children() - before.children):
        try:
            found.append(psutil.Process(pid))
        except psutil.NoSuchProcess:
            continue
    return found


def end_children(before: Snapshot) -> None:
    """Kill what a test left, so that only that test fails."""
    for pid in snapshot().children - before.children:
        try:
            process = psutil.Process(pid)
            process.kill()
            process.wait(GRACE)
        except (psutil.NoSuchProcess, psutil.TimeoutExpired):
            continue


def _children() -> set[int]:
    # psutil walks all of /proc; the kernel's own list costs next to nothing per test.
    try:
        lists = [(task / "children").read_text() for task in _TASKS.iterdir()]
    except OSError:
        return {child.pid for child in psutil.Process().children()}
    return {int(pid) for line in lists for pid in line.split()}


def _describe(pid: int) -> str:
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return "ended, but nobody waited for it"
        return " ".join(process.cmdline()[:4])
    except psutil.NoSuchProcess:
        return "gone meanwhile"
