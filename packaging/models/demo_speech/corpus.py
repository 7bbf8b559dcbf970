"""Utterances with their texts, as two files: ``NAME.npy`` and ``NAME.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .speech import RATE, Samples, Voice, say, voices

_THREADS = 2


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence and how it sounds."""

    text: str
    samples: Samples

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.samples) / RATE


def make_corpus(texts: Iterable[str], seed: int, path: Path) -> float:
    """Speak every text in a voice of its own and store the result; returns hours of speech."""
    said = list(texts)
    pool = voices(seed)
    jobs: list[tuple[str, Voice]] = [
        (text, pool[index % len(pool)]) for index, text in enumerate(said)
    ]
    with ThreadPoolExecutor(_THREADS) as executor:
        spoken = list(executor.map(lambda job: say(*job), jobs))
    np.save(path.with_suffix(".npy"), np.concatenate(spoken))
    about = {"texts": said, "lengths": [len(samples) for samples in spoken]}
    path.with_suffix(".json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    return sum(about["lengths"]) / RATE / 3600


def load_corpus(path: Path) -> list[Utterance]:
    """Read what `make_corpus` stored; the sound stays on disk until it is used."""
    samples = np.load(path.with_suffix(".npy"), mmap_mode="r")
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    ends = np.cumsum(about["lengths"])
    return [
        Utterance(text, samples[end - length : end])
        for text, length, end in zip(about["texts"], about["lengths"], ends, strict=True)
    ]
