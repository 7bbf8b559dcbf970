"""The speech job of a real child whose sound comes as it likes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.child import Child
from dokuhelfer.engine.messages import Live, Load, Message, Progress, Ready, Role, Sound
from dokuhelfer.engine.options import Timeouts, worker_command
from dokuhelfer.resources import data_path

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
SENTENCE = round(3.3 * SAMPLE_RATE)
FIRST = "Frau Berger hat heute Nacht unruhig geschlafen."


@pytest.fixture(scope="module")
def speech() -> bytes:
    with FileSource.open(FOLDER / "samples" / "pflegebericht.ogg") as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))
    return sound[: 2 * SENTENCE]


def heard(child: Child, through: int) -> Iterator[Progress]:
    """What is told until all up to ``through`` is dealt with; nobody says that the sound ends."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        message: Message | None = child.receive(0.1)
        if isinstance(message, Progress):
            yield message
            if message.through >= through:
                return
    pytest.fail("the child waits for more sound")


@pytest.mark.parametrize("pack", [False, True])
def test_what_was_said_before_the_recording_pauses_becomes_final(speech: bytes, pack: bool) -> None:
    """Neither an open utterance nor one that shares its window waits for the next block."""
    folder = str(FOLDER)
    load = Load(folder, "de", beam_size=1, threads=1, pause=0.45, live=Live(None), pack=pack)
    with Child(worker_command(), Role.SPEECH, Timeouts()) as child:
        child.send(load)
        while not isinstance(child.receive(0.1), Ready):
            pass
        said = []
        for start in (0, SENTENCE):
            for first in range(0, SENTENCE, SAMPLE_RATE):
                block = speech[2 * first : 2 * min(first + SAMPLE_RATE, SENTENCE)]
                child.send(Sound(start + first, block))
            said += [one.spoken.text for one in heard(child, start + SENTENCE) if one.spoken]

    assert said == [FIRST, FIRST]
