"""Where a dictation without marks turns to the next person or to another topic."""

from __future__ import annotations

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.clauses.measures import MEASURE_WORDS
from dokuhelfer.draft.clauses.words import Words
from dokuhelfer.draft.facts.lexicon.people import ADDRESS, CLIENT_TITLES, GIVEN_NAMES, RELATIVES
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle

NAME_REACH = 3
"""Words around a name among which its room stands."""
_OF_PERSONS = ("in", "arzt", "ärztin", "betreuer", "leiter", "kollege", "chef", "pfleger")
_NEIGHBOURS = ("nachbar", "nachbarn", "nachbarin", "bewohner", "bewohnerin", "kollegin", "kollegen")


def names_next(words: Words, at: int, *, headed: bool) -> bool:
    """„dann Herr Oberhuber Zimmer 24 …“, „Frau Trần die war …“: the next person.

    Args:
        headed: whether the sentence has only begun, so that a name is still part of its heading.
    """
    if words.low(at) == "zimmer" and words.is_room(at + 1) and words.low(at + 2) in ADDRESS:
        return True
    if words.low(at) in GIVEN_NAMES and words.low(at - 1) in {"der", "die"}:
        named = words.capital(at) and words.capital(at + 1) and words.low(at - 2) == "und"
        return named and (words.low(at + 2) == "zimmer" or words.is_room(at + 2))
    if words.low(at) not in ADDRESS or not words.capital(at) or headed:
        return False
    before = words.low(at - 1)
    if before in tables.PREPOSITIONS | tables.DETERMINERS or _bears_name(before):
        return False
    behind = [words.low(place) for place in range(at + 1, at + 2 + NAME_REACH)]
    numbered = words.capital(at + 1) and (words.is_room(at + 2) or _in_room(words, at + 2))
    remembered = words.low(at - 2) == "ach" and before in {"ja", "so"}
    return numbered or "zimmer" in behind or before in {"dann", "noch"} or remembered


def _in_room(words: Words, at: int) -> bool:
    """„(Frau Kern) in 14“, „(Frau Kern) auf der 14“."""
    room = at + 1 + (words.low(at + 1) in {"der", "die"})
    return words.low(at) in {"in", "auf"} and words.is_room(room)


def turns_topic(words: Words, at: int, *, told: bool) -> bool:
    """„und bei Frau Kern …“, „ansonsten …“; ``told``: whether a verb stands before."""
    low = words.low
    if low(at) in {"bei", "beim", "zu"} and low(at - 1) in tables.CONNECTORS and told:
        return words.capital(at + 1) or words.capital(at + 2)
    return any((low(at), low(at + 1))[: len(topic)] == topic for topic in tables.TOPICS)


def headed(words: Words, begin: int, floor: int) -> int:
    """``begin``, or where the heading right before it stands („… Ergebnis er meldet sich …“)."""
    if begin - 2 > floor and (words.low(begin - 2), words.low(begin - 1)) in tables.LONG_HEADINGS:
        return begin - 2
    single = begin - 1 > floor and words.low(begin - 1) in tables.HEADINGS
    return begin - 1 if single and not _inside_phrase(words, begin - 1) else begin


def opens_entry(words: Words, at: int, *, told: bool) -> int | None:
    """Where „Wundrand …“, „kein Exsudat …“ begins: the name of a field without an article.

    Args:
        told: whether a verb stands before; then a measurement is an entry as well.
    """
    if told and _opens_measure(words, at):
        return at
    if words.low(at) not in tables.LABELS or not words.capital(at):
        return None
    if words.low(at - 1) in _GIVEN_TO or words.verb(at - 1) in FINITE:
        return None  # „er schickt mir Foto von …“
    answered = words.capital(at - 2) and words.low(at - 1) in tables.DETERMINERS  # „Taschen keine“
    if words.low(at - 1) in tables.OF_LABELS:
        return at if answered else at - 1
    return None if _inside_phrase(words, at) else at


_GIVEN_TO = tables.SUBJECTS | {"mir", "dir", "ihm", "ihr", "uns", "ihnen", "sich", "euch"}


def _opens_measure(words: Words, at: int) -> bool:
    """„… auf dem Rasen Puls 72 …“: a measurement with its value, said without an article."""
    if words.low(at) not in MEASURE_WORDS or not words.capital(at) or _inside_phrase(words, at):
        return False
    return any(words.is_value(place) for place in (at + 1, at + 2)) and not words.is_value(at - 1)


def _inside_phrase(words: Words, at: int) -> bool:
    """Whether the word at ``at`` goes with the one before it („das Ziel“, „zum Termin“)."""
    before = words.low(at - 1)
    if before in tables.DETERMINERS | tables.PREPOSITIONS | tables.CONNECTORS:
        return True
    inflected = before.endswith(("e", "en", "er", "es", "em")) and not words.capital(at - 1)
    return inflected and before not in FINITE and not is_participle(before)


def topic_start(words: Words, at: int, floor: int) -> int:
    """„bei Herrn Ibrahim bitte …“, „dann noch Frau Trần …“: where the sentence begins."""
    if words.low(at - 1) == "noch" and words.low(at) in ADDRESS:
        return at - 1
    if words.low(at) in GIVEN_NAMES and words.low(at - 1) in {"der", "die"}:
        return at - 1
    if words.low(at) != "bitte":
        return at
    if words.low(at - 2) in ADDRESS and words.capital(at - 1) and at - 2 > floor:
        return at - 2
    for back in range(at - 1, max(floor, at - 2 - NAME_REACH), -1):
        if words.low(back) in {"bei", "zu", "für"} and words.capital(back + 1):
            return back
    return at


def _bears_name(word: str) -> bool:
    """„von der Nachbarin Frau Reuter“: the word before tells who bears the name."""
    if word in RELATIVES or word.removesuffix("n") in RELATIVES or word in CLIENT_TITLES:
        return True
    return (word in PROFESSIONALS and word.endswith(_OF_PERSONS)) or word.endswith(_NEIGHBOURS)


def with_room(words: Words, begin: int, floor: int) -> int:
    """„Zimmer 4 Frau Kern hat …“, „in der 3 Frau Kern hat …“: a room said before the name."""
    if words.low(begin) not in ADDRESS or not words.is_room(begin - 1) or begin - 2 < floor:
        return begin
    if words.low(begin - 2) == "zimmer":
        return begin - 2
    article = words.low(begin - 2) in {"der", "die"}
    placed = article and words.low(begin - 3) in {"in", "auf"} and begin - 3 >= floor
    return begin - 3 if placed else begin
