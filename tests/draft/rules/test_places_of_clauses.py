"""Where a clause goes: conditions with what they belong to, orders, appointments, injuries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def test_a_condition_stays_with_what_it_belongs_to(draft: Drafter) -> None:
    drafted = draft(
        "Beratung Frau Alt. Ich rufe beim Energieversorger an, aber nur wenn sie mir die Vollmacht "
        "schickt.",
        "beratungsprotokoll",
    )
    assert "nur wenn" in drafted["vereinbarungen"].value
    assert drafted["einverstaendnis"].value is None


def test_what_may_be_done_under_a_condition_is_ahead(draft: Drafter) -> None:
    drafted = draft(
        "Pflegebericht Frau Alt. Sie hat gut gegessen. Falls sie nachts wieder hustet, darf sie "
        "das Spray nehmen.",
        "pflegebericht",
    )
    assert "Spray" in drafted["weiteres_vorgehen"].value
    told = draft("Pflegebericht Frau Alt. Wenn sie singt, ist sie froh.", "pflegebericht")
    assert told["weiteres_vorgehen"].value is None


def test_a_value_to_be_measured_is_an_order(draft: Drafter) -> None:
    drafted = draft(
        "Medikamentenereignis Herr Ott. Dr. Weiß hat gesagt, alle zwei Stunden Blutdruck messen.",
        "medikamentenereignis",
    )
    assert "Blutdruck messen" in drafted["anordnung"].value
    assert drafted["vitalwerte"].value is None


def test_a_talk_agreed_on_is_the_next_appointment(draft: Drafter) -> None:
    drafted = draft(
        "Suchtberatung Herr Ott, persönlich. Er trinkt wieder. Er lebt allein. Er ist traurig. "
        "Ein weiteres Gespräch haben wir für den 4. Mai um 10 Uhr vereinbart.",
        "beratung_sucht",
    )
    assert "04.05." in drafted["naechster_termin"].value


def test_what_an_office_wants_until_a_day_is_a_deadline(draft: Drafter) -> None:
    drafted = draft(
        "Migrationsberatung Herr Ott. Er soll bis 12. Mai den Schulbesuch nachweisen.",
        "beratung_migration",
    )
    assert "12.05." in drafted["frist"].value


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Am linken Ohr hat er eine Schramme.", "Ohr"),
        ("Frau Ott hat sich am Glas geschnitten, rechte Hand.", "Hand"),
    ],
)
def test_injuries_by_whatever_word(draft: Drafter, sentence: str, part: str) -> None:
    text = f"Besonderes Vorkommnis. Im Flur gab es Streit. {sentence}"
    assert part in draft(text, "besonderes_vorkommnis")["verletzungen"].value


def test_what_nobody_said_is_no_utterance(draft: Drafter) -> None:
    text = "Vorkommnis. Sie ist ausgerutscht. Wo genau hat sie nicht gesagt."
    assert draft(text, "besonderes_vorkommnis")["aeusserungen"].value is None


def test_a_wife_of_the_same_name_is_no_stranger(draft: Drafter) -> None:
    text = "Vitalwerte Herr Ott, Puls 70. Frau Ott passt auf ihn auf."
    assert draft(text, "vitalwerte")["nicht_zugeordnet"].value is None
    other = "Vitalwerte Herr Ott, Puls 70. Frau Ulm ist gestürzt."
    assert draft(other, "vitalwerte")["nicht_zugeordnet"].value


def test_a_photo_by_words_apart_says_no_more(draft: Drafter) -> None:
    drafted = draft(
        "Wunde Herr Ott, Ferse rechts. Foto hab ich heute keins gemacht.", "wunddokumentation"
    )
    assert drafted["foto"].value == "nein"
    assert drafted["nicht_zugeordnet"].value is None


def test_the_share_said_behind_its_dish(draft: Drafter) -> None:
    drafted = draft("Frau Alt. Gulaschsuppe, hat sie ganz gegessen mittags.", "trink_ernaehrung")
    assert [(m["speise"], m["menge"]) for m in drafted["mahlzeiten"].value] == [
        ("Gulaschsuppe", "alles")
    ]


def test_the_heading_of_a_fall_names_its_place(draft: Drafter) -> None:
    drafted = draft("Sturz Herr Ott, 9.15 Uhr, Rampe zum Hof. Er lag da.", "sturzprotokoll")
    assert "Rampe" in drafted["ort"].value


def test_looking_is_no_measure(draft: Drafter) -> None:
    text = "Vorkommnis. Als ich geguckt hab, hat er ihn am Ohr gezogen."
    drafted = draft(text, "besonderes_vorkommnis")
    assert "Ohr" in drafted["hergang"].value


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Sie bekam um zehn eine Tablette Ibuprofen.", "massnahme"),
        ("Er erhielt nach dem Essen 20 Tropfen Tramadol.", "massnahme"),
        ("Sie bekam nachmittags Besuch von der Nichte.", "beobachtung"),
        ("Sie bekommt dreimal täglich Ibuprofen.", "beobachtung"),
        ("Er gab an, eine Ibuprofen genommen zu haben.", "aeusserung"),
    ],
)
def test_what_somebody_was_given(draft: Drafter, said: str, field: str) -> None:
    drafted = draft(f"Pflegebericht Frau Alt. {said}", "pflegebericht")
    assert drafted[field].value is not None
    assert (drafted["massnahme"].value is not None) == (field == "massnahme")
