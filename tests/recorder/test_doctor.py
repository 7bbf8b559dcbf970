"""``doctor`` tells of keyring, store and microphones, and opens none of them."""

import json
import subprocess
import sys

import pytest

from dokutest.pulse import Pulse

pytestmark = pytest.mark.program


def doctor(*arguments: str) -> str:
    command = [sys.executable, "-m", "dokuhelfer", "doctor", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_microphones_are_named_and_not_opened(pulse: Pulse, microphone: str) -> None:
    report = json.loads(doctor("--json", "-"))
    assert report["microphones"] == [{"name": microphone, "default": True}]
    assert report["store"] == {"protection": None, "keyring": None, "error": None}
    assert pulse.listeners() == 0


def test_people_are_told_in_words(pulse: Pulse, monkeypatch: pytest.MonkeyPatch) -> None:
    told = doctor()
    assert "Schlüsselbund: keiner, dem das Programm vertraut" in told
    assert "Gespeicherte Diktate: noch keine" in told
    assert "keines gefunden" in told
