"""Creditors told one after the other, totals of the next clause, and what of it stays elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Drafter = Callable[..., Mapping[str, Any]]


def claims(draft: Drafter, text: str) -> list[tuple[str, str | None]]:
    value = draft(f"Schuldnerberatung Herr Ott. {text}", "beratung_schulden")["glaeubiger"].value
    return [(entry["name"], entry["forderung_eur"]) for entry in value or ()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Am größten sind die Volksbank mit 7.100, Kredit, und die Stadtwerke mit 640, gemahnt.",
            [("Volksbank", "7.100"), ("Stadtwerke", "640")],
        ),
        (
            "Der Vermieter kriegt 2.300, Mietrückstand. Telekom 310 so ungefähr, "
            "und bei der Barmer weiß er es nicht.",
            [("Vermieter", "2.300"), ("Telekom", "310 so ungefähr"), ("Barmer", None)],
        ),
        ("Bescheinigung nach Paragraph 305 stelle ich später aus.", []),
        ("Bei der Miete weiß er es nicht.", []),
    ],
)
def test_creditors_in_a_row(
    draft: Drafter, text: str, wanted: list[tuple[str, str | None]]
) -> None:
    assert claims(draft, text) == wanted


def test_a_seizure_is_told_as_such_too(draft: Drafter) -> None:
    drafted = draft(
        "Schuldnerberatung Herr Ott. Gepfändet hat die Techniker, etwa 1.900 Euro Beiträge.",
        "beratung_schulden",
    )
    assert drafted["glaeubiger"].value[0]["forderung_eur"] == "etwa 1.900 €"
    assert "Techniker" in drafted["pfaendung"].value


def test_a_total_guessed_in_the_next_clause(draft: Drafter) -> None:
    text = "Frau Alt. Wie hoch die Schulden sind, weiß sie nicht genau, sie schätzt um die 12.000."
    drafted = draft(text, "beratung_schulden")
    assert drafted["gesamtschulden_eur"].value == 12000
    assert drafted["gesamtschulden_geschaetzt"].value == "ja"
    other = draft("Frau Alt. Sie schätzt die Miete auf 700.", "beratung_schulden")
    assert other["gesamtschulden_eur"].value is None


def test_talking_about_relief_is_talking_about_insolvency(draft: Drafter) -> None:
    text = "Frau Alt. Ich habe ihr erklärt, was Restschuldbefreiung ist."
    assert draft(text, "beratung_schulden")["inso_schritt"].value == "besprochen"


def test_how_long_it_took_not_how_long_it_was_meant_to(draft: Drafter) -> None:
    text = "Beratung Frau Alt. Geplant waren 60 Minuten, gedauert hat es 45, sie musste zum Bus."
    assert draft(text, "beratungsprotokoll")["dauer_min"].value == 45
