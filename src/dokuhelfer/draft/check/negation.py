"""Negation of a statement against that of its evidence (domain.md §3 R02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dokuhelfer.draft.check.aligned import about_same, most_alike
from dokuhelfer.draft.check.aligned import beside as beside_of
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.implied import implied
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.lost import elliptic, heads, lost_negation, still_open
from dokuhelfer.draft.check.noes import kept, stood_for
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Beside, Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.model import Finding, Kind


def check_negation(checked: Checked, source: Source, beside: Beside) -> Iterator[Finding]:
    """A negation of the dictation must stand in the statement, and none may come to it."""
    whole = [word for piece in checked.pieces for chunk in piece.chunks for word in chunk.words]
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.verbatim:
            continue
        weighty = any(term.weight >= 1.0 for term in piece.terms)
        around = source.around(place.clauses, 0) if weighty else checked.near
        window = tuple(source.at(around)) or source.pieces
        best = tuple(source.at(place.clauses))
        for chunk in piece.chunks:
            yield from _added_negation(checked, chunk, place, window, source)
            if not still_open(piece, chunk, best, whole):
                for finding in lost_negation(checked, chunk, best, window, beside):
                    if _really_lost(finding, piece, chunk, place, source, beside):
                        yield finding


def _really_lost(
    finding: Finding,
    piece: Piece,
    chunk: Chunk,
    place: Evidence,
    source: Source,
    beside: Beside,
) -> bool:
    """Whether no statement takes up a denial of which this one has the very predicate."""
    said_parts = about_same(chunk, place.clauses, source)
    if any(kept(part, said_parts) for part in (chunk, *_asking(chunk, piece))):
        return False
    said = Sentence.LOST.read(finding.detail)
    denials = [d for d in beside.said.near(place.clauses) if said and d.word == said["said"]]
    if not denials:
        return True
    things = all(term.noun or term.index == 0 for term in chunk.terms)
    return any(
        denial.number not in beside.kept
        and meet(denial.keys if things else denial.sought, chunk.keys)
        for denial in denials
    )


def _asking(chunk: Chunk, piece: Piece) -> Sequence[Chunk]:
    """The part that leads in: „unsicher, ob der Antrag richtig ist“."""
    if chunk.words[:1] != ("ob",):
        return ()
    return [other for other in piece.chunks if other.end < chunk.start][-1:]


def _keys(terms: Iterable[Term]) -> Keys:
    return frozenset(key for term in terms for key in term.keys)


def _heavy(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.weight >= 1.0]


def _chunks(pieces: Iterable[Piece]) -> Iterator[Chunk]:
    for piece in pieces:
        yield from piece.chunks


def _added_negation(
    checked: Checked, chunk: Chunk, place: Evidence, window: Sequence[Piece], source: Source
) -> Iterator[Finding]:
    """The statement says no where the dictation does not."""
    if not chunk.negation or chunk.negation in DENYING:
        return
    if stood_for(chunk, most_alike(chunk, place.clauses, source)):
        return
    parts = list(_chunks(window))
    negatives = [other for other in parts if other.negative]
    core = [t for t in chunk.core if t.weight >= 1.0 or t.word in lexicon().constructed]
    if negatives and not core:
        if _taken_over(place, source):
            yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=chunk.negation)
        return
    if headed(checked, chunk, negatives) or _denied_near(chunk, core, parts, checked, source):
        return
    if _best_denies(chunk, place, source):
        return
    if implied(chunk, tuple(source.at(beside_of(place.clauses, source)))):
        return
    if not _denied_elsewhere(checked, chunk, core, source):
        yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=chunk.negation)


def _denied_near(
    chunk: Chunk,
    core: Sequence[Term],
    parts: Sequence[Chunk],
    checked: Checked,
    source: Source,
) -> bool:
    """Whether a no of the dictation's ``parts``, or of those around them, is about the same."""
    wanted = core or chunk.core
    if any(_denies(other, chunk, wanted) for other in parts if other.negative):
        return True
    if any(_denies_before(parts, number, wanted) for number in range(len(parts))):
        return True
    beside = _chunks(source.at(checked.near))
    return bool(core) and any(_denies_all(other, core) for other in beside if other.negative)


def headed(checked: Checked, chunk: Chunk, negatives: Sequence[Chunk]) -> bool:
    """„Zimmer aufräumen: nicht erreicht“ from „Zimmer aufräumen nicht“, the verb left out."""
    if not elliptic(chunk):
        return False
    above = [o for piece in checked.pieces for o in piece.chunks if heads(checked, o)]
    return any(
        said.words[-1:] == (said.negation,) and _denies_all(said, head.terms)
        for head in above
        for said in negatives
        if head.terms
    )


def _best_denies(chunk: Chunk, place: Evidence, source: Source) -> bool:
    """Whether the part of the evidence that is most alike says no, if in other words."""
    parts = list(_chunks(source.at(place.clauses)))
    alike = [sum(meet(term.keys, other.keys) for term in chunk.terms) for other in parts]
    if not alike or not max(alike):
        return False
    best = [other for other, count in zip(parts, alike, strict=True) if count == max(alike)]
    return all(other.negative for other in best)


def _taken_over(place: Evidence, source: Source) -> bool:
    """Whether a clause that says no nowhere was taken over whole, its values included."""
    if len(place.clauses) != 1 or place.support < _WHOLE:
        return False
    best = source.pieces[place.clauses[0]]
    return not best.negative and any(quantity.asserted for quantity in best.quantities)


_WHOLE = 0.8


def _denies(said: Chunk, chunk: Chunk, core: Sequence[Term]) -> bool:
    """Whether a negation of the dictation is about the same, or points back to anything."""
    heavy = _heavy(said.core)
    if said.negation not in _NOBODY and all(t.word in lexicon().anaphoric for t in heavy):
        return True
    if said.words[-1:] == (said.negation,) and all(term.noun for term in heavy):
        return True
    return meet(_keys(said.core), _keys(core if heavy else chunk.core))


def _denies_before(parts: Sequence[Chunk], number: int, core: Sequence[Term]) -> bool:
    """„die will Foto machen | hat sie aber noch nicht“: about what was said right before."""
    said = parts[number]
    if not said.negation or _heavy(said.core):
        return False
    before = _keys(t for part in parts[max(0, number - _BACK) : number + 1] for t in part.terms)
    return not core or any(meet(term.keys, before) for term in core)


_BACK = 2


def _denies_all(said: Chunk, written: Sequence[Term]) -> bool:
    keys = _keys(said.core)
    return all(meet(term.keys, keys) for term in written)


def _denied_elsewhere(checked: Checked, chunk: Chunk, core: Sequence[Term], source: Source) -> bool:
    """The negation stands in another sentence of the dictation, about the very same words."""
    names = {term.word for piece in checked.pieces for term in piece.terms if term.name}
    for piece in source.pieces:
        for other in piece.chunks:
            if not other.negative:
                continue
            if core:
                if _denies_all(other, core) and any(term.noun for term in core):
                    return True
            elif names & piece.words or (chunk.core and _denies_all(other, chunk.core)):
                return True
    return False


_NOBODY = frozenset({"nichts", "nix", "niemand", "niemanden", "keiner", "keine", "keinen"})
"""These deny a thing or a person; they point back to no predicate."""
DENYING = frozenset({"verneint", "verneinte"})
"""Verbs that deny; they are words to be supported like any other."""
