"""Transcription with the demo model, in the real child programs."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.worker.utterances import UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.json import from_json, to_json
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.transcript.transcribe import load_request, transcribe
from dokutest.engines import Notes
from dokutest.leftovers import Children
from dokutest.sounds import RATE, ffmpeg, write_wav

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
SAMPLE = FOLDER / "samples" / "pflegebericht.ogg"
SECONDS = 10


@pytest.fixture(scope="module")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("Jörg Müßig-Öztürk") / "anfang.wav"
    ffmpeg("-i", str(SAMPLE), "-t", str(SECONDS), "-ar", str(RATE), str(path))
    return path


@pytest.fixture(scope="module")
def undisturbed(excerpt: Path) -> Transcript:
    return run(excerpt)


def run(path: Path, notes: Notes | None = None, **options: object) -> Transcript:
    with FileSource.open(path) as source:
        return transcribe(source, MODEL, listener=notes, **options)  # type: ignore[arg-type]


def words_of(transcript: Transcript) -> list[str]:
    return " ".join(segment.text for segment in transcript.segments).split()


def test_a_sample_comes_out_with_words_and_times(undisturbed: Transcript) -> None:
    spoken = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8").split()
    heard = words_of(undisturbed)

    assert undisturbed.complete
    assert undisturbed.model == "demo-speech"
    assert undisturbed.duration == pytest.approx(SECONDS, abs=0.1)
    # The excerpt may end within a word.
    same = sum(one == other for one, other in zip(spoken, heard, strict=False))
    assert same >= 0.8 * len(heard) >= 6
    assert [segment.id for segment in undisturbed.segments] == list(
        range(len(undisturbed.segments))
    )


def test_times_run_on_and_words_lie_in_their_segments(undisturbed: Transcript) -> None:
    before = 0.0
    for segment in undisturbed.segments:
        assert segment.start is not None
        assert segment.end is not None
        assert before <= segment.start < segment.end <= SECONDS
        assert [word.text for word in segment.words] == segment.text.split()
        for word in segment.words:
            assert segment.start <= word.start <= word.end <= segment.end
            assert 0 <= word.p <= 1
        before = segment.end


def test_it_goes_through_json(undisturbed: Transcript) -> None:
    assert from_json(to_json(undisturbed)) == undisturbed


def test_the_same_sound_gives_the_same_text(excerpt: Path, undisturbed: Transcript) -> None:
    notes = Notes()

    assert run(excerpt, notes) == undisturbed
    assert notes.segments == list(undisturbed.segments)
    assert notes.done[-1] == pytest.approx(SECONDS, abs=0.1)


def test_a_vocabulary_does_no_harm(excerpt: Path, undisturbed: Transcript) -> None:
    heard = words_of(run(excerpt, vocabulary=[words_of(undisturbed)[1], "Novalgin"] * 300))

    assert len(heard) >= 0.5 * len(words_of(undisturbed))


class Killer(threading.Thread):
    """Kills one child of this process, of either kind, after some seconds."""

    def __init__(self, delay: float, pick: random.Random, children: Children) -> None:
        super().__init__(name="killer")
        self._children = children
        self._delay = delay
        self._pick = pick
        self.killed = 0

    def run(self) -> None:
        time.sleep(self._delay)
        children = self._children()
        if children:
            self._pick.choice(children).kill()
            self.killed += 1


def kill_at(
    excerpt: Path, undisturbed: Transcript, children: Children, moments: int, seed: int
) -> None:
    pick = random.Random(seed)
    began = time.monotonic()
    assert run(excerpt) == undisturbed
    length = time.monotonic() - began
    killed = 0
    for _ in range(moments):
        killer = Killer(pick.uniform(0.0, length), pick, children)
        killer.start()
        transcript = run(excerpt)
        killer.join()
        killed += killer.killed
        assert transcript == undisturbed
        assert children() == []
    assert killed >= moments * 0.7


def test_killing_a_child_at_any_moment_changes_nothing(
    excerpt: Path, undisturbed: Transcript, children: Children
) -> None:
    kill_at(excerpt, undisturbed, children, moments=20, seed=4)


def test_killing_every_child_leaves_what_came_before(
    undisturbed: Transcript, children: Children
) -> None:
    def kill_children() -> None:
        for child in children():
            child.kill()

    notes = Notes(on_segment=kill_children)

    transcript = run(SAMPLE, notes)

    assert not transcript.complete
    assert notes.restarts == 3
    assert list(transcript.segments) == notes.segments
    # One a child; the excerpt's last sentence may be cut off.
    assert len(transcript.segments) == 4
    assert transcript.segments[:2] == undisturbed.segments[:2]


def test_a_child_lost_between_utterances_of_one_window_leaves_no_gap(
    monkeypatch: pytest.MonkeyPatch, children: Children
) -> None:
    """Several utterances share a window, as with a real model. What comes after the loss stands
    in other windows and may read otherwise, but each utterance is told of exactly once: as text,
    or as a stretch that was withheld."""
    utterances = cut_at_pauses(SAMPLE, 0.7)
    asked = replace(load_request(MODEL), pack=True, pause=0.7)
    monkeypatch.setattr("dokuhelfer.transcript.transcribe.load_request", lambda *_, **_named: asked)

    def kill_once() -> None:
        if len(notes.segments) == 2:
            for child in children():
                child.kill()

    notes = Notes(on_segment=kill_once)
    with FileSource.open(SAMPLE) as source:
        transcript = transcribe(source, MODEL, listener=notes)

    assert notes.restarts == 1
    assert transcript.complete
    assert len(utterances) > 3
    assert notes.done == sorted(set(notes.done))
    assert notes.done[-1] == pytest.approx(transcript.duration, abs=0.01)
    spoken = [segment.start or 0.0 for segment in transcript.segments]
    assert spoken == sorted(spoken)
    told = [sum(start <= one <= end for one in spoken) for start, end in utterances]
    assert sum(told) == len(spoken)
    for times, (start, end) in zip(told, utterances, strict=True):
        withheld = any(s.start < end - 0.5 and s.end > start + 0.5 for s in transcript.skipped)
        assert times == 1 or (times == 0 and withheld)


def cut_at_pauses(path: Path, pause: float) -> list[tuple[float, float]]:
    """Start and end (s) of the utterances of a file."""
    with FileSource.open(path) as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    cutter = UtteranceCutter(SpeechDetector(), pause)
    found = [cut.utterance for cut in (*cutter.push(sound), *cutter.finish())]
    return [(one.start / RATE, one.end / RATE) for one in found if one is not None]


def test_cancel_is_quick_and_keeps_what_was_heard(excerpt: Path, undisturbed: Transcript) -> None:
    cancel = threading.Event()
    cancelled_at = 0.0

    def cancel_now() -> None:
        nonlocal cancelled_at
        cancelled_at = time.monotonic()
        cancel.set()

    notes = Notes(on_segment=cancel_now)
    with pytest.raises(DokuError) as raised:
        run(excerpt, notes, cancel=cancel)

    assert raised.value.code is Code.CANCELLED
    assert time.monotonic() - cancelled_at < 2
    assert notes.segments == [undisturbed.segments[0]]


def noise(seconds: float, level: float) -> bytes:
    samples = np.random.default_rng(3).standard_normal(round(seconds * RATE))
    return (samples * level * 32767).astype("<i2").tobytes()


def test_a_sentence_after_a_long_silence_is_complete(
    excerpt: Path, tmp_path: Path, undisturbed: Transcript
) -> None:
    path = tmp_path / "spät.wav"
    ffmpeg("-i", str(excerpt), "-af", "adelay=20000", str(path))
    transcript = run(path)

    assert words_of(transcript) == words_of(undisturbed)
    assert transcript.skipped[0].start == 0.0
    assert transcript.skipped[0].end == pytest.approx(20.0, abs=0.6)


def test_memory_does_not_grow_with_the_sound(tmp_path: Path, children: Children) -> None:
    def peak(seconds: int) -> int:
        path = write_wav(tmp_path / f"{seconds}.wav", noise(seconds, 0.01))
        watcher = Watcher(children)
        watcher.start()
        run(path)
        watcher.stop.set()
        watcher.join()
        return watcher.highest

    assert peak(600) < peak(60) + 20 * 1024 * 1024


class Watcher(threading.Thread):
    """Looks at the memory of the test's child processes."""

    def __init__(self, children: Children) -> None:
        super().__init__(name="watcher")
        self._children = children
        self.stop = threading.Event()
        self.highest = 0

    def run(self) -> None:
        while not self.stop.wait(0.05):
            for child in self._children():
                try:
                    self.highest = max(self.highest, child.memory_info().rss)
                except psutil.NoSuchProcess:
                    continue


def test_the_demo_model_is_told_no_words(excerpt: Path, undisturbed: Transcript) -> None:
    """It was trained without prompts and answers one with other sentences."""
    notes = Notes()

    assert run(excerpt, notes, vocabulary=["Novalgin", "Ramipril"]) == undisturbed
    assert notes.expected == [0]


def test_what_the_demo_model_has_not_learnt_is_not_asked_of_it() -> None:
    """Several sentences in one window, and text without written times."""
    demo, real = (load_request(replace(MODEL, is_demo=demo)) for demo in (True, False))

    assert (demo.pack, demo.timed) == (False, True)
    assert (real.pack, real.timed) == (True, False)
