"""The moves between versions, as values: what may follow what, and which records go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from dokuhelfer.store.metadata import Metadata
from dokuhelfer.store.model import (
    SOURCES,
    RecordingState,
    Refusal,
    Refused,
    State,
    Version,
    VersionKind,
)

_MAX_INITIALS = 12


def require_open(metadata: Metadata) -> None:
    """Refuse with `SIGNED_ALREADY` where the newest version is signed."""
    if metadata.info.state is State.SIGNED:
        raise Refused(Refusal.SIGNED_ALREADY)


def require_silence(metadata: Metadata) -> None:
    """Refuse with `RECORDING_RUNS` while a recording runs."""
    if any(one.state is RecordingState.RUNNING for one in metadata.info.recordings):
        raise Refused(Refusal.RECORDING_RUNS)


def zoned(when: datetime) -> datetime:
    """``when``, refused with `NO_TIME_ZONE` where it has none."""
    if when.tzinfo is None:
        raise Refused(Refusal.NO_TIME_ZONE)
    return when


def signed(metadata: Metadata, when: datetime, initials: str) -> Metadata:
    """With the newest version signed; see `Case.sign`."""
    require_open(metadata)
    require_silence(metadata)
    initials = " ".join(initials.split())
    if not 0 < len(initials) <= _MAX_INITIALS:
        raise Refused(Refusal.NO_INITIALS)
    version = replace(
        metadata.info.current, state=State.SIGNED, signed_at=zoned(when), signed_by=initials
    )
    return metadata.with_info(versions=(*metadata.info.versions[:-1], version))


def begun(metadata: Metadata, kind: VersionKind) -> Metadata:
    """With another version; see `Case.begin`."""
    info = metadata.info
    if info.state is State.OPEN or kind is VersionKind.FIRST:
        raise Refused(Refusal.STILL_OPEN)
    return metadata.with_info(versions=(*info.versions, Version(info.current.number + 1, kind)))


def abandoned(metadata: Metadata) -> tuple[Metadata, list[UUID]]:
    """Without the open version, and the records that nobody knows of then."""
    require_open(metadata)
    require_silence(metadata)
    current = metadata.info.current
    if current.kind is VersionKind.FIRST:
        raise Refused(Refusal.STILL_OPEN)
    places = metadata.documents.items()
    kept = {place: record for place, record in places if place[0] != current.number}
    gone = [record for place, record in places if place not in kept]
    left = metadata.with_info(versions=metadata.info.versions[:-1])
    return replace(left, documents=kept), gone


def without_sources(metadata: Metadata) -> tuple[Metadata, list[UUID]]:
    """Without all that holds dictated words, and the records that hold it."""
    info = metadata.info
    if info.state is State.OPEN:
        raise Refused(Refusal.STILL_OPEN)
    places = metadata.documents.items()
    kept = {place: record for place, record in places if place[1] not in SOURCES}
    gone = [record for place, record in places if place not in kept]
    gone += [recording.id for recording in info.recordings]
    left = metadata.with_info(recordings=(), sources_destroyed=True)
    return replace(left, documents=kept), gone
