"""How many guesses are worth a step, by seconds that are given here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.engine.worker.pace import SIZES, Pace


def paced(seconds: Callable[[int], float], steps: int = 20, chance: float = 0.8) -> Pace:
    """One that has written where a step of so many tokens takes ``seconds``."""
    pace = Pace()
    for _ in range(steps):
        tokens = 1 + pace.guesses(chance)
        pace.took(tokens, seconds(tokens))
    return pace


def test_nothing_is_guessed_before_a_single_token_was_timed() -> None:
    assert Pace().guesses(1.0) == 0


def test_each_size_is_tried_once() -> None:
    pace, tried = Pace(), []
    for _ in range(1 + len(SIZES)):
        tried.append(pace.guesses(0.8))
        pace.took(1 + tried[-1], 1.0 + tried[-1])
    assert tried == [0, *SIZES]


@pytest.mark.parametrize("chance", [0.3, 0.7, 0.95])
def test_where_each_token_takes_its_time_nothing_is_guessed(chance: float) -> None:
    assert paced(lambda tokens: 0.1 * tokens).guesses(chance) == 0


def test_where_a_step_takes_its_time_much_is_guessed() -> None:
    assert paced(lambda tokens: 0.1 + 0.01 * tokens).guesses(0.8) == max(SIZES)


def test_what_is_seldom_right_is_not_guessed_at_length() -> None:
    pace = paced(lambda tokens: 0.1 + 0.02 * tokens)
    assert pace.guesses(0.9) > pace.guesses(0.3) > pace.guesses(0.05) == 0


def test_one_step_that_was_held_up_does_not_count_for_ever() -> None:
    pace = Pace()
    for step in range(300):
        tokens = 1 + pace.guesses(0.8)
        pace.took(tokens, 0.1 if tokens == 1 else 9.0 if step < 10 else 0.12)
    assert pace.guesses(0.8) == max(SIZES)


def test_a_single_token_that_was_held_up_is_forgotten_as_soon_as_one_was_not() -> None:
    pace = paced(lambda tokens: 0.1 * tokens)
    pace.took(1, 30.0)
    assert pace.guesses(0.9) == 0
