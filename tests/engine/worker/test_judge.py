from __future__ import annotations

import numpy as np
import pytest

from dokuhelfer.engine.messages import Reason
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.recogniser import Recognised


def tone(level_dbfs: float, seconds: float = 1.0) -> np.ndarray:
    amplitude = 32767 * 10 ** (level_dbfs / 20) * np.sqrt(2)
    wave = np.sin(np.linspace(0, 2000 * seconds, round(16000 * seconds)))
    return (amplitude * wave).astype(np.int16)


def recognised(**changes: object) -> Recognised:
    values = {"text": "Frau Berger schläft", "words": (), "likelihood": -0.2}
    return Recognised(**{**values, "compression": 1.0, "no_speech": 0.1, **changes})  # type: ignore[arg-type]


def test_a_whisper_passes_the_gate_and_silence_does_not() -> None:
    assert judge.before(tone(-45)) is None
    assert judge.before(tone(-70)) is Reason.SILENCE
    assert judge.before(np.zeros(0, np.int16)) is Reason.SILENCE


def test_one_loud_moment_opens_the_gate() -> None:
    assert judge.before(np.concatenate([np.zeros(64000, np.int16), tone(-40, 0.3)])) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"no_speech": 0.9}, None),
        ({"likelihood": -1.2}, None),
        ({"likelihood": -1.2, "no_speech": 0.7}, Reason.LOW_CONFIDENCE),
        ({"likelihood": -1.6}, Reason.LOW_CONFIDENCE),
        ({"compression": 2.5}, Reason.REPETITION),
        ({"text": ""}, Reason.NOISE),
        ({"text": "... – ?"}, Reason.NOISE),
    ],
)
def test_a_text_stands_unless_the_signs_speak_against_it(
    changes: dict[str, object], reason: Reason | None
) -> None:
    assert judge.after(recognised(**changes)) is reason


def test_a_room_is_silent_and_a_tone_is_noise() -> None:
    assert judge.without_speech(tone(-55)) is Reason.SILENCE
    assert judge.without_speech(tone(-30)) is Reason.NOISE
