"""Text nobody dictates, long and monotonous: the time grows with its length, not its square."""

from __future__ import annotations

from dokuhelfer.draft.check.terms import affixes
from dokuhelfer.draft.facts.phrases import Phrases


def test_a_word_of_no_end_is_not_taken_apart() -> None:
    assert "abend" in affixes("abenddosis")
    assert affixes("a" * 1_000_000) == frozenset()


def test_stems_are_found_in_words_of_any_length() -> None:
    phrases = Phrases.of([("gerötet*",), ("blau",)])

    assert phrases.longest_stem == len("gerötet")
    assert phrases.anywhere(["gerötet" + "e" * 1_000_000])
    assert not phrases.anywhere(["a" * 1_000_000])
