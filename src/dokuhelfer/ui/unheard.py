"""Words spoken into a field that became no text: said, and asked what is to become of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.field_words import FieldWords
from dokuhelfer.ui.hearing_troubles import while_spoken
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


class Unheard:
    """They stand in no list: the sheet waits until a person has answered.

    Args:
        intake: hears them again, and knows which of them were shown.
    """

    def __init__(
        self, fields: FieldWords, intake: Intake, messages: MessageLine, catalogue: Catalogue
    ) -> None:
        self._fields = fields
        self._intake = intake
        self._messages = messages
        self._catalogue = catalogue
        fields.unheard.connect(self._ask)

    def lost(self, name: str, error: DokuError, *, runs: bool) -> None:
        """Recognition gave up.

        Args:
            runs: somebody still speaks; it is asked once nobody does.
        """
        if error.code is not Code.CANCELLED and runs:
            text = while_spoken(self._catalogue, error, again=False)
            self._messages.post(Note("hearing", "warn", text, pending=True))
        self._fields.not_heard(name, error)

    def _ask(self, name: str, error: DokuError) -> None:
        key = f"unheard {name}"

        def answered(do: Callable[[], None]) -> None:
            self._messages.withdraw(key)
            do()

        def take_shown(seconds: float) -> bool:
            return self._intake.finish_shown(name, seconds)

        if self._fields.is_dropped(name):  # listed as unwanted: one step back it is there
            self._messages.withdraw("hearing")
            self._fields.list_sound(name, take_shown)
            return
        again = translate("Desk", "Noch einmal hören")
        listed = translate("Desk", "Ans Ende stellen")
        hear = self._intake.hear_kept
        buttons = (
            (again, lambda: answered(lambda: self._fields.hear_again(name, hear))),
            (listed, lambda: answered(lambda: self._fields.list_sound(name, take_shown))),
        )
        text = translate("Desk", "Was Sie in das Feld gesprochen haben, ist noch kein Text.")
        text = f"{text} {error_line(self._catalogue, error)}"
        self._messages.withdraw("hearing")
        self._messages.post(Note(key, "warn", text, buttons, pending=True))
