"""From placed clauses to statements and field values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.model import DraftField, Origin, Statement
from dokuhelfer.draft.rules.phrasing import statement
from dokuhelfer.draft.rules.placed import Placed


def runs(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Neighbouring clauses of one sentence in one field, which make one statement."""
    current: list[Placed] = []
    for entry in placed:
        if current and not _belongs(current[-1], entry):
            yield current
            current = []
        current.append(entry)
    if current:
        yield current


def _belongs(before: Placed, entry: Placed) -> bool:
    one, other = before.item.clause, entry.item.clause
    return (
        before.field == entry.field
        and entry.skip == 0
        and one.sentence == other.sentence
        and one.number + 1 == other.number
    )


def statements(
    placed: Sequence[Placed], main: str | None, prefix: str = ""
) -> dict[str, list[Statement]]:
    """Statements by field, in order of speaking.

    Args:
        prefix: JSON pointer of a group's entry, such as ``/eintraege/0/``.
    """
    result: dict[str, list[Statement]] = {}
    for run in runs(placed):
        field = run[0].field
        if field is None:
            continue
        path = prefix + field if prefix else ""
        made = statement([entry.item for entry in run], main, path, run[0].skip)
        if made is not None:
            result.setdefault(field, []).append(_by_its_engine(made, run))
    return result


def _by_its_engine(made: Statement, run: Sequence[Placed]) -> Statement:
    by_model = any(entry.origin is Origin.LLM for entry in run)
    return replace(made, origin=Origin.LLM) if by_model else made


def text_field(made: Iterable[Statement]) -> DraftField:
    """A text field: its statements joined by one blank (design, "Values")."""
    kept = tuple(made)
    return DraftField(" ".join(note.text for note in kept), kept)


def list_field(made: Iterable[Statement]) -> DraftField:
    """A list field: one item per statement."""
    kept = tuple(made)
    return DraftField(tuple(note.text for note in kept), kept)
