"""Where a predicate is whole, so that a noun behind it begins something of its own.

German closes a main clause with the second part of its verb, and no bare noun follows there:
„hat geklingelt | Schmerzen in der Hüfte“, „Strümpfe ausgezogen | Beine hochgelegt“, „die Stirn
ist glatt | Mundpflege durchgeführt“. Notes leave the next verb out as often as not.
"""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.openers import opens_subordinate
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE, SEPARABLE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.normalise.tables.calendar import MONTHS

_MOST_ADJECTIVES = 2
_NO_OPENING = frozenset(MONTHS) | tables.TIMES
"""Behind a verb these say when."""
_TEN = ("gebeten", "raten", "treten", "halten", "ritten", "nitten", "litten", "boten")
"""Strong participles in „-ten“; others are inflected („den gestürzten Mann“)."""


def closes_verb(words: Words, at: int) -> bool:
    """Whether a participle stands at ``at`` that describes no noun („geschwollenen Bein“)."""
    word = words.low(at)
    if not words.is_word(at) or words.capital(at):
        return False
    if word in _PASSIVE:
        return True
    if not is_participle(word) or word.endswith(_INFLECTED):
        return False
    if words.low(at - 1) in tables.DETERMINERS and word.endswith("en"):
        return False
    return not word.endswith("ten") or word.endswith(_TEN)


_INFLECTED = ("enen", "ichen", "igen", "ischen", "baren", "samen", "losen")
_PASSIVE = frozenset({"worden", "gewesen", "gelassen"})


def is_infinitive(word: str) -> bool:
    """Whether a lower-case word is a listed infinitive, with or without its particle."""
    if word in tables.INFINITIVES:
        return True
    return any(
        word.startswith(particle) and word.removeprefix(particle) in tables.INFINITIVES
        for particle in SEPARABLE
    )


def is_state(words: Words, at: int, verb: str) -> bool:
    """„Haut intakt“, „war wieder da“, „geht es gut“: what ends a clause that says how it is."""
    word = words.low(at)
    if word in tables.STATES:
        return not words.is_value(at - 1)  # „Temperatur 37 glatt Ohr“
    if verb not in tables.BEING:
        return False
    return word in tables.STATES_OF_BEING


def opens_anew(words: Words, at: int) -> bool:
    """Whether a noun of its own stands at ``at``, its article and adjectives included."""
    if words.capital(at):
        place = words.low(at) == "zimmer" and not words.capital(at + 2)
        return words.low(at) not in _NO_OPENING and not place
    if words.low(at) == "zu" and words.low(at + 1) in {"zweit", "dritt"}:
        return True
    if words.low(at) in tables.FOLLOWING:
        return words.capital(at + 1)
    if words.low(at) not in tables.OWN_ARTICLES:
        return False
    noun = at + 1
    while noun - at <= _MOST_ADJECTIVES and words.low(noun).endswith(("e", "en", "er", "es")):
        if words.capital(noun):
            break
        noun += 1
    if words.low(noun + 1) in {"auch", "a", "ebenfalls", "nicht"}:
        return False  # „Schuhe hat sie angehabt die Brille auch“
    return words.capital(noun) and words.low(noun) not in _NO_OPENING


def stands_alone(words: Words, start: int, last: int) -> bool:
    """„Strümpfe ausgezogen“, „Haut intakt“: a clause without a verb, from its noun to its end."""
    if not (closes_verb(words, last) or is_state(words, last, "")):
        return False
    word = words.low(last)
    if word in FINITE and not word.endswith("iert"):
        return False  # „Frau Kern vermisst ihre Tochter“
    return any(words.capital(at) or words.is_value(at) for at in range(start, last))


def ends_predicate(words: Words, at: int) -> bool:
    """Whether the word at ``at`` is one that a clause ends with, whatever stands before it."""
    if words.is_unit(at) or words.is_time(at):
        return True
    word = words.low(at)
    return closes_verb(words, at) or is_infinitive(word) or word in tables.STATES | _ENDS


_ENDS = frozenset({"nicht", "da", "weg", "drauf", "dran", "dabei", "drin", "zurück", "mehr"})


def is_on_or_off(words: Words, verb: str, at: int) -> bool:
    """„Licht war aus Boden trocken …“: the noun at ``at`` has what it needs behind it."""
    particle = verb in tables.BEING and words.low(at - 1) in {"an", "aus", "zu", "auf"}
    return particle and (words.low(at + 1) in tables.STATES or words.verb(at + 1) in FINITE)


def object_follows(words: Words, verb: int, last: int) -> bool:
    """„ich habe gelesen Bescheid“: where German is new, the object stands behind the verb."""
    return words.low(verb - 1) in tables.SUBJECTS and verb == last - 1


def next_time(words: Words, start: int, at: int) -> int | None:
    """„um 8 Tee alles um 10 Wasser …“: where the next of several times opens an entry."""
    begin = at - (words.low(at - 1) in {"um", "gegen", "ab"})
    if not words.is_time(at) or words.low(begin - 1) in _OF_ONE_SPAN:
        return None
    ends = words.is_value(begin - 1) or closes_verb(words, begin - 1)
    if not ends and words.low(begin - 1) not in _AMOUNTS:
        return None
    earlier = any(words.is_time(place) for place in range(start, begin))
    return begin if earlier else None


_AMOUNTS = frozenset({"alles", "ganz", "komplett", "leer", "nichts", "weg", "halb"})
_OF_ONE_SPAN = tables.PREPOSITIONS | {
    "und",
    "oder",
    "nein",
    "nee",
    "etwa",
    "dann",
    "nicht",
    "sondern",
}


def closes_later(words: Words, at: int, end: int) -> bool:
    """Whether the verb at ``at`` has a participle of its own behind it.

    „… gegessen hat sie gut geschlafen“ has one; „… gemerkt hab ich's um acht“ opens with it.
    """
    for place in range(at + 2, min(at + 2 + _BRACKET, end)):
        if opens_subordinate(words, place) or words.low(place) == "und":
            return False
        if is_participle(words.low(place)) and not words.capital(place):
            return True
        if words.verb(place) in FINITE and not words.capital(place):
            return False
    return False


_BRACKET = 12
"""Words within which a verb's second part follows."""
