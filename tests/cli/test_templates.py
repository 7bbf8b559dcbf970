"""``dokuhelfer templates``: what lists show, what is held back, how a template is started."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from dokuhelfer.cli.main import run
from dokuhelfer.draft.template.load import load_file, load_template, shipped_folder
from dokuhelfer.draft.template.model import FieldType

HELD_BACK = {"infosammlung", "fallbesprechung"}


def settings(text: str) -> None:
    folder = Path.home() / ".config" / "dokuhelfer"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(text, "utf-8")


def listed(capsys: pytest.CaptureFixture[str]) -> set[str]:
    assert run(["templates", "list", "--json", "-"]) == 0
    return {template["id"] for template in json.loads(capsys.readouterr().out)["templates"]}


def test_what_is_held_back_is_listed_once_it_is_cleared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = listed(capsys)
    assert not before & HELD_BACK
    assert "trink_ernaehrung" in before
    settings('templates.cleared = ["fallbesprechung"]\n')
    assert listed(capsys) == before | {"fallbesprechung"}


@pytest.mark.parametrize("cleared", [False, True])
def test_named_on_the_command_line_it_works_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, cleared: bool
) -> None:
    if cleared:
        settings('templates.cleared = ["infosammlung"]\n')
    said = tmp_path / "diktat.txt"
    said.write_text("Aufnahmegespräch mit Frau Kern. Sie läuft mit dem Rollator.", "utf-8")
    assert run(["draft", str(said), "--template", "infosammlung", "--json", "-"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["fields"]["person"]["value"] == "Frau Kern"
    assert ("nach Klärung" in shown.err) is not cleared


def test_hints_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "show", "beratungsprotokoll"]) == 0
    shown = capsys.readouterr().out
    assert "Kein Diktat ohne Regelung Ihrer Einrichtung" in shown
    assert "Schwangerschaftsberatung: Nicht für Konfliktberatung (§§ 5–7, 10 SchKG)" in shown


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form as an institution would make it in Word."""
    word = docx.Document()
    word.core_properties.title = "Aktennotiz"
    word.add_paragraph("Person: {{kopf.person}}")
    word.add_paragraph("Anlass des Gesprächs: {{anlass}}")
    table = word.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Besprochene Punkte", "{{inhalt}}"
    table.cell(1, 0).text, table.cell(1, 1).text = "Wer", "Bis wann"
    table.cell(2, 0).text, table.cell(2, 1).text = "{{aufgaben.wer}}", "{{aufgaben.bis_wann}}"
    word.add_paragraph("{{Nächster Termin}} {{weiteres_vorgehen}}")
    path = tmp_path / "Akten-Notiz Größe.docx"
    word.save(str(path))
    return path


def test_a_template_is_started_from_a_word_document(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "vorlagen"
    assert run(["templates", "new", str(form), "--out", str(out)]) == 0
    shown = capsys.readouterr()
    assert "akten_notiz_groesse" in shown.out
    assert "{{Nächster Termin}}" in shown.err
    assert (out / "base" / "akten_notiz_groesse.docx").read_bytes() == form.read_bytes()
    template = load_file(out / "akten_notiz_groesse.toml")
    assert template.title == "Aktennotiz"
    assert {field.id: field.label for field in template.fields} == {
        "person": "Person",
        "anlass": "Anlass des Gesprächs",
        "inhalt": "Besprochene Punkte",
        "aufgaben": "Aufgaben",
        "weiteres_vorgehen": "Weiteres vorgehen",
        "nicht_zugeordnet": "Nicht zugeordnete Angaben",
    }
    assert template.field("person").required
    assert template.field("aufgaben").type is FieldType.GROUP
    assert [m.id for m in template.field("aufgaben").members] == ["wer", "bis_wann"]
    assert template.field("anlass").announcements == ("anlass des gesprächs",)
    assert run(["templates", "check", str(out)]) == 0


@pytest.mark.parametrize("base", sorted((shipped_folder() / "base").glob("*.docx")))
def test_every_shipped_document_can_be_started_from(base: Path, tmp_path: Path) -> None:
    assert run(["templates", "new", str(base), "--id", "neu", "--out", str(tmp_path)]) == 0
    assert run(["templates", "check", str(tmp_path)]) == 0
    own = {field.id for field in load_file(tmp_path / "neu.toml").fields}
    assert own <= {*load_template(base.stem).field_ids, "person"}


@pytest.mark.parametrize("there", ["mein.toml", "base/mein.docx"])
def test_what_stands_is_kept(form: Path, tmp_path: Path, there: str) -> None:
    path = tmp_path / "out" / there
    path.parent.mkdir(parents=True)
    path.write_text("alt", "utf-8")
    call = ["templates", "new", str(form), "--id", "mein", "--out", str(tmp_path / "out")]
    assert run(call) == 2
    assert path.read_text("utf-8") == "alt"
    assert run([*call, "--force"]) == 0
    assert run(["templates", "check", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize("id", ["Groß", "a b", "../a", "bausteine", "1a", "x" * 49])
def test_an_id_that_is_none_is_a_wrong_call(form: Path, tmp_path: Path, id: str) -> None:
    assert run(["templates", "new", str(form), "--id", id, "--out", str(tmp_path / "o")]) == 2
    assert not (tmp_path / "o").exists()


def hostile(folder: Path, kind: str, form: Path) -> Path:
    path = folder / "boese.docx"
    if kind == "text":
        path.write_text("kein Word", "utf-8")
    elif kind == "folder":
        path.mkdir()
    elif kind == "macro":
        shutil.copy(form, path)
        with zipfile.ZipFile(path, "a") as package:
            package.writestr("word/vbaProject.bin", b"x")
    return path


@pytest.mark.parametrize("kind", ["missing", "text", "folder", "macro"])
def test_what_is_no_harmless_document_is_refused(form: Path, tmp_path: Path, kind: str) -> None:
    path = hostile(tmp_path, kind, form)
    out = tmp_path / "o"
    assert run(["templates", "new", str(path), "--id", "neu", "--out", str(out)]) == 65
    assert not out.exists()


def test_a_document_without_places_gives_one_field(tmp_path: Path) -> None:
    path = tmp_path / "leer.docx"
    docx.Document().save(str(path))
    assert run(["templates", "new", str(path), "--out", str(tmp_path)]) == 0
    assert load_file(tmp_path / "leer.toml").field_ids == ("inhalt", "nicht_zugeordnet")


def test_the_check_of_a_folder_knows_children_and_bausteine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "freitext.toml").write_text(
        'id = "freitext"\nextends = "freitext"\nversion = "2"\n', "utf-8"
    )
    (tmp_path / "bausteine.toml").write_text(
        '[[baustein]]\nid = "a"\nstichworte = ["a"]\ntext = "Um 8 Uhr erledigt."\n', "utf-8"
    )
    assert run(["templates", "check", str(tmp_path)]) == 65
    assert capsys.readouterr().out.startswith("bausteine.toml: a: Ein Baustein enthält keine")
    (tmp_path / "bausteine.toml").unlink()
    assert run(["templates", "check", str(tmp_path)]) == 0
