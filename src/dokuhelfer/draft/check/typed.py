"""Typed values: numbers, times, dates and choices must rest on words that were said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from dokuhelfer.draft.check.bound import measured_first, of_another_field
from dokuhelfer.draft.check.choices import check_choice
from dokuhelfer.draft.check.days import relative_dates
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.place import Place, cued, fact_name
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind, shown
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Source, allowed_for
from dokuhelfer.draft.check.terms import Keys, keys, meet
from dokuhelfer.draft.check.values import clock
from dokuhelfer.draft.context import Shift
from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.model import Finding, Kind, Severity
from dokuhelfer.draft.normalise.model import Day
from dokuhelfer.draft.template.model import FieldType, Template

_ANCHOR_REACH = 4
"""Clauses around the words of a group entry in which its numbers must stand."""
_CUE_REACH = 1


def check_typed(
    item: Item,
    source: Source,
    template: Template,
    anchors: Sequence[int],
    things: Keys = frozenset(),
) -> Iterator[Finding]:
    """One typed value; ``anchors`` are the places of its entry's other members, ``things`` what
    the one that names the thing is matched by."""
    place = Place(_pieces(item, source, anchors), template, things)
    if item.member.type is FieldType.TIME:
        yield from _time(item, place, source)
    elif item.member.type is FieldType.DATE:
        yield from _date(item, place, source)
    elif item.member.type is FieldType.CHOICE:
        shift = source.context.shift
        if shift is None or item.text != _SHIFTS[shift]:
            yield from check_choice(item, place)
    else:
        yield from _number(item, place, source)


_SHIFTS = {Shift.FRUEH: "Frühdienst", Shift.SPAET: "Spätdienst", Shift.NACHT: "Nachtdienst"}
"""What the context says of the shift needs no words."""


def _pieces(item: Item, source: Source, anchors: Sequence[int]) -> tuple[Piece, ...]:
    allowed = allowed_for(item, source.owners)
    positions: Sequence[int] = range(len(source.pieces))
    if item.entry is not None and anchors:
        positions = source.around(anchors, _ANCHOR_REACH)
    return tuple(source.pieces[p] for p in positions if allowed is None or allowed(p))


# --- numbers ----------------------------------------------------------------------------


def _number(item: Item, place: Place, source: Source) -> Iterator[Finding]:
    value = Decimal(str(item.value))
    name = fact_name(item.member)
    of_it = _measured(place, name)
    said = [quantity for piece in place.pieces for quantity in piece.quantities]
    other = _said_of_it(item, value, of_it, place)
    if other is not None:
        yield item.finding(Kind.NUMBER, Sentence.DIFFERS, said=other.text, written=shown(value))
        return
    if any(quantity.value == value for quantity in of_it):
        return
    if not of_it and _counted(item, value, said, name):
        return
    if not of_it and _said_unnamed(name, value, place):
        return
    written = Quantity(QuantityKind.NUMBER, shown(value), 0, value)
    if source.withdrawn.holds(written):
        yield item.finding(Kind.WITHDRAWN, Sentence.WITHDRAWN)
    elif of_it:
        yield item.finding(Kind.NUMBER, Sentence.DIFFERS, said=of_it[0].text, written=written.text)
    else:
        yield item.finding(Kind.NUMBER, Sentence.ADDED, written=written.text)


def _said_of_it(
    item: Item, value: Decimal, of_it: Sequence[Quantity], place: Place
) -> Quantity | None:
    """The field's own value where the written one belongs to something else."""
    holders = [quantity for quantity in of_it if quantity.value == value]
    if holders:
        return measured_first(item, holders[0], place)
    return of_another_field(item, value, place)


def _measured(place: Place, name: FactName | None) -> list[Quantity]:
    """Values said of this very measurement."""
    if name is None:
        return []
    found = [q for piece in place.pieces for q in piece.quantities if q.of is name]
    values = {q.value for q in found}
    for piece in place.pieces:
        for fact in piece.facts:
            if fact.name is name and fact.value is not None and fact.value not in values:
                found.append(
                    Quantity(QuantityKind.NUMBER, shown(fact.value), fact.tokens[0], fact.value)
                )
    return found


_MEASURED = frozenset(
    {
        FactName.RR_SYSTOLISCH,
        FactName.RR_DIASTOLISCH,
        FactName.PULS,
        FactName.TEMPERATUR,
        FactName.ATEMFREQUENZ,
        FactName.SPO2,
        FactName.BLUTZUCKER,
        FactName.NRS,
        FactName.BESD_RUHE,
        FactName.BESD_AKTIVITAET,
    }
)
"""Measurements that must be named: a number elsewhere is not theirs."""


def _counted(item: Item, value: Decimal, said: Sequence[Quantity], name: FactName | None) -> bool:
    """A number said without the name of a measurement, its unit that of the field if any."""
    if name in _MEASURED:
        return False
    if item.member.unit in _MINUTES and _in_hours(value, said):
        return True
    if item.member.unit == "cm" and _in_millimetres(value, said):
        return True
    units = {None, item.member.unit, *_SAME_UNIT.get(item.member.unit or "", ())}
    return any(
        other.value == value
        and other.of is None
        and (other.unit in units or item.member.unit is None)
        for other in said
        if other.kind is QuantityKind.NUMBER
    )


def _said_unnamed(name: FactName | None, value: Decimal, place: Place) -> bool:
    """A number of pain beside its word, a temperature with its decimal („Stirn 36,5“)."""
    if name is FactName.NRS:
        return _of_pain(value, place)
    numbers = (q for piece in place.pieces for q in piece.quantities)
    return name is FactName.TEMPERATUR and any(
        q.value == value and q.of is None and q.unit is None and value % 1 for q in numbers
    )


def _of_pain(value: Decimal, place: Place) -> bool:
    """„tut weh, 6 von 10“, „Schmerzen, eine 4“: a bare number beside the word for pain."""
    pain = keys("schmerz", True)
    return any(
        quantity.value == value and quantity.unit is None and quantity.of is None
        for piece in place.pieces
        if any(meet(term.keys, pain) for term in piece.terms)
        for quantity in piece.quantities
        if quantity.kind is QuantityKind.NUMBER
    )


_MM_PER_CM = 10


def _in_millimetres(value: Decimal, said: Sequence[Quantity]) -> bool:
    """„3 mm tief“, „15 x 10 mm“ written in centimetres; the unit may stand behind the last."""
    if not any(other.unit == "mm" for other in said):
        return False
    return any(
        other.unit in {"mm", None} and other.of is None and other.value == value * _MM_PER_CM
        for other in said
        if other.kind is QuantityKind.NUMBER
    )


_MINUTES = frozenset({"min", "Minuten"})
_HOUR = 60


def _in_hours(value: Decimal, said: Sequence[Quantity]) -> bool:
    """„eine Stunde“, „anderthalb Stunden“ written in minutes."""
    return any(other.unit == "h" and other.value * _HOUR == value for other in said)


_SAME_UNIT = {"Minuten": ("min",), "min": ("Minuten",), "EUR": ("€",)}


# --- times and dates ----------------------------------------------------------------------


def _time(item: Item, place: Place, source: Source) -> Iterator[Finding]:
    hours, minutes = str(item.value).split(":")
    written = int(hours) * 60 + int(minutes)
    holders = [piece for piece in place.pieces if _says_time(piece, written)]
    if holders and not _other_field_only(item, holders, place):
        yield from _open(item, holders, written)
        return
    value = Quantity(QuantityKind.TIME, str(item.value), 0, Decimal(written), readings=(written,))
    if not holders and source.withdrawn.holds(value):
        yield item.finding(Kind.WITHDRAWN, Sentence.WITHDRAWN)
        return
    others = [q for p in place.pieces for q in p.quantities if q.kind is QuantityKind.TIME]
    if others and not holders:
        yield item.finding(
            Kind.TIME, Sentence.DIFFERS, said=others[0].text, written=str(item.value)
        )
    else:
        yield item.finding(Kind.TIME, Sentence.NO_SOURCE)


def _says_time(piece: Piece, minute: int) -> bool:
    for quantity in piece.quantities:
        if quantity.kind is QuantityKind.TIME and minute in quantity.readings:
            return True
        hour = quantity.value * 60
        if quantity.hour and minute in {hour, hour + 720}:
            return True
    return False


def _open(item: Item, holders: Sequence[Piece], written: int) -> Iterator[Finding]:
    clocks = [
        quantity
        for piece in holders
        for quantity in piece.quantities
        if quantity.kind is QuantityKind.TIME and written in quantity.readings
    ]
    if clocks and all(len(quantity.readings) > 1 for quantity in clocks):
        first, second = (clock(minute) for minute in sorted(clocks[0].readings)[:2])
        yield item.finding(Kind.TIME, Sentence.TIME_OPEN, Severity.INFO, first=first, second=second)


def _other_field_only(item: Item, holders: Sequence[Piece], place: Place) -> bool:
    """The words with the time point to another time field: found is not fallen."""
    rivals = [
        field
        for field in place.template.fields
        if field.type is FieldType.TIME and field.id != item.member.id and field.cues
    ]
    if not rivals or not item.member.cues:
        return False
    if any(cued(piece, item.member.cues) for piece in holders):
        return False
    return all(any(cued(piece, rival.cues) for rival in rivals) for piece in holders)


def _date(item: Item, place: Place, source: Source) -> Iterator[Finding]:
    written = date.fromisoformat(str(item.value))
    days = [q.day for piece in place.pieces for q in piece.quantities if q.day is not None]
    if any(_is_day(day, written) for day in days):
        return
    recorded = source.context.recorded
    if recorded is not None and written in {
        recorded.date(),
        *relative_dates(place.pieces, source),
    }:
        return
    weekdays = {
        q.value for p in place.pieces for q in p.quantities if q.kind is QuantityKind.WEEKDAY
    }
    if recorded is not None and Decimal(written.weekday()) in weekdays:
        return
    yield item.finding(Kind.DATE, Sentence.NO_SOURCE)


def _is_day(day: Day, written: date) -> bool:
    return (day.day, day.month) == (written.day, written.month) and day.year in {
        None,
        written.year,
    }
