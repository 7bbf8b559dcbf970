"""From a draft to the neutral document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dokuhelfer.document.render import UNREVIEWED, render
from dokuhelfer.document.tree import Document, Paragraph, Run, Section, Table
from dokuhelfer.draft.model import DraftField, FieldStatus, Head
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import EmptyRule


def section(document: Document, id: str) -> Section:
    return next(found for found in document.sections if found.id == id)


def text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def test_every_field_but_the_unplaced_is_a_section(drafts: Any) -> None:
    template = load_template("pflegebericht")
    document = render(drafts.sample("pflegebericht"), template, None)
    assert [found.id for found in document.sections] == list(template.field_ids)[:-1]
    assert "Geheime" not in str(document)
    assert document.notes == ("1 Angabe ohne Feld: nicht übernommen.",)
    assert document.running


def test_head_in_german_form(drafts: Any) -> None:
    document = render(drafts.sample("pflegebericht"), load_template("pflegebericht"), None, "Haus")
    head = {key: text(runs) for key, runs in document.head.items()}
    assert head == {
        "einrichtung": "Haus",
        "bereich": "Wohnbereich Süd",
        "person": "Frau Lindemann",
        "fallnummer": "2026-0815",
        "datum": "17.11.2026",
        "uhrzeit": "07:30\u00a0Uhr",
        "schicht": "Frühdienst",
        "dokumentiert_am": "17.11.2026, 08:45\u00a0Uhr",
        "name": "Ömer Groß",
        "qualifikation": "Pflegefachkraft",
        "handzeichen": "",
        "nachtrag": "",
    }


def test_open_days_are_both_named(drafts: Any) -> None:
    head = Head(date_choices=("2026-11-16", "2026-11-17"))
    document = render(drafts.sample("freitext", head), load_template("freitext"), None)
    assert text(document.head["datum"]) == "16.11.2026 oder 17.11.2026"


def test_a_late_entry_says_so(drafts: Any) -> None:
    head = Head(date="2026-11-15", late=True)
    document = render(drafts.sample("freitext", head), load_template("freitext"), None)
    assert text(document.head["nachtrag"]) == "vom 17.11.2026 zu 15.11.2026"


def test_an_event_time_nobody_confirmed_is_not_taken_from_elsewhere(drafts: Any) -> None:
    draft = drafts.sample("pflegebericht", uhrzeit=None)
    assert draft.head.time is not None
    assert text(render(draft, load_template("pflegebericht"), None).head["uhrzeit"]) == ""


@pytest.mark.parametrize(
    ("rule", "omitted", "shown"),
    [
        (EmptyRule.OMIT, True, ""),
        (EmptyRule.NOT_DICTATED, False, "nicht diktiert"),
        (EmptyRule.BLANK, False, ""),
    ],
)
def test_empty_fields_as_the_template_says(
    drafts: Any, rule: EmptyRule, omitted: bool, shown: str
) -> None:
    template = replace(load_template("pflegebericht"), empty=rule)
    found = section(render(drafts.empty("pflegebericht"), template, None), "wirkung")
    assert (found.omitted, text(found.runs)) == (omitted, shown)


def test_a_missing_required_field_is_always_named(drafts: Any) -> None:
    found = section(
        render(drafts.empty("pflegebericht"), load_template("pflegebericht"), None), "beobachtung"
    )
    assert found.blocks == (Paragraph((Run("nicht diktiert", note=True),)),)


def test_a_rejected_field_is_neither_shown_nor_called_not_dictated(drafts: Any) -> None:
    draft = drafts.sample("pflegebericht")
    gone = replace(draft.fields["beobachtung"], status=FieldStatus.REJECTED)
    draft = replace(draft, fields={**draft.fields, "beobachtung": gone})
    document = render(draft, load_template("pflegebericht"), None)
    assert section(document, "beobachtung").runs == ()
    assert "müder" not in str(document)


def test_a_group_is_a_table_without_unused_columns(drafts: Any) -> None:
    document = render(drafts.sample("schichtuebergabe"), load_template("schichtuebergabe"), None)
    found = section(document, "eintraege")
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert table.header == (
        "Person",
        "Zimmer",
        "Situation",
        "Hintergrund",
        "Empfehlung / zu tun",
    )
    assert [text(row[0]) for row in table.rows] == ["Herr Kowalczyk", "Frau Petersen"]
    assert table.rows[1][2] == (Run("nicht diktiert", note=True),)
    assert text(found.rows[0]["hintergrund"]) == "Diabetiker, spritzt abends Lantus."


def test_information_as_rows(drafts: Any) -> None:
    found = section(
        render(drafts.sample("pflegebericht"), load_template("pflegebericht"), None),
        "information_an",
    )
    assert [text(row["wer"]) for row in found.rows] == [
        "Tochter um 10:15 Uhr telefonisch informiert.",
        "Hausarzt nicht erreicht.",
    ]
    assert [text(row["wann"]) for row in found.rows] == ["10:15\u00a0Uhr", ""]


def test_two_times_in_a_row_name_none(drafts: Any) -> None:
    draft = drafts.sample(
        "pflegebericht", information_an="Um 10:00 Uhr versucht, um 11:00 Uhr erreicht."
    )
    found = section(render(draft, load_template("pflegebericht"), None), "information_an")
    assert text(found.rows[0]["wann"]) == ""


def test_flags_sit_on_the_statement_they_are_about(drafts: Any) -> None:
    draft = replace(
        drafts.sample("pflegebericht"),
        findings=(drafts.block("beobachtung", "/beobachtung", "Kein Fieber."),),
    )
    runs = section(render(draft, load_template("pflegebericht"), None), "beobachtung").runs
    assert [run.text for run in runs if run.flagged] == ["Kein Fieber."]


def test_flags_of_typed_fields_and_group_members(drafts: Any) -> None:
    draft = replace(
        drafts.sample("vitalwerte"),
        findings=(drafts.block("rr_systolisch", "/rr_systolisch", "168"),),
    )
    document = render(draft, load_template("vitalwerte"), None)
    assert section(document, "rr_systolisch").runs == (Run("168\u00a0mmHg", flagged=True),)
    assert not any(run.flagged for run in section(document, "puls").runs)

    path = "/eintraege/0/situation"
    draft = replace(
        drafts.sample("schichtuebergabe"), findings=(drafts.block("eintraege", path, "BZ 54"),)
    )
    rows = section(render(draft, load_template("schichtuebergabe"), None), "eintraege").rows
    assert [rows[0][key][0].flagged for key in ("situation", "hintergrund")] == [True, False]


def test_a_value_typed_over_its_statements_counts(drafts: Any) -> None:
    draft = drafts.sample("freitext")
    edited = replace(draft.fields["text"], value="Ganz neu.")
    draft = replace(draft, fields={**draft.fields, "text": edited})
    document = render(draft, load_template("freitext"), None)
    assert text(section(document, "text").runs) == "Ganz neu."


def test_a_plain_draft_without_statements(drafts: Any) -> None:
    draft = drafts.sample("freitext")
    plain = {id: DraftField(field.value) for id, field in draft.fields.items()}
    document = render(replace(draft, fields=plain), load_template("freitext"), None)
    assert "Grill ist bestellt" in text(section(document, "text").runs)


def test_properties_hold_no_personal_data(drafts: Any) -> None:
    document = render(drafts.sample("pflegebericht"), load_template("pflegebericht"), None)
    assert document.properties == {
        "KI-unterstuetzt": "ja",
        "Modell": "demo-speech; engine rules",
        "Vorlage": "pflegebericht 1.0",
        "Version": "0.1.0",
        "Status": "ungeprueft",
    }
    assert document.mark == UNREVIEWED


def test_origin_tells_a_language_model_from_none(drafts: Any) -> None:
    draft, template = drafts.sample("freitext"), load_template("freitext")
    assert "Mit lokaler Spracherkennung erstellt" in render(draft, template, None).origin
    assert "lokaler KI-Unterstützung" in render(replace(draft, engine="llm"), template, None).origin
