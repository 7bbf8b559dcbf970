"""Values and rooms said in passing, and what is done about them under a condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


@pytest.mark.parametrize(
    ("text", "id", "value"),
    [
        ("Achsel 38,4.", "temperatur", 38.4),
        ("38,1 im Ohr.", "temperatur", 38.1),
        ("Am Ohr 3 Pflaster.", "temperatur", None),
        ("Beim Wiegen heute 61,2 Kilo.", "gewicht", 61.2),
        ("Das sind 2 Kilo weniger, vorher 64 kg.", "gewicht", None),
        ("Nüchtern gemessen: Blutzucker 98.", "blutzucker_zeitpunkt", "nüchtern"),
        ("RR 130 zu 80. Nochmal gemessen, 126 zu 78. Puls 70.", "puls", 70),
        ("Puls 90. Nochmal gemessen, Puls 80. Sättigung 96.", "puls", 90),
        ("Nochmal gemessen, Puls 80.", "puls", None),
    ],
)
def test_values_said_in_passing(draft: Drafter, text: str, id: str, value: float | None) -> None:
    assert draft(f"Frau Kern. {text}", "vitalwerte")[id].value == value


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("Frau Kern 15 ist beim Arzt.", "15"),
        ("Frau Kern, 22, hat gut geschlafen.", "22"),
        ("Frau Kern in 14, ich habe geduscht.", "14"),
        ("Frau Kern 2 Brote gegessen.", None),
    ],
)
def test_a_number_behind_a_name_is_the_room(draft: Drafter, text: str, room: str | None) -> None:
    entries = draft(f"Übergabe. {text}", "schichtuebergabe")["eintraege"].value
    assert entries[0]["zimmer"] == room


def test_a_sentence_about_two_is_not_torn(draft: Drafter) -> None:
    text = "Frau Kern und Herr Voss haben beide Fieber."
    fields = draft(f"Übergabe. {text}", "schichtuebergabe")
    assert text in str(fields["eintraege"].value)


@pytest.mark.parametrize(
    "text",
    [
        "Wenn bis 18 Uhr nichts kommt, Zäpfchen.",
        "Falls sie klingelt, sofort hin.",
        "Sofern es zunimmt, ist die Ärztin einzuschalten.",
        "Die Praxis ist nochmal anzurufen.",
        "Die Angehörigen bekommen noch eine Mail.",
    ],
)
def test_what_is_to_be_done_is_open(draft: Drafter, text: str) -> None:
    assert draft(f"Frau Kern. {text}", "pflegebericht")["weiteres_vorgehen"].value is not None


@pytest.mark.parametrize("text", ["Wenn man sie anspricht, lacht sie.", "Sie ist gut zu haben."])
def test_what_is_so_is_not_open(draft: Drafter, text: str) -> None:
    assert draft(f"Frau Kern. {text}", "pflegebericht")["weiteres_vorgehen"].value is None


def test_an_order_given_on_the_phone_is_the_order(draft: Drafter) -> None:
    text = "Frau Kern. Dr. Weiß um 9 Uhr angerufen, er sagt, die Abendgabe weglassen."
    fields = draft(text, "medikamentenereignis")
    assert "Abendgabe weglassen" in fields["anordnung"].value
    assert "09:00" in fields["information_an"].value


def test_what_the_person_does_is_no_measure(draft: Drafter) -> None:
    fields = draft("Frau Kern. Tür zugeknallt. Beine eingecremt.", "pflegebericht")
    assert fields["massnahme"].value == "Beine eingecremt."
    assert fields["beobachtung"].value == "Tür zugeknallt."


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Nikolai Brandt, Wohngruppe 2. Er hustet.", "Nikolai Brandt"),
        ("Sturzprotokoll Sofia Marquardt. Sie fiel.", "Sofia Marquardt"),
        ("Nikolai Hausaufgaben gemacht. Frau Kern schläft.", "Frau Kern"),
    ],
)
def test_given_name_and_family_name(draft: Drafter, text: str, person: str) -> None:
    assert draft(text, "pflegebericht")["person"].value == person


def test_a_wife_is_no_form_of_address(draft: Drafter) -> None:
    fields = draft("Herr Voss. Seine Frau hab ich um 9 Uhr angerufen.", "pflegebericht")
    assert "Seine Frau" in fields["information_an"].value


def test_a_telegram_keeps_its_heading(draft: Drafter) -> None:
    fields = draft("Frau Kern. Wundrand flach, unten leicht aufgeweicht.", "wunddokumentation")
    assert fields["wundrand"].value == "Wundrand flach, unten leicht aufgeweicht."
