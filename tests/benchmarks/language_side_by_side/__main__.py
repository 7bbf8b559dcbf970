"""Our way from the end of speech to the draft beside the usual one; see README.md."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.bench.gguf import SHAPES, write_shape
from dokuhelfer.bench.language import LanguageFigures, language_path, processor_seconds
from dokuhelfer.draft.llm.prompt import task
from dokuhelfer.engine.language import LanguageOptions
from dokuhelfer.engine.models import LanguageModel

from .bandwidth import gigabytes_per_second
from .cases import Case, long_case

_CONTEXT = 4096


@dataclass(frozen=True)
class Usual:
    """Figures of the usual way, seconds and megabytes."""

    first: float
    whole: float
    megabytes: int
    tokens: int
    as_forced: bool


def main() -> None:
    """One line a template: seconds of either way and their ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shape", choices=SHAPES, default="qwen3-1.7b")
    parser.add_argument("--words", type=int, default=360)
    parser.add_argument(
        "--template", action="append", default=[], help="pflegebericht, beratungsprotokoll"
    )
    parser.add_argument("--processor", action="store_true", help="seconds of the processor")
    parser.add_argument("--threads", type=int, default=0, help="of ours; 0: one core stays free")
    options = parser.parse_args()
    clock = processor_seconds if options.processor else wall_seconds
    with tempfile.TemporaryDirectory() as folder:
        file = write_shape(Path(folder) / "shape.gguf", SHAPES[options.shape])
        with file.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        model = LanguageModel(options.shape, file, 1000, thinks=False, sha256=sha256)
        for template in options.template or ["pflegebericht", "beratungsprotokoll"]:
            case = long_case(template, options.words)
            texts = case.sentences()
            say(f"{options.shape}, {template}, {options.words} words")
            ours = language_path(
                model,
                case.template,
                case.spoken,
                lambda quote, t=texts: t.get(quote, quote),
                LanguageOptions(threads=options.threads),
                clock,
            )
            say(f"  ours: {shown(ours)}")
            usual = usual_way(file, case, processor=options.processor)
            say(f"  usual: {usual}")
            compare(ours, usual)
            bound = gigabytes_per_second() * 1e9 / file.stat().st_size
            say(
                f"  bound of writing (one thread): {bound:.1f} tokens/s, is {ours.speed.writes:.1f}"
            )


def wall_seconds(pid: int | None) -> float:
    """As the bench's own clock."""
    return time.perf_counter()


def usual_way(file: Path, case: Case, *, processor: bool) -> Usual:
    """One call in a process of its own."""
    schema = {
        "type": "object",
        "properties": {
            field.id: {"type": "string"} for field in case.template.fields if case.values[field.id]
        },
    }
    schema["required"] = list(schema["properties"])
    request = {
        "context": _CONTEXT,
        "processor": processor,
        "task": "\n".join(piece.text for piece in task(case.template)),
        "dictation": " ".join(one.text for one in case.spoken.segments),
        "schema": json.dumps(schema),
        "values": {id: value for id, value in case.values.items() if value},
    }
    ended = subprocess.run(
        [sys.executable, "-m", "language_side_by_side.usual", str(file)],
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return Usual(**json.loads(ended.stdout))


def shown(ours: LanguageFigures) -> str:
    """What is worth a line."""
    spoken = ours.spoken
    parts = {
        "reads/s": ours.speed.reads,
        "writes/s": ours.speed.writes,
        "prefix computed": ours.prefix_computed,
        "restored": ours.prefix_restored,
        "speech": spoken.speech,
        "work meanwhile": spoken.speaking,
        "first": spoken.first,
        "fields of text": spoken.fields,
        "of them as at the end": spoken.standing,
        "quoted": spoken.quoted,
        "phrased": spoken.phrased,
        "tokens": spoken.tokens,
        "steps": spoken.steps,
        "tokens after speech": spoken.late,
        "MB": ours.megabytes,
    }
    return ", ".join(f"{name} {value:.1f}" for name, value in parts.items())


def compare(ours: LanguageFigures, usual: Usual) -> None:
    """The ratios that issue and proofs speak of."""
    say(f"  first field: {usual.first / ours.spoken.first:.1f} times as soon")
    say(f"  whole draft in quotes: {usual.whole / ours.spoken.quoted:.1f} times as soon")
    say(f"  whole draft phrased: {usual.whole / ours.spoken.phrased:.1f} times as soon")
    say(f"  memory: {ours.megabytes / usual.megabytes:.2f} of it")


def say(line: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
