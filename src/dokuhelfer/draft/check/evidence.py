"""Where in the dictation a clause of the draft comes from: weighted overlap of words.

The same search run the other way round (a clause of the dictation in the draft) gives
the coverage. An index keeps both near linear in the length of the texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.terms import Term, affixes

PARTIAL = 0.8
"""Strength of a match by a part of a compound („Gläubigerliste“ – „Gläubiger“)."""
ALIKE = 0.9
"""Strength of a match by a group of synonyms: the very word is the better place."""
INFLECTED = 0.995
"""Strength of a match by another form of the word: of two places the one with the very form."""
QUANTITY_WEIGHT = 1.0
NEAR = 0.25
"""How much neighbouring clauses help to choose among equal places."""
POLARITY = 0.1
"""How much a negation on both sides helps to choose among equal places."""
DISTANCE_COST = 0.02
"""What each clause of distance costs when a statement gathers from several places."""
_FAR = 15
"""Clauses of distance beyond which a place is just far."""
_AWAY = 8
"""The same for a further place of a clause: there the very word counts more than nearness."""
_MOST_PLACES = 4

Allowed = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a clause was found.

    Attributes:
        clauses: positions of clauses, best first; empty when nothing matches.
        support: share of the clause's weight found there, 0 to 1.
        weight: the clause's whole weight.
        unmatched: words of full weight that stand nowhere in the text searched.
        verbatim: the clause was taken over word for word.
    """

    clauses: tuple[int, ...]
    support: float
    weight: float
    unmatched: tuple[Term, ...]
    verbatim: bool = False


class Index:
    """The clauses of one text, to be searched by what they hold."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._keys: defaultdict[str, set[int]] = defaultdict(set)
        self._parts: defaultdict[str, set[int]] = defaultdict(set)
        self._forms: defaultdict[str, set[int]] = defaultdict(set)
        self._tails: set[str] = set()
        self._negative = {position for position, piece in enumerate(pieces) if piece.negative}
        self.size = len(pieces)
        for position, piece in enumerate(pieces):
            for term in piece.terms:
                self._add_term(term, position)
                self._forms[term.word].add(position)
            for quantity in piece.quantities:
                for feature in quantity_features(quantity):
                    self._keys[feature].add(position)

    def _add_term(self, term: Term, position: int) -> None:
        for key in term.keys:
            self._keys[key].add(position)
        for part in affixes(term.stem):
            self._parts[part].add(position)
        head = heavy_head(term.word)
        if head is not None:
            self._tails.add(head)

    def places(self, term: Term) -> dict[int, float]:
        """Positions of the clauses that hold ``term``, in order, with the strength of the match."""
        found: dict[int, float] = {}
        head = heavy_head(term.word)
        if head is None or head in self._tails:
            for position in self._parts.get(term.stem, ()):
                found[position] = PARTIAL
            for part in affixes(term.stem):
                for position in self._keys.get(part, ()):
                    found[position] = PARTIAL
        for key in sorted(term.keys, key=_is_stem):
            strength = INFLECTED if _is_stem(key) else ALIKE
            for position in self._keys.get(key, ()):
                found[position] = strength
        for position in self._forms.get(term.word, ()):
            found[position] = 1.0
        return dict(sorted(found.items()))

    def holding(self, feature: str) -> set[int]:
        """Positions of the clauses that hold a feature."""
        return self._keys.get(feature, set())

    def find(
        self, piece: Piece, allowed: Allowed | None = None, beside: int | None = None
    ) -> Evidence:
        """The clauses that ``piece`` was most likely made of.

        ``beside`` is where the clause before it was found: of two equal places the nearer.
        """
        items = list(self._items(piece, allowed))
        total = sum(weight for weight, _, _ in items)
        if not items:
            return Evidence((), 0.0, 0.0, ())
        clauses, covered = _gather(items, beside, self._negative, piece.negative)
        unmatched = tuple(
            term
            for _, places, term in items
            if term is not None and not places
            if term.weight >= 1.0
        )
        return Evidence(clauses, covered / total, total, unmatched)

    def _items(
        self, piece: Piece, allowed: Allowed | None
    ) -> Iterable[tuple[float, dict[int, float], Term | None]]:
        for term in piece.terms:
            yield term.weight, _only(self.places(term), allowed), term
        for quantity in piece.quantities:
            if not quantity.asserted:
                continue
            places = {
                position: 1.0
                for feature in quantity_features(quantity)
                for position in self.holding(feature)
            }
            yield QUANTITY_WEIGHT, _only(places, allowed), None


def _is_stem(key: str) -> bool:
    return not key.startswith("=")


def heavy_head(word: str) -> str | None:
    """The head of a compound that is a conclusion of its own („Schlafstörung“)."""
    for head in lexicon().heavy_heads:
        if head in word and len(word) > len(head):
            return head
    return None


def _only(places: dict[int, float], allowed: Allowed | None) -> dict[int, float]:
    if allowed is None:
        return places
    return {position: strength for position, strength in places.items() if allowed(position)}


def _gather(
    items: Sequence[tuple[float, dict[int, float], Term | None]],
    beside: int | None,
    denying: set[int],
    negative: bool,
) -> tuple[tuple[int, ...], float]:
    """Places that together carry the most weight, and that weight.

    ``denying`` are the clauses that say no; ``negative`` whether the one looked for does.
    """
    open_items = [(weight, places) for weight, places, _ in items if places]
    chosen: list[int] = []
    covered = 0.0
    while open_items and len(chosen) < _MOST_PLACES:
        gains = _gains(open_items)
        beyond = {} if chosen else _beyond(open_items)
        best = max(
            gains,
            key=lambda p: (
                _attraction(p, gains, beyond, chosen, beside)
                + POLARITY * ((p in denying) is negative),
                -p,
            ),
        )
        chosen.append(best)
        covered += sum(w * _share(places[best]) for w, places in open_items if best in places)
        open_items = [item for item in open_items if best not in item[1]]
    return tuple(chosen), covered


def _share(strength: float) -> float:
    """Another form of a word chooses among places, but is no weaker support."""
    return 1.0 if strength >= INFLECTED else strength


def _gains(items: Sequence[tuple[float, dict[int, float]]]) -> dict[int, float]:
    gains: defaultdict[int, float] = defaultdict(float)
    for weight, places in items:
        for position, strength in places.items():
            gains[position] += weight * strength
    return gains


def _beyond(items: Sequence[tuple[float, dict[int, float]]]) -> dict[int, float]:
    """What the clauses beside each one hold that it does not hold itself."""
    found: defaultdict[int, float] = defaultdict(float)
    for weight, places in items:
        for position, strength in places.items():
            for near in (position - 1, position + 1):
                if near not in places:
                    found[near] += weight * strength
    return found


def _attraction(
    position: int,
    gains: dict[int, float],
    beyond: dict[int, float],
    chosen: Sequence[int],
    beside: int | None,
) -> float:
    if chosen:
        return gains[position] - DISTANCE_COST * min(abs(position - chosen[0]), _AWAY)
    away = 0.0 if beside is None else min(abs(position - beside - 0.5), _FAR)
    return gains[position] + NEAR * beyond.get(position, 0.0) - DISTANCE_COST * away


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a short text, digits included."""
    cleaned = "".join(c if c.isalnum() else " " for c in text)
    return tuple(fold(word) for word in cleaned.split())
