"""What somebody denies to have done: „bestreitet, getrunken zu haben“ is no „hat getrunken“.

The no stands in a verb before the clause that says what was done, which has none itself
(domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.model import Finding, Kind


def check_contested(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one deed that was only denied in the dictation, and is told as done."""
    if any(_verb(chunk) for piece in checked.pieces for chunk in piece.chunks):
        return
    said = [chunk for piece in source.at(checked.near) for chunk in piece.chunks]
    contested = [
        (_verb(verb), deed)
        for verb, deed in pairwise(said)
        if _verb(verb) and not verb.denials and _depends(deed)
    ]
    for piece, _ in checked.pairs():
        for chunk in piece.chunks:
            for word, deed in contested:
                others = [other for other in said if other is not deed]
                if _told(chunk, deed) and not any(_told(chunk, other) for other in others):
                    yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                    return


def _verb(chunk: Chunk) -> str:
    """The verb of a part that denies what comes behind it, "" for none."""
    if chunk.words[-1:] in _PARTICLES:
        return next((word for word in chunk.words if word in _SEPARABLE), "")
    return next((word for word in chunk.words if word in _CONTESTING), "")


def _depends(chunk: Chunk) -> bool:
    """„die Miete bezahlt zu haben“, „dass er getrunken hat“."""
    return chunk.words[:1] in _THAT or chunk.words[-2:] in _HAVING


def _told(chunk: Chunk, deed: Chunk) -> bool:
    """Whether a part says nothing but that deed, and no „no“ to it."""
    verbs = [term for term in chunk.terms if not term.noun and term.index > 0]
    if chunk.negative or not verbs or chunk.words[:1] in _THAT:
        return False
    met: Sequence[bool] = [meet(term.keys, deed.keys) for term in verbs]
    things = [t for t in chunk.terms if t.weight >= 1.0]
    return any(met) and all(meet(term.keys, deed.keys) for term in things)


_CONTESTING = words(
    """
    bestreitet bestritt bestreiten bestritten leugnet leugnete leugnen geleugnet dementiert
    dementierte verneint verneinte abgestritten zuruckgewiesen
    """
)
_SEPARABLE = words("streitet stritt streiten stritten weist wies weisen wiesen")
_PARTICLES = (("ab",), ("zuruck",))
_THAT = (("dass",), ("das",), ("ob",))
_HAVING = (("zu", "haben"), ("zu", "sein"))
