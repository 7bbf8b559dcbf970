"""The speech job: blocks of sound in, utterances as text out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE
from dokuhelfer.engine.messages import (
    MAX_BLOCK_SAMPLES,
    VERSION,
    Busy,
    Done,
    EndOfSound,
    LiveEnded,
    Load,
    Message,
    Progress,
    Ready,
    Sound,
)
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import confine
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.engine.worker.live import LiveText
from dokuhelfer.engine.worker.recogniser import Recogniser
from dokuhelfer.engine.worker.settling import Settling
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import Stretch, UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.errors import Code, DokuError

_LOOK = 0.2
"""Seconds of waiting for sound after which there is something else to do."""

_PAUSED = 3.0
"""Seconds without any sound after which a recording is paused: what was said is complete. One
that runs brings a block several times a second."""

_STALLED = 30.0
"""The same for sound nobody waits beside: a file that is read slowly is cut no earlier, since
the same file shall give the same text."""


def run(channel: Channel) -> None:
    """Answer one `Load` request: `Ready`, a `Progress` per cut, and `Done` at the end."""
    request = channel.receive()
    if not isinstance(request, Load):
        raise ProtocolError("load expected")
    if request.yields:
        confine.give_way()
    cutter = UtteranceCutter(SpeechDetector(), request.pause, request.start)
    turn = _Turn(channel)
    recogniser = _load(request, turn)
    understanding = Understanding(recogniser, request.pack, request.made_up)
    paused = _STALLED if request.live is None else _PAUSED
    listening = _Listening(cutter, understanding, request.start, paused)
    beside = None if request.live is None else _Beside(_live_reader(request, recogniser, turn))
    channel.send(Ready(VERSION, hotwords=recogniser.expected))
    while not isinstance(message := _next(channel, turn), EndOfSound):
        if isinstance(message, Sound):
            found = listening.hear(message)
        elif message is None:
            found = listening.wait(_LOOK)
        else:
            raise ProtocolError("sound expected")
        for progress in found:
            channel.send(progress)
        if beside is not None:
            beside.work(channel, listening)
    for progress in listening.finish():
        channel.send(progress)
    channel.send(Done(listening.sample))


def _next(channel: Channel, turn: _Turn) -> Message | None:
    """The parent's next message; a model that waits for it does not compute."""
    if channel.is_idle:
        turn.give_back()
    return channel.receive_within(_LOOK)


class _Turn:
    """Tells the parent when a model computes, and when none does any more."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._taken = False

    def take(self) -> None:
        """A model is about to compute."""
        if not self._taken:
            self._taken = True
            self._channel.send(Busy(True))

    def give_back(self) -> None:
        """Nothing is left to compute."""
        if self._taken:
            self._taken = False
            self._channel.send(Busy(False))


def _load(request: Load, turn: _Turn) -> Recogniser:
    # faster-whisper takes a path that is no folder for a name to download.
    if not Path(request.folder).is_absolute() or not Path(request.folder).is_dir():
        raise DokuError(Code.MODEL_MISSING)
    try:
        return Recogniser(request, turn.take)
    except MemoryError:
        raise
    except Exception as error:  # the libraries raise RuntimeError, ValueError and bare ones
        raise DokuError(Code.MODEL_DEFECT) from error


def _live_reader(request: Load, recogniser: Recogniser, turn: _Turn) -> Recogniser:
    if request.live is None or request.live.folder is None:
        return recogniser
    return _load(replace(request, folder=request.live.folder), turn)


class _Listening:
    """From sound to progress messages."""

    def __init__(
        self, cutter: UtteranceCutter, understanding: Understanding, start: int, paused: float
    ) -> None:
        self._cutter = cutter
        self._understanding = understanding
        self._next = start
        self._paused = paused
        self._waited = 0.0

    @property
    def sample(self) -> int:
        """The sample after the last one heard."""
        return self._next

    @property
    def open_utterance(self) -> Stretch | None:
        """See `UtteranceCutter.open_utterance`."""
        return self._cutter.open_utterance()

    @property
    def quiet_for(self) -> float:
        """Seconds in which nobody spoke, or no sound came at all."""
        return self._cutter.quiet_for() + self._waited

    @property
    def held(self) -> float:
        """See `Understanding.held`."""
        return self._understanding.held

    def settle(self) -> Iterator[Progress]:
        """Make final what is closed."""
        yield from self._understanding.finish()

    def hear(self, sound: Sound) -> Iterator[Progress]:
        """Take a block; it has to begin where the one before ended."""
        length = len(sound.pcm) // BYTES_PER_SAMPLE
        if length > MAX_BLOCK_SAMPLES or len(sound.pcm) % BYTES_PER_SAMPLE:
            raise ProtocolError("wrong block")
        if sound.start != self._next:
            raise ProtocolError("gap in the sound")
        self._next = sound.start + length
        self._waited = 0.0
        for cut in self._cutter.push(sound.pcm):
            yield from self._understanding.take(cut)

    def wait(self, seconds: float) -> Iterator[Progress]:
        """No sound came for ``seconds`` more. Who pauses a recording shall read what was said,
        and the parent, who keeps the sound until it is dealt with, shall not wait in vain."""
        self._waited += seconds
        if self._waited >= self._paused:
            yield from self.finish()

    def finish(self) -> Iterator[Progress]:
        """Deal with what is left."""
        for cut in self._cutter.finish():
            yield from self._understanding.take(cut)
        yield from self._understanding.finish()


class _Beside:
    """What is done while somebody speaks, between one block of sound and the next."""

    def __init__(self, reader: Recogniser) -> None:
        self._live: LiveText | None = LiveText(reader)
        self._settling = Settling()

    def work(self, channel: Channel, listening: _Listening) -> None:
        """Show what is being said, and make final what was said, each if it is time to."""
        # Live text waits until all sound that came in was looked at: it may not hold it up.
        if self._live is not None and channel.is_idle:
            self._settling.cost_of_reading(self._live.cost)
            self._show(channel, self._live, listening.open_utterance)
        if self._settling.is_due(listening.held, listening.quiet_for):
            begun = time.monotonic()
            for progress in listening.settle():
                channel.send(progress)
            self._settling.cost(time.monotonic() - begun)

    def _show(self, channel: Channel, live: LiveText, utterance: Stretch | None) -> None:
        provisional = live.look_at(utterance)
        if provisional is not None:
            channel.send(provisional)
        if live.is_over:
            channel.send(LiveEnded())
            self._live = None
