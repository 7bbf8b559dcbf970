"""What was dictated, as the pane beside the sheet shows it, and where its words went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dokuhelfer.draft.model import Span
from dokuhelfer.review.sounding import spans_of
from dokuhelfer.review.stops import StopKind
from dokuhelfer.ui.page import Range
from dokuhelfer.ui.showing import label_of

if TYPE_CHECKING:
    from dokuhelfer.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Place:
    """Words that went somewhere.

    Attributes:
        start, end: code points of the text, half-open.
        stop: index of the stop on the sheet.
    """

    start: int
    end: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """The dictation, one utterance a line.

    Attributes:
        nowhere: words that stand in no field.
        lines: where each utterance begins, and its id.
    """

    text: str = ""
    places: tuple[Place, ...] = ()
    nowhere: tuple[Range, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def span_of(self, start: int, end: int) -> Span | None:
        """These words in their utterance; None where they are of several, or none."""
        begun = [line for line in self.lines if line[0] <= start]
        if not begun or not self.text[start:end].strip() or "\n" in self.text[start:end]:
            return None
        first, segment = begun[-1]
        return Span(segment, start - first, end - first)

    def place_of(self, start: int, end: int) -> Place | None:
        """Where the first of these words went; of a mere position the word there."""
        behind = max(end, start + 1)
        touched = (one for one in self.places if one.start < behind and start < one.end)
        return min(touched, key=lambda one: one.start, default=None)

    def words_of(self, stop: int) -> tuple[Range, ...]:
        """The words behind a stop."""
        return tuple((one.start, one.end) for one in self.places if one.stop == stop)


def said_of(session: ReviewSession) -> Said:
    """The dictation behind a review as it stands."""
    starts: dict[int, int] = {}
    lines: list[str] = []
    at = 0
    for segment in session.draft.transcript.segments:
        starts[segment.id] = at
        lines.append(segment.text)
        at += len(segment.text) + 1
    places: list[Place] = []
    nowhere: list[Range] = []
    for number, stop in enumerate(session.stops):
        for span in spans_of(stop):
            if span.segment in starts:
                start = starts[span.segment]
                place = Place(start + span.start, start + span.end, number, label_of(stop))
                places.append(place)
                if stop.id.kind is StopKind.LEFT_OVER:
                    nowhere.append((place.start, place.end))
    begun = tuple((start, segment) for segment, start in starts.items())
    return Said("\n".join(lines), tuple(dict.fromkeys(places)), tuple(nowhere), begun)
