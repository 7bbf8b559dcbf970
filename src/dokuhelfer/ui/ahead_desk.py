"""Tells the model what is being spoken, as far as it stays; see `second_wording`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import warming
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.orders import By, Source
from dokuhelfer.ui.room import Room
from dokuhelfer.ui.second_wording import SecondWording
from dokuhelfer.ui.work import Work


class AheadDesk(QObject):
    """From the first word of a dictation to its first draft.

    Nothing is read ahead while it is left to the program which template is meant.

    Args:
        allowed: who may draft here.
    """

    def __init__(
        self,
        room: Room,
        wording: SecondWording,
        templates: Mapping[str, Template],
        allowed: frozenset[By],
    ) -> None:
        super().__init__(room.shell)
        self._room = room
        self._wording = wording
        self._templates = templates
        self._wanted = wording.is_wanted and wording.by in allowed
        self._said: dict[str, tuple[Segment, ...]] = {}
        dictating = room.dictating
        dictating.closed.connect(self._take)
        dictating.replanned.connect(lambda entry: self._read_along(entry.work.id))
        dictating.not_heard.connect(lambda id, _: self._forget(id))
        dictating.failed.connect(lambda entry: self._forget(entry.work.id))
        dictating.drafting.cut.connect(lambda entry: self._forget(entry.work.id))
        dictating.drafting.made.connect(self._made)
        room.entries.tell_gone(self._gone)

    def _take(self, id: str, segments: tuple[Segment, ...]) -> None:
        if self._wanted and self._room.entries.of(id) is not None:
            self._said[id] = segments
            self._read_along(id)

    def _read_along(self, id: str) -> None:
        entry = self._room.entries.of(id)
        if entry is not None and id in self._said:
            work, segments = entry.work, self._said[id]
            self._room.lane.run(
                lambda: _source(work, segments, self._templates),
                lambda source: self._tell(id, source),
                lambda _: self._tell(id, None),  # the draft by rules will say what is wrong
            )

    def _tell(self, id: str, source: Source | None) -> None:
        if id not in self._said:
            return
        if source is None:
            self._wording.forget(id)
        else:
            self._wording.read_along(id, source)

    def _made(self, entry: Entry) -> None:
        """Its draft is asked for by whom it is offered."""
        self._said.pop(entry.work.id, None)

    def _gone(self, id: str) -> None:
        """It is destroyed; `AgainDesk` tells the model."""
        self._said.pop(id, None)

    def _forget(self, id: str) -> None:
        if self._said.pop(id, None) is not None:
            self._wording.forget(id)


def _source(
    work: Work, segments: tuple[Segment, ...], templates: Mapping[str, Template]
) -> Source | None:
    """What was said so far, as it is planned now; None while the template is open."""
    warming.load()  # the lane of the wordings finds it whole
    template = templates.get(work.plan.template)
    if template is None:
        return None
    return Source(Transcript(segments), template, work.plan.context)
