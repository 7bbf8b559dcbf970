"""One voice from many, in whatever noise; made of synthetic voices, male and female."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dokuhelfer.engine.worker.crowd import is_crowd
from dokuhelfer.resources import data_path
from dokutest import noises
from dokutest.noises import Samples, band, level
from dokutest.sounds import RATE

SECONDS = 12
SAMPLES = sorted(data_path("models", "demo-speech", "samples").glob("*.ogg"))


@pytest.fixture(scope="module")
def voices() -> list[Samples]:
    return [noises.speech(path) for path in SAMPLES]


def heard(sound: Samples) -> bool:
    return is_crowd(np.frombuffer(noises.pcm(sound), "<i2"))


def beside(sound: Samples, noise: Samples, decibels: float) -> Samples:
    return level(sound, -25) + level(noise[: len(sound)], -25 - decibels)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sound: level(sound, -45),
        lambda sound: beside(sound, noises.pink(SECONDS), 5),
        lambda sound: beside(sound, noises.pink(SECONDS), 0),
        lambda sound: beside(sound, band(noises.pink(SECONDS), 60, 8000), 5),
        lambda sound: beside(sound, noises.hiss(SECONDS), 0),
        lambda sound: beside(sound, level(noises.applause(SECONDS), -25), 5),
        lambda sound: np.clip(200 * sound, -1, 1),
        lambda sound: level(band(sound, 300, 3400), -25),
        lambda sound: level(noises.whispered(sound), -40) + level(noises.hiss(SECONDS), -65),
    ],
    ids=[
        *("quiet", "wind 5 dB below", "wind as loud", "traffic 5 dB below", "hiss as loud"),
        *("applause 5 dB below", "overdriven", "telephone", "whisper"),
    ],
)
def test_one_voice_is_no_crowd(spoil: Callable[[Samples], Samples], voices: list[Samples]) -> None:
    assert [heard(spoil(voice[: SECONDS * RATE])) for voice in voices] == [False] * len(voices)


@pytest.mark.parametrize("many", [5, 6, 8])
@pytest.mark.parametrize("first", [0, 2])
def test_many_voices_are_one(many: int, first: int, voices: list[Samples]) -> None:
    chosen = (voices * 2)[first : first + many]
    sound = noises.babble(2 * SECONDS, chosen)

    assert heard(level(sound, -25))
    assert heard(level(band(sound, 300, 3400), -25)) or many < 8
    assert heard(beside(sound, noises.pink(2 * SECONDS), 5))


def test_a_voice_in_front_of_many_is_heard(voices: list[Samples]) -> None:
    many = noises.babble(SECONDS, voices[1:])

    assert not heard(beside(voices[0][: SECONDS * RATE], many, 8))


def test_of_a_moment_nobody_can_tell(voices: list[Samples]) -> None:
    assert not heard(level(noises.babble(1.5, voices), -25))
    assert not heard(noises.silence(0))
