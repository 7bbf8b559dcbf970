"""One supervised child program: talks in lines, never blocks its parent, never outlives it.

Three threads serve the pipes (in, out, log), so that no behaviour of the child can make the
parent wait for longer than it wants to. They end with the child and are joined.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any, Self

from dokuhelfer.engine import memory
from dokuhelfer.engine.messages import VERSION as PROTOCOL_VERSION
from dokuhelfer.engine.messages import Hello, Message, Role
from dokuhelfer.engine.options import Timeouts
from dokuhelfer.engine.outcome import Ending, Evidence, Failed, Outcome, classify
from dokuhelfer.engine.protocol import MAX_LINE, ProtocolError, decode, encode
from dokuhelfer.errors import Code, DokuError

_INBOX = 64
"""Messages held for the parent; a full box makes the child wait (back-pressure)."""

_LOG_TAIL = 4096


class ChildGone(Exception):
    """The child's side of the pipe is closed."""


class Child:
    """A child program for one job. Use as a context manager: leaving it ends the child.

    The child is told to end when the thread that started it ends (Linux), so one thread
    has to own it from start to end.

    Args:
        command: the program and its arguments; nothing a person said ever goes there.
        role: the job.
        timeouts: how long endings may take.
        descriptor: one open file the child inherits, or None. Its number in the child is
            `descriptor`.

    Raises:
        DokuError: `ENGINE_MISSING`, the program cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        role: Role,
        timeouts: Timeouts,
        descriptor: int | None = None,
    ) -> None:
        self._timeouts = timeouts
        self._inbox: queue.Queue[Message | Exception] = queue.Queue(_INBOX)
        self._outbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._log = bytearray()
        self._kills_before = memory.kernel_kills()
        self._outcome: Outcome | None = None
        self.descriptor, extra = _inherit(descriptor)
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                **extra,
            )
        except OSError:
            # Not installed, or taken away by a virus scanner.
            raise DokuError(Code.ENGINE_MISSING) from None
        self._threads = [
            threading.Thread(target=work, name=f"engine-{work.__name__.strip('_')}", daemon=True)
            for work in (self._read, self._write, self._drain_log)
        ]
        for thread in self._threads:
            thread.start()
        self.send(Hello(PROTOCOL_VERSION, role))

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Queue ``message`` for the child. Never blocks; a dead child swallows it."""
        self._outbox.put(message)

    def receive(self, wait: float) -> Message | None:
        """The next message, or None if none came within ``wait`` seconds.

        Raises:
            ChildGone: no more will come.
            ProtocolError: the child said something that is not in the protocol.
        """
        try:
            item = self._inbox.get(timeout=wait)
        except queue.Empty:
            return None
        if isinstance(item, Exception):
            raise item
        return item

    def conclude(
        self, ending: Ending, *, failure: Failed | None = None, waited_for: str = ""
    ) -> Outcome:
        """End the child, whatever state it is in, and say how its job ended."""
        if self._outcome is None:
            patient = ending in (Ending.RESULT, Ending.FAILURE, Ending.LOST)
            status = self._end(self._timeouts.exit if patient else 0.0)
            self._outcome = classify(
                Evidence(
                    ending=ending,
                    status=status,
                    failure=failure,
                    waited_for=waited_for,
                    log_tail=bytes(self._log),
                    kernel_killed=memory.kernel_kills() > self._kills_before,
                )
            )
        return self._outcome

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.conclude(Ending.CANCELLED)

    # --- ending --------------------------------------------------------------------------

    def _end(self, exit_wait: float) -> int | None:
        """The ladder: let it go, ask, kill. Returns the exit status if it is gone."""
        self._closing.set()
        self._outbox.put(None)
        process = self._process
        if exit_wait <= 0 or not self._gone_within(exit_wait):
            process.terminate()
            if not self._gone_within(self._timeouts.terminate):
                process.kill()
                self._gone_within(self._timeouts.kill)
        self._kill_group()
        self._close_pipes()
        status = process.returncode
        if status is not None and sys.platform == "win32":
            status &= 0xFFFF_FFFF
        return status

    def _gone_within(self, wait: float) -> bool:
        try:
            self._process.wait(wait)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _kill_group(self) -> None:
        """Kill what the child may have started; it leads a process group of its own."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _close_pipes(self) -> None:
        for thread in self._threads:
            thread.join(self._timeouts.kill)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()

    # --- the three threads ---------------------------------------------------------------

    def _read(self) -> None:
        pipe = self._process.stdout
        if pipe is None:
            return
        try:
            while not self._closing.is_set():
                line = pipe.readline(MAX_LINE + 1)
                if not line.endswith(b"\n") and len(line) <= MAX_LINE:
                    break  # the end, perhaps within a line: it died while it wrote
                self._deliver(decode(line))
        except ProtocolError as error:
            self._deliver(error)
        except (OSError, ValueError):
            pass
        self._deliver(ChildGone())

    def _deliver(self, item: Message | Exception) -> None:
        while True:
            try:
                self._inbox.put(item, timeout=0.1)
            except queue.Full:
                if self._closing.is_set():
                    return
            else:
                return

    def _write(self) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        try:
            while (message := self._outbox.get()) is not None:
                pipe.write(encode(message))
                pipe.flush()
        except (OSError, ValueError, ProtocolError):
            pass
        with contextlib.suppress(OSError, ValueError):
            pipe.close()

    def _drain_log(self) -> None:
        pipe = self._process.stderr
        if pipe is None:
            return
        with contextlib.suppress(OSError, ValueError):
            while chunk := os.read(pipe.fileno(), _LOG_TAIL):
                self._log += chunk
                del self._log[:-_LOG_TAIL]


def _inherit(descriptor: int | None) -> tuple[int | None, dict[str, Any]]:
    """The number of ``descriptor`` in the child, and the `Popen` arguments for this system.

    The child leads a session of its own, so that a Ctrl-C at the terminal reaches only the
    parent, which ends it in order.
    """
    if sys.platform == "win32":
        import msvcrt

        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        if descriptor is None:
            return None, {"creationflags": flags}
        handle = msvcrt.get_osfhandle(descriptor)
        os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO()
        startup.lpAttributeList = {"handle_list": [handle]}
        return handle, {"creationflags": flags, "startupinfo": startup}
    passed = () if descriptor is None else (descriptor,)
    return descriptor, {"pass_fds": passed, "start_new_session": True}
