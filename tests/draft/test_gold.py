"""The gate: drafts and check on all our gold, measured, against the table below.

``*_b`` files are kept unseen while rules are written: a failure here prints figures, never a
case, so that they stay unseen. What is missed in the other files: ``dokuhelfer eval tests/gold
--mutations --json FILE``. tests/gold/README.md says what each file is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.model import Release
from dokuhelfer.evaluation.gold import gold_files, read_gold
from dokuhelfer.evaluation.mutate import Fault
from dokuhelfer.evaluation.report import per_minute, total
from dokuhelfer.evaluation.run import Evaluation, Figures
from dokuhelfer.transcript.model import Transcript

GOLD = Path(__file__).parents[1] / "gold"
MOST = ("forbidden", "wrong_fill", "false_alarms", "findings", "uncovered", "mixed")
"""Figures that must not be above their limit; the others must not be below."""

# fmt: off
# Reached, less a small margin. The last column is what issue 3 asks for.
LIMITS: dict[str, tuple[float | None, ...]] = {
    # figure          care_a  care_b cases_check cases_rules counsel_a counsel_b rounds  target
    "recall":        (0.98,   0.96,   None,       0.99,       0.98,     0.98,    None,   0.95),
    "placed":        (0.75,   0.55,   None,       0.95,       0.63,     0.63,    None,   0.70),
    "exact":         (0.85,   0.68,   None,       0.93,       0.84,     0.76,    None,   0.90),
    "forbidden":     (4,      14,     0,          0,          9,        11,      None,   0),
    "wrong_fill":    (0.07,   0.02,   None,       0.02,       0.09,     0.07,    None,   0.05),
    "counts":        (0.60,   0.30,   None,       1.00,       0.30,     0.30,    None,   0.90),
    "false_alarms":  (0.05,   0.17,   0.02,       0.03,       0.06,     0.10,    None,   0.03),
    "findings":      (0.70,   2.80,   0.20,       1.10,       0.80,     1.40,    None,   0.30),
    "uncovered":     (1.80,   1.80,   0.10,       5.50,       1.40,     1.70,    None,   0.20),
    "facts":         (0.87,   0.87,   0.94,       0.93,       0.89,     0.89,    None,   0.97),
    "clauses":       (0.82,   0.82,   0.93,       0.92,       0.85,     0.85,    None,   0.97),
    "cuts":          (None,   None,   None,       None,       None,     None,    0.95,   0.90),
    "cut_facts":     (None,   None,   None,       None,       None,     None,    0.97,   0.95),
    "mixed":         (None,   None,   None,       None,       None,     None,    0,      0),
}
FILES = ("care_a", "care_b", "cases_check", "cases_rules", "counsel_a", "counsel_b", "rounds")

# Of all files together; issue 3 asks for 0.90 of each (0.97 of dropped clauses).
KINDS = {
    Fault.NUMBER: 0.96, Fault.UNIT: 0.95, Fault.TIME: 0.95, Fault.DATE: 0.83, Fault.SIDE: 0.88,
    Fault.NEGATION_DROPPED: 0.70, Fault.NEGATION_ADDED: 0.85, Fault.DRUG: 0.95, Fault.NAME: 0.98,
    Fault.INVENTED: 0.97, Fault.PLANNED_AS_DONE: 0.78, Fault.WITHDRAWN: 0.93,
    Fault.CLAUSE_DROPPED: 0.88, Fault.CHOICE: 0.86, Fault.QUALIFIER: 0.64, Fault.QUOTE: 0.95,
    Fault.LANGUAGE: 0.98,
}
# fmt: on

PER_FAULT = 2
"""Fewer than the command makes, for the time it takes; 1,500 and more all the same."""


def _no_recording(path: Path) -> Transcript:
    raise AssertionError(path.suffix)


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Figures]:
    offered = {t.id: t for t in list_templates() if t.release is Release.ALWAYS}
    evaluation = Evaluation(RulesEngine(), load_template, offered, _no_recording, PER_FAULT)
    return {
        path.stem: total(evaluation.run(case) for case in read_gold(path))
        for path in gold_files(GOLD)
    }


def reached(figures: Figures) -> dict[str, float | None]:
    score, check, rounds = figures.score, figures.check, figures.rounds
    return {
        "recall": score.recall.rate,
        "placed": score.placed.rate,
        "exact": score.exact.rate,
        "forbidden": score.forbidden,
        "wrong_fill": score.wrong_fill.rate,
        "counts": score.counts.rate,
        "false_alarms": check.false_alarms.rate,
        "findings": per_minute(check.findings, check),
        "uncovered": per_minute(check.uncovered, check),
        "facts": check.facts().rate,
        "clauses": check.clauses().rate,
        "cuts": rounds.cuts.rate,
        "cut_facts": rounds.facts.rate,
        "mixed": rounds.mixed,
    }


def test_every_gold_file_has_its_limits() -> None:
    assert tuple(path.stem for path in gold_files(GOLD)) == FILES
    assert all(len(row) == len(FILES) + 1 for row in LIMITS.values())


@pytest.mark.parametrize("file", FILES)
def test_a_file_keeps_its_limits(file: str, measured: Mapping[str, Figures]) -> None:
    broken = []
    for name, value in reached(measured[file]).items():
        limit = LIMITS[name][FILES.index(file)]
        if limit is None:
            continue
        assert value is not None, name
        if value > limit if name in MOST else value < limit:
            broken.append(f"{name}: {value:.3f}, limit {limit}")
    assert broken == []


@pytest.mark.parametrize("fault", list(Fault))
def test_each_kind_of_wrong_draft_is_noticed(fault: Fault, measured: Mapping[str, Figures]) -> None:
    caught = sum(measured.values(), start=Figures()).check.caught[fault]
    assert caught.of >= 15
    assert caught.rate is not None
    assert caught.rate >= KINDS[fault]


def test_there_are_cases_and_mutations_enough(measured: Mapping[str, Figures]) -> None:
    everything = sum(measured.values(), start=Figures())
    assert everything.cases >= 120
    assert everything.skipped == 0
    assert everything.check.facts().of + everything.check.clauses().of >= 1500


NOT_YET = {
    *("beratung_migration", "beratung_sucht", "infosammlung"),
    *("medikamentenereignis", "sturzprotokoll_ausfuehrlich", "wunddokumentation"),
}
"""Templates without a gold case; issue 3 wants none here."""


def test_every_template_has_its_cases() -> None:
    named = {
        template
        for path in gold_files(GOLD)
        for case in read_gold(path)
        for template in (case.template, *(draft.template for draft in case.drafts or ()))
    }
    assert {template.id for template in list_templates()} - named <= NOT_YET
