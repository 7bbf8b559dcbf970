"""Words too common to be found by that turn a statement round: „etwas“, „wollte“, „mit“.

A no that was dictated with „nichts“, „wollte nicht“ or „ohne“ leaves no word of content behind
when it is dropped, so these are looked for by themselves (domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dokuhelfer.draft.check.alike import denied_among, parts_of
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.noes import kept
from dokuhelfer.draft.check.privatives import check_privatives
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import WITHOUT
from dokuhelfer.draft.model import Finding, Kind


def _anybody(checked: Checked, source: Source) -> Iterator[Finding]:
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


def _little_verbs(checked: Checked, source: Source) -> Iterator[Finding]:
    """„wollte Fußbad“, „war dabei“: a verb or adverb too common to be found by."""
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if not any(forms & piece.words for forms in _LITTLE):
            continue
        parts = parts_of(source.at(_reach(place.clauses[:1], source, (-1, 0, 1))))
        best = {chunk for said in source.at(place.clauses[:1]) for chunk in said.chunks}
        for chunk in piece.chunks:
            for forms in _LITTLE:
                if chunk.negative or forms.isdisjoint(chunk.words):
                    continue
                same = [part for part in parts if forms & set(part.chunk.words)]
                same = [part for part in same if part.chunk in best] or same
                same = [part for part in same if _WRITER.isdisjoint(part.chunk.words)]
                if not same or not all(part.chunk.denials for part in same):
                    continue
                lost = denied_among(parts, same, chunk, checked, forms)
                if lost is not None:
                    word = lost.chunk.denials[0][0]
                    yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                    return


def _reach(clauses: Sequence[int], source: Source, steps: Sequence[int]) -> list[int]:
    """Some clauses and those ``steps`` away from them, in order."""
    last = len(source.pieces) - 1
    return sorted({n + step for n in clauses for step in steps if 0 <= n + step <= last})


_WRITER = words("ich wir mir mich uns")
_LITTLE = (
    words("will wollte wollten wollen gewollt mochte mochten mag mogen"),
    words("darf durfte durften durfen gedurft"),
    words("kann konnte konnten konnen gekonnt"),
    words("soll sollte sollten sollen"),
    words("dabei"),
    words("zuruck"),
)
"""Forms of modal verbs and adverbs that carry what is said; folded."""


def _accepted(checked: Checked, source: Source) -> Iterator[Finding]:
    """„Saft angenommen“, where nobody said so and somebody said no to it."""
    if not checked.has(_ACCEPTED):
        return
    parts = parts_of(source.at(checked.near))
    refused = [part for part in parts if part.chunk.negative or "nein" in part.chunk.words]
    for piece, place in checked.pairs():
        for chunk in piece.chunks:
            new = _ACCEPTED.intersection(chunk.words)
            if not new or piece.negative or any(new & set(p.chunk.words) for p in parts):
                continue
            lost = denied_among(parts, refused, chunk, checked, _ACCEPTED)
            if lost is not None and place.clauses:
                word = lost.chunk.negation or "nein"
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


def _affirmed(checked: Checked, source: Source) -> Iterator[Finding]:
    """„Schmerzen angegeben“, where they were only asked for and denied."""
    for piece, place in checked.pairs():
        for chunk in piece.chunks:
            if _TOLD.isdisjoint(chunk.words) or piece.negative:
                continue
            parts = parts_of(source.at(_reach(place.clauses, source, (0, 1))))
            if any(_TOLD.intersection(part.chunk.words) for part in parts):
                continue
            denied = [part for part in parts if _DENIED.intersection(part.chunk.words)]
            lost = denied_among(parts, denied, chunk, checked, _TOLD)
            if lost is not None:
                word = next(word for word in lost.chunk.words if word in _DENIED)
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


_TOLD = words("angegeben bejaht bestatigt geaussert eingeraumt")
_DENIED = words("verneint verneinte verneinten bestreitet bestritten bestritt nein")


def _known(checked: Checked, source: Source) -> Iterator[Finding]:
    """„ob die Tür offen war, ist bekannt“, where „weiß ich nicht“ was said of it."""
    for piece, place in checked.pairs():
        for chunk in piece.chunks:
            if chunk.negative or chunk.words[-1:] not in _CERTAIN:
                continue
            if len(chunk.words) == 1:
                continue
            last = len(source.pieces) - 1
            reach = {m for n in place.clauses for m in (n, n + 1) if m <= last}
            parts = [part for said in source.at(sorted(reach)) for part in said.chunks]
            unknown = [p for p in parts if p.denials and _KNOWING.intersection(p.words)]
            if unknown and not any(chunk.words[-1] in part.words for part in parts):
                word = unknown[0].negation
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


_CERTAIN = (("bekannt",), ("klar",), ("sicher",), ("erinnerlich",))
_KNOWING = words("weiss wusste wissen ahnung bekannt klar sicher sagen erinnern")


def _still(checked: Checked, source: Source) -> Iterator[Finding]:
    """„weiterhin gesehen“, where „nicht mehr gesehen“ was said."""
    for piece, place in checked.pairs():
        if piece.negative or not piece.words & _GOES_ON:
            continue
        for said in source.at(place.clauses):
            if said.negations and "mehr" in said.words and not said.words & _GOES_ON:
                word = said.negations[0].word
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


_GOES_ON = words("weiterhin immer noch unverandert")


_ACCEPTED = words("angenommen akzeptiert zugestimmt eingewilligt zugelassen toleriert mitgemacht")


def _with(checked: Checked, source: Source) -> Iterator[Finding]:
    """„mit Sauerstoff“, where „ohne“ was said and no „mit“."""
    for piece, place in checked.pairs():
        if any(kept(chunk, ()) for chunk in piece.chunks if "mit" in chunk.words):
            continue  # „nur mit Begleitung“
        own = [word for chunk in piece.chunks for word in chunk.words]
        best = [w for p in source.at(place.clauses) for part in p.chunks for w in part.words]
        if WITHOUT in best and WITHOUT not in own and own.count("mit") > best.count("mit"):
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=WITHOUT)
            return


def _no_undone(checked: Checked, source: Source) -> Iterator[Finding]:
    """„Tür offen“, „Tabletten verweigert“, where „nicht offen“ and „nicht verweigert“ was said."""
    nos = lexicon().lexical_negations
    for piece, place in checked.pairs():
        if not piece.words & nos:
            continue
        parts = parts_of(source.at(_reach(place.clauses, source, (-1, 0, 1))))
        for chunk in piece.chunks:
            for word in () if chunk.denials else nos.intersection(chunk.words):
                same = [part for part in parts if word in part.chunk.words]
                if not all((_NOT, word) in pairwise(part.chunk.words) for part in same):
                    continue
                if denied_among(parts, same, chunk, checked, frozenset({word})) is not None:
                    yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=_NOT)
                    return


_NOT = "nicht"


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

LITTLE_WORDS: tuple[Callable[[Checked, Source], Iterator[Finding]], ...] = (
    _anybody,
    _little_verbs,
    _accepted,
    _with,
    _affirmed,
    _known,
    _still,
    _no_undone,
    check_privatives,
)
"""Rules of a statement; at most one finding each."""
