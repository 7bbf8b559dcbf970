"""A disk that is full for a while costs nothing; flushes are made once a second."""

import os
import tempfile
from collections.abc import Iterator
from uuid import uuid4

import pytest

from dokuhelfer.engine.recorder_messages import Storage
from dokuhelfer.recorder.keeping import Keeping
from dokuhelfer.security.envelope import ChunkReader, FileEnd, RecordKind, new_record
from dokuhelfer.security.sealing import new_key

BLOCK = bytes(6400)


class File:
    """An open recording."""

    def __init__(self, descriptor: int) -> None:
        self.header, self.key = new_record(RecordKind.RECORDING, uuid4(), new_key())
        self.descriptor = descriptor
        os.write(descriptor, self.header)

    def contents(self) -> tuple[bytes, FileEnd]:
        data = os.pread(self.descriptor, 10**7, 0)
        reader = ChunkReader(data, self.header, self.key)
        read = b"".join(reader.read(index) for index in range(len(reader.frames)))
        return read, reader.ending


@pytest.fixture
def file() -> Iterator[File]:
    with tempfile.TemporaryFile() as stream:
        yield File(stream.fileno())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("dokuhelfer.recorder.keeping.time.monotonic", lambda: now[0])
    return now


def test_a_disk_that_was_full_for_a_while_costs_nothing(
    file: File, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping = Keeping(file.descriptor, file.header, file.key, first=0)
    assert keeping.add(b"\1\0" * 3200) is None
    with monkeypatch.context() as patch:
        patch.setattr("dokuhelfer.security.envelope.os.write", _full)
        assert keeping.add(b"\2\0" * 3200) == Storage(failing=True, kept=3200)
        clock[0] += 1.1
        assert keeping.add(b"\3\0" * 3200) is None
    assert keeping.add(b"\4\0" * 3200) is None, "the next try is a second later"
    clock[0] += 1.1
    assert keeping.work() == Storage(failing=False, kept=12_800)
    assert keeping.end()
    read, ending = file.contents()
    assert read == b"".join(bytes([n, 0]) * 3200 for n in (1, 2, 3, 4))
    assert ending is FileEnd.COMPLETE


def test_what_cannot_be_written_at_the_end_is_told(
    file: File, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping = Keeping(file.descriptor, file.header, file.key, first=0)
    keeping.add(BLOCK)
    with monkeypatch.context() as patch:
        patch.setattr("dokuhelfer.security.envelope.os.write", _full)
        keeping.add(BLOCK)
        assert not keeping.end()
    assert file.contents() == (BLOCK, FileEnd.CUT_OFF)


def test_the_disk_is_flushed_once_a_second(
    file: File, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[float] = []
    monkeypatch.setattr("dokuhelfer.security.envelope.os.fsync", lambda _: flushed.append(clock[0]))
    keeping = Keeping(file.descriptor, file.header, file.key, first=0)
    for _ in range(26):
        keeping.add(BLOCK)
        clock[0] += 0.2
    assert len(flushed) == 5


def _full(*_: object) -> int:
    raise OSError(28, "")
