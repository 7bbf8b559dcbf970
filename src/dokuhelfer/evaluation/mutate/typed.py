"""Typed values made wrong: numbers, times, dates, choices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dokuhelfer.draft.template.model import Field, FieldType
from dokuhelfer.evaluation.mutate.model import Change, Fault, Place
from dokuhelfer.evaluation.mutate.values import other_numbers, other_time

_SIDES = (("link", "recht"), ("recht", "link"))
_UNIT_FIELD = "_einheit"


def typed(member: Field, value: str | int | float, place: Place) -> Iterator[Change]:
    """The changes of a value of a field that is no text; none where it is of a wrong type."""
    if isinstance(value, int | float):
        yield from _number(value, place)
    elif member.type is FieldType.TIME and ":" in value:
        yield Change(Fault.TIME, other_time(value))
    elif member.type is FieldType.DATE:
        yield from _day(value)
    elif member.type is FieldType.CHOICE:
        yield from _choice(member, value, place)


def _number(value: int | float, place: Place) -> Iterator[Change]:
    """As in texts; a decimal stays one, so that the change is of value and not of type.

    None where the dictation says every number that would do.
    """
    decimal = isinstance(value, float)
    digits = f"{value:g}".replace(".", ",") if decimal and value % 1 else str(int(value))
    for other in place.choose(other_numbers(digits), "number"):
        changed = other.replace(",", ".")
        yield Change(Fault.NUMBER, float(changed) if decimal else int(changed))
        return


def _day(value: str) -> Iterator[Change]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return
    yield Change(Fault.DATE, (day + timedelta(days=2)).isoformat())


def _choice(member: Field, value: str, place: Place) -> Iterator[Change]:
    others = [choice.value for choice in member.choices if choice.value != value]
    for one, other in _SIDES:
        swapped = value.replace(one, other, 1)
        if swapped != value and swapped in others:
            yield Change(Fault.SIDE, swapped)
            return
    fault = Fault.UNIT if member.id.endswith(_UNIT_FIELD) else Fault.CHOICE
    for other in place.choose(others, "choice"):
        yield Change(fault, other)
        return
