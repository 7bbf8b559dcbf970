"""The check measured on one gold case: quiet on the correct draft, loud on wrong ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dokuhelfer.draft.bausteine import spoken_bausteine
from dokuhelfer.draft.check import CheckResult, check
from dokuhelfer.draft.check.input import statements
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Finding, Severity
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.template.model import Template
from dokuhelfer.evaluation.gold import Fields
from dokuhelfer.evaluation.mutate import Fault, Mutation, mutations
from dokuhelfer.evaluation.mutate.model import dictated
from dokuhelfer.evaluation.score import Ratio
from dokuhelfer.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """What the check did with correct drafts, and with drafts made wrong.

    Attributes:
        words: words of the dictations, for figures per minute.
        false_alarms: ``block`` findings on correct drafts, of how many statements.
        findings, uncovered: of any severity, on correct drafts.
        caught: wrong drafts noticed, by kind: a new ``block`` finding in the right field,
            for a dropped clause a new uncovered piece.
        missed: the wrong drafts that were not noticed.
        alarms: the findings behind ``false_alarms`` and ``findings``.
    """

    words: int = 0
    false_alarms: Ratio = Ratio()
    findings: int = 0
    uncovered: int = 0
    caught: Mapping[Fault, Ratio] = field(default_factory=dict)
    missed: tuple[Mutation, ...] = ()
    alarms: tuple[Finding, ...] = ()

    def __add__(self, other: CheckFigures) -> CheckFigures:
        none = Ratio()
        caught = {
            fault: self.caught.get(fault, none) + other.caught.get(fault, none)
            for fault in Fault
            if fault in self.caught or fault in other.caught
        }
        return CheckFigures(
            words=self.words + other.words,
            false_alarms=self.false_alarms + other.false_alarms,
            findings=self.findings + other.findings,
            uncovered=self.uncovered + other.uncovered,
            caught=caught,
            missed=self.missed + other.missed,
            alarms=self.alarms + other.alarms,
        )

    def facts(self) -> Ratio:
        """Wrong facts noticed: all kinds but dropped clauses."""
        return sum((r for f, r in self.caught.items() if f not in _BY_COVERAGE), start=Ratio())

    def clauses(self) -> Ratio:
        """Dropped clauses listed as uncovered."""
        return sum((r for f, r in self.caught.items() if f in _BY_COVERAGE), start=Ratio())


_BY_COVERAGE = frozenset({Fault.CLAUSE_DROPPED})


def measure_check(
    case: str,
    gold: Fields,
    transcript: Transcript,
    template: Template,
    context: Context,
    per_fault: int,
) -> CheckFigures:
    """The figures of one case; ``per_fault`` wrong drafts at most of each kind (0: none)."""
    prepared = prepare(spoken_bausteine(transcript, template).rest, context)
    base = check(transcript, template, gold, context, prepared=prepared)
    blocking = [f for f in base.findings if f.severity is Severity.BLOCK]
    made: Sequence[Mutation] = ()
    spoken = dictated(transcript)
    if per_fault:
        made = mutations(case, gold, template, prepared.normalised, spoken, per_fault)
    caught: dict[Fault, Ratio] = {}
    missed: list[Mutation] = []
    for mutation in made:
        found = check(transcript, template, mutation.fields, context, prepared=prepared)
        hit = _noticed(mutation, base, found)
        caught[mutation.fault] = caught.get(mutation.fault, Ratio()) + Ratio(hit, 1)
        if not hit:
            missed.append(mutation)
    return CheckFigures(
        words=len(spoken.split()),
        false_alarms=Ratio(len(blocking), len(statements(template, gold).items)),
        findings=len(base.findings),
        uncovered=len(base.uncovered),
        caught=caught,
        missed=tuple(missed),
        alarms=base.findings,
    )


def _noticed(mutation: Mutation, base: CheckResult, found: CheckResult) -> bool:
    if mutation.fault in _BY_COVERAGE:
        return bool(set(found.uncovered) - set(base.uncovered))
    return bool(_blocks(found, mutation.field) - _blocks(base, mutation.field))


def _blocks(result: CheckResult, field: str) -> Counter[tuple[str, str, str]]:
    """What is said about a field, without the statement: a changed one is no new finding."""
    return Counter(
        (finding.path, finding.kind.value, finding.detail)
        for finding in result.findings
        if finding.field == field and finding.severity is Severity.BLOCK
    )
