"""The key that records: a store's case, a recorder that is always ready, one stream of events.

    dictaphone = Dictaphone(store, hear)
    dictaphone.prepare()                                # when idle; the microphone stays closed
    sound = dictaphone.start(case, now, microphone)     # an AudioSource that grows
    dictaphone.pause() / resume() / use(name) / stop()

`hear` is called in threads of recorders, never in the caller's. A lost recorder is replaced:
the case gets another recording, ``sound`` goes on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.audio.recorder import Ended, Recorder, RecorderEvent
from dokuhelfer.dictation_events import (
    DictaphoneEvent,
    DictaphoneState,
    RecorderReplaced,
    RecordingEnded,
)
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Cancelled, Failed, Finished, Outcome, error_of
from dokuhelfer.engine.recorder_messages import Opened, Paused
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Recording, Refusal, Refused
from dokuhelfer.store.reserved import Reserved
from dokuhelfer.store.store import Store

__all__ = [
    "Dictaphone",
    "DictaphoneEvent",
    "DictaphoneState",
    "RecorderReplaced",
    "RecordingEnded",
]

SILENCE = 120.0
"""Seconds without speech after which recording pauses (issue 6, "Speaking")."""

_MOST_REPLACED = 3
"""Lost recorders that are replaced within one dictation."""


@dataclass(slots=True)
class _Take:
    """One recorder from its start to its end.

    Attributes:
        over: the recorder is gone; what it left is being counted, or was.
        rests: it was lost while it paused; another one begins when the pause ends.
    """

    reserved: Reserved
    recorder: Recorder | None = None
    case: Case | None = None
    sound: LiveSound = field(default_factory=LiveSound)
    first: int = 0
    when: datetime | None = None
    replaced: int = 0
    stopping: bool = False
    rests: bool = False
    over: threading.Event = field(default_factory=threading.Event)


class Dictaphone:
    """See the module. Methods may be called from any one thread, and wait for the disk only.

    Args:
        store: where recordings go.
        hear: gets every `DictaphoneEvent`; Opened to Storage are those of the dictation that
            is being spoken, `RecordingEnded` comes for each.
        options: see `audio.recorder.recorder_options`.

    Attributes:
        tone: whether a short tone says when to speak, from the next `start` on.
    """

    def __init__(
        self,
        store: Store,
        hear: Callable[[DictaphoneEvent], None],
        options: EngineOptions | None = None,
    ) -> None:
        self._store = store
        self._hear = hear
        self._options = options
        self._lock = threading.RLock()
        self._spare: _Take | None = None
        self._current: _Take | None = None
        self._takes: list[_Take] = []
        self._paused = False
        self._resting = False  # asked for; `_paused` follows when the microphone is closed
        self.tone = False
        self._microphone = ""
        self._silence = SILENCE
        self._closed = False

    @property
    def state(self) -> DictaphoneState:
        """What it does now. A recording that is being ended counts no more."""
        with self._lock:
            if self._current is None:
                return DictaphoneState.IDLE
            return DictaphoneState.PAUSED if self._paused else DictaphoneState.RECORDING

    def prepare(self) -> None:
        """Have a recorder ready, its microphone closed, so that `start` takes no time.

        Raises:
            DokuError: `ENGINE_MISSING`, `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        with self._lock:
            ready = self._spare is not None and not self._spare.over.is_set()
            if not ready and not self._closed:
                self._spare = self._new_take()

    def start(
        self, case: Case, when: datetime, microphone: str = "", silence: float = SILENCE
    ) -> LiveSound:
        """Open the microphone and record into ``case``; `Opened` comes with the first sound.

        May be called right after `stop`, for the same case too: the tail of what was said
        before is recorded until the microphone is open for this.

        Args:
            microphone: name; "" for the system's default. See `audio.recorder.microphones`.
            silence: seconds without speech until `Paused` comes by itself; 0: never.

        Returns:
            The sound as it comes, for recognition.

        Raises:
            Refused: `RECORDING_RUNS`, or what `Case.start_recording` refuses.
            DokuError: as in `prepare`.
        """
        with self._lock:
            if self._current is not None:
                raise Refused(Refusal.RECORDING_RUNS)
            self._microphone, self._silence = microphone, silence
            self._paused = self._resting = False
            return self._begin(case, when, LiveSound(), replaced=0).sound

    def pause(self) -> None:
        """Close the microphone: nothing is recorded until `resume`. `Paused` comes."""
        with self._lock:
            if self._current is not None and self._current.recorder is not None:
                self._resting = True
                self._current.recorder.pause()

    def resume(self) -> None:
        """Open the microphone again; `Opened` comes with the first sound.

        Raises:
            DokuError: as in `prepare`, if the recorder was lost meanwhile.
        """
        with self._lock:
            take = self._current
            if take is None or take.recorder is None or take.case is None or take.when is None:
                return
            if take.rests:
                self._begin(take.case, take.when, take.sound, take.replaced + 1)
                self._takes.remove(take)
            else:
                take.recorder.resume()
            self._paused = self._resting = False

    def use(self, microphone: str) -> None:
        """Go on with another microphone; `Opened` comes with its first sound."""
        with self._lock:
            self._microphone = microphone
            if self._current is not None and self._current.recorder is not None:
                self._current.recorder.use(microphone)

    def stop(self) -> None:
        """Record the tail and end; `RecordingEnded` comes. The next may start at once."""
        with self._lock:
            take, self._current = self._current, None
            if take is None or take.recorder is None:
                return
            take.stopping = True
            if take.rests:
                threading.Thread(target=self._finish, args=(take, None, None)).start()
            else:
                take.recorder.stop()

    def close(self) -> None:
        """End everything now and wait for it (two seconds at most); no more events.

        What was recorded is kept. Not to be called from `hear`.
        """
        with self._lock:
            self._closed = True
            self._current = None
            takes = [*self._takes, *([] if self._spare is None else [self._spare])]
            self._takes, self._spare = [], None
        for take in takes:
            take.stopping = True
            if take.recorder is not None:
                take.recorder.close()

    # --- takes -----------------------------------------------------------------------------

    def _new_take(self) -> _Take:
        take = _Take(self._store.reserve())
        try:
            take.recorder = Recorder(
                take.reserved.descriptor, lambda event: self._report(take, event), self._options
            )
        except DokuError:
            self._store.release(take.reserved)
            raise
        return take

    def _begin(self, case: Case, when: datetime, sound: LiveSound, replaced: int) -> _Take:
        spare, self._spare = self._spare, None
        take = spare if spare is not None and not spare.over.is_set() else self._new_take()
        assert take.recorder is not None  # noqa: S101 - narrows the type only
        try:
            new = case.start_recording(when, take.reserved)
        except BaseException:
            self._spare = take
            raise
        take.case, take.when, take.sound = case, when, sound
        take.first, take.replaced = sound.end, replaced
        # A recorder that takes another one's place goes on without a word.
        tone = self.tone and replaced == 0
        take.recorder.start(new, sound, self._microphone, self._silence, tone=tone)
        self._takes.append(take)
        self._current = take
        return take

    # --- what recorders report, in their threads --------------------------------------------

    def _report(self, take: _Take, event: RecorderEvent) -> None:
        if isinstance(event, Ended):
            self._end(take, event.outcome)
            return
        with self._lock:
            if take is not self._current:
                return
            if isinstance(event, Paused):
                self._paused = True
            if isinstance(event, Opened):
                self._cut_tails()
        self._hear(event)
        if isinstance(event, Opened):
            with suppress(DokuError):
                self.prepare()

    def _cut_tails(self) -> None:
        """What is said from now on belongs to the recording that runs, and to no other."""
        for take in self._takes:
            if take.stopping and take.recorder is not None:
                take.recorder.stop()

    def _end(self, take: _Take, outcome: Outcome) -> None:
        with self._lock:  # or it would begin to record meanwhile, and nobody would notice
            take.over.set()
            case = take.case
        if case is None:
            self._store.release(take.reserved)
            return
        recording, error = self._taken_stock(case, take, outcome)
        if self._replace(take, outcome):
            return
        take.sound.close(lost=not isinstance(outcome, Finished))
        self._finish(take, recording, error)

    def _finish(self, take: _Take, recording: Recording | None, error: DokuError | None) -> None:
        take.sound.close()
        with self._lock:
            if self._current is take:
                self._current = None
            if take in self._takes:
                self._takes.remove(take)
            silent = self._closed
        if take.case is not None and not silent:
            self._hear(RecordingEnded(take.case.info.id, recording, error, take.stopping))

    def _taken_stock(
        self, case: Case, take: _Take, outcome: Outcome
    ) -> tuple[Recording | None, DokuError | None]:
        error = None if isinstance(outcome, Finished | Cancelled) else _told(outcome)
        try:
            recording = case.end_recording(take.reserved.id)
            if recording.seconds == 0:
                # Behind another one it stays: whoever counts recordings goes on as before.
                if len(case.info.recordings) == 1:
                    case.destroy_recording(recording.id)
                return None, error
            self._catch_up(case, take)
        except DokuError as trouble:
            return None, error or trouble
        return recording, error

    def _catch_up(self, case: Case, take: _Take) -> None:
        """Give the reader what the lost recorder wrote and could not send any more."""
        with case.sound(take.reserved.id) as kept:
            for block in kept.blocks(threading.Event(), take.sound.end - take.first):
                take.sound.put(type(block)(take.first + block.start, block.pcm))

    def _replace(self, take: _Take, outcome: Outcome) -> bool:
        """Whether another recorder goes on where this one was lost. After a pause it is
        started when the pause ends: until then no microphone may be open."""
        with self._lock:
            wanted = take is self._current and not take.stopping and not self._closed
            if not (wanted and _is_lost(outcome)) or take.replaced >= _MOST_REPLACED:
                return False
            if self._paused or self._resting:
                take.rests = True
                unheard, self._paused = not self._paused, True
                if unheard:
                    self._hear(Paused(by_silence=False))
                return True
            if take.case is None or take.when is None:
                return False
            self._takes.remove(take)
            try:
                self._begin(take.case, take.when, take.sound, take.replaced + 1)
            except (DokuError, Refused):
                return False
        self._hear(RecorderReplaced())
        return True


def _is_lost(outcome: Outcome) -> bool:
    """Whether the recorder ended for a reason of its own, not of microphone or disk."""
    if isinstance(outcome, Failed):
        return outcome.code is Code.INTERNAL
    return not isinstance(outcome, Finished | Cancelled)


def _told(outcome: Outcome) -> DokuError:
    """What a person hears of a recorder that ended by itself."""
    return error_of(outcome) if isinstance(outcome, Failed) else DokuError(Code.RECORDER_LOST)
