"""Where a dictation without marks turns to the next person or to another topic."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.people import ADDRESS, CLIENT_TITLES, GIVEN_NAMES, RELATIVES
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS

NAME_REACH = 3
"""Words around a name among which its room stands."""
_OF_PERSONS = ("in", "arzt", "ärztin", "betreuer", "leiter", "kollege", "chef", "pfleger")
_NEIGHBOURS = ("nachbar", "nachbarn", "nachbarin", "bewohner", "bewohnerin", "kollegin", "kollegen")


def names_next(words: Words, at: int, *, headed: bool) -> bool:
    """„dann Herr Oberhuber Zimmer 24 …“, „Frau Trần die war …“: the next person.

    Args:
        headed: whether the sentence has only begun, so that a name is still part of its heading.
    """
    if words.low(at) in GIVEN_NAMES and words.low(at - 1) in {"der", "die"}:
        named = words.capital(at) and words.capital(at + 1) and words.low(at - 2) == "und"
        return named and (words.low(at + 2) == "zimmer" or words.is_room(at + 2))
    if words.low(at) not in ADDRESS or not words.capital(at) or headed:
        return False
    before = words.low(at - 1)
    if before in tables.PREPOSITIONS | tables.DETERMINERS or _bears_name(before):
        return False
    behind = [words.low(place) for place in range(at + 1, at + 2 + NAME_REACH)]
    numbered = words.is_room(at + 2) and words.capital(at + 1)
    remembered = words.low(at - 2) == "ach" and before in {"ja", "so"}
    return numbered or "zimmer" in behind or before in {"dann", "noch"} or remembered


def turns_topic(words: Words, at: int, *, told: bool) -> bool:
    """„und bei Frau Kern …“, „ansonsten …“; ``told``: whether a verb stands before."""
    low = words.low
    if low(at) in {"bei", "beim", "zu"} and low(at - 1) in tables.CONNECTORS and told:
        return words.capital(at + 1) or words.capital(at + 2)
    return any((low(at), low(at + 1))[: len(topic)] == topic for topic in tables.TOPICS)


def topic_start(words: Words, at: int, floor: int) -> int:
    """„bei Herrn Ibrahim bitte …“, „dann noch Frau Trần …“: where the sentence begins."""
    if words.low(at - 1) == "noch" and words.low(at) in ADDRESS:
        return at - 1
    if words.low(at) in GIVEN_NAMES:
        return at - 1
    if words.low(at) != "bitte":
        return at
    for back in range(at - 1, max(floor, at - 2 - NAME_REACH), -1):
        if words.low(back) in {"bei", "zu", "für"} and words.capital(back + 1):
            return back
    return at


def _bears_name(word: str) -> bool:
    """„von der Nachbarin Frau Reuter“: the word before tells who bears the name."""
    if word in RELATIVES or word.removesuffix("n") in RELATIVES or word in CLIENT_TITLES:
        return True
    return (word in PROFESSIONALS and word.endswith(_OF_PERSONS)) or word.endswith(_NEIGHBOURS)
