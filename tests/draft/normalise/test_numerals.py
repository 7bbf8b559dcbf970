"""Number words and their values, checked with a speller of its own."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.draft.normalise.model import Number, TokenKind
from dokuhelfer.draft.normalise.numerals import cardinal, half, ordinal, written

ONES = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = {10: "zehn", 11: "elf", 12: "zwölf", 16: "sechzehn", 17: "siebzehn"}
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig"]
TENS.append("neunzig")


def below_hundred(value: int) -> str:
    if value < 10:
        return ONES[value]
    if value < 20:
        return TEENS.get(value) or ONES[value - 10] + "zehn"
    one, ten = value % 10, TENS[value // 10]
    return ten if not one else ("ein" if one == 1 else ONES[one]) + "und" + ten


def below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return below_hundred(rest)
    head = ("ein" if hundreds == 1 else ONES[hundreds]) + "hundert"
    return head + (below_hundred(rest) if rest else "")


def spell(value: int) -> str:
    """The number as one German word, 0–999,999."""
    thousands, rest = divmod(value, 1000)
    if not thousands:
        return below_thousand(rest)
    head = below_thousand(thousands)
    head = head.removesuffix("s") if head.endswith("eins") else head
    return head + "tausend" + (below_thousand(rest) if rest else "")


def number_of(heard: Any, text: str) -> Decimal:
    tokens = heard(text).tokens
    assert [token.kind for token in tokens] == [TokenKind.NUMBER], text
    value = tokens[0].value
    assert isinstance(value, Number)
    assert value.spoken
    assert (tokens[0].span.start, tokens[0].span.end) == (0, len(text))
    return value.value


def test_every_number_below_ten_thousand() -> None:
    assert [value for value in range(10_000) if cardinal(spell(value)) != value] == []


@given(st.integers(0, 999_999))
def test_every_number_below_a_million(value: int) -> None:
    assert cardinal(spell(value)) == value


@given(st.integers(0, 999_999).filter(lambda value: value not in (8, 1)))
def test_spoken_number_becomes_one_token(heard: Any, value: int) -> None:
    assert number_of(heard, spell(value)) == value


@given(st.integers(11, 99), st.integers(0, 99))
def test_counting_in_hundreds(hundreds: int, rest: int) -> None:
    word = below_hundred(hundreds) + "hundert" + (below_hundred(rest) if rest else "")
    assert cardinal(word) == hundreds * 100 + rest


@given(st.integers(1, 9), st.integers(1, 99), st.sampled_from(["hundert", "tausend"]))
def test_numbers_torn_apart_by_the_recogniser(
    heard: Any, count: int, rest: int, scale: str
) -> None:
    head = "ein" if count == 1 else ONES[count]
    factor = 100 if scale == "hundert" else 1000
    assert number_of(heard, f"{head}{scale} {below_hundred(rest)}") == count * factor + rest
    assert number_of(heard, f"{head} {scale} {below_hundred(rest)}") == count * factor + rest


@given(st.integers(2, 9), st.integers(2, 9))
def test_twenties_torn_apart(heard: Any, one: int, ten: int) -> None:
    assert number_of(heard, f"{ONES[one]} und {TENS[ten]}") == ten * 10 + one


@given(st.integers(0, 400), st.integers(0, 99))
def test_spoken_decimals(heard: Any, whole: int, decimals: int) -> None:
    text = f"{spell(whole)} Komma {spell(decimals)}"
    assert number_of(heard, text) == Decimal(f"{whole}.{decimals}")


@given(st.integers(0, 400), st.integers(0, 9))
def test_decimals_with_a_leading_zero(heard: Any, whole: int, last: int) -> None:
    text = f"{spell(whole)} Komma null {spell(last)}"
    assert number_of(heard, text) == Decimal(f"{whole}.0{last}")


@given(st.integers(0, 999_999), st.integers(0, 99))
def test_words_and_digits_meet(heard: Any, whole: int, decimals: int) -> None:
    spoken = heard(f"BZ {spell(whole)} Komma {spell(decimals)}").tokens[-1].value
    typed = heard(f"BZ {whole},{decimals}").tokens[-1].value
    assert spoken.value == typed.value


@given(st.integers(1, 31))
def test_ordinals(value: int) -> None:
    irregular = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
    word = irregular.get(value) or spell(value) + ("te" if value < 20 else "ste")
    for ending in ("", "r", "n", "s", "m"):
        assert ordinal(word + ending) == value


@given(st.integers(2, 99))
def test_halves(value: int) -> None:
    assert half(spell(value) + "einhalb") == Decimal(value) + Decimal("0.5")


@pytest.mark.parametrize(
    "word",
    ["", "und", "hund", "einundhund", "achten", "zweifel", "dreißigzwei", "tausendtausend", "Elfe"],
)
def test_other_words_are_no_numbers(word: str) -> None:
    assert cardinal(word) is None


@given(st.text(max_size=40))
def test_no_word_raises(word: str) -> None:
    for parse in (cardinal, ordinal, half):
        parse(word)


@given(st.decimals(0, 10**9, places=2))
def test_written_form_reads_back(value: Decimal) -> None:
    assert Decimal(written(value).replace(".", "").replace(",", ".")) == value
