"""When a dictation was spoken, as the head says it and as somebody types it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as DayTime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from dokuhelfer.draft.context import Shift
from dokuhelfer.review.typed import calendar_day, clock_time
from dokuhelfer.ui import clock

translate = QCoreApplication.translate

_OLDEST = timedelta(days=366)
"""A dictation from before that is a mistyped year."""
_AHEAD = timedelta(minutes=1)
"""The minute that is typed may end a little later than now."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is chosen.

    Attributes:
        recorded: when it was spoken, with the offset of this place.
        shift: None where nobody said.
    """

    recorded: datetime
    shift: Shift | None = None


class Trouble(Enum):
    """Why something typed is no moment of a dictation."""

    NO_DAY = auto()
    NO_TIME = auto()
    AHEAD = auto()
    LONG_AGO = auto()


def moment_of(day: str, time: str, now: datetime) -> datetime | Trouble:
    """The moment that was typed: „17.11.2026“, „17.11.“, „gestern“; „730“, „7:30“, „7 Uhr 30“."""
    found, hour = calendar_day(" ".join(day.split()), now.date()), clock_time(time)
    if found is None:
        return Trouble.NO_DAY
    if hour is None:
        return Trouble.NO_TIME
    plain = datetime.combine(datetime.fromisoformat(found), DayTime.fromisoformat(hour))
    away = plain - now.replace(tzinfo=None)
    if away > _AHEAD:
        return Trouble.AHEAD
    if away < -_OLDEST:
        return Trouble.LONG_AGO
    return plain.astimezone()


def trouble_in_words(trouble: Trouble) -> str:
    """What to type instead."""
    return {
        Trouble.NO_DAY: translate("When", "Das ist kein Tag. Zum Beispiel: 17.11.2026"),
        Trouble.NO_TIME: translate("When", "Das ist keine Uhrzeit. Zum Beispiel: 7:30"),
        Trouble.AHEAD: translate("When", "Das ist noch nicht gewesen."),
        Trouble.LONG_AGO: translate("When", "Das ist länger als ein Jahr her."),
    }[trouble]


def day_in_words(moment: datetime) -> str:
    """„17.11.2026“ (DIN 5008)."""
    return f"{moment:%d.%m.%Y}"


def shift_in_words(shift: Shift | None) -> str:
    """The name of a shift."""
    return {
        None: translate("When", "keine Angabe"),
        Shift.FRUEH: translate("When", "Frühdienst"),
        Shift.SPAET: translate("When", "Spätdienst"),
        Shift.NACHT: translate("When", "Nachtdienst"),
    }[shift]


def in_head(moment: Moment) -> tuple[str, str]:
    """What the head says of it, and the same where there is less room."""
    time = clock.at(f"{moment.recorded:%H:%M}")
    short = time if moment.shift is None else shift_in_words(moment.shift)
    return f"{day_in_words(moment.recorded)} · {short}", short
