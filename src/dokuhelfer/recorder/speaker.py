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


def play(pcm: bytes) -> None:
    """Play 16 kHz mono int16 to its end; returns then.

    Raises:
        DokuError: `SPEAKER_MISSING`.
    """
    over = threading.Event()
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=SAMPLE_RATE,
            buffersize_msec=_PERIOD_MS,
            backends=BACKENDS,
            app_name="Dokuhelfer",
        )
        giving = _giving(pcm + bytes(_TAIL * BYTES_PER_SAMPLE), over)
        next(giving)
        device.start(giving)
    except miniaudio.MiniaudioError:
        raise DokuError(Code.SPEAKER_MISSING) from None
    finished = over.wait(len(pcm) / (SAMPLE_RATE * BYTES_PER_SAMPLE) + _STUCK)
    device.close()
    if not finished:
        raise DokuError(Code.SPEAKER_MISSING)


def _giving(pcm: bytes, over: threading.Event) -> Generator[bytes, int, None]:
    frames = yield b""
    at = 0
    while True:
        size = frames * BYTES_PER_SAMPLE
        frames = yield pcm[at : at + size].ljust(size, b"\0")
        at += size
        if at >= len(pcm):
            over.set()
