"""Every predicate of a statement with the sign it has in the dictation."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Kind, Severity


def blocked(checked: Check, written: str, dictation: str) -> list[Finding]:
    found = checked("pflegebericht", dictation, {"beobachtung": written}, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


CASES = [
    # dictation, right paraphrase, wrong one
    (
        "Ziel eins, die Treppe alleine gehen, ist erreicht. Ziel zwei, das Kochen, ist nicht "
        "erreicht.",
        "Ziel 1 (Treppe alleine gehen): erreicht. Ziel 2 (Kochen): nicht erreicht.",
        "Ziel 1 (Treppe alleine gehen): nicht erreicht. Ziel 2 (Kochen): nicht erreicht.",
    ),
    (
        "Ziel eins, die Treppe alleine gehen, ist erreicht. Ziel zwei, das Kochen, ist nicht "
        "erreicht.",
        "Ziel 1 (Treppe alleine gehen): erreicht. Ziel 2 (Kochen): nicht erreicht.",
        "Ziel 1 (Treppe alleine gehen): erreicht. Ziel 2 (Kochen): erreicht.",
    ),
    (
        "Sie war um zehn beim Ohrenarzt, die Ohren sind ausgespült, das Rezept hat sie noch nicht.",
        "Ohren ausgespült, Rezept noch nicht da.",
        "Ohren nicht ausgespült, Rezept noch nicht da.",
    ),
    (
        "Die Salbe vom Vortag hab ich drauf gelassen und nicht abgewaschen.",
        "Salbe vom Vortag belassen und nicht abgewaschen.",
        "Salbe vom Vortag belassen und abgewaschen.",
    ),
    (
        "Vom Besuch weiß die Schwester noch nichts, die rufe ich nachher an.",
        "Schwester weiß vom Besuch noch nichts.",
        "Schwester weiß vom Besuch noch etwas.",
    ),
    (
        "Auf das Klingeln hat niemand reagiert.",
        "Auf Klingeln hat niemand reagiert.",
        "Auf Klingeln hat jemand reagiert.",
    ),
    (
        "Zum Spaziergang hab ich ihn gefragt. Einen Schal hat er nicht gewollt.",
        "Wollte keinen Schal.",
        "Wollte Schal.",
    ),
    (
        "Ich habe ihr Kompott gegeben, hat sie weggeschoben und nein gesagt.",
        "Kompott abgelehnt.",
        "Kompott angenommen.",
    ),
    (
        "Sättigung in Ruhe einundneunzig Prozent ohne, dann mit zwei Litern fünfundneunzig.",
        "91 % ohne Sauerstoff, mit 2 l dann 95 %.",
        "91 % mit Sauerstoff, mit 2 l dann 95 %.",
    ),
    (
        "Der Bruder war eingeladen, ist aber nicht gekommen und hat sich nicht gemeldet.",
        "Bruder eingeladen, nicht gekommen und hat sich nicht gemeldet.",
        "Bruder eingeladen, gekommen und hat sich nicht gemeldet.",
    ),
    (
        "Nach Atemnot hab ich sie gefragt, das verneint sie.",
        "Atemnot auf Nachfrage verneint.",
        "Atemnot auf Nachfrage angegeben.",
    ),
    (
        "Ob der Herd noch an war, weiß ich nicht.",
        "Ob der Herd noch an war, ist nicht bekannt.",
        "Ob der Herd noch an war, ist bekannt.",
    ),
    (
        "Der Vermieter sagt, er hätte ihn seit Freitag nicht mehr gesehen.",
        "Laut Vermieter seit Freitag nicht mehr gesehen.",
        "Laut Vermieter seit Freitag weiterhin gesehen.",
    ),
    (
        "Frau Sommer von der Verwaltung weiß Bescheid.",
        "Frau Sommer (Verwaltung) informiert.",
        "Frau Sommer (Verwaltung) nicht informiert.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), CASES)
def test_the_right_statement_is_left_alone(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)


@pytest.mark.parametrize(("dictation", "right", "wrong"), CASES)
def test_the_wrong_statement_is_noticed(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert Kind.NEGATION in {finding.kind for finding in blocked(checked, wrong, dictation)}


QUIET = [
    # a no said with the verb left out
    (
        "Den Sohn hab ich um acht erreicht, die Tochter nicht.",
        "Tochter nicht erreicht.",
    ),
    # a step still to come
    (
        "Den Antrag haben wir noch nicht ausgefüllt, das machen wir am Montag.",
        "Am Montag wird der Antrag ausgefüllt.",
    ),
    # asked for, not asserted
    ("Ich habe gefragt, ob er gestürzt ist. Er sagt, er ist nicht gestürzt.", "Sturz verneint."),
    # an amount, no pronoun
    (
        "Am Ellbogen war ein bisschen Blut, sonst nichts zu sehen.",
        "Am Ellbogen etwas Blut, sonst nichts zu sehen.",
    ),
]


@pytest.mark.parametrize(("dictation", "written"), QUIET)
def test_other_words_for_the_same_sign(checked: Check, dictation: str, written: str) -> None:
    assert not blocked(checked, written, dictation)
