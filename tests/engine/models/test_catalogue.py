from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.engine.models import Kind, load_catalogue
from dokuhelfer.resources import data_path

GOOD = """
format = "dokuhelfer.models/1"
[[model]]
id = "a"
kind = "speech"
licence = "MIT"
memory_mb = 10
rank = 1
mels = 80
note_de = "-"
note_en = "-"
[[model.file]]
name = "model.bin"
bytes = 5
sha256 = "%s"
""" % ("0" * 64)


def read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "catalogue.toml"
    file.write_text(text, encoding="utf-8")
    load_catalogue(file)


def test_the_shipped_catalogue_is_sound() -> None:
    catalogue = load_catalogue()
    ids = [model.id for model in catalogue.models]
    assert {"whisper-small", "whisper-large-v3-turbo", "demo-speech"} <= set(ids)
    assert {"qwen3-4b-instruct-2507", "qwen3-1.7b"} <= set(ids)
    for model in catalogue.models:
        assert model.main_file.sha256, model.id
        assert (model.source is None) == model.is_demo, model.id


def test_every_licence_allows_handing_the_model_on() -> None:
    allowed = {"MIT", "Apache-2.0", "Apache-2.0 AND MIT"}
    assert {model.licence for model in load_catalogue().models} <= allowed


def test_best_first_and_the_demo_model_last() -> None:
    speech = load_catalogue().of_kind(Kind.SPEECH)
    assert speech[0].id == "whisper-large-v3-turbo"
    assert [model.id for model in speech if model.is_demo] == [speech[-1].id]


def test_models_of_128_mels_bring_their_preprocessor() -> None:
    for model in load_catalogue().of_kind(Kind.SPEECH):
        names = {file.name for file in model.files}
        assert ("preprocessor_config.json" in names) == (model.mels == 128), model.id


def test_no_address_stands_in_the_catalogue() -> None:
    text = data_path("models", "catalogue.toml").read_text(encoding="utf-8")
    assert "://" not in text
    assert "www." not in text


def test_unpinned_files_are_named() -> None:
    small = load_catalogue().get("whisper-small")
    assert small is not None
    assert small.unpinned == ("config.json",)


def test_the_good_example_is_read(tmp_path: Path) -> None:
    read(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dokuhelfer.models/1", "dokuhelfer.models/9"),
        ('id = "a"', 'id = "../a"'),
        ('id = "a"', 'id = ""'),
        ('kind = "speech"', 'kind = "smell"'),
        ("memory_mb = 10", "memory_mb = 0"),
        ("memory_mb = 10", "memory_mb = true"),
        ("mels = 80", "mels = 96"),
        ("mels = 80", ""),
        ("rank = 1", "rank = 1\nsurprise = 1"),
        ("bytes = 5", ""),
        ("0" * 64, "0" * 63),
        ('name = "model.bin"', 'name = "../model.bin"'),
        ('name = "model.bin"', 'name = "/model.bin"'),
    ],
)
def test_mistakes_are_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(ValueError, match=r"."):
        read(tmp_path, GOOD.replace(old, new))


def test_an_id_occurs_once(tmp_path: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[[model]]") :]
    with pytest.raises(ValueError, match="twice"):
        read(tmp_path, twice)
