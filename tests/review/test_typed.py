"""What is typed into a field of values keeps its kind, or is refused."""

from __future__ import annotations

from datetime import date

import pytest

from dokuhelfer.draft.model import Scalar
from dokuhelfer.draft.template.model import Choice, Field, FieldType
from dokuhelfer.review.typed import clock_time, parse

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("730", "07:30"),
        ("0730", "07:30"),
        ("7:30", "07:30"),
        ("7.30", "07:30"),
        ("7 Uhr 30", "07:30"),
        ("7 Uhr", "07:00"),
        ("07:30 Uhr", "07:30"),
        ("7", "07:00"),
        ("1915", "19:15"),
        ("24 Uhr", "00:00"),
        ("25:00", None),
        ("7:60", None),
        ("abends", None),
        ("73000", None),
    ],
)
def test_times(typed: str, time: str | None) -> None:
    assert clock_time(typed) == time


@pytest.mark.parametrize(
    ("type", "unit", "typed", "value"),
    [
        (FieldType.INT, "mmHg", "168", 168),
        (FieldType.INT, "mmHg", "168 mmHg", 168),
        (FieldType.INT, "ml", "1.500", 1500),
        (FieldType.INT, "ml", "1.500,5", None),
        (FieldType.INT, None, "zwölf", None),
        (FieldType.DECIMAL, "°C", "37,2", 37.2),
        (FieldType.DECIMAL, "°C", "37.2 °C", 37.2),
        (FieldType.DECIMAL, None, "1.234,5", 1234.5),
        (FieldType.DECIMAL, None, "1,2,3", None),
        (FieldType.DATE, None, "17.11.2026", "2026-11-17"),
        (FieldType.DATE, None, "17.11.26", "2026-11-17"),
        (FieldType.DATE, None, "3.5.", "2026-05-03"),
        (FieldType.DATE, None, "2026-11-17", "2026-11-17"),
        (FieldType.DATE, None, "gestern", "2026-11-16"),
        (FieldType.DATE, None, "31.2.2026", None),
        (FieldType.CHOICE, None, "links", "Links"),
        (FieldType.CHOICE, None, "oben", None),
        (FieldType.TEXT, None, "  gut ", "gut"),
    ],
)
def test_values(type: FieldType, unit: str | None, typed: str, value: Scalar | None) -> None:
    field = Field("x", "X", type, unit=unit, choices=(Choice("Links"), Choice("Rechts")))
    assert parse(typed, field, TODAY) == value


def test_a_day_without_a_year_needs_to_know_today() -> None:
    field = Field("x", "X", FieldType.DATE)
    assert parse("3.5.", field) is None
    assert parse("gestern", field) is None
