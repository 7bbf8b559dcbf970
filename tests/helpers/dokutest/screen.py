"""An X display of the test's own, with real keys and the clipboard another program would read."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_PATIENCE = 60.0
_DARK = 128
"""Grey of 0 to 255, under which a point is ink."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A running display; ``environment`` points programs at it."""

    environment: dict[str, str]

    def press(self, *keys: str) -> None:
        """Press keys by the names X gives them, such as ``F9`` or ``ctrl+Return``."""
        self._tool("xdotool", "key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tool("xdotool", "type", "--delay", "20", text)

    def focus(self, title: str) -> None:
        """Give the keyboard to the window of that title, when it is there."""
        found = self._tool(
            "xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}$"
        ).split()
        self._tool("xdotool", "windowfocus", "--sync", found[-1])

    def clipboard(self) -> str:
        """What another program would paste; "" for nothing."""
        done = subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"],
            env=self._all(),
            capture_output=True,
            encoding="utf-8",
            timeout=10,
        )
        return done.stdout

    def ink(self, left: int, top: int, wide: int, high: int) -> int:
        """How many dark points stand in a part of the screen: grows with every word there."""
        where = f"{self.environment['DISPLAY']}+{left},{top}"
        taken = subprocess.run(
            ["ffmpeg", "-loglevel", "error", "-f", "x11grab", "-video_size", f"{wide}x{high}",
             "-i", where, "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo", "-"],
            env=self._all(), capture_output=True, check=True, timeout=_PATIENCE,
        )  # fmt: skip
        assert len(taken.stdout) == wide * high
        return sum(point < _DARK for point in taken.stdout)

    def _tool(self, *command: str) -> str:
        done = subprocess.run(
            list(command),
            env=self._all(),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=_PATIENCE,
        )
        return done.stdout

    def _all(self) -> dict[str, str]:
        return os.environ | self.environment


@contextmanager
def screen(size: str = "1280x800x24") -> Iterator[Screen]:
    """A display on a free number; ended with the test."""
    assert shutil.which("Xvfb"), "the package xvfb is missing"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not come up"
        yield Screen({"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
    finally:
        server.terminate()
        server.wait(10)


def wait_until(condition: Callable[[], object], seconds: float = _PATIENCE) -> None:
    """Ask again and again until it is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.2)
