"""Speech from bad places gets past the gates: what of the clear sound is in an utterance, is in
one of the quiet, whispered or telephoned sound, too."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.utterances import Cut, Stretch, UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.resources import data_path
from dokutest import noises
from dokutest.noises import Samples, band, level

SECONDS = 20
PAUSE = 0.7
EDGE = round(0.35 * SAMPLE_RATE)
"""Samples at either end of an utterance that are padding."""


@pytest.fixture(scope="module", params=["sturzprotokoll", "aktenvermerk"])
def clear(request: pytest.FixtureRequest) -> Samples:
    """A male and a female voice."""
    path = data_path("models", "demo-speech", "samples", f"{request.param}.ogg")
    return noises.speech(path)[: SECONDS * SAMPLE_RATE]


def room(sound: Samples) -> Samples:
    return level(noises.hiss(len(sound) / SAMPLE_RATE), -65)


def cuts(sound: Samples) -> list[Cut]:
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    return [*cutter.push(noises.pcm(sound)), *cutter.finish()]


def utterances(found: list[Cut]) -> list[Stretch]:
    return [cut.utterance for cut in found if cut.utterance is not None]


def heard(found: list[Cut], edge: int = 0) -> np.ndarray:
    """Which samples are in an utterance that the gate lets through, ``edge`` off each end."""
    inside = np.zeros(found[-1].through, bool)
    for cut in found:
        if cut.utterance is not None and judge.before(cut.utterance.samples) is None:
            inside[cut.utterance.start + edge : cut.utterance.end - edge] = True
    return inside


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sound: level(sound, -45) + room(sound),
        lambda sound: level(sound, -52),
        lambda sound: level(band(sound, 300, 3400), -25),
        lambda sound: level(band(sound, 300, 3400), -40) + room(sound),
        lambda sound: level(noises.whispered(sound), -40) + room(sound),
        lambda sound: level(sound, -30) + level(noises.pink(SECONDS), -45),
        lambda sound: np.clip(20 * sound, -1, 1),
    ],
    ids=["quiet", "quieter", "telephone", "quiet telephone", "whisper", "noise", "overdriven"],
)
def test_speech_gets_past_the_gates(spoil: Callable[[Samples], Samples], clear: Samples) -> None:
    wanted = heard(cuts(clear), EDGE)
    got = heard(cuts(spoil(clear)))

    assert wanted.mean() > 0.5
    assert (wanted & got).sum() >= 0.98 * wanted.sum()


def test_what_begins_at_once_and_ends_with_the_sound_is_whole(clear: Samples) -> None:
    """The first word 0.3 s after the start, the last one 50 ms before the end."""
    first = utterances(cuts(clear))[0]
    spoken = clear[first.start + EDGE : first.end - EDGE]
    quiet = level(noises.hiss(1), -65)
    sound = np.concatenate([quiet[: round(0.3 * SAMPLE_RATE)], spoken, quiet[:800]])

    found = utterances(cuts(sound))

    assert found[0].start <= 0.1 * SAMPLE_RATE
    assert found[-1].end == len(sound)


def test_half_a_second_follows_what_was_said(clear: Samples) -> None:
    """Most of 0.3 s of it goes to the model, whatever follows."""
    first = utterances(cuts(clear))[0]
    spoken = clear[first.start + EDGE : first.end - EDGE]
    found = cuts(np.concatenate([spoken, noises.silence(0.5)]))

    assert utterances(found)[-1].end >= len(spoken) + 0.2 * SAMPLE_RATE
