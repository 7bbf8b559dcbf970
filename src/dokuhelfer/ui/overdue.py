"""What nobody signs is kept for some days, and then destroyed and told (domain.md, R20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from dokuhelfer.errors import DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import CaseInfo, Document, Refused, State, VersionKind
from dokuhelfer.store.store import Store
from dokuhelfer.ui.spoken import spoken_in

translate = QCoreApplication.translate

_HOLIDAY = timedelta(days=21)
"""Nobody uses the window for so long behind a draft's last day, and time passed nevertheless."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A dictation that was destroyed because its days were over; nothing else is known of it."""

    template: str
    begun: datetime


@dataclass(frozen=True, slots=True)
class Overdue:
    """What was destroyed when the store was opened.

    Attributes:
        days: for which what nobody signs is kept.
    """

    gone: tuple[Gone, ...]
    at: datetime
    days: int

    @property
    def sentence(self) -> str:
        """„2 Entwürfe wurden am 24.11.2026 nach 7 Tagen vernichtet.“"""
        text = translate("Desk", "{count} Entwürfe wurden am {day} nach {days} vernichtet.")
        if len(self.gone) == 1:
            text = translate("Desk", "Ein Entwurf wurde am {day} nach {days} vernichtet.")
        days = translate("Desk", "{days} Tagen").format(days=self.days)
        if self.days == 1:
            days = translate("Desk", "einem Tag")
        return text.format(count=len(self.gone), day=f"{self.at:%d.%m.%Y}", days=days)


def kept_until(begun: datetime, days: int) -> datetime:
    """The end of its last day, in the time zone of ``begun``; behind that it is overdue."""
    day = (begun + timedelta(days=days + 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return day - timedelta(seconds=1)


def destroy_overdue(
    store: Store, cases: Iterable[CaseInfo], now: datetime, days: int
) -> tuple[Gone, ...]:
    """Destroy what is overdue; what cannot be destroyed now is left to the next window.

    What continues a signed text stays: when it was begun is not known. What became no text yet
    stays too: nobody could have looked at it. So does what lies behind a longer lull than a
    holiday: a clock that is set wrong, then or now, is not to be told from one. A person is asked
    for that at the end of a shift.

    Args:
        cases: all of the store.
    """
    listed = tuple(cases)
    since = _unbroken_since(listed, now, timedelta(days=days) + _HOLIDAY)
    gone: list[Gone] = []
    for info in listed:
        if info.created < since or not _is_overdue(info, now, days):
            continue
        try:
            if not _is_all_heard(store.case(info.id)):
                continue
            store.destroy(info.id)
        except (DokuError, Refused):
            continue
        gone.append(Gone(info.about.template, info.created))
    return tuple(gone)


def _unbroken_since(cases: Iterable[CaseInfo], now: datetime, lull: timedelta) -> datetime:
    """From when to now something was begun, recorded or signed again and again."""
    since = now
    for moment in sorted(_moments(cases), reverse=True):
        if moment > now:  # the clock went ahead once
            continue
        if since - moment > lull:
            break
        since = moment
    return since


def _moments(cases: Iterable[CaseInfo]) -> Iterator[datetime]:
    for info in cases:
        yield info.created
        yield from (one.started for one in info.recordings)
        yield from (one.signed_at for one in info.versions if one.signed_at is not None)


def _is_overdue(info: CaseInfo, now: datetime, days: int) -> bool:
    if info.state is not State.OPEN or info.current.kind is not VersionKind.FIRST:
        return False
    return info.created < now and now > kept_until(info.created.astimezone(now.tzinfo), days)


def _is_all_heard(case: Case) -> bool:
    """Whether there are words of it, and no sound whose words stand nowhere."""
    has_words = any(case.load(kind) for kind in (Document.TRANSCRIPT, Document.REVIEW))
    return has_words and not spoken_in(case)
