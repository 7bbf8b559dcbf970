"""What a person types into a typed field: „730“, „7 Uhr 30“, „37,2“, „17.11.“.

Values keep their kind (ui.md §2.8): what cannot be read as one is refused, never guessed.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from dokuhelfer.draft.model import Scalar
from dokuhelfer.draft.template.model import Field, FieldType

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*(?:[:.]|uhr)\s*(?P<minute>\d{2})?|\s*(?P<packed>\d{2}))?"
    r"(?:\s*uhr)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|[-+]?\d+\.\d{1,2}")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})?")
_BACK = {"heute": 0, "gestern": 1, "vorgestern": 2}
_CENTURY = 2000


def parse(text: str, field: Field, today: date | None = None) -> Scalar | None:
    """The value of a field of that type; None where the text is none.

    Args:
        text: as typed; blank is the caller's to deal with.
        today: the day of dictation, for dates without a year and „gestern“.
    """
    stripped = " ".join(text.split())
    match field.type:
        case FieldType.TIME:
            return clock_time(stripped)
        case FieldType.INT | FieldType.DECIMAL:
            return _number(stripped, field)
        case FieldType.DATE:
            return calendar_day(stripped, today)
        case FieldType.CHOICE:
            return _choice(stripped, field)
        case _:
            return text.strip() or None


def clock_time(text: str) -> str | None:
    """``HH:MM`` of 730, 0730, 7:30, 7.30, „7 Uhr 30“, „7 Uhr“, 7."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["packed"] or 0)
    if hour == 24 and minute == 0:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def calendar_day(text: str, today: date | None = None) -> str | None:
    """ISO date of „17.11.2026“, „17.11.“, „2026-11-17“, „gestern“."""
    if text.lower() in _BACK:
        if today is None:
            return None
        return (today - timedelta(days=_BACK[text.lower()])).isoformat()
    german = _GERMAN_DATE.fullmatch(text)
    try:
        if german is None:
            return date.fromisoformat(text).isoformat()
        return _calendar(german, today)
    except ValueError:
        return None


def _calendar(found: re.Match[str], today: date | None) -> str | None:
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is None:
        return date(today.year, month, day).isoformat() if today else None
    return date(int(year) + (_CENTURY if len(year) == 2 else 0), month, day).isoformat()


def _number(text: str, field: Field) -> int | float | None:
    """A number in German writing; the field's own unit behind it may stand."""
    plain = text.removesuffix(field.unit or "").strip() if field.unit else text
    if _NUMBER.fullmatch(plain) is None:
        return None
    if _GROUPED.fullmatch(plain) or "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    value = float(plain)
    if not math.isfinite(value):
        return None
    if field.type is FieldType.INT:
        return int(value) if value.is_integer() else None
    return value


def _choice(text: str, field: Field) -> str | None:
    """The choice of that name, capitals aside."""
    return next((c.value for c in field.choices if c.value.lower() == text.lower()), None)
