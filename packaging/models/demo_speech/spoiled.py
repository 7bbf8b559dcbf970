"""Speech from bad places, and places where nobody speaks: what the encoder is toughened with.

Made otherwise than the sounds of the tests, so that these stay unseen. All take and give
floating-point samples, 16 kHz, full scale 1.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .speech import RATE

Sound = NDArray[np.float64]
Chance = np.random.Generator

_FRAME, _FFT = 512, 1024


def telephoned(sound: Sound, chance: Chance) -> Sound:
    """A telephone's band, its edges more or less steep; often in the 8 bits of its lines."""
    lowest, highest = chance.uniform(200, 380), chance.uniform(3000, 3800)
    spectrum = np.fft.rfft(sound)
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    steep = chance.uniform(4, 60)
    spectrum /= np.sqrt(1 + (lowest / np.maximum(frequencies, 1)) ** (2 * steep))
    spectrum /= np.sqrt(1 + (frequencies / highest) ** (2 * steep))
    narrow = np.fft.irfft(spectrum, len(sound))
    if chance.random() < 0.5:
        narrow = _in_8_bits(narrow)
    return narrow


def whispered(sound: Sound, chance: Chance) -> Sound:
    """Breath in the place of the voice: each frame's envelope over noise."""
    hop, keep = _FRAME // 2, int(chance.integers(18, 34))
    window = np.hanning(_FRAME)
    starts = range(0, max(1, len(sound) - _FRAME), hop)
    frames = np.stack([_padded(sound[start : start + _FRAME]) for start in starts]) * window
    cepstra = np.fft.irfft(np.log(np.abs(np.fft.rfft(frames, _FFT)) + 1e-6), _FFT)
    cepstra[:, keep : 1 - keep] = 0
    breath = np.fft.rfft(chance.standard_normal(frames.shape) * window, _FFT)
    shaped = np.fft.irfft(np.exp(np.fft.rfft(cepstra, _FFT).real) * breath, _FFT)
    mixed = np.zeros(len(sound) + _FRAME)
    for start, frame in zip(starts, shaped[:, :_FRAME], strict=True):
        mixed[start : start + _FRAME] += frame
    return _above(mixed[: len(sound)], chance.uniform(150, 600))


def room(length: int, chance: Chance) -> Sound:
    """Where nobody speaks: hiss, wind or the mains, mostly several of them."""
    sound = np.zeros(length)
    for kind in ("hiss", "wind", "mains"):
        if chance.random() < 0.6:
            sound += _noise(kind, length, chance) * chance.uniform(0.1, 1)
    return sound if sound.any() else chance.standard_normal(length)


def babble(sounds: Sequence[Sound], length: int, chance: Chance) -> Sound:
    """Several voices at once, none of them nearer than the others: a television, a canteen."""
    mixed = np.zeros(length)
    for sound in sounds:
        long = np.resize(sound / (np.abs(sound).max() + 1e-9), length + len(sound))
        start = int(chance.integers(len(sound)))
        mixed += long[start : start + length] * chance.uniform(0.6, 1)
    return mixed


def levelled(sound: Sound, dbfs: float) -> Sound:
    """At that effective level."""
    return sound / (np.sqrt(np.mean(sound**2)) + 1e-9) * 10 ** (dbfs / 20)


def _noise(kind: str, length: int, chance: Chance) -> Sound:
    white = chance.standard_normal(length)
    if kind == "hiss":
        return white
    if kind == "wind":
        spectrum = np.fft.rfft(white)
        falling = np.maximum(np.arange(len(spectrum)), 1) ** -chance.uniform(0.4, 1.0)
        wind = np.fft.irfft(spectrum * falling, length)
        return wind / wind.std()
    turns = np.arange(length) / RATE * chance.uniform(45, 65)
    mains: Sound = np.sum([np.sin(2 * np.pi * n * turns) / n for n in range(1, 9)], axis=0)
    return mains


def _in_8_bits(sound: Sound) -> Sound:
    loudest = np.abs(sound).max() + 1e-9
    bent = np.sign(sound) * np.log1p(255 * np.abs(sound) / loudest) / np.log(256)
    steps = np.rint(bent * 127) / 127
    straight: Sound = np.sign(steps) * (256 ** np.abs(steps) - 1) / 255 * loudest
    return straight


def _above(sound: Sound, lowest: float) -> Sound:
    spectrum = np.fft.rfft(sound)
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum /= np.sqrt(1 + (lowest / np.maximum(frequencies, 1)) ** 8)
    return np.fft.irfft(spectrum, len(sound))


def _padded(frame: Sound) -> Sound:
    return np.pad(frame, (0, _FRAME - len(frame)))
