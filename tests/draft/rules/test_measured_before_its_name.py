"""Values said before their names, in other units' words, and what hospital transport means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def values(draft: Drafter, text: str, *fields: str, **known: Any) -> list[Any]:
    drafted = draft(text, "vitalwerte", **known)
    return [drafted[field].value for field in fields]


def test_a_name_may_follow_its_value(draft: Drafter) -> None:
    text = "Frau Kern 37,1 Temperatur, 96 Sättigung, 81 Puls, 118 zu 70 Blutdruck."
    fields = ("temperatur", "spo2", "puls", "rr_systolisch")
    assert values(draft, text, *fields) == [37.1, 96, 81, 118]


def test_a_value_behind_a_time(draft: Drafter) -> None:
    text = "Frau Kern um zehn nach acht hundertdreizehn Blutzucker."
    found = values(draft, text, "uhrzeit", "blutzucker", shift="frueh")
    assert found == ["08:10", 113]


@pytest.mark.parametrize(
    ("said", "when", "unit"),
    [
        ("BZ 131 Milligramm vorm Abendbrot", "vor dem Essen", "mg/dl"),
        ("BZ 131 Milligramm vorm Abend", None, "mg/dl"),
        ("Blutzucker um zwölf nach dem Spritzen 180", None, None),
        ("BZ 140 vor dem Spritzen", None, None),
        ("BZ 150 nach Mittag", None, None),
        ("BZ 150 nachm Mittag", "nach dem Essen", None),
        ("BZ 6,8 Millimol nach dem Kaffee", "nach dem Essen", "mmol/l"),
        ("BZ 131 vor dem Vesper", "vor dem Essen", None),
    ],
)
def test_sugar_and_meals(draft: Drafter, said: str, when: str, unit: str | None) -> None:
    fields = ("blutzucker_zeitpunkt", "blutzucker_einheit")
    assert values(draft, f"Herr Ott {said}.", *fields) == [when, unit]


def test_besd_in_both_orders(draft: Drafter) -> None:
    text = "Frau Kern BESD zwei in Ruhe, vier bei der Pflege."
    assert values(draft, text, "besd_ruhe", "besd_aktivitaet") == [2, 4]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Der RTW hat ihn um neun mitgenommen.", "ja"),
        ("Die Sanitäter haben Herrn Ott in die Klinik mitgenommen.", "ja"),
        ("Er kommt ins Klinikum.", "ja"),
        ("Der Rettungsdienst hat die Papiere mitgenommen.", None),
    ],
)
def test_who_is_taken_along(draft: Drafter, said: str, answer: str | None) -> None:
    drafted = draft(f"Herr Ott ist im Flur gestürzt. {said}", "sturzprotokoll")
    assert drafted["krankenhaus"].value == answer


def test_a_person_is_no_dish(draft: Drafter) -> None:
    drafted = draft("Frau Kern hat vom Brot ein Viertel gegessen.", "trink_ernaehrung")
    assert [meal["speise"] for meal in drafted["mahlzeiten"].value] == ["Brot"]


def test_the_relative_of_somebody_spoken_of(draft: Drafter) -> None:
    text = (
        "Übergabe. Frau Kern hat gut gegessen. Herr Ott schläft."
        " Und die Tochter von Frau Kern kommt um fünf."
    )
    entries = draft(text, "schichtuebergabe")["eintraege"].value
    assert "Tochter" in str(entries[0])
    assert "Tochter" not in str(entries[1])
