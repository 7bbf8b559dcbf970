"""What frames a dictation and says nothing about anybody: greetings, headings, asides.

„Übergabe vom Spätdienst an die Nacht“, „zu den Zielen“, „genau weiß ich es nicht“.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import words_of
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Keys, Term, keys
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.template.model import Template

_OPENING = 2
"""Sentences at the beginning that may announce the document."""
_HEADING = 3
"""Terms a heading has at most („Ziele:“, „zu den Vereinbarungen“)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words by which a template's document and its sections are announced.

    Attributes:
        title: folded words of the template's title.
        labels: what the labels of its fields are matched by.
    """

    title: frozenset[str]
    labels: Keys

    @classmethod
    def of(cls, template: Template) -> Frame:
        """The frame of a template."""
        labels = (field.label for field in template.fields)
        return cls(
            frozenset(words_of(template.title)),
            frozenset(k for label in labels for w in words_of(label) for k in _label_keys(w)),
        )

    def content(self, piece: Piece) -> Piece:
        """The clause without greetings, headings and the announcement of the document."""
        if self._is_heading(piece) or _is_aside(piece):
            return replace(piece, terms=(), chunks=())
        return replace(piece, terms=tuple(self._kept(piece)))

    def _is_heading(self, piece: Piece) -> bool:
        """„Ziele:“, „vereinbart haben wir“: the name of a section and nothing else."""
        heavy = [term for term in piece.terms if term.weight >= 1.0]
        return (
            not piece.quantities
            and not piece.negations
            and 0 < len(heavy) <= _HEADING
            and all(term.keys & self.labels for term in heavy)
        )

    def _kept(self, piece: Piece) -> Iterator[Term]:
        lists = lexicon()
        drop = set(lists.greetings)
        if "guten" in piece.words:
            drop |= lists.day_greetings
        announced: set[int] = set()
        opening = piece.clause.sentence < _OPENING
        if opening and (piece.words & lists.announcements or not piece.words & _VERBS):
            drop |= lists.announcements | self.title
            announced = set(_announced(piece))
        for term in piece.terms:
            if term.word not in drop and term.index not in announced:
                yield term


_VERBS = frozenset(FINITE)


def _label_keys(word: str) -> Keys:
    return keys(word, True) | keys(word) if len(word) > 3 else frozenset()


def _announced(piece: Piece) -> Iterator[int]:
    """Tokens that say whom or which ward a document is about."""
    for fact in piece.of_kind(FactKind.PERSON, FactKind.ROLE):
        yield from range(*fact.tokens)
    for term in piece.terms:
        if term.word in lexicon().wards:
            yield from (term.index, term.index + 1)


def _is_aside(piece: Piece) -> bool:
    """„genau weiß ich es nicht“: the speaker about what he knows, no noun besides."""
    unknown = any("=unbekannt" in term.keys for term in piece.terms)
    return unknown and "ich" in piece.words and not any(term.noun for term in piece.terms)


def says_something(piece: Piece) -> bool:
    """Not „das hab ich gemacht“, not „Er sagt,“."""
    if any(term.weight >= 1.0 for term in piece.terms):
        return True
    made = lexicon().constructed
    denied = any(
        chunk.negation and any(term.word not in made for term in chunk.terms)
        for chunk in piece.chunks
    )
    return denied or any(quantity.asserted for quantity in piece.quantities)
