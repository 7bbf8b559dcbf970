"""Loss-free and reversible: every character has its place, whatever the text."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dokuhelfer.draft.normalise.model import DropReason, Normalised, join

SPOKEN = """
Frau Alt Puls RR eins zwei zwölf hundert achtzig dreißig tausend Komma Punkt Absatz neue Zeile
nein Quatsch ich mein moment äh ähm also ja so halt um gegen halb viertel acht Uhr bis vor nach
zu auf mal Tropfen Euro Grad Prozent Milligramm , . : – ? ! - " „ “ ( ) Zitat Ende
Anführungszeichen unten oben streich das Letzten Satz löschen vierzehn- Schufa- links rechts
17.11. 17. November siebzehnten elften 8.30 136/85 1.500 37,8 2x3 0 eine halbe er sagt oder ich
trag ich später ein kommt noch Gewicht Dienstag Mittwoch net isch han 500mg °C %
"""
WORDS = [*SPOKEN.split(), "\n"]
dictations = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def assert_loss_free(texts: tuple[str, ...], result: Normalised) -> None:
    covered = [bytearray(len(text)) for text in texts]
    spans = [token.span for token in result.tokens] + [piece.span for piece in result.dropped]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(texts[span.segment])
        covered[span.segment][span.start : span.end] = b"\1" * (span.end - span.start)
    for text, marks in zip(texts, covered, strict=True):
        lost = [char for char, mark in zip(text, marks, strict=True) if not mark]
        assert not "".join(lost).strip()
    order = [(token.span.segment, token.span.start, token.span.end) for token in result.tokens]
    assert order == sorted(order)


@given(st.text(max_size=200))
@example("\x00\x1f\u2028'\"")
@example("-'s °c 0/0 1/2 99:99 24.00 Uhr")
def test_any_text(heard: Any, text: str) -> None:
    assert_loss_free((text,), heard(text))


@given(dictations)
def test_any_dictation(heard: Any, text: str) -> None:
    assert_loss_free((text,), heard(text, shift="nacht", recorded="06:00"))


@given(st.lists(dictations, max_size=4))
def test_any_segments(heard: Any, texts: list[str]) -> None:
    assert_loss_free(tuple(texts), heard(*texts, shift="frueh"))


@given(dictations)
def test_quotations_are_closed_and_never_nested(heard: Any, text: str) -> None:
    marks = [token.text for token in heard(text).tokens if token.text in ("„", "“")]
    assert marks == ["„", "“"] * (len(marks) // 2)


@given(dictations)
def test_what_was_taken_back_is_remembered(heard: Any, text: str) -> None:
    for piece in heard(text).dropped:
        if piece.reason is not DropReason.WITHDRAWN:
            assert piece.tokens == ()


def test_words_a_filler_rule_must_not_drop(heard: Any) -> None:
    """peers.md §7 row 6: an English filler rule once dropped the German „um“."""
    text = "Sie kam um acht eben so gegen die Wand, also halt dich fest, ja genau so"
    kept = join(heard("Er hat um acht eben also nichts gesagt, ja, halt so").tokens)
    assert all(word in kept for word in ("um", "eben", "also", "ja", "halt", "so"))
    assert "um" in join(heard(text).tokens).split()


def test_time_grows_with_the_text(heard: Any) -> None:
    sentence = "Frau Alt, RR hundertdreißig zu achtzig, um halb acht, nein, um neun, müde. "
    spent = []
    for count in (25, 250):
        started = time.process_time()
        heard(sentence * count)
        spent.append(time.process_time() - started)
    assert spent[1] < 40 * spent[0] + 0.1


@pytest.mark.parametrize(
    "word",
    [
        "„",
        "nein, ",
        "äh, ",
        "zwei ",
        "Punkt ",
        "streich das. ",
        "hundert",
        "1.",
        "acht Uhr ",
        "und ",
    ],
)
def test_long_runs_of_one_word_are_linear(heard: Any, word: str) -> None:
    started = time.process_time()
    heard(word * 3000)
    assert time.process_time() - started < 5
