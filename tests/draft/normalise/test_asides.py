"""Talk beside the dictation leaves it; the same words as content stay."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join

FIRST, LAST = "Herr Paul hat gut geschlafen.", "Der Verband ist trocken."


@pytest.mark.parametrize(
    "aside",
    [
        "Stopp Aufnahme.",
        "Aufnahme fortsetzen.",
        "Pause.",
        "Speichern.",
        "Wo war ich?",
        "Was wollte ich jetzt noch sagen?",
        "Jetzt hab ich den Faden verloren.",
        "So, was war noch?",
        "Moment, ich komm gleich, Frau Busch.",
        "Ja, bin sofort da!",
        "Augenblick bitte, ich telefoniere gerade.",
        "Sekunde, das Telefon. So, wieder da.",
        "Oh, es klopft, ich muss kurz raus.",
        "Marie, hast du die Tropfen schon gestellt?",
        "Kannst du mal eben mitkommen?",
        "Setzen Sie sich bitte, Herr Busch.",
        "Puh, ist das heiß hier.",
        "Ich diktiere gerade.",
        "Ja, Herr Busch, ich bring Ihnen gleich den Tee.",
        "Ich glaub das war's. Ach, noch was:",
        "Moment, ich schau mal.",
    ],
)
def test_an_aside_is_no_content(heard: Any, aside: str) -> None:
    assert join(heard(f"{FIRST} {aside} {LAST}").tokens) == f"{FIRST} {LAST}"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Sie war, wie soll ich sagen, recht still.",
            "Sie war, recht still.",
        ),
        ("Er hat, ich sag mal, kaum gegessen.", "Er hat, kaum gegessen."),
        ("Guten Morgen, der Verband ist trocken.", "der Verband ist trocken."),
        ("Schreib mal: Der Verband ist trocken.", "Der Verband ist trocken."),
        ("Bitte notieren, der Verband ist trocken.", "der Verband ist trocken."),
        ("Frau Klein groß geschrieben ist wach.", "Frau Klein ist wach."),
        ("Test, eins, zwei. Läuft das? Der Verband ist trocken.", "Der Verband ist trocken."),
    ],
)
def test_an_aside_within_content(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said",
    [
        "Er machte eine Pause. Danach ging es weiter.",
        "Sie ruft: „Ich komm gleich.“",
        "Sie sagt immer, wo war ich.",
        "Er fragt: „Hast du meine Brille?“",
        "Der Sohn ist wieder da.",
        "Das Telefon hat er nicht gehört.",
        "Frau Busch, ich komme gleich auf den Verband zurück.",
        "Der Test war negativ.",
        "Ich habe ihm den Tee gleich gebracht.",
        "Er hat wenige Löffel gegessen, das war alles.",
        "Bitte dokumentieren ob er trinkt.",
        "Ich habe an Herrn Groß geschrieben.",
        "Hat er Schmerzen? Nein.",
        "Im Moment keine Schmerzen.",
    ],
)
def test_what_was_seen_or_said_by_others_stays(heard: Any, said: str) -> None:
    assert join(heard(said).tokens) == said


def test_what_is_left_out_is_remembered(heard: Any) -> None:
    result = heard(f"{FIRST} Wo war ich? {LAST}")
    assert [piece.reason.value for piece in result.dropped] == ["command"]
