"""One wrong fact, one finding: right kind, right place, the fixed sentence."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Kind, Severity

FALL = (
    "Frau Lindemann, heute um halb acht. RR 168 zu 94, Puls 82. Kein Fieber. Die linke Hüfte ist "
    "gerötet, ungefähr drei Zentimeter. Ich hab ihr 20 Tropfen Novaminsulfon gegeben. "
    "Laut Sohn trinkt sie wenig. Den Hausarzt ruf ich morgen an, sofern es nicht besser wird. "
    "Sie sagte: „Mir ist so schwindelig.“ Die Tochter hab ich um neun angerufen."
)


def blocks(checked: Check, fields: dict[str, Any], dictation: str = FALL) -> list[Finding]:
    result = checked("pflegebericht", dictation, fields, shift="frueh")
    return [finding for finding in result.findings if finding.severity is Severity.BLOCK]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("beobachtung", "RR 168/94 mmHg, Puls 82/min."),
        ("beobachtung", "Linke Hüfte gerötet, ca. 3 cm."),
        ("beobachtung", "Fieberfrei."),
        ("beobachtung", "Trinkt laut Sohn wenig."),
        ("massnahme", "20 Tropfen Novaminsulfon verabreicht."),
        ("weiteres_vorgehen", "Hausarzt morgen anrufen, sofern keine Besserung."),
        ("aeusserung", "„Mir ist so schwindelig.“"),
        ("information_an", "Tochter um 09:00 Uhr telefonisch informiert."),
        ("uhrzeit", "07:30"),
        ("person", "Frau Lindemann"),
    ],
)
def test_a_right_paraphrase_is_no_finding(checked: Check, field: str, text: str) -> None:
    assert blocks(checked, {field: text}) == []


@pytest.mark.parametrize(
    ("field", "text", "kind", "detail"),
    [
        ("beobachtung", "RR 186/94 mmHg.", Kind.NUMBER, "Im Diktat steht 168, im Entwurf 186."),
        ("beobachtung", "Linke Hüfte gerötet, ca. 3 mm.", Kind.UNIT, None),
        ("massnahme", "20 ml Novaminsulfon gegeben.", Kind.UNIT, None),
        ("information_an", "Tochter um 10:00 Uhr angerufen.", Kind.TIME, None),
        ("uhrzeit", "08:30", Kind.TIME, "Im Diktat steht 07:30, im Entwurf 08:30."),
        ("massnahme", "20 Tropfen Ibuprofen gegeben.", Kind.MEDICATION, None),
        ("person", "Frau Lindner", Kind.NAME, None),
        ("person", "Herr Lindemann", Kind.NAME, None),
        (
            "beobachtung",
            "Rechte Hüfte gerötet.",
            Kind.LATERALITY,
            "Im Diktat steht links, im Entwurf rechts.",
        ),
        (
            "beobachtung",
            "Fieber.",
            Kind.NEGATION,
            "Im Diktat steht ‚kein‘, im Entwurf fehlt es.",
        ),
        ("beobachtung", "Linke Hüfte nicht gerötet.", Kind.NEGATION, None),
        (
            "information_an",
            "Hausarzt informiert.",
            Kind.PLANNED_AS_DONE,
            "Diktiert als Vorhaben, geschrieben als erledigt.",
        ),
        ("beobachtung", "Trinkt wenig.", Kind.QUALIFIER, None),
        ("beobachtung", "Linke Hüfte gerötet, 3 cm.", Kind.QUALIFIER, None),
        ("weiteres_vorgehen", "Hausarzt morgen anrufen.", Kind.QUALIFIER, None),
        ("aeusserung", "„Mir ist schwindelig.“", Kind.QUOTE, None),
        (
            "beobachtung",
            "Verdacht auf Harnwegsinfekt.",
            Kind.UNSUPPORTED,
            "Dazu gibt es im Diktat keine Stelle.",
        ),
        ("beobachtung", "The patient has no pain and is calm.", Kind.LANGUAGE, None),
    ],
)
def test_a_wrong_fact_is_one_finding_of_its_kind(
    checked: Check, field: str, text: str, kind: Kind, detail: str | None
) -> None:
    found = blocks(checked, {field: text})
    assert [finding.kind for finding in found] == [kind]
    assert found[0].field == field
    assert found[0].path == f"/{field}"
    assert found[0].text == text
    if detail is not None:
        assert found[0].detail == detail


def test_a_withdrawn_value_is_named_as_withdrawn(checked: Check) -> None:
    dictation = "Herr Brüggemann. Puls 92. RR 186 zu, nein, 168 zu 94."
    found = checked("vitalwerte", dictation, {"rr_systolisch": 186})
    blocked = [f for f in found.findings if f.severity is Severity.BLOCK]
    assert [(f.kind, f.detail) for f in blocked] == [
        (Kind.WITHDRAWN, "Diesen Wert haben Sie zurückgenommen.")
    ]


def test_no_pain_is_no_number_on_the_scale(checked: Check) -> None:
    result = checked("vitalwerte", "Frau Berger, Puls 72. Schmerzen keine.", {"schmerz_nrs": 0})
    found = [f for f in result.findings if f.severity is Severity.BLOCK]
    assert [f.kind for f in found] == [Kind.NUMBER]


def test_a_time_left_open_supports_both_readings(checked: Check) -> None:
    dictation = "Frau Berger hat um halb acht gegessen."
    for reading in ("07:30", "19:30"):
        found = checked("pflegebericht", dictation, {"uhrzeit": reading}).findings
        times = [f for f in found if f.kind is Kind.TIME]
        assert [f.severity for f in times] == [Severity.INFO]


def test_a_unit_is_never_guessed_for_blood_sugar(checked: Check) -> None:
    dictation = "Herr Kowalczyk, BZ war bei 54."
    found = checked("pflegebericht", dictation, {"beobachtung": "BZ 54 mg/dl."}).findings
    assert [f.kind for f in found if f.severity is Severity.BLOCK] == [Kind.UNIT]


def test_a_fact_under_the_wrong_person_sits_where_it_is_written(checked: Check) -> None:
    dictation = (
        "Übergabe. Zimmer 3, Herr Kowalczyk: hat Lantus gespritzt und gut geschlafen. "
        "Zimmer 7, Frau Özdemir: Urin ist flockig, Katheter läuft."
    )
    entries = [
        {"person": "Herr Kowalczyk", "zimmer": "3", "situation": "Hat gut geschlafen."},
        {"person": "Frau Özdemir", "zimmer": "7", "situation": "Hat Lantus gespritzt."},
    ]
    found = checked("schichtuebergabe", dictation, {"eintraege": entries}).findings
    blocked = [f for f in found if f.severity is Severity.BLOCK]
    assert [(f.kind, f.field, f.path) for f in blocked] == [
        (Kind.PERSON, "eintraege", "/eintraege/1/situation")
    ]


def test_a_person_chosen_beforehand_needs_no_words(checked: Check) -> None:
    result = checked("pflegebericht", "Kein Fieber.", {"person": "Frau Vogt"}, person="Frau Vogt")
    assert [f for f in result.findings if f.field == "person"] == []


def test_required_fields_left_empty_are_a_warning(checked: Check) -> None:
    found = checked("sturzprotokoll", "Frau Vogt.", {"person": "Frau Vogt"}).findings
    missing = {f.field: f for f in found if f.kind is Kind.MISSING}
    assert missing["ort"].detail == "Nicht diktiert: Ort."
    assert {f.severity for f in missing.values()} == {Severity.WARN}


def test_a_judging_word_is_a_hint_outside_of_quotes_only(checked: Check) -> None:
    dictation = "Frau Vogt war aggressiv. Sie sagte: „Der ist so aggressiv.“"
    fields = {"beobachtung": "War aggressiv.", "aeusserung": "„Der ist so aggressiv.“"}
    found = [f for f in checked("pflegebericht", dictation, fields).findings]
    words = [f for f in found if f.kind is Kind.WORDING]
    assert [(f.field, f.severity) for f in words] == [("beobachtung", Severity.INFO)]


def test_a_value_out_of_bounds_asks_to_compare(checked: Check) -> None:
    found = checked("vitalwerte", "Frau Vogt, Puls 410.", {"puls": 410}).findings
    hints = [f for f in found if f.kind is Kind.PLAUSIBILITY]
    assert [f.detail for f in hints] == ["Bitte vergleichen: 410 – richtig verstanden?"]


def test_no_sentence_of_the_check_says_i() -> None:
    from dokuhelfer.draft.check.sentences import Sentence

    assert not [s for s in Sentence if " ich " in f" {s.value.lower()} "]
