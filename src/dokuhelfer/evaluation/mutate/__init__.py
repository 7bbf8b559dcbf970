"""Correct drafts made wrong one fact at a time, to measure the check itself.

Every draft made here differs from a correct one in one fact and is certainly wrong. What is
chosen depends on the case's id alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from dokuhelfer.draft.normalise.model import Normalised
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.evaluation.gold import Fields
from dokuhelfer.evaluation.mutate.dropped import dropped
from dokuhelfer.evaluation.mutate.model import (
    Change,
    Fault,
    Mutation,
    Place,
    leaves,
    member_of,
    pointer,
    replaced,
    seed,
)
from dokuhelfer.evaluation.mutate.plans import planned
from dokuhelfer.evaluation.mutate.sense import (
    negation_added,
    negation_dropped,
    qualifiers,
    quotes,
    sides,
)
from dokuhelfer.evaluation.mutate.typed import typed
from dokuhelfer.evaluation.mutate.values import dates, numbers, times, units
from dokuhelfer.evaluation.mutate.withdrawn import corrections, withdrawn
from dokuhelfer.evaluation.mutate.words import drugs, foreign, invented, names

__all__ = ["Fault", "Mutation", "mutations"]

_TEXT: tuple[Callable[[str, Place], Iterator[Change]], ...] = (
    numbers,
    times,
    dates,
    units,
    sides,
    negation_dropped,
    negation_added,
    drugs,
    names,
    invented,
    planned,
    qualifiers,
    quotes,
    foreign,
)
_NAMED = frozenset({"person", "zimmer"})
"""Members that name somebody or something: no sentences, so only names and numbers change."""


def mutations(
    case: str, gold: Fields, template: Template, said: Normalised, spoken: str, per_fault: int
) -> tuple[Mutation, ...]:
    """The wrong drafts of one gold case, at most ``per_fault`` of each kind.

    Args:
        case: its id; seeds every choice.
        said: the dictation normalised: what was taken back in it.
        spoken: the dictation, case-folded.
    """
    made = [*_changed(case, gold, template, said, spoken), *dropped(gold, template)]
    by_fault: defaultdict[Fault, list[Mutation]] = defaultdict(list)
    for mutation in sorted(made, key=lambda m: seed(case, m.path, m.before, m.after)):
        by_fault[mutation.fault].append(mutation)
    return tuple(m for fault in Fault for m in by_fault[fault][:per_fault])


def _changed(
    case: str, gold: Fields, template: Template, said: Normalised, spoken: str
) -> Iterator[Mutation]:
    known = corrections(said)
    for path, value in leaves(gold):
        member = member_of(template, path)
        if member is None:
            continue
        place = Place(path, member.id, spoken, case)
        for change in (*_changes(member, value, place), *withdrawn(value, known)):
            if str(change.after) != str(value):
                fields = replaced(gold, path, change.after)
                yield Mutation(
                    change.fault,
                    str(path[0]),
                    pointer(path),
                    str(value),
                    str(change.after),
                    fields,
                )


def _changes(member: Field, value: str | int | float, place: Place) -> Iterator[Change]:
    if not isinstance(value, str) or member.type not in (FieldType.TEXT, FieldType.LIST):
        yield from typed(member, value, place)
    elif member.id in _NAMED:
        yield from names(value, place)
        yield from numbers(value, place)
    else:
        for generator in _TEXT:
            yield from generator(value, place)
