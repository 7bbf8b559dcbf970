"""What time it is, for all of the window."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """The moment, with the offset of this place.

    Call it as ``clock.now()``: a test sets the hour of all of the window here, since what was
    said is read by the hour it was said in („um acht“ in the early shift).
    """
    return datetime.now().astimezone()
