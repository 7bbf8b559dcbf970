"""Writing runs, paragraphs and tables into Word's XML, always through run text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import cast

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat
from lxml import etree

from dokuhelfer.document.places import drop, empty_copy
from dokuhelfer.document.tree import Block, Paragraph, Run, Table

TO_CHECK = "[zu prüfen]"
"""Behind a flagged statement: colour alone would not reach everybody."""

_TBL = qn("w:tbl")


def write_runs(place: CT_R, runs: Iterable[Run]) -> None:
    """Replace the run of a place by these, each in the look of the place."""
    position = place
    for run in runs:
        written = _run(place, run)
        position.addnext(written)
        position = written
        if run.flagged and run.text.strip():
            mark = _run(place, Run(f" {TO_CHECK}"))
            Font(mark).bold = True
            position.addnext(mark)
            position = mark
    drop(place)


def insert_blocks(paragraph: CT_P, place: CT_R | None, blocks: tuple[Block, ...]) -> None:
    """Replace a paragraph that holds one place only by blocks in its look."""
    look = empty_copy(place) if place is not None else _new_run()
    last: etree._Element = paragraph
    for block in blocks:
        made = _table(block) if isinstance(block, Table) else _paragraph(paragraph, look, block)
        last.addnext(made)
        last = made
    if not blocks:
        if place is not None:
            drop(place)
        return
    if last.tag == _TBL:
        # Word wants a paragraph behind a table at the end of a cell.
        last.addnext(_paragraph(paragraph, look, Paragraph()))
    drop(paragraph)


def _run(look: CT_R, run: Run) -> CT_R:
    made = empty_copy(look)
    made.text = run.text
    font = Font(made)
    if run.flagged:
        font.highlight_color = WD_COLOR_INDEX.YELLOW
    if run.note:
        font.italic = True
    return made


def _paragraph(like: CT_P | None, look: CT_R, block: Paragraph) -> CT_P:
    made = cast(CT_P, OxmlElement("w:p"))
    if like is not None and like.pPr is not None:
        made.append(deepcopy(like.pPr))
    runs = (Run("– "), *block.runs) if block.bullet else block.runs
    anchor = empty_copy(look)
    made.append(anchor)
    write_runs(anchor, runs)
    if block.heading:
        for run in made.r_lst:
            Font(run).bold = True
        ParagraphFormat(made).keep_with_next = True
    return made


def _new_run() -> CT_R:
    return cast(CT_R, OxmlElement("w:r"))


def _table(block: Table) -> etree._Element:
    table = OxmlElement("w:tbl")
    table.append(_table_properties())
    grid = OxmlElement("w:tblGrid")
    table.append(grid)
    for _ in block.header:
        grid.append(OxmlElement("w:gridCol"))
    header = tuple((Run(label),) for label in block.header)
    for number, cells in enumerate((header, *block.rows)):
        table.append(_row(cells, heading=number == 0))
    return table


def _table_properties() -> etree._Element:
    properties = OxmlElement("w:tblPr")
    width = OxmlElement("w:tblW", attrs={qn("w:w"): "5000", qn("w:type"): "pct"})
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {qn("w:val"): "single", qn("w:sz"): "4", qn("w:color"): "auto"}
        borders.append(OxmlElement(f"w:{side}", attrs=line))
    properties.append(width)
    properties.append(borders)
    return properties


def _row(cells: Iterable[tuple[Run, ...]], *, heading: bool) -> etree._Element:
    row = OxmlElement("w:tr")
    if heading:
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
    for cell in cells:
        made = OxmlElement("w:tc")
        made.append(_paragraph(None, _new_run(), Paragraph(cell, heading=heading)))
        row.append(made)
    return row
