"""What a command of the review may ask a front end for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.model import Span
from dokuhelfer.review.vocabulary import Remember


class Effect(Enum):
    """What a front end has to do after a command."""

    DONE = auto()
    EDIT = auto()
    """Open the editor at ``path``."""
    OWN_ENTRY = auto()
    """Begin an entry of its own with ``text``."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a command that may ask for more.

    Attributes:
        path: the part to be edited.
        text, spans: words of the dictation for an entry of their own.
        remember: a corrected name or drug that may go into the personal word list.
    """

    effect: Effect = Effect.DONE
    path: str = ""
    text: str = ""
    spans: tuple[Span, ...] = ()
    remember: Remember | None = None
