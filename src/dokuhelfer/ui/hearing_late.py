"""Recognition that gives up while somebody speaks ends no recording: what was recorded is heard
from the store, once all of it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from dokuhelfer.errors import DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.entries import Entries, Entry
from dokuhelfer.ui.hearing_troubles import is_passing, while_spoken
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.widgets.message_line import MessageLine, Note


@dataclass(frozen=True, slots=True)
class Ways:
    """What may become of a dictation.

    Attributes:
        hear: hears what the store has of it.
        give_up: there will be no text of it now.
        drop: nothing was recorded of it.
        take_shown: takes the words of an id that were shown and go on behind that second, as
            nothing else is left of them; whether there are any.
        runs: whether the microphone is open for it.
    """

    hear: Callable[[Entry], None]
    give_up: Callable[[str, DokuError], None]
    drop: Callable[[Entry], None]
    take_shown: Callable[[str, float], bool]
    runs: Callable[[Entry | None], bool]


class HearingLate(QObject):
    """The dictations that are being spoken, and what recognition said of them."""

    def __init__(
        self,
        keeper: Keeper,
        messages: MessageLine,
        catalogue: Catalogue,
        entries: Entries,
        ways: Ways,
    ) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._messages = messages
        self._catalogue = catalogue
        self._entries = entries
        self._ways = ways
        self._spoken: dict[str, DokuError | None] = {}
        self._last_words: set[str] = set()
        """Recorded to the end, and heard to the end by what listened meanwhile."""

    def begin(self, id: str) -> None:
        """Somebody speaks; until `ended` nothing of it is given up."""
        self._spoken[id] = None

    def forget(self, id: str) -> None:
        """It is heard, or nothing is recorded of it."""
        if self._spoken.pop(id, None) is not None:
            self._messages.withdraw("hearing")
        self._last_words.discard(id)

    def takes(self, id: str, error: DokuError) -> bool:
        """Whether there is no need to give it up: it is recorded still, or tried once more."""
        if id in self._last_words and is_passing(error):
            self._try_again(id)
            return True
        if id not in self._spoken:
            return False
        self._spoken[id] = error
        if self._ways.runs(self._entries.of(id)):  # or else `ended` says what became of it
            text = while_spoken(self._catalogue, error)
            self._messages.post(Note("hearing", "warn", text, pending=True))
        return True

    def ended(self, case: str, sound: bool, unopened: bool) -> None:
        """The recording in that case (hex) is over: the arguments are `Speaking.over`'s.

        Where there may be nothing of it the store is asked: it may have an earlier part, or
        sound that could not be counted.
        """
        id = next((one for one in self._spoken if self._keeper.holds(one, case)), "")
        if sound or not id or not (unopened or self._spoken[id]):
            self._recorded(id)
        else:
            self._keeper.drop_if_empty(id, lambda empty: self._asked(id, empty=empty))

    def _asked(self, id: str, *, empty: bool) -> None:
        error, entry = self._spoken.get(id), self._entries.of(id)
        if not empty:
            self._recorded(id)
        elif entry is not None and not self._ways.take_shown(id, 0.0):
            self._ways.drop(entry)
            if error is not None:
                self._messages.post(Note("hearing", "block", error_line(self._catalogue, error)))

    def _recorded(self, id: str) -> None:
        """All of it is in the store."""
        error = self._spoken.pop(id, None)
        if error is None:
            if id:
                self._last_words.add(id)
            return
        self._messages.withdraw("hearing")
        if is_passing(error):
            self._try_again(id)
        else:
            self._ways.give_up(id, error)

    def _try_again(self, id: str) -> None:
        self._last_words.discard(id)
        entry = self._entries.of(id)
        if entry is not None:
            self._ways.hear(entry)
