"""Filling the places of a Word base document.

Any institution's file works: ``{{feld}}`` anywhere in text, tables, text boxes, headers
and footers. A table row with ``{{eintraege.person}}`` or ``{{information_an.wer}}`` is
repeated per entry, one with ``{{feld.bezeichnung}}`` per field that has no place; rows and
paragraphs that hold nothing but fields left out go.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml import etree

from dokuhelfer.document.content import Content, RowScope
from dokuhelfer.document.places import (
    PLACE,
    Name,
    drop,
    isolate,
    names_in,
    names_of,
    paragraphs,
    text_of,
)
from dokuhelfer.document.tree import Block
from dokuhelfer.document.word import insert_blocks, write_runs

_TR, _TBL, _TC, _P = qn("w:tr"), qn("w:tbl"), qn("w:tc"), qn("w:p")
_HEADER_ROW = f"{qn('w:trPr')}/{qn('w:tblHeader')}"

_Scopes = dict[etree._Element, RowScope]


def stories(word: WordDocument) -> Iterator[etree._Element]:
    """The parts of a document that hold text: body, headers, footers."""
    yield word.element.body
    for relation in word.part.rels.values():
        if relation.reltype in (RT.HEADER, RT.FOOTER):
            yield relation.target_part.element


def place_names(word: WordDocument) -> list[Name]:
    """All places of a document."""
    return [name for story in stories(word) for name in names_in(story)]


def fill(word: WordDocument, content: Content) -> None:
    """Put the content into its places and append what has none."""
    for story in stories(word):
        scopes = _repeat_rows(story, content)
        _drop_left_out_rows(story, content)
        # Listed before anything is written: a place that was dictated is only text.
        for paragraph in list(paragraphs(story)):
            _fill_paragraph(paragraph, content, _scope_of(paragraph, scopes))
    if content.report_missing:
        _append(word, content.report())
    if content.notes_missing:
        _append(word, content.notes())
    if content.origin_missing:
        _append(word, content.blocks(Name("ki"), None))


def _append(word: WordDocument, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        paragraph = word.add_paragraph()._p
        insert_blocks(paragraph, None, (block,))


def _repeat_rows(story: etree._Element, content: Content) -> _Scopes:
    scopes: _Scopes = {}
    for row in list(story.iter(_TR)):
        source = content.row_source(_names_of_row(row))
        if source is None:
            continue
        for scope in content.rows(source):
            copy = deepcopy(row)
            row.addprevious(copy)
            scopes[copy] = scope
        _drop_row(row)
    return scopes


def _drop_left_out_rows(story: etree._Element, content: Content) -> None:
    for row in list(story.iter(_TR)):
        names = _names_of_row(row)
        if names and all(content.is_left_out(name) for name in names):
            _drop_row(row)


def _names_of_row(row: etree._Element) -> list[Name]:
    """The places in the row's own cells, not those in tables inside them."""
    own = (p for p in paragraphs(row) if next(p.iterancestors(_TR)) is row)
    return [name for paragraph in own for name in names_of(paragraph)]


def _drop_row(row: etree._Element) -> None:
    """Take a row out, and its table when nothing but headings would be left."""
    table = next(row.iterancestors(_TBL), None)
    drop(row)
    if table is not None and all(left.find(_HEADER_ROW) is not None for left in table.findall(_TR)):
        parent = table.getparent()
        drop(table)
        if parent is not None and parent.tag == _TC and parent.find(_P) is None:
            parent.append(OxmlElement("w:p"))


def _scope_of(paragraph: CT_P, scopes: _Scopes) -> RowScope | None:
    rows = (scopes[row] for row in paragraph.iterancestors(_TR) if row in scopes)
    return next(rows, None)


def _fill_paragraph(paragraph: CT_P, content: Content, scope: RowScope | None) -> None:
    names = names_of(paragraph)
    if not names:
        return
    alone = not PLACE.sub("", text_of(paragraph)).strip(" \t:")
    if alone and all(content.is_left_out(name) for name in names) and _is_spare(paragraph):
        drop(paragraph)
        return
    places = isolate(paragraph)
    if alone and len(places) == 1:
        insert_blocks(paragraph, places[0].run, content.blocks(places[0].name, scope))
        return
    for place in places:
        blocks = content.blocks(place.name, scope)
        runs = [run for block in blocks for run in block.runs]
        write_runs(place.run, runs)


def _is_spare(paragraph: CT_P) -> bool:
    """Whether the paragraph may go: a table cell needs one at its end."""
    parent = paragraph.getparent()
    if parent is None:
        return False
    following = paragraph.getnext()
    if parent.tag == _TC:
        return following is not None and following.tag == _P
    return True
