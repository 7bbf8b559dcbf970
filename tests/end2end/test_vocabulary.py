"""Word lists through the command: what is written, what is said about it, what never is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dokuhelfer.resources import data_path
from models.demo_speech.score import compare

from .program import answer, call

pytestmark = pytest.mark.program

SAMPLE = data_path("models", "demo-speech", "samples") / "pflegebericht.ogg"
LISTED = "Bergher\nNovalgin\nWischnewski\n"


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the list and what was recognised with it."""
    folder = tmp_path_factory.mktemp("liste")
    (folder / "wörter.txt").write_text(LISTED, "utf-8")
    arguments = ("--vocabulary", "wörter.txt", "--json", "mitschrift.json")
    ended = call("transcribe", SAMPLE, *arguments, cwd=folder)
    assert ended.returncode == 0, ended.stderr
    (folder / "gesagt.txt").write_text(ended.stderr, "utf-8")
    return folder


def test_a_list_makes_no_sample_worse_and_near_words_stand_beside_it(listed: Path) -> None:
    """The demo model is told none of the words: prompts are strange to it (`transcribe`)."""
    transcript = json.loads((listed / "mitschrift.json").read_text("utf-8"))
    heard = " ".join(segment["text"] for segment in transcript["segments"])
    assert compare(SAMPLE.with_suffix(".txt").read_text("utf-8"), heard).rate == 0
    suggestions = transcript["suggestions"]
    assert len(suggestions) >= 4
    texts = {segment["id"]: segment["text"] for segment in transcript["segments"]}
    for one in suggestions:
        assert (one["heard"], one["offered"]) == ("Berger", "Bergher")
        assert texts[one["segment"]][one["start"] : one["end"]] == "Berger"


def test_how_many_is_said_and_never_which(listed: Path) -> None:
    said = (listed / "gesagt.txt").read_text("utf-8")
    count = len(json.loads((listed / "mitschrift.json").read_text("utf-8"))["suggestions"])
    assert "0 von 3" in said
    assert f"Vorschläge aus den Wortlisten: {count}" in said
    assert not any(word in said for word in ("Berg", "Novalgin", "Wischnewski"))


def test_a_draft_keeps_the_suggestions_with_its_transcript(listed: Path) -> None:
    draft = answer("draft", "mitschrift.json", "--template", "pflegebericht", cwd=listed)
    written = json.loads((listed / "mitschrift.json").read_text("utf-8"))
    assert draft["transcript"]["suggestions"] == written["suggestions"]
    assert "Bergher" not in json.dumps(draft["fields"])


@pytest.mark.parametrize("command", ["transcribe {}", "draft {} --template pflegebericht"])
def test_a_broken_list_ends_with_its_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_bytes(b"Berger\n\nM\xfcller\n")
    words = command.format(SAMPLE).split()
    ended = call(*words, "--vocabulary", "w.txt", cwd=tmp_path)
    assert ended.returncode == 65
    assert "(beim Aufruf genannt)" in ended.stderr
    assert "Zeile 3" in ended.stderr
    assert "Berger" not in ended.stderr
