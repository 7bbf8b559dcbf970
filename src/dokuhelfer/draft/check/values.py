"""Numbers, units, times and dates of a statement against those of its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from dokuhelfer.draft.check.days import relative_dates
from dokuhelfer.draft.check.intervals import per_period
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.marks import EXTENTS
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.spelled_out import said_apart
from dokuhelfer.draft.check.terms import stem
from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.model import Finding, Kind, Severity
from dokuhelfer.draft.normalise.model import Day

KIND_OF = {
    QuantityKind.NUMBER: Kind.NUMBER,
    QuantityKind.TIME: Kind.TIME,
    QuantityKind.DATE: Kind.DATE,
    QuantityKind.WEEKDAY: Kind.DATE,
    QuantityKind.MONTH: Kind.DATE,
}

IMPLIED = {
    FactName.RR_SYSTOLISCH: "mmHg",
    FactName.RR_DIASTOLISCH: "mmHg",
    FactName.TEMPERATUR: "°C",
    FactName.PULS: "/min",
    FactName.ATEMFREQUENZ: "/min",
    FactName.SPO2: "%",
    FactName.GEWICHT: "kg",
    FactName.GROESSE: "cm",
}
"""Units that go without saying (design, "check"); never mg/dl, mmol/l, mg, ml, IE, Tropfen."""

CRITICAL_UNITS = frozenset({"mg", "µg", "g", "ml", "mg/dl", "mmol/l", "IE", "Tropfen", "Hub"})
"""Units whose loss changes a dose (domain.md §3 R08)."""

_AGE = "Jahre"
"""„Sie ist zweiundachtzig“ is an age."""
_DATES = frozenset({QuantityKind.DATE, QuantityKind.WEEKDAY, QuantityKind.MONTH})
_HALF_DAY = 12 * 60
_DIAL = 12


def check_values(checked: Checked, source: Source) -> Iterator[Finding]:
    """Every number, time and date of a statement must stand in its evidence."""
    near = tuple(source.at(checked.near)) or source.pieces  # „08:00–12:00“ has no word
    said = distinct_quantities(near)
    written = [q for q in checked.quantities() if q.asserted]
    days = relative_dates(near, source)
    for quantity in written:
        if quantity.day is not None and any(_falls_on(quantity.day, day) for day in days):
            continue
        support = [other for other in said if same(quantity, other, source)]
        if not support and (_day_said(quantity, said, source) or said_apart(quantity, near)):
            continue
        if not support or _other_measurement(quantity, support) or _month(quantity, support, said):
            yield _wrong(checked, quantity, said, written, source)
            continue
        yield from _unit(checked, quantity, support, near)
        yield from _open_time(checked, quantity, support, source)


def _day_said(written: Quantity, said: Sequence[Quantity], source: Source) -> bool:
    """„am zweiten Februar, nein, am neunten“: the day alone, its month was said before."""
    day = written.day
    if day is None or not any(other.counts and other.value == day.day for other in said):
        return False
    beside = (*said, *source.withdrawn.quantities)
    return any(
        other.day.month == day.month
        if other.day is not None
        else other.kind is QuantityKind.MONTH and other.value == day.month
        for other in beside
    )


def _falls_on(written: Day, day: date) -> bool:
    """Whether „gestern“ was written as its date."""
    agree = (written.day, written.month) == (day.day, day.month)
    return agree and written.year in {None, day.year}


def distinct_quantities(pieces: Sequence[Piece]) -> tuple[Quantity, ...]:
    """The quantities of clauses, equal ones once: a value said a thousand times is one value."""
    return tuple(dict.fromkeys(quantity for piece in pieces for quantity in piece.quantities))


def same(written: Quantity, said: Quantity, source: Source) -> bool:
    """Whether a written quantity is the said one."""
    if written.kind is QuantityKind.NUMBER:
        number = said.kind is QuantityKind.NUMBER and said.value == written.value
        return number or _hour_of(written, said)
    if written.kind is QuantityKind.TIME:
        return _same_time(written, said)
    return said.kind in _DATES and same_day(written, said, source)


def _hour_of(written: Quantity, said: Quantity) -> bool:
    """„Nachts sechs“ may be an hour or the number of a scale."""
    bare = written.unit is None and said.kind is QuantityKind.TIME
    return bare and written.value <= _DIAL and written.value * 60 in said.readings


def _same_time(written: Quantity, said: Quantity) -> bool:
    if said.kind is QuantityKind.TIME:
        return bool(set(written.readings) & set(said.readings))
    if not said.hour:
        return False
    hour = said.value * 60
    return any(minute in {hour, hour + _HALF_DAY} for minute in written.readings)


def same_day(written: Quantity, said: Quantity, source: Source) -> bool:
    """Whether two ways to name a day agree."""
    if written.kind is said.kind and written.day is None:
        return written.value == said.value
    if written.day is not None and said.day is not None:
        years = {written.day.year, said.day.year} - {None}
        agree = (written.day.day, written.day.month) == (said.day.day, said.day.month)
        return agree and len(years) < 2
    if QuantityKind.MONTH in {written.kind, said.kind}:
        day, month = (written, said) if written.day is not None else (said, written)
        return day.day is not None and Decimal(day.day.month) == month.value
    return _resolves(written, said, source) or _resolves(said, written, source)


def _resolves(date_like: Quantity, weekday: Quantity, source: Source) -> bool:
    """A weekday within a week of the dictation, written as a date or the other way round."""
    recorded = source.context.recorded
    if recorded is None or date_like.day is None or weekday.kind is not QuantityKind.WEEKDAY:
        return False
    year = date_like.day.year or recorded.year
    try:
        day = date(year, date_like.day.month, date_like.day.day)
    except ValueError:
        return False
    return Decimal(day.weekday()) == weekday.value and abs(day - recorded.date()) < timedelta(15)


def _month(written: Quantity, support: Sequence[Quantity], said: Sequence[Quantity]) -> bool:
    """A day of a month of which another day was said."""
    if written.day is None or any(other.kind is not QuantityKind.MONTH for other in support):
        return False
    month = written.day.month
    return any(other.day is not None and other.day.month == month for other in said)


def _other_measurement(written: Quantity, support: Sequence[Quantity]) -> bool:
    """The value was said, but of another measurement than it is written for."""
    if written.of is None:
        return False
    return all(other.of not in {None, written.of} for other in support)


def _wrong(
    checked: Checked,
    quantity: Quantity,
    said: Sequence[Quantity],
    written: Sequence[Quantity],
    source: Source,
) -> Finding:
    kind = KIND_OF[quantity.kind]
    if source.withdrawn.holds(quantity):
        return checked.item.finding(Kind.WITHDRAWN, Sentence.WITHDRAWN)
    other = counterpart(quantity, said, written, source)
    if other is not None:
        return checked.item.finding(kind, Sentence.DIFFERS, said=other.text, written=quantity.text)
    return checked.item.finding(kind, Sentence.ADDED, written=quantity.text)


def counterpart(
    quantity: Quantity, said: Sequence[Quantity], written: Sequence[Quantity], source: Source
) -> Quantity | None:
    """What was said where something else is written: same kind, and written nowhere."""
    free = [
        other
        for other in said
        if other.asserted
        and KIND_OF[other.kind] is KIND_OF[quantity.kind]
        and not any(same(own, other, source) for own in written)
    ]
    free.sort(key=lambda other: (other.of is not quantity.of, other.unit != quantity.unit))
    return free[0] if free else None


def _unit(
    checked: Checked, quantity: Quantity, support: Sequence[Quantity], near: Sequence[Piece]
) -> Iterator[Finding]:
    units = tuple(other.unit for other in support)
    if quantity.unit in units or quantity.fraction:
        return
    said = next((unit for unit in units if unit is not None), None)
    if quantity.unit is None:
        if said in CRITICAL_UNITS and None not in units and said is not None:
            yield checked.item.finding(Kind.UNIT, Sentence.LOST, said=said)
    elif said is not None:
        yield checked.item.finding(
            Kind.UNIT,
            Sentence.DIFFERS,
            said=f"{quantity.text} {said}",
            written=f"{quantity.text} {quantity.unit}",
        )
    elif not _implied(checked, quantity, support, near):
        yield checked.item.finding(Kind.UNIT, Sentence.UNIT_ADDED, unit=quantity.unit)


def _implied(
    checked: Checked, quantity: Quantity, support: Sequence[Quantity], near: Sequence[Piece]
) -> bool:
    unit = quantity.unit
    names = {quantity.of, *(other.of for other in support)} - {None}
    if any(IMPLIED.get(name) == unit for name in names if name is not None):
        return True
    if unit in IMPLIED.values() and _named_beside(checked, quantity, str(unit)):
        return True
    if unit in {checked.item.member.unit, _AGE}:
        return True
    if unit == "Jahre" and any(_age(other, piece) for piece in near for other in support):
        return True
    if unit == "cm" and any(p.words & EXTENTS and p.quantities for p in near):
        return True
    if unit == "€" and (_of_money(checked) or any(map(_is_money, near))):
        return True
    return _series(quantity, support, near)


def _age(said: Quantity, piece: Piece) -> bool:
    """„ihr Sohn Ole, 9, geht …“: a number between commas behind who it is."""
    if said not in piece.quantities or said.value > _OLDEST:
        return False
    own = [n for n, part in enumerate(piece.chunks) if part.start <= said.index < part.end]
    return any(n > 0 and not piece.chunks[n].words for n in own)


_OLDEST = 120
"""Years."""


def _named_beside(checked: Checked, quantity: Quantity, unit: str) -> bool:
    """„Temperatur … 37,8 °C“ in the statement itself, where a follow-up lost its name."""
    names = {name for name, implied in IMPLIED.items() if implied == unit}
    return any(other.of in names for other in checked.quantities() if other is not quantity)


def _of_money(checked: Checked) -> bool:
    return checked.item.member.id.endswith("_eur")


def _is_money(piece: Piece) -> bool:
    if any(quantity.unit == "€" for quantity in piece.quantities):
        return True
    money = tuple(stem(word, True) for word in lexicon().money)
    return any(term.stem.startswith(money) or term.stem.endswith(money) for term in piece.terms)


def _series(quantity: Quantity, support: Sequence[Quantity], near: Sequence[Piece]) -> bool:
    """„1.500 ml, bis jetzt 600“: an earlier value of the sentence gave the unit."""
    for piece in near:
        if not any(other in piece.quantities for other in support):
            continue
        sentence = piece.clause.sentence
        earlier = [
            other
            for before in near
            if before.clause.sentence in {sentence, sentence - 1} and before.number <= piece.number
            for other in before.quantities
        ]
        if any(other.unit == quantity.unit for other in earlier) or per_period(quantity, earlier):
            return True
    return False


def _open_time(
    checked: Checked, quantity: Quantity, support: Sequence[Quantity], source: Source
) -> Iterator[Finding]:
    """An open phrase supports both readings; in prose said only where nothing settles it."""
    if quantity.kind is not QuantityKind.TIME:
        return
    if all(other.kind is QuantityKind.TIME and len(other.readings) > 1 for other in support):
        if source.context.shift is not None or source.context.recorded is not None:
            return
        first, second = (clock(minute) for minute in sorted(support[0].readings)[:2])
        yield checked.item.finding(
            Kind.TIME, Sentence.TIME_OPEN, Severity.INFO, first=first, second=second
        )


def clock(minute: int) -> str:
    """Minutes after midnight as ``HH:MM``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
