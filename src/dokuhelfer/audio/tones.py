"""The two tones around a dictation, as 16 kHz mono int16: „speak now“ and „it is over“."""

from __future__ import annotations

import math
from array import array

from dokuhelfer.audio.pcm import SAMPLE_RATE

START_SECONDS = 0.08
"""Short, as nobody should have to wait for it."""

_LOUD = 7000
_FADE = SAMPLE_RATE // 100
"""Samples at each end that rise and fall; without them it would click."""


def start_tone() -> bytes:
    """One short, high tone."""
    return _tone(880.0, START_SECONDS)


def end_tone() -> bytes:
    """Two falling tones."""
    return _tone(660.0, 0.09) + _tone(440.0, 0.12)


def _tone(hertz: float, seconds: float) -> bytes:
    count = round(seconds * SAMPLE_RATE)
    samples = array("h")
    for number in range(count):
        swell = min(1.0, number / _FADE, (count - 1 - number) / _FADE)
        samples.append(round(_LOUD * swell * math.sin(2 * math.pi * hertz * number / SAMPLE_RATE)))
    return samples.tobytes()
