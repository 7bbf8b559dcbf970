"""Rounds without punctuation: each fact with its person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Drafter = Callable[..., Mapping[str, Any]]


def entries(draft: Drafter, text: str) -> dict[str, str]:
    value = draft(text, "schichtuebergabe", {})["eintraege"].value
    return {
        str(entry["person"]): " ".join(str(part) for part in entry.values() if part)
        for entry in value
    }


def test_a_name_said_again_without_address(draft: Drafter) -> None:
    found = entries(
        draft,
        "ich fang an mit Frau Sokolova Zimmer zwölf die hat gut gegessen dann Herr Oberhuber "
        "Zimmer vier der war unruhig und bei der Sokolova noch die Schwester hat angerufen",
    )
    assert "Schwester" in found["Frau Sokolova"]
    assert "Schwester" not in found["Herr Oberhuber"]


def test_what_was_said_of_all_goes_to_each(draft: Drafter) -> None:
    found = entries(
        draft,
        "Frau Adler hat gut geschlafen. Herr Beck war unruhig. Bei beiden bitte wiegen.",
    )
    assert all("wiegen" in text for text in found.values())


def test_given_names_alone(draft: Drafter) -> None:
    found = entries(
        draft,
        "Mia hat schlecht geschlafen. Timo ist beim Vater. Zu Mia noch, sie schreibt heute Mathe.",
    )
    assert list(found) == ["Mia", "Timo"]
    assert "Mathe" in found["Mia"]


def test_somebody_else_was_meant(draft: Drafter) -> None:
    found = entries(
        draft,
        "Frau Schulze hat um elf noch zwei Joghurt gegessen und dann durchgeschlafen nein halt "
        "das war die Frau Krause mit dem Joghurt die Frau Schulze war bis zwei Uhr wach",
    )
    assert "gegessen" in found["Frau Krause"]
    assert "gegessen" not in found["Frau Schulze"]


def test_back_to_somebody_behind_a_sigh(draft: Drafter) -> None:
    found = entries(
        draft,
        "Frau Adler hat geschlafen. Herr Beck war unruhig. "
        "Ach Moment, bei der Frau Adler noch, die Salbe ist leer.",
    )
    assert "Salbe" in found["Frau Adler"]
    assert "Salbe" not in found["Herr Beck"]


def test_a_given_name_behind_its_verb(draft: Drafter) -> None:
    found = entries(draft, "Dann ist Jonas aufgestanden und hat gegessen. Mia: hat geschlafen.")
    assert "gegessen" in found["Jonas"]
