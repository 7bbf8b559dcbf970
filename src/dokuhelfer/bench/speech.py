"""The path from sound to text, with a model that is here or with a shape of one."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE, Block
from dokuhelfer.audio.source import FileSource
from dokuhelfer.bench import live
from dokuhelfer.bench.memory import PeakMemory
from dokuhelfer.engine import cpu
from dokuhelfer.engine.measuring import encoder_seconds
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.speeds import Speed
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.transcribe import load_request, transcribe

BEAMS = (1, 5)
SAMPLES = ("aktenvermerk", "pflegebericht")
"""A minute of dictation; others would do as well."""

_PAUSE = 2
"""Seconds between two dictations."""

_LIVE = 20
"""Seconds spoken to the model at their own pace."""


@dataclass(frozen=True, slots=True)
class BeamFigures:
    """One width of the search.

    Attributes:
        seconds: from the call to the transcript, start of the processes included.
        factor: the same for a second of sound.
        megabytes: most that any one child process took.
    """

    beam: int
    seconds: float
    factor: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class SpeechFigures:
    """What was measured of one model.

    Attributes:
        sound: seconds of sound.
        encoder: seconds for a window of 30 s.
        delay: median seconds from a word's end until a text is there that was made with it
            heard; None where live text was given up.
    """

    model: SpeechModel
    threads: int
    sound: float
    encoder: float
    delay: float | None
    beams: tuple[BeamFigures, ...]

    def speeds(self) -> tuple[Speed, ...]:
        """The figures to keep for the choice of model and beam."""
        return tuple(
            Speed(self.model.id, self.model.sha256, one.beam, self.threads, one.factor)
            for one in self.beams
        )


class HeldSound:
    """Sound that is there already, as a source."""

    damaged = False
    lost = 0.0

    def __init__(self, pcm: bytes) -> None:
        self._pcm = pcm

    @property
    def duration(self) -> float | None:
        """Seconds."""
        return len(self._pcm) / BYTES_PER_SAMPLE / SAMPLE_RATE

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`."""
        step = SAMPLE_RATE * BYTES_PER_SAMPLE
        for first in range(from_sample * BYTES_PER_SAMPLE, len(self._pcm), step):
            if stop.is_set():
                return
            yield Block(first // BYTES_PER_SAMPLE, self._pcm[first : first + step])


def sample_sound(names: Sequence[str] = SAMPLES) -> bytes:
    """The sample dictations one after the other, 16 kHz mono int16.

    Raises:
        DokuError: they are not here.
    """
    folder = data_path("models", "demo-speech", "samples")
    silence = bytes(_PAUSE * SAMPLE_RATE * BYTES_PER_SAMPLE)
    return b"".join(_decoded(folder / f"{name}.ogg") + silence for name in names)


def speech_path(
    model: SpeechModel, pcm: bytes, threads: int = 0, beams: Sequence[int] = BEAMS
) -> SpeechFigures:
    """Measure one model: at its own pace, and as fast as it can with each beam.

    Raises:
        DokuError: as `transcribe`.
    """
    threads = threads or cpu.worker_threads(psutil.cpu_count(logical=False))
    encoder = encoder_seconds(load_request(model, threads=threads))
    spoken = live.measure(pcm[: _LIVE * SAMPLE_RATE * BYTES_PER_SAMPLE], model, model, threads)
    return SpeechFigures(
        model=model,
        threads=threads,
        sound=len(pcm) / BYTES_PER_SAMPLE / SAMPLE_RATE,
        encoder=encoder or 0.0,
        delay=None if spoken.ended or not spoken.heard else median(spoken.heard),
        beams=tuple(_with_beam(model, pcm, threads, beam) for beam in beams),
    )


def _with_beam(model: SpeechModel, pcm: bytes, threads: int, beam: int) -> BeamFigures:
    source = HeldSound(pcm)
    with PeakMemory() as memory:
        began = time.perf_counter()
        transcribe(source, model, threads=threads, beam=beam)
        seconds = time.perf_counter() - began
    return BeamFigures(beam, seconds, seconds / (source.duration or 1.0), memory.megabytes)


def _decoded(file: Path) -> bytes:
    with FileSource.open(file) as source, closing(source.blocks(threading.Event())) as blocks:
        return b"".join(block.pcm for block in blocks)
