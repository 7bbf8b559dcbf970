"""The parent's side of hearing again: one child plays one stretch of sound."""

from __future__ import annotations

import threading
from collections.abc import Callable

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE
from dokuhelfer.audio.recorder import recorder_options
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import MAX_BLOCK_SAMPLES, Done, EndOfSound, Failure, Role, Sound
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Ending, Failed, Outcome
from dokuhelfer.engine.patience import SLICE
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.errors import DokuError


class Player:
    """Plays from the moment it is made; the sound stays in memory and in the child's pipe.

    Args:
        pcm: 16 kHz mono int16.
        ended: called once, in a thread of the player's: `Finished`, `Failed` (no output),
            `Cancelled` after `stop`.
        options: see `audio.recorder.recorder_options`.
    """

    def __init__(
        self, pcm: bytes, ended: Callable[[Outcome], None], options: EngineOptions | None = None
    ) -> None:
        self._options = options or recorder_options()
        self._pcm = pcm
        self._ended = ended
        self._stopping = threading.Event()
        # A child ends with the thread that started it, so one thread has it from start to end.
        self._thread = threading.Thread(target=self._work, name="player", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether its child is gone and ``ended`` was called."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Be quiet. Never waits."""
        self._stopping.set()

    def close(self) -> None:
        """Be quiet, and wait until the child is gone."""
        self._stopping.set()
        self._thread.join()

    def _work(self) -> None:
        self._ended(self._played())

    def _played(self) -> Outcome:
        try:
            child = Child(self._options.command, Role.PLAY, self._options.timeouts)
        except DokuError as error:
            return Failed(error.code, error.params)
        size = MAX_BLOCK_SAMPLES * BYTES_PER_SAMPLE
        for at in range(0, len(self._pcm), size):
            child.send(Sound(at // BYTES_PER_SAMPLE, self._pcm[at : at + size]))
        child.send(EndOfSound())
        while not self._stopping.is_set():
            outcome = _step(child)
            if outcome is not None:
                return outcome
        return child.conclude(Ending.CANCELLED)


def _step(child: Child) -> Outcome | None:
    try:
        message = child.receive(SLICE)
    except ChildGone:
        return child.conclude(Ending.LOST)
    except ProtocolError:
        return child.conclude(Ending.BROKEN_PROTOCOL)
    match message:
        case Done():
            return child.conclude(Ending.RESULT)
        case Failure(code, params):
            return child.conclude(Ending.FAILURE, failure=Failed(code, params))
        case _:
            return None
