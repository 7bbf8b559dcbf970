"""Sources: who said it stays with what was said, wherever either stands."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Kind, Severity


def unsourced(
    checked: Check, dictation: str, text: str, template: str = "freitext", field: str = "text"
) -> bool:
    found = checked(template, dictation, {field: text}, shift="frueh").findings
    return any(f.kind is Kind.QUALIFIER and f.severity is Severity.BLOCK for f in found)


# dictation, right, wrong
LOST = [
    # the second clause a statement was made of has a source of its own
    (
        "Der Tropf war durch, laut Nachtdienst waren um fünf noch zweihundert drin.",
        "Tropf durchgelaufen; laut Nachtdienst um 5 Uhr noch 200 darin.",
        "Tropf durchgelaufen; um 5 Uhr noch 200 darin.",
    ),
    # two voices in one breath
    (
        "Die Schwester sagt, er ist im Sommer dreimal umgezogen, Herr Kolb sagt, das war nur "
        "zweimal.",
        "Laut Schwester im Sommer dreimal umgezogen, laut Herrn Kolb nur zweimal.",
        "Laut Schwester im Sommer dreimal umgezogen, nur zweimal.",
    ),
    # the mood alone says that somebody told it
    (
        "Im Mai seien 400 Euro aus der Kasse verschwunden.",
        "Im Mai seien 400 € aus der Kasse verschwunden.",
        "Im Mai 400 € aus der Kasse verschwunden.",
    ),
    # a closing source bears on the parts before it
    (
        "Er raucht seit zwei Jahren nicht, sagt er, früher eine Schachtel.",
        "Raucht nach eigener Angabe seit zwei Jahren nicht.",
        "Raucht seit zwei Jahren nicht.",
    ),
    (
        "Die Heizung ist seit Montag kaputt, sagt Wanda.",
        "Laut Wanda Heizung seit Montag kaputt.",
        "Heizung seit Montag kaputt.",
    ),
    (
        "Der Verband bleibt bis Sonntag, so hat es die Ärztin gesagt.",
        "Laut Ärztin bleibt der Verband bis Sonntag.",
        "Verband bleibt bis Sonntag.",
    ),
    # the writer's own deed in the sentence leaves the source alone
    (
        "Ich hab nachgesehen, laut Plan ist der Wechsel am Montag.",
        "Nachgesehen: laut Plan Wechsel am Montag.",
        "Wechsel am Montag.",
    ),
    # a source of the claim before does not reach over a semicolon
    (
        "Laut Nachbarin ist er laut. Die Miete zahlt er laut Vermieter nie.",
        "Laut Nachbarin ist er laut; laut Vermieter zahlt er nie Miete.",
        "Laut Nachbarin ist er laut; die Miete zahlt er nie.",
    ),
    (
        "Sie hat nach ihren Worten drei Jahre gekellnert.",
        "Nach eigenen Worten drei Jahre gekellnert.",
        "Drei Jahre gekellnert.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), LOST)
def test_a_source_stays_with_its_claim(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not unsourced(checked, dictation, right)
    assert unsourced(checked, dictation, wrong)


FITTING = [
    # carried on to the next comma, and over the full stop of an abbreviation
    ("Die Tochter sagt, er isst kaum, er trinkt gut.", "Laut Tochter isst er kaum, trinkt gut."),
    ("Laut Bruder hat er 20 Minuten gezittert.", "Lt. Bruder 20 Min. gezittert."),
    # „sagt“ opens what is behind it, and says nothing of what was before
    ("Sie kam um zehn, sagt, sie hat Hunger.", "Kam um 10:00 Uhr. Gibt an, Hunger zu haben."),
    ("Wie viel es kostet, hat er nicht gesagt. Er kommt aus Ulm.", "Kommt aus Ulm."),
    ("Die Küche ist zu dunkel, meint sie.", "Empfindet die Küche als zu dunkel."),
]


@pytest.mark.parametrize(("dictation", "right"), FITTING)
def test_a_source_may_be_said_otherwise(checked: Check, dictation: str, right: str) -> None:
    assert not unsourced(checked, dictation, right)


def test_a_field_of_what_somebody_says_names_nobody(checked: Check) -> None:
    said = "Sie sagt, sie ist über den Teppich gestolpert."
    kept = ("sturzprotokoll", "angabe_person")
    assert not unsourced(checked, said, "Über den Teppich gestolpert.", *kept)
    mixed = ("beratungsprotokoll", "situation")
    assert unsourced(checked, "Arbeit hat er keine, sagt er.", "Hat keine Arbeit.", *mixed)
    told = "Laut eigener Angabe ist sie über den Teppich gestolpert."
    assert unsourced(checked, told, "Über den Teppich gestolpert.", *kept)


# whose order it is stays, wherever it is written; a condition of little words stays as well
ORDERS = [
    (
        "Frau Doktor Albers hat gesagt, bei Schwindel frühestens nach zwei Stunden "
        "aufstehen lassen.",
        "Laut Dr. Albers bei Schwindel frühestens nach 2 Stunden aufstehen lassen.",
        "Bei Schwindel frühestens nach 2 Stunden aufstehen lassen.",
    ),
    (
        "Den Bruder informiere ich, wenn er kommt. Der Flur war nass.",
        "Bruder wird bei seinem Kommen informiert.",
        "Bruder wird informiert.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), ORDERS)
def test_orders_keep_their_source_and_condition(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    place = ("pflegebericht", "weiteres_vorgehen")
    assert not unsourced(checked, dictation, right, *place)
    assert unsourced(checked, dictation, wrong, *place)
