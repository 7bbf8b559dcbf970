"""The gate: drafts and check on all our gold, measured, against the tables below.

A failure here prints figures, never a case, so that a closed pair stays unseen. What is missed in
the files that are open: ``dokuhelfer eval tests/gold --mutations --json FILE``.
tests/gold/README.md says what each file is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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

FIGURES = (
    *("recall", "placed", "exact", "forbidden", "wrong_fill", "counts"),
    *("false_alarms", "findings", "uncovered", "facts", "clauses"),
)
TARGET = (0.95, 0.70, 0.90, 0, 0.05, 0.90, 0.03, 0.30, 0.20, 0.97, 0.97)
"""What issue 3 asks for."""

# fmt: off
# Reached, less a small margin. `cases_*` have none, or incomplete ones.
LIMITS: dict[str, tuple[float | None, ...]] = {
    #             recall placed exact  forb. fills  counts alarms find. unc.  facts  clauses
    "care_a":      (0.98, 0.95, 0.97, 0, 0.02, 0.99, 0.02, 0.20, 0.45, 0.94, 0.99),
    "care_b":      (0.98, 0.88, 0.97, 0, 0.01, 0.65, 0.05, 0.80, 0.26, 0.91, 0.77),
    "care_c":      (0.98, 0.96, 0.89, 0, 0.03, 0.99, 0.02, 0.28, 0.22, 0.95, 0.93),
    "care_d":      (0.98, 0.85, 0.93, 0, 0.04, 0.79, 0.04, 0.65, 0.15, 0.96, 0.96),
    "care_e":      (0.99, 0.91, 0.92, 0, 0.03, 0.82, 0.02, 0.38, 0.01, 0.94, 0.96),
    "care_f":      (0.98, 0.87, 0.94, 0, 0.01, 0.65, 0.04, 0.65, 0.44, 0.94, 0.90),
    "care_g":      (0.98, 0.91, 0.97, 2, 0.01, 0.99, 0.03, 0.51, 0.09, 0.96, 0.91),
    "care_h":      (0.98, 0.85, 0.92, 1, 0.03, 0.99, 0.06, 0.95, 0.28, 0.92, 0.95),
    "care_j":      (0.98, 0.76, 0.90, 0, 0.04, 0.60, 0.07, 1.20, 0.55, 0.88, 0.83),
    "care_k":      (0.98, 0.82, 0.84, 6, 0.04, 0.78, 0.11, 1.80, 0.60, 0.88, 0.88),
    "cases_check": (None, None, None, 0, None, None, 0.01, 0.11, 0.01, 0.95, 0.93),
    "cases_rules": (0.99, 0.97, 0.99, 0, 0.01, 0.99, 0.01, 0.79, 5.14, 0.97, 0.91),
    "counsel_a":   (0.99, 0.93, 0.99, 0, 0.03, 0.99, 0.01, 0.09, 0.20, 0.94, 0.90),
    "counsel_b":   (0.98, 0.87, 0.96, 1, 0.01, 0.65, 0.04, 0.46, 0.38, 0.91, 0.82),
    "counsel_c":   (0.99, 0.93, 0.97, 0, 0.01, 0.99, 0.03, 0.31, 0.41, 0.94, 0.89),
    "counsel_d":   (0.99, 0.84, 0.99, 0, 0.01, 0.00, 0.01, 0.35, 0.18, 0.94, 0.93),
    "counsel_e":   (0.98, 0.87, 0.99, 0, 0.01, 0.99, 0.03, 0.35, 0.11, 0.94, 0.86),
    "counsel_f":   (0.98, 0.78, 0.92, 0, 0.01, 0.99, 0.05, 0.67, 0.19, 0.94, 0.84),
    "counsel_g":   (0.99, 0.79, 0.94, 0, 0.03, 0.00, 0.05, 0.58, 0.41, 0.89, 0.94),
    "counsel_h":   (0.98, 0.84, 0.99, 0, 0.02, None, 0.07, 0.95, 0.54, 0.92, 0.90),
    "counsel_j":   (0.98, 0.79, 0.93, 0, 0.02, 0.00, 0.06, 1.00, 0.41, 0.92, 0.83),
    "counsel_k":   (0.98, 0.79, 0.91, 6, 0.03, 0.00, 0.10, 1.65, 0.83, 0.88, 0.80),
}
# fmt: on
ROUNDS = {"cuts": 0.95, "cut_facts": 0.97, "mixed": 0}
FILES = tuple(sorted({*LIMITS, "rounds"}))

# fmt: off
# Of all files together; issue 3 asks for 0.90 of each (0.97 of dropped clauses).
KINDS = {
    Fault.NUMBER: 0.96, Fault.UNIT: 0.96, Fault.TIME: 0.96, Fault.DATE: 0.95, Fault.SIDE: 0.90,
    Fault.NEGATION_DROPPED: 0.85, Fault.NEGATION_ADDED: 0.87, Fault.DRUG: 0.96, Fault.NAME: 0.98,
    Fault.INVENTED: 0.92, Fault.PLANNED_AS_DONE: 0.89, Fault.WITHDRAWN: 0.96,
    Fault.CLAUSE_DROPPED: 0.91, Fault.CHOICE: 0.89, Fault.QUALIFIER: 0.73, Fault.QUOTE: 0.96,
    Fault.LANGUAGE: 0.98,
}
# fmt: on
OF_SOME = {
    Fault.NEGATION_DROPPED: 0.74,
    Fault.NEGATION_ADDED: 0.73,
    Fault.PLANNED_AS_DONE: 0.80,
    Fault.CHOICE: 0.86,
    Fault.CLAUSE_DROPPED: 0.89,
    Fault.WITHDRAWN: 0.90,
    Fault.QUALIFIER: 0.69,
}
"""Of the files of every run, the closed ones among them, where that is less."""

PER_FAULT = 1
"""Fewer than the command makes, for the time it takes."""
MUTATED = frozenset({"care_j", "counsel_j", "care_k", "counsel_k", "cases_check"})
"""Files whose drafts are made wrong on every run; all of them with ``-m long``."""
OF_MUTATIONS = frozenset({"facts", "clauses"})


def _no_recording(path: Path) -> Transcript:
    raise AssertionError(path.suffix)


class Measured(dict[str, Figures]):
    """Figures by file, each measured when it is first asked for."""

    def __init__(self, *, everything: bool = True) -> None:
        offered = {t.id: t for t in list_templates() if t.release is Release.ALWAYS}
        super().__init__()
        self.everything = everything
        self._evaluation = Evaluation(RulesEngine(), load_template, offered, _no_recording)

    def __missing__(self, file: str) -> Figures:
        cases = read_gold(GOLD / f"{file}.json")
        evaluation = replace(self._evaluation, per_fault=PER_FAULT * self.mutates(file))
        self[file] = total(evaluation.run(case) for case in cases)
        return self[file]

    def mutates(self, file: str) -> bool:
        """Whether drafts of this file are made wrong."""
        return self.everything or file in MUTATED

    def together(self) -> Figures:
        """Of all files."""
        return sum((self[file] for file in FILES), start=Figures())


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(False, id="some"),
        pytest.param(True, id="all", marks=pytest.mark.long),
    ],
)
def measured(request: pytest.FixtureRequest) -> Measured:
    return Measured(everything=request.param)


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


def broken(figures: Figures, limits: Mapping[str, float | None]) -> list[str]:
    """What is worse than its limit."""
    found = []
    values = reached(figures)
    for name, limit in limits.items():
        if limit is None:
            continue
        value = values[name]
        assert value is not None, name
        if value > limit if name in MOST else value < limit:
            found.append(f"{name}: {value:.3f}, limit {limit}")
    return found


def test_every_gold_file_has_its_limits() -> None:
    assert tuple(path.stem for path in gold_files(GOLD)) == FILES


@pytest.mark.parametrize("file", LIMITS)
def test_a_file_keeps_its_limits(file: str, measured: Measured) -> None:
    limits = dict(zip(FIGURES, LIMITS[file], strict=True))
    if not measured.mutates(file):
        limits = {name: limit for name, limit in limits.items() if name not in OF_MUTATIONS}
    assert broken(measured[file], limits) == []


def test_rounds_keep_their_limits(measured: Measured) -> None:
    assert broken(measured["rounds"], ROUNDS) == []


@pytest.mark.parametrize("fault", list(Fault))
def test_each_kind_of_wrong_draft_is_noticed(fault: Fault, measured: Measured) -> None:
    caught = measured.together().check.caught[fault]
    assert caught.of >= (15 if measured.everything else 5)
    assert caught.rate is not None
    limit = KINDS[fault] if measured.everything else OF_SOME.get(fault, KINDS[fault])
    assert caught.rate >= limit


def test_there_are_cases_and_mutations_enough(measured: Measured) -> None:
    everything = measured.together()
    assert everything.cases >= 120
    assert everything.skipped == 0
    enough = 1500 if measured.everything else 1000
    assert everything.check.facts().of + everything.check.clauses().of >= enough


def test_every_template_has_its_cases() -> None:
    named = {
        template
        for path in gold_files(GOLD)
        for case in read_gold(path)
        for template in (case.template, *(draft.template for draft in case.drafts or ()))
    }
    assert {template.id for template in list_templates()} <= named
