"""Right statements whose no, whose words or whose clause stand in another form than dictated."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked

RIGHT = [
    # a no that names nothing is of what was said before it
    ("Nach Schmerzen gefragt, er hat keine.", "Auf Nachfrage keine Schmerzen."),
    (
        "Wir haben die Kerzen gestaltet und nicht, wie geplant, den Brief geschrieben.",
        "Kerzen gestaltet; der geplante Brief wurde nicht geschrieben.",
    ),
    # the very word that says no, as a noun
    (
        "Wenn bis Freitag Geld eingeht, verzichtet er auf die Klage.",
        "Verzicht auf die Klage, wenn bis Freitag Geld eingeht.",
    ),
    ("Laut Frau Dietz fehlt er kaum.", "Laut Frau Dietz kaum Fehlzeiten."),
    # what would have been was not; what one is against is not chosen
    ("Das Pflaster hätte gestern gewechselt werden müssen.", "Gestern kein Pflasterwechsel."),
    ("Sie ist für kürzere Termine, gegen den Spaziergang.", "Kürzere Termine, kein Spaziergang."),
    # behind „und“ with a subject of its own a no begins anew
    (
        "Sie kommt, weil das Wohngeld ausläuft und sie nicht weiß, ob der Antrag richtig ist.",
        "Wohngeld läuft aus; unsicher, ob der Antrag richtig ist.",
    ),
    # heard in dialect; how it seems
    ("De Matratze is bstellt, aber no ned da.", "Matratze bestellt, noch nicht eingetroffen."),
    (
        "Ich persönlich find, der ist heut stiller als sonst.",
        "Wirkt nach persönlichem Eindruck heute stiller als sonst.",
    ),
    # speech runs on: „sagt sie“ reaches no further back than a breath
    (
        "klingel hing am bett rechts an der stirn eine beule pflaumengroß keine blutung rechtes "
        "knie gerötet schmerzen sagt sie nein",
        "Klingel hing am Bett.",
    ),
]


@pytest.mark.parametrize(("dictation", "right"), RIGHT)
def test_a_right_statement_passes(checked: Check, dictation: str, right: str) -> None:
    assert blocked(checked, right, dictation) == []


def test_a_no_of_two_goals_is_that_of_the_goal_it_names(checked: Check) -> None:
    dictation = "Pünktlich in der Schule hat er erreicht. Den Zahnarzttermin hat er nicht erreicht."
    wrong = "Pünktlich in der Schule: nicht erreicht. Zahnarzttermin: nicht erreicht."
    assert blocked(checked, wrong, dictation)


def test_another_call_that_was_made_makes_none_of_this_one(checked: Check) -> None:
    """„angerufen“ was said of the wife alone."""
    dictation = "Die Ehefrau um 12:30 angerufen, den Hausarzt ruft sie selber an."
    for written, wrong in (
        ("Ehefrau hat den Hausarzt selbst angerufen.", True),
        ("Ehefrau ruft den Hausarzt selbst an.", False),
    ):
        found = checked("sturzprotokoll", dictation, {"folgemassnahmen": written})
        assert any(finding.path == "/folgemassnahmen" for finding in found.findings) is wrong
