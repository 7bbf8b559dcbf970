"""Restated with a marker between: durations, days, the contrary, another doer, another place."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import DropReason, join


def withdrawn(result: Any) -> str:
    return " | ".join(
        join(piece.tokens) for piece in result.dropped if piece.reason is DropReason.WITHDRAWN
    )


PLACES_AND_PERSONS = [
    ("am vierten äh am vierzehnten Mai entlassen", "am 14.05. entlassen", "am vierten"),
    ("vom Jobcenter, nein, vom Sozialamt kam Post", "vom Sozialamt kam Post", "vom Jobcenter"),
    ("vom Verein, nein, von der Kasse kam Post", "von der Kasse kam Post", "vom Verein"),
    ("im Bad nee in der Küche lag sie", "in der Küche lag sie", "im Bad"),
    ("beim Zahnarzt, Quatsch, bei der Hausärztin", "bei der Hausärztin", "beim Zahnarzt"),
    ("Frau Vogel äh Herr Vogel war da", "Herr Vogel war da", "Frau Vogel"),
    ("Er geht zum Amt, nein, zur Bank", "Er geht zur Bank", "zum Amt"),
]
VALUES = [
    ("hundert… nein hundertzwanzig Milliliter getrunken", "120 ml getrunken", "100"),
    ("Rente 900, nein, ab Januar 950 Euro", "Rente ab Januar 950 €", "900"),
    ("Rente 900, nein, inzwischen 950 Euro", "Rente inzwischen 950 €", "900"),
    ("Ich rufe Montag, nein, erst Mittwoch an", "Ich rufe erst Mittwoch an", "Montag"),
    ("Termin am Freitag, nein, schon morgen", "Termin schon morgen", "am Freitag"),
    ("Sie kommt heute, nein, am Samstag", "Sie kommt am Samstag", "heute"),
    (
        "hat zweihundert nein hundertfünfzig Milliliter getrunken und mehr wollte sie nicht ist "
        "müde aber ansprechbar und liegt jetzt",
        "hat 150 ml getrunken und mehr wollte sie nicht ist müde aber ansprechbar und liegt jetzt",
        "200",
    ),
    ("ne halbe Stunde, nein, zwanzig Minuten da", "20 Minuten da", "ne halbe Stunde"),
    (
        "vierzig Minuten wollt ich grad sagen nee eine gute Dreiviertelstunde",
        "eine gute Dreiviertelstunde",
        "40 Minuten",
    ),
]
MARKERS = [
    ("Puls achtzig hätt ich fast gesagt neunzig", "Puls 90", "80"),
    ("Insulin zehn, was sag ich, acht Einheiten", "Insulin 8 IE", "10"),
    ("am linken, Schmarrn, am rechten Arm", "am rechten Arm", "am linken"),
    ("Er hat links ne warte rechts eine Schramme", "Er hat rechts eine Schramme", "links"),
    ("die Rötung links, stimmt ja gar nicht, rechts", "die Rötung rechts", "links"),
    ("drei Tabletten, ich hab mich vertan, zwei Tabletten", "2 Tabletten", "3 Tabletten"),
    ("oben ist alles rot äh ne warte unten ist es rot", "ist alles rot unten ist es rot", "oben"),
]
STATEMENTS = [
    (
        "hat das Essen verweigert nee er hat es nicht verweigert er war nur satt",
        "hat das Essen nicht verweigert er war nur satt",
        "verweigert",
    ),
    ("Sie hat geduscht, nein, sie hat nicht geduscht.", "Sie hat nicht geduscht.", "geduscht"),
    (
        "Er hat nicht gefrühstückt, nein, er hat doch gefrühstückt.",
        "Er hat doch gefrühstückt.",
        "nicht gefrühstückt",
    ),
    ("Sie schläft, nein, sie schläft nicht.", "Sie schläft nicht.", "Sie schläft"),
    (
        "ich schreibe den Antrag, halt, er selbst schreibt ihn",
        "er selbst schreibt ihn",
        "ich schreibe den Antrag",
    ),
    (
        "Bitte Windeln bestellen, nein, die haben wir schon.",
        "Die haben wir schon.",
        "Bitte Windeln bestellen",
    ),
]

FURTHER = [
    ("Er kam mit dem Taxi, äh, mit dem Bus", "Er kam mit dem Bus", "mit dem Taxi,"),
    ("Sie kam mit Frau Lang äh mit Frau Kurz", "Sie kam mit Frau Kurz", "mit Frau Lang"),
    ("Sie hat drei Kinder äh vier Kinder", "Sie hat 4 Kinder", "3 Kinder"),
    ("hat um sieben ne um acht gefrühstückt", "hat um 08:00 gefrühstückt", "um 07:00"),
    (
        "die Tochter hat angerufen nein der Sohn hat angerufen",
        "der Sohn hat angerufen",
        "die Tochter hat angerufen",
    ),
    ("Mit ihr gesprochen, nein, telefoniert.", "Mit ihr telefoniert.", "gesprochen"),
    ("Er hat zweimal, ich korrigiere, dreimal geläutet", "Er hat dreimal geläutet", "zweimal"),
    (
        "Termin Dienstag der vierte, quatsch, Mittwoch der fünfte Mai.",
        "Termin Mittwoch der 05.05.",
        "Dienstag der vierte",
    ),
    (
        "Sie wurde um acht gewaschen. Nein, um neun. Dann Ruhe.",
        "Sie wurde gewaschen um 09:00. Dann Ruhe.",
        "um 08:00",
    ),
    (
        "Sie hat 500 ml getrunken. Das stimmt nicht. Sie hat 300 ml getrunken.",
        "Sie hat 300 ml getrunken.",
        "Sie hat 500 ml getrunken",
    ),
    (
        "Frau Roth war nicht da. Falsch. Frau Roth war da, aber später.",
        "Frau Roth war da, aber später.",
        "Frau Roth war nicht da",
    ),
    (
        "Der Verband wurde gewechselt, äh nein, der Verband wurde nicht gewechselt.",
        "Der Verband wurde nicht gewechselt.",
        "Der Verband wurde gewechselt",
    ),
]


@pytest.mark.parametrize(
    ("said", "written", "gone"), [*PLACES_AND_PERSONS, *VALUES, *MARKERS, *STATEMENTS, *FURTHER]
)
def test_what_was_said_first_goes(heard: Any, said: str, written: str, gone: str) -> None:
    result = heard(said)
    assert join(result.tokens) == written
    assert withdrawn(result) == gone


@pytest.mark.parametrize(
    "said",
    [
        "Schmerzen? Nein.",
        "Hat sie Hunger? Nein, sie hat nicht gegessen wollen.",
        "Ob er Hilfe will? Nein, er will keine.",
        "Sie ist nicht müde, sondern traurig.",
        "Ich halt die Hand.",
        "erst links, dann rechts",
        "von Montag auf Dienstag",
        "Sie kommt heute und am Samstag",
        "Besuch von Frau Lang, Frau Kurz und Herrn Mai",
        "Er war im Garten und im Hof",
        "Er war im Garten, im Hof war er nicht",
        "Sie wollte nicht essen, nein, auch nicht trinken",
        "Er sagt, er hat nicht getrunken, nein, wirklich nicht getrunken.",
        "Bitte Tee anbieten, nein sagt sie meistens erst mal.",
        "Er geht eine halbe Stunde, dann kommt die Pause",
        "Er hat ja gesagt, nein, er hat nein gesagt",
        "Sie fragt, ob das stimmt, nein, das weiß ich nicht",
        "Am Montag war Visite, am Dienstag Bad",
        "Er sagt, er trinkt 500 ml. Das stimmt nicht. Es waren 300 ml.",
        "Schmerz erst 5 dann ne 4",
        "Sie bat um ne Decke",
    ],
)
def test_nothing_is_taken_back(heard: Any, said: str) -> None:
    result = heard(said)
    assert join(result.tokens) == said
    assert withdrawn(result) == ""


def test_persons_listed_with_a_hesitation_stay(heard: Any) -> None:
    result = heard("Besuch von Frau Lang, äh, Frau Kurz und Herrn Mai")
    assert withdrawn(result) == ""
