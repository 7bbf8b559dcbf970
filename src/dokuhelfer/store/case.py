"""One case: its recordings, documents and versions, and which of them may change now."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from dokuhelfer.errors import DokuError
from dokuhelfer.security.envelope import ChunkWriter
from dokuhelfer.security.private import store_error
from dokuhelfer.store import versions
from dokuhelfer.store.files import CaseFiles
from dokuhelfer.store.metadata import Metadata, to_json
from dokuhelfer.store.model import (
    SOURCES,
    About,
    CaseInfo,
    Document,
    Recording,
    RecordingId,
    RecordingState,
    Refusal,
    Refused,
    Version,
    VersionKind,
)
from dokuhelfer.store.reserved import Reservations, Reserved
from dokuhelfer.store.sound import JoinedSound, StoredSound


@dataclass(frozen=True, slots=True, repr=False)
class NewRecording:
    """What a recorder needs to write one recording, and nothing else: no path, no other key.

    Attributes:
        descriptor: of its open file; `Case.end_recording` closes it.
        header: which stands in the file already.
        key: this recording's.
    """

    id: RecordingId
    descriptor: int
    header: bytes
    key: bytes


class Case:
    """A case of an open store; made by `Store.create` and `Store.case` only.

    May be used by several threads. Every change is on the disk when its method returns, and
    a crash leaves either the old or the new. All methods raise `DokuError` with
    `STORE_NOT_WRITABLE` or `DISK_FULL` where they write, `STORE_DAMAGED`, `STORE_TOO_NEW` or
    `STORE_UNREADABLE` where they read.
    """

    def __init__(self, files: CaseFiles, metadata: Metadata, reservations: Reservations) -> None:
        self._reservations = reservations
        self._files = files
        self._metadata = metadata
        self._descriptors: dict[RecordingId, int] = {}
        self._lock = threading.RLock()

    @property
    def info(self) -> CaseInfo:
        """How the case stands now."""
        return self._metadata.info

    def describe(self, about: About) -> None:
        """Change what the case is about; allowed at any time."""
        with self._lock:
            self._commit(self._metadata.with_info(about=about))

    # --- documents -------------------------------------------------------------------------

    def save(self, document: Document, content: bytes) -> None:
        """Keep a document of the open version, in place of the one before.

        Raises:
            Refused: `SIGNED_ALREADY`; `BY_SIGNING_ONLY` for RELEASED.
        """
        with self._lock:
            if document is Document.RELEASED:
                raise Refused(Refusal.BY_SIGNING_ONLY)
            versions.require_open(self._metadata)
            record = self._write(document, content)
            self._commit(self._metadata.with_document(document, record))

    def save_together(self, contents: Mapping[Document, bytes]) -> None:
        """Keep several documents in one step: a crash or an error leaves all the old ones.

        Raises:
            Refused: as in `save`.
        """
        with self._lock:
            versions.require_open(self._metadata)
            if Document.RELEASED in contents:
                raise Refused(Refusal.BY_SIGNING_ONLY)
            old = self._metadata
            new = {document: uuid4() for document in contents}
            metadata = old
            try:
                for document, record in new.items():
                    self._files.write(record, contents[document], source=document in SOURCES)
                    metadata = metadata.with_document(document, record)
                self._commit(metadata)
            except DokuError:
                self._drop(new.values())
                raise
            number = self.info.current.number
            places = ((number, document) for document in contents)
            self._drop(old.documents[place] for place in places if place in old.documents)

    def load(self, document: Document, version: int | None = None) -> bytes | None:
        """A document of a version (None: the newest); None where there is none, or no more."""
        with self._lock:
            number = self.info.current.number if version is None else version
            record = self._metadata.documents.get((number, document))
            if record is None:
                return None
            return self._files.read(record, source=document in SOURCES)

    # --- recordings ------------------------------------------------------------------------

    def start_recording(self, when: datetime, reserved: Reserved | None = None) -> NewRecording:
        """A new recording for a recorder to write, also while the one before is being ended.

        Args:
            reserved: by `Store.reserve`; it belongs to the case then, unless this raises.

        Raises:
            Refused: `SIGNED_ALREADY`, `NO_TIME_ZONE`.
        """
        with self._lock:
            versions.require_open(self._metadata)
            when = versions.zoned(when)
            place = reserved or self._reservations.make()
            recording = Recording(place.id, when, RecordingState.RUNNING)
            header, key = self._files.begin_recording(place.id, place.descriptor)
            self._commit(self._metadata.with_info(recordings=(*self.info.recordings, recording)))
            self._reservations.take(place)
            self._descriptors[place.id] = place.descriptor
            return NewRecording(place.id, place.descriptor, header, key)

    def end_recording(self, id: RecordingId) -> Recording:
        """The recorder is gone: take stock of what it wrote.

        FINISHED if it ended the recording in order, else INTERRUPTED.

        Raises:
            Refused: `UNKNOWN_RECORDING`.
        """
        with self._lock:
            descriptor = self._descriptors.pop(id, None)
            if descriptor is not None:
                os.close(descriptor)
            return self._take_stock(self._recording(id))

    def add_recording(self, when: datetime, blocks: Iterable[bytes]) -> Recording:
        """Keep sound that comes from a file: 16 kHz mono int16, in pieces of a second at most.

        Call ``sound(id).verify()`` before an original is removed. Sound that cannot be kept
        whole is not kept at all, nor if ``blocks`` raises.

        Raises:
            Refused: as in `start_recording`.
        """
        new = self.start_recording(when)
        writer = ChunkWriter(new.descriptor, new.header, new.key)
        try:
            for block in blocks:
                writer.append(block)
            writer.append(b"", last=True)
            writer.flush()
            self._files.make_lasting()
        except BaseException as error:
            self.end_recording(new.id)
            self.destroy_recording(new.id)
            if isinstance(error, OSError):
                raise store_error(error) from None
            raise
        return self.end_recording(new.id)

    def sound(self, id: RecordingId) -> StoredSound:
        """The sound of a recording, also while it runs: what was written up to now.

        Raises:
            Refused: `UNKNOWN_RECORDING`.
        """
        self._recording(id)
        return StoredSound(*self._files.open_recording(id))

    def whole_sound(self, first: int = 0, behind: int | None = None) -> JoinedSound:
        """All recordings of the case, one behind the other, as one source.

        Args:
            first, behind: only these of them, counted from 0, half-open.
        """
        return JoinedSound([self.sound(one.id) for one in self.info.recordings[first:behind]])

    def destroy_recording(self, id: RecordingId) -> None:
        """Destroy one recording for good.

        Raises:
            Refused: `UNKNOWN_RECORDING`, `RECORDING_RUNS`.
        """
        with self._lock:
            if self._recording(id).state is RecordingState.RUNNING:
                raise Refused(Refusal.RECORDING_RUNS)
            self._files.destroy(id)
            left = tuple(one for one in self.info.recordings if one.id != id)
            self._commit(self._metadata.with_info(recordings=left))

    # --- versions --------------------------------------------------------------------------

    def sign(self, when: datetime, initials: str, released: bytes) -> Version:
        """The open version becomes signed; one step: it is signed whole or still open.

        Whether it may be signed (every field decided) is the review's business
        (`review.decision.release`).

        Args:
            initials: the reviewer's, 1 to 12 characters.
            released: what was signed, without transcript: it outlives the sources.

        Raises:
            Refused: `SIGNED_ALREADY`, `RECORDING_RUNS`, `NO_INITIALS`, `NO_TIME_ZONE`.
        """
        with self._lock:
            self._count_ended()
            signed = versions.signed(self._metadata, when, initials)
            record = self._write(Document.RELEASED, released)
            self._commit(signed.with_document(Document.RELEASED, record))
            return self.info.current

    def begin(self, kind: VersionKind) -> Version:
        """Begin an addendum or a correction of what was signed.

        Raises:
            Refused: `STILL_OPEN`.
        """
        with self._lock:
            self._commit(versions.begun(self._metadata, kind))
            return self.info.current

    def abandon(self) -> None:
        """Give up an open addendum or correction; what was signed before is the newest again.

        One step: raises and changes nothing where the disk does not take it. An error in dropping
        what lay on the disk is not told: the version is gone by then, `destroy_sources` comes next
        for its dictated words, `recover` for the rest.

        Raises:
            Refused: `SIGNED_ALREADY`, `RECORDING_RUNS`; `STILL_OPEN` for a first version (see
                `Store.destroy`).
        """
        with self._lock:
            self._count_ended()
            left, gone = versions.abandoned(self._metadata)
            self._commit(left)
            self._drop(gone)

    def destroy_sources(self) -> None:
        """Destroy recordings, transcripts, drafts and review states of a signed case.

        Raises:
            Refused: `STILL_OPEN`.
        """
        with self._lock:
            left, gone = versions.without_sources(self._metadata)
            # What a crash from here on leaves, `recover` destroys.
            self._commit(left)
            self._files.destroy_sources_key()
            for record in gone:
                self._files.destroy(record)

    # --- the store's side ------------------------------------------------------------------

    def recover(self) -> bool:
        """Take stock of recordings that ran when the program ended; remove what a crash left.

        For a case nobody else uses yet. Whether there was a recording.
        """
        running = [one for one in self.info.recordings if one.state is RecordingState.RUNNING]
        for recording in running:
            try:
                self._take_stock(recording)
            except DokuError:
                self._replace_recording(replace(recording, state=RecordingState.INTERRUPTED))
        documents = {place[1] for place in self._metadata.documents}
        if not (self.info.recordings or documents & SOURCES):
            self._files.destroy_sources_key()
        self._files.remove_strays(frozenset(self._metadata.documents.values()))
        return bool(running)

    def close(self) -> None:
        """Close the files of recordings that still run; their recorder has its own handle."""
        for descriptor in self._descriptors.values():
            os.close(descriptor)
        self._descriptors.clear()

    def _count_ended(self) -> None:
        """Take stock of recordings that ended when that could not be written."""
        for one in self.info.recordings:
            if one.state is RecordingState.RUNNING and one.id not in self._descriptors:
                self._take_stock(one)

    def _take_stock(self, recording: Recording) -> Recording:
        with StoredSound(*self._files.open_recording(recording.id)) as sound:
            state = RecordingState.FINISHED if sound.complete else RecordingState.INTERRUPTED
            ended = replace(recording, state=state, seconds=sound.duration)
        self._replace_recording(ended)
        return ended

    def _replace_recording(self, changed: Recording) -> None:
        recordings = (changed if one.id == changed.id else one for one in self.info.recordings)
        self._commit(self._metadata.with_info(recordings=tuple(recordings)))

    def _write(self, document: Document, content: bytes) -> UUID:
        """Put a document of the newest version on the disk; the record that holds it."""
        place = (self.info.current.number, document)
        record = self._metadata.documents.get(place) or uuid4()
        self._files.write(record, content, source=document in SOURCES)
        return record

    def _drop(self, records: Iterable[UUID]) -> None:
        """Nobody knows of these any more; what stays of them `recover` removes."""
        for record in records:
            with suppress(DokuError):
                self._files.destroy(record)

    def _commit(self, metadata: Metadata) -> None:
        if metadata != self._metadata:
            self._files.write_meta(to_json(metadata))
            self._metadata = metadata

    def _recording(self, id: RecordingId) -> Recording:
        for recording in self.info.recordings:
            if recording.id == id:
                return recording
        raise Refused(Refusal.UNKNOWN_RECORDING)
