"""Catching is counted strictly: a new blocking finding, in the right field."""

from __future__ import annotations

from typing import Any

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.checking import CheckFigures, measure_check
from dokuhelfer.evaluation.mutate import Fault
from dokuhelfer.evaluation.score import Ratio
from dokuhelfer.transcript.json import from_text

SAID = (
    "Frau Abel hat heute im rechten Knie Schmerzen. Puls 86 pro Minute. Kein Fieber. "
    "Ich habe ihr um acht Uhr 20 Tropfen Novalgin gegeben."
)
RIGHT = {
    "person": "Frau Abel",
    "beobachtung": "Heute Schmerzen im rechten Knie. Puls 86/min. Kein Fieber.",
    "massnahme": "Um 08:00 Uhr 20 Tropfen Novalgin gegeben.",
}


def measured(gold: dict[str, Any], per_fault: int = 5) -> CheckFigures:
    template = load_template("pflegebericht")
    return measure_check("c1", gold, from_text(SAID), template, Context(), per_fault)


def test_a_correct_draft_is_quiet_and_its_mutations_are_caught() -> None:
    found = measured(RIGHT)
    assert found.false_alarms == Ratio(0, 4)
    assert found.words == len(SAID.split())
    for fault in (Fault.NUMBER, Fault.UNIT, Fault.SIDE, Fault.DRUG, Fault.NAME, Fault.TIME):
        assert found.caught[fault].hit == found.caught[fault].of > 0, fault
    assert found.facts().hit + found.clauses().hit + len(found.missed) == (
        found.facts().of + found.clauses().of
    )


def test_a_wrong_gold_draft_counts_as_a_false_alarm() -> None:
    found = measured({**RIGHT, "beobachtung": "Puls 68/min."}, per_fault=0)
    assert found.false_alarms.hit >= 1
    assert found.findings >= 1
    assert found.uncovered >= 1
    assert found.caught == {}


def test_what_the_correct_draft_was_blamed_for_catches_nothing() -> None:
    """„Kein Husten“ has no source; neither has „Husten“: no new finding, so it is missed."""
    found = measured({"beobachtung": "Kein Husten."})
    assert found.false_alarms.hit == 1
    assert found.caught[Fault.NEGATION_DROPPED] == Ratio(0, 1)
    assert [m.fault for m in found.missed if m.path == "/beobachtung"]


def test_figures_add_up() -> None:
    one = measured(RIGHT)
    both = one + one
    assert both.words == 2 * one.words
    assert both.caught[Fault.NUMBER] == one.caught[Fault.NUMBER] + one.caught[Fault.NUMBER]
    assert both.facts().of == 2 * one.facts().of
