"""Values and choices of another time, another person, a condition or a question stay out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Puls bei Aufnahme 90, heute 72.", "puls", 72),
        ("Der Puls soll über 60 liegen, aktuell 64.", "puls", 64),
        ("Gestern 150 zu 90, um neun dann 132 zu 80.", "rr_systolisch", 132),
        ("Wenn die Temperatur 38,5 hat, Arzt rufen. Jetzt gerade 37,1.", "temperatur", 37.1),
        ("Die Bettnachbarin hat Temperatur 39.", "temperatur", None),
        ("Gestern Puls 88.", "puls", 88),
    ],
)
def test_the_value_of_now(draft: Drafter, said: str, field: str, value: object) -> None:
    assert draft(said, "vitalwerte", shift="frueh")[field].value == value


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("Kompresse 10 x 10 cm aufgelegt. Wunde 3 x 2 cm.", 3),
        ("Pflaster 7 x 5 cm.", None),
        ("Vor zwei Wochen 6 x 4 cm, heute 5 x 3 cm.", 5),
        ("Das Hämatom daneben ist 8 cm lang.", None),
    ],
)
def test_the_size_of_the_wound_itself(draft: Drafter, said: str, length: object) -> None:
    assert draft(said, "wunddokumentation")["laenge_cm"].value == length


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Sie zahlt insgesamt 280 Euro Raten.", None),
        ("Zusammengerechnet kommen wir auf 8.400 Euro.", 8400),
        ("Ihr Vater hat insgesamt 9.000 Euro Schulden. Sie selbst insgesamt 4.500.", 4500),
    ],
)
def test_the_whole_of_the_debts(draft: Drafter, said: str, whole: object) -> None:
    assert draft(said, "beratung_schulden")["gesamtschulden_eur"].value == whole


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("Seine Schwester hat ihn angerufen. Er war zum Folgegespräch da.", "persönlich"),
        ("Nächstes Gespräch per Video. Heute telefonisch.", "telefonisch"),
        ("Ich war bei der Klientin zu Hause.", "Hausbesuch"),
        ("In die Sprechstunde kam Frau Alt.", "persönlich"),
        ("Er hat beim Amt angerufen.", None),
        ("Heute Morgen Telefonat mit Frau Alt.", "telefonisch"),
        ("Telefonat morgen geplant.", None),
        ("Die Mutter hat angerufen sie weiß nicht weiter.", "telefonisch"),
        ("Anruf beim Amt wegen Wohngeld.", "telefonisch"),
    ],
)
def test_the_contact_of_this_talk(draft: Drafter, said: str, contact: object) -> None:
    assert draft(said, "beratungsprotokoll")["kontaktart"].value == contact


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ramipril um 6 Uhr gegeben statt um 8.", "falsche Zeit"),
        ("Die Ohrentropfen wurden ins Auge getropft.", "falsche Applikation"),
        ("Heparin intramuskulär statt subkutan gespritzt.", "falsche Applikation"),
        ("Der Hausarzt hat die doppelte Dosis angeordnet.", None),
    ],
)
def test_the_kind_of_mishap(draft: Drafter, said: str, kind: object) -> None:
    assert draft(said, "medikamentenereignis")["ereignisart"].value == kind


def test_a_sum_with_a_name_of_its_own_is_not_the_next_ones(draft: Drafter) -> None:
    said = "Er bekommt 1.200 Euro im Monat netto und hat 300 Unterhalt."
    assert draft(said, "beratung_schulden")["netto_eur"].value == 1200


def test_who_was_asked_has_not_said_it(draft: Drafter) -> None:
    drafted = draft("Ich habe gefragt, ob jemand den Sturz gesehen hat.", "sturzprotokoll")
    assert drafted["beobachtet"].value is None


def test_the_time_between_its_commas(draft: Drafter) -> None:
    drafted = draft(
        "Frau Alt um 2 Uhr zuletzt im Bett gesehen, um 4 Uhr am Boden vorgefunden.",
        "sturzprotokoll",
        shift="nacht",
    )
    assert drafted["uhrzeit_auffinden"].value == "04:00"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Das Antibiotikum wurde am Abend vergessen.", "nicht gegeben"),
        ("Ramipril und Bisoprolol wurden vertauscht.", "falsches Medikament"),
        ("Ramipril gegeben, das Abzeichnen wurde vergessen.", None),
    ],
)
def test_a_drug_forgotten_or_swapped(draft: Drafter, said: str, kind: object) -> None:
    assert draft(said, "medikamentenereignis")["ereignisart"].value == kind


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Laut ihrer Liste hat sie 8.300 Euro Schulden.", 8300),
        ("Sie ist mit rund 9.000 Euro verschuldet.", 9000),
        ("Schulden ihres Mannes 9.000 Euro.", None),
    ],
)
def test_whose_debts_they_are(draft: Drafter, said: str, whole: object) -> None:
    assert draft(said, "beratung_schulden")["gesamtschulden_eur"].value == whole
