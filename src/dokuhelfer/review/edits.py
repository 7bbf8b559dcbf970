"""Changing the wording of a part: typed by hand, as dictated, spoken into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.model import Draft, Origin, Scalar, Span, Statement
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.parts import (
    Address,
    field_of,
    statements_of,
    value_of,
    with_part,
    with_row,
)
from dokuhelfer.review.typed import parse

_PROSE = frozenset({FieldType.TEXT, FieldType.LIST})
_DEPTH = {FieldType.LIST: 1, FieldType.GROUP: 2}
"""How many steps below its field a part of it lies."""


def retyped(
    draft: Draft, template: Template, path: str, text: str, today: date | None = None
) -> Draft:
    """The draft with what a person typed in that part; blank text empties it.

    Statements that stay word for word keep their origin and evidence. The path of a list's
    next item makes one.

    Raises:
        Refused: `NOT_HERE` where there is no such part, `NO_VALUE` for what is no value.
    """
    field = known_field(template, path)
    draft = with_item_at(draft, template, path, text)
    old = statements_of(draft, path)
    if not text.strip():
        return with_part(draft, template, path, None, ())
    if field.type not in _PROSE:
        return with_value(draft, template, path, _parsed(text, field, today), old)
    if field.type is FieldType.LIST:
        one = _by_hand(" ".join(text.split()), old)
        return with_part(draft, template, path, one.text, (one,))
    made = rewritten(old, text)
    return with_part(draft, template, path, " ".join(one.text for one in made), made)


def with_value(
    draft: Draft, template: Template, path: str, value: Scalar, old: Sequence[Statement]
) -> Draft:
    """The draft with a typed value put in by a person."""
    made = _by_hand(str(value), old)
    return with_part(draft, template, path, value, (made,))


def known_field(template: Template, path: str) -> Field:
    """The field or member a path names.

    Raises:
        Refused: `NOT_HERE` where the template has none, or it is a group as a whole.
    """
    try:
        address = Address.of(path)
        outer, field = template.field(address.field), field_of(template, path)
    except (KeyError, ValueError):
        raise Refused(Refusal.NOT_HERE) from None
    depth = (address.row is not None) + (address.member is not None)
    if depth != _DEPTH.get(outer.type, 0):
        raise Refused(Refusal.NOT_HERE, outer.id)
    return field


def with_statement(
    draft: Draft, template: Template, path: str, old: Statement, new: Statement | None
) -> Draft:
    """The draft with one statement of a text part replaced, or taken out."""
    kept: list[Statement] = []
    for one in statements_of(draft, path):
        if one != old:
            kept.append(one)
        elif new is not None:
            kept.append(new)
    text = " ".join(one.text for one in kept)
    return with_part(draft, template, path, text or None, kept)


def appended(draft: Draft, template: Template, path: str, made: Sequence[Statement]) -> Draft:
    """The draft with statements behind those of a text part."""
    both = (*statements_of(draft, path), *made)
    value = value_of(draft, path)
    if value and not statements_of(draft, path):
        both = (Statement(str(value), (), Origin.HUMAN), *made)
    return with_part(draft, template, path, " ".join(one.text for one in both), both)


def rewritten(old: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The statements of a text that was typed over: what is the same stays what it was."""
    before = [replace(one, text=part) for one in old for part in _sentences(one.text)]
    after = list(_sentences(text))
    matcher = SequenceMatcher(None, [one.text for one in before], after, autojunk=False)
    made: list[Statement] = []
    for same, start, end, first, last in matcher.get_opcodes():
        if same == "equal":
            made += before[start:end]
        else:
            made += [_by_hand(part, before[start:end]) for part in after[first:last]]
    return tuple(made)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a line break stays within its statement."""
    pending = ""
    for part in sentences(text.replace("\r\n", "\n").strip()):
        whole = pending + part
        if part.endswith("\n"):
            pending = whole
            continue
        pending = ""
        if whole.strip():
            yield whole.strip()
    if pending.strip():
        yield pending.strip()


def _by_hand(text: str, old: Sequence[Statement]) -> Statement:
    spans: tuple[Span, ...] = tuple(dict.fromkeys(span for one in old for span in one.evidence))
    return Statement(text, spans, Origin.HUMAN)


def _parsed(text: str, field: Field, today: date | None) -> Scalar:
    value = parse(text, field, today)
    if value is None:
        raise Refused(Refusal.NO_VALUE, field.id)
    return value


def with_item_at(draft: Draft, template: Template, path: str, text: str) -> Draft:
    """The draft with a new item or entry where the path names the one behind the last.

    Raises:
        Refused: `NOT_HERE` where the path names one further behind.
    """
    address = Address.of(path)
    if address.row is None:
        return draft
    value = draft.fields[address.field].value
    rows = len(value) if isinstance(value, tuple) else 0
    if address.row == rows and text.strip():
        filler = {"": text} if address.member is None else {}
        return with_row(draft, template, address.field, filler)[0]
    if address.row >= rows or address.row < 0:
        raise Refused(Refusal.NOT_HERE, address.field)
    return draft
