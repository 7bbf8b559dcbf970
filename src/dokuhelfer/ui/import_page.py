"""What the page of imports shows, as plain values; made from the queue, painted by widgets."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import Code
from dokuhelfer.imports.model import ImportItem, ImportState, Original
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.ui.clock import at
from dokuhelfer.ui.hearing_troubles import afterwards
from dokuhelfer.ui.showing import clock

translate = QCoreApplication.translate


class Offer(StrEnum):
    """What can be done about a file; each is a button."""

    OWN = "own"
    NOT_OWN = "not_own"
    OPEN = "open"
    RETRY = "retry"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One file.

    Attributes:
        name: of the file. It may be somebody's: it is shown here and nowhere else.
        length: „3:02“; „–“ where the file says nothing.
        when: when the file was written, while that is to be judged.
        state: a word, a question, or what went wrong.
        failed: ``state`` is what went wrong.
        known: what went wrong is that it was read in before.
        offers: the first one is what most people do next.
        can_remove: whether the original is to go can be chosen now.
        remove: it is to go.
        pending: there is no copy yet, and one may still come.
        interrupted: it was on its way in when an earlier window ended.
        copied: there is a verified copy.
    """

    id: str
    name: str
    length: str
    when: str
    state: str
    failed: bool
    known: bool
    offers: tuple[Offer, ...]
    can_remove: bool = False
    remove: bool = False
    pending: bool = False
    interrupted: bool = False
    copied: bool = False

    @property
    def measure(self) -> Hashable:
        """What its height depends on, as its name stands in one line."""
        return self.state, self.offers, self.can_remove, self.failed, self.known

    @property
    def spoken(self) -> str:
        """The row for whoever listens."""
        return ", ".join(part for part in (self.name, self.length, self.when, self.state) if part)


_OFFERS: dict[ImportState, tuple[Offer, ...]] = {
    ImportState.WAITING: (Offer.CANCEL,),
    ImportState.ASKED: (Offer.OWN, Offer.NOT_OWN),
    ImportState.ACCEPTED: (Offer.CANCEL,),
    ImportState.COPYING: (Offer.CANCEL,),
    ImportState.TRANSCRIBING: (Offer.CANCEL,),
    ImportState.FAILED: (Offer.RETRY, Offer.CANCEL),
    ImportState.DONE: (Offer.OPEN,),
}

_CHOOSING = frozenset({ImportState.ASKED, ImportState.ACCEPTED})


class Result(Enum):
    """What there is of a file that was copied."""

    NONE = auto()
    """No dictation, or none any more."""
    UNREAD = auto()
    READABLE = auto()


def row_of(item: ImportItem, catalogue: Catalogue, result: Result) -> ImportRow:
    """A file as it is shown."""
    asked = item.state is ImportState.ASKED
    return ImportRow(
        item.id,
        item.path.name,
        "–" if item.seconds is None else clock(item.seconds),
        at(f"{item.written:%d.%m.%Y, %H:%M}") if asked and item.written else "",
        _state(item, catalogue, result),
        item.state is ImportState.FAILED,
        item.error is not None and item.error.code is Code.IMPORT_KNOWN,
        _offers(item, result),
        item.state in _CHOOSING,
        item.remove,
        item.is_pending and not item.ending,
        item.error is not None and item.error.code is Code.IMPORT_INTERRUPTED,
        item.case is not None,
    )


def _offers(item: ImportItem, result: Result) -> tuple[Offer, ...]:
    if item.ending or (item.case is not None and result is Result.NONE):
        return ()
    if item.state is ImportState.FAILED and item.case is not None:
        return (Offer.RETRY,)  # the copy is safe, there is nothing to give up
    if item.state is ImportState.DONE and result is not Result.READABLE:
        return ()
    return _OFFERS.get(item.state, ())


def _state(item: ImportItem, catalogue: Catalogue, result: Result) -> str:
    if item.case is not None and result is Result.NONE:
        return translate("Imports", "eingelesen und inzwischen vernichtet")
    if item.ending:
        return translate("Imports", "wird abgebrochen …")
    if item.state is ImportState.FAILED and item.error is not None:
        if item.case is not None:
            return afterwards(catalogue, item.error)
        return error_line(catalogue, item.error)
    if item.state is ImportState.CANCELLED:
        return _given_up(item)
    words = {
        ImportState.WAITING: translate("Imports", "wird angesehen …"),
        ImportState.ASKED: translate("Imports", "Ist das Ihr eigenes Diktat?"),
        ImportState.ACCEPTED: translate("Imports", "wartet"),
        ImportState.COPYING: translate("Imports", "wird kopiert"),
        ImportState.VERIFIED: translate("Imports", "ist gesichert"),
        ImportState.TRANSCRIBING: translate("Imports", "wird gehört"),
        ImportState.DONE: translate("Imports", "fertig"),
    }
    said = words.get(item.state, "")
    if item.share and not item.is_over:
        said = translate("Imports", "{state}, {share} %").format(
            state=said, share=round(100 * item.share)
        )
    return ". ".join(part for part in (said, *_remarks(item)) if part)


def _given_up(item: ImportItem) -> str:
    if item.own is False:
        return translate("Imports", "nicht eingelesen")
    if item.case is not None:
        return translate("Imports", "abgebrochen; die Aufnahme steht gesichert in der Liste")
    return translate("Imports", "abgebrochen; das Original ist unverändert")


def _remarks(item: ImportItem) -> tuple[str, ...]:
    """What is to be known of a file that was copied."""
    damaged = translate("Imports", "Die Datei ist beschädigt: Da ist, was sich lesen ließ")
    originals = {
        Original.REMOVED: translate("Imports", "Das Original ist entfernt"),
        Original.PROTECTED: translate("Imports", "Das Original ist schreibgeschützt und bleibt"),
        Original.CHANGED: translate("Imports", "Das Original hat sich geändert und bleibt"),
        Original.GONE: translate("Imports", "Das Original ist nicht mehr da"),
        Original.INCOMPLETE: translate("Imports", "Das Original bleibt"),
    }
    said = (damaged if item.damaged else "", originals.get(item.original, ""))
    return tuple(one for one in said if one)
