"""A tone says when to speak; the microphone beside it hears it, and no recording holds it."""

import math
import struct
import time
from pathlib import Path

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.tones import end_tone, start_tone
from dokuhelfer.dictaphone import Dictaphone, RecordingEnded
from dokuhelfer.engine.recorder_messages import Opened
from dokuhelfer.recorder.tone import StartTone
from dokuhelfer.store.case import Case
from dokutest.recording import Heard, dictating
from dokutest.stores import NOW

pytestmark = pytest.mark.program

WINDOW = SAMPLE_RATE // 50


def loudest(pcm: bytes, hertz: float) -> float:
    """The most of that frequency within 20 ms, as an amplitude."""
    samples = struct.unpack(f"<{len(pcm) // 2}h", pcm)
    step = 2 * math.pi * hertz / SAMPLE_RATE
    found = 0.0
    for at in range(0, len(samples) - WINDOW, WINDOW // 2):
        piece = samples[at : at + WINDOW]
        real = sum(value * math.cos(step * n) for n, value in enumerate(piece))
        imaginary = sum(value * math.sin(step * n) for n, value in enumerate(piece))
        found = max(found, 2 * math.hypot(real, imaginary) / WINDOW)
    return found


def recorded(case: Case) -> bytes:
    with case.whole_sound() as sound:
        return sound.pcm(0.0, sound.duration)


def test_the_tone_is_heard_and_not_recorded(microphone: str, folder: Path) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        heard_too = Heard()
        witness = Dictaphone(dictaphone._store, heard_too)
        other = dictaphone._store.create(case.info.about, NOW)
        try:
            witness.start(other, NOW, microphone)
            heard_too.wait_for(Opened)
            dictaphone.tone = True
            dictaphone.prepare()
            time.sleep(1.5)  # the waiting recorder comes up
            pressed = time.monotonic()
            dictaphone.start(case, NOW, microphone)
            opened = heard.time_of(heard.wait_for(Opened))
            time.sleep(0.6)
            for one in (dictaphone, witness):
                one.stop()
            heard.wait_for(RecordingEnded)
            heard_too.wait_for(RecordingEnded)
        finally:
            witness.close()
        assert loudest(recorded(other), 880.0) > 2000
        assert loudest(recorded(case), 880.0) < 100
        assert opened - pressed < 1.5


def test_without_an_output_nothing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/native")
    tone = StartTone()
    assert tone.sound() == 0
    tone.close()


def test_the_tones_are_short_and_swell() -> None:
    for pcm, seconds in ((start_tone(), 0.3), (end_tone(), 0.3)):
        samples = struct.unpack(f"<{len(pcm) // 2}h", pcm)
        assert len(samples) / SAMPLE_RATE <= seconds
        assert samples[0] == samples[-1] == 0
        assert 3000 < max(samples) < 12_000
