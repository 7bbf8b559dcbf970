"""What a negation, a source, a condition bear on: right paraphrases pass, wrong ones do not."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Kind, Severity

Fields = dict[str, Any]


def blocked(checked: Check, template: str, dictation: str, fields: Fields) -> list[Finding]:
    found = checked(template, dictation, fields, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


CASES = [
    # a negation covers its own predicate, not what runs on behind it
    (
        "Gewicht haben wir noch nicht gemacht das ist für morgen geplant",
        "Gewicht noch nicht gemacht, für morgen geplant.",
        "Gewicht gemacht.",
        Kind.NEGATION,
    ),
    ("Das Bein hat sie nicht bewegt und der Fuß war kalt.", "Fuß kalt.", "Fuß nicht kalt.", None),
    # „keiner ran“ says the same as „nicht erreicht“, „wollte nicht“ as „abgelehnt“
    (
        "Bei der Praxis ging keiner ran.",
        "Praxis nicht erreicht.",
        "Praxis erreicht.",
        None,
    ),
    ("Waschen wollte er heute nicht.", "Waschen abgelehnt.", "Waschen durchgeführt.", None),
    # „ohne“ and „kein“ cover their noun, the verb may be another
    (
        "Er kam ohne Termin ins Büro.",
        "Kam ohne Termin ins Büro.",
        "Kam mit Termin ins Büro.",
        Kind.NEGATION,
    ),
    ("Fieber hat sie keins.", "Kein Fieber.", "Fieber.", Kind.NEGATION),
    # what is still to come may be written as a task
    (
        "Der Betreuer ist noch nicht informiert.",
        "Betreuer noch zu informieren.",
        "Betreuer informiert.",
        None,
    ),
    # a source covers what it introduces
    (
        "Sie hat laut Tochter schlecht geschlafen. Das Frühstück hat sie gegessen.",
        "Laut Tochter schlecht geschlafen. Frühstück gegessen.",
        "Schlecht geschlafen.",
        Kind.QUALIFIER,
    ),
    # names in any Latin alphabet
    ("Frau Kamińska hat gut gegessen.", "Frau Kamińska: gut gegessen.", "Frau Nowak: gut gegessen.",
     Kind.NAME),
    # numbers inside of words, as ordinals, at the head of a statement
    (
        "Bezahlt hat er selber an der Kasse mit einem Fünfzigeuroschein.",
        "Bezahlte an der Kasse mit einem 50-Euro-Schein.",
        "Bezahlte an der Kasse mit einem 20-Euro-Schein.",
        Kind.NUMBER,
    ),
    ("Sie ist in der neunzehnten Woche.", "19. Woche.", "18. Woche.", Kind.NUMBER),
    ("Getrunken hat er ungefähr 800 ml.", "Ca. 800 ml getrunken.", "800 ml getrunken.",
     Kind.QUALIFIER),
    # told in other words
    (
        "Die Tochter weiß Bescheid.",
        "Tochter informiert.",
        "Sohn informiert.",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("dictation", "right", "wrong", "kind"), CASES)
def test_a_right_paraphrase_passes_and_the_wrong_one_does_not(
    checked: Check, dictation: str, right: str, wrong: str, kind: Kind | None
) -> None:
    assert blocked(checked, "pflegebericht", dictation, {"beobachtung": right}) == []
    found = blocked(checked, "pflegebericht", dictation, {"beobachtung": wrong})
    assert found
    if kind is not None:
        assert kind in {finding.kind for finding in found}


def test_a_negation_may_stand_in_another_statement_only_beside_something_else(
    checked: Check,
) -> None:
    dictation = "Ihr Konto ist kein Pfändungskonto, das habe ich ihr erklärt."
    fields = {"beobachtung": "Pfändungskonto erklärt.", "massnahme": "Kein Pfändungskonto."}
    assert blocked(checked, "pflegebericht", dictation, fields) == []
    wrong = {"beobachtung": "Hat ein Pfändungskonto.", "massnahme": "Kein Pfändungskonto."}
    assert blocked(checked, "pflegebericht", dictation, wrong)


def test_what_is_about_all_belongs_to_everybody(checked: Check) -> None:
    dictation = (
        "Übergabe. Frau Ahrens hat gut geschlafen. Herr Baum war unruhig. "
        "Bei allen bitte noch die Unterschrift einsammeln."
    )
    entries = [
        {"person": "Frau Ahrens", "situation": "Gut geschlafen.",
         "empfehlung": "Unterschrift einsammeln."},
        {"person": "Herr Baum", "situation": "Unruhig.", "empfehlung": "Unterschrift einsammeln."},
    ]  # fmt: skip
    assert blocked(checked, "schichtuebergabe", dictation, {"eintraege": entries}) == []
    entries[0]["situation"] = "War unruhig."
    assert blocked(checked, "schichtuebergabe", dictation, {"eintraege": entries})


@pytest.mark.parametrize(
    "dictation",
    [
        "Nachtdienst an Frühdienst, Wohngruppe Birkenweg. Kein Fieber.",
        "Kein Fieber. Genau weiß ich es nicht.",
        "Beobachtung: Kein Fieber.",
    ],
)
def test_frame_and_asides_are_never_uncovered(checked: Check, dictation: str) -> None:
    found = checked("pflegebericht", dictation, {"beobachtung": "Kein Fieber."})
    assert found.uncovered == ()


def test_what_was_said_is_uncovered_when_it_stands_nowhere(checked: Check) -> None:
    dictation = "Kein Fieber. Den Grund weiß ich nicht. Sie hat zweimal erbrochen."
    found = checked("pflegebericht", dictation, {"beobachtung": "Kein Fieber."})
    assert "erbrochen" in " ".join(item.text for item in found.uncovered)
