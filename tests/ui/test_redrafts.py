"""What can be drafted again at the cursor."""

from __future__ import annotations

from dokuhelfer.review.session import ReviewSession
from dokuhelfer.ui.redrafts import redoable
from dokutest.reviewing import pass_by, session

SAID = (
    "Frau Lindemann, 7 Uhr 30. Beobachtung: Sie war blass. "
    "Äußerung: „Ich mag nicht mehr.“ Maßnahme: Ich habe ihr einen Tee gebracht."
)


def offered(reading: ReviewSession) -> dict[str, tuple[str, ...]]:
    """For each stop, the fields that can be drafted again there."""
    found = {}
    for number, stop in enumerate(reading.stops):
        here = redoable(reading, number)
        assert here is not None
        found[stop.id.field] = tuple(id for id, _ in here.fields)
    return found


def test_running_text_and_no_name_time_or_verbatim_words() -> None:
    assert offered(session(SAID)) == {
        "person": (),
        "beobachtung": ("beobachtung",),
        "aeusserung": (),
        "massnahme": ("massnahme",),
    }


def test_nothing_that_somebody_decided_or_typed() -> None:
    reading = session(SAID)
    pass_by(reading, next(one.id for one in reading.stops if one.id.field == "beobachtung"))
    reading.edit("/massnahme", "Ich habe ihr einen warmen Tee gebracht.")
    assert set(offered(reading).values()) == {()}


def test_behind_the_last_stop_there_is_the_sheet_alone() -> None:
    reading = session(SAID)
    found = redoable(reading, len(reading.stops))
    assert found is not None
    assert found.fields == ()


def test_nothing_where_nothing_was_said() -> None:
    reading = session("")
    assert redoable(reading, 0) is None
