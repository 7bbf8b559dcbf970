"""Negation of a statement against that of its evidence (domain.md §3 R02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.pieces import Chunk, Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import meet, widened
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Finding, Kind


def check_negation(checked: Checked, source: Source) -> Iterator[Finding]:
    """A negation of the dictation must stand in the statement, and none may come to it."""
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        weighty = any(term.weight >= 1.0 for term in piece.terms)
        around = source.around(place.clauses, 0) if weighty else checked.near
        window = tuple(source.at(around)) or source.pieces
        best = tuple(source.at(place.clauses))
        for chunk in piece.chunks:
            yield from _added_negation(checked, chunk, window)
            yield from _lost_negation(checked, chunk, best, window)


def _added_negation(checked: Checked, chunk: Chunk, window: Sequence[Piece]) -> Iterator[Finding]:
    """The statement says no where the dictation does not."""
    if not chunk.negation or chunk.negation in _DENIALS:
        return
    negatives = [other for piece in window for other in piece.chunks if other.negative]
    if negatives and not any(term.weight >= 1.0 for term in chunk.terms):
        return
    if not any(meet(other.keys, chunk.keys) or not other.keys for other in negatives):
        yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=chunk.negation)


_DENIALS = frozenset({"verneint", "verneinte"})
"""Verbs that deny; they are words to be supported like any other."""


def _lost_negation(
    checked: Checked, chunk: Chunk, best: Sequence[Piece], window: Sequence[Piece]
) -> Iterator[Finding]:
    """The dictation says no about something that the statement affirms."""
    if chunk.negative:
        return
    said = [o for p in best if not p.of_kind(FactKind.QUOTE) for o in p.chunks]
    if not chunk.keys:
        yield from _lost_without_content(checked, chunk, window)
        return
    affirmed = widened(frozenset(k for o in said if not o.negative for k in o.keys))
    own = [term for term in chunk.terms if term.weight >= 1.0] or list(chunk.terms)
    for other in said:
        if not other.negation:
            continue
        shared = [term for term in own if meet(term.keys, other.keys)]
        elsewhere = [term for term in own if term not in shared and meet(term.keys, affirmed)]
        denied = [term for term in shared if not meet(term.keys, affirmed)]
        predicate = any(not term.noun for term in denied)
        if denied and (predicate or len(elsewhere) < len(shared)):
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=other.negation)
            return


def _lost_without_content(
    checked: Checked, chunk: Chunk, window: Sequence[Piece]
) -> Iterator[Finding]:
    """„sie war nicht bei ihm“: no word to search by, but the same little words."""
    for piece in window:
        for other in piece.chunks:
            if not other.negation or other.keys or len(chunk.words) < 2:
                continue
            if len(set(chunk.words) & set(other.words)) * 2 > len(chunk.words):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=other.negation)
                return
