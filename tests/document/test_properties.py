"""File properties: our marks, the title, and nobody's name."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from dokuhelfer.document.docx import write_docx
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.review.decision import release

NOW = datetime(2026, 11, 17, 9, 5, tzinfo=UTC)


def custom(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("docProps/custom.xml"))
    return {str(entry.get("name")): str(entry[0].text) for entry in root}


def test_unreviewed(drafts: Any, tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    write_docx(drafts.sample("vitalwerte"), load_template("vitalwerte"), target, force=False)
    assert custom(target) == {
        "KI-unterstuetzt": "ja",
        "Modell": "demo-speech; engine rules",
        "Vorlage": "vitalwerte 1.0",
        "Version": "0.1.0",
        "Status": "ungeprueft",
    }
    with zipfile.ZipFile(target) as package:
        types = package.read("[Content_Types].xml").decode()
        relations = package.read("_rels/.rels").decode()
    assert "custom-properties+xml" in types
    assert relations.count("/custom-properties") == 1


def test_reviewed(drafts: Any, tmp_path: Path) -> None:
    draft = drafts.decided(drafts.sample("vitalwerte"))
    target = tmp_path / "x.docx"
    given = release(draft, "ÖG", NOW)
    write_docx(draft, load_template("vitalwerte"), target, force=False, release=given)
    assert custom(target)["Status"] == "geprueft"
    assert "ÖG" not in str(custom(target))


@pytest.fixture
def named_base(tmp_path: Path) -> Path:
    """A base document whose author left traces everywhere Word leaves them."""
    word = docx.Document()
    core = word.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = "Erika Muster"
    core.subject = core.category = core.content_status = core.identifier = "Erika Muster"
    word.add_paragraph("{{text}}")
    packed = io.BytesIO()
    word.save(packed)
    path = tmp_path / "base.docx"
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Manager>Erika Muster</Manager></Properties>'
    )
    with (
        zipfile.ZipFile(io.BytesIO(packed.getvalue())) as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, app if name == "docProps/app.xml" else old.read(name))
    return path


def test_nobodys_name_is_left(drafts: Any, tmp_path: Path, named_base: Path) -> None:
    template = replace(load_template("freitext"), base=named_base)
    target = tmp_path / "x.docx"
    write_docx(drafts.sample("freitext"), template, target, force=False)
    with zipfile.ZipFile(target) as package:
        for name in package.namelist():
            content = package.read(name)
            assert b"Muster" not in content, name
            if name.startswith("docProps/"):
                assert "Groß".encode() not in content, name
        assert not any("thumbnail" in name for name in package.namelist())
    core = docx.Document(str(target)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Freies Diktat", "Dokuhelfer", "")
    assert core.created.year == core.modified.year == 2000
    assert core.language == "de-DE"
