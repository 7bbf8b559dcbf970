"""„Streich das“ in all its wordings: what goes back, and what only sounds like it."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import DropReason, join


def withdrawn(result: Any) -> str:
    return " | ".join(
        join(piece.tokens) for piece in result.dropped if piece.reason is DropReason.WITHDRAWN
    )


@pytest.mark.parametrize(
    "command",
    [
        "Den letzten Satz bitte weg.",
        "Letzter Satz kann weg.",
        "Das nehm ich zurück.",
        "Ich nehme das wieder zurück.",
        "Vergiss das.",
        "Vergessen Sie den letzten Satz.",
        "Das gehört nicht hierher.",
        "Das gehört hier nicht rein.",
        "Das kannst du wieder löschen.",
        "Lösch bitte das letzte.",
        "Das weg.",
        "Das bitte ignorieren.",
        "Lass das weg.",
        "Bitte wieder streichen.",
        "Nein, streich das. Das gehört nicht hierher.",
    ],
)
def test_every_wording_takes_the_last_sentence(heard: Any, command: str) -> None:
    result = heard(f"Sie hat gegessen. Der Nachbar war laut. {command} Danach Ruhe.")
    assert join(result.tokens) == "Sie hat gegessen. Danach Ruhe."
    assert "Der Nachbar war laut" in withdrawn(result)


@pytest.mark.parametrize(
    ("said", "written", "gone"),
    [
        (
            "er atmet ruhig und sagt ich bin über den Eimer Frau Lang ist auch ausgerutscht "
            "letzten Satz löschen das gehört nicht hierher am Kinn eine Schramme sonst nichts",
            "er atmet ruhig und sagt ich bin über den Eimer am Kinn eine Schramme sonst nichts",
            "Frau Lang ist auch ausgerutscht",
        ),
        (
            "die Nacht war ruhig geklingelt hat er zweimal streich das er hat dreimal geklingelt "
            "und danach geschlafen und am Morgen war er munter",
            "die Nacht war ruhig er hat dreimal geklingelt und danach geschlafen und am Morgen "
            "war er munter",
            "geklingelt hat er zweimal",
        ),
        (
            "heute war Frau Sommer da sie hat von ihrem Bruder erzählt das bitte löschen sie "
            "möchte einen Termin beim Jobcenter und braucht Hilfe",
            "heute war Frau Sommer da sie möchte einen Termin beim Jobcenter und braucht Hilfe",
            "sie hat von ihrem Bruder erzählt",
        ),
        (
            "Herr Pohl war wach. Er hatte Hunger streich das. Er hatte Durst.",
            "Herr Pohl war wach. Er hatte Durst.",
            "Er hatte Hunger",
        ),
    ],
)
def test_without_marks_the_last_clause_goes(heard: Any, said: str, written: str, gone: str) -> None:
    result = heard(said)
    assert join(result.tokens) == written
    assert withdrawn(result) == gone


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Frau Vogel äh Herr Vogel ich war um sieben da nochmal von vorn Herr Vogel heute "
            "früh hat die Tür aufgemacht und war guter Dinge",
            "Herr Vogel heute früh hat die Tür aufgemacht und war guter Dinge",
        ),
        (
            "Herr Pohl hatte Besuch. Er war müde. Noch mal von vorn. Herr Pohl hatte Ruhe.",
            "Herr Pohl hatte Ruhe.",
        ),
        ("Sie schläft. Er ist wach. Von vorne. Er ist müde.", "Sie schläft. Er ist müde."),
        (
            "Gute Nacht gehabt. Sie ist müde. Ich fang nochmal an. Sie ist munter.",
            "Gute Nacht gehabt. Sie ist munter.",
        ),
    ],
)
def test_beginning_anew_goes_back_to_the_same_words(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written


@pytest.mark.parametrize(
    "said",
    [
        "Vergiss das nicht, hat sie gesagt.",
        "Das Pflaster ist alt und das kann weg und dann hat sie geduscht und ist ins Bett",
        "Ich streich das Brot und sie isst es selber",
        "die Wunde sieht von vorn gut aus und nässt kaum noch und sie hat keine Schmerzen mehr",
        "den Verband hab ich nochmal neu gemacht weil er durch war und dann hat sie geschlafen",
        "Er sagte: „Streich das!“ Dann ging er.",
        "Er hat den Zaun gestrichen.",
        "Das Hemd gehört nicht hierher.",
        "Die Tür muss weg.",
        "Ramipril 5 mg, gestrichen.",
        "Torasemid 10 mg. Streichen.",
        "Schmerzen am Bauch, von vorn, nicht von hinten.",
        "Nach dem Essen aufs Zimmer, zurück.",
        "Die Fäden, die Klammern, das muss raus.",
        "Das Pflaster, das kann weg.",
        "Ibuprofen bitte streichen, verträgt er nicht.",
        "Drainage, das nehme ich raus, sagt der Arzt.",
        "Den Zucker, das streichen wir, sagt die Ärztin.",
        "Blutentnahme misslungen, neuer Versuch, geklappt.",
    ],
)
def test_what_only_sounds_like_it(heard: Any, said: str) -> None:
    result = heard(said)
    assert join(result.tokens) == said
    assert withdrawn(result) == ""


def test_a_no_before_it_without_marks_takes_back_the_last_sentence_only(heard: Any) -> None:
    result = heard(
        "sie hat gut gegessen und zwei Becher Tee getrunken der Blutdruck war am Morgen "
        "unauffällig der Sohn hat um zehn angerufen nein streich das "
        "die Tochter hat um zehn angerufen"
    )
    assert "gut gegessen" in join(result.tokens)
    assert "Blutdruck war am Morgen unauffällig" in join(result.tokens)
    assert "Sohn" in withdrawn(result)
