import math
import struct

import pytest

from dokuhelfer.engine.recorder_messages import Level, Signal
from dokuhelfer.recorder.levels import SILENCE, Activity, SignalJudge, level_of

PIECE = 0.05


def judged(*levels: tuple[float, float, float]) -> list[Signal]:
    """The verdicts over stretches of (seconds, peak, rms)."""
    judge, verdicts = SignalJudge(), []
    for seconds, peak, rms in levels:
        verdicts += [judge.hear(Level(peak, rms), PIECE) for _ in range(round(seconds / PIECE))]
    return verdicts


def test_the_level_of_a_sine_is_three_decibels_below_its_peak() -> None:
    samples = [round(16384 * math.sin(index / 5)) for index in range(8000)]
    level = level_of(struct.pack("<8000h", *samples))
    assert level.peak == pytest.approx(-6.0, abs=0.1)
    assert level.rms == pytest.approx(-9.0, abs=0.1)


@pytest.mark.parametrize("pcm", [b"", bytes(200)])
def test_the_level_of_nothing(pcm: bytes) -> None:
    assert level_of(pcm) == Level(SILENCE, SILENCE)


def test_the_loudest_sample_of_all_is_full_scale() -> None:
    assert level_of(struct.pack("<h", -32768)).peak == 0.0


def test_silence_is_told_after_three_seconds_and_forgotten_at_once() -> None:
    verdicts = judged((2.8, SILENCE, SILENCE), (0.4, SILENCE, SILENCE), (0.05, -20, -30))
    assert set(verdicts[:56]) == {Signal.GOOD}
    assert verdicts[-2:] == [Signal.NONE, Signal.GOOD]


def test_a_quiet_room_is_no_dead_microphone_and_not_too_quiet_speech() -> None:
    assert set(judged((10, -60, -68))) == {Signal.GOOD}


def test_speech_from_afar_is_too_quiet() -> None:
    verdicts = judged(*[(0.4, -38, -48), (0.2, -62, -70)] * 8)
    assert verdicts[-1] is Signal.TOO_QUIET


def test_usual_speech_with_pauses_is_good() -> None:
    assert set(judged(*[(0.6, -12, -22), (0.3, -60, -68)] * 8)) == {Signal.GOOD}


def test_clipping_is_too_loud() -> None:
    assert judged((1, 0.0, -8))[-1] is Signal.TOO_LOUD


def test_a_knock_is_not_too_loud() -> None:
    assert set(judged((1, -30, -40), (0.05, 0.0, -5), (1, -30, -40))) == {Signal.GOOD}


def quiet_after(*stretches: tuple[float, float]) -> float:
    activity = Activity()
    for seconds, rms in stretches:
        for _ in range(round(seconds / PIECE)):
            activity.hear(Level(rms + 8, rms), PIECE)
    return activity.quiet_for


def test_the_time_since_somebody_spoke() -> None:
    assert quiet_after((2, -60), (1, -25), (4, -60)) == pytest.approx(4.0, abs=0.1)


def test_a_fan_that_starts_is_soon_no_speech() -> None:
    assert quiet_after((5, -70), (60, -50)) > 40


def test_long_speech_with_short_breaths_is_speech_all_along() -> None:
    assert quiet_after(*[(8.0, -25), (0.2, -60)] * 20) < 0.5
