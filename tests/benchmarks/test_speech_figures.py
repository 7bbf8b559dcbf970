"""What ``bench`` measures of speech: that the figures are there, not how large they are."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from itertools import pairwise

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.bench.memory import PeakMemory
from dokuhelfer.bench.speech import HeldSound, sample_sound, speech_path
from dokuhelfer.engine.models import find_speech_model
from dokuhelfer.resources import data_path


def test_held_sound_comes_whole_and_in_order() -> None:
    pcm = os.urandom(5 * SAMPLE_RATE + 6)
    blocks = list(HeldSound(pcm).blocks(threading.Event()))
    assert b"".join(block.pcm for block in blocks) == pcm
    assert all(one.end == two.start for one, two in pairwise(blocks))


def test_the_memory_of_a_child_is_seen() -> None:
    with PeakMemory() as memory:
        hungry = "import time; held = bytearray(80_000_000); time.sleep(0.6)"
        subprocess.run([sys.executable, "-c", hungry], check=True, timeout=60)
    assert 75 <= memory.megabytes <= 300


@pytest.mark.program
def test_a_model_that_is_here_is_measured_with_each_beam() -> None:
    model = find_speech_model("demo-speech", [data_path("models")])
    sound = sample_sound(["aktenvermerk"])[: 2 * 5 * SAMPLE_RATE]
    figures = speech_path(model, sound, threads=1)
    assert figures.sound == 5
    assert figures.encoder > 0
    assert [one.beam for one in figures.beams] == [1, 5]
    assert all(one.megabytes > 50 for one in figures.beams)
    assert all(one.factor == pytest.approx(one.seconds / 5) for one in figures.beams)
    assert [(one.model, one.beam) for one in figures.speeds()] == [
        ("demo-speech", 1),
        ("demo-speech", 5),
    ]
