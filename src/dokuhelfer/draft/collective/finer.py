"""A clause of a cutting made two, where a person says that a border lies inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective.model import Correction, Cut, Cutting, Piece
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.rules.item import Item

_BESIDE = frozenset({TokenKind.PUNCT, TokenKind.QUOTE_CLOSE})
"""What stays with the word before it."""


def places_in(piece: Piece) -> tuple[int, ...]:
    """Where a clause may be parted, as token indices: between words, never inside a name, a
    time or a value."""
    tokens = piece.clause.tokens
    return tuple(
        at
        for at in range(1, len(tokens))
        if tokens[at].kind not in _BESIDE
        and tokens[at - 1].kind is not TokenKind.QUOTE_OPEN
        and not any(fact.tokens[0] < at < fact.tokens[1] for fact in piece.item.facts)
    )


def parted(cutting: Cutting, number: int, at: int) -> Cutting:
    """The cutting with clause ``number`` as two, the second from token ``at`` on.

    Both stay where the one was; the clauses behind it count one higher.
    """
    piece = cutting.pieces[number]
    halves = _halves(piece, at)
    behind = (_numbered(one, one.clause.number + 1) for one in cutting.pieces[number + 1 :])
    own = cutting.owners[number]
    headings = frozenset(_pushed(one, number) for one in cutting.headings)
    return replace(
        cutting,
        pieces=(*cutting.pieces[:number], *halves, *behind),
        owners=(*cutting.owners[: number + 1], own, *cutting.owners[number + 1 :]),
        cuts=tuple(pushed(cut, number) for cut in cutting.cuts),
        headings=headings | {number + 1} if number in headings else headings,
        parted=(*cutting.parted, (number, at)),
    )


def pushed(cut: Cut, number: int) -> Cut:
    """A cut as it reads once clause ``number`` is two."""
    clauses = (new for old in cut.clauses for new in _new(old, number))
    return replace(cut, clauses=tuple(clauses))


def _new(old: int, number: int) -> tuple[int, ...]:
    return (number, number + 1) if old == number else (_pushed(old, number),)


def _pushed(old: int, number: int) -> int:
    return old + 1 if old > number else old


def _numbered(piece: Piece, number: int) -> Piece:
    clause = replace(piece.clause, number=number)
    return replace(piece, item=Item(clause, piece.item.facts))


def _halves(piece: Piece, at: int) -> tuple[Piece, Piece]:
    clause, facts = piece.clause, piece.item.facts
    first, second = clause.tokens[:at], clause.tokens[at:]
    one = Clause(clause.number, clause.sentence, first, _span(first))
    other = Clause(clause.number + 1, clause.sentence, second, _span(second))
    before = replace(piece, item=Item(one, tuple(_within(facts, 0, at))))
    item = Item(other, tuple(_within(facts, at, len(clause.tokens))))
    # Whose turn begins, and what is announced, is said where the clause begins.
    return before, Piece(item, others=piece.others, contacts=piece.contacts,
                         corrects=Correction.NONE)  # fmt: skip


def _within(facts: tuple[Fact, ...], first: int, behind: int) -> Iterator[Fact]:
    for fact in facts:
        start, end = fact.tokens
        if first <= start and end <= behind:
            yield replace(fact, tokens=(start - first, end - first))


def _span(tokens: tuple[Token, ...]) -> Span:
    return Span(
        tokens[0].span.segment,
        min(token.span.start for token in tokens),
        max(token.span.end for token in tokens),
    )
