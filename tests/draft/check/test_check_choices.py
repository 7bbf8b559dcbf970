"""Choices against what the dictation opens with, denies and says of the very thing."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def blocked(checked: Check, template: str, dictation: str, fields: dict[str, Any]) -> bool:
    found = checked(template, dictation, fields).findings
    return any(finding.severity is Severity.BLOCK for finding in found)


CASES = [
    # template, field, dictation, right, wrong
    (
        "beratungsprotokoll",
        "kontaktart",
        "Hausbesuch bei Frau Lindt um zehn. Danach hab ich den Vermieter angerufen.",
        "Hausbesuch",
        "telefonisch",
    ),
    (
        "schichtuebergabe",
        "schicht",
        "Spätdienst an Nachtdienst, Haus Linde. Den Rest macht bitte Ida im Nachtdienst.",
        "Spätdienst",
        "Nachtdienst",
    ),
    (
        "wunddokumentation",
        "geruch",
        "Wunde am Knöchel, riecht stark. Schmerzen hat sie keine.",
        "stark",
        "keiner",
    ),
    (
        "beratung_schulden",
        "inso_schritt",
        "Insolvenz haben wir besprochen. Miete ist bezahlt.",
        "besprochen",
        "nicht besprochen",
    ),
    (
        "sturzprotokoll",
        "krankenhaus",
        "Ins Krankenhaus musste er nicht. Wenn er bricht, dann doch ins Krankenhaus.",
        "nein",
        "ja",
    ),
]


@pytest.mark.parametrize(("template", "field", "dictation", "right", "wrong"), CASES)
def test_a_choice_follows_the_words(
    checked: Check, template: str, field: str, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, template, dictation, {field: right})
    assert blocked(checked, template, dictation, {field: wrong})


def test_an_amount_belongs_to_its_own_dish(checked: Check) -> None:
    dictation = "Mittags die Suppe ganz gegessen, den Salat gar nicht."
    soup = {"mahlzeit": "Mittagessen", "speise": "Suppe"}
    salad = {"mahlzeit": "Mittagessen", "speise": "Salat", "menge": "nichts"}
    right: dict[str, Any] = {"mahlzeiten": [{**soup, "menge": "alles"}, salad]}
    wrong: dict[str, Any] = {"mahlzeiten": [{**soup, "menge": "nichts"}, salad]}
    assert not blocked(checked, "trink_ernaehrung", dictation, right)
    assert blocked(checked, "trink_ernaehrung", dictation, wrong)
