"""Sound that is there already, a listener that takes notes, and fake engines to start."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from dokuhelfer.audio.pcm import SAMPLE_RATE, Block
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.options import EngineOptions, Timeouts
from dokuhelfer.transcript.model import Segment

FAKE = Path(__file__).parents[2] / "engines" / "fake.py"

HASTY = Timeouts(start=5.0, progress=1.5, sound=5.0, exit=0.5, terminate=0.2, kill=5.0)
"""Timeouts for tests: a fake engine that lives answers within milliseconds."""


@dataclass
class MemorySource:
    """Sound that is there already: ``seconds`` blocks of one second."""

    seconds: int
    damaged: bool = False
    lost: float = 0.0

    @property
    def duration(self) -> float | None:
        return float(self.seconds)

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        for second in range(self.seconds):
            if stop.is_set():
                return
            yield Block(second * SAMPLE_RATE, bytes(2 * SAMPLE_RATE))

    def everything(self) -> list[Block]:
        """All of it at once."""
        return list(self.blocks(threading.Event()))


@dataclass
class Notes:
    """A listener that writes down what it hears."""

    segments: list[Segment] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    restarts: int = 0
    expected: list[int] = field(default_factory=list)
    on_segment: Callable[[], None] = lambda: None

    def segment_received(self, segment: Segment) -> None:
        self.segments.append(segment)
        self.on_segment()

    def progressed(self, done: float, total: float | None) -> None:
        self.done.append(done)

    def restarted(self) -> None:
        self.restarts += 1

    def words_expected(self, fitted: int) -> None:
        self.expected.append(fitted)


def fake_model(folder: Path) -> SpeechModel:
    """What a fake engine is told to load."""
    return SpeechModel("fake", folder, 80, memory_mb=1, is_demo=False, sha256=None)


def fake_engine(
    behaviour: str, *, first_only: Path | None = None, restarts: int = 3
) -> EngineOptions:
    """Options that start ``fake.py`` with a behaviour.

    ``first_only`` names a folder where the first child leaves a mark; later ones obey.
    """
    arguments = () if first_only is None else (str(first_only),)
    command = (sys.executable, str(FAKE), behaviour, *arguments)
    return EngineOptions(command=command, timeouts=HASTY, restarts=restarts)
