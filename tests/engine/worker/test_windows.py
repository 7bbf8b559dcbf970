"""Encoder passes are the cost of recognition: they are counted, with the real demo model."""

from __future__ import annotations

import threading

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.messages import Load, Progress, Spoken
from dokuhelfer.engine.worker.recogniser import Recogniser, Sound, Window
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.resources import data_path

FOLDER = data_path("models", "demo-speech")
SECONDS = 7.5
"""Two sentences: more of them in one window mixes the demo model up (its card)."""

PAUSE = 0.45


class CountingRecogniser(Recogniser):
    passes = 0

    def window(self, sound: Sound) -> Window:
        self.passes += 1
        return super().window(sound)


@pytest.fixture(scope="module")
def speech() -> bytes:
    with FileSource.open(FOLDER / "samples" / "aktenvermerk.ogg") as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    return sound[: 2 * round(SECONDS * SAMPLE_RATE)]


def heard(speech: bytes, sharing: bool) -> tuple[list[Spoken], int]:
    load = Load(folder=str(FOLDER), language="de", beam_size=5, threads=1, pause=PAUSE)
    recogniser = CountingRecogniser(load)
    understanding = Understanding(recogniser, sharing)
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    cuts = [*cutter.push(speech), *cutter.finish()]
    found: list[Progress] = [progress for cut in cuts for progress in understanding.take(cut)]
    found += understanding.finish()
    return [progress.spoken for progress in found if progress.spoken], recogniser.passes


def test_sentences_in_one_window_cost_one_pass_and_say_the_same(speech: bytes) -> None:
    apart, passes_apart = heard(speech, sharing=False)
    together, passes_together = heard(speech, sharing=True)

    assert len(apart) == 2
    assert passes_apart == 2
    assert passes_together == 1
    assert [one.text for one in together] == [one.text for one in apart]
    for one, other in zip(together, apart, strict=True):
        assert one.start == pytest.approx(other.start, abs=0.4)
        assert one.end == pytest.approx(other.end, abs=0.4)
