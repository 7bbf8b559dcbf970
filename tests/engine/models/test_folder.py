from __future__ import annotations

import json
import os
import struct
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dokuhelfer.engine.models import (
    CatalogueModel,
    FileFlaw,
    Flaw,
    Kind,
    ModelFile,
    check_folder,
    load_catalogue,
    verify,
)
from dokuhelfer.resources import data_path

if TYPE_CHECKING:
    from conftest import Shelf


def unsized(model: CatalogueModel) -> CatalogueModel:
    """The same, but nothing is known of the files beyond their names."""
    return replace(model, files=tuple(ModelFile(file.name) for file in model.files))


@pytest.fixture
def model(shelf: Shelf) -> CatalogueModel:
    shelf.install("m")
    return unsized(shelf.models[0])


@pytest.fixture
def folder(model: CatalogueModel, shelf: Shelf) -> Path:
    return shelf.root / model.id


def test_a_sound_folder_has_no_flaw(shelf: Shelf) -> None:
    for id, mels in (("small", 80), ("large", 128)):
        folder = shelf.install(id, mels)
        assert check_folder(shelf.models[-1], folder) is None


def test_the_shipped_demo_model_is_as_catalogued() -> None:
    model = load_catalogue().get("demo-speech")
    assert model is not None
    assert verify(model, data_path("models", "demo-speech")) == ()


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_every_file_is_needed(model: CatalogueModel, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    assert check_folder(model, folder) == FileFlaw(name, Flaw.EMPTY)
    (folder / name).unlink()
    assert check_folder(model, folder) == FileFlaw(name, Flaw.MISSING)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b"[]"),
        ("config.json", b"\xff\xfe"),
        ("config.json", b"[" * 100_000),
        ("vocabulary.json", b"nonsense"),
        ("tokenizer.json", b"{}"),
        ("tokenizer.json", b'{"added_tokens": 5}'),
        ("tokenizer.json", b'{"added_tokens": [5]}'),
        ("model.bin", b"not a model"),
    ],
)
def test_contents_have_to_make_sense(
    model: CatalogueModel, folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    assert check_folder(model, folder) == FileFlaw(name, Flaw.CONTENT)


def test_other_threads_have_their_turn_within_a_long_vocabulary(
    model: CatalogueModel, folder: Path
) -> None:
    """Python changes threads where a function of Python is called, not within its JSON reader."""
    tokens = [{"id": 50359, "content": "<|transcribe|>"}]
    vocabulary = {f"word{n}": n for n in range(5000)}
    merges = [f"{n} {n}" for n in range(5000)]
    whole = {"added_tokens": tokens, "model": {"vocab": vocabulary, "merges": merges}}
    (folder / "tokenizer.json").write_text(json.dumps(whole))
    turns = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal turns
        turns += event == "call"

    sys.setprofile(count)
    flaw = check_folder(unsized(model), folder)
    sys.setprofile(None)
    assert flaw is None
    assert turns > len(vocabulary) + len(merges)


@pytest.mark.parametrize(
    "sound",
    [
        "{}",
        ' [ 1 , -2.5e3 ,true,null, "a\\"]" , [ ] , { } ]\n',
        '{"a":{"b":[{"c":"}"}]},"d":1}',
        "7",
    ],
)
def test_what_python_reads_as_json_is_json(model: CatalogueModel, folder: Path, sound: str) -> None:
    json.loads(sound)
    (folder / "vocabulary.json").write_text(sound)
    assert check_folder(model, folder) is None


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[1",
        "[1,]",
        "[,1]",
        "{1: 2}",
        '{"a" 1}',
        '{"a":}',
        '{"a":1,}',
        '{"a":1 "b":2}',
        "[1 2]",
        "[1}",
        '{"a":1]',
        "[] []",
        "x",
        '"a',
        "[" * 5000,
        "\ufeff{}",
        "nul",
    ],
)
def test_what_python_does_not_read_as_json_is_none(
    model: CatalogueModel, folder: Path, broken: str
) -> None:
    with pytest.raises((ValueError, RecursionError)):
        json.loads(broken)
    (folder / "vocabulary.json").write_text(broken, "utf-8")
    assert check_folder(model, folder) == FileFlaw("vocabulary.json", Flaw.CONTENT)


def test_files_are_read_once_until_they_change(
    model: CatalogueModel, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = Path.read_text

    def note(path: Path, encoding: str) -> str:
        read.append(path.name)
        return real(path, encoding)

    monkeypatch.setattr(Path, "read_text", note)
    assert check_folder(model, folder) is None
    assert {"config.json", "tokenizer.json", "vocabulary.json"} <= set(read)
    read.clear()
    assert check_folder(model, folder) is None
    assert "tokenizer.json" not in read
    broken = (folder / "tokenizer.json").read_bytes().replace(b"transcribe", b"transcribf")
    (folder / "tokenizer.json").write_bytes(broken)
    assert check_folder(model, folder) == FileFlaw("tokenizer.json", Flaw.CONTENT)
    assert "tokenizer.json" in read


def test_the_tokenizer_of_another_family_is_noticed(model: CatalogueModel, folder: Path) -> None:
    tokens = [{"id": 50360, "content": "<|transcribe|>"}]
    (folder / "tokenizer.json").write_text(json.dumps({"added_tokens": tokens}))
    assert check_folder(model, folder) == FileFlaw("tokenizer.json", Flaw.CONTENT)


@pytest.mark.parametrize("content", [b'{"feature_size": 80}', b"{}", b"{", b"[]"])
def test_a_128_mel_model_needs_its_preprocessor(shelf: Shelf, content: bytes) -> None:
    folder = shelf.install("large", 128)
    (folder / "preprocessor_config.json").write_bytes(content)
    flaw = check_folder(unsized(shelf.models[0]), folder)
    assert flaw is not None
    assert flaw.file == "preprocessor_config.json"


def test_a_stray_preprocessor_is_seen_though_not_listed(
    model: CatalogueModel, folder: Path
) -> None:
    (folder / "preprocessor_config.json").write_bytes(b'{"feature_size": 128}')
    assert check_folder(model, folder) == FileFlaw("preprocessor_config.json", Flaw.MELS)
    (folder / "preprocessor_config.json").write_bytes(b'{"feature_size": 80}')
    assert check_folder(model, folder) is None


def test_weights_of_another_mel_size_are_noticed(model: CatalogueModel, folder: Path) -> None:
    assert check_folder(replace(model, mels=128), folder) == FileFlaw("model.bin", Flaw.MELS)


def test_the_size_has_to_be_the_catalogues(shelf: Shelf) -> None:
    folder = shelf.install("m")
    with (folder / "model.bin").open("ab") as stream:
        stream.write(b"!")
    assert check_folder(shelf.models[0], folder) == FileFlaw("model.bin", Flaw.SIZE)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_links_and_folders_are_no_files(model: CatalogueModel, folder: Path) -> None:
    (folder / "config.json").rename(folder.parent / "elsewhere")
    (folder / "config.json").symlink_to(folder.parent / "elsewhere")
    assert check_folder(model, folder) == FileFlaw("config.json", Flaw.LINK)
    (folder / "config.json").unlink()
    (folder / "config.json").mkdir()
    assert check_folder(model, folder) == FileFlaw("config.json", Flaw.LINK)


def test_verify_notices_one_changed_byte(shelf: Shelf) -> None:
    folder = shelf.install("m")
    model = shelf.models[0]
    assert verify(model, folder) == ()
    content = bytearray((folder / "model.bin").read_bytes())
    content[-1] ^= 1
    (folder / "model.bin").write_bytes(content)
    assert check_folder(model, folder) is None
    assert verify(model, folder) == (FileFlaw("model.bin", Flaw.HASH),)


def test_verify_tells_all_files_that_differ(shelf: Shelf) -> None:
    folder = shelf.install("m")
    (folder / "config.json").write_bytes(b'{"lang_ids": [1]}'[:16])
    (folder / "vocabulary.json").write_bytes(b"{}")
    found = {flaw.file for flaw in verify(shelf.models[0], folder)}
    assert found == {"config.json", "vocabulary.json"}


def test_a_language_model_is_a_gguf_file(tmp_path: Path) -> None:
    model = replace(
        load_catalogue().of_kind(Kind.LANGUAGE)[0], files=(ModelFile("m.gguf", None, None),)
    )
    (tmp_path / "m.gguf").write_bytes(b"GGUF" + struct.pack("<I", 3) + bytes(20))
    assert check_folder(model, tmp_path) is None
    (tmp_path / "m.gguf").write_bytes(b"PK\x03\x04" + bytes(20))
    assert check_folder(model, tmp_path) == FileFlaw("m.gguf", Flaw.CONTENT)
