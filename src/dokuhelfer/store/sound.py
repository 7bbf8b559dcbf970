"""A recording of the store as sound: a source for recognition, and single seconds to hear."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Generator, Sequence
from itertools import accumulate
from mmap import mmap
from types import TracebackType
from typing import Self

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE, Block, seconds
from dokuhelfer.security.envelope import ChunkReader, FileEnd
from dokuhelfer.security.sealing import Forged

_BLOCK = SAMPLE_RATE // 2
"""Samples of one block that is given out, at most."""


class StoredSound:
    """The sound of one recording as it stood when this was made; an `AudioSource`.

    Use as a context manager. A chunk that was changed ends the sound there: what comes
    before it is given, ``damaged`` says so.
    """

    def __init__(self, mapped: mmap, reader: ChunkReader) -> None:
        self._mapped = mapped
        self._reader = reader
        sizes = (frame.size // BYTES_PER_SAMPLE for frame in reader.frames)
        self._starts = list(accumulate(sizes, initial=0))
        self._damaged = reader.ending is FileEnd.DAMAGED

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; nothing is read any more."""
        self._mapped.close()

    @property
    def samples(self) -> int:
        """How many there are."""
        return self._starts[-1]

    @property
    def duration(self) -> float:
        """Seconds of sound."""
        return seconds(self.samples)

    @property
    def complete(self) -> bool:
        """Whether it was ended in order; False while it runs and after a crash."""
        return self._reader.ending is FileEnd.COMPLETE and not self._damaged

    @property
    def damaged(self) -> bool:
        """Whether something in it was changed, as far as it has been read."""
        return self._damaged

    @property
    def lost(self) -> float:
        """Always 0: how much stood behind a changed place is not known."""
        return 0.0

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`."""
        first = max(0, bisect_right(self._starts, from_sample) - 1)
        for index in range(first, len(self._reader.frames)):
            if stop.is_set():
                return
            pcm = self._chunk(index)
            if pcm is None:
                return
            block = Block(self._starts[index], pcm).after(from_sample)
            while block.pcm:
                yield Block(block.start, block.pcm[: _BLOCK * BYTES_PER_SAMPLE])
                block = block.after(block.start + _BLOCK)

    def pcm(self, start: float, end: float) -> bytes:
        """The samples between two times (seconds), to be played."""
        return _between(self, start, end)

    def verify(self) -> bool:
        """Read all of it; whether it is complete and nothing was changed."""
        for index in range(len(self._reader.frames)):
            if self._chunk(index) is None:
                break
        return self.complete

    def _chunk(self, index: int) -> bytes | None:
        try:
            return self._reader.read(index)
        except Forged:
            self._damaged = True
            return None


class JoinedSound:
    """Several recordings, one behind the other; an `AudioSource`. Use as a context manager, or
    `close` it.

    Args:
        parts: the recordings, the first first.
    """

    def __init__(self, parts: Sequence[StoredSound]) -> None:
        self._parts = parts
        self._starts = list(accumulate((part.samples for part in parts), initial=0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go; nothing is read any more."""
        for part in self._parts:
            part.close()

    @property
    def duration(self) -> float:
        """Seconds of sound."""
        return seconds(self._starts[-1])

    @property
    def damaged(self) -> bool:
        """Whether something in one of them was changed, as far as it has been read."""
        return any(part.damaged for part in self._parts)

    @property
    def lost(self) -> float:
        """See `StoredSound.lost`."""
        return 0.0

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`. Behind a changed place the next recording goes on, so that
        every second stays where it is in time; what is missing there is silence."""
        at = from_sample
        for start, part in zip(self._starts, self._parts, strict=False):
            end = start + part.samples
            for block in part.blocks(stop, max(0, at - start)):
                at = start + block.end
                yield Block(start + block.start, block.pcm)
            while at < end and not stop.is_set():
                size = min(_BLOCK, end - at)
                yield Block(at, bytes(size * BYTES_PER_SAMPLE))
                at += size

    def pcm(self, start: float, end: float) -> bytes:
        """The samples between two times (seconds), to be played."""
        return _between(self, start, end)


def _between(sound: StoredSound | JoinedSound, start: float, end: float) -> bytes:
    first, behind = (max(0, round(time * SAMPLE_RATE)) for time in (start, end))
    parts = []
    for block in sound.blocks(threading.Event(), first):
        if block.start >= behind:
            break
        parts.append(block.pcm[: (behind - block.start) * BYTES_PER_SAMPLE])
    return b"".join(parts)
