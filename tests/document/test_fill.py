"""Any institution's Word file works as a base."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from dokuhelfer.document.check import check_template_base
from dokuhelfer.document.docx import write_docx
from dokuhelfer.draft.model import Draft, Value
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.draft.template.model import EmptyRule, Template


class House:
    """An institution with a Word file of its own."""

    def __init__(self, folder: Path, drafts: Any) -> None:
        self.folder = folder
        self.drafts = drafts
        self.word: WordDocument = docx.Document()

    def template(self, id: str, **changes: Any) -> Template:
        base = self.folder / "base.docx"
        self.word.save(str(base))
        return replace(load_template(id), base=base, **changes)

    def fill(self, id: str, empty: EmptyRule = EmptyRule.OMIT, **values: Value) -> WordDocument:
        template = self.template(id, empty=empty)
        draft: Draft = self.drafts.of(template, values)
        target = self.folder / "x.docx"
        write_docx(draft, template, target, force=True)
        return docx.Document(str(target))


@pytest.fixture
def house(tmp_path: Path, drafts: Any) -> House:
    return House(tmp_path, drafts)


def body(word: WordDocument) -> list[str]:
    return [p.text.replace("\u00a0", " ") for p in word.paragraphs if p.text]


ORIGIN = "Ungeprüfter Entwurf. Mit lokaler Spracherkennung erstellt."


def test_a_place_cut_into_runs_keeps_its_look(house: House) -> None:
    paragraph = house.word.add_paragraph("Betreff: ")
    paragraph.add_run("{{bet").bold = True
    paragraph.add_run("re")
    paragraph.add_run("ff }}!")
    paragraph.add_run(" Ende").italic = True
    word = house.fill("freitext", betreff="Größe & <b>", text="Hallo.")
    runs = [(run.text, run.bold, run.italic) for run in word.paragraphs[0].runs if run.text]
    assert runs == [
        ("Betreff: ", None, None),
        ("Größe & <b>", True, None),
        ("!", None, None),
        (" Ende", None, True),
    ]


def test_several_places_in_one_paragraph(house: House) -> None:
    house.word.add_paragraph("RR {{rr_systolisch.zahl}}/{{rr_diastolisch.zahl}} mmHg, {{puls}}")
    word = house.fill("vitalwerte", rr_systolisch=130, rr_diastolisch=80, person="Frau B.")
    assert body(word)[0] == "RR 130/80 mmHg, "


def test_fields_without_a_place_are_not_lost(house: House) -> None:
    house.word.add_paragraph("{{betreff}}")
    word = house.fill("freitext", betreff="Fest", text="Der Grill ist bestellt.")
    assert body(word) == ["Fest", "Der Grill ist bestellt.", ORIGIN]


def test_fields_without_a_place_go_where_the_report_stands(house: House) -> None:
    house.word.add_paragraph("{{bericht}}")
    house.word.add_paragraph("Unterschrift")
    word = house.fill("aktenvermerk", person="M.", inhalt="Eins.", ergebnis="Zwei.")
    assert body(word) == [
        "Betroffene Person",
        "M.",
        "Inhalt",
        "Eins.",
        "Ergebnis",
        "Zwei.",
        "Unterschrift",
        ORIGIN,
    ]


def test_a_row_per_field(house: House) -> None:
    table = house.word.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Angabe", "Inhalt"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{feld.bezeichnung}}", "{{feld.inhalt}}"
    word = house.fill("aktenvermerk", person="M.", inhalt="Eins.")
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows == [["Angabe", "Inhalt"], ["Betroffene Person", "M."], ["Inhalt", "Eins."]]
    assert body(word) == [ORIGIN]


def test_a_row_per_entry_of_a_group(house: House) -> None:
    table = house.word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "{{eintraege.person}} ({{eintraege.zimmer}})"
    table.cell(0, 1).text = "{{eintraege.situation}}"
    member = dict.fromkeys(["person", "zimmer", "situation", "hintergrund", "einschaetzung"])
    member["empfehlung"] = None
    entries = (
        {**member, "person": "A", "zimmer": "1", "situation": "{{eintraege.person}}"},
        {**member, "person": "B", "situation": "ruhig"},
    )
    word = house.fill("schichtuebergabe", eintraege=entries)
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows == [["A (1)", "{{eintraege.person}}"], ["B ()", "ruhig"]]


def test_a_group_without_rows_becomes_a_table(house: House) -> None:
    house.word.add_paragraph("{{eintraege}}")
    entry = dict.fromkeys(["zimmer", "hintergrund", "einschaetzung", "empfehlung"])
    word = house.fill("schichtuebergabe", eintraege=({**entry, "person": "A", "situation": "gut"},))
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows == [["Person", "Situation"], ["A", "gut"]]
    assert word.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_a_table_in_a_cell_is_followed_by_a_paragraph(house: House) -> None:
    house.word.add_table(rows=1, cols=1).cell(0, 0).text = "{{eintraege}}"
    entry = dict.fromkeys(["zimmer", "hintergrund", "einschaetzung", "empfehlung"])
    word = house.fill("schichtuebergabe", eintraege=({**entry, "person": "A", "situation": "gut"},))
    cell = word.tables[0].cell(0, 0)
    assert cell.tables[0].cell(1, 0).text == "A"
    assert cell._tc[-1].tag == qn("w:p")


def test_rows_and_paragraphs_left_out_go(house: House) -> None:
    table = house.word.add_table(rows=2, cols=2)
    for row, id in enumerate(("anlass", "inhalt")):
        table.cell(row, 0).text = f"{{{{{id}.label}}}}"
        table.cell(row, 1).text = f"{{{{{id}}}}}"
    house.word.add_paragraph("{{ergebnis.label}}:")
    house.word.add_paragraph("{{ergebnis}}")
    house.word.add_paragraph("Ergebnis: {{ergebnis}}")
    word = house.fill("aktenvermerk", person="M.", inhalt="Eins.")
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [
        ["Inhalt", "Eins."]
    ]
    assert "Ergebnis: " in body(word)
    assert "Ergebnis:" not in body(word)


def test_a_table_left_with_headings_only_goes(house: House) -> None:
    cell = house.word.add_table(rows=1, cols=1).cell(0, 0)
    inner = cell.add_table(rows=2, cols=1)
    inner.cell(0, 0).text = "Information"
    inner.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    inner.cell(1, 0).text = "{{information_an.wer}}"
    word = house.fill("pflegebericht", person="Frau B.", beobachtung="Wach.")
    assert word.tables[0].cell(0, 0).tables == []
    assert word.tables[0].cell(0, 0)._tc[-1].tag == qn("w:p")


def test_blank_keeps_an_empty_row_to_fill_in_by_hand(house: House) -> None:
    house.word.add_table(rows=1, cols=1).cell(0, 0).text = "{{information_an.wer}}"
    word = house.fill("pflegebericht", EmptyRule.BLANK, person="Frau B.", beobachtung="Wach.")
    assert [cell.text for cell in word.tables[0].rows[0].cells] == [""]


def test_places_in_headers_text_boxes_and_content_controls(house: House) -> None:
    house.word.sections[0].footer.paragraphs[0].text = "{{titel}} · {{kopf.bereich}}"
    house.word.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{{{{betreff}}}}</w:t></w:r>"
            "</w:p></w:sdtContent></w:sdt>"
        ),
    )
    box = house.word.add_paragraph("Kasten ")
    box._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>{{text}}</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    word = house.fill("freitext", betreff="Fest", text="Im Kasten.")
    assert word.sections[0].footer.paragraphs[0].text == "Freies Diktat · Wohnbereich Süd"
    texts = [node.text for node in word.element.body.iter(qn("w:t"))]
    assert texts == ["Fest", "Kasten ", "Im Kasten.", ORIGIN]


def test_tabs_and_breaks_beside_a_place_stay(house: House) -> None:
    run = house.word.add_paragraph().add_run("vorn\t{{betreff}}\nhinten")
    run.bold = True
    word = house.fill("freitext", betreff="Fest", text="x")
    assert word.paragraphs[0].text == "vorn\tFest\nhinten"
    assert all(run.bold for run in word.paragraphs[0].runs)


def test_an_author_is_never_taken_from_a_field(house: House) -> None:
    """A field of the institution named like a place of the head stays a field."""
    house.word.add_paragraph("Name: {{kopf.name}}")
    template = house.template("freitext")
    own = replace(template.field("betreff"), id="name", label="Name")
    template = replace(template, fields=(own, *template.fields[1:]))
    target = house.folder / "x.docx"
    draft = house.drafts.of(template, {"name": "Jemand", "text": "Hallo."})
    write_docx(draft, template, target, force=True)
    lines = body(docx.Document(str(target)))
    assert lines[0] == "Name: Ömer Groß"
    assert "Jemand" in lines[1]


def test_unknown_places_are_mistakes_and_stay_empty(house: House) -> None:
    house.word.add_paragraph("{{betref}} {{kopf.nam}} {{betreff}} {{xyz}}")
    template = house.template("freitext")
    mistakes = check_template_base(template, "freitext.toml")
    assert [(m.problem, m.value, m.suggestion) for m in mistakes] == [
        (Problem.PLACE_UNKNOWN, "{{betref}}", "{{betreff}}"),
        (Problem.PLACE_UNKNOWN, "{{kopf.nam}}", "{{kopf.name}}"),
        (Problem.PLACE_UNKNOWN, "{{xyz}}", None),
    ]
    word = house.fill("freitext", betreff="Fest", text="x")
    assert body(word)[0].strip() == "Fest"


def test_a_refused_base_is_a_mistake_too(house: House) -> None:
    template = house.template("freitext")
    template.base.write_bytes(b"kein Word")
    (mistake,) = check_template_base(template, "freitext.toml")
    assert (mistake.problem, mistake.value) == (Problem.BASE_REFUSED, "unreadable")
