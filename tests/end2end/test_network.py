"""Nothing leaves the device: no system call asks for a network socket."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from dokuhelfer.engine.worker.confine import SILENCED
from dokuhelfer.resources import data_path

from .program import COMMAND

pytestmark = pytest.mark.program

SAMPLES = sorted(data_path("models", "demo-speech", "samples").glob("*.ogg"))


@pytest.fixture
def a_user_s_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests switch off for themselves the program must switch off on its own."""
    for name in SILENCED:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("a_user_s_environment")
def test_no_process_asks_for_a_network_socket(tmp_path: Path) -> None:
    """Long enough (five minutes of sound) that a library's delayed report would show."""
    sound = tmp_path / "lang.wav"
    inputs = [part for sample in SAMPLES for part in ("-i", str(sample))]
    joined = f"concat=n={len(SAMPLES)}:v=0:a=1"
    subprocess.run(
        ["ffmpeg", "-v", "error", *inputs, "-filter_complex", joined, "-ar", "16000", str(sound)],
        check=True,
        timeout=120,
    )
    log = tmp_path / "calls"
    traced = ["strace", "-f", "-e", "trace=socket,connect,sendto,io_uring_setup", "-o", str(log)]
    ended = subprocess.run(
        [*traced, *COMMAND, "transcribe", str(sound), "--json", str(tmp_path / "a.json")],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    calls = log.read_text("utf-8")
    assert "exited with 0" in calls
    assert re.findall(r"AF_(?!UNIX)\w+|io_uring_setup", calls) == []
    assert [path for path in Path(os.environ["HOME"]).rglob("*") if path.is_file()] == []
