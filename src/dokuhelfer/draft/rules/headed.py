"""The opening line: whom the record is about, and the pieces it is made of.

„Hilfeplangespräch Mara, 13, Tagesgruppe“: a young person is named by the given name alone, an
anonymous one by a letter; both count only behind what announces the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.facts.lexicon.people import GIVEN_NAMES, RELATIVES
from dokuhelfer.draft.facts.lexicon.professions import PROFESSIONALS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.cues import opens_with
from dokuhelfer.draft.rules.item import Item

_OPENING = 2
_LINKS = frozenset({"für", "zu", "zum", "zur", "von", "über", "mit", "bei", ",", ":"})
_ROLES = frozenset((*PROFESSIONALS, *RELATIVES))
_COMMAS = 2
"""With so many commas and no verb an opening sentence is a line of headings."""


def headed_person(items: Sequence[Item], announcements: Phrases) -> tuple[int, Fact] | None:
    """Item number and person of „Hilfeplangespräch für Mara“, „Fallbesprechung zu J.“."""
    for number, item in enumerate(items):
        if item.clause.sentence >= _OPENING:
            return None
        match = opens_with(announcements, item)
        if match is None:
            continue
        at = match.end
        while at < len(item.view) and item.view.kind(at) is TokenKind.DATE:
            at += 1
        while item.view.word(at) in _LINKS or _describes(item, at):
            at += 1
        fact = _bare_name(item, at)
        if fact is not None:
            return number, fact
    return None


def _describes(item: Item, at: int) -> bool:
    """„(HPG für) den kleinen (Mattis)“, „(heute für) die (Lena)“."""
    view = item.view
    small = view.kind(at) is TokenKind.WORD and not view.capital(at)
    return small and view.word(at) in _BETWEEN


_BETWEEN = frozenset(
    {"den", "die", "der", "dem", "heute", "kleinen", "kleine", "unseren", "unsere", "vom", "am"}
)


def full_name(items: Sequence[Item]) -> tuple[int, Fact] | None:
    """„Blessing Okafor, 19“, „für Tobias Krumm“ in the opening: a name without an address."""
    for number, item in enumerate(items):
        if item.clause.sentence >= _OPENING:
            return None
        for at in range(len(item.view)):
            fact = _pair(item, at)
            if fact is not None:
                return number, fact
    return None


def _pair(item: Item, at: int) -> Fact | None:
    """Given and family name, or the family name first („Gashi, Arben“)."""
    view = item.view
    if not (view.capital(at) and not _is_noun(view.word(at))) or _taken(item, at):
        return None
    turned = view.word(at + 1) == "," and view.word(at + 2) in GIVEN_NAMES
    if turned and view.capital(at + 2) and view.word(at) not in GIVEN_NAMES:
        text = f"{view.tokens[at].text}, {view.tokens[at + 2].text}"
        return view.fact(FactKind.PERSON, at, at + 3, name=FactName.PERSON, text=text)
    given = view.word(at) in GIVEN_NAMES
    if not view.capital(at + 1) or _is_noun(view.word(at + 1)):
        return None
    if not given and not (at and view.word(at - 1) in {",", "mit"} and _age_follows(item, at + 2)):
        return None
    text = f"{view.tokens[at].text} {view.tokens[at + 1].text}"
    return view.fact(FactKind.PERSON, at, at + 2, name=FactName.PERSON, text=text)


def _taken(item: Item, at: int) -> bool:
    """Whether a name with its address stands there: „Frau Anna Berger“."""
    return any(at in range(*fact.tokens) for fact in item.of(FactKind.PERSON))


def _is_noun(word: str) -> bool:
    """Whether a capitalised word is no name: an office, a kind of talk or of record."""
    return word in _ROLES or word.endswith(_NOUN_ENDS) or word in _NOUNS


_NOUN_ENDS = (
    "gespräch", "beratung", "dienst", "hilfe", "protokoll", "vermerk", "termin", "gruppe", "besuch",
    "ung", "heit", "keit", "schaft", "amt", "center", "stelle", "schule", "hpg", "spfh", "training",
    "begleitung", "werkstatt", "verlauf", "notiz", "bericht", "eintrag",
)  # fmt: skip
_NOUNS = frozenset({"familie", "ehepaar", "herr", "frau", "herrn", "kürzel", "klient", "klientin"})


def _bare_name(item: Item, at: int) -> Fact | None:
    view = item.view
    if not view.capital(at) or _is_noun(view.word(at)) or _taken(item, at):
        return None
    pair = _pair(item, at)
    if pair is not None:
        return pair
    text = view.tokens[at].text
    end = at + 1
    if len(text.rstrip(".")) == 1:
        end += view.word(end) == "."
        text = f"{text.rstrip('.').upper()}."
    elif view.word(at) not in GIVEN_NAMES and not _age_follows(item, end):
        return None
    elif view.capital(end) and len(view.tokens[end].text.rstrip(".")) == 1:
        text = f"{text} {view.tokens[end].text.rstrip('.')}."
        end += 1
    return view.fact(FactKind.PERSON, at, end, name=FactName.PERSON, text=text)


def _age_follows(item: Item, at: int) -> bool:
    """„…, 13“, „…, acht Jahre“."""
    behind = at + (item.view.word(at) == ",")
    return item.view.kind(behind) is TokenKind.NUMBER


def with_line_cut(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, an opening line without a verb cut at its commas; numbered anew."""
    pieces = [piece for item in items for piece in _pieces(item)]
    if len(pieces) == len(items):
        return tuple(items)
    return tuple(
        Item(replace(piece.clause, number=number), piece.facts)
        for number, piece in enumerate(pieces)
    )


def _pieces(item: Item) -> Iterator[Item]:
    view = item.view
    borders = [at for at in range(len(view)) if view.word(at) == "," and _parts(item, at)]
    if item.clause.sentence or len(borders) < _COMMAS or _has_verb(item):
        yield item
        return
    start = 0
    for end in [*(at + 1 for at in borders), len(view)]:
        if end > start:
            yield part(item, start, end)
        start = end


def _parts(item: Item, at: int) -> bool:
    """Whether a comma parts two headings: none before an age or inside a fact."""
    if any(fact.tokens[0] < at < fact.tokens[1] - 1 for fact in item.facts):
        return False
    return item.view.kind(at + 1) is not TokenKind.NUMBER


def opens_record(item: Item) -> bool:
    """Whether a clause belongs to the opening line, which has no verb."""
    return item.clause.sentence == 0 and not _has_verb(item)


def age_behind(item: Item, person: Fact) -> tuple[int, int] | None:
    """Tokens of the age said right behind a name: „Mara, 13“, „Emil, 8 Jahre“."""
    start = person.tokens[1]
    start += item.view.word(start) in {",", "("}
    number = item.view.number(start)
    if number is None or number.pair or not _YOUNGEST <= number.value <= _OLDEST:
        return None
    years = item.view.word(start + 1) in {"jahre", "jahren"}
    ends = item.view.word(start + 1) in {",", ".", "", ")"}
    return (start, start + 1 + years) if years or ends else None


_YOUNGEST, _OLDEST = 0, 110


def _has_verb(item: Item) -> bool:
    return any(
        (word in FINITE or is_participle(word)) and not item.view.capital(index)
        for index, word in item.words
    )


def part(item: Item, start: int, end: int) -> Item:
    """Tokens ``start`` to ``end`` of a clause as an item of its own."""
    tokens = item.clause.tokens[start:end]
    span = replace(
        item.clause.span,
        start=min(token.span.start for token in tokens),
        end=max(token.span.end for token in tokens),
    )
    facts = tuple(
        replace(fact, tokens=(fact.tokens[0] - start, fact.tokens[1] - start))
        for fact in item.facts
        if start <= fact.tokens[0] and fact.tokens[1] <= end
    )
    return Item(replace(item.clause, tokens=tokens, span=span), facts)
