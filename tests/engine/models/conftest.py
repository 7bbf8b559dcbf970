"""Small but sound model folders: the right files, and weights with nothing in them."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from dokuhelfer.engine.models import Catalogue, CatalogueModel, Kind, ModelFile

GGUF = b"GGUF" + struct.pack("<I", 3) + bytes(20)
TRANSCRIBE = {80: 50359, 128: 50360}


def weights(mels: int, name: bytes = b"WhisperSpec\0", cut: int = 0) -> bytes:
    """A CTranslate2 file with one variable, the first layer; ``cut`` bytes are missing."""
    text = struct.pack("<H", len(name)) + name
    variable = b"encoder/conv1/weight\0"
    data = bytes(4 * 2 * mels * 3)
    body = struct.pack("<H", len(variable)) + variable
    body += struct.pack("<B3I", 3, 2, mels, 3) + struct.pack("<BI", 0, len(data)) + data
    whole = struct.pack("<I", 6) + text + struct.pack("<II", 3, 1) + body
    return whole[: len(whole) - cut]


def speech_files(mels: int) -> dict[str, bytes]:
    tokens = [{"id": TRANSCRIBE[mels], "content": "<|transcribe|>"}]
    files = {
        "model.bin": weights(mels),
        "config.json": b'{"lang_ids": []}',
        "tokenizer.json": json.dumps({"added_tokens": tokens}).encode(),
        "vocabulary.json": b"[]",
    }
    if mels == 128:
        files["preprocessor_config.json"] = b'{"feature_size": 128}'
    return files


def entry(
    id: str,
    files: dict[str, bytes],
    *,
    kind: Kind = Kind.SPEECH,
    mels: int | None = 80,
    rank: int = 10,
    memory_mb: int = 1,
    is_demo: bool = False,
) -> CatalogueModel:
    return CatalogueModel(
        id=id,
        kind=kind,
        licence="MIT",
        memory_mb=memory_mb,
        rank=rank,
        source=None,
        revision=None,
        note={"de": "-", "en": "-"},
        files=tuple(
            ModelFile(name, len(content), hashlib.sha256(content).hexdigest())
            for name, content in files.items()
        ),
        mels=mels,
        is_demo=is_demo,
    )


Install = Callable[..., CatalogueModel]


class Shelf:
    """A model root, and the catalogue of what was put there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.models: list[CatalogueModel] = []

    @property
    def catalogue(self) -> Catalogue:
        return Catalogue(tuple(self.models))

    def list(self, id: str, mels: int = 80, **about: object) -> CatalogueModel:
        """Put a speech model into the catalogue only."""
        model = entry(id, speech_files(mels), mels=mels, **about)  # type: ignore[arg-type]
        self.models.append(model)
        return model

    def install(self, id: str, mels: int = 80, **about: object) -> Path:
        """Put a sound speech model into the catalogue and the root."""
        self.list(id, mels, **about)
        folder = self.root / id
        folder.mkdir()
        for name, content in speech_files(mels).items():
            (folder / name).write_bytes(content)
        return folder

    def install_language(self, id: str, content: bytes | None = None, **about: object) -> Path:
        """Put a language model into the catalogue and the root, damaged if ``content`` is given."""
        model = entry(id, {"m.gguf": GGUF}, kind=Kind.LANGUAGE, mels=None, **about)  # type: ignore[arg-type]
        self.models.append(model)
        folder = self.root / id
        folder.mkdir()
        (folder / "m.gguf").write_bytes(GGUF if content is None else content)
        return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)
