"""The wheel carries program and data; the README's commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def wheel(tmp_path: Path) -> set[str]:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
        timeout=120,
    )
    (built,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_everything_a_user_needs_is_inside_and_nothing_else(wheel: set[str]) -> None:
    for template in (REPOSITORY / "templates").glob("*.toml"):
        assert f"dokuhelfer/_data/templates/{template.name}" in wheel
    assert "dokuhelfer/_data/models/catalogue.toml" in wheel
    assert "dokuhelfer/_data/models/demo-speech/model.bin" in wheel
    assert {f"dokuhelfer/messages/{name}.toml" for name in ("de", "en")} <= wheel
    assert "dokuhelfer/engine/worker/main.py" in wheel
    assert "dokuhelfer/ui/translations/dokuhelfer_en.qm" in wheel
    top = {name.split("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == {"dokuhelfer"}
    assert not [name for name in wheel if "__pycache__" in name]


def test_licence_and_notice_are_inside(wheel: set[str]) -> None:
    names = {name.rsplit("/", 1)[1] for name in wheel if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= names


@pytest.mark.parametrize("document", ["README.md", "packaging/README.md", "docs/contributing.md"])
def test_files_that_the_docs_name_exist(document: str) -> None:
    text = (REPOSITORY / document).read_text("utf-8")
    named = set(re.findall(r"(?:docs|packaging|models|tests)/[\w./-]*\w", text))
    assert named
    for name in named:
        assert (REPOSITORY / name).exists(), f"{document} names {name}"
