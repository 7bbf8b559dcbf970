"""Closed and full streams, targets that are inputs: never a traceback, nothing lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from dokuhelfer.resources import data_path

from .program import COMMAND, call

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples", "vitalwerte.ogg")
TEXT = "Frau Berger, Puls 72."


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = " ".join(f"'{part}'" for part in COMMAND)
    return subprocess.run(
        ["bash", "-c", line.replace("D", program, 1) + "; exit ${PIPESTATUS[0]}"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("D --help >/dev/full", 75),
        ("D --help | true", 75),
        ("D templates list >/dev/full", 75),
        ("D templates list | true", 75),
        ("D draft a.txt --template vitalwerte --json - >/dev/full", 75),
        ("D draft a.txt --template vitalwerte --json - >&-", 0),
        ("D draft a.txt --template vitalwerte --json a.json 2>/dev/full", 0),
        ("D draft - --template vitalwerte <&-", 65),
        ("D draft fehlt.txt --template vitalwerte 2>&-", 65),
        ("D draft fehlt.txt --template vitalwerte 2>/dev/full", 65),
    ],
)
def test_a_stream_that_takes_nothing(tmp_path: Path, line: str, status: int) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ended = shell(line, tmp_path)
    # `true` may read the help before it goes.
    assert ended.returncode == status or ("| true" in line and ended.returncode == 0)
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "transcribe r.ogg --json r.ogg",
        "transcribe r.ogg --json ./unter/../r.ogg",
        "transcribe link --json r.ogg",
        "draft a.txt --template vitalwerte --json a.txt",
        "draft a.txt --template vitalwerte --docx a.txt --force",
        "draft a.txt --template vitalwerte --context k.json --json k.json",
        "check --transcript a.txt --draft e.json --json a.txt",
        "check --transcript a.txt --draft e.json --json e.json",
    ],
)
def test_an_input_is_never_written_over(tmp_path: Path, arguments: str) -> None:
    shutil.copy(SAMPLE, tmp_path / "r.ogg")
    (tmp_path / "unter").mkdir()
    (tmp_path / "link").symlink_to("r.ogg")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "k.json").write_text("{}", "utf-8")
    (tmp_path / "e.json").write_text('{"template": "vitalwerte", "fields": {}}', "utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    ended = call(*arguments.split(), cwd=tmp_path)
    assert ended.returncode == 2, ended.stderr
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert after == before


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    ended = call("draft", "-", "--template", "freitext", cwd=tmp_path, stdin="Rot \x1b[31m rot.")
    assert "\x1b" not in ended.stdout
    assert "rot" in ended.stdout
