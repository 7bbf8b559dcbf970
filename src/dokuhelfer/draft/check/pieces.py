"""A text taken apart for comparing: clauses with their facts, words and quantities.

The dictation and every statement of a draft go through the same code, so that „halb
drei“ and „02:30 Uhr“ meet in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dokuhelfer.draft.check.chunks import Chunk, chunks_of, words_in
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind, quantities
from dokuhelfer.draft.check.terms import LIGHT_WEIGHT, Term, constructed, keys, terms
from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import modality
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.normalise.model import Dropped, DropReason, TokenKind
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.transcript.model import Segment, Transcript


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word and the stems of what it covers."""

    word: str
    scope: frozenset[str]


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


def pieces_of(prepared: Prepared) -> tuple[tuple[Piece, ...], Withdrawn]:
    """The clauses of a text and what the speaker took back in it."""
    found: list[Piece] = []
    for clause, facts in zip(prepared.clauses, prepared.facts, strict=True):
        piece = _piece(clause, facts)
        if found and _carries_on(found[-1], piece):
            piece = replace(piece, modality=found[-1].modality)
        found.append(piece)
    return tuple(found), _withdrawn(prepared.normalised.dropped)


def pieces_of_text(text: str, context: Context) -> tuple[Piece, ...]:
    """The clauses of a statement."""
    if _ABBREVIATED.match(text):
        text = text[0].lower() + text[1:]
    return pieces_of(prepare(Transcript((Segment(0, None, None, text),)), context))[0]


_ABBREVIATED = re.compile(r"(?:Ca|Evtl|Ggf|Bzgl|Inkl|Tel|Max|Min|Bds|Lt|Mind|Insb|Ehem|Tgl)\. ")
"""A full stop behind these ends no sentence, also where they begin a statement."""


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
    own = frozenset(words_in(clause.tokens))
    values = quantities(clause.tokens, facts)
    counted = {value.index for value in values if value.counts}
    found = tuple(term for term in found if term.index not in counted)
    found = constructed(clause.tokens, found, own)
    return Piece(
        clause=clause,
        facts=facts,
        terms=found,
        quantities=values,
        negations=tuple(_negations(facts)),
        lexical=tuple(word for word in own if word in lists.lexical_negations),
        modality=modality(clause),
        words=own,
        chunks=tuple(chunks_of(clause, facts, found)),
    )


_IF = frozenset({"wenn", "falls", "sofern", "solange", "sobald", "vorausgesetzt"})
"""Conjunctions that make a clause a condition besides the phrases of the extractor."""
_SUPPOSED = frozenset({"sollte", "sollten"})
"""„Sollte sie zunehmen, …“ opens with its verb."""
_NO_SUBJECT = words(
    """
    um am im bis ab gegen vor nach zu zum zur mit bei beim heute gestern morgen schon erst bereits
    eigentlich auch noch nicht dann
    """
)
"""Behind these the verb has its subject before it: „Elias, 16, sollte um zehn zurück sein“."""


def conditions(piece: Piece) -> tuple[str, ...]:
    """The words that make a clause a condition."""
    said = tuple(fact.text for fact in piece.of_kind(FactKind.CONDITION))
    low = [fold(token.text) for token in piece.clause.tokens]
    asked = low[-1:] == ["?"]
    opens = low[:1] != [] and low[0] in _SUPPOSED and low[1:2] != [] and low[1] not in _NO_SUBJECT
    supposed = (low[0],) if opens and not asked else ()
    case = ("fall",) if ("den", "fall") in pairwise(low) and "dass" in low else ()
    return said or tuple(sorted(piece.words & _IF)) or supposed or case


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


def quantity_features(quantity: Quantity) -> tuple[str, ...]:
    """A quantity as features; a time and a bare hour are found by each reading."""
    if quantity.kind is QuantityKind.TIME:
        return tuple(f"@{minute}" for minute in quantity.readings)
    if quantity.kind is QuantityKind.DATE and quantity.day is not None:
        month = f"{QuantityKind.MONTH.name}{quantity.day.month}"
        return (f"d{quantity.day.day}.{quantity.day.month}", month)
    number = f"{quantity.kind.name}{quantity.value.normalize()}"
    if quantity.hour and quantity.value <= _DIAL:
        hour = int(quantity.value) * 60
        return (number, f"@{hour}", f"@{(hour + _HALF_DAY) % (2 * _HALF_DAY)}")
    return (number,)


_DIAL = 12
_HALF_DAY = 12 * 60
"""Minutes."""
