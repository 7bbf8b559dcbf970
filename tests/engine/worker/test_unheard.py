"""Speech for which nothing is written is found; slow words and pauses are none."""

from __future__ import annotations

import pytest

from dokuhelfer.engine.messages import SpokenWord
from dokuhelfer.engine.worker.unheard import Span, unheard


def words(*timed: tuple[str, float, float]) -> list[SpokenWord]:
    return [SpokenWord(text, start, end, 0.9) for text, start, end in timed]


SAID = words(("Sie", 0.3, 0.6), ("schläft.", 0.6, 1.2))


@pytest.mark.parametrize(
    ("speech", "end", "found"),
    [
        (((0.3, 1.2),), 1.5, ()),
        (((0.3, 1.2),), 9.0, ()),
        (((0.3, 1.2), (2.0, 5.0)), 5.5, ((0.6, 5.5),)),
        (((0.3, 1.2), (2.0, 2.8)), 5.5, ()),
        ((), 5.5, ()),
    ],
    ids=["all written", "a pause", "a sentence left out at the end", "a cough", "no speech"],
)
def test_what_is_left_out_behind_the_last_word(
    speech: tuple[Span, ...], end: float, found: tuple[Span, ...]
) -> None:
    assert unheard(SAID, speech, end) == found


def test_what_is_left_out_between_two_words_or_before_the_first() -> None:
    between = words(("Sie", 0.3, 0.6), ("schläft", 0.6, 4.0), ("gut.", 4.0, 4.5))
    late = words(("Gut.", 4.0, 4.5))

    assert unheard(between, ((0.3, 4.5),), 5.0) == ((0.6, 4.0),)
    assert unheard(late, ((0.3, 4.5),), 5.0) == ((0.0, 5.0),)


def test_numbers_and_long_words_take_their_time() -> None:
    slow = words(("Am", 0.0, 0.4), ("15.11.1957", 0.4, 4.4), ("Inkontinenzversorgung", 4.4, 7.0))

    assert unheard(slow, ((0.0, 7.0),), 7.2) == ()


def test_without_a_word_there_is_nothing_to_measure_by() -> None:
    assert unheard((), ((0.0, 9.0),), 9.0) == ()
