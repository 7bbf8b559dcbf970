"""Parts of a clause that stand nowhere in the draft, and people whom it names nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.framing import Frame
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.source import plain
from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.check.written import Written
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens ``start`` to ``end`` of the clause at ``position`` stand nowhere."""

    position: int
    start: int
    end: int


def nobody(
    position: int, piece: Piece, chunks: Sequence[Chunk], draft: Written, frame: Frame
) -> Iterator[Gap]:
    """Parts that name somebody whose name stands nowhere."""
    if frame.opens(position, piece):
        return
    for fact in piece.of_kind(FactKind.PERSON):
        names = [t.word for t in piece.terms if t.name and t.index in range(*fact.tokens)]
        addressed = len(names) > 1 and names[0] in _ADDRESSING
        if not addressed or len(names[-1]) < _NAME or plain(names[-1]) in draft.plain:
            continue
        for chunk in chunks:
            if chunk.start <= fact.tokens[0] < chunk.end:
                yield Gap(position, chunk.start, min(chunk.end + 1, len(piece.clause.tokens)))


_ADDRESSING = frozenset({"frau", "herr", "herrn", "familie", "schwester", "pfleger"})
_NAME = 3
"""Letters from which a name is more than an initial."""


def measures(term: Term) -> bool:
    """Words that a value or a choice stands for: „morgen Vormittag“, „ein Viertel“."""
    return term.word in _OF_VALUES


_OF_VALUES = frozenset(
    fold(word)
    for word in words(
        """
    morgen vormittag mittag nachmittag abend nacht hälfte viertel drittel stück stücke stunde
    stunden viertelstunde viertelstund minute minuten sekunde sekunden woche wochen mal male
    treffen termin gespräch ganze rest prozent
    """
    )
)


def part_of(piece: Piece, chunk: Chunk) -> Piece:
    """One part of a clause, to be looked for by itself."""
    inside = range(chunk.start, chunk.end)
    return replace(
        piece,
        facts=tuple(fact for fact in piece.facts if fact.tokens[0] in inside),
        terms=tuple(term for term in piece.terms if term.index in inside),
        quantities=tuple(q for q in piece.quantities if q.index in inside),
        negations=piece.negations if chunk.negation else (),
        lexical=tuple(word for word in piece.lexical if word in chunk.words),
        words=frozenset(chunk.words),
        chunks=(chunk,),
    )
