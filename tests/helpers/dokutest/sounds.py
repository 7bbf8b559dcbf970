"""Sound made for tests, with ffmpeg where a format is wanted."""

from __future__ import annotations

import math
import struct
import subprocess
import wave
from pathlib import Path

RATE = 16_000


def melody(seconds: float) -> bytes:
    """A tone that glides and swells, so that shifts and gaps show; 16 kHz mono int16."""
    total = round(seconds * RATE)
    samples = []
    for number in range(total):
        time = number / RATE
        swell = 0.3 + 0.25 * math.sin(2 * math.pi * 0.7 * time)
        phase = 2 * math.pi * (300 * time + 150 * math.sin(2 * math.pi * 0.25 * time))
        samples.append(round(32767 * swell * math.sin(phase)))
    return struct.pack(f"<{total}h", *samples)


def write_wav(path: Path, pcm: bytes, rate: int = RATE, channels: int = 1) -> Path:
    """``pcm`` as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, 2, rate, 0, "NONE", ""))
        file.writeframes(pcm)
    return path


def convert(source: Path, target: Path, *options: str) -> Path:
    """``source`` through ffmpeg, ``options`` standing before the target."""
    ffmpeg("-i", str(source), *options, str(target))
    return target


def ffmpeg(*arguments: str) -> None:
    """Run ffmpeg quietly; it has to succeed."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments]
    subprocess.run(command, check=True, timeout=120)


def picture(path: Path) -> Path:
    """A small JPEG."""
    ffmpeg("-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", str(path))
    return path


def agreement(first: bytes, second: bytes, longest_shift: int = 1600) -> float:
    """How well two sounds agree (1: the same up to loudness), at the best of small shifts."""
    import numpy as np

    one = np.frombuffer(first, "<i2").astype(np.float64)
    two = np.frombuffer(second, "<i2").astype(np.float64)
    length = min(len(one), len(two)) - longest_shift
    spectrum = np.fft.rfft(one, 2 * len(one)) * np.conj(np.fft.rfft(two, 2 * len(one)))
    shift = int(np.argmax(np.fft.irfft(spectrum)))
    shift = shift - 2 * len(one) if shift > len(one) else shift
    if abs(shift) > longest_shift:
        return 0.0
    left = one[max(shift, 0) :][:length]
    right = two[max(-shift, 0) :][:length]
    length = min(len(left), len(right))
    return float(np.corrcoef(left[:length], right[:length])[0, 1])
