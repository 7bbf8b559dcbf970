"""What was measured, by group of cases, and all of it as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from dokuhelfer.draft.json import finding_to_json
from dokuhelfer.evaluation.checking import CheckFigures
from dokuhelfer.evaluation.gold import Case
from dokuhelfer.evaluation.mutate import Mutation
from dokuhelfer.evaluation.rounds import RoundFigures
from dokuhelfer.evaluation.run import Figures, Result
from dokuhelfer.evaluation.score import Ratio, Score

FORMAT = "dokuhelfer.eval/1"
WORDS_PER_MINUTE = 120
"""A minute of dictation (issue „check“: quiet)."""

Json = dict[str, object]


class Grouping(StrEnum):
    """What cases are grouped by."""

    FILE = "file"
    TEMPLATE = "template"
    FORM = "form"
    PART = "part"
    TAG = "tag"


def total(results: Iterable[Result]) -> Figures:
    """The figures of all."""
    return sum((result.figures for result in results), start=Figures())


def groups(results: Sequence[Result], by: Grouping) -> dict[str, Figures]:
    """The figures of each group, sorted by name; a case with several tags is in several."""
    found: dict[str, Figures] = {}
    for result in results:
        for name in _KEYS[by](result.case):
            found[name] = found.get(name, Figures()) + result.figures
    return dict(sorted(found.items()))


def _some(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


_KEYS: Mapping[Grouping, Callable[[Case], tuple[str, ...]]] = {
    Grouping.FILE: lambda case: (case.file,),
    Grouping.TEMPLATE: lambda case: (case.template,),
    Grouping.FORM: lambda case: _some(case.form),
    Grouping.PART: lambda case: () if case.part is None else (f"{case.file}: {case.part}",),
    Grouping.TAG: lambda case: tuple(dict.fromkeys(case.tags)),
}


def per_minute(count: int, figures: CheckFigures) -> float | None:
    """A count per minute of dictation; None without words."""
    return count * WORDS_PER_MINUTE / figures.words if figures.words else None


def to_json(results: Sequence[Result], engine: str, models: Mapping[str, str | None]) -> Json:
    """Everything: total, groups, and each case with the words of what is missing or wrong."""
    return {
        "format": FORMAT,
        "engine": engine,
        "models": dict(models),
        "total": _figures(total(results)),
        "groups": {
            by.value: {name: _figures(found) for name, found in groups(results, by).items()}
            for by in Grouping
        },
        "cases": [_case(result) for result in results],
    }


def _case(result: Result) -> Json:
    case, figures = result.case, result.figures
    head: Json = {"id": case.id, "file": case.file, "template": case.template}
    if figures.skipped:
        return {**head, "skipped": "template_unknown"}
    return {
        **head,
        **_figures(figures),
        "notes": [*figures.score.notes, *figures.rounds.notes],
        "gold_findings": [finding_to_json(finding) for finding in figures.check.alarms],
        "missed": [_mutation(mutation) for mutation in figures.check.missed],
    }


def _mutation(mutation: Mutation) -> Json:
    return {
        "kind": mutation.fault.value,
        "path": mutation.path,
        "before": mutation.before,
        "after": mutation.after,
    }


def _figures(figures: Figures) -> Json:
    return {
        "cases": figures.cases,
        "skipped": figures.skipped,
        "word_errors": _ratio(figures.word_errors),
        **_score(figures.score),
        "own_blocks": figures.own_blocks,
        "own_uncovered": figures.own_uncovered,
        "check": _check(figures.check),
        "rounds": _rounds(figures.rounds),
    }


def _score(score: Score) -> Json:
    return {
        "recall": _ratio(score.recall),
        "placed": _ratio(score.placed),
        "exact": _ratio(score.exact),
        "forbidden": score.forbidden,
        "wrong_fill": _ratio(score.wrong_fill),
        "counts": _ratio(score.counts),
    }


def _rounds(rounds: RoundFigures) -> Json:
    return {
        "cuts": _ratio(rounds.cuts),
        "facts": _ratio(rounds.facts),
        "mixed": rounds.mixed,
        "uncovered": _ratio(rounds.uncovered),
    }


def _check(check: CheckFigures) -> Json:
    return {
        "words": check.words,
        "false_alarms": _ratio(check.false_alarms),
        "findings": check.findings,
        "findings_per_minute": per_minute(check.findings, check),
        "uncovered": check.uncovered,
        "uncovered_per_minute": per_minute(check.uncovered, check),
        "facts_caught": _ratio(check.facts()),
        "caught": {fault.value: _ratio(ratio) for fault, ratio in check.caught.items()},
    }


def _ratio(ratio: Ratio) -> Json:
    return {"hit": ratio.hit, "of": ratio.of, "rate": ratio.rate}
