"""Where nobody speaks there are no words; what is withheld is listed. Real child, demo model."""

from __future__ import annotations

from collections.abc import Callable
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
from dokutest.sounds import write_wav

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
LISTED = 1.5
"""Seconds from which a stretch without speech is listed."""


def run(sound: Samples, folder: Path) -> Transcript:
    path = write_wav(folder / "ton.wav", noises.pcm(sound))
    with FileSource.open(path) as source:
        return transcribe(source, MODEL)


def all_listed(transcript: Transcript) -> bool:
    """Whether everything is said to have been skipped, but for short stretches."""
    end = 0.0
    for span in transcript.skipped:
        if span.start - end >= LISTED:
            return False
        end = max(end, span.end)
    return (transcript.duration or 0.0) - end < LISTED


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: noises.silence(60), SkipReason.SILENCE),
        (lambda: noises.quiet_room(120), None),
        (lambda: level(noises.hum(30), -25), SkipReason.NOISE),
        (lambda: level(noises.pink(60), -30), SkipReason.NOISE),
        (lambda: level(noises.hiss(30), -30), SkipReason.NOISE),
        (lambda: level(noises.applause(30), -20), SkipReason.NOISE),
        (lambda: level(noises.clicks(20), -40), None),
        (lambda: level(noises.music(30), -20), None),
        (lambda: level(noises.music(30), -40), None),
        (lambda: level(noises.coughs(30), -25), None),
    ],
    ids=[
        *("digital silence", "quiet room", "hum", "pink noise", "hiss", "applause"),
        *("clicks", "music", "quiet music", "coughs"),
    ],
)
def test_nothing_said_is_no_word(
    make: Callable[[], Samples], reason: SkipReason | None, tmp_path: Path
) -> None:
    """Of bumps, tones and coughs the voice detector lets some through; then the model's text
    must not stand."""
    transcript = run(make(), tmp_path)

    assert transcript.complete
    assert transcript.segments == ()
    assert all_listed(transcript)
    assert reason is None or {span.reason for span in transcript.skipped} == {reason}


@pytest.mark.parametrize("voices", [5, 8])
def test_many_voices_at_once_are_no_word(voices: int, tmp_path: Path) -> None:
    """The detector is right that people speak; but none of them dictates."""
    samples = sorted((FOLDER / "samples").glob("*.ogg"))[:voices]
    heard = noises.babble(24, [noises.speech(path) for path in samples])

    transcript = run(level(heard, -25), tmp_path)

    assert transcript.segments == ()
    assert all_listed(transcript)


@pytest.mark.long
def test_half_an_hour_of_a_quiet_room_has_no_word(tmp_path: Path) -> None:
    transcript = run(noises.quiet_room(1800), tmp_path)

    assert transcript.complete
    assert transcript.segments == ()
    assert all_listed(transcript)


def test_a_sentence_between_noises_is_all_there_is(tmp_path: Path) -> None:
    sample = noises.speech(FOLDER / "samples" / "pflegebericht.ogg")[: round(3.4 * 16_000)]
    before = np.concatenate([noises.silence(20), level(noises.applause(5), -25)])
    after = np.concatenate([level(noises.pink(5), -35), noises.silence(5)])

    transcript = run(np.concatenate([before, sample, after]), tmp_path)

    text = " ".join(segment.text for segment in transcript.segments)
    assert text == "Frau Berger hat heute Nacht unruhig geschlafen."
    assert transcript.segments[0].start == pytest.approx(25, abs=0.5)
