"""In a handover: a statement in one person's entry that belongs to another."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.model import Finding, Kind

_FOREIGN = 0.6
"""Support in another person's clauses from which a statement is taken as theirs."""
_MARGIN = 0.25
"""By how much that must beat the support in the own person's clauses."""


def check_owner(checked: Checked, source: Source) -> Iterator[Finding]:
    """A fact under the wrong person; the finding sits where the foreign fact stands."""
    entry = checked.item.entry
    if entry is None or entry >= len(source.owners.clauses):
        return
    weight = sum(place.weight for place in checked.places)
    if weight < 1.0:
        return
    own = sum(place.weight * place.support for place in checked.places) / weight
    for other, clauses in enumerate(source.owners.clauses):
        if other == entry:
            continue
        only = clauses - source.owners.clauses[entry]
        support = 0.0
        for piece in checked.pieces:
            place = source.index.find(piece, only.__contains__)
            support += place.weight * place.support
        if support / weight >= max(_FOREIGN, own + _MARGIN):
            yield checked.item.finding(
                Kind.PERSON, Sentence.OTHER_PERSON, said=source.owners.labels[other]
            )
            return
