"""Dictations without punctuation: where their sentences begin."""

from __future__ import annotations

import time

import pytest

from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.transcript.model import Segment, Transcript


def sentences(text: str) -> list[str]:
    clauses = cut(normalise(Transcript((Segment(0, None, None, text),)), Context()))
    found: dict[int, list[str]] = {}
    for clause in clauses:
        found.setdefault(clause.sentence, []).append(clause.text)
    return [" ".join(parts) for parts in found.values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "der Herr Krüger der wollte heute nicht aufstehen ich probiere es nachher nochmal die "
            "Medikamente hat er genommen",
            [
                "der Herr Krüger der wollte heute nicht aufstehen",
                "ich probiere es nachher nochmal",
                "die Medikamente hat er genommen",
            ],
        ),
        (
            "offen sind drei Rechnungen wir haben zusammen beim Vermieter angerufen dort war "
            "niemand zu erreichen",
            [
                "offen sind 3 Rechnungen",
                "wir haben zusammen beim Vermieter angerufen",
                "dort war niemand zu erreichen",
            ],
        ),
        (
            "Handschuhe sind fast leer bitte bestellen die Fußpflege kommt ab Mittwoch einmal im "
            "Monat",
            [
                "Handschuhe sind fast leer",
                "bitte bestellen",
                "die Fußpflege kommt ab Mittwoch einmal im Monat",
            ],
        ),
        (
            "sie hat nach ihrem Mann gerufen ich bin bei ihr sitzen geblieben danach war Ruhe",
            [
                "sie hat nach ihrem Mann gerufen",
                "ich bin bei ihr sitzen geblieben",
                "danach war Ruhe",
            ],
        ),
        (
            "sie hat heute Geburtstag ihre Enkel kommen um drei zum Kaffee der Tisch ist gedeckt",
            [
                "sie hat heute Geburtstag",
                "ihre Enkel kommen um 15:00 zum Kaffee",
                "der Tisch ist gedeckt",
            ],
        ),
        (
            "er soll seine Tabletten nehmen und viel trinken das hat die Ärztin ihm gesagt",
            ["er soll seine Tabletten nehmen und viel trinken", "das hat die Ärztin ihm gesagt"],
        ),
        (
            "erbrochen hat sie nicht ihre Mutter war um zehn da ich hab gefragt ob ihr kalt ist "
            "da hat sie gelacht Fieber haben wir nicht gemessen",
            [
                "erbrochen hat sie nicht",
                "ihre Mutter war um 10:00 da",
                "ich hab gefragt ob ihr kalt ist",
                "da hat sie gelacht",
                "Fieber haben wir nicht gemessen",
            ],
        ),
        (
            "den Sohn hab ich nicht angerufen das war abgemacht der Boden war nass wie der heißt "
            "weiß ich nicht er hat gesagt es ist als ob einer zieht ich hab ihn umgelagert",
            [
                "den Sohn hab ich nicht angerufen",
                "das war abgemacht",
                "der Boden war nass",
                "wie der heißt weiß ich nicht",
                "er hat gesagt es ist als ob einer zieht",
                "ich hab ihn umgelagert",
            ],
        ),
        (
            "der Verband war durch bitte in der Nacht nach ihm schauen dann Herr Yıldız Zimmer "
            "neun der war ruhig und bei Frau Trần noch die Tochter hat angerufen",
            [
                "der Verband war durch",
                "bitte in der Nacht nach ihm schauen",
                "dann Herr Yıldız Zimmer 9",
                "der war ruhig",
                "und bei Frau Trần noch die Tochter hat angerufen",
            ],
        ),
    ],
)
def test_each_main_clause_is_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_participle_opens_the_clause_that_has_no_other() -> None:
    text = (
        "das war eine Torasemid zehn Milligramm gemerkt hab ich es beim Aufräumen und gleich die "
        "Praxis angerufen"
    )
    assert any(part.startswith("gemerkt hab ich") for part in sentences(text))


def test_a_neighbour_with_a_name_begins_nothing() -> None:
    text = (
        "ich bin auf das Rufen von der Nachbarin Frau Kranz hin ins Zimmer zwölf gelaufen da lag "
        "sie vor dem Sessel"
    )
    assert sentences(text)[0].startswith("ich bin auf das Rufen von der Nachbarin Frau Kranz")


def test_a_condition_stays_with_what_follows() -> None:
    text = (
        "wir haben lange darüber geredet wenn er einen Vertrag hat stellen wir den Antrag "
        "zusammen und vorher nicht"
    )
    assert any("wenn er einen Vertrag hat stellen wir" in part for part in sentences(text))


def test_measurements_in_a_row_are_clauses() -> None:
    text = "Sättigung neunundachtzig mit zwei Litern BESD in Ruhe drei Puls achtzig"
    clauses = cut(normalise(Transcript((Segment(0, None, None, text),)), Context()))
    assert [clause.text for clause in clauses] == [
        "Sättigung 89 mit 2 l",
        "BESD in Ruhe 3",
        "Puls 80",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "die Strümpfe hat sie allein ausgezogen Füße gewaschen Nägel geschnitten keine "
            "Druckstellen gesehen",
            [
                "die Strümpfe hat sie allein ausgezogen",
                "Füße gewaschen",
                "Nägel geschnitten",
                "keine Druckstellen gesehen",
            ],
        ),
        (
            "Lippen trocken Zunge belegt Haut am Rücken intakt Mundpflege mit Salbeitee gemacht",
            [
                "Lippen trocken",
                "Zunge belegt",
                "Haut am Rücken intakt",
                "Mundpflege mit Salbeitee gemacht",
            ],
        ),
        (
            "die Hausärztin soll am Montag wegen der Hautrötung vorbeikommen Salbe ist bestellt",
            [
                "die Hausärztin soll am Montag wegen der Hautrötung vorbeikommen",
                "Salbe ist bestellt",
            ],
        ),
        (
            "sie weiß noch nicht ob ihr Bruder am Sonntag wirklich kommt Kuchen steht bereit",
            [
                "sie weiß noch nicht ob ihr Bruder am Sonntag wirklich kommt",
                "Kuchen steht bereit",
            ],
        ),
        (
            "den Bescheid hat er dabei gehabt Ergebnis er legt bis Freitag Widerspruch ein",
            [
                "den Bescheid hat er dabei gehabt",
                "Ergebnis er legt bis Freitag Widerspruch ein",
            ],
        ),
        (
            "die Mutter war heute nicht da nächste Woche schickt sie den Vertrag danach "
            "informiere ich das Amt",
            [
                "die Mutter war heute nicht da",
                "nächste Woche schickt sie den Vertrag",
                "danach informiere ich das Amt",
            ],
        ),
    ],
)
def test_what_has_no_verb_of_its_own_is_told_apart(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "er hat mit den geschwollenen Beinen und dem gestürzten Nachbarn heute lange gesprochen",
        "ich habe gelesen Bescheid vom Amt und dann noch Brief von der Schule bekommen",
        "der Termin beim Augenarzt wurde heute leider schon wieder verschoben Montag um neun",
        "wenn sie wieder so müde ist Frau Lang oder die Kollegin vom Spätdienst anrufen",
    ],
)
def test_a_noun_behind_a_verb_may_belong_to_it(text: str) -> None:
    assert len(sentences(text)) == 1


def test_growth_is_about_linear() -> None:
    text = "ich hab ihn gewaschen er war müde und wollte nicht essen der Sohn hat angerufen "

    def seconds(times: int) -> float:
        normalised = normalise(Transcript((Segment(0, None, None, text * times),)), Context())
        took = []
        for _ in range(3):
            start = time.process_time()
            cut(normalised)
            took.append(time.process_time() - start)
        return min(took)

    assert seconds(160) < 10 * 8 * max(seconds(10), 0.0005)
