"""Why sound became no text, said to whoever spoke it: what happened, what is kept, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line

translate = QCoreApplication.translate

_OF_MODEL = frozenset(
    {
        Code.MODEL_MISSING, Code.MODEL_UNKNOWN, Code.MODEL_INCOMPLETE, Code.MODEL_DEFECT,
        Code.MODEL_UNSUITED, Code.ENGINE_MISSING,
    }
)  # fmt: skip
"""Nothing is heard before somebody has brought a model."""

_OF_MEMORY = frozenset({Code.OUT_OF_MEMORY, Code.TOO_LITTLE_MEMORY})

_PASSING = _OF_MEMORY | {Code.WORKER_LOST, Code.WORKER_UNRESPONSIVE, Code.INTERNAL}
"""Another try may succeed."""


def is_passing(error: DokuError) -> bool:
    """Whether the same sound may well be heard when it is tried again."""
    return error.code in _PASSING


def while_spoken(catalogue: Catalogue, error: DokuError, *, again: bool = True) -> str:
    """The sentence while the microphone is open: whoever speaks shall go on.

    Args:
        again: it is tried once more without a question.
    """
    if again and is_passing(error):
        comfort = translate(
            "Hearing", "Sprechen Sie weiter: Die Aufnahme läuft und wird danach noch einmal gehört."
        )
    else:
        comfort = translate(
            "Hearing", "Sprechen Sie weiter: Die Aufnahme läuft und bleibt gesichert."
        )
    return f"{_what(catalogue, error)} {comfort}"


def afterwards(catalogue: Catalogue, error: DokuError) -> str:
    """The sentence once it is clear that there is a recording, but no text."""
    if error.code in _OF_MODEL:
        follows = translate(
            "Hearing",
            "Die Aufnahme ist gesichert. Bitte das Modell durch Ihre IT einspielen lassen und das"
            " Diktat dann in der Liste öffnen.",
        )
    elif error.code in _OF_MEMORY:
        follows = translate(
            "Hearing",
            "Die Aufnahme ist gesichert. Bitte andere Programme schließen und das Diktat dann in"
            " der Liste öffnen.",
        )
    elif is_passing(error):
        follows = translate(
            "Hearing",
            "Die Aufnahme ist gesichert. Bitte das Diktat in der Liste öffnen, dann wird sie noch"
            " einmal gehört.",
        )
    else:
        return error_line(catalogue, error)
    return f"{_what(catalogue, error)} {follows}"


def _what(catalogue: Catalogue, error: DokuError) -> str:
    return catalogue.error(error).text
