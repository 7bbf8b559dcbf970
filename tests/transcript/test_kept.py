"""What is said is kept: quiet speech, first and last words, long sound. Real child, demo model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.model import SkipReason, Transcript
from dokuhelfer.transcript.transcribe import transcribe
from dokutest import noises
from dokutest.noises import Samples, level
from dokutest.sounds import RATE, write_wav
from models.demo_speech.score import compare

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
SAMPLE = FOLDER / "samples" / "pflegebericht.ogg"
FIRST = "Frau Berger hat heute Nacht unruhig geschlafen."


def run(sound: Samples, folder: Path) -> Transcript:
    path = write_wav(folder / "ton.wav", noises.pcm(sound))
    with FileSource.open(path) as source:
        return transcribe(source, MODEL)


def text(transcript: Transcript) -> str:
    return " ".join(segment.text for segment in transcript.segments)


@pytest.fixture(scope="module")
def speech() -> Samples:
    return noises.speech(SAMPLE)


def test_quiet_speech_is_understood(speech: Samples, tmp_path: Path) -> None:
    sound = level(speech, -45) + level(noises.hiss(len(speech) / RATE), -72)
    said = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8")

    assert compare(said, text(run(sound, tmp_path))).rate <= 0.05


def test_a_telephone_is_understood_in_the_main(speech: Samples, tmp_path: Path) -> None:
    """As far as a model of this size goes: most words, not every one."""
    said = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8")

    heard = text(run(level(noises.band(speech, 300, 3400), -25), tmp_path))

    assert compare(said, heard).rate <= 0.4


def test_one_voice_in_loud_noise_is_not_taken_for_many(speech: Samples, tmp_path: Path) -> None:
    """Words come, or where none may stand it is said that there was speech."""
    noise = level(noises.pink(len(speech) / RATE), -30)

    transcript = run(level(speech, -25) + noise[: len(speech)], tmp_path)

    assert len(text(transcript).split()) > 20
    assert SkipReason.NOISE not in {span.reason for span in transcript.skipped}


def test_first_and_last_words_are_there(speech: Samples, tmp_path: Path) -> None:
    """A word 0.3 s after the start; the sound stops 50 ms behind the last one, or goes on for
    half a second."""
    spoken = speech[voiced_span(speech[: round(3.3 * RATE)])]
    for before, after in ((0.3, 0.05), (0.3, 0.5), (0.0, 0.05)):
        sound = np.concatenate([noises.silence(before), spoken, noises.silence(after)])
        assert text(run(sound, tmp_path)) == FIRST


def voiced_span(sound: Samples) -> slice:
    """From the first to the last loud sample."""
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    return slice(int(loud[0]), int(loud[-1]) + 1)


def test_every_stretch_without_speech_over_a_second_and_a_half_is_listed(
    speech: Samples, tmp_path: Path
) -> None:
    sentence = speech[: round(3.3 * RATE)]
    pauses = (5.0, 2.5, 0.9, 12.0)
    parts = [part for pause in pauses for part in (noises.silence(pause), sentence)]

    transcript = run(np.concatenate(parts), tmp_path)

    assert [segment.text for segment in transcript.segments] == [FIRST] * len(pauses)
    lengths = [span.end - span.start for span in transcript.skipped]
    assert lengths == pytest.approx([5.0, 2.5, 12.0], abs=0.6)
