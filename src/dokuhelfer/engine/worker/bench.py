"""What ``dokuhelfer bench`` wants of native libraries: models to measure, and one figure."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import VERSION, Done, Encoded, Load, MakeShape, Ready
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.engine.worker.recogniser import Recogniser
from dokuhelfer.engine.worker.shapes.folder import make_folder
from dokuhelfer.engine.worker.shapes.sizes import SIZES

_RUNS = 3
_WINDOW = 28 * SAMPLE_RATE


def make_shape(channel: Channel) -> None:
    """Answer one `MakeShape` with `Done`."""
    request = channel.receive()
    if not isinstance(request, MakeShape) or request.size not in SIZES:
        raise ProtocolError("shape expected")
    make_folder(SIZES[request.size], Path(request.vocabulary), Path(request.folder))
    channel.send(Done(0))


def encode(channel: Channel) -> None:
    """Answer one `Load` with `Ready`, `Encoded` and `Done`."""
    request = channel.receive()
    if not isinstance(request, Load):
        raise ProtocolError("load expected")
    recogniser = Recogniser(request)
    channel.send(Ready(VERSION))
    channel.send(Encoded(min(_seconds(recogniser) for _ in range(_RUNS))))
    channel.send(Done(0))


def _seconds(recogniser: Recogniser) -> float:
    began = time.perf_counter()
    recogniser.window(np.zeros(_WINDOW, np.float32))
    return time.perf_counter() - began
