"""The values behind the tokens: pairs, fractions, dates, quotations, spoken and typed alike."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import Day, Number, TokenKind


def values(result: Any, kind: TokenKind) -> list[Any]:
    return [token.value for token in result.tokens if token.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "RR eins sechsunddreißig zu fünfundachtzig",
        "RR hundertsechsunddreißig auf fünfundachtzig",
        "RR 136 zu 85",
        "RR 136/85",
        "RR 1,36 zu 85",
        "136 zu 85",
    ],
)
def test_blood_pressure_is_one_pair(heard: Any, text: str) -> None:
    (number,) = values(heard(text), TokenKind.NUMBER)
    assert (number.value, number.pair, number.joiner) == (Decimal(136), (Decimal(85),), "/")


@pytest.mark.parametrize("text", ["zwei mal drei Zentimeter", "2 x 3 cm", "2x3cm", "2 mal 3 cm"])
def test_sizes_are_pairs(heard: Any, text: str) -> None:
    (number,) = values(heard(text), TokenKind.NUMBER)
    assert (number.value, number.pair, number.joiner) == (Decimal(2), (Decimal(3),), " x ")


@pytest.mark.parametrize(
    "text",
    [
        "drei mal anderthalb Zentimeter",
        "3 cm mal anderthalb",
        "Wundgröße drei auf anderthalb",
        "3 auf 1,5 cm",
    ],
)
def test_sizes_with_halves_and_without_a_second_unit(heard: Any, text: str) -> None:
    (number,) = values(heard(text), TokenKind.NUMBER)
    assert (number.value, number.pair) == (Decimal(3), (Decimal("1.5"),))


@pytest.mark.parametrize("text", ["von 3 auf 2 cm kleiner", "Ausgang 3 auf 2 gestellt"])
def test_a_change_is_no_size(heard: Any, text: str) -> None:
    assert not any(number.pair for number in values(heard(text), TokenKind.NUMBER))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zwölf Euro und fünf Cent", "12.05"),
        ("1.250 Euro 40 Cent", "1250.40"),
        ("drei Euro fünfzig", "3.50"),
    ],
)
def test_euros_and_cents_are_one_amount(heard: Any, text: str, value: str) -> None:
    (number,) = values(heard(text), TokenKind.NUMBER)
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value", "fraction"),
    [
        ("eine halbe Tablette", "0.5", "1/2"),
        ("drei Viertel gegessen", "0.75", "3/4"),
        ("ein Drittel", "0.3333", "1/3"),
        ("eine Viertelstunde", "0.25", "1/4"),
        ("1/4 gegessen", "0.25", "1/4"),
    ],
)
def test_fractions(heard: Any, text: str, value: str, fraction: str) -> None:
    (number,) = values(heard(text), TokenKind.NUMBER)
    assert (number.value, number.fraction) == (Decimal(value), fraction)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("am siebzehnten November", Day(17, 11)),
        ("am 17. November 2026", Day(17, 11, 2026)),
        ("am 17.11.26", Day(17, 11, 2026)),
        ("geboren 3.5.41", Day(3, 5, 1941)),
        ("am siebzehnten elften zweitausendsechsundzwanzig", Day(17, 11, 2026)),
        ("am 17.11. gekommen", Day(17, 11)),
    ],
)
def test_dates(heard: Any, text: str, day: Day) -> None:
    assert values(heard(text), TokenKind.DATE) == [day]


@pytest.mark.parametrize("text", ["am 31.2. da", "am 32.1.2026", "2.5 Liter", "um 8.10. gegessen"])
def test_no_dates(heard: Any, text: str) -> None:
    assert values(heard(text), TokenKind.DATE) == []


def test_times_word_knows_its_number(heard: Any) -> None:
    (token,) = [token for token in heard("drei Mal gefragt").tokens if token.value is not None]
    assert (token.text, token.kind) == ("dreimal", TokenKind.WORD)
    assert isinstance(token.value, Number)
    assert token.value.value == 3


def test_quotations_stay_as_spoken_and_keep_their_values(heard: Any) -> None:
    text = "Sie sagte „äh, um halb acht hab i zwei Tabletten gnomma, nein, drei“."
    result = heard(text)
    inside = [token for token in result.tokens if token.value is not None]
    assert [token.text for token in inside] == ["halb acht", "zwei", "drei"]
    assert result.dropped == ()
