"""What words are spoken into; which entry of a group by what it says, as its number may change.

An entry above it may be struck, brought back, or drafted anew before the words are heard.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer import jsonio
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.review.parts import Address, field_of, value_of


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words are spoken into.

    Attributes:
        path: the part of the draft; "" where nothing can be said.
        stop: the stop as `Page` calls it.
        row: mark of the entry, where it is one of several (`row_mark`).
        replaceable: something is said there already, and could be said anew.
    """

    path: str = ""
    stop: str = ""
    row: str = ""
    replaceable: bool = False


def text_member(template: Template, field: str) -> str | None:
    """The member that takes what is spoken into an entry: a text, and never whose entry it is."""
    group = template.field(field)
    texts = (one.id for one in group.members if one.type is FieldType.TEXT and one.fact is None)
    return group.default_member or next(texts, None)


def replaceable(draft: Draft, template: Template, path: str) -> bool:
    """Whether words stand in a part that may be added to, or said anew."""
    worded = field_of(template, path).type in (FieldType.TEXT, FieldType.LIST)
    return worded and bool(value_of(draft, path))


def row_mark(draft: Draft, path: str) -> str:
    """What tells the entry of a path from the others; "" for what is no entry.

    Its other members, as its own text may grow meanwhile; the text too where another entry has
    the same, or it has none.
    """
    address = Address.of(path)
    rows = _rows(draft, address)
    if address.row is None or address.row >= len(rows):
        return ""
    beside = _beside(rows[address.row], address.member)
    alone = [_beside(row, address.member) for row in rows].count(beside) == 1
    return beside if beside and alone else _whole(rows[address.row])


def found_again(draft: Draft, path: str, mark: str) -> str | None:
    """The path of the entry with that mark now; None where it is gone or two could be meant."""
    if not mark:
        return path
    address = Address.of(path)
    same = [
        number
        for number, row in enumerate(_rows(draft, address))
        if mark in (_beside(row, address.member), _whole(row))
    ]
    return replace(address, row=same[0]).path if len(same) == 1 else None


def _rows(draft: Draft, address: Address) -> Sequence[object]:
    held = draft.fields.get(address.field)
    return held.value if held is not None and isinstance(held.value, tuple) else ()


def _beside(row: object, member: str | None) -> str:
    """Mark of the other members; "" where there are none."""
    if not isinstance(row, Mapping):
        return ""
    others = {id: one for id, one in row.items() if id != member and one is not None}
    return _print("beside", others) if others else ""


def _whole(row: object) -> str:
    if isinstance(row, Mapping):
        row = {id: one for id, one in row.items() if one is not None}
    return _print("whole", row)


def _print(kind: str, told: object) -> str:
    items = sorted(told.items()) if isinstance(told, Mapping) else told
    return hashlib.sha256(jsonio.dump([kind, items])).hexdigest()
