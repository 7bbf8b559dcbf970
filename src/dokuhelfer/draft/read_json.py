"""``dokuhelfer.draft/1`` read back, for a draft that was put away while nobody read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import (
    FORMAT,
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Head,
    Kind,
    Meta,
    Origin,
    Severity,
    Span,
    Statement,
    Uncovered,
    Value,
    Wording,
)
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.json import from_json as transcript_from_json

# What is read here was written by `draft.json`; one handler for every kind of damage is enough.
Json = Mapping[str, Any]


def draft_from_json(value: object) -> Draft:
    """The draft of a JSON object as `json.to_json` writes it.

    Raises:
        DokuError: `JSON_WRONG_FORMAT` for anything else.
    """
    try:
        return _draft(value)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DokuError(Code.JSON_WRONG_FORMAT, place=FORMAT) from None


def context_to_json(context: Context) -> dict[str, object]:
    """A context as `json.context_from_json` reads it."""
    return {
        "person": context.person,
        "shift": None if context.shift is None else context.shift.value,
        "recorded": None if context.recorded is None else context.recorded.isoformat(),
        "unit": context.unit,
        "case": context.case,
        "author": context.author,
        "role": context.role,
    }


def _draft(value: Json) -> Draft:
    if value["format"] != FORMAT:
        raise ValueError
    meta = value["meta"]
    return Draft(
        template=value["template"],
        template_version=value["template_version"],
        engine=value["engine"],
        meta=Meta(meta["recorded"], meta["app"], dict(meta["models"])),
        head=_head(value["head"]),
        transcript=transcript_from_json(value["transcript"]),
        fields={id: _field(field) for id, field in value["fields"].items()},
        findings=tuple(_finding(item) for item in value["findings"]),
        uncovered=tuple(Uncovered(_span(item), item["text"]) for item in value["uncovered"]),
    )


def _head(value: Json) -> Head:
    texts = {key: value[key] for key in ("date", "time", "shift", "unit", "case", "author", "role")}
    choices = tuple(value.get("date_choices", ()))
    return Head(**texts, late=value["late"], date_choices=choices)


def _field(value: Json) -> DraftField:
    statements = tuple(_statement(item) for item in value["statements"])
    return DraftField(_value(value["value"]), statements, FieldStatus(value["status"]))


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(dict(item) if isinstance(item, Mapping) else item for item in value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError


def _statement(value: Json) -> Statement:
    return Statement(
        text=value["text"],
        evidence=tuple(_span(item) for item in value["evidence"]),
        origin=Origin(value["origin"]),
        findings=tuple(_finding(item) for item in value["findings"]),
        path=value.get("path", ""),
        wording=Wording(value.get("wording", Wording.QUOTED)),
        quote=value.get("quote", ""),
        vouched=_kinds(value.get("vouched", ())),
    )


def _kinds(value: Sequence[str]) -> tuple[Kind, ...]:
    return tuple(Kind(item) for item in value)


def _finding(value: Json) -> Finding:
    return Finding(
        value["field"],
        value["path"],
        value["text"],
        Kind(value["kind"]),
        Severity(value["severity"]),
        value["detail"],
    )


def _span(value: Json) -> Span:
    return Span(value["segment"], value["start"], value["end"])
