"""Files come whole, and never over another one unasked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.document.docx import write_docx
from dokuhelfer.document.save import save
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError


def code(error: pytest.ExceptionInfo[DokuError]) -> Code:
    return error.value.code


def test_an_existing_file_is_kept(drafts: Any, tmp_path: Path) -> None:
    target = tmp_path / "Bericht.docx"
    target.write_bytes(b"alt")
    with pytest.raises(DokuError) as error:
        write_docx(drafts.sample("freitext"), load_template("freitext"), target, force=False)
    assert code(error) is Code.TARGET_EXISTS
    assert target.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [target]


def test_force_replaces_it(drafts: Any, tmp_path: Path) -> None:
    target = tmp_path / "Bericht.docx"
    target.write_bytes(b"alt")
    write_docx(drafts.sample("freitext"), load_template("freitext"), target, force=True)
    assert target.read_bytes().startswith(b"PK")
    assert list(tmp_path.iterdir()) == [target]


def test_a_dangling_link_is_there_too(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    target.symlink_to(tmp_path / "fehlt")
    with pytest.raises(DokuError) as error:
        save(b"neu", target, force=False)
    assert code(error) is Code.TARGET_EXISTS


def test_a_file_that_comes_while_writing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.docx"
    opened = os.open

    def open_and_race(path: Any, *rest: Any, **options: Any) -> int:
        if ".part" in str(path):
            target.write_bytes(b"fremd")
        return opened(path, *rest, **options)

    monkeypatch.setattr(os, "open", open_and_race)
    with pytest.raises(DokuError) as error:
        save(b"neu", target, force=False)
    assert code(error) is Code.TARGET_EXISTS
    assert target.read_bytes() == b"fremd"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as error:
        save(b"neu", tmp_path / "fehlt" / "x.docx", force=False)
    assert code(error) is Code.TARGET_NOT_WRITABLE


def test_a_folder_as_target_stays(tmp_path: Path) -> None:
    target = tmp_path / "ordner"
    target.mkdir()
    with pytest.raises(DokuError) as error:
        save(b"neu", target, force=True)
    assert code(error) is Code.TARGET_NOT_WRITABLE
    assert list(tmp_path.iterdir()) == [target]
