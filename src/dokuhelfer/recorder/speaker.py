"""Seconds of a recording for the ear: the system's default output, by ``miniaudio``."""

from __future__ import annotations

import threading
from collections.abc import Generator

import miniaudio

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.recorder.capture import BACKENDS

_PERIOD_MS = 100
_TAIL = SAMPLE_RATE // 2
"""Samples of silence behind the last word: what the system has taken but not yet played."""
_STUCK = 5.0
"""Seconds a device may be late before it counts as dead."""


Giving = Generator[bytes, int, None]
"""Sent how many samples are wanted, it gives as many: 16 kHz mono int16."""


class Output:
    """The system's default output while it plays.

    Args:
        giving: asked in a thread of the system's.
        period_ms: of sound that is asked for at a time.

    Raises:
        DokuError: `SPEAKER_MISSING`.
    """

    def __init__(self, giving: Giving, period_ms: int) -> None:
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE,
                buffersize_msec=period_ms,
                backends=BACKENDS,
                app_name="Dokuhelfer",
            )
            next(giving)
            self._device.start(giving)
        except miniaudio.MiniaudioError:
            raise DokuError(Code.SPEAKER_MISSING) from None

    def close(self) -> None:
        """Let go of the output."""
        self._device.close()


def play(pcm: bytes) -> None:
    """Play 16 kHz mono int16 to its end; returns then.

    Raises:
        DokuError: `SPEAKER_MISSING`.
    """
    over = threading.Event()
    output = Output(_giving(pcm + bytes(_TAIL * BYTES_PER_SAMPLE), over), _PERIOD_MS)
    finished = over.wait(len(pcm) / (SAMPLE_RATE * BYTES_PER_SAMPLE) + _STUCK)
    output.close()
    if not finished:
        raise DokuError(Code.SPEAKER_MISSING)


def _giving(pcm: bytes, over: threading.Event) -> Giving:
    frames = yield b""
    at = 0
    while True:
        size = frames * BYTES_PER_SAMPLE
        frames = yield pcm[at : at + size].ljust(size, b"\0")
        at += size
        if at >= len(pcm):
            over.set()
