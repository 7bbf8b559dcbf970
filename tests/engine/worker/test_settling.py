"""When closed utterances become final beside live text."""

from __future__ import annotations

import pytest

from dokuhelfer.engine.worker.settling import Settling


def settling(cost: float) -> Settling:
    made = Settling()
    made.cost(cost)
    return made


@pytest.mark.parametrize("cost", [0.0, 1.0, 30.0])
def test_with_nothing_held_there_is_nothing_to_do(cost: float) -> None:
    assert not settling(cost).is_due(held=0.0, quiet=100.0)


def test_the_first_utterance_is_not_waited_with() -> None:
    assert Settling().is_due(held=1.0, quiet=0.0)


def test_a_fast_machine_decodes_each_utterance_a_slow_one_several() -> None:
    sentence = 4.0

    assert settling(0.8).is_due(held=sentence, quiet=0.0)
    assert not settling(5.0).is_due(held=sentence, quiet=0.0)
    assert not settling(5.0).is_due(held=4 * sentence, quiet=0.0)
    assert settling(5.0).is_due(held=6 * sentence, quiet=0.0)


def test_in_a_pause_less_is_waited_for() -> None:
    assert not settling(4.0).is_due(held=10.0, quiet=0.0)
    assert settling(4.0).is_due(held=10.0, quiet=0.3)


def test_before_the_first_window_readings_tell_how_slow_the_machine_is() -> None:
    slow, fast = Settling(), Settling()
    slow.cost_of_reading(2.0)
    fast.cost_of_reading(0.1)

    assert not slow.is_due(held=4.0, quiet=0.0)
    assert fast.is_due(held=4.0, quiet=0.0)
    slow.cost(0.5)
    slow.cost_of_reading(2.0)
    assert slow.is_due(held=4.0, quiet=0.0)


def test_a_short_reading_makes_no_machine_fast() -> None:
    made = Settling()
    for seconds in (1.2, 0.3):
        made.cost_of_reading(seconds)
    assert not made.is_due(held=8.0, quiet=0.0)


def test_a_pause_long_enough_is_used() -> None:
    assert not settling(5.0).is_due(held=4.0, quiet=4.0)
    assert settling(5.0).is_due(held=4.0, quiet=5.0)
