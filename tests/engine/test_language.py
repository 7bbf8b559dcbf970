"""The parent's side of the language job, with fakes that misbehave and with the real one."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_messages import Piece, Turn, Written
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.errors import Code, DokuError
from dokutest.gguf import write_random_model
from dokutest.languages import ROOMY, fake_language

TASK = (Piece("Ordne die Aussagen zu.", Turn.SYSTEM),)
TEXT = (Piece("[1] Sie hat gut geschlafen.", Turn.USER), Piece("[1] =", Turn.ASSISTANT))
LETTERS = (" A", " B", " C", " -")
HALF_A_SECOND = 0.5
"""Promised are 300 ms; the machine that runs the tests may be busy."""


def failure(worker: LanguageWorker) -> Code:
    worker.begin(TASK)
    with pytest.raises(DokuError) as caught:
        worker.choose(LETTERS)
    return caught.value.code


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        ("abort", Code.LANGUAGE_LOST),
        ("option_from_nowhere", Code.LANGUAGE_LOST),
        ("other_answer", Code.LANGUAGE_LOST),
        ("garbage", Code.LANGUAGE_LOST),
        ("hang", Code.WORKER_UNRESPONSIVE),
        ("out_of_memory", Code.OUT_OF_MEMORY),
        ("exit_137", Code.OUT_OF_MEMORY),
        ("defect", Code.MODEL_DEFECT),
    ],
)
def test_every_way_to_lose_a_model_has_its_error(behaviour: str, code: Code) -> None:
    with LanguageWorker(*fake_language(behaviour)) as worker:
        assert failure(worker) is code


@pytest.mark.parametrize("behaviour", ["hang", "halt"])
def test_a_cancel_is_heeded_at_once(behaviour: str) -> None:
    cancel = threading.Event()
    with LanguageWorker(*fake_language(behaviour), cancel) as worker:
        worker.begin(TASK)
        moments: list[float] = []
        timer = threading.Timer(0.3, lambda: (moments.append(time.monotonic()), cancel.set()))
        timer.start()
        with pytest.raises(DokuError) as caught:
            worker.choose(LETTERS)
        waited = time.monotonic() - moments[0]
        timer.join()
        assert caught.value.code is Code.CANCELLED
        assert waited < HALF_A_SECOND
        cancel.clear()
        if behaviour == "halt":
            assert worker.append(TEXT) == len(TASK) + len(TEXT)  # it can still be asked


def test_a_reader_who_has_enough_ends_the_writing() -> None:
    with LanguageWorker(*fake_language("obey")) as worker:
        worker.begin(TASK)
        writing = worker.write(10)
        assert next(writing) == "und "
        writing.close()


def test_too_little_memory_is_told_before_anything_starts() -> None:
    model, options = fake_language("obey")
    with LanguageWorker(replace(model, memory_mb=10**9), options) as worker:
        with pytest.raises(DokuError) as caught:
            worker.begin(TASK)
        assert caught.value.code is Code.TOO_LITTLE_MEMORY
        assert worker.pid is None


class _Kept:
    """A writing to be gone through, and how it ended."""

    def __init__(self, pieces: Generator[str, None, Written]) -> None:
        self._pieces = pieces
        self.written: Written | None = None

    def __iter__(self) -> Iterator[str]:
        self.written = yield from self._pieces


@pytest.mark.llama
@pytest.mark.program
class TestTheRealOne:
    def test_it_answers(self, random_language: LanguageModel) -> None:
        with LanguageWorker(random_language, ROOMY) as worker:
            begun = worker.begin(TASK)
            held = worker.append(TEXT)
            assert 0 < begun < held
            first = worker.choose(LETTERS)
            written = "".join(worker.write(20))
            worker.rewind(held)
            assert worker.choose(LETTERS) == first
            assert "".join(worker.write(20)) == written
            worker.rewind(begun)
            assert worker.append(TEXT) == held

    def test_a_prompt_too_long_is_told_and_not_cut(self, random_language: LanguageModel) -> None:
        options = LanguageOptions(context=512, threads=1, kept=None)
        with LanguageWorker(random_language, options) as worker:
            begun = worker.begin(TASK)
            with pytest.raises(DokuError) as caught:
                worker.append((Piece("ä" * 1000, Turn.USER),))
            assert caught.value.code is Code.DICTATION_TOO_LONG
            assert caught.value.params["tokens"] > 2000 > caught.value.params["most"] >= 512
            worker.rewind(begun)
            assert worker.append(TEXT) > begun

    def test_what_is_at_hand_saves_steps_and_changes_nothing(
        self, random_language: LanguageModel
    ) -> None:
        said = "Sie hat gut geschlafen."
        steps: list[int] = []
        with LanguageWorker(random_language, ROOMY) as worker:
            for near in ("", said):
                worker.begin(TASK)
                writing = _Kept(worker.recite(said, near))
                assert "".join(writing) == said
                assert writing.written is not None
                steps.append(writing.written.steps)
        assert steps[1] < steps[0]  # steps of each size are tried at least once

    def test_a_cancel_ends_long_work_and_leaves_the_prompt(
        self, random_language: LanguageModel
    ) -> None:
        cancel = threading.Event()
        with LanguageWorker(random_language, ROOMY, cancel) as worker:
            begun = worker.begin(TASK)
            child = worker.pid
            moments: list[float] = []
            timer = threading.Timer(0.2, lambda: (moments.append(time.monotonic()), cancel.set()))
            timer.start()
            with pytest.raises(DokuError) as caught:
                worker.append((Piece("Sie schläft. " * 1150, Turn.USER),))
            waited = time.monotonic() - moments[0]
            timer.join()
            assert caught.value.code is Code.CANCELLED
            assert waited < HALF_A_SECOND
            cancel.clear()
            worker.rewind(begun)
            assert worker.append(TEXT) > begun
            assert worker.pid == child

    @pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="ends by a signal")
    def test_a_killed_child_is_lost(self, random_language: LanguageModel) -> None:
        with LanguageWorker(random_language, ROOMY) as worker:
            worker.begin(TASK)
            assert worker.pid is not None
            os.kill(worker.pid, signal.SIGKILL)
            with pytest.raises(DokuError) as caught:
                worker.append(TEXT)
            assert caught.value.code is Code.LANGUAGE_LOST

    def test_a_file_of_the_same_size_and_other_content(
        self, random_language: LanguageModel, tmp_path: Path
    ) -> None:
        file = write_random_model(tmp_path / "model.gguf", seed=1)
        assert file.stat().st_size == random_language.file.stat().st_size
        with LanguageWorker(replace(random_language, file=file), ROOMY) as worker:
            with pytest.raises(DokuError) as caught:
                worker.begin(TASK)
            assert caught.value.code is Code.MODEL_DEFECT

    @pytest.mark.parametrize("sha256", [True, False], ids=["known by hash", "not known"])
    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("cut", Code.MODEL_DEFECT),
            ("zeros", Code.MODEL_DEFECT),
            ("text", Code.MODEL_DEFECT),
            ("gone", Code.MODEL_MISSING),
        ],
    )
    def test_a_file_that_is_no_model(
        self,
        random_language: LanguageModel,
        tmp_path: Path,
        content: str,
        code: Code,
        sha256: bool,
    ) -> None:
        whole = random_language.file.read_bytes()
        file = tmp_path / "model.gguf"
        if content != "gone":
            half = len(whole) // 2
            made = {"cut": whole[:half], "zeros": bytes(half), "text": b"GGUF " + b"x" * half}
            file.write_bytes(made[content])
        known = random_language.sha256 if sha256 else None
        model = replace(random_language, file=file, sha256=known)
        with LanguageWorker(model, ROOMY) as worker:
            with pytest.raises(DokuError) as caught:
                worker.begin(TASK)
            assert caught.value.code is code

    def test_the_fixed_part_is_restored_the_next_time(
        self, random_language: LanguageModel, tmp_path: Path
    ) -> None:
        options = replace(ROOMY, kept=tmp_path / "kept")
        answers = []
        for _ in range(2):
            with LanguageWorker(random_language, options) as worker:
                worker.begin(TASK)
                worker.append(TEXT)
                answers.append((worker.choose(LETTERS), "".join(worker.write(10))))
            kept = sorted(file.suffix for file in (tmp_path / "kept").iterdir())
            assert kept == [".prefix", ".seal"]
        assert answers[0] == answers[1]
