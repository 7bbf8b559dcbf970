"""Lengths of time, ages and hours that are said otherwise than they are written."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def blocks(checked: Check, template: str, said: str, fields: dict[str, object]) -> list[str]:
    found = checked(template, said, fields).findings
    return [finding.detail for finding in found if finding.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("Das Gespräch dauerte eine Stunde zwanzig.", 80),
        ("Das Gespräch dauerte zwei Stunden fünf.", 125),
    ],
)
def test_hours_with_minutes_are_one_length(checked: Check, said: str, minutes: int) -> None:
    assert blocks(checked, "beratungsprotokoll", said, {"dauer_min": minutes}) == []
    assert blocks(checked, "beratungsprotokoll", said, {"dauer_min": minutes + 10})


def test_a_number_behind_an_hour_may_count_something_else(checked: Check) -> None:
    said = "Nach einer Stunde 2 Tabletten eingenommen."
    right = {"massnahme": "Nach einer Stunde 2 Tabletten eingenommen."}
    wrong = {"massnahme": "Nach einer Stunde 3 Tabletten eingenommen."}
    assert blocks(checked, "pflegebericht", said, right) == []
    assert blocks(checked, "pflegebericht", said, wrong)


def test_an_age_needs_no_unit(checked: Check) -> None:
    said = "Ihre Nachbarin ist neunundsiebzig und wohnt nebenan."
    right, wrong = "Nachbarin (79 Jahre) wohnt nebenan.", "Nachbarin (97 Jahre) wohnt nebenan."
    assert blocks(checked, "beratungsprotokoll", said, {"situation": right}) == []
    assert blocks(checked, "beratungsprotokoll", said, {"situation": wrong})


def test_both_hours_of_a_range_may_be_evening(checked: Check) -> None:
    said = "Der Schwager bringt heute Abend zwischen sieben und acht die neuen Möbel."
    right = "Schwager bringt heute Abend zwischen 19:00 und 20:00 Uhr neue Möbel."
    wrong = "Schwager bringt heute Abend zwischen 19:00 und 21:00 Uhr neue Möbel."
    assert blocks(checked, "beratungsprotokoll", said, {"vereinbarungen": right}) == []
    assert blocks(checked, "beratungsprotokoll", said, {"vereinbarungen": wrong})
