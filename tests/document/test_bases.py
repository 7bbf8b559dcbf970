"""The committed base documents are what the script makes, and what a form needs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from dokuhelfer.document.check import check_template_base
from dokuhelfer.document.fill import place_names
from dokuhelfer.document.guard import check_base
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.model import Template
from templates import make_bases

IDS = sorted(make_bases.MAKERS)


def parts(content: bytes) -> dict[str, bytes]:
    """The members of the zip: the packed bytes depend on the zlib of the machine."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("id", IDS)
def test_committed_files_are_made_by_the_script(id: str) -> None:
    committed = load_template(id).base.read_bytes()
    assert parts(make_bases.make(id)) == parts(committed)
    assert make_bases.make(id) == make_bases.make(id)


def test_every_shipped_template_has_one() -> None:
    assert {template.base.stem for template in list_templates()} == set(IDS)


@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.id)
def test_a_base_is_harmless_and_knows_its_places(template: Template) -> None:
    check_base(template.base.read_bytes())
    assert check_template_base(template, "x") == []
    names = {str(name) for name in place_names(docx.Document(str(template.base)))}
    wanted = ("einrichtung", "bereich", "fallnummer", "datum", "dokumentiert_am", "name")
    assert names >= {f"kopf.{part}" for part in (*wanted, "qualifikation", "handzeichen")}
    assert {"ki", "hinweise", "titel"} <= names


@pytest.mark.parametrize("id", IDS)
def test_page_language_title_and_numbers(id: str) -> None:
    word = docx.Document(str(load_template(id).base))
    section = word.sections[0]
    short, long = sorted((section.page_width, section.page_height))
    assert (round(short.cm, 1), round(long.cm, 1)) == (21.0, 29.7)
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"de-DE"}
    assert word.core_properties.title == load_template(id).title
    footer = section.footer._element
    codes = [node.text.strip() for node in footer.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "Seite 1 von 1" in "".join(node.text for node in footer.iter(qn("w:t")))


def test_the_check_of_the_script_sees_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_bases, "BASES", tmp_path)
    monkeypatch.setattr("sys.argv", ["make_bases.py", "--check"])
    assert make_bases.main() == 1
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("sys.argv", ["make_bases.py"])
    assert make_bases.main() == 0
    assert len(list(tmp_path.iterdir())) == len(IDS)
    assert "written" in capsys.readouterr().out
