"""Which language model a draft is made with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dokuhelfer.engine.models import Catalogue, find_language_model, load_catalogue
from dokuhelfer.errors import Code, DokuError

if TYPE_CHECKING:
    from conftest import Shelf

TOO_MUCH = 1_000_000_000
"""A petabyte of memory."""


def failure(shelf: Shelf, id: str | None = None) -> DokuError:
    with pytest.raises(DokuError) as caught:
        find_language_model(id, [shelf.root], catalogue=shelf.catalogue)
    return caught.value


def test_the_best_that_fits_is_taken_with_its_file_and_hash(shelf: Shelf) -> None:
    shelf.install_language("small", rank=10)
    folder = shelf.install_language("good", rank=20)
    shelf.install_language("huge", rank=30, memory_mb=TOO_MUCH)
    model = find_language_model(None, [shelf.root], catalogue=shelf.catalogue)
    assert (model.id, model.file) == ("good", folder / "m.gguf")
    assert model.file.is_absolute()
    assert model.sha256 == shelf.catalogue.models[1].main_file.sha256


def test_a_speech_model_is_none(shelf: Shelf) -> None:
    shelf.install("speech")
    assert failure(shelf).code is Code.MODEL_MISSING
    assert failure(shelf, "speech").code is Code.MODEL_UNKNOWN


@pytest.mark.parametrize("content", [b"GGUF\3\0\0\0", b"", b"PK" + bytes(26)])
def test_a_file_cut_short_or_of_another_kind_is_told(shelf: Shelf, content: bytes) -> None:
    shelf.install_language("good", content)
    error = failure(shelf)
    assert error.code is Code.MODEL_INCOMPLETE
    assert error.params["file"] == "m.gguf"


def test_one_too_large_for_the_machine_is_told_before_it_is_loaded(shelf: Shelf) -> None:
    shelf.install_language("huge", memory_mb=TOO_MUCH)
    assert failure(shelf).code is Code.TOO_LITTLE_MEMORY


def test_none_is_shipped() -> None:
    with pytest.raises(DokuError) as caught:
        find_language_model(None, [Path("/nowhere")], catalogue=Catalogue(load_catalogue().models))
    assert caught.value.code is Code.MODEL_MISSING


def test_models_that_think_aloud_are_known() -> None:
    thinking = {model.id for model in load_catalogue().models if model.thinks}
    assert "qwen3-1.7b" in thinking
    assert "qwen3-4b-instruct-2507" not in thinking
