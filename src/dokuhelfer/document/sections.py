"""One field of a draft as a section of the document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dokuhelfer.document.tree import Block, Paragraph, Run, Section, Table
from dokuhelfer.draft import german
from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    GroupEntry,
    Origin,
    Severity,
    Statement,
)
from dokuhelfer.draft.template.model import EmptyRule, Field, FieldType, Template
from dokuhelfer.review.parts import is_answered

NOT_DICTATED = "nicht diktiert"
ADDED = " – von mir ergänzt"
"""Behind what nobody dictated and the person who signs answers for (ui.md §2.5)."""

_CLOCK = re.compile(r"\b(?:[01]\d|2[0-3]):[0-5]\d(?: Uhr)?")

WHO, WHEN, BY = "wer", "wann", "durch"
"""Columns a text can be set in row by row, such as `information_an`."""

_Findings = tuple[Finding, ...]


def section(field: Field, draft: Draft, template: Template, *, marked: bool) -> Section:
    """The section of one field; ``marked`` shows what a `block` finding stands against."""
    label = german.clean(field.label)
    content = draft.fields.get(field.id, DraftField())
    if content.status is FieldStatus.REJECTED:
        return _empty(field, label, template.empty, rejected=True)
    if content.value is None:
        return _empty(field, label, template.empty)
    blocking = _blocking(field, content, draft) if marked else ()
    value = content.value
    if isinstance(value, tuple):
        make = _group if field.type is FieldType.GROUP else _list
        return make(field, label, content, blocking)
    if field.type is FieldType.TEXT:
        return _text(field, label, content, blocking)
    by_hand = ADDED if any(one.added for one in content.statements) else ""
    run = Run(german.written(value, field) + by_hand, flagged=bool(blocking))
    bare = Run(german.number(value), run.flagged) if isinstance(value, int | float) else run
    return Section(field.id, label, (Paragraph((run,)),), number=(bare,), rows=({WHO: (run,)},))


def _empty(field: Field, label: str, rule: EmptyRule, *, rejected: bool = False) -> Section:
    """Of a field without content. A missing required field is always named, unless a
    person has rejected what was there: then it is not true that nothing was dictated.
    """
    rule = field.empty or rule
    named = rule is EmptyRule.NOT_DICTATED or field.required
    if rejected:
        return Section(field.id, label, omitted=rule is EmptyRule.OMIT)
    if named:
        missing = (Run(NOT_DICTATED, note=True),)
        first = field.members[0].id if field.members else WHO
        return Section(
            field.id, label, (Paragraph(missing),), number=missing, rows=({first: missing},)
        )
    omitted = rule is EmptyRule.OMIT
    return Section(field.id, label, omitted=omitted, number=(Run("–", note=True),), rows=())


def _text(field: Field, label: str, content: DraftField, blocking: _Findings) -> Section:
    rows: list[Mapping[str, tuple[Run, ...]]] = []
    lines: list[list[Run]] = [[]]
    for statement in _statements(content, blocking):
        text, flagged = _with_origin(statement), _flagged(statement, blocking)
        rows.append(_row(text, flagged))
        for number, line in enumerate(text.split("\n")):
            if number:
                lines.append([])
            elif lines[-1]:
                lines[-1].append(Run(" "))
            lines[-1].append(Run(line, flagged))
    return Section(
        field.id,
        label,
        tuple(Paragraph(tuple(line)) for line in lines),
        prose=True,
        rows=tuple(rows),
    )


def _statements(content: DraftField, blocking: _Findings) -> tuple[Statement, ...]:
    """The field's statements; a value that is not made of them stands for itself."""
    value = str(content.value)
    if " ".join(statement.text for statement in content.statements) == value:
        return content.statements
    return (Statement(value, (), Origin.HUMAN, blocking),)


def _with_origin(statement: Statement) -> str:
    """A statement's text; one that a person added says so before its full stop."""
    text = german.clean(statement.text)
    if not statement.added:
        return text
    return f"{text.removesuffix('.')}{ADDED}{'.' if text.endswith('.') else ''}"


def _row(text: str, flagged: bool) -> Mapping[str, tuple[Run, ...]]:
    """A statement as a row. The time is repeated only where there is no doubt which."""
    times = {found.removesuffix(" Uhr") for found in _CLOCK.findall(text)}
    when = german.clock(times.pop()) if len(times) == 1 else ""
    return {WHO: (Run(text, flagged),), WHEN: (Run(when, flagged),), BY: ()}


def _list(field: Field, label: str, content: DraftField, blocking: _Findings) -> Section:
    entries = content.value if isinstance(content.value, tuple) else (content.value,)
    texts = {finding.text for finding in blocking}
    runs = tuple((Run(german.clean(str(entry)), str(entry) in texts),) for entry in entries)
    blocks: tuple[Block, ...] = tuple(Paragraph(run, bullet=True) for run in runs)
    return Section(field.id, label, blocks, rows=tuple({WHO: run} for run in runs))


def _group(field: Field, label: str, content: DraftField, blocking: _Findings) -> Section:
    entries: list[GroupEntry] = [
        entry for entry in _tuple(content.value) if isinstance(entry, Mapping)
    ]
    used = [
        member
        for member in field.members
        if member.required or any(entry.get(member.id) is not None for entry in entries)
    ]
    rows = tuple(
        {
            member.id: _member(
                entry, member, f"/{field.id}/{number}/{member.id}", content, blocking
            )
            for member in field.members
        }
        for number, entry in enumerate(entries)
    )
    table = Table(
        tuple(german.clean(member.label) for member in used),
        tuple(tuple(row[member.id] for member in used) for row in rows),
    )
    return Section(field.id, label, (table,), rows=rows)


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _member(
    entry: GroupEntry, member: Field, path: str, content: DraftField, blocking: _Findings
) -> tuple[Run, ...]:
    value = entry.get(member.id)
    if value is None:
        return (Run(NOT_DICTATED, note=True),) if member.required else ()
    flagged = any(finding.path == path for finding in blocking)
    added = any(one.added for one in content.statements if one.path == path)
    return (Run(german.written(value, member) + (ADDED if added else ""), flagged),)


def _blocking(field: Field, content: DraftField, draft: Draft) -> _Findings:
    own = (finding for statement in content.statements for finding in statement.findings)
    common = (finding for finding in draft.findings if finding.field == field.id)
    return tuple(
        found
        for found in (*own, *common)
        if found.severity is Severity.BLOCK and not is_answered(found, draft)
    )


def _flagged(statement: Statement, blocking: _Findings) -> bool:
    return any(finding.text == statement.text for finding in blocking) or any(
        finding.severity is Severity.BLOCK and finding.kind not in statement.vouched
        for finding in statement.findings
    )
