"""What time it is, for all of the window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def now() -> datetime:
    """The moment, with the offset of this place.

    Call it as ``clock.now()``: a test sets the hour of all of the window here, since what was
    said is read by the hour it was said in („um acht“ in the early shift).
    """
    return datetime.now().astimezone()


def at(text: str) -> str:
    """A time as the window says it: „07:30 Uhr“."""
    return translate("Clock", "{time} Uhr").format(time=text)
