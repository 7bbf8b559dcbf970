"""The sound between a source and its recognition: all that is not dealt with yet, no more."""

from __future__ import annotations

import threading
from collections import deque

from dokuhelfer.audio.pcm import SAMPLE_RATE, Block


class Backlog:
    """Filled by one thread, read by another.

    A full backlog makes the filling thread wait, so memory stays bounded however fast the
    source is. What was sent to a child stays here until it is dealt with: a new child gets
    it again.

    Args:
        seconds: of sound it holds at most.
    """

    def __init__(self, seconds: float) -> None:
        self._limit = round(seconds * SAMPLE_RATE)
        self._blocks: deque[Block] = deque()
        self._changed = threading.Condition()
        self._first = self._end = 0
        self._closed = False

    @property
    def first(self) -> int:
        """The first sample that is not dealt with."""
        with self._changed:
            return self._first

    @property
    def end(self) -> int:
        """The sample after the last one that came in."""
        with self._changed:
            return self._end

    @property
    def is_closed(self) -> bool:
        """Whether the source has ended."""
        with self._changed:
            return self._closed

    def add(self, block: Block) -> bool:
        """Take the next block, as soon as there is room. False once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or block.end - self._first <= self._limit)
            if self._closed:
                return False
            self._blocks.append(block)
            self._end = block.end
            return True

    def close(self) -> None:
        """Nothing more comes in (or shall come in)."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def since(self, sample: int) -> list[Block]:
        """The blocks from ``sample`` on."""
        with self._changed:
            return [block.after(sample) for block in self._blocks if block.end > sample]

    def forget(self, sample: int) -> None:
        """Everything before ``sample`` is dealt with."""
        with self._changed:
            while self._blocks and self._blocks[0].end <= sample:
                self._blocks.popleft()
            self._first = max(self._first, sample)
            self._changed.notify_all()
