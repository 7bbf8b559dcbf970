"""A sheet drafted once more by another engine: what of it may take the place of what stands.

Fields between which words move belong together: they are replaced all or none, so that nothing
is said twice and nothing gets lost on its way. What a person has decided, typed or struck stays;
so does what somebody has before the eyes. Where the same places are said otherwise there, that
is offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dokuhelfer.draft.model import Draft, DraftField, FieldStatus, Origin, Span
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.state import State

_MODEL, _RULES = "llm", "rules"
"""Names of the engines, as `Structurer` says; the engines themselves are not loaded for it."""
_PERSONS = frozenset({Origin.HUMAN, Origin.SELECTED})


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of it; ids of fields.

    Attributes:
        replaced: they stand anew and are to be read again.
        offered: another wording of the same places is on offer.
        waiting: they would change if what is spared were not.
    """

    replaced: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()


def renewed(state: State, fresh: Draft, spared: Collection[str]) -> tuple[State, Renewed]:
    """With what ``fresh`` says otherwise, as far as it may stand.

    Args:
        fresh: of the same transcript, template and context.
        spared: fields nobody has decided on that are to stay for now.

    Raises:
        Refused: `NOTHING_OFFERED` where there is nothing to replace, offer or wait for.
    """
    kept, old = decided_fields(state), state.draft.fields
    replaced: set[str] = set()
    offers = dict(state.offers)
    waiting: set[str] = set()
    for group in _changes(old, fresh.fields):
        if not group & kept and not group.intersection(spared):
            replaced |= group
        elif not group & kept:
            offer = _offer(state, fresh, group)
            offers.update(offer)
            waiting |= group - offer.keys()
    result = Renewed(
        frozenset(replaced),
        frozenset(id for id in offers if offers[id] != state.offers.get(id)),
        frozenset(waiting),
    )
    if result == Renewed():
        raise Refused(Refusal.NOTHING_OFFERED)
    left = {id: offer for id, offer in offers.items() if id not in replaced}
    anew = {id: _open(_field(fresh.fields, id)) for id in replaced}
    draft, models = state.draft, fresh.meta.models
    if replaced:
        draft = credited(replace(draft, fields={**old, **anew}), models)
    return replace(state, draft=draft, offers=left, sources={**state.sources, **models}), result


def credited(draft: Draft, models: Mapping[str, str | None]) -> Draft:
    """The draft with these models named; the model's draft as long as words of one stand in it."""
    notes = (one for field in draft.fields.values() for one in field.statements)
    if any(one.origin is Origin.LLM for one in notes):
        engine = _MODEL
    else:
        engine = _RULES if draft.engine == _MODEL else draft.engine
    meta = replace(draft.meta, models={**draft.meta.models, **models})
    return replace(draft, engine=engine, meta=meta)


def decided_fields(state: State) -> frozenset[str]:
    """The fields in which a person has decided, typed, chosen or struck anything."""
    decided = {id for place in state.places() if state.is_decided(place.id) for id in place.fields}
    marked = {id for id, field in state.draft.fields.items() if _is_persons(field)}
    return state.touched | decided | marked | {UNPLACED}


def _is_persons(field: DraftField) -> bool:
    return field.status is FieldStatus.REJECTED or any(
        one.origin in _PERSONS or one.vouched for one in field.statements
    )


def _offer(state: State, fresh: Draft, group: Collection[str]) -> dict[str, DraftField]:
    """What is offered at a stop; nothing where words would go elsewhere or be left out."""
    fields = state.draft.fields
    if len(group) > 1:
        return {}
    return {
        id: _open(fresh.fields[id])
        for id in group
        if fields[id].value is not None
        and _field(fresh.fields, id).value
        and not list(_without(_spans(fields[id]), fresh.fields[id]))
    }


# --- what belongs together -------------------------------------------------------------------


def _changes(
    old: Mapping[str, DraftField], new: Mapping[str, DraftField]
) -> Iterator[frozenset[str]]:
    """The fields that differ, those between which words move in one group."""
    groups: dict[str, set[str]] = {
        id: {id} for id in old if id != UNPLACED and not _is_same(old[id], _field(new, id))
    }
    for one, other in _moves(old, new):
        joined = groups.get(one, {one}) | groups.get(other, {other})
        for id in joined:
            groups[id] = joined
    yield from dict.fromkeys(frozenset(group) for group in groups.values())


def _is_same(old: DraftField, new: DraftField) -> bool:
    return old.value == new.value and _spans(old) == _spans(new)


def _moves(
    old: Mapping[str, DraftField], new: Mapping[str, DraftField]
) -> Iterator[tuple[str, str]]:
    """Pairs of fields, from the one that gives up words to the one that gets them."""
    ids = [id for id in old if id != UNPLACED]
    gone = _Places((span, id) for id in ids for span in _without(_spans(old[id]), _field(new, id)))
    for id in ids:
        for span in _without(_spans(_field(new, id)), old[id]):
            yield from ((other, id) for other in gone.at(span) if other != id)


def _without(spans: Iterable[Span], field: DraftField) -> Iterator[Span]:
    """Those of the places that the field has nothing of."""
    held = _Places((span, "") for span in _spans(field))
    return (span for span in spans if not held.at(span))


class _Places:
    """Places of the dictation and whose they are."""

    def __init__(self, places: Iterable[tuple[Span, str]]) -> None:
        self._segments: dict[int, list[tuple[Span, str]]] = {}
        for span, owner in places:
            self._segments.setdefault(span.segment, []).append((span, owner))

    def at(self, span: Span) -> list[str]:
        """Whose places overlap that one."""
        return [
            owner
            for one, owner in self._segments.get(span.segment, ())
            if one.start < span.end and span.start < one.end
        ]


def _spans(field: DraftField) -> frozenset[Span]:
    return frozenset(span for one in field.statements for span in one.evidence)


def _field(fields: Mapping[str, DraftField], id: str) -> DraftField:
    return fields.get(id, DraftField())


def _open(field: DraftField) -> DraftField:
    return replace(field, status=FieldStatus.OPEN)
