"""May a recognised text stand, or was it made up? First version; see the speech issue."""

from __future__ import annotations

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Reason
from dokuhelfer.engine.worker.recogniser import REPETITIVE, UNLIKELY, Recognised, has_words
from dokuhelfer.engine.worker.vad import Samples

_NOBODY = 0.6
"""The model's no-speech probability that counts together with an unlikely text."""

_HOPELESS = -1.5
"""Mean log probability below which a text is guessing whatever else speaks for it."""

_SILENT_DBFS = -60.0
"""Level below which no microphone delivers speech; a whisper has about -45 dBFS."""

_ROOM_DBFS = -50.0
"""Level up to which a stretch without speech is called silence rather than noise."""

_WINDOW = SAMPLE_RATE // 10


def before(sound: Samples) -> Reason | None:
    """Whether an utterance is too quiet to be one: the gate before the model."""
    return Reason.SILENCE if _loudest(sound) < _SILENT_DBFS else None


def after(recognised: Recognised) -> Reason | None:
    """Why a recognised text may not stand; None if it may."""
    if not has_words(recognised.text):
        return Reason.NOISE
    if recognised.compression > REPETITIVE:
        return Reason.REPETITION
    unlikely = recognised.likelihood < UNLIKELY
    if (unlikely and recognised.no_speech > _NOBODY) or recognised.likelihood < _HOPELESS:
        return Reason.LOW_CONFIDENCE
    return None


def without_speech(sound: Samples) -> Reason:
    """What to call a stretch in which nobody spoke."""
    return Reason.SILENCE if _loudest(sound) < _ROOM_DBFS else Reason.NOISE


def _loudest(sound: Samples) -> float:
    """The level (dBFS) of the loudest tenth of a second."""
    if not len(sound):
        return -np.inf
    squares = (sound.astype(np.float64) / 32768.0) ** 2
    whole = len(squares) // _WINDOW * _WINDOW
    windows = squares[:whole].reshape(-1, _WINDOW) if whole else squares.reshape(1, -1)
    return float(10 * np.log10(windows.mean(axis=1).max() + 1e-12))
