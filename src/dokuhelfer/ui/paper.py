"""A signed text on paper: the neutral document as pages, for a PDF file and for the printer.

Qt sets the pages; the words come from the same tree as the Word file's.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import (
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from dokuhelfer.document.render import render
from dokuhelfer.document.tree import Document, Paragraph, Run, Section, Table
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review.decision import Refusal, Refused, Release
from dokuhelfer.ui.style.tokens import FAMILIES

_LABELS = {
    "einrichtung": "Einrichtung",
    "bereich": "Bereich",
    "person": "Person",
    "fallnummer": "Fallnummer",
    "datum": "Datum",
    "uhrzeit": "Uhrzeit",
    "schicht": "Schicht",
    "nachtrag": "Nachtrag",
    "dokumentiert_am": "Dokumentiert am",
    "name": "Dokumentiert von",
    "qualifikation": "Qualifikation",
    "handzeichen": "Handzeichen",
}
"""What the head's lines are called; the document is German in a window of any language."""

_TITLE, _TEXT, _SMALL = 16.0, 10.5, 8.5
"""Type sizes on paper, pt."""
_GAP = 8.0
"""Above a section, pt."""
_DOTS = 300
"""Per inch."""


def pdf(draft: Draft, template: Template, release: Release) -> bytes:
    """The PDF file; its properties name the kind of document, nobody's name.

    Raises:
        Refused: `OTHER_DRAFT` where the release does not cover this draft.
    """
    if not release.covers(draft):
        raise Refused(Refusal.OTHER_DRAFT)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_DOTS)
    writer.setTitle(template.title)
    writer.setCreator("Dokuhelfer")
    pages(render(draft, template, release)).print_(writer)
    buffer.close()
    return bytes(content.data())


def pages(document: Document) -> QTextDocument:
    """The document as Qt sets it on pages; never read as markup."""
    paper = QTextDocument()
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(_TEXT)
    paper.setDefaultFont(font)
    cursor = QTextCursor(paper)
    _write(cursor, document.title, _format(_TITLE, strong=True))
    for label, runs in _head(document.head).items():
        _begin(cursor)
        _write(cursor, f"{label}: ", _format(_TEXT, strong=True))
        _write(cursor, _text(runs), _format(_TEXT))
    for section in document.sections:
        if not section.omitted and section.blocks and section.id not in document.head:
            _section(cursor, section)
    for line in (*document.notes, document.origin):
        _begin(cursor, above=_GAP)
        _write(cursor, line, _format(_SMALL))
    return paper


def _head(head: Mapping[str, tuple[Run, ...]]) -> Mapping[str, tuple[Run, ...]]:
    return {label: head[key] for key, label in _LABELS.items() if head.get(key)}


def _section(cursor: QTextCursor, section: Section) -> None:
    _begin(cursor, above=_GAP)
    _write(cursor, section.label, _format(_TEXT, strong=True))
    for block in section.blocks:
        if isinstance(block, Table):
            _table(cursor, block)
        else:
            _paragraph(cursor, block)


def _paragraph(cursor: QTextCursor, paragraph: Paragraph) -> None:
    _begin(cursor)
    text = _text(paragraph.runs)
    _write(cursor, f"• {text}" if paragraph.bullet else text,
           _format(_TEXT, strong=paragraph.heading))  # fmt: skip


def _table(cursor: QTextCursor, table: Table) -> None:
    style = QTextTableFormat()
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    style.setHeaderRowCount(1)
    style.setCellPadding(3)
    style.setCellSpacing(0)
    style.setBorder(0.5)
    made = cursor.insertTable(len(table.rows) + 1, len(table.header), style)
    for column, label in enumerate(table.header):
        _write(made.cellAt(0, column).firstCursorPosition(), label, _format(_SMALL, strong=True))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            place = made.cellAt(number, column).firstCursorPosition()
            _write(place, _text(cell), _format(_TEXT))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _begin(cursor: QTextCursor, above: float = 0.0) -> None:
    style = QTextBlockFormat()
    style.setTopMargin(above)
    cursor.insertBlock(style)


def _write(cursor: QTextCursor, text: str, style: QTextCharFormat) -> None:
    cursor.insertText(text, style)


def _format(points: float, *, strong: bool = False) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontPointSize(points)
    style.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return style


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
