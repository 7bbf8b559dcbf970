"""Where the stops of a draft are: reading order, what stands in each, what was in it when seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Origin,
)
from dokuhelfer.draft.template.model import Field, StopGroup, Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.parts import Address, placed_statements, value_of
from dokuhelfer.review.stops import StopId, StopKind

Print = tuple[object, ...]
"""All that a reader saw at a stop; equal prints are the same wording."""

DATE = StopId(StopKind.DATE)
LEFT_OVER = StopId(StopKind.LEFT_OVER, UNPLACED)


@dataclass(frozen=True, slots=True)
class Place:
    """A stop before it is painted: its parts by pointer, in reading order."""

    id: StopId
    label: str
    paths: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Ids of the fields it shows, each once."""
        return tuple(dict.fromkeys(Address.of(path).field for path in self.paths))


def places(draft: Draft, template: Template) -> tuple[Place, ...]:
    """The stops of a draft in the order of the template."""
    return tuple(_places(draft, template))


def _places(draft: Draft, template: Template) -> Iterator[Place]:
    if draft.head.date is None and draft.head.date_choices:
        yield Place(DATE, "Datum")
    grouped = {id: group for group in template.stops for id in group.fields}
    done: set[str] = set()
    for field in template.fields:
        content = draft.fields.get(field.id, DraftField())
        if field.id == UNPLACED or field.id in done or is_selected(content):
            continue
        if content.value is None:
            if field.required:
                yield Place(StopId(StopKind.MISSING, field.id), field.label, (f"/{field.id}",))
        elif field.id in grouped:
            place = _together(grouped[field.id], draft)
            done.update(place.fields)
            yield place
        else:
            yield from _of_field(field, content)
    if has_left_over(draft):
        yield Place(LEFT_OVER, "Passt in kein Feld / ohne Text", tuple(_rows_of(draft)))


def _together(group: StopGroup, draft: Draft) -> Place:
    filled = tuple(
        f"/{id}"
        for id in group.fields
        if (content := draft.fields.get(id)) is not None
        and content.value is not None
        and not is_selected(content)
    )
    return Place(StopId(StopKind.GROUP, group.fields[0]), group.label, filled)


def _of_field(field: Field, content: DraftField) -> Iterator[Place]:
    if not isinstance(content.value, tuple):
        yield Place(StopId(StopKind.FIELD, field.id), field.label, (f"/{field.id}",))
        return
    for number, row in enumerate(content.value):
        path = f"/{field.id}/{number}"
        members = tuple(
            f"{path}/{member.id}"
            for member in field.members
            if isinstance(row, Mapping) and row.get(member.id) is not None
        )
        yield Place(StopId(StopKind.ROW, field.id, number), field.label, members or (path,))


def _rows_of(draft: Draft) -> Iterator[str]:
    value = draft.fields.get(UNPLACED, DraftField()).value
    for number in range(len(value) if isinstance(value, tuple) else 0):
        yield f"/{UNPLACED}/{number}"


def has_left_over(draft: Draft) -> bool:
    """Whether something said stands in no field, or sound became no text."""
    unplaced = draft.fields.get(UNPLACED, DraftField()).value
    return bool(unplaced or draft.uncovered or draft.transcript.skipped)


def is_selected(content: DraftField) -> bool:
    """Whether a field was chosen beforehand: it is no stop."""
    return bool(content.statements) and all(
        one.origin is Origin.SELECTED for one in content.statements
    )


def findings_at(place: Place, draft: Draft) -> tuple[Finding, ...]:
    """The findings about a stop's parts, those of struck fields left out, each once."""
    if place.id.kind is StopKind.ROW:
        row = f"/{place.id.field}/{place.id.row}"
        found = [f for f in draft.findings if f.path == row or f.path.startswith(f"{row}/")]
    else:
        found = [f for f in draft.findings if f.field in place.fields]
    struck = {id for id in place.fields if draft.fields[id].status is FieldStatus.REJECTED}
    return tuple(dict.fromkeys(f for f in found if f.field not in struck))


def fingerprint(place: Place, draft: Draft) -> Print:
    """All a reader sees of a stop but its row number."""
    return (
        place.id.kind.value,
        place.id.field,
        tuple(_part_print(path, draft) for path in place.paths),
        tuple(
            (f.kind.value, f.severity.value, f.text, f.detail) for f in findings_at(place, draft)
        ),
        _left_over_print(draft) if place.id == LEFT_OVER else (),
    )


def _part_print(path: str, draft: Draft) -> Print:
    address = Address.of(path)
    content = draft.fields[address.field]
    statements = tuple(
        (one.text, one.evidence, one.origin.value, tuple(kind.value for kind in one.vouched))
        for at, one in placed_statements(address.field, content)
        if at == path
    )
    struck = content.status is FieldStatus.REJECTED
    return (address.field, address.member, value_of(draft, path), statements, struck)


def _left_over_print(draft: Draft) -> Print:
    skipped = tuple((one.start, one.end, one.reason.value) for one in draft.transcript.skipped)
    return (tuple((one.span, one.text) for one in draft.uncovered), skipped)
