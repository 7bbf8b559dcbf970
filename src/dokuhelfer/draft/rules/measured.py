"""Number fields without a named measurement: the number that stands nearest to a cue.

A field's own unit is implied where the number was said for it (design, "check"); a number
with another unit is never taken. Nothing is computed or converted (domain.md §3 R10).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_WORDS
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.countered import countered
from dokuhelfer.draft.rules.cues import Match, compile_cues, find
from dokuhelfer.draft.rules.earlier import NOW, THEN, of_before
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.own_sums import not_own
from dokuhelfer.draft.rules.shares import FUNCTION
from dokuhelfer.draft.rules.typed import Fill, number_value, written_number
from dokuhelfer.draft.template.model import Field, FieldType

_EXTENT = (FactName.LAENGE_CM, FactName.BREITE_CM, FactName.TIEFE_CM)
"""The order in which the sizes of a wound are said (domain.md §1.5)."""
_EXTENT_WORDS = (words("länge lang"), words("breite breit"), words("tiefe tief"))
_ADJECTIVES = words("lang breit tief")
_EARLIER = THEN | words("letztes letzten letzte letzter zuletzt war")
"""Words that show that a clause speaks of a value from before."""
_LIGHT = words("ist sind war waren liegt liegen beträgt betrug macht bei von ja jetzt : auf hat")
"""Words between a cue and its number that say nothing of their own."""
_REACH = 5
"""Words between a cue and its number; more, and the number is of something else."""
_LEAST_SUM = 20
_SAME_UNIT = {
    "€": {"€", "eur", "euro"},
    "ml": {"ml", "l"},
    "cm": {"cm", "mm"},
    "Minuten": {"min", "minuten"},
}
_SAME = {("mm", "cm"): Decimal("0.1"), ("l", "ml"): Decimal(1000)}
"""Factors from a spoken unit to that of a field."""

_Found = tuple[Item, Fact, Match | None]


def fill_measured(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill number fields from numbers beside their cues, and sizes from „2 x 3 cm“."""
    open_fields = [field for field in fields if _is_open(field, fill)]
    beside = {field.id: list(_beside_cue(field, items)) for field in open_fields}
    longest = _longest_cues(beside.values())
    for field in open_fields:
        own = [entry for entry in beside[field.id] if _cue_length(entry) >= longest[_place(entry)]]
        found = _the_one(own)
        if found is None and field.fact in _EXTENT:
            found = _extent(field, items)
        if found is not None:
            _put(field, found, fill)


def _is_open(field: Field, fill: Fill) -> bool:
    counted = field.type in {FieldType.INT, FieldType.DECIMAL} and field.id not in fill.fields
    return counted and (field.fact is None or field.fact in _EXTENT)


def _longest_cues(beside: Iterable[Sequence[_Found]]) -> dict[tuple[int, int], int]:
    """By number, the words of the longest cue beside it: „Trinkmenge soll“ beats „Trinkmenge“."""
    longest: dict[tuple[int, int], int] = {}
    for entry in (entry for found in beside for entry in found):
        place = _place(entry)
        longest[place] = max(longest.get(place, 0), _cue_length(entry))
    return longest


def _place(found: _Found) -> tuple[int, int]:
    return found[0].clause.number, found[1].tokens[0]


def _cue_length(found: _Found) -> int:
    return len(found[2].cue) if found[2] is not None else 0


def _put(field: Field, found: _Found, fill: Fill) -> None:
    item, fact, match = found
    value = number_value(field, _in_field_unit(item, fact, field))
    if value is None:
        return
    fill.put(field.id, value, item, fact, written_number(value))
    left = [
        word
        for index, word in item.words
        if index not in fill.used.get(item.clause.number, ()) and not _of_cue(item, index, field)
    ]
    if match is not None and set(left) <= _LIGHT | FUNCTION:
        fill.use(item, (0, len(item.view)))
    if match is None:
        return
    for other in find(compile_cues(field.cues), item):
        fill.use(item, (other.start, other.end))
    for index in range(min(match.end, fact.tokens[1]), max(match.start, fact.tokens[0])):
        if item.view.word(index) in _LIGHT:
            fill.use(item, (index, index + 1))


def _in_field_unit(item: Item, fact: Fact, field: Field) -> Fact:
    """A size in mm or an amount in l in the field's unit: the same, nothing computed from it."""
    unit = (fact.unit or _carried_unit(item, fact)).lower()
    factor = _SAME.get((unit, field.unit or ""))
    if factor is None or fact.value is None:
        return fact
    return replace(fact, value=fact.value * factor)


def _carried_unit(item: Item, fact: Fact) -> str:
    """„15 mm in der Länge, 10 in der Breite“: a unit carries over within a series."""
    before = [
        other.unit
        for other in item.of(FactKind.NUMBER)
        if other.unit is not None and other.tokens[0] < fact.tokens[0]
    ]
    return before[-1] if before else ""


def _of_cue(item: Item, index: int, field: Field) -> bool:
    return any(m.start <= index < m.end for m in find(compile_cues(field.cues), item))


def _the_one(found: Sequence[_Found]) -> _Found | None:
    """The number where all that was found is one and the same; the longest cue counts."""
    if not found:
        return None
    longest = max(len(match.cue) if match else 0 for _, _, match in found)
    best = [entry for entry in found if entry[2] is None or len(entry[2].cue) == longest]
    best = [entry for entry in best if _by_noun(entry)] or best
    return best[0] if len({fact.value for _, fact, _ in best}) == 1 else None


def _by_noun(found: _Found) -> bool:
    """„Breite 2,1“ names a size of the wound; „etwa 1 cm breit“ may be said of its margin."""
    return found[2] is not None and not set(found[2].cue) & _ADJECTIVES


def _beside_cue(field: Field, items: Sequence[Item]) -> Iterator[_Found]:
    cues = compile_cues(field.cues)
    counters = compile_cues(field.counters)
    sizes = field.fact in _EXTENT
    for item in _of_now(items, _EARLIER if sizes else _EARLIER - {"war"}):
        for match in find(cues, item):
            fact = _nearest(item, match, field)
            if fact is None or (not_own(field.id, item, fact)):
                continue
            if not countered(item, _around(match, fact), counters, sizes=sizes):
                yield item, fact, match


def _around(match: Match, fact: Fact) -> tuple[int, int]:
    return min(match.start, fact.tokens[0]), max(match.end, fact.tokens[1])


def _of_before(item: Item, fact: Fact) -> bool:
    """Of another time; „vor drei Tagen entstanden, 2 cm lang“ tells when the wound came."""
    view = item.view
    if not of_before(view, fact):
        return False
    low = view.low[: fact.tokens[0]]
    came = next((at for at, word in enumerate(low) if word in _CAME), None)
    return came is None or "," not in low[came:] or bool(_EARLIER & {*low})


_CAME = words("entstanden entstand besteht bestehen bestehend aufgetreten zugezogen")


def _of_now(items: Sequence[Item], earlier: frozenset[str] = _EARLIER) -> Iterator[Item]:
    """Clauses without those about a value from before, to the end of their sentence.

    „größer als letztes Mal, da waren es 12 x 10“; a word such as „heute“ turns back.
    """
    past = -1
    for item in items:
        low = set(item.view.low)
        if _told_first(item, earlier) or ("war" in earlier and {"da", "waren"} <= low):
            past = -1 if NOW & low else item.clause.sentence
            if NOW & low:
                yield item  # of both: `of_before` tells which value is which
            continue
        if item.clause.sentence == past and not NOW & low:
            continue
        past = -1
        yield item


def _told_first(item: Item, earlier: frozenset[str]) -> bool:
    """Whether a word of another time stands before any number: „1.400, vorher 1.800“ is both."""
    at = next((at for at, word in enumerate(item.view.low) if word in earlier), None)
    numbers = (fact.tokens[0] for fact in item.of(FactKind.NUMBER, FactKind.MONEY))
    return at is not None and (item.view.low[at] not in THEN or at <= min(numbers, default=at))


def _nearest(item: Item, match: Match, field: Field) -> Fact | None:
    """The fitting number nearest to a cue; of two as near the one behind it."""
    denied = item.view.word(match.end) in NEGATIVE_WORDS
    if denied and item.view.word(match.end + 1) not in _JUDGED:
        return None  # „Tiefe nicht messbar“
    ranked = sorted(
        (
            field.unit == "€" and _of_its_own(item, fact, field),
            _apart(item, fact, match),
            _distance(fact, match),
            fact.tokens[0] < match.start,
            index,
        )
        for index, fact in enumerate(item.facts)
        if _fits(fact, field)
        and not _one_of_a_size(item, fact)
        and not _of_before(item, fact)
        and not item.view.in_range(fact.tokens[0])
        and not _of_other_extent(item, fact, match, field)
    )
    run_on = _is_run_on(item)
    ranked = [entry for entry in ranked if entry[2] <= (_BEFORE if run_on and entry[3] else _REACH)]
    return item.facts[ranked[0][4]] if ranked else None


def _is_run_on(item: Item) -> bool:
    """Whether a clause holds several sentences that nobody set marks between."""
    marks = any(item.view.kind(at) is TokenKind.PUNCT for at in range(len(item.view) - 1))
    return not marks and len(item.words) > _LONG


_LONG = 14
_BEFORE = 1
"""There a number before its cue belongs to it only right beside it."""
_JUDGED = words("viel genug ausreichend gut verändert mehr")
"""„Insgesamt nicht viel, 600 ml“: what is denied is not that there is a value."""


def _of_its_own(item: Item, fact: Fact, field: Field) -> bool:
    """„netto 1.350 Euro und 250 Kindergeld“: a sum with a noun of its own behind it."""
    behind = item.view.word(fact.tokens[1])
    own = any(behind in cue.split() for cue in field.cues)
    return item.view.capital(fact.tokens[1]) and not own


def _apart(item: Item, fact: Fact, match: Match) -> bool:
    """Whether a comma stands between: „Trinkmenge 900, Ausscheidung über DK 700“."""
    low, high = sorted((match.start, fact.tokens[0]))
    return "," in item.view.low[low:high]


def _of_other_extent(item: Item, fact: Fact, match: Match, field: Field) -> bool:
    """„2,5 breit, Tiefe 3 mm“: what stands right beside another size's word is that size."""
    if field.fact not in _EXTENT:
        return False
    own = _EXTENT_WORDS[_EXTENT.index(FactName(field.fact))]
    behind = item.view.word(fact.tokens[1])
    others = frozenset().union(*(said for said in _EXTENT_WORDS if said is not own))
    return behind in others & _ADJECTIVES or (
        item.view.word(fact.tokens[0] - 1) in others - _ADJECTIVES
    )


def _distance(fact: Fact, match: Match) -> int:
    return max(fact.tokens[0] - match.end, match.start - fact.tokens[1], 0)


def _one_of_a_size(item: Item, fact: Fact) -> bool:
    """Whether a number is part of „4 x 3 cm“, whose order tells what is what."""
    number = item.view.number(fact.tokens[0])
    return number is not None and "x" in number.joiner


def _fits(fact: Fact, field: Field) -> bool:
    if fact.value is None or fact.name is not None:
        return False
    if fact.kind is FactKind.MONEY:
        return field.unit == "€"
    if fact.kind is not FactKind.NUMBER:
        return False
    if field.unit == "€" and fact.unit is None and fact.value < _LEAST_SUM:
        return False  # „2 Zusagen“, „2 Jobs“: so small a sum is said with its euros
    allowed = _SAME_UNIT.get(field.unit or "", {(field.unit or "").lower()})
    return fact.unit is None or fact.unit.lower() in allowed


def _extent(field: Field, items: Sequence[Item]) -> _Found | None:
    """The first, second or third number of „2 x 3 cm“; its unit said, or cm implied."""
    position = _EXTENT.index(FactName(field.fact or ""))
    counters = compile_cues(field.counters)
    for item in _of_now(items):
        for fact in item.of(FactKind.NUMBER):
            same = [other for other in item.of(FactKind.NUMBER) if other.tokens == fact.tokens]
            number = item.view.number(fact.tokens[0])
            joined = number is not None and "x" in number.joiner
            if _of_before(item, fact) or countered(item, fact.tokens, counters, sizes=True):
                continue
            if joined and len(same) > position and fact.unit in {None, "cm", "mm"}:
                return item, same[position], None
    return None
