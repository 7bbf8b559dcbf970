"""Statements in other words: put in, compared with what was quoted, taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    Finding,
    Kind,
    Origin,
    Severity,
    Span,
    Statement,
    Wording,
)

Place = tuple[str, int]
"""Id of a text field, number of a statement in it."""

KEPT = Sentence.KEPT.value

_OF_STYLE = frozenset({Kind.WORDING, Kind.PLAUSIBILITY})


def quoted(draft: Draft, fields: Collection[str]) -> Draft:
    """The draft with the quotes of these fields back; itself where nothing was phrased."""
    touched = {
        id: field
        for id, field in draft.fields.items()
        if id in fields and any(one.wording is not Wording.QUOTED for one in field.statements)
    }
    if not touched:
        return draft
    back = {id: _joined(field, map(_quoted, field.statements)) for id, field in touched.items()}
    return replace(draft, fields={**draft.fields, **back})


def with_texts(draft: Draft, texts: Mapping[Place, str]) -> Draft:
    """The draft with these texts for its quotes."""
    fields = {
        id: _joined(
            field,
            (
                _phrased(one, texts[id, number]) if (id, number) in texts else one
                for number, one in enumerate(field.statements)
            ),
        )
        if any(place == id for place, _ in texts)
        else field
        for id, field in draft.fields.items()
    }
    return replace(draft, fields=fields)


def unsupported(made: Draft, base: Draft, places: Collection[Place]) -> set[Place]:
    """Which of the texts at ``places`` bring a finding that the quotes did not have, or lose
    words; where something new cannot be pinned to one, all that may have caused it."""
    doubtful = {place for place in places if _has_new(_at(made, place), _at(base, place))}
    lost = _lost(made, base)
    doubtful |= {place for place in places if any(_holds(_at(made, place), span) for span in lost)}
    if doubtful:
        return doubtful
    fields = {field for field, _ in _new(made.findings, base.findings)}
    if fields:
        return {place for place in places if place[0] in fields} or set(places)
    return set(places) if lost else set()


def marked(draft: Draft, refused: Collection[Place]) -> Draft:
    """The draft with a note at each statement whose words were refused."""
    if not refused:
        return draft
    notes: list[Finding] = []
    fields = dict(draft.fields)
    for id in dict.fromkeys(id for id, _ in sorted(refused)):
        kept = list(fields[id].statements)
        for number in (number for place, number in refused if place == id):
            note = Finding(id, f"/{id}", kept[number].text, Kind.WORDING, Severity.INFO, KEPT)
            findings = (*kept[number].findings, note)
            kept[number] = replace(kept[number], wording=Wording.KEPT, findings=findings)
            notes.append(note)
        fields[id] = replace(fields[id], statements=tuple(kept))
    return replace(draft, fields=fields, findings=(*draft.findings, *notes))


def _quoted(statement: Statement) -> Statement:
    if statement.origin is Origin.HUMAN:
        return statement
    text = statement.quote or statement.text
    return replace(statement, text=text, quote="", wording=Wording.QUOTED)


def _phrased(statement: Statement, text: str) -> Statement:
    if text == statement.text:
        return statement
    return replace(
        statement, text=text, quote=statement.text, wording=Wording.PHRASED, origin=Origin.LLM
    )


def _joined(field: DraftField, statements: Iterator[Statement]) -> DraftField:
    kept = tuple(statements)
    return replace(field, value=" ".join(one.text for one in kept), statements=kept)


def _at(draft: Draft, place: Place) -> Statement:
    return draft.fields[place[0]].statements[place[1]]


def _holds(statement: Statement, span: Span) -> bool:
    return any(
        one.segment == span.segment and one.start < span.end and span.start < one.end
        for one in statement.evidence
    )


def _has_new(made: Statement, base: Statement) -> bool:
    return bool(list(_new(made.findings, base.findings)))


def _new(made: Collection[Finding], base: Collection[Finding]) -> Iterator[tuple[str, Kind]]:
    """Fields and kinds of which there are more findings than before, style left aside."""
    before = Counter(_counted(base))
    yield from (Counter(_counted(made)) - before).keys()


def _counted(findings: Collection[Finding]) -> Iterator[tuple[str, Kind]]:
    for one in findings:
        if one.severity is not Severity.INFO or one.kind not in _OF_STYLE:
            yield one.field, one.kind


def _lost(made: Draft, base: Draft) -> list[Span]:
    before = {one.span for one in base.uncovered}
    return [one.span for one in made.uncovered if one.span not in before]
