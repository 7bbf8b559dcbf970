"""What the store has of a dictation is heard again, unless it is given up on the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Failures:
    """What may come of it but text.

    Attributes:
        not_heard: given up before it was heard; gets its id.
        not_fetched: the store does not give the sound back; that it is safe is not said.
    """

    not_heard: Callable[[str, DokuError], None]
    not_fetched: Callable[[str, DokuError], None]


class HearingAgain:
    """Sound on its way from the store to recognition."""

    def __init__(self, keeper: Keeper, intake: Intake, failures: Failures) -> None:
        self._keeper = keeper
        self._intake = intake
        self._failures = failures
        self._unwanted: set[str] = set()

    def hear(self, id: str) -> None:
        """Try once more with the sound that is there."""
        self._unwanted.discard(id)
        self._keeper.fetch_all(
            id,
            lambda sound: self._fetched(id, sound),
            lambda error: self._failures.not_fetched(id, error),
        )

    def give_up(self, id: str) -> None:
        """It is not to be heard now; it stays in the store."""
        if not self._intake.give_up(id):
            self._unwanted.add(id)  # its sound is still being fetched

    def _fetched(self, id: str, sound: JoinedSound) -> None:
        if id in self._unwanted:
            with sound:
                self._failures.not_heard(id, DokuError(Code.CANCELLED))
        else:
            self._intake.hear_kept(id, sound)
