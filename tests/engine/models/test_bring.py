"""Models brought in: recognised by content, copied whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from dokuhelfer.engine.models import Catalogue, Kind, bring, bring_in, check_folder, verify
from dokuhelfer.errors import Code, DokuError

from .conftest import GGUF, entry, speech_files

LANGUAGE = {"model.gguf": GGUF}
KNOWN = Catalogue(
    (
        entry("words", LANGUAGE, kind=Kind.LANGUAGE, mels=None),
        entry("speech", speech_files(80)),
        entry("large", speech_files(128), mels=128),
    )
)


def folder(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir(parents=True)
    for name, content in files.items():
        (path / name).write_bytes(content)
    return path


def failure(source: Path, root: Path) -> Code:
    with pytest.raises(DokuError) as caught:
        bring_in(source, root, KNOWN)
    assert not root.exists() or not list(root.iterdir())
    return caught.value.code


def test_a_file_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "download (1).bin"
    file.write_bytes(GGUF)
    brought = bring_in(file, tmp_path / "models", KNOWN)
    assert (brought.model.id, brought.copied) == ("words", True)
    assert (brought.path / "model.gguf").read_bytes() == GGUF
    assert check_folder(brought.model, brought.path) is None


@pytest.mark.parametrize("mels", [80, 128])
def test_a_folder_is_known_by_its_weights(tmp_path: Path, mels: int) -> None:
    source = folder(tmp_path / "stick", {**speech_files(mels), "README.md": b"x"})
    brought = bring_in(source, tmp_path / "models", KNOWN)
    assert brought.model.id == {80: "speech", 128: "large"}[mels]
    assert {one.name for one in brought.path.iterdir()} == set(speech_files(mels))


def test_what_is_there_and_sound_is_left_alone(tmp_path: Path) -> None:
    source = folder(tmp_path / "stick", LANGUAGE)
    bring_in(source, tmp_path / "models", KNOWN)
    before = (tmp_path / "models" / "words" / "model.gguf").stat().st_mtime_ns
    assert not bring_in(source, tmp_path / "models", KNOWN).copied
    assert (tmp_path / "models" / "words" / "model.gguf").stat().st_mtime_ns == before


def test_what_is_there_and_broken_is_replaced(tmp_path: Path) -> None:
    folder(tmp_path / "models" / "words", {"model.gguf": b"half"})
    brought = bring_in(folder(tmp_path / "stick", LANGUAGE), tmp_path / "models", KNOWN)
    assert brought.copied
    assert check_folder(brought.model, brought.path) is None


@pytest.mark.parametrize(
    "content", [GGUF[:-1], GGUF + b"x", GGUF[:-1] + b"x", b"", b"something else"]
)
def test_other_content_is_refused(tmp_path: Path, content: bytes) -> None:
    source = folder(tmp_path / "stick", {"model.gguf": content})
    assert failure(source, tmp_path / "models") is Code.MODEL_NOT_LISTED


@pytest.mark.parametrize("damage", ["missing", "changed", "link"])
def test_a_folder_whose_other_files_are_wrong_is_refused(tmp_path: Path, damage: str) -> None:
    source = folder(tmp_path / "stick", speech_files(80))
    file = source / "tokenizer.json"
    if damage == "changed":
        file.write_bytes(b"{}")
    else:
        file.unlink()
    if damage == "link":
        file.symlink_to(tmp_path)
    assert failure(source, tmp_path / "models") is Code.MODEL_DEFECT


def test_nothing_there_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path / "none", tmp_path / "models") is Code.INPUT_NOT_FOUND
    assert failure(folder(tmp_path / "empty", {}), tmp_path / "m") is Code.MODEL_NOT_LISTED


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "stick", LANGUAGE)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert failure(source, tmp_path / "models") is Code.DISK_FULL


def test_one_changed_byte_of_the_same_size_is_repaired(tmp_path: Path) -> None:
    """What `models verify` calls damaged, an import mends."""
    source = folder(tmp_path / "stick", LANGUAGE)
    here = bring_in(source, tmp_path / "models", KNOWN)
    (here.path / "model.gguf").write_bytes(GGUF[:-1] + bytes([GGUF[-1] ^ 255]))

    assert bring_in(source, tmp_path / "models", KNOWN).copied
    assert verify(here.model, here.path) == ()


def test_a_model_that_cannot_be_replaced_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = folder(tmp_path / "models" / "words", {"model.gguf": b"half"})
    rename = Path.rename

    def denied(path: Path, target: Path) -> Path:
        if target == old and path.name.startswith(".dokuhelfer-incoming-"):
            raise PermissionError(errno.EACCES, "held open")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", denied)
    with pytest.raises(DokuError) as caught:
        bring_in(folder(tmp_path / "stick", LANGUAGE), tmp_path / "models", KNOWN)

    assert caught.value.code is Code.TARGET_NOT_WRITABLE
    assert (old / "model.gguf").read_bytes() == b"half"
    assert [one.name for one in (tmp_path / "models").iterdir()] == ["words"]


class PulledOut(io.BytesIO):
    """A file on a stick that is gone after the first so many reads."""

    def __init__(self, content: bytes, reads: int) -> None:
        super().__init__(content)
        self.reads = reads

    def read(self, size: int | None = -1, /) -> bytes:
        if self.reads == 0:
            raise OSError(errno.EIO, "input/output error")
        self.reads -= 1
        return super().read(size)


@pytest.mark.parametrize("opened_well", [0, 1], ids=["while hashing", "while copying"])
def test_a_stick_pulled_out_is_the_inputs_fault(
    opened_well: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def pulled(path: Path) -> BinaryIO:
        opened.append(path)
        return PulledOut(path.read_bytes(), 0 if len(opened) > opened_well else 9)

    source = folder(tmp_path / "stick", LANGUAGE)
    monkeypatch.setattr(bring, "open_input", pulled)
    assert failure(source, tmp_path / "models") is Code.INPUT_UNREADABLE
    assert len(opened) == opened_well + 1


def test_a_name_that_no_file_can_have_is_not_found(tmp_path: Path) -> None:
    assert failure(tmp_path / ("x" * 6000), tmp_path / "models") is Code.INPUT_NOT_FOUND


def test_what_an_ended_import_left_goes_with_the_next(tmp_path: Path) -> None:
    left = folder(tmp_path / "models" / ".dokuhelfer-incoming-x", {"model.gguf": b"half"})
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(left, (two_days_ago, two_days_ago))
    bring_in(folder(tmp_path / "stick", LANGUAGE), tmp_path / "models", KNOWN)
    assert [one.name for one in (tmp_path / "models").iterdir()] == ["words"]


def test_another_import_at_the_same_time_is_left_alone(tmp_path: Path) -> None:
    other = folder(tmp_path / "models" / ".dokuhelfer-incoming-x", {"model.gguf": b"half"})
    bring_in(folder(tmp_path / "stick", LANGUAGE), tmp_path / "models", KNOWN)
    assert (other / "model.gguf").is_file()
