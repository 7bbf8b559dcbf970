"""Word times: the heads they are read from look where the next word is said.

A frame and a token carry their time as the phases of four waves, and a head compares them.
The words are spread evenly, as if nobody paused: right enough for what looks at times.
"""

from __future__ import annotations

import numpy as np

from dokuhelfer.engine.worker.shapes.script import Script
from dokuhelfer.engine.worker.shapes.weights import Floats, Matrix

FRAMES = 1500
_FRAMES_PER_TOKEN = 13.4
"""50 frames a second; utterances of the samples have 3.7 tokens a second."""

_WAVES = (3000.0, 600.0, 120.0, 24.0)
"""Lengths in frames: the longest tells the whole window apart, the shortest single words."""

CHANNELS = 2 * len(_WAVES)

_GAIN = 9.0
"""Of query and key each; their product over eight goes into the softmax."""


def phases(frames: Floats) -> Floats:
    """The time features of moments given in frames: one row each."""
    angles = 2 * np.pi * frames[:, None] / np.asarray(_WAVES, np.float32)
    features: Floats = np.concatenate([np.cos(angles), np.sin(angles)], axis=1, dtype=np.float32)
    return features


def moment_after(token: int, script: Script) -> Floats:
    """The time features of the word that follows ``token`` in the text."""
    place = max(0, script.used(token) - 1)
    frame = min(FRAMES - 1, (place + 0.5) * _FRAMES_PER_TOKEN)
    features: Floats = phases(np.asarray([frame], np.float32))[0]
    return features


def compare(matrix: Matrix, first_row: int, first_channel: int) -> None:
    """Let the rows of a head's queries or keys take up the time features."""
    for number in range(CHANNELS):
        row: Floats = np.zeros(matrix.numbers.shape[1], np.float32)
        row[first_channel + number] = _GAIN
        matrix.write(first_row + number, row)
