"""What can be drafted again at a place of the sheet, and what of it may change there.

Used in the lane only, by `read_work`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dokuhelfer.draft.model import Draft
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.renewing import Renewed, decided_fields
from dokuhelfer.ui.orders import Order, Source

if TYPE_CHECKING:
    from dokuhelfer.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Redoable:
    """What can be drafted again.

    Attributes:
        fields: ids and names of the running texts at the cursor that nobody has decided on.
    """

    source: Source
    draft: Draft
    fields: tuple[tuple[str, str], ...]


def source_of(session: ReviewSession) -> Source | None:
    """What a draft is made from; None where nothing was said."""
    transcript = session.draft.transcript
    if not transcript.has_words:
        return None
    return Source(transcript, session.template, session.state.context)


def redoable(session: ReviewSession, cursor: int) -> Redoable | None:
    """What can be drafted again with the cursor there."""
    source = source_of(session)
    if source is None:
        return None
    draft = session.draft
    open_here = _at(session, cursor) - decided_fields(session.state)
    fields = tuple(
        (one.id, one.label)
        for one in session.template.fields
        if one.id in open_here and one.prose and draft.fields[one.id].value is not None
    )
    return Redoable(source, draft, fields)


def renew(
    session: ReviewSession, cursor: int, order: Order, made: Draft, *, at_all: bool
) -> Renewed:
    """Let a draft replace what nobody has decided or reads just now; where somebody does it is
    offered. A draft nobody asked for is offered everywhere.

    Args:
        at_all: somebody said that it is to be taken, under the eyes too.

    Raises:
        Refused: `NOTHING_OFFERED`, `CHANGED_MEANWHILE`.
    """
    if order.source != source_of(session):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    if order.field:
        return _renew_field(session, order, made)
    spared: Collection[str] = ()
    if not at_all:
        spared = _read_now(session, cursor) if order.asked else session.template.field_ids
    return session.renew(made, spared)


def _renew_field(session: ReviewSession, order: Order, made: Draft) -> Renewed:
    """Of one field; it is offered, as somebody reads there."""
    now, id = session.draft, order.field
    if order.draft is None or _words(order.draft, id) != _words(now, id):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    return session.renew(replace(made, fields={**now.fields, id: made.fields[id]}), (id,))


def _words(draft: Draft, field: str) -> tuple[object, ...]:
    """What stands there; findings and decisions aside."""
    content = draft.fields[field]
    return (content.value, *((one.text, one.evidence) for one in content.statements))


def _at(session: ReviewSession, cursor: int) -> frozenset[str]:
    """The fields of a stop."""
    if cursor >= len(session.stops):
        return frozenset()
    id = session.stops[cursor].id
    return frozenset(
        field for place in session.state.places() if place.id == id for field in place.fields
    )


def _read_now(session: ReviewSession, cursor: int) -> frozenset[str]:
    seen = cursor < len(session.stops) and session.stops[cursor].seen
    return _at(session, cursor) if seen else frozenset()
