"""What could not be kept, said to whoever works: what happened, what is kept, what to do."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line

translate = QCoreApplication.translate


class Trouble(StrEnum):
    """What was not done, and is not tried again by itself."""

    KEEPING = "not_kept"
    DIVIDING = "not_divided"
    COPYING = "not_copied"
    DESTROYING = "not_destroyed"
    DESTROYING_SOURCES = "sources_not_destroyed"
    RESUMING = "not_resumed"


def not_kept(catalogue: Catalogue, error: DokuError) -> str:
    """Words or decisions are in this window only."""
    if error.code is Code.DISK_FULL:
        return translate(
            "Keeping",
            "Der Datenträger ist voll: Ihre letzten Eingaben stehen nur in diesem Fenster. Bitte"
            " Platz schaffen und das Fenster bis dahin offen lassen.",
        )
    if error.code is Code.STORE_NOT_WRITABLE:
        return translate(
            "Keeping",
            "In den Ordner für Ihre Diktate lässt sich nicht schreiben: Ihre letzten Eingaben"
            " stehen nur in diesem Fenster. Bitte Ihre IT fragen und es bis dahin offen lassen.",
        )
    return error_line(catalogue, error)


def not_done(catalogue: Catalogue, trouble: Trouble, error: DokuError) -> str:
    """What did not come about, why, and what to do."""
    return f"{_what(trouble)} {_why(catalogue, error)}".strip()


def _what(trouble: Trouble) -> str:
    return {
        Trouble.KEEPING: translate("Keeping", "Ihre letzte Eingabe ist nicht gesichert."),
        Trouble.DIVIDING: translate(
            "Keeping", "Das Diktat ist nicht aufgeteilt, es bleibt, wie es war."
        ),
        Trouble.COPYING: translate(
            "Keeping", "Zu einem Diktat ist die Aufnahme nicht mitgekommen, sein Text ist da."
        ),
        Trouble.DESTROYING: translate(
            "Keeping", "Das Diktat ist noch nicht vernichtet, bitte noch einmal versuchen."
        ),
        Trouble.DESTROYING_SOURCES: translate(
            "Keeping",
            "Aufnahme und Mitschrift sind noch nicht vernichtet, das geschieht beim nächsten"
            " Start.",
        ),
        Trouble.RESUMING: translate("Keeping", "Die Aufnahme geht noch nicht weiter."),
    }[trouble]


def _why(catalogue: Catalogue, error: DokuError) -> str:
    if error.code is Code.DISK_FULL:
        return translate("Keeping", "Der Datenträger ist voll, bitte Platz schaffen.")
    if error.code is Code.STORE_NOT_WRITABLE:
        return translate(
            "Keeping",
            "In den Ordner für Ihre Diktate lässt sich nicht schreiben, bitte Ihre IT fragen.",
        )
    return error_line(catalogue, error)


def not_signed(catalogue: Catalogue, error: DokuError) -> str:
    """A sheet stays as it was read."""
    if error.code is Code.DISK_FULL:
        return translate(
            "Keeping",
            "Der Datenträger ist voll: Das Blatt ist nicht abgezeichnet und bleibt, wie es gelesen"
            " ist. Bitte Platz schaffen und noch einmal abzeichnen.",
        )
    if error.code is Code.STORE_NOT_WRITABLE:
        return translate(
            "Keeping",
            "In den Ordner für Ihre Diktate lässt sich nicht schreiben: Das Blatt ist nicht"
            " abgezeichnet und bleibt, wie es gelesen ist. Bitte wenden Sie sich an Ihre IT.",
        )
    return error_line(catalogue, error)


def not_begun(catalogue: Catalogue, error: DokuError) -> str:
    """The microphone was not opened."""
    if error.code is Code.DISK_FULL:
        return translate(
            "Keeping",
            "Der Datenträger ist voll: Die Aufnahme hat nicht begonnen. Bitte Platz schaffen"
            " und noch einmal beginnen.",
        )
    if error.code is Code.STORE_NOT_WRITABLE:
        return translate(
            "Keeping",
            "In den Ordner für Ihre Diktate lässt sich nicht schreiben: Die Aufnahme hat nicht"
            " begonnen. Bitte wenden Sie sich an Ihre IT.",
        )
    return error_line(catalogue, error)


def recording_ended(catalogue: Catalogue, error: DokuError) -> str:
    """A recording ended otherwise than it should."""
    if error.code is Code.DISK_FULL:
        return translate(
            "Keeping",
            "Der Datenträger ist voll: Der letzte Teil der Aufnahme ist nicht gesichert. Bitte"
            " lesen Sie den Text jetzt und schaffen Sie Platz, bevor Sie das Fenster schließen.",
        )
    return error_line(catalogue, error)


def storage_full() -> str:
    """Somebody speaks, and what is said is held in memory."""
    return translate(
        "Keeping",
        "Der Datenträger ist voll: Bisher Gesagtes ist gesichert, Weiteres nur im Arbeitsspeicher."
        " Bitte Platz schaffen, bevor Sie die Aufnahme beenden.",
    )
