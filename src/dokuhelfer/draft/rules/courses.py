"""Times of a day told in order: which half of the day is meant where only one order fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def only_course(readings: Sequence[tuple[int, ...]]) -> tuple[int, ...] | None:
    """The one way in which times follow each other within a day; None when there is not one.

    „acht Uhr … zehn Uhr … zwölf Uhr … zwei Uhr“ can only be 8, 10, 12 and 14 o'clock.

    Args:
        readings: minutes after midnight that each time may mean, in the order of speaking.
    """
    earliest = _one_after_the_other(readings, step=1)
    latest = _one_after_the_other(readings[::-1], step=-1)
    if earliest is None or latest is None or earliest != latest[::-1]:
        return None
    return earliest


def _one_after_the_other(
    readings: Iterable[tuple[int, ...]], *, step: int
) -> tuple[int, ...] | None:
    """Each time as near behind (``step`` 1) or before (-1) its neighbour as it can be."""
    course: list[int] = []
    for options in readings:
        fitting = [m for m in options if not course or (m - course[-1]) * step >= 0]
        if not fitting:
            return None
        course.append(min(fitting) if step > 0 else max(fitting))
    return tuple(course)
