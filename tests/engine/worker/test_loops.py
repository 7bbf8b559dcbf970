from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.engine.worker.loops import echoes, loops


def test_all_but_the_first_round_of_a_loop_is_found() -> None:
    before = "heute war sie"
    words = f"{before} {'müde und blass und ' * 3}müde".split()

    ((first, end),) = loops(words)

    assert " ".join(words[:first]) == f"{before} müde und blass und"
    assert end == len(words)


def test_words_behind_a_loop_are_not_part_of_it() -> None:
    words = ["a", "b", "c", "d"] * 3 + ["e", "f"]

    assert loops(words) == [(4, 12)]


def test_one_word_for_ever() -> None:
    assert loops(["ja"] * 40) == [(1, 40)]


def test_what_people_repeat_is_no_loop() -> None:
    for said in (
        "nein nein nein nein",
        "null vier null vier null vier",
        "zimmer eins ruhig zimmer zwei ruhig zimmer drei ruhig zimmer vier ruhig",
        "hundertzwanzig zu achtzig ich wiederhole hundertzwanzig zu achtzig",
    ):
        assert loops(said.split()) == []


@given(st.lists(st.sampled_from("ab"), max_size=60))
def test_loops_are_in_order_and_leave_something(words: list[str]) -> None:
    before = 0
    for first, end in loops(words):
        assert before < first < end <= len(words)
        before = end


def test_a_text_that_only_says_again_what_was_before_is_an_echo() -> None:
    before = ["sie", "hat", "gut", "gegessen", "und", "getrunken"]

    assert echoes(before[-4:], before)
    assert echoes(before, before)
    assert not echoes(before[-2:], before)
    assert not echoes([*before[-4:], "nein"], before)
    assert not echoes(before, [])
    assert not echoes([], before)
