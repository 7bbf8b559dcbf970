"""What is known about a dictation beforehand: person, shift, when it was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Shift(StrEnum):
    """The speaker's shift; settles a.m. and p.m."""

    FRUEH = "frueh"
    SPAET = "spaet"
    NACHT = "nacht"


@dataclass(frozen=True, slots=True)
class Context:
    """The optional context file (design, "Context"). Everything may be None.

    Attributes:
        person: chosen beforehand; fills the field of that name with origin ``selected``.
        recorded: when dictated, with UTC offset.
    """

    person: str | None = None
    shift: Shift | None = None
    recorded: datetime | None = None
    unit: str | None = None
    case: str | None = None
    author: str | None = None
    role: str | None = None
