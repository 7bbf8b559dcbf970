"""The sample dictations: spoken from their texts, and scored through the demo model."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from faster_whisper.audio import decode_audio
from faster_whisper.vad import VadOptions, get_speech_timestamps
from numpy.typing import NDArray

from .evaluate import Listener
from .score import Score, compare, numbers
from .speech import RATE, Samples, Voice, say

_VOICES = Path(__file__).with_name("samples.toml")
_PAUSE = (0.5, 0.8)
"""Seconds between sentences: enough to cut at, as people speak who dictate."""
_EDGE = np.zeros(int(0.4 * RATE), np.int16)
_BIT_RATE = 24_000
_VAD = VadOptions(min_silence_duration_ms=450, speech_pad_ms=200)


@dataclass(frozen=True, slots=True)
class SampleScore:
    """How well the model understood one sample."""

    name: str
    seconds: float
    kilobytes: float
    score: Score
    numbers_said: list[str]
    numbers_heard: list[str]

    @property
    def good(self) -> bool:
        """At most 10 % of the words wrong, and no number."""
        return self.score.rate <= 0.10 and self.numbers_said == self.numbers_heard

    def line(self) -> str:
        """One line of the table."""
        wrong = "" if self.numbers_said == self.numbers_heard else "  numbers differ"
        return (
            f"{self.name:24}{self.seconds:6.1f} s {self.kilobytes:6.0f} kB"
            f"{self.score.words:5} words {self.score.rate:7.1%}{wrong}"
        )


def make_samples(folder: Path) -> None:
    """Write an ``.ogg`` beside every text that has a voice in ``samples.toml``."""
    for name, voice in tomllib.loads(_VOICES.read_text(encoding="utf-8")).items():
        lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        _write_opus(_spoken(lines, Voice(**voice), seed=name), folder / f"{name}.ogg")


def score_samples(folder: Path, model: Path) -> Iterator[SampleScore]:
    """Cut every sample at its pauses, recognise the pieces, compare with the text."""
    listener = Listener(model)
    for file in sorted(folder.glob("*.ogg")):
        sound = decode_audio(str(file), sampling_rate=RATE)
        heard = " ".join(listener.hear(piece) for piece in _pieces(sound))
        said = " ".join(file.with_suffix(".txt").read_text(encoding="utf-8").split())
        yield SampleScore(
            name=file.stem,
            seconds=len(sound) / RATE,
            kilobytes=file.stat().st_size / 1000,
            score=compare(said, heard),
            numbers_said=numbers(said),
            numbers_heard=numbers(heard),
        )


def _spoken(sentences: list[str], voice: Voice, seed: str) -> Samples:
    chance = random.Random(seed)  # noqa: S311 - the same pauses every time
    parts = [_EDGE]
    for sentence in sentences:
        parts.append(say(sentence, voice))
        parts.append(np.zeros(int(chance.uniform(*_PAUSE) * RATE), np.int16))
    return np.concatenate([*parts[:-1], _EDGE])


def _pieces(sound: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
    for piece in get_speech_timestamps(sound, _VAD):
        yield sound[piece["start"] : piece["end"]]


def _write_opus(samples: Samples, target: Path) -> None:
    """Mono Opus; without dates or random numbers in the file, so it can be made again."""
    with av.open(str(target), "w", format="ogg", container_options={"fflags": "+bitexact"}) as out:
        stream = out.add_stream("libopus", rate=RATE, layout="mono")
        stream.bit_rate = _BIT_RATE
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        frame.time_base = Fraction(1, RATE)
        frame.pts = 0
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            out.mux(packet)
