"""Which parts of the dictation a part of a statement is compared with, no for no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.source import Source
from dokuhelfer.draft.check.terms import Keys, meet


def about_same(chunk: Chunk, positions: Sequence[int], source: Source) -> list[Chunk]:
    """The parts of the dictation at and beside ``positions`` that share a word with a part."""
    pieces = source.at(beside(positions, source))
    own = _keys(chunk, weighty=True) or _keys(chunk, weighty=False)
    return [part for piece in pieces for part in piece.chunks if meet(own, part.keys)]


def most_alike(chunk: Chunk, positions: Sequence[int], source: Source) -> list[Chunk]:
    """Those of them that share the most words with it."""
    parts = about_same(chunk, positions, source)
    shared = [sum(meet(term.keys, part.keys) for term in chunk.terms) for part in parts]
    return [part for part, count in zip(parts, shared, strict=True) if count == max(shared)]


def _keys(chunk: Chunk, *, weighty: bool) -> Keys:
    return frozenset(k for t in chunk.terms if t.weight >= weighty for k in t.keys)


def beside(positions: Iterable[int], source: Source) -> tuple[int, ...]:
    """Clauses and those right beside them in their sentence."""
    found: dict[int, None] = {}
    for position in positions:
        number = source.pieces[position].clause.sentence
        for near in (position, position - 1, position + 1):
            inside = 0 <= near < len(source.pieces)
            if inside and source.pieces[near].clause.sentence == number:
                found[near] = None
    return tuple(found)
