"""What somebody thinks, heard or says, written as a fact: „vermutet, dass …“, „sagt die Kita“.

`reports` knows who says what by the words that name a source. This one asks of the frame of a
clause alone whether it is another's word or thought, and of the statement whether it still says
so in any way (domain.md §3 R12).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.marks import APPROXIMATE, REPORTING, folded
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Finding, Kind


def check_framed(checked: Checked, source: Source, sourced: frozenset[int]) -> Iterator[Finding]:
    """At most one frame that a statement has lost."""
    if _keeps(checked):
        return
    for piece, place in checked.pairs():
        position = place.clauses[0]
        if place.support < SURE or not _mostly(piece, source.pieces[position]):
            continue
        if sourced.intersection(source.sentence(position)):
            continue
        word = _frame(position, source)
        if word:
            yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=word)
            return


def _keeps(checked: Checked) -> bool:
    """Whether a statement is told as somebody's word or as not sure, in whatever way."""
    lists = lexicon()
    member = checked.item.member
    if lists.source_labels.search(f"{member.label} {member.id}"):
        return True
    told = any(map(checked.has, (_KEEPING, lists.source_words, lists.subjunctive)))
    return (
        told
        or bool(checked.facts(FactKind.SOURCE))
        or ":" in checked.item.text
        or "„" in checked.item.text
    )


def _mostly(piece: Piece, said: Piece) -> bool:
    """Whether a clause takes up most of the words of the one it was made of."""
    keys = frozenset(key for term in piece.terms for key in term.keys)
    heavy = [t for t in said.terms if t.weight >= 1.0 and t.word not in _FRAMES | _SAYING]
    return bool(heavy) and sum(meet(term.keys, keys) for term in heavy) * 3 >= len(heavy) * 2


def _frame(position: int, source: Source) -> str:
    """The word by which a clause of the dictation is another's word, "" for none."""
    said = source.pieces[position]
    if said.words & _WRITER:
        return ""
    words = tuple(word for chunk in said.chunks for word in chunk.words)
    for one, other in pairwise(words):
        if one in _FRAMES and other in _THAT:
            return one
        if one in _SAYING and other in _WHO and not _asks(words):
            return one
        if {one, other} in _INDIRECT:
            return "habe" if "habe" in (one, other) else "sei"
    return ""


def _asks(words: tuple[str, ...]) -> bool:
    return bool({"ob", "was", "wann", "bescheid"}.intersection(words))


_KEEPING = REPORTING | APPROXIMATE
_FRAMES = folded(
    """
    vermutet vermutete glaubt glaubte meint meinte denkt dachte befürchtet befürchtete behauptet
    behauptete schildert schilderte erzählt erzählte berichtet berichtete gehört erfahren sagt
    sagte gesagt
    """
)
_THAT = frozenset({"dass"})
_SAYING = folded("sagt sagte meint meinte berichtet berichtete erzählt erzählte")
_WHO = folded("der die das sie er seine ihre ihr sein")
_WRITER = folded("ich wir mir uns mich")
_INDIRECT = tuple(
    {one, other} for one in ("er", "sie", "es", "man") for other in ("habe", "sei", "seien")
)
