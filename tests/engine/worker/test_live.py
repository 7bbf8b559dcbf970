"""When an open utterance is read, by a clock and a reader made for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.worker.live import LEAST_INTERVAL, SHARE, TOO_SLOW, LiveText
from dokuhelfer.engine.worker.recogniser import Glimpse, Sound
from dokuhelfer.engine.worker.utterances import Stretch


@dataclass
class Machine:
    """Reads one word a second of sound and takes ``cost`` seconds for it."""

    cost: float
    now: float = 100.0
    readings: list[float] = field(default_factory=list)
    doubtful: bool = False
    lengths: list[float] = field(default_factory=list)
    cost_of_length: float = 0.0

    def clock(self) -> float:
        return self.now

    def glimpse(self, sound: Sound, timed: bool) -> Glimpse | None:
        self.readings.append(self.now)
        self.lengths.append(len(sound) / SAMPLE_RATE)
        self.now += self.cost + self.cost_of_length * len(sound) / SAMPLE_RATE
        if self.doubtful:
            return None
        heard = np.rint(sound[: len(sound) // SAMPLE_RATE * SAMPLE_RATE : SAMPLE_RATE] * 32768)
        words = tuple(f"Wort{round(loudness) - LEVEL}" for loudness in heard)
        return Glimpse(words, tuple(map(float, range(len(words)))) if timed else ())


LEVEL = 3000


def spoken(seconds: float, start: float = 0.0, level: int = LEVEL) -> Stretch:
    """The second's number is its loudness above ``level``."""
    numbers = np.arange(round(seconds * SAMPLE_RATE)) // SAMPLE_RATE
    return Stretch(round(start * SAMPLE_RATE), (level + numbers).astype("<i2"))


def listen(machine: Machine, until: float, live: LiveText) -> None:
    """Ten blocks a second come in, as long as the machine keeps up with them."""
    begun = machine.now
    while machine.now - begun < until:
        live.look_at(spoken(machine.now - begun))
        machine.now += 0.1


@pytest.mark.parametrize("cost", [0.05, 0.4, 1.0, 3.0])
def test_the_interval_grows_with_the_cost_of_a_reading(cost: float) -> None:
    machine = Machine(cost)

    listen(machine, 20.0, LiveText(machine, machine.clock))

    intervals = np.diff(machine.readings)
    assert len(intervals) > 3
    assert min(intervals) >= max(LEAST_INTERVAL, SHARE * cost) - 1e-6
    assert max(intervals) <= max(LEAST_INTERVAL, SHARE * cost) + 0.2


def test_a_machine_that_is_too_slow_is_left_alone() -> None:
    machine = Machine(TOO_SLOW + 1)
    live = LiveText(machine, machine.clock)

    listen(machine, 120.0, live)

    assert live.is_over
    assert len(machine.readings) == 2


def test_one_slow_reading_is_forgiven() -> None:
    machine = Machine(TOO_SLOW + 1)
    live = LiveText(machine, machine.clock)
    listen(machine, 5.0, live)
    machine.cost = 0.3
    listen(machine, 15.0, live)

    assert not live.is_over
    assert len(machine.readings) > 5


def test_a_new_utterance_has_nothing_of_the_one_before() -> None:
    machine = Machine(0.1)
    live = LiveText(machine, machine.clock)
    listen(machine, 8.0, live)

    shown = live.look_at(spoken(3.0, start=20.0))

    assert shown is not None
    assert shown.stable == ()
    assert (shown.start, shown.through) == (20.0, 23.0)


def test_stable_words_come_with_the_second_reading() -> None:
    machine = Machine(0.1)
    live = LiveText(machine, machine.clock)
    live.look_at(spoken(6.0))
    machine.now += 1.0

    shown = live.look_at(spoken(7.0))

    assert shown is not None
    assert shown.stable == ("Wort0", "Wort1", "Wort2", "Wort3")
    assert shown.tail == ("Wort4", "Wort5", "Wort6")


def test_nothing_is_read_where_nothing_is_new_nobody_speaks_or_it_is_silent() -> None:
    machine = Machine(0.1)
    live = LiveText(machine, machine.clock)
    live.look_at(spoken(6.0))
    machine.now += 5.0

    assert live.look_at(spoken(6.1)) is None
    assert live.look_at(None) is None
    assert live.look_at(spoken(9.0, level=-6)) is None
    assert len(machine.readings) == 1


def test_a_doubtful_reading_is_not_shown() -> None:
    machine = Machine(0.1, doubtful=True)

    assert LiveText(machine, machine.clock).look_at(spoken(6.0)) is None


def test_of_a_long_utterance_only_the_end_is_read_and_all_of_it_shown() -> None:
    machine = Machine(0.2)
    live = LiveText(machine, machine.clock)
    shown = []
    for tenth in range(10, 240):
        machine.now = max(machine.now, 100.0 + tenth / 10)
        shown.append(live.look_at(spoken(tenth / 10)))

    texts = [one.stable + one.tail for one in shown if one is not None]
    assert all(text == tuple(f"Wort{number}" for number in range(len(text))) for text in texts)
    assert len(texts[-1]) >= 22
    assert max(machine.lengths) <= 12
    assert {one.start for one in shown if one is not None} == {0.0}


def test_a_word_that_is_contradicted_is_not_left_behind() -> None:
    """What was said where is then not known."""
    machine = Machine(0.2)
    live = LiveText(machine, machine.clock)
    for length in (8.0, 9.0):
        live.look_at(spoken(length))
        machine.now += 2.0
    for length in (11.0, 12.0, 13.0):
        live.look_at(spoken(length, level=LEVEL + 50))
        machine.now += 2.0

    assert machine.lengths == [8.0, 9.0, 11.0, 12.0, 13.0]
