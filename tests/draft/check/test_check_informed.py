"""Somebody is informed only where a clause of the dictation informs that very person."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def kinds(checked: Check, dictation: str, written: str) -> set[str]:
    found = checked("pflegebericht", dictation, {"information_an": written}).findings
    return {f.kind.value for f in found if f.severity is Severity.BLOCK}


@pytest.mark.parametrize(
    ("dictation", "written", "kind"),
    [
        (
            "Frau Berger war unruhig. Die Nichte wohnt in Köln. Die WBL ist informiert.",
            "Nichte informiert.",
            "unsupported",
        ),
        (
            "Frau Berger. Den Bruder hab ich angerufen, da ist keiner rangegangen.",
            "Bruder telefonisch informiert.",
            "planned_as_done",
        ),
        (
            "Frau Berger hat Husten. Die Hausärztin ruf ich nachher an.",
            "Hausärztin verständigt.",
            "planned_as_done",
        ),
    ],
)
def test_written_as_informed_without_being_told(
    checked: Check, dictation: str, written: str, kind: str
) -> None:
    assert kind in kinds(checked, dictation, written)


@pytest.mark.parametrize(
    ("dictation", "written"),
    [
        ("Frau Berger. Der Neffe war zu Besuch. Ich hab es ihm gesagt.", "Neffe informiert."),
        ("Frau Berger. Ich hab die Enkelin um neun erreicht.", "Enkelin informiert."),
        ("Frau Berger. Die PDL weiß Bescheid, die Schwester noch nicht.", "PDL informiert."),
        ("Frau Berger. Ich hab Frau Kern gesagt, sie ist Schichtleitung.", "Frau Kern informiert."),
    ],
)
def test_told_in_whatever_words(checked: Check, dictation: str, written: str) -> None:
    assert not kinds(checked, dictation, written)


def test_a_given_name_must_have_been_said(checked: Check) -> None:
    said = "Frau Berger. Die Monika hat den Verband gewechselt."
    for name, found in (("Monika", False), ("Martina", True)):
        written = {"massnahme": f"Verbandwechsel durch {name}."}
        kinds = {f.kind.value for f in checked("pflegebericht", said, written).findings}
        assert ("name" in kinds) is found
