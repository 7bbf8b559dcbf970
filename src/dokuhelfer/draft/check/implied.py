"""A no of a statement that the dictation says without one (domain.md §3 R02).

„Alles trocken“ is „nichts nass“, „sollte eigentlich kommen, ist lieber zur Oma“ is „nicht
gekommen“, „erst ab zwei“ is „nicht vor zwei“. Where none of these can be meant, a no that nobody
dictated has come to the statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.noes import says_no
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import meet, stem
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES, NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Modality


def implied(chunk: Chunk, said: Sequence[Piece]) -> bool:
    """Whether ``said``, which holds no negation for it, may mean the no of a part all the same."""
    theirs = frozenset(word for piece in said for word in piece.words)
    return (
        _limits(chunk)
        or (bool(theirs & _UNFULFILLED - set(chunk.words)) and not _done(chunk, said))
        or _opposite(chunk, theirs)
        or _undone(chunk, said)
        or any(_bare(part) for piece in said for part in piece.chunks)
        or _still_to_come(chunk, said)
        or any(map(_unreal, said))
        or _against(chunk, said)
    )


def _unreal(piece: Piece) -> bool:
    """„hätte gestern gewechselt werden müssen“: it was not."""
    low = [token.text.lower() for token in piece.clause.tokens]
    return bool(_WOULD.intersection(low) and _OUGHT.intersection(low))


_WOULD = frozenset({"hätte", "hätten", "hätt"})
_OUGHT = frozenset({"müssen", "sollen", "können", "dürfen"})


def _against(chunk: Chunk, said: Sequence[Piece]) -> bool:
    """„kein Spaziergang“ from „gegen den Spaziergang“."""
    behind = {
        word
        for piece in said
        for part in piece.chunks
        for at, word in enumerate(part.words)
        if "gegen" in part.words[max(0, at - 2) : at]
    }
    return any(
        term.noun and term.word in behind and word in NEGATIVE_ARTICLES
        for word, _, terms in chunk.denials
        for term in terms
    )


def _still_to_come(chunk: Chunk, said: Sequence[Piece]) -> bool:
    """„Leitung noch nicht“ from „die Leitung kriegt morgen Bescheid“."""
    open_ = ("noch", "nicht") in pairwise(chunk.words)
    return open_ and any(p.modality is Modality.PLANNED or p.words & _LATER for p in said)


_LATER = words("morgen ubermorgen nachher spater demnachst noch gleich")


def _done(chunk: Chunk, said: Sequence[Piece]) -> bool:
    """„nicht angerufen“, where „angerufen, nur Mailbox“ was said: the step itself was done."""
    own = {term.word for term in chunk.core if is_participle(term.word)}
    return any(
        own & {term.word for term in part.affirmed}
        for piece in said
        if piece.words & DONE_AUXILIARIES
        for part in piece.chunks
        if not part.negative
    )


def _bare(part: Chunk) -> bool:
    """„bei mir war heute nichts“, „jetzt ist keiner mehr da“: a no with nothing of its own."""
    return bool(part.denials) and not any(term.weight >= 1.0 for term in part.terms)


def _limits(chunk: Chunk) -> bool:
    """„nicht vor 2 Uhr“, „nicht unter 5 €“, „vorher nicht“: the other side of a limit."""
    return any(
        (one in _NOT and other in _BOUNDS) or (one in _ELSE and other in _NOT)
        for one, other in pairwise(chunk.words)
    )


_NOT = words("nicht kein keine keinen nie")
_BOUNDS = words("vor unter uber mehr weniger langer eher ohne ausser")
_ELSE = words("vorher davor zuvor sonst ansonsten andernfalls andere anders")
_UNFULFILLED = words(
    """
    eigentlich wollte wollt wollten sollte sollt sollten versucht probiert lieber besetzt
    statt anstatt stattdessen gewollt gesollt abwarten uberlegen dauert mailbox anrufbeantworter
    """
)
"""What was meant to be, and what came instead of it; folded."""


def _opposite(chunk: Chunk, said: frozenset[str]) -> bool:
    """„nicht nass“ from „trocken“."""
    own = {term.word for term in chunk.core}
    return any(
        (own & one and said & other) or (own & other and said & one)
        for one, other in lexicon().antonyms
    )


def _undone(chunk: Chunk, said: Sequence[Piece]) -> bool:
    """„ohne Undichtigkeit“ from „dicht“: two nos are a yes."""
    keys = frozenset(key for piece in said for term in piece.terms for key in term.keys)
    return any(
        word.startswith("un") and says_no(word) and meet(frozenset({stem(word[2:], True)}), keys)
        for word in chunk.words
    )
