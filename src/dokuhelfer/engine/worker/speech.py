"""The speech job: blocks of sound in, utterances as text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, seconds
from dokuhelfer.engine.messages import (
    MAX_BLOCK_SAMPLES,
    VERSION,
    Done,
    EndOfSound,
    LiveEnded,
    Load,
    Progress,
    Ready,
    Reason,
    Silent,
    Sound,
    Spoken,
    SpokenWord,
)
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.engine.worker.live import LiveText
from dokuhelfer.engine.worker.recogniser import Recognised, Recogniser
from dokuhelfer.engine.worker.utterances import Cut, Stretch, UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.errors import Code, DokuError


def run(channel: Channel) -> None:
    """Answer one `Load` request: `Ready`, a `Progress` per cut, and `Done` at the end."""
    request = channel.receive()
    if not isinstance(request, Load):
        raise ProtocolError("load expected")
    cutter = UtteranceCutter(SpeechDetector(), request.pause, request.start)
    recogniser = _load(request)
    listening = _Listening(recogniser, cutter, request.start)
    live = None if request.live is None else LiveText(_live_reader(request, recogniser))
    channel.send(Ready(VERSION))
    while True:
        message = channel.receive()
        if isinstance(message, EndOfSound):
            break
        if not isinstance(message, Sound):
            raise ProtocolError("sound expected")
        for progress in listening.hear(message):
            channel.send(progress)
        # Only once everything heard is dealt with: what is final never waits for this.
        if live is not None and channel.is_idle:
            live = _show(channel, live, listening.open_utterance)
    for progress in listening.finish():
        channel.send(progress)
    channel.send(Done(listening.sample))


def _load(request: Load) -> Recogniser:
    # faster-whisper takes a path that is no folder for a name to download.
    if not Path(request.folder).is_absolute() or not Path(request.folder).is_dir():
        raise DokuError(Code.MODEL_MISSING)
    try:
        return Recogniser(request)
    except MemoryError:
        raise
    except Exception as error:  # the libraries raise RuntimeError, ValueError and bare ones
        raise DokuError(Code.MODEL_DEFECT) from error


def _live_reader(request: Load, recogniser: Recogniser) -> Recogniser:
    if request.live is None or request.live.folder is None:
        return recogniser
    return _load(replace(request, folder=request.live.folder))


def _show(channel: Channel, live: LiveText, utterance: Stretch | None) -> LiveText | None:
    """Send what can be read of the open utterance; None where live text has to end."""
    provisional = live.look_at(utterance)
    if provisional is not None:
        channel.send(provisional)
    if not live.is_over:
        return live
    channel.send(LiveEnded())
    return None


class _Listening:
    """From sound to progress messages."""

    def __init__(self, recogniser: Recogniser, cutter: UtteranceCutter, start: int) -> None:
        self._recogniser = recogniser
        self._cutter = cutter
        self._next = start

    @property
    def sample(self) -> int:
        """The sample after the last one heard."""
        return self._next

    @property
    def open_utterance(self) -> Stretch | None:
        """See `UtteranceCutter.open_utterance`."""
        return self._cutter.open_utterance()

    def hear(self, sound: Sound) -> Iterator[Progress]:
        """Take a block; it has to begin where the one before ended."""
        length = len(sound.pcm) // BYTES_PER_SAMPLE
        if length > MAX_BLOCK_SAMPLES or len(sound.pcm) % BYTES_PER_SAMPLE:
            raise ProtocolError("wrong block")
        if sound.start != self._next:
            raise ProtocolError("gap in the sound")
        self._next = sound.start + length
        for cut in self._cutter.push(sound.pcm):
            yield self._progress(cut)

    def finish(self) -> Iterator[Progress]:
        """Deal with what is left."""
        for cut in self._cutter.finish():
            yield self._progress(cut)

    def _progress(self, cut: Cut) -> Progress:
        silent = []
        if cut.quiet is not None:
            silent.append(_silent(cut.quiet, judge.without_speech(cut.quiet.samples)))
        spoken = None
        if cut.utterance is not None:
            found = self._understand(cut.utterance)
            if isinstance(found, Spoken):
                spoken = found
            else:
                silent.append(_silent(cut.utterance, found))
        return Progress(cut.through, spoken, tuple(silent))

    def _understand(self, utterance: Stretch) -> Spoken | Reason:
        """The utterance's text, or why it has none."""
        reason = judge.before(utterance.samples)
        if reason is not None:
            return reason
        recognised = self._recogniser.recognise(utterance.samples.astype(np.float32) / 32768.0)
        return judge.after(recognised) or _spoken(utterance, recognised)


def _silent(stretch: Stretch, reason: Reason) -> Silent:
    return Silent(seconds(stretch.start), seconds(stretch.end), reason)


def _spoken(utterance: Stretch, recognised: Recognised) -> Spoken:
    """The utterance's text with its words' times counted from the beginning of the sound.

    Where words have no times, the utterance's own bounds stand for them.
    """
    offset = seconds(utterance.start)
    words = tuple(
        SpokenWord(word.text, round(offset + word.start, 3), round(offset + word.end, 3), word.p)
        for word in recognised.words
    )
    start = words[0].start if words else offset
    end = words[-1].end if words else seconds(utterance.end)
    return Spoken(start, max(start, end), recognised.text, words)
