"""Corrections and commands where nobody set a mark, and dialect by rule."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import DropReason, join


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Puls sechsundsechzig, äh, achtundsechzig", "Puls 68"),
        ("Puls 80 äh 82 Temperatur 37,5", "Puls 82 Temperatur 37,5"),
        ("Insulin zehn äh zwölf Einheiten gespritzt", "Insulin 12 IE gespritzt"),
        ("Blutzucker war 180 äh 190 Milligramm pro Deziliter", "Blutzucker war 190 mg/dl"),
        ("Sättigung 94 äh 95 Prozent", "Sättigung 95 %"),
        ("Verband entfernt, stopp, gewechselt", "Verband gewechselt"),
        ("am Montag äh am Sonntag zuletzt gesehen", "am Sonntag zuletzt gesehen"),
        ("zwei Tassen nein stimmt nicht eine Tasse Kaffee", "eine Tasse Kaffee"),
        ("im Bad nee im Flur lag sie", "im Flur lag sie"),
        (
            "Übersetzt hat Frau Demir, äh nein, heute war das Frau Haile.",
            "Übersetzt hat Frau Haile.",
        ),
        ("mit Herr Lohse, nein, nicht Herr Lohse, Herr Timm.", "mit Herr Timm."),
        ("bis zum zehnten nein bis zum zwölften November", "bis zum 12.11."),
        ("mittwochs, nein, donnerstags", "donnerstags"),
        ("beim Zoo Brandt, nein, nicht Brandt, Brenner war das", "beim Zoo Brenner war das"),
        ("Station Nord, nee, Süd ist das, hat gefragt", "Station Süd ist das, hat gefragt"),
        ("Tee, nein, Kaffee ist ihr zu stark", "Tee, nein, Kaffee ist ihr zu stark"),
        ("Er kommt. Nein, streich das, das weiß ich nicht. Ende.", "das weiß ich nicht. Ende."),
        ("Bein wurde gewickelt, stimmt nicht, wird später gewickelt", "Bein wird später gewickelt"),
        ("um 17 Uhr, ne 18 Uhr", "um 18:00 Uhr"),
        ("kostet 580, äh, 680 Euro", "kostet 680 €"),
        ("Puls 80 äh 3 Scheiben Brot", "Puls 80 3 Scheiben Brot"),
        ("Das mit dem Zaun lass bitte weg. Er isst.", "Er isst."),
        ("Bitte nicht ins Protokoll: er hat geweint. Er isst.", "Er isst."),
        ("Sie kommt. Ich beantrage Geld. Nein, streich das. Er geht.", "Sie kommt. Er geht."),
        ("eine 3-Zimmer-Wohnung", "eine 3-Zimmer-Wohnung"),
        ("i hab gsagt des war gstohle", "ich habe gesagt das war gestohlen"),
        ("det hab ick jemacht", "das hab ich gemacht"),
        ("er hat koi Zeit noi", "er hat kein Zeit nein"),
    ],
)
def test_written(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said",
    [
        "Um acht, äh, um zehn und um zwölf Uhr.",
        "NRS vier, äh, zwei Tabletten gegeben",
        "Um acht RR 130 zu 80 äh um neun 140 zu 90.",
        "Um acht Puls 80 äh um neun 90",
        "Blutzucker 180 äh 8 Einheiten gespritzt.",
        "Puls 80 äh 37,5 Temperatur",
        "Temperatur 37,5 äh 80 Puls",
        "Gewicht war 62 äh 200 ml getrunken",
        "Puls 80 äh drei Tabletten genommen",
        "Verband entfernt, stopp, schreit sie.",
        "Den Rollator geholt, Quatsch, meint die Tochter.",
        "Sie wurde gewaschen, halt stopp, rief Frau Lang.",
        "Das stimmt nicht, sagt er.",
        "jeden Tag und jetzt",
    ],
)
def test_nothing_is_taken_back(heard: Any, said: str) -> None:
    reasons = {piece.reason for piece in heard(said).dropped}
    assert DropReason.WITHDRAWN not in reasons


def test_strike_without_marks_takes_back_to_the_noun_said_again(heard: Any) -> None:
    text = (
        "Temperatur achtunddreißig Komma sechs rektal Sättigung achtundachtzig Prozent streich "
        "das die Sättigung war neunundachtzig Prozent und sie hat ruhig geschlafen"
    )
    written = join(heard(text).tokens)
    assert "88" not in written
    assert written.startswith("Temperatur 38,6 rektal die Sättigung war 89 %")


def test_what_is_still_to_come_is_a_command(heard: Any) -> None:
    text = (
        "Schwester Ilona hat den Arzt angerufen was rausgekommen ist kommt noch Blutdruck hat "
        "Ilona gemessen und die Werte weiß ich nicht"
    )
    assert "kommt noch" not in join(heard(text).tokens)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "er bringt den Bescheid mit und den Mietvertrag quatsch die Wohnbescheinigung vom Amt",
            "er bringt den Bescheid mit und die Wohnbescheinigung vom Amt",
        ),
        (
            "bezahlt hat er mit einem Zwanziger nein mit einem Fünfziger das Wechselgeld stimmt",
            "bezahlt hat er mit einem Fünfziger das Wechselgeld stimmt",
        ),
        (
            "sie macht ein Praktikum Bereich Altenpflege nein Tierpflege vereinbart ist viel",
            "sie macht ein Praktikum Bereich Tierpflege vereinbart ist viel",
        ),
        ("Gewicht 84,3 ne 83,4 Kilo und der Puls war gut", "Gewicht 83,4 kg und der Puls war gut"),
        (
            "Treffen ist am zweiten Februar nee am neunten um elf Uhr bei uns im Haus",
            "Treffen ist am 09.02. um 11:00 Uhr bei uns im Haus",
        ),
    ],
)
def test_a_phrase_of_the_same_shape_replaces(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said",
    [
        "gefragt nach dem Kinderbett nein ein Kinderbett haben sie schon vom Bruder",
        "Krankenhaus nein Arzt war auch nicht nötig sagt die Kollegin",
        "sie hat eine Wunde nein eine Entzündung nicht sagt der Arzt aus der Praxis",
    ],
)
def test_what_only_looks_alike_stays(heard: Any, said: str) -> None:
    assert join(heard(said).tokens) == said
