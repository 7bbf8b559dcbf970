"""``models list | verify | import`` at the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dokuhelfer.cli.main import run
from dokuhelfer.engine.models import load_catalogue, user_root
from dokuhelfer.resources import data_path

DEMO = data_path("models", "demo-speech")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, list]:  # type: ignore[type-arg]
    assert run(["models", *arguments, "--json", "-"]) == status
    found: dict[str, list] = json.loads(capsys.readouterr().out)  # type: ignore[type-arg]
    return found


def test_the_list_shows_every_model_with_licence_and_hashes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    models = {one["id"]: one for one in answer(capsys, "list")["models"]}
    assert list(models) == [one.id for one in load_catalogue().models]
    assert models["demo-speech"]["present"]
    assert not models["qwen3-4b-instruct-2507"]["present"]
    for one in models.values():
        assert one["licence"]
        assert len(one["files"][0]["sha256"]) == 64
    assert run(["models", "list"]) == 0
    assert "Apache-2.0" in capsys.readouterr().out


def test_sound_models_verify(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = answer(capsys, "verify")["models"]
    assert (one["id"], one["sound"], one["flaws"]) == ("demo-speech", True, [])
    assert run(["models", "verify"]) == 0
    assert "unverändert" in capsys.readouterr().out


def test_a_changed_file_is_a_defect(capsys: pytest.CaptureFixture[str]) -> None:
    copy = user_root() / "demo-speech"
    shutil.copytree(DEMO, copy)
    file = copy / "vocabulary.json"
    file.write_bytes(file.read_bytes().replace(b"a", b"b", 1))
    (one,) = answer(capsys, "verify", status=65)["models"]
    assert (one["sound"], one["flaws"]) == (False, [{"file": "vocabulary.json", "flaw": "hash"}])
    assert run(["models", "verify"]) == 65
    assert "vocabulary.json: andere Prüfsumme" in capsys.readouterr().out


def test_an_import_is_there_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "import", str(DEMO)]) == 0
    assert "eingespielt" in capsys.readouterr().out
    assert (user_root() / "demo-speech" / "model.bin").is_file()
    brought = answer(capsys, "import", str(DEMO))
    assert (brought["id"], brought["copied"]) == ("demo-speech", False)


def test_an_unknown_file_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.gguf").write_bytes(b"GGUF" + bytes(100))
    assert run(["models", "import", str(tmp_path / "other.gguf")]) == 65
    assert "models list" in capsys.readouterr().err
    assert run(["models", "import", str(tmp_path / "none.gguf")]) == 65
    assert run(["models", "import"]) == 2
    assert run(["models"]) == 2
