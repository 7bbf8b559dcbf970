from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dokuhelfer.engine.models import find_speech_model, installed
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path

if TYPE_CHECKING:
    from conftest import Shelf

TOO_MUCH = 1_000_000_000
"""A petabyte of memory."""


def failure(shelf: Shelf, id: str | None) -> DokuError:
    with pytest.raises(DokuError) as caught:
        find_speech_model(id, [shelf.root], catalogue=shelf.catalogue)
    return caught.value


def test_the_demo_model_is_there_for_everybody() -> None:
    model = find_speech_model(None, [data_path("models")])
    assert model.is_demo
    assert model.path.is_absolute()
    assert (model.mels, len(model.sha256 or "")) == (80, 64)


def test_the_best_real_model_goes_before_the_demo(shelf: Shelf) -> None:
    shelf.install("demo", rank=1, is_demo=True)
    shelf.install("small", rank=20)
    shelf.install("large", 128, rank=30)
    model = find_speech_model(None, [shelf.root], catalogue=shelf.catalogue)
    assert (model.id, model.mels, model.is_demo) == ("large", 128, False)


def test_a_model_too_large_for_the_machine_is_passed_over(shelf: Shelf) -> None:
    shelf.install("small", rank=20)
    shelf.install("large", 128, rank=30, memory_mb=TOO_MUCH)
    assert find_speech_model(None, [shelf.root], catalogue=shelf.catalogue).id == "small"
    named = find_speech_model("large", [shelf.root], catalogue=shelf.catalogue)
    assert named.memory_mb == TOO_MUCH


def test_the_demo_never_stands_in_for_a_real_model(shelf: Shelf) -> None:
    shelf.install("demo", rank=1, is_demo=True)
    folder = shelf.install("real", rank=20, memory_mb=TOO_MUCH)
    assert failure(shelf, None).code is Code.TOO_LITTLE_MEMORY
    (folder / "model.bin").unlink()
    assert failure(shelf, None).code is Code.MODEL_INCOMPLETE


def test_a_broken_model_is_passed_over_for_a_sound_one(shelf: Shelf) -> None:
    shelf.install("small", rank=20)
    (shelf.install("large", 128, rank=30) / "config.json").unlink()
    assert find_speech_model(None, [shelf.root], catalogue=shelf.catalogue).id == "small"


def test_what_is_missing_is_named(shelf: Shelf) -> None:
    shelf.list("listed")
    assert failure(shelf, None).code is Code.MODEL_MISSING
    unknown, absent = failure(shelf, "never-heard"), failure(shelf, "listed")
    assert (unknown.code, unknown.params) == (Code.MODEL_UNKNOWN, {"id": "never-heard"})
    assert (absent.code, absent.params) == (Code.MODEL_MISSING, {"id": "listed"})


def test_an_incomplete_folder_says_which_file(shelf: Shelf) -> None:
    (shelf.install("m") / "tokenizer.json").unlink()
    error = failure(shelf, "m")
    assert error.code is Code.MODEL_INCOMPLETE
    assert error.params == {"id": "m", "file": "tokenizer.json", "flaw": "missing"}


def test_a_language_model_is_no_speech_model() -> None:
    with pytest.raises(DokuError) as caught:
        find_speech_model("qwen3-4b", [data_path("models")])
    assert caught.value.code is Code.MODEL_UNKNOWN


def test_the_first_sound_copy_counts(shelf: Shelf, tmp_path: Path) -> None:
    shelf.install("m")
    other = tmp_path / "other"
    (other / "m").mkdir(parents=True)
    (here,) = installed([other, shelf.root], shelf.catalogue)
    assert (here.path, here.flaw) == (shelf.root / "m", None)


def test_folders_nobody_vouches_for_are_not_looked_at(shelf: Shelf) -> None:
    folder = shelf.install("m")
    shelf.models.clear()
    assert folder.is_dir()
    assert installed([shelf.root], shelf.catalogue) == ()


def test_a_relative_root_still_gives_an_absolute_path(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.install("m")
    monkeypatch.chdir(shelf.root)
    model = find_speech_model("m", [Path()], catalogue=shelf.catalogue)
    assert model.path.is_absolute()
