"""The frozen folder: it runs where nothing is installed and holds no network client."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
UNWANTED = {
    "PySide6", "QtNetwork", "_tkinter", "hf_xet", "httpx2", "huggingface_hub", "libreadline",
    "libssl", "pytest", "tkinter",
}  # fmt: skip


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frozen")
    subprocess.run(
        ["sh", str(REPOSITORY / "packaging" / "dev" / "freeze.sh"), str(folder)],
        check=True,
        timeout=1200,
    )
    return folder / "dokuhelfer"


@pytest.mark.long
def test_the_demo_runs_in_an_empty_environment(frozen: Path, tmp_path: Path) -> None:
    target = tmp_path / "Ausgabe für heute"
    done = subprocess.run(
        [str(frozen / "dokuhelfer"), "demo", "--out", str(target)],
        env={},
        cwd="/",
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert [path for path in target.rglob("*.docx") if path.stat().st_size > 5000]


@pytest.mark.long
def test_no_network_client_and_no_window_inside(frozen: Path) -> None:
    names = {
        part.split(".")[0]
        for path in frozen.rglob("*")
        for part in path.relative_to(frozen).parts
        if "licences" not in path.relative_to(frozen).parts
    }
    assert not names & UNWANTED


@pytest.mark.long
def test_programs_data_and_licences_are_inside(frozen: Path) -> None:
    assert os.access(frozen / "dokuhelfer-worker", os.X_OK)
    assert os.access(frozen / "dokuhelfer-recorder", os.X_OK)
    data = next(frozen.rglob("dokuhelfer/_data"))
    assert list((data / "templates").glob("*.toml"))
    assert (data / "models" / "demo-speech" / "model.bin").exists()
    assert next(frozen.rglob("silero_vad_*.onnx")).stat().st_size > 100_000
    assert "libx264" in (frozen / "licences" / "THIRD-PARTY.txt").read_text("utf-8")
