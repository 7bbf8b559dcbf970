"""What the store tells of a case: frozen values, no keys, no paths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

CaseId = NewType("CaseId", UUID)
"""One dictation and all that came of it."""

RecordingId = NewType("RecordingId", UUID)
"""One recording of a case: from the key that starts to the key that ends."""


class VersionKind(StrEnum):
    """Why a version was begun."""

    FIRST = "first"
    ADDENDUM = "addendum"
    """Nachtrag: adds to what was signed."""
    CORRECTION = "correction"
    """Berichtigung: replaces what was signed; the old wording stays readable."""


class State(StrEnum):
    """Where a version stands. Only `Case.sign` leads from OPEN to SIGNED, nothing leads back."""

    OPEN = "open"
    SIGNED = "signed"


class Document(StrEnum):
    """What is kept of one version, each as one whole document of bytes.

    TRANSCRIPT, DRAFT, SPOKEN, REVIEW, CUTS and DIVIDED belong to the dictated words:
    `Case.destroy_sources` destroys them together with the recordings. CONTEXT and RELEASED stay.
    """

    CONTEXT = "context"
    """What was chosen beside speaking: template, shift, person … (`draft.context`)."""
    TRANSCRIPT = "transcript"
    """`dokuhelfer.transcript/1`."""
    DRAFT = "draft"
    """`dokuhelfer.draft/1` or `dokuhelfer.drafts/1`."""
    SPOKEN = "spoken"
    """Which recordings were spoken into which parts of the draft and stand in no review yet."""
    REVIEW = "review"
    """The window's own: cursor, what was seen, undo. Only the window reads it."""
    CUTS = "cuts"
    """How far the cuts of a round of several persons were looked at."""
    DIVIDED = "divided"
    """What a round of several persons is being divided into; empty once that is done."""
    RELEASED = "released"
    """What was signed. Written by `Case.sign` only."""


SOURCES = frozenset(
    {
        Document.TRANSCRIPT, Document.DRAFT, Document.SPOKEN, Document.REVIEW, Document.CUTS,
        Document.DIVIDED,
    }
)  # fmt: skip
"""The documents that go with the recordings; see `Document`."""


class RecordingState(StrEnum):
    """Where a recording stands."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"
    """The program ended while it ran; what came before is there."""


@dataclass(frozen=True, slots=True)
class About:
    """What a case is about, as far as it is known. Kept encrypted, never part of a file name.

    Attributes:
        person: as shown in lists, or "" for „Ohne Person“.
        template: the template's id, or "".
        author: id of the profile it belongs to, or "".
        note: anything else the window wants in its list, such as „2 Stellen zu klären“.
    """

    person: str = ""
    template: str = ""
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording.

    Attributes:
        started: with UTC offset.
        seconds: of sound; 0 while it runs.
    """

    id: RecordingId
    started: datetime
    state: RecordingState
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a case's text.

    Attributes:
        number: 1, 2, …
        signed_at: with UTC offset; None while open.
        signed_by: the reviewer's initials; "" while open.
    """

    number: int
    kind: VersionKind
    state: State = State.OPEN
    signed_at: datetime | None = None
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """What a list shows of a case.

    Attributes:
        created: with UTC offset.
        versions: at least one, the oldest first.
        recordings: the oldest first; empty for a typed case and after `destroy_sources`.
        sources_destroyed: whether recordings and transcript of a signed version are gone.
    """

    id: CaseId
    created: datetime
    about: About
    versions: tuple[Version, ...]
    recordings: tuple[Recording, ...] = ()
    sources_destroyed: bool = False

    @property
    def current(self) -> Version:
        """The newest version, the only one that may be open."""
        return self.versions[-1]

    @property
    def state(self) -> State:
        """That of the newest version."""
        return self.current.state

    @property
    def was_interrupted(self) -> bool:
        """Whether a recording ended by a crash („Nach einem Abbruch gesichert“)."""
        return any(one.state is RecordingState.INTERRUPTED for one in self.recordings)


@dataclass(frozen=True, slots=True)
class Listing:
    """All cases: ``cases`` the oldest first; ``damaged`` could not be opened and were left
    as they are."""

    cases: tuple[CaseInfo, ...]
    damaged: tuple[CaseId, ...]


class Refusal(StrEnum):
    """Why the store refuses to do something."""

    UNKNOWN_CASE = "unknown_case"
    UNKNOWN_RECORDING = "unknown_recording"
    SIGNED_ALREADY = "signed_already"
    """The newest version is signed: begin an addendum or a correction."""
    STILL_OPEN = "still_open"
    """The newest version has to be signed first."""
    RECORDING_RUNS = "recording_runs"
    SOURCES_DESTROYED = "sources_destroyed"
    NO_INITIALS = "no_initials"
    NO_TIME_ZONE = "no_time_zone"
    BY_SIGNING_ONLY = "by_signing_only"
    """RELEASED is written by `Case.sign`."""


class Refused(Exception):
    """The store does not do that now; nothing was changed.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason
