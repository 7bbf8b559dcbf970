"""A predicate with the other sign: „erreicht“ where „nicht erreicht“ was said, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dokuhelfer.draft.check.assertions import Assertion, Assertions, Sign, assertions, shared
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import target_of
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.lost import elliptic
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Modality
from dokuhelfer.draft.model import Finding, Kind


def check_signs(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """At most one word whose sign in the statement is not that of the dictation."""
    rules = (_same_word, _unmatched, _anybody)
    yield from next(filter(None, (tuple(rule(checked, source, said)) for rule in rules)), ())


def _unmatched(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """„Pflaster nicht geklebt“, where all that was said of a plaster says yes."""
    for piece, place in checked.pairs():
        for chunk in piece.chunks:
            for word, at, terms in chunk.denials:
                target = target_of(word, at, terms)
                if target is None or target.noun or target not in place.unmatched:
                    continue
                things = [t for t in chunk.terms if t is not target and t.weight >= 1.0]
                if _all_affirmed(things, checked.near, said):
                    yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=word)
                    return


def _all_affirmed(
    things: Sequence[Term], near: Sequence[int], said: Assertions
) -> bool:
    """Whether all that the dictation tells of the things says yes."""
    places = frozenset(near)
    own = [one for thing in things for one in said.same(thing) if one.clause in places]
    return bool(own) and all(one.sign is Sign.YES for one in own)


def _anybody(checked: Checked, source: Source, said: Assertions) -> Iterator[Finding]:
    """„weiß noch etwas“ where „weiß noch nichts“ was said, „jemand“ for „niemand“."""
    for piece, place in checked.pairs():
        parts = [part for best in source.at(place.clauses) for part in best.chunks]
        for chunk in piece.chunks:
            own = set(chunk.words)
            pair = next(((y, n) for y, n in _SOME if _says(chunk, y)), None)
            if pair is None or chunk.negative or not parts:
                continue
            best = max(parts, key=lambda part: len(own & set(part.words)))
            lost = [word for word in best.words if word in pair[1]]
            if lost and own & set(best.words) and not pair[0].intersection(best.words):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=lost[0])
                return


def _says(chunk: Chunk, some: frozenset[str]) -> bool:
    """Whether one of the words stands by itself: „etwas Sand“ is an amount."""
    things = {term.word for term in chunk.terms if term.noun}
    following = pairwise((*chunk.words, ""))
    return any(word in some and behind not in things for word, behind in following)


_SOME = (
    (words("etwas was irgendetwas irgendwas"), words("nichts nix nischt")),
    (
        words("jemand jemanden jemandem irgendjemand einer eine"),
        words("niemand niemanden niemandem keiner keine keinen keinem"),
    ),
    (words("immer stets"), words("nie niemals nimmer")),
    (words("irgendwo uberall"), words("nirgends nirgendwo")),
)
"""What somebody says for a yes, and for the no to it; folded."""


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
        others = [other for other in said.same(one.term) if other.clause in near]
        others = _aligned(one, others, checked, heading)
        if not others or any(other.sign in (one.sign, Sign.OPEN) for other in others):
            continue
        if one.sign is Sign.YES and _excused(checked, one, others):
            continue
        if one.sign is Sign.NO and _denied_otherwise(one, checked, source):
            continue
        if one.sign is Sign.NO:
            yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=one.word)
        else:
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=others[0].word)
        return


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
    alone = len(one.chunk.terms) == 1
    scores = [
        shared(one.chunk, other.chunk, one.term) or (alone and other.clause in place.clauses)
        for other in others
    ]
    best = max(scores, default=0)
    if one.sign is Sign.YES and not best:
        return []
    return [other for other, score in zip(others, scores, strict=True) if score == best]


def _excused(checked: Checked, one: Assertion, others: Sequence[Assertion]) -> bool:
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
    return chunk.words[:1] not in _ASKING and all(term.noun for term in chunk.terms if term.weight >= 1.0)


_ASKING = (("was",), ("wer",), ("wo",), ("wie",))


def _asserts(one: Assertion) -> bool:
    """Whether a word carries what is said: a verb, participle or adjective of full weight."""
    term = one.term
    if term.noun:
        return one.sign is Sign.NO and one.word in NEGATIVE_ARTICLES | {WITHOUT}
    if one.sign is Sign.NO:
        return True
    if term.weight < 1.0 or term.word in lexicon().source_words | _SAYING:
        return False
    return term.index > 0 or is_participle(term.word)


_SAYING = words("gibt gab sagt sagte gesagt meint meinte berichtet berichtete klagt klagte")
