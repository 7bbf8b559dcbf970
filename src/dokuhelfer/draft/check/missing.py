"""Things and people of a clause that stand nowhere in the draft.

A clause may be covered by most of its words and lack the one it was said for: „mit Nachthemd“,
„nur einen Minijob“. A paraphrase has another word there, so words of the draft that nobody said
count against those that are missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.evidence import Allowed
from dokuhelfer.draft.check.framing import Frame, leads_in, speaker_only
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.source import plain
from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.check.written import Written
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind

WELL_COVERED = 0.75
"""Share of a part's weight in the draft from which a single thing may be left out."""
FEWEST = 2
"""Words of content and values from which a part of a clause may be missed."""
_LEAST_WEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens ``start`` to ``end`` of the clause at ``position`` stand nowhere."""

    position: int
    start: int
    end: int


def nowhere(
    position: int,
    piece: Piece,
    chunks: Sequence[Chunk],
    frame: Frame,
    draft: Written,
    allowed: Allowed,
) -> Iterator[Gap]:
    """Parts with a thing that stands nowhere, in no other word either.

    A statement made of the clause that has a word of its own for it is its paraphrase.
    """
    missing = [
        term
        for term in piece.terms
        if term.weight >= 1.0 and not any(map(allowed, draft.index.places(term)))
    ]
    if len(missing) <= draft.spare.get(position, 0) or frame.opens(position, piece):
        return
    things = [term.index for term in missing if term.noun and not _measures(term, frame)]
    for chunk in chunks:
        if not any(chunk.start <= index < chunk.end for index in things):
            continue
        part = frame.content(part_of(piece, chunk))
        opening = leads_in(part) or speaker_only(part) or frame.names_section(part)
        if weighs(part) and not opening and draft.index.find(part, allowed).support < WELL_COVERED:
            yield Gap(position, chunk.start, min(chunk.end + 1, len(piece.clause.tokens)))


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


def _measures(term: Term, frame: Frame) -> bool:
    """Words that a value, a choice or the label of a field stands for."""
    return term.word in _OF_VALUES or frame.labels_term(term)


_OF_VALUES = frozenset(
    fold(word)
    for word in words(
        """
    morgen vormittag mittag nachmittag abend nacht hälfte viertel drittel stück stücke stunde
    stunden viertelstunde viertelstund minuten mal male treffen termin gespräch ganze rest prozent
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


def weighs(part: Piece) -> bool:
    """Whether a part says enough to be missed: two words of content, or one and a value."""
    weight = sum(term.weight for term in part.terms)
    values = sum(quantity.asserted for quantity in part.quantities)
    return len(part.terms) + values >= FEWEST and weight + values >= _LEAST_WEIGHT
