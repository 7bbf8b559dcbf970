"""What the engine promises: typed values, persons, plans apart from deeds, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import DraftField, Origin
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.load import load_template

Drafter = Callable[..., Mapping[str, DraftField]]

TEMPLATES = (
    "pflegebericht",
    "vitalwerte",
    "sturzprotokoll",
    "schichtuebergabe",
    "beratungsprotokoll",
    "aktenvermerk",
    "besonderes_vorkommnis",
    "freitext",
)

BERGER = (
    "Frau Berger, RR hundertdreißig zu achtzig, links, Puls zweiundsiebzig, "
    "Temperatur siebenunddreißig zwei im Ohr, um halb neun. Schmerzen keine."
)


def text_of(field: DraftField) -> str:
    assert field.value is None or isinstance(field.value, str)
    return field.value or ""


def test_vital_signs_as_dictated(draft: Drafter) -> None:
    fields = draft(BERGER, "vitalwerte", shift="frueh")
    values = {id: field.value for id, field in fields.items() if field.value is not None}
    assert values == {
        "person": "Frau Berger",
        "uhrzeit": "08:30",
        "rr_systolisch": 130,
        "rr_diastolisch": 80,
        "rr_ort": "linker Arm",
        "puls": 72,
        "temperatur": 37.2,
        "temperatur_ort": "Ohr",
        "bemerkung": "Schmerzen keine.",
    }


def test_evidence_points_at_the_words_in_the_original(draft: Drafter) -> None:
    fields = draft(BERGER, "vitalwerte", shift="frueh")
    said = {
        id: [BERGER[span.start : span.end] for span in fields[id].statements[0].evidence]
        for id in ("rr_systolisch", "puls", "uhrzeit", "bemerkung")
    }
    assert said["rr_systolisch"] == ["RR hundertdreißig zu achtzig"]
    assert said["puls"] == ["Puls zweiundsiebzig"]
    assert said["uhrzeit"] == ["halb neun"] or said["uhrzeit"] == ["um halb neun"]
    assert said["bemerkung"] == ["Schmerzen keine."]


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_said_leaves_every_field_null(draft: Drafter, template: str) -> None:
    fields = draft("", template)
    assert tuple(fields) == load_template(template).field_ids
    assert all(field == DraftField() for field in fields.values())


def test_the_chosen_person_needs_no_evidence(draft: Drafter) -> None:
    fields = draft("Hat gut geschlafen.", "pflegebericht", person="Frau Berger")
    (note,) = fields["person"].statements
    assert (fields["person"].value, note.origin, note.evidence) == (
        "Frau Berger",
        Origin.SELECTED,
        (),
    )


def test_another_than_the_chosen_person_is_unassigned(draft: Drafter) -> None:
    fields = draft(
        "Frau Becker hat erbrochen. Frau Berger schläft.", "pflegebericht", person="Frau Berger"
    )
    assert fields["nicht_zugeordnet"].value == ("Frau Becker hat erbrochen.",)
    assert "Becker" not in text_of(fields["beobachtung"])


def test_pain_without_a_number_is_no_nrs(draft: Drafter) -> None:
    fields = draft("Herr Roth, Puls 80, keine Schmerzen.", "vitalwerte")
    assert fields["schmerz_nrs"].value is None
    assert "eine Schmerzen" in text_of(fields["bemerkung"])


def test_the_first_measurement_fills_the_field_the_second_is_the_control(draft: Drafter) -> None:
    fields = draft(
        "Herr Roth, RR 190/100 um 9 Uhr. Um 9:30 Uhr nachgemessen, RR 150/90.",
        "vitalwerte",
        shift="frueh",
    )
    assert (fields["rr_systolisch"].value, fields["uhrzeit"].value) == (190, "09:00")
    assert "150/90" in text_of(fields["kontrollmessung"])


@pytest.mark.parametrize(
    "call",
    [
        "Die Tochter hab ich angerufen, aber nicht erreicht.",
        "Die Tochter hab ich angerufen. Ist niemand rangegangen.",
        "Die Tochter ruf ich nachher an.",
        "Die Tochter muss noch informiert werden.",
    ],
)
def test_who_was_not_reached_is_not_informed(draft: Drafter, call: str) -> None:
    fields = draft(f"Frau Berger hat erbrochen. {call}", "pflegebericht")
    assert fields["information_an"].value is None
    assert "Tochter" in text_of(fields["weiteres_vorgehen"])


def test_without_a_field_for_open_steps_the_negation_stays(draft: Drafter) -> None:
    fields = draft("Frau Berger, Puls 120. Hausarzt nicht erreicht.", "vitalwerte")
    assert fields["information_an"].value == "Hausarzt nicht erreicht."


def test_found_time_is_no_fall_time(draft: Drafter) -> None:
    fields = draft(
        "Herr Roth wurde um 5:40 Uhr im Bad aufgefunden.", "sturzprotokoll", shift="nacht"
    )
    assert fields["uhrzeit_auffinden"].value == "05:40"
    assert fields["uhrzeit_sturz"].value is None


def test_a_choice_with_two_answers_stays_open(draft: Drafter) -> None:
    text = "Herr K. M. kam. Erst Video, später Hausbesuch."
    assert draft(text, "aktenvermerk")["kontaktart"].value is None


def test_handover_collects_additions_in_the_earlier_entry(draft: Drafter) -> None:
    fields = draft(
        "Zimmer 3, Herr Roth, hat gut geschlafen. Zimmer 7, Frau Berger, war unruhig. "
        "Ach, und Herr Roth hat noch Husten.",
        "schichtuebergabe",
    )
    entries = fields["eintraege"].value
    assert isinstance(entries, tuple)
    assert [dict(entry) for entry in entries if not isinstance(entry, str)] == [
        {
            "person": "Herr Roth",
            "zimmer": "3",
            "situation": "Hat gut geschlafen. Hat noch Husten.",
            "hintergrund": None,
            "einschaetzung": None,
            "empfehlung": None,
        },
        {
            "person": "Frau Berger",
            "zimmer": "7",
            "situation": "War unruhig.",
            "hintergrund": None,
            "einschaetzung": None,
            "empfehlung": None,
        },
    ]
    assert "/eintraege/0/situation" in {note.path for note in fields["eintraege"].statements}


def test_a_round_of_twelve_mixes_nobody_up(draft: Drafter) -> None:
    names = "Adam Blum Celik Dorn Engel Falk Graf Hahn Imhof Jung Kern Lenz".split()  # noqa: SIM905
    said = " ".join(
        f"Zimmer {number}, Frau {name}, hat {number * 100} Milliliter getrunken."
        for number, name in enumerate(names, start=1)
    )
    entries = draft(said, "schichtuebergabe")["eintraege"].value
    assert isinstance(entries, tuple)
    assert len(entries) == 12
    for number, (name, entry) in enumerate(zip(names, entries, strict=True), start=1):
        assert not isinstance(entry, str)
        assert (entry["person"], entry["zimmer"]) == (f"Frau {name}", str(number))
        assert f"{number * 100}" in str(entry["situation"]).replace(".", "")


def _spoken_words(fields: Mapping[str, DraftField], text: str) -> set[str]:
    spans = [
        span for field in fields.values() for note in field.statements for span in note.evidence
    ]
    return {word for span in spans for word in text[span.start : span.end].split()}


_WORDS = st.sampled_from(
    """
    Frau Berger Herr Roth Zimmer 7 hat Fieber keine Schmerzen gegeben und aber um 9 Uhr Hausarzt
    informiert bitte morgen links Arm Puls 80 sagt gestürzt Tochter nicht . , : Husten
    """.split()  # noqa: SIM905
)


@settings(max_examples=60)
@given(st.lists(_WORDS, max_size=30), st.sampled_from(TEMPLATES))
def test_content_is_never_lost(draft: Drafter, words: list[str], template: str) -> None:
    text = " ".join(words)
    fields = draft(text, template)
    kept = _spoken_words(fields, text)
    for word in ("Husten", "Fieber", "Schmerzen", "gestürzt"):
        assert word not in words or word in {w.strip(".,:") for w in kept}


def test_engine_needs_one_fact_list_per_clause() -> None:
    assert draft_rules((), (), load_template("freitext"), Context()) == {
        "betreff": DraftField(),
        "text": DraftField(),
        "nicht_zugeordnet": DraftField(),
    }
