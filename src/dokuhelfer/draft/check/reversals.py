"""Words that turn into their opposite, refusals written as done, wishes as facts."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.model import Finding, Kind


def check_reversals(checked: Checked, source: Source) -> Iterator[Finding]:
    """All reversals of a statement."""
    turned = tuple(check_antonyms(checked, source))
    yield from turned or _turned_beside(checked, source)
    yield from check_refused(checked, source)
    yield from check_wished(checked, source)


def check_antonyms(checked: Checked, source: Source) -> Iterator[Finding]:
    """„gut“ where „schlecht“ was said of the same."""
    for piece, place in checked.pairs():
        best = source.pieces[place.clauses[0]]
        if place.support < SURE or piece.negative or best.negative:
            continue
        said = frozenset(w for p in source.at(place.clauses) for w in p.words)
        for one, other in lexicon().antonyms:
            for wrong, right in ((one, other), (other, one)):
                if piece.words & wrong and not said & wrong and best.words & right - piece.words:
                    yield checked.item.finding(
                        Kind.UNSUPPORTED,
                        Sentence.DIFFERS,
                        said=min(best.words & right),
                        written=min(piece.words & wrong),
                    )
                    return


def _turned_beside(checked: Checked, source: Source) -> Iterator[Finding]:
    """The same part by part, where another part of either clause says no."""
    for piece, place in checked.pairs():
        parts = [part for best in source.at(place.clauses) for part in best.chunks]
        said = frozenset(word for part in parts for word in part.words)
        for chunk in () if place.support < SURE else piece.chunks:
            own = frozenset(chunk.words)
            for wrong, right in _both_ways():
                if chunk.negative or not own & wrong or said & wrong or own & right:
                    continue
                part = next((p for p in parts if right & set(p.words) and _alike(chunk, p)), None)
                if part is not None and not part.negative:
                    yield checked.item.finding(
                        Kind.UNSUPPORTED,
                        Sentence.DIFFERS,
                        said=min(right & set(part.words)),
                        written=min(own & wrong),
                    )
                    return


def _both_ways() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for one, other in lexicon().antonyms:
        yield one, other
        yield other, one


def _alike(chunk: Chunk, part: Chunk) -> bool:
    """Whether two parts share a thing."""
    return any(t.noun and t.weight >= 1.0 and meet(t.keys, part.keys) for t in chunk.terms)


def check_refused(checked: Checked, source: Source) -> Iterator[Finding]:
    """What was refused or ruled out stands in the statement as if it were so."""
    offered = lexicon().offers
    if checked.has(offered) or any(piece.negative for piece in checked.pieces):
        return
    for piece, place in checked.pairs():
        if place.support < _SOME:
            continue
        for chunk in source.pieces[place.clauses[0]].chunks:
            word = next((w for w in chunk.words if w in lexicon().refusals), None)
            if word is not None and _restates(piece, chunk, word):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


_SOME = 0.4
"""Least support of a clause whose only other word is the step („durchgeführt“)."""


def _restates(piece: Piece, refused: Chunk, word: str) -> bool:
    """Whether most of what was refused stands in the clause."""
    heavy = [t for t in refused.terms if t.weight >= 1.0 and t.word != word]
    shared = [t for t in heavy if meet(t.keys, _keys(piece.terms))]
    return bool(shared) and len(shared) * 2 >= len(heavy)


def _keys(terms: tuple[Term, ...]) -> frozenset[str]:
    return frozenset(key for term in terms for key in term.keys)


def check_wished(checked: Checked, source: Source) -> Iterator[Finding]:
    """„kam“ where „will kommen“ was said."""
    lists = lexicon()
    for piece, place in checked.pairs():
        if not piece.words & lists.preterites or piece.words & lists.wishes:
            continue
        said = source.pieces[place.clauses[0]].words
        if said & lists.wishes and not said & lists.preterites and not _told(place, source):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
            return


def _told(place: Evidence, source: Source) -> bool:
    """Whether the statement gathers from a clause that tells what happened."""
    return any(p.words & lexicon().preterites for p in source.at(place.clauses))
