"""What of the dictation no statement has taken up yet: room for a paraphrase, or none.

A statement may say with words of its own what its clause says with others. Then some words of
that clause stand in no statement at all. Where every word of the clause is taken up already, a
new word of the statement says something new (domain.md §3 R01).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet


@dataclass(frozen=True, slots=True)
class Residue:
    """The words of weight of the dictation that no statement has, by the clause they stand in."""

    left: Mapping[int, tuple[Term, ...]]

    @classmethod
    def of(cls, located: Iterable[Checked], source: Source) -> Residue:
        """The residue of all statements of a draft."""
        taken: defaultdict[int, set[str]] = defaultdict(set)
        for checked in located:
            for piece, place in zip(checked.pieces, checked.places, strict=True):
                own = {key for term in piece.terms for key in term.keys}
                for position in _with_neighbours(place.clauses, source):
                    taken[position] |= own
        found = {p: _left(source, p, frozenset(keys)) for p, keys in taken.items()}
        return cls(found)

    def room(self, checked: Checked, source: Source) -> int:
        """How many words of a statement's evidence are left for words of its own."""
        places = {p for place in checked.places for p in _with_neighbours(place.clauses, source)}
        return sum(len(self.left.get(position, ())) for position in places)


def _left(source: Source, position: int, taken: Keys) -> tuple[Term, ...]:
    terms = source.pieces[position].terms
    return tuple(t for t in terms if t.weight >= 1.0 and not t.name and not meet(t.keys, taken))


def _with_neighbours(clauses: Iterable[int], source: Source) -> set[int]:
    """Clauses and those right beside them in their sentence."""
    found: set[int] = set()
    for position in clauses:
        sentence = source.pieces[position].clause.sentence
        for near in (position - 1, position, position + 1):
            if 0 <= near < len(source.pieces):
                if source.pieces[near].clause.sentence == sentence:
                    found.add(near)
    return found
