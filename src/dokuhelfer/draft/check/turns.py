"""What turns a statement round: negation, plan, condition, estimate, source.

domain.md §3 R02, R04, R05, R12. A paraphrase may move these words about, so they are
compared by what they bear on, clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.negation import check_negation
from dokuhelfer.draft.check.pieces import Chunk, Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import meet, stems
from dokuhelfer.draft.check.values import same
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.model import Finding, Kind

_SURE = 0.5
"""Support from which a clause counts as made of its evidence."""
_OPEN_STEPS = re.compile(
    r"weiter|offen|vereinbar|erledig|folge|empfehlung|nächst|wiedervorlage", re.IGNORECASE
)
"""Labels of fields for what is still to come."""


def check_turns(checked: Checked, source: Source, beside: frozenset[str]) -> Iterator[Finding]:
    """All turns of a statement; at most one finding of each kind.

    ``beside`` holds the words of the whole field: a condition may stand in its next sentence.
    """
    yield from islice(check_negation(checked, source), 1)
    planned = tuple(islice(_planned(checked, source), 1))
    yield from planned
    yield from islice(_estimate(checked, source), 1)
    yield from islice(_source(checked, source), 1)
    if not planned:
        yield from islice(_condition(checked, source, beside), 1)


def _pairs(checked: Checked) -> Iterator[tuple[Piece, Evidence]]:
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.clauses:
            yield piece, place


# --- planned, attempted, done -----------------------------------------------------------


def _planned(checked: Checked, source: Source) -> Iterator[Finding]:
    informs = checked.item.member.id.startswith("information")
    for piece, place in _pairs(checked):
        states = _says_done(piece) or (informs and piece.modality is Modality.PLAIN)
        if not states or piece.negative or place.support < _SURE:
            continue
        said = [source.pieces[position].modality for position in place.clauses[:2]]
        if _done_beside(piece, source.pieces[place.clauses[0]]):
            continue
        if _not_yet(checked, piece, place, source):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
        elif said[0] is Modality.ATTEMPTED and not _attempted(checked):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.ATTEMPTED)


def _says_done(piece: Piece) -> bool:
    """Done by its form: a participle at the end, or with its auxiliary, and no word of a plan."""
    if piece.words & _PLANNING:
        return False
    if piece.modality is Modality.DONE and piece.words & DONE_AUXILIARIES:
        return True
    ends = [chunk.words[-1] for chunk in piece.chunks if chunk.words]
    return any(is_participle(end) for end in ends) and not piece.words & PRESENT


_PLANNING = frozenset(
    {
        "wird",
        "werden",
        "soll",
        "sollen",
        "bitte",
        "muss",
        "will",
        "wollen",
        "mochte",
        "werde",
        "geplant",
        "vorgesehen",
    }
)
PRESENT = frozenset({"ist", "sind", "bleibt"})
"""„ist geschwollen“ is a state."""


def _not_yet(checked: Checked, piece: Piece, place: Evidence, source: Source) -> bool:
    said = [source.pieces[position].modality for position in place.clauses[:2]]
    if said[0] is Modality.PLANNED:
        return Modality.DONE not in said[1:]
    return said[0] is Modality.PLAIN and _still_open(checked, piece, place, source)


def _still_open(checked: Checked, piece: Piece, place: Evidence, source: Source) -> bool:
    """„Die Betreuer ruft die PDL an“, written as done where steps to come are written."""
    best = source.pieces[place.clauses[0]]
    if not _says_done(piece) or best.words & DONE_AUXILIARIES:
        return False
    if any(is_participle(chunk.words[-1]) for chunk in best.chunks if chunk.words):
        return False
    member = checked.item.member
    return bool(_OPEN_STEPS.search(f"{member.label} {member.id}")) or _with_deadline(
        tuple(source.at(source.sentence(place.clauses[0])))
    )


def _with_deadline(sentence: Sequence[Piece]) -> bool:
    """„meldet sich bis Freitag“: what has a deadline is still to come."""
    return any(
        token.text.lower() == "bis" and fact.tokens[0] == index + 1
        for piece in sentence
        for index, token in enumerate(piece.clause.tokens)
        for fact in piece.of_kind(FactKind.RELATIVE_DAY, FactKind.DATE)
    )


def _done_beside(piece: Piece, said: Piece) -> bool:
    """A long clause that holds a plan and, with its auxiliary, the very step as done."""
    if not said.words & DONE_AUXILIARIES:
        return False
    steps = {fold(w) for w in said.words if is_participle(w)}
    return any(is_participle(w) and stems(w) & stems(s) for w in piece.words for s in steps)


def _attempted(checked: Checked) -> bool:
    return any(
        piece.modality is Modality.ATTEMPTED
        or piece.negative
        or any(word.startswith(_TRYING) for word in piece.words)
        for piece in checked.pieces
    )


_TRYING = ("gewollt", "woll", "versuch", "probier")


# --- estimate ---------------------------------------------------------------------------


def _estimate(checked: Checked, source: Source) -> Iterator[Finding]:
    near = tuple(source.at(checked.near))
    said = [quantity for piece in near for quantity in piece.quantities]
    for quantity in checked.quantities():
        if not quantity.asserted:
            continue
        others = [other for other in said if same(quantity, other, source)]
        if not others:
            continue
        if all(other.hedged for other in others) and not _estimated(checked, quantity):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said="ungefähr")
        elif quantity.hedged and not _estimated_near(near):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written="ungefähr")
    yield from _worded_estimate(checked, source)


def _estimated(checked: Checked, quantity: Quantity) -> bool:
    """An estimate with this quantity, or one that stands with no quantity at all."""
    if quantity.hedged:
        return True
    for piece in checked.pieces:
        if quantity not in piece.quantities:
            continue
        hedged = any(other.hedged for other in piece.quantities)
        return bool(piece.of_kind(FactKind.ESTIMATE)) and not hedged
    return False


def _estimated_near(near: Sequence[Piece]) -> bool:
    return any(piece.of_kind(FactKind.ESTIMATE) for piece in near)


def _worded_estimate(checked: Checked, source: Source) -> Iterator[Finding]:
    """„wohl“, „vermutlich“ said of a whole clause."""
    if checked.facts(FactKind.ESTIMATE, FactKind.SOURCE):
        return
    for _, place in _pairs(checked):
        best = source.pieces[place.clauses[0]]
        if place.support < _SURE or any(q.hedged for q in best.quantities):
            continue
        for fact in best.of_kind(FactKind.ESTIMATE):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=fact.text)


# --- source -----------------------------------------------------------------------------


_SPEAKER = frozenset({"ich", "wir"})
"""„Ich habe ihr gesagt“ reports what the writer said, not hearsay."""


def _source(checked: Checked, source: Source) -> Iterator[Finding]:
    """Reported speech stays reported."""
    if _names_source(checked):
        return
    for _, place in _pairs(checked):
        if place.support < _SURE:
            continue
        for position in source.sentence(place.clauses[0]):
            said = source.pieces[position]
            if position > place.clauses[0] or said.words & _SPEAKER:
                break
            for fact in said.of_kind(FactKind.SOURCE):
                yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=fact.text)
                return


def _names_source(checked: Checked) -> bool:
    """A source by word, by quotation, by mood, or by what the field holds."""
    lists = lexicon()
    if lists.source_labels.search(f"{checked.item.member.label} {checked.item.member.id}"):
        return True
    if checked.facts(FactKind.SOURCE) or "„" in checked.item.text:
        return True
    return checked.has(lists.subjunctive)


# --- condition --------------------------------------------------------------------------

_IF = frozenset({"wenn", "falls", "sofern", "solange", "vorausgesetzt"})
"""Conjunctions that make a clause a condition besides the phrases of the extractor."""


def _conditions(piece: Piece) -> tuple[str, ...]:
    said = tuple(fact.text for fact in piece.of_kind(FactKind.CONDITION))
    return said or tuple(sorted(piece.words & _IF))


def _condition(checked: Checked, source: Source, beside: frozenset[str]) -> Iterator[Finding]:
    """A condition said with the step must stay with it, in whatever words."""
    own = [text for piece in checked.pieces for text in _conditions(piece)]
    if own:
        yield from _added_condition(checked, own[0], source)
        return
    for _, place in _pairs(checked):
        if place.support < _SURE:
            continue
        for position in source.sentence(place.clauses[0]):
            for chunk in _conditional(source.pieces[position]):
                if not _rendered(chunk, beside):
                    said = _conditions(source.pieces[position])[0]
                    yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=said)
                    return


def _conditional(piece: Piece) -> Iterator[Chunk]:
    """The parts of a clause that hold its condition."""
    words = {fold(word) for text in _conditions(piece) for word in text.split()}
    for chunk in piece.chunks:
        if words and words <= set(chunk.words):
            yield chunk


def _rendered(condition: Chunk, written: frozenset[str]) -> bool:
    """Whether most of the condition's words stand in the statement."""
    heavy = [term for term in condition.terms if term.weight >= 1.0]
    return sum(meet(term.keys, written) for term in heavy) * 2 > len(heavy)


def _added_condition(checked: Checked, written: str, source: Source) -> Iterator[Finding]:
    near = tuple(source.at(checked.near))
    if not any(_conditions(piece) for piece in near):
        yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written=written)
