"""The statements of a ``dokuhelfer.draft/1``: their places and what their field says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.model import Finding, Kind, Origin, Severity
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript

_NEED_A_PLACE = frozenset({Origin.RULES.value, Origin.LLM.value})
"""Origins whose statements must come from somewhere in the dictation."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement as another program may have written it: nothing about it is known yet.

    Attributes:
        field: id of the field it stands in.
        path: JSON pointer below ``fields``.
        evidence: the JSON of its places, of whatever type.
    """

    field: str
    path: str
    text: str
    origin: object
    evidence: object


def statements_given(fields: Mapping[object, object]) -> Iterator[Stated]:
    """The statements in the ``fields`` of a full draft."""
    for id, field in fields.items():
        given = field.get("statements") if isinstance(field, Mapping) else None
        for item in given if isinstance(given, list) else ():
            if not isinstance(item, Mapping):
                continue
            text, path = item.get("text"), item.get("path")
            yield Stated(
                str(id),
                path if isinstance(path, str) else f"/{id}",
                text if isinstance(text, str) else "",
                item.get("origin"),
                item.get("evidence"),
            )


def check_stated(
    stated: Sequence[Stated],
    template: Template,
    fields: Mapping[str, object],
    transcript: Transcript,
) -> Iterator[Finding]:
    """Places that do not exist, and statements that their field does not hold."""
    lengths = {segment.id: len(segment.text) for segment in transcript.segments}
    known = {field.id for field in template.fields}
    for item in stated:
        if item.field not in known:
            continue
        if not _placed(item, lengths):
            yield _finding(item, Sentence.NO_PLACE)
        if not _holds(fields.get(item.field), item.text):
            yield _finding(item, Sentence.NOT_IN_FIELD)


def _finding(item: Stated, sentence: Sentence) -> Finding:
    return Finding(
        item.field, item.path, item.text, Kind.UNSUPPORTED, Severity.BLOCK, sentence.fill()
    )


def _placed(item: Stated, lengths: Mapping[int, int]) -> bool:
    places = item.evidence if isinstance(item.evidence, list) else []
    if not places:
        return item.origin not in _NEED_A_PLACE
    return all(_exists(place, lengths) for place in places)


def _exists(place: object, lengths: Mapping[int, int]) -> bool:
    if not isinstance(place, Mapping):
        return False
    segment, start, end = (_whole(place.get(key)) for key in ("segment", "start", "end"))
    if segment is None or start is None or end is None:
        return False
    return segment in lengths and 0 <= start < end <= lengths[segment]


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _holds(value: object, text: str) -> bool:
    """Whether a field's value says ``text``, spacing aside; numbers as they are written."""
    if isinstance(value, Mapping):
        return any(_holds(part, text) for part in value.values())
    if isinstance(value, list | tuple):
        return any(_holds(part, text) for part in value)
    if isinstance(value, str):
        return _bare(text) in _bare(value) or (_bare(value) in _bare(text) and bool(value))
    # The statement of a number may quote the words it was said in.
    return value is not None


def _bare(text: str) -> str:
    return " ".join(text.split())
