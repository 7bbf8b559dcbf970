"""Where nobody sets marks: a phrase right before „nein“, one of the same shape right behind (R03).

„den Mietvertrag quatsch die Wohnbescheinigung von …“, „mit einem Zwanziger nein mit einem Fünfziger
das Wechselgeld …“. With marks the end of the clause tells what replaces; here the shape has to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import capital, low, word
from dokuhelfer.draft.normalise.scene import Repair, Scene
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import restated as restated_table
from dokuhelfer.draft.normalise.tables import words

_DETERMINERS = table.ARTICLES | words("jeden jede jedes jeder beide beiden")
_CONTRACTED = words("im ins am ans zum zur beim vom aufm vorm unterm")
"""With the article in them."""
_TITLES = words("frau herr herrn doktor dr dr. schwester pfleger familie")
_INFLECTED = ("e", "en", "er", "es", "em")
_ADJECTIVES = 2
SAME_TAIL = 5
"""Letters in which two bare nouns end alike: „Altenpflege nein Tierpflege“."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun with what leads it in; ``start`` and ``end`` are token indices, half-open."""

    start: int
    end: int
    preposition: str
    determiner: str
    noun: str


def phrase_anew(scene: Scene) -> Repair | None:
    """The phrase before the marker taken back by one of the same shape behind it."""
    if not scene.immediate:
        return None
    old, new = _ending(scene), _opening(scene.after)
    if old is None or new is None or old.noun == new.noun:
        return None
    if {old.noun, new.noun} & _TITLES or word(scene.after, new.end) in table.NEGATIONS:
        return None
    alike = _strongly_alike(old, new) if scene.strong else _alike(old, new)
    return Repair(old.start, old.end) if alike else None


def _alike(old: _Phrase, new: _Phrase) -> bool:
    """The same words lead both in; two bare nouns have to end alike."""
    led = old.preposition, old.determiner
    if led != (new.preposition, new.determiner):
        return False
    return any(led) or old.noun[-SAME_TAIL:] == new.noun[-SAME_TAIL:]


def _strongly_alike(old: _Phrase, new: _Phrase) -> bool:
    families = restated_table.FAMILIES
    same = families.get(old.preposition) == families.get(new.preposition)
    placing = {old.preposition, new.preposition} <= restated_table.PLACING
    return (same or placing) and _determined(old) == _determined(new)


def _determined(phrase: _Phrase) -> bool:
    return bool(phrase.determiner) or phrase.preposition in _CONTRACTED


def _opening(tokens: Sequence[Token]) -> _Phrase | None:
    at = 0
    preposition = word(tokens, at) if word(tokens, at) in restated_table.FAMILIES else ""
    at += bool(preposition)
    determiner = word(tokens, at) if word(tokens, at) in _DETERMINERS else ""
    at += bool(determiner)
    for _ in range(_ADJECTIVES):
        at += _describes(tokens, at)
    if not capital(tokens, at):
        return None
    return _Phrase(0, at + 1, preposition, determiner, low(tokens, at))


def _ending(scene: Scene) -> _Phrase | None:
    tokens, noun = scene.before, len(scene.before) - 1
    if noun < scene.floor or not capital(tokens, noun):
        return None
    at = noun
    for _ in range(_ADJECTIVES):
        at -= at - 1 >= scene.floor and _describes(tokens, at - 1)
    determiner = word(tokens, at - 1) if at > scene.floor else ""
    determiner = determiner if determiner in _DETERMINERS else ""
    at -= bool(determiner)
    preposition = word(tokens, at - 1) if at > scene.floor else ""
    preposition = preposition if preposition in restated_table.FAMILIES else ""
    at -= bool(preposition)
    if at < noun and not (determiner or preposition):
        at = noun  # „hat starke Schmerzen“: without an article the word before may be anything
    return _Phrase(at, noun + 1, preposition, determiner, low(tokens, noun))


def _describes(tokens: Sequence[Token], at: int) -> bool:
    said = word(tokens, at)
    plain = bool(said) and tokens[at].text.islower() and said.endswith(_INFLECTED)
    known = _DETERMINERS | table.PRONOUNS | table.FINITE | frozenset(restated_table.FAMILIES)
    return plain and said not in known
