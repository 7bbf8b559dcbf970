"""What the head of a weights file says, without loading it into native code.

A truncated or foreign file ends here with a plain answer; in the native loader it may
abort the process (deployment.md §5.3).
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO

_CTRANSLATE2_VERSIONS = range(4, 7)
"""Versions of the CTranslate2 file format with the layout read here; 4.8 writes 6."""
_SPEC = b"WhisperSpec\0"
_MEL_FILTER = b"encoder/conv1/weight\0"
_MOST_VARIABLES = 10_000
_MOST_DIMENSIONS = 8
_GGUF_MAGIC = b"GGUF"
_GGUF_VERSIONS = range(2, 4)


class WeightsError(Exception):
    """The file is no sound weights file of the kind expected."""


def whisper_mels(model_bin: Path) -> int:
    """Mel bands a CTranslate2 Whisper model was built for, from the shape of its first layer.

    Every variable is visited and has to lie inside the file, so a file cut short is noticed.

    Raises:
        WeightsError: not a CTranslate2 Whisper model, or cut short.
        OSError: it cannot be read.
    """
    with model_bin.open("rb") as stream:
        reader = _Reader(stream)
        if reader.number("<I") not in _CTRANSLATE2_VERSIONS or reader.text() != _SPEC:
            raise WeightsError
        reader.number("<I")  # revision of the specification
        count = reader.number("<I")
        if count > _MOST_VARIABLES:
            raise WeightsError
        mels = None
        for _ in range(count):
            name, shape = reader.variable()
            if name == _MEL_FILTER and len(shape) == 3:
                mels = shape[1]
    if mels is None:
        raise WeightsError
    return mels


def require_gguf(file: Path) -> None:
    """Check the first bytes of a GGUF file.

    Raises:
        WeightsError: it is something else, or of a version llama.cpp does not read.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        reader = _Reader(stream)
        if reader.take(4) != _GGUF_MAGIC or reader.number("<I") not in _GGUF_VERSIONS:
            raise WeightsError


class _Reader:
    """Reads little-endian values and never past the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._size = os.fstat(stream.fileno()).st_size

    def take(self, count: int) -> bytes:
        data = self._stream.read(count)
        if len(data) != count:
            raise WeightsError
        return data

    def number(self, layout: str) -> int:
        value: int
        (value,) = struct.unpack(layout, self.take(struct.calcsize(layout)))
        return value

    def text(self) -> bytes:
        return self.take(self.number("<H"))

    def variable(self) -> tuple[bytes, tuple[int, ...]]:
        """Name and shape of the next variable; its data is stepped over."""
        name = self.text()
        dimensions = self.number("<B")
        if dimensions > _MOST_DIMENSIONS:
            raise WeightsError
        shape = tuple(self.number("<I") for _ in range(dimensions))
        self.number("<B")  # type of the numbers
        end = self.number("<I") + self._stream.tell()
        if end > self._size:
            raise WeightsError
        self._stream.seek(end)
        return name, shape
