from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.engine.models.weights import WeightsError, require_gguf, whisper_mels
from dokuhelfer.resources import data_path

HEAD = struct.pack("<IH", 6, 12) + b"WhisperSpec\0" + struct.pack("<II", 3, 1) + b"\x15\x00encoder/"


def test_the_shipped_model_has_80_mels() -> None:
    assert whisper_mels(data_path("models", "demo-speech", "model.bin")) == 80


@pytest.mark.parametrize("kept", [0, 3, 17, 40, 5000, 15_000_000])
def test_a_file_cut_short_is_noticed(tmp_path: Path, kept: int) -> None:
    whole = data_path("models", "demo-speech", "model.bin").read_bytes()
    broken = tmp_path / "model.bin"
    broken.write_bytes(whole[:kept])
    with pytest.raises(WeightsError):
        whisper_mels(broken)


@pytest.mark.parametrize(
    "content",
    [
        b"GGUF" + bytes(100),
        struct.pack("<IH", 6, 12) + b"TransformerS" + bytes(40),
        struct.pack("<IH", 99, 12) + b"WhisperSpec\0" + bytes(40),
        struct.pack("<IH", 6, 12) + b"WhisperSpec\0" + struct.pack("<II", 3, 4_000_000_000),
        struct.pack("<IH", 6, 12) + b"WhisperSpec\0" + struct.pack("<II", 3, 0),
    ],
    ids=["gguf", "other spec", "other version", "too many variables", "no layers"],
)
def test_foreign_files_are_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(content)
    with pytest.raises(WeightsError):
        whisper_mels(file)


@given(tail=st.binary(max_size=200))
def test_garbage_never_raises_anything_else(tmp_path_factory: object, tail: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "garbage.bin"  # type: ignore[attr-defined]
    file.write_bytes(HEAD + tail)
    with pytest.raises(WeightsError):
        whisper_mels(file)


def test_gguf_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF" + struct.pack("<I", 3) + bytes(16))
    require_gguf(file)
    for wrong in (b"GGUF" + struct.pack("<I", 1), b"GGJT" + struct.pack("<I", 3), b""):
        file.write_bytes(wrong)
        with pytest.raises(WeightsError):
            require_gguf(file)
