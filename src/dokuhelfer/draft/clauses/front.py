"""The one constituent before a finite verb: where it begins."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.subject import has_subject
from dokuhelfer.draft.clauses.turns import with_room
from dokuhelfer.draft.clauses.whole import ends_predicate
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.people import (
    ADDRESS,
    CLIENT_TITLES,
    DOCTOR,
    GIVEN_NAMES,
    RELATIVES,
    STAFF_TITLES,
)
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.capitals import is_known_noun

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
        begin = _phrase(words, at, floor, loose=loose or not has_subject(words, verb))
    if begin is None:
        return None
    if words.low(begin - 1) in {"statt", "anstatt"}:
        return None  # „… erst um sechs statt um fünf läuft …“
    begin = _joined(words, _apposed(words, begin, floor), verb, floor)
    return words.connected(with_room(words, begin, floor), floor)


def _joined(words: Words, begin: int, verb: int, floor: int) -> int:
    """„Arme und Beine haben …“: where two subjects of one verb begin."""
    both = words.low(begin - 1) == "und" and words.capital(begin - 2) and begin - 2 >= floor
    if not both or words.low(verb) not in tables.OF_MANY:
        return begin
    head = _head(words, begin - 2, floor)
    first = begin if head is None else _with_determiner(words, head, floor)
    return begin if words.low(first) in tables.PREPOSITIONS else first


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
        if word in _NOMINATIVES and words.low(verb + 1) in _NOMINATIVES and _agree(words, verb):
            return None  # two subjects: the first belongs to what stands before
        if word in _LATER and words.low(at - 1) in tables.SPANS_OF_TIME:
            return _phrase(words, at - 1, floor, loose=False)
        name = _dislocated(words, at, floor)
        return at if name is None else name
    if not words.is_word(at) or words.capital(at):
        return None
    told = words.low(at - 2) in tables.STATES  # „… die Haut trocken ist offen ist nichts“
    if word in tables.STATES and words.verb(at - 1) in tables.BEING and not told:
        return verb  # „das Pflaster ist trocken hab ich nicht gewechselt“
    if at - 1 >= floor and words.low(at - 1) in _ARTICLES and _is_adjective(words, at):
        return at - 1  # „die zweite hat sie stehen lassen“
    inverted = words.low(verb + 1) in tables.SUBJECTS or words.low(verb).endswith(("ts", "bs"))
    inverted = inverted or (words.low(verb) in _FEELS and words.low(verb + 1) in _FEELING)
    inverted = inverted or (word in tables.AGREED and words.low(verb + 1) == "dass")
    adjective = word not in _NO_FRONT and not word.endswith("s")
    return at if inverted and (is_participle(word) or adjective) else None


def _agree(words: Words, verb: int) -> bool:
    """Whether the pronoun behind a verb may be its subject: „sagt ich“ never is."""
    return words.low(verb + 1) not in {"ich", "wir", "du"} or not words.low(verb).endswith("t")


_FEELS = frozenset({"ist", "war", "geht", "ging", "wurde", "tut", "tat"})
_FEELING = frozenset({"ihr", "ihm", "mir", "ihnen", "uns"})
"""„schwindelig ist ihr nicht“."""
_LATER = frozenset({"später", "danach", "vorher", "zuvor", "nachher", "drauf"})
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
    if at - 1 == floor and words.low(at - 1) in GIVEN_NAMES:
        return at - 1
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
    hedged = words.low(begin - 1) in tables.HEDGES and begin - 1 >= floor
    if hedged and words.low(begin - 2) in tables.PREPOSITIONS:
        return None  # „sie weiß es seit heute Mittag …“
    if words.low(begin - 1) in tables.DAY_PARTS and words.low(begin - 2) in tables.HEDGES:
        return begin - 2 if begin - 2 >= floor else begin  # „heute früh um 8 …“
    return begin - hedged


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
    return at - 1 if _bears_name(words, at, floor) else at


def _bears_name(words: Words, at: int, floor: int) -> bool:
    """„Kollegin Ewa“, „das Amt Mettmann“: two nouns, the second of them a name."""
    if at - 1 < floor or not words.capital(at - 1) or is_known_noun(words.low(at)):
        return False
    if len(words.low(at)) <= _LETTERS:
        return True  # „Deutsch C1 hat er …“
    return _is_bearer(words, at - 1, floor)


def _is_bearer(words: Words, at: int, floor: int) -> bool:
    """„(die) Wundmanagerin (Frau Seifert)“: what somebody or something with a name is."""
    word = words.low(at)
    if word in _BEARERS or word.endswith(_OFFICES):
        return True
    article = words.low(at - 1) in tables.DETERMINERS and at - 1 >= floor
    return article and words.low(at - 2) not in tables.PREPOSITIONS


_OFFICES = (
    "in",
    "arzt",
    "leitung",
    "dienst",
    "betreuer",
    "berater",
    "helfer",
    "arbeiter",
    "lehrer",
)


_LETTERS = 2
_BEARERS = frozenset(PROFESSIONALS) | frozenset(RELATIVES) | STAFF_TITLES | CLIENT_TITLES


def _before_value(words: Words, at: int, floor: int) -> int:
    """Where „Frau Mazur 15“, „Karl Weber Zimmer 33“ begins; ``at`` is the word before the value."""
    if words.low(at) == "zimmer" and at - 1 >= floor and words.capital(at - 1):
        at -= 1
    named = at - 1 >= floor and words.low(at - 1) in _NAMES | GIVEN_NAMES
    return at - 1 if named and words.capital(at - 1) else at


def _whole_name(words: Words, at: int, floor: int) -> int:
    while at - 1 >= floor and words.capital(at - 1):
        if words.low(at) in ADDRESS and not _is_bearer(words, at - 1, floor):
            break
        at -= 1
        if words.low(at) in ADDRESS:
            break
    return at


def _with_determiner(words: Words, head: int, floor: int) -> int:
    at = head
    for _ in range(_ADJECTIVES):
        if at - 1 >= floor and _is_adjective(words, at - 1):
            at -= 1
    counted = words.is_number(at - 1) and not words.capital(at - 2) and words.low(at) not in _NEXT
    if at - 1 >= floor and counted:
        at -= 1
    if at - 1 >= floor and _determines(words, at - 1) and not _denies_first(words, at - 1):
        at -= 1
    elif words.low(at) in _NEXT and words.low(head) in tables.SPANS_OF_TIME | tables.TIMES:
        pass  # „letzten Montag war …“
    elif at == head - 1 and words.low(at).endswith("e") and words.low(at) not in tables.NO_VERBS:
        pass  # „feste Schuhe hatte …“
    elif at != head and words.low(at - 1) not in tables.PREPOSITIONS:
        at = head  # „… ist rot Haut …“: what looked like an adjective belongs to what stands before
    if at - 1 >= floor and words.low(at - 1) in tables.PREPOSITIONS:
        particle = words.low(at - 1) in tables.DATIVE and words.low(at) in tables.NO_DATIVE
        at -= not particle
    return at


_NEXT = frozenset(
    f"{stem}{ending}"
    for stem in ("letzt", "nächst", "kommend", "vorig", "vergangen", "dies", "jed")
    for ending in ("e", "en", "er", "es")
)


def _denies_first(words: Words, at: int) -> bool:
    """„Schmerzen hat sie keine“: the article belongs to the noun before the verb."""
    if words.low(at) not in {"keine", "keinen", "kein"}:
        return False
    verb = next((place for place in range(at - 1, at - 4, -1) if words.verb(place) in FINITE), -1)
    bare = words.low(verb - 2) not in tables.DETERMINERS | tables.PREPOSITIONS
    return verb > 0 and words.capital(verb - 1) and bare


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
    opens = loose or whole == floor or words.low(whole - 1) in tables.CONNECTORS
    opens = opens or ends_predicate(words, whole - 1) or words.low(whole - 1) in tables.PARTICLES
    if words.low(whole) in tables.PREPOSITIONS:
        return whole if opens else None
    served = word == "mit" and words.capital(begin + 1)  # „Nudeln mit Soße“
    return whole if served or word in tables.ATTRIBUTES or opens else None
