"""Text while somebody speaks: real children, sound at the pace of speech."""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.audio.source import FileSource
from dokuhelfer.bench.live import PacedSource, measure
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.worker.shapes.folder import make_folder
from dokuhelfer.engine.worker.shapes.sizes import SIZES
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.transcribe import NoListener, transcribe

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
SECONDS = 12


@pytest.fixture(scope="module")
def speech() -> bytes:
    with FileSource.open(FOLDER / "samples" / "pflegebericht.ogg") as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    return sound[: SECONDS * SAMPLE_RATE * BYTES_PER_SAMPLE]


@dataclass
class Shown(NoListener):
    """Everything in the order in which it was shown."""

    steps: list[LiveText | Segment] = field(default_factory=list)

    def live_text(self, text: LiveText) -> None:
        self.steps.append(text)

    def segment_received(self, segment: Segment) -> None:
        self.steps.append(segment)


@pytest.fixture(scope="module")
def spoken(speech: bytes) -> tuple[Transcript, list[LiveText | Segment]]:
    shown = Shown()
    transcript = transcribe(PacedSource(speech), MODEL, live=MODEL, listener=shown)
    return transcript, shown.steps


def test_words_are_shown_before_their_utterance_is_closed(
    spoken: tuple[Transcript, list[LiveText | Segment]],
) -> None:
    steps = spoken[1]

    assert isinstance(steps[-1], Segment)
    assert any(isinstance(step, LiveText) and step.stable + step.tail for step in steps)


def test_what_is_closed_is_never_read_again(
    spoken: tuple[Transcript, list[LiveText | Segment]],
) -> None:
    closed = 0.0
    for step in spoken[1]:
        if isinstance(step, Segment):
            closed = step.end or closed
        else:
            assert step.through > closed
            # Speech that touches the utterance before begins at most its padding earlier.
            assert step.start >= closed - 0.5


def test_the_final_text_is_the_same_as_without_live_text(
    spoken: tuple[Transcript, list[LiveText | Segment]], speech: bytes
) -> None:
    hours = itertools.count(step=3600.0)
    at_once = PacedSource(speech, clock=lambda: next(hours))

    undisturbed = transcribe(at_once, MODEL)

    assert spoken[0].segments == undisturbed.segments


def test_where_utterances_wait_for_each_other_none_is_lost(speech: bytes, tmp_path: Path) -> None:
    make_folder(SIZES["tiny"], FOLDER, tmp_path)
    model = SpeechModel("tiny", tmp_path, 80, memory_mb=300, is_demo=False, sha256=None)
    hours = itertools.count(step=3600.0)
    apart = transcribe(PacedSource(speech, clock=lambda: next(hours)), model)

    figures = measure(speech, model, model)

    def spans(transcript: Transcript) -> list[float]:
        return [segment.start or 0.0 for segment in transcript.segments]

    assert figures.transcript.complete
    assert spans(figures.transcript) == pytest.approx(spans(apart), abs=0.5)
    assert figures.readings > 0
    assert len(figures.heard) > 0
