"""A text taken apart for comparing: clauses with their facts, words and quantities.

The dictation and every statement of a draft go through the same code, so that „halb
drei“ and „02:30 Uhr“ meet in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind, quantities
from dokuhelfer.draft.check.terms import LIGHT_WEIGHT, Term, keys, terms
from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import modality
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.normalise.model import Dropped, DropReason, TokenKind
from dokuhelfer.transcript.model import Segment, Transcript


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and the stems of what it covers."""

    word: str
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """The part of a clause between two commas: the reach of a negation or a side.

    Attributes:
        negation: the word that says no about it, "" when nothing does.
        terms: its words with content, names left out; ``keys`` what they are matched by.
        sides: "links", "rechts", "beidseits" said in it.
    """

    start: int
    end: int
    negation: str
    lexical: bool
    terms: tuple[Term, ...]
    keys: frozenset[str]
    words: tuple[str, ...]
    sides: frozenset[str]

    @property
    def negative(self) -> bool:
        """Whether it says no, by a negation or by a word such as „abgelehnt“."""
        return bool(self.negation) or self.lexical


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause with all that is compared.

    Attributes:
        lexical: content words that say no by themselves („abgelehnt“).
        modality: of the clause, taken over from its sentence where it says nothing itself.
    """

    clause: Clause
    facts: tuple[Fact, ...]
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    negations: tuple[Negation, ...]
    lexical: tuple[str, ...]
    modality: Modality
    words: frozenset[str]
    chunks: tuple[Chunk, ...]

    @property
    def number(self) -> int:
        """Number of the clause in its text."""
        return self.clause.number

    @property
    def negative(self) -> bool:
        """Whether anything in it says no."""
        return bool(self.negations or self.lexical)

    def of_kind(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """Its facts of these kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)


def pieces_of(transcript: Transcript, context: Context) -> tuple[tuple[Piece, ...], Withdrawn]:
    """The clauses of a text and what the speaker took back in it."""
    normalised = normalise(transcript, context)
    clauses = cut(normalised)
    found: list[Piece] = []
    for clause, facts in zip(clauses, extract_all(clauses), strict=True):
        piece = _piece(clause, facts)
        if found and _carries_on(found[-1], piece):
            piece = replace(piece, modality=found[-1].modality)
        found.append(piece)
    return tuple(found), _withdrawn(normalised.dropped)


def pieces_of_text(text: str, context: Context) -> tuple[Piece, ...]:
    """The clauses of a statement."""
    return pieces_of(Transcript((Segment(0, None, None, text),)), context)[0]


def _piece(clause: Clause, facts: tuple[Fact, ...]) -> Piece:
    named = {
        index for fact in facts if fact.kind is FactKind.PERSON for index in range(*fact.tokens)
    }
    today = {
        index
        for fact in facts
        if fact.kind is FactKind.RELATIVE_DAY and fact.text.startswith("heute")
        for index in range(*fact.tokens)
    }
    found = tuple(
        replace(term, weight=LIGHT_WEIGHT, name=True) if term.index in named else term
        for term in _lightened(terms(clause.tokens), today)
    )
    lists = lexicon()
    words = frozenset(fold(token.text) for token in clause.tokens if token.kind is TokenKind.WORD)
    return Piece(
        clause=clause,
        facts=facts,
        terms=found,
        quantities=quantities(clause.tokens, facts),
        negations=tuple(_negations(facts)),
        lexical=tuple(word for word in words if word in lists.lexical_negations),
        modality=modality(clause),
        words=words,
        chunks=tuple(_chunks(clause, facts, found)),
    )


_ENDS_CHUNK = frozenset({",", ";", ".", "–", "aber", "jedoch", "sondern"})
_SHORT_SIDES = {"li": "links", "re": "rechts", "bds": "beidseits"}


def _chunks(clause: Clause, facts: Sequence[Fact], found: Sequence[Term]) -> Iterator[Chunk]:
    start = 0
    count = len(clause.tokens)
    for index in range(count + 1):
        if index < count and clause.tokens[index].text.lower() not in _ENDS_CHUNK:
            continue
        if index > start:
            yield _chunk(clause, facts, found, start, index)
        start = index + 1


def _chunk(
    clause: Clause, facts: Sequence[Fact], found: Sequence[Term], start: int, end: int
) -> Chunk:
    """One part; „keine Rötung, Schwellung“ denies what is listed, not the next predicate."""
    inside = [term for term in found if start <= term.index < end and not term.name]
    words = [fold(token.text) for token in clause.tokens[start:end] if token.kind is TokenKind.WORD]
    listed = set() if FINITE.intersection(words) else {term.word for term in inside}
    negation = next(
        (
            fact.text
            for fact in facts
            if fact.kind is FactKind.NEGATION
            and (start <= fact.tokens[0] < end or listed & set(map(fold, fact.scope)))
        ),
        "",
    )
    sides = {fact.side for fact in facts if fact.side is not None and start <= fact.tokens[0] < end}
    sides.update(_SHORT_SIDES[word] for word in words if word in _SHORT_SIDES)
    return Chunk(
        start=start,
        end=end,
        negation=negation,
        lexical=any(word in lexicon().lexical_negations for word in words)
        or words[-1:] in (["aus"], ["weg"]),
        terms=tuple(inside),
        keys=frozenset(key for term in inside for key in term.keys),
        words=tuple(words),
        sides=frozenset(sides),
    )


def _lightened(found: Iterable[Term], indices: set[int]) -> Iterator[Term]:
    for term in found:
        yield replace(term, weight=LIGHT_WEIGHT) if term.index in indices else term


def _negations(facts: Iterable[Fact]) -> Iterable[Negation]:
    for fact in facts:
        if fact.kind is FactKind.NEGATION:
            scope = frozenset(key for word in fact.scope for key in keys(fold(word)))
            yield Negation(fact.text, scope)


def _carries_on(before: Piece, piece: Piece) -> bool:
    """„bitte auf Stuhlgang achten und Trinkmenge aufschreiben“: the plan goes on."""
    return (
        before.clause.sentence == piece.clause.sentence
        and piece.modality is Modality.PLAIN
        and before.modality is Modality.PLANNED
    )


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was said and taken back: quantities and words (folded)."""

    quantities: tuple[Quantity, ...]
    words: frozenset[str]

    def holds(self, quantity: Quantity) -> bool:
        """Whether this value was taken back."""
        return any(
            own.kind is quantity.kind
            and (own.value == quantity.value or bool(set(own.readings) & set(quantity.readings)))
            for own in self.quantities
            if own.asserted
        )


def _withdrawn(dropped: Iterable[Dropped]) -> Withdrawn:
    taken: list[Quantity] = []
    words: set[str] = set()
    for item in dropped:
        if item.reason is not DropReason.WITHDRAWN:
            continue
        taken.extend(quantities(item.tokens, ()))
        words.update(fold(t.text) for t in item.tokens if t.kind is TokenKind.WORD)
    return Withdrawn(tuple(taken), frozenset(words))


def features(piece: Piece) -> frozenset[str]:
    """What a place is found by: stems, synonym groups, values."""
    found = {key for term in piece.terms for key in term.keys}
    found.update(feature for q in piece.quantities for feature in quantity_features(q))
    return frozenset(found)


def quantity_features(quantity: Quantity) -> tuple[str, ...]:
    """A quantity as features; a time is found by each reading."""
    if quantity.kind is QuantityKind.TIME:
        return tuple(f"@{minute}" for minute in quantity.readings)
    if quantity.kind is QuantityKind.DATE and quantity.day is not None:
        return (f"d{quantity.day.day}.{quantity.day.month}",)
    return (f"{quantity.kind.name}{quantity.value.normalize()}",)
