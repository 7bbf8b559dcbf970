"""Live text of the demo model: what was called stable stays, on a machine of any speed.

The clock is that of the sound, so the same readings are made wherever this runs.
"""

from __future__ import annotations

import threading
from difflib import SequenceMatcher

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.messages import Load, Provisional, Spoken
from dokuhelfer.engine.worker.live import LiveText
from dokuhelfer.engine.worker.recogniser import Recogniser
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.resources import data_path

FOLDER = data_path("models", "demo-speech")
PAUSE = 0.45
BLOCK = SAMPLE_RATE // 10
SECONDS = 20
COST = 0.2
"""Seconds that a reading is said to take."""

Utterance = tuple[list[Provisional], Spoken]


@pytest.fixture(scope="module")
def utterances() -> list[Utterance]:
    with FileSource.open(FOLDER / "samples" / "pflegebericht.ogg") as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    recogniser = Recogniser(Load(str(FOLDER), "de", beam_size=5, threads=1, pause=PAUSE))
    now = 0.0
    live = LiveText(recogniser, clock=lambda: now)
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    understanding = Understanding(recogniser, sharing=False)
    found: list[Utterance] = []
    shown: list[Provisional] = []
    for first in range(0, SECONDS * SAMPLE_RATE, BLOCK):
        now = max(now, first / SAMPLE_RATE)
        for cut in cutter.push(sound[2 * first : 2 * (first + BLOCK)]):
            for progress in understanding.take(cut):
                if progress.spoken is not None:
                    found.append((shown, progress.spoken))
                    shown = []
        reading = live.look_at(cutter.open_utterance())
        if reading is not None:
            now += COST
            shown.append(reading)
    return found


def kept(shown: tuple[str, ...], final: str) -> int:
    """How many of the shown words the final text has, in their order."""
    one, other = ([bare(word) for word in words] for words in (shown, final.split()))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def bare(word: str) -> str:
    return "".join(filter(str.isalnum, word)).casefold()


def test_most_words_are_stable_before_they_are_final_and_hardly_one_changes(
    utterances: list[Utterance],
) -> None:
    stable = [(readings[-1].stable, final.text) for readings, final in utterances]
    words = sum(len(shown) for shown, _ in stable)
    changed = words - sum(kept(shown, final) for shown, final in stable)

    assert words >= 0.6 * sum(len(final.text.split()) for _, final in utterances)
    assert changed <= 0.02 * words


def test_most_words_are_shown_while_they_are_spoken(utterances: list[Utterance]) -> None:
    last = [(readings[-1].stable + readings[-1].tail, final.text) for readings, final in utterances]

    shown = sum(kept(words, final) for words, final in last)
    assert shown >= 0.75 * sum(len(final.split()) for _, final in last)
