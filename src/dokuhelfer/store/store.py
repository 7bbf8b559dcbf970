"""All cases of this device, behind one key and one lock."""

from __future__ import annotations

import shutil
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

import platformdirs

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.keys import ByKeyring, Protection, Unlock, unlock
from dokuhelfer.security.private import (
    FolderLock,
    destroy_key_file,
    make_private,
    remove_temporaries,
    store_error,
)
from dokuhelfer.security.sealing import new_key
from dokuhelfer.store.case import Case
from dokuhelfer.store.files import (
    CaseFiles,
    case_folder,
    destroy_case,
    is_half_made,
    read_imports,
    recordings_folder,
    write_imports,
)
from dokuhelfer.store.metadata import Metadata, from_json, to_json
from dokuhelfer.store.model import (
    About,
    CaseId,
    CaseInfo,
    Listing,
    Refusal,
    Refused,
    Version,
    VersionKind,
)
from dokuhelfer.store.reserved import Reservations, Reserved
from dokuhelfer.store.sessions import new_session, remove_session, remove_sessions


def store_folder() -> Path:
    """Where this user's store lies."""
    return Path(platformdirs.user_data_dir("dokuhelfer", appauthor=False)) / "store"


class Store:
    """An open store; see `open` and `for_session`. Use as a context manager, or `close` it.

    Attributes:
        protection: who keeps its key.
        recovered: cases in which a recording ran when the program last ended.
    """

    def __init__(self, folder: Path, key: bytes, lock: FolderLock, protection: Protection) -> None:
        self._folder = folder
        self._key = key
        self._lock = lock
        self._cases: dict[CaseId, Case] = {}
        self._opening = threading.RLock()
        self.protection = protection
        self._reservations = Reservations(folder)
        make_private(self._root)
        make_private(recordings_folder(folder))
        self.recovered = self._recover()

    @classmethod
    def open(cls, folder: Path, how: Unlock) -> Self:
        """Open the store in ``folder``, or make one there.

        With a passphrase this takes about a second; with a keyring the system may ask for it
        to be unlocked. Then it takes stock of what a crash left.

        Raises:
            DokuError: `STORE_IN_USE` (by another process), `STORE_NOT_WRITABLE`, `DISK_FULL`,
                `STORE_DAMAGED`, and what `security.keys.unlock` raises.
        """
        make_private(folder)
        lock = FolderLock.take(folder)
        try:
            _require_header(folder)
            key = unlock(folder, how)
            remove_temporaries(folder)
            remove_sessions(folder)
            by_keyring = isinstance(how, ByKeyring)
            protection = Protection.KEYRING if by_keyring else Protection.PASSPHRASE
            return cls(folder, key, lock, protection)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def for_session(cls, folder: Path) -> Self:
        """A store whose key lives in memory only, beside the one in ``folder``.

        For devices without keyring whose user sets no passphrase: what is kept can be read
        until `close`, or the end of the process, and never again.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        remove_sessions(folder)
        own = new_session(folder)
        return cls(own, new_key(), FolderLock.take(own), Protection.SESSION)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget the key and let others in. What a session kept is removed."""
        self._reservations.release_all()
        for case in self._cases.values():
            case.close()
        self._cases.clear()
        self._key = b""
        if self.protection is Protection.SESSION:
            for folder in self._root.iterdir():
                with suppress(DokuError):
                    destroy_case(folder)
            self._lock.release()
            remove_session(self._folder)
        else:
            self._lock.release()

    # --- cases -----------------------------------------------------------------------------

    def cases(self) -> Listing:
        """All cases, read from their metadata alone."""
        cases: list[CaseInfo] = []
        damaged: list[CaseId] = []
        for id in self._ids():
            try:
                cases.append(self.case(id).info)
            except (DokuError, Refused):
                damaged.append(id)
        cases.sort(key=lambda info: info.created)
        return Listing(tuple(cases), tuple(damaged))

    def create(self, about: About, when: datetime, id: CaseId | None = None) -> Case:
        """A new case with an open first version.

        Args:
            id: a new one that somebody wrote down beforehand.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
            Refused: `NO_TIME_ZONE`.
        """
        if when.tzinfo is None:
            raise Refused(Refusal.NO_TIME_ZONE)
        id = id or CaseId(uuid4())
        files = CaseFiles.create(self._folder, id, self._key)
        info = CaseInfo(id, when, about, (Version(1, VersionKind.FIRST),))
        files.write_meta(to_json(Metadata(info)))
        with self._opening:
            self._cases[id] = Case(files, Metadata(info), self._reservations)
            return self._cases[id]

    def case(self, id: CaseId) -> Case:
        """The case of that id, always the same object.

        Raises:
            DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
            Refused: `UNKNOWN_CASE`.
        """
        with self._opening:
            if id not in self._cases:
                self._cases[id] = self._opened(id)
            return self._cases[id]

    def destroy(self, id: CaseId) -> None:
        """Destroy a case for good, damaged ones too.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`.
            Refused: `UNKNOWN_CASE`.
        """
        folder = case_folder(self._folder, id)
        with self._opening:
            if not folder.is_dir():
                raise Refused(Refusal.UNKNOWN_CASE)
            case = self._cases.pop(id, None)
            if case is not None:
                case.close()
            # With the case's key the recordings' keys are gone, whoever knows of them.
            destroy_case(folder)
            for recording in () if case is None else case.info.recordings:
                destroy_key_file(recordings_folder(self._folder) / recording.id.hex)

    def reserve(self) -> Reserved:
        """An empty file for a recording to come; see `Case.start_recording` and `release`.

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`.
        """
        return self._reservations.make()

    def release(self, reserved: Reserved) -> None:
        """Give back what `reserve` gave; nothing happens if a recording has begun in it."""
        self._reservations.release(reserved)

    def save_imports(self, content: bytes) -> None:
        """Replace what is written down of imports (`imports.ledger`).

        Raises:
            DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; the old one then still stands.
        """
        write_imports(self._folder, self._key, content)

    def load_imports(self) -> bytes | None:
        """What `save_imports` kept; None where nothing was.

        Raises:
            DokuError: `STORE_DAMAGED`, `STORE_TOO_NEW`, `STORE_UNREADABLE`.
        """
        return read_imports(self._folder, self._key)

    def room(self) -> float:
        """Seconds of recording the disk has room for.

        Raises:
            DokuError: `STORE_UNREADABLE`.
        """
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:
            raise DokuError(Code.STORE_UNREADABLE) from None
        return free / (SAMPLE_RATE * BYTES_PER_SAMPLE)

    @property
    def _root(self) -> Path:
        return self._folder / "cases"

    def _ids(self) -> tuple[CaseId, ...]:
        try:
            names = [path.name for path in self._root.iterdir()]
        except OSError:
            raise DokuError(Code.STORE_UNREADABLE) from None
        ids = []
        for name in names:
            with suppress(ValueError):
                ids.append(CaseId(UUID(hex=name)))
        return tuple(ids)

    def _opened(self, id: CaseId) -> Case:
        if not case_folder(self._folder, id).is_dir():
            raise Refused(Refusal.UNKNOWN_CASE)
        files = CaseFiles.open(self._folder, id, self._key)
        try:
            metadata = from_json(files.read_meta())
        except (ValueError, TypeError, KeyError):
            raise DokuError(Code.STORE_DAMAGED) from None
        return Case(files, metadata, self._reservations)

    def _recover(self) -> tuple[CaseId, ...]:
        interrupted = []
        for id in self._ids():
            folder = case_folder(self._folder, id)
            with suppress(DokuError):
                if is_half_made(folder):
                    destroy_case(folder)
                elif self.case(id).recover():
                    interrupted.append(id)
        self._remove_stray_recordings()
        return tuple(interrupted)

    def _remove_stray_recordings(self) -> None:
        """Remove recordings of no case; those of a damaged one might still be wanted."""
        listing = self.cases()
        known = {one.id.hex for info in listing.cases for one in info.recordings}
        for path in recordings_folder(self._folder).iterdir():
            if path.name not in known and (not listing.damaged or path.stat().st_size == 0):
                destroy_key_file(path)


def _require_header(folder: Path) -> None:
    """A store that has lost its header must not get a new key: its cases would be lost."""
    cases = folder / "cases"
    try:
        lost = not (folder / "store.json").exists() and cases.is_dir() and any(cases.iterdir())
    except OSError as error:
        raise store_error(error) from None
    if lost:
        raise DokuError(Code.STORE_DAMAGED)
