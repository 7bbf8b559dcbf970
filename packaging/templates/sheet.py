"""A base document in the making: page, styles, head, sections as tables or texts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from dokuhelfer.document.package import stable
from dokuhelfer.document.properties import set_properties

FONT = "Arial"
"""On every Windows PC; LibreOffice puts Liberation Sans in its place, of the same widths."""

SHADE = "E7E9EC"
INK = RGBColor(0x1F, 0x2A, 0x37)

Pair = tuple[str, str]

EVENT_TIME: Pair = ("Uhrzeit des Ereignisses", "{{kopf.uhrzeit}}")
PERSON: Pair = ("Person", "{{kopf.person}}")


class Base:
    """One base document in the making."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        self.word: Document = docx.Document()
        self.title = title
        self.width: Length = _page(self.word, landscape=landscape)
        _styles(self.word)
        _header_and_footer(self.word, title, self.width)
        self.word.add_paragraph("{{titel}}", style="Title")

    def head(self, *, person: Pair = PERSON, time: Pair = EVENT_TIME) -> None:
        """The head every filed sheet has: whose, when, by whom."""
        rows: Sequence[tuple[Pair, Pair]] = (
            (("Einrichtung", "{{kopf.einrichtung}}"), ("Bereich", "{{kopf.bereich}}")),
            (person, ("Fallnummer", "{{kopf.fallnummer}}")),
            (("Datum des Ereignisses", "{{kopf.datum}}"), time),
            (("Dokumentiert am", "{{kopf.dokumentiert_am}}"), ("Schicht", "{{kopf.schicht}}")),
            (("Name", "{{kopf.name}}"), ("Qualifikation", "{{kopf.qualifikation}}")),
            (("Handzeichen", "{{kopf.handzeichen}}"), ("Nachtrag", "{{kopf.nachtrag}}")),
        )
        table = self._table([0.24, 0.27, 0.25, 0.24])
        for left, right in rows:
            row = table.add_row()
            _keep_whole(row)
            for cell, text, bold in zip(row.cells, (*left, *right), (True, False) * 2, strict=True):
                _write(cell, text, bold=bold, shade=SHADE if bold else None)
        self._gap()

    def table_section(self, title: str, ids: Iterable[str]) -> None:
        """Fields as rows „label | value“ below a heading row."""
        table = self._table([0.34, 0.66])
        self._heading_row(table, title)
        for id in ids:
            label, value = table.add_row().cells
            _write(label, f"{{{{{id}.label}}}}", bold=True)
            _write(value, f"{{{{{id}}}}}")
        self._gap()

    def text_section(self, id: str) -> None:
        """A field as a heading with its text below; long texts run on over the page."""
        self.word.add_paragraph(f"{{{{{id}.label}}}}", style="Heading 2")
        self.word.add_paragraph(f"{{{{{id}}}}}")

    def columns(self, title: str, columns: Sequence[tuple[str, str, float]]) -> None:
        """A table with named columns and one row of places: heading, place, share of width."""
        table = self._table([share for _, _, share in columns])
        if title:
            self._heading_row(table, title)
        for cell, (heading, _, _) in zip(_add_heading(table), columns, strict=True):
            _write(cell, heading, bold=True, shade=SHADE)
        for cell, (_, place, _) in zip(table.add_row().cells, columns, strict=True):
            _write(cell, place)
        self._gap()

    def informed(self) -> None:
        """Who was informed, as rows."""
        self.columns(
            "{{information_an.label}}",
            [
                ("Wer", "{{information_an.wer}}", 0.6),
                ("Wann", "{{information_an.wann}}", 0.2),
                ("Durch", "{{information_an.durch}}", 0.2),
            ],
        )

    def close(self, *, report: bool = True) -> bytes:
        """Fields without a place, the notes, the origin; the finished file."""
        if report:
            self.word.add_paragraph("{{bericht}}")
        self.word.add_paragraph("{{hinweise}}", style="Hinweis")
        self.word.add_paragraph("{{ki}}", style="Hinweis")
        set_properties(self.word, self.title, {})
        packed = io.BytesIO()
        self.word.save(packed)
        return stable(packed.getvalue())

    def _table(self, shares: Sequence[float]) -> Table:
        table = self.word.add_table(rows=0, cols=len(shares))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Length(round(self.width * share))
        return table

    def _heading_row(self, table: Table, text: str) -> None:
        cells = _add_heading(table)
        _write(cells[0].merge(cells[-1]), text, bold=True, shade=SHADE)

    def _gap(self) -> None:
        self.word.add_paragraph(style="Abstand")


def _add_heading(table: Table) -> tuple[_Cell, ...]:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    # In the order of the schema: cantSplit before tblHeader.
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))
    return row.cells


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _write(cell: _Cell, text: str, *, bold: bool = False, shade: str | None = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Zelle"
    paragraph.add_run(text).bold = bold or None
    if shade is not None:
        attributes = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): shade}
        cell._tc.get_or_add_tcPr().append(OxmlElement("w:shd", attrs=attributes))


def _page(word: Document, *, landscape: bool) -> Length:
    """A4 with a binding margin; the width left for text."""
    section = word.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin, section.right_margin = Cm(2.3), Cm(1.7)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(1.8)
    section.header_distance = section.footer_distance = Cm(0.9)
    return Length(section.page_width - section.left_margin - section.right_margin)


def _styles(word: Document) -> None:
    normal = word.styles["Normal"]
    _font(normal.element, FONT)
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.15
    _set_language(word)
    for name, size, before, after in (("Title", 17, 0, 8), ("Heading 2", 11, 8, 2)):
        style = word.styles[name]
        _font(style.element, FONT)
        style.font.size = Pt(size)
        style.font.bold = True
        style.font.color.rgb = INK
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    borders = word.styles["Title"].element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)
    _style(word, "Zelle", 10, 2)
    _style(word, "Hinweis", 8.5, 3)
    _style(word, "Abstand", 5, 0)


def _style(word: Document, name: str, size: float, after: float) -> None:
    style = word.styles.add_style(name, 1)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(size)
    style.paragraph_format.space_before = Pt(after)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _font(style: BaseOxmlElement, name: str) -> None:
    properties = style.get_or_add_rPr()
    old = properties.find(qn("w:rFonts"))
    if old is not None:
        properties.remove(old)
    kinds = ("ascii", "hAnsi", "cs", "eastAsia")
    fonts = OxmlElement("w:rFonts", attrs={qn(f"w:{kind}"): name for kind in kinds})
    properties.insert(0, fonts)


def _set_language(word: Document) -> None:
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")


def _header_and_footer(word: Document, title: str, width: Length) -> None:
    section = word.sections[0]
    header = section.header.paragraphs[0]
    _right_tab(header, width)
    header.add_run(f"{{{{kopf.einrichtung}}}}\t{title}").font.size = Pt(9)
    footer = section.footer.paragraphs[0]
    _right_tab(footer, width)
    footer.add_run("Erstellt mit Dokuhelfer\tSeite ").font.size = Pt(8.5)
    _field(footer, "PAGE")
    footer.add_run(" von ").font.size = Pt(8.5)
    _field(footer, "NUMPAGES")


def _right_tab(paragraph: Paragraph, width: Length) -> None:
    paragraph.style = "Normal"
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", code, "separate", "1", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(8.5)
        if kind == code:
            made = OxmlElement("w:instrText")
            made.text = f" {code} "
        elif kind == "1":
            run.text = kind
            continue
        else:
            made = OxmlElement("w:fldChar", attrs={qn("w:fldCharType"): kind})
        run._r.append(made)
