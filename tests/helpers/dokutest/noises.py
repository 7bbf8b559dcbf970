"""Sounds in which nobody speaks, and speech as it comes from bad places; made by code.

All take and give float samples (16 kHz mono, full scale 1); `level` sets the loudness and
`pcm` makes bytes of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dokutest.sounds import RATE

Samples = npt.NDArray[np.float64]


def level(samples: Samples, dbfs: float) -> Samples:
    """The sound at an effective level of ``dbfs``."""
    centred = samples - samples.mean()
    return centred / np.sqrt((centred**2).mean()) * 10 ** (dbfs / 20)


def pcm(samples: Samples) -> bytes:
    """Little-endian int16."""
    return np.clip(samples * 32767, -32768, 32767).astype("<i2").tobytes()


def silence(seconds: float) -> Samples:
    """Digital silence: a muted microphone."""
    return np.zeros(round(seconds * RATE))


def hiss(seconds: float) -> Samples:
    """White noise."""
    return np.random.default_rng(1).standard_normal(round(seconds * RATE))


def pink(seconds: float) -> Samples:
    """Noise that falls by 3 dB an octave: wind, ventilation, traffic."""
    spectrum = np.fft.rfft(hiss(seconds))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    return np.fft.irfft(spectrum, round(seconds * RATE))


def hum(seconds: float) -> Samples:
    """The mains: 50 Hz and its harmonics."""
    time = _time(seconds)
    return np.sum([np.sin(2 * np.pi * 50 * n * time) / n for n in range(1, 12)], axis=0)


def quiet_room(seconds: float) -> Samples:
    """A room at night: hiss at -62 dBFS, the mains, now and then a bump."""
    sound = level(hiss(seconds), -62) + level(hum(seconds), -65)
    chance = np.random.default_rng(2)
    for _ in range(round(seconds / 20)):
        _add(sound, chance.integers(len(sound)), level(_burst(0.08, 300), -35))
    return sound


def applause(seconds: float) -> Samples:
    """A hundred and twenty claps a second."""
    chance = np.random.default_rng(3)
    sound = silence(seconds)
    envelope = np.exp(-np.arange(800) / 120)
    for start in chance.integers(0, len(sound), round(seconds * 120)):
        _add(sound, start, envelope * chance.standard_normal(800) * chance.uniform(0.2, 1))
    return sound


def music(seconds: float) -> Samples:
    """A plucked tune with a bass."""
    chance = np.random.default_rng(4)
    sound = silence(seconds)
    time = _time(0.5)
    fading = np.minimum(1, time * 50) * np.exp(-3 * time)
    for start in range(0, len(sound), len(time)):
        tone = chance.choice([220, 277.2, 329.6, 440, 392, 349.2, 293.7, 261.6])
        pluck = sum(np.sin(2 * np.pi * tone * n * time) / n for n in range(1, 6)) * fading
        bass = 0.5 * sum(np.sin(np.pi * tone * n * time) / n for n in range(1, 4))
        _add(sound, start, pluck + bass)
    return sound


def coughs(seconds: float) -> Samples:
    """A double cough every three seconds."""
    sound = silence(seconds)
    for start in range(RATE, len(sound) - 2 * RATE, 3 * RATE + 777):
        _add(sound, start, _cough(0.25, start))
        _add(sound, start + RATE // 2, _cough(0.4, start + 1))
    return sound


def clicks(seconds: float) -> Samples:
    """Two clicks a second: a pen, a keyboard."""
    chance = np.random.default_rng(5)
    sound = silence(seconds)
    for start in chance.integers(0, len(sound), round(2 * seconds)):
        _add(sound, start, chance.standard_normal(60) * np.exp(-np.arange(60) / 15))
    return sound


def babble(seconds: float, voices: Sequence[Samples]) -> Samples:
    """All ``voices`` at once, about as loud as each other: a canteen, a television next door."""
    chance = np.random.default_rng(7)
    sound = silence(seconds)
    for voice in voices:
        start = int(chance.integers(len(voice)))
        endless = np.resize(np.roll(voice, -start), len(sound))
        sound += level(endless, -25) * chance.uniform(0.6, 1)
    return sound


# --- speech from bad places ----------------------------------------------------------------


def band(samples: Samples, lowest: float, highest: float) -> Samples:
    """Only what lies between two frequencies (Hz); a telephone passes 300 to 3400."""
    spectrum = np.fft.rfft(samples)
    frequencies = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(frequencies < lowest) | (frequencies > highest)] = 0
    return np.fft.irfft(spectrum, len(samples))


def whispered(samples: Samples) -> Samples:
    """The same mouth without the voice: noise in the place of the vocal cords, shaped by the
    smoothed spectrum of each 30 ms."""
    chance = np.random.default_rng(6)
    length, size = 480, 512
    window = np.hanning(length)
    sound = np.zeros(len(samples))
    for start in range(0, len(samples) - length, length // 2):
        spectrum = np.abs(np.fft.rfft(samples[start : start + length] * window, size))
        cepstrum = np.fft.irfft(np.log(spectrum + 1e-6), size)
        cepstrum[25:-24] = 0
        shape = np.exp(np.fft.rfft(cepstrum, size).real)
        breath = np.fft.rfft(chance.standard_normal(length) * window, size)
        breath /= np.sqrt((np.abs(breath) ** 2).mean())
        sound[start : start + length] += np.fft.irfft(shape * breath, size)[:length]
    return band(sound, 400, 7900)


def speech(path: Path) -> Samples:
    """The samples of a sound file."""
    import threading

    from dokuhelfer.audio.source import FileSource

    with FileSource.open(path) as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    return np.frombuffer(sound, "<i2").astype(np.float64) / 32768


def _time(seconds: float) -> Samples:
    return np.arange(round(seconds * RATE)) / RATE


def _add(sound: Samples, start: int, part: Samples) -> None:
    fitting = part[: len(sound) - start]
    sound[start : start + len(fitting)] += fitting


def _burst(seconds: float, frequency: float) -> Samples:
    time = _time(seconds)
    return np.sin(2 * np.pi * frequency * time) * np.exp(-40 * time)


def _cough(seconds: float, seed: int) -> Samples:
    """Breath and a rough voice through a throat (three formants)."""
    time = _time(seconds)
    breath = np.random.default_rng(seed).standard_normal(len(time))
    source = breath + 2 * np.sign(np.sin(2 * np.pi * 110 * time))
    frequencies = np.fft.rfftfreq(2 * len(time), 1 / RATE)
    throat = sum(
        weight / (1 + ((frequencies - formant) / width) ** 2)
        for weight, formant, width in ((1, 700, 200), (0.7, 1200, 200), (0.3, 2500, 300))
    )
    shaped = np.fft.irfft(np.fft.rfft(source, 2 * len(time)) * throat)[: len(time)]
    return shaped * np.minimum(1, time * 100) * np.exp(-10 * time)
