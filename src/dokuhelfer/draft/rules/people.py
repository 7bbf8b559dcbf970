"""Whom each clause is about: the record's one person, a stranger, or staff (R13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.rules.apart import SAID, SAYS, SWITCH_BEFORE, neighbour, told_apart
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.headed import full_name, headed_person
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.offices import by_office
from dokuhelfer.draft.rules.passing import passes_on
from dokuhelfer.draft.template.model import Area, Template

_PRONOUNS = frozenset(
    {"sie", "er", "ihr", "ihre", "ihren", "ihm", "ihn", "sein", "seine", "die", "der", "das", "da"}
)
_WITH = frozenset({"mit", "von", "an", "durch", "vom", "bei", "beim", "zu", "für", "nach"})


def same_person(one: str, other: str) -> bool:
    """Whether two ways of naming mean one person: same family name, no clash of address.

    A room said beside the name („Herr Koch, Zimmer 12“) and the order „Koch, Hans“ do not matter.
    """
    if one == other:
        return bool(one.split())
    first, second = _family(one), _family(other)
    if not first or first != second:
        return False
    addresses = {one.split()[0], other.split()[0]} & set(_GENDERS)
    return len(addresses) < 2 and not _other_given_name(one, other)


def _other_given_name(one: str, other: str) -> bool:
    """„Helga Weber“ and „Karl Weber“ are two; „K. Weber“ may be Karl."""
    first, second = _given(one), _given(other)
    if not first or not second or "." in first + second:
        return False
    return first != second


def _given(text: str) -> str:
    """A given name that stands before the family name, or ""."""
    name = text.partition("Zimmer")[0].split()
    return name[-2] if len(name) > 1 and name[-2].lower() in GIVEN_NAMES else ""


def _family(text: str) -> str:
    """The family name; the room itself where there is no name."""
    name, _, _ = text.partition("Zimmer")
    family, comma, _ = name.partition(",")
    words = (family if comma else name).split() or text.split()
    return words[-1].rstrip(".") if words else ""


def _is_family(one: str, other: str) -> bool:
    """„Frau Ebeling“ in Herr Ebeling's record: husband and wife, or mother and son."""
    addresses = {one.split()[0], other.split()[0]}
    return addresses == set(_GENDERS) and _family(one) == _family(other) != ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in a dictation.

    Attributes:
        main: canonical name of the record's person, None when nobody was named or chosen.
        mention: place of the first mention (item number, fact), None when only chosen.
        staff: names of those who appear by office: informed, spoken with, colleagues.
        strangers: for each item the name of a stranger it is about, or None.
    """

    main: str | None
    mention: tuple[int, Fact] | None
    staff: frozenset[str]
    strangers: tuple[str | None, ...]

    def without_main(self) -> Cast:
        """The cast for a record that is about nobody in particular: no main, no strangers."""
        return Cast(None, None, self.staff, (None,) * len(self.strangers))


def cast_of(items: Sequence[Item], template: Template, context: Context) -> Cast:
    """Who a dictation with one record's person is about, clause by clause."""
    staff = _staff(items)
    mention = _headed(items, template, staff) or _first_person(items, staff)
    main = context.person or (mention[1].text if mention else None)
    if context.person is not None:
        mention = None
    strict = template.area is Area.BERATUNG
    strangers = _strangers(items, main, staff, strict=strict)
    strangers = told_apart(items, strangers, main, strict=strict)
    return Cast(main, mention, staff, strangers)


def _headed(
    items: Sequence[Item], template: Template, staff: frozenset[str]
) -> tuple[int, Fact] | None:
    """Who a counselling record announces, by whatever name stands in its opening."""
    field = next((field for field in template.fields if field.fact == FactName.PERSON), None)
    if field is None or template.area is not Area.BERATUNG:
        return None
    announced = headed_person(items, compile_cues(field.announcements))
    if announced is not None:
        return announced
    titled = _first_person(items, staff)
    if titled is not None and items[titled[0]].clause.sentence == 0:
        return titled
    return full_name(items) or titled


def names(item: Item) -> tuple[Fact, ...]:
    """The clause's persons by name (rooms apart)."""
    return tuple(fact for fact in item.of(FactKind.PERSON) if fact.name is FactName.PERSON)


def room_beside(items: Sequence[Item], number: int, person: Fact) -> tuple[Item, Fact] | None:
    """The room named directly behind a person: „Herr Hofer, Zimmer 8“."""
    if person.name is FactName.ZIMMER:
        return None
    item = items[number]
    for fact in item.of(FactKind.PERSON):
        gap = set(item.view.low[person.tokens[1] : fact.tokens[0]])
        behind = fact.tokens[0] >= person.tokens[1]
        if fact.name is FactName.ZIMMER and behind and gap <= {",", "aus", "in", "von"}:
            return item, fact
    return None


def _staff(items: Sequence[Item]) -> frozenset[str]:
    found: set[str] = set()
    for item in items:
        for fact in names(item):
            if by_office(item, fact):
                found.add(fact.text)
    return frozenset(found)


def _first_person(items: Sequence[Item], staff: frozenset[str]) -> tuple[int, Fact] | None:
    for number, item in enumerate(items):
        for fact in names(item):
            if fact.text not in staff:
                return number, fact
    for number, item in enumerate(items):
        for fact in item.of(FactKind.PERSON):
            if fact.name is FactName.ZIMMER:
                return number, fact
    return None


def _strangers(
    items: Sequence[Item], main: str | None, staff: frozenset[str], *, strict: bool
) -> tuple[str | None, ...]:
    """For each clause the stranger it is about.

    A clause without a subject belongs to the resident named last as subject or heading, until
    the record's person is named again or a pronoun can only mean that person. Whoever is not
    named, and in counselling whoever is no heading, keeps the word for one sentence.
    """
    result: list[str | None] = []
    current: str | None = None
    lasting = told = False
    sentence = -1
    for item in items:
        begins = item.clause.sentence != sentence
        mentioned = _subject(item, strict=strict)
        if mentioned is not None and not begins and told:
            mentioned = None  # „Büro weiß Bescheid, Frau L. versucht es weiter“: for the person
        told = passes_on(item)
        if mentioned is not None and mentioned not in staff:
            own = main is None or same_person(mentioned, main) or _is_family(mentioned, main)
            current = None if own else mentioned
            lasting = _lasts(item, mentioned, strict=strict)
        elif begins and current is not None:
            keeps = lasting or _continues(item)
            current = None if not keeps or _turns_back(item, current, main) else current
        if main is not None and any(same_person(fact.text, main) for fact in names(item)):
            current = None
        sentence = item.clause.sentence
        result.append(current)
    return tuple(result)


def _lasts(item: Item, mentioned: str, *, strict: bool) -> bool:
    """Whether the sentences that follow are about ``mentioned`` as well."""
    fact = next((fact for fact in names(item) if fact.text == mentioned), None)
    if fact is None:
        return False
    if strict:
        return _is_heading(item, fact)
    end = fact.tokens[1]
    return not _OBJECTS & set(item.view.low[end : end + 2])


def _is_heading(item: Item, fact: Fact) -> bool:
    """„Herr Koch.“, „Zu Herrn Koch: …“: the name alone, or before a colon."""
    before = {word for word in item.view.low[: fact.tokens[0]] if word != ","}
    if not before <= SWITCH_BEFORE - {"mit", "von", "für"}:
        return False
    if item.view.word(fact.tokens[1]) == ":":
        return True
    behind = item.view.low[fact.tokens[1] :]
    return bool(behind) and set(behind) <= {".", "!"}


def _turns_back(item: Item, stranger: str, main: str | None) -> bool:
    """Whether the sentence opens with a pronoun that cannot mean the stranger."""
    other = _GENDERS.get(stranger.split()[0])
    said = next((_PRONOUN_GENDERS[w] for w in item.text[:2] if w in _PRONOUN_GENDERS), None)
    if said is None or other is None or said == other:
        return False
    return main is not None and _GENDERS.get(main.split()[0]) != other


_GENDERS = {"Frau": "f", "Herr": "m"}
_PRONOUN_GENDERS = {
    **dict.fromkeys(("sie", "ihr", "ihre", "bewohnerin", "patientin"), "f"),
    **dict.fromkeys(("er", "ihm", "ihn", "sein", "seine", "bewohner", "patient"), "m"),
}
_OBJECTS = frozenset({"sie", "ihn", "ihr", "ihm"})
"""„Herr Koch hat sie gefunden“: whom it was done to is spoken about next."""


def _subject(item: Item, *, strict: bool) -> str | None:
    """The person a clause turns to: named at its beginning, not as one informed or spoken with."""
    beside = None if strict else neighbour(item)
    if beside is not None:
        return beside
    for fact in names(item):
        before = item.view.low[: fact.tokens[0]]
        if item.view.word(fact.tokens[1]) in SAYS or SAID & set(item.view.low[fact.tokens[1] :]):
            return None
        if strict and (_other_case(item, fact) or _is_case_heading(item, fact)):
            return fact.text
        if by_office(item, fact) or any(
            word not in SWITCH_BEFORE for word in before if word != ","
        ):
            return None
        if passes_on(item):
            return None
        if strict and not {"ach", "übrigens", "noch"} & set(before):
            return None
        if before and before[-1] in _WITH - {"bei", "beim", "zu"}:
            return None
        return fact.text
    return None


def _is_case_heading(item: Item, fact: Fact) -> bool:
    return not by_office(item, fact) and _is_heading(item, fact)


def _other_case(item: Item, fact: Fact) -> bool:
    """„Von Herrn P., den betreut er ja auch, fehlt …“, „und Familie T. hat abgesagt“."""
    low = item.view.low
    opening = [word for word in low[: fact.tokens[0]] if word != ","]
    before = [word for word in opening if word not in {"und", "ach", "so"}]
    also = bool({"auch", "ebenfalls"} & set(low))
    if not before and "übrigens" in low and (also or fact.tokens[0] == 0):
        return True
    if fact.text.startswith("Familie") and opening and set(opening) <= SWITCH_BEFORE:
        return True
    alone = fact.tokens[1] >= len([word for word in low if word != ","])
    return before == ["von"] and (alone or also)


def _continues(item: Item) -> bool:
    """Whether a sentence goes on about whom the last one was about."""
    return bool(item.words) and item.words[0][1] in _PRONOUNS
