"""The files of one case: where each lies, sealed with which key. Nothing about people in names.

    cases/<case id>/case.key      the case's key, sealed with the store's
                    sources.key   the key of all that holds dictated words, sealed with the case's
                    meta          what `CaseInfo` tells
                    <record id>   a document
    recordings/<record id>        a recording, its key sealed with its case's sources key
    imports                       what is known of files read in, sealed with the store's key

Recordings lie beside the cases because a recorder waits with an open file before anybody knows
which case it will be for.

Whoever removes ``sources.key`` destroys recordings, transcripts and drafts; whoever removes
``case.key`` destroys the case. What is left then is noise.
"""

from __future__ import annotations

import os
from mmap import ACCESS_READ, mmap
from pathlib import Path
from uuid import UUID

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.envelope import (
    HEADER_BYTES,
    ChunkReader,
    RecordKind,
    TooNew,
    content_of,
    new_record,
    record_key,
    whole,
)
from dokuhelfer.security.private import (
    destroy_key_file,
    make_private,
    remove_temporaries,
    replace,
    sync_folder,
    write_all,
)
from dokuhelfer.security.sealing import Forged
from dokuhelfer.store.model import CaseId

_CASE_KEY = "case.key"
_SOURCES_KEY = "sources.key"
_META = "meta"
_IMPORTS = "imports"
_IMPORTS_RECORD = UUID(int=1)
"""There is one of it in a store."""


def case_folder(root: Path, id: CaseId) -> Path:
    """Where the case of that id lies in the store's folder ``root``."""
    return root / "cases" / id.hex


def recordings_folder(root: Path) -> Path:
    """Where the recordings of all cases lie in the store's folder ``root``."""
    return root / "recordings"


class CaseFiles:
    """The folder of one case and its keys.

    Args:
        root: the store's folder.
        id: of the case.
        key: the case's.
    """

    def __init__(self, root: Path, id: CaseId, key: bytes) -> None:
        self._folder = case_folder(root, id)
        self._recordings = recordings_folder(root)
        self._id = id
        self._key = key
        self._sources: bytes | None = None

    @classmethod
    def create(cls, root: Path, id: CaseId, store_key: bytes) -> CaseFiles:
        """Make the folder of a new case.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        folder = case_folder(root, id)
        make_private(folder)
        header, key = new_record(RecordKind.CASE_KEY, id, store_key)
        replace(folder / _CASE_KEY, header)
        return cls(root, id, key)

    @classmethod
    def open(cls, root: Path, id: CaseId, store_key: bytes) -> CaseFiles:
        """The files of a case that is there.

        Raises:
            DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
        """
        header = _read(case_folder(root, id) / _CASE_KEY)
        with _Damage():
            return cls(root, id, record_key(header, RecordKind.CASE_KEY, id, store_key))

    # --- metadata and documents ------------------------------------------------------------

    def read_meta(self) -> bytes:
        """The metadata; errors as in `read`."""
        data = _read(self._folder / _META)
        with _Damage():
            return content_of(data, RecordKind.METADATA, self._id, self._key)

    def write_meta(self, content: bytes) -> None:
        """Replace the metadata; errors as in `write`."""
        replace(self._folder / _META, whole(RecordKind.METADATA, self._id, self._key, content))

    def read(self, record: UUID, *, source: bool) -> bytes:
        """A document; ``source`` says which key it is under.

        Raises:
            DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
        """
        data = _read(self._folder / record.hex)
        owner = self._sources_key() if source else self._key
        with _Damage():
            return content_of(data, RecordKind.DOCUMENT, record, owner)

    def write(self, record: UUID, content: bytes, *, source: bool) -> None:
        """Replace a document.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; the old one then still stands.
        """
        owner = self._sources_key(create=True) if source else self._key
        replace(self._folder / record.hex, whole(RecordKind.DOCUMENT, record, owner, content))

    # --- recordings ------------------------------------------------------------------------

    def begin_recording(self, record: UUID, descriptor: int) -> tuple[bytes, bytes]:
        """Write the header of a new recording into its file; the header and the key.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        header, key = new_record(RecordKind.RECORDING, record, self._sources_key(create=True))
        # An attempt that failed may have left half a header.
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        write_all(descriptor, header)
        return header, key

    def make_lasting(self) -> None:
        """Make a power cut leave the names of the case and of its recordings where they are.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`.
        """
        try:
            sync_folder(self._recordings)
            sync_folder(self._folder.parent)
        except OSError:
            raise DokuError(Code.STORE_NOT_WRITABLE) from None

    def open_recording(self, record: UUID) -> tuple[mmap, ChunkReader]:
        """The chunks of a recording, as far as they are whole; the map is the caller's to close.

        Raises:
            DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
        """
        try:
            with (self._recordings / record.hex).open("rb") as stream:
                header = stream.read(HEADER_BYTES)
                owner = self._sources_key()
                with _Damage():
                    key = record_key(header, RecordKind.RECORDING, record, owner)
                mapped = mmap(stream.fileno(), 0, access=ACCESS_READ)
        except FileNotFoundError:
            raise DokuError(Code.STORE_DAMAGED) from None
        except (OSError, ValueError):
            raise DokuError(Code.STORE_UNREADABLE) from None
        return mapped, ChunkReader(mapped, header, key)

    # --- destroying ------------------------------------------------------------------------

    def destroy(self, record: UUID) -> None:
        """Destroy one document or recording: its key stands in its file's header."""
        destroy_key_file(self._folder / record.hex)
        destroy_key_file(self._recordings / record.hex)

    def destroy_sources_key(self) -> None:
        """Make everything under the sources' key unreadable for good."""
        destroy_key_file(self._folder / _SOURCES_KEY)
        self._sources = None

    def remove_strays(self, known: frozenset[UUID]) -> None:
        """Remove what a crash left between writing a record and knowing of it."""
        remove_temporaries(self._folder)
        names = {_CASE_KEY, _SOURCES_KEY, _META, *(record.hex for record in known)}
        for path in self._folder.iterdir():
            if path.name not in names:
                destroy_key_file(path)

    def _sources_key(self, *, create: bool = False) -> bytes:
        if self._sources is None:
            path = self._folder / _SOURCES_KEY
            if create and not path.exists():
                header, self._sources = new_record(RecordKind.SOURCES_KEY, self._id, self._key)
                replace(path, header)
            else:
                header = _read(path)
                with _Damage():
                    self._sources = record_key(header, RecordKind.SOURCES_KEY, self._id, self._key)
        return self._sources


def destroy_case(folder: Path) -> None:
    """Destroy a case: first its key, then what has become noise.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`; it is destroyed all the same once its key is gone.
    """
    destroy_key_file(folder / _CASE_KEY)
    try:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    except OSError:
        raise DokuError(Code.STORE_NOT_WRITABLE) from None


def is_half_made(folder: Path) -> bool:
    """Whether a crash left this folder while a case was made or destroyed."""
    return not ((folder / _CASE_KEY).exists() and (folder / _META).exists())


def write_imports(root: Path, store_key: bytes, content: bytes) -> None:
    """Replace the store's record of imports.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; the old one then still stands.
    """
    replace(root / _IMPORTS, whole(RecordKind.IMPORTS, _IMPORTS_RECORD, store_key, content))


def read_imports(root: Path, store_key: bytes) -> bytes | None:
    """The store's record of imports; None where there is none.

    Raises:
        DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
    """
    if not (root / _IMPORTS).exists():
        return None
    with _Damage():
        return content_of(_read(root / _IMPORTS), RecordKind.IMPORTS, _IMPORTS_RECORD, store_key)


class _Damage:
    """What is wrong with a record becomes an error a person can be told."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Forged):
            raise DokuError(Code.STORE_DAMAGED) from None
        if isinstance(error, TooNew):
            raise DokuError(Code.STORE_TOO_NEW) from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DokuError(Code.STORE_DAMAGED) from None
    except OSError:
        raise DokuError(Code.STORE_UNREADABLE) from None
