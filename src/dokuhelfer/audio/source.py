"""Where sound comes from: a file now, the microphone later; both give numbered blocks."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Protocol, Self

from dokuhelfer.audio.pcm import Block
from dokuhelfer.engine.decoding import Decoding
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Cancelled, Crashed, Failed, Finished, Outcome, error_of
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import open_input

MAX_FILE_BYTES = 4 * 1024**3
"""The largest sound file: four hours of uncompressed 48 kHz 24 bit stereo are 4.1 GB."""


class SourceLost(Exception):
    """The source ended before its sound did; what it gave so far is good."""


class AudioSource(Protocol):
    """Gives sound as 16 kHz mono blocks."""

    @property
    def duration(self) -> float | None:
        """Seconds of sound in all, as far as known."""
        ...

    @property
    def damaged(self) -> bool:
        """Whether some of the sound is missing: the file is truncated or broken inside."""
        ...

    @property
    def lost(self) -> float:
        """Seconds of sound that are missing, as far as that can be known."""
        ...

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """The sound from ``from_sample`` on, without gaps, until its end or until ``stop``.

        Raises:
            DokuError: it is no usable sound.
            SourceLost: there is more, but it cannot be had.
        """
        ...


class FileSource:
    """A sound file, decoded in a child of its own.

    Args:
        stream: the opened file; it stays the caller's to close.
        options: see `EngineOptions`.

    Raises:
        DokuError: the file is empty or larger than `MAX_FILE_BYTES`.
    """

    def __init__(self, stream: BinaryIO, options: EngineOptions | None = None) -> None:
        size = os.fstat(stream.fileno()).st_size
        if size == 0:
            raise DokuError(Code.INPUT_EMPTY)
        if size > MAX_FILE_BYTES:
            raise DokuError(Code.INPUT_TOO_LARGE, megabytes=MAX_FILE_BYTES // 1024**2)
        self._stream = stream
        self._options = options or EngineOptions()
        self._duration: float | None = None
        self._damaged = False
        self._lost = 0.0

    @classmethod
    def open(cls, path: Path, options: EngineOptions | None = None) -> Self:
        """The file at ``path``. Use the source as a context manager to close it."""
        stream = open_input(path)
        try:
            return cls(stream, options)
        except DokuError:
            stream.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    @property
    def duration(self) -> float | None:
        """As the container says, once a block was given; None where it says nothing."""
        return self._duration

    @property
    def damaged(self) -> bool:
        """Known once all blocks were given."""
        return self._damaged

    @property
    def lost(self) -> float:
        """Known once all blocks were given."""
        return self._lost

    def probe(self) -> None:
        """Find out whether this is usable sound, from its first block.

        Raises:
            DokuError: it is not.
        """
        with closing(self.blocks(threading.Event())) as blocks:
            next(blocks, None)

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        """See `AudioSource.blocks`. A decoder that dies is replaced, `EngineOptions.restarts`
        times; the new one passes over what was given."""
        position = from_sample
        for _ in range(self._options.restarts + 1):
            decoding = Decoding(self._stream.fileno(), position, self._options)
            with closing(decoding.blocks(stop)) as blocks:
                for block in blocks:
                    self._duration = decoding.claimed
                    position = block.end
                    yield block
            if self._is_over(decoding.outcome):
                self._damaged = decoding.damaged
                self._lost = decoding.lost
                return
        if position == from_sample:
            # Whatever kills every decoder before its first block is in the file.
            raise DokuError(Code.AUDIO_UNREADABLE)
        raise SourceLost

    @staticmethod
    def _is_over(outcome: Outcome | None) -> bool:
        """Whether that was the end; False if a new decoder shall go on.

        Raises:
            DokuError: the decoder found the file unusable, or cannot run on this processor.
        """
        if isinstance(outcome, Failed) and outcome.code is not Code.INTERNAL:
            raise error_of(outcome)
        if isinstance(outcome, Crashed) and outcome.illegal_instruction:
            raise error_of(outcome)
        return isinstance(outcome, Finished | Cancelled)
