"""Rounds: rooms as bare numbers, relatives, and what is about the house and not a resident."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]
ROUND = "schichtuebergabe"


def people(draft: Drafter, text: str) -> list[tuple[str, str | None]]:
    return [(entry["person"], entry["zimmer"]) for entry in draft(text, ROUND)["eintraege"].value]


@pytest.mark.parametrize(
    "opening",
    ["207: Frau Brandt,", "207 ist Frau Brandt, sie", "In Zimmer 207 die Frau Brandt, die"],
)
def test_a_room_that_opens_belongs_to_who_follows(draft: Drafter, opening: str) -> None:
    text = f"Übergabe. {opening} hat gut geschlafen. 208: Herr Moser, hustet."
    assert people(draft, text) == [("Frau Brandt", "207"), ("Herr Moser", "208")]


def test_a_room_said_again_turns_back(draft: Drafter) -> None:
    text = (
        "Übergabe. 31: Frau Brandt, schläft. 32: Herr Moser, hustet."
        " 31 noch: Frau Brandt hat gegessen."
    )
    assert people(draft, text) == [("Frau Brandt", "31"), ("Herr Moser", "32")]
    assert "gegessen" in str(draft(text, ROUND)["eintraege"].value[0])


def test_a_number_in_a_sentence_is_no_room(draft: Drafter) -> None:
    text = "Übergabe. Frau Brandt hat gegessen. 2 Scheiben Brot waren es."
    assert people(draft, text) == [("Frau Brandt", None)]


def test_a_relative_by_name_opens_no_entry(draft: Drafter) -> None:
    text = "Übergabe. Herr Moser hustet. Die Frau Moser, also seine Frau, weiß Bescheid."
    assert people(draft, text) == [("Herr Moser", None)]


@pytest.mark.parametrize(
    "remark",
    [
        "Ein Lifter lädt noch im Bad.",
        "Zwei Betten sind frei.",
        "Neue Handschuhe sind gekommen.",
        "Der Medikamentenkühlschrank zeigt zwölf Grad.",
        "Die Kollegin Busch hat mit der Apotheke telefoniert.",
    ],
)
def test_what_is_of_the_house_stands_apart(draft: Drafter, remark: str) -> None:
    found = draft(f"Übergabe. Frau Brandt hat gut gegessen. {remark}", ROUND)
    assert remark.split()[-1].rstrip(".") in str(found["allgemeines"].value)
    assert remark.split()[-1].rstrip(".") not in str(found["eintraege"].value)


@pytest.mark.parametrize(
    "told",
    [
        "Die Kollegin hat ihr die Haare gewaschen.",
        "Ihr Kleiderschrank klemmt.",
        "Lagerung alle 2 Stunden.",
    ],
)
def test_what_is_of_the_resident_stays(draft: Drafter, told: str) -> None:
    found = draft(f"Übergabe. Frau Brandt hat gut gegessen. {told}", ROUND)
    assert told.split()[-1].rstrip(".") in str(found["eintraege"].value)


def test_the_next_one_is_still_to_be_done(draft: Drafter) -> None:
    text = "Übergabe. Herr Moser, Verband gewechselt. Nächster Verbandwechsel Samstag."
    entry = draft(text, ROUND)["eintraege"].value[0]
    assert "Samstag" in entry["empfehlung"]
    assert "gewechselt" in entry["situation"]
