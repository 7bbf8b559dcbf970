"""An hour is no more work for the memory than three minutes, and what was heard is kept."""

from __future__ import annotations

import itertools
import json
import subprocess
import threading
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pytest

from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.transcribe import transcribe
from dokutest.engines import Notes
from dokutest.leftovers import Children
from dokutest.sounds import RATE
from models.demo_speech.score import compare

from .program import COMMAND

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
SAMPLES = sorted((FOLDER / "samples").glob("*.ogg"))
PAUSES = (0.8, 3.0, 1.5, 20.0, 0.6, 8.0, 45.0)
"""Seconds between samples; in them the pauses are about half a second."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Dictation:
    path: Path
    text: str


@dataclass(frozen=True)
class Heard:
    text: str
    starts: list[float]
    peak: int
    """Bytes of the program and its children together, at the highest."""


def dictation(path: Path, minutes: float) -> Dictation:
    """The samples over and over, with pauses of a quiet room."""
    texts = []
    left = minutes * 60
    room = np.random.default_rng(8).integers(-6, 7, round(max(PAUSES) * RATE)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        for sample, pause in zip(itertools.cycle(SAMPLES), itertools.cycle(PAUSES), strict=False):
            with FileSource.open(sample) as source:
                sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
            left -= len(sound) / 2 / RATE + pause
            if left < 0:
                return Dictation(path, " ".join(texts))
            file.writeframes(sound + room[: round(pause * RATE)].tobytes())
            texts.append(sample.with_suffix(".txt").read_text("utf-8"))
    raise AssertionError


def heard(path: Path) -> Heard:
    """What the program makes of it, and what it needs for that."""
    target = path.with_suffix(".json")
    arguments = [*COMMAND, "transcribe", str(path), "--json", str(target)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.1)
        assert process.stderr is not None
        errors = process.stderr.read().decode()
    assert process.returncode == 0, errors
    segments = json.loads(target.read_text("utf-8"))["segments"]
    text = " ".join(segment["text"] for segment in segments)
    return Heard(text, [segment["start"] for segment in segments], peak)


def memory(pid: int) -> int:
    try:
        program = psutil.Process(pid)
        family = [program, *program.children(recursive=True)]
        return sum(one.memory_info().rss for one in family)
    except psutil.NoSuchProcess:
        return 0


def check(short: float, long: float, folder: Path) -> None:
    brief, extended = dictation(folder / "k.wav", short), dictation(folder / "l.wav", long)
    few, many = heard(brief.path), heard(extended.path)

    assert many.peak <= few.peak + 60 * MEGABYTE
    assert compare(extended.text, many.text).rate <= compare(brief.text, few.text).rate + 0.005
    assert many.starts == sorted(many.starts)


def test_longer_sound_needs_no_more_memory_and_is_understood_as_well(tmp_path: Path) -> None:
    check(0.8, 2.5, tmp_path)


@pytest.mark.long
def test_an_hour_needs_no_more_memory_than_three_minutes(tmp_path: Path) -> None:
    check(3, 60, tmp_path)


def killed_at(path: Path, seconds: float, children: Children) -> tuple[bool, list[str], float]:
    """Whether it is complete, the texts and the last word's time of a transcription whose
    worker is killed for good once it has dealt with so many seconds."""

    class Killer(Notes):
        def progressed(self, done: float, total: float | None) -> None:
            super().progressed(done, total)
            if done >= seconds:
                for child in children():
                    child.kill()

    notes = Killer()
    with FileSource.open(path) as source:
        transcript = transcribe(source, MODEL, listener=notes, engine=EngineOptions(restarts=0))
    assert list(transcript.segments) == notes.segments
    texts = [segment.text for segment in transcript.segments]
    return transcript.complete, texts, transcript.segments[-1].end or 0.0


@pytest.mark.parametrize(
    ("minutes", "killed"), [(2.0, 75), pytest.param(60, 3000, marks=pytest.mark.long)]
)
def test_what_came_before_a_lost_worker_is_kept(
    minutes: float, killed: float, tmp_path: Path, children: Children
) -> None:
    spoken = dictation(tmp_path / "l.wav", minutes)

    complete, texts, last = killed_at(spoken.path, killed, children)

    assert not complete
    assert last >= killed - 60
    kept = " ".join(texts)
    said = " ".join(spoken.text.split()[: len(kept.split())])
    assert compare(said, kept).rate <= 0.02
