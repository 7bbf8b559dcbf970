"""Words find their second of sound, and words of the dictation the stop they went to."""

from __future__ import annotations

from dokuhelfer.draft.model import Span
from dokuhelfer.review.sounding import Sound, sounds_of, stop_at
from dokuhelfer.transcript.model import Segment, Transcript, Word
from dokutest.reviewing import CARE, session

HEARD = Transcript(
    (
        Segment(
            0,
            0.0,
            3.0,
            "Kein Fieber, kein Husten.",
            (
                Word(" Kein", 0.2, 0.5, 0.9),
                Word(" Fieber,", 0.6, 1.0, 0.9),
                Word(" kein", 1.4, 1.6, 0.9),
                Word(" Husten.", 1.7, 2.2, 0.9),
            ),
        ),
        Segment(1, 4.0, 6.0, "Gut geschlafen."),
    )
)


def test_words_are_heard_at_their_own_times() -> None:
    assert sounds_of(HEARD, [Span(0, 13, 25)]) == (Sound(1.4, 2.2),)
    assert sounds_of(HEARD, [Span(0, 0, 4), Span(0, 5, 12)]) == (Sound(0.2, 0.5), Sound(0.6, 1.0))


def test_without_word_times_the_whole_utterance_is_heard_and_typed_text_is_not() -> None:
    assert sounds_of(HEARD, [Span(1, 0, 3)]) == (Sound(4.0, 6.0),)
    assert sounds_of(session().draft.transcript, [Span(0, 0, 4)]) == ()
    assert sounds_of(HEARD, [Span(7, 0, 4)]) == ()


def test_a_word_of_the_dictation_leads_to_its_stop() -> None:
    reading = session()
    stop = stop_at(reading.stops, 0, CARE.index("Kühlpack"))
    assert stop is not None
    assert stop.field == "massnahme"
    assert stop_at(reading.stops, 5, 0) is None
