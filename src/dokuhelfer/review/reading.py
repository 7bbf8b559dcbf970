"""What a reader sees of one state: stops, what was not dictated, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.layout import Place
from dokuhelfer.review.state import State
from dokuhelfer.review.stops import EmptyField, Progress, Range, Stop, StopId
from dokuhelfer.review.view import View


@dataclass(frozen=True)
class Reading:
    """One state, painted when somebody asks.

    Args:
        facts: the ranges of a written text that carry facts.
    """

    state: State
    dictation: Dictation
    facts: Callable[[str], tuple[Range, ...]]

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """All stops in reading order."""
        return View(self.state, self.dictation, self.facts).stops()

    @cached_property
    def progress(self) -> Progress:
        """How far the reading is."""
        left = [stop for stop in self.stops if not stop.decided]
        blocked = sum(stop.blocked for stop in left)
        return Progress(len(self.stops), len(left), blocked, left[0].id if left else None)

    @property
    def not_dictated(self) -> tuple[EmptyField, ...]:
        """The fields of which nothing was said, those that are stops of their own apart."""
        return tuple(
            EmptyField(field.id, field.label)
            for field in self.state.template.fields
            if self.state.draft.fields[field.id].value is None
            and not field.required
            and field.id != UNPLACED
        )

    def stop(self, id: StopId) -> Stop:
        """The stop of that id.

        Raises:
            Refused: `UNKNOWN_STOP`.
        """
        for stop in self.stops:
            if stop.id == id:
                return stop
        raise Refused(Refusal.UNKNOWN_STOP)

    def place(self, id: StopId) -> Place:
        """The stop of that id before it is painted.

        Raises:
            Refused: `UNKNOWN_STOP`.
        """
        for place in self.state.places():
            if place.id == id:
                return place
        raise Refused(Refusal.UNKNOWN_STOP)
