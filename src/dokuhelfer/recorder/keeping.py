"""What was heard goes into the encrypted file at once; a full disk is waited for."""

from __future__ import annotations

import os
import time
from collections import deque

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.engine.recorder_messages import Storage
from dokuhelfer.security.envelope import ChunkWriter

_FLUSH = 1.0
"""Seconds between two flushes to the disk: what a power cut may cost."""

_RETRY = 1.0

_MOST_HELD = 600 * SAMPLE_RATE * BYTES_PER_SAMPLE
"""Bytes held in memory while the disk is full: ten minutes. What is older is kept."""


class Keeping:
    """Writes one recording.

    Args:
        descriptor: of its file, header written.
        header, key: see `security.envelope`.
        first: number of the first sample.

    Attributes:
        kept: the sample up to which all is in the file.
    """

    def __init__(self, descriptor: int, header: bytes, key: bytes, first: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_END)
        self._writer = ChunkWriter(descriptor, header, key)
        self._held: deque[bytes] = deque()
        self._held_bytes = 0
        self._flush_at = time.monotonic() + _FLUSH
        self._retry_at = 0.0
        self._failing = False
        self.kept = first

    def add(self, pcm: bytes) -> Storage | None:
        """Keep a block; a report if the storage fails from now on, or works again."""
        if self._held_bytes + len(pcm) <= _MOST_HELD:
            self._held.append(pcm)
            self._held_bytes += len(pcm)
        return self.work()

    def work(self) -> Storage | None:
        """Write what waits, flush when it is time; a report as in `add`."""
        now = time.monotonic()
        if self._failing and now < self._retry_at:
            return None
        failing = not self._write_held()
        if failing:
            self._retry_at = now + _RETRY
        elif now >= self._flush_at:
            failing = not self._flush()
        changed, self._failing = failing is not self._failing, failing
        return Storage(failing, self.kept) if changed else None

    def end(self) -> bool:
        """Write what waits and the end; False if that could not be done."""
        if not self._write_held():
            self._flush()
            return False
        try:
            self._writer.append(b"", last=True)
        except OSError:
            return False
        return self._flush()

    def _write_held(self) -> bool:
        while self._held:
            try:
                self._writer.append(self._held[0])
            except OSError:
                return False
            written = self._held.popleft()
            self._held_bytes -= len(written)
            self.kept += len(written) // BYTES_PER_SAMPLE
        return True

    def _flush(self) -> bool:
        self._flush_at = time.monotonic() + _FLUSH
        try:
            self._writer.flush()
        except OSError:
            return False
        return True
