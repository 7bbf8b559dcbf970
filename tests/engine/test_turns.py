"""A language model computes nothing while a recognition does."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import psutil
import pytest

from dokuhelfer.audio.source import FileSource
from dokuhelfer.bench.live import PacedSource
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.language_messages import Piece, Turn
from dokuhelfer.engine.models import LanguageModel, SpeechModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.model import LiveText, Segment
from dokuhelfer.transcript.transcribe import NoListener, transcribe
from dokutest.languages import ROOMY, fake_language
from dokutest.sounds import RATE

LETTERS = (" A", " B")
TASK = (Piece("Ordne die Aussagen zu.", Turn.SYSTEM),)
LONG = (Piece("Sie schläft. " * 1150, Turn.USER),)
DEMO = SpeechModel(
    "demo", data_path("models", "demo-speech"), 80, memory_mb=1, is_demo=True, sha256=None
)

A_MOMENT = 0.5
"""Seconds after which a step that was begun is over."""
A_STEP = 0.2
"""Seconds of the processor that it takes at most, until it is told and until it ends."""


def spent(process: psutil.Process) -> float:
    """Seconds of the processor."""
    times = process.cpu_times()
    return float(times.user + times.system)


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[Future[object]]:
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(work)


def test_it_is_taken_as_long_as_any_recognition_works() -> None:
    turns = Turns()
    with turns.recognition() as first, turns.recognition() as second:
        assert not turns.is_free
        first(False)
        assert not turns.is_free
        second(False)
        assert turns.is_free
        second(True)
        assert not turns.is_free
    assert turns.is_free


def test_no_model_is_loaded_while_a_recognition_works() -> None:
    turns = Turns()
    model, options = fake_language("obey")
    with (
        LanguageWorker(model, options, turns=turns) as worker,
        turns.recognition() as works,
        beside(lambda: worker.begin(TASK)) as begun,
    ):
        time.sleep(A_MOMENT)
        assert worker.pid is None
        works(False)
        assert begun.result(10) == len(TASK)


def test_a_wait_for_the_turn_can_be_cancelled() -> None:
    turns, cancel = Turns(), threading.Event()
    model, options = fake_language("obey")
    with LanguageWorker(model, options, cancel, turns) as worker, turns.recognition():
        cancel.set()
        with pytest.raises(DokuError) as caught:
            worker.begin(TASK)
        assert caught.value.code is Code.CANCELLED


@pytest.mark.llama
@pytest.mark.program
class TestTheRealOne:
    def test_it_computes_nothing_and_goes_on_where_it_was(
        self, random_language: LanguageModel
    ) -> None:
        turns = Turns()
        with LanguageWorker(random_language, ROOMY, turns=turns) as worker:
            begun = worker.begin(TASK)
            child = psutil.Process(worker.pid)
            with beside(lambda: worker.append(LONG)) as appended:
                with turns.recognition():
                    time.sleep(A_MOMENT)
                    before = spent(child)
                    time.sleep(2 * A_MOMENT)
                    assert spent(child) - before < A_MOMENT / 2
                    assert not appended.done()
                assert appended.result(120) > begun

    def test_who_waits_can_be_cancelled_and_asked_again(
        self, random_language: LanguageModel
    ) -> None:
        turns, cancel = Turns(), threading.Event()
        with LanguageWorker(random_language, ROOMY, cancel, turns) as worker:
            begun = worker.begin(TASK)
            with turns.recognition(), beside(lambda: worker.append(LONG)) as appended:
                time.sleep(A_MOMENT)
                cancel.set()
                error = appended.exception(10)
                assert isinstance(error, DokuError)
                assert error.code is Code.CANCELLED
            cancel.clear()
            assert worker.choose(LETTERS) in (0, 1)
            worker.rewind(begun)


class Watched(Turns):
    """Tells when a recognition takes its turn and when it gives it back."""

    def __init__(self, tell: Callable[[bool], None]) -> None:
        super().__init__()
        self._tell = tell

    @contextmanager
    def recognition(self) -> Iterator[Callable[[bool], None]]:
        with super().recognition() as works:

            def told(now: bool) -> None:
                works(now)
                self._tell(now)

            yield told


class Order(NoListener):
    """What happened, in its order."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def live_text(self, text: LiveText) -> None:
        self.seen.append("text")

    def segment_received(self, segment: Segment) -> None:
        self.seen.append("text")

    def turn(self, now: bool) -> None:
        self.seen.append("works" if now else "rests")


@pytest.fixture(scope="module")
def speech() -> PacedSource:
    """A room, a sentence at its own pace, a room."""
    with FileSource.open(DEMO.path / "samples" / "pflegebericht.ogg") as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    room = bytes(2 * RATE)
    return PacedSource(room + sound[: 2 * round(3.3 * RATE)] + room + room)


@pytest.mark.program
def test_a_recognition_works_where_text_is_made_and_rests_else(speech: PacedSource) -> None:
    order = Order()
    transcribe(speech, DEMO, live=DEMO, listener=order, turns=Watched(order.turn))
    turns = [one for one in order.seen if one != "text"]
    assert len(turns) > 3
    assert turns == ["rests", "works"] * (len(turns) // 2) + ["rests"] * (len(turns) % 2)
    assert "text" in order.seen
    working = False
    for one in order.seen:
        assert working or one != "text"
        working = one == "works" or (working and one != "rests")


@pytest.mark.llama
@pytest.mark.program
def test_a_model_computes_in_the_pauses_of_a_recognition(
    random_language: LanguageModel, speech: PacedSource
) -> None:
    moments: list[tuple[bool, float]] = []
    turns = Watched(lambda now: moments.append((now, spent(child))))
    with LanguageWorker(random_language, ROOMY, turns=turns) as worker:
        worker.begin(TASK)
        child = psutil.Process(worker.pid)
        with beside(lambda: worker.append(LONG)) as appended:
            transcribe(speech, DEMO, live=DEMO, turns=turns)
            appended.result(120)
    beside_it = [then - first for (now, first), (_, then) in itertools.pairwise(moments) if now]
    assert beside_it
    assert sum(beside_it) / len(beside_it) < A_STEP
