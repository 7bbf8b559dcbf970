"""The sample dictations one after the other, with pauses as people make who think."""

from __future__ import annotations

import random
import threading
import wave
from pathlib import Path

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource

_FRAME = SAMPLE_RATE // 50
_SHORTEST_GAP = 20
"""Frames (0.4 s) of silence between two sentences of a sample."""
_QUIET = 10.0
_ROOM = 12.0
"""Standard deviation of the noise of a quiet room, about -68 dBFS."""
PAUSES = {"short": (0.5, 3.0), "thinking": (1.0, 5.0)}
"""Seconds added between two sentences: of somebody who reads out, and of one who thinks."""


def dictation(samples: Path, names: list[str], pauses: str = "short") -> np.ndarray:
    """The samples of those names as one dictation, 16-bit; the same each time.

    Args:
        pauses: which of `PAUSES`.
    """
    chance = random.Random(4)
    parts: list[np.ndarray] = []
    for name in names:
        for sentence in _sentences(_decoded(samples / f"{name}.ogg")):
            pause = np.zeros(round(chance.uniform(*PAUSES[pauses]) * SAMPLE_RATE))
            parts += [sentence.astype(np.float64), pause]
    whole = np.concatenate(parts)
    noise = np.random.default_rng(4).standard_normal(len(whole)) * _ROOM
    return np.clip(whole + noise, -32768, 32767).astype("<i2")


def write(pcm: np.ndarray, target: Path) -> None:
    """As a WAV file."""
    with wave.open(str(target), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(pcm.tobytes())


def _decoded(file: Path) -> np.ndarray:
    with FileSource.open(file) as source:
        pcm = b"".join(block.pcm for block in source.blocks(threading.Event()))
    return np.frombuffer(pcm, "<i2")


def _sentences(pcm: np.ndarray) -> list[np.ndarray]:
    """Cut in the middle of each gap; the gaps stay."""
    frames = pcm[: len(pcm) // _FRAME * _FRAME].reshape(-1, _FRAME).astype(np.float64)
    quiet = np.sqrt((frames**2).mean(axis=1)) < _QUIET
    cuts, run = [], 0
    for number, silent in enumerate(quiet):
        if not silent and run >= _SHORTEST_GAP and number > run:
            cuts.append((number - run // 2) * _FRAME)
        run = run + 1 if silent else 0
    return np.split(pcm, cuts)
