"""The file format: what was changed, moved, repeated, cut off or swapped is found."""

import os
import tempfile
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.security.envelope import (
    HEADER_BYTES,
    MAX_CHUNK,
    ChunkReader,
    ChunkWriter,
    FileEnd,
    RecordKind,
    TooNew,
    content_of,
    new_record,
    record_key,
    whole,
)
from dokuhelfer.security.sealing import Forged, new_key

OWNER = new_key()
KIND = RecordKind.RECORDING


def written(contents: list[bytes], *, finished: bool = True) -> tuple[bytes, bytes, bytes]:
    """A file of these chunks, its header, its key."""
    header, key = new_record(KIND, uuid4(), OWNER)
    with tempfile.TemporaryFile() as file:
        file.write(header)
        file.flush()
        writer = ChunkWriter(file.fileno(), header, key)
        for content in contents:
            writer.append(content)
        if finished:
            writer.append(b"", last=True)
        file.seek(0)
        return file.read(), header, key


def read(data: bytes, header: bytes, key: bytes) -> tuple[list[bytes], FileEnd]:
    reader = ChunkReader(data, header, key)
    return [reader.read(index) for index in range(len(reader.frames))], reader.ending


@given(st.lists(st.binary(max_size=200), max_size=6), st.booleans())
def test_what_was_appended_is_read(contents: list[bytes], finished: bool) -> None:
    got, ending = read(*written(contents, finished=finished))
    assert got == contents + [b""] * finished
    assert ending is (FileEnd.COMPLETE if finished else FileEnd.CUT_OFF)


@given(st.data())
def test_cut_anywhere_leaves_the_whole_chunks_before_it(data: st.DataObject) -> None:
    contents = [b"a" * 50, b"b" * 70, b"c" * 10]
    file, header, key = written(contents)
    cut = data.draw(st.integers(HEADER_BYTES, len(file) - 1))
    got, ending = read(file[:cut], header, key)
    assert got == contents[: len(got)]
    assert ending is FileEnd.CUT_OFF
    whole_chunks = sum(
        cut >= HEADER_BYTES + sum(len(c) + 32 for c in contents[:n]) for n in (1, 2, 3)
    )
    assert len(got) == whole_chunks


def test_zeros_behind_the_last_chunk_are_a_power_cut() -> None:
    file, header, key = written([b"a" * 50], finished=False)
    assert read(file + bytes(4096), header, key) == ([b"a" * 50], FileEnd.CUT_OFF)


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_flipped_byte_is_found(place: int, flip: int) -> None:
    record = uuid4()
    file = bytearray(whole(RecordKind.DOCUMENT, record, OWNER, b"Frau Kannwas " * 20))
    file[place % len(file)] ^= flip
    with pytest.raises((Forged, TooNew)):
        content_of(bytes(file), RecordKind.DOCUMENT, record, OWNER)


def pieces(file: bytes, sizes: list[int]) -> list[bytes]:
    at, parts = HEADER_BYTES, []
    for size in sizes:
        parts.append(file[at : at + size + 32])
        at += size + 32
    return parts


def test_chunks_in_another_order_or_twice_are_found() -> None:
    file, header, key = written([b"a" * 50, b"b" * 50], finished=False)
    one, two = pieces(file, [50, 50])
    for forged in (header + two + one, header + one + one, header + two):
        with pytest.raises(Forged):
            read(forged, header, key)


def test_a_chunk_of_another_file_is_found() -> None:
    file, header, key = written([b"a" * 50])
    other, _, _ = written([b"a" * 50])
    with pytest.raises(Forged):
        read(header + other[HEADER_BYTES:], header, key)


def test_a_middle_chunk_cannot_play_the_last_one() -> None:
    file, header, key = written([b"a" * 50], finished=False)
    marked = bytearray(file)
    marked[HEADER_BYTES] |= 0x80
    reader = ChunkReader(bytes(marked), header, key)
    assert reader.ending is FileEnd.COMPLETE
    with pytest.raises(Forged):
        reader.read(0)


def test_something_behind_the_last_chunk_is_damage() -> None:
    file, header, key = written([b"a"])
    assert read(file + b"x", header, key)[1] is FileEnd.DAMAGED


def test_a_record_is_found_to_be_another_one_or_of_another_kind_or_owner() -> None:
    record = uuid4()
    header, key = new_record(KIND, record, OWNER)
    assert record_key(header, KIND, record, OWNER) == key
    for wrong in (
        (header, KIND, uuid4(), OWNER),
        (header, RecordKind.DOCUMENT, record, OWNER),
        (header, KIND, record, new_key()),
        (header[:-1], KIND, record, OWNER),
    ):
        with pytest.raises(Forged):
            record_key(*wrong)


def test_a_later_format_is_told_from_damage() -> None:
    record = uuid4()
    header, _ = new_record(KIND, record, OWNER)
    with pytest.raises(TooNew):
        record_key(header[:4] + b"\x02" + header[5:], KIND, record, OWNER)


@pytest.mark.parametrize("size", [0, 1, MAX_CHUNK, MAX_CHUNK + 1, 3 * MAX_CHUNK])
def test_whole_documents_of_any_size(size: int) -> None:
    record, content = uuid4(), os.urandom(size)
    file = whole(RecordKind.DOCUMENT, record, OWNER, content)
    assert content_of(file, RecordKind.DOCUMENT, record, OWNER) == content
    with pytest.raises(Forged):
        content_of(file[:-1], RecordKind.DOCUMENT, record, OWNER)


def test_the_same_content_is_never_sealed_the_same() -> None:
    record = uuid4()
    first, second = (whole(RecordKind.DOCUMENT, record, OWNER, b"same") for _ in range(2))
    assert first != second


def test_half_a_chunk_is_taken_back_when_the_disk_is_full() -> None:
    """A child whose files may grow to 400 bytes: what was whole stays readable."""
    import resource

    header, key = new_record(KIND, uuid4(), OWNER)
    with tempfile.TemporaryFile() as file:
        file.write(header)
        file.flush()
        writer = ChunkWriter(file.fileno(), header, key)
        writer.append(b"a" * 100)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400, hard))
        try:
            with pytest.raises(OSError, match="too large"):
                writer.append(b"b" * 500)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        writer.append(b"c" * 100, last=True)
        file.seek(0)
        assert read(file.read(), header, key) == ([b"a" * 100, b"c" * 100], FileEnd.COMPLETE)
