"""Properties of a Word file: marks a program can read, and nobody's name.

python-docx has no interface for custom properties, so the part is written here
(ISO/IEC 29500-1, 15.2.12.2 and 22.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUE_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Fixed by Word for properties a user or program defines."""

_REPLACED = (RT.CUSTOM_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.THUMBNAIL)
_TIMELESS = datetime(2000, 1, 1)
"""When it was written stands in the document; file properties show nobody's working hours."""

APPLICATION = "Dokuhelfer"


def set_properties(word: WordDocument, title: str, properties: Mapping[str, str]) -> None:
    """Replace all properties of the base file: title, our marks, no author, no times."""
    _set_core(word, title)
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype in _REPLACED:
            del package.rels[key]
    _add(word, "custom", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES, _custom(properties))
    _add(word, "app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, _extended())


def _set_core(word: WordDocument, title: str) -> None:
    core = word.core_properties
    core.title = title[:255]
    core.author = APPLICATION
    core.last_modified_by = ""
    for name in ("category", "comments", "content_status", "identifier", "keywords", "subject"):
        setattr(core, name, "")
    core.version = ""
    core.language = "de-DE"
    core.revision = 1
    core.created = core.modified = core.last_printed = _TIMELESS


def _add(word: WordDocument, name: str, type: str, relation: str, content: bytes) -> None:
    package = word.part.package
    part = Part(PackURI(f"/docProps/{name}.xml"), type, content, package)
    package.relate_to(part, relation)


def _custom(properties: Mapping[str, str]) -> bytes:
    root = etree.fromstring(f'<Properties xmlns="{_CUSTOM_NS}" xmlns:vt="{_VALUE_NS}"/>')
    # Numbers below 2 are Word's own.
    for number, (name, value) in enumerate(properties.items(), start=2):
        entry = etree.SubElement(
            root, f"{{{_CUSTOM_NS}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(entry, f"{{{_VALUE_NS}}}lpwstr").text = value
    return _bytes(root)


def _extended() -> bytes:
    root = etree.fromstring(f'<Properties xmlns="{_EXTENDED_NS}"/>')
    etree.SubElement(root, f"{{{_EXTENDED_NS}}}Application").text = APPLICATION
    return _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
