"""What an earlier window left open comes back: a reading where it was, a recording to be heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dokuhelfer.review.signed import VersionKind
from dokuhelfer.ui import clock
from dokuhelfer.ui.drafting import Drafting
from dokuhelfer.ui.entries import Entries, Entry, Phase
from dokuhelfer.ui.field_words import FieldWords
from dokuhelfer.ui.intake import Fetch
from dokuhelfer.ui.left_open import Found, LeftOpen
from dokuhelfer.ui.widgets.message_line import MessageLine, Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate


class TakingUp:
    """Makes entries of what the store gives back.

    Args:
        hear: hears what the store has of a dictation.
        hear_field: hears sound of the store for a field, under that name.
    """

    def __init__(
        self,
        entries: Entries,
        drafting: Drafting,
        fields: FieldWords,
        hear: Callable[[Entry], None],
        hear_field: Callable[[str, Fetch], None],
        messages: MessageLine,
    ) -> None:
        self._entries = entries
        self._drafting = drafting
        self._fields = fields
        self._hear = hear
        self._hear_field = hear_field
        self._messages = messages

    def all(self, left: LeftOpen) -> None:
        """Go on with each of them."""
        if left.damaged:
            text = translate("Desk", "Nicht lesbar sind {count} angefangene Diktate.")
            if left.damaged == 1:
                text = translate("Desk", "Ein angefangenes Diktat ist nicht lesbar.")
            self._messages.post(Note("damaged", "warn", text.format(count=left.damaged)))
        if left.overdue is not None:
            where = translate("Desk", "Vorlage und Tag stehen in der Übersicht.")
            self._messages.post(Note("overdue", "warn", f"{left.overdue.sentence} {where}"))
        for one in left.found:
            self._one(one)

    def _one(self, found: Found) -> None:
        kind = VersionKind(found.kind.value)
        work = Work(
            found.plan, id=found.id, transcript=found.transcript, before=found.before, kind=kind
        )
        entry = self._entries.add(work, found.begun or clock.now(), dated=found.begun is not None)
        if found.damaged:
            entry.phase = Phase.DAMAGED
        elif found.review is not None:
            self._drafting.take_up(
                entry,
                found.review,
                lambda: self._fields.take_up(entry, found.spoken, self._hear_field),
            )
        elif found.transcript is not None:
            self._drafting.draft(entry, found.transcript, {}, found.cuts)
        elif found.unheard:
            self._hear(entry)
