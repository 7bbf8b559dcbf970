"""One recording from the key that starts it to the key that ends it."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.engine.messages import Done, Message, Sound
from dokuhelfer.engine.recorder_messages import (
    Opened,
    Paused,
    PauseRecording,
    Record,
    ResumeRecording,
    Signal,
    SignalChanged,
    StopRecording,
    UseMicrophone,
)
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.recorder.events import Event, Heard, ParentGone
from dokuhelfer.recorder.keeping import Keeping
from dokuhelfer.recorder.levels import Activity, SignalJudge, level_of
from dokuhelfer.recorder.microphone import AnyMicrophone
from dokuhelfer.recorder.tone import StartTone

TAIL = 0.5
"""Seconds that are still recorded after the key that stops: last words are spoken into it."""

_TAIL_WAIT = 1.5
"""Seconds the tail is waited for, if the microphone is gone."""

_BLOCK = SAMPLE_RATE // 5 * BYTES_PER_SAMPLE
"""Bytes of one block in the file and to the parent: 0.2 s."""

_TURN = 0.1
"""Seconds between two looks after microphone and disk, at most."""


class Session:
    """Everything happens in the thread that calls `run`; others put into ``events``.

    Args:
        record: what to record.
        descriptor: of the recording's file, as numbered in this process.
        events: sound, requests, the end.
        send: takes what the parent shall hear; never blocks.
    """

    def __init__(
        self,
        record: Record,
        descriptor: int,
        events: queue.SimpleQueue[Event],
        send: Callable[[Message], None],
    ) -> None:
        self._events = events
        self._send = send
        self._silence = record.silence
        self._keeping = Keeping(descriptor, record.header, record.key, record.first)
        self._microphone = AnyMicrophone(
            record.microphone, lambda opening, pcm: events.put(Heard(opening, pcm))
        )
        self._tone = StartTone() if record.tone else None
        self._deaf = 0
        self._untold = False
        self._sample = record.first
        self._pending = bytearray()
        self._signal = Signal.GOOD
        self._judge = SignalJudge()
        self._activity = Activity()
        self._paused = False
        self._tail: int | None = None
        self._tail_until = 0.0

    def run(self) -> None:
        """Record until the parent says stop or is gone.

        Raises:
            DokuError: no microphone to begin with; `DISK_FULL`, at the end what was held in
                memory still could not be written.
        """
        self._microphone.open()
        try:
            while not self._is_over():
                self._turn()
        finally:
            self._microphone.close()
            if self._tone is not None:
                self._tone.close()
            self._flush_block()
            ended = self._keeping.end()
        if not ended:
            raise DokuError(Code.DISK_FULL)
        self._send(Done(self._sample))

    def _turn(self) -> None:
        try:
            event = self._events.get(timeout=_TURN)
        except queue.Empty:
            self._look_after()
            return
        self._take(event)

    def _take(self, event: Event) -> None:
        match event:
            case Heard(opening, pcm):
                if opening == self._microphone.opening:
                    self._hear(pcm)
            case PauseRecording():
                self._pause(by_silence=False)
            case ResumeRecording():
                self._resume()
            case UseMicrophone(name):
                self._microphone.wanted = name
                if not self._paused:
                    self._reopen()
            case StopRecording():
                self._begin_tail()
            case ParentGone():
                self._tail = 0

    def _look_after(self) -> None:
        storage = self._keeping.work()
        if storage is not None:
            self._send(storage)
        if self._paused:
            return
        lost = self._microphone.watch()
        if lost is not None:
            self._send(lost)

    # --- sound -----------------------------------------------------------------------------

    def _hear(self, pcm: bytes) -> None:
        if self._microphone.heard():
            self._untold = True
            self._deaf = self._tone.sound() if self._tone is not None else 0
        pcm = self._behind_tone(pcm)
        if not pcm:
            return
        if self._untold:
            self._untold = False
            self._tell_opened()
        if self._tail is not None:
            pcm = pcm[: self._tail * BYTES_PER_SAMPLE]
            self._tail -= len(pcm) // BYTES_PER_SAMPLE
        self._pending += pcm
        while len(self._pending) >= _BLOCK:
            self._put_block(bytes(self._pending[:_BLOCK]))
            del self._pending[:_BLOCK]
        self._judge_level(pcm)

    def _behind_tone(self, pcm: bytes) -> bytes:
        """What is not heard of the tone that says „speak now“."""
        passed = min(self._deaf, len(pcm) // BYTES_PER_SAMPLE)
        self._deaf -= passed
        return pcm[passed * BYTES_PER_SAMPLE :]

    def _put_block(self, pcm: bytes) -> None:
        """Into the file first; what the parent hears is already kept."""
        storage = self._keeping.add(pcm)
        if storage is not None:
            self._send(storage)
        self._send(Sound(self._sample, pcm))
        self._sample += len(pcm) // BYTES_PER_SAMPLE

    def _flush_block(self) -> None:
        if self._pending:
            self._put_block(bytes(self._pending))
            self._pending.clear()

    def _tell_opened(self) -> None:
        since = self._microphone.gap_since
        gap = 0.0 if since is None else round(time.monotonic() - since, 1)
        self._microphone.gap_since = None
        self._send(Opened(self._microphone.name, self._microphone.is_wanted, gap))

    def _judge_level(self, pcm: bytes) -> None:
        level = level_of(pcm)
        length = len(pcm) / BYTES_PER_SAMPLE / SAMPLE_RATE
        self._send(level)
        signal = self._judge.hear(level, length)
        if signal is not self._signal:
            self._signal = signal
            self._send(SignalChanged(signal))
        self._activity.hear(level, length)
        if 0 < self._silence <= self._activity.quiet_for and self._tail is None:
            self._pause(by_silence=True)

    # --- requests --------------------------------------------------------------------------

    def _pause(self, *, by_silence: bool) -> None:
        if self._paused or self._tail is not None:
            return
        self._paused = True
        self._microphone.close()
        self._microphone.gap_since = None
        self._flush_block()
        self._send(Paused(by_silence))

    def _resume(self) -> None:
        if self._paused:
            self._paused = False
            self._activity = Activity()
            self._reopen()

    def _reopen(self) -> None:
        """Another opening; where none can be had, `watch` goes on looking."""
        self._judge = SignalJudge()
        try:
            self._microphone.open()
        except DokuError:
            self._microphone.gap_since = self._microphone.gap_since or time.monotonic()

    def _begin_tail(self) -> None:
        if self._tail is not None:  # asked again: the next recording has begun
            self._tail = 0
            return
        self._tail = 0 if self._paused else round(TAIL * SAMPLE_RATE)
        self._tail_until = time.monotonic() + _TAIL_WAIT

    def _is_over(self) -> bool:
        if self._tail is None:
            return False
        return self._tail <= 0 or time.monotonic() >= self._tail_until
