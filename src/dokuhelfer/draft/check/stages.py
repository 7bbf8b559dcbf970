"""Opposites and stages of one thing, without a no: „fehlt“ is not „liegt vor“.

The words of a predicate stand in rows of stages. A statement is compared with what the dictation
says of the very thing that it names, however little else the two share (domain.md §3 R02, R04).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from importlib import resources

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.model import Finding, Kind


class Order(Enum):
    """How the stages of a row relate."""

    OPPOSITES = auto()
    """Any difference is an error."""
    LADDER = auto()
    """Only what goes further than was said is an error."""
    DEGREES = auto()
    """As a ladder; the lowest stage in a part of a clause counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """The stages of one predicate, each by its folded words and by pairs of words."""

    order: Order
    words: tuple[frozenset[str], ...]
    pairs: tuple[frozenset[tuple[str, str]], ...]

    def stages(self, chunk: Chunk) -> frozenset[int]:
        """The numbers of the stages that a part of a clause tells of."""
        found = [n for n in range(len(self.words)) if self._tells(n, chunk)]
        return frozenset(found[:1] if self.order is Order.DEGREES else found)

    def word(self, stage: int, chunk: Chunk) -> str:
        """The word of a clause that tells of a stage."""
        single = next((w for w in chunk.words if w in self.words[stage]), "")
        return single or " ".join(next(p for p in self.pairs[stage] if _framed(p, chunk)))

    def holds(self, word: str) -> bool:
        """Whether a word is one of the predicate's own."""
        return any(word in words for words in self.words)

    def _tells(self, stage: int, chunk: Chunk) -> bool:
        if not self.words[stage].isdisjoint(chunk.words):
            return True
        return any(_framed(pair, chunk) for pair in self.pairs[stage])

    def wrong(self, written: frozenset[int], said: frozenset[int]) -> bool:
        """Whether stages that were written do not go with those that were said."""
        if not written or not said:
            return False
        if self.order is Order.OPPOSITES:
            return written.isdisjoint(said)
        return max(written) > max(said)


def _framed(pair: tuple[str, str], chunk: Chunk) -> bool:
    """„liegt der Vertrag vor“, „war da“: the second word ends the part of the clause."""
    first, last = pair
    return bool(chunk.words) and chunk.words[-1] == last and first in chunk.words[:-1]


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    """All rows; read from the package on first use."""
    text = resources.files(__package__).joinpath("stages.toml").read_text("utf-8")
    data = tomllib.loads(text)
    kinds = (
        (Order.OPPOSITES, "opposites"),
        (Order.LADDER, "ladders"),
        (Order.DEGREES, "degrees"),
    )
    return tuple(_row(order, str(line)) for order, name in kinds for line in data[name])


def _row(order: Order, line: str) -> Row:
    stages = [[fold(word) for word in stage.split()] for stage in line.split("|")]
    return Row(
        order,
        tuple(frozenset(w for w in stage if "_" not in w) for stage in stages),
        tuple(frozenset(_pair(w) for w in stage if "_" in w) for stage in stages),
    )


def _pair(word: str) -> tuple[str, str]:
    first, _, last = word.partition("_")
    return first, last


def check_stages(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one stage or opposite that the dictation tells otherwise of the same thing."""
    near = tuple(source.at(checked.near))
    for row in rows():
        things: list[Term] = []
        chunks = [chunk for piece, _ in checked.pairs() for chunk in piece.chunks]
        if row.order is Order.OPPOSITES and len({n for c in chunks for n in row.stages(c)}) > 1:
            continue  # „August liegt vor, September fehlt“ parts the things itself
        for chunk in chunks:
            things = _things(chunk, row) or things
            written = row.stages(chunk)
            if not written or not things or chunk.negation:
                continue
            said = _said(row, things, near)
            if row.wrong(written, frozenset(stage for stage, _ in said)):
                yield _finding(checked, row, chunk, max(written), said)
                return


def _finding(
    checked: Checked, row: Row, chunk: Chunk, stage: int, said: Sequence[tuple[int, str]]
) -> Finding:
    if row.order is Order.LADDER:
        return checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
    word = row.word(stage, chunk)
    return checked.item.finding(Kind.NEGATION, Sentence.DIFFERS, said=said[0][1], written=word)


def _said(row: Row, things: Sequence[Term], near: Sequence[Piece]) -> list[tuple[int, str]]:
    """What the dictation tells of ``things``; nothing where it says no to any of it.

    A part that names nothing of its own („hat sie mitgebracht“) is about the part before.
    """
    found: list[tuple[int, str]] = []
    about = False
    for part in (part for piece in near for part in piece.chunks):
        own = _things(part, row)
        about = _same(things, own) if own else about
        stages = row.stages(part) if about else frozenset()
        if stages and part.negation:
            return []
        found.extend((stage, row.word(stage, part)) for stage in sorted(stages))
    return found


def _things(chunk: Chunk, row: Row) -> list[Term]:
    """The nouns of a part of a clause, also where the capital letter may be that of the clause."""
    return [
        term
        for term in chunk.terms
        if term.weight >= 1.0
        and (term.noun or (term.index == 0 and not is_participle(term.word)))
        and not row.holds(term.word)
    ]


def _same(things: Sequence[Term], own: Sequence[Term]) -> bool:
    """Whether a part of the dictation names one of the things of a statement."""
    said: Keys = frozenset(key for term in own for key in term.keys)
    return any(meet(term.keys, said) for term in things)
