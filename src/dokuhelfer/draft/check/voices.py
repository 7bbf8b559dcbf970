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
    """A source by word anywhere in the statement, or by the mood of this very clause."""
    lists = lexicon()
    if any(p.of_kind(FactKind.SOURCE) or p.words & lists.source_words for p in pieces):
        return True
    compound = any(word.endswith(_REPORTING) for piece in pieces for word in piece.words)
    return compound or bool(pieces[number].words & lists.subjunctive)


_REPORTING = ("aussage", "ausserung", "angabe", "angaben", "schilderung")
"""„Schmerzäußerung“: what such a compound names was said by somebody."""
