"""Who a clause of a round turns to: by name, by a given name alone, all of them, or another."""

from __future__ import annotations

from dataclasses import replace

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.normalise.model import Number, TokenKind
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.openers import OPENERS
from dokuhelfer.draft.rules.people import names

_COUNTS = {"beide": 2, "beiden": 2, "zwei": 2, "zweien": 2, "drei": 3, "dreien": 3, "vier": 4}
_COUNTS |= {"vieren": 4, "fünf": 5, "fünfen": 5, "sechs": 6, "sechsen": 6}
_ALL = frozenset({"alle", "allen", "beide", "beiden"})
_MISTAKEN = words("nein nee ach halt moment stopp quatsch")
_ROOM_LEADS = frozenset({",", "in", "auf", "aus", "von", "der"})
_LEADS_MOST = 4
_MOST_ROOMS = 1000
_BEHIND = words("hat ist war der die das ich heute auch bitte")
_OWN = words("sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer also")
INVERTED = words("ist war hat hatte")
"""„Dann ist Lennart aufgestanden“: the verb before its subject."""
_GIVEN_LEADS = words("zu zur bei beim und ach dann der die für von noch so also")


def given_name(item: Item) -> Fact | None:
    """„Timo, der war …“, „Mia hat schlecht geschlafen“, „zu Timo noch“: a given name alone."""
    view = item.view
    for place, (index, word) in enumerate(item.words):
        if word in GIVEN_NAMES and view.capital(index):
            following = view.word(index + 1)
            opens = following in FINITE or following in {",", ":"}
            led = bool({"zu", "bei", "zur", "beim"} & {w for _, w in item.words[:place][-2:]})
            inverted = bool(place) and item.words[place - 1][1] in INVERTED
            if opens or led or inverted:
                text = view.tokens[index].text
                return view.fact(FactKind.PERSON, index, index + 1, name=FactName.PERSON, text=text)
            return None
        if word not in _GIVEN_LEADS and not (place == 1 and word in INVERTED):
            return None
    return None


def with_given_name(item: Item) -> Item:
    """The item with the given name it turns to as one of its persons."""
    if names(item):
        return item
    fact = given_name(item)
    return item if fact is None else replace(item, facts=(*item.facts, fact))


def bare_room(item: Item, person: Fact) -> tuple[str, Item, Fact] | None:
    """„Frau Mazur 15 ist …“, „Herr Kern, 22, hat …“, „Frau Lemke in 14“: a room as a number."""
    view = item.view
    at = person.tokens[1]
    while view.word(at) in _ROOM_LEADS:
        at += 1
    number = view.number(at)
    if number is None or number.pair or number.value != number.value.to_integral_value():
        return None
    behind = view.word(at + 1)
    ends = view.kind(at + 1) in {None, TokenKind.PUNCT} or behind in FINITE or behind in _BEHIND
    if not ends or not 0 < number.value < _MOST_ROOMS or at == person.tokens[1] + _LEADS_MOST:
        return None
    label = view.tokens[at].text
    fact = view.fact(
        FactKind.PERSON, person.tokens[1], at + 1, name=FactName.ZIMMER, text=f"Zimmer {label}"
    )
    return label, item, fact


def with_opening_room(item: Item) -> Item:
    """The item with the room it opens with, where that is said in another way.

    „101: Frau Behrens“, „103 ist Frau Ulrich“, „102 doch noch:“, „in Zimmer 4 die Frau Kern“.
    """
    rooms = [fact for fact in item.of(FactKind.PERSON) if fact.name is FactName.ZIMMER]
    if rooms:
        return _with_its_preposition(item, rooms[0])
    room = _number_as_room(item)
    return item if room is None else replace(item, facts=(room, *item.facts))


def _with_its_preposition(item: Item, room: Fact) -> Item:
    start, end = room.tokens
    behind = end
    while item.view.word(behind) in {",", "die", "der", "ist", "liegt", "wohnt"}:
        behind += 1
    led = item.view.word(start - 1) in _ROOM_LEADS and start > 0
    if not led or not any(fact.tokens[0] == behind for fact in names(item)):
        return item
    wider = replace(room, tokens=(start - 1, end))
    return replace(item, facts=tuple(wider if fact is room else fact for fact in item.facts))


def _number_as_room(item: Item) -> Fact | None:
    view = item.view
    at = 0
    while view.word(at) in _NUMBER_LEADS:
        at += 1
    number = view.number(at)
    if number is None or number.pair or not 0 < number.value < _MOST_ROOMS:
        return None
    if number.value != number.value.to_integral_value():
        return None
    behind = at + 1
    while view.word(behind) in _NUMBER_TAILS:
        behind += 1
    named = any(fact.tokens[0] == behind for fact in names(item))
    headed = ":" in view.low[at + 1 : behind]
    if not (named or headed):
        return None
    text = f"Zimmer {view.tokens[at].text}"
    return view.fact(FactKind.PERSON, 0, behind, name=FactName.ZIMMER, text=text)


_NUMBER_LEADS = words("dann und so die der in auf nochmal zu zur als nächstes jetzt weiter aus")
_NUMBER_TAILS = words("ist war doch noch nochmal auch ja : , die der das dann")


def joined(item: Item) -> bool:
    """Whether a clause opens with two names joined by „und“."""
    first = names(item)[:2]
    if len(first) < 2:
        return False
    between = set(item.view.low[first[0].tokens[1] : first[1].tokens[0]])
    before = [word for index, word in item.words if index < first[0].tokens[0]]
    return "und" in between and between <= {"und", "die", "der", ","} and len(before) <= 2


_PERIODS = words("stunden minuten tage wochen monate h std min tagen")


def speaks_of_all(item: Item) -> int | None:
    """„Alle drei haben gut gegessen“: of how many people; None when of nobody in particular."""
    view = item.view
    for index, word in item.words[:4]:
        if word not in _ALL:
            continue
        if word in _COUNTS:
            following = view.word(index + 1)
            return _COUNTS[word] if following in FINITE or following == "bitte" else None
        number = view.number(index + 1)
        if number is not None and view.word(index + 2) in _PERIODS:
            return None  # „Lagerung alle 2 Stunden“
        if isinstance(number, Number) and view.kind(index + 1) is TokenKind.NUMBER:
            return int(number.value)
        return _COUNTS.get(view.word(index + 1))
    return None


def is_relative(item: Item, person: Fact) -> bool:
    """„die Frau Thiel, also seine Frau“, „Herr Kern, ihr Sohn“: no turn of its own."""
    at = person.tokens[1]
    if item.view.word(at) == ",":
        at += 1
    owned = False
    while item.view.word(at) in _OWN:
        owned = owned or item.view.word(at) != "also"
        at += 1
    return owned and any(role.tokens[0] == at for role in item.of(FactKind.ROLE))


def led_on_behalf(item: Item, before: list[str]) -> bool:
    """„Für Herrn Adjei kommt …“, „morgen bitte bei Frau Kern …“: whom a clause is about.

    Args:
        before: the words before the name. One of two names may be a visitor's.
    """
    if not before or before[-1] not in _ON_BEHALF or {*before} & _OF_CURRENT:
        return False
    return len(names(item)) == 1 or {*before[:-1]} <= OPENERS


_ON_BEHALF = words("für bei")
_OF_CURRENT = words("er ihm ihn sie ihr sich")


def corrected_person(item: Item) -> Fact | None:
    """„nein halt, das war die Frau Krause“: who was meant by what stands before."""
    low = [word for _, word in item.words]
    at = 0
    while at < len(low) and low[at] in _MISTAKEN:
        at += 1
    if low[at : at + 2] not in (["das", "war"], ["es", "war"], ["das", "ist"]):
        return None
    for fact in names(item):
        before = [word for index, word in item.words if index < fact.tokens[0]]
        if len(before) <= at + 3:
            return fact
    return None


def mistaken(item: Item) -> bool:
    """Whether a clause ends in „nein halt“, so that the next one corrects it."""
    low = [word for _, word in item.words]
    return len(low) > 1 and low[-1] in _MISTAKEN


def without_doubt(item: Item) -> Item:
    """The item without „nein halt“ at its end."""
    end = len(item.view)
    while end > 1 and (item.view.word(end - 1) in _MISTAKEN or item.view.word(end - 1) == ","):
        end -= 1
    if end == len(item.view):
        return item
    tokens = item.clause.tokens[:end]
    span = replace(item.clause.span, end=max(token.span.end for token in tokens))
    facts = tuple(fact for fact in item.facts if fact.tokens[1] <= end)
    return Item(replace(item.clause, tokens=tokens, span=span), facts)


def opens_mistaken(item: Item) -> bool:
    """Whether a clause begins with „nein“ or its like."""
    return bool(item.words) and item.words[0][1] in _MISTAKEN


def without_lead(item: Item, end: int) -> Item:
    """The item without its first ``end`` tokens, a name that was wrong."""
    if end >= len(item.view):
        return item
    tokens = item.clause.tokens[end:]
    span = replace(item.clause.span, start=min(token.span.start for token in tokens))
    facts = tuple(
        replace(fact, tokens=(fact.tokens[0] - end, fact.tokens[1] - end))
        for fact in item.facts
        if fact.tokens[0] >= end
    )
    return Item(replace(item.clause, tokens=tokens, span=span), facts)
