"""How much memory child processes take, seen from outside."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Self

import psutil

_LOOK_EVERY = 0.05


class PeakMemory:
    """Watches while its block runs.

    Attributes:
        megabytes: the most that any one child was seen with.
    """

    def __init__(self) -> None:
        self.megabytes = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._over.wait(_LOOK_EVERY):
            for child in own.children(recursive=True):
                # One that has just ended cannot be asked any more.
                with suppress(psutil.Error):
                    seen = child.memory_info().rss // 1024**2
                    self.megabytes = max(self.megabytes, seen)
