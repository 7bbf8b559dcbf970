"""The one file format of the store: a header with the record's sealed key, then sealed chunks.

    magic "DOKU" | version 1 | kind | record id (16) | sealed record key (60) | chunk | chunk …
    chunk: length of the sealed piece (4, highest bit: this is the last one) | sealed piece

The record's key is sealed with its owner's (the case's, the store's) for exactly this header.
A chunk is sealed for header, index and last-flag (the STREAM construction), so that chunks
that are missing, moved, repeated or come from another file are found. A file without its
last chunk was cut off: after a crash everything up to its last whole chunk is good.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from mmap import mmap
from uuid import UUID

from dokuhelfer.security.sealing import KEY_BYTES, OVERHEAD, Forged, new_key, seal, unseal

_MAGIC = b"DOKU"
_VERSION = 1
_START = struct.Struct(">4sBB16s")
_LENGTH = struct.Struct(">I")
_LAST = 0x8000_0000

HEADER_BYTES = _START.size + KEY_BYTES + OVERHEAD

MAX_CHUNK = 1024 * 1024
"""Bytes of content in one chunk at most."""


Data = bytes | mmap
"""A whole file, read or mapped."""


class RecordKind(IntEnum):
    """What a file of the store is; authenticated, so that none can stand in for another."""

    CASE_KEY = 1
    SOURCES_KEY = 2
    METADATA = 3
    DOCUMENT = 4
    RECORDING = 5
    IMPORTS = 6


class TooNew(Exception):
    """The file was written by a later version of the program."""


def new_record(kind: RecordKind, record: UUID, owner: bytes) -> tuple[bytes, bytes]:
    """The header of a new record and its key, which stands in it sealed with ``owner``."""
    start = _START.pack(_MAGIC, _VERSION, kind, record.bytes)
    key = new_key()
    return start + seal(owner, key, start), key


def record_key(header: bytes, kind: RecordKind, record: UUID, owner: bytes) -> bytes:
    """The key of the record with that ``header``.

    Raises:
        Forged: it is not that record, or its owner's key is another one.
        TooNew: see there.
    """
    if len(header) != HEADER_BYTES or not header.startswith(_MAGIC):
        raise Forged
    start = header[: _START.size]
    if start[len(_MAGIC)] > _VERSION:
        raise TooNew
    if start != _START.pack(_MAGIC, _VERSION, kind, record.bytes):
        raise Forged
    return unseal(owner, header[_START.size :], start)


def whole(kind: RecordKind, record: UUID, owner: bytes, content: bytes) -> bytes:
    """A complete record as it stands in its file."""
    header, key = new_record(kind, record, owner)
    cuts = range(0, max(len(content), 1), MAX_CHUNK)
    parts = [header]
    for index, cut in enumerate(cuts):
        last = index == len(cuts) - 1
        parts.append(_chunk(header, key, index, content[cut : cut + MAX_CHUNK], last=last))
    return b"".join(parts)


def content_of(data: bytes, kind: RecordKind, record: UUID, owner: bytes) -> bytes:
    """The content of a complete record.

    Raises:
        Forged: changed, swapped, cut off, or sealed with another key.
        TooNew: see there.
    """
    header = data[:HEADER_BYTES]
    key = record_key(header, kind, record, owner)
    parts: list[bytes] = []
    frames = _Frames(data, HEADER_BYTES)
    for index, frame in enumerate(frames):
        parts.append(_opened(header, key, index, frame, data))
    if frames.ending is not FileEnd.COMPLETE:
        raise Forged
    return b"".join(parts)


class ChunkWriter:
    """Appends chunks to an open file; every chunk is in the file when `append` returns.

    Args:
        descriptor: of the file, open for writing, its position behind what it holds.
        header: the record's, already in the file.
        key: the record's.
    """

    def __init__(self, descriptor: int, header: bytes, key: bytes) -> None:
        self._descriptor = descriptor
        self._header = header
        self._key = key
        self._index = 0
        self._end = os.lseek(descriptor, 0, os.SEEK_CUR)

    def append(self, content: bytes, *, last: bool = False) -> None:
        """Add one chunk.

        Raises:
            OSError: it could not be written; the file then ends before it, as it did.
        """
        chunk = _chunk(self._header, self._key, self._index, content, last=last)
        rest = memoryview(chunk)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            # Half a chunk would hide all that come behind it.
            os.ftruncate(self._descriptor, self._end)
            os.lseek(self._descriptor, self._end, os.SEEK_SET)
            raise
        self._index += 1
        self._end += len(chunk)

    def flush(self) -> None:
        """Make the system put on the disk what was appended.

        Raises:
            OSError: the disk failed.
        """
        os.fsync(self._descriptor)


class FileEnd(Enum):
    """How the chunks of a file end."""

    COMPLETE = auto()
    CUT_OFF = auto()
    """The last chunk is missing; a half one may stand in its place."""
    DAMAGED = auto()
    """A chunk was changed or moved, or something stands behind the last one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chunk lies: ``offset`` of its sealed piece, bytes of its content, last or not."""

    offset: int
    size: int
    last: bool


class ChunkReader:
    """Reads the chunks of an open file, each for itself.

    Args:
        data: the whole file, or a memory map of it; what is appended later is not seen.
        header: the record's, as in `record_key`.
        key: the record's.

    Attributes:
        frames: all whole chunks, not yet authenticated.
        ending: how they end; `read` may find more damage.
    """

    def __init__(self, data: Data, header: bytes, key: bytes) -> None:
        self._data = data
        self._header = header
        self._key = key
        found = _Frames(data, HEADER_BYTES)
        self.frames = tuple(found)
        self.ending = found.ending

    def read(self, index: int) -> bytes:
        """The content of a chunk.

        Raises:
            Forged: it was changed, or is not the one that was written there.
        """
        return _opened(self._header, self._key, index, self.frames[index], self._data)


class _Frames:
    """Walks over the chunks without opening them; ``ending`` is known afterwards."""

    def __init__(self, data: Data, start: int) -> None:
        self._data = data
        self._start = start
        self.ending = FileEnd.CUT_OFF

    def __iter__(self) -> Iterator[Frame]:
        at, end = self._start, len(self._data)
        while at + _LENGTH.size <= end:
            (word,) = _LENGTH.unpack(self._data[at : at + _LENGTH.size])
            size, last = word & ~_LAST, bool(word & _LAST)
            at += _LENGTH.size
            if not OVERHEAD <= size <= MAX_CHUNK + OVERHEAD:
                # A power cut can leave zeros where the next chunk was going to be.
                zeros = not any(self._data[at - _LENGTH.size :])
                self.ending = FileEnd.CUT_OFF if zeros else FileEnd.DAMAGED
                return
            if at + size > end:
                return
            yield Frame(at, size - OVERHEAD, last)
            at += size
            if last:
                self.ending = FileEnd.COMPLETE if at == end else FileEnd.DAMAGED
                return


def _chunk(header: bytes, key: bytes, index: int, content: bytes, *, last: bool) -> bytes:
    if len(content) > MAX_CHUNK:
        raise ValueError("chunk too long")
    piece = seal(key, content, _place(header, index, last))
    return _LENGTH.pack(len(piece) | (_LAST if last else 0)) + piece


def _opened(header: bytes, key: bytes, index: int, frame: Frame, data: Data) -> bytes:
    piece = bytes(data[frame.offset : frame.offset + frame.size + OVERHEAD])
    return unseal(key, piece, _place(header, index, frame.last))


def _place(header: bytes, index: int, last: bool) -> bytes:
    return header + struct.pack(">Q?", index, last)
