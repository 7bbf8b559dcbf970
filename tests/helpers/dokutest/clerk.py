"""A clerk who looks over the reader's shoulder: what was before the eyes, what was agreed to."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.page import Page, Standing, Stop
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.stop import StopWidget

Face = tuple[str, str]
_SETTLED = frozenset({Standing.DECIDED, Standing.STRUCK})


def face_of(stop: Stop) -> Face:
    """What a person reads of a stop: its words and those of the dictation beside them."""
    return stop.passage.text, stop.evidence.text if stop.evidence is not None else ""


@dataclass(slots=True)
class Clerk:
    """Notes for one window what was really shown, by geometry alone."""

    whole: set[Face] = field(default_factory=set)
    agreed: set[Face] = field(default_factory=set)
    _parts: dict[Face, QRegion] = field(default_factory=dict)

    def look(self, desk: Desk) -> Face | None:
        """Note what stands at the cursor; its face if all of it has been in view."""
        if desk.mode is not Mode.READING or desk._cover.is_on:
            return None
        widget = desk.stage.reading.stops.stop_at_cursor()
        if widget is None or not widget.isVisible():
            return None
        face = face_of(widget.stop)
        part = self._parts.get(face, QRegion()).united(QRegion(in_view(widget)))
        self._parts[face] = part
        if QRegion(widget.rect()).subtracted(part).isEmpty():
            self.whole.add(face)
        return face if face in self.whole else None

    def agree(self, before: Face | None, page: Page) -> None:
        """A deciding key was pressed at a stop that was all in view; what it made of it, too."""
        if before is None:
            return
        self.agreed.add(before)
        self.whole.add(before)

    def decided_by_key(self, before: Page, after: Page) -> None:
        """A digit settled a stop: its new words are the answer that was chosen."""
        old = {stop.id: stop for stop in before.stops}
        for stop in after.stops:
            was = old.get(stop.id)
            if stop.standing in _SETTLED and (was is None or was != stop):
                self.whole.add(face_of(stop))
                self.agreed.add(face_of(stop))

    def objections(self, page: Page) -> list[str]:
        """Why this sheet should not have been signed; none where it may."""
        if not page.all_read or page.left:
            return ["not all of it was read"]
        return [
            f"{stop.label}: {reason}"
            for stop in page.stops
            for reason in self._objection(stop)
        ]  # fmt: skip

    def _objection(self, stop: Stop) -> list[str]:
        face, found = face_of(stop), []
        if stop.standing not in _SETTLED:
            found.append("not decided")
        if face not in self.whole:
            found.append("never shown whole")
        if face not in self.agreed:
            found.append("never agreed to")
        return found


def in_view(widget: StopWidget) -> QRect:
    """The part of a widget that no ancestor cuts off."""
    area = widget.rect()
    parent: QWidget | None = widget.parentWidget()
    while parent is not None:
        corner = widget.mapFrom(parent, QPoint(0, 0))
        area = area.intersected(QRect(corner, parent.size()))
        parent = None if parent.isWindow() else parent.parentWidget()
    return area
