"""Entry of the recorder: waits, with everything imported, for the one job it is told."""

from __future__ import annotations

import collections
import os
import queue
import signal
import sys
import threading
from typing import NoReturn

from dokuhelfer.engine.messages import (
    VERSION,
    Done,
    EndOfSound,
    Failure,
    Hello,
    Message,
    Ready,
    Role,
    Sound,
)
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.recorder_messages import Microphones, Record
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.engine.worker.seccomp import forbid_network
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.recorder.absent import stand_in
from dokuhelfer.recorder.events import Event, ParentGone
from dokuhelfer.security.process import guard_process

_BROKEN_PARENT = 70

_LAST_WORDS = 5.0
"""Seconds the recorder has to end a recording once its parent is gone."""

_MOST_UNSENT = 64 * 1024 * 1024
"""Bytes of sound that wait for a parent that does not read (half an hour); then it gets no
more, and has to read the recording from the file."""


def main() -> NoReturn:
    """Do the one job the parent asks for. Never returns: the process ends here."""
    guard_process()
    forbid_network()
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    recording = threading.Event()
    _obey_signals(events, recording)
    channel = Channel.claim(leave=lambda: _parent_gone(events, recording))
    try:
        hello = channel.receive()
        if not isinstance(hello, Hello) or hello.version != VERSION:
            raise ProtocolError("hello expected")
        _run(hello.role, channel, events, recording)
    except ProtocolError:
        os._exit(_BROKEN_PARENT)
    os._exit(0)


def _run(
    role: Role,
    channel: Channel,
    events: queue.SimpleQueue[Event],
    recording: threading.Event,
) -> None:
    sender = Sender(channel)
    try:
        stand_in()
        from dokuhelfer.recorder.capture import find
        from dokuhelfer.recorder.session import Session

        if role is Role.MICROPHONES:
            sender.send(Microphones(tuple(found.microphone for found in find())))
            sender.send(Done(0))
        elif role is Role.RECORD:
            find()  # asks the sound system once, so that the key finds its door open
            sender.send(Ready(VERSION))
            request = channel.receive()
            recording.set()
            if not isinstance(request, Record):
                raise ProtocolError("record expected")
            threading.Thread(target=_take_requests, args=(channel, events), daemon=True).start()
            Session(request, _descriptor(request.descriptor), events, sender.send).run()
        elif role is Role.PLAY:
            _play(channel)
            sender.send(Done(0))
        else:
            raise ProtocolError("not a recorder's job")
    except DokuError as error:
        sender.send(Failure(error.code, error.params))
    except ProtocolError:
        raise
    except Exception as error:  # noqa: BLE001 - the parent has to hear of anything at all
        sender.send(Failure(Code.INTERNAL, {"where": f"recorder, {type(error).__name__}"}))
    sender.drain()


def _play(channel: Channel) -> None:
    """Play what the parent sends, once all of it is there."""
    from dokuhelfer.recorder.speaker import play

    pcm = bytearray()
    while isinstance(message := channel.receive(), Sound):
        pcm += message.pcm
    if not isinstance(message, EndOfSound):
        raise ProtocolError("sound expected")
    play(bytes(pcm))


def _take_requests(channel: Channel, events: queue.SimpleQueue[Event]) -> None:
    try:
        while True:
            events.put(channel.receive())
    except ProtocolError:
        events.put(ParentGone())


def _parent_gone(events: queue.SimpleQueue[Event], recording: threading.Event) -> None:
    """In whatever thread noticed: tell the session, and end in a while whatever it does."""
    if not recording.is_set():
        os._exit(0)
    events.put(ParentGone())
    end = threading.Timer(_LAST_WORDS, os._exit, [0])
    end.daemon = True
    end.start()


def _obey_signals(events: queue.SimpleQueue[Event], recording: threading.Event) -> None:
    """Ctrl-C at a terminal is the parent's business; asked to end, end the recording first."""

    def end(number: int, frame: object) -> None:
        if not recording.is_set():
            os._exit(0)
        events.put(ParentGone())

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end)


def _descriptor(number: int) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(number, os.O_RDWR | os.O_BINARY)
    return number


class Sender:
    """Sends in a thread of its own: a parent that does not read costs no sample."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._waiting: collections.deque[Message] = collections.deque()
        self._bytes = 0
        self._overflowed = False
        self._changed = threading.Condition()
        threading.Thread(target=self._work, name="sender", daemon=True).start()

    def send(self, message: Message) -> None:
        """Queue ``message``; never waits."""
        with self._changed:
            if isinstance(message, Sound):
                self._overflowed |= self._bytes + len(message.pcm) > _MOST_UNSENT
                if self._overflowed:
                    return
                self._bytes += len(message.pcm)
            self._waiting.append(message)
            self._changed.notify_all()

    def drain(self) -> None:
        """Wait until everything was sent, but not for ever."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting, _LAST_WORDS)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._waiting))
                message = self._waiting[0]
            self._channel.send(message)
            with self._changed:
                self._waiting.popleft()
                if isinstance(message, Sound):
                    self._bytes -= len(message.pcm)
                self._changed.notify_all()
