"""Sound while it is recorded: a source that recognition reads as it comes."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator

from dokuhelfer.audio.pcm import SAMPLE_RATE, Block
from dokuhelfer.audio.source import SourceLost

_MOST_UNREAD = 600 * SAMPLE_RATE
"""Samples held for a reader that is behind: ten minutes. What is beyond it has to be read from
the recording."""

_SLICE = 0.05


class LiveSound:
    """An `AudioSource` that grows; one thread puts, one reads."""

    def __init__(self) -> None:
        self._blocks: deque[Block] = deque()
        self._changed = threading.Condition()
        self._end = 0
        self._unread = 0
        self._ended = False
        self._lost = False

    @property
    def duration(self) -> float | None:
        """None: nobody knows how long somebody will speak."""
        return None

    @property
    def damaged(self) -> bool:
        """Never."""
        return False

    @property
    def lost(self) -> float:
        """Always 0."""
        return 0.0

    @property
    def end(self) -> int:
        """The sample after the last one that came."""
        return self._end

    def put(self, block: Block) -> None:
        """Take the next block. One that does not follow, or finds no room, ends the sound:
        the reader then gets `SourceLost`."""
        with self._changed:
            length = block.end - block.start
            if self._ended or block.start != self._end or self._unread + length > _MOST_UNREAD:
                self._lost |= not self._ended
                self._ended = True
            else:
                self._blocks.append(block)
                self._end = block.end
                self._unread += length
            self._changed.notify_all()

    def close(self, *, lost: bool = False) -> None:
        """No more will come; ``lost``: though there was more."""
        with self._changed:
            self._lost |= lost and not self._ended
            self._ended = True
            self._changed.notify_all()

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`; waits for what is to come."""
        while not stop.is_set():
            block = self._next()
            if block is None:
                continue
            if block.end == block.start:
                return
            if block.end > from_sample:
                yield block.after(from_sample)

    def _next(self) -> Block | None:
        """The next block, an empty one at the end, None if none came for a moment."""
        with self._changed:
            self._changed.wait_for(lambda: self._blocks or self._ended, _SLICE)
            if self._blocks:
                block = self._blocks.popleft()
                self._unread -= block.end - block.start
                return block
            if not self._ended:
                return None
            if self._lost:
                raise SourceLost
            return Block(self._end, b"")
