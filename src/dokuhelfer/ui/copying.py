"""Sound that is copied into the store, in a lane of its own.

Minutes of sound take seconds to decode and to encrypt; nobody may wait for that who opens or
closes the microphone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject

from dokuhelfer.audio.source import AudioSource
from dokuhelfer.store.case import Case
from dokuhelfer.ui.lane import Lane

Opened = Callable[[], AbstractContextManager[AudioSource]]


class _CancelledCopyError(Exception):
    """Nobody wants the copy any more."""


@dataclass(slots=True)
class _Copy:
    """One copy from its order to its end."""

    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    runs: bool = False


class SoundCopies(QObject):
    """Copies one after the other, each whole or not at all.

    All but `close` is called in the store's lane: a copy stands behind what was asked of its
    case before.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = Lane("sound", self)
        self._lock = threading.Lock()
        self._copies: dict[str, _Copy] = {}

    def begin(
        self,
        id: str,
        case: Case,
        when: datetime,
        opened: Opened,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Copy what ``opened`` gives into a case.

        Args:
            done, failed: in the window's thread; neither is called after `cancel`.
        """
        copy = _Copy()
        with self._lock:
            self._copies[id] = copy

        def make() -> None:
            self._enter(copy)
            try:
                with opened() as source:
                    case.add_recording(when, _all_of(source, copy.stop))
            finally:
                copy.over.set()

        def told(error: Exception) -> None:
            if not isinstance(error, _CancelledCopyError):
                failed(error)

        self._lane.run(make, lambda _: done(), told)

    def cancel(self, id: str) -> None:
        """Copy nothing into that dictation any more; what is there in part is gone then."""
        with self._lock:
            copy = self._copies.pop(id, None)
            if copy is None:
                return
            copy.stop.set()
            runs = copy.runs
        if runs:
            copy.over.wait()

    def behind(
        self, work: Callable[[], object], done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:  # fmt: skip
        """Do this when all copies asked for so far are made: they may be made of what goes."""
        self._lane.run(work, lambda _: done(), failed)

    def finish(self) -> None:
        """Wait until all that was asked for is done."""
        done = threading.Event()
        self._lane.run(done.set)
        done.wait()

    def close(self) -> None:
        """Finish what was asked for and end the lane."""
        self._lane.close()

    def _enter(self, copy: _Copy) -> None:
        with self._lock:
            if copy.stop.is_set():
                raise _CancelledCopyError
            copy.runs = True


def _all_of(source: AudioSource, stop: threading.Event) -> Iterator[bytes]:
    """The whole sound, or an error: a part of it must not be taken for all."""
    for block in source.blocks(stop):
        yield block.pcm
    if stop.is_set():
        raise _CancelledCopyError
