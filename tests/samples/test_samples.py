"""The bundled dictations through the real program: what a first user sees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.resources import data_path
from models.demo_speech.score import compare, numbers

SAMPLES = data_path("models", "demo-speech", "samples")
NAMES = sorted(file.stem for file in SAMPLES.glob("*.ogg"))
COMMON = {
    *("pflegebericht", "vitalwerte", "sturzprotokoll", "schichtuebergabe"),
    *("beratungsprotokoll", "aktenvermerk"),
}


def said(name: str) -> str:
    return " ".join((SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split())


def heard(audio: Path) -> tuple[str, dict[str, object]]:
    command = [sys.executable, "-m", "dokuhelfer", "transcribe", str(audio)]
    command += ["--model", "demo-speech", "--json", "-"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    transcript = json.loads(done.stdout)
    return " ".join(segment["text"] for segment in transcript["segments"]), transcript


def test_every_common_template_has_a_sample() -> None:
    assert set(NAMES) >= COMMON


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_complete_and_small(name: str) -> None:
    assert (SAMPLES / f"{name}.ogg").stat().st_size < 150_000
    assert (data_path("templates") / f"{name}.toml").is_file()
    context = json.loads((SAMPLES / f"{name}.context.json").read_bytes())
    assert set(context) <= set(Context.__dataclass_fields__)
    assert "recorded" in context


@pytest.mark.program
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_understood(name: str) -> None:
    text, transcript = heard(SAMPLES / f"{name}.ogg")
    assert transcript["complete"] is True
    assert transcript["model"] == "demo-speech"
    duration = transcript["duration"]
    assert isinstance(duration, float)
    assert 20 <= duration <= 60
    assert compare(said(name), text).rate <= 0.10
    assert numbers(text) == numbers(said(name))
