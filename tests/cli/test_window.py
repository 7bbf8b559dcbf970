"""``dokuhelfer`` alone: the window, or one sentence why there is none."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from dokuhelfer.cli.main import run


def test_without_qt_one_sentence_and_69(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("dokuhelfer.ui")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "PySide6", None)
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", None)
    assert run([]) == 69
    said = capsys.readouterr()
    assert "PySide6" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.skipif(sys.platform != "linux", reason="a Windows session always has a display")
def test_without_a_display_one_sentence_and_69(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run([]) == 69
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="a Windows session always has a display")
@pytest.mark.parametrize(
    "surroundings",
    [
        {"DISPLAY": ":77"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "nonsense"},
    ],
    ids=["stale display", "xcb without a display", "unknown platform"],
)
def test_a_display_that_does_not_open_is_one_sentence_and_69(surroundings: dict[str, str]) -> None:
    """Qt ends the process that asks for such a one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    ended = subprocess.run(
        [sys.executable, "-m", "dokuhelfer"],
        env={**kept, **surroundings, "DOKUHELFER_LANG": "de"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 69
    assert "Bildschirm" in ended.stderr.decode()
    assert b"qt" not in ended.stderr.lower()
