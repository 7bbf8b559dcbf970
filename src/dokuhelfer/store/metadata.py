"""What the store knows of a case as it stands, encrypted, in the case's ``meta``: to JSON, back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from dokuhelfer.store.model import (
    About,
    CaseId,
    CaseInfo,
    Document,
    Recording,
    RecordingId,
    RecordingState,
    State,
    Version,
    VersionKind,
)

FORMAT = "dokuhelfer.case/1"

Documents = Mapping[tuple[int, Document], UUID]
"""Version number and document → the record that holds it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """`CaseInfo` and where its documents are."""

    info: CaseInfo
    documents: Documents = field(default_factory=dict)

    def with_info(self, **changes: Any) -> Metadata:
        """The same with another `CaseInfo`."""
        return replace(self, info=replace(self.info, **changes))

    def with_document(self, document: Document, record: UUID) -> Metadata:
        """The same with ``document`` of the newest version in ``record``."""
        place = (self.info.current.number, document)
        return replace(self, documents={**self.documents, place: record})


def to_json(metadata: Metadata) -> bytes:
    """The bytes of ``metadata``."""
    plain = asdict(metadata.info) | {
        "format": FORMAT,
        "documents": [
            [number, document.value, record.hex]
            for (number, document), record in metadata.documents.items()
        ],
    }
    return json.dumps(plain, default=_plain, ensure_ascii=False).encode("utf-8")


def from_json(data: bytes) -> Metadata:
    """What `to_json` made.

    Raises:
        ValueError, TypeError, KeyError: it is something else.
    """
    plain = json.loads(data)
    if plain["format"] != FORMAT:
        raise ValueError
    info = CaseInfo(
        id=CaseId(UUID(plain["id"])),
        created=_time(plain["created"]),
        about=About(**plain["about"]),
        versions=tuple(_version(one) for one in plain["versions"]),
        recordings=tuple(_recording(one) for one in plain["recordings"]),
        sources_destroyed=bool(plain["sources_destroyed"]),
    )
    documents = {
        (int(number), Document(document)): UUID(record)
        for number, document, record in plain["documents"]
    }
    return Metadata(info, documents)


def _plain(value: object) -> str:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError
    return time


def _version(plain: Mapping[str, Any]) -> Version:
    signed_at = plain["signed_at"]
    return Version(
        number=int(plain["number"]),
        kind=VersionKind(plain["kind"]),
        state=State(plain["state"]),
        signed_at=None if signed_at is None else _time(signed_at),
        signed_by=str(plain["signed_by"]),
    )


def _recording(plain: Mapping[str, Any]) -> Recording:
    return Recording(
        id=RecordingId(UUID(plain["id"])),
        started=_time(plain["started"]),
        state=RecordingState(plain["state"]),
        seconds=float(plain["seconds"]),
    )
