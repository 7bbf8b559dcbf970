"""What recognition did not get to is listed, never silently missing."""

from __future__ import annotations

from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Transcript
from dokuhelfer.transcript.unfinished import with_rest_listed

SAID = Segment(0, 1.0, 4.0, "Kühlpack aufgelegt.")


def test_the_rest_behind_the_last_words_is_listed() -> None:
    listed = with_rest_listed(Transcript((SAID,), complete=False), 30.0)
    assert listed.skipped == (Skipped(4.0, 30.0, SkipReason.LOW_CONFIDENCE),)
    assert listed.segments == (SAID,)


def test_what_became_no_text_already_is_not_listed_twice() -> None:
    quiet = Skipped(4.0, 20.0, SkipReason.SILENCE)
    listed = with_rest_listed(Transcript((SAID,), skipped=(quiet,), complete=False), 30.0)
    assert listed.skipped == (quiet, Skipped(20.0, 30.0, SkipReason.LOW_CONFIDENCE))


def test_where_nothing_was_heard_all_of_it_is_listed() -> None:
    assert with_rest_listed(Transcript((), complete=False), 9.0).skipped[0].start == 0.0


def test_where_all_was_heard_nothing_is_listed() -> None:
    said = Transcript((SAID,), complete=False)
    assert with_rest_listed(said, 4.1) is said
