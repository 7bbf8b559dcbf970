"""Commands about fields: neither their words nor the name of the field are content."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join


@pytest.mark.parametrize(
    "command",
    [
        "Nachtruhe, das Feld trag ich später ein.",
        "Das Feld Ausscheidung lass ich offen.",
        "Das Feld Mobilität bleibt noch leer.",
        "Größe und Gewicht trag ich nachher ein.",
        "Das Gewicht trag ich morgen nach.",
        "Schlaf lass ich offen.",
        "Das Kästchen lass ich leer.",
        "Dieses Feld bitte leer lassen.",
        "Feld Uhrzeit bitte überspringen.",
        "Unterschrift kommt noch.",
        "Lass das Feld bitte offen.",
        "Bei Wirkung schreib ich nichts rein.",
        "Zur Nachtruhe trag ich nichts ein.",
        "Gewicht lass ich weg.",
        "Unterschrift mach ich nachher.",
    ],
)
def test_a_command_with_its_field_is_no_content(heard: Any, command: str) -> None:
    assert join(heard(f"Sie hat gut gegessen. {command} Sie ist wach.").tokens) == (
        "Sie hat gut gegessen. Sie ist wach."
    )


def test_a_command_within_a_sentence(heard: Any) -> None:
    said = "Puls 80, Temperatur trag ich nach, RR 120 zu 80."
    assert join(heard(said).tokens) == "Puls 80, RR 120/80."


@pytest.mark.parametrize(
    "said",
    [
        "Die Tür lass ich offen.",
        "Fenster lass ich offen.",
        "Den Termin trag ich später ein, sagt sie.",
        "Besuch kommt noch.",
        "Die Jacke lass ich weg.",
        "Verband mach ich später.",
        "Er geht übers Feld.",
        "Der Teller bleibt leer.",
        "Blutdruck mache ich später.",
        "Puls lassen wir weg, sagt der Arzt.",
        "Hausarzt verständigt, kommt später.",
        "Sohn informiert, kommt noch.",
        "Die Unterschrift kommt noch.",
        "Die Waage, kommt noch.",
    ],
)
def test_what_was_done_stays(heard: Any, said: str) -> None:
    assert join(heard(said).tokens) == said
