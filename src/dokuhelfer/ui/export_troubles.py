"""Why a signed text became no file, and what to do: each reason with a sentence of its own."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line

translate = QCoreApplication.translate

_HELD = frozenset({32, 33})
"""Windows: another program has the file, or a part of it."""


class Obstacle(Enum):
    """What is in the way of a file."""

    FULL = auto()
    PROTECTED = auto()
    """Folder or file may not be written."""
    OPEN = auto()
    """The file that is to be replaced is open in Word or in another program."""
    GONE = auto()
    """There is no such folder any more: a stick was pulled out."""


class NotExportedError(Exception):
    """A file was not written; what stood there stands there still.

    Attributes:
        obstacle: why.
    """

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.name)
        self.obstacle = obstacle


def obstacle_of(target: Path, error: DokuError) -> Obstacle | None:
    """What was in the way; None for what has nothing to do with the target. Reads the disk."""
    if error.code is Code.DISK_FULL:
        return Obstacle.FULL
    if error.code is not Code.TARGET_NOT_WRITABLE:
        return None
    if getattr(error.__context__, "winerror", 0) in _HELD or _is_open(target):
        return Obstacle.OPEN
    try:
        return Obstacle.PROTECTED if target.parent.is_dir() else Obstacle.GONE
    except OSError:
        return Obstacle.GONE


def _is_open(target: Path) -> bool:
    """Word and LibreOffice leave a file beside what they have open."""
    name = target.name
    marks = (f"~${name[2:]}", f"~${name[1:]}", f"~${name}", f".~lock.{name}#")
    try:
        return any((target.parent / mark).exists() for mark in marks)
    except OSError:
        return False


def not_exported(catalogue: Catalogue, error: Exception) -> str:
    """The sentence, and that the text itself is safe."""
    kept = translate("Signed", "Der abgezeichnete Text ist weiter gesichert.")
    return f"{_why(catalogue, error)} {kept}"


def _why(catalogue: Catalogue, error: Exception) -> str:
    if not isinstance(error, NotExportedError):
        told = error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="export")
        return error_line(catalogue, told)
    return {
        Obstacle.FULL: translate(
            "Signed",
            "Der Datenträger am Ziel ist voll, die Datei ist nicht geschrieben. Bitte dort Platz"
            " schaffen oder einen anderen Ort wählen.",
        ),
        Obstacle.PROTECTED: translate(
            "Signed",
            "Am Ziel darf nicht geschrieben werden, die Datei ist nicht geschrieben. Bitte einen"
            " anderen Ort wählen oder Ihre IT fragen.",
        ),
        Obstacle.OPEN: translate(
            "Signed",
            "Die Datei ist in einem anderen Programm geöffnet und bleibt, wie sie war. Bitte sie"
            " dort schließen oder einen anderen Namen wählen.",
        ),
        Obstacle.GONE: translate(
            "Signed",
            "Den Ordner am Ziel gibt es nicht mehr, die Datei ist nicht geschrieben. Bitte den"
            " Datenträger wieder einstecken oder einen anderen Ort wählen.",
        ),
    }[error.obstacle]
