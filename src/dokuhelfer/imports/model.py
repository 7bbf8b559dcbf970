"""One file on its way in: where it stands, where it may go from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from dokuhelfer.errors import DokuError
from dokuhelfer.store.model import CaseId


class ImportState(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"
    """Nobody has looked at the file yet."""
    ASKED = "asked"
    """It is sound; a person is to say whether it is their own dictation (§ 201 StGB)."""
    ACCEPTED = "accepted"
    """It is; its turn has not come."""
    COPYING = "copying"
    VERIFIED = "verified"
    """The encrypted copy was read back and is what was heard; from here on it is a dictation."""
    TRANSCRIBING = "transcribing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_S = ImportState

STEPS: dict[ImportState, frozenset[ImportState]] = {
    _S.WAITING: frozenset({_S.ASKED, _S.FAILED, _S.CANCELLED}),
    _S.ASKED: frozenset({_S.ACCEPTED, _S.CANCELLED}),
    _S.ACCEPTED: frozenset({_S.COPYING, _S.CANCELLED}),
    _S.COPYING: frozenset({_S.VERIFIED, _S.FAILED, _S.CANCELLED}),
    _S.VERIFIED: frozenset({_S.TRANSCRIBING, _S.FAILED, _S.CANCELLED}),
    _S.TRANSCRIBING: frozenset({_S.DONE, _S.FAILED, _S.CANCELLED}),
    _S.FAILED: frozenset({_S.WAITING, _S.ACCEPTED, _S.TRANSCRIBING, _S.CANCELLED}),
    _S.DONE: frozenset(),
    _S.CANCELLED: frozenset(),
}
"""From where to where. A failed one goes back to the step that failed."""

OVER = frozenset({_S.DONE, _S.CANCELLED})
"""Nothing comes after these."""


class Original(StrEnum):
    """What became of the file that was read in."""

    KEPT = "kept"
    """Nobody asked for anything else."""
    REMOVED = "removed"
    PROTECTED = "protected"
    """It was to be removed, and may not be: a write-protected medium, somebody else's folder."""
    CHANGED = "changed"
    """It was to be removed, and is another one by now."""
    GONE = "gone"
    """It was to be removed, and is not there any more."""
    INCOMPLETE = "incomplete"
    """It was to be removed, but the copy has not all of it: the file is damaged."""


class IllegalStep(Exception):
    """An import does not go from the one state to the other."""


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One file.

    Attributes:
        path: where it lies. It may hold a name: only the page shows it, no log and no error.
        seconds: of sound, as the file says; None where it says nothing.
        written: when the file was last written, with UTC offset.
        share: how much of the state's work is done, 0 to 1.
        own: the answer to „Ist das Ihr eigenes Diktat?“; None while nobody gave one.
        remove: the original is to be removed once the copy is verified.
        again: it is to be read in though its content was read in before.
        ending: somebody cancelled, and what runs has not ended yet.
        case: what holds the copy, from VERIFIED on.
        damaged: the file is broken; what can be read of it is there.
        error: why it failed.
    """

    path: Path
    id: str
    state: ImportState = ImportState.WAITING
    seconds: float | None = None
    written: datetime | None = None
    share: float = 0.0
    own: bool | None = None
    remove: bool = False
    again: bool = False
    ending: bool = False
    case: CaseId | None = None
    damaged: bool = False
    original: Original = Original.KEPT
    error: DokuError | None = None

    @classmethod
    def of(cls, path: Path) -> ImportItem:
        """A file nobody has looked at."""
        return cls(path, uuid4().hex)

    def to(self, state: ImportState) -> ImportItem:
        """The same in another state.

        Raises:
            IllegalStep: it does not go there from here.
        """
        if state not in STEPS[self.state]:
            raise IllegalStep(f"{self.state} to {state}")
        return replace(self, state=state, share=0.0, error=None, ending=False)

    @property
    def is_over(self) -> bool:
        """Whether nothing comes any more."""
        return self.state in OVER

    @property
    def is_pending(self) -> bool:
        """Whether it is lost with the window, if nobody writes down that it was wanted."""
        return not self.is_over and self.case is None
