"""Typed fields: numbers, times, choices and names straight from facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from decimal import Decimal

from dokuhelfer.draft.facts.event import has_verb, lead_time
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import CAME, FELL, FOUND
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.model import DraftField, Origin, Scalar, Span, Statement
from dokuhelfer.draft.rules.current import first_named
from dokuhelfer.draft.rules.durations import talk_duration
from dokuhelfer.draft.rules.earlier import is_past
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.template.model import Field, FieldType

_UNKNOWN = words("wann uhrzeit zeitpunkt sturzzeit zeit")


_FINDING_TIME = words("auffindezeit auffindezeitpunkt auffindeuhrzeit auffindung auffinden")
_LAST_SEEN = words("zuletzt kontakt")
_JUST_BEFORE = 4
"""Words before a time among which „das war“ says what it is the time of."""
_HEADINGS = 2
"""Sentences from the beginning in which a time without a verb heads the report."""


@dataclass(slots=True)
class Fill:
    """Fields filled from facts, and the tokens they stand for, by clause number."""

    fields: dict[str, DraftField] = dataclass_field(default_factory=dict)
    used: dict[int, set[int]] = dataclass_field(default_factory=dict)

    def put(self, id: str, value: Scalar, item: Item, fact: Fact, text: str) -> None:
        """Fill field ``id`` from one fact of a clause."""
        self.note(id, value, fact.span, text)
        self.use(item, fact.tokens)

    def note(self, id: str, value: Scalar, span: Span, text: str | None = None) -> None:
        """Fill field ``id`` from words that stay where they stand as well.

        Args:
            text: the value as written; it itself without.
        """
        statement = Statement(str(value) if text is None else text, (span,), Origin.RULES)
        self.fields[id] = DraftField(value, (statement,))

    def use(self, item: Item, tokens: tuple[int, int]) -> None:
        """Note tokens of a clause as standing in a field."""
        self.used.setdefault(item.clause.number, set()).update(range(*tokens))


def fill_typed(fields: Sequence[Field], items: Sequence[Item]) -> Fill:
    """Every number, time and fact-bound choice field that the clauses fill."""
    fill = Fill()
    for field in fields:
        if field.fact is None or field.type in {FieldType.TEXT, FieldType.LIST, FieldType.GROUP}:
            continue
        found = _find(field, items)
        if found is None:
            continue
        item, fact = found
        value = _value(field, fact)
        if value is not None:
            fill.put(field.id, value, item, fact, written_number(value))
    return fill


def _find(field: Field, items: Sequence[Item]) -> tuple[Item, Fact] | None:
    name = FactName(field.fact) if field.fact in set(FactName) else None
    if name is None:
        return None
    finder = _FINDERS.get(name)
    if finder is not None:
        return finder(items)
    found = first_named(name, items)
    return _fasting(items) if found is None and name is FactName.BLUTZUCKER_ZEITPUNKT else found


def _fasting(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„6.50 Uhr, nüchtern.“ in the heading is said of the blood sugar that follows."""
    if not any(fact.name is FactName.BLUTZUCKER for item in items for fact in item.facts):
        return None
    for item in items:
        headed = item.clause.sentence < _HEADINGS and not has_verb(item.clause)
        at = item.view.low.index("nüchtern") if "nüchtern" in item.view.low else None
        if headed and at is not None and not item.has(FactKind.NEGATION):
            return item, item.view.fact(
                FactKind.CHOICE_WORD,
                at,
                at + 1,
                name=FactName.BLUTZUCKER_ZEITPUNKT,
                text="nüchtern",
            )
    return None


def _lead(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    found = lead_time([item.clause for item in items], [item.facts for item in items])
    return None if found is None else (items[found[0]], found[1])


def _found_at(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    barred = frozenset({"zuletzt", "gesehen", "kontakt"})
    needed = FOUND | CAME | _FINDING_TIME
    return (
        _time_with(items, needed, barred)
        or _time_beside(items, needed, barred)
        or _called_at(items)
        or _heard_at(items)
    )


def _called_at(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„Der Mitbewohner hat mich um 16:50 gerufen“: then the person was found."""
    for item in items:
        low = {word for _, word in item.words}
        times = item.of(FactKind.TIME)
        if low & _CALLED and low & {"mich", "uns"} and len(times) == 1:
            return item, times[0]
    return None


def _heard_at(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„Um 6:40 ein Stöhnen aus dem Zimmer gehört“: what was heard led to the person."""
    for item in items:
        low = {word for _, word in item.words}
        times = item.of(FactKind.TIME)
        heard = low & _HEARD and any(word.startswith(_NOISES) for word in low)
        if heard and len(times) == 1 and not low & _LAST_SEEN:
            return item, times[0]
    return None


_CALLED = words("gerufen geholt rief riefen holte holten alarmierte alarmiert verständigte")
_HEARD = words("gehört hörte hört vernommen wahrgenommen aufmerksam")
_NOISES = (
    "stöhnen", "rufen", "rufe", "ruf", "hilferuf", "schrei", "poltern", "geräusch", "knall",
    "krach", "schlag", "rumpeln", "rums", "plumps", "jammern", "klopfen", "wimmern", "aufprall",
)  # fmt: skip


def _fell_at(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    barred = FOUND | CAME | {"zuletzt", "nicht"}
    found = _time_with(items, FELL | {"passiert", "geschehen"}, barred) or _seen_at(items)
    return found or _told_behind(items, barred) or _heading_time(items)


def _seen_at(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„hat ihn um 9:45 stürzen sehen“."""
    for item in items:
        low, times = set(item.view.low), item.of(FactKind.TIME)
        if low & {"stürzen", "fallen", "rutschen"} and low & {"sehen", "sah"} and len(times) == 1:
            return item, times[0]
    return None


def _told_behind(items: Sequence[Item], barred: frozenset[str]) -> tuple[Item, Fact] | None:
    """„… vom Stuhl gerutscht, das war Viertel vor zwölf“: the time in a clause of its own."""
    fell = {item.clause.sentence for item in items if FELL & set(item.view.low)}
    for item in items:
        low, times = item.view.low, item.of(FactKind.TIME)
        if len(times) != 1 or item.clause.sentence not in fell or barred & set(low):
            continue
        before = low[max(0, times[0].tokens[0] - _JUST_BEFORE) : times[0].tokens[0]]
        if {"das", "es"} & set(before) and {"war", "wars"} & set(before):
            return item, times[0]
    return None


def _heading_time(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„17 Uhr, Gruppenraum.“: the time of a fall that was seen, or found at another time."""
    heading = next(
        (
            (item, item.of(FactKind.TIME)[0])
            for item in items
            if item.clause.sentence <= _HEADINGS
            and len(item.of(FactKind.TIME)) == 1
            and not (_FINDING_TIME | _LAST_SEEN) & set(item.view.low)
            and not has_verb(item.clause)
        ),
        None,
    )
    if heading is None or _time_unknown(items):
        return None
    found = _found_at([item for item in items if item is not heading[0]])
    if found is not None:
        return heading if found[1].clock != heading[1].clock else None
    seen = not any({word for _, word in item.words} & FOUND for item in items)
    return heading if seen else None


def _time_unknown(items: Sequence[Item]) -> bool:
    """„Wann er gefallen ist, weiß ich nicht.“"""
    said: dict[int, set[str]] = {}
    for item in items:
        said.setdefault(item.clause.sentence, set()).update(word for _, word in item.words)
    return any(
        low & _UNKNOWN and (low & {"unbekannt", "unklar"} or {"weiß", "nicht"} <= low)
        for low in said.values()
    )


def _time_with(
    items: Sequence[Item], needed: frozenset[str], barred: frozenset[str]
) -> tuple[Item, Fact] | None:
    """The one time in a clause with a needed word and none that speaks against it."""
    for item in items:
        low = {word for _, word in item.words}
        if not low & needed or low & barred:
            continue
        times = item.of(FactKind.TIME)
        if len(times) == 1 and not is_past(item.view, times[0].tokens[0]):
            return item, times[0]
    return _time_in_part(items, needed, barred)


def _time_in_part(
    items: Sequence[Item], needed: frozenset[str], barred: frozenset[str]
) -> tuple[Item, Fact] | None:
    """„um 8 noch im Bett gesehen, um 8:20 am Boden vorgefunden“: the time between its commas."""
    for item in items:
        times = item.of(FactKind.TIME)
        for start, end in _parts(item) if len(times) > 1 else ():
            low = {word for index, word in item.words if start <= index < end}
            own = [time for time in times if start <= time.tokens[0] < end]
            if low & needed and not low & barred and len(own) == 1:
                return item, own[0]
    return None


def _parts(item: Item) -> list[tuple[int, int]]:
    """Half-open token ranges between the commas of a clause."""
    marks = [-1, *(at for at, word in enumerate(item.view.low) if word == ","), len(item.view)]
    return [(low + 1, high) for low, high in zip(marks, marks[1:], strict=False)]


def _time_beside(
    items: Sequence[Item], needed: frozenset[str], barred: frozenset[str]
) -> tuple[Item, Fact] | None:
    """The time of the sentence: „ich bin um 3:50 ins Zimmer, da lag er vorm Bett“."""
    for item in items:
        if not {word for _, word in item.words} & needed:
            continue
        beside = [other for other in items if other.clause.sentence == item.clause.sentence]
        if barred & {word for other in beside for _, word in other.words}:
            continue
        times = [(other, fact) for other in beside for fact in other.of(FactKind.TIME)]
        if len(times) == 1:
            return times[0]
    return None


_FINDERS: dict[FactName, Callable[[Sequence[Item]], tuple[Item, Fact] | None]] = {
    FactName.UHRZEIT: _lead,
    FactName.UHRZEIT_AUFFINDEN: _found_at,
    FactName.UHRZEIT_STURZ: _fell_at,
    FactName.DAUER_MIN: talk_duration,
}


def _value(field: Field, fact: Fact) -> Scalar | None:
    if field.type is FieldType.TIME:
        clock = fact.clock
        return clock.text() if clock is not None and clock.settled else None
    if field.type is FieldType.CHOICE:
        return fact.text if fact.text in {choice.value for choice in field.choices} else None
    return number_value(field, fact)


def number_value(field: Field, fact: Fact) -> int | float | None:
    """A fact's number as the field's JSON number; None where it is none of its type."""
    if fact.value is None:
        return None
    if field.type is FieldType.INT:
        return int(fact.value) if fact.value == fact.value.to_integral_value() else None
    return _decimal(fact.value)


def _decimal(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def written_number(value: Scalar) -> str:
    """A value as it is written in German: „37,8“."""
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
