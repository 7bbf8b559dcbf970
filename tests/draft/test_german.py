"""German written form of values."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dokuhelfer.draft import german


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (37.2, "°C", "37,2\u00a0°C"),
        (38.0, "°C", "38\u00a0°C"),
        (72, "/min", "72\u00a0/min"),
        (0, None, "0"),
        (1650, "€", "1.650\u00a0€"),
        (12.5, "€", "12,50\u00a0€"),
        (1234567.89, None, "1.234.567,89"),
        (0.05, "mg", "0,05\u00a0mg"),
        (1e-7, None, "0,0000001"),
        (-3.5, None, "-3,5"),
    ],
)
def test_numbers(value: float, unit: str | None, expected: str) -> None:
    assert german.amount(value, unit) == expected


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_reads_back(value: float) -> None:
    text = german.number(value)
    assert float(text.replace(".", "").replace(",", ".")) == value


def test_numbers_that_are_none_do_not_raise() -> None:
    assert german.number(float("nan")) == "nan"


def test_times_and_days() -> None:
    assert german.clock("08:30") == "08:30\u00a0Uhr"
    assert german.clock("") == ""
    assert german.clock("gegen acht") == "gegen acht"
    assert german.day("2026-11-17") == "17.11.2026"
    assert german.day("morgen") == "morgen"
    assert german.moment(datetime(2026, 1, 2, 3, 4, tzinfo=UTC)) == "02.01.2026, 03:04\u00a0Uhr"


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaned_text_fits_into_xml(text: str) -> None:
    element = etree.Element("x")
    element.text = german.clean(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == element.text


def test_cleaning_keeps_what_people_write() -> None:
    assert (
        german.clean("Ä\x00ß\x0b€ \U0001f600\ud800\ufffe\r\nx\ry\tz") == "Äß€ \U0001f600\nx\ny\tz"
    )
