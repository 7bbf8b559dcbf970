"""A file becomes an encrypted case of the store: copied, read back, compared; or nothing is left.

The copy is the sound itself (16 kHz mono), as everything behind the decoder knows it. Memory is
bounded by a block, whatever the length.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource, SourceLost
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import open_input
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.looking import Look, look
from dokuhelfer.imports.model import Original
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, CaseId, Document, RecordingId, Refused
from dokuhelfer.store.store import Store

_PIECE = 1024 * 1024
"""Bytes of a file that are read at once."""

SPARE = 600.0
"""Seconds of recording that an import leaves room for: who dictates goes before a copy."""

_STEP_ASIDE = 0.02
"""Seconds between blocks while somebody dictates: still some twenty times as fast as speech."""

_HASHED, _HEARD = 0.05, 0.9
"""Shares of the work that are done after hashing the file, and after decoding it."""


_WHY_NOT = {Code.INPUT_NOT_FOUND: Original.GONE, Code.CANCELLED: Original.KEPT}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be copied.

    Attributes:
        id: of the import.
        again: also if its content was read in before.
        about, when, documents: of the case to be.
    """

    id: str
    path: Path
    again: bool
    about: About
    when: datetime
    documents: Mapping[Document, bytes]


@dataclass(frozen=True, slots=True)
class Copied:
    """A verified copy.

    Attributes:
        digest: of the file's content.
        damaged: the file is broken; what could be read of it is there.
    """

    case: CaseId
    seconds: float
    damaged: bool
    digest: str


@dataclass(slots=True)
class Reins:
    """How whoever ordered a copy steers it; may be used by several threads.

    Attributes:
        stop: set it to give up.
        aside: set while somebody dictates; the copy goes on slowly then.
        tell: gets the share that is done, in the copying thread.
    """

    tell: Callable[[float], None] = lambda _: None
    stop: threading.Event = field(default_factory=threading.Event)
    aside: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        """Go on, or not.

        Raises:
            DokuError: `CANCELLED`.
        """
        if self.aside.is_set():
            self.stop.wait(_STEP_ASIDE)
        if self.stop.is_set():
            raise DokuError(Code.CANCELLED)


def examine(path: Path, ledger: Ledger, reins: Reins, *, again: bool = False) -> Look:
    """Before anybody is asked: is it sound, and new?

    Raises:
        DokuError: `IMPORT_KNOWN` unless it is to be read in ``again``; `CANCELLED`; see `look`.
    """
    reins.check()
    seen = look(path)
    if not again and ledger.knows(digest_of(path, reins)):
        raise DokuError(Code.IMPORT_KNOWN)
    return seen


def copy_in(order: Order, store: Store, ledger: Ledger, reins: Reins) -> Copied:
    """Make a case of a file. Afterwards it is whole and known, or there is none.

    Raises:
        DokuError: `CANCELLED`; `IMPORT_KNOWN` (content that was read in before);
            `IMPORT_CHANGED` (the file became another while it was read); `IMPORT_UNVERIFIED`
            (what was read back is not what was written); `DISK_FULL`, `STORE_NOT_WRITABLE`;
            what `FileSource` and `open_input` say of the file.
    """
    with open_input(order.path) as stream:
        digest = _digest(stream, reins)
        if ledger.knows(digest) and not order.again:
            raise DokuError(Code.IMPORT_KNOWN)
        id = CaseId(uuid4())
        ledger.begin(order.id, order.path, id)
        whole = False
        try:
            copied = _copy(order, stream, digest, store, id, reins)
            reins.check()
            ledger.commit(order.id, digest)
            whole = True
        except SourceLost:
            raise DokuError(Code.INPUT_UNREADABLE) from None
        finally:
            if not whole:
                _undo(store, ledger, order.id, id)
    return copied


def remove_original(path: Path, digest: str, reins: Reins | None = None) -> Original:
    """Remove a file that was read in, if it still is the one that was."""
    try:
        if path.is_symlink():  # what it leads to is not ours to decide on
            return Original.PROTECTED
        with open_input(path) as stream:
            same = _digest(stream, reins or Reins()) == digest
    except DokuError as error:
        return _WHY_NOT.get(error.code, Original.PROTECTED)
    except OSError:
        return Original.PROTECTED
    if not same:
        return Original.CHANGED
    try:
        path.unlink()
    except OSError:
        return Original.PROTECTED
    return Original.REMOVED


def digest_of(path: Path, reins: Reins | None = None) -> str:
    """What tells a file's content from any other (SHA-256).

    Raises:
        DokuError: it cannot be read; `CANCELLED`.
    """
    with open_input(path) as stream:
        return _digest(stream, reins or Reins())


def _copy(
    order: Order, stream: BinaryIO, digest: str, store: Store, id: CaseId, reins: Reins
) -> Copied:
    case = store.create(order.about, order.when, id)
    for document, content in order.documents.items():
        case.save(document, content)
    source = FileSource(stream)
    written = hashlib.sha256()
    sound = _sound(source, written.update, store, reins)
    recording = case.add_recording(order.when, sound)
    if not recording.seconds:
        raise DokuError(Code.AUDIO_NO_SOUND)
    if _read_back(case, recording.id, reins) != written.digest():
        raise DokuError(Code.IMPORT_UNVERIFIED)
    if _digest(stream, reins) != digest:
        raise DokuError(Code.IMPORT_CHANGED)
    return Copied(id, recording.seconds, source.damaged, digest)


def _sound(
    source: FileSource, note: Callable[[bytes], None], store: Store, reins: Reins
) -> Iterator[bytes]:
    for block in source.blocks(reins.stop):
        if not block.start and store.room() < (source.duration or 0.0) + SPARE:
            raise DokuError(Code.DISK_FULL)
        note(block.pcm)
        yield block.pcm
        if source.duration:
            done = min(1.0, block.end / SAMPLE_RATE / source.duration)
            reins.tell(_HASHED + (_HEARD - _HASHED) * done)
        reins.check()
    reins.check()


def _read_back(case: Case, id: RecordingId, reins: Reins) -> bytes:
    """The hash of what the store gives back; of nothing where it is not whole."""
    found = hashlib.sha256()
    with case.sound(id) as sound:
        for block in sound.blocks(reins.stop):
            found.update(block.pcm)
            reins.check()
        reins.check()
        return found.digest() if sound.complete else b""


def _digest(stream: BinaryIO, reins: Reins) -> str:
    found = hashlib.sha256()
    try:
        os.lseek(stream.fileno(), 0, os.SEEK_SET)  # a decoder may have moved it
        while piece := os.read(stream.fileno(), _PIECE):
            found.update(piece)
            reins.check()
    except OSError:
        raise DokuError(Code.INPUT_UNREADABLE) from None
    return found.hexdigest()


def _undo(store: Store, ledger: Ledger, item: str, case: CaseId) -> None:
    """Nothing is left of a copy that came to nothing; what stays all the same goes at the next
    start, because the ledger knows of it."""
    try:
        store.destroy(case)
    except DokuError:
        return
    except Refused:  # it was not even begun
        pass
    with suppress(DokuError):
        ledger.give_up(item)
