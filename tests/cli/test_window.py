"""``dokuhelfer`` alone: the window, or one sentence why there is none."""

from __future__ import annotations

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
