"""What the words around a name in the midst of a sentence say about it."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.facts.lexicon.measures import MEASURES
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE, SUBORDINATORS
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind

_MEASURE_WORDS = frozenset(name[0] for measure in MEASURES for name in measure.names)
_CLAUSE = 12
"""So many tokens a clause goes on behind a name."""
_NEAR = 4
"""So near before a subject stands its verb in „Um acht Uhr hat im Bad Frau …“."""


def unmarked(view: View, start: int, end: int) -> bool:
    """Whether a name in speech without marks rather begins a part than is an object.

    As an object it stands behind the verb („hat Frau Keller beschimpft“) or before the
    participle that ends the clause („hat laut Frau Keller beschimpft“).
    """
    last = view.word(start - 1)
    if view.kind(start - 1) is not TokenKind.WORD or last in FINITE | lex.SUBJECTS | {"und"}:
        return False
    ends = view.kind(end + 1) in {None, TokenKind.PUNCT} or view.word(end + 1) == "und"
    return not (ends and is_participle(view.word(end))) and view.kind(end) is TokenKind.WORD


def of_relative(view: View, facts: Sequence[Fact], place: tuple[int, int]) -> bool:
    """„Die Tochter von Frau Keller …“: what follows concerns Frau Keller."""
    floor, first = place
    if view.word(first - 1) not in {"von", "der", "des"}:
        return False
    return any(
        fact.kind is FactKind.ROLE and fact.tokens[1] == first - 1 and fact.tokens[0] - floor <= 2
        for fact in facts
    )


def goes_on(view: View, end: int) -> bool:
    """Whether behind a name a part of its own begins."""
    word = view.word(end)
    if word in FINITE or word in {":", "–"} or word in _MEASURE_WORDS:
        return True
    if view.kind(end) is TokenKind.NUMBER:
        return True
    return word in {",", "der", "die"} and view.word(end + 1) in FINITE


def complete(view: View, start: int, words: int) -> bool:
    """Whether what stands before a name without any mark has already come to its end."""
    if words < 3 or view.kind(start - 1) is TokenKind.PUNCT:
        return False
    last = view.word(start - 1)
    closed = view.kind(start - 1) in {TokenKind.NUMBER, TokenKind.UNIT, TokenKind.TIME}
    if closed:
        return not _lacks_participle(view, start - words, start)
    return is_participle(last) and not view.capital(start - 1)


def _lacks_participle(view: View, floor: int, start: int) -> bool:
    """„hat um acht Frau Keller beschimpft“: the participle of the verb before is still to come.

    „hat Fieber seit acht Frau Keller gut geschlafen“ has an object before the name.
    """
    at = start - 1
    while at >= floor and view.word(at) not in DONE_AUXILIARIES:
        if is_participle(view.word(at)) or _is_object(view, at):
            return False
        at -= 1
    if at < floor:
        return False
    for behind in range(start, min(start + _CLAUSE, len(view.tokens))):
        if view.word(behind) in FINITE or view.kind(behind) is TokenKind.PUNCT:
            return False
        if is_participle(view.word(behind)) and not view.capital(behind):
            return True
    return False


def _is_object(view: View, at: int) -> bool:
    """A noun with no preposition before it."""
    if view.kind(at) is not TokenKind.WORD or not view.capital(at) or view.word(at) == "uhr":
        return False
    article = view.word(at - 1) in lex.ARTICLES
    return view.word(at - 1 - article) not in lex.PREPOSITIONS


def inverted(lead: Sequence[str]) -> bool:
    """„Um acht Uhr hat …“: a verb, more than it before it, and no subject yet."""
    verbs = [at for at, word in enumerate(lead) if word in FINITE]
    if (
        not verbs
        or verbs[0] == 0
        or len(lead) - verbs[-1] > _NEAR
        or set(lead) & (lex.SUBJECTS | SUBORDINATORS)
    ):
        return False
    if any(is_participle(word) for word in lead[verbs[0] + 1 :]):
        return False
    return not any(
        word in lex.ARTICLES and (at == 0 or lead[at - 1] not in lex.PREPOSITIONS)
        for at, word in enumerate(lead)
    )
