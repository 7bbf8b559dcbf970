"""Who or what is missing: „sein Portemonnaie ist weg“ is nobody who ran away."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import CLIENT_TITLES, GIVEN_NAMES, RELATIVES
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.parts import Part, part_at, parts

_GONE = words(
    """
    verschwunden weg vermisst vermisse vermissen vermisste fehlt fehlte fehlten fehlen gefehlt
    auffindbar unauffindbar abhanden gestohlen geklaut entlaufen entflogen verloren verlegt
    abgängig sucht suchte suchen
    """
)
_MISSES = words("vermisst vermisse vermissen vermisste sucht suchte suchen")
"""With a subject and an object they say that somebody misses something."""
_PASSIVE = words("wird wurde werden wurden worden ist war sind waren als")
_POSSESSIVE = words(
    "mein meine meinen meiner sein seine seinen seiner ihr ihre ihren ihrer sein's unser unsere "
    "unseren euer eure"
)
_DETERMINERS = _POSSESSIVE | words("der die das den dem ein eine einen kein keine keinen")
_PREPOSITIONS = words(
    "mit ohne seit in im an am auf aus bei beim von vom zu zur zum nach vor für wegen unter über "
    "durch um neben hinter gegen samt trotz ab bis"
)
_SAYS = words("sagt sagte meint meinte meldet meldete klagt klagte erzählt gesagt gemeldet")
_THINGS = (
    "schlüssel", "geld", "beutel", "börse", "portemonnaie", "brille", "gerät", "geräte", "handy",
    "telefon", "schmuck", "ring", "ringe", "kette", "armbanduhr", "armband", "tasche", "gebiss",
    "prothese", "wäsche", "jacke", "mantel", "hose", "hemd", "kleid", "kleidung", "schuhe", "schuh",
    "rollator", "gehstock", "rollstuhl", "ampulle", "ampullen", "tablette", "tabletten", "pflaster",
    "medikament", "medikamente", "akte", "karte", "ausweis", "pass", "papiere", "unterlagen",
    "buch", "bild", "foto", "fotos", "bedienung", "tablet", "laptop", "fahrrad", "kissen", "decke",
    "puppe", "katze", "kater", "hund", "vogel", "hörgeräte", "stock", "euro", "besteck", "koffer",
)  # fmt: skip
"""Ends of words for what may get lost; animals among them: nobody of the house."""
_PERSONS = (
    CLIENT_TITLES
    | GIVEN_NAMES
    | words(
        """
        kind kinder junge jungen mädchen mann männer frau frauen herr herrn person dame senior
        seniorin jugendliche jugendlicher jugendlichen kleine kleiner kleinen bruder schüler
        schülerin mitbewohner mitbewohnerin kollege kollegin pflegerin pfleger gruppe
        """
    )
)
_KIN = tuple(RELATIVES)


def of_a_thing(item: Item, at: int, items: Sequence[Item]) -> bool:
    """Whether words of going missing at token ``at`` are about a thing or about missing somebody.

    A search with no object of its own („wir haben überall gesucht“) is for the thing that was
    told of beside it.
    """
    part = part_at(item, at)
    if _person_gone(item, part):
        return False
    if _misses(item, part) or _thing_gone(item, part):
        return True
    near = [one for one in items if abs(one.clause.sentence - item.clause.sentence) <= 1]
    told = [(one, other) for one in near for other in parts(one) if _GONE & {w for _, w in other}]
    if any(_person_gone(one, other) for one, other in told):
        return False
    return any(_misses(one, other) or _thing_gone(one, other) for one, other in told)


def _person_gone(item: Item, part: Part) -> bool:
    """„Herr Stamm ist weg“; not „Herr Stamm sagt sein Geld ist weg“, „der Ring von Frau Ohl“."""
    said = {word for _, word in part}
    if _misses(item, part) or (_SAYS & said and _thing_gone(item, part)):
        return False
    for fact in item.of(FactKind.PERSON):
        inside = any(index == fact.tokens[0] for index, _ in part)
        if inside and item.view.word(fact.tokens[0] - 1) not in _PREPOSITIONS | {"der", "des"}:
            return True
    return any(_is_person(word) and not _led_by(item, index, _PREPOSITIONS) for index, word in part)


def _misses(item: Item, part: Part) -> bool:
    """„Frau Kling vermisst ihren Ehering“: somebody misses, nobody is missing."""
    said = {word for _, word in part}
    if not _MISSES & said or _PASSIVE & said:
        return False
    return any(
        item.view.capital(index) and _determined(item, index, _POSSESSIVE) for index, _ in part
    )


def _thing_gone(item: Item, part: Part) -> bool:
    return any(
        _GONE & {word for _, word in piece}
        and any(_is_thing(item, index, word) for index, word in piece)
        for piece in _pieces(part)
    )


def _pieces(part: Part) -> list[Part]:
    """„Sein Bett war leer und er weg“: each side of „und“ by itself."""
    found: list[Part] = [[]]
    for index, word in part:
        if word == "und":
            found.append([])
        else:
            found[-1].append((index, word))
    return found


def _is_thing(item: Item, index: int, word: str) -> bool:
    noun = item.view.capital(index) or item.view.kind(index) is TokenKind.UNIT  # „2 Ampullen“
    if not noun or _is_person(word) or _led_by(item, index, _PREPOSITIONS):
        return False
    return word.endswith(_THINGS) or _determined(item, index, _POSSESSIVE)


def _is_person(word: str) -> bool:
    return word in _PERSONS or word.startswith(_KIN) or word.endswith(_KIN)


def _determined(item: Item, index: int, by: frozenset[str]) -> bool:
    """Whether an article of these stands before the noun, an adjective between them or not."""
    before = item.view.low[max(0, index - 2) : index]
    return bool(before) and (before[-1] in by or (len(before) > 1 and before[0] in by))


def _led_by(item: Item, index: int, prepositions: frozenset[str]) -> bool:
    """Whether a preposition leads in the noun: „mit seinem Rollator“, „seit dem Abendessen“."""
    start = index
    while start > max(0, index - _PHRASE):
        start -= 1
        if item.view.word(start) in prepositions:
            return True
        if item.view.capital(start) or item.view.word(start) in {",", "und"}:
            return False
        if item.view.word(start) in _DETERMINERS:
            return item.view.word(start - 1) in prepositions
    return False


_PHRASE = 3
"""Words from a preposition to its noun."""
