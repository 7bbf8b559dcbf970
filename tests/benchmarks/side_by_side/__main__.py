"""Compare, and print a table; see README.md."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.models.weights import whisper_mels
from dokuhelfer.engine.worker.shapes.folder import make_folder
from dokuhelfer.engine.worker.shapes.sizes import SIZES
from dokuhelfer.evaluation.words import word_errors
from dokuhelfer.resources import data_path

from .measure import Run, measured
from .sound import PAUSES, dictation, write

HERE = Path(__file__).parent
DEMO = data_path("models", "demo-speech").absolute()
OURS, PLAIN = "ours", "faster-whisper"


@dataclass(frozen=True, slots=True)
class Entry:
    """A contestant with the Python that has its libraries."""

    name: str
    python: str
    runs: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """Median of the runs."""
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Median of the runs, seconds of the processor."""
        return median(run.processor for run in self.runs)

    @property
    def megabytes(self) -> float:
        """Most of any run."""
        return max(run.megabytes for run in self.runs)


def main() -> None:
    """All contestants, taking turns."""
    options = _options()
    samples = DEMO / "samples"
    names = sorted(file.stem for file in samples.glob("*.ogg"))[: options.samples]
    said = " ".join((samples / f"{name}.txt").read_text("utf-8") for name in names)
    entries = [Entry(OURS, sys.executable), Entry(PLAIN, sys.executable)]
    if options.openai is not None:
        entries += [
            Entry(name, str(options.openai)) for name in ("openai-whisper", "openai-whisper-beam")
        ]
    entries = [entry for entry in entries if not options.only or entry.name in options.only]
    with tempfile.TemporaryDirectory() as folder:
        job = _prepare(options, Path(folder), names)
        for _ in range(options.rounds):
            for entry in entries:
                entry.runs.append(_run(entry, job))
        seconds = (Path(folder, "sound.wav").stat().st_size - 44) / 2 / SAMPLE_RATE
    _print(options, seconds, entries, said)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m side_by_side", description=__doc__)
    parser.add_argument("--shape", choices=["demo", *SIZES], default="base")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--samples", type=int, default=8, help="how many sample dictations")
    parser.add_argument("--pauses", choices=PAUSES, default="thinking")
    parser.add_argument("--only", nargs="*", help="these contestants")
    parser.add_argument("--openai", type=Path, help="a Python that has openai-whisper")
    return parser.parse_args()


def _prepare(options: argparse.Namespace, folder: Path, names: list[str]) -> Path:
    """Sound, weights and the job that names them."""
    write(dictation(DEMO / "samples", names, options.pauses), folder / "sound.wav")
    model = DEMO
    if options.shape != "demo":
        model = folder / "model"
        model.mkdir()
        make_folder(SIZES[options.shape], DEMO, model)
    checkpoint = folder / "checkpoint.pt"
    if options.openai is not None:
        command = [str(options.openai), str(HERE / "checkpoint.py"), str(model), str(checkpoint)]
        subprocess.run(command, check=True)
    job = folder / "job.json"
    content = {
        "sound": str(folder / "sound.wav"),
        "model": str(model),
        "mels": whisper_mels(model / "model.bin"),
        "checkpoint": str(checkpoint),
        "demo": options.shape == "demo",
        "threads": options.threads,
    }
    job.write_text(json.dumps(content), "utf-8")
    return job


def _run(entry: Entry, job: Path) -> Run:
    threads = json.loads(job.read_text("utf-8"))["threads"]
    environment = os.environ | {"OMP_NUM_THREADS": str(threads), "PYTHONUTF8": "1"}
    command = [entry.python, str(HERE / "contestant.py"), entry.name, str(job)]
    return measured(command, environment)


def _print(options: argparse.Namespace, seconds: float, entries: list[Entry], said: str) -> None:
    ours = entries[0]
    lines = [
        f"{options.shape}, {seconds:.0f} s of dictation, {options.pauses} pauses, "
        f"{options.threads} threads, "
        f"{options.rounds} rounds (median; memory: most)"
    ]
    for entry in entries:
        error = word_errors(said, entry.runs[-1].output)
        heard = len(entry.runs[-1].output.split())
        lines.append(
            f"{entry.name:20} {entry.seconds:7.1f} s  x{entry.seconds / ours.seconds:5.2f}"
            f"  cpu {entry.processor:7.1f} s  x{entry.processor / ours.processor:5.2f}"
            f"  {entry.megabytes:6.0f} MB  x{entry.megabytes / ours.megabytes:5.2f}"
            f"  {heard:4} words"
            + (f"  wer {error.hit / error.of:.1%}" if options.shape == "demo" else "")
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
