"""A child program that speaks the engine's protocol and behaves as its argument says.

It stands in for the speech job: `Ready` after `Load`, one `Progress` with one word for each
block of sound, `Done` after the end. ``python fake.py BEHAVIOUR [FOLDER]``; where FOLDER is
given, misbehaviour happens only in the first child (a file there remembers).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dokuhelfer.audio.pcm import seconds
from dokuhelfer.engine.messages import (
    Done,
    EndOfSound,
    Failure,
    Hello,
    Load,
    Message,
    Progress,
    Ready,
    Sound,
    Spoken,
)
from dokuhelfer.engine.protocol import MAX_LINE, decode, encode
from dokuhelfer.errors import Code

GOOD_BLOCKS = 3
"""Blocks that are answered as they should be before anything goes wrong."""


def say(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


def raw(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def hang() -> None:
    while True:
        time.sleep(60)


def hang_and_ignore_terminate() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


def abort() -> None:
    os.abort()


def exit_137() -> None:
    os._exit(137)


def exhaust_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (256 * 1024 * 1024, 256 * 1024 * 1024))
    kept = []
    while True:
        kept.append(bytearray(64 * 1024 * 1024))


def say_out_of_memory() -> None:
    say(Failure(Code.OUT_OF_MEMORY, {}))


def say_model_defect() -> None:
    say(Failure(Code.MODEL_DEFECT, {}))


def garbage() -> None:
    raw(b"\x00\xff loading tensors ... 100%\n")
    hang()


def half_a_line() -> None:
    raw(encode(Progress(10**9))[:-20])
    os._exit(0)


def endless_line() -> None:
    while True:
        raw(b"x" * MAX_LINE)


def flood_of_progress() -> None:
    line = encode(Progress(1))
    while True:
        raw(line * 1000)


def words_from_nowhere() -> None:
    say(Progress(10**9, Spoken(5000.0, 5001.0, "erfunden", ())))
    hang()


def noisy_log() -> None:
    for _ in range(200):
        os.write(2, b"warning: " * 1000)


def close_output_and_live() -> None:
    sys.stdout.flush()
    os.close(1)
    hang()


def with_grandchild() -> None:
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", str(os.getppid())])
    hang()


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def nothing() -> None:
    pass


AFTER_SOME_BLOCKS: dict[str, Callable[[], None]] = {
    one.__name__: one
    for one in (
        *(hang, hang_and_ignore_terminate, abort, exit_137, exhaust_memory, garbage),
        *(say_out_of_memory, say_model_defect, half_a_line, endless_line, flood_of_progress),
        *(words_from_nowhere, noisy_log, close_output_and_live, with_grandchild, kill_self),
    )
}
AT_LOAD: dict[str, Callable[[], None]] = {
    "hang_at_load": hang,
    "crash_at_load": abort,
    "memory_at_load": exhaust_memory,
}
AFTER_RESULT: dict[str, Callable[[], None]] = {
    "crash_after_result": abort,
    "hang_after_result": hang_and_ignore_terminate,
}


def main() -> None:
    behaviour, *folder = sys.argv[1:]
    if folder:
        mark = Path(folder[0]) / "started"
        behaviour = "obey" if mark.exists() else behaviour
        mark.touch()
    messages = (decode(line) for line in sys.stdin.buffer)
    hello, load = next(messages), next(messages)
    assert isinstance(hello, Hello)
    assert isinstance(load, Load)
    AT_LOAD.get(behaviour, nothing)()
    say(Ready(hello.version))
    heard, blocks = load.start, 0
    for message in messages:
        if isinstance(message, EndOfSound):
            break
        assert isinstance(message, Sound)
        if blocks == GOOD_BLOCKS:
            AFTER_SOME_BLOCKS.get(behaviour, nothing)()
        end = message.start + len(message.pcm) // 2
        spoken = Spoken(seconds(message.start), seconds(end), f"Wort{message.start}", ())
        say(Progress(end, spoken))
        heard, blocks = end, blocks + 1
    say(Done(heard))
    AFTER_RESULT.get(behaviour, nothing)()
    os._exit(0)


if __name__ == "__main__":
    main()
