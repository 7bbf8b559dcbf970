"""Parts of a clause that stand nowhere, and what frames a clause without saying anything."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dokucheck.running import Check


def missing(checked: Check, template: str, dictation: str, fields: Mapping[str, object]) -> str:
    return " | ".join(item.text for item in checked(template, dictation, fields).uncovered)


def test_two_sentences_in_one_clause_are_looked_for_apart(checked: Check) -> None:
    dictation = (
        "frau pohl hat mittags die suppe gegessen und den verband am schienbein erneuert hat "
        "die kollegin danach fernsehen geschaut im aufenthaltsraum"
    )
    fields = {"beobachtung": "Frau Pohl aß mittags die Suppe. Sah im Aufenthaltsraum fern."}
    assert "verband am schienbein" in missing(checked, "pflegebericht", dictation, fields)
    fields["massnahme"] = "Verband am Schienbein von der Kollegin erneuert."
    assert missing(checked, "pflegebericht", dictation, fields) == ""


def test_a_denial_that_nothing_was_made_of_is_missed(checked: Check) -> None:
    said = "Den Tee hat er getrunken. Den Saft hat er nicht getrunken. Der Saft steht am Fenster."
    told = "Tee getrunken. Saft steht am Fenster."
    fields = {"beobachtung": told}
    assert "nicht" in missing(checked, "pflegebericht", said, fields)
    fields = {"beobachtung": f"{told} Saft nicht getrunken."}
    assert missing(checked, "pflegebericht", said, fields) == ""


@pytest.mark.parametrize(
    "lead",
    [
        "Folgendes haben wir abgemacht:",
        "Die Chefin lässt ausrichten:",
        "Wörtliches Zitat:",
        "Die Nachbarin sagt,",
        "Er hat gerufen,",
    ],
)
def test_what_only_leads_in_is_never_missed(checked: Check, lead: str) -> None:
    dictation = f"{lead} der Schlüssel liegt im Büro."
    fields = {"inhalt": "Der Schlüssel liegt im Büro."}
    assert missing(checked, "aktenvermerk", dictation, fields) == ""


@pytest.mark.parametrize(
    "said",
    [
        "Den Notarzt haben wir nicht gerufen.",
        "Er wünscht sich einen Fernseher.",
        "Die Rechnung schreibt Frau Roth.",
        "Das habe ich dem Sozialamt gesagt.",
    ],
)
def test_a_fact_with_a_verb_of_saying_is_no_lead_in(checked: Check, said: str) -> None:
    dictation = f"Der Schlüssel liegt im Büro. {said}"
    fields = {"inhalt": "Der Schlüssel liegt im Büro."}
    assert missing(checked, "aktenvermerk", dictation, fields) == said


def test_the_label_of_a_field_says_what_its_text_leaves_out(checked: Check) -> None:
    dictation = "Der nächste Termin ist am 9. Mai um 15 Uhr, dann kommt er erst einmal allein."
    fields = {"naechster_termin": "9. Mai, 15 Uhr, dann kommt er erst einmal allein."}
    assert missing(checked, "beratungsprotokoll", dictation, fields) == ""


def test_a_clause_said_whole_is_not_missing_though_another_is_like_it(checked: Check) -> None:
    dictation = (
        "Wir haben über den Führerschein gesprochen. Heute war viel los. Der Bus kam zu spät. "
        "Den Führerschein will er beantragen."
    )
    told = "Über den Führerschein gesprochen. Heute viel los. Bus kam zu spät."
    fields = {"inhalt": f"{told} Er will den Führerschein beantragen."}
    assert missing(checked, "aktenvermerk", dictation, fields) == ""
    assert missing(checked, "aktenvermerk", dictation, {"inhalt": told})


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Ich hab eine Kompresse draufgemacht.", "Kompresse aufgelegt."),
        ("Ich hab ihr gut zugeredet, gegessen hat sie dann.", "Motiviert, danach Mahlzeit."),
        ("Der Opa hat das Band besprochen.", "Großvater sprach auf den Anrufbeantworter."),
        ("Er hat groß gemacht, Stuhlgang weich.", "Abgeführt, weicher Stuhl."),
        ("Ich schau den Antrag noch durch.", "Berater/in prüft den Antrag."),
    ],
)
def test_everyday_words_meet_those_of_a_record(checked: Check, said: str, written: str) -> None:
    assert missing(checked, "aktenvermerk", said, {"inhalt": written}) == ""
    assert missing(checked, "aktenvermerk", said, {"inhalt": "Es war sonnig."}) != ""


def test_a_time_within_a_word_is_written(checked: Check) -> None:
    said = "Bei der Runde um fünf war er wach."
    fields = {"beobachtung": "Bei der 5-Uhr-Runde wach."}
    assert missing(checked, "pflegebericht", said, fields) == ""
    fields = {"beobachtung": "Bei der 6-Uhr-Runde wach."}
    assert missing(checked, "pflegebericht", said, fields) == said


def test_words_of_a_label_are_no_heading_where_nothing_stands_below(checked: Check) -> None:
    said = "Den Saft gab es am Fenster, wegen der Wirkung."
    fields = {"beobachtung": "Saft am Fenster."}
    assert missing(checked, "pflegebericht", said, fields) == "wegen der Wirkung."
    fields = {"beobachtung": "Saft wegen der Wirkung am Fenster."}
    assert missing(checked, "pflegebericht", said, fields) == ""
