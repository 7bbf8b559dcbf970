"""Times told in order of the day, and measurements with names and second times beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dokuhelfer.draft.rules.courses import only_course

Drafter = Callable[..., Mapping[str, Any]]
MORNING, EVENING = 7 * 60, 19 * 60


@pytest.mark.parametrize(
    ("readings", "course"),
    [
        ([(420, 1140), (540, 1260), (720,), (60, 780)], (420, 540, 720, 780)),
        ([(420, 1140), (540, 1260)], None),
        ([(1320,), (120, 840)], None),
        ([(900,), (360, 1080)], (900, 1080)),
        ([], ()),
    ],
)
def test_only_course(readings: list[tuple[int, ...]], course: tuple[int, ...] | None) -> None:
    assert only_course(readings) == course


def test_drinks_told_in_order_have_their_times(draft: Drafter) -> None:
    text = (
        "Trinkprotokoll Frau Brandt. 7 Uhr Tee 200 ml getrunken. 9 Uhr Wasser 150 ml getrunken."
        " 15 Uhr Saft 100 ml getrunken."
    )
    drinks = draft(text, "trink_ernaehrung")["getraenke"].value
    assert [drink["uhrzeit"] for drink in drinks] == ["07:00", "09:00", "15:00"]


def test_who_dictates_behind_the_name_makes_nobody_staff(draft: Drafter) -> None:
    found = draft(
        "Trinkprotokoll Frau Brandt Frühdienst: Tee 200 ml getrunken.", "trink_ernaehrung"
    )
    assert found["person"].value == "Frau Brandt"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Blutzucker bei Frau Brandt 131 mg/dl.", "blutzucker", 131),
        ("Gewicht Herr Moser heute 71,4 Kilo.", "gewicht", 71.4),
        ("Herr Moser. RR 132/78 re, Puls 70.", "rr_ort", "rechter Arm"),
        ("Herr Moser. RR 132/78 li.", "rr_ort", "linker Arm"),
    ],
)
def test_values_beside_names(draft: Drafter, text: str, field: str, value: object) -> None:
    assert draft(text, "vitalwerte")[field].value == value


def test_a_later_measurement_or_a_dose_gives_no_time(draft: Drafter) -> None:
    second = "Bei Frau Brandt um 17 Uhr gemessen, Temperatur 38,6. Um 18 Uhr noch mal 38,1."
    assert draft(second, "vitalwerte")["uhrzeit"].value == "17:00"
    dose = draft(
        "Herr Moser, um 13 Uhr gemessen: RR 132/78. Novalgin 20 Tropfen um 14 Uhr.", "vitalwerte"
    )
    assert dose["uhrzeit"].value == "13:00"
