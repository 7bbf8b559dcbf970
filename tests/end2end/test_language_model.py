"""``draft`` with a language model: which engine drafts, what is said, what is kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.engine.models import LanguageModel
from dokutest.interrupts import heed_interrupts

from .program import call

pytestmark = pytest.mark.program

DRIVER = Path(__file__).parents[1] / "engines" / "with_language.py"
SPOKEN = (
    "Frau Lorenz hat schlecht geschlafen. Ich habe ihr einen Tee gebracht. "
    "Gegen drei ist sie eingeschlafen."
)
SENTENCE = "Der Entwurf entsteht deshalb ohne Sprachmodell.\n"
TOO_MUCH = 10**9
"""A petabyte of memory."""

Result = tuple[int, Any, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SPOKEN, "utf-8")
    return tmp_path


def command(model: str | Path, context: int, memory_mb: int) -> list[str]:
    return [sys.executable, str(DRIVER), str(model), str(context), str(memory_mb)]


ARGUMENTS = ("draft", "a.txt", "--template", "pflegebericht", "--json", "a.json")


def draft(
    folder: Path, model: str | Path, *more: str, context: int = 16_384, memory_mb: int = 1
) -> Result:
    """Exit status, the draft (None if there is none), standard error."""
    ended = subprocess.run(
        [*command(model, context, memory_mb), *ARGUMENTS, *more],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    written = folder / "a.json"
    found = json.loads(written.read_text("utf-8")) if written.exists() else None
    written.unlink(missing_ok=True)
    return ended.returncode, found, ended.stderr


def origins(draft: Any) -> set[str]:
    return {note["origin"] for field in draft["fields"].values() for note in field["statements"]}


def test_without_a_model_auto_drafts_by_rules_and_says_nothing(folder: Path) -> None:
    ended = call(*ARGUMENTS, "--engine", "auto", cwd=folder)
    made = json.loads((folder / "a.json").read_text("utf-8"))
    assert (ended.returncode, ended.stderr, made["engine"]) == (0, "", "rules")
    assert made["meta"]["models"] == {}


@pytest.mark.llama
def test_with_a_model_it_decides(folder: Path, random_language: LanguageModel) -> None:
    for engine in ("auto", "llm"):
        status, made, said = draft(folder, random_language.file, "--engine", engine)
        assert (status, made["engine"], said) == (0, "llm", "")
        assert made["meta"]["models"] == {"random": random_language.sha256}
        assert "llm" in origins(made)


@pytest.mark.llama
def test_where_sentences_are_asked_for_those_not_borne_out_are_marked(
    folder: Path, random_language: LanguageModel
) -> None:
    quoted = draft(folder, random_language.file, "--engine", "llm")[1]
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "dokuhelfer" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[draft]\nwording = "ausformuliert"\n', "utf-8")
    status, made, said = draft(folder, random_language.file, "--engine", "llm")
    assert (status, said) == (0, "")
    values = {id: field["value"] for id, field in made["fields"].items()}
    assert values == {id: field["value"] for id, field in quoted["fields"].items()}
    notes = [note for field in made["fields"].values() for note in field["statements"]]
    assert {note.get("wording") for note in notes} <= {None, "kept"}
    kept = [note for note in notes if note.get("wording") == "kept"]
    assert all(note["findings"][-1]["kind"] == "wording" for note in kept)


@pytest.mark.llama
def test_rules_are_rules_though_there_is_a_model(
    folder: Path, random_language: LanguageModel
) -> None:
    status, made, _ = draft(folder, random_language.file, "--engine", "rules")
    assert (status, made["engine"], made["meta"]["models"]) == (0, "rules", {})
    assert "llm" not in origins(made)


@pytest.mark.llama
def test_a_dictation_about_several_persons(folder: Path, random_language: LanguageModel) -> None:
    (folder / "a.txt").write_text(SPOKEN + " Herr Wolf hat Fieber, 38,5.", "utf-8")
    status, made, _ = draft(folder, random_language.file, "--template", "auto")
    assert status == 0
    assert len(made["drafts"]) == 2
    assert {one["engine"] for one in made["drafts"]} == {"llm"}


LOST = {
    "abort": (75, "Das Sprachmodell ist abgebrochen."),
    "out_of_memory": (75, "Der Arbeitsspeicher hat nicht gereicht."),
    "hang": (75, "Die Verarbeitung antwortet nicht mehr und wurde beendet."),
    "defect": (65, "Die Dateien des Modells sind beschädigt oder verändert."),
    "incomplete": (69, "Dem Modell „qwen3-4b“ fehlt die Datei x.gguf, oder sie passt nicht."),
}


@pytest.mark.parametrize("behaviour", LOST)
def test_a_model_that_is_lost_leaves_the_rules_draft(folder: Path, behaviour: str) -> None:
    status, made, said = draft(folder, behaviour, "--engine", "auto")
    assert (status, made["engine"], made["meta"]["models"]) == (0, "rules", {})
    assert origins(made) == {"rules"}
    assert said == f"{LOST[behaviour][1]} {SENTENCE}"


@pytest.mark.parametrize("behaviour", LOST)
def test_a_model_that_was_asked_for_and_is_lost_is_an_error(folder: Path, behaviour: str) -> None:
    status, made, said = draft(folder, behaviour, "--engine", "llm")
    assert (status, made) == (LOST[behaviour][0], None)
    assert said.startswith(LOST[behaviour][1])
    assert said.count("\n") == 1


def test_too_little_memory(folder: Path) -> None:
    status, made, said = draft(folder, "obey", memory_mb=TOO_MUCH)
    assert (status, made["engine"]) == (0, "rules")
    assert said.startswith("Für das Modell sind ")
    assert said.endswith(SENTENCE)
    assert draft(folder, "obey", "--engine", "llm", memory_mb=TOO_MUCH)[:2] == (75, None)


@pytest.mark.llama
def test_a_dictation_too_long_for_the_model(folder: Path, random_language: LanguageModel) -> None:
    status, made, said = draft(folder, random_language.file, context=1024)
    assert (status, made["engine"]) == (0, "rules")
    assert said.startswith("Das Diktat ist zu lang für das Sprachmodell (")
    assert said.endswith(SENTENCE)
    refused = draft(folder, random_language.file, "--engine", "llm", context=1024)
    assert refused[:2] == (65, None)
    assert "--engine rules" in refused[2]


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts by a signal")
def test_an_interrupt_ends_it_and_writes_nothing(folder: Path) -> None:
    with subprocess.Popen(
        [*command("hang", 1024, 1), *ARGUMENTS],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    ) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=30)
    assert (program.returncode, said) == (130, "Abgebrochen.\n")
    assert not (folder / "a.json").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
