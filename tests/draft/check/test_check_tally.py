"""A statement that says no as often as its evidence, whatever the words; and numbers said apart."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Severity


def blocked(checked: Check, written: str, dictation: str) -> list[Finding]:
    found = checked("pflegebericht", dictation, {"beobachtung": written}, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


PAIRS = [
    # dictation, right paraphrase, wrong one
    (
        "Besuch von der Nichte kommt keiner.",
        "Kein Besuch von der Nichte.",
        "Besuch von der Nichte.",
    ),
    (
        "Eine Garantie sei damit ausdrücklich nicht gegeben, sagt die Ärztin.",
        "Laut Ärztin ist damit ausdrücklich keine Garantie gegeben.",
        "Laut Ärztin ist damit ausdrücklich eine Garantie gegeben.",
    ),
    (
        "Die Logopädin war nicht erreichbar.",
        "Logopädin nicht erreicht.",
        "Logopädin erreicht.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), PAIRS)
def test_as_many_nos_are_no_other_meaning(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)
    assert blocked(checked, wrong, dictation)


def test_a_no_of_something_else_excuses_none(checked: Check) -> None:
    dictation = "Schmerzen hat er keine. Die Hose hat er selbst angezogen."
    assert blocked(checked, "Keine Schmerzen. Hose nicht selbst angezogen.", dictation)


NUMBERS = [
    ("Treffen im Rathaus, Saal vier null sieben.", "Treffen im Rathaus, Saal 407.", "Saal 409."),
    ("Notarzt gerufen zwanzig vierzig.", "Notarzt um 20:40 Uhr gerufen.", "Notarzt um 20:50 Uhr."),
    ("Brot zu zwei Dritteln gegessen.", "Brot zu 2/3 gegessen.", "Brot zu 3/4 gegessen."),
    ("Besucher waren es heute viere.", "Heute 4 Besucher.", "Heute 5 Besucher."),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), NUMBERS)
def test_numbers_said_apart_are_numbers(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)
    assert blocked(checked, wrong, dictation)


NOMINAL = [
    ("Die Krankengymnastik geht weiter.", "Fortsetzung der Krankengymnastik."),
    ("Wir haben einen Wochenplan aufgeschrieben.", "Wochenplan erstellt."),
    ("Die Dose habe ich zugemacht.", "Dose verschlossen."),
    ("Wo genau, wisse sie nicht, sagt sie.", "Gibt an, den genauen Ort nicht zu wissen."),
]


@pytest.mark.parametrize(("dictation", "right"), NOMINAL)
def test_nominal_style_is_supported(checked: Check, dictation: str, right: str) -> None:
    assert not blocked(checked, right, dictation)


def test_a_step_of_its_own_takes_no_condition_of_the_next(checked: Check) -> None:
    dictation = "Ich schau nachher noch mal rein, und wenn sie dann fiebert, ruf ich den Arzt."
    assert not blocked(checked, "Nachher erneut reinschauen.", dictation)
    assert blocked(checked, "Arzt anrufen.", dictation)
