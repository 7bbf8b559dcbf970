"""A model file is hashed once and noticed when it changes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from dokuhelfer.engine.worker import seal
from dokuhelfer.errors import Code, DokuError

GOOD = b"GGUF good weights"
HASH = hashlib.sha256(GOOD).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(GOOD)
    return path


def failure(file: Path, folder: Path | None) -> Code:
    with pytest.raises(DokuError) as caught:
        seal.require(file, HASH, folder)
    return caught.value.code


def test_the_right_file_is_hashed_once(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal.require(file, HASH, tmp_path / "kept")
    monkeypatch.setattr(hashlib, "file_digest", None)
    seal.require(file, HASH, tmp_path / "kept")
    with pytest.raises(TypeError):
        seal.require(file, HASH, None)


def test_another_content_of_the_same_size_is_refused(file: Path, tmp_path: Path) -> None:
    file.write_bytes(GOOD[::-1])
    assert failure(file, tmp_path / "kept") is Code.MODEL_DEFECT
    assert failure(file, None) is Code.MODEL_DEFECT
    assert not (tmp_path / "kept").exists()


def test_a_swap_after_it_was_found_right_is_noticed(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    seal.require(file, HASH, kept)
    before = file.stat()
    while file.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of some disks is coarse
        file.write_bytes(GOOD[::-1])
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert failure(file, kept) is Code.MODEL_DEFECT
    file.unlink()
    assert failure(file, kept) is Code.MODEL_MISSING


def test_a_folder_that_takes_nothing_costs_only_time(file: Path) -> None:
    seal.require(file, HASH, file / "no folder")


def test_few_marks_are_kept(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for number in range(25):
        os.utime(file, ns=(number, number))
        seal.require(file, HASH, kept)
    assert len(list(kept.iterdir())) == 20
