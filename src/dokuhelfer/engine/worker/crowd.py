"""Whether many people speak at once: a canteen, a television next door. Two signs together.

Loudness: one voice near a microphone falls silent between words, many never do all at once. But
noise fills these gaps as well. Harmony: one voice, in whatever noise, has vowels that are clearly
periodic, and between them sounds and gaps that are not at all; many voices are always a little
periodic and never clearly so. An overdriven microphone has no depth, but vowels all the same.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.worker.vad import FRAME, Samples

_LEAST = 2 * SAMPLE_RATE
"""Samples of which the signs say anything."""

_DEPTH = 11.0
"""dB between loud and soft frames. One voice has 20 and more; 8 to 14 over noise only 5 dB below
it, 2 to 10 overdriven; five voices at once have 10, eight have 8. One voice 3 dB above seven others
has 12: so a crowd on the telephone, with 12 for five voices, is let through."""

_SWING = 0.34
"""Between the quartiles of harmony. One voice has 0.41 and more, even over noise as loud as
itself or overdriven; five voices have at most 0.29, eight 0.25."""

_SOFT, _LOUD = 15, 95
"""Percentiles of the frames' levels; the softest of a sentence are its pauses."""

_LENGTH = 1024
"""Samples (64 ms) in which harmony is looked for: five periods of the deepest voice."""

_LOWEST, _HIGHEST = 100, 1000
"""Hz between which a voice's harmonics are strong; wind and hum lie below, hiss above."""

_SHORTEST, _LONGEST = SAMPLE_RATE // 400, SAMPLE_RATE // 75
"""Samples of a period: voices from 75 to 400 Hz."""

_Floats = npt.NDArray[np.float64]


def is_crowd(sound: Samples) -> bool:
    """Whether no single voice stands out."""
    if len(sound) < _LEAST:
        return False
    return _depth(sound) < _DEPTH and _swing(sound) < _SWING


def _depth(sound: Samples) -> float:
    """dB between the loud and the soft frames."""
    frames = _frames(sound, FRAME)
    soft, loud = np.percentile(10 * np.log10((frames**2).mean(axis=1) + 1), (_SOFT, _LOUD))
    return float(loud - soft)


def _swing(sound: Samples) -> float:
    """How much harmony changes: from 0 (always the same) to 1."""
    low, high = np.percentile(_harmony(_frames(sound, _LENGTH)), (25, 75))
    return float(high - low)


def _harmony(frames: _Floats) -> _Floats:
    """How periodic each frame is, from 0 to 1: the highest value of its autocorrelation,
    against that of the window (Boersma 1993)."""
    window = np.hanning(_LENGTH)
    power = np.abs(np.fft.rfft(frames * window, 2 * _LENGTH)) ** 2
    frequencies = np.fft.rfftfreq(2 * _LENGTH, 1 / SAMPLE_RATE)
    power[:, (frequencies < _LOWEST) | (frequencies > _HIGHEST)] = 0
    alike = np.fft.irfft(power)[:, :_LONGEST]
    own = np.fft.irfft(np.abs(np.fft.rfft(window, 2 * _LENGTH)) ** 2)[:_LONGEST]
    found = alike / (alike[:, :1] + 1e-9) / (own / own[0])
    return np.asarray(found[:, _SHORTEST:].max(axis=1))


def _frames(sound: Samples, length: int) -> _Floats:
    whole = len(sound) // length * length
    return sound[:whole].astype(np.float64).reshape(-1, length)
