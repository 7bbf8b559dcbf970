"""``dokuhelfer.draft/1`` and ``drafts/1`` as JSON, and the context file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.model import (
    FORMAT,
    FORMAT_OF_SEVERAL,
    Draft,
    DraftField,
    Drafts,
    Finding,
    Head,
    Span,
    Statement,
    Uncovered,
    Value,
    Wording,
)
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.json import to_json as transcript_to_json

Json = dict[str, object]


def to_json(draft: Draft) -> Json:
    """The draft as the design's JSON object; key order is that of the design."""
    return {
        "format": FORMAT,
        "template": draft.template,
        "template_version": draft.template_version,
        "engine": draft.engine,
        "meta": {
            "recorded": draft.meta.recorded,
            "models": dict(draft.meta.models),
            "app": draft.meta.app,
        },
        "head": _head(draft.head),
        "transcript": transcript_to_json(draft.transcript),
        "fields": {id: _field(field) for id, field in draft.fields.items()},
        "findings": [finding_to_json(finding) for finding in draft.findings],
        "uncovered": [uncovered_to_json(item) for item in draft.uncovered],
    }


def drafts_to_json(drafts: Drafts) -> Json:
    """Several drafts of one dictation: ``dokuhelfer.drafts/1``."""
    return {
        "format": FORMAT_OF_SEVERAL,
        "drafts": [to_json(draft) for draft in drafts.drafts],
        "uncovered": [uncovered_to_json(item) for item in drafts.uncovered],
    }


def finding_to_json(finding: Finding) -> Json:
    """One finding, as in drafts and in the answer of `check`."""
    return {
        "field": finding.field,
        "path": finding.path,
        "text": finding.text,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "detail": finding.detail,
    }


def uncovered_to_json(item: Uncovered) -> Json:
    """One uncovered piece of the dictation."""
    return {**_span(item.span), "text": item.text}


def _head(head: Head) -> Json:
    result: Json = {
        "date": head.date,
        "time": head.time,
        "shift": head.shift,
        "unit": head.unit,
        "case": head.case,
        "author": head.author,
        "role": head.role,
        "late": head.late,
    }
    if head.date_choices:
        result["date_choices"] = list(head.date_choices)
    return result


def _field(field: DraftField) -> Json:
    return {
        "value": plain_value(field.value),
        "statements": [_statement(statement) for statement in field.statements],
        "status": field.status.value,
    }


def plain_value(value: Value) -> object:
    """A field's value in JSON types: tuples become lists, entries objects."""
    if isinstance(value, tuple):
        return [dict(item) if isinstance(item, Mapping) else item for item in value]
    return value


def _statement(statement: Statement) -> Json:
    result: Json = {
        "text": statement.text,
        "evidence": [_span(span) for span in statement.evidence],
        "origin": statement.origin.value,
        "findings": [finding_to_json(finding) for finding in statement.findings],
    }
    if statement.path:
        result["path"] = statement.path
    if statement.wording is not Wording.QUOTED:
        result["wording"] = statement.wording.value
    if statement.quote:
        result["quote"] = statement.quote
    if statement.vouched:
        result["vouched"] = [kind.value for kind in statement.vouched]
    return result


def _span(span: Span) -> Json:
    return {"segment": span.segment, "start": span.start, "end": span.end}


def context_from_json(value: object) -> Context:
    """The context file's object; unknown keys are ignored.

    Raises:
        DokuError: `CONTEXT_BROKEN` with the key that is wrong.
    """
    if not isinstance(value, Mapping):
        raise DokuError(Code.CONTEXT_BROKEN, key="{}")
    texts = {key: _text(value, key) for key in ("person", "unit", "case", "author", "role")}
    return Context(shift=_shift(value), recorded=_recorded(value), **texts)


def _text(value: Mapping[object, object], key: str) -> str | None:
    item = value.get(key)
    if item is None:
        return None
    if not isinstance(item, str):
        raise DokuError(Code.CONTEXT_BROKEN, key=key)
    return item.strip() or None


def _shift(value: Mapping[object, object]) -> Shift | None:
    text = _text(value, "shift")
    try:
        return None if text is None else Shift(text)
    except ValueError:
        raise DokuError(Code.CONTEXT_BROKEN, key="shift") from None


_YEARS = range(1970, 2200)
"""Of recordings; days before and after can be computed without leaving the calendar."""


def _recorded(value: Mapping[object, object]) -> datetime | None:
    text = _text(value, "recorded")
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise DokuError(Code.CONTEXT_BROKEN, key="recorded") from None
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise DokuError(Code.CONTEXT_BROKEN, key="recorded")
    return moment
