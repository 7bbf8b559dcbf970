import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import open_input, read_input, replacing
from dokutest.small_disk import may_mount, small_disk


def fail_after_writing(stream: BinaryIO) -> None:
    stream.write(b"neu")
    raise ValueError("mitten")


def code_of(path: Path) -> Code:
    with pytest.raises(DokuError) as caught, open_input(path):
        pass
    return caught.value.code


def test_what_is_not_a_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "fehlt") is Code.INPUT_NOT_FOUND
    assert code_of(tmp_path) is Code.INPUT_IS_DIRECTORY
    assert code_of(tmp_path / "pipe") is Code.INPUT_NOT_REGULAR
    assert code_of(Path("/dev/zero")) is Code.INPUT_NOT_REGULAR
    assert code_of(Path("a\0b")) is Code.INPUT_NOT_FOUND


def test_a_large_text_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "groß.txt"
    large.touch()
    os.truncate(large, 10 * 1024**3)
    with pytest.raises(DokuError) as caught:
        read_input(large)
    assert caught.value.code is Code.INPUT_TOO_LARGE


def test_a_failure_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "alt.json"
    target.write_text("alt")
    with pytest.raises(ValueError, match="mitten"), replacing(target) as stream:
        fail_after_writing(stream)
    assert target.read_text() == "alt"
    assert [entry.name for entry in tmp_path.iterdir()] == ["alt.json"]


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "ziel").write_text("alt")
    link = tmp_path / "link"
    link.symlink_to("ziel")
    with replacing(link) as stream:
        stream.write(b"neu")
    assert link.is_symlink()
    assert (tmp_path / "ziel").read_text() == "neu"


@pytest.mark.parametrize("target", ["", "ordner", "fehlt/x.json"])
def test_a_target_that_cannot_be_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "ordner").mkdir()
    with pytest.raises(DokuError) as caught, replacing(tmp_path / target) as stream:
        stream.write(b"x")
    assert caught.value.code is Code.TARGET_NOT_WRITABLE
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["ordner"]


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(DokuError), replacing(Path(os.devnull)):
        pass
    assert not Path(os.devnull).is_file()


def test_a_full_disk_is_said_to_be_full(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as caught, replacing(tmp_path / "x"):
        Path("/dev/full").write_bytes(b"x")
    assert caught.value.code is Code.DISK_FULL
    assert not list(tmp_path.iterdir())


def test_a_private_file_stays_private(tmp_path: Path) -> None:
    target = tmp_path / "privat.json"
    target.write_text("alt")
    target.chmod(0o600)
    with replacing(target) as stream:
        stream.write(b"neu")
    assert target.stat().st_mode & 0o777 == 0o600


def code_of_writing(target: Path, content: bytes, meanwhile: Callable[[], object]) -> Code:
    """What comes of writing this while something happens."""

    def write() -> None:
        with replacing(target) as stream:
            stream.write(content)
            stream.flush()
            meanwhile()

    with pytest.raises(DokuError) as caught:
        write()
    return caught.value.code


@pytest.mark.skipif(not may_mount(), reason="needs root")
def test_a_disk_that_fills_up_or_is_protected_while_it_is_written_is_told_as_such(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "stick", "64k") as stick:
        target = stick.place / "bericht.docx"
        target.write_bytes(b"alt")
        assert code_of_writing(target, bytes(128 * 1024), lambda: None) is Code.DISK_FULL
        assert code_of_writing(target, b"neu", stick.protect) is Code.TARGET_NOT_WRITABLE
        stick.release()
        assert target.read_bytes() == b"alt"


def test_a_folder_that_vanishes_while_it_is_written_is_a_target_that_cannot_be_written(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    code = code_of_writing(
        folder / "bericht.docx", b"neu", lambda: folder.rename(tmp_path / "fort")
    )
    assert code is Code.TARGET_NOT_WRITABLE
