"""From a microphone to clipboard and Word file, with the real program and real keys only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from dokuhelfer.resources import data_path
from dokutest.pulse import pulse_audio
from dokutest.screen import Screen, screen, wait_until
from dokutest.sounds import ffmpeg

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
SECONDS = 20
PAGE = (200, 130, 880, 370)
"""The part of the screen where the live text grows: left, top, width, height."""
SOME_WORDS = 1500
"""Dark points of about three words."""


def read_and_sign(display: Screen) -> None:
    """Space at each stop, 1 where a finding waits for it; signing tells when all is read.

    Before the draft is there, and at a stop without a finding, these keys do nothing.
    """
    for _ in range(60):
        for key in ("space", "1", "ctrl+Return"):
            display.press(key)
            time.sleep(0.5)
        if "MK" in display.clipboard():
            return
    raise AssertionError("never signed")


def test_what_is_spoken_is_in_the_clipboard_and_in_the_word_file(tmp_path: Path) -> None:
    wav, target = tmp_path / "sample.wav", tmp_path / "bericht.docx"
    ffmpeg("-i", str(SAMPLE), "-t", str(SECONDS), "-ar", "16000", "-ac", "1", str(wav))
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "dokuhelfer"
    settings.mkdir(parents=True)
    (settings / "profile.toml").write_text('initials = "MK"\nname = "Maria Kessler"\n', "utf-8")
    with screen() as display, pulse_audio(tmp_path / "pulse") as pulse:
        pulse.plug_in("headset", "Headset")
        program = subprocess.Popen(
            [sys.executable, "-m", "dokuhelfer"],
            env=os.environ | display.environment | pulse.environment,
            stderr=subprocess.PIPE,
        )
        try:
            display.focus("Dokuhelfer")
            time.sleep(3)
            display.press("F9")
            time.sleep(1.5)
            empty = display.ink(*PAGE)
            playing = pulse.play(wav)
            wait_until(lambda: display.ink(*PAGE) > empty + SOME_WORDS, SECONDS)
            some = display.ink(*PAGE)
            wait_until(lambda: display.ink(*PAGE) > some + SOME_WORDS, SECONDS)
            assert playing.poll() is None, "the text came only when all was played"
            playing.wait(60)
            display.press("F9")
            read_and_sign(display)
            text = display.clipboard()
            assert "geschlafen" in text
            assert "müde" in text
            display.press("shift+F6", "Tab", "Tab", "Return")
            display.focus("Als Word-Datei sichern")
            display.press("ctrl+a")
            display.type(str(target))
            display.press("Return")
            wait_until(target.exists)
            words = "\n".join(one.text for one in docx.Document(str(target)).paragraphs)
            assert "Ungeprüfter Entwurf" not in words
        finally:
            program.terminate()
            _, said = program.communicate(timeout=30)
        assert program.returncode == 0, said.decode()
    store = Path(os.environ["XDG_DATA_HOME"])
    kept = b"".join(path.read_bytes() for path in store.rglob("*") if path.is_file())
    assert b"geschlafen" not in kept
