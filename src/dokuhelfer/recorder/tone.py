"""The tone that says „speak now“: played when the first sound of the microphone is there.

It is in no recording: what the microphone hears until it is over is not kept.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.audio.tones import START_SECONDS, start_tone
from dokuhelfer.errors import DokuError
from dokuhelfer.recorder.speaker import Giving, Output

_PERIOD_MS = 20
_ON_ITS_WAY = 0.1
"""Seconds from the first sample given to the system to the last one that a microphone hears, the
tone's own length apart."""

_PATIENCE = 0.1
"""Seconds the output may be later than the microphone; then there is no tone."""


class StartTone:
    """One tone on the system's default output; without an output it is silent.

    Its output is opened beforehand and in a thread of its own: it costs the microphone no moment.
    """

    def __init__(self) -> None:
        self._wanted = threading.Event()
        self._tried = threading.Event()
        self._is_there = False
        self._gone = threading.Event()
        threading.Thread(target=self._work, name="tone", daemon=True).start()

    def sound(self) -> int:
        """Play it, the first time; how many samples from now on the microphone hears of it."""
        asked = time.monotonic()
        if self._wanted.is_set() or not self._tried.wait(_PATIENCE) or not self._is_there:
            self.close()
            return 0
        self._wanted.set()
        seconds = time.monotonic() - asked + _ON_ITS_WAY + START_SECONDS
        return round(seconds * SAMPLE_RATE)

    def close(self) -> None:
        """It is wanted no more. Never waits."""
        self._gone.set()
        self._wanted.set()

    def _work(self) -> None:
        with suppress(DokuError):
            output = Output(self._giving(), _PERIOD_MS)
            self._is_there = True
            self._tried.set()
            self._gone.wait()
            output.close()
        self._tried.set()

    def _giving(self) -> Giving:
        pcm, at = start_tone(), 0
        frames = yield b""
        while True:
            size = frames * BYTES_PER_SAMPLE
            piece = b""
            if self._wanted.is_set() and not self._gone.is_set():
                piece = pcm[at : at + size]
                at += size
            if at >= len(pcm) + SAMPLE_RATE:  # all of it is heard: the output is given back
                self._gone.set()
            frames = yield piece.ljust(size, b"\0")
