"""Whom clauses without a subject belong to, in care and in counselling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def test_values_behind_another_residents_heading_are_not_filed(draft: Drafter) -> None:
    fields = draft("Frau Berger. Blutdruck 130 zu 80. Puls 72.", "vitalwerte", person="Herr Koch")
    assert fields["person"].value == "Herr Koch"
    assert fields["puls"].value is None
    assert fields["rr_systolisch"].value is None
    assert fields["nicht_zugeordnet"].value == ("Frau Berger.", "Blutdruck 130/80.", "Puls 72.")


@pytest.mark.parametrize(
    ("text", "temperature"),
    [
        ("Frau Berger Puls 72. Herr Koch hat Fieber. Temperatur 39,1.", None),
        ("Frau Berger Puls 72. Herr Koch hat Fieber. Er hustet. Temperatur 39,1.", None),
        ("Frau Berger Puls 72. Herr Koch hustet. Sie hat Fieber. Temperatur 39,1.", 39.1),
        ("Frau Berger Puls 72. Herr Koch hustet. Frau Berger Temperatur 39,1.", 39.1),
        ("Frau Berger Puls 72. Dr. Koch war da. Temperatur 39,1.", 39.1),
        ("Frau Berger Puls 72. Die Tochter war da. Temperatur 39,1.", 39.1),
    ],
)
def test_a_stranger_keeps_the_word(draft: Drafter, text: str, temperature: float | None) -> None:
    value = draft(text, "vitalwerte")["temperatur"].value
    assert (None if value is None else float(str(value))) == temperature


def test_a_room_in_the_chosen_name_makes_no_stranger(draft: Drafter) -> None:
    assert draft("Herr Koch. Puls 72.", "vitalwerte", person="Herr Koch, Zimmer 12")["puls"].value


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Beratung mit Frau Sommer. Herr Schulz hat abgelehnt. Der Strom ist gesperrt.", False),
        ("Beratung mit Frau Sommer. Herr Schulz. Der Strom ist gesperrt.", True),
    ],
)
def test_in_counselling_only_a_heading_takes_over(draft: Drafter, text: str, foreign: bool) -> None:
    left = draft(text, "beratungsprotokoll")["nicht_zugeordnet"].value
    assert ("Der Strom ist gesperrt." in (left or ())) is foreign


@pytest.mark.parametrize("text", ["Puls 80 bis 90.", "NRS 3 bis 4.", "Temperatur 37 bis 38."])
def test_a_range_is_no_value(draft: Drafter, text: str) -> None:
    fields = draft(text, "vitalwerte")
    assert {fields[id].value for id in ("puls", "temperatur", "schmerz_nrs")} == {None}
    assert fields["bemerkung"].value == text


def test_a_name_with_an_initial_is_whole(draft: Drafter) -> None:
    assert draft("Herr A. Kowalski war da.", "vitalwerte")["person"].value == "Herr A. Kowalski"


def test_text_behind_a_late_end_mark_is_no_quotation(draft: Drafter) -> None:
    fields = draft(
        "Frau Berger hat gesagt ich hab Durst Zitat Ende, hat 200 Milliliter getrunken.",
        "pflegebericht",
    )
    assert fields["aeusserung"].value == "Hat gesagt „ich hab Durst“."
    assert fields["beobachtung"].value == "Hat 200 ml getrunken."


def test_both_ends_of_a_range_share_their_thousands(draft: Drafter) -> None:
    fields = draft("Schulden zwölf bis fünfzehntausend Euro.", "beratungsprotokoll")
    assert fields["situation"].value == "Schulden 12.000 bis 15.000 €."
