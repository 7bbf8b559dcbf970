"""The release: what must be decided before it, and why a decision is refused.

A `Release` is the only thing that lets a document call itself reviewed (design, promise 4),
and `release` alone makes one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import InitVar, dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum, StrEnum

from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Severity,
)
from dokuhelfer.review.parts import is_answered

_MAX_INITIALS = 12
_KEY = object()
"""Held by `release` alone: nothing outside this module makes a `Release`."""


class Refusal(StrEnum):
    """Why a decision is refused."""

    UNKNOWN_FIELD = "unknown_field"
    NOTHING_SAID = "nothing_said"
    """Nothing stands there that could be decided or signed."""
    UNKNOWN_STOP = "unknown_stop"
    ALREADY_DECIDED = "already_decided"
    NOT_DECIDED = "not_decided"
    BLOCK_OPEN = "block_open"
    """A `block` finding stands against the field."""
    NOT_SEEN = "not_seen"
    """The stop was not painted whole in its present wording."""
    NO_SUCH_CHOICE = "no_such_choice"
    NOT_HERE = "not_here"
    """This cannot be done with what stands there."""
    NO_VALUE = "no_value"
    """What was typed is no value of this kind, or nothing was said that could be one."""
    SAME_WORDS = "same_words"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_OFFERED = "nothing_offered"
    CHANGED_MEANWHILE = "changed_meanwhile"
    """Something was done since a slow command began beside the window."""
    SIGNED = "signed"
    """The draft is signed off; what is to change becomes another version."""
    UNDECIDED_LEFT = "undecided_left"
    NO_INITIALS = "no_initials"
    NO_TIME_ZONE = "no_time_zone"
    OTHER_DRAFT = "other_draft"
    """The release belongs to another draft, or the draft was changed after it."""


class Refused(Exception):
    """A decision that is not allowed now.

    Attributes:
        reason: why.
        field: the field it is about; None when it is about the whole draft.
    """

    def __init__(self, reason: Refusal, field: str | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field


@dataclass(frozen=True, slots=True)
class Release:
    """A person has decided on every filled field of one draft. Made by `release` only.

    Attributes:
        digest: SHA-256 of what was decided on; see `covers`.
        initials: Handzeichen of the reviewer as it goes into the document.
        when: with UTC offset.
    """

    digest: str
    initials: str
    when: datetime
    key: InitVar[object] = None

    def __post_init__(self, key: object) -> None:
        """Refuses every maker but `release`."""
        if key is not _KEY:
            raise TypeError("a Release is made by review.decision.release only")

    def covers(self, draft: Draft) -> bool:
        """Whether this is the draft that was released, unchanged."""
        return self.digest == _digest(draft)


def undecided(draft: Draft) -> tuple[str, ...]:
    """Ids of the filled fields nobody has decided on, in the order of the draft."""
    return tuple(
        id
        for id, field in draft.fields.items()
        if field.value is not None and field.status is FieldStatus.OPEN
    )


def blocks(draft: Draft, field: str) -> tuple[Finding, ...]:
    """The `block` findings that stand against a field and nobody answers for, each once."""
    content = _field(draft, field)
    own = (finding for statement in content.statements for finding in statement.findings)
    common = (finding for finding in draft.findings if finding.field == field)
    return tuple(
        finding
        for finding in dict.fromkeys((*own, *common))
        if finding.severity is Severity.BLOCK and not is_answered(finding, draft)
    )


def release(draft: Draft, reviewer_initials: str, when: datetime) -> Release:
    """Release the draft: from now on its document may be called reviewed.

    Args:
        draft: every filled field decided.
        reviewer_initials: Handzeichen, 1–12 characters.
        when: with UTC offset.

    Raises:
        Refused: a filled field is undecided, a `block` finding stands against a field
            that is not rejected, or initials or time zone are missing.
    """
    left = undecided(draft)
    if left:
        raise Refused(Refusal.UNDECIDED_LEFT, left[0])
    _refuse_open_blocks(draft)
    initials = " ".join(reviewer_initials.split())
    if not initials or len(initials) > _MAX_INITIALS or not initials.isprintable():
        raise Refused(Refusal.NO_INITIALS)
    if when.tzinfo is None:
        raise Refused(Refusal.NO_TIME_ZONE)
    return Release(_digest(draft), initials, when, key=_KEY)


def _refuse_open_blocks(draft: Draft) -> None:
    for id, field in draft.fields.items():
        if field.status is not FieldStatus.REJECTED and blocks(draft, id):
            raise Refused(Refusal.BLOCK_OPEN, id)
    for finding in draft.findings:
        if finding.severity is Severity.BLOCK and finding.field not in draft.fields:
            raise Refused(Refusal.BLOCK_OPEN, finding.field)


def _field(draft: Draft, field: str) -> DraftField:
    if field not in draft.fields:
        raise Refused(Refusal.UNKNOWN_FIELD, field)
    return draft.fields[field]


def _digest(draft: Draft) -> str:
    """Of what goes into a document. Not of the transcript: it is destroyed at release (R20)."""
    content = (
        draft.template,
        draft.template_version,
        draft.engine,
        draft.meta,
        draft.head,
        draft.fields,
        draft.findings,
    )
    text = json.dumps(_plain(content), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    """The value in lists and scalars, the same for equal drafts."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return [_plain(getattr(value, member.name)) for member in fields(value)]
    if isinstance(value, Mapping):
        return [[key, _plain(entry)] for key, entry in sorted(value.items())]
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    return value
