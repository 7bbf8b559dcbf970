"""Speech played into a microphone: kept encrypted, decrypted, and understood as from the file."""

import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from dokuhelfer.audio.pcm import Block
from dokuhelfer.audio.source import AudioSource, FileSource
from dokuhelfer.dictaphone import RecordingEnded
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.recorder_messages import Opened
from dokuhelfer.resources import data_path
from dokuhelfer.store.model import RecordingState
from dokuhelfer.transcript.transcribe import transcribe
from dokutest.pulse import Pulse
from dokutest.recording import dictating
from dokutest.sounds import ffmpeg
from dokutest.stores import NOW

pytestmark = pytest.mark.program

FOLDER = data_path("models", "demo-speech")
MODEL = SpeechModel("demo-speech", FOLDER, 80, memory_mb=300, is_demo=True, sha256=None)
SAMPLE = FOLDER / "samples" / "pflegebericht.ogg"


SECONDS = 12


def test_what_is_spoken_is_recorded_encrypted_and_understood(
    pulse: Pulse, microphone: str, folder: Path, tmp_path: Path
) -> None:
    wav = tmp_path / "sample.wav"
    ffmpeg("-i", str(SAMPLE), "-t", str(SECONDS), "-ar", "16000", "-ac", "1", str(wav))
    with dictating(folder) as (dictaphone, case, heard):
        sound = dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        pulse.play(wav).wait(60)
        dictaphone.stop()
        ended = heard.wait_for(RecordingEnded)
        assert ended.recording is not None
        assert ended.recording.state is RecordingState.FINISHED
        with case.whole_sound() as kept:
            begin = _first_sound(kept.pcm(0, kept.duration))
            words = _words(_Behind(kept, begin))
            live = b"".join(block.pcm for block in sound.blocks(threading.Event()))
            assert kept.pcm(0, kept.duration) == live
    with FileSource.open(wav) as source:
        assert words == _words(source)
    assert len(words) >= 10


class _Behind:
    """A source without its first samples: the demo model says other words where its windows
    begin elsewhere, and the file has no second of silence before its first word."""

    duration = None
    damaged = False
    lost = 0.0

    def __init__(self, source: AudioSource, first: int) -> None:
        self._source = source
        self._first = first

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        for block in self._source.blocks(stop, self._first + from_sample):
            yield Block(block.start - self._first, block.pcm)


def _first_sound(pcm: bytes) -> int:
    return next(index for index, byte in enumerate(pcm) if byte) // 2


def _words(source: AudioSource) -> list[str]:
    transcript = transcribe(source, MODEL)
    return " ".join(segment.text for segment in transcript.segments).split()
