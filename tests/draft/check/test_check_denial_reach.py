"""How far a no reaches: brackets, contrasts, headings, inserted speakers, „ohne dass“."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.model import Severity

PAIRS = [
    # dictation, right paraphrase, wrong one
    (
        "Schmerzen sagt sie hat sie keine. Der Verband sitzt gut.",
        "Gibt an, keine Schmerzen zu haben.",
        "Gibt an, Schmerzen zu haben.",
    ),
    (
        "Das hat die Schwiegertochter unterschrieben nicht ihr Mann.",
        "Das hat die Schwiegertochter unterschrieben, nicht der Ehemann.",
        "Das hat nicht die Schwiegertochter unterschrieben.",
    ),
    (
        "Den Sohn hab ich zweimal angerufen, ist nicht drangegangen, nur Anrufbeantworter.",
        "Sohn nicht erreicht (Anrufbeantworter).",
        "Sohn erreicht.",
    ),
    (
        "Ziel Anziehen ist erreicht, alleine waschen nicht.",
        "Alleine waschen: nicht erreicht.",
        "Alleine waschen: erreicht.",
    ),
    (
        "Der Hausarzt hat laut Schwester nichts gefunden. Die Schwester kommt am Montag wieder.",
        "Schwester kommt am Montag wieder.",
        "Hausarzt hat laut Schwester etwas gefunden.",
    ),
    (
        "Geld hat er keens dabei gehabt, sagt er.",
        "Nach eigener Angabe kein Geld dabei.",
        "Nach eigener Angabe Geld dabei.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), PAIRS)
def test_a_no_reaches_what_it_is_about(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)
    assert blocked(checked, wrong, dictation)


RIGHT = [
    (
        "Er will umziehen, ohne dass die Tochter es merkt.",
        "Er will umziehen, ohne dass die Tochter es merkt oder davon hört.",
    ),
    (
        "Die Tochter hat gesagt, sie haben keine Termine mehr frei. Wartezeit drei Wochen.",
        "Laut Tochter keine Termine mehr frei, Wartezeit 3 Wochen.",
    ),
    (
        "Zur Salbe hab ich nichts geraten, nur an die Praxis verwiesen.",
        "Zur Salbe nichts geraten, nur Verweis an die Praxis.",
    ),
    (
        "Die Nichte wohnt in Ulm, wie sie heißt, wusste er nicht.",
        "Die Nichte wohnt in Ulm.",
    ),
    (
        "Gewogen um sieben und nochmal um neun, beide Male gleich.",
        "Um 7 Uhr und nochmals um 9 Uhr gewogen, beide Male gleich.",
    ),
]


@pytest.mark.parametrize(("dictation", "right"), RIGHT)
def test_what_stands_beside_a_no_stays_affirmed(checked: Check, dictation: str, right: str) -> None:
    assert not blocked(checked, right, dictation)


WRITERS = [
    (
        "Den Streit am Gartentor hab ich nicht gehört, da stand nur der Gärtner.",
        "Streit am Gartentor wurde von der Leitung nicht gehört.",
    ),
    (
        "Bin mit ihm vor die Haustür und hab ihn beruhigt.",
        "Fachkraft ging mit ihm vor die Haustür und beruhigte ihn.",
    ),
]


@pytest.mark.parametrize(("dictation", "right"), WRITERS)
def test_the_writer_may_stand_by_office(checked: Check, dictation: str, right: str) -> None:
    assert not blocked(checked, right, dictation)


FORMS = [
    ("Die Unterschrift kann man nicht lesen.", "Unterschrift nicht lesbar."),
    ("Mit geschwollenen Füßen im Sessel gesessen.", "Saß mit geschwollenem Fuß im Sessel."),
    ("Die Enkelin Lea, 9, war zu Besuch.", "Enkelin Lea, 9 Jahre, war zu Besuch."),
    ("Im Zimmer gibt's an Lichtschalter am Bett.", "Lichtschalter am Bett im Zimmer."),
    (
        "Ich muss den Arzt anrufen, das hab ich ihr auch so gesagt.",
        "Arzt muss angerufen werden; das wurde ihr mitgeteilt.",
    ),
    ("Die Tabletten reichen wohl bis zum 20. Pflege wie gewohnt.", "Tabletten reichen bis zum 20."),
]


@pytest.mark.parametrize(("dictation", "right"), FORMS)
def test_other_forms_of_the_same_are_found(checked: Check, dictation: str, right: str) -> None:
    assert not blocked(checked, right, dictation)


def test_an_office_nobody_holds_stays_blocked(checked: Check) -> None:
    dictation = "Die Nachbarin hat den Hausmeister geholt."
    assert blocked(checked, "Leitung hat den Hausmeister geholt.", dictation)


LOST = [
    # dictation, right statement, the same without its no
    (
        "Die Salbe hab ich stehen lassen und nicht aufgetragen.",
        "Salbe stehen lassen und nicht aufgetragen.",
        "Salbe stehen lassen und aufgetragen.",
    ),
    (
        "Um acht hat sie zweimal erbrochen. Seit dem Mittag hat sie nicht mehr erbrochen.",
        "Seit dem Mittag kein Erbrechen mehr.",
        "Seit dem Mittag Erbrechen mehr.",
    ),
    (
        "Bier trinkt er nicht, Schnaps auch nicht, Wein manchmal.",
        "Kein Bier, keinen Schnaps.",
        "Bier, keinen Schnaps.",
    ),
    (
        "Er hat den Herd ausgemacht, ohne dass man ihn erinnert hat.",
        "Herd ausgemacht, ohne Erinnerung.",
        "Herd ausgemacht, mit Erinnerung.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), LOST)
def test_a_lost_no_is_seen_beside_what_stays(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)
    assert blocked(checked, wrong, dictation)


@pytest.mark.parametrize(
    ("dictation", "fits"),
    [
        ("Ein Insolvenzverfahren haben wir noch nicht besprochen.", True),
        ("Die Miete haben wir nicht besprochen. Insolvenz läuft seit Mai.", False),
    ],
)
def test_a_choice_with_a_no_rests_on_a_no_about_its_field(
    checked: Check, dictation: str, fits: bool
) -> None:
    found = checked("beratung_schulden", dictation, {"inso_schritt": "nicht besprochen"}).findings
    wrong = [f for f in found if f.severity is Severity.BLOCK and f.field == "inso_schritt"]
    assert bool(wrong) is not fits


@pytest.mark.parametrize(
    ("said", "wrong", "right"),
    [
        (
            "Sie hustet viel, aber Fieber hat sie keines.",
            "Hustet viel, mit Fieber.",
            "Hustet viel, kein Fieber.",
        ),
        (
            "Er hat einen Ausweis, aber keinen Führerschein.",
            "Ausweis und Führerschein vorhanden.",
            "Ausweis vorhanden, kein Führerschein.",
        ),
    ],
)
def test_a_thing_listed_with_others_was_denied(
    checked: Check, said: str, wrong: str, right: str
) -> None:
    assert blocked(checked, wrong, said)
    assert not blocked(checked, right, said)
