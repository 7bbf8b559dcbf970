"""Before and after: on which side of an event or a time something was said to be."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def blocks(checked: Check, said: str, written: str) -> list[str]:
    found = checked("pflegebericht", said, {"beobachtung": written}).findings
    return [f.detail for f in found if f.severity is Severity.BLOCK and f.text]


@pytest.mark.parametrize(
    ("said", "wrong", "detail"),
    [
        (
            "Die Augentropfen hat sie vor dem Frühstück bekommen.",
            "Augentropfen nach dem Frühstück verabreicht.",
            "Im Diktat steht vor dem Frühstück, im Entwurf nach dem Frühstück.",
        ),
        (
            "Bis zur Visite bleibt er im Bett.",
            "Bleibt ab der Visite im Bett.",
            "Im Diktat steht Bis zur Visite, im Entwurf ab der Visite.",
        ),
        (
            "Ab Freitag trägt sie die neue Schiene.",
            "Trägt bis Freitag die neue Schiene.",
            "Im Diktat steht Ab Freitag, im Entwurf bis Freitag.",
        ),
        (
            "Der Rücken tut ihm seit dem Umzug weh.",
            "Rückenschmerzen vor dem Umzug.",
            "Im Diktat steht seit dem Umzug, im Entwurf vor dem Umzug.",
        ),
    ],
)
def test_the_other_side(checked: Check, said: str, wrong: str, detail: str) -> None:
    assert detail in blocks(checked, said, wrong)


def test_two_steps_in_the_other_order(checked: Check) -> None:
    said = "Bevor er unterschreibt, will er mit dem Anwalt reden."
    found = blocks(checked, said, "Will unterschreiben, bevor er mit dem Anwalt redet.")
    assert [detail for detail in found if "bevor" in detail.lower()]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Die Augentropfen hat sie vor dem Frühstück bekommen.",
            "Vor dem Frühstück Augentropfen verabreicht.",
        ),
        ("Nach dem Duschen hat er sich hingelegt.", "Seit dem Duschen im Bett."),
        (
            "Vor dem Essen hat sie geschlafen, nach dem Essen ist sie spazieren gegangen.",
            "Schlief vor dem Essen und ging nach dem Essen spazieren.",
        ),
        ("Vor drei Tagen hat der Husten angefangen.", "Husten seit drei Tagen."),
        ("Er hat nach dem Termin gefragt.", "Fragte nach dem Termin."),
        ("Bis zur Visite nüchtern, danach Frühstück.", "Bis zur Visite nüchtern."),
    ],
)
def test_the_same_side(checked: Check, said: str, written: str) -> None:
    assert not [d for d in blocks(checked, said, written) if "im Entwurf" in d]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Gespült mit Kochsalz, dann Alginat rein.", "Mit Kochsalz gespült."),
        ("Eine halbe Stunde später liegt sie entspannt da.", "Später entspannt."),
        ("Die Praxis war zu, da ruf ich morgen an.", "Praxis geschlossen, Anruf dort morgen."),
        ("Verlangt wird ein Lehrgang.", "Lehrgang verlangt."),
    ],
)
def test_done_stays_done(checked: Check, said: str, written: str) -> None:
    assert not [d for d in blocks(checked, said, written) if "Vorhaben" in d]
