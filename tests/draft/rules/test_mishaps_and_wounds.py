"""Medication events and wounds: typed fields, phrases in mixed clauses, neighbours' names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("20 Uhr. Statt 10 Einheiten hat sie 18 gespritzt bekommen.", "20:00"),
        (
            "18 Uhr. Kein Pflaster mehr da. Arzt telefonisch erreicht. "
            "Tropfen um 18:40 Uhr gegeben.",
            "18:00",
        ),
        (
            "Einmal von mir um 17:10 Uhr und dann nochmal von der Kollegin um 17:40 Uhr.",
            "17:40",
        ),
        ("Um 13:15 Uhr nochmal versucht.", None),
        (
            "Sie hatte um 17 Uhr schon eine. Ich hab ihr um 18:30 Uhr noch mal eine gegeben.",
            "18:30",
        ),
    ],
)
def test_the_event_lies_before_the_call(draft: Drafter, text: str, time: str | None) -> None:
    fields = draft(f"Frau Kern. {text}", "medikamentenereignis")
    assert fields["uhrzeit_ereignis"].value == time


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Statt 10 Einheiten hat er 18 Einheiten gespritzt bekommen.", "falsche Dosis"),
        ("Er hat die Tabletten von Frau Linde bekommen.", "falsche Person"),
        ("Ich hab ihm die Tabletten von seinem Zimmernachbarn gereicht.", "falsche Person"),
        ("Ich habe ihr dann noch mal eine gegeben.", "doppelt gegeben"),
        ("Ich gab die Tropfen, obwohl er schon welche hatte.", "doppelt gegeben"),
        ("Davon war keins mehr im Schrank.", "nicht verfügbar"),
        ("Er hat seine Tabletten um 8 Uhr bekommen.", None),
    ],
)
def test_the_kind_of_a_mishap(draft: Drafter, text: str, kind: str | None) -> None:
    assert draft(f"Herr Adler. {text}", "medikamentenereignis")["ereignisart"].value == kind


def test_a_neighbours_name_stays_out_of_the_event(draft: Drafter) -> None:
    text = "Herr Adler. Er hat versehentlich die Tabletten von Frau Linde bekommen."
    fields = draft(text, "medikamentenereignis")
    for id, field in fields.items():
        assert "Linde" not in str(field.value) or id == "nicht_zugeordnet"
    assert "Linde" in fields["nicht_zugeordnet"].value[0]


def test_a_relative_is_no_neighbour(draft: Drafter) -> None:
    text = "Herr Adler. Er hat die Tropfen mit seiner Tochter Frau Linde genommen."
    assert "Linde" in str(draft(text, "medikamentenereignis")["gegeben"].value)
    text = "Herr Adler. Er hat die Tropfen um 8 Uhr gegeben bekommen von Frau Linde."
    assert "Linde" in str(draft(text, "medikamentenereignis")["gegeben"].value)


@pytest.mark.parametrize(
    "text",
    [
        "Bereitschaftsarzt angerufen, der sagt, stündlich Puls kontrollieren.",
        "Hausarzt angerufen: stündlich Puls kontrollieren.",
    ],
)
def test_what_a_doctor_says_on_the_phone_is_the_order(draft: Drafter, text: str) -> None:
    fields = draft(f"Herr Adler. {text}", "medikamentenereignis")
    assert "stündlich Puls" in str(fields["anordnung"].value).replace("Stündlich", "stündlich")


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("3 cm lang, 2,5 breit, Tiefe 3 mm.", (3, 2.5, 0.3)),
        ("15 mal 10 Millimeter.", (1.5, 1, None)),
        ("4 x 3 cm und 2 mm tief.", (4, 3, 0.2)),
        ("Heute 4 x 3 cm. Letztes Mal größer, da waren es 5 x 4 cm.", (4, 3, None)),
        ("Größer als beim letzten Mal, da waren es 5 x 4 cm.", (None, None, None)),
    ],
)
def test_sizes_of_a_wound(draft: Drafter, text: str, sizes: tuple[float | None, ...]) -> None:
    fields = draft(f"Wunddokumentation Frau Kern. {text}", "wunddokumentation")
    ids = ("laenge_cm", "breite_cm", "tiefe_cm")
    assert tuple(fields[id].value for id in ids) == sizes


@pytest.mark.parametrize(
    ("text", "site", "kind"),
    [
        ("Dekubitus Grad 2 an der linken Ferse.", "linken Ferse", "Dekubitus Grad 2"),
        ("Ulcus cruris venosum rechts am Innenknöchel.", "Innenknöchel", "Ulcus cruris venosum"),
        ("Kein Dekubitus am Steiß.", "Steiß", None),
    ],
)
def test_site_and_kind_in_one_clause(
    draft: Drafter, text: str, site: str, kind: str | None
) -> None:
    fields = draft(f"Wunddokumentation Frau Kern. {text}", "wunddokumentation")
    assert site in str(fields["lokalisation"].value)
    assert kind is None or kind in str(fields["wundart"].value)


def test_a_dressing_behind_the_cleaning(draft: Drafter) -> None:
    text = "Mit Ringerlösung gespült, Alginat und Schaumverband aufgelegt."
    fields = draft(f"Wunddokumentation Frau Kern. {text}", "wunddokumentation")
    assert "Alginat" in str(fields["verband"].value)
    none = draft("Wunddokumentation Frau Kern. Mit Ringerlösung gespült.", "wunddokumentation")
    assert none["verband"].value is None


def test_a_clock_on_the_edge_is_no_time(draft: Drafter) -> None:
    text = "Wunddokumentation Frau Kern. Ferse rechts. Tasche bei 3 Uhr 2 cm."
    assert draft(text, "wunddokumentation", shift="frueh")["uhrzeit"].value is None


def test_the_time_of_finding_named_as_such(draft: Drafter) -> None:
    text = "Sturz Frau Kern. Auffindezeit 23:15 Uhr. Letzter Kontakt 22:30 Uhr, lag im Bett."
    fields = draft(text, "sturzprotokoll_ausfuehrlich")
    assert fields["uhrzeit_auffinden"].value == "23:15"
    assert fields["uhrzeit_sturz"].value is None


def test_a_side_behind_the_kind_goes_with_it(draft: Drafter) -> None:
    text = "Wunddokumentation Frau Kern. Diabetischer Fuß rechts, Wunde am Ballen."
    assert "rechts" in str(draft(text, "wunddokumentation")["wundart"].value)


@pytest.mark.parametrize(
    "text",
    [
        "Länge 3 cm, Breite 2,1 cm. Rundherum ist die Haut rot, etwa 1 cm breit.",
        "Die Breite beträgt 2,1. Der Randsaum ist 0,5 cm breit gerötet.",
    ],
)
def test_the_named_size_outranks_how_broad_something_else_is(draft: Drafter, text: str) -> None:
    assert draft(f"Frau Kern. {text}", "wunddokumentation")["breite_cm"].value == 2.1


def test_output_told_in_the_past_is_of_today(draft: Drafter) -> None:
    text = "Trinkprotokoll Frau Kern. Die Ausfuhr über den Katheter war 850 ml."
    assert draft(text, "trink_ernaehrung")["ausfuhr_ml"].value == 850
