"""The mark of an unreviewed draft: on every page, whatever sections the base file has."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section, _Header
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from dokuhelfer.document.places import drop

_KINDS = (WD_HEADER_FOOTER.PRIMARY, WD_HEADER_FOOTER.FIRST_PAGE, WD_HEADER_FOOTER.EVEN_PAGE)

_WATERMARK = """
<w:r {namespaces}><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t136" coordsize="21600,21600"
 o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="DokuhelferEntwurf{number}" type="#_x0000_t136"
 alt={quoted} stroked="f" fillcolor="#ebebeb"
 style="position:absolute;margin-left:0;margin-top:0;width:470pt;height:58pt;rotation:315;
z-index:-251658240;mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin">
<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" string={quoted}/>
</v:shape></w:pict></w:r>
"""
"""Word's own form of a watermark; LibreOffice reads it too."""


def mark_every_page(word: WordDocument, text: str) -> None:
    """Put ``text`` at the head of every page and large behind it.

    Afterwards every section names all three kinds of header itself, whether it uses them
    or not: LibreOffice 7.4 loses an inherited first-page header when the section between
    has no first page of its own.
    """
    if word.element.body.sectPr is None:
        # Word takes a body without a section of its own; a header needs one.
        word.element.body.append(OxmlElement("w:sectPr"))
    marked: set[etree._Element] = set()
    inherited: dict[WD_HEADER_FOOTER, str] = {}
    for section in word.sections:
        headers = (section.header, section.first_page_header, section.even_page_header)
        for kind, header in zip(_KINDS, headers, strict=True):
            inherited[kind] = _named(section, kind, header, inherited.get(kind))
            # Sections may share a header part.
            if header._element not in marked:
                marked.add(header._element)
                _mark(header, text, len(marked))


def _named(section: Section, kind: WD_HEADER_FOOTER, header: _Header, inherited: str | None) -> str:
    """The relationship id of the section's header, which it has by name from now on."""
    own = section._sectPr.get_headerReference(kind)
    if own is not None:
        return own.rId
    if inherited is not None:
        return section._sectPr.add_headerReference(kind, inherited).rId
    header.is_linked_to_previous = False
    for paragraph in header.paragraphs:
        drop(paragraph._p)
    return _named(section, kind, header, None)


def _mark(header: _Header, text: str, number: int) -> None:
    paragraph = header.add_paragraph()
    header._element.insert(0, paragraph._p)
    _set_apart(paragraph)
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(12)
    # Against a base file whose styles would hide it.
    run.font.hidden = False
    run.font.color.rgb = RGBColor(0, 0, 0)
    paragraph._p.append(_watermark(text, number))


def _set_apart(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.paragraph_format
    shape.space_before = Pt(0)
    shape.space_after = Pt(6)
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    borders = OxmlElement("w:pBdr")
    for side in ("top", "bottom"):
        line = {"val": "single", "sz": "8", "space": "2", "color": "000000"}
        attributes = {qn(f"w:{key}"): value for key, value in line.items()}
        borders.append(OxmlElement(f"w:{side}", attrs=attributes))
    # The schema wants borders before the spacing.
    properties = paragraph._p.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    if spacing is not None:
        spacing.addprevious(borders)


def _watermark(text: str, number: int) -> etree._Element:
    return parse_xml(
        _WATERMARK.format(namespaces=nsdecls("w"), quoted=quoteattr(text), number=number)
    )
