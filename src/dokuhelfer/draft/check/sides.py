"""Left and right, above and below: a statement against its evidence (domain.md §3 R07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import stem, widened
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Finding, Kind

_SHORT = {"li": "links", "re": "rechts", "bds": "beidseits"}
BOTH = "beidseits"


def check_sides(checked: Checked, source: Source) -> Iterator[Finding]:
    """Sides with their body parts, sides alone, and directions."""
    near = tuple(source.at(checked.near))
    best = tuple(source.pieces[place.clauses[0]] for place in checked.places if place.clauses)
    yield from _wrong_sides(checked, near, source)
    yield from _lost_sides(checked, best, near)
    yield from _directions(checked, near)


def _wrong_sides(checked: Checked, near: Sequence[Piece], source: Source) -> Iterator[Finding]:
    said_chunks = [chunk for piece in near for chunk in piece.chunks]
    for piece in checked.pieces:
        for chunk in piece.chunks:
            for side in sorted(chunk.sides):
                said = _said_sides(piece, chunk, side, said_chunks, near)
                if _agree(side, said) or _said_with_no(chunk, side, near, source):
                    continue
                yield _wrong(checked, side, said)
                return


def _said_with_no(chunk: Chunk, side: str, near: Sequence[Piece], source: Source) -> bool:
    """„rechts darf man nicht messen“; or the side of the part where nothing near has one."""
    if chunk.negative:
        return any(side in part.sides and part.negative for p in near for part in p.chunks)
    if sides_of(near):
        return False
    wide = widened(chunk.keys)
    return any(
        side in part.sides and (wide & part.keys or chunk.keys & widened(part.keys))
        for p in source.pieces
        for part in p.chunks
    )


def _wrong(checked: Checked, side: str, said: frozenset[str]) -> Finding:
    if said:
        other = sorted(said)[0]
        return checked.item.finding(Kind.LATERALITY, Sentence.DIFFERS, said=other, written=side)
    return checked.item.finding(Kind.LATERALITY, Sentence.ADDED, written=side)


def _said_sides(
    piece: Piece, chunk: Chunk, side: str, said: Sequence[Chunk], near: Sequence[Piece]
) -> frozenset[str]:
    """Sides said of the same: where the dictation is most alike, else of the body part."""
    with_side = [other for other in said if other.sides]
    if with_side:
        wide = widened(chunk.keys)
        best = max(with_side, key=lambda other: len(wide & other.keys))
        if wide & best.keys:
            alike = len(wide & best.keys)
            return frozenset(
                side
                for other in with_side
                if len(wide & other.keys) == alike
                for side in other.sides
            )
    for part, own in _parts((piece,)):
        if own == side and (known := _sides_of_part(part, near)):
            return known
    return sides_of(near)


def _agree(side: str, said: Iterable[str]) -> bool:
    known = set(said)
    if side in known:
        return True
    return side == BOTH and {"links", "rechts"} <= known


def _parts(pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """(stem of the body part or "", side) of every side."""
    for piece in pieces:
        for fact in piece.facts:
            if fact.side is not None:
                yield (stem_of(fact), fact.side)
        for word in sorted(piece.words & _SHORT.keys()):
            yield ("", _SHORT[word])


def stem_of(fact: Fact) -> str:
    """The stem of a body part, "" for a side alone."""
    return stem(fact.text.casefold()) if fact.kind is FactKind.BODY_PART else ""


def sides_of(pieces: Iterable[Piece]) -> frozenset[str]:
    """All sides said in these clauses."""
    return frozenset(side for _, side in _parts(pieces))


def _sides_of_part(part: str, pieces: Iterable[Piece]) -> frozenset[str]:
    if not part:
        return frozenset()
    return frozenset(side for own, side in _parts(pieces) if own == part)


def _lost_sides(
    checked: Checked, best: Sequence[Piece], near: Sequence[Piece]
) -> Iterator[Finding]:
    """The evidence gives a part its side and the statement names the part without one."""
    if sides_of(checked.pieces):
        return
    written = {stem_of(fact) for fact in checked.facts(FactKind.BODY_PART)} - {""}
    for part, side in _parts(best):
        bare = any(
            stem_of(fact) == part and fact.side is None
            for piece in near
            for fact in piece.of_kind(FactKind.BODY_PART)
        )
        if part in written and not bare:
            yield checked.item.finding(Kind.LATERALITY, Sentence.LOST, said=side)
            return


def _directions(checked: Checked, near: Sequence[Piece]) -> Iterator[Finding]:
    said = {word for piece in near for word in piece.words}
    written = {word for piece in checked.pieces for word in piece.words}
    for one, other in lexicon().opposites:
        for wrong, right in ((one, other), (other, one)):
            if written & wrong and not said & wrong and said & right and not written & right:
                yield checked.item.finding(
                    Kind.LATERALITY,
                    Sentence.DIFFERS,
                    said=sorted(said & right)[0],
                    written=sorted(written & wrong)[0],
                )
