"""Right drafts that are written otherwise than they were said, and pass; wrong ones that do not."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.check.number_words import in_word
from dokuhelfer.draft.model import Severity


def blocked(checked: Check, dictation: str, text: str) -> list[str]:
    found = checked("pflegebericht", dictation, {"beobachtung": text}).findings
    return [finding.detail for finding in found if finding.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    ("dictation", "right"),
    [
        # a state is no step
        ("Spätdienst bitte gucken, linker Ellbogen ist bisschen rot.", "Linker Ellbogen gerötet."),
        # going there is no part of its own
        (
            "Ich hab um zehn im Keller was klappern hören und bin hin.",
            "Um 10:00 Uhr Klappern im Keller gehört und hingegangen.",
        ),
        # an open door says no no
        ("Er will, dass nachts das Fenster offen bleibt.", "Möchte nachts ein offenes Fenster."),
        ("Keller und Hof abgesucht, nicht gefunden.", "Keller und Hof erfolglos abgesucht."),
        # the side stands with a compound of the body part
        ("Knöchelödem links, weich. Knöchel hochgelagert.", "Linker Knöchel hochgelagert."),
    ],
)
def test_what_is_only_written_otherwise_passes(checked: Check, dictation: str, right: str) -> None:
    assert blocked(checked, dictation, right) == []


def test_an_invented_step_is_still_blocked(checked: Check) -> None:
    dictation = "Er hat gut geschlafen und ist um sieben aufgestanden."
    assert blocked(checked, dictation, "Hat gut geschlafen und ist im Bad gestürzt.")


@pytest.mark.parametrize(
    ("word", "number"),
    [("zwanzigerraten", 20), ("zweierzimmer", 2), ("achterbahn", None), ("besserung", None)],
)
def test_a_number_at_the_head_of_a_compound(word: str, number: int | None) -> None:
    assert in_word(word) == number
