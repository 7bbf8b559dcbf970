"""Talk beside the dictation leaves it; the same words as content stay."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join

FIRST, LAST = "Herr Paul hat gut geschlafen.", "Der Verband ist trocken."


QUESTIONS = [
    "Auf meine Frage, hast du Suizidgedanken? Nein.",
    "Ich habe gefragt, bist du geschlagen worden? Sie hat genickt.",
    "Frau Braun fragte mich, hast du meine Brille gesehen?",
    "Gibst du Herrn Koch heute Abend die halbe Tablette?",
    "Holst du den Arzt an für Frau Kern, die hat 39 Fieber?",
    "Lena, hast du manchmal Angst?",
    "Lena, willst du nach Hause? Sie schüttelt den Kopf.",
    "Kannst du mal die Hand heben? Kann er nicht.",
    "Marie, hast du die Tropfen schon gestellt?",
    "Marie, hast du Novalgin schon gegeben?",
    "Marie, machst du nachher die Runde?",
    "Der Bruder schreit, kannst du mal aufhören?",
]
REPORTED = [
    "Klientin weinte. Ich muss überlegen, sagte sie, ob ich ihn verlasse.",
    "Sie ruft oft nach der Mutter, ich komm gleich, hat sie immer gesagt.",
    "Besuch war da, ich komme gleich, hat die Tochter am Telefon versprochen.",
    "Er steht auf, ich muss kurz weg, sagt er ständig.",
    "Frau Bach klagt, mach das Fenster zu.",
    "Sie sieht Personen im Zimmer, ich habe jemanden da.",
    "Die Tochter hat angerufen, ich bin schon unterwegs.",
    "Arzt angerufen, komme gleich.",
    "Sie wirkt desorientiert. Wie spät ist es?",
    "Wie spät ist es? Das fragt sie ständig.",
    "Sie jammert den ganzen Tag. Ist das kalt hier.",
    "Er halluziniert. Ich hab jemanden da.",
    "Ich bin gleich da, so der Sohn am Telefon.",
]
SINGLE = [
    "Infusion angehängt, läuft.",
    "Antrag gestellt, läuft.",
    "Neuer Dauerkatheter gelegt. Läuft.",
    "Sondenkost gelaufen bis 10. Pause. Weiter danach.",
    "Stopp. Das tut weh. Sie wehrt ab.",
    "Rollator eingestellt. Läuft es? Ja.",
    "Plan groß geschrieben und an die Tür gehängt.",
    "Antrag zusammen geschrieben, sie wirft ihn morgen ein.",
    "An Frau Klein groß geschrieben, dass Besuch kommt.",
    "Bitte aufschreiben, wie viel sie trinkt.",
    "Bitte notieren, die Trinkmenge.",
    "Neuer Bericht an den Arzt gefaxt.",
    "Für die Akte kopiert.",
]
KEPT = [*QUESTIONS, *REPORTED, *SINGLE]


@pytest.mark.parametrize(
    "aside",
    [
        "Stopp Aufnahme.",
        "Aufnahme fortsetzen.",
        "Stopp Aufnahme. Pause.",
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
        "Marie, hast du den Wagen schon geholt?",
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
        ("Neue Notiz Frau Wolf. Sie ist wach.", "Frau Wolf. Sie ist wach."),
        ("Nächster Eintrag. Sie ist wach.", "Sie ist wach."),
        ("Allergie gegen Latex bitte fett.", "Allergie gegen Latex."),
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
        *KEPT,
    ],
)
def test_what_was_seen_or_said_by_others_stays(heard: Any, said: str) -> None:
    assert join(heard(said).tokens) == said


def test_what_is_left_out_is_remembered(heard: Any) -> None:
    result = heard(f"{FIRST} Wo war ich? {LAST}")
    assert [piece.reason.value for piece in result.dropped] == ["command"]


@pytest.mark.parametrize(
    "said",
    ["Kannst du mal eben mitkommen?", "Ja, ich komm gleich, Frau Busch.", "Ich muss kurz raus."],
)
def test_what_might_be_content_is_left_out_by_a_reason_of_its_own(heard: Any, said: str) -> None:
    result = heard(f"{FIRST} {said} {LAST}")
    assert [piece.reason.value for piece in result.dropped] == ["aside"]


def test_an_admission_is_no_word_to_the_recorder(heard: Any) -> None:
    said = "neue bewohnerin frau kern aufnahme aus dem klinikum gestern um elf mit der tochter"
    assert "aufnahme aus dem" in join(heard(said).tokens).lower()
