"""The reading pass: stops, seeing, confirming, undo, and what a change does to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import FieldStatus
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.stops import Action, StopId, StopKind, StopState
from dokutest.reviewing import NOW, pass_by, read_all, session, with_wrong

OBSERVATION = StopId(StopKind.FIELD, "beobachtung")
MEASURE = StopId(StopKind.GROUP, "massnahme")
WHO = StopId(StopKind.GROUP, "person")


def refused(move: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason


def test_stops_come_in_reading_order_and_what_belongs_together_is_one() -> None:
    reading = session()
    ids = [stop.id for stop in reading.stops]
    assert ids == [WHO, OBSERVATION, MEASURE, StopId(StopKind.FIELD, "weiteres_vorgehen")]
    assert [part.text for part in reading.stop(WHO).parts] == ["Frau Lindemann", "07:30\u00a0Uhr"]
    assert "wirkung" in {empty.field for empty in reading.not_dictated}


def test_a_stop_carries_its_words_the_facts_in_them_and_where_they_came_from() -> None:
    reading = session("Frau Kern. Schmerzen im rechten, nein, im linken Knie. Kein Fieber.")
    stop = reading.stop(OBSERVATION)
    shown = [
        words.text[a:b]
        for words in (statement.words for statement in stop.parts[0].statements)
        for a, b in words.facts
    ]
    assert "linken" in shown
    assert "Kein" in shown
    assert stop.evidence is not None
    assert stop.evidence.withdrawn
    assert not stop.evidence.verbatim
    assert reading.stop(StopId(StopKind.GROUP, "person")).evidence.verbatim  # type: ignore[union-attr]


def test_nothing_is_confirmed_unseen_twice_or_unknown() -> None:
    reading = session()
    assert refused(lambda: reading.confirm(OBSERVATION)) is Refusal.NOT_SEEN
    reading.seen(OBSERVATION)
    assert Action.CONFIRM in reading.stop(OBSERVATION).actions
    reading.confirm(OBSERVATION)
    assert reading.draft.fields["beobachtung"].status is FieldStatus.CONFIRMED
    assert refused(lambda: reading.confirm(OBSERVATION)) is Refusal.ALREADY_DECIDED
    assert refused(lambda: reading.seen(StopId(StopKind.FIELD, "x"))) is Refusal.UNKNOWN_STOP


def test_a_change_after_reading_makes_a_stop_unseen_and_open_again() -> None:
    reading = session()
    pass_by(reading, MEASURE)
    reading.edit("/massnahme", "Kühlpack aufgelegt, zwanzig Minuten, und ein Kissen.")
    stop = reading.stop(MEASURE)
    assert (stop.seen, stop.state) == (False, StopState.OPEN)
    reading.seen(MEASURE)
    reading.edit("/massnahme", "Kühlpack aufgelegt, 20 Minuten.")
    assert not reading.stop(MEASURE).seen


def test_undo_and_redo_go_over_confirmations_and_changes() -> None:
    reading = session()
    states = [reading.state]
    reading.seen(MEASURE)
    states[0] = reading.state
    reading.confirm(MEASURE)
    states.append(reading.state)
    reading.edit("/massnahme", "Kühlpack aufgelegt.")
    states.append(reading.state)
    for state in reversed(states[:-1]):
        reading.undo()
        assert reading.state == state
    assert refused(reading.undo) is Refusal.NOTHING_TO_UNDO
    for state in states[1:]:
        reading.redo()
        assert reading.state == state
    assert refused(reading.redo) is Refusal.NOTHING_TO_UNDO


def test_a_confirmed_stop_can_be_reopened_and_stays_seen() -> None:
    reading = session()
    pass_by(reading, MEASURE)
    reading.reopen(MEASURE)
    stop = reading.stop(MEASURE)
    assert (stop.seen, stop.state) == (True, StopState.OPEN)
    assert refused(lambda: reading.reopen(MEASURE)) is Refusal.NOT_DECIDED


def test_a_struck_stop_is_decided_and_comes_back_when_reopened() -> None:
    reading = session()
    assert refused(lambda: reading.strike(MEASURE)) is Refusal.NOT_SEEN
    reading.seen(MEASURE)
    reading.strike(MEASURE)
    assert reading.stop(MEASURE).state is StopState.REJECTED
    assert reading.draft.fields["massnahme"].status is FieldStatus.REJECTED
    reading.reopen(MEASURE)
    stop = reading.stop(MEASURE)
    assert (stop.seen, stop.state) == (False, StopState.OPEN)


def test_what_was_chosen_beforehand_is_no_stop() -> None:
    reading = session(context=Context(person="Frau Lindemann", recorded=NOW))
    assert all("/person" not in {p.path for p in stop.parts} for stop in reading.stops)
    read_all(reading)
    assert reading.sign_off("MK", NOW).draft.fields["person"].status is FieldStatus.CONFIRMED


def test_a_required_field_without_content_is_a_stop_of_its_own() -> None:
    reading = session("Beim Waschen war die Haut gerötet.")
    missing = StopId(StopKind.MISSING, "person")
    assert missing in {stop.id for stop in reading.stops}
    assert refused(lambda: reading.answer(missing, 1)) is Refusal.NOT_SEEN
    reading.seen(missing)
    reading.answer(missing, 1)
    assert reading.stop(missing).decided
    reading.edit("/person", "Frau Kern")
    assert missing not in {stop.id for stop in reading.stops}


def test_an_open_day_must_be_chosen_and_can_be_taken_back() -> None:
    said = "Frau Lindemann, um 22 Uhr 15 war sie unruhig."
    reading = session(said)
    first = reading.stops[0].id
    assert first.kind is StopKind.DATE
    reading.seen(first)
    assert refused(lambda: reading.confirm(first)) is Refusal.BLOCK_OPEN
    reading.answer(first, 1)
    assert reading.draft.head.date == "2026-11-16"
    reading.undo()
    assert reading.draft.head.date is None
    assert refused(lambda: reading.choose_date("morgen")) is Refusal.NO_VALUE


def test_rows_keep_what_was_decided_when_one_before_them_goes() -> None:
    said = (
        "Übergabe Frühdienst. Frau Kern Zimmer 3 hat schlecht geschlafen. "
        "Herr Wolf Zimmer 5 hatte Besuch von der Tochter. Frau Adam Zimmer 7 hat gut gegessen."
    )
    reading = session(said, "schichtuebergabe")
    rows = [stop.id for stop in reading.stops if stop.id.kind is StopKind.ROW]
    assert len(rows) == 3
    pass_by(reading, rows[2])
    reading.seen(rows[0])
    reading.strike(rows[0])
    left = [stop for stop in reading.stops if stop.id.kind is StopKind.ROW]
    assert [(stop.parts[0].text, stop.decided) for stop in left] == [
        ("Herr Wolf", False),
        ("Frau Adam", True),
    ]


def test_signing_needs_every_stop_and_is_once_for_all() -> None:
    reading = session()
    assert refused(lambda: reading.sign_off("MK", NOW)) is Refusal.UNDECIDED_LEFT
    read_all(reading)
    assert refused(lambda: reading.sign_off(" ", NOW)) is Refusal.NO_INITIALS
    signed = reading.sign_off("MK", NOW)
    assert signed.release.covers(signed.draft)
    assert not signed.draft.transcript.segments
    for move in (
        lambda: reading.sign_off("MK", NOW),
        reading.undo,
        lambda: reading.edit("/massnahme", "x"),
        lambda: reading.seen(MEASURE),
    ):
        assert refused(move) is Refusal.SIGNED


def test_an_open_block_keeps_the_draft_from_being_signed() -> None:
    reading = with_wrong({"linken": "rechten"})
    reading.seen(OBSERVATION)
    assert refused(lambda: reading.confirm(OBSERVATION)) is Refusal.BLOCK_OPEN
    assert refused(lambda: reading.sign_off("MK", NOW)) is Refusal.BLOCK_OPEN
    assert reading.progress.to_clarify == 1


def test_a_slow_command_runs_beside_and_is_taken_over_unless_something_came_between() -> None:
    reading = session()
    before = reading.state
    beside = reading.fork()
    beside.edit("/massnahme", "Kühlpack aufgelegt.")
    assert reading.state == before
    reading.adopt(beside)
    assert reading.state == beside.state
    reading.undo()
    assert reading.state == before
    late = reading.fork()
    late.edit("/massnahme", "Kühlpack aufgelegt.")
    reading.seen(OBSERVATION)
    assert refused(lambda: reading.adopt(late)) is Refusal.CHANGED_MEANWHILE
    assert reading.stop(OBSERVATION).seen
