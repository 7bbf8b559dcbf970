"""Sound in, document out, through the command; and what happens when the worker is killed."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from docx import Document

from dokuhelfer.resources import data_path
from dokutest.interrupts import heed_interrupts
from models.demo_speech.score import compare, numbers

from .program import COMMAND, answer, call

pytestmark = pytest.mark.program

SAMPLES = data_path("models", "demo-speech", "samples")
NAMES = sorted(path.stem for path in SAMPLES.glob("*.ogg"))
WARNING = "Achtung: Erkannt wird mit dem Vorführmodell"


def test_there_are_samples_enough() -> None:
    assert len(NAMES) >= 6


@pytest.fixture(scope="module")
def transcripts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("mitschriften")
    return {name: answer("transcribe", SAMPLES / f"{name}.ogg", cwd=folder) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_understood(name: str, transcripts: dict[str, Any]) -> None:
    transcript = transcripts[name]
    assert set(transcript) >= {"format", "language", "model", "duration", "complete", "segments"}
    assert transcript["format"] == "dokuhelfer.transcript/1"
    assert transcript["complete"] is True
    assert transcript["model"] == "demo-speech"
    assert 20 <= transcript["duration"] <= 60
    said = (SAMPLES / f"{name}.txt").read_text("utf-8")
    heard = " ".join(segment["text"] for segment in transcript["segments"])
    assert compare(said, heard).rate <= 0.10, heard
    assert numbers(heard) == numbers(said)
    for segment in transcript["segments"]:
        assert segment["start"] < segment["end"] <= transcript["duration"] + 0.1
        assert segment["words"]
        for word in segment["words"]:
            assert 0 <= word["p"] <= 1
            assert segment["start"] <= word["start"] <= word["end"] <= segment["end"]
    starts = [segment["start"] for segment in transcript["segments"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_a_sample_is_right_in_its_draft(
    name: str, transcripts: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "t.json").write_text(json.dumps(transcripts[name]), "utf-8")
    context = SAMPLES / f"{name}.context.json"
    arguments = ("t.json", "--template", name, "--context", context)
    spoken = answer("draft", *arguments, cwd=tmp_path)
    (tmp_path / "r.txt").write_bytes((SAMPLES / f"{name}.txt").read_bytes())
    written = answer("draft", "r.txt", *arguments[1:], cwd=tmp_path)
    assert not [f for f in spoken["findings"] if f["severity"] == "block"]

    def all_numbers(draft: Any) -> list[str]:
        values = {id: field["value"] for id, field in draft["fields"].items()}
        return sorted(numbers(json.dumps(values, ensure_ascii=False).replace(".", ",")))

    assert all_numbers(spoken) == all_numbers(written) != []


def test_demo_ends_with_a_document_that_carries_the_facts(tmp_path: Path) -> None:
    ended = call("demo", "--out", "Ergebnis Ä", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    folder = tmp_path / "Ergebnis Ä"
    assert ended.stderr.startswith(WARNING)
    assert sorted(path.name for path in folder.iterdir()) == [
        "entwurf.docx", "entwurf.json", "mitschrift.json",
    ]  # fmt: skip
    document = Document(str(folder / "entwurf.docx"))
    text = "\n".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    draft = json.loads((folder / "entwurf.json").read_text("utf-8"))
    filled = [f["value"] for f in draft["fields"].values() if isinstance(f["value"], str)]
    assert len(filled) >= 4
    for value in filled:
        for sentence in value.split(". "):
            assert sentence.strip(". ") in text
    again = call("demo", "--out", "Ergebnis Ä", cwd=tmp_path)
    assert again.returncode == 2


@dataclass(frozen=True)
class Run:
    """A transcription in progress, and its children seen so far."""

    process: subprocess.Popen[bytes]
    target: Path

    def workers(self) -> list[psutil.Process]:
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []


@contextmanager
def started(sound: Path, folder: Path) -> Iterator[Run]:
    target = folder / "aus.json"
    arguments = [*COMMAND, "transcribe", str(sound), "--json", str(target)]
    with subprocess.Popen(
        arguments,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as process:
        try:
            yield Run(process, target)
        finally:
            process.kill()


def joined(names: list[str], target: Path) -> Path:
    """The samples of these names one after the other."""
    inputs = [part for name in names for part in ("-i", str(SAMPLES / f"{name}.ogg"))]
    concat = f"concat=n={len(names)}:v=0:a=1"
    subprocess.run(
        ["ffmpeg", "-v", "error", *inputs, "-filter_complex", concat, "-ar", "16000", str(target)],
        check=True,
        timeout=60,
    )
    return target


@pytest.fixture(scope="module")
def long_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Long enough to be shot at."""
    return joined(NAMES[:2], tmp_path_factory.mktemp("lang") / "lang.wav")


@pytest.fixture(scope="module")
def longer_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five minutes: more work than four workers get done before they are killed."""
    return joined(NAMES, tmp_path_factory.mktemp("lang") / "länger.wav")


def texts(path: Path) -> list[str]:
    return [segment["text"] for segment in json.loads(path.read_text("utf-8"))["segments"]]


def gone(processes: list[psutil.Process]) -> bool:
    _, alive = psutil.wait_procs(processes, timeout=5)
    return not alive


@pytest.mark.parametrize("shots", [4, pytest.param(20, marks=pytest.mark.long)])
def test_a_killed_worker_costs_nothing(long_sound: Path, tmp_path: Path, shots: int) -> None:
    """SIGKILL at random moments, one per run: the text is that of an undisturbed run."""
    began = time.monotonic()
    with started(long_sound, tmp_path) as calm:
        assert calm.process.wait(180) == 0
    lasted = time.monotonic() - began
    expected = texts(calm.target)
    assert len(expected) >= 10
    dice = random.Random(shots)
    for _ in range(shots):
        with started(long_sound, tmp_path) as run:
            time.sleep(dice.uniform(0.1, 0.9) * lasted)
            seen = run.workers()
            if seen:
                dice.choice(seen).send_signal(signal.SIGKILL)
            _, errors = run.process.communicate(timeout=240)
        assert run.process.returncode == 0, errors
        assert b"Traceback" not in errors
        assert texts(run.target) == expected
        assert gone(seen)
        run.target.unlink()


_WORK = 2.5
"""Seconds of processor time in which a worker has loaded the model and recognised something."""


def kill_when_it_has_worked(worker: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):
        if worker.cpu_times().user >= _WORK:
            worker.kill()


def test_a_worker_killed_again_and_again_leaves_what_it_had(
    longer_sound: Path, tmp_path: Path
) -> None:
    seen: dict[int, psutil.Process] = {}
    with started(longer_sound, tmp_path) as run:
        while run.process.poll() is None:
            for worker in run.workers():
                seen.setdefault(worker.pid, worker)
                kill_when_it_has_worked(worker)
            time.sleep(0.05)
        errors = run.process.communicate()[1].decode()
    assert run.process.returncode == 75, errors
    assert "Traceback" not in errors
    assert not run.target.exists()
    partial = json.loads((tmp_path / "aus.json.partial").read_text("utf-8"))
    assert partial["complete"] is False
    assert partial["segments"]
    assert gone(list(seen.values()))


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_transcription_ends_at_once_and_leaves_nothing(
    long_sound: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    with started(long_sound, tmp_path) as run:
        while len(run.workers()) < 2:
            assert run.process.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        seen = run.workers()
        run.process.send_signal(sent)
        _, errors = run.process.communicate(timeout=10)
    assert run.process.returncode == 130, errors
    assert b"Traceback" not in errors
    assert gone(seen)
    assert not list(tmp_path.iterdir())
