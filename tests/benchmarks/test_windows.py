"""How often the model is asked: what a slow or busy machine cannot change."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Load
from dokuhelfer.engine.worker.recogniser import Recogniser, Sound, Window
from dokuhelfer.engine.worker.shapes.folder import make_folder
from dokuhelfer.engine.worker.shapes.sizes import Size
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.resources import data_path

from .side_by_side.sound import dictation

MINI = Size(128, 1, 2, 80, 51_865, ((1, 0), (1, 1)))
DEMO = data_path("models", "demo-speech").absolute()
SAMPLES = ["aktenvermerk", "freitext", "pflegebericht", "vitalwerte"]
WINDOW = 30
"""Seconds; who asks without looking for speech asks once for each."""


class Counting(Recogniser):
    """Counts the windows it is shown."""

    windows = 0

    def window(self, sound: Sound) -> Window:
        self.windows += 1
        return super().window(sound)


@pytest.fixture(scope="module")
def recording() -> np.ndarray:
    return dictation(DEMO / "samples", SAMPLES)


@pytest.fixture
def counting(tmp_path: Path) -> Counting:
    make_folder(MINI, DEMO, tmp_path)
    return Counting(Load(str(tmp_path), "de", 1, 1, 0.7, timed=False, made_up=True))


def test_pauses_cost_no_windows(recording: np.ndarray, counting: Counting) -> None:
    cutter = UtteranceCutter(SpeechDetector(), 0.7)
    understanding = Understanding(counting, sharing=True, made_up=True)
    spoken = 0
    for cut in [*cutter.push(recording.tobytes()), *cutter.finish()]:
        spoken += sum(progress.spoken is not None for progress in understanding.take(cut))
    spoken += sum(progress.spoken is not None for progress in understanding.finish())
    assert spoken > 20
    assert counting.windows <= 0.9 * len(recording) / SAMPLE_RATE / WINDOW
