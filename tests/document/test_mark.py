"""An unreviewed draft says so on every page, whatever the base file does."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION

from dokuhelfer.document.docx import write_docx
from dokuhelfer.document.mark import mark_every_page
from dokuhelfer.draft.template.load import load_template

MARK = "Ungeprüfter Entwurf"

PageTexts = Callable[[Path], list[str]]


def marks(path: Path, page_texts: PageTexts) -> list[int]:
    """How often each page says it; the line on origin at the end is not counted."""
    return [page.count(MARK) - page.count(f"{MARK}. ") for page in page_texts(path)]


@pytest.mark.program
def test_long_drafts_on_every_page(drafts: Any, tmp_path: Path, page_texts: PageTexts) -> None:
    for id, field in (("pflegebericht", "beobachtung"), ("beratungsprotokoll", "situation")):
        target = tmp_path / f"{id}.docx"
        draft = drafts.sample(id, **{field: drafts.long})
        write_docx(draft, load_template(id), target, force=False)
        counts = marks(target, page_texts)
        assert len(counts) >= 2
        assert counts == [1] * len(counts)


@pytest.mark.program
def test_an_awkward_base_on_every_page(drafts: Any, tmp_path: Path, page_texts: PageTexts) -> None:
    """First and even pages of their own, three sections, hidden header text."""
    word = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    word.styles["Normal"].font.hidden = False
    word.styles["Header"].font.hidden = True
    first = word.sections[0]
    first.different_first_page_header_footer = True
    first.header.paragraphs[0].text = "Haus am See"
    word.add_paragraph("{{text}}")
    word.add_page_break()
    second = word.add_section(WD_SECTION.NEW_PAGE)
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Teil zwei"
    second.different_first_page_header_footer = False
    for number in range(4):
        word.add_paragraph(f"Seite {number}")
        word.add_page_break()
    third = word.add_section(WD_SECTION.ODD_PAGE)
    third.different_first_page_header_footer = True
    third.even_page_header.is_linked_to_previous = False
    word.add_paragraph("{{betreff}}")
    word.add_page_break()
    word.add_paragraph("Ende")
    base = tmp_path / "base.docx"
    word.save(str(base))

    target = tmp_path / "x.docx"
    template = replace(load_template("freitext"), base=base)
    write_docx(drafts.sample("freitext"), template, target, force=False)
    pages = page_texts(target)
    written = [page for page in pages if page.strip()]
    assert len(written) >= 7
    assert all(MARK in page for page in written)


def test_a_shared_header_is_marked_once() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Kopf"
    second = word.add_section()
    second.header.is_linked_to_previous = False
    reference = second._sectPr.get_headerReference(docx.enum.section.WD_HEADER_FOOTER.PRIMARY)
    shared = word.sections[0]._sectPr.get_headerReference(
        docx.enum.section.WD_HEADER_FOOTER.PRIMARY
    )
    reference.rId = shared.rId
    mark_every_page(word, MARK)
    assert [p.text for p in word.sections[1].header.paragraphs] == [MARK, "Kopf"]


def test_the_mark_comes_first_and_is_visible() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Kopf"
    mark_every_page(word, MARK)
    packed = io.BytesIO()
    word.save(packed)
    section = docx.Document(io.BytesIO(packed.getvalue())).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        run = header.paragraphs[0].runs[0]
        assert run.text == MARK
        assert run.bold
        assert run.font.hidden is False
    watermark = section.header._element.xpath("//*[local-name()='textpath' and @string]")
    assert [found.get("string") for found in watermark] == [MARK]


def test_a_base_without_a_section_is_marked_too() -> None:
    word = docx.Document()
    word.element.body.remove(word.element.body.sectPr)
    mark_every_page(word, MARK)
    assert word.sections[-1].header.paragraphs[0].text == MARK
