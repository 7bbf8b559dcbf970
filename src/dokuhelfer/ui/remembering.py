"""„‚Akşen‘ merken?“: a corrected name or drug goes into the user's own word list, if wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dokuhelfer.config.load import user_folder
from dokuhelfer.errors import DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.review.vocabulary import Remember
from dokuhelfer.transcript.own_words import remember
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate

_KEY = "remember"


class Remembering:
    """Asks once for each correction; nothing is kept without an answer."""

    def __init__(self, lane: Lane, messages: MessageLine, catalogue: Catalogue) -> None:
        self._lane = lane
        self._messages = messages
        self._catalogue = catalogue

    def ask(self, found: Remember) -> None:
        """Whether the word is to be expected from now on."""
        text = translate("Reading", "„{word}“ merken?").format(word=found.word)
        buttons = (
            (translate("Reading", "Merken"), lambda: self._remember(found.word)),
            (translate("Reading", "Nein"), lambda: self._messages.withdraw(_KEY)),
        )
        self._messages.post(Note(_KEY, "info", text, buttons, pending=True))

    def _remember(self, word: str) -> None:
        self._messages.withdraw(_KEY)
        path = user_folder() / "vocabulary.txt"
        self._lane.run(lambda: remember(path, word), failed=self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DokuError):
            self._messages.post(Note(_KEY, "info", error_line(self._catalogue, error)))
        else:
            text = translate("Reading", "Das Wort ließ sich nicht merken.")
            self._messages.post(Note(_KEY, "info", text))
