"""Where templates come from, and which one wins."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dokuhelfer.draft.template.load import list_templates, load_template, shipped_folder
from dokuhelfer.errors import Code, DokuError


def own_copy(folder: Path, id: str, title: str) -> None:
    """The shipped template with a title of its own; its base stays the shipped one."""
    folder.mkdir(exist_ok=True)
    lines = (shipped_folder() / f"{id}.toml").read_text("utf-8").splitlines(keepends=True)
    own = [f'titel = "{title}"\n' if line.startswith("titel") else line for line in lines]
    (folder / f"{id}.toml").write_text("".join(own), "utf-8")


def test_the_institution_wins_over_the_user_over_the_shipped(tmp_path: Path) -> None:
    institution, user = tmp_path / "haus", tmp_path / "ich"
    own_copy(institution, "freitext", "Haus")
    own_copy(user, "freitext", "Ich")
    own_copy(user, "aktenvermerk", "Meiner")
    folders = (institution, user)
    assert load_template("freitext", folders).title == "Haus"
    assert load_template("aktenvermerk", folders).title == "Meiner"
    assert load_template("pflegebericht", folders).title == "Pflegebericht"
    titles = {template.id: template.title for template in list_templates(folders)}
    assert (titles["freitext"], titles["aktenvermerk"]) == ("Haus", "Meiner")


def test_an_own_base_wins_over_the_shipped_one(tmp_path: Path) -> None:
    own_copy(tmp_path, "freitext", "Haus")
    assert load_template("freitext", (tmp_path,)).base.parent == shipped_folder() / "base"
    (tmp_path / "base").mkdir()
    shutil.copy(shipped_folder() / "base" / "freitext.docx", tmp_path / "base")
    assert load_template("freitext", (tmp_path,)).base.parent == tmp_path / "base"


def test_a_broken_one_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "freitext.toml").write_text("id = 1", "utf-8")
    with pytest.raises(DokuError) as error:
        load_template("freitext", (tmp_path,))
    assert error.value.code is Code.TEMPLATE_BROKEN
    assert error.value.params["template"] == "freitext"
    assert "freitext" not in {template.id for template in list_templates((tmp_path,))}


@pytest.mark.parametrize(
    "id", ["", "gibtsnicht", "../templates/freitext", "Freitext", "freitext.toml", "a/b", "x\0y"]
)
def test_what_is_no_template_is_unknown(id: str) -> None:
    with pytest.raises(DokuError) as error:
        load_template(id)
    assert error.value.code is Code.TEMPLATE_UNKNOWN


def test_a_folder_that_is_not_there_does_no_harm(tmp_path: Path) -> None:
    missing = tmp_path / "fehlt"
    assert load_template("freitext", (missing,)).id == "freitext"
    assert len(list_templates((missing,))) == len(list_templates())
