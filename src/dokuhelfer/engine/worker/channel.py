"""The child's end of the private pipe."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from typing import BinaryIO, NoReturn, Self

from dokuhelfer.engine.language_messages import GoOn, Wait
from dokuhelfer.engine.messages import Message, Sound
from dokuhelfer.engine.protocol import MAX_LINE, ProtocolError, decode, encode

_MOST_WAITING = 16 * 1024 * 1024
"""Bytes of sound that may wait here. The parent sends no more than its backlog ahead (2 MB
a minute); one that floods is broken."""

_TURN_SLICE = 0.02
"""Seconds after which one who waits for its turn sees that something else is wanted."""


class Channel:
    """Reads the parent's messages in a thread of its own, so that the end of the pipe is
    seen, and acted on at once, whatever a native library is doing.

    Args:
        leave: called, in whatever thread, when the parent is gone or wants nothing more.
    """

    def __init__(
        self, incoming: BinaryIO, outgoing: BinaryIO, leave: Callable[[], None] | None = None
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._leave = leave or _leave
        self._inbox: queue.SimpleQueue[Message | ProtocolError] = queue.SimpleQueue()
        self._waiting = 0
        self._my_turn = threading.Event()
        self._my_turn.set()
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, name="channel", daemon=True).start()

    @classmethod
    def claim(cls, leave: Callable[[], None] | None = None) -> Self:
        """Take standard input and output for the protocol.

        Descriptor 1 then points at standard error, so that whatever native code prints
        cannot get between the lines.
        """
        incoming = os.fdopen(os.dup(0), "rb")
        outgoing = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        return cls(incoming, outgoing, leave)

    def receive(self) -> Message:
        """Wait for the parent's next message.

        Raises:
            ProtocolError: what came is no message.
        """
        return self._taken(self._inbox.get())

    def receive_within(self, seconds: float) -> Message | None:
        """The parent's next message, or None if none comes within ``seconds``.

        Raises:
            ProtocolError: what came is no message.
        """
        try:
            item = self._inbox.get(timeout=seconds)
        except queue.Empty:
            return None
        return self._taken(item)

    @property
    def is_idle(self) -> bool:
        """Whether everything the parent has sent so far was received."""
        return self._inbox.empty()

    def wait_for_turn(self) -> None:
        """Return when the parent wants something computed, or something else (`is_idle`)."""
        while self.is_idle and not self._my_turn.wait(_TURN_SLICE):
            pass

    def send(self, message: Message) -> None:
        """Send ``message``; a parent that is gone ends this process."""
        try:
            self._outgoing.write(encode(message))
            self._outgoing.flush()
        except OSError:
            self._leave()

    def _listen(self) -> None:
        try:
            while line := self._incoming.readline(MAX_LINE + 1):
                self._sort(decode(line))
        except ProtocolError as error:
            self._inbox.put(error)
            return
        except OSError:
            pass
        self._leave()

    def _sort(self, message: Message) -> None:
        match message:
            case Wait():
                self._my_turn.clear()
            case GoOn():
                self._my_turn.set()
            case _:
                self._count(message, +1)
                self._inbox.put(message)

    def _taken(self, item: Message | ProtocolError) -> Message:
        if isinstance(item, ProtocolError):
            raise item
        self._count(item, -1)
        return item

    def _count(self, message: Message, sign: int) -> None:
        if isinstance(message, Sound):
            with self._lock:
                self._waiting += sign * len(message.pcm)
                if self._waiting > _MOST_WAITING:
                    raise ProtocolError("more sound than agreed")


def _leave() -> NoReturn:
    """The parent is gone or wants nothing more: end at once, from any thread."""
    os._exit(0)
