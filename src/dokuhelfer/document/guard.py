"""Looking at a Word base document as a zip before any parser of Word files sees it.

A base document may come from anywhere. What is refused and why: deployment.md §5.3
(a 107 kB file with eight million empty paragraphs took 1 GB of memory there).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import NoReturn

from lxml import etree

from dokuhelfer.document.fields import field_names, is_harmless
from dokuhelfer.errors import Code, DokuError

MAX_FILE = 20 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100
MAX_ELEMENTS = 400_000
"""Of all parts together; a form of 50 pages has about 30,000."""

_RATIO_FROM = 64 * 1024
"""Below this size unpacked, a high ratio costs nothing: empty header parts reach it."""

_XML_PART = re.compile(r"\.(xml|rels|vml|svg)$")
_MEDIA_PART = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|wdp)$")
_ACTIVE_NAME = re.compile(
    r"vbaproject|vbadata|activex|embeddings|oleobject|customui|attachedtoolbars|ctrlprops"
)
_ACTIVE_TYPE = re.compile(
    r"macroenabled|vbaproject|vbadata|activex|oleobject|\.control|keymapcustomizations|"
    r"attachedtoolbars|ms-package|officedocument\.package",
)
_ACTIVE_RELATION = re.compile(
    r"/(afchunk|attachedtemplate|oleobject|package|control|vbaproject|activexcontrolbinary|"
    r"subdocument|frame|mailmerge\w*|recipientdata)$"
)
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ENCODING = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)[\"']")
_ELSEWHERE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    ValueError,
    RuntimeError,
    OSError,
)
"""What zipfile raises on a broken, encrypted or oddly packed archive."""
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PART = "word/document.xml"


class Reason(StrEnum):
    """Why a base document is refused; parameter ``reason`` of `DOCUMENT_BASE_BROKEN`."""

    UNREADABLE = "unreadable"
    NOT_WORD = "not_word"
    TOO_LARGE = "too_large"
    BAD_NAME = "bad_name"
    DOCTYPE = "doctype"
    MACROS = "macros"
    EXTERNAL = "external"
    FIELD_CODE = "field_code"


def check_base(content: bytes) -> None:
    """Refuse a base document that is dangerous, or none.

    Raises:
        DokuError: `DOCUMENT_BASE_BROKEN` with a ``reason`` of `Reason`.
    """
    if len(content) > MAX_FILE:
        _refuse(Reason.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_directory(package.infolist())
            _check_parts(package)
    except _ZIP_ERRORS:
        _refuse(Reason.UNREADABLE)


def _refuse(reason: Reason) -> NoReturn:
    raise DokuError(Code.DOCUMENT_BASE_BROKEN, reason=reason.value) from None


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        _refuse(Reason.TOO_LARGE)
    seen: set[str] = set()
    for entry in entries:
        _check_name(entry, seen)
        heavy = entry.file_size > _RATIO_FROM
        if heavy and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            _refuse(Reason.TOO_LARGE)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            _refuse(Reason.UNREADABLE)
        if entry.flag_bits & 1:
            _refuse(Reason.UNREADABLE)
    if not {_CONTENT_TYPES.lower(), _MAIN_PART} <= seen:
        _refuse(Reason.NOT_WORD)


def _check_name(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    # `orig_filename` is what stands in the archive; zipfile cuts `filename` at a NUL.
    name = entry.orig_filename
    folded = name.lower()
    odd = not name or "\\" in name or "\0" in name or ":" in name or name.startswith("/")
    if odd or ".." in name.split("/") or folded in seen:
        _refuse(Reason.BAD_NAME)
    seen.add(folded)
    if _ACTIVE_NAME.search(folded):
        _refuse(Reason.MACROS)
    known = folded.endswith("/") or _XML_PART.search(folded) or _MEDIA_PART.search(folded)
    if not known:
        _refuse(Reason.MACROS if folded.endswith(".bin") else Reason.NOT_WORD)


def _check_parts(package: zipfile.ZipFile) -> None:
    elements = 0
    for entry in package.infolist():
        content = package.read(entry)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            _refuse(Reason.DOCTYPE)
        if not _XML_PART.search(entry.filename.lower()):
            continue
        elements += content.count(b"<")
        if elements > 2 * MAX_ELEMENTS:
            _refuse(Reason.TOO_LARGE)
        _check_xml(entry.filename, content)


def _check_xml(name: str, content: bytes) -> None:
    encoding = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in content or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        # In another encoding the searches here would see something else than the parser.
        _refuse(Reason.UNREADABLE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        _refuse(Reason.UNREADABLE)
    if name == _CONTENT_TYPES:
        _check_types(root)
    elif name.lower().endswith(".rels"):
        _check_relations(root)
    else:
        _check_content(root)


def _check_types(root: etree._Element) -> None:
    main = False
    for entry in _elements(root):
        type = str(entry.get("ContentType", ""))
        where = str(entry.get("PartName") or f".{entry.get('Extension', '')}").lower()
        if _ACTIVE_TYPE.search(type.lower()):
            _refuse(Reason.MACROS)
        if type.lower().endswith("xml") and not _XML_PART.search(where):
            # A picture that is parsed as XML would have gone unseen here.
            _refuse(Reason.NOT_WORD)
        main = main or (where == f"/{_MAIN_PART}" and type == _MAIN_TYPE)
    if not main:
        _refuse(Reason.NOT_WORD)


def _check_relations(root: etree._Element) -> None:
    for relation in _elements(root):
        external = str(relation.get("TargetMode", "")).lower() == "external"
        if external or _ELSEWHERE.match(str(relation.get("Target", ""))):
            _refuse(Reason.EXTERNAL)
        if _ACTIVE_RELATION.search(str(relation.get("Type", "")).lower()):
            _refuse(Reason.MACROS)


def _check_content(root: etree._Element) -> None:
    for element in _elements(root):
        for key, value in element.attrib.items():
            name = etree.QName(key).localname
            if name in ("src", "href") and _ELSEWHERE.match(str(value)):
                _refuse(Reason.EXTERNAL)
    if not all(is_harmless(name) for name in field_names(root)):
        _refuse(Reason.FIELD_CODE)


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    """All elements, without comments and processing instructions."""
    return root.iter("*")
