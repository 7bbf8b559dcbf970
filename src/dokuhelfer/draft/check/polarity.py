"""The same words with and without a no: denials of the dictation against the draft's.

Runs where `check_negation` found nothing. That one compares clause with clause and forgives what
a paraphrase may move about; this one asks of every denial which statement takes it up
(domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dokuhelfer.draft.check.aligned import about_same, most_alike
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import Denial, Denials, heavy, keys_of, target_of
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.implied import implied
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.lost import still_open
from dokuhelfer.draft.check.negation import DENYING, headed
from dokuhelfer.draft.check.noes import kept, root, stood_for
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT
from dokuhelfer.draft.model import Finding, Kind


def check_polarity(
    checked: Checked, source: Source, said: Denials, claims: frozenset[int]
) -> Iterator[Finding]:
    """At most one denial that was lost or that nobody dictated."""
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.verbatim or not place.clauses:
            continue
        for chunk in piece.chunks:
            finding = _doubled(checked, chunk, place, source)
            if finding is None and chunk.negation:
                finding = _added(checked, chunk, place, source, said)
            if finding is None:
                finding = _with(checked, chunk, source, said, claims)
            best = tuple(source.at(_beside(place, source)))
            if finding is None and not chunk.negative and not still_open(piece, chunk, best):
                finding = _lost(checked, chunk, place, source, said, claims)
            if finding is not None:
                yield finding
                return


# --- lost --------------------------------------------------------------------------------------


def _lost(
    checked: Checked,
    chunk: Chunk,
    place: Evidence,
    source: Source,
    said: Denials,
    claims: frozenset[int],
) -> Finding | None:
    if kept(chunk, about_same(chunk, place.clauses, source)):
        return None
    for denial in said.near(_beside(place, source)):
        if _carried(denial, chunk):
            continue
        if denial.number not in claims and _affirmed(chunk, denial, place, source):
            return checked.item.finding(Kind.NEGATION, Sentence.LOST, said=denial.word)
    for denial in said.near(checked.near):
        if _remnant(chunk, denial) and denial.number not in claims:
            return checked.item.finding(Kind.NEGATION, Sentence.LOST, said=denial.word)
        if denial.number not in claims and _little(checked, chunk, denial, source):
            return checked.item.finding(Kind.NEGATION, Sentence.LOST, said=denial.word)
    return None


def _carried(denial: Denial, chunk: Chunk) -> bool:
    """„Verzicht“, „Fehlzeiten“ from „verzichtet“, „fehlt“: the very no, in another form."""
    base = root(denial.word)
    own = denial.word in lexicon().lexical_negations and len(base) >= _ROOT
    return own and any(word.startswith(base) for word in chunk.words)


_ROOT = 4
"""Letters from which the root of a word that says no is known in another one."""


def _beside(place: Evidence, source: Source) -> list[int]:
    """The evidence of a clause and the clauses next to it."""
    last = len(source.pieces) - 1
    found = {max(0, min(last, at + step)) for at in place.clauses for step in (0, -1, 1)}
    return sorted(found)


def _affirmed(chunk: Chunk, denial: Denial, place: Evidence, source: Source) -> bool:
    """Whether a part of a statement is mostly about what was denied, and says yes to it."""
    own = (heavy(chunk.terms) if heavy(denial.terms) else ()) or chunk.terms
    shared = [term for term in own if meet(term.keys, denial.keys)]
    if not shared or len(shared) * 2 < len(own):
        return False
    here = any(position in place.clauses for position in denial.positions)
    if denial.target is None:
        if not here:
            return False
    elif not (meet(denial.target.keys, keys_of(own)) and meet(denial.sought, keys_of(own))) or (
        denial.target.noun and not here and not _very_noun(own, denial)
    ):
        return False
    affirmed = _affirmed_keys(source, place, denial)
    if _very_noun(own, denial):
        return own[0].stem not in affirmed
    return any(not term.keys & affirmed for term in shared)


def _very_noun(own: Sequence[Term], denial: Denial) -> bool:
    """„…, Antwort.“: nothing but the very noun that was denied right beside."""
    return len(own) == 1 and any(own[0].stem == term.stem for term in denial.terms)


def _remnant(chunk: Chunk, denial: Denial) -> bool:
    """„Husten mehr“, „ist noch da“: what is left of „kein … mehr“ and „noch nicht“."""
    if chunk.words[-1:] not in _LEFT or len(chunk.words) < 2:
        return False
    return chunk.words[-1] in denial.words and meet(keys_of(chunk.terms), denial.keys)


_LEFT = (("mehr",), ("noch",))


def _little(checked: Checked, chunk: Chunk, denial: Denial, source: Source) -> bool:
    """„will sie“, „war dabei“: a part of little words that were denied of the same person."""
    if heavy(chunk.terms) and not all(term.noun for term in chunk.terms):
        return False
    if not _LITTLE.intersection(chunk.words) & denial.words:
        return False
    said = [source.pieces[position] for position in denial.positions]
    named = {term.word for piece in checked.pieces for term in piece.terms if term.name}
    known = {term.word for piece in said for term in piece.terms if term.name}
    if named and known:
        return bool(named & known)
    return bool(meet(keys_of(chunk.terms), denial.keys)) if chunk.terms else True


_LITTLE = words(
    """
    will wollte wollten möchte mochte mag darf durfte kann konnte soll sollte muss musste
    da dabei dort mit zu gewollt gekonnt weiss wusste
    """
) | {"mochte", "mocht"}
"""Verbs and adverbs without content of their own, folded, that a part may hang on."""


def _affirmed_keys(source: Source, place: Evidence, denial: Denial) -> Keys:
    """What the evidence says yes to."""
    return keys_of(
        term
        for piece in source.at(place.clauses)
        for part in piece.chunks
        for term in part.affirmed
        if term not in denial.terms
    )


def _with(
    checked: Checked, chunk: Chunk, source: Source, said: Denials, claims: frozenset[int]
) -> Finding | None:
    """„mit Termin“ where „ohne Termin“ was said, and not „nur mit Termin“."""
    if kept(chunk, ()):
        return None
    for noun in (*_after(chunk, "und"), *_after(chunk, "sowie"), *_after(chunk, "mit")):
        if noun.noun and (finding := _denied_thing(checked, chunk, noun, source, said, claims)):
            return finding
    for noun in _after(chunk, "mit"):
        near = [part for piece in source.at(checked.near) for part in piece.chunks]
        without = any(noun.keys & other.keys for part in near for other in _after(part, WITHOUT))
        lost = [d for d in said.near(checked.near) if d.word == WITHOUT and d.number not in claims]
        without = without or any(noun.keys & denial.keys for denial in lost)
        if without and not any(noun.keys & o.keys for part in near for o in _after(part, "mit")):
            return checked.item.finding(Kind.NEGATION, Sentence.LOST, said=WITHOUT)
    return None


def _denied_thing(
    checked: Checked,
    chunk: Chunk,
    noun: Term,
    source: Source,
    said: Denials,
    claims: frozenset[int],
) -> Finding | None:
    """„mit Auswurf“, „Überweisung und Termin vorhanden“, denied wherever the dictation names it."""
    near = [part for piece in source.at(checked.near) for part in piece.chunks]
    if chunk.negative or any(noun.stem == t.stem for part in near for t in part.affirmed):
        return None
    for denial in said.near(checked.near):
        stems = {term.stem for term in denial.terms if term.noun}
        if (
            denial.word in NEGATIVE_ARTICLES
            and stems == {noun.stem}
            and denial.number not in claims
        ):
            return checked.item.finding(Kind.NEGATION, Sentence.LOST, said=denial.word)
    return None


def _after(chunk: Chunk, preposition: str) -> list[Term]:
    """The first word with content behind a preposition, wherever it stands in a part."""
    at = [n for n, word in enumerate(chunk.words) if word == preposition]
    behind = [chunk.words[n + 1 : n + 3] for n in at]
    return [t for t in chunk.terms if any(t.word in row for row in behind)]


# --- added -------------------------------------------------------------------------------------


def _added(
    checked: Checked, chunk: Chunk, place: Evidence, source: Source, said: Denials
) -> Finding | None:
    """„nicht gehustet“ where „hat gehustet“ was said and nobody denied it."""
    if stood_for(chunk, most_alike(chunk, place.clauses, source)):
        return None
    if implied(chunk, tuple(source.at(place.clauses))):
        return None
    best = source.pieces[place.clauses[0]]
    yes = keys_of(t for part in best.chunks if not part.negative for t in part.affirmed)
    near = said.near(checked.near)
    negatives = [part for p in source.at(place.clauses) for part in p.chunks if part.negative]
    if headed(checked, chunk, negatives):
        return None
    own = [term for other in checked.pieces for term in other.terms]
    for word, at, terms in chunk.denials:
        target = target_of(word, at, terms)
        if target is None or word in DENYING or not _very(target) & yes:
            continue
        if any(_excuses(denial, target, own) for denial in near):
            continue
        return checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=word)
    return None


def _very(target: Term) -> Keys:
    """What counts as the very same word: a synonym only where both are of full weight."""
    if target.weight >= 1.0:
        return target.keys
    return frozenset(key for key in target.keys if not key.startswith("="))


def _excuses(denial: Denial, target: Term, own: Sequence[Term]) -> bool:
    """Whether the dictation denies the same, or leaves out the verb: „die Mutter nicht“."""
    if meet(denial.keys, target.keys):
        return True
    made = lexicon().constructed
    if any(term.word in made and term.keys & denial.keys for term in own):
        return True
    bare = all(term.noun for term in denial.terms)
    return bare and bool(denial.terms) and meet(denial.keys, keys_of(own))


def _doubled(checked: Checked, chunk: Chunk, place: Evidence, source: Source) -> Finding | None:
    """„nicht abgelehnt“, „nirgends nicht“: two nos in a part, where the dictation has but one."""
    said = [part for piece in source.at(checked.near) for part in piece.chunks if part.denials]
    for word, following in pairwise(chunk.words):
        if word not in _NOT | _NOWHERE or following not in _REFUSING | _NOT:
            continue
        if not any(following in part.words and len(part.words) > 1 for part in said):
            return checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=word)
        if following in _NOT and not any(len(part.denials) > 1 for part in said):
            return checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=following)
    return None


_NOT = words("nicht nie niemals")
_NOWHERE = words("nirgends nirgendwo niemand nichts keiner")
_REFUSING = words(
    """
    abgelehnt verweigert verneint fehlt fehlte gefehlt unklar unbekannt ausgeschlossen pausiert
    abgesetzt untersagt verboten
    """
)
"""What these say is turned round by a „nicht“ before them; „nicht offen“ may be of a wound."""
