"""Templates are offered by their titles and read when they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template import load
from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.resources import data_path
from dokuhelfer.ui.shelf import offered_templates, titles_of


def test_offering_reads_none(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def note(id: str) -> object:
        read.append(id)
        return id

    monkeypatch.setattr(load, "load_template", note)
    shelf = offered_templates(Settings())
    assert titles_of(shelf)["vitalwerte"] == "Vitalwerte und Schmerz"
    assert "vitalwerte" in shelf
    assert len(shelf) == len(list(shelf))
    assert read == []
    assert shelf["vitalwerte"] is shelf["vitalwerte"]
    assert read == ["vitalwerte"]


def test_what_is_read_is_the_whole_template() -> None:
    shelf = offered_templates(Settings())
    whole = {one.id: one for one in list_templates()}
    assert {id: whole[id] for id in shelf} == dict(shelf)
    assert titles_of(dict(shelf)) == titles_of(shelf)


def test_what_is_held_back_is_offered_after_clearance_only() -> None:
    held_back = "fallbesprechung"
    shelf = offered_templates(Settings())
    assert held_back not in shelf
    with pytest.raises(KeyError):
        shelf[held_back]
    assert held_back in offered_templates(Settings(cleared_templates=(held_back,)))


def test_a_broken_template_of_an_organisation_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "vitalwerte.toml").write_text('id = "vitalwerte"\n', "utf-8")
    shipped = data_path("templates", "freitext.toml").read_text("utf-8")
    (tmp_path / "freitext.toml").write_text(shipped.replace("Freies Diktat", "Notiz"), "utf-8")
    shelf = offered_templates(Settings(template_folders=(tmp_path,)))
    assert "vitalwerte" not in shelf
    assert titles_of(shelf)["freitext"] == "Notiz"
    assert list(shelf)[0] == "pflegebericht"
