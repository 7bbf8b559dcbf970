"""Pieces of an alignment become words: what belongs together stays together."""

from __future__ import annotations

import pytest

from dokuhelfer.engine.worker.alignment import Piece, words_of


def pieces(*texts: str) -> list[Piece]:
    """Each takes half a second."""
    return [
        {
            "word": text,
            "tokens": [],
            "start": 0.5 * number,
            "end": 0.5 * number + 0.5,
            "probability": 0.9,
        }
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((" Einkommen", " 3", ".455", " Euro", "."), ["Einkommen", "3.455", "Euro."]),
        ((" Temperatur", " 39", ",", "8", " Grad"), ["Temperatur", "39,8", "Grad"]),
        ((" HNO", "-Arzt", " angerufen"), ["HNO-Arzt", "angerufen"]),
        ((" 130", "/", "80"), ["130/80"]),
        (("Sie", " sagt", ",", " „", "nein", "“", "."), ["Sie", "sagt,", "„nein“."]),
        ((" ", " Ja", "", "!"), ["Ja!"]),
        ((), []),
    ],
)
def test_only_a_blank_begins_a_word(given: tuple[str, ...], words: list[str]) -> None:
    assert [word.text for word in words_of(pieces(*given), 60.0)] == words


def test_a_word_of_pieces_goes_from_the_first_to_the_last_and_is_as_sure_as_the_least() -> None:
    given = pieces(" 3", ".455", " Euro")
    given[1]["probability"] = 0.4

    number, unit = words_of(given, 1.2)

    assert (number.start, number.end, number.p) == (0.0, 1.0, 0.4)
    assert (unit.start, unit.end, unit.p) == (1.0, 1.2, 0.9)
