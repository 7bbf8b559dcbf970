"""The figures of ``eval`` as tables: ids and numbers, never a word of a dictation."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.cli.console import Console
from dokuhelfer.evaluation.checking import CheckFigures
from dokuhelfer.evaluation.report import Grouping, groups, per_minute, total
from dokuhelfer.evaluation.run import Figures, Result
from dokuhelfer.evaluation.score import Ratio

NOTHING = "–"
_FEWEST_OF_A_TAG = 3
"""Tags of fewer cases are left to the JSON."""
_COLUMNS = (
    *("cases", "word_errors", "recall", "placed", "exact", "forbidden", "wrong_fill", "counts"),
    *("false_alarms", "findings", "uncovered", "facts", "clauses"),
    *("cuts", "cut_facts", "mixed"),
)


def show(results: Sequence[Result], console: Console) -> None:
    """Total and groups, kinds of mutations, then one line for each case."""
    all = total(results)
    name = console.catalogue.text("eval", "total")
    _table("group", {name: all}, console)
    for by in Grouping:
        found = groups(results, by)
        if by is Grouping.TAG:
            found = {k: v for k, v in found.items() if v.cases >= _FEWEST_OF_A_TAG}
        if found:
            _table(by.value, found, console)
    _kinds(all.check, console)
    drafted = {_id(r): r.figures for r in results if not r.figures.skipped}
    _table("case", drafted, console)
    skipped = [_id(r) for r in results if r.figures.skipped]
    if skipped:
        console.say(f"{console.catalogue.text('eval', 'skipped')}: {', '.join(skipped)}")


def _id(result: Result) -> str:
    return f"{result.case.file}/{result.case.id}"


def _table(title: str, rows: dict[str, Figures], console: Console) -> None:
    if not rows:
        return
    say = console.catalogue.text
    head = [say("eval", title), *(say("eval", column) for column in _COLUMNS)]
    body = [[name, *_cells(figures, console)] for name, figures in rows.items()]
    used = [n for n in range(len(head)) if n < 2 or any(row[n] != NOTHING for row in body)]
    _lines([[row[n] for n in used] for row in (head, *body)], console)


def _cells(figures: Figures, console: Console) -> list[str]:
    score, check, rounds = figures.score, figures.check, figures.rounds
    measured = (
        *(figures.word_errors, score.recall, score.placed, score.exact),
        *(score.forbidden, score.wrong_fill, score.counts, check.false_alarms),
        *(per_minute(check.findings, check), per_minute(check.uncovered, check)),
        *(check.facts(), check.clauses()),
        *(rounds.cuts, rounds.facts, rounds.mixed if rounds.cuts.of else None),
    )
    return [str(figures.cases), *(_cell(value, console) for value in measured)]


def _cell(value: Ratio | int | float | None, console: Console) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(f"{value:.2f}", console)
    rate = value.rate
    return NOTHING if rate is None else _number(f"{rate:.1%}", console)


def _number(text: str, console: Console) -> str:
    return text.replace(".", ",") if console.catalogue.language == "de" else text


def _kinds(check: CheckFigures, console: Console) -> None:
    if not check.caught:
        return
    say = console.catalogue.text
    rows = [[say("eval", "kind"), say("eval", "caught"), ""]]
    for fault, ratio in check.caught.items():
        rows.append(
            [say("eval", f"fault_{fault.value}"), f"{ratio.hit}/{ratio.of}", _cell(ratio, console)]
        )
    _lines(rows, console)


def _lines(rows: Sequence[Sequence[str]], console: Console) -> None:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        first = row[0].ljust(widths[0])
        rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        console.say("  ".join((first, *rest)).rstrip())
    console.say()
