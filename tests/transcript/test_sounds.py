from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.transcript.sounds import code, distance, sounds_of, without_accents


@pytest.mark.parametrize(
    "spellings",
    [
        ["Maier", "Mayer", "Meier", "Meyer", "Maïer"],
        ["Weiß", "Weiss", "Weis"],
        ["Schmidt", "Schmitt", "Schmid"],
        ["Thorasemid", "Torasemit", "Tora Semid", "Tora-Semitt"],
        ["Philipp", "Filip", "Vilip"],
        ["Mueller", "Müller", "MÜLLER", "Müler"],
        ["Quetiapin", "Kwetiapien", "Quetia-Pihn"],
        ["Xaver", "Ksafer"],
        ["Şahin", "Schahin"],
        ["Çelik", "Tschelik"],
        ["Kräuter", "Kroiter"],
        ["Boot", "Boht", "Bot"],
    ],
)
def test_spellings_that_sound_alike_have_the_same_sounds(spellings: list[str]) -> None:
    assert len({sounds_of(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Haus", "Hans"), ("Rose", "Rosi"), ("Dorn", "Torn"), ("Fisch", "Fix")]
)
def test_words_that_sound_otherwise_have_other_sounds(one: str, other: str) -> None:
    assert sounds_of(one) != sounds_of(other)


def test_the_code_keeps_the_classes_of_consonants() -> None:
    assert code(sounds_of("Ramipril")) == code(sounds_of("Rahmi April")) == "76175"
    assert code(sounds_of("Aue")) == ""


@pytest.mark.parametrize(
    ("heard", "near", "far"),
    [("Novalgyn", "Novalgin", "Lokalgen"), ("Gerda", "Kerda", "Merda"), ("Timm", "Dimm", "Fimm")]
    + [("Mena", "Nena", "Lena"), ("Fahrid", "Farid", "Farind")],
)
def test_what_is_easily_taken_for_each_other_is_nearer(heard: str, near: str, far: str) -> None:
    steps = [distance(sounds_of(heard), sounds_of(word), 9) for word in (near, far)]
    assert steps[0] < steps[1]


def test_above_the_limit_nothing_is_counted() -> None:
    assert distance("ramipril", "kwetiapin", 1.0) == math.inf
    assert distance("a", "rabarber", 1.0) == math.inf


def test_accents_go_and_umlauts_stay() -> None:
    assert without_accents("Yılmaz Petrović Łukasz Öztürk") == "Yilmaz Petrovic Lukasz Öztürk"


words = st.text("aeiouäöübdfghjklmnprstwzß", max_size=12)


@given(words, words)
def test_a_distance_is_the_same_there_and_back(one: str, other: str) -> None:
    there = distance(sounds_of(one), sounds_of(other), 99)
    assert there == pytest.approx(distance(sounds_of(other), sounds_of(one), 99))
    assert (there == 0) == (sounds_of(one) == sounds_of(other))


@given(st.text(max_size=40))
def test_any_text_has_sounds(text: str) -> None:
    assert set(code(sounds_of(text))) <= set("12345678")
