"""Whole Word files: what stands in them, read back with python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from dokuhelfer.document.docx import write_docx
from dokuhelfer.draft.model import Draft, DraftField
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.decision import Refusal, Refused, release

NOW = datetime(2026, 11, 17, 9, 5, tzinfo=UTC)


def text_of(path: Path) -> str:
    """All text of body and headers, paragraphs by line ends."""
    word = docx.Document(str(path))
    elements = [word.element.body]
    for section in word.sections:
        elements += [section.header._element, section.footer._element]
    lines = []
    for element in elements:
        for paragraph in element.iter(docx.oxml.ns.qn("w:p")):
            lines.append(
                "".join(node.text or "" for node in paragraph.iter(docx.oxml.ns.qn("w:t")))
            )
    return "\n".join(lines).replace("\u00a0", " ")


def write(draft: Draft, folder: Path, **options: Any) -> str:
    target = folder / "Entwurf Größe ß.docx"
    write_docx(draft, load_template(draft.template), target, force=False, **options)
    return text_of(target)


def texts(field: DraftField) -> list[str]:
    """The pieces of a field that have to stand in the file as they are."""
    if isinstance(field.value, tuple):
        members = [entry for entry in field.value if isinstance(entry, Mapping)]
        return [str(value) for entry in members for value in entry.values() if value]
    if isinstance(field.value, str):
        return [statement.text for statement in field.statements]
    return []


def test_every_dictated_text_stands_in_the_file(
    sample: tuple[Draft, Template], tmp_path: Path
) -> None:
    draft, template = sample
    written = write(draft, tmp_path)
    for id, field in draft.fields.items():
        if id == "nicht_zugeordnet" or field.value is None:
            continue
        for text in texts(field):
            assert text in written, (id, text)
    assert template.title in written
    assert "{{" not in written
    assert "Geheime Randbemerkung" not in written


def test_values_in_german_form(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.sample("vitalwerte"), tmp_path)
    for shown in ("168 mmHg", "94 mmHg", "37,2 °C", "92 /min", "94 %", "11,8", "10:40 Uhr"):
        assert shown in written
    assert "Atemfrequenz" not in written
    assert "None" not in written


def test_the_report_is_one_line_in_order(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.sample("pflegebericht"), tmp_path)
    assert (
        "War beim Waschen müder als sonst. Kein Fieber. „Ich hab die ganze Nacht kein Auge "
        "zugemacht.“ Fenster geöffnet. Der Nachtdienst soll bitte auf den Schlaf achten."
    ) in written


def test_the_unplaced_is_counted_only(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.sample("pflegebericht"), tmp_path)
    assert "1 Angabe ohne Feld: nicht übernommen." in written


def test_an_empty_fall_report_names_each_gap(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.empty("sturzprotokoll"), tmp_path)
    assert written.count("nicht diktiert") == len(load_template("sturzprotokoll").fields) - 1


def test_an_empty_report_leaves_out_what_it_may(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.empty("pflegebericht"), tmp_path)
    assert "Beobachtung / Befinden / Abweichung: nicht diktiert" in written
    assert "Information an" not in written
    assert "Wirkung" not in written


def test_flagged_statements_are_marked(drafts: Any, tmp_path: Path) -> None:
    draft = replace(
        drafts.sample("pflegebericht"),
        findings=(drafts.block("beobachtung", "/beobachtung", "Kein Fieber."),),
    )
    assert "Kein Fieber. [zu prüfen] „Ich" in write(draft, tmp_path)


def test_dictated_places_and_codes_stay_text(drafts: Any, tmp_path: Path) -> None:
    hostile = '{{kopf.name}} {{person}} <w:t>x</w:t> & ]]> =DDE("x") \x00\x08\ud800Ende'
    draft = drafts.sample("sturzprotokoll", ort=hostile, information_an=hostile)
    written = write(draft, tmp_path)
    kept = '{{kopf.name}} {{person}} <w:t>x</w:t> & ]]> =DDE("x") Ende'
    assert written.count(kept) == 2


def test_line_ends_in_text_become_paragraphs(drafts: Any, tmp_path: Path) -> None:
    written = write(drafts.sample("freitext", text="Erstens.\nZweitens.\r\nDrittens."), tmp_path)
    assert "Erstens." in written
    assert "Drittens." in written


def test_a_released_draft_is_not_marked(drafts: Any, tmp_path: Path) -> None:
    draft = drafts.decided(drafts.sample("pflegebericht"))
    written = write(draft, tmp_path, release=release(draft, "ÖG", NOW))
    assert "Ungeprüfter Entwurf" not in written
    assert (
        "Mit lokaler Spracherkennung erstellt; geprüft und abgezeichnet: ÖG, 17.11.2026, 09:05 Uhr."
    ) in written


def test_a_release_of_another_draft_is_refused(drafts: Any, tmp_path: Path) -> None:
    draft = drafts.decided(drafts.sample("pflegebericht"))
    given = release(draft, "ÖG", NOW)
    other = drafts.decided(drafts.sample("pflegebericht", massnahme="Anders."))
    with pytest.raises(Refused) as caught:
        write(other, tmp_path, release=given)
    assert caught.value.reason is Refusal.OTHER_DRAFT
    assert list(tmp_path.iterdir()) == []


def test_group_tables_have_marked_header_rows(drafts: Any, tmp_path: Path) -> None:
    write(drafts.sample("schichtuebergabe"), tmp_path)
    word = docx.Document(str(next(tmp_path.iterdir())))
    table = next(t for t in word.tables if t.cell(0, 0).text == "Person" and len(t.columns) == 6)
    assert [row.cells[0].text for row in table.rows] == [
        "Person",
        "Herr Kowalczyk",
        "Frau Petersen",
    ]
    assert table.rows[0]._tr.find(docx.oxml.ns.qn("w:trPr")) is not None
    marked = [row._tr.xpath("./w:trPr/w:tblHeader") != [] for row in table.rows]
    assert marked == [True, False, False]


def test_the_same_draft_makes_the_same_bytes(drafts: Any, tmp_path: Path) -> None:
    draft, template = drafts.sample("sturzprotokoll"), load_template("sturzprotokoll")
    for name in ("a.docx", "b.docx"):
        write_docx(draft, template, tmp_path / name, force=False)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_a_missing_base_is_named(drafts: Any, tmp_path: Path) -> None:
    template = replace(load_template("freitext"), base=tmp_path / "fehlt.docx")
    with pytest.raises(DokuError) as error:
        write_docx(drafts.sample("freitext"), template, tmp_path / "x.docx", force=False)
    assert error.value.code is Code.DOCUMENT_BASE_BROKEN
    assert not (tmp_path / "x.docx").exists()


def test_ten_thousand_words_are_written(drafts: Any, tmp_path: Path) -> None:
    draft = drafts.sample("freitext", text="Wort " * 10_000)
    assert "Wort Wort" in write(draft, tmp_path)
    assert io.BytesIO((tmp_path / "Entwurf Größe ß.docx").read_bytes()).getbuffer().nbytes < 200_000
