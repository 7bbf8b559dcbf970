"""One contestant, in a process and with the libraries of its own: ``contestant.py WHO JOB``.

``JOB`` is a JSON file with ``sound`` (WAV), ``model`` (a CTranslate2 folder), ``checkpoint``
(the same weights for openai-whisper), ``demo`` and ``threads``. The text goes to standard
output.
"""

from __future__ import annotations

import json
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

Job = dict[str, Any]


def ours(job: Job) -> str:
    """The program's own path, worker processes included."""
    from dokuhelfer.audio.source import FileSource
    from dokuhelfer.engine.models import SpeechModel
    from dokuhelfer.transcript.transcribe import transcribe

    demo = job["demo"]
    model = SpeechModel("bench", Path(job["model"]), job["mels"], 1, demo, None, not demo)
    with FileSource.open(Path(job["sound"])) as source:
        transcript = transcribe(source, model, threads=job["threads"])
    return " ".join(segment.text for segment in transcript.segments)


def plain(job: Job) -> str:
    """faster-whisper with its defaults: beam 5, no voice detection."""
    from faster_whisper import WhisperModel

    model = WhisperModel(
        job["model"], device="cpu", compute_type="int8", cpu_threads=job["threads"]
    )
    segments, _ = model.transcribe(job["sound"], language="de")
    return " ".join(segment.text for segment in segments)


def reference(job: Job, **options: int) -> str:
    """openai-whisper with its defaults, 32-bit floats as it wants them on a CPU."""
    import numpy as np
    import torch
    import whisper

    torch.set_num_threads(job["threads"])
    model = whisper.load_model(job["checkpoint"], device="cpu")
    with wave.open(job["sound"]) as file:
        pcm = file.readframes(file.getnframes())
    sound = np.frombuffer(pcm, "<i2").astype(np.float32) / 32768
    return str(model.transcribe(sound, language="de", fp16=False, **options)["text"])


def reference_beam(job: Job) -> str:
    """The same as its command line has it: beam 5."""
    return reference(job, beam_size=5)


CONTESTANTS: dict[str, Callable[[Job], str]] = {
    "ours": ours,
    "faster-whisper": plain,
    "openai-whisper": reference,
    "openai-whisper-beam": reference_beam,
}

if __name__ == "__main__":
    job = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    sys.stdout.write(CONTESTANTS[sys.argv[1]](job))
