"""The parent's side of the recorder: one child for one recording, its reports as events."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.audio.pcm import Block
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import Done, Failure, Message, Ready, Role, Sound
from dokuhelfer.engine.options import EngineOptions, Timeouts, recorder_command
from dokuhelfer.engine.outcome import Ending, Failed, Outcome
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.recorder_messages import (
    Level,
    Microphone,
    MicrophoneLost,
    Microphones,
    Opened,
    Paused,
    PauseRecording,
    Record,
    ResumeRecording,
    SignalChanged,
    StopRecording,
    Storage,
    UseMicrophone,
)
from dokuhelfer.errors import Code, DokuError

_STOP_WAIT = 15.0
"""Seconds a recorder may take to end a recording; a disk that just woke up takes some."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The recorder is gone. Finished: the recording is whole; anything else: what was written
    up to then is there."""

    outcome: Outcome


RecorderEvent = Opened | MicrophoneLost | Level | SignalChanged | Paused | Storage | Ended

Hear = Callable[[RecorderEvent], None]
"""Called in the recorder's thread; `Ended` comes last, exactly once."""


class Target(Protocol):
    """Where a recording goes: header and key (see `store.case.NewRecording`)."""

    @property
    def header(self) -> bytes:
        """Which stands in the file already."""
        ...

    @property
    def key(self) -> bytes:
        """The recording's."""
        ...


def recorder_options() -> EngineOptions:
    """The recorder's command, and time for it to end a recording when it is asked to go."""
    return EngineOptions(command=recorder_command(), timeouts=Timeouts(terminate=2.0))


class Recorder:
    """A recorder that waits with its microphone closed until `start`.

    Start it well before it is needed: a child takes a third of a second and more to come up,
    and sound shall come within 300 ms of the key.

    Args:
        descriptor: of the open file for the recording; it has to stay open until `Ended`.
        hear: see `Hear`.
        options: see `recorder_options`.

    Raises:
        DokuError: `ENGINE_MISSING`.
    """

    def __init__(self, descriptor: int, hear: Hear, options: EngineOptions | None = None) -> None:
        options = options or recorder_options()
        self._hear = hear
        self._sound = LiveSound()
        self._stopping = threading.Event()
        self._closing = threading.Event()
        self._child = Child(options.command, Role.RECORD, options.timeouts, descriptor)
        self._thread = threading.Thread(target=self._listen, name="recorder", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid

    def start(
        self,
        target: Target,
        sound: LiveSound,
        microphone: str = "",
        silence: float = 0.0,
        *,
        tone: bool = False,
    ) -> None:
        """Open the microphone and record. Never waits.

        Args:
            sound: gets the blocks; numbering goes on at its end.
            microphone: see `Record`.
            silence: see `Record`.
            tone: see `Record`.
        """
        self._sound = sound
        number = self._child.descriptor
        assert number is not None  # noqa: S101 - narrows the type only
        self._child.send(
            Record(number, target.header, target.key, microphone, sound.end, silence, tone)
        )

    def pause(self) -> None:
        """Close the microphone: nothing is recorded until `resume`."""
        self._child.send(PauseRecording())

    def resume(self) -> None:
        """Open the microphone again."""
        self._child.send(ResumeRecording())

    def use(self, microphone: str) -> None:
        """Go on with another microphone; "" for the system's default."""
        self._child.send(UseMicrophone(microphone))

    def stop(self) -> None:
        """Record the tail and end; called again, end without it. Never waits; `Ended` comes."""
        self._stopping.set()
        self._child.send(StopRecording())

    def close(self) -> None:
        """End now, whatever it does; what was heard is kept. Waits until it is gone.

        Not to be called from `Hear`.
        """
        self._closing.set()
        self._thread.join()

    # --- the thread that listens -------------------------------------------------------------

    def _listen(self) -> None:
        outcome: Outcome | None = None
        patience = Patience(_STOP_WAIT)
        while outcome is None:
            if not self._stopping.is_set():
                patience.renew()
            outcome = self._step(patience)
        self._hear(Ended(outcome))

    def _step(self, patience: Patience) -> Outcome | None:
        child = self._child
        if self._closing.is_set():
            return child.conclude(Ending.CANCELLED)
        if patience.is_over():
            return child.conclude(Ending.TIMEOUT, waited_for="stop")
        try:
            message = child.receive(SLICE)
            return None if message is None else self._take(message)
        except ChildGone:
            return child.conclude(Ending.LOST)
        except ProtocolError:
            return child.conclude(Ending.BROKEN_PROTOCOL)

    def _take(self, message: Message) -> Outcome | None:
        match message:
            case Sound(start, pcm):
                self._sound.put(Block(start, pcm))
            case Opened() | MicrophoneLost() | Level() | SignalChanged() | Paused() | Storage():
                self._hear(message)
            case Done():
                return self._child.conclude(Ending.RESULT)
            case Failure(code, params):
                failure = Failed(code, params)
                return self._child.conclude(Ending.FAILURE, failure=failure)
            case Ready():
                pass
            case _:
                raise ProtocolError("unexpected message")
        return None


def microphones(options: EngineOptions | None = None) -> tuple[Microphone, ...]:
    """The microphones of this device, by name, as a recorder finds them. Takes half a second.

    Raises:
        DokuError: `ENGINE_MISSING`, `RECORDER_LOST`.
    """
    options = options or recorder_options()
    patience = Patience(options.timeouts.start)
    with Child(options.command, Role.MICROPHONES, options.timeouts) as child:
        try:
            while not patience.is_over():
                message = child.receive(SLICE)
                if isinstance(message, Microphones):
                    child.conclude(Ending.RESULT)
                    return message.all
        except (ChildGone, ProtocolError):
            pass
    raise DokuError(Code.RECORDER_LOST)
