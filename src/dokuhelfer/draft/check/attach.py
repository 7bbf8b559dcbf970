"""The findings of a draft of our own, attached to its statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.check.run import check, evidence_key
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import plain_value
from dokuhelfer.draft.model import Draft, DraftField, Finding, Origin, Statement
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.draft.template.model import Template


def check_draft(
    draft: Draft, template: Template, context: Context, prepared: Prepared | None = None
) -> Draft:
    """The draft with its findings, attached to its statements and as a whole.

    ``prepared`` as for `check`. A statement's own evidence is looked at first. Findings
    about statements that a person selected never arise.
    """
    values = {id: _checked_value(field) for id, field in draft.fields.items()}
    evidence = {
        evidence_key(statement.path or f"/{id}", statement.text): statement.evidence
        for id, field in draft.fields.items()
        for statement in field.statements
        if statement.evidence
    }
    result = check(draft.transcript, template, values, context, evidence, prepared=prepared)
    given = {
        (statement.path or f"/{id}", part.strip())
        for id, field in draft.fields.items()
        for statement in field.statements
        if statement.origin is Origin.SELECTED
        for part in (statement.text, *sentences(statement.text))
    }
    findings = tuple(f for f in result.findings if (f.path, f.text) not in given)
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_path[finding.path].append(finding)
    fields = {id: _attach(id, field, by_path) for id, field in draft.fields.items()}
    return replace(draft, fields=fields, findings=findings, uncovered=result.uncovered)


def _checked_value(field: DraftField) -> object:
    return plain_value(field.value)


def _attach(id: str, field: DraftField, by_path: Mapping[str, Sequence[Finding]]) -> DraftField:
    statements = tuple(
        replace(statement, findings=tuple(_own(id, statement, by_path)))
        for statement in field.statements
    )
    return replace(field, statements=statements)


def _own(
    id: str, statement: Statement, by_path: Mapping[str, Sequence[Finding]]
) -> Iterator[Finding]:
    path = statement.path or f"/{id}"
    for finding in by_path.get(path, ()):
        if finding.text in statement.text or statement.text in finding.text:
            yield finding
