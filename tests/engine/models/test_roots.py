from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dokuhelfer.engine.models import model_roots
from dokuhelfer.engine.models.roots import is_administrators, user_root
from dokuhelfer.resources import data_path


def test_configured_folders_come_first_and_the_shipped_one_last(tmp_path: Path) -> None:
    roots = model_roots([tmp_path])
    assert roots[0] == tmp_path
    assert roots[-2:] == (user_root(), data_path("models"))
    assert all(root.is_absolute() for root in roots)


def test_a_folder_is_searched_once(tmp_path: Path) -> None:
    roots = model_roots([tmp_path, data_path("models"), tmp_path])
    assert len(set(roots)) == len(roots)


def test_relative_folders_are_not_searched() -> None:
    assert Path("models") not in model_roots([Path("models")])


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_others_may_write_is_not_the_administrators(tmp_path: Path) -> None:
    me = os.getuid()
    tmp_path.chmod(0o755)
    assert is_administrators(tmp_path, me)
    assert not is_administrators(tmp_path, me + 1)
    for mode in (0o775, 0o757, 0o777):
        tmp_path.chmod(mode)
        assert not is_administrators(tmp_path, me), oct(mode)
    assert not is_administrators(tmp_path / "absent", me)
    (tmp_path / "link").symlink_to(tmp_path)
    assert not is_administrators(tmp_path / "link", me)
