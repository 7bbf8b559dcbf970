"""A child program that stands in for the language job: ``python fake_language.py BEHAVIOUR``.

It answers as it should until a question is a `Choose`; then it behaves as its argument says.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from dokuhelfer.engine.language_messages import (
    Append,
    Begin,
    Choose,
    Chosen,
    Halt,
    Halted,
    Held,
    LoadLanguage,
    Rewind,
    Write,
    Wrote,
)
from dokuhelfer.engine.messages import VERSION, Failure, Message, Ready
from dokuhelfer.engine.protocol import decode, encode
from dokuhelfer.errors import Code


def say(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


def hang() -> None:
    time.sleep(60)


def halt() -> None:
    assert isinstance(decode(sys.stdin.buffer.readline()), Halt)
    say(Halted())


def garbage() -> None:
    sys.stdout.buffer.write(b"llama_decode: failed\n")
    sys.stdout.buffer.flush()


def write_for_ever() -> None:
    while True:
        say(Wrote("und "))


BEHAVIOURS: dict[str, Callable[[], None]] = {
    "obey": lambda: say(Chosen(0)),
    "abort": os.abort,
    "hang": hang,
    "halt": halt,
    "option_from_nowhere": lambda: say(Chosen(99)),
    "other_answer": lambda: say(Held(1)),
    "garbage": garbage,
    "out_of_memory": lambda: say(Failure(Code.OUT_OF_MEMORY, {})),
    "defect": lambda: say(Failure(Code.MODEL_DEFECT, {})),
    "exit_137": lambda: os._exit(137),
}


def main(behaviour: str) -> None:
    held = 0
    for line in sys.stdin.buffer:
        match decode(line):
            case LoadLanguage():
                say(Ready(VERSION))
            case Begin(pieces) | Append(pieces):
                held += len(pieces)
                say(Held(held))
            case Rewind(tokens):
                held = tokens
                say(Held(held))
            case Choose():
                BEHAVIOURS[behaviour]()
            case Write():
                write_for_ever()


if __name__ == "__main__":
    main(sys.argv[1])
