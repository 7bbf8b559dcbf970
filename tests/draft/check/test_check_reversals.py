"""Right words in the wrong place, and words turned into their opposite."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity

VITALS = "Frau Berger. Puls 80, Atmung 16. RR 130 zu 80."
DRINKS = "Frau Berger hat um 10 Uhr 200 ml getrunken und um 14 Uhr 300 ml."
STEPS = "Frau Berger. Um 9 Uhr geduscht. Um 11 Uhr spazieren gegangen."
SIDES = "Frau Berger. Linkes Knie geschwollen, rechter Ellbogen blau."
TWO = "Frau Berger war unruhig. Herr Koch hat Fieber."
VISIT = "Frau Berger war unruhig. Herr Koch hat sie besucht und Blumen gebracht."
YESTERDAY = "Frau Berger ist gestern gestürzt."
RECORDED = "2026-03-12T10:00:00+01:00"


def kinds(checked: Check, dictation: str, fields: dict[str, Any], **context: str) -> list[str]:
    found = checked("pflegebericht", dictation, fields, **context).findings
    return [f.kind.value for f in found if f.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    ("dictation", "wrong", "kind", "right"),
    [
        (VITALS, "Puls 16, Atmung 80.", "number", "Puls 80/min, Atmung 16/min."),
        (VITALS, "RR 80/130 mmHg.", "number", "RR 130/80 mmHg."),
        (
            DRINKS,
            "Um 10 Uhr 300 ml getrunken und um 14 Uhr 200 ml.",
            "number",
            "Um 10:00 Uhr 200 ml, um 14:00 Uhr 300 ml getrunken.",
        ),
        (
            STEPS,
            "Um 11 Uhr geduscht.",
            "time",
            "Um 9 Uhr geduscht. Um 11 Uhr spazieren gegangen.",
        ),
        (
            SIDES,
            "Rechtes Knie geschwollen, linker Ellbogen blau.",
            "laterality",
            "Rechter Ellbogen blau, linkes Knie geschwollen.",
        ),
    ],
)
def test_a_value_stays_with_what_it_was_said_of(
    checked: Check, dictation: str, wrong: str, kind: str, right: str
) -> None:
    assert kind in kinds(checked, dictation, {"beobachtung": wrong})
    assert kinds(checked, dictation, {"beobachtung": right}) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Hat gut geschlafen.", "Hat schlecht geschlafen."),
        ("Leichte Schmerzen im Knie.", "Starke Schmerzen im Knie."),
        ("Ist örtlich orientiert.", "Ist örtlich desorientiert."),
        ("War die ganze Nacht ruhig.", "War die ganze Nacht unruhig."),
        ("Hat viel getrunken.", "Hat wenig getrunken."),
        ("Hat mehr gegessen als gestern.", "Hat weniger gegessen als gestern."),
        ("Die Schmerzen sind besser.", "Die Schmerzen sind schlechter."),
        ("Der Fuß ist warm.", "Der Fuß ist kalt."),
        ("Bekommt die Tablette morgens.", "Bekommt die Tablette abends."),
        ("War einmal auf der Toilette.", "War mehrmals auf der Toilette."),
        ("War wach und ansprechbar.", "War schläfrig und ansprechbar."),
    ],
)
def test_an_opposite_has_no_source(checked: Check, said: str, wrong: str) -> None:
    dictation = f"Frau Berger. {said}"
    assert kinds(checked, dictation, {"beobachtung": wrong}) == ["unsupported"]
    assert kinds(checked, dictation, {"beobachtung": said}) == []


def test_opposites_that_were_both_said_are_no_finding(checked: Check) -> None:
    dictation = "Frau Berger war erst unruhig, dann ruhig."
    assert kinds(checked, dictation, {"beobachtung": "Zunächst unruhig, danach ruhig."}) == []


@pytest.mark.parametrize(
    ("said", "field", "wrong", "kind", "right"),
    [
        (
            "Eine Fraktur wurde ausgeschlossen.",
            "beobachtung",
            "Hat eine Fraktur.",
            "negation",
            "Fraktur ausgeschlossen.",
        ),
        (
            "Das Duschen hat sie abgelehnt.",
            "massnahme",
            "Duschen durchgeführt.",
            "negation",
            "Duschen abgelehnt.",
        ),
        (
            "Tochter angerufen, nur die Mailbox.",
            "information_an",
            "Tochter informiert.",
            "planned_as_done",
            "Tochter angerufen, nur Mailbox.",
        ),
        (
            "Der Sohn will am Freitag kommen.",
            "beobachtung",
            "Der Sohn kam am Freitag.",
            "planned_as_done",
            "Sohn will am Freitag kommen.",
        ),
        (
            "Sie möchte nach Hause.",
            "beobachtung",
            "Ging nach Hause.",
            "planned_as_done",
            "Möchte nach Hause.",
        ),
        (
            "Hat gut geschlafen. Die Stimmung war heiter.",
            "beobachtung",
            "Hat gut geschlafen und ist gestürzt.",
            "unsupported",
            "Hat gut geschlafen und war heiterer Stimmung.",
        ),
        (
            "Sie hatte Durchfall. Streich das. Puls 80.",
            "beobachtung",
            "Hatte Durchfall.",
            "withdrawn",
            "Puls 80.",
        ),
    ],
)
def test_what_did_not_happen_is_not_written_as_if(
    checked: Check, said: str, field: str, wrong: str, kind: str, right: str
) -> None:
    dictation = f"Frau Berger hat gegessen. {said}"
    assert kinds(checked, dictation, {field: wrong}) == [kind]
    assert kinds(checked, dictation, {field: right}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Am 11.03.2026 gestürzt.", []),
        ("Am 10.03.2026 gestürzt.", ["date"]),
        ("Ist gestern gestürzt.", []),
    ],
)
def test_yesterday_is_the_day_before_the_recording(
    checked: Check, text: str, found: list[str]
) -> None:
    assert kinds(checked, YESTERDAY, {"beobachtung": text}, recorded=RECORDED) == found


def test_a_fact_of_another_named_person_is_not_the_main_persons(checked: Check) -> None:
    wrong = {"person": "Frau Berger", "beobachtung": "War unruhig. Hat Fieber."}
    named = {"person": "Frau Berger", "beobachtung": "War unruhig. Herr Koch hat Fieber."}
    visit = {"person": "Frau Berger", "beobachtung": "War unruhig. Bekam Besuch und Blumen."}
    assert kinds(checked, TWO, wrong) == ["person"]
    assert kinds(checked, TWO, named) == []
    assert kinds(checked, VISIT, visit) == []
