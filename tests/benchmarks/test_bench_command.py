"""``dokuhelfer bench`` as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dokuhelfer.bench.measure import measured
from dokuhelfer.engine import language_speeds, speeds

pytestmark = pytest.mark.program


def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dokuhelfer", "bench", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_json_holds_every_size_with_its_ratio() -> None:
    ended = call("--json", "-")
    assert (ended.returncode, ended.stderr) == (0, "")
    answer = json.loads(ended.stdout)
    assert answer["format"] == "dokuhelfer.bench/1"
    assert answer["speech"] == []  # the demo model's figures say nothing about work
    assert answer["language"] == []  # there is none
    (step,) = answer["steps"]
    assert (step["name"], step["unit"]) == ("text", "words")
    assert [row["size"] for row in step["figures"]] == [300, 1000, 3000]
    assert step["figures"][0]["ratio"] == 1
    assert all(row["milliseconds"] > 0 and row["runs"] > 1 for row in step["figures"])


@pytest.mark.long
def test_a_shape_is_measured_and_nothing_of_it_is_kept() -> None:
    ended = call("--shape", "tiny", "--json", "-")
    assert (ended.returncode, ended.stderr) == (0, "")
    answer = json.loads(ended.stdout)
    assert answer["steps"] == []
    (speech,) = answer["speech"]
    assert speech["model"] == "shape-tiny"
    assert speech["encoder_seconds"] > 0
    assert [row["beam"] for row in speech["beams"]] == [1, 5]
    assert all(row["real_time_factor"] > 0 and row["peak_mb"] > 100 for row in speech["beams"])
    assert not speeds.kept_at().exists()


@pytest.mark.long
@pytest.mark.llama
def test_a_shape_of_a_language_model_is_measured_and_nothing_of_it_is_kept() -> None:
    ended = call("--shape", "qwen3-1.7b", "--json", "-")
    assert (ended.returncode, ended.stderr) == (0, "")
    answer = json.loads(ended.stdout)
    assert answer["speech"] == answer["steps"] == []
    (language,) = answer["language"]
    assert language["model"] == "shape-qwen3-1.7b"
    assert language["prefix_restored_seconds"] < language["prefix_computed_seconds"] / 5
    assert language["written_steps"] < language["written_tokens"] * 0.7
    assert language["quoted_seconds"] < language["phrased_seconds"]
    assert 1000 < language["peak_mb"] < 2000
    assert not language_speeds.kept_at().exists()


def test_people_read_lines() -> None:
    ended = call("--lang", "de")
    assert ended.returncode == 0
    assert "300 Wörter: " in ended.stdout
    assert ended.stderr == ""


def test_a_wrong_call_is_usage() -> None:
    assert call("mehr").returncode == 2
    assert call("--shape", "huge").returncode == 2
    assert call("--shape", "tiny", "--model", "demo-speech").returncode == 2


def test_a_target_that_cannot_be_written_is_told_first(tmp_path: Path) -> None:
    assert call("--json", tmp_path / "missing" / "x.json").returncode == 75


def test_the_median_counts_and_the_smallest_size_is_one() -> None:
    calls: list[int] = []

    step = measured("text", "words", (1, 2), 3, lambda size: lambda: calls.append(size))
    assert calls == [1, 2] * 4
    assert [row.runs for row in step.rows] == [3, 3]
    assert step.rows[0].ratio == 1
