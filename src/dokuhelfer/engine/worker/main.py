"""Entry of the child program: one job, said in the first line, then gone."""

from __future__ import annotations

import os
from typing import NoReturn

from dokuhelfer.engine import cpu
from dokuhelfer.engine.messages import VERSION, Failure, Hello, Role
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import absent, confine
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import is_disk_full

_BROKEN_PARENT = 70


def main() -> NoReturn:
    """Do the one job the parent asks for. Never returns: the process ends here."""
    channel = Channel.claim()
    confine.every_job()
    try:
        hello = channel.receive()
        if not isinstance(hello, Hello) or hello.version != VERSION:
            raise ProtocolError("hello expected")
        _run(hello.role, channel)
    except ProtocolError:
        os._exit(_BROKEN_PARENT)
    except DokuError as error:
        channel.send(Failure(error.code, error.params))
    except MemoryError:
        channel.send(Failure(Code.OUT_OF_MEMORY, {}))
    except Exception as error:  # noqa: BLE001 - the parent has to hear of anything at all
        channel.send(_unexpected(error))
    # Not sys.exit: unloading a model can crash (faster-whisper issues 71 and 1293).
    os._exit(0)


def _unexpected(error: Exception) -> Failure:
    if isinstance(error, OSError) and is_disk_full(error):
        return Failure(Code.DISK_FULL, {})
    # The text of an exception may quote the dictation; its type cannot.
    return Failure(Code.INTERNAL, {"where": f"engine, {type(error).__name__}"})


def _run(role: Role, channel: Channel) -> None:
    """Each job imports its native libraries only when it is the one asked for."""
    match role:
        case Role.DECODE:
            from dokuhelfer.engine.worker import decode

            decode.run(channel)
        case Role.SPEECH:
            cpu.require(cpu.SPEECH_FLAGS)
            absent.stand_in()
            from dokuhelfer.engine.worker import speech

            speech.run(channel)
        case Role.SHAPE:
            absent.stand_in()
            from dokuhelfer.engine.worker import bench

            bench.make_shape(channel)
        case Role.ENCODER:
            cpu.require(cpu.SPEECH_FLAGS)
            absent.stand_in()
            from dokuhelfer.engine.worker import bench

            bench.encode(channel)
        case Role.LANGUAGE:
            cpu.require(cpu.LANGUAGE_FLAGS)
            from dokuhelfer.engine.worker import language

            language.run(channel)
        case Role.CAPABILITIES:
            from dokuhelfer.engine.worker import capabilities

            capabilities.run(channel)
        case Role.RECORD | Role.MICROPHONES:
            raise ProtocolError("a recorder's job")
