"""Word error rate of a model folder, and what it makes of windows in which nobody speaks."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"  # before faster_whisper is imported

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray

from .corpus import load_corpus
from .score import Score, compare
from .speech import RATE

_LEAD, _TAIL = np.zeros(int(0.3 * RATE), np.float32), np.zeros(int(0.5 * RATE), np.float32)


class Listener:
    """A model as the worker uses it: beam 5, German, one utterance a window."""

    def __init__(self, folder: Path) -> None:
        self._model = WhisperModel(
            str(folder.resolve()),
            device="cpu",
            compute_type="int8",
            cpu_threads=2,
            local_files_only=True,
        )

    def hear(self, sound: NDArray[np.float32]) -> str:
        """The text of one utterance (16 kHz, full scale 1)."""
        segments, _ = self._model.transcribe(
            np.concatenate([_LEAD, sound, _TAIL]),
            language="de",
            beam_size=5,
            temperature=0,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)


def evaluate(folder: Path, corpus: Path, empty_windows: int = 10) -> tuple[Score, int]:
    """The score over a corpus, and how many windows of hiss or silence became text."""
    listener = Listener(folder)
    total = Score(0, 0)
    for utterance in load_corpus(corpus):
        sound = utterance.samples.astype(np.float32) / 32768
        total += compare(utterance.text, listener.hear(sound))
    noise = np.random.default_rng(0)
    windows = (
        noise.standard_normal(4 * RATE).astype(np.float32) * level
        for level in np.linspace(0, 0.03, empty_windows)
    )
    return total, sum(bool(listener.hear(window).strip()) for window in windows)
