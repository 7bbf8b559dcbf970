"""Catch rate per kind of mutation, false alarms, and uncovered clauses of gold cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dokucheck.mutations import dropped_clauses, mutations
from dokuhelfer.draft.check import check
from dokuhelfer.draft.check.input import statements
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.model import Finding, Severity
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.model import Segment, Transcript


@dataclass
class Measure:
    statements: int = 0
    words: int = 0
    false_alarms: list[Finding] = field(default_factory=list)
    findings: int = 0
    uncovered: int = 0
    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)

    def rate(self, *kinds: str) -> float:
        made = sum(self.made[kind] for kind in kinds)
        return sum(self.caught[kind] for kind in kinds) / made if made else 1.0

    @property
    def facts(self) -> list[str]:
        return [kind for kind in self.made if kind != "clause_dropped"]

    def per_minute(self, count: int) -> float:
        """Per 120 words, a minute of dictation."""
        return count * 120 / self.words if self.words else 0.0


def measure(cases: Iterable[dict[str, Any]]) -> Measure:
    result = Measure()
    for case in cases:
        _measure_case(case, result)
    return result


def _measure_case(case: dict[str, Any], result: Measure) -> None:
    template = load_template(case["template"])
    context = context_from_json(case["context"])
    transcript = Transcript((Segment(0, None, None, case["dictation"]),))
    base = check(transcript, template, case["gold"], context)
    result.statements += len(statements(template, case["gold"]).items)
    result.words += len(case["dictation"].split())
    result.findings += len(base.findings)
    result.uncovered += len(base.uncovered)
    result.false_alarms += [f for f in base.findings if f.severity is Severity.BLOCK]
    known = set(base.findings)
    for mutation in mutations(case):
        found = check(transcript, template, mutation.fields, context)
        result.made[mutation.kind] += 1
        result.caught[mutation.kind] += any(
            f.field == mutation.field and f.severity is Severity.BLOCK and f not in known
            for f in found.findings
        )
    for mutation in dropped_clauses(case):
        found = check(transcript, template, mutation.fields, context)
        result.made[mutation.kind] += 1
        result.caught[mutation.kind] += bool(set(found.uncovered) - set(base.uncovered))
