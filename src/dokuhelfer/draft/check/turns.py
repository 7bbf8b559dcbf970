"""What turns a statement round: negation, plan, condition, estimate, source.

domain.md §3 R02, R04, R05, R12. A paraphrase may move these words about, so they are
compared by what they bear on, clause by clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dokuhelfer.draft.check.estimates import check_estimate
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.negation import check_negation
from dokuhelfer.draft.check.pieces import Chunk, Piece, conditions
from dokuhelfer.draft.check.polarity import check_polarity
from dokuhelfer.draft.check.reports import check_source
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Beside, Checked, Source
from dokuhelfer.draft.check.steps import check_planned
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.model import Finding, Kind


def check_turns(checked: Checked, source: Source, beside: Beside) -> Iterator[Finding]:
    """All turns of a statement; at most one finding of each kind.

    ``beside`` is the rest of the draft: a condition may stand in the field's next sentence.
    """
    negated = tuple(islice(check_negation(checked, source, beside), 1))
    yield from negated or check_polarity(checked, source, beside.said, beside.claims)
    planned = tuple(islice(check_planned(checked, source), 1))
    yield from planned
    yield from islice(check_estimate(checked, source), 1)
    yield from islice(check_source(checked, source, beside.sourced), 1)
    if not planned:
        yield from islice(_condition(checked, source, beside), 1)


def _condition(checked: Checked, source: Source, beside: Beside) -> Iterator[Finding]:
    """A condition said with the step must stay with it, in whatever words."""
    own = [text for piece in checked.pieces for text in conditions(piece)]
    if own:
        yield from _added_condition(checked, own[0], source)
        return
    if any(map(_opens_with_verb, checked.pieces[:-1])):
        return
    for _, place in checked.pairs():
        if place.support < SURE:
            continue
        for position in source.sentence(place.clauses[0]):
            for chunk in _conditional(source.pieces[position]):
                if not _rendered(chunk, beside.words | beside.conditions):
                    said = conditions(source.pieces[position])[0]
                    yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=said)
                    return


def _opens_with_verb(piece: Piece) -> bool:
    """„Bleibt der Stuhlgang aus, …“ is a condition without „wenn“."""
    tokens = piece.clause.tokens
    first = fold(tokens[0].text) if tokens else ""
    return first in FINITE - _ORDERING and tokens[-1].text == ","


_ORDERING = frozenset({"soll", "sollen", "wird", "werden"})
"""„soll die Tochter anrufen, …“ is a step; the condition before it is what may be lost."""


def _conditional(piece: Piece) -> Iterator[Chunk]:
    """The parts of a clause that hold its condition."""
    words = {fold(word) for text in conditions(piece) for word in text.split()}
    for chunk in piece.chunks:
        if words and words <= set(chunk.words):
            yield chunk


def _rendered(condition: Chunk, written: frozenset[str]) -> bool:
    """Whether most of the condition's words stand in the statement."""
    heavy = [term for term in condition.terms if term.weight >= 1.0] or condition.terms
    return sum(meet(term.keys, written) for term in heavy) * 2 > len(heavy)


def _added_condition(checked: Checked, written: str, source: Source) -> Iterator[Finding]:
    near = tuple(source.at(checked.near))
    if not any(conditions(piece) for piece in near):
        yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written=written)
