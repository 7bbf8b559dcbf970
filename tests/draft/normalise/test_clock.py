"""Every minute of the day through its usual phrases, and which half of the day is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import Clock, TokenKind

ONES = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = {10: "zehn", 11: "elf", 12: "zwölf", 16: "sechzehn", 17: "siebzehn"}
TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}


def spell(value: int) -> str:
    if value < 10:
        return ONES[value]
    if value < 20:
        return TEENS.get(value) or ONES[value - 10] + "zehn"
    ten, one = value // 10 * 10, value % 10
    return TENS[ten] if not one else ("ein" if one == 1 else ONES[one]) + "und" + TENS[ten]


def hour_word(hour: int) -> str:
    return "ein" if hour == 1 else spell(hour)


def exact_phrases(minute: int) -> Iterator[str]:
    """Phrases that name the hour of the twenty-four."""
    hour, rest = divmod(minute, 60)
    yield f"{hour_word(hour)} Uhr {spell(rest)}" if rest else f"{hour_word(hour)} Uhr"
    if rest and rest < 10:
        yield f"{hour_word(hour)} Uhr null {spell(rest)}"
    yield f"{hour}.{rest:02d} Uhr"
    yield f"{hour}:{rest:02d} Uhr"
    yield f"{hour} Uhr {rest}" if rest else f"{hour} Uhr"


def around_phrases(minute: int) -> Iterator[str]:
    """Phrases of the twelve-hour clock."""
    hour, rest = minute // 60 % 12 or 12, minute % 60
    following = hour % 12 + 1
    this, then = spell(hour), spell(following)
    yield from {
        0: (f"um {this}",),
        15: (f"viertel nach {this}", f"viertel {then}"),
        30: (f"halb {then}",),
        45: (f"viertel vor {then}", f"drei viertel {then}", f"dreiviertel {then}"),
    }.get(rest, ())
    if 1 <= rest <= 20:
        yield f"um {spell(rest)} nach {this}"
        if rest > 1:
            yield f"{spell(rest)} Minuten nach {this}"
    if 20 <= rest < 30:
        yield f"um {spell(30 - rest)} vor halb {then}"
    if 30 < rest <= 40:
        yield f"um {spell(rest - 30)} nach halb {then}"
    if rest >= 40:
        yield f"um {spell(60 - rest)} vor {then}"


def clock_of(result: Any) -> Clock:
    values = [token.value for token in result.tokens if token.kind is TokenKind.TIME]
    assert len(values) == 1, [token.text for token in result.tokens]
    assert isinstance(values[0], Clock)
    return values[0]


def test_every_minute_by_its_exact_phrases(heard: Any) -> None:
    for minute in range(1440):
        for phrase in exact_phrases(minute):
            clock = clock_of(heard(phrase))
            assert minute in clock.readings, phrase
            assert clock.settled == (minute >= 780 or minute < 60), phrase


def test_every_minute_by_its_usual_phrases(heard: Any) -> None:
    for minute in range(1440):
        for phrase in around_phrases(minute):
            assert sorted(clock_of(heard(phrase)).readings) == sorted(
                {minute, (minute + 720) % 1440}
            ), phrase


def test_phrases_reach_the_minutes_with_a_spoken_habit() -> None:
    reached = {minute % 60 for minute in range(1440) if list(around_phrases(minute))}
    assert reached == set(range(60))


def test_span_covers_the_phrase_and_oclock_has_its_own_token(heard: Any) -> None:
    text = "Puls um acht Uhr dreißig gemessen"
    time, oclock = (t for t in heard(text).tokens if t.kind in (TokenKind.TIME, TokenKind.UNIT))
    assert text[time.span.start : time.span.end] == "acht Uhr dreißig"
    assert (time.text, oclock.text) == ("08:30", "Uhr")


@pytest.mark.parametrize("phrase", ["gegen elf", "so um elf", "kurz nach elf", "etwa elf Uhr"])
def test_hedged(heard: Any, phrase: str) -> None:
    clock = clock_of(heard(phrase))
    assert clock.hedged
    assert clock.readings == (660, 1380)


@pytest.mark.parametrize(
    ("text", "shift", "recorded", "readings"),
    [
        # day-part words decide
        ("um drei Uhr nachts", None, None, (180,)),
        ("abends um acht", "frueh", "09:00", (1200,)),
        ("heute Nacht um zwölf", None, None, (0,)),
        ("gestern Abend um halb zehn", "frueh", "07:00", (1290,)),
        # the shift decides
        ("um zehn", "nacht", None, (1320,)),
        ("um halb drei", "nacht", None, (150,)),
        ("um halb drei", "spaet", None, (870,)),
        ("um zehn", "frueh", None, (600,)),
        # the time of dictation decides: what happened lies before it
        ("um halb neun", None, "09:00", (510,)),
        ("um halb neun", None, "21:30", (1230,)),
        ("um elf", "nacht", "06:00", (1380,)),
        # plans lie after it
        ("um vier kommt der Arzt", "frueh", "13:00", (960,)),
        ("um neun bitte kontrollieren", "spaet", "20:00", (1260,)),
        # open: both, the likelier first
        ("um acht", None, None, (480, 1200)),
        ("um drei", None, None, (900, 180)),
        ("Termin am Donnerstag um drei", None, "10:00", (900, 180)),
        ("um neun", "spaet", "20:30", (1260, 540)),
        ("um neun hat sie geklingelt", "spaet", "20:30", (540, 1260)),
        ("um kurz nach zwei erbrochen", "frueh", "13:00", (120, 840)),
        ("Der Betreuer ruft um elf zurück", "frueh", "13:00", (660, 1380)),
        ("Termin am 1. Dezember um zehn", "frueh", "13:00", (600, 1320)),
    ],
)
def test_half_of_the_day(
    heard: Any, text: str, shift: str | None, recorded: str | None, readings: tuple[int, ...]
) -> None:
    assert clock_of(heard(text, shift=shift, recorded=recorded)).readings == readings


@pytest.mark.parametrize(
    "text",
    [
        "acht Stunden geschlafen",
        "eine halbe Stunde",
        "eine Viertelstunde",
        "um die vierzehntausend",
        "um zwölf Euro",
        "um zwei Tabletten erhöht",
        "es geht um vier Kinder",
        "Puls 80 nach 10 Minuten",
        "ein viertel Liter",
        "vor drei Tagen",
        "2,5 Liter",
        "gegen zwei Liter",
    ],
)
def test_no_time(heard: Any, text: str) -> None:
    assert [t.text for t in heard(text).tokens if t.kind is TokenKind.TIME] == []
