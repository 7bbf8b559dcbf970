"""Speech from espeak-ng: 16 kHz mono, the only voice the demo model will ever know."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
_VARIANTS = (
    *("", "+m1", "+m2", "+m3", "+m4", "+m5", "+m6", "+m7"),
    *("+f1", "+f2", "+f3", "+f4", "+f5", "+klatt", "+klatt3", "+croak"),
)
_QUIET = 0.005
"""Share of full scale below which the beginning and end of an utterance are cut off."""

Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Voice:
    """How a sentence is spoken: espeak-ng variant, words a minute, pitch (0–99)."""

    variant: str = ""
    speed: int = 150
    pitch: int = 50


def voices(seed: int) -> list[Voice]:
    """A repeatable assortment of voices to draw from."""
    chance = random.Random(seed)  # noqa: S311 - repeatable training data, no secret
    return [
        Voice(chance.choice(_VARIANTS), chance.randint(130, 190), chance.randint(25, 75))
        for _ in range(1000)
    ]


def say(text: str, voice: Voice) -> Samples:
    """One utterance without silence around it.

    Raises:
        RuntimeError: espeak-ng is not installed, or said nothing.
    """
    program = shutil.which("espeak-ng")
    if program is None:
        raise RuntimeError("espeak-ng is not installed")
    command = [program, "-v", f"de{voice.variant}", "-s", str(voice.speed)]
    command += ["-p", str(voice.pitch), "--stdin", "--stdout"]
    wave = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    return _trimmed(*_parsed(wave))


def _parsed(wave: bytes) -> tuple[NDArray[np.float32], int]:
    """Samples and rate of espeak-ng's WAV, whose header does not know the length."""
    start = wave.index(b"data") + 8
    rate = int.from_bytes(wave[24:28], "little")
    data = wave[start : len(wave) - (len(wave) - start) % 2]
    return np.frombuffer(data, dtype="<i2").astype(np.float32) / 32768, rate


def _trimmed(sound: NDArray[np.float32], rate: int) -> Samples:
    loud = np.flatnonzero(np.abs(sound) > _QUIET)
    if not len(loud):
        raise RuntimeError("espeak-ng said nothing")
    sound = sound[max(0, loud[0] - rate // 110) : loud[-1] + rate // 55]
    count = int(len(sound) * RATE / rate)
    places = np.linspace(0, len(sound) - 1, count)
    resampled = np.interp(places, np.arange(len(sound)), sound)
    return (resampled * 32767 * 0.9).astype(np.int16)
