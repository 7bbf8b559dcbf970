"""Who does a step: „ich rufe an“ is the writer, „er füllt aus“ is not.

Read part by part of a clause, so that „ich schicke ihm den Antrag, und er füllt ihn aus“
has two actors. Only where writer and client do the very same verb on the two sides.
"""

from __future__ import annotations

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.model import TokenKind

_WRITER = words("ich wir")
_TOGETHER = words("mir uns mit ihr ihm ihn ihnen gemeinsam zusammen man lassen lass lasse")
"""With these both may have a hand in it."""
_CLIENT = words("er sie")
_TURNED = words("wird werden wurde wurden worden bekommt erhalt kriegt bekommen erhalten soll")
"""With these the subject of a statement is not who does it."""
_HAS = words("hat haben hatte hatten")
_SHARED = 2
"""Words that statement and dictation share at least, the verb among them."""


def by_writer(written: Piece, said: Piece) -> bool:
    """Whether the dictation's writer does what ``written`` says."""
    part = _same_step(written, said)
    if part is None:
        return False
    heard = frozenset(part.words)
    return bool(heard & _WRITER) and not heard & (_CLIENT | _TOGETHER)


def by_client(written: Piece, said: Piece) -> bool:
    """Whether „er“ or „sie“, not the writer, does what ``written`` says."""
    part = _same_step(written, said)
    if part is None:
        return False
    heard = frozenset(part.words)
    return bool(heard & _CLIENT) and not heard & (_WRITER | words("mir uns mit man"))


def _same_step(written: Piece, said: Piece) -> Chunk | None:
    """The part of a clause with the verb of ``written`` and something it is done to."""
    if written.words & _TURNED:
        return None
    for part in said.chunks:
        shared = [term for term in written.terms if meet(term.keys, part.keys)]
        if len(shared) >= _SHARED and any(_acts(term, written) for term in shared):
            return part
    return None


def _acts(term: Term, written: Piece) -> bool:
    """A finite verb, or a participle with „hat“: „Klientin angerufen“ has no actor."""
    if term.noun or term.index == 0 or term.weight < 1.0:
        return False
    return not is_participle(term.word) or _goes_on(term, written) or bool(written.words & _HAS)


def _goes_on(term: Term, written: Piece) -> bool:
    """„bestellt die Formulare“: with its object behind it, it is no participle."""
    behind = written.clause.tokens[term.index + 1 : term.index + 2]
    return bool(behind) and behind[0].kind is TokenKind.WORD
