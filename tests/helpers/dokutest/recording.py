"""Recording in tests: a dictaphone whose events are collected and waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from dokuhelfer.dictaphone import Dictaphone, DictaphoneEvent
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About
from dokuhelfer.store.store import Store
from dokutest.stores import NOW, MemoryBackend, by

Kind = TypeVar("Kind")

PATIENCE = 20.0
"""Seconds; a busy machine starts a child slowly."""


class Heard:
    """Every event, with the time it came."""

    def __init__(self) -> None:
        self.events: list[tuple[float, DictaphoneEvent]] = []
        self._changed = threading.Condition()

    def __call__(self, event: DictaphoneEvent) -> None:
        with self._changed:
            self.events.append((time.monotonic(), event))
            self._changed.notify_all()

    def of(self, kind: type[Kind]) -> list[Kind]:
        """All events of that kind so far."""
        return [event for _, event in self.events if isinstance(event, kind)]

    def wait_for(self, kind: type[Kind], number: int = 1, patience: float = PATIENCE) -> Kind:
        """The event of that kind with that number, as soon as it comes."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self.of(kind)) >= number, patience)
        assert came, f"no {kind.__name__} {number}: {[e for _, e in self.events][-5:]}"
        return self.of(kind)[number - 1]

    def time_of(self, event: object) -> float:
        """When it came."""
        return next(at for at, one in self.events if one is event)


@contextmanager
def dictating(
    folder: Path, options: EngineOptions | None = None
) -> Iterator[tuple[Dictaphone, Case, Heard]]:
    """A dictaphone with an empty case."""
    heard = Heard()
    with Store.open(folder, by(MemoryBackend())) as store:
        dictaphone = Dictaphone(store, heard, options)
        try:
            yield dictaphone, store.create(About(), NOW), heard
        finally:
            dictaphone.close()
