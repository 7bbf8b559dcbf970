"""A misheard word is put right in the dictation; what does not hang on it stays decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.draft.model import Span
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.mishearing import _moving, _reworded
from dokuhelfer.review.stops import StopId, StopKind
from dokuhelfer.transcript.model import Segment, Word
from dokutest.reviewing import pass_by, redraft, session

SAID = "Frau Kern hat gut geschlafen. Novalgien 20 Tropfen gegeben. Die Tochter rufe ich morgen an."
OBSERVATION = StopId(StopKind.FIELD, "beobachtung")
NEXT = StopId(StopKind.FIELD, "weiteres_vorgehen")


def span_of(words: str) -> Span:
    return Span(0, SAID.index(words), SAID.index(words) + len(words))


def refused(move: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason


def test_what_was_drafted_from_it_is_new_and_the_rest_stays_decided() -> None:
    reading = session(SAID)
    pass_by(reading, OBSERVATION)
    pass_by(reading, NEXT)
    before = reading.state
    result = reading.put_right(span_of("Novalgien"), "Novalgin", redraft)
    assert "Novalgin 20 Tropfen" in str(reading.draft.fields["massnahme"].value)
    assert reading.stop(OBSERVATION).decided
    assert reading.stop(NEXT).decided
    evidence = reading.stop(NEXT).evidence
    assert evidence is not None
    assert reading.dictation.spoken(evidence.spans) == "Die Tochter rufe ich morgen an."
    assert result.remember is not None
    assert (result.remember.heard, result.remember.word) == ("Novalgien", "Novalgin")
    reading.undo()
    assert reading.state == before


def test_what_a_hand_changed_is_kept() -> None:
    reading = session(SAID)
    reading.edit("/beobachtung", "Hat gut geschlafen, ist ausgeruht.")
    reading.put_right(span_of("Novalgien"), "Novalgin", redraft)
    assert "ausgeruht" in str(reading.draft.fields["beobachtung"].value)


def test_places_that_are_none_and_no_words_are_refused() -> None:
    reading = session(SAID)
    assert refused(lambda: reading.put_right(Span(3, 0, 4), "x", redraft)) is Refusal.NOT_HERE
    assert refused(lambda: reading.put_right(Span(0, 4, 999), "x", redraft)) is Refusal.NOT_HERE
    place = span_of("Novalgien")
    assert refused(lambda: reading.put_right(place, " ", redraft)) is Refusal.NO_VALUE
    assert refused(lambda: reading.put_right(place, "Novalgien", redraft)) is Refusal.SAME_WORDS


def test_places_move_with_the_words_in_front_of_them() -> None:
    moved = _moving(Span(0, 10, 15), 3)
    assert moved(Span(0, 0, 10)) == Span(0, 0, 10)
    assert moved(Span(0, 5, 20)) == Span(0, 5, 18)
    assert moved(Span(0, 10, 15)) == Span(0, 10, 13)
    assert moved(Span(0, 15, 20)) == Span(0, 13, 18)
    assert moved(Span(0, 12, 14)) == Span(0, 10, 13)
    assert moved(Span(1, 12, 14)) == Span(1, 12, 14)


def test_the_sound_of_replaced_words_stays_where_it_was() -> None:
    words = (Word(" Frau", 0.0, 0.3, 1), Word(" Akt", 0.4, 0.6, 0.5), Word(" Schen", 0.6, 0.9, 0.5))
    segment = Segment(0, 0.0, 1.0, "Frau Akt Schen", words)
    changed = _reworded(segment, Span(0, 5, 14), "Akşen")
    assert changed.text == "Frau Akşen"
    assert changed.words == (words[0], Word("Akşen", 0.4, 0.9, 1.0))
