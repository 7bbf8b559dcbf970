"""Values in German written form (domain.md §5, UI conventions), and text fit for XML."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal

from dokuhelfer.draft.model import Scalar
from dokuhelfer.draft.template.model import Field, FieldType

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters XML 1.0 does not allow (§2.2 there), with the carriage return."""

_GERMAN_MARKS = str.maketrans(",.", ".,")
_NO_BREAK = "\u00a0"


def clean(text: str) -> str:
    """The text without characters a Word document cannot hold; line ends as ``\\n``."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def number(value: float, unit: str | None = None) -> str:
    """``37.2`` as „37,2“, ``1650`` as „1.650“; money with all or no cents."""
    if not math.isfinite(value):
        return str(value)
    exact = Decimal(str(value))
    places = max(0, -int(exact.normalize().as_tuple().exponent))
    if unit == "€" and places:
        places = max(places, 2)
    english = f"{exact:,.{places}f}"
    return english.translate(_GERMAN_MARKS)


def amount(value: float, unit: str | None) -> str:
    """A number with its unit, kept on one line: „37,2 °C“, „94 %“, „72 /min“."""
    plain = number(value, unit)
    return plain if not unit else f"{plain}{_NO_BREAK}{unit}"


def clock(value: str) -> str:
    """``08:30`` as „08:30 Uhr“; anything else as it stands."""
    return f"{value}{_NO_BREAK}Uhr" if re.fullmatch(r"\d{2}:\d{2}", value) else value


def day(value: str) -> str:
    """An ISO date as TT.MM.JJJJ; anything else as it stands."""
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


def moment(value: datetime) -> str:
    """A moment as „22.11.2026, 08:30 Uhr“, in its own offset."""
    return f"{value:%d.%m.%Y}, {clock(f'{value:%H:%M}')}"


def written(value: Scalar, field: Field) -> str:
    """A single value in German written form, with the field's unit."""
    if isinstance(value, str):
        text = clean(value)
        if field.type is FieldType.TIME:
            return clock(text)
        return day(text) if field.type is FieldType.DATE else text
    return amount(value, field.unit)
