"""Facts as domain.md §4 speaks them: measured values, persons, drugs, sides, negations."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from dokuhelfer.draft.facts.model import Fact, FactKind, FactName

Facts = Callable[..., list[Fact]]


def named(found: list[Fact]) -> dict[FactName, Decimal | str | None]:
    return {
        fact.name: fact.value if fact.value is not None else fact.text
        for fact in found
        if fact.name is not None
    }


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Puls 72.", FactName.PULS, "72"),
        ("Der Puls lag heute bei 88.", FactName.PULS, "88"),
        ("Temperatur 37,2 im Ohr.", FactName.TEMPERATUR, "37.2"),
        ("38,2 Fieber hat sie.", FactName.TEMPERATUR, "38.2"),
        ("97 Prozent Sättigung.", FactName.SPO2, "97"),
        ("16 Atemzüge.", FactName.ATEMFREQUENZ, "16"),
        ("BZ war 11,8 Millimol.", FactName.BLUTZUCKER, "11.8"),
        ("Blutzucker 2 Stunden nach dem Essen 140.", FactName.BLUTZUCKER, "140"),
        ("Sie wiegt 61,4 kg.", FactName.GEWICHT, "61.4"),
        ("Schmerzen auf der Skala 4.", FactName.NRS, "4"),
        ("Schmerzen bei 6 von 10.", FactName.NRS, "6"),
        ("BESD in Ruhe 1.", FactName.BESD_RUHE, "1"),
        ("BESD bei der Mobilisation 4.", FactName.BESD_AKTIVITAET, "4"),
    ],
)
def test_named_measurement(facts: Facts, text: str, name: FactName, value: str) -> None:
    assert named(facts(text))[name] == Decimal(value)


def test_blood_pressure_is_two_facts_and_the_side_its_arm(facts: Facts) -> None:
    found = named(facts("RR 130 zu 80, links."))
    assert found[FactName.RR_SYSTOLISCH] == 130
    assert found[FactName.RR_DIASTOLISCH] == 80
    assert found[FactName.RR_ORT] == "linker Arm"


def test_pressure_without_its_name(facts: Facts) -> None:
    found = named(facts("Um elf nachgemessen, da 152 zu 88."))
    assert found[FactName.RR_SYSTOLISCH] == 152


@pytest.mark.parametrize(
    "text",
    [
        "BESD in Ruhe 1, beim Mobilisieren 4.",
        "Nach BESD 4 in Bewegung, 1 in Ruhe.",
        "BESD 1 in Ruhe 4 bei der Grundpflege.",
        "BESD beim Anziehen 4 von 10 Punkten, im Liegen 1.",
        "BESD 1, bei der Inkoversorgung 4.",
    ],
)
def test_both_besd_values_of_one_clause(facts: Facts, text: str) -> None:
    found = named(facts(text))
    assert (found[FactName.BESD_RUHE], found[FactName.BESD_AKTIVITAET]) == (1, 4)


def test_the_second_besd_value_in_the_sentence_behind(facts: Facts) -> None:
    assert named(facts("BESD in Ruhe 2.", "Beim Umlagern 5."))[FactName.BESD_AKTIVITAET] == 5


def test_a_range_is_no_besd_value(facts: Facts) -> None:
    assert not named(facts("BESD in Ruhe 2 bis 3."))


def test_value_in_the_clause_after_its_name(facts: Facts) -> None:
    assert named(facts("Blutzucker.", "Der liegt bei 112."))[FactName.BLUTZUCKER] == 112


@pytest.mark.parametrize(
    "text",
    [
        "Keine Schmerzen.",
        "Schmerzen seit 4 Tagen.",
        "NRS kann er nicht angeben.",
        "Puls 2 mal kontrolliert.",
        "Temperatur um 5 Uhr gemessen.",
    ],
)
def test_no_measurement_without_a_value(facts: Facts, text: str) -> None:
    assert not [fact for fact in facts(text) if fact.kind is FactKind.VITAL]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Frau Berger schläft.", "Frau Berger"),
        ("Mit Herrn Yıldız gesprochen.", "Herr Yıldız"),
        ("Frau von Berg schläft.", "Frau von Berg"),
        ("Frau Anna Berger schläft.", "Frau Anna Berger"),
        ("Doktor Akşen weiß Bescheid.", "Dr. Akşen"),
        ("Dr. Weiß informiert.", "Dr. Weiß"),
        ("Frau Dr. Weiß informiert.", "Frau Dr. Weiß"),
        ("Klient Kürzel M K, persönlich.", "M. K."),
        ("Klientin A. S. kommt.", "A. S."),
        ("Frau S. ruft an.", "Frau S."),
        ("Zimmer 12 hat geklingelt.", "Zimmer 12"),
    ],
)
def test_person_in_canonical_form(facts: Facts, text: str, person: str) -> None:
    assert [fact.text for fact in facts(text) if fact.kind is FactKind.PERSON] == [person]


def test_the_wife_is_no_person_by_name(facts: Facts) -> None:
    found = facts("Die Frau hat kein eigenes Einkommen.")
    assert not [fact for fact in found if fact.kind is FactKind.PERSON]


@pytest.mark.parametrize(
    ("text", "drug", "value", "unit"),
    [
        ("20 Tropfen Novalgin gegeben.", "Novalgin", 20, "Tropfen"),
        ("Paracetamol 500 mg gegeben.", "Paracetamol", 500, "mg"),
        ("Zeltamin 5 mg gegeben.", "Zeltamin", 5, "mg"),
        ("Er nimmt Marcumar.", "Marcumar", None, None),
    ],
)
def test_drug_with_dose(
    facts: Facts, text: str, drug: str, value: int | None, unit: str | None
) -> None:
    (found,) = [fact for fact in facts(text) if fact.kind is FactKind.MEDICATION]
    assert (found.text, found.value, found.unit) == (drug, value, unit)


def test_a_drink_is_no_drug(facts: Facts) -> None:
    found = facts("Er hat 200 ml Tee getrunken.")
    assert not [fact for fact in found if fact.kind is FactKind.MEDICATION]


@pytest.mark.parametrize(
    ("text", "part", "side"),
    [
        ("Rötung am linken Unterarm.", "unterarm", "links"),
        ("Rechte Ferse gerötet.", "ferse", "rechts"),
        ("Knie rechts geschwollen.", "knie", "rechts"),
        ("Beide Unterschenkel trocken.", "unterschenkel", "beidseits"),
        ("Der Rücken ist intakt.", "rücken", None),
    ],
)
def test_body_part_with_side(facts: Facts, text: str, part: str, side: str | None) -> None:
    (found,) = [fact for fact in facts(text) if fact.kind is FactKind.BODY_PART]
    assert (found.text, found.side) == (part, side)


def test_recht_is_no_side(facts: Facts) -> None:
    assert not [f for f in facts("Sie war recht müde.") if f.kind is FactKind.SIDE]


@pytest.mark.parametrize(
    ("text", "word", "covered"),
    [
        ("Kein Fieber.", "kein", "fieber"),
        ("Schmerzen keine.", "keine", "schmerzen"),
        ("Keine Rötung, Schwellung oder Druckstelle.", "keine", "druckstelle"),
        ("Sie wollte nicht aufstehen.", "nicht", "aufstehen"),
        ("Ohne Rollator gelaufen.", "ohne", "rollator"),
        ("Er verneint Schmerzen.", "verneint", "schmerzen"),
    ],
)
def test_negation_with_its_scope(facts: Facts, text: str, word: str, covered: str) -> None:
    (found,) = [fact for fact in facts(text) if fact.kind is FactKind.NEGATION]
    assert found.text == word
    assert covered in found.scope


def test_sources_conditions_and_estimates(facts: Facts) -> None:
    found = facts("Laut Sohn isst er wohl nur, wenn jemand dabei ist.")
    kinds = {fact.kind for fact in found}
    assert {FactKind.SOURCE, FactKind.ESTIMATE, FactKind.CONDITION} <= kinds


def test_quote_without_its_marks(facts: Facts) -> None:
    (found,) = [f for f in facts("Sie sagt: „Mir ist kalt.“") if f.kind is FactKind.QUOTE]
    assert found.text == "Mir ist kalt."


def test_money_and_plain_numbers(facts: Facts) -> None:
    found = facts("Netto 1.650 Euro, zwei Kinder.")
    assert [f.value for f in found if f.kind is FactKind.MONEY] == [1650]
    assert 2 in [f.value for f in found if f.kind is FactKind.NUMBER]


def test_relative_days(facts: Facts) -> None:
    found = facts("Gestern Abend gestürzt, Termin Donnerstag in einer Woche.")
    days = [fact.text for fact in found if fact.kind is FactKind.RELATIVE_DAY]
    assert days == ["gestern abend", "donnerstag in einer woche"]


def test_this_morning_is_not_tomorrow(facts: Facts) -> None:
    found = facts("Heute Morgen geduscht, am Morgen gegessen.")
    days = [fact.text for fact in found if fact.kind is FactKind.RELATIVE_DAY]
    assert days == ["heute morgen"]
