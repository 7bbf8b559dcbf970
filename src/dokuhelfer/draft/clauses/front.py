"""The one constituent before a finite verb: where it begins."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.people import ADDRESS, DOCTOR, GIVEN_NAMES, STAFF_TITLES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle

_ADJECTIVES = 2
"""Adjectives between a determiner and its noun that are looked through."""
_NAME_WORDS = 3
_NAMES = frozenset(ADDRESS) | DOCTOR | STAFF_TITLES
_NO_ADJECTIVE = tables.PREPOSITIONS | tables.DETERMINERS | tables.FIRSTS | FINITE


def front(words: Words, verb: int, floor: int, *, loose: bool) -> int | None:
    """Index at which the sentence of the finite verb at ``verb`` begins.

    None when what stands before the verb is no constituent that could open a sentence.

    Args:
        floor: index behind which the constituent must lie.
        loose: whether no verb stands between ``floor`` and the constituent, so that a noun
            right before it hangs together with it.
    """
    at = verb - 1
    if at < floor:
        return None
    begin = _single(words, at, verb, floor)
    if begin is None:
        begin = _phrase(words, at, floor, loose=loose)
    if begin is None:
        return None
    if words.low(begin - 1) in {"statt", "anstatt"}:
        return None  # „… erst um sechs statt um fünf läuft …“
    begin = _apposed(words, begin, floor)
    return words.connected(begin, floor)


def _apposed(words: Words, begin: int, floor: int) -> int:
    """„die Ewa also die Fachkraft hat …“: both name one person."""
    if words.low(begin - 1) != "also" or begin - 2 < floor:
        return begin
    other = _phrase(words, begin - 2, floor, loose=False)
    return begin if other is None else other


def _single(words: Words, at: int, verb: int, floor: int) -> int | None:
    word = words.low(at)
    if word in {"selber", "selbst"} and words.low(at - 1) in tables.FIRSTS:
        return at - 1
    if word in tables.FIRSTS:
        if word in _NOMINATIVES and words.low(verb + 1) in _NOMINATIVES:
            return None  # two subjects: the first belongs to what stands before
        name = _dislocated(words, at, floor)
        return at if name is None else name
    if not words.is_word(at) or words.capital(at):
        return None
    if at - 1 >= floor and words.low(at - 1) in _ARTICLES and _is_adjective(words, at):
        return at - 1  # „die zweite hat sie stehen lassen“
    inverted = words.low(verb + 1) in tables.SUBJECTS or words.low(verb).endswith(("ts", "bs"))
    inverted = inverted or (word in tables.AGREED and words.low(verb + 1) == "dass")
    adjective = word not in _NO_FRONT and not word.endswith("s")
    return at if inverted and (is_participle(word) or adjective) else None


_NO_FRONT = tables.CLOSERS | tables.CONNECTORS | tables.PREPOSITIONS | FINITE
"""Lower-case words that close what stands before rather than open what follows."""


_ARTICLES = frozenset({"der", "die", "das", "den", "dem"})
_NOMINATIVES = frozenset({"ich", "er", "wir", "man", "du", "niemand", "keiner", "jemand"})
_BESIDE = frozenset({"nebenan", "oben", "unten", "drüben", "gegenüber", "daneben"})
"""Behind a noun: they belong to it."""


def _dislocated(words: Words, at: int, floor: int) -> int | None:
    """„Herr Ibrahim der hat …“: the name belongs to the clause."""
    if words.low(at) not in {"der", "die", "den", "dem"} or not words.capital(at - 1):
        return None
    for back in range(at - 2, max(floor, at - 2 - _NAME_WORDS) - 1, -1):
        if words.low(back) in ADDRESS:
            return _opened_by(words, back, floor)
        if not words.capital(back):
            return None
    return None


def _opened_by(words: Words, name: int, floor: int) -> int | None:
    """Where a name begins, its preposition included; None when it is an object of its own."""
    opens = name - 1 == floor or words.low(name - 2) in tables.CONNECTORS
    if words.low(name - 1) in {"der", "die"} and name > floor and opens:
        return name - 1  # „der Herr Schuster der …“
    return name if words.low(name - 1) not in tables.PREPOSITIONS | tables.DETERMINERS else None


def _phrase(words: Words, at: int, floor: int, *, loose: bool) -> int | None:
    """Where a phrase with a noun, a name or a value at its end begins."""
    if words.low(at) in _BESIDE:
        at -= 1
    head = _head(words, at, floor)
    if head is None:
        return None
    begin = _with_determiner(words, head, floor)
    if words.low(begin) == "bis":
        return None  # a deadline ends what stands before
    attached = _attached(words, begin, floor, loose=loose)
    if attached is not None:
        begin = attached
    if words.low(begin - 1) in tables.HEDGES and begin - 1 >= floor:
        begin -= 1
    return begin


def _head(words: Words, at: int, floor: int) -> int | None:
    """First word of the noun, name or value that ends at ``at``."""
    if words.is_value(at):
        while at - 1 >= floor and words.is_value(at - 1):
            at -= 1
        named = at - 1 >= floor and words.capital(at - 1)
        return _before_value(words, at - 1, floor) if named else at
    if not words.capital(at):
        return None
    for back in range(at, max(floor, at - _NAME_WORDS) - 1, -1):
        if words.low(back) in _NAMES and words.is_word(back):
            return _whole_name(words, back, floor)
        if not words.capital(back):
            break
    return at


def _before_value(words: Words, at: int, floor: int) -> int:
    """Where „Frau Mazur 15“, „Karl Weber Zimmer 33“ begins; ``at`` is the word before the value."""
    if words.low(at) == "zimmer" and at - 1 >= floor and words.capital(at - 1):
        at -= 1
    named = at - 1 >= floor and words.low(at - 1) in _NAMES | GIVEN_NAMES
    return at - 1 if named and words.capital(at - 1) else at


def _whole_name(words: Words, at: int, floor: int) -> int:
    while at - 1 >= floor and words.capital(at - 1):
        at -= 1
        if words.low(at) in ADDRESS:
            break
    return at


def _with_determiner(words: Words, head: int, floor: int) -> int:
    at = head
    for _ in range(_ADJECTIVES):
        if at - 1 >= floor and _is_adjective(words, at - 1):
            at -= 1
    if at - 1 >= floor and words.is_value(at - 1) and not words.capital(at - 2):
        at -= 1
    if at - 1 >= floor and _determines(words, at - 1):
        at -= 1
    elif at != head and words.low(at - 1) not in tables.PREPOSITIONS:
        at = head  # „… ist rot Haut …“: what looked like an adjective belongs to what stands before
    if at - 1 >= floor and words.low(at - 1) in tables.PREPOSITIONS:
        particle = words.low(at - 1) in tables.DATIVE and words.low(at) in tables.NO_DATIVE
        at -= not particle
    return at


def _determines(words: Words, at: int) -> bool:
    """Whether a determiner stands at ``at`` that is not the subject of the verb before it."""
    if words.low(at) not in tables.DETERMINERS:
        return False
    if words.low(at) in {"der", "die", "das"} and words.capital(at + 1):
        return True  # „… bleiben möchte die Mutter findet …“
    return not (words.low(at) in tables.SUBJECTS and words.verb(at - 1) in FINITE)


def _is_adjective(words: Words, at: int) -> bool:
    word = words.low(at)
    if not words.is_word(at) or words.capital(at) or word in _NO_ADJECTIVE:
        return False
    return word.endswith(("e", "en", "er", "es", "em")) and not is_participle(word)


def _attached(words: Words, begin: int, floor: int, *, loose: bool) -> int | None:
    """Begin of a noun phrase that the phrase at ``begin`` hangs on („der Kühlschrank in der …“)."""
    word = words.low(begin)
    if word not in tables.PREPOSITIONS or begin - 1 < floor or not words.capital(begin - 1):
        return None
    head = _head(words, begin - 1, floor)
    if head is None:
        return None
    whole = _with_determiner(words, head, floor)
    if words.low(whole) in tables.PREPOSITIONS:
        return None
    opens = loose or whole == floor or words.low(whole - 1) in tables.CONNECTORS
    closes = is_participle(words.low(whole - 1))
    return whole if word in tables.ATTRIBUTES or opens or closes else None
