"""What is said about the telling is never missed; what sounds like it and tells something is."""

from __future__ import annotations

import pytest

from dokucheck.running import Check

SAID = "Der Ofen in der Küche ist kaputt."


def missing(checked: Check, dictation: str) -> list[str]:
    found = checked("aktenvermerk", dictation, {"inhalt": SAID}).uncovered
    return [item.text for item in found]


@pytest.mark.parametrize(
    "aside",
    [
        "Jetzt noch zu Karla.",
        "Und zur Wäsche nochmal.",
        "So, weiter mit dem Nachmittag.",
        "Ich komme jetzt zu Frau Pohl.",
        "Mit Frau Pohl fang ich an.",
        "Ich mach's der Reihe nach.",
    ],
)
def test_what_the_speaker_turns_to_is_never_missed(checked: Check, aside: str) -> None:
    assert missing(checked, f"{aside} {SAID}") == []


@pytest.mark.parametrize(
    "told",
    [
        "Zu Karla kommt die Logopädin.",
        "Mit Frau Pohl hab ich gestritten.",
        "Ich gehe am Montag zum Zahnarzt.",
    ],
)
def test_a_fact_that_begins_like_it_is_missed(checked: Check, told: str) -> None:
    assert missing(checked, f"{SAID} {told}") == [told]


@pytest.mark.parametrize("word", ["wahrscheinlich", "leider", "tatsächlich"])
def test_how_sure_or_sorry_somebody_is_is_no_thing_of_its_own(checked: Check, word: str) -> None:
    assert missing(checked, f"{SAID[:-12]} ist {word} kaputt.") == []
