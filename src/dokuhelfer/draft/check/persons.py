"""In a handover: a statement in one person's entry that belongs to another."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.facts.model import FactKind
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


_STATE = frozenset({"hat", "hatte", "ist", "war", "klagt", "klagte"})
_POINTS_BACK = frozenset({"sie", "ihr", "ihn", "ihm", "bei", "mit", "von", "vom", "zu", "zum"})
"""„Herr Koch hat sie besucht“ is about both."""


def check_stranger(checked: Checked, source: Source) -> Iterator[Finding]:
    """„Hat Fieber“ under the main person, when the fever was another named person's."""
    main = source.owners.main
    if checked.item.entry is not None or not main or checked.item.field.id == "nicht_zugeordnet":
        return
    if checked.facts(FactKind.PERSON):
        return
    for _, place in checked.pairs():
        if place.support < _FOREIGN:
            continue
        said = source.pieces[place.clauses[0]]
        owner = _subject(said)
        if owner is not None and not (said.words & main or said.words & _POINTS_BACK):
            yield checked.item.finding(Kind.PERSON, Sentence.OTHER_PERSON, said=owner)
            return


def _subject(said: Piece) -> str | None:
    """The named person whose state a clause tells: „Herr Koch hat Fieber“."""
    tokens = said.clause.tokens
    for fact in said.of_kind(FactKind.PERSON):
        start, end = fact.tokens
        following = fold(tokens[end].text) if end < len(tokens) else ""
        first = fold(tokens[start].text) in _ADDRESS
        if start == 0 and first and following in _STATE:
            return fact.text
    return None


_ADDRESS = frozenset({"frau", "herr"})
