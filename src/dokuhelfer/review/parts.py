"""Parts of a draft by JSON pointer: reading one, putting another wording in its place.

A part is what holds one value: a field (``/puls``), an item of a list (``/nicht_zugeordnet/0``)
or a member of an entry (``/eintraege/0/situation``). Everything here is pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    Finding,
    Scalar,
    Statement,
)
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.draft.template.schema import UNPLACED


@dataclass(frozen=True, slots=True)
class Address:
    """A pointer taken apart: field, row of a list or group, member of an entry."""

    field: str
    row: int | None = None
    member: str | None = None

    @classmethod
    def of(cls, path: str) -> Address:
        """The address of a pointer such as ``/eintraege/0/situation``; ValueError for others."""
        id, *more = path.removeprefix("/").split("/")
        return cls(id, int(more[0]) if more else None, more[1] if len(more) > 1 else None)

    @property
    def path(self) -> str:
        """The pointer."""
        return "/" + "/".join(str(p) for p in (self.field, self.row, self.member) if p is not None)


def field_of(template: Template, path: str) -> Field:
    """The template's field or member that a part holds; KeyError where there is none."""
    address = Address.of(path)
    field = template.field(address.field)
    return field if address.member is None else field.member(address.member)


def value_of(draft: Draft, path: str) -> Scalar | None:
    """What a part holds; None for nothing."""
    address = Address.of(path)
    value = draft.fields[address.field].value
    if address.row is None or not isinstance(value, tuple):
        return None if isinstance(value, tuple) else value
    if address.row >= len(value):
        return None
    row = value[address.row]
    if isinstance(row, Mapping):
        return row.get(address.member or "")
    return row


def statements_of(draft: Draft, path: str) -> tuple[Statement, ...]:
    """The statements that make up a part."""
    id = Address.of(path).field
    return tuple(one for at, one in placed_statements(id, draft.fields[id]) if at == path)


def placed_statements(id: str, field: DraftField) -> list[tuple[str, Statement]]:
    """All statements of a field with the pointer of the part each stands in."""
    is_list = isinstance(field.value, tuple) and all(isinstance(row, str) for row in field.value)
    return [
        (statement.path or (f"/{id}/{number}" if is_list else f"/{id}"), statement)
        for number, statement in enumerate(field.statements)
    ]


def with_part(
    draft: Draft, template: Template, path: str, value: Scalar | None, made: Sequence[Statement]
) -> Draft:
    """The draft with a part's value and statements replaced; its field is open again.

    ``value`` None empties the part; a row without content goes, and so does a field's last.
    """
    address = Address.of(path)
    field = draft.fields[address.field]
    if address.row is None:
        changed = DraftField(value, tuple(made)) if value is not None else DraftField()
    elif address.member is None:
        changed = _with_item(field, address.row, value, made)
    else:
        changed = _with_member(field, template.field(address.field), address, value, made)
    return with_field(draft, address.field, changed)


def with_field(draft: Draft, id: str, field: DraftField) -> Draft:
    """The draft with one field replaced."""
    return replace(draft, fields={**draft.fields, id: field})


def with_unplaced(draft: Draft, statements: Sequence[Statement]) -> Draft:
    """The draft with these among the ones that fit no field."""
    field = draft.fields.get(UNPLACED, DraftField())
    rows = field.value if isinstance(field.value, tuple) else ()
    texts = tuple(one.text for one in statements)
    more = DraftField((*rows, *texts), (*field.statements, *statements))
    return with_field(draft, UNPLACED, more) if statements else draft


def without_row(draft: Draft, id: str, row: int) -> Draft:
    """The draft without one entry of a group or list; later ones move up."""
    field = draft.fields[id]
    if not isinstance(field.value, tuple):
        return draft
    kept = (*field.value[:row], *field.value[row + 1 :])
    statements = [
        replace(one, path=_moved(one.path, row)) if one.path else one
        for at, one in placed_statements(id, field)
        if Address.of(at).row != row
    ]
    changed = DraftField(kept, tuple(statements)) if kept else DraftField()
    return with_field(draft, id, changed)


def with_row(
    draft: Draft, template: Template, id: str, values: Mapping[str, Scalar]
) -> tuple[Draft, int]:
    """The draft with an entry added to a group or list, without statements; and its row.

    ``values`` of a list has the one key "".
    """
    field = draft.fields[id]
    rows = field.value if isinstance(field.value, tuple) else ()
    declared = template.field(id)
    entry: object = (
        {member.id: values.get(member.id) for member in declared.members}
        if declared.type is FieldType.GROUP
        else str(values[""])
    )
    changed = DraftField((*rows, entry), field.statements)
    return with_field(draft, id, changed), len(rows)


def _with_item(
    field: DraftField, row: int, value: Scalar | None, made: Sequence[Statement]
) -> DraftField:
    """An item of a list is one statement."""
    items = [str(item) for item in field.value] if isinstance(field.value, tuple) else []
    notes = list(field.statements)
    if value is None:
        del items[row]
        del notes[row]
    else:
        items[row] = str(value)
        notes[row : row + 1] = made[:1]
    return DraftField(tuple(items), tuple(notes)) if items else DraftField()


def _with_member(
    field: DraftField,
    declared: Field,
    address: Address,
    value: Scalar | None,
    made: Sequence[Statement],
) -> DraftField:
    rows = [dict(row) for row in _rows(field)]
    row = address.row or 0
    rows[row][address.member or ""] = value
    path = address.path
    others = [one for one in field.statements if one.path != path]
    before = next((n for n, one in enumerate(field.statements) if one.path == path), len(others))
    placed = [replace(one, path=path) for one in made]
    notes = [*others[:before], *placed, *others[before:]]
    if all(content is None for content in rows[row].values()):
        del rows[row]
        notes = [
            replace(one, path=_moved(one.path, row))
            for one in notes
            if Address.of(one.path).row != row
        ]
    if not rows:
        return DraftField()
    ordered = tuple({m.id: entry.get(m.id) for m in declared.members} for entry in rows)
    return DraftField(ordered, tuple(notes))


def _rows(field: DraftField) -> list[Mapping[str, Scalar | None]]:
    rows = field.value if isinstance(field.value, tuple) else ()
    return [row for row in rows if isinstance(row, Mapping)]


def _moved(path: str, gone: int) -> str:
    """A pointer once the row before it is gone."""
    address = Address.of(path)
    if address.row is None or address.row < gone:
        return path
    return replace(address, row=address.row - 1).path


def concerns(finding: Finding, statement: Statement, *, alone: bool) -> bool:
    """Whether a finding about a part is about this statement of it.

    ``alone``: no other statement stands there; a typed value may be written otherwise.
    """
    return alone or finding.text in statement.text or statement.text in finding.text


def is_answered(finding: Finding, draft: Draft) -> bool:
    """Whether a person answers for every statement the finding is about."""
    about = disputed(finding, draft)
    return bool(about) and all(finding.kind in one.vouched for one in about)


def disputed(finding: Finding, draft: Draft) -> tuple[Statement, ...]:
    """The statements a finding is about."""
    if finding.field not in draft.fields:
        return ()
    here = statements_of(draft, finding.path)
    return tuple(one for one in here if concerns(finding, one, alone=len(here) == 1))
