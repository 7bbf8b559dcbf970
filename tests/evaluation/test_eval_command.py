"""``dokuhelfer eval`` as a user calls it."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.resources import data_path
from dokutest.interrupts import heed_interrupts

pytestmark = pytest.mark.program

SAMPLES = data_path("models", "demo-speech", "samples")
COMMAND = (sys.executable, "-m", "dokuhelfer", "eval")
CASES = [
    {
        "id": "e1",
        "template": "pflegebericht",
        "form": "gesprochen",
        "tags": ["Verneinung"],
        "dictation": "Frau Quendolin Komma kein Fieber Punkt Puls zweiundsiebzig Punkt",
        "context": {"recorded": "2026-11-17T08:10:00+01:00", "shift": "frueh"},
        "gold": {"person": "Frau Quendolin", "beobachtung": "Kein Fieber. Puls 72/min."},
        "must_contain": {"person": ["Quendolin"], "beobachtung": ["kein Fieber", "Heiserkeit"]},
        "must_not_contain": ["Komma"],
        "empty_fields": ["massnahme"],
    },
    {"id": "e2", "template": "gibt_es_nicht", "dictation": "Guten Tag."},
]


def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    write(gold / "mine.json", CASES)
    return gold


def write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value), "utf-8")


def test_figures_as_json_and_nothing_else_on_standard_output(folder: Path) -> None:
    done = call(folder, "--engine", "rules", "--mutations", "--json", "-")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["format"] == "dokuhelfer.eval/1"
    assert answer["engine"] == "rules"
    total = answer["total"]
    assert (total["cases"], total["skipped"]) == (1, 1)
    assert total["recall"] == {"hit": 2, "of": 3, "rate": pytest.approx(2 / 3)}
    assert total["forbidden"] == 0
    assert total["check"]["false_alarms"]["hit"] == 0
    assert total["check"]["caught"]["number"]["of"] >= 1
    assert set(answer["groups"]) == {"file", "template", "form", "part", "tag"}
    assert answer["groups"]["tag"]["Verneinung"]["recall"]["of"] == 3
    one, two = answer["cases"]
    assert one["notes"] == ["missing beobachtung: Heiserkeit"]
    assert two == {
        "id": "e2",
        "file": "mine",
        "template": "gibt_es_nicht",
        "skipped": "template_unknown",
    }


def test_the_same_figures_every_time(folder: Path) -> None:
    arguments = (folder, "--mutations", "--json", "-")
    assert call(*arguments).stdout == call(*arguments).stdout


def test_the_table_holds_ids_and_numbers_but_no_dictated_word(folder: Path) -> None:
    done = call(folder, "--mutations")
    assert done.returncode == 0, done.stderr
    assert "mine/e1" in done.stdout
    assert "mine/e2" in done.stdout
    assert "66,7%" in done.stdout
    for word in ("Quendolin", "Fieber", "Heiserkeit", "Guten"):
        assert word not in done.stdout + done.stderr


def test_in_english_too(folder: Path) -> None:
    done = call(folder, "--lang", "en")
    assert "Total" in done.stdout
    assert "66.7%" in done.stdout


def test_without_mutations_none_are_measured(folder: Path) -> None:
    answer = json.loads(call(folder, "--json", "-").stdout)
    assert answer["total"]["check"]["caught"] == {}
    assert answer["total"]["check"]["false_alarms"]["of"] == 3


@pytest.mark.parametrize("content", ["{}", "[1]", "nichts", '[{"id": "a"}]'])
def test_what_is_no_gold_file_is_bad_input(content: str, folder: Path) -> None:
    (folder / "another.json").write_text(content, "utf-8")
    done = call(folder)
    assert done.returncode == 65
    assert "another.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_cases_is_bad_input(tmp_path: Path) -> None:
    assert call(tmp_path).returncode == 65
    assert call(tmp_path / "fehlt").returncode == 65
    write(tmp_path / "leer.json", [])
    assert call(tmp_path).returncode == 65


def test_a_missing_recording_is_bad_input_before_a_missing_model(folder: Path) -> None:
    write(folder / "ton.json", [{"id": "t", "template": "freitext", "audio": "fehlt.ogg"}])
    assert call(folder, "--engine", "llm").returncode == 65


def test_a_language_model_that_is_not_there_is_missing(folder: Path) -> None:
    assert call(folder, "--engine", "llm").returncode == 69


def test_a_wrong_call_is_usage(folder: Path) -> None:
    assert call().returncode == 2
    assert call(folder, "--engine", "magic").returncode == 2


def test_a_recording_is_recognised_drafted_and_compared(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "pflegebericht.ogg", tmp_path)
    said = " ".join((SAMPLES / "pflegebericht.txt").read_text("utf-8").split())
    case = {
        "id": "a1",
        "template": "pflegebericht",
        "audio": "pflegebericht.ogg",
        "dictation": said,
        "context": json.loads((SAMPLES / "pflegebericht.context.json").read_text("utf-8")),
        "must_contain": {"person": ["Berger"], "*": ["300 ml"]},
    }
    write(tmp_path / "ton.json", [case])
    done = call(tmp_path, "--model", "demo-speech", "--json", "-")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    errors = answer["total"]["word_errors"]
    assert 0 <= errors["rate"] <= 0.1
    assert errors["of"] > 60
    assert answer["total"]["recall"] == {"hit": 2, "of": 2, "rate": 1.0}
    assert "demo-speech" in answer["models"]


def test_progress_on_a_terminal_and_an_interrupt(folder: Path) -> None:
    write(folder / "mine.json", [{**CASES[0], "id": f"e{number}"} for number in range(400)])
    terminal, stderr = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, str(folder), "--mutations"],
        stdout=subprocess.PIPE,
        stderr=stderr,
        preexec_fn=heed_interrupts,
    )
    os.close(stderr)
    seen, end = b"", time.monotonic() + 60
    while b"von 400" not in seen and time.monotonic() < end:
        seen += os.read(terminal, 4096)
    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=60)
    os.close(terminal)
    assert b"von 400 F" in seen
    assert child.returncode == 130
    assert out == b""
