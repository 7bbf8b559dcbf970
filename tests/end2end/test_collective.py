"""``draft --template auto`` through the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from .program import answer, call

pytestmark = pytest.mark.program

ROUND = (
    "Zimmer 3, Herr Wolf: hat gut gegessen. Frau Keller: RR 130/80, Puls 72. "
    "Allgemein: Der Lifter ist defekt."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "round.txt").write_text(ROUND, "utf-8")
    (tmp_path / "one.txt").write_text("Frau Keller hat gut gegessen.", "utf-8")
    return tmp_path


def test_a_round_becomes_several_drafts(folder: Path) -> None:
    made = answer("draft", "round.txt", "--template", "auto", cwd=folder)
    assert list(made) == ["format", "drafts", "uncovered"]
    assert made["format"] == "dokuhelfer.drafts/1"
    assert [draft["template"] for draft in made["drafts"]] == ["pflegebericht", "vitalwerte"]
    assert all(draft["format"] == "dokuhelfer.draft/1" for draft in made["drafts"])
    assert all(draft["transcript"]["segments"][0]["text"] == ROUND for draft in made["drafts"])
    assert [item["text"] for item in made["uncovered"]] == ["Allgemein: Der Lifter ist defekt."]


def test_one_person_and_kind_is_still_a_list_of_drafts(folder: Path) -> None:
    made = answer("draft", "one.txt", "--template", "auto", cwd=folder)
    assert made["format"] == "dokuhelfer.drafts/1"
    assert len(made["drafts"]) == 1


def test_several_documents_are_numbered_and_name_nobody(folder: Path) -> None:
    ended = call("draft", "round.txt", "--template", "auto", "--docx", "out.docx", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in folder.glob("*.docx")) == ["out-1.docx", "out-2.docx"]
    again = call("draft", "round.txt", "--template", "auto", "--docx", "out.docx", cwd=folder)
    assert again.returncode == 2
    forced = call(
        "draft", "round.txt", "--template", "auto", "--docx", "out.docx", "--force", cwd=folder
    )
    assert forced.returncode == 0


def test_one_document_keeps_its_name(folder: Path) -> None:
    ended = call("draft", "one.txt", "--template", "auto", "--docx", "out.docx", cwd=folder)
    assert ended.returncode == 0, ended.stderr
    assert [path.name for path in folder.glob("*.docx")] == ["out.docx"]


def test_in_words_each_draft_and_what_is_left_are_shown(folder: Path) -> None:
    ended = call("draft", "round.txt", "--template", "auto", cwd=folder)
    assert ended.stdout.count("Ungeprüfter Entwurf") == 2
    assert "Steht in keinem Entwurf" in ended.stdout
    assert "Lifter" in ended.stdout


@pytest.mark.parametrize("text", ["", "äh ähm", " \n"])
def test_nothing_said_is_no_draft(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    ended = call("draft", "a.txt", "--template", "auto", "--docx", "out.docx", cwd=tmp_path)
    assert ended.returncode == 65
    assert not list(tmp_path.glob("*.docx"))
