"""Hostile base documents are refused before a Word parser sees them (deployment.md §5.3)."""

from __future__ import annotations

import contextlib
import io
import struct
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.document.docx import open_base, write_docx
from dokuhelfer.document.guard import Reason, check_base
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = dict[str, bytes]


def good() -> Parts:
    """The parts of an ordinary Word file."""
    packed = io.BytesIO()
    docx.Document().save(packed)
    with zipfile.ZipFile(packed) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def with_part(name: str, content: bytes = b"<x/>") -> bytes:
    return pack(good() | {name: content})


def with_body(xml: str) -> bytes:
    """The body replaced; ``xml`` stands between its tags."""
    return with_part("word/document.xml", f'<w:document xmlns:w="{W}">{xml}</w:document>'.encode())


def with_relation(type: str, target: str, mode: str = "Internal") -> bytes:
    relation = f'<Relationship Id="rIdX" Type="{type}" Target="{target}" TargetMode="{mode}"/>'
    name = "word/_rels/document.xml.rels"
    content = good()[name].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    return with_part(name, content)


def with_type(entry: str) -> bytes:
    name = "[Content_Types].xml"
    return with_part(name, good()[name].replace(b"</Types>", entry.encode() + b"</Types>"))


def field(*codes: str) -> str:
    """A field whose code is cut into these runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>'
    )


def entity(name: str) -> bytes:
    content = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
    )
    return with_part(name, content)


def renamed(old: bytes, new: bytes) -> bytes:
    """Names changed in the packed file, where zipfile would not write them."""
    assert len(old) == len(new)
    return with_part(old.decode()).replace(old, new)


def duplicate() -> bytes:
    packed = io.BytesIO(pack(good()))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(packed, "a") as package:
        package.writestr("word/document.xml", b"<x/>")
    return packed.getvalue()


def encrypted() -> bytes:
    content = bytearray(pack(good()))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = content.find(signature)
        while position >= 0:
            flags = struct.unpack_from("<H", content, position + offset)[0]
            struct.pack_into("<H", content, position + offset, flags | 1)
            position = content.find(signature, position + 4)
    return bytes(content)


def lying() -> bytes:
    """Sizes in the directory that say the bomb is small."""
    content = bytearray(with_part("word/bomb.xml", b"<x>" + b" " * 10_000_000 + b"</x>"))
    position = content.rfind(b"PK\x01\x02", 0, content.rfind(b"word/bomb.xml"))
    struct.pack_into("<I", content, position + 24, 1_000)
    return bytes(content)


def many_elements() -> bytes:
    # Noise between the elements keeps the ratio ordinary.
    noise = "".join(f"<w:p w:r='{number * 7919 % 99991}'/>" for number in range(900_000))
    return with_body(f"<w:body>{noise}</w:body>")


HOSTILE: dict[str, tuple[Reason, Callable[[], bytes]]] = {
    "empty": (Reason.UNREADABLE, lambda: b""),
    "text": (Reason.UNREADABLE, lambda: b"Guten Tag"),
    "old word": (Reason.UNREADABLE, lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600),
    "cut": (Reason.UNREADABLE, lambda: pack(good())[:-200]),
    "flipped": (Reason.UNREADABLE, lambda: pack(good()).replace(b"PK\x03\x04", b"PK\x03\x05", 1)),
    "encrypted": (Reason.UNREADABLE, encrypted),
    "bzip2": (Reason.UNREADABLE, lambda: pack(good(), zipfile.ZIP_BZIP2)),
    "lzma": (Reason.UNREADABLE, lambda: pack(good(), zipfile.ZIP_LZMA)),
    "lying sizes": (Reason.UNREADABLE, lying),
    "not xml": (Reason.UNREADABLE, lambda: with_part("word/document.xml", b"<w:document>")),
    "deep": (Reason.UNREADABLE, lambda: with_body("<w:p>" * 3_000 + "</w:p>" * 3_000)),
    "utf-16": (
        Reason.UNREADABLE,
        lambda: with_part("word/x.xml", "<?xml version='1.0'?><!DOCTYPE x><x/>".encode("utf-16")),
    ),
    "utf-7": (
        Reason.UNREADABLE,
        lambda: with_part("word/x.xml", b'<?xml version="1.0" encoding="UTF-7"?><x/>'),
    ),
    "no main part": (
        Reason.NOT_WORD,
        lambda: pack({k: v for k, v in good().items() if k != "word/document.xml"}),
    ),
    "spreadsheet": (Reason.NOT_WORD, lambda: pack({"[Content_Types].xml": b"<x/>"})),
    "no types": (
        Reason.NOT_WORD,
        lambda: pack({k: v for k, v in good().items() if not k.startswith("[")}),
    ),
    "other main type": (
        Reason.NOT_WORD,
        lambda: with_part(
            "[Content_Types].xml",
            good()["[Content_Types].xml"].replace(b"document.main", b"x.main"),
        ),
    ),
    "program": (Reason.NOT_WORD, lambda: with_part("word/setup.exe", b"MZ")),
    "html chunk": (Reason.NOT_WORD, lambda: with_part("word/chunk.html", b"<html/>")),
    "picture as xml": (
        Reason.NOT_WORD,
        lambda: with_type('<Override PartName="/word/x.png" ContentType="application/xml"/>'),
    ),
    "pictures as xml": (
        Reason.NOT_WORD,
        lambda: with_type('<Default Extension="gif" ContentType="image/svg+xml"/>'),
    ),
    "empty paragraphs": (Reason.TOO_LARGE, lambda: with_body("<w:p/>" * 8_000_000)),
    "comment bomb": (Reason.TOO_LARGE, lambda: with_body(f"<!--{' ' * 30_000_000}-->")),
    "many parts": (
        Reason.TOO_LARGE,
        lambda: pack(good() | {f"word/p{number}.xml": b"<x/>" for number in range(2_100)}),
    ),
    "many elements": (Reason.TOO_LARGE, many_elements),
    "large": (Reason.TOO_LARGE, lambda: b"PK" + b"\0" * 21 * 1024 * 1024),
    "parent folder": (Reason.BAD_NAME, lambda: with_part("word/../../x.xml")),
    "absolute": (Reason.BAD_NAME, lambda: with_part("/etc/x.xml")),
    "drive": (Reason.BAD_NAME, lambda: with_part("C:x.xml")),
    "stream": (Reason.BAD_NAME, lambda: with_part("word/document.xml:x.xml")),
    "backslash": (Reason.BAD_NAME, lambda: renamed(b"word/aaaax.xml", b"word\\..\\\\x.xml"[:14])),
    "nul": (Reason.BAD_NAME, lambda: renamed(b"word/aaaax.xml", b"word/aaa\0x.xml")),
    "twice": (Reason.BAD_NAME, duplicate),
    "twice but for case": (Reason.BAD_NAME, lambda: with_part("WORD/Document.XML")),
    "doctype": (Reason.DOCTYPE, lambda: entity("word/document.xml")),
    "entity in styles": (Reason.DOCTYPE, lambda: entity("word/styles.xml")),
    "entity in relations": (Reason.DOCTYPE, lambda: entity("word/_rels/document.xml.rels")),
    "entity in a picture": (Reason.DOCTYPE, lambda: entity("word/media/x.png")),
    "macros": (Reason.MACROS, lambda: with_part("word/vbaProject.bin", b"x")),
    "macro type": (
        Reason.MACROS,
        lambda: with_type(
            '<Override PartName="/word/y.xml" '
            'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
        ),
    ),
    "activex": (Reason.MACROS, lambda: with_part("word/activeX/activeX1.xml")),
    "embedding": (Reason.MACROS, lambda: with_part("word/embeddings/sheet1.xml")),
    "ole": (Reason.MACROS, lambda: with_part("word/oleObject1.bin", b"x")),
    "ribbon": (Reason.MACROS, lambda: with_part("customUI/customUI.xml")),
    "chunk relation": (Reason.MACROS, lambda: with_relation(f"{OFFICE}/aFChunk", "x.xml")),
    "ole relation": (Reason.MACROS, lambda: with_relation(f"{OFFICE}/oleObject", "x.xml")),
    "template elsewhere": (
        Reason.EXTERNAL,
        lambda: with_relation(f"{OFFICE}/attachedTemplate", "http://x.example/t.dotm", "External"),
    ),
    "picture elsewhere": (
        Reason.EXTERNAL,
        lambda: with_relation(f"{OFFICE}/image", "\\\\host\\share\\x.png", "External"),
    ),
    "link elsewhere": (
        Reason.EXTERNAL,
        lambda: with_relation(f"{OFFICE}/hyperlink", "https://x.example", "External"),
    ),
    "elsewhere without saying so": (
        Reason.EXTERNAL,
        lambda: with_relation(f"{OFFICE}/image", "file:///x.png"),
    ),
    "vml source": (
        Reason.EXTERNAL,
        lambda: with_body(
            '<w:body><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
            'src="http://x.example/x.png"/></w:body>'
        ),
    ),
    "dde": (Reason.FIELD_CODE, lambda: with_body(field("DDEAUTO c:\\x"))),
    "dde cut": (Reason.FIELD_CODE, lambda: with_body(field("DD", "EAU", "TO c:\\x"))),
    "include": (Reason.FIELD_CODE, lambda: with_body(field('INCLUDETEXT "x"'))),
    "include small": (Reason.FIELD_CODE, lambda: with_body(field('includepicture "x"'))),
    "quote": (Reason.FIELD_CODE, lambda: with_body(field("QUOTE 68 68 69"))),
    "nameless": (Reason.FIELD_CODE, lambda: with_body(field(" "))),
    "user name": (Reason.FIELD_CODE, lambda: with_body(field("USERNAME"))),
    "simple": (
        Reason.FIELD_CODE,
        lambda: with_body('<w:body><w:fldSimple w:instr="DDE x"/></w:body>'),
    ),
    "nested": (
        Reason.FIELD_CODE,
        lambda: with_body(
            field("PAGE").replace("</w:body>", "") + field("LINK x").replace("<w:body>", "")
        ),
    ),
    "never ended": (
        Reason.FIELD_CODE,
        lambda: with_body(field("DDE x").replace('w:fldCharType="end"', 'w:fldCharType="x"')),
    ),
    "code outside": (
        Reason.FIELD_CODE,
        lambda: with_body("<w:body><w:instrText>DDE x</w:instrText></w:body>"),
    ),
    "code in a header": (
        Reason.FIELD_CODE,
        lambda: with_part(
            "word/header1.xml", f'<w:hdr xmlns:w="{W}">{field("DDE x")}</w:hdr>'.encode()
        ),
    ),
}


def reason(content: bytes) -> str:
    with pytest.raises(DokuError) as error:
        check_base(content)
    assert error.value.code is Code.DOCUMENT_BASE_BROKEN
    return str(error.value.params["reason"])


def test_the_corpus_is_large_enough() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(name: str) -> None:
    expected, make = HOSTILE[name]
    content = make()
    began = time.process_time()
    assert reason(content) == expected
    assert time.process_time() - began < 2


def test_ordinary_files_are_not() -> None:
    check_base(pack(good()))
    check_base(pack(good(), zipfile.ZIP_STORED))
    check_base(with_body(field(" PAGE \\* MERGEFORMAT ")))
    check_base(with_body(field("num", "pages")))


def test_nothing_is_written_on_a_hostile_base(drafts: Any, tmp_path: Path) -> None:
    base = tmp_path / "base.docx"
    base.write_bytes(HOSTILE["macros"][1]())
    template = replace(load_template("freitext"), base=base)
    with pytest.raises(DokuError) as error:
        write_docx(drafts.sample("freitext"), template, tmp_path / "x.docx", force=False)
    assert error.value.params == {"reason": "macros"}
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"_rels/.rels": None},
        {"word/document.xml": b"<x/>"},
        {"word/document.xml": f'<w:document xmlns:w="{W}"/>'.encode()},
        {
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship '
            f'Id="r" Type="{OFFICE}/styles" Target="fehlt.xml"/></Relationships>'.encode()
        },
    ],
)
def test_what_no_parser_can_open_is_a_broken_base(
    tmp_path: Path, changed: dict[str, bytes | None]
) -> None:
    path = tmp_path / "base.docx"
    parts = good() | {name: content for name, content in changed.items() if content is not None}
    gone = {name for name, content in changed.items() if content is None}
    path.write_bytes(pack({name: parts[name] for name in parts if name not in gone}))
    with pytest.raises(DokuError) as error:
        open_base(path)
    assert error.value.params == {"reason": "unreadable"}


BASE = pack(good())


@given(
    st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.integers(0, 255)), min_size=1, max_size=20)
)
def test_flipped_bytes_never_raise_anything_else(changes: list[tuple[int, int]]) -> None:
    content = bytearray(BASE)
    for position, value in changes:
        content[position] = value
    with contextlib.suppress(DokuError):
        check_base(bytes(content))
