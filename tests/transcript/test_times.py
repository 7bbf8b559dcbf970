"""A recording that continues another one: every time of it moves, its words do not."""

from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Transcript, Word
from dokuhelfer.transcript.times import later


def test_every_time_moves_and_typed_words_have_none() -> None:
    said = Transcript(
        (
            Segment(0, 0.5, 1.5, "gut geschlafen", (Word("gut", 0.5, 0.8, 0.9),)),
            Segment(1, None, None, "getippt"),
        ),
        duration=2.0,
        skipped=(Skipped(1.5, 2.0, SkipReason.SILENCE),),
    )
    moved = later(said, 10.0)
    assert (moved.segments[0].start, moved.segments[0].end) == (10.5, 11.5)
    assert moved.segments[0].words == (Word("gut", 10.5, 10.8, 0.9),)
    assert moved.segments[1] == said.segments[1]
    assert moved.skipped == (Skipped(11.5, 12.0, SkipReason.SILENCE),)
