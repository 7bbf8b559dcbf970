"""What a self-correction takes back is gone from the text and remembered with its value (R03)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import Clock, DropReason, Normalised, Number, join


def withdrawn_values(result: Normalised) -> list[Any]:
    tokens = [
        token
        for piece in result.dropped
        if piece.reason is DropReason.WITHDRAWN
        for token in piece.tokens
    ]
    return [token.text if token.value is None else token.value for token in tokens]


@pytest.mark.parametrize(
    ("said", "written", "numbers"),
    [
        ("RR 186 zu, äh nein, 168 zu 94", "RR 168/94", [186]),
        ("um die vierzehn-, nee, vierundzwanzigtausend Euro", "um die 24.000 €", [14, 14000]),
        ("136 zu 85, nein, 95", "136/95", [85]),
        ("136 zu 85, nein, 138", "138/85", [136]),
        ("RR 120 zu 60, nein, 90.", "RR 120/90.", [60]),
        ("RR hundertzehn zu siebzig, nein, neunzig", "RR 110/90", [70]),
        ("RR 120 zu 60, nein, 100", "RR 100/60", [120]),
        ("zehn, nein elf, nein zwölf Tropfen", "12 Tropfen", [10, 11]),
        ("Paracetamol 500, Entschuldigung, 1000 mg", "Paracetamol 1000 mg", [500]),
        (
            "er sagt vor vier Tagen nein warte er hat gesagt vor fünf Tagen",
            "er sagt er hat gesagt vor 5 Tagen",
            [4],
        ),
        ("Exsudat viel, nein, sagen wir mäßig", "Exsudat mäßig", []),
        ("im zweiten, nein, im dritten Stock", "im dritten Stock", []),
        ("redet am Freitag mit J., nein, schon am Montag", "redet mit J., schon am Montag", []),
        ("Der Kurs ist B eins, nein, B zwei.", "Der Kurs ist B2.", [1]),
    ],
)
def test_withdrawn_numbers(heard: Any, said: str, written: str, numbers: list[int]) -> None:
    result = heard(said)
    assert join(result.tokens) == written
    values = [value.value for value in withdrawn_values(result) if isinstance(value, Number)]
    assert values == [Decimal(number) for number in numbers]
    kept = [token.value.value for token in result.tokens if isinstance(token.value, Number)]
    assert not set(values) & set(kept)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("um halb acht nein zehn gestürzt", "um 10:00 gestürzt"),
        ("Sturz um 14 Uhr 30, nein, 16.", "Sturz um 16:00 Uhr."),
        ("Um 14:30 Uhr, nein, 16.", "Um 16:00 Uhr."),
        ("Sechzehn Uhr dreißig, nein, siebzehn gestürzt", "17:00 Uhr gestürzt"),
        ("viertel nach acht, nein, zehn", "10:00"),
        ("um drei viertel neun, Quatsch, elf gegangen", "um 11:00 gegangen"),
        ("um zehn vor acht, nein, zwölf geholt", "um 12:00 geholt"),
        ("um siebzehn dreißig, nein, neunzehn", "um 19:00"),
        ("um sechzehn Uhr zehn, nein, vierzig gefallen", "um 16:40 Uhr gefallen"),
        ("um neun Uhr fünf, nein, fünfunddreißig", "um 09:35 Uhr"),
        ("um neun Uhr dreißig, nein, zehn", "um 10:00 Uhr"),
        ("um zwölf Uhr dreißig, nein, zehn", "um 10:00 Uhr"),
        ("um siebzehn Uhr zehn, nein, fünfundzwanzig", "um 17:25 Uhr"),
        ("um acht Uhr zehn, nein, zwanzig", "um 08:20 Uhr"),
    ],
)
def test_a_bare_number_is_an_hour_where_it_can_be_one(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said", ["um halb acht, nein, vierzig", "um acht, nein, vierzig", "um 8:15, nein, 72"]
)
def test_a_number_that_can_be_neither_replaces_no_time(heard: Any, said: str) -> None:
    assert withdrawn_values(heard(said)) == []


def test_withdrawn_time(heard: Any) -> None:
    result = heard("um halb acht, nein, halb neun gestürzt", shift="frueh")
    assert join(result.tokens) == "um 08:30 gestürzt"
    assert [value.readings for value in withdrawn_values(result) if isinstance(value, Clock)] == [
        (450, 1170)
    ]


def test_withdrawn_words(heard: Any) -> None:
    result = heard("ich hole eine Schufa-, nein, er holt selber die Schufa-Auskunft")
    assert join(result.tokens) == "er holt selber die Schufa-Auskunft"
    assert withdrawn_values(result) == ["ich", "hole", "eine", "Schufa-"]


def test_a_correction_over_a_segment_border(heard: Any) -> None:
    result = heard("RR 186 zu 94, ", "nein, 168 zu 94, Puls 80")
    assert join(result.tokens) == "RR 168/94, Puls 80"
    assert {piece.span.segment for piece in result.dropped} == {0, 1}


def test_unit_said_once_counts_for_the_new_value(heard: Any) -> None:
    number, unit = heard("zehn Tropfen, nein fünfzehn").tokens
    assert (number.text, unit.text) == ("15", "Tropfen")
    assert unit.span.start == unit.span.end == number.span.end


@pytest.mark.parametrize(
    "text",
    [
        "hat gesagt nein, nicht heute",
        "„nein, zwei, nein, drei“",
        "keine Schmerzen, nein",
        "Schmerzen? Nein, seit 3 Tagen nicht.",
        "kein Fieber, nein, Fieber hat sie doch",
        "keine Schmerzen links, nein, rechts",
        "Sie ist, nein danke, gegangen",
    ],
)
def test_nothing_is_taken_back(heard: Any, text: str) -> None:
    result = heard(text)
    assert withdrawn_values(result) == []
    assert "nein" in join(result.tokens).lower()


@pytest.mark.parametrize(
    "command", ["Streich das.", "Bitte streichen.", "Letzten Satz löschen.", "lösch das"]
)
def test_strike_takes_the_last_sentence(heard: Any, command: str) -> None:
    result = heard(f"Puls 70. Sie schläft. {command}")
    assert join(result.tokens) == "Puls 70."
    assert withdrawn_values(result) == ["Sie", "schläft", "."]
    assert [piece.reason for piece in result.dropped] == [
        DropReason.WITHDRAWN,
        DropReason.COMMAND,
    ]
