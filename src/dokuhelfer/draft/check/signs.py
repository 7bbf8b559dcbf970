"""A predicate with the other sign: „erreicht“ where „nicht erreicht“ was said, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.aligned import about_same, most_alike
from dokuhelfer.draft.check.assertions import (
    Assertion,
    Assertions,
    Sign,
    assertions,
    points_back,
    shared,
)
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.contested import check_contested
from dokuhelfer.draft.check.implied import implied
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.little import LITTLE_WORDS
from dokuhelfer.draft.check.lost import elliptic
from dokuhelfer.draft.check.negation import DENYING
from dokuhelfer.draft.check.noes import kept, stood_for
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Modality
from dokuhelfer.draft.model import Finding, Kind


def check_signs(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """At most one word whose sign in the statement is not that of the dictation."""
    found = (tuple(rule(checked, source)) for rule in (*LITTLE_WORDS, check_contested))
    same = tuple(_same_word(checked, source, said)) or tuple(_same_part(checked, source, said))
    yield from same or next(filter(None, found), ())


def _same_word(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """„erreicht“ where „nicht erreicht“ was said of the same."""
    near = frozenset(checked.near)
    heading: tuple[int, int] | None = None
    for one in assertions(checked.pieces):
        if checked.pieces[one.clause].clause.tokens[-1].text == ":":
            heading = _last(one, said, near) or heading
            continue
        if one.sign is Sign.OPEN or not _asserts(one):
            continue
        places = [other for other in said.same(one.term) if other.clause in near]
        others = _of_the_same(one, places, said, checked, heading)
        opposite = bool(others) and all(o.sign not in (one.sign, Sign.OPEN) for o in others)
        if not opposite or _excused(one, others, checked, source):
            continue
        if one.sign is Sign.NO:
            yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=one.word)
        else:
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=others[0].word)
        return


def _same_part(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """„beide nicht anwesend“, where „beide waren da“ was said and nothing else of them."""
    if any(piece.clause.tokens[-1].text == ":" for piece in checked.pieces):
        return
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.support < _MOSTLY or place.unmatched or not place.clauses:
            continue
        for chunk in piece.chunks:
            own = [term for term in chunk.terms if not term.name]
            if not chunk.denials or not own or chunk.negation in DENYING:
                continue
            parts = [part for best in source.at(place.clauses[:1]) for part in best.chunks]
            whole = [p for p in parts if all(meet(term.keys, p.keys) for term in own)]
            best = tuple(source.at(place.clauses))
            alike = most_alike(chunk, place.clauses, source)
            if stood_for(chunk, alike) or implied(chunk, best):
                continue
            if whole and not any(_may_deny(part, own, checked, source) for part in whole):
                word = chunk.denials[0][0]
                yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=word)
                return


_MOSTLY = 0.8
"""Support from which a clause was taken over with other words at most."""


def _may_deny(part: Chunk, own: Sequence[Term], checked: Checked, source: Source) -> bool:
    """Whether a part of the dictation, or one near it, says no to what a statement denies."""
    if part.denials or (part.lexical and not lexicon().lexical_negations & {t.word for t in own}):
        return True
    near = [chunk for piece in source.at(checked.near) for chunk in piece.chunks]
    verb = not any(term.noun for term in own)
    return any(
        other.negative
        and other is not part
        and (
            points_back(other)
            or (verb and _bare(other))
            or any(meet(term.keys, other.keys) for term in own)
        )
        for other in near
    )


def _of_the_same(
    one: Assertion,
    others: Sequence[Assertion],
    said: Assertions,
    checked: Checked,
    heading: tuple[int, int] | None,
) -> Sequence[Assertion]:
    """The places in the dictation that a word of a statement is compared with."""
    if one.term.noun and one.sign is Sign.YES:
        return others if _only_denied(one, said) else ()
    return _aligned(one, others, checked, heading)


def _excused(one: Assertion, others: Sequence[Assertion], checked: Checked, source: Source) -> bool:
    clauses = checked.places[one.clause].clauses
    if one.sign is Sign.NO:
        theirs = [other.chunk for other in others]
        if implied(one.chunk, [source.pieces[other.clause] for other in others]):
            return True
        return stood_for(one.chunk, theirs) or _denied_otherwise(one, checked, source)
    if kept(one.chunk, about_same(one.chunk, clauses, source)):
        return True
    return _said_otherwise(checked, one, others)


def _only_denied(one: Assertion, said: Assertions) -> bool:
    """Whether a thing is denied wherever the dictation names it, and is not only spoken of."""
    if _TOPIC.intersection(one.chunk.words) or len(one.chunk.terms) > _FEW:
        return False
    return all(o.sign is Sign.NO and o.word in _OF_THINGS for o in said.same(one.term))


_OF_THINGS = NEGATIVE_ARTICLES | DENYING | {WITHOUT}
"""Nos that a thing itself is denied by, rather than what is done with it."""
_TOPIC = words("auf nach wegen gegen zu zum zur uber um fur von vom bei beim")
_FEW = 3
"""Terms of a part that says something of one thing."""


def _last(one: Assertion, said: Assertions, near: frozenset[int]) -> tuple[int, int] | None:
    places = [other.place for other in said.same(one.term) if other.clause in near]
    return max(places, default=None)


def _aligned(
    one: Assertion,
    others: Sequence[Assertion],
    checked: Checked,
    heading: tuple[int, int] | None,
) -> Sequence[Assertion]:
    """Those of a word's places in the dictation that a statement's word was taken from."""
    if heading is not None:
        return [other for other in others if other.place > heading][:1]
    place = checked.places[one.clause]
    if one.sign is Sign.YES:
        others = [other for other in others if other.clause in place.clauses] or others
    alone = len(one.chunk.terms) == 1
    scores = [
        shared(one.chunk, other.chunk, one.term) or (alone and other.clause in place.clauses)
        for other in others
    ]
    best = max(scores, default=0)
    if one.sign is Sign.YES and not best:
        here = all(other.clause in place.clauses for other in others)
        return others if here and all(o.term.word == one.term.word for o in others) else ()
    return [other for other, score in zip(others, scores, strict=True) if score == best]


def _said_otherwise(checked: Checked, one: Assertion, others: Sequence[Assertion]) -> bool:
    """Whether the no stands in another form after all, or the step is still to come."""
    piece = checked.pieces[one.clause]
    if piece.modality is Modality.PLANNED and any("noch" in o.chunk.words for o in others):
        return True
    if "noch" in one.chunk.words:
        return True
    if one.term.word.endswith("en") and not is_participle(one.term.word):
        return True
    return any(
        chunk.negative and (elliptic(chunk) or any(meet(chunk.keys, o.chunk.keys) for o in others))
        for p in checked.pieces
        for chunk in p.chunks
        if chunk is not one.chunk
    )


def _denied_otherwise(one: Assertion, checked: Checked, source: Source) -> bool:
    """„Vormund nicht erreicht“ from „…, den Vormund nicht“: a no about the same, the verb out."""
    own = [term for term in one.chunk.terms if term is not one.term and term.weight >= 1.0]
    return any(
        meet(term.keys, chunk.keys)
        for piece in source.at(checked.near)
        for chunk in piece.chunks
        if chunk.negative and (chunk.lexical or elliptic(chunk) or _bare(chunk))
        for term in own
    )


def _bare(chunk: Chunk) -> bool:
    """„den Vormund von Deniz nicht“: things that are denied, and no verb."""
    return chunk.words[:1] not in _ASKING and all(
        term.noun for term in chunk.terms if term.weight >= 1.0
    )


_ASKING = (("was",), ("wer",), ("wo",), ("wie",))


def _asserts(one: Assertion) -> bool:
    """Whether a word carries what is said: a verb, participle or adjective of full weight."""
    term = one.term
    if term.noun:
        return one.sign is Sign.YES or one.word in NEGATIVE_ARTICLES | {WITHOUT}
    if one.sign is Sign.NO:
        return one.word not in DENYING
    if term.word in lexicon().source_words | _SAYING or term.word.startswith("un"):
        return False
    if term.weight < 1.0:
        return is_participle(term.word)
    return is_participle(term.word) or not one.opens


_SAYING = words("gibt gab sagt sagte gesagt meint meinte berichtet berichtete klagt klagte")
