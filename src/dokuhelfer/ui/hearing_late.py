"""Recognition that gives up while somebody speaks ends no recording: what was recorded is heard
from the store, once all of it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dokuhelfer.errors import DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.entries import Entries, Entry
from dokuhelfer.ui.hearing_troubles import is_passing, while_spoken
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.widgets.message_line import MessageLine, Note


class HearingLate(QObject):
    """The dictations that are being spoken, and what recognition said of them.

    Args:
        hear: hears what the store has of a dictation.
        give_up: there will be no text of it now.
    """

    def __init__(
        self,
        keeper: Keeper,
        messages: MessageLine,
        catalogue: Catalogue,
        entries: Entries,
        hear: Callable[[Entry], None],
        give_up: Callable[[str, DokuError], None],
    ) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._messages = messages
        self._catalogue = catalogue
        self._entries = entries
        self._hear = hear
        self._give_up = give_up
        self._spoken: dict[str, DokuError | None] = {}
        self._last_words: set[str] = set()
        """Recorded to the end, and heard to the end by what listened meanwhile."""

    def begin(self, id: str) -> None:
        """Somebody speaks; until `ended` nothing of it is given up."""
        self._spoken[id] = None

    def forget(self, id: str) -> None:
        """It is heard, or nothing is recorded of it."""
        self._spoken.pop(id, None)
        self._last_words.discard(id)

    def takes(self, id: str, error: DokuError) -> bool:
        """Whether there is no need to give it up: it is recorded still, or tried once more."""
        if id in self._last_words and is_passing(error):
            self._try_again(id)
            return True
        if id not in self._spoken:
            return False
        self._spoken[id] = error
        text = while_spoken(self._catalogue, error)
        self._messages.post(Note("hearing", "warn", text, pending=True))
        return True

    def spoken_in(self, case: str) -> str:
        """The dictation that is recorded in that case (hex); "" where none is."""
        return next((one for one in self._spoken if self._keeper.holds(one, case)), "")

    def ended(self, case: str, *, sound: bool) -> None:
        """A recording is over and whole in the store, as far as there is any."""
        id = self.spoken_in(case)
        error = self._spoken.pop(id, None)
        if error is None:
            if id:
                self._last_words.add(id)
            return
        self._messages.withdraw("hearing")
        if sound and is_passing(error):
            self._try_again(id)
        else:
            self._give_up(id, error)

    def _try_again(self, id: str) -> None:
        self._last_words.discard(id)
        entry = self._entries.of(id)
        if entry is not None:
            self._hear(entry)
