"""Models of exact size without a download: do they have the size, and say as much as they shall?"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from dokuhelfer.engine.messages import Load, SpokenWord
from dokuhelfer.engine.models import load_catalogue
from dokuhelfer.engine.models.weights import whisper_mels
from dokuhelfer.engine.worker.recogniser import Recogniser
from dokuhelfer.engine.worker.shapes.folder import make_folder
from dokuhelfer.engine.worker.shapes.script import LENGTH, write_script
from dokuhelfer.engine.worker.shapes.sizes import SIZES, Size
from dokuhelfer.resources import data_path

MINI = Size(128, 1, 2, 80, 51_865, ((1, 0), (1, 1)))
"""Nobody's model: all that a shape has, and quick."""

WIDE_MELS = Size(128, 1, 2, 128, 51_866, ((1, 0), (1, 1)))
DEMO = data_path("models", "demo-speech")


def made(size: Size, folder: Path) -> Path:
    folder.mkdir()
    make_folder(size, DEMO, folder)
    return folder


def load(folder: Path) -> Recogniser:
    return Recogniser(Load(str(folder), "de", 5, 1, 0.7))


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    return load(made(MINI, tmp_path_factory.mktemp("shape") / "mini"))


def loud(seconds: float) -> np.ndarray:
    """Noise as loud as speech."""
    chance = np.random.default_rng(7)
    return (chance.standard_normal(round(seconds * 16_000)) * 0.1).astype(np.float32)


def words(recogniser: Recogniser, sound: np.ndarray) -> tuple[SpokenWord, ...]:
    window = recogniser.window(sound)
    return recogniser.words(window, next(recogniser.attempts(window)))


def test_the_number_of_words_follows_the_length_of_what_is_said(mini: Recogniser) -> None:
    counts = [len(words(mini, loud(seconds))) for seconds in (4, 8, 16)]
    assert 1.5 <= counts[1] / counts[0] <= 2.5
    assert 1.5 <= counts[2] / counts[1] <= 2.5


@pytest.mark.parametrize("seconds", [2.5, 5, 7.5, 11])
def test_live_text_has_as_many_words_as_the_final_one(mini: Recogniser, seconds: float) -> None:
    """Its window is shorter, and the share of speech in it is larger."""
    pause = np.zeros(round(seconds * 8_000), np.float32)
    sound = np.concatenate([loud(seconds / 4), pause, loud(seconds / 4)])

    seen = mini.glimpse(sound, timed=False)

    assert seen is not None
    assert len(seen.words) == pytest.approx(len(words(mini, sound)), rel=0.25, abs=1)


def test_silence_has_no_words(mini: Recogniser) -> None:
    assert words(mini, np.zeros(8 * 16_000, np.float32)) == ()


def test_pauses_do_not_count(mini: Recogniser) -> None:
    pause = np.zeros(8 * 16_000, np.float32)
    between = np.concatenate([pause, loud(8), pause])
    assert abs(len(words(mini, loud(8))) - len(words(mini, between))) <= 2


def test_the_checks_of_a_real_text_find_nothing_to_complain_of(mini: Recogniser) -> None:
    attempt = next(mini.attempts(mini.window(loud(20))))
    assert attempt.likelihood > -0.1
    assert attempt.no_speech < 0.1
    assert attempt.compression < 2


def test_word_times_run_through_what_is_said(mini: Recogniser) -> None:
    found = words(mini, loud(20))
    assert all(one.start <= two.start for one, two in pairwise(found))
    first = found[1 : len(found) // 2]
    assert all(word.end - word.start > 0.1 for word in first)
    assert 5 <= first[-1].end <= 15


@pytest.mark.parametrize(("name", "id"), [("tiny", "whisper-tiny"), ("small", "whisper-small")])
def test_as_many_numbers_as_the_real_model(name: str, id: str, tmp_path: Path) -> None:
    folder = made(SIZES[name], tmp_path / name)
    real = load_catalogue().get(id)
    assert real is not None
    assert real.main_file.bytes is not None
    # The real file has two bytes a number, ours one, and four for scales and positions.
    assert (folder / "model.bin").stat().st_size == pytest.approx(
        real.main_file.bytes / 2, rel=0.08
    )


def test_turbo_has_its_mel_bands_and_its_language(tmp_path: Path) -> None:
    folder = made(WIDE_MELS, tmp_path / "wide")
    assert whisper_mels(folder / "model.bin") == 128
    recogniser = load(folder)
    assert len(words(recogniser, loud(6))) > 5


def test_every_token_is_said_once_and_words_have_their_pieces() -> None:
    vocabulary = json.loads((DEMO / "vocabulary.json").read_bytes())
    script = write_script(vocabulary)
    assert len(set(script.tokens)) == LENGTH
    assert [script.used(token) for token in script.tokens[:3]] == [2, 3, 4]
    assert all(script.follows[one] == two for one, two in pairwise(script.tokens))
    assert script.tokens[-1] not in script.follows
    beginnings = sum(vocabulary[token].startswith("Ġ") for token in script.tokens)
    assert LENGTH / beginnings == pytest.approx(1.8, abs=0.1)
