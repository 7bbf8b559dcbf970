"""Which words become stable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.engine.worker.agreement import HELD_BACK, Agreement


def read(*hypotheses: str) -> list[tuple[str, str]]:
    agreement = Agreement()
    readings = [agreement.add(hypothesis.split()) for hypothesis in hypotheses]
    return [(" ".join(reading.stable), " ".join(reading.tail)) for reading in readings]


def test_a_first_hypothesis_is_all_provisional() -> None:
    assert read("Herr Sommer hat gut geschlafen") == [("", "Herr Sommer hat gut geschlafen")]


def test_what_two_in_a_row_share_stands_but_for_their_last_words() -> None:
    first = "Herr Sommer hat gut gegessen und"
    second = "Herr Sommer hat gut gegessen und geschlafen."

    assert read(first, second)[-1] == ("Herr Sommer hat gut", "gegessen und geschlafen.")


def test_a_word_that_two_hypotheses_read_differently_is_not_stable() -> None:
    first = "Die Wunde ist trocken und klein geworden heute"
    second = "Die Wunde ist drucken und klein geworden heute früh"

    assert read(first, second)[-1][0] == "Die Wunde ist"


def test_punctuation_and_case_do_not_count_as_another_word() -> None:
    first = "sie trinkt wenig. Dann mehr als gestern"
    second = "Sie trinkt wenig, dann mehr als gestern noch"

    assert read(first, second)[-1][0] == "Sie trinkt wenig, dann mehr"


def test_a_stable_word_stays_even_if_it_is_contradicted() -> None:
    hypothesis = "Sie nahm zwei Tabletten am Abend ein"
    later = "Sie nahm drei Tabletten am Abend ein und schlief"

    *_, (stable, _) = read(hypothesis, hypothesis, later, later)

    assert stable.startswith("Sie nahm zwei Tabletten am")


WORDS = st.lists(st.sampled_from(["ja", "nein", "und", "dann", ".", "2"]), max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_stable_words_only_ever_grow_and_are_never_the_newest(hypotheses: list[list[str]]) -> None:
    agreement = Agreement()
    before: tuple[str, ...] = ()
    for words in hypotheses:
        reading = agreement.add(words)
        assert reading.stable[: len(before)] == before
        if len(reading.stable) > len(before):
            assert len(reading.stable) <= len(words) - HELD_BACK
        before = reading.stable
