"""Work off the window's thread, one piece after the other, its results back as signals.

The drafting and the checking are pure Python and share the interpreter with the window; a
short switch interval keeps the window's turn near (`SWITCH`).
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

SWITCH = 0.0005
"""Seconds a thread keeps the interpreter while another waits for it."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    result: object
    error: Exception | None


class Lane(QObject):
    """One thread for everything that touches reviews and the store; jobs end in order.

    ``done`` and ``failed`` run in the window's thread, never after `close`, and one in a turn of
    its loop: where several answers have come, what somebody pressed and what is to be painted has
    its turn between them.
    """

    _ended = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        self._open = True
        # A timer, as a turn of the loop deals with all calls that are queued.
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)
        self._ended.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] = lambda _: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` in the lane, then ``done`` with its result in the window's thread."""
        self._jobs.put(_Job(work, done, failed))

    def close(self, patience: float | None = None) -> None:
        """Finish what is queued and end the thread; results are no longer delivered.

        Args:
            patience: seconds to wait for that; None: until it is done.
        """
        self._open = False
        self._jobs.put(None)
        self._thread.join(patience)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                result, error = job.work(), None
            except Exception as raised:  # noqa: BLE001 - goes to the caller
                result, error = None, raised
            self._answers.put(_Answer(job, result, error))
            self._ended.emit()

    def _next(self) -> None:
        # Before the answer is dealt with: that may turn the loop itself, or destroy this lane.
        self._turn.stop()
        if not self._open or self._answers.empty():
            return
        answer = self._answers.get()
        if not self._answers.empty():
            self._turn.start()
        self._deliver(answer)

    def _deliver(self, answer: _Answer) -> None:
        job, error = answer.job, answer.error
        if error is None:
            job.done(answer.result)
        elif job.failed is not None:
            job.failed(error)
        else:
            # The kind only: its words may be somebody's.
            _log.error("a job of the window failed: %s", type(error).__name__)
