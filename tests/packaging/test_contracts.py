"""Every import contract fails when it is violated: planted imports in a copy of the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
IGNORED = shutil.ignore_patterns("__pycache__")
CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}

# contract, module that gets the import, the import
PLANTED = [
    ("qt", "cli", "import PySide6.QtCore"),
    ("qt", "engine.worker", "from PySide6 import QtCore"),
    ("inference", "engine", "import faster_whisper"),
    ("inference", "transcript", "import ctranslate2"),
    ("inference", "draft", "def later():\n    import llama_cpp"),
    ("inference", "audio", "import numpy"),
    ("decoder", "engine.worker", "import av"),
    ("capture", "recorder", "import miniaudio"),
    ("recorder", "recorder", "import dokuhelfer.transcript"),
    ("recorder", "recorder", "from dokuhelfer.engine.worker import speech"),
    ("recorded", "audio", "from dokuhelfer.recorder import capture"),
    ("path", "transcript", "import dokuhelfer.draft"),
    ("path", "audio", "from dokuhelfer.transcript import model"),
    ("path", "draft", "import dokuhelfer.review"),
    ("path", "review", "def later():\n    import dokuhelfer.document"),
    ("engine", "engine", "import dokuhelfer.draft"),
    ("engine", "engine.worker", "import dokuhelfer.cli"),
    ("base", "config", "import dokuhelfer.engine"),
    ("base", "messages", "import dokuhelfer.transcript"),
    ("front", "document", "import dokuhelfer.cli"),
    ("front", "draft", "import dokuhelfer.ui"),
    ("evaluation", "evaluation", "import dokuhelfer.engine"),
    ("evaluation", "evaluation.mutate", "from dokuhelfer.cli import console"),
    ("store", "store", "import dokuhelfer.draft"),
    ("stored", "review", "from dokuhelfer.store import case"),
    ("imports", "imports", "import dokuhelfer.transcript"),
    ("imports", "imports", "def later():\n    import dokuhelfer.draft"),
    ("imported", "store", "import dokuhelfer.imports"),
    ("keys", "store", "import cryptography"),
    ("keys", "ui", "def later():\n    import keyring"),
    ("bench", "draft", "import dokuhelfer.bench"),
    ("evaluated", "draft", "import dokuhelfer.evaluation"),
    ("evaluated", "engine", "def later():\n    import dokuhelfer.evaluation"),
    *(
        ("network", module, f"import {name}")
        for module, name in [
            ("engine.worker", "socket"),
            ("cli", "asyncio"),
            ("config", "ssl"),
            ("document", "http.client"),
            ("draft", "urllib.request"),
            ("engine", "huggingface_hub"),
            ("security", "requests"),
            ("ui", "ftplib"),
            ("audio", "smtplib"),
        ]
    ),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "src", tmp_path / "src", ignore=IGNORED)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_copy_as_it_stands_keeps_all(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout
    for name in CONTRACTS.values():
        assert f"{name} KEPT" in done.stdout


@pytest.mark.parametrize(("contract", "module", "statement"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    copy: Path, contract: str, module: str, statement: str
) -> None:
    planted = copy.joinpath("src", "dokuhelfer", *module.split("."), "__init__.py")
    with planted.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{statement}\n")
    done = lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{CONTRACTS[contract]} BROKEN" in done.stdout


def test_every_contract_is_tried() -> None:
    assert {contract for contract, _, _ in PLANTED} == set(CONTRACTS)
