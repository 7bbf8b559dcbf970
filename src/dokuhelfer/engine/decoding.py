"""The parent's side of a decode job: a file's sound, block by block."""

from __future__ import annotations

import threading
from collections.abc import Generator

from dokuhelfer.audio.pcm import Block
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import (
    MAX_BLOCK_SAMPLES,
    Decode,
    Done,
    Failure,
    Message,
    Ready,
    Role,
    Sound,
)
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Ending, Failed, Outcome
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError


class Decoding:
    """One decode job.

    Iterate `blocks`; afterwards `outcome` tells how it ended.

    Args:
        descriptor: the opened file; its position is changed by the child.
        start: the first sample wanted.

    Attributes:
        claimed: seconds of sound as the container says; None before the first block, and
            where it says nothing.
        damaged: the file holds less than it should.
        lost: seconds of sound that are missing, as far as that can be known.
        outcome: how the job ended; None while it runs.
    """

    def __init__(self, descriptor: int, start: int, options: EngineOptions) -> None:
        self._descriptor = descriptor
        self._next = start
        self._options = options
        self._silence = Patience(options.timeouts.start)
        self.claimed: float | None = None
        self.damaged = False
        self.lost = 0.0
        self.outcome: Outcome | None = None

    def blocks(self, stop: threading.Event) -> Generator[Block, None, None]:
        """The sound, until its end, until ``stop`` is set, or until the child fails."""
        timeouts = self._options.timeouts
        with Child(self._options.command, Role.DECODE, timeouts, self._descriptor) as child:
            child.send(
                Decode(
                    descriptor=child.descriptor or 0,
                    start=self._next,
                    max_seconds=self._options.max_seconds,
                    max_memory_mb=self._options.decoder_memory_mb,
                )
            )
            while self.outcome is None:
                block = self._step(child, stop)
                if block is not None:
                    yield block
                    self._silence = Patience(timeouts.sound)

    def _step(self, child: Child, stop: threading.Event) -> Block | None:
        """Wait a moment for the child; a block if one came."""
        if stop.is_set():
            self.outcome = child.conclude(Ending.CANCELLED)
            return None
        try:
            message = child.receive(SLICE)
            if message is not None:
                return self._take(child, message)
        except ChildGone:
            self.outcome = child.conclude(Ending.LOST)
        except ProtocolError:
            self.outcome = child.conclude(Ending.BROKEN_PROTOCOL)
        else:
            if self._silence.is_over():
                self.outcome = child.conclude(Ending.TIMEOUT, waited_for="sound")
        return None

    def _take(self, child: Child, message: Message) -> Block | None:
        match message:
            case Ready(_, claimed):
                self.claimed = claimed
            case Sound(start, pcm):
                return self._checked(Block(start, pcm))
            case Done(_, damaged, lost):
                self.damaged = damaged
                self.lost = lost
                self.outcome = child.conclude(Ending.RESULT)
            case Failure(code, params):
                self.outcome = child.conclude(Ending.FAILURE, failure=Failed(code, params))
            case _:
                raise ProtocolError("unexpected message")
        return None

    def _checked(self, block: Block) -> Block:
        wrong = len(block.pcm) % 2 or not 0 < block.end - block.start <= MAX_BLOCK_SAMPLES
        if wrong or block.start != self._next:
            raise ProtocolError("wrong block")
        self._next = block.end
        return block
