"""Dictations without capital letters: nouns and names get theirs back, the rest stays."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.capitals import is_known_noun
from dokuhelfer.draft.normalise.model import join


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "frau nguyen hat über schmerzen im linken knie geklagt",
            "Frau Nguyen hat über Schmerzen im linken Knie geklagt",
        ),
        (
            "herr van dijk und doktor lang waren am abend im speisesaal",
            "Herr van Dijk und Doktor Lang waren am Abend im Speisesaal",
        ),
        (
            "die kollegin swetlana hat den rr gemessen und notiert",
            "die Kollegin Swetlana hat den RR gemessen und notiert",
        ),
        (
            "beim aufstehen ist er auf dem nassen boden ausgerutscht",
            "beim Aufstehen ist er auf dem nassen Boden ausgerutscht",
        ),
        (
            "gestern abend wollte sie nichts essen und nichts trinken",
            "gestern Abend wollte sie nichts essen und nichts trinken",
        ),
        (
            "laut bericht hat er den arm schon am morgen gehoben",
            "laut Bericht hat er den Arm schon am Morgen gehoben",
        ),
        (
            "sein wundverband wurde von der pflegefachkraft gewechselt",
            "sein Wundverband wurde von der Pflegefachkraft gewechselt",
        ),
        (
            "bei frau Kern war die temperatur am abend höher der hausarzt doktor Lang weiß es",
            "bei Frau Kern war die Temperatur am Abend höher der Hausarzt Doktor Lang weiß es",
        ),
    ],
)
def test_capitals_come_back(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said",
    [
        "Sie hat im linken knie schmerzen und will nichts essen.",
        "er hat heute früh schon wieder nicht gut geschlafen",
        "frau",
    ],
)
def test_nothing_changes(heard: Any, said: str) -> None:
    assert join(heard(said).tokens) == said


@pytest.mark.parametrize("noun", ["schmerzpflaster", "unterarmwunde", "verwirrtheit", "aufnahmen"])
def test_compounds_and_endings_make_nouns(noun: str) -> None:
    assert is_known_noun(noun)


@pytest.mark.parametrize(
    "word",
    ["abgeklungen", "außergerichtlichen", "anfrage", "gesprochen", "durchaus", "zurückgezogen"],
)
def test_verbs_and_adjectives_are_none(word: str) -> None:
    assert not is_known_noun(word)
