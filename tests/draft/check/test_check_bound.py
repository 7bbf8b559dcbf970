"""A number serves the field whose label announces it, not another one of the dictation."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Kind, Severity


def blocked(checked: Check, template: str, dictation: str, fields: Any) -> list[Finding]:
    found = checked(template, dictation, fields, shift="frueh").findings
    return [f for f in found if f.severity is Severity.BLOCK and f.kind is Kind.NUMBER]


CASES = [
    # the nearest label before the number
    (
        "beratung_schulden",
        "Frau Kern verdient netto 1.450 Euro, Miete warm 620 Euro.",
        {"netto_eur": 1450, "miete_warm_eur": 620},
        {"netto_eur": 620, "miete_warm_eur": 1450},
    ),
    # the label behind the number
    (
        "trink_ernaehrung",
        "Um 9 Uhr Tee, 250 ml angeboten, 180 ml getrunken.",
        {"getraenke": [{"art": "Tee", "angeboten_ml": 250, "getrunken_ml": 180}]},
        {"getraenke": [{"art": "Tee", "angeboten_ml": 180, "getrunken_ml": 250}]},
    ),
    # length before breadth
    (
        "wunddokumentation",
        "Wunde am Steiß, sechs mal zwei Zentimeter.",
        {"laenge_cm": 6, "breite_cm": 2},
        {"laenge_cm": 2, "breite_cm": 6},
    ),
    # the control has a field of its own
    (
        "vitalwerte",
        "Blutdruck 152 zu 84, Puls 76. Nach der Pause erneut gemessen, 138 zu 78, Puls 70.",
        {"rr_systolisch": 152, "rr_diastolisch": 84, "puls": 76},
        {"rr_systolisch": 138, "rr_diastolisch": 78, "puls": 70},
    ),
]


@pytest.mark.parametrize(("template", "dictation", "right", "wrong"), CASES)
def test_a_number_of_another_field_is_blocked(
    checked: Check, template: str, dictation: str, right: Any, wrong: Any
) -> None:
    assert not blocked(checked, template, dictation, right)
    assert {f.path for f in blocked(checked, template, dictation, wrong)} >= {
        f"/{name}" for name in wrong if not isinstance(wrong[name], list)
    }
    assert blocked(checked, template, dictation, wrong)


def test_a_number_without_any_label_stays_open_to_its_field(checked: Check) -> None:
    said = "Herr Voss hat 1.300 Euro im Monat, die Miete warm sind 540 Euro."
    assert not blocked(checked, "beratung_schulden", said, {"netto_eur": 1300})


def test_a_choice_does_not_rest_on_a_word_that_is_denied(checked: Check) -> None:
    def unsupported(step: str, dictation: str) -> list[Finding]:
        fields = {"inso_schritt": step}
        found = checked("beratung_schulden", dictation, fields, shift="frueh").findings
        return [f for f in found if f.severity is Severity.BLOCK]

    said = "Herr Voss. Einen Insolvenzantrag hat er bisher nicht gestellt."
    assert unsupported("Antrag", said)
    assert not unsupported("Antrag", "Herr Voss. Den Insolvenzantrag hat er gestellt.")
