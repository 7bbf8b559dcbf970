"""Two who say different things in one sentence: each claim keeps its own source.

domain.md §3 R05: „laut Tochter zweimal, laut Pflegekraft einmal gefallen“.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import keys, meet
from dokuhelfer.draft.facts.model import Fact, FactKind

_NAMED = ("laut ", "lt ", "lt. ")
"""Only after these does the person of a source follow at once."""


def another_voice(fact: Fact, said: Piece, pieces: Sequence[Piece], number: int) -> bool:
    """Whether a claim was „laut Sohn“ and the statement names only somebody else's word.

    ``fact`` is the source dictated in ``said``; ``number`` the claim among the statement's
    ``pieces``. The client may be called by name or by office, so it counts as anybody.
    """
    claim = pieces[number]
    if not fact.text.lower().startswith(_NAMED) or claim.of_kind(FactKind.SOURCE):
        return False
    lists = lexicon()
    if claim.words & (lists.subjunctive | lists.source_words):
        return False
    written = frozenset().union(*(piece.words for piece in pieces))
    if written & lists.clients or any(word.startswith("eigene") for word in written):
        return False
    start, end = fact.tokens
    people = said.of_kind(FactKind.ROLE, FactKind.PERSON)
    named = {fold(w) for p in people if start <= p.tokens[0] <= end for w in p.text.split()}
    named -= {"frau", "herr", "herrn"}
    known = frozenset(key for word in written for key in keys(word, True) | keys(word))
    return bool(named) and not any(meet(keys(word, True) | keys(word), known) for word in named)


def names_source(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a claim of a statement stands with its source, by a word or by its mood.

    „Laut Tochter isst sie wenig, trinkt gut“: a source carries on to the next semicolon; one
    behind the claim has nothing but the claim before it to bear on („…, sagt die Tochter“).
    """
    if _names(pieces[number]) or pieces[number].words & lexicon().subjunctive:
        return True
    for at in range(number - 1, -1, -1):
        if _parted(pieces[at], pieces[at + 1]):
            break
        if _names(pieces[at]):
            return True
    behind = pieces[number + 1] if number + 1 < len(pieces) else None
    return behind is not None and not _parted(pieces[number], behind) and _closes(behind)


def _parted(piece: Piece, behind: Piece) -> bool:
    """A semicolon between two clauses; a full stop where no abbreviation may have one."""
    last, first = piece.clause.tokens[-1].text, behind.clause.tokens[0].text
    return last == ";" or (last == "." and first[:1].islower())


def named_anywhere(pieces: Sequence[Piece]) -> bool:
    """Whether a statement names a source at all."""
    return any(_names(piece) for piece in pieces)


def _names(piece: Piece) -> bool:
    compound = any(word.endswith(_REPORTING) for word in piece.words)
    return compound or bool(piece.of_kind(FactKind.SOURCE) or piece.words & lexicon().source_words)


def _closes(piece: Piece) -> bool:
    """„so die Tochter“, „wie sie sagt“: a source with nothing of its own to report."""
    people = piece.of_kind(FactKind.ROLE, FactKind.PERSON, FactKind.SOURCE)
    said = {index for fact in people for index in range(*fact.tokens)}
    return _names(piece) and all(t.index in said or t.weight < 1.0 for t in piece.terms)


_REPORTING = ("aussage", "ausserung", "angabe", "angaben", "schilderung")
"""„Schmerzäußerung“: what such a compound names was said by somebody."""
