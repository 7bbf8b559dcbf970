"""Pieces that are known by how they open: subordinate clauses, what was said, headings, orders."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.words import Words

_HEADING = 3
"""So many words before a first clause are a heading of their own."""
_NOMINATIVES = frozenset({"ich", "er", "sie", "es", "wir", "man", "die", "das"})
_HOW = tables.FIRSTS | {"viel", "viele", "lange", "oft"}


def opens_subordinate(words: Words, at: int) -> bool:
    """Whether a subordinate clause opens at ``at``, whose verb begins no sentence."""
    word, following = words.low(at), words.low(at + 1)
    if word in tables.OPENERS:
        return True
    if word == "als" and following in tables.SUBJECTS:
        return True  # „als ich um drei ins Zimmer kam lag sie …“
    if word in {"seit", "bis", "seitdem"} and following in _NOMINATIVES:
        return True  # „sie weint seit die Schwester tot ist“
    if word.startswith("welch") and words.capital(at + 1):
        return True
    if word == "wie" and following == "ein":
        return words.low(at - 1) in tables.TOLD
    return word == "wie" and following in _HOW


def is_heading(words: Words, first: int, begin: int) -> bool:
    """Whether what stands from ``first`` to ``begin`` without a verb is a piece of its own."""
    counted = words.is_unit(begin - 1) or words.is_number(begin - 1)
    measured = counted and words.capital(first) and words.low(first) not in tables.PREPOSITIONS
    if measured and begin - first > 1 and not words.is_room(begin - 1):
        return True  # „Puls 72 wir haben …“
    if begin - first < _HEADING or words.low(begin - 1) in tables.CONNECTORS:
        return False
    return words.low(first) not in {"bei", "zu", "zum", "zur"}


def is_order(words: Words, first: int, begin: int) -> bool:
    """„bitte nachbestellen …“: an order is whole with its infinitive."""
    infinitive = words.low(begin - 1).endswith(("en", "ern", "eln"))
    ordered = words.low(first) == "bitte" and not words.capital(begin - 1)
    return ordered and infinitive and words.is_word(begin - 1)


def is_said(words: Words, start: int, at: int) -> bool:
    """Whether what was said follows: not for „nach der Mutter gerufen“ or „das gesagt“."""
    if words.low(at) not in tables.SAID:
        return False
    before = {words.low(place) for place in range(start, at)}
    if words.low(at) in {"geantwortet", "gefragt"} and words.low(at - 1) not in _TO_WHOM:
        return False  # „hat auf alles geantwortet“
    return not before & _TOLD and not (words.low(at) == "gerufen" and "nach" in before)


_TO_WHOM = frozenset({"hat", "mir", "ihr", "ihm", "und", "ich", "mich"})


_TOLD = frozenset({"das", "es", "so", "des", "dass", "hats", "habs"})
"""„das hat sie gesagt“: what was said stands before."""


def tells(words: Words, verb: int) -> bool:
    """„er sagt …“, „die Mutter sagt …“: who speaks stands before the verb of saying."""
    if words.low(verb - 1) in tables.SUBJECTS:
        return True
    named = words.capital(verb - 1) and words.low(verb - 2) in _BEFORE_SPEAKER
    return named and words.low(verb - 3) not in tables.PREPOSITIONS


_BEFORE_SPEAKER = frozenset({"der", "die", "das", "frau", "herr"})
