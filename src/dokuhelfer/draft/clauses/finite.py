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
        return words.low(at - 1) == "ich" and before not in FINITE and before != "und"
    if not word.endswith("t") or is_participle(word):
        return False
    subject = words.capital(at - 1) and words.low(at - 2) in {"der", "die", "das"}
    ahead = words.low(at + 1) in tables.FIRSTS | tables.CONNECTORS | {"nicht"}
    return subject and ahead


def of_we(words: Words, at: int) -> bool:
    """„… zwei Monatsmieten wir haben …“, unless „wir“ stands behind its own verb."""
    return words.low(at - 1) == "wir" and words.verb(at - 2) not in FINITE
