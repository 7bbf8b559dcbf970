"""Rounds without marks, with rooms as bare numbers and people by their given names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def entries(draft: Drafter, text: str) -> Any:
    return draft(text, "schichtuebergabe")["eintraege"].value


def test_an_address_is_not_cut_from_its_name(draft: Drafter) -> None:
    text = (
        "Übergabe Wohnbereich Linde Frau Kern 15 ist zum Röntgen gefahren Mittag steht in der"
        " Küche Herr Voss 17 hat gut geschlafen und wollte nicht frühstücken"
    )
    found = entries(draft, text)
    assert [entry["person"] for entry in found] == ["Frau Kern", "Herr Voss"]
    assert [entry["zimmer"] for entry in found] == ["15", "17"]
    assert "Röntgen" in str(found[0])
    assert "geschlafen" in str(found[1])


def test_given_names_with_article_and_with_bei(draft: Drafter) -> None:
    text = "Übergabe. Leonie war in der Schule. Und der Amir, der schläft. Bei der Leonie fehlt X."
    found = entries(draft, text)
    assert [entry["person"] for entry in found] == ["Leonie", "Amir"]
    assert "fehlt X" in str(found[0])


def test_what_is_said_of_two_goes_to_both(draft: Drafter) -> None:
    text = (
        "Übergabe. Frau Kern hat gegessen. Herr Voss schläft."
        " Frau Kern und Herr Voss brauchen beide Einlagen, die sind leer."
    )
    found = entries(draft, text)
    assert all("brauchen beide Einlagen" in str(entry) for entry in found)
    assert all("die sind leer" in str(entry) for entry in found)


def test_two_names_alone_are_not_both(draft: Drafter) -> None:
    text = "Übergabe. Frau Kern hat gegessen. Herr Voss schläft. Frau Kern und Herr Voss streiten."
    found = entries(draft, text)
    assert sum("streiten" in str(entry) for entry in found) == 1


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("Übergabe von Zwischendienst an Spätdienst. Frau Kern schläft.", "Zwischendienst"),
        ("Übergabe Früh an Spät. Frau Kern schläft.", "Frühdienst"),
        ("Übergabe an die Nacht. Frau Kern schläft.", "Spätdienst"),
    ],
)
def test_who_hands_over(draft: Drafter, text: str, shift: str) -> None:
    assert draft(text, "schichtuebergabe")["schicht"].value == shift


def test_oxygen_is_no_new_measurement_behind_ohne(draft: Drafter) -> None:
    fields = draft("Frau Kern. Sättigung 97 ohne Sauerstoff.", "vitalwerte")
    assert fields["spo2_bedingung"].value == "Ohne Sauerstoff."


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("Drin war Metformin 850.", "Metformin 850"),
        ("Sie bekam Metformin 3 Tage lang.", "Metformin"),
    ],
)
def test_a_strength_without_unit(draft: Drafter, text: str, drug: str) -> None:
    assert draft(f"Frau Kern. {text}", "medikamentenereignis")["medikament"].value == drug


def test_own_words_answer_the_opening_question(draft: Drafter) -> None:
    text = "Erstgespräch mit Frau Kern. Sie sagt: Ich möchte in meiner Küche bleiben."
    assert "meiner Küche" in draft(text, "infosammlung")["eingangsfrage"].value


def test_last_seen_is_not_how_one_was_found(draft: Drafter) -> None:
    text = "Frau Kern. Um 9 Uhr lag sie noch im Bett. Gefunden um 10 Uhr, sie lag auf dem Rücken."
    assert draft(text, "sturzprotokoll")["position_auffinden"].value == "Sie lag auf dem Rücken."


def test_the_place_may_have_two_phrases(draft: Drafter) -> None:
    text = "Um 9 Uhr ging in Haus 4 der Melder in der Küche los."
    assert draft(text, "besonderes_vorkommnis")["ort"].value == "In Haus 4. In der Küche."


def test_a_couple_is_told_apart_by_he_and_she(draft: Drafter) -> None:
    found = entries(
        draft,
        "Übergabe Frau Noll und Herr Noll Zimmer 4 beide haben gegessen sie hat schlecht geschlafen"
        " er hat gehustet dann Herr Ott der ist ruhig er hat gelesen",
    )
    assert [entry["zimmer"] for entry in found] == ["4", "4", None]
    hers, his, other = (str(entry) for entry in found)
    assert "schlecht geschlafen" in hers
    assert "gehustet" not in hers
    assert "gehustet" in his
    assert "schlecht geschlafen" not in his
    assert "gegessen" in hers
    assert "gegessen" in his
    assert "gelesen" in other


def test_two_of_one_family_name_are_two(draft: Drafter) -> None:
    text = "Die Helga Weber Zimmer 30 hat Husten. Der Karl Weber Zimmer 33 hat einen Verband."
    found = entries(draft, text)
    assert [entry["person"] for entry in found] == ["Helga Weber", "Karl Weber"]
    assert "Verband" not in str(found[0])
