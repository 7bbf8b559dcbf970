"""What recognition did not get to is listed, never silently missing."""

from __future__ import annotations

from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Suggestion, Transcript
from dokuhelfer.transcript.unfinished import with_rest_listed, with_shown

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


# --- words that were shown of sound that is gone ------------------------------------------------

SHOWN = (
    Segment(0, 0.5, 4.0, "Kühlpack aufgelegt."),
    Segment(1, 5.0, 9.0, "Frau Lenz hat getrunken."),
    Segment(2, 9.5, 12.0, "Sie schläft"),
)


def texts(transcript: Transcript) -> list[str]:
    return [one.text for one in transcript.segments]


def test_where_all_the_sound_is_left_its_words_stand() -> None:
    heard = Transcript((SAID,), duration=11.9)
    assert with_shown(heard, SHOWN, 11.9) is heard
    assert with_shown(heard, (), 0.0) is heard


def test_words_of_sound_that_is_gone_stand_behind_what_was_heard_once() -> None:
    heard = Transcript((SAID, Segment(1, 5.1, 7.0, "Frau Lenz hat")), duration=7.0)
    whole = with_shown(heard, SHOWN, 7.0)
    assert texts(whole) == ["Kühlpack aufgelegt.", "Frau Lenz hat getrunken.", "Sie schläft"]
    assert whole.segments[0] is not SHOWN[0]
    assert [one.id for one in whole.segments] == [0, 1, 2]


def test_an_utterance_that_was_cut_otherwise_costs_no_word() -> None:
    heard = Transcript((Segment(0, 0.5, 7.0, "Kühlpack aufgelegt. Frau Lenz hat"),), duration=7.0)
    assert texts(with_shown(heard, SHOWN, 7.0)) == [one.text for one in SHOWN]


def test_where_no_sound_is_left_what_was_shown_is_all() -> None:
    whole = with_shown(Transcript((), complete=False), SHOWN, 0.0)
    assert whole.segments == SHOWN


def test_suggestions_and_gaps_go_with_their_words() -> None:
    near = [Suggestion(id, 0, 4, "Frau", "Frau Lenz", 0.9) for id in (3, 4)]
    gaps = tuple(Skipped(at, at + 1.0, SkipReason.NOISE) for at in (0.1, 6.0))
    first = Segment(3, 1.0, 4.0, "Kühlpack aufgelegt.")
    second = Segment(4, 5.1, 7.0, "Frau Lenz hat")
    heard = Transcript((first, second), duration=7.0, skipped=gaps, suggestions=tuple(near))
    whole = with_shown(heard, SHOWN, 7.0)
    assert [one.segment for one in whole.suggestions] == [0]
    assert whole.skipped == gaps[:1]
