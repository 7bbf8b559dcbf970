"""A review put away and taken up again: what was seen and decided stays so (``review/1``).

The text holds the whole dictation. It belongs into the encrypted store and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.model import Draft, DraftField, Span
from dokuhelfer.draft.read_json import context_to_json, draft_from_json
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.layout import fingerprint
from dokuhelfer.review.state import Mark, State, settled
from dokuhelfer.review.stops import Fate, LineKey, StopId, StopKind

FORMAT = "dokuhelfer.review/1"


def to_json(state: State) -> dict[str, object]:
    """A state for the store; offers are left out, they can be made again."""
    return {
        "format": FORMAT,
        "draft": draft_to_json(state.draft),
        "context": context_to_json(state.context),
        "marks": [
            {"kind": id.kind.value, "field": id.field, "row": id.row, "decided": mark.decided}
            for id, mark in state.marks.items()
        ],
        "touched": sorted(state.touched),
        "fates": [{"line": _line(key), "fate": fate.name} for key, fate in state.fates.items()],
    }


def from_json(value: object, template: Template) -> State:
    """The state that was put away.

    It is checked again: where the check has more to say by now, a stop is to be read again.

    Args:
        template: the one the draft names.

    Raises:
        DokuError: `JSON_WRONG_FORMAT` for anything that `to_json` did not write, or a draft of
            another template, or with a field that the template has no more.
    """
    try:
        return _state(value, template)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DokuError(Code.JSON_WRONG_FORMAT, place=FORMAT) from None


def _state(value: Mapping[str, Any], template: Template) -> State:
    draft = _fitting(draft_from_json(value["draft"]), template)
    if value["format"] != FORMAT or draft.template != template.id:
        raise ValueError
    context = context_from_json(value["context"])
    fates: dict[LineKey, Fate] = {_key(item["line"]): Fate[item["fate"]] for item in value["fates"]}
    state = State(draft, template, context, {}, frozenset(value["touched"]), fates)
    decided = {_id(item): bool(item["decided"]) for item in value["marks"]}
    marks = {
        place.id: Mark(fingerprint(place, draft), decided[place.id])
        for place in state.places()
        if place.id in decided
    }
    checked = Dictation(draft.transcript, template, context).checked(draft)
    return settled(State(checked, template, context, marks, state.touched, fates))


def _fitting(draft: Draft, template: Template) -> Draft:
    """With empty fields for those the template has got since; none of the draft's may be gone."""
    if not draft.fields or not set(draft.fields) <= set(template.field_ids):
        raise ValueError
    fields = {id: draft.fields.get(id, DraftField()) for id in template.field_ids}
    return replace(draft, fields=fields, template_version=template.version)


def _id(item: Mapping[str, Any]) -> StopId:
    return StopId(StopKind(item["kind"]), item["field"], item["row"])


def _line(key: LineKey) -> object:
    if isinstance(key, Span):
        return {"segment": key.segment, "start": key.start, "end": key.end}
    return list(key) if isinstance(key, tuple) else key


def _key(value: Any) -> LineKey:
    if isinstance(value, Mapping):
        return Span(value["segment"], value["start"], value["end"])
    return (value[0], value[1]) if isinstance(value, list) else str(value)
