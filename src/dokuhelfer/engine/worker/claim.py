"""What a sound file's own first bytes say about its length, beside what FFmpeg says."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import BinaryIO, Self

_MP3_COUNTS = (b"Xing", b"Info", b"VBRI")
"""Tags in the first frame of an MP3 that count its frames; without one its length is a guess."""

_ID3_HEADER = 10

_FIRST_FRAME = 512
"""Bytes within which the tag of an MP3's first frame stands."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The claims of one file.

    Attributes:
        lacking: the share of a RIFF file that its own size field has and the file has not
            (0 to 0.99). FFmpeg shortens a WAV file's length to what is there, so it cannot be
            asked. A recorder that was switched off leaves 0 or all ones, which says nothing.
        counted: whether this is an MP3 whose first frame says how many there are.
    """

    lacking: float
    counted: bool

    @classmethod
    def of(cls, stream: BinaryIO) -> Self:
        """Read the claims; afterwards the stream stands at its beginning."""
        claim = cls(_lacking_share(stream), _counts_frames(stream))
        stream.seek(0)
        return claim


def _lacking_share(stream: BinaryIO) -> float:
    size = os.fstat(stream.fileno()).st_size
    stream.seek(0)
    header = stream.read(12)
    if header[:4] != b"RIFF" or header[8:] != b"WAVE":
        return 0.0
    stated = int.from_bytes(header[4:8], "little") + 8
    if stated <= size or stated >= 2**32 - 1:
        return 0.0
    return min(1 - size / stated, 0.99)


def _counts_frames(stream: BinaryIO) -> bool:
    stream.seek(0)
    header = stream.read(_ID3_HEADER)
    start = 0
    if header[:3] == b"ID3":
        size = 0
        for byte in header[6:]:
            size = size << 7 | byte & 0x7F
        start = _ID3_HEADER + size
    stream.seek(start)
    first = stream.read(_FIRST_FRAME)
    return any(tag in first for tag in _MP3_COUNTS)
