"""Text in, draft and check out, through the command; formats as the design fixes them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.draft.template.model import Field, FieldType

from .program import answer, call

pytestmark = pytest.mark.program

BERGER = (
    "Frau Berger, RR hundertdreißig zu achtzig, links, Puls zweiundsiebzig, Temperatur "
    "siebenunddreißig zwei im Ohr, um halb neun. Schmerzen keine."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "frueh.json").write_text('{"shift": "frueh"}')
    (tmp_path / "berger.txt").write_text(BERGER, "utf-8")
    return tmp_path


def values(draft: Any) -> dict[str, Any]:
    return {id: field["value"] for id, field in draft["fields"].items()}


def test_the_vital_signs_of_the_issue(folder: Path) -> None:
    draft = answer(
        "draft", "berger.txt", "--template", "vitalwerte", "--engine", "rules",
        "--context", "frueh.json", cwd=folder,
    )  # fmt: skip
    got = values(draft)
    assert got["rr_systolisch"] == 130
    assert got["rr_diastolisch"] == 80
    assert got["rr_ort"] == "linker Arm"
    assert got["puls"] == 72
    assert got["temperatur"] == 37.2
    assert got["temperatur_ort"] == "Ohr"
    assert got["uhrzeit"] == "08:30"
    assert got["schmerz_nrs"] is None
    assert "Berger" in got["person"]
    assert not [f for f in draft["findings"] if f["severity"] == "block"]


TOP = {
    "format", "template", "template_version", "engine", "meta", "head", "transcript", "fields",
    "findings", "uncovered",
}  # fmt: skip
HEAD = {"date", "time", "shift", "unit", "case", "author", "role", "late"}


def assert_value(field: Field, value: Any) -> None:
    if value is None:
        return
    if field.type is FieldType.GROUP:
        assert value
        for entry in value:
            assert list(entry) == [member.id for member in field.members]
            for member in field.members:
                assert_value(member, entry[member.id])
        return
    if field.type is FieldType.LIST:
        assert value
        assert all(isinstance(item, str) for item in value)
        assert all(value)
        return
    expected = {FieldType.INT: int, FieldType.DECIMAL: (int, float)}.get(field.type, str)
    assert isinstance(value, expected)
    assert not isinstance(value, bool)
    assert value != ""
    if field.type is FieldType.TIME:
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value)
    if field.type is FieldType.CHOICE:
        assert value in {choice.value for choice in field.choices}


DICTATIONS = {
    "pflegebericht": "Frau Keller hat um 8 Uhr nur ein halbes Brötchen gegessen. Sie sagt: Ich "
    "habe keinen Hunger. Die Tochter wurde um 9 Uhr 15 telefonisch informiert. Der Spätdienst "
    "soll bitte nochmal Essen anbieten.",
    "vitalwerte": BERGER,
    "sturzprotokoll": "Herr Wolf ist um 14 Uhr 20 im Bad gestürzt. Ich habe ihn auf dem Boden "
    "gefunden, er lag auf der linken Seite. Keine sichtbaren Verletzungen. Der Hausarzt wurde "
    "nicht erreicht.",
    "schichtuebergabe": "Übergabe vom Frühdienst. Zimmer 3, Herr Wolf, war unruhig. Bitte "
    "Blutdruck kontrollieren. Zimmer 5, Frau Keller, alles ruhig. Allgemein: Der Lifter ist "
    "defekt.",
    "beratungsprotokoll": "Herr Demir kam zum Erstgespräch. Er hat Mietschulden in Höhe von 1200 "
    "Euro. Wir haben vereinbart, dass er bis Freitag die Unterlagen mitbringt.",
    "aktenvermerk": "Telefonat mit Frau Schulz vom Jobcenter um 10 Uhr. Der Antrag ist bewilligt.",
    "besonderes_vorkommnis": "Um 16 Uhr hat Herr Groß im Speisesaal einen Teller geworfen. "
    "Verletzt wurde niemand. Die PDL wurde um 16 Uhr 10 informiert.",
    "freitext": "Der Aufzug im Haus B steht seit heute Morgen. Die Haustechnik kommt um 11 Uhr.",
    "medikamentenereignis": "Frau Ostwald hat um 8 Uhr Ramipril 5 mg doppelt bekommen. Bemerkt um "
    "8 Uhr 40. Der Hausarzt wurde um 9 Uhr informiert. Blutdruck 118 zu 70.",
    "wunddokumentation": "Frau Kern, Wunde am linken Unterschenkel. Länge 3,5 Zentimeter, Breite 2 "
    "Zentimeter. Wundrand gerötet. Kein Geruch. Nächster Verbandwechsel am Freitag.",
    "trink_ernaehrung": "Trinkprotokoll Herr Tran. Um 9 Uhr 30 Tee, 200 Milliliter, ausgetrunken. "
    "Mittagessen Suppe, die Hälfte gegessen. Zielmenge 1500 Milliliter.",
    "infosammlung": "Frau Lang, Aufnahme stationär, die Tochter war dabei. Sie sagt: Ich will nach "
    "Hause. Sie geht mit dem Rollator. Beim Duschen braucht sie Unterstützung.",
    "hilfeplangespraech": "Hilfeplangespräch für Malik. Teilnehmende: die Mutter und Frau Kurz vom "
    "ASD. Malik sagt: Ich will zurück nach Hause. Vereinbart: Die Mutter ruft bis Freitag an.",
    "teilhabe_verlauf": "Herr Timm. Hausbesuch von 9 bis 10 Uhr 30. Die Wäsche hat er selbst "
    "sortiert. Beim Antrag habe ich ihn angeleitet. Nächste Woche gehen wir zum Amt.",
    "fallbesprechung": "Fallbesprechung zu B. Moderation: Frau Roth. Frage: Wie kann die Nacht "
    "ruhiger werden? Hypothese: Der Lärm im Flur weckt ihn. Entschieden: Er zieht um.",
    "sturzprotokoll_ausfuehrlich": "Herr Wolf ist um 14 Uhr 20 im Bad gestürzt. Zuletzt gesehen um "
    "14 Uhr im Zimmer. Die Klingel war in Reichweite. Keine sichtbaren Verletzungen.",
    "beratung_schulden": "Schuldnerberatung Frau M. Netto 1650 Euro. Sparkasse, Ratenkredit, 9400 "
    "Euro, tituliert. Insolvenz haben wir besprochen.",
    "beratung_sucht": "Suchtberatung Herr B. Er trinkt nach eigenen Angaben 6 Bier am Tag. Er war "
    "2024 in der Entgiftung. Ziel ist Abstinenz.",
    "beratung_migration": "Migrationsberatung Frau H. Sie hat eine Duldung, gültig bis 31. März. "
    "Der Sprachkurs beginnt im Januar.",
}


@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.id)
def test_every_template_gives_a_draft_of_the_fixed_format(template: Any, tmp_path: Path) -> None:
    text = DICTATIONS[template.id]
    (tmp_path / "a.txt").write_text("\ufeff" + text.replace(". ", ".\r\n"), "utf-8")
    draft = answer("draft", "a.txt", "--template", template.id, cwd=tmp_path)
    assert set(draft) == TOP
    assert draft["format"] == "dokuhelfer.draft/1"
    assert set(draft["head"]) >= HEAD
    assert draft["engine"] == "rules"
    assert list(draft["fields"]) == list(template.field_ids)
    segments = {s["id"]: s["text"] for s in draft["transcript"]["segments"]}
    assert segments == {0: text.replace(". ", ".\n")}
    for field in template.fields:
        drafted = draft["fields"][field.id]
        assert set(drafted) == {"value", "statements", "status"}
        assert_value(field, drafted["value"])
        for statement in drafted["statements"]:
            assert statement["evidence"], statement
            for span in statement["evidence"]:
                piece = segments[span["segment"]][span["start"] : span["end"]]
                assert piece.strip() == piece != ""
        if field.type is FieldType.TEXT and drafted["value"] is not None:
            assert drafted["value"] == " ".join(s["text"] for s in drafted["statements"])
    assert not [f for f in draft["findings"] if f["severity"] == "block"]


def test_standard_input_is_text(tmp_path: Path) -> None:
    draft = answer(
        "draft", "-", "--template", "freitext", cwd=tmp_path, stdin="Der Lifter ist defekt."
    )
    assert "Lifter" in values(draft)["text"]


def test_the_document_holds_the_values_and_says_that_nobody_reviewed_it(folder: Path) -> None:
    ended = call("draft", "berger.txt", "--template", "vitalwerte", "--context", "frueh.json",
                 "--docx", "Entwurf Ä.docx", cwd=folder)  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    document = Document(str(folder / "Entwurf Ä.docx"))
    text = "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    for wanted in ("130", "80", "linker Arm", "72", "37,2", "Ohr", "08:30", "Berger"):
        assert wanted in text
    header = "".join(p.text for section in document.sections for p in section.header.paragraphs)
    assert "Ungeprüfter Entwurf" in header


def test_a_draft_made_by_others_is_checked(folder: Path) -> None:
    (folder / "e.json").write_text(
        json.dumps({"template": "vitalwerte", "fields": {
            "person": "Frau Berger", "rr_systolisch": 130, "rr_diastolisch": 80, "puls": 27,
            "rr_ort": "rechter Arm", "schmerz_nrs": 0, "blutdruck": 3, "temperatur": "warm",
        }})
    )  # fmt: skip
    result = answer("check", "--transcript", "berger.txt", "--draft", "e.json",
                    "--context", "frueh.json", cwd=folder)  # fmt: skip
    assert set(result) == {"findings", "uncovered"}
    blocked = {f["field"]: f["kind"] for f in result["findings"] if f["severity"] == "block"}
    assert blocked["puls"] == "number"
    assert blocked["rr_ort"] == "laterality"
    assert blocked["schmerz_nrs"] in ("number", "unsupported")
    assert blocked["blutdruck"] == "type"
    assert blocked["temperatur"] == "type"
    assert "person" not in blocked
    assert "rr_systolisch" not in blocked
    for finding in result["findings"]:
        assert set(finding) == {"field", "path", "text", "kind", "severity", "detail"}
    for item in result["uncovered"]:
        assert BERGER[item["start"] : item["end"]] == item["text"]


def test_the_draft_of_the_program_checks_clean(folder: Path) -> None:
    call("draft", "berger.txt", "--template", "vitalwerte", "--context", "frueh.json",
         "--json", "e.json", cwd=folder)  # fmt: skip
    result = answer("check", "--transcript", "berger.txt", "--draft", "e.json",
                    "--context", "frueh.json", cwd=folder)  # fmt: skip
    assert [f for f in result["findings"] if f["severity"] == "block"] == []
    assert result["uncovered"] == []
