"""Drafting again: another wording is offered, another template or person keeps what hands did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, DraftField, FieldStatus, Head, Origin, Statement
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.layout import Place, is_selected
from dokuhelfer.review.parts import with_field, with_unplaced
from dokuhelfer.review.renewing import credited
from dokuhelfer.review.state import Mark, State
from dokuhelfer.transcript.model import Transcript

Redraft = Callable[[Transcript, Template, Context], Draft]
"""Makes a checked draft; the caller chooses the engine and the process."""


def offered(state: State, make: Redraft, field: str | None) -> State:
    """With what came out differently on offer; fields still empty are filled.

    Args:
        field: the one to be drafted again; None for all that no hand has changed.

    Raises:
        Refused: `UNKNOWN_FIELD`; `NOTHING_OFFERED` where nothing came out differently.
    """
    if field is not None and field not in state.draft.fields:
        raise Refused(Refusal.UNKNOWN_FIELD, field)
    fresh = make(state.draft.transcript, state.template, state.context)
    wanted = (field,) if field is not None else tuple(_untouched(state))
    draft, offers = state.draft, dict(state.offers)
    for id in wanted:
        new, old = fresh.fields.get(id, DraftField()), state.draft.fields[id]
        if new.value is None or new.value == old.value or is_selected(old):
            offers.pop(id, None)
        elif old.value is None:
            draft = with_field(draft, id, _open(new))
        else:
            offers[id] = _open(new)
    if draft == state.draft and offers == state.offers:
        raise Refused(Refusal.NOTHING_OFFERED, field)
    sources = {**state.sources, **fresh.meta.models}
    return replace(state, draft=draft, offers=offers, sources=sources)


def taken(state: State, place: Place) -> State:
    """With the offers for a stop's fields in place of what stood there."""
    draft = state.draft
    for id in place.fields:
        if id in state.offers:
            draft = with_field(draft, id, state.offers[id])
    draft = credited(draft, state.sources)
    return declined(replace(state, draft=draft), place)


def declined(state: State, place: Place) -> State:
    """Without the offers for a stop's fields."""
    left = {id: offer for id, offer in state.offers.items() if id not in place.fields}
    return replace(state, offers=left)


def reopened(state: State, place: Place) -> State:
    """With a stop undecided; a struck field comes back and has to be read again."""
    draft = state.draft
    for id in place.fields:
        if draft.fields[id].status is FieldStatus.REJECTED:
            draft = with_field(draft, id, _open(draft.fields[id]))
    mark = state.marks[place.id]
    marks = {**state.marks, place.id: Mark(mark.print)}
    return replace(state, draft=draft, marks=marks)


def changed(
    state: State, make: Redraft, template: Template | None, context: Context | None
) -> State:
    """Drafted again for another template or context; nothing a hand did is lost.

    A field changed by hand stays as it is where the new template has one of that id and
    type; else its statements by hand go to the template's default field or the unplaced ones.
    """
    new_template, new_context = template or state.template, context or state.context
    fresh = make(state.draft.transcript, new_template, new_context)
    draft = replace(fresh, head=_head(state.draft.head, fresh.head))
    for id in sorted(state.touched):
        old = state.draft.fields[id]
        if _fits(id, state.template, new_template):
            draft = with_field(draft, id, _open(old))
        else:
            draft = _kept(draft, new_template, tuple(_by_hand(old)))
    unplaced = state.draft.fields.get(UNPLACED, DraftField())
    draft = with_unplaced(draft, tuple(_by_hand(unplaced)))
    return State(
        draft, new_template, new_context, touched=state.touched & draft.fields.keys(),
        fates=state.fates,
    )  # fmt: skip


def _untouched(state: State) -> Iterator[str]:
    return (id for id in state.draft.fields if id not in state.touched and id != UNPLACED)


def _open(field: DraftField) -> DraftField:
    return replace(field, status=FieldStatus.OPEN)


def _head(old: Head, new: Head) -> Head:
    """A day a person chose stays chosen."""
    chosen = bool(old.date_choices) and old.date is not None
    if chosen and new.date is None and old.date_choices == new.date_choices:
        return replace(new, date=old.date)
    return new


def _fits(id: str, old: Template, new: Template) -> bool:
    if id not in new.field_ids:
        return False
    one, other = old.field(id), new.field(id)
    return one.type is other.type and [m.id for m in one.members] == [m.id for m in other.members]


def _by_hand(field: DraftField) -> Iterator[Statement]:
    for one in field.statements:
        if one.origin is Origin.HUMAN and field.status is not FieldStatus.REJECTED:
            yield replace(one, path="", findings=())


def _kept(draft: Draft, template: Template, statements: tuple[Statement, ...]) -> Draft:
    """The draft with statements by hand in the default field, else among the unplaced ones."""
    if not statements:
        return draft
    id = template.default_field
    if not id:
        return with_unplaced(draft, statements)
    field = draft.fields[id]
    both = (*field.statements, *statements)
    if template.field(id).type is FieldType.TEXT:
        return with_field(draft, id, DraftField(" ".join(one.text for one in both), both))
    return with_field(draft, id, DraftField(tuple(one.text for one in both), both))
