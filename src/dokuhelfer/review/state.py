"""Where a review stands: the draft, what was seen and decided, what is on offer. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, DraftField, FieldStatus
from dokuhelfer.draft.template.model import Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.layout import Place, Print, fingerprint, is_selected, places
from dokuhelfer.review.stops import Fate, LineKey, StopId, StopKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A stop was painted whole in this wording; ``decided`` when a person said so then."""

    print: Print
    decided: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """One moment of a review. Equal states are the same to reader and document.

    Attributes:
        marks: of the stops seen in their present wording, and of no others.
        touched: fields changed by hand, which a re-draft leaves alone.
        fates: what was decided about lines of the last stop.
        offers: other contents of fields, from a re-draft.
        sources: the models behind those, as in a draft's ``meta``.
    """

    draft: Draft
    template: Template
    context: Context
    marks: Mapping[StopId, Mark] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    fates: Mapping[LineKey, Fate] = field(default_factory=dict)
    offers: Mapping[str, DraftField] = field(default_factory=dict)
    sources: Mapping[str, str | None] = field(default_factory=dict)

    def places(self) -> tuple[Place, ...]:
        """The stops in reading order."""
        return places(self.draft, self.template)

    def is_seen(self, id: StopId) -> bool:
        """Whether a stop was painted whole as it stands."""
        return id in self.marks

    def is_decided(self, id: StopId) -> bool:
        """Whether a person decided about a stop as it stands."""
        return id in self.marks and self.marks[id].decided


def settled(state: State) -> State:
    """The state with marks that no longer fit their wording dropped, and field statuses set."""
    found = state.places()
    marks = _carried(state, found)
    draft = _with_statuses(state.draft, found, marks)
    offers = {id: offer for id, offer in state.offers.items() if id in draft.fields and offer.value}
    return replace(state, draft=draft, marks=marks, offers=offers)


def with_mark(state: State, place: Place, *, decided: bool) -> State:
    """The state with a stop marked as seen, or decided, in its present wording."""
    mark = Mark(fingerprint(place, state.draft), decided)
    return settled(replace(state, marks={**state.marks, place.id: mark}))


def _carried(state: State, found: tuple[Place, ...]) -> dict[StopId, Mark]:
    """The marks whose wording still stands; rows keep theirs when they move up or down."""
    prints = {place.id: fingerprint(place, state.draft) for place in found}
    kept = {
        id: mark for id, mark in state.marks.items() if id in prints and prints[id] == mark.print
    }
    spare = [mark for id, mark in state.marks.items() if id not in kept and id.kind is StopKind.ROW]
    for id, seen in prints.items():
        if id.kind is StopKind.ROW and id not in kept:
            moved = next((mark for mark in spare if mark.print == seen), None)
            if moved is not None:
                spare.remove(moved)
                kept[id] = moved
    return {place.id: kept[place.id] for place in found if place.id in kept}


def _with_statuses(draft: Draft, found: tuple[Place, ...], marks: Mapping[StopId, Mark]) -> Draft:
    """Each field confirmed when all its stops are, or chosen beforehand; struck ones stay."""
    decided: dict[str, bool] = {}
    for place in found:
        here = place.id in marks and marks[place.id].decided
        for id in place.fields:
            decided[id] = here and decided.get(id, True)
    fields = {
        id: content
        if content.status is FieldStatus.REJECTED
        else replace(content, status=_status(content, decided.get(id, False)))
        for id, content in draft.fields.items()
    }
    return replace(draft, fields=fields)


def _status(content: DraftField, decided: bool) -> FieldStatus:
    confirmed = content.value is not None and (decided or is_selected(content))
    return FieldStatus.CONFIRMED if confirmed else FieldStatus.OPEN


def touching(state: State, draft: Draft, *fields: str) -> State:
    """The state with another draft, and fields noted as changed by hand."""
    touched = state.touched | frozenset(id for id in fields if id != UNPLACED)
    return replace(state, draft=draft, touched=touched)
