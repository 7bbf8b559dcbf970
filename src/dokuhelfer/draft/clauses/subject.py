"""Whether a verb has its subject behind it, and what that says of the phrase before it.

One constituent stands before a German finite verb. Where no subject follows, it is the subject
itself, and a preposition cannot open it: „hatte nur Socken an der Rollator stand …“.
"""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle

_SUBJECT_REACH = 6


def has_subject(words: Words, verb: int) -> bool:
    """Whether a subject may stand behind the finite verb at ``verb``, as it does where something
    else stands before it."""
    at = verb + 1
    if words.low(verb).endswith("s") and words.low(verb) != words.verb(verb):
        return True  # „hats“
    end = verb + 1 + _SUBJECT_REACH
    while at < end:
        word = words.low(at)
        if word in tables.PREPOSITIONS and words.low(at + 1) in _OBJECTS:
            at += 1
        elif word in tables.PREPOSITIONS:
            at += 1
            while at < end and not words.capital(at) and not words.is_value(at):
                at += 1
        elif word in _OBJECT_ARTICLES:
            at += 1 + (not words.capital(at + 1))
        elif word in _SUBJECTS or words.capital(at) or words.is_number(at):
            return True
        if word in _WITH_NOUN and (words.capital(at + 1) or words.capital(at + 2)):
            return True
        if word in {"und", "aber"} or (word in FINITE and not is_participle(word)):
            return False
        at += 1
    return False


_SUBJECTS = tables.SUBJECTS | frozenset(
    {"alle", "jemand", "niemand", "keiner", "keine", "einer", "dieser", "dieses", "mehrere", "eine"}
)
_WITH_NOUN = frozenset(
    {"ein", "kein", "mein", "meine", "ihr", "ihre", "sein", "seine", "unser", "unsere", "diese"}
)
_OBJECTS = frozenset({"nichts", "ihm", "ihr", "ihn", "sie", "mir", "mich", "sich", "uns", "ihnen"})
_OBJECT_ARTICLES = frozenset(
    {"den", "dem", "einen", "einem", "keinen", "keinem", "ihren", "seinen"}
)


def opening(words: Words, begin: int, verb: int, before: str) -> int | None:
    """``begin``, or where the clause of the finite verb at ``verb`` begins instead.

    Args:
        begin: where its phrase begins when nothing else is looked at.
        before: the finite verb of the clause before.
    """
    hedged = words.low(begin) in tables.HEDGES and words.low(begin + 1) in tables.PREPOSITIONS
    whole, begin = begin, begin + hedged
    word = words.low(begin)
    if word not in tables.PREPOSITIONS:
        return whole
    nominative = words.low(begin + 1) in _NOMINATIVE_ARTICLES
    if word in tables.DATIVE:
        nominative = nominative and words.low(begin + 1) in tables.NO_DATIVE
    parted = before in tables.PARTED.get(word, frozenset())
    if parted and (nominative or words.capital(begin + 1) or words.low(begin + 1) in _SUBJECTS):
        return begin + 1  # „das Zertifikat liegt vor die Übersetzung fehlt“
    if has_subject(words, verb):
        return whole
    return begin + 1 if word in tables.PARTICLES and nominative else None


_NOMINATIVE_ARTICLES = frozenset(
    {"der", "die", "das", "ein", "eine", "sein", "ihr", "seine", "ihre"}
)


def is_object(words: Words, begin: int, verb: int, last: int) -> bool:
    """„sie öffnet die Augen antwortet aber nicht“: the noun belongs to the verb at ``last``."""
    behind = begin - 1 == last or (begin - 2 == last and words.low(begin - 1) in tables.SUBJECTS)
    opened = words.low(begin) in {"der", "die", "das", "den", "eine", "einen", "ein"}
    return behind and opened and not has_subject(words, verb)
