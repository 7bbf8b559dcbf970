"""Sound becomes a transcript: the speech job run to its end, through lost children too."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Protocol

import psutil

from dokuhelfer.audio.backlog import Backlog
from dokuhelfer.audio.pcm import SAMPLE_RATE, seconds
from dokuhelfer.audio.source import AudioSource, SourceLost
from dokuhelfer.engine import cpu, memory
from dokuhelfer.engine.messages import Live, LiveEnded, Load, Progress, Provisional, Ready
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import (
    Crashed,
    Failed,
    Finished,
    Outcome,
    OutOfMemory,
    Unresponsive,
    error_of,
)
from dokuhelfer.engine.recognition import Recognition
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code
from dokuhelfer.transcript.assembly import Assembly
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.ordinary import strange_first

BEAM = 5
"""Beam of a final text (inference.md §0) where nothing was measured; partials take 1."""

_PAUSE = 0.7
"""Seconds of pause that end an utterance (issue 4, "Utterances")."""

_DEMO_PAUSE = 0.45
"""The demo model mixes up sentences that stand in one window (its README), so it is given
them one by one."""


_MOST_HOTWORDS = 200
"""More than ever fit beside the text; the child takes what fits."""


class TranscriptionListener(Protocol):
    """Hears of everything as it comes. Called in the thread that called `transcribe`."""

    def segment_received(self, segment: Segment) -> None:
        """An utterance is final."""

    def progressed(self, done: float, total: float | None) -> None:
        """``done`` seconds of ``total`` (None: unknown) are dealt with."""

    def restarted(self) -> None:
        """The child was lost; another one goes on."""

    def words_expected(self, fitted: int) -> None:
        """The model is loaded; so many words of the vocabulary were told it beforehand.

        Not called without a vocabulary; again for every model that is loaded anew."""

    def live_text(self, text: LiveText) -> None:
        """What is being said right now. The next text that starts there replaces it, and so
        does a segment that ends behind its start."""

    def live_ended(self) -> None:
        """No live text will come: the machine is too slow. Segments go on coming."""


class NoListener:
    """A listener that does nothing; derive from it to hear only some of it."""

    def segment_received(self, segment: Segment) -> None:
        """See `TranscriptionListener`."""

    def progressed(self, done: float, total: float | None) -> None:
        """See `TranscriptionListener`."""

    def restarted(self) -> None:
        """See `TranscriptionListener`."""

    def words_expected(self, fitted: int) -> None:
        """See `TranscriptionListener`."""

    def live_text(self, text: LiveText) -> None:
        """See `TranscriptionListener`."""

    def live_ended(self) -> None:
        """See `TranscriptionListener`."""


def transcribe(
    source: AudioSource,
    model: SpeechModel,
    *,
    live: SpeechModel | None = None,
    vocabulary: Sequence[str] = (),
    listener: TranscriptionListener | None = None,
    threads: int = 0,
    beam: int = 0,
    yields: bool = False,
    cancel: threading.Event | None = None,
    engine: EngineOptions | None = None,
    turns: Turns | None = None,
) -> Transcript:
    """Recognise all of ``source`` with ``model``.

    A lost child is replaced and goes on after the last finished utterance, up to
    `EngineOptions.restarts` times; then the transcript is what there is, with ``complete``
    False. Without speech it has no segments.

    Args:
        live: the model that reads an utterance while it is spoken, may be the same; None
            for sound that nobody is waiting beside.
        vocabulary: words to expect, the most important first.
        listener: hears of segments as they come; whatever happens, it has had them all.
        threads: of the model; 0 leaves the choice to `engine.cpu.worker_threads`.
        beam: how many texts are weighed against each other; 0 takes `BEAM`.
        yields: other recognitions come first; for sound nobody waits beside.
        cancel: set it to end with `CANCELLED`.
        turns: those of the program, told when the model computes.

    Raises:
        DokuError: the sound is unusable, the processor or the memory do not suffice, the
            model is defective, cancelled, or the child was lost before anything was done.
    """
    options = engine or EngineOptions()
    cpu.require(cpu.SPEECH_FLAGS)
    needed = model.memory_mb + _memory_beside(model, live)
    memory.require(needed)
    listener = listener or NoListener()
    run = _Run(source, listener, cancel or threading.Event(), options, bool(vocabulary), turns)
    load = load_request(model, live, vocabulary, threads, beam, yields=yields)
    return run.to_the_end(load, model.id, needed)


def _memory_beside(model: SpeechModel, live: SpeechModel | None) -> int:
    """MB of a second model for live text."""
    return 0 if live is None or live.path == model.path else live.memory_mb


def load_request(
    model: SpeechModel,
    live: SpeechModel | None = None,
    vocabulary: Sequence[str] = (),
    threads: int = 0,
    beam: int = 0,
    *,
    yields: bool = False,
) -> Load:
    """What `transcribe` asks the child for; arguments as there."""
    second = None if live is None or live.path == model.path else str(live.path)
    return Load(
        live=None if live is None else Live(second),
        folder=str(model.path),
        language="de",
        beam_size=beam or BEAM,
        threads=threads or cpu.worker_threads(psutil.cpu_count(logical=False)),
        pause=_DEMO_PAUSE if model.is_demo else _PAUSE,
        # The demo model has never seen a prompt: it answers one with other sentences.
        hotwords=() if model.is_demo else strange_first(vocabulary)[:_MOST_HOTWORDS],
        pack=not model.is_demo,
        # Nor has it learnt to speak without times.
        timed=model.is_demo,
        made_up=model.is_shape,
        yields=yields,
    )


class _Run:
    """One transcription; see `transcribe`."""

    def __init__(
        self,
        source: AudioSource,
        listener: TranscriptionListener,
        cancel: threading.Event,
        options: EngineOptions,
        expecting: bool,
        turns: Turns | None,
    ) -> None:
        self._turns = turns
        self._expecting = expecting
        self._source = source
        self._listener = listener
        self._cancel = cancel
        self._options = options
        self._backlog = Backlog(options.backlog)
        self._assembly = Assembly()
        self._failure: Exception | None = None
        self._source_lost = False

    def to_the_end(self, load: Load, id: str, needed_mb: int) -> Transcript:
        with self._filled_backlog():
            outcome = self._recognise(load, needed_mb)
        if self._failure is not None:
            raise self._failure
        if not isinstance(outcome, Finished) and not self._may_stand_incomplete(outcome):
            raise error_of(outcome)
        complete = isinstance(outcome, Finished) and not self._source_lost
        duration = self._listed_to_the_end() if complete else self._source.duration
        return self._assembly.transcript(id, duration, complete)

    def _listed_to_the_end(self) -> float:
        """The length of the sound, with what a damaged file has lost listed behind the rest.

        Where inside the file it was lost is not known; a claim beyond the longest recording
        is not believed.
        """
        heard = seconds(self._backlog.end)
        claimed = round(heard + self._source.lost, 3)
        if not heard < claimed <= self._options.max_seconds:
            return heard
        self._assembly.add_lost(heard, claimed)
        return claimed

    def _recognise(self, load: Load, needed_mb: int) -> Outcome:
        for restart in range(self._options.restarts + 1):
            if restart:
                if not memory.suffices(needed_mb):
                    break
                self._listener.restarted()
            recognition = Recognition(
                load, self._backlog, self._report, self._options, self._show, self._turns
            )
            outcome = recognition.run(self._shall_stop)
            if not _may_succeed_again(outcome, self._backlog.first):
                break
        return outcome

    def _may_stand_incomplete(self, outcome: Outcome) -> bool:
        """A lost child leaves what came before; a model or a wish to cancel does not."""
        return _is_lost(outcome) and self._backlog.first > 0

    def _shall_stop(self) -> bool:
        return self._cancel.is_set() or self._failure is not None

    def _report(self, progress: Progress) -> None:
        segment = self._assembly.add(progress)
        if segment is not None:
            self._listener.segment_received(segment)
        self._listener.progressed(progress.through / SAMPLE_RATE, self._source.duration)

    def _show(self, message: Ready | Provisional | LiveEnded) -> None:
        match message:
            case Ready(hotwords=fitted):
                if self._expecting:
                    self._listener.words_expected(fitted)
            case LiveEnded():
                self._listener.live_ended()
            case Provisional(start, through, stable, tail):
                self._listener.live_text(LiveText(start, through, stable, tail))

    # --- the thread that fills the backlog -------------------------------------------------

    @contextmanager
    def _filled_backlog(self) -> Iterator[None]:
        """Meanwhile, a thread takes blocks from the source as there is room."""
        stop = threading.Event()
        thread = threading.Thread(target=self._fill, args=(stop,), name="sound", daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            self._backlog.close()
            thread.join()

    def _fill(self, stop: threading.Event) -> None:
        try:
            with closing(self._source.blocks(stop)) as blocks:
                for block in blocks:
                    if not self._backlog.add(block):
                        return
        except SourceLost:
            self._source_lost = True
        except Exception as error:  # noqa: BLE001 - raised again in the calling thread
            self._failure = error
        finally:
            self._backlog.close()


def _is_lost(outcome: Outcome) -> bool:
    """Whether the child ended for a reason that lies in itself, not in model or sound."""
    if isinstance(outcome, Failed):
        return outcome.code is Code.INTERNAL
    return isinstance(outcome, Crashed | OutOfMemory | Unresponsive)


def _may_succeed_again(outcome: Outcome, done: int) -> bool:
    """Whether a new child may get further. One that had no memory to begin with, or died of
    an instruction this processor lacks, would die again."""
    match outcome:
        case OutOfMemory():
            return done > 0
        case Crashed(illegal_instruction=illegal):
            return not illegal
        case _:
            return _is_lost(outcome)
