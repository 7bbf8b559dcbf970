"""Estimates, limits and conditions: what was said with one may not be written without it."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Kind, Severity


def qualified(checked: Check, template: str, dictation: str, fields: dict[str, Any]) -> bool:
    """Whether anything is blocked as an estimate, a condition or a source."""
    found = checked(template, dictation, fields, shift="frueh").findings
    return any(f.kind is Kind.QUALIFIER and f.severity is Severity.BLOCK for f in found)


# dictation, right, wrong
LOST = [
    # „so“ before a number and a hedge behind it are estimates
    ("Die Blase misst so vier Zentimeter.", "Blase ca. 4 cm.", "Blase 4 cm."),
    ("Besuch war da bis 17 Uhr ungefähr.", "Besuch bis ca. 17:00 Uhr.", "Besuch bis 17:00 Uhr."),
    # a limit is not just any estimate
    (
        "Die Kosten schätzt er auf 60, höchstens 80 Euro.",
        "Kosten geschätzt 60, höchstens 80 €.",
        "Kosten geschätzt 60, 80 €.",
    ),
    (
        "Er soll mindestens zweimal am Tag raus.",
        "Soll mindestens zweimal täglich hinausgehen.",
        "Soll zweimal täglich hinausgehen.",
    ),
    (
        "Die Abholung ist frühestens um 15 Uhr.",
        "Abholung frühestens um 15:00 Uhr.",
        "Abholung um 15:00 Uhr.",
    ),
    # sizes that are compared
    (
        "Am Knie ein Bluterguss, etwa so groß wie ein Apfel.",
        "Bluterguss am Knie, etwa apfelgroß.",
        "Bluterguss am Knie, apfelgroß.",
    ),
    # „vielleicht“ bears on the whole of its part
    (
        "Den Kurs macht sie vielleicht mit.",
        "Den Kurs macht sie eventuell mit.",
        "Den Kurs macht sie mit.",
    ),
    # the condition belongs to the step, though its words stand elsewhere in the field
    (
        "Temperatur zweimal messen, und wenn die Temperatur über 39 steigt, die Ärztin anrufen.",
        "Temperatur zweimal messen. Wenn die Temperatur über 39 steigt, Ärztin anrufen.",
        "Temperatur zweimal messen. Ärztin anrufen.",
    ),
    (
        "Falls er schon liegt, nicht mehr stören.",
        "Falls er liegt, nicht stören.",
        "Nicht stören.",
    ),
    (
        "Ich schicke die Akte, sobald die Einwilligung da ist.",
        "Akte wird geschickt, sobald die Einwilligung vorliegt.",
        "Akte wird geschickt.",
    ),
    (
        "Sie darf in den Garten, aber nur wenn jemand mitgeht.",
        "Darf in den Garten, nur wenn jemand mitgeht.",
        "Darf in den Garten.",
    ),
    # the condition ends where the order begins, whatever its verb
    (
        "wenn er hustet bitte aufsetzen",
        "Falls er hustet, bitte aufsetzen.",
        "Bitte aufsetzen.",
    ),
    # „bei“ and what may happen is a condition of an order
    (
        "Bei Atemnot soll der Notarzt gerufen werden.",
        "Bei Atemnot Notarzt rufen.",
        "Notarzt rufen.",
    ),
    # „weniger“ compares with another time and says nothing of the number
    (
        "Sie telefoniert viel weniger, ungefähr drei Anrufe am Tag.",
        "Telefoniert viel weniger, ca. 3 Anrufe am Tag.",
        "Telefoniert viel weniger, 3 Anrufe am Tag.",
    ),
    # „möglich“ is what was doubted
    (
        "Ein Umzug im Mai wäre wohl möglich.",
        "Umzug im Mai vermutlich möglich.",
        "Umzug im Mai möglich.",
    ),
    # what goes without saying beside the hedge does not count
    ("Rauchen tut sie wohl wieder.", "Raucht wohl wieder.", "Raucht wieder."),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), LOST)
def test_what_is_unsure_stays_so(checked: Check, dictation: str, right: str, wrong: str) -> None:
    assert not qualified(checked, "freitext", dictation, {"text": right})
    assert qualified(checked, "freitext", dictation, {"text": wrong})


ADDED = [
    ("Wohngeld 310 Euro, Unterhalt vielleicht 200.", "Wohngeld ca. 310 €."),
    ("Der Verband war durchnässt.", "Der Verband war vermutlich durchnässt."),
    ("Die Tochter holt sie am Sonntag ab.", "Die Tochter holt sie am Sonntag ab, falls möglich."),
]


@pytest.mark.parametrize(("dictation", "wrong"), ADDED)
def test_nothing_becomes_unsure(checked: Check, dictation: str, wrong: str) -> None:
    assert qualified(checked, "freitext", dictation, {"text": wrong})


FITTING = [
    # of two estimates the other one
    ("Getrunken hat er so 600 und gegessen wenig.", "Ca. 600 getrunken, wenig gegessen."),
    # no number: „so eine Salbe“
    ("Sie hat so eine Salbe dabei.", "Hat eine Salbe dabei."),
    # the same limit by another word
    ("Er badet höchstens einmal in der Woche.", "Badet maximal 1x wöchentlich."),
    # a person and a meal are no condition
    ("Bei Frau Roth soll das Fenster zu bleiben.", "Das Fenster soll zu bleiben."),
    # a condition as a noun, or with its verb first
    ("Wenn er unruhig wird, Musik anmachen.", "Bei Unruhe Musik anmachen."),
    ("Wenn der Bruder schreibt, sag ich Bescheid.", "Schreibt der Bruder, folgt eine Nachricht."),
    # the condition is of another step
    (
        "das faxe ich wenn's eilig ist der Bruder soll die Post holen",
        "Der Bruder soll die Post holen.",
    ),
]


@pytest.mark.parametrize(("dictation", "right"), FITTING)
def test_other_words_for_the_same(checked: Check, dictation: str, right: str) -> None:
    assert not qualified(checked, "freitext", dictation, {"text": right})
