"""What a draft accounts for in words of its own, and what it owes to the dictation."""

from __future__ import annotations

import pytest

from dokucheck.running import Check


def missing(checked: Check, dictation: str, written: str) -> list[str]:
    found = checked("aktenvermerk", dictation, {"inhalt": written}).uncovered
    return [item.text for item in found]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Den Fragebogen hat sie fertig, abgeschickt hat sie ihn auch.",
            "Fragebogen fertig und auf dem Postweg.",
        ),
        (
            "Der Antrag ist ausgefüllt, weggebracht hab ich ihn noch nicht.",
            "Antrag ausgefüllt, Zustellung steht aus.",
        ),
        (
            "Mit dem Rollator kommt er gut zurecht.",
            "Rollatorhandhabung unproblematisch.",
        ),
    ],
)
def test_a_statement_says_the_rest_in_words_of_its_own(
    checked: Check, said: str, written: str
) -> None:
    opening = "Die Heizung im Flur ist kaputt. "
    assert missing(checked, f"{opening}{said}", f"Heizung im Flur kaputt. {written}") == []
    assert missing(checked, f"{opening}{said}", "Heizung im Flur kaputt.") != []


def test_what_nothing_was_made_of_is_missed_though_its_words_stand_beside_it(
    checked: Check,
) -> None:
    said = "Der Bruder kommt am Montag zu Besuch. Mit dem Bruder hat er gestritten."
    assert missing(checked, said, "Der Bruder kommt am Montag zu Besuch.") == [
        "Mit dem Bruder hat er gestritten."
    ]


def test_a_thing_is_called_by_its_name_or_missed(checked: Check) -> None:
    """A verb may hide in the words of the statement beside it, a thing does not."""
    said = "Der Antrag ist ausgefüllt, es fehlt ein Lichtbild."
    assert missing(checked, said, "Antrag vollständig bearbeitet.") == ["es fehlt ein Lichtbild."]


def test_several_words_of_one_part_are_missed_though_the_rest_stands(checked: Check) -> None:
    said = (
        "wir waren auf dem markt und haben äpfel gekauft danach wollte sie unbedingt noch zur "
        "bücherei und ein kochbuch ausleihen"
    )
    found = missing(checked, said, "Auf dem Markt Äpfel gekauft.")
    assert len(found) == 1
    assert "kochbuch" in found[0]
    assert "markt" not in found[0]


def test_a_value_with_its_word_is_the_field_that_holds_it(checked: Check) -> None:
    dictation = "Frau Adler saß im Sessel. Atemzüge sechzehn pro Minute."
    fields = {"person": "Frau Adler", "atemfrequenz": 16, "bemerkung": "Saß im Sessel."}
    assert checked("vitalwerte", dictation, fields).uncovered == ()


def test_a_time_that_shift_leaves_open_counts_by_either_reading(checked: Check) -> None:
    said = "Die Heizung im Flur ist kaputt. Um fünf hat er heftig geschimpft."
    assert missing(checked, said, "Heizung im Flur kaputt. 17:00 Uhr Verbalattacke.") == []
    assert missing(checked, said, "Heizung im Flur kaputt.") != []


@pytest.mark.parametrize(
    ("said", "written", "lost"),
    [
        (
            "Die Heizung ist kaputt. Elterngeld machen wir extra. Sie ist nach eigener Angabe in "
            "der 19. Woche. Auf das Geld gibt es keinen Anspruch.",
            "Heizung kaputt. Nach eigener Angabe in der 19. Woche. Kein Anspruch auf das Geld.",
            "Elterngeld machen wir extra.",
        ),
        (
            "Die Heizung ist kaputt. Ich hab ihr erklärt, dass Wiederholungsstunden beantragt "
            "werden können. Sie fragt, ob die Wiederholung der Prüfung geht. Ein Antrag ist noch "
            "nicht gestellt.",
            "Heizung kaputt. Fragt, ob die Wiederholung der Prüfung geht. Antrag nicht gestellt.",
            "Ich hab ihr erklärt, dass Wiederholungsstunden beantragt werden können.",
        ),
    ],
)
def test_words_alike_in_statements_made_of_other_places_account_for_nothing(
    checked: Check, said: str, written: str, lost: str
) -> None:
    assert missing(checked, said, written) == [lost]


def test_a_no_that_no_statement_takes_up_is_missed_with_its_verb(checked: Check) -> None:
    said = "Der Partner macht eine Umschulung zusammen wohnen tun sie noch nicht."
    assert "wohnen tun sie noch nicht" in "".join(missing(checked, said, "Partner in Umschulung."))


def test_ringing_somebody_up_is_a_step_and_no_speech(checked: Check) -> None:
    said = "Ich hab die Ehefrau angerufen. Den Hausarzt ruft sie selber an."
    assert missing(checked, said, "Ehefrau angerufen.") == ["Den Hausarzt ruft sie selber an."]
