"""Finite verbs known by where they stand, listed or not."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle

_LENGTH = 4
"""Letters from which a shape says anything."""


def looks_finite(words: Words, at: int) -> bool:
    """A verb nobody listed: „ich versuche …“, „der Rollator quietscht und …“."""
    word = words.low(at)
    if len(word) < _LENGTH or word in tables.NO_VERBS or not words.is_word(at) or words.capital(at):
        return False
    if word.endswith("e"):
        # Behind „und“ it goes on with what was agreed before, as often as not.
        before = words.verb(at - 2)
        agrees = words.low(at - 1) == "ich" and before not in FINITE and before != "und"
        return agrees or (words.low(at + 1) == "ich" and _governs(words, at))
    if not word.endswith("t") or is_participle(word):
        return False
    if words.low(at + 1) in _THEY and _governs(words, at):
        return True
    if words.low(at - 1) in _THEY and words.verb(at - 2) not in FINITE | tables.HAVE:
        return not is_participle(words.low(at - 2)) and words.low(at - 2) not in tables.OPENERS
    subject = words.capital(at - 1) and words.low(at - 2) in {"der", "die", "das"}
    ahead = words.low(at + 1) in _AHEAD
    return subject and ahead


_AHEAD = tables.FIRSTS | tables.CONNECTORS | tables.PREPOSITIONS | tables.DETERMINERS | {"nicht"}
_THEY = frozenset({"er", "sie", "es", "man"})


def _governs(words: Words, at: int) -> bool:
    """„danach schicke ich …“, not „sie ist müde ich hab …“: the subject is no other verb's."""
    if words.low(at - 1) in tables.DETERMINERS | tables.PREPOSITIONS or words.capital(at + 1):
        return False
    behind = words.verb(at + 2)
    inflected = behind.endswith("e") and behind not in tables.DETERMINERS
    return behind not in FINITE and not inflected and not _may_be_theirs(words, at + 2)


def _may_be_theirs(words: Words, at: int) -> bool:
    """Whether a verb in „-t“ may stand at ``at``."""
    word = words.low(at)
    verbal = word.endswith("t") and word not in tables.NO_VERBS and not is_participle(word)
    return verbal and len(word) >= _LENGTH and not words.capital(at)


def of_we(words: Words, at: int) -> bool:
    """„… zwei Monatsmieten wir haben …“, unless „wir“ stands behind its own verb."""
    return words.low(at - 1) == "wir" and words.verb(at - 2) not in FINITE
