"""What was signed, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dokuhelfer.draft.model import Draft
from dokuhelfer.review.decision import Release


class VersionKind(StrEnum):
    """How a signed text came after another one."""

    FIRST = "first"
    CORRECTION = "correction"
    """The same report, reworded; the earlier version stays readable."""
    ADDENDUM = "addendum"
    """Nachtrag: a text of its own that says what it belongs to."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed version.

    Attributes:
        number: counts the versions of a report from 1.
        draft: what was signed, without the dictation: that is destroyed on release.
    """

    number: int
    kind: VersionKind
    draft: Draft
    release: Release
