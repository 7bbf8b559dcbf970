"""Estimates, sources and conditions are kept by any word of their class, and lost by none."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.model import Kind

KEPT = [
    ("Getrunken hat er knapp 400 Milliliter.", "Trinkmenge annähernd 400 ml."),
    ("Sie war mindestens zwei Stunden im Garten.", "Wenigstens 2 Stunden im Garten."),
    (
        "Er meint, der Bruder holt ihn am Sonntag ab.",
        "Rechnet am Sonntag mit Abholung durch Bruder.",
    ),
    (
        "Sofern die Kasse den Rollstuhl zahlt, bestellen wir ihn.",
        "Bestellung bei Zusage der Kasse.",
    ),
    ("Sie vermutet, dass der Nachbar den Schlüssel hat.", "Verdacht: Nachbar hat den Schlüssel."),
]
LOST = [
    ("Getrunken hat er knapp 400 Milliliter.", "Trinkmenge 400 ml."),
    ("Sie vermutet, dass der Nachbar den Schlüssel hat.", "Nachbar hat den Schlüssel."),
    ("Er habe die Rechnung schon im Mai bezahlt.", "Er bezahlte die Rechnung im Mai."),
    ("Das Paket ist bei der Nachbarin, sagt der Enkel.", "Paket bei der Nachbarin."),
]


@pytest.mark.parametrize(("dictation", "statement"), KEPT)
def test_another_word_of_the_class_will_do(checked: Check, dictation: str, statement: str) -> None:
    assert Kind.QUALIFIER not in {f.kind for f in blocked(checked, statement, dictation)}


@pytest.mark.parametrize(("dictation", "statement"), LOST)
def test_without_any_it_is_lost(checked: Check, dictation: str, statement: str) -> None:
    assert Kind.QUALIFIER in {f.kind for f in blocked(checked, statement, dictation)}


def test_what_other_rules_look_at_needs_no_support(checked: Check) -> None:
    dictation = "Er sagt, er will die Gruppe in Zukunft nicht mehr besuchen."
    statement = "Laut eigener Aussage vorerst voraussichtlich kein Gruppenbesuch."
    found = {f.kind for f in blocked(checked, statement, dictation)}
    assert Kind.UNSUPPORTED not in found
