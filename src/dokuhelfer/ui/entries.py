"""All dictations of this window in the order they were begun; what waits is a list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dokuhelfer.draft.template.model import Area, Template
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.shelf import titles_of
from dokuhelfer.ui.widgets.waiting_list import Urgency, WaitingRow
from dokuhelfer.ui.work import AUTO, Work

if TYPE_CHECKING:
    from dokuhelfer.ui.cutting import Cutting

translate = QCoreApplication.translate

_OLD = timedelta(hours=24)
"""From then on a draft is to be looked at first."""


class Phase(Enum):
    """Where a dictation stands."""

    HEARD = auto()
    """Its sound is becoming text."""
    CUT = auto()
    """About several persons: where each begins is to be confirmed."""
    DRAFTED = auto()
    """Its draft is being made."""
    READ = auto()
    SIGNED = auto()
    FAILED = auto()
    DAMAGED = auto()
    """What was kept of it cannot be read."""
    OUTDATED = auto()
    """Its reading fits its template no more; it is kept as it is."""


@dataclass
class Entry:
    """One dictation as the window knows it; `Work` and `Cutting` belong to the lane.

    Attributes:
        signed: what was signed in this window, while ``work`` is a further version of it.
    """

    work: Work
    begun: datetime
    phase: Phase = Phase.HEARD
    person: str = ""
    template: str = ""
    blocked: int = 0
    cutting: Cutting | None = None
    signed: Work | None = None
    dated: bool = True
    """``begun`` is known."""


class Entries:
    """The dictations of this window."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        self._templates = templates
        self._entries: dict[str, Entry] = {}
        self._told: list[Callable[[str], None]] = []
        self.current: Entry | None = None

    def add(self, work: Work, begun: datetime, *, dated: bool = True) -> Entry:
        """A new one."""
        entry = Entry(work, begun, person=work.plan.context.person or "", dated=dated)
        entry.template = self.title(work.plan.template)
        self._entries[work.id] = entry
        return entry

    def of(self, id: str) -> Entry | None:
        """The one of that id."""
        return self._entries.get(id)

    def remove(self, entry: Entry) -> None:
        """It is gone."""
        self._entries.pop(entry.work.id, None)
        if self.current is entry:
            self.current = None
        for tell in self._told:
            tell(entry.work.id)

    def go_further(self, entry: Entry, work: Work) -> None:
        """A further version of what is signed was begun."""
        entry.signed, entry.work, entry.phase = entry.work, work, Phase.READ

    def give_up(self, entry: Entry) -> None:
        """Its further version is gone for good: it is again what was signed before."""
        if entry.signed is not None:
            entry.work, entry.signed = entry.signed, None
            entry.person = entry.work.person
        entry.phase, entry.blocked = Phase.SIGNED, 0
        session = entry.work.session  # „Erkennen lassen“ is no title of a text
        plan = entry.work.plan
        entry.template = self.title(session.template.id if session is not None else plan.template)

    def tell_gone(self, tell: Callable[[str], None]) -> None:
        """Tell the id of each that is removed: nothing of it may be held or made any more."""
        self._told.append(tell)

    def title(self, template: str) -> str:
        """What a template is called."""
        if template == AUTO:
            return translate("Home", "Erkennen lassen")
        return titles_of(self._templates).get(template, template)

    def is_filed(self, entry: Entry | None) -> bool:
        """Whether its text is given to the file („zur Akte“) instead of signed, in counselling."""
        return entry is not None and any(
            title in entry.template and self._templates[id].area is Area.BERATUNG
            for id, title in titles_of(self._templates).items()
        )

    def note(self, work: Work, page: Page, person: str) -> None:
        """What the sheet says of it."""
        entry = self._entries.get(work.id)
        if entry is not None:
            entry.phase = Phase.READ if entry.phase is not Phase.SIGNED else entry.phase
            entry.blocked = page.blocked
            entry.person = person
            entry.template = page.title

    @property
    def all(self) -> tuple[Entry, ...]:
        """Every one, signed or not."""
        return tuple(self._entries.values())

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What waits beside the current one, the oldest first."""
        return tuple(
            entry
            for entry in self._entries.values()
            if entry is not self.current and entry.phase is not Phase.SIGNED
        )

    @property
    def signed(self) -> tuple[Entry, ...]:
        """What was signed since the window was opened."""
        return tuple(one for one in self._entries.values() if one.phase is Phase.SIGNED)

    def beside(self, step: int) -> Entry | None:
        """The next (1) or previous (−1) one that waits."""
        ready = [one for one in self._entries.values() if one.phase is Phase.READ]
        if self.current not in ready:
            return ready[0] if ready and step > 0 else (ready[-1] if ready else None)
        if len(ready) < 2:
            return None
        return ready[(ready.index(self.current) + step) % len(ready)]

    def signed_rows(self, now: datetime) -> tuple[WaitingRow, ...]:
        """What was signed, as a list."""
        state = translate("Overview", "abgezeichnet")
        return tuple(
            replace(_row(entry, now), state=state, urgency=Urgency.NONE) for entry in self.signed
        )

    def row_of(self, entry: Entry, now: datetime) -> WaitingRow:
        """It as a line of a list."""
        return _row(entry, now)

    def rows(self, now: datetime) -> tuple[WaitingRow, ...]:
        """The list as it is shown; what is a day old stands at the top."""
        found = [_row(entry, now) for entry in self.waiting]
        return tuple(sorted(found, key=lambda row: row.urgency is not Urgency.FIRST))


def _row(entry: Entry, now: datetime) -> WaitingRow:
    person = entry.person or translate("Head", "Ohne Person")
    state, urgency = _state(entry, now)
    when = day_and_time(entry.begun, now) if entry.dated else ""
    template = entry.template or translate("Home", "Angefangenes Diktat")
    readable = entry.phase is not Phase.DAMAGED
    return WaitingRow(entry.work.id, person, template, when, state, urgency, readable)


def _state(entry: Entry, now: datetime) -> tuple[str, Urgency]:
    if now - entry.begun >= _OLD and entry.phase is not Phase.DAMAGED:
        return translate("Home", "zuerst ansehen"), Urgency.FIRST
    words = {
        Phase.HEARD: translate("Home", "wird gehört …"),
        Phase.CUT: translate("Home", "Grenzen prüfen"),
        Phase.DRAFTED: translate("Home", "wird geschrieben …"),
        Phase.FAILED: translate("Home", "Aufnahme ist da"),
        Phase.DAMAGED: translate("Home", "lässt sich nicht lesen"),
        Phase.OUTDATED: translate("Home", "passt nicht zur Vorlage"),
    }
    if entry.phase in words:
        return words[entry.phase], Urgency.NONE
    if entry.blocked == 1:
        return translate("Home", "1 Stelle zu klären"), Urgency.TO_CLARIFY
    if entry.blocked:
        text = translate("Home", "{count} Stellen zu klären").format(count=entry.blocked)
        return text, Urgency.TO_CLARIFY
    return translate("Home", "bereit zum Lesen"), Urgency.NONE


def day_and_time(when: datetime, now: datetime) -> str:
    """„heute, 07:52“."""
    days = (now.date() - when.date()).days
    named = {0: translate("Home", "heute"), 1: translate("Home", "gestern")}
    return f"{named.get(days, f'{when:%d.%m.}')}, {when:%H:%M}"
