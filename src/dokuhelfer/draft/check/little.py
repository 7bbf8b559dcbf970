"""Words too common to be found by that turn a statement round: „etwas“, „wollte“, „mit“.

A no that was dictated with „nichts“, „wollte nicht“ or „ohne“ leaves no word of content behind
when it is dropped, so these are looked for by themselves (domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from dokuhelfer.draft.check.chunks import Chunk
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
        last = len(source.pieces) - 1
        reach = {m for n in place.clauses[:1] for m in (n - 1, n, n + 1) if 0 <= m <= last}
        parts = [part for said in source.at(sorted(reach)) for part in said.chunks]
        best = [part for said in source.at(place.clauses[:1]) for part in said.chunks]
        for chunk in piece.chunks:
            if chunk.negative:
                continue
            for forms in _LITTLE:
                if forms.isdisjoint(chunk.words):
                    continue
                same = [part for part in parts if forms & set(part.words)]
                same = [part for part in same if part in best] or same
                same = [part for part in same if _WRITER.isdisjoint(part.words)]
                if same and all(part.denials for part in same):
                    word = same[0].denials[0][0]
                    yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                    return


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
    """„Saft angenommen“, where nobody said so and somebody said no beside it."""
    for piece, place in checked.pairs():
        new = piece.words & _ACCEPTED
        parts = [part for said in source.at(checked.near) for part in said.chunks]
        if not new or piece.negative or any(new & set(part.words) for part in parts):
            continue
        refused = [part for part in parts if part.negative or "nein" in part.words]
        if refused and place.clauses:
            said_word = refused[0].negation or "nein"
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=said_word)
            return


def _affirmed(checked: Checked, source: Source) -> Iterator[Finding]:
    """„Schmerzen angegeben“, where they were only asked for and denied."""
    for piece, place in checked.pairs():
        if not piece.words & _TOLD or piece.negative:
            continue
        last = len(source.pieces) - 1
        reach = {m for n in place.clauses for m in (n, n + 1) if m <= last}
        said = [word for near in source.at(sorted(reach)) for word in near.words]
        denied = [word for word in said if word in _DENIED]
        if denied and not _TOLD.intersection(said):
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=denied[0])
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
        own = [word for chunk in piece.chunks for word in chunk.words]
        best = [w for p in source.at(place.clauses) for part in p.chunks for w in part.words]
        if WITHOUT in best and WITHOUT not in own and own.count("mit") > best.count("mit"):
            yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=WITHOUT)
            return


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
)
"""Rules of a statement; at most one finding each."""
