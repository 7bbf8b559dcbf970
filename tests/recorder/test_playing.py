"""Seconds of a recording played by a child: to their end, until stopped, and without any output."""

import math
import queue
import struct
import time

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.player import Player
from dokuhelfer.engine.outcome import Cancelled, Failed, Finished, Outcome
from dokuhelfer.errors import Code
from dokutest.pulse import Pulse

pytestmark = pytest.mark.program


def tone(seconds: float) -> bytes:
    count = round(seconds * SAMPLE_RATE)
    samples = (round(9000 * math.sin(n * 2 * math.pi * 440 / SAMPLE_RATE)) for n in range(count))
    return struct.pack(f"<{count}h", *samples)


def players(pulse: Pulse) -> int:
    """How many programs play, the test's own silence apart."""
    return len(pulse.control("list", "short", "sink-inputs").splitlines()) - 1


def test_it_plays_to_the_end(pulse: Pulse) -> None:
    ended: queue.Queue[Outcome] = queue.Queue()
    began = time.monotonic()
    player = Player(tone(1.0), ended.put)
    assert ended.get(timeout=20) == Finished()
    assert time.monotonic() - began >= 1.0
    player.close()
    assert players(pulse) == 0


def test_stopped_it_is_quiet_at_once(pulse: Pulse) -> None:
    ended: queue.Queue[Outcome] = queue.Queue()
    player = Player(tone(30.0), ended.put)
    end = time.monotonic() + 20
    while players(pulse) == 0:
        assert time.monotonic() < end
        time.sleep(0.05)
    player.stop()
    assert ended.get(timeout=5) == Cancelled()
    player.close()
    assert player.is_over
    assert players(pulse) == 0


def test_without_any_output_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/native")
    ended: queue.Queue[Outcome] = queue.Queue()
    player = Player(tone(0.5), ended.put)
    outcome = ended.get(timeout=20)
    player.close()
    assert isinstance(outcome, Failed)
    assert outcome.code is Code.SPEAKER_MISSING
