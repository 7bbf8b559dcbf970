"""Which part of the dictation a common word of a statement is to be compared with.

„Waschung angenommen“ stands beside „Duschen lehnt sie ab“ without being about it: a no counts
where it is about the things the statement names, and no other part says more of them
(domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.source import Checked
from dokuhelfer.draft.check.terms import Keys, Term, meet


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the dictation with the words it is about.

    Attributes:
        terms: its own words of weight; those of the part before for „nein, wollte sie nicht“.
        names: stems of the persons named in it.
    """

    chunk: Chunk
    terms: tuple[Term, ...]
    names: Keys


def parts_of(pieces: Iterable[Piece]) -> list[Part]:
    """The parts of some clauses of the dictation in order."""
    found: list[Part] = []
    for piece in pieces:
        for chunk in piece.chunks:
            own = _things(chunk)
            answer = chunk.negative or _NO in chunk.words
            if answer and found and (not own or _NO in chunk.words):
                own = (*found[-1].terms, *own)
            found.append(Part(chunk, own, _names(piece, chunk)))
    return found


_NO = "nein"


def denied_among(
    parts: Sequence[Part],
    denied: Sequence[Part],
    chunk: Chunk,
    checked: Checked,
    cue: frozenset[str],
) -> Part | None:
    """That of the ``denied`` parts which is about what a part of the statement names.

    None as well where another part says more of it, or where the statement says that no
    elsewhere. ``cue`` are the common words that the part was looked at for.
    """
    own = [term for term in _weighty(chunk.terms) if term.word not in cue]
    if not own:
        own = [term for term in chunk.terms if term.word not in cue]
    scores = {id(part): _score(own, part) for part in parts}
    denying = {id(part) for part in denied}
    most = max((s for at, s in scores.items() if at not in denying), default=0)
    names = _named(checked, chunk)
    for part in denied:
        apart = names and part.names and not names & part.names
        if apart or _carried(part, chunk, checked):
            continue
        if not own or (scores[id(part)] >= max(most, 1) and not _of_other(own, part)):
            return part
    return None


def _score(own: Sequence[Term], part: Part) -> int:
    """How much of it a part says; the very word counts twice what a synonym does."""
    said = _all(part)
    stems = {term.stem for term in said}
    shared = (term for term in own if any(meet(term.keys, other.keys) for other in said))
    return sum(2 if term.stem in stems else 1 for term in shared)


def _all(part: Part) -> tuple[Term, ...]:
    return (*part.terms, *(term for term in part.chunk.terms if term not in part.terms))


def _of_other(own: Sequence[Term], part: Part) -> bool:
    """„Strom“ beside „die Miete kann er nicht zahlen“: each names a thing of its own."""
    light = all(term.weight < 1.0 for term in own)
    theirs = [term for term in (_all(part) if light else part.terms) if term.noun]
    ours = [term for term in own if term.noun or term.index == 0]
    return _unmet(ours, theirs) and _unmet(theirs, own)


def _unmet(some: Sequence[Term], others: Sequence[Term]) -> bool:
    return any(not any(meet(term.keys, other.keys) for other in others) for term in some)


def _carried(part: Part, chunk: Chunk, checked: Checked) -> bool:
    """Whether the statement says that very no in another part of its own."""
    return bool(part.terms) and any(
        other.negative and not _unmet(part.terms, other.terms)
        for piece in checked.pieces
        for other in piece.chunks
        if other is not chunk
    )


def _things(chunk: Chunk) -> tuple[Term, ...]:
    """What a part is about, without the word that says no of it: „das verneint sie“."""
    nos = lexicon().lexical_negations
    return tuple(term for term in _weighty(chunk.terms) if term.word not in nos)


def _named(checked: Checked, chunk: Chunk) -> Keys:
    piece = next(piece for piece in checked.pieces if any(c is chunk for c in piece.chunks))
    return _names(piece, chunk)


def _weighty(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.weight >= 1.0)


def _names(piece: Piece, chunk: Chunk) -> Keys:
    inside = (t for t in piece.terms if t.name and chunk.start <= t.index < chunk.end)
    return frozenset(term.stem for term in inside)
