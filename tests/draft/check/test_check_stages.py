"""Opposites, stages, intervals and steps ahead: said of the same thing, written otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def kinds(checked: Check, dictation: str, text: str, **context: str) -> list[str]:
    fields: dict[str, Any] = {"text": text}
    found = checked("freitext", dictation, fields, **context).findings
    return [f.kind.value for f in found if f.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    ("dictation", "right", "wrong", "kind"),
    [
        ("Ramipril heute pausieren.", "Ramipril heute weglassen.", "Ramipril heute geben.", ""),
        ("Der Ausweis fehlt.", "Ausweis ausstehend.", "Ausweis liegt vor.", ""),
        ("Die Rötung ist zurückgegangen.", "Rötung rückläufig.", "Rötung zugenommen.", ""),
        ("Treppe haben wir ausgelassen.", "Treppe weggelassen.", "Treppe geübt.", ""),
        (
            "Das Ziel Wäsche ist teilweise erreicht.",
            "Ziel Wäsche: teilweise erreicht.",
            "Ziel Wäsche: erreicht.",
            "",
        ),
        (
            "Der Rollstuhl ist beantragt.",
            "Rollstuhl beantragt.",
            "Rollstuhl bewilligt.",
            "planned_as_done",
        ),
        (
            "Das Pflegebett ist bestellt.",
            "Pflegebett bestellt.",
            "Pflegebett geliefert.",
            "planned_as_done",
        ),
        (
            "Die Räumung ist angedroht.",
            "Räumung angekündigt.",
            "Räumung erfolgt.",
            "planned_as_done",
        ),
    ],
)
def test_an_opposite_or_a_later_stage_of_the_same_thing(
    checked: Check, dictation: str, right: str, wrong: str, kind: str
) -> None:
    assert kinds(checked, dictation, wrong) == [kind or "negation"]
    assert kinds(checked, dictation, right) == []


@pytest.mark.parametrize(
    ("dictation", "text"),
    [
        ("Ausweis ist da, Meldebescheinigung fehlt.", "Ausweis liegt vor."),
        ("Tee hab ich angeboten, den hat sie getrunken.", "Tee getrunken."),
        ("Der Rollstuhl war beantragt und ist bewilligt.", "Rollstuhl bewilligt."),
        (
            "Von den Nachweisen fehlt der Juni noch, der Mai ist da.",
            "Nachweis Mai liegt vor, Juni fehlt.",
        ),
    ],
)
def test_another_thing_or_both_stages_said(checked: Check, dictation: str, text: str) -> None:
    assert kinds(checked, dictation, text) == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("dreimal die Woche", "3x wöchentlich", "3x täglich"),
        ("alle zwei Stunden", "2-stündlich", "stündlich"),
        ("einmal im Monat", "monatlich", "wöchentlich"),
    ],
)
def test_the_period_belongs_to_the_number_of_times(
    checked: Check, said: str, right: str, wrong: str
) -> None:
    dictation = f"Die Lagerung kontrolliere ich {said}."
    assert kinds(checked, dictation, f"Kontrolle der Lagerung {wrong}.") == ["unit"]
    assert kinds(checked, dictation, f"Kontrolle der Lagerung {right}.") == []


RECORDED = "2026-03-12T10:30:00+01:00"


def test_a_step_at_a_time_still_to_come(checked: Check) -> None:
    said = "Den Neurologen rufen wir um elf Uhr an."
    wrong = "Neurologen um 11:00 Uhr angerufen."
    assert kinds(checked, said, wrong, recorded=RECORDED) == ["planned_as_done"]
    past = "Den Neurologen haben wir um zehn Uhr angerufen."
    assert kinds(checked, past, "Neurologen um 10:00 Uhr angerufen.", recorded=RECORDED) == []


@pytest.mark.parametrize("when", ["gleich", "nachher", "morgen"])
def test_the_present_tense_with_a_word_of_what_is_to_come(checked: Check, when: str) -> None:
    said = f"Die Apotheke ruft {when} beim Neurologen an."
    assert "planned_as_done" in kinds(checked, said, "Apotheke hat beim Neurologen angerufen.")


@pytest.mark.parametrize(
    ("dictation", "right", "wrong"),
    [
        ("Die Miete wären 380 Euro.", "Miete 380 €.", "Miete 380 €/Woche."),
        ("Er zahlt 50 Euro Rate im Monat.", "Rate 50 €/Monat.", "Rate 50 €/Woche."),
        ("Die Infusion läuft mit 40 ml.", "Infusion 40 ml.", "Infusion 40 ml pro Stunde."),
    ],
)
def test_an_amount_is_not_given_for_a_period_nobody_named(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert kinds(checked, dictation, right) == []
    assert "unit" in kinds(checked, dictation, wrong)


@pytest.mark.parametrize(
    ("dictation", "wrong"),
    [
        ("Sie atmet Raumluft.", "Sie bekommt Sauerstoff."),
        ("Sie hat die Hälfte gegessen.", "Sie hat die Mahlzeit vollständig eingenommen."),
    ],
)
def test_words_of_one_field_of_meaning_are_not_the_same(
    checked: Check, dictation: str, wrong: str
) -> None:
    assert kinds(checked, dictation, wrong) != []
