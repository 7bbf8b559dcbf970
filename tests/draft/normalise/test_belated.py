"""Values denied long after they were said, places on a dial, series of hours, hours and values."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import DropReason, join


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Puls 98. RR 130/80. Korrektur, der Puls war nicht 98, sondern 88.",
            "RR 130/80. der Puls war 88.",
        ),
        (
            "Er hat 20 Tropfen bekommen. Jetzt schläft er. Es waren 30 Tropfen, nicht 20.",
            "Er hat bekommen. Jetzt schläft er. Es waren 30 Tropfen.",
        ),
        (
            "Trinkmenge 1.200 ml. Verband gemacht. Die Trinkmenge ist 1.100 ml, nicht 1.200 ml.",
            "Trinkmenge. Verband gemacht. Die Trinkmenge ist 1.100 ml.",
        ),
    ],
)
def test_a_value_denied_later_is_taken_back(heard: Any, said: str, written: str) -> None:
    result = heard(said)
    assert join(result.tokens) == written
    assert any(piece.reason is DropReason.WITHDRAWN for piece in result.dropped)


@pytest.mark.parametrize(
    "said",
    [
        "Ich hab ihm 10 mg gegeben. Verordnet sind 5 mg, nicht 10 mg.",
        "Puls 98. Die Temperatur war 38,9, nicht 37,2.",
        "Um 8 Uhr war Puls 80. Er ist heute nicht gelaufen.",
    ],
)
def test_two_values_that_both_hold_stay(heard: Any, said: str) -> None:
    assert not [p for p in heard(said).dropped if p.reason is DropReason.WITHDRAWN]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("BESD beim Drehen 5. Moment, Temperatur war 38,9.", "beim Drehen 5."),
        ("Puls 66, nein, Moment, Puls war 68.", "68"),
        ("gültig bis zum fünften, äh, fünfzehnten Mai", "bis zum 15.05."),
        ("um zehn nach acht hundertachtzehn zu siebzig", "08:10 118/70"),
        ("um neun hundertzehn zu fünfundsechzig", "110/65"),
    ],
)
def test_each_value_stays_with_its_own(heard: Any, said: str, written: str) -> None:
    assert written in join(heard(said).tokens)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Tasche bei 3 Uhr, 1 cm tief.", "bei 3 Uhr"),
        ("Unterminiert von 4 bis 6 Uhr.", "von 4 bis 6 Uhr"),
        ("Wundrand auf 11 Uhr mazeriert.", "auf 11 Uhr"),
        ("Verbandwechsel um 3 Uhr nachts, Tasche ausgespült.", "um 03:00 Uhr"),
    ],
)
def test_an_hour_of_the_dial_is_no_time(heard: Any, said: str, written: str) -> None:
    assert written in join(heard(said).tokens)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Lagern bitte um 23 Uhr und um 3 Uhr.", "um 23:00 Uhr und um 03:00 Uhr"),
        ("Gelagert um 22 Uhr, um 1 und um 4 Uhr.", "um 22:00 Uhr, um 01:00 und um 04:00 Uhr"),
        ("Insulin um 18 Uhr und um 22 Uhr.", "um 18:00 Uhr und um 22:00 Uhr"),
    ],
)
def test_hours_in_a_row_go_on_from_the_first(heard: Any, said: str, written: str) -> None:
    assert written in join(heard(said, shift="spaet", recorded="20:45").tokens)


def test_the_hour_that_should_have_been_is_the_near_one(heard: Any) -> None:
    text = "Die Sonde hab ich erst um 6 Uhr angehängt statt um 5."
    assert "statt um 05:00" in join(heard(text, shift="nacht", recorded="06:25").tokens)


def test_a_word_of_the_next_clause_moves_no_hour(heard: Any) -> None:
    text = (
        "gestern abend um viertel vor zehn hat er gegen die tür getreten ich hab den dienst "
        "angerufen um zehn der hat gesagt abwarten und heute dann zum arzt mit ihm gehen"
    )
    assert "um 22:00" in join(heard(text, recorded="08:30").tokens)


@pytest.mark.parametrize(
    "said",
    [
        "Frau Adam hat Temperatur 39,1. Bei Herrn Berg war die Temperatur 38,9, nicht 39,1.",
        "Um 8 Uhr Puls 88. Abends war der Puls 72, nicht 88.",
        "Links Umfang 38 cm. Rechts war der Umfang 35 cm, nicht 38 cm.",
        "Die Wunde misst 3 cm. Der Abstand war 5 cm, nicht 3 cm.",
    ],
)
def test_another_persons_time_or_sides_value_stays(heard: Any, said: str) -> None:
    assert [one for one in heard(said).dropped if one.reason is DropReason.WITHDRAWN] == []


@pytest.mark.parametrize("unit", ["nicht 5, ", "nicht 5, sondern 6, ", "es war nicht 5, "])
def test_many_denials_in_one_sentence_take_time_in_proportion(heard: Any, unit: str) -> None:
    def looked_at(words: int) -> int:
        """Steps, not seconds: the machine may be busy."""
        steps = 0

        def step(*_: Any) -> None:
            nonlocal steps
            steps += 1

        sys.setprofile(step)
        try:
            heard(unit * (words // len(unit.split())))
        finally:
            sys.setprofile(None)
        return steps

    assert looked_at(1200) < 2.5 * looked_at(600)
