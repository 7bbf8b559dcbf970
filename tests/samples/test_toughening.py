"""How the demo model is toughened: what of it needs no torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dokuhelfer.resources import data_path
from models.demo_speech import spoiled
from models.demo_speech.speech import RATE
from models.demo_speech.weights import ModelFile, blend

MODEL = data_path("models", "demo-speech", "model.bin")
PREFIX = "encoder/"


@pytest.fixture(scope="module")
def file() -> ModelFile:
    return ModelFile.read(MODEL)


@pytest.fixture
def vowel() -> spoiled.Sound:
    """A second of a voice at 120 Hz with overtones up to the top."""
    time = np.arange(RATE) / RATE
    return np.sum([np.sin(2 * np.pi * 120 * n * time) / n for n in range(1, 60)], axis=0) * 0.1


def share_between(sound: spoiled.Sound, lowest: float, highest: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound)) ** 2
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    inside = (frequencies >= lowest) & (frequencies <= highest)
    return float(spectrum[inside].sum() / spectrum.sum())


def regularity(sound: spoiled.Sound) -> float:
    """How much the sound is like itself one turn of the voice later."""
    turn = round(RATE / 120)
    return float(np.corrcoef(sound[:-turn], sound[turn:])[0, 1])


def test_a_file_is_written_as_it_was_read(file: ModelFile, tmp_path: Path) -> None:
    file.write(tmp_path / "same.bin")
    assert (tmp_path / "same.bin").read_bytes() == MODEL.read_bytes()


def test_arrays_that_are_put_back_change_nothing_else(file: ModelFile) -> None:
    floats = file.floats(PREFIX)
    changed = {name: array * 1.5 for name, array in floats.items()}

    found = file.replaced(changed)

    for name, array in found.floats(PREFIX).items():
        assert np.allclose(array, changed[name], atol=np.abs(changed[name]).max() / 100)
    others = [name for name in file.arrays if not name.startswith(PREFIX)]
    assert len(others) > 50
    assert all(found.arrays[name] is file.arrays[name] for name in others)


def test_a_blend_lies_between(file: ModelFile, tmp_path: Path) -> None:
    floats = file.floats(PREFIX)
    learnt = tmp_path / "learnt.bin"
    file.replaced({name: array + 1 for name, array in floats.items()}).write(learnt)

    blend(MODEL, learnt, 0.25, tmp_path / "blend.bin")

    name = "encoder/conv1/bias"
    found = ModelFile.read(tmp_path / "blend.bin").floats(PREFIX)[name]
    assert np.allclose(found, floats[name] + 0.25, atol=1e-6)


def test_a_telephone_passes_the_middle_only(vowel: spoiled.Sound) -> None:
    for seed in range(5):
        heard = spoiled.telephoned(vowel, np.random.default_rng(seed))
        assert len(heard) == len(vowel)
        assert share_between(heard, 150, 4200) > 0.97 > share_between(vowel, 150, 4200)


def test_a_whisper_has_no_voice(vowel: spoiled.Sound) -> None:
    heard = spoiled.whispered(vowel, np.random.default_rng(1))
    assert len(heard) == len(vowel)
    assert regularity(vowel) > 0.95
    assert abs(regularity(heard)) < 0.4


def test_babble_and_rooms_are_as_long_as_asked_for(vowel: spoiled.Sound) -> None:
    chance = np.random.default_rng(2)
    for sound in (spoiled.room(5000, chance), spoiled.babble([vowel] * 4, 40_000, chance)):
        assert len(sound) in (5000, 40_000)
        assert np.isfinite(sound).all()
        assert sound.std() > 0
    quiet = spoiled.levelled(vowel, -40)
    assert 20 * np.log10(np.sqrt((quiet**2).mean())) == pytest.approx(-40, abs=0.1)
